import { isCapital } from '../text/letters.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import { isMonth } from './date.js';
import type { Channel, SignOff } from './draft.js';
import { isHonorific, isShortened } from './honorifics.js';
import { isListedFirstName } from './nicknames.js';
import { foldName } from './names.js';

/** Names that a customer's own words give away. */
export interface OwnNames {
  /** How they sign, introduce themselves or wish to be called: the best first. */
  readonly own: readonly string[];
  /** Others they speak of: "my mum, Jean Hall". */
  readonly others: readonly string[];
}

const KIN = new Set(
  (
    'mum mom mother dad father parent parents son daughter wife husband partner brother sister aunt uncle niece nephew cousin grandmother grandfather gran grandma grandpa nan grandson granddaughter friend ' +
    'boyfriend girlfriend fiancé fiancée fiance fiancee colleague boss neighbour tenant client patient assistant child kid kids baby girl boy dog cat horse law'
  ).split(' '),
);
const NOT_A_NAME = new Set(
  (
    'thanks thank thankyou thnx thx thks ty tysm kthx gracias merci kudos bravo typical free dude sup grr ugh haha dishonest xx help unacceptable disappointed disgusting disgraceful ridiculous terrible awful horrible appalling pathetic shocking shameful rubbish useless rude avoid beware never fail failure sad ' +
    'angry furious unhappy annoyed frustrated fuming gutted joke shambles disgrace refund please cheers regards sorry hello hi yes no ok okay not very so good great excellent perfect amazing fantastic ' +
    'lovely wonderful awesome brilliant superb best love nice super poor bad worst fix sort why how what when where who really seriously wow lol omg smh wtf fyi asap urgent attached enclosed monday tuesday ' +
    'wednesday thursday friday saturday sunday today tomorrow england scotland wales ireland london usa uk twitter facebook google amazon apple tripadvisor booking expedia team support customer recommended ' +
    'anyone nobody nothing something everything zero nope again still waiting nightmare scam fraud liars thieves none'
  ).split(' '),
);

/** Reads who the customer is out of their own text and its sign-off, and of whom else they speak. */
export function readOwnNames(text: string, words: Words, signOff: SignOff | undefined, channel: Channel): OwnNames {
  const own: string[] = [];
  const add = (name: string | undefined): void => {
    if (name !== undefined && !own.includes(name)) own.push(name);
  };
  const others: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words.norm[i];
    if (word === 'call' && words.norm[i + 1] === 'me') add(nameAt(text, words, i + 2, true));
    else if (word === 'name' && (words.norm[i + 1] === 'is' || words.norm[i + 1] === "'s") && words.norm[i - 1] === 'my')
      add(nameAt(text, words, i + 2, true));
    else if ((word === 'am' && words.norm[i - 1] === 'i') || (word === 'is' && words.norm[i - 1] === 'this' && i < 8))
      add(introduced(text, words, i + 1));
    else if (KIN.has(word) && isOurs(words, i)) {
      const from = isNamedWord(words.norm[i + 1]) ? i + 2 : i + 1;
      const other = words.gap[from] & (Gap.stop | Gap.newline | Gap.closeQuote) ? undefined : nameAt(text, words, from, false);
      if (other !== undefined && !others.includes(other)) others.push(other);
    } else if (word === 'behalf' && words.norm[i + 1] === 'of') {
      const other = nameAt(text, words, i + 2, false);
      if (other !== undefined && !others.includes(other)) others.push(other);
    }
  }
  const signed = (signOff ? signedName(text, words, signOff, channel) : undefined) ?? nameBeforeDetail(text, words);
  if (signed !== undefined && !others.includes(signed)) add(signed);
  // A wish ("call me Bob") stands beside the name that was signed, the signed one first.
  return { own: signed === undefined || others.includes(signed) ? own : [signed, ...own.filter((name) => name !== signed)], others };
}

function isNamedWord(word: string | undefined): boolean {
  return word === 'called' || word === 'named' || word === 'is' || word === 'aged';
}

/** "my mum", "our little girl", "my sister in law". */
function isOurs(words: Words, i: number): boolean {
  for (let n = i - 1; n >= 0 && n >= i - 3; n -= 1) if (words.norm[n] === 'my' || words.norm[n] === 'our') return true;
  return false;
}

/** "I'm Anna Beck" but not "I am English": a title, or a first name that is listed. */
function introduced(text: string, words: Words, i: number): string | undefined {
  const name = nameAt(text, words, i, false);
  if (name === undefined) return undefined;
  const first = words.norm[i];
  return isHonorific(first) || isListedFirstName(foldName(text.slice(words.start[i], words.end[i]))) ? name : undefined;
}

