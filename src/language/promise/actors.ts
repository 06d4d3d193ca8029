import { inList, lemmaOf } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { activePromise, type Strength } from './acts.js';
import { within } from './objects.js';
import type { Clause, VerbGroup } from '../reading.js';

const TOLD = new Set('let call ring phone contact email text message update inform tell answer send'.split(' '));
/** Who acts for us. */
export const OURS: ReadonlySet<string> = new Set(['own', 'colleague', 'department']);

/** Verbs of a will that is settled. */
const SETTLED = /^(?:plan|intend|propose)$/;

/** "we'll go through it | and send you a note": a bare verb behind a promise is one, and no imperative. */
export function continues(reading: LazyReading, clause: Clause): boolean {
  const { index, link, mood, sentence } = clause;
  if (mood !== 'imperative' || (link !== 'and' && link !== 'or' && link !== 'then')) return false;
  for (let k = index - 1; k >= Math.max(0, index - 4) && reading.clauses[k].sentence === sentence; k -= 1) {
    const { verb, mood: before, link: opener, subject } = reading.clauses[k];
    if (before === 'imperative' && opener === undefined) return false;
    // "We'll be happy to look for another or send a refund": offered.
    if (link === 'or' && verb?.lemma === 'be') return false;
    // "We plan to come over | and measure it"
    if (verb?.tense === 'none' && before === 'statement' && opener === undefined && isOurs(reading, reading.clauses[k]))
      if (SETTLED.test(reading.clauses[k - 1]?.verb?.lemma ?? '') || comesBack(reading, clause)) return true;
    if (verb?.tense === 'future' && before === 'statement') return subject === undefined || isOurs(reading, reading.clauses[k]);
  }
  return false;
}

/** "A fitter will pop round | and have a look at it": the base form behind one of ours is under its "will". */
export function isCoordinated(
  reading: LazyReading,
  { index, link, subject, from, sentence }: Clause,
  { tense, main, lemma }: VerbGroup,
): boolean {
  const before = reading.clauses[index - 1];
  return (
    (link === 'and' || link === 'then') &&
    tense === 'present' &&
    subject !== undefined &&
    subject.from < from &&
    before?.sentence === sentence &&
    before.verb?.tense === 'future' &&
    isOurs(reading, before) &&
    reading.grammar.words.norm[main] === lemma
  );
}

/** "What I'll do is go through the bill and phone you", "all we'll do is swap the filter": index of the verb of the act behind "is"; -1 in other clauses. */
export function cleftAt({ grammar: { words } }: LazyReading, { from, verb, subject, to }: Clause): number {
  const { norm } = words;
  if (!/^(?:what|all|first|next)$/.test(norm[from]) || verb?.tense !== 'future' || subject === undefined || !OURS.has(subject.actor))
    return -1;
  for (let i = from; i + 2 < to; i += 1)
    if (/^(?:do|doing)$/.test(norm[i]) && /^(?:is|be|'s)$/.test(norm[i + 1]) && norm[i - 1] !== 'to')
      return norm[i + 2] === 'to' ? i + 3 : i + 2;
  return -1;
}

/** How firmly the act at word `main` behind "is" is promised. */
export function cleft(reading: LazyReading, clause: Clause, verb: VerbGroup, main: number): Strength | undefined {
  const { norm } = reading.grammar.words;
  const lemma = lemmaOf(norm[main] ?? '');
  if (lemma === undefined) return undefined;
  const act = activePromise(reading, clause, { ...verb, lemma, main, to: main + 1 });
  return act ?? (within(norm, main, clause.to, ['and']) && within(norm, main, clause.to, ['you', 'your']) ? 'strong' : undefined);
}

/** "(I'd like to hear the call) and get back to you" */
function comesBack({ grammar: { words } }: LazyReading, { verb }: Clause): boolean {
  const next = words.norm[verb!.to];
  return next === 'back' || (next === 'you' && TOLD.has(verb!.lemma));
}

/** Whether we act, one of ours, somebody nobody else could have sent ("somebody from the night shift"), or a firm of our choosing ("a partner from our network"). */
export function isOurs(reading: LazyReading, { subject, from, index, verb }: Clause): boolean {
  if (subject === undefined) return false;
  if (OURS.has(subject.actor)) return true;
  const { norm } = reading.grammar.words;
  if (/^(?:someone|somebody)$/.test(norm[subject.from]) || norm[subject.head] === 'member') return true;
  if (subject.from < from) return false;
  // "It has been sent to finance, and they will pay it"
  if (norm[subject.from] === 'they' && subject.actor === 'thing')
    return verb !== undefined && inList('service-verbs', verb.lemma) && isHandedOn(reading, index);
  if (subject.actor !== 'third-party') return false;
  for (let i = subject.from; i < subject.to + 3; i += 1) if (/^(?:our|ours|us)$/.test(norm[i] ?? '')) return true;
  return false;
}

/** "Your request has been forwarded | to finance | and …" */
function isHandedOn({ clauses }: LazyReading, index: number): boolean {
  for (let k = index - 1; k >= Math.max(0, index - 2) && clauses[k].sentence === clauses[index].sentence; k -= 1)
    if (
      /^(?:forward|pass|refer|send|escalate|hand|submit|assign|raise)$/.test(clauses[k].verb?.lemma ?? '') &&
      clauses[k].verb!.tense !== 'none'
    )
      return true;
  return false;
}
