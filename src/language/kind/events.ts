import { listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import { isKin } from '../apology/life-event.js';
import {
  DEATH,
  DEFECTS,
  DISASTER,
  FAILURES,
  FIRST,
  HARMS,
  ILLNESS,
  NEGATORS,
  SELDOM_MALFUNCTIONS,
  STATES,
  THANKS,
  TROUBLES,
  UNITS,
} from './customer-words.js';
import { isPraiseGiven, objectOf } from './help.js';
import { runsSlow } from './judgement.js';
import { negatedBefore } from './negation.js';

/** What the customer's words name, word by word. */
export interface NamedCues {
  /** Service that went wrong. */
  failed: number;
  /** Things in a broken state. */
  broken: number;
  /** Words for trouble, told and not asked after. */
  trouble: number;
  thanked: number;
  /** Thanks for harm. */
  mocked: number;
  /** They look forward to something. */
  eager: number;
  /** How long something took. */
  lasted: number;
  /** Trouble that is over, told as settled. */
  settled: number;
  /** A thing that will not do what it is told, in a fragment: "not opening", "running slow". */
  malfunctions: number;
  /** Counted more than once: "written 3 times", "four days running". */
  again: number;
}

const MALFUNCTION = listed('malfunction');
const COUNTED = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|forty|fifty|thirty|sixty|several|few|of|an|another)$/;

/** Counts what the customer names. What went wrong in `excused` words does not count. */
export function countNamed(grammar: Grammar, excused: (i: number) => boolean): NamedCues {
  const { words, tags } = grammar;
  const cues = { failed: 0, broken: 0, trouble: 0, thanked: 0, mocked: 0, eager: 0, lasted: 0, settled: 0, malfunctions: 0, again: 0 };
  let saying = 0;
  for (const { from, to, question } of grammar.sentences) {
    if (to - from > 1 && isFragment(grammar, from)) cues.malfunctions += 1;
    for (let i = from; i < to; i += 1) {
      const word = words.norm[i];
      if (
        word === 'wait' &&
        words.norm[i - 1] === 'not' &&
        words.norm[i - 2] === 'can' &&
        !/^(?:any|that|this|long)$/.test(words.norm[i + 1] ?? '')
      )
        cues.eager = 1;
      if (excused(i)) continue;
      if (runsSlow(grammar, i)) cues.malfunctions += 1;
      if ((MALFUNCTION.at(words, i) || MALFUNCTION.has(tags.lemma[i])) && !SELDOM_MALFUNCTIONS.has(word) && !negatedBefore(grammar, i))
        cues.broken += 0.7;
      if (
        UNITS.has(word) &&
        (COUNTED.test(words.norm[i - 1] ?? '') || (words.norm[i - 1] === 'all' && words.norm[i - 2] !== 'at')) &&
        !isAhead(words.norm, i)
      )
        cues.lasted += 0.35;
      // "My card is refused", "the payment was refused": the thing fails, nobody is refused.
      if (word === 'refused' && isPaymentBefore(grammar, i)) {
        cues.broken += 1;
        continue;
      }
      // "I've missed flying with you" is no missed flight.
      const longed = word === 'missed' && /^(?:you|flying|this|it|being|staying)$/.test(words.norm[i + 1] ?? '');
      const life = losesJob(words.norm, i) || losesHome(words.norm, i);
      if (FAILURES.has(word) && !longed && !life && !ownChange(words.norm, i) && !negatedBefore(grammar, i)) cues.failed += 1;
      if (STATES.at(words, i) && !negatedBefore(grammar, i)) cues.broken += 0.4;
      if (THANKS.has(word)) {
        if (thanksForHarm(grammar, i)) cues.mocked += 1;
        else if (!thanksForAnswer(words.norm, i)) cues.thanked += givesThanks(words.norm, i) ? 1 : 0.3;
      }
      if (praisesHarm(grammar, i) || (isPraiseGiven(words.norm, i) && HARMS.has(tags.lemma[objectOf(words.norm, i, to)] ?? '')))
        cues.mocked += 1;
      if (TROUBLES.at(words, i) && isSettled(grammar, i)) cues.settled += 1;
      else if (!question && (TROUBLES.at(words, i) || (word === 'working' && words.norm[i - 1] === 'not'))) cues.trouble += 1;
      if (word === 'forward' && looksForward(grammar, i)) cues.eager = 1;
      if (word === 'says' || word === 'say' || word === 'shows') saying += 1;
      if (isRepeated(words.norm, i)) cues.again += 1;
      if (DEFECTS.has(word) && tags.pos[i - 1] === 'number') cues.failed += 1;
    }
  }
  if (saying > 1) cues.broken += 1;
  return cues;
}

