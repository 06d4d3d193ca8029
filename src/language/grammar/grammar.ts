import type { Segment } from '../../draft/draft.js';
import type { Organisation } from '../../draft/organisation.js';
import { firstEndingAfter, type Span } from '../../text/span.js';
import { Gap, wordAt, type Words } from '../../text/words.js';
import { actorsOf, type Actors } from './actors.js';
import { ClauseReader } from './clauses.js';
import { isScorned, quotedStretches, reportedStretches } from './mentions.js';
import type { Clause, Sentence } from '../reading.js';
import { Tagger, type PartOfSpeech, type Tagged, type VerbForm } from './tagger.js';

/** The grammatical part of the reading: what the other parts stand on. */
export interface Grammar {
  readonly text: string;
  readonly words: Words;
  readonly tags: Tagged;
  readonly actors: Actors;
  readonly sentences: readonly Sentence[];
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Span[];
}

/** What a text must offer to be read. A draft does, and so does the customer's turn. */
export interface Readable {
  readonly text: string;
  readonly words: Words;
  readonly sentences: readonly Span[];
  /** Absent: all of it is body. */
  readonly segments?: readonly Segment[];
}

/** Reads tags, sentences, clauses and mentions of a text. Linear in its length. `theirs` are the names of those who belong to the customer. */
export function readGrammar(
  readable: Readable,
  organisation: Organisation,
  customerNames: readonly string[],
  theirs: readonly string[] = [],
): Grammar {
  const { text, words, segments = [] } = readable;
  const pos = Array<PartOfSpeech>(words.length);
  const lemma = Array<string | undefined>(words.length);
  const form = Array<VerbForm | undefined>(words.length);
  // A third of what `fill` takes.
  for (let i = 0; i < words.length; i += 1) {
    pos[i] = 'nominal';
    lemma[i] = undefined;
    form[i] = undefined;
  }
  const tags: Tagged = { pos, lemma, form };
  const actors = actorsOf(organisation, customerNames, theirs);
  const sentences: Sentence[] = [];
  const tagger = new Tagger(words, text, { pos, lemma, form });
  const reader = new ClauseReader(words, text, tags, actors);
  const clauses: readonly Clause[] = reader.clauses;
  let paragraph = -1;
  let lastEnd = -1;
  let segment = 0;

  for (const at of readable.sentences) {
    while (segment < segments.length && segments[segment].span.end <= at.start) segment += 1;
    const from = wordAt(words, at.start);
    const to = wordAt(words, at.end);
    if (lastEnd < 0 || (to > from && words.gap[from] & Gap.blankLine)) paragraph += 1;
    lastEnd = to;
    const sentence = {
      index: sentences.length,
      start: at.start,
      end: at.end,
      from,
      to,
      paragraph,
      role: roleOf(segments[segment]),
      firstClause: clauses.length,
      endClause: clauses.length,
      question: endsWithQuestionMark(text, at),
    };
    if (to > from) {
      tagger.tag(from, to);
      reader.read(sentence);
    }
    sentence.endClause = clauses.length;
    sentences.push(sentence);
  }

  const first = sentences[0]?.start ?? 0;
  const last = sentences[sentences.length - 1]?.end ?? 0;
  const quoted = hasQuotes(words) ? quotedStretches(text, first, last).filter((span) => !isScorned(text, span)) : [];
  const mentions = [...quoted, ...reportedStretches(words, sentences, clauses)];
  if (mentions.length === 0) return { text, words, tags, actors, sentences, clauses, mentions };
  const merged = mergeSpans(mentions.sort((a, b) => a.start - b.start || b.end - a.end));
  for (const clause of reader.clauses) {
    const anchor = clause.verb ?? clause;
    const at = firstEndingAfter(merged, anchor.start);
    if (at < merged.length && merged[at].start <= anchor.start) clause.mention = true;
  }
  return { text, words, tags, actors, sentences, clauses, mentions: merged };
}

/** Whether a quotation mark stands between two words: what closes a quotation never stands inside a word. */
function hasQuotes({ gap }: Words): boolean {
  for (let i = 0; i < gap.length; i += 1) if (gap[i] & (Gap.openQuote | Gap.closeQuote)) return true;
  return false;
}

/** All that is neither salutation nor closing is body, and so is a text without segments. */
function roleOf(segment: Segment | undefined): Sentence['role'] {
  return segment?.role === 'salutation' || segment?.role === 'closing' ? segment.role : 'body';
}

function endsWithQuestionMark(text: string, at: Span): boolean {
  let end = at.end;
  while (end > at.start && text[end - 1] !== '?' && text[end - 1] !== '.' && /["')\]”’»!*_\s]/.test(text[end - 1])) end -= 1;
  return text[end - 1] === '?';
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
