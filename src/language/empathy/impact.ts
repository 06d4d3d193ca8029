import { inList, wordClass } from '../../lexicon/index.js';
import { anchored } from './anchors.js';
import { CLAIM, LIFE_NOUNS, befell, goesWithout, isEntered, near } from './befell.js';
import { isAskedFor } from './claims.js';
import { letDown } from './let-down.js';
import { stakes } from './stakes.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';

const AFFECT = new Set(
  'waste cost eat shatter affect spoil ruin disrupt interrupt disturb impact mar delay wreck upset inconvenience shorten'.split(' '),
);

/** What nobody likes to be made to do. */
const HARD_ON_THEM = new Set(
  'wait queue ring chase stand walk pay worry suffer go feel ask sit sleep explain hang beg waiting standing queueing stranded without'.split(
    ' ',
  ),
);

const LEAVING = new Set('leave keep put make send let'.split(' '));

/** What is lost with time that was set aside: "the wasted journey", "a spoiled evening". */
const SPOILT = wordClass('wasted spoiled spoilt ruined lost missed sleepless shortened disrupted interrupted miserable');
const TIME_SPENT = wordClass('journey trip time hour hours day days week weeks morning visit match sleep hours drive break');
const DISTRESS = wordClass('frustration disappointment distress upset stress worry anxiety misery embarrassment');
const THEM = wordClass('you your');

/** What something is to those whom it costs. */
const BURDENS = wordClass(
  'cost blow burden drain strain worry expense loss toll shock slap insult pressure imposition intrusion weight hit',
);

/** You took a day off for nothing; you needed it for Saturday; we left you at the stop; it spoiled your evening. */
export function impact(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.mood !== 'statement' || clause.mention || isAskedFor(reading, clause)) continue;
    const without = clause.verb.negated && goesWithout(reading, clause);
    if (
      without ||
      letDown(reading, clause) ||
      (!clause.verb.negated &&
        (befalls(reading, sentence, clause) ||
          done(reading, clause) ||
          theirLife(reading, sentence, clause) ||
          atStake(reading, clause) ||
          gaveInstead(reading, clause) ||
          stakes(reading, sentence, clause)))
    )
      return { start: clause.start, end: clause.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return feelingOwned(reading, sentence) ?? timeLost(reading, sentence);
}

/** "I'm sorry for the wasted journey", "a spoiled evening": what went with it is named. */
function timeLost(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const end = sentence.to - 1;
  for (let i = SPOILT.first(words, sentence.from + 1, end); i >= 0; i = SPOILT.first(words, i + 1, end)) {
    if (!/^(?:the|your|a|that|this|and|of)$/.test(norm[i - 1])) continue;
    for (let k = i + 1; k < Math.min(i + 3, sentence.to); k += 1)
      if (TIME_SPENT.at(words, k) || LIFE_NOUNS.at(words, k))
        return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return undefined;
}

/** The customer is the subject, and something was done to them or came of it. */
function befalls(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const verb = clause.verb!;
  if (clause.subject?.actor !== 'customer') return false;
  // "I'm sorry you have no heating": theirs now.
  const bears = verb.lemma === 'have' && verb.tense === 'present' && isRegretted(reading, clause);
  // "You pay for an hour, and on Tuesday you got half of one."
  const pays = verb.lemma === 'pay' && verb.tense === 'present' && gotInstead(reading, clause);
  if (verb.tense !== 'past' && verb.tense !== 'perfect' && !bears && !pays) return false;
  if (isLapse(reading, clause)) return false;
  if (/^(?:if|when|as|which|because)$/.test(clause.link ?? '') || (clause.link === 'that' && !isRegretted(reading, clause))) return false;
  return befell(reading, sentence, clause) || gotInstead(reading, clause) || paidForNothing(reading, clause);
}

/** What is lost or missed by those who should have kept it, and what they were given for nothing. */
const THEIR_KEEPING = wordClass(
  'receipt voucher ticket code deadline window cutoff slot reminder reminders letter letters email emails notice notices chances opportunities warnings attempts tries instructions',
);

/** "You lost the receipt", "you missed the window", "you had three chances", "you gave no number": laid to their account, and no hardship. */
function isLapse({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma === 'give') return /^(?:no|it|us|them|him|her)$/.test(norm[verb!.to] ?? '');
  if (!/^(?:lose|miss|have|ignore|forget)$/.test(verb!.lemma)) return false;
  return THEIR_KEEPING.first(words, verb!.to, Math.min(to, verb!.to + 4)) >= 0 && norm[verb!.to] !== 'no';
}

/** "You have paid for a service you did not get." */
function paidForNothing(reading: LazyReading, { index, sentence, verb }: Clause): boolean {
  const next = reading.clauses[index + 1];
  return (
    verb!.lemma === 'pay' &&
    next?.sentence === sentence &&
    next.subject?.actor === 'customer' &&
    next.verb?.negated === true &&
    /^(?:get|have|receive|use|order|want|need|see)$/.test(next.verb.lemma)
  );
}

/** "I'm sorry that you had to wait": what hangs on words of ours about it, not on a noun or on a record. */
function isRegretted(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  return (
    before?.sentence === clause.sentence &&
    before.subject?.actor === 'own' &&
    before.verb !== undefined &&
    /^(?:be|apologise|regret|see|hate|realise)$/.test(before.verb.lemma) &&
    before.to >= clause.from
  );
}

/** "You asked for a quiet room and got the lift shaft." */
function gotInstead(reading: LazyReading, clause: Clause): boolean {
  const next = reading.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || !CLAIM.has(clause.verb!.lemma)) return false;
  if (next.link !== 'and' && next.link !== 'but') return false;
  const same = next.subject?.actor === 'customer' || next.subject === undefined || next.subject.from < next.from;
  return same && next.verb.tense === 'past' && /^(?:get|receive|end|find|look|land)$/.test(next.verb.lemma);
}

