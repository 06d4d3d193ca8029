import { listed, wordClass } from '../../lexicon/index.js';
import { anchored } from './anchors.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

export const LIFE_NOUNS = listed('life-nouns');

/** What people go through, or had set their mind on. */
const SUFFERED = new Set(
  (
    'need wait lose miss spend give travel stand sit ring go end want plan look sleep save drive walk carry explain chase count rely trust hope expect arrange prepare sacrifice struggle ' +
    'suffer put cancel rearrange worry queue deserve dream endure'
  ).split(' '),
);

/** Dealings that are only impact when it is said what for, or what came of them. */
const DEALINGS = new Set('order buy book choose pay take call come bring purchase reserve'.split(' '));

/** What is done to a customer's record. */
const ENTERED = new Set('add remove register enrol enroll unsubscribe subscribe assign schedule list protect reinstate remind'.split(' '));

/** What is done to their booking, when it has been done. */
const REBOOKED = new Set('move transfer put place switch seat take set allocate award'.split(' '));

/** What nobody does who does not have to. */
const HARD_DUTY = new Set(
  'find chase ring call phone ask wait explain deal argue fight repeat come go buy borrow stand sit sleep walk drive'.split(' '),
);

/** What gives a customer a claim to something. */
export const CLAIM = new Set('pay promise book order expect choose reserve request buy sell deserve hope offer tell ask'.split(' '));
const PURPOSE = wordClass('for before so but only and ahead');

function takesTime(norm: readonly string[], at: number): boolean {
  return (
    norm[at] === 'time' || (/^(?:the|your|some)$/.test(norm[at] ?? '') && /^(?:time|trouble|opportunity|chance)$/.test(norm[at + 1] ?? ''))
  );
}

/** You waited three weeks; you took the day off; you were left at the stop: whatever the clause hangs on. */
export function befell(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const verb = clause.verb!;
  if (
    verb.modal === 'have to' &&
    (verb.tense === 'past' || verb.tense === 'perfect') &&
    HARD_DUTY.has(verb.lemma) &&
    words.norm[verb.to] !== 'through'
  )
    return true;
  if (!verb.modal && (putThrough(words.norm, verb) || toldWrong(reading, clause))) return true;
  if ((verb.modal && verb.modal !== 'have to') || !anchored(reading, verb.to, near(verb.to, sentence))) return false;
  if (words.norm[verb.to] === 'too' || (verb.voice === 'passive' && isEntered(words.norm, verb))) return false;
  // "You took the time to write" thanks.
  if (verb.lemma === 'take' && takesTime(words.norm, verb.to)) return false;
  // "You took it that way" tells how they saw it.
  if (verb.lemma === 'take' && /^(?:it|this|that|offence|offense)$/.test(words.norm[verb.to] ?? '')) return false;
  if ((SUFFERED.has(verb.lemma) && !(verb.voice === 'passive' && verb.lemma === 'give')) || verb.modal === 'have to') return true;
  const life = verb.lemma === 'have' || DEALINGS.has(verb.lemma) ? LIFE_NOUNS.first(words, verb.to, near(verb.to, sentence)) : -1;
  // "You came on Saturday" says when.
  if (life >= 0 && (verb.lemma === 'have' || !/^(?:on|last|this|that)$/.test(words.norm[Math.max(verb.to, life - 3)]))) return true;
  if (verb.voice === 'passive')
    return !/^(?:advise|inform|tell|charge|book|offer|give|refund|contact|provide|reunite|rebook|assist|help|upgrade|accommodate|compensate|reimburse|confirm|impress)$/.test(
      verb.lemma,
    );
  // "You paid for the room" states a deal; "… for a balcony and got a skylight" tells what came of it.
  if (!DEALINGS.has(verb.lemma)) return false;
  if (PURPOSE.first(words, verb.to + 1, Math.min(clause.to, near(verb.to, sentence))) >= 0) return true;
  const next = reading.clauses[clause.index + 1];
  return (
    next?.sentence === clause.sentence &&
    PURPOSE.has(next.link ?? words.norm[next.from]) &&
    (next.subject === undefined || next.subject.actor !== 'thing')
  );
}

/** "You have been removed from the list", "you were added to the waiting list": what we did to a record or a booking; not "moved three times". */
export function isEntered(norm: readonly string[], { lemma, tense, to }: VerbGroup): boolean {
  if (!ENTERED.has(lemma) && !(tense === 'perfect' && REBOOKED.has(lemma))) return false;
  return !norm.slice(to, to + 8).some((word) => /^(?:between|twice|times|hold|without|wrong|another|again|late|no)$/.test(word));
}

/** "You didn't get the quiet stay you were promised", "you pay for a premium service and you didn't get one": not what they had a claim to. */
export function goesWithout(reading: LazyReading, { index, sentence, subject, verb, link }: Clause): boolean {
  if (subject?.actor !== 'customer' || verb!.tense === 'future' || verb!.modal || /^(?:if|when|because)$/.test(link ?? '')) return false;
  if (!/^(?:get|receive|have|see|enjoy|find)$/.test(verb!.lemma)) return false;
  return [reading.clauses[index - 1], reading.clauses[index + 1]].some(
    (beside) =>
      beside?.sentence === sentence && beside.subject?.actor === 'customer' && beside.verb !== undefined && CLAIM.has(beside.verb.lemma),
  );
}

/** "You have had three different answers", "nothing but trouble"; "you have been through the mill", "you have been without water". */
function putThrough(norm: readonly string[], { lemma, tense, to }: VerbGroup): boolean {
  if (tense !== 'perfect' && tense !== 'past') return false;
  if (lemma === 'be') return /^(?:through|without|passed|sent|bounced|shunted|ignored|stuck|stranded|left)$/.test(norm[to] ?? '');
  return lemma === 'have' && /^(?:nothing|no|none|enough|three|four|five|six|several|different|endless)$/.test(norm[to] ?? '');
}

/** "You were given the wrong advice", "told one thing and billed another". */
function toldWrong({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  if (verb!.voice !== 'passive' || !/^(?:give|tell|charge|bill|send|quote|sell|advise|promise|offer)$/.test(verb!.lemma)) return false;
  for (let i = verb!.to; i < Math.min(to + 3, verb!.to + 6) && i < words.length; i += 1)
    if (/^(?:wrong|different|nothing|conflicting|contradictory|incorrect|twice|another|thing)$/.test(words.norm[i]))
      return words.norm[i] !== 'thing' || words.norm[i - 1] === 'one';
  return false;
}

/** The sentence's end, or as far as what a verb did can be told. */
export function near(from: number, sentence: Sentence): number {
  return Math.min(sentence.to, from + 40);
}