/** "I cancelled that flight", "I've rebooked": what they changed themselves. */
function ownChange(norm: readonly string[], i: number): boolean {
  if (!/^(?:cancelled|canceled|cancelling|rebooked|skipped)$/.test(norm[i])) return false;
  const at = /^(?:have|had|just|already|also|then)$/.test(norm[i - 1] ?? '') ? i - 2 : i - 1;
  return /^(?:i|we)$/.test(norm[at] ?? '');
}

function isRepeated(norm: readonly string[], i: number): boolean {
  if (norm[i] === 'times') return /^(?:\d+|two|three|four|five|six)$/.test(norm[i - 1] ?? '');
  if (/^\d+x$/.test(norm[i])) return true;
  return (norm[i] === 'running' || norm[i] === 'straight') && (UNITS.has(norm[i - 1] ?? '') || norm[i - 1] === 'times');
}

/** "Not opening", "not received the amount", "unable to log in": nobody is named, and nothing is judged. */
function isFragment({ words: { norm }, tags }: Grammar, from: number): boolean {
  if (norm[from] === 'unable') return norm[from + 1] === 'to';
  // "Not able to check in", "can not able to view the code".
  if (norm[from] === 'not' || norm[from] === 'can')
    for (let i = from; i < from + 3; i += 1) if (norm[i] === 'not' && norm[i + 1] === 'able' && norm[i + 2] === 'to') return true;
  if (norm[from] !== 'not') return false;
  return (
    tags.pos[from + 1] === 'verb' ||
    /(?:ing|ed)$/.test(norm[from + 1]) ||
    /^(?:open|accept|work|verify|load|receive|come)$/.test(norm[from + 1])
  );
}

/** "In 2 hours", "90 minutes before boarding": what lies ahead, and took no time yet. */
function isAhead(norm: readonly string[], i: number): boolean {
  return (
    /^(?:in|within|under|next|every|least)$/.test(norm[i - 2] ?? '') ||
    /^(?:before|until|till|prior|early|notice|layover|connection|from|old|ago|worth)$/.test(norm[i + 1] ?? '')
  );
}

/** "Solved the problem", "any issue is resolved": not "please resolve my issue", "still not resolved". */
function isSettled({ words: { norm, gap } }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4 && !gap[k + 1]; k -= 1) if (SETTLED.has(norm[k])) return !NEGATORS.has(norm[k - 1]);
  for (let k = i + 1; k < norm.length && k <= i + 4 && !gap[k]; k += 1) {
    if (NEGATORS.has(norm[k]) || norm[k] === 'be') return false;
    if (SETTLED.has(norm[k])) return true;
  }
  return false;
}

const SETTLED = new Set('solved resolved fixed sorted handled corrected addressed'.split(' '));

/** What we had written before. */
const ANSWERS = new Set('reply response answer info information update clarification confirmation'.split(' '));

function isPaymentBefore({ words }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1)
    if (/^(?:card|payment|code|voucher|password|login|transfer|coupon)$/.test(words.norm[k])) return true;
  return false;
}

/** Index of the word behind "thanks" or "thank you". */
function behindThanks(norm: readonly string[], i: number): number {
  return norm[i] === 'thank' && norm[i + 1] === 'you' ? i + 2 : i + 1;
}

/** "Thanks for the reply": what was answered before, not what they write for. */
function thanksForAnswer(norm: readonly string[], i: number): boolean {
  const next = behindThanks(norm, i);
  const noun = /^(?:the|your)$/.test(norm[next + 1] ?? '') ? next + 2 : next + 1;
  return norm[next] === 'for' && ANSWERS.has(norm[noun] ?? '');
}

/** "Thanks for the umbrella", "thank you to the crew", or thanks that open the message; not the "Thanks." that ends a demand. */
function givesThanks(norm: readonly string[], i: number): boolean {
  const next = norm[behindThanks(norm, i)] ?? '';
  // "I want to thank the nurse on ward 3", "to commend your driver".
  if (/^(?:thank|commend|applaud)$/.test(norm[i]) && norm[i + 1] !== 'you') return next !== '';
  return i <= 2 || /^(?:for|to|so|very|again|guys|all|company)$/.test(next);
}