/** "We took your money for a sea view and gave you a wall", "we promised you quiet and put you by the lift". */
function gaveInstead(reading: LazyReading, { index, sentence, subject, verb, to }: Clause): boolean {
  if (subject?.actor !== 'own' || verb!.tense !== 'past' || !/^(?:take|promise|sell|offer|tell|advertise|charge)$/.test(verb!.lemma))
    return false;
  const next = reading.clauses[index + 1];
  const { words } = reading.grammar;
  return (
    next?.sentence === sentence &&
    next.verb?.tense === 'past' &&
    (next.link === 'and' || next.link === 'but' || next.link === 'then') &&
    next.subject?.actor === 'own' &&
    THEM.first(words, verb!.to, to) >= 0 &&
    THEM.first(words, next.verb.to, Math.min(next.to, next.verb.to + 3)) >= 0
  );
}

/** Your mother spent her birthday in a lounge; your Sunday went on queueing; that meant another night on the sofa for you. */
function theirLife(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { verb, subject } = clause;
  if (!subject || !verb || subject.actor === 'own' || verb.tense === 'future' || verb.tense === 'none') return false;
  if (verb.modal && verb.modal !== 'have to' && verb.tense !== 'perfect') return false;
  // "Your family's understanding"
  if (words.norm[verb.from] === "'s" && verb.progressive) return false;
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence === clause.sentence && /^(?:hope|trust|wish|ensure)$/.test(before.verb?.lemma ?? '')) return false;
  // "Your daughter has been enrolled for Tuesday", "your holiday has been extended".
  if (
    verb.voice === 'passive' &&
    (isEntered(words.norm, verb) || /^(?:extend|renew|book|confirm|upgrade|restore|approve)$/.test(verb.lemma))
  )
    return false;
  if (words.norm[subject.from] === 'your') return LIFE_NOUNS.at(words, subject.head) && anchored(reading, verb.to, near(verb.to, sentence));
  if (verb.lemma !== 'mean' || subject.actor !== 'thing') return false;
  // "For a bakery, a dead phone means lost orders."
  if (
    /^(?:lost|no|less|fewer|more|another|extra|empty)$/.test(words.norm[verb.to] ?? '') &&
    !/^(?:that|which)$/.test(words.norm[subject.from])
  )
    return true;
  return THEM.first(words, verb.to, clause.to) >= 0 && anchored(reading, verb.to, clause.to);
}

