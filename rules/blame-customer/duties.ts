import type { Clause, Look, Span } from 'replylint/rule';
import { BROKEN, isDeed } from './doing.js';

/** What a customer can only wait for; nobody is bidden to it. */
const SUFFERED =
  /^(?:receive|get|have|see|arrive|hear|notice|find|feel|experience|expect|enjoy|need|want|wait|know|go|suffer|lose|spend|deserve|endure|chase)$/;
/** What was said to them before, once and for good. */
const INSTRUCTED =
  /^(?:keep|read|check|follow|use|bring|sign|register|confirm|store|wash|charge|return|remove|close|lock|switch|turn|insure|dry|clean|descale|submit|print|stay|leave)$/;
/** After these the sentence tells of our failing, or sides with them. */
const OUR_FAILING = /^(?:never|nobody|twice|again|wrong|wrongly|times|our|we|yet|still|instead|sorry|but)$/;
/** What is set as a limit. */
const LIMIT =
  /^(?:limit|limits|maximum|max|line|mark|capacity|allowance|weight|instructions|instruction|label|sign|signs|advice|rules|manual|guidance|warning|warnings|guidelines)$/;
/** What brings a good thing to its end. */
const CARRYING = new Set(['push', 'get', 'bring', 'carry', 'take', 'tip', 'help', 'nudge', 'drag']);
/** What is done to a thing with the hands. */
const HANDLING = new Set(
  'wash dry fill put plug park use mix install drill cut heat freeze tumble iron clean spray connect run charge load open remove store drive paint bleach boil soak leave walk climb wire fit mount screw'.split(
    ' ',
  ),
);
const DECLINABLE = new Set(
  'take buy add insure read register upgrade purchase select tick include protect cover follow attend use confirm pay sign bring renew'.split(
    ' ',
  ),
);
const DECIDING = new Set(['choose', 'decide', 'opt', 'elect', 'prefer']);
/** What can run out on them. */
const RUNS_OUT = /^(?:deadline|offer|warranty|window|slot|policy|date|period|reservation|voucher|quote|hold)$/;
const HARM = /^(?:damage|fault|loss|mistake|error|leak|crack|breakage|mess|problem|dent|scratch|blockage)$/;

/** "You were meant to do that within 24 hours", "you were told to keep it dry": what they were bidden, held against them. Not "you were told to wait for a call that never came". */
export function bidden({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, index, sentence } = clause;
  if (verb!.voice !== 'passive' || verb!.tense !== 'past' || verb!.negated || verb!.modal) return undefined;
  const owed = /^(?:mean|expect|require|suppose|oblige)$/.test(verb!.lemma);
  const instructed = /^(?:tell|ask|instruct|advise|warn|remind)$/.test(verb!.lemma);
  const next = language.clauses[index + 1];
  if ((!owed && !instructed) || next?.sentence !== sentence || next.verb?.tense !== 'none' || next.verb.voice === 'passive')
    return undefined;
  const { norm } = draft.words;
  const { to, endClause } = language.sentences[sentence];
  if (norm.slice(next.verb.to, to).some((word) => OUR_FAILING.test(word))) return undefined;
  const lemma = next.verb.lemma;
  if (instructed) {
    const rest = language.clauses.slice(next.index + 1, endClause);
    if (
      !(INSTRUCTED.test(lemma) || next.verb.negated) ||
      rest.some((other) => other.link !== undefined || other.subject?.actor !== 'thing')
    )
      return undefined;
    return { start: subject!.start, end: rest[rest.length - 1]?.end ?? next.end };
  }
  if (
    SUFFERED.test(lemma) ||
    (lemma === 'be' && !/^(?:at|in|there|home|present|available|ready|here|on|out)$/.test(norm[next.verb.to] ?? ''))
  )
    return undefined;
  return { start: subject!.start, end: next.end };
}

