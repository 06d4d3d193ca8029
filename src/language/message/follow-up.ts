import { wordClass } from '../../lexicon/index.js';
import type { Draft } from '../../draft/draft.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import { wordsAre } from '../window.js';
import { answersUs, mentionsUs, SHORT_TURN } from './answering-turns.js';

const GREETING = wordClass('hi hey hello hiya morning afternoon evening');
const THANKING = wordClass('thank thanks thx thankyou cheers ta');
/** What a follow-up thanks for: our answer, not our service. */
const ANSWER_NOUNS = wordClass(
  'info information help reply response answer update that this quick prompt getting letting clarification heads follow confirming clarifying',
);
/** Thanks for these can only come behind an answer, wherever they stand. */
const REPLIES = wordClass('response reply responding replying clarification clarifying');
const PRAISED = wordClass('great amazing awesome best wonderful excellent fantastic lovely crew staff team flight stay room');
/** What our side says only in the middle of a conversation. */
const CONTINUING = [
  'my colleague is',
  'my colleague has',
  'our response remains',
  'on this occasion',
  'no problem',
  'you are welcome',
  'no worries',
  'misreading',
  'i will be back',
  'that is correct',
  'any time',
  'anytime',
  'took a look',
  'had a look',
  'apologies again',
  'apologise again',
  'again my apologies',
  'again our apologies',
  'again we apologise',
  'again i apologise',
] as const;
/** … and this to thanks alone: whoever tells what we did for them opens with it. */
const WELCOMING = ['you are very welcome', 'you are more than welcome', 'you are most welcome', 'my pleasure'] as const;
const CONTINUING_FIRST = new Set(CONTINUING.map((phrase) => phrase.split(' ')[0]));
/** Thanks that name nothing. */
const BARE_THANKS = 8;

/** Longest message of chat, in UTF-16 units: a tweet and its tag. */
const BRIEF = 300;

/** Whether the draft is a line or two of chat: by its channel, or because it is that short and has no salutation line and no closing. */
export function isBrief({ channel, text, salutation, signOff, blocks }: Draft): boolean {
  if (channel === 'chat') return true;
  if (channel === 'review' || text.length > BRIEF) return false;
  return (!salutation || salutation.inline) && !signOff?.phrase && blocks.filter(({ kind }) => kind === 'paragraph').length <= 1;
}

/**
 * Whether the draft is a later turn of a running conversation: replies of ours went before it, or, in chat, the customer's turn only makes sense as an
 * answer ("No, it ends in 36", "That sounds good"). A follow-up owes no thanks for the contact and no acknowledgement of it.
 */
export function isFollowUp(reading: LazyReading): boolean {
  if (reading.draft.earlier.length > 0) return true;
  if (!reading.brief) return false;
  const customer = reading.customerGrammar;
  const { words: own } = reading.grammar;
  const first = customer?.sentences.find((sentence) => sentence.to > sentence.from);
  if (!customer || !first) return false;
  const { words } = customer;
  const greeted = GREETING.at(words, first.from) && first.from + 1 < words.length && words.gap[first.from + 1] !== 0;
  const at = greeted ? first.from + 1 : first.from;
  if (answersUs(reading, customer, first, at)) return true;
  if (THANKING.at(words, at) && thanksForAnswer(words, at)) return true;
  let thanked = false;
  for (let i = THANKING.first(words, 0, words.length); i >= 0 && !thanked; i = THANKING.first(words, i + 1, words.length))
    thanked = REPLIES.first(words, i + 1, Math.min(i + 6, words.length)) >= 0;
  if (thanked && !mentionsUs(reading)) return true;
  if (customer.words.length > SHORT_TURN || mentionsUs(reading)) return false;
  const bare = customer.words.length <= BARE_THANKS && THANKING.first(words, 0, words.length) >= 0;
  for (let i = 0; i < own.length; i += 1)
    if (bare && (i === 0 || own.gap[i] !== 0) && WELCOMING.some((phrase) => wordsAre(own, i, phrase))) return true;
  for (let i = 0; i < own.length; i += 1)
    if (CONTINUING_FIRST.has(own.norm[i]) && CONTINUING.some((phrase) => wordsAre(own, i, phrase))) return true;
  return false;
}

function thanksForAnswer(words: Words, at: number): boolean {
  const { length } = words;
  if (PRAISED.first(words, at, Math.min(at + 10, length)) >= 0) return false;
  const noun = ANSWER_NOUNS.first(words, at + 1, Math.min(at + 7, length));
  const help = noun >= 0 && words.norm[noun] === 'help';
  // "Thanks for your help last night": what was done then is no answer of now.
  if (length - at <= 8) return !(help && isBygone(words.norm, noun + 1));
  return noun >= 0 && !(help && helpedWith(words.norm, noun + 1));
}

/** "Thanks for helping me find a cot this morning", "for the help last night with the pram": a service, and no answer. */
function helpedWith(norm: readonly string[], at: number): boolean {
  const next = pastTime(norm, at);
  return /^(?:with|in|at|on|getting|finding)$/.test(norm[next] ?? '') && !/^(?:this|that|it)$/.test(norm[next + 1] ?? '');
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const STRETCHES =
  /^(?:night|evening|afternoon|morning|week|weekend|month|year|day|days|weeks|months|nights|time|summer|winter|spring|autumn)$/;

/** The word behind a time that is over: "yesterday", "last night", "on Friday night", "a few weeks ago"; `at` where none stands. */
function pastTime(norm: readonly string[], at: number): number {
  const [first = '', second = '', third = '', fourth = ''] = norm.slice(at, at + 4);
  if (/^(?:today|tonight|earlier)$/.test(first)) return at + 1;
  if (first === 'yesterday') return STRETCHES.test(second) ? at + 2 : at + 1;
  if (/^(?:last|this|that)$/.test(first) && (STRETCHES.test(second) || DAYS.test(second))) return at + 2;
  if (first === 'the' && /^(?:other|last)$/.test(second) && STRETCHES.test(third)) return at + 3;
  const day = first === 'on' || first === 'last' ? at + 1 : at;
  if (DAYS.test(norm[day] ?? '')) return STRETCHES.test(norm[day + 1] ?? '') ? day + 2 : day + 1;
  if (STRETCHES.test(second) && third === 'ago') return at + 3;
  return STRETCHES.test(third) && fourth === 'ago' ? at + 4 : at;
}

/** A time of another day. */
function isBygone(norm: readonly string[], at: number): boolean {
  return pastTime(norm, at) > at && !/^(?:today|tonight|this|earlier)$/.test(norm[at]);
}