/** "It was the whole of your holiday", "that is a real cost to your month end": what of theirs it was. */
function atStake({ grammar: { words, tags } }: LazyReading, { subject, verb, to }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma !== 'be' || verb!.modal || (verb!.tense !== 'past' && verb!.tense !== 'present')) return false;
  if (!subject || !/^(?:it|that|this)$/.test(norm[subject.from]) || subject.to - subject.from > 1) return false;
  const whole =
    norm[verb!.to] === 'the' &&
    /^(?:whole|half|best|rest|only|last|first|one|night|day|week|morning|eve|middle)$/.test(norm[verb!.to + 1] ?? '');
  const loss = /^an?$/.test(norm[verb!.to] ?? '') && verb!.to + 2 < to;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 8); i += 1) {
    if (!/^your?$/.test(norm[i])) continue;
    if (loss && tags.pos[i - 1] === 'preposition' && /^(?:to|on|from)$/.test(norm[i - 1]) && BURDENS.at(words, i - 2)) return true;
    if ((whole || i === verb!.to) && norm.slice(i + 1, i + 4).some((word) => inList('life-nouns', word))) return true;
  }
  return false;
}

/** What we or our failing did to them: left you at the stop, spoiled your evening. */
function done(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const verb = clause.verb!;
  const at = /^(?:up|out|away)$/.test(words.norm[verb.to] ?? '') ? verb.to + 1 : verb.to;
  const object = words.norm[at] ?? '';
  const actor = clause.subject?.actor;
  if (actor === 'customer') return false;
  // "We made her wait twice", "we let them queue": those whom the customer speaks for.
  if (actor === 'own' && /^(?:make|let|leave|keep)$/.test(verb.lemma) && /^(?:her|him|them)$/.test(object))
    return (
      (verb.tense === 'past' || verb.tense === 'perfect') &&
      HARD_ON_THEM.has(reading.grammar.tags.lemma[at + 1] ?? words.norm[at + 1] ?? '')
    );
  // "We didn't mean to upset you", "it was not our intention to …": what was not meant is not said to have been.
  const before = reading.clauses[clause.index - 1];
  if (verb.tense === 'none' && before?.sentence === clause.sentence && before.verb?.negated) return false;
  if (AFFECT.has(verb.lemma)) return object === 'your' || object === 'you' || object === 'yours';
  if (
    !LEAVING.has(verb.lemma) ||
    (object !== 'you' && !(object === 'your' && LIFE_NOUNS.at(words, at + 1))) ||
    (actor !== 'own' && (actor !== 'thing' || verb.lemma !== 'leave'))
  )
    return false;
  // "Put" looks the same in the past.
  const past = verb.tense === 'past' || verb.tense === 'perfect' || (/^(?:put|let)$/.test(verb.lemma) && verb.tense === 'present');
  // "Sorry for making you queue twice".
  const regretted = verb.tense === 'none' && words.norm[verb.from - 1] === 'for';
  if (!past && !regretted) return false;
  if (/^(?:an?|the|know|have|our)$/.test(words.norm[at + 1] ?? '')) return false;
  return (
    at + 1 < reading.sentences[clause.sentence].to &&
    (verb.lemma !== 'send' || /^(?:round|away|from|back|in)$/.test(words.norm[verb.to + 1]))
  );
}

/** "Sorry for the worry that this gave you": their feeling is named as our doing. */
function feelingOwned(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const end = sentence.to - 1;
  for (let i = DISTRESS.first(words, sentence.from, end); i >= 0; i = DISTRESS.first(words, i + 1, end)) {
    const any = norm[i - 1] === 'any' || norm[i - 1] === 'and' || norm[i - 1] === 'or' || norm[i - 2] === 'any';
    const caused = /^(?:this|that|it|we|our|of|you)$/.test(norm[i + 1]) && i + 2 < sentence.to;
    if (
      !any &&
      caused &&
      norm[i - 1] !== 'your' &&
      /^(?:for|about)$/.test(norm[i - 2] ?? '') &&
      !/^(?:may|might|could)$/.test(norm[i + 2] ?? '')
    )
      return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return undefined;
}
