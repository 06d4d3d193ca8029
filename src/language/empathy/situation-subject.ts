import { wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { Tagged } from '../grammar/tagger.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

/** What a sentence opens with when its subject is a situation, and the verb that says something of it. */
export interface SituationSubject {
  readonly form: 'doing' | 'quantity' | 'thing';
  readonly from: number;
  /** First word of the verb that speaks of it; the first word behind the colon or dash of a fragment; one past the last word when nothing follows. */
  readonly said: number;
  /** No verb speaks of it: it stands before a colon or a dash, or alone. */
  readonly fragment: boolean;
}

/** Participles that are prepositions. */
const NO_DOING = new Set('following regarding concerning including according depending during considering pending being'.split(' '));
const QUANTITY = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety half several hours days weeks months minutes twice'.split(
    ' ',
  ),
);
const FINITE = wordClass('is are was were has had does did');
const ONE_WORD_SUBJECT = wordClass('i we you he she they it there who which that nobody someone somebody');
/** The bound keeps a sentence of thousands of words linear. */
const LONGEST = 60;

/**
 * A doing ("waiting in for a van", "to be told no"), a measure ("three hours in the rain") or a thing of the kind they told of ("a cold bath"), up to the
 * verb that speaks of it, over whatever clauses stand in between.
 */
export function situationSubject(reading: LazyReading, { from, to }: Sentence): SituationSubject | undefined {
  const { words, tags } = reading.grammar;
  const end = Math.min(to, from + LONGEST);
  let at = from;
  while (at < end && isLeadIn(words, tags, at)) at += 1;
  // "After an hour in the queue, a click in the ear …"
  if (/^(?:after|with|for|at|on)$/.test(words.norm[at] ?? '')) {
    const comma = nextComma(words, at + 1, Math.min(end, at + 14));
    if (comma > 0 && formAt(words, tags, comma)) at = comma;
  }
  const form = formAt(words, tags, at);
  if (!form) return undefined;
  // "Being read a script by a machine": the participle belongs to the doing.
  const said = mainVerb(words, tags, form === 'doing' && /^(?:being|having)$/.test(words.norm[at]) ? at + 1 : at, end);
  const fragment = said >= end || (words.gap[said] & Gap.break) !== 0;
  return { form, from: at, said, fragment };
}

function isLeadIn(words: Words, tags: Tagged, at: number): boolean {
  return (
    /^(?:adverb|coordinator|interjection)$/.test(tags.pos[at]) ||
    /^(?:so|of|course|yet|not)$/.test(words.norm[at]) ||
    (words.norm[at] === 'only' && tags.pos[at + 1] === 'number')
  );
}

function nextComma({ gap }: Words, from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (gap[i] & Gap.comma) return i;
  return -1;
}

function formAt({ norm, gap }: Words, { pos, form }: Tagged, at: number): SituationSubject['form'] | undefined {
  const word = norm[at];
  if (word === undefined) return undefined;
  if (word === 'being' || word === 'having')
    return form[at + 1] === 'participle' || form[at + 1] === 'past' || norm[at + 1] !== 'been' ? 'doing' : undefined;
  if (form[at] === 'ing') return NO_DOING.has(word) ? undefined : 'doing';
  if (word === 'to') return form[at + 1] === 'base' || norm[at + 1] === 'be' || norm[at + 1] === 'have' ? 'doing' : undefined;
  if (pos[at] === 'number' || QUANTITY.has(word) || ((word === 'a' || word === 'an' || word === 'all') && QUANTITY.has(unit(norm[at + 1]))))
    return 'quantity';
  if (word === 'a' || word === 'an' || word === 'such') return 'thing';
  const address = gap[at + 1] & (Gap.comma | Gap.break | Gap.stop);
  return (pos[at] === 'nominal' || form[at] === 'participle') && !address ? 'thing' : undefined;
}

/** "an hour", "a full day": the word that makes an article a measure. */
function unit(word: string | undefined): string {
  return word && /^(?:hour|day|week|month|year|minute|night|morning|fortnight|afternoon|evening|weekend|dozen|couple|few)$/.test(word)
    ? 'hours'
    : '';
}

/** The first finite verb that no subject of its own stands before; `to` when there is none, the word behind the break when that comes first. */
function mainVerb(words: Words, tags: Tagged, from: number, to: number): number {
  const { norm, gap } = words;
  let pending = false;
  let reduced = -1;
  for (let i = from + 1; i < to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.blankLine)) break;
    if (gap[i] & Gap.break) return reduced < 0 ? i : reduced;
    if (ONE_WORD_SUBJECT.at(words, i) && !(norm[i] === 'there' && isBe(norm, i - 1))) {
      const verb = skipAdverbs(tags, i + 1, to);
      if (isFinite(words, tags, verb)) {
        // "Watching her stand there, that stays with a son": the pronoun takes the situation up.
        if (gap[i] & Gap.comma && /^(?:that|it)$/.test(norm[i])) return verb;
        i = groupEnd(tags, verb, to) - 1;
        pending = false;
        continue;
      }
    }
    if (tags.pos[i] === 'subordinator' || tags.pos[i] === 'relative') {
      pending = norm[i] !== 'than';
      continue;
    }
    if (!isFinite(words, tags, i)) continue;
    if (pending) {
      pending = false;
      i = groupEnd(tags, i, to) - 1;
      continue;
    }
    // "Books soaked through are no gift": a participle that looks like a past.
    if (tags.form[i] === 'past' && norm[i].endsWith('ed')) {
      if (reduced < 0) reduced = i;
      continue;
    }
    return i;
  }
  return reduced < 0 ? to : reduced;
}

function isFinite({ norm }: Words, { pos, form }: Tagged, at: number): boolean {
  if (pos[at] === 'modal') return true;
  if (pos[at] === 'auxiliary') return FINITE.has(norm[at]);
  if (pos[at] === 'verb') return form[at] === 's' || form[at] === 'past';
  if (pos[at] !== 'nominal') return false;
  if (norm[at] === 'would' || norm[at] === 'must') return true;
  // After a run of nouns the tagger takes the verb for one more: "rather defeats the purpose", "soaked books leave you with nothing".
  const next = norm[at + 1] ?? '';
  if (norm[at].endsWith('s') && pos[at - 1] === 'adverb') return pos[at + 1] === 'determiner' || pos[at + 1] === 'possessive';
  return /^(?:you|anyone|anybody|everyone|people)$/.test(next) && !/^(?:modal|auxiliary|verb|adverb)$/.test(pos[at + 2] ?? '');
}

function isBe(norm: readonly string[], at: number): boolean {
  return /^(?:is|are|was|were|be|been|not)$/.test(norm[at] ?? '');
}

function skipAdverbs({ pos }: Tagged, from: number, to: number): number {
  let i = from;
  while (i < to && pos[i] === 'adverb') i += 1;
  return i;
}

function groupEnd({ pos }: Tagged, from: number, to: number): number {
  let i = from + 1;
  while (i < to && /^(?:auxiliary|negation|adverb|verb)$/.test(pos[i])) i += 1;
  return i;
}
