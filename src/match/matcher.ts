import type { Draft, Role } from '../draft/draft.js';
import { WordFacts } from '../text/word-facts.js';
import { Gap, wordSpan } from '../text/words.js';
import type { Words } from '../text/words.js';
import type { Span } from '../text/span.js';
import type { End, Place } from './graph.js';
import { Openings, type Opening, type PhraseSource } from './openings.js';
import { GAP_WORDS } from './parse-phrase.js';
import type { Hit } from './phrase.js';
import { rolesOf, sentenceEnds } from './units.js';
import { isNumber, Vocabulary } from './vocabulary.js';
import type { Reading } from './vocabulary.js';

/** Whose phrases are looked for, and in which zones. A rule is one. */
export interface PhraseOwner extends PhraseSource {
  readonly id: string;
  readonly scope: readonly Role[];
}

/** Looks for the phrases of all owners in one walk. */
export interface Matcher {
  /** Hits by owner id, each list in text order. Owners without a hit are absent. */
  inDraft(draft: Draft): ReadonlyMap<string, readonly Hit[]>;
  /** The same over any words, scope aside: a customer's turn, say. `sentences` are never left by a phrase. */
  inWords(words: Words, sentences: readonly Span[]): ReadonlyMap<string, readonly Hit[]>;
}

/** A word as the walk needs it, worked out once for all its occurrences. */
interface Known {
  readonly readings: readonly (Reading & Opening)[];
  /** The readings that phrases can begin with. */
  readonly opening: readonly (Reading & Opening)[];
  /** The signs of all readings, as bits. */
  readonly signs: number;
  readonly number: boolean;
}

/** A number in words takes in this many words at most: two hundred thousand. */
const NUMBER_WORDS = 3;
/** Stands for a word in a zone that nobody looks at; no phrase leaves its zone. */
const UNWANTED: Known = { readings: [], opening: [], signs: 0, number: false };
const NO_HITS: ReadonlyMap<string, readonly Hit[]> = new Map();

/**
 * Makes a matcher. A phrase that is in no book is unfolded when a word occurs that it can begin with; one that cannot be read is left out (`define` tells
 * of it).
 */
export function createMatcher(owners: readonly PhraseOwner[]): Matcher {
  const openings = new Openings(owners);
  if (openings.isEmpty) return { inDraft: () => NO_HITS, inWords: () => NO_HITS };

  const scopes = new Set(owners.flatMap((owner) => owner.scope));
  let vocabulary: Vocabulary | undefined;
  let starts = 0;

  const know = new WordFacts((norm: string): Known => {
    vocabulary ??= new Vocabulary(openings.lists);
    const readings = vocabulary.readingsOf(norm).flatMap(({ token, rest }) => {
      const opening = openings.with(token);
      return opening ? { token, rest, number: opening.number, sign: opening.sign, places: opening.places } : [];
    });
    const opening = readings.filter(({ places }) => places.length > 0);
    const signs = readings.reduce((all, { sign }) => all | sign, 0);
    return { readings, opening, signs, number: isNumber(norm) };
  });

  const walkAll = (
    words: Words,
    ends: Int32Array,
    roles: readonly Role[] | undefined,
    emit: (end: End, from: number, to: number) => void,
  ): void => {
    const known: Known[] = [];
    let from = 0;
    let limit = 0;

    /** Goes on from each word that can follow once `reading` has taken in the word at `at`. */
    const take = (place: Place, reading: Reading, at: number, gapEnd: number): void => {
      let next = at + 1;
      if (reading.rest) {
        for (const word of reading.rest) {
          if (next >= limit || words.norm[next] !== word || (words.gap[next] & Gap.break) !== 0) return;
          next += 1;
        }
      }
      walk(place, next, gapEnd);
      if (reading.token !== '#') return;
      while (next < limit && next - at < NUMBER_WORDS && known[next].number && (words.gap[next] & Gap.break) === 0)
        walk(place, (next += 1), gapEnd);
    };

    const follow = (place: Place, at: number, gapEnd: number): void => {
      const { readings, signs } = known[at];
      if ((place.signs & signs) === 0) return;
      for (const reading of readings) {
        const after = place.signs & reading.sign ? place.after(reading) : undefined;
        if (after) take(after, reading, at, gapEnd);
      }
    };

    const walk = (place: Place, at: number, gapEnd: number): void => {
      for (const end of place.ends) {
        // Shorter gaps are walked first: the first meeting is the closest one. Words that may be left out after it make it longer.
        if (end.met === starts && end.gapEnd !== gapEnd) continue;
        if ((end.atEnd && at !== limit) || (end.atStart && from > 0 && ends[from - 1] === limit)) continue;
        end.met = starts;
        end.gapEnd = gapEnd;
        emit(end, from, at);
      }
      if (at >= limit) return;
      const { afterGap } = place;
      if (afterGap)
        for (let next = at; next < limit && next <= at + GAP_WORDS && (words.gap[next] & Gap.break) === 0; next += 1)
          follow(afterGap, next, next);
      if ((words.gap[at] & Gap.break) === 0) follow(place, at, gapEnd);
    };

    for (let i = 0; i < words.length; i += 1) known.push(!roles || scopes.has(roles[i]) ? know.at(words, i) : UNWANTED);
    for (let i = 0; i < words.length; i += 1) {
      const { opening } = known[i];
      if (opening.length === 0) continue;
      from = i;
      limit = ends[i];
      starts += 1;
      for (const reading of opening) for (const place of reading.places) take(place, reading, i, -1);
    }
  };

  const collect = (words: Words, ends: Int32Array, roles?: readonly Role[]): ReadonlyMap<string, readonly Hit[]> => {
    const found = new Map<number, Hit[]>();
    walkAll(words, ends, roles, ({ owner, phrase }, from, to) => {
      if (roles && !owners[owner].scope.includes(roles[from])) return;
      const { text, tag } = openings.phrase(owner, phrase);
      const hit: Hit = { span: wordSpan(words, from, to), phrase: text, tag, from, to };
      const hits = found.get(owner);
      if (hits) hits.push(hit);
      else found.set(owner, [hit]);
    });
    return new Map([...found].map(([owner, hits]) => [owners[owner].id, longest(hits)]));
  };

  return {
    inDraft: (draft) => {
      const zones = draft.segments.map((segment) => segment.span);
      return collect(draft.words, sentenceEnds(draft.words, draft.sentences, zones), rolesOf(draft));
    },
    inWords: (words, sentences) => collect(words, sentenceEnds(words, sentences)),
  };
}

/** Of hits with the same tag that overlap, the first and longest stays. */
function longest(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to);
  const ends = new Map<string | undefined, number>();
  return sorted.filter(({ tag, from, to }) => {
    if (from < (ends.get(tag) ?? 0)) return false;
    ends.set(tag, to);
    return true;
  });
}
