import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { ApologyKind, Sentence } from '../reading.js';

const ORGANISATION_NOUNS = listed('organisation-nouns');

/** Words of degree before and behind a word of sorrow. */
export const DEGREE = wordClass(
  'so very truly really deeply sincerely most terribly awfully extremely again once also just all both indeed ever genuinely',
);

/** A word of apology or sorrow, before its complement is read. */
export interface Token {
  readonly from: number;
  /** First word of the complement. */
  readonly after: number;
  /** Sad, disappointed, concerned: sorrow that only a verb of hearing turns to the customer. */
  readonly sorrow: boolean;
  readonly kind?: ApologyKind;
}

/** The clause's subject is I or we, or it has none ("Apologise for…"). */
export function ownSubject(reading: LazyReading, i: number): boolean {
  const clause = reading.clauseAt(i);
  if (!clause?.subject) return true;
  const { actor, from, head } = clause.subject;
  // "…, however apologise if": our subject stands further back.
  if (/^(?:however|but|therefore|so)$/.test(reading.grammar.words.norm[i - 1] ?? '') && i - 1 > from) return true;
  // "Our chef apologises", "Mr Novak regrets": one of ours, in the third person.
  const theirs = /^(?:apologises|regrets)$/.test(reading.grammar.words.norm[i]) && actor !== 'customer' && actor !== 'third-party';
  return (
    theirs ||
    actor === 'own' ||
    actor === 'department' ||
    from > i ||
    (actor !== 'customer' && actor !== 'third-party' && namesHouse(reading, from, head))
  );
}

/** "The school apologises": the house speaks of itself. */
function namesHouse({ grammar: { words } }: LazyReading, from: number, head: number): boolean {
  return words.norm[from] === 'the' && ORGANISATION_NOUNS.at(words, head);
}

/** Goes back over "it is most". */
export function itIsStart(norm: readonly string[], sentence: Sentence, i: number): number {
  let start = i;
  while (start > sentence.from && (DEGREE.has(norm[start - 1]) || /^(?:it|is|was|'s|that|to|be)$/.test(norm[start - 1]))) start -= 1;
  return start;
}

/** Goes back over "we are very", "I would like to", "please accept". */
export function phraseStart(reading: LazyReading, sentence: Sentence, i: number): number {
  const clause = reading.clauseAt(i);
  let start = i;
  const floor = Math.max(sentence.from, clause ? clause.from : sentence.from);
  const { norm, gap } = reading.grammar.words;
  while (
    start > floor &&
    start > i - 8 &&
    !(gap[start] & (Gap.comma | Gap.break | Gap.stop | Gap.other)) &&
    norm[start - 1] !== 'and' &&
    norm[start - 1] !== 'but'
  )
    start -= 1;
  return start;
}
