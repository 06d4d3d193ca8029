import type { Span } from '../../text/span.js';
import { Gap, wordAt, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Apology, Clause, EmpathyStatement, Sentence } from '../reading.js';
import { isEmptyClause, isInviting, takesOn } from './empty-clauses.js';

/** What in a sentence says nothing of any matter, and so answers nothing. */
export interface Silence {
  /** Thanks, apologies and fellow feeling. */
  readonly spent: readonly Span[];
  /** Clauses of wish, courtesy and standard, with what hangs on them. */
  readonly empty: readonly Clause[];
  /** The sentence invites more questions. */
  readonly inviting: boolean;
}

/** The silence of a sentence in which the stretches `spent` stand. */
export function silenceOf(reading: LazyReading, sentence: Sentence, spent: readonly Span[]): Silence {
  const inviting = isInviting(reading.grammar.words.norm, sentence);
  return { spent, empty: emptyClauses(reading, sentence, inviting), inviting };
}

/** Whether a stretch lies in thanks, an apology or fellow feeling. */
export function isSpent({ spent }: Silence, { start, end }: Span): boolean {
  return spent.some((each) => each.start <= start && end <= each.end);
}

/** Whether word `i` belongs to what says nothing. */
export function isEmptyAt(silence: Silence, { start, end }: Words, i: number): boolean {
  return isSpent(silence, { start: start[i], end: end[i] }) || silence.empty.some(({ from, to }) => from <= i && i < to);
}

/** Thanks, apologies and fellow feeling, which answer nothing, by the sentence in which they stand. */
export function spentBySentence(reading: LazyReading): ReadonlyMap<number, readonly Span[]> {
  const spent = new Map<number, Span[]>();
  const apologies = reading.apologies.filter(({ kind }) => kind !== 'refusal-preface' && kind !== 'undercut');
  const felt = reading.empathy
    .filter((each) => isFelt(reading, each))
    .map(({ sentence }) => ({ ...reading.sentences[sentence], sentence }));
  for (const each of [...reading.thanks, ...apologies.map((apology) => upToStatement(reading, apology)), ...felt]) {
    const known = spent.get(each.sentence);
    if (known) known.push(each);
    else spent.set(each.sentence, [each]);
  }
  return spent;
}

/** "Sorry for the late start, there's fog at the port": the regret ends where a clause of its own begins. */
function upToStatement(
  { clauses, sentences, grammar: { words } }: LazyReading,
  apology: Apology,
): Pick<Apology, 'start' | 'end' | 'sentence'> {
  const { firstClause, endClause } = sentences[apology.sentence];
  for (let k = firstClause + 1; k < endClause; k += 1) {
    const { start, from, subject, verb, link } = clauses[k];
    const begins = start > apology.start && start < apology.end && (words.gap[from] & Gap.comma) !== 0;
    if (begins && subject && verb && verb.tense !== 'none' && link === undefined) return { ...apology, end: start };
  }
  return apology;
}

/** The words that judge begin so: "is a long time", "must be hard", "sounds dreadful". */
const JUDGING = /^(?:is|are|was|were|must|sounds?|feels?|can|'s)$/;
const BEING = /^(?:is|was|must|sounds|feels)$/;

/** "Two days without a washing machine is a long time": fellow feeling in a sentence that says nothing else. */
function isFelt({ sentences, grammar: { words } }: LazyReading, { kind, sentence, start }: EmpathyStatement): boolean {
  if (kind !== 'evaluation' && kind !== 'impact') return false;
  const { from, to } = sentences[sentence];
  const at = wordAt(words, start);
  const judged =
    JUDGING.test(words.norm[at] ?? '') ||
    (at === from && kind === 'evaluation' && words.norm.slice(from, to).some((word) => BEING.test(word)));
  // "APR is what the loan costs": told, and judged by nobody.
  for (let i = from; i + 1 < to; i += 1)
    if (BEING.test(words.norm[i]) && /^(?:what|where|when|how|who|which)$/.test(words.norm[i + 1])) return false;
  if (!judged || /^(?:you|we|i)$/.test(words.norm[from])) return false;
  for (let i = from; i < to; i += 1)
    if (/^(?:yes|no|not|non|can|will|would|please|and|so|but|due|because|there|cause|caused)$/.test(words.norm[i])) return false;
  return true;
}

/** Clauses of the sentence that say nothing, with what hangs on them: the that-clause of a wish, the rest of a clause cut in two. */
function emptyClauses(reading: LazyReading, sentence: Sentence, inviting: boolean): readonly Clause[] {
  const empty: Clause[] = [];
  let carries = false;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const tied = k > sentence.firstClause && empty[empty.length - 1] === reading.clauses[k - 1];
    const parted = (reading.grammar.words.gap[clause.from] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
    const denies = clause.negated && clause.subject?.actor === 'own' && clause.verb?.tense === 'present';
    const hangs =
      tied &&
      !parted &&
      !denies &&
      ((carries && (clause.link === undefined || clause.link === 'that' || clause.link === 'how')) ||
        ((!clause.subject || clause.verb?.tense === 'none') && !reading.grammar.words.norm[clause.from].endsWith('ing')));
    if (hangs) empty.push(clause);
    else if (isEmptyClause(reading, clause) || (inviting && clause.mood !== 'statement')) {
      empty.push(clause);
      carries = takesOn(clause);
    }
  }
  return empty;
}
