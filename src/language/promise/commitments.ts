import { Gap } from '../../text/words.js';
import { isDirective } from './directives.js';
import type { LazyReading } from '../index.js';
import { habitFrom, isHabitual, onlyWaits, waitsForAsked, waitsForTold, waitsOn } from './conditions.js';
import { indirectPromise } from './forms.js';
import { promiseOf } from './promises.js';
import type { Clause, Commitment, Sentence, TimeExpression } from '../reading.js';
import { firstPastWord } from '../window.js';

/** What a sentence says to all promises in it; worked out once. */
interface Setting {
  readonly waits: 'customer' | 'news' | undefined;
  /** First clause with words of habit. */
  readonly habitFrom: number;
  /** Last clause with a time of each sort, and first clause before a promise whose time still holds for it. */
  readonly specific: Reach;
  readonly vague: Reach;
  /** A time in the sentence after it, or in the one before it that words of it point back to. */
  readonly next: 'specific' | 'none';
  /** The sentence behind it, or one of the two before it, asks the customer for something that the promise needs. */
  readonly asksBeside: boolean;
}

interface Reach {
  /** Index of the last clause with such a time; -1 for none. */
  readonly last: number;
  /** Indexes of the clauses that hold one. */
  readonly at: readonly number[];
  /** Index of the first clause whose time reaches the clauses behind it; Infinity for none. */
  readonly first: number;
  /** Clauses whose time reaches the next clause only. */
  readonly near: readonly number[];
}

/** No time at all. */
const NOWHERE: Reach = { last: -1, at: [], first: Infinity, near: [] };

/** Every promise of ours to act, with its time (RULES §1.8): the one in its sentence, else the one in the sentence after it. */
export function readCommitments(reading: LazyReading): readonly Commitment[] {
  const found: Commitment[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.role === 'salutation') continue;
    const waiting = onlyWaits(reading, sentence);
    if (waiting && !reading.isMention(waiting)) found.push(heldBack(reading, waiting));
    let setting: Setting | undefined;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (clause.mention || !clause.verb || reading.isMention(clause.verb)) continue;
      const strength = promiseOf(reading, sentence, clause) ?? indirectPromise(reading, clause);
      if (!strength) continue;
      setting ??= settingOf(reading, sentence);
      const commitment = commitmentAt(reading, clause, strength, setting);
      if (commitment) found.push(commitment);
    }
  }
  return found;
}

/** What is told as soon as there is news. */
function heldBack(reading: LazyReading, { index, sentence, start, verb }: Clause): Commitment {
  const whole = reading.sentences[sentence];
  const { next } = settingOf(reading, whole);
  const { end } = reading.clauses[whole.endClause - 1];
  return {
    start,
    end,
    clause: index,
    sentence,
    lemma: verb!.lemma,
    time: next === 'specific' ? next : 'vague',
    conditional: false,
    habitual: false,
  };
}

function commitmentAt(reading: LazyReading, clause: Clause, strength: 'strong' | 'weak', setting: Setting): Commitment | undefined {
  const { waits } = setting;
  // A vague time of its own outweighs the date of what was said before it.
  const vagueHere = setting.vague.at.includes(clause.index) && setting.specific.last < clause.index;
  const own =
    !vagueHere && reaches(setting.specific, clause.index)
      ? 'specific'
      : reaches(setting.vague, clause.index) || waits === 'news'
        ? 'vague'
        : undefined;
  if (strength === 'weak' && own !== 'vague') return undefined;
  return {
    start: startOf(reading, clause),
    end: endOf(reading, clause),
    clause: clause.index,
    sentence: clause.sentence,
    lemma: clause.verb!.lemma,
    time: own ?? setting.next,
    conditional: waits === 'customer' || (own === undefined && setting.asksBeside),
    habitual: setting.habitFrom <= clause.index || isHabitual(reading, clause),
  };
}

function reaches({ last, first, near }: Reach, index: number): boolean {
  return last >= index || first < index || near.includes(index - 1);
}

function settingOf(reading: LazyReading, sentence: Sentence): Setting {
  const asks = (index: number): boolean => index in reading.sentences && isDirective(reading, reading.sentences[index]);
  const times = timesOf(reading, sentence);
  let waits = waitsOn(reading, sentence);
  // "It leaves us on Monday. You'll get a link as soon as it's on the van": what is waited for has its time.
  const dated = waits !== 'customer' && waitsForTold(reading, sentence) && hasTime(reading, sentence.index - 1);
  if (dated) waits = undefined;
  return {
    waits: waits === 'news' && asks(sentence.index - 1) && waitsForAsked(reading, sentence) ? 'customer' : waits,
    habitFrom: habitFrom(reading, sentence),
    ...times,
    vague: dated ? NOWHERE : times.vague,
    next:
      dated ||
      hasTime(reading, sentence.index + 1) ||
      (pointsBack(reading, sentence) && hasTime(reading, sentence.index - 1)) ||
      namesDay(reading, sentence)
        ? 'specific'
        : 'none',
    asksBeside: asks(sentence.index - 1) || asks(sentence.index + 1) || asks(sentence.index - 2),
  };
}