/** The capitalised words at word `i`, at most four, no sign between them but an initial's full stop. */
function nameAt(text: string, words: Words, i: number, loose: boolean): string | undefined {
  let to = i;
  while (to < words.length && to < i + 4) {
    if (to > i && words.gap[to] !== 0 && words.gap[to] !== Gap.hyphen && !(words.gap[to] === Gap.stop && isShortened(text, words, to - 1)))
      break;
    if (!isCapital(text, words.start[to]) || words.norm[to] === 'i' || /\d/u.test(words.norm[to])) break;
    to += 1;
  }
  if (to === i) return undefined;
  if (!loose && to === i + 1 && (NOT_A_NAME.has(words.norm[i]) || isHonorific(words.norm[i]))) return undefined;
  return text.slice(words.start[i], words.end[to - 1]);
}

const KNOWN_BY = /^,\s+(?:arriving|booking|order|ref|room|flat|unit|customer|account|age|member|ticket|invoice)\b[^.!?]*$/i;
/** What people do on a day that they name to those they book with. */
const TRAVELLING = new Set(
  'leaving departing returning travelling traveling flying sailing staying visiting joining checking moving due back here'.split(' '),
);
const BEFORE_DAY = new Set('in out on from until till the this next for home with you to'.split(' '));
const DAY = /^(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tonight|\d{1,2}(?:st|nd|rd|th))$/;

/** "leaving 9 March", "checking in on Friday", "back on the 4th"; not "leaving 9 people in the rain". */
function isTravelling({ norm }: Words, at: number): boolean {
  if (!TRAVELLING.has(norm[at])) return false;
  let day = at + 1;
  while (day < at + 5 && BEFORE_DAY.has(norm[day] ?? '')) day += 1;
  const first = norm[day] ?? '';
  const second = norm[day + 1] ?? '';
  return DAY.test(first) || (isMonth(first) ? /^\d/.test(second) : /^\d{1,2}$/.test(first) && (isMonth(second) || second === 'of'));
}

/** "… on site? Tomasz, arriving 14 June": a name and what it is known by. */
function nameBeforeDetail(text: string, words: Words): string | undefined {
  for (let i = words.length - 1; i > 0 && i > words.length - 9; i -= 1) {
    if (!(words.gap[i] & (Gap.stop | Gap.newline)) || isShortened(text, words, i - 1)) continue;
    const name = nameAt(text, words, i, false);
    if (name === undefined) return undefined;
    const rest = text.slice(words.start[i] + name.length);
    const next = wordAt(words, words.start[i] + name.length);
    const travels = /^,[^.!?]*$/.test(rest) && isTravelling(words, next);
    return KNOWN_BY.test(rest) || travels ? name : undefined;
  }
  return undefined;
}

/** The first person who signs; a lone word must not be the shout that ends many complaints ("Never again. Disgusting"). */
function signedName(text: string, words: Words, signOff: SignOff, channel: Channel): string | undefined {
  const at = signOff.names[0];
  if (!at) return undefined;
  const from = wordAt(words, at.start);
  const to = wordAt(words, at.end);
  let end = at.end;
  // "Mr & Mrs Tate" and "Anna and Tom Beck" sign together.
  const next = signOff.names[1];
  if (next && /^\.?\s*(?:&|and|und|et|y)\s*$/i.test(text.slice(at.end, next.start))) end = next.end;
  const name = text.slice(at.start, end).replace(/\s+/gu, ' ');
  if (end > at.end) return name;
  if (to - from === 1 && (NOT_A_NAME.has(words.norm[from]) || isHonorific(words.norm[from]))) return undefined;
  if (
    to - from === 1 &&
    signOff.phrase === undefined &&
    /(?:ed|ing|able|ible|ful|ous|less|ment|ness|tion)$/u.test(words.norm[from]) &&
    !isListedFirstName(foldName(name))
  )
    return undefined;
  for (let i = from; i < to; i += 1) if (NOT_A_NAME.has(words.norm[i]) && signOff.phrase === undefined) return undefined;
  if (text[at.start - 1] === '#' || text[at.start - 1] === '@') return undefined;
  if (
    signOff.phrase !== undefined ||
    isHonorific(words.norm[from]) ||
    isListedFirstName(foldName(text.slice(words.start[from], words.end[from])))
  )
    return name;
  // A shout ("AYFKM", "WELL DONE"), and in chat and reviews, where few sign, any last words that are no name for certain.
  if (name === name.toUpperCase() && (to - from === 1 || name.length > 8) && !/\p{Lu}\.? \p{Lu}/u.test(name)) return undefined;
  if (channel !== 'email') return undefined;
  return name;
}
