import { isCapital } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import { complementOf } from './complement.js';
import { isHarmful } from './condition.js';
import type { Complement } from './parts.js';
import { concedes } from './undercut.js';
import { PhraseSet } from '../window.js';
import { TOKENS, tokenAt } from './words.js';
import type { Span } from '../../text/span.js';
import type { LazyReading } from '../index.js';
import { oncePerReading } from '../once-per-reading.js';
import type { Apology, ApologyKind, Sentence } from '../reading.js';

/**
 * Every word of apology or sorrow in the draft, with what it is about (RULES §1.5). The word itself decides nothing: the complement does,
 * and what follows "but".
 */
export function readApologies(reading: LazyReading): readonly Apology[] {
  const { grammar } = reading;
  const { words } = grammar;
  const apologies: Apology[] = [];
  for (const sentence of grammar.sentences) {
    for (let i = TOKENS.first(words, sentence.from, sentence.to); i >= 0; i = TOKENS.first(words, i + 1, sentence.to)) {
      const token = tokenAt(reading, sentence, i);
      if (!token) continue;
      const said: Complement | undefined = token.kind
        ? { kind: token.kind, end: sentence.to, specific: true }
        : complementOf(reading, sentence, token.after, token.sorrow);
      if (!said) continue;
      const complement: Complement =
        said.kind === 'own-act' && concedes(reading, sentence, token.from) ? { kind: 'undercut', end: sentence.to, specific: true } : said;
      const condition = complement.kind === 'bare' ? conditionBefore(reading, sentence, token.from) : undefined;
      const end = condition ? complement.end : beforeVocative(reading, complement.end);
      apologies.push({
        start: condition?.start ?? words.start[token.from],
        end: words.end[Math.max(end, token.after) - 1],
        kind: condition ? 'conditional' : complement.kind,
        sentence: sentence.index,
        specific: !condition && (complement.specific || failingNextDoor(reading, sentence, complement.kind)),
        mention: reading.isMention({ start: words.start[i], end: words.end[i] }),
      });
      i = Math.max(i, token.after - 1);
    }
  }
  return apologies;
}

/** Openings of a condition, besides a bare "if". */
const OPENINGS = new PhraseSet([
  'if',
  'should',
  'insofar',
  'where',
  'wherever',
  'in case',
  'to the extent',
  'to any extent',
  'in so far',
  'in the event',
]);

/** "If this upset you, we apologise", "should any distress have been caused, …": the condition that leads up to the apology, where it doubts the harm. */
function conditionBefore(reading: LazyReading, sentence: Sentence, from: number): Span | undefined {
  const { words } = reading.grammar;
  let opening = -1;
  for (let i = sentence.from; i <= sentence.from + 2 && opening < 0; i += 1)
    if (OPENINGS.startingAt(words, i).length > 0 && (i === sentence.from || words.norm[i] === 'if')) opening = i;
  if (opening < 0) return undefined;
  if (words.norm[opening] === 'if' && /^(?:so|needed|necessary)$/.test(words.norm[opening + 1] ?? '') && from > opening + 1)
    return { start: words.start[opening], end: words.end[opening + 1] };
  for (let k = sentence.firstClause; k < sentence.firstClause + 3 && k < sentence.endClause; k += 1) {
    const condition = reading.clauses[k];
    if (condition.to > from) return undefined;
    if (condition.verb) return isHarmful(reading, condition) ? { start: words.start[opening], end: condition.end } : undefined;
  }
  return undefined;
}

/** "…, Katie": the name behind the last comma is no part of the apology. */
function beforeVocative(reading: LazyReading, end: number): number {
  const { words, text } = reading.grammar;
  const last = end - 1;
  return words.gap[last] & Gap.comma && isCapital(text, words.start[last]) ? last : end;
}

/** A bare "I'm sorry" is specific when its sentence, or the one beside it, tells of our failing. */
function failingNextDoor(reading: LazyReading, sentence: Sentence, kind: ApologyKind): boolean {
  if (kind !== 'bare') return false;
  const { index } = sentence;
  const failed = ownFailings(reading);
  return failed.has(index - 1) || failed.has(index) || failed.has(index + 1);
}

/** Indexes of the sentences that tell of a failing of ours. */
const ownFailings = oncePerReading<ReadonlySet<number>>(
  (reading) => new Set(reading.faults.filter(({ actor, asserted }) => actor === 'own' && asserted).map(({ sentence }) => sentence)),
);