/** A clause begins at its subject or verb: links and adverbs before them are left out, and so is a subject inside a merge field. */
function startOf(reading: LazyReading, clause: Clause): number {
  const { from, subject, verb, start, index, sentence } = clause;
  const { words } = reading.grammar;
  if (verb!.tense === 'none') {
    // "We promise | to send a new one": the promise begins with the vow.
    const governor = reading.clauses[index - 1];
    return governor?.sentence === sentence && governor.verb ? startOf(reading, governor) : start;
  }
  const verbStart = words.start[verb!.from];
  if (
    subject &&
    subject.from >= from &&
    subject.from < verb!.from &&
    !/[}\]]/.test(reading.draft.text.slice(words.start[subject.from], verbStart))
  )
    return words.start[subject.from];
  return verb!.from > from ? verbStart : start;
}

const APART = Gap.comma | Gap.break | Gap.stop | Gap.openBracket | Gap.blankLine;

/** The clause with the clauses that complete it: "let | you know how it went | as soon as we can". */
function endOf(reading: LazyReading, clause: Clause): number {
  const { clauses } = reading;
  let { end } = clause;
  for (let k = clause.index + 1; k < clauses.length && k < clause.index + 5; k += 1) {
    const { sentence, link, from } = clauses[k];
    if (sentence !== clause.sentence || reading.grammar.words.gap[from] & APART) break;
    if (link !== undefined && !/^(?:as|that|how|what|whether|where|who|which|why)$/.test(link)) break;
    ({ end } = clauses[k]);
  }
  return end;
}

/** Where the times of a sentence stand; a clause that tells of the past dates nothing. */
function timesOf(reading: LazyReading, sentence: Sentence): Pick<Setting, 'specific' | 'vague'> {
  const reach = (): { last: number; at: number[]; first: number; near: number[] } => ({ last: -1, at: [], first: Infinity, near: [] });
  const specific = reach();
  const vague = reach();
  for (const time of timesBetween(reading.times, sentence.from, sentence.to)) {
    const clause = reading.clauseAt(time.from);
    // "I'll find out what went wrong by noon": a deadline belongs to the promise.
    const due = reading.grammar.words.norm[time.from - 1] === 'by' && time.specific;
    if (!clause || (isPastClause(reading, clause) && !due)) continue;
    const into = time.specific ? specific : vague;
    into.last = Math.max(into.last, clause.index);
    into.at.push(clause.index);
    if (clause.verb?.tense === 'future' || clause.link !== undefined) into.first = Math.min(into.first, clause.index);
    else into.near.push(clause.index);
  }
  return { specific, vague };
}

/** The sentence beside the promise may give its time: "We'll post it. You'll have it on Thursday." */
function hasTime(reading: LazyReading, index: number): boolean {
  const beside = reading.sentences[index];
  if (beside?.role !== 'body') return false;
  return timesBetween(reading.times, beside.from, beside.to).some(({ specific, from }) => {
    const clause = reading.clauseAt(from);
    return specific && clause !== undefined && !isPastClause(reading, clause);
  });
}

/** "The van comes on Monday at 9. He will ring you first": it is done on the way to what was dated before. */
function pointsBack({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  return (
    /^(?:then|he|she|they)$/.test(norm[from]) ||
    norm.slice(from, to).includes('together') ||
    /^(?:first|beforehand|then)$/.test(norm[to - 1]) ||
    (norm[to - 1] === 'way' && /^(?:the|his|her|their|our|my)$/.test(norm[to - 2]) && norm[to - 3] === 'on')
  );
}

/** "They promised a date by Friday. I'll write to you that day": whatever the sentence before tells of it, it names the day. */
function namesDay(reading: LazyReading, { index, from, to }: Sentence): boolean {
  const before = reading.sentences[index - 1];
  if (before?.role !== 'body' || !pointsAtDay(reading.grammar.words.norm, from, to)) return false;
  return timesBetween(reading.times, before.from, before.to).some(({ specific }) => specific);
}

/** "that day", "the same evening" */
function pointsAtDay(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i += 1)
    if (/^(?:that|same)$/.test(norm[i]) && /^(?:day|morning|afternoon|evening|night|week)$/.test(norm[i + 1])) return true;
  return false;
}

/** "I've kept 4.15 on Friday for you": done, for a time that is still to come. */
const KEPT_FREE = new Set('keep hold reserve book schedule arrange block pencil fix set'.split(' '));

/** A clause that tells of the past. "get it | resolved" does not: its participle completes the verb before it. */
function isPastClause(reading: LazyReading, { verb, index, link, sentence }: Clause): boolean {
  if (!verb || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  const before = reading.clauses[index - 1];
  const completes = link === undefined && before?.sentence === sentence && /^(?:get|have|keep)$/.test(before.verb?.lemma ?? '');
  return !completes && !KEPT_FREE.has(verb.lemma);
}

/** The times from word `from` up to word `to`. */
function timesBetween(times: readonly TimeExpression[], from: number, to: number): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let k = firstPastWord(times, from); k < times.length && times[k].from < to; k += 1) found.push(times[k]);
  return found;
}