/** "You filled it past the maximum line", "you washed it at 60 although it is wool": against what was set or plain to see. */
export function against({ draft, language }: Look, clause: Clause): Span | undefined {
  const undone = clause.negated && clause.verb!.tense === 'past' && !clause.verb!.modal && clause.subject?.actor === 'customer';
  if (!isDeed(clause) && !undone) return undefined;
  const { verb, subject, sentence, to, index } = clause;
  const { norm, end } = draft.words;
  for (let i = verb!.to; i < to && !undone; i += 1) {
    if (!/^(?:past|over|above|beyond|against|despite|ignoring)$/.test(norm[i])) continue;
    // "You've pushed it over the line": brought to its end, with their help.
    if (norm[i] === 'over' && norm[i + 2] === 'line' && CARRYING.has(verb!.lemma)) continue;
    for (let k = i + 1; k < Math.min(to, i + 5); k += 1) if (LIMIT.test(norm[k])) return { start: subject!.start, end: end[to - 1] };
  }
  // "…, hence the fine"
  for (let i = verb!.to; i + 1 < language.sentences[sentence].to; i += 1)
    if (/^(?:hence|thus)$/.test(norm[i]) && /^(?:the|this|your)$/.test(norm[i + 1]))
      return { start: subject!.start, end: end[language.sentences[sentence].to - 1] };
  if (undone || !HANDLING.has(verb!.lemma)) return undefined;
  const next = language.clauses[index + 1];
  if (next?.sentence !== sentence || !/^(?:although|though)$/.test(next.link ?? '')) return undefined;
  const ours = next.subject?.actor === 'own' && !/^(?:tell|ask|warn|say|advise)$/.test(next.verb?.lemma ?? '');
  return ours || next.subject?.actor === 'customer' ? undefined : { start: subject!.start, end: next.end };
}

/** "You had 14 days and did nothing", "you chose not to take the insurance", "you let the deadline pass", "you have done the mistake". */
export function leftUndone({ draft, language }: Look, { verb, subject, negated, sentence, index, end, to }: Clause): Span | undefined {
  if (verb!.negated || verb!.modal || verb!.voice === 'passive') return undefined;
  const { norm } = draft.words;
  const after = norm[verb!.to] ?? '';
  const past = verb!.tense === 'past' || verb!.tense === 'perfect';
  if (verb!.lemma === 'do' && after === 'nothing' && negated)
    // "You did nothing foolish."
    return past && (draft.words.gap[verb!.to + 1] !== 0 || /^(?:about|with|until|for)$/.test(norm[verb!.to + 1] ?? ''))
      ? { start: subject!.start, end }
      : undefined;
  if (
    /^(?:do|commit)$/.test(verb!.lemma) &&
    past &&
    /^(?:mistake|error|blunder)$/.test(norm[verb!.to + 1] ?? '') &&
    norm[verb!.to] !== 'no'
  )
    return { start: subject!.start, end };
  // "chose not | to take": the negation may be taken for a verb of its own.
  const next = language.clauses.slice(index + 1, index + 3).find((other) => other.verb?.tense === 'none' && other.verb.lemma !== 'not');
  if (DECIDING.has(verb!.lemma) && past && next?.verb && next.sentence === sentence && (next.verb.negated || after === 'not'))
    return DECLINABLE.has(next.verb.lemma) ? { start: subject!.start, end: next.end } : undefined;
  if (verb!.lemma !== 'let') return undefined;
  const stretch = language.sentences[sentence].to;
  for (let i = verb!.to; i < Math.min(stretch, verb!.to + 5); i += 1)
    if (RUNS_OUT.test(norm[i]) && norm.slice(i, Math.min(stretch, i + 4)).some((word) => /^(?:pass|lapse|expire|slip|run)$/.test(word)))
      return { start: subject!.start, end: Math.max(end, draft.words.end[Math.max(to - 1, i)]) };
  return undefined;
}

/** "The damage was done by you", "it cracked because it was used on gas by you". */
export function byYou({ draft, language }: Look, { verb, subject, from, to, sentence, start, end, mood }: Clause): Span | undefined {
  if (verb!.voice !== 'passive' || verb!.modal || mood !== 'statement' || verb!.tense === 'future') return undefined;
  const { norm, gap } = draft.words;
  const at = norm.indexOf('by', verb!.to);
  if (at < 0 || at + 1 >= to || norm[at + 1] !== 'you' || (at + 2 < norm.length && gap[at + 2] === 0)) return undefined;
  if (/^(?:report|find|send|order|mention|raise|ask|write|tell|notice|spot|pay|request|describe)$/.test(verb!.lemma)) return undefined;
  if (verb!.negated) return isDoneBadly(norm, verb!.from, to) ? { start, end } : undefined;
  const harmed = subject !== undefined && HARM.test(norm[subject.head]);
  const sentenceFrom = language.sentences[sentence].from;
  const broke = norm.slice(sentenceFrom, from).some((word) => BROKEN.test(word));
  return harmed || broke || isDoneBadly(norm, verb!.from, to) ? { start, end } : undefined;
}

/** "The form was handed in late by you", "the lid was not put on right by you". */
function isDoneBadly(norm: readonly string[], from: number, to: number): boolean {
  const denied = norm.slice(from, to).includes('not');
  return norm
    .slice(from, to)
    .some(
      (word) =>
        /^(?:late|wrong|wrongly|incorrectly|badly|twice|poorly|upside)$/.test(word) ||
        (denied && /^(?:right|properly|correctly|well|time)$/.test(word)),
    );
}