/** "Looking forward to flying with you": glad of it; not "to your reply", "to missing my connection". */
function looksForward({ words, tags }: Grammar, i: number): boolean {
  const { norm } = words;
  const next = norm[i + 2] ?? '';
  return (
    norm[i + 1] === 'to' &&
    /^looking$|^look$/.test(norm[i - 1] ?? '') &&
    !NEGATORS.has(norm[i - 2] ?? '') &&
    !/^(?:your|hear|hearing|receiving|seeing|resolving|a)$/.test(next) &&
    !HARMS.has(tags.lemma[i + 2] ?? next) &&
    !FAILURES.has(next) &&
    next !== 'missing'
  );
}

/** "Thanks for losing my bag", "thank you for the 4 hour delay": what is thanked for is harm. */
function thanksForHarm({ words, tags }: Grammar, i: number): boolean {
  const { norm } = words;
  let at = behindThanks(norm, i);
  if (norm[at] !== 'for') return false;
  at += 1;
  if (HARMS.has(tags.lemma[at] ?? norm[at] ?? '')) return true;
  const noun = at;
  while (at < noun + 4 && (MEASURES.has(norm[at]) || UNITS.has(norm[at]) || tags.pos[at] === 'number')) at += 1;
  return (
    at > noun &&
    at < words.length &&
    /^(?:delays?|cancellations?|wait|mess|lost|damaged|cancelled|delayed|broken|missed|ruined|wasted)$/.test(norm[at])
  );
}

const MEASURES = new Set('the a an another my our your yet more extra long second third'.split(' '));

/** "Great job losing my bag", "nice work on cancelling us": the work that is praised is harm. */
function praisesHarm({ words, tags }: Grammar, i: number): boolean {
  const { norm } = words;
  if (
    !/^(?:job|work|going|one)$/.test(norm[i]) ||
    !/^(?:great|good|nice|fine|excellent|awesome|amazing|stellar|bang|top)$/.test(norm[i - 1] ?? '')
  )
    return false;
  for (let k = i + 1; k < Math.min(words.length, i + 5) && !(words.gap[k] & Gap.stop); k += 1)
    if (norm[k].endsWith('ing') && HARMS.has(tags.lemma[k] ?? '')) return true;
  return false;
}

/** "I have just lost my job." */
function losesJob(norm: readonly string[], i: number): boolean {
  return (
    /^(?:lost|losing)$/.test(norm[i]) &&
    /^(?:my|his|her|our|their)$/.test(norm[i + 1] ?? '') &&
    /^(?:job|jobs|income|work)$/.test(norm[i + 2] ?? '')
  );
}

/** "We lost our home": by whoever says it of themselves. */
function losesHome(norm: readonly string[], i: number): boolean {
  return (
    norm[i] === 'lost' &&
    /^(?:i|we|have)$/.test(norm[i - 1] ?? '') &&
    /^(?:my|our)$/.test(norm[i + 1] ?? '') &&
    /^(?:home|house)$/.test(norm[i + 2] ?? '')
  );
}

/** "My surgery is on the 3rd": an appointment like others. */
function isPlanned(norm: readonly string[], i: number): boolean {
  return /^(?:surgery|hospital)$/.test(norm[i]) && /^(?:is|on|next|tomorrow|appointment)$/.test(norm[i + 1] ?? '');
}

/** A death, a grave illness or a disaster that befell the customer or their kin. */
export function lifeEvents({ words, sentences }: Grammar): number {
  const { norm } = words;
  let found = 0;
  for (const { from, to } of sentences) {
    let own = false;
    let kin = false;
    let event = 0;
    for (let i = from; i < to; i += 1) {
      if (FIRST.at(words, i)) own = true;
      if (isKin(norm[i])) kin = true;
      if (DEATH.at(words, i) || (norm[i] === 'lost' && isKin(norm[i + 2] ?? ''))) event = Math.max(event, 2);
      else if ((ILLNESS.at(words, i) && !isPlanned(norm, i)) || DISASTER.at(words, i) || losesHome(norm, i) || losesJob(norm, i))
        event = Math.max(event, 1.6);
    }
    if (event === 2 ? kin : event > 0 && (own || kin)) found = Math.max(found, event);
  }
  return found;
}
