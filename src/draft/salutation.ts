import type { Span } from '../text/span.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import type { Addressee, Salutation } from './draft.js';
import { isHonorific } from './honorifics.js';
import { placeholderEnd } from './placeholder.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Openers of one word. `dear` and its kin expect somebody to be named after them. */
const OPENERS = set(
  'dear hi hello hey hiya howdy heya helo hallo greetings salutations respected liebe lieber liebes geehrte geehrter werte werter bonjour bonsoir salut cher chère chere chers ' +
    'hola estimado estimada estimados querido querida ciao gentile caro cara aloha namaste namaskar olá ola prezado prezada beste geachte hej moin servus buongiorno hullo salaam नमस्ते नमस्कार',
);
const GOOD = set('good guten buenos buenas bom boa');
const DAYTIME = set('morning afternoon evening day tag morgen abend días dias tardes noches dia tarde noite');
const BEFORE_OPENER = set('my very oh well sehr');
/** Words that stand in the addressee's slot in small letters. */
const SLOT = set(
  'sir sirs madam maam customer customers valued esteemed loyal client clients guest guests member members user users holder account policyholder patient passenger ' +
    'subscriber tenant resident student shopper friend friends there all everyone everybody folks team guys guy both family reader colleague colleagues traveller buyer seller ' +
    'applicant owner homeowner ladies gentlemen concerned partner patron visitor parent parents neighbour supporter donor viewer player gamer mate pal buddy dear damen herren kunde kundin ' +
    'customerservice reviewer fan fans cardholder sender employee again lovely other whoever whomever miss mister doctor damen und client cliente',
);
const JOINERS = set('and or und et y e van von de der den di da la le du del ter ten bin al of at the an your');
/** Words that begin what follows a salutation without punctuation ("Dear Paul B Thank you …"). A name may be spelt like some of them. */
const STARTERS = set(
  'thank thanks thankyou we i it this that these our your you please sorry apologies my as after further with following in on at for to the a an just many unfortunately ' +
    'appreciate first firstly good great glad so what how when where why who if they he she there here yes no not regarding re welcome having since while once because although ' +
    'although really truly very much is are was were have has had do does did can could would should let hope hopefully i am delighted happy pleased it its looks seems upon per wow',
);
const NAMES_LIKE_STARTERS = set('will may mark grace rich dawn bill hope glad joy sue art drew rob pat jack');
/** First words before a comma that are no vocative. */
const ADVERBS = set(
  'unfortunately however hello yes no ok okay sure firstly first secondly finally also again today tomorrow yesterday currently sadly luckily thankfully absolutely certainly ' +
    'indeed actually well oh wow sorry thanks apologies please therefore meanwhile moreover otherwise instead additionally further furthermore here there now then still hopefully ' +
    'regrettably clearly obviously monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'great perfect excellent awesome fantastic congratulations congrats good alternatively personally honestly frankly generally normally usually once next last lastly similarly ' +
    'regards sincerely cheers best warmly yours cordially respectfully gratefully ugh yikes ouch shh anytime sometimes outstanding haha lol goodmorning otherwise eh whoa hmm ah aww agreed correct right true understood noted hi hey as soon yep yup nope done',
);

const MOST_WORDS = 14;

/**
 * Parses the salutation that begins at `from`, no further than `to`: opener, addressee, the people it names, and the sign that ends it.
 * Handles the line of its own ("Dear Mr and Mrs Tate,"), the name alone ("Nadia -"), and text that goes on in the same line ("Hi Tom, thanks for …",
 * "Dear Paul B Thank you …"). Undefined when nobody is greeted.
 */
export function readSalutation(text: string, words: Words, from: number, to: number): Salutation | undefined {
  const first = wordAt(words, from);
  const limit = wordAt(words, to);
  const open = readOpener(words, first, limit);
  const slotStart = open === undefined ? start(words, first, limit, to) : words.end[open - 1];
  if (slotStart === undefined) return undefined;
  if (first >= limit && !hasSlotSign(text, from, to)) return undefined;
  const whom = toWhom(words, first, limit);
  const slot =
    whom === undefined
      ? readSlot(text, words, open ?? first, limit, open === undefined ? skipBlank(text, from, to) : slotStart, to, open !== undefined)
      : { end: words.end[whom - 1], to: whom };
  if (slot === undefined) return undefined;
  const opener = open === undefined ? undefined : { start: words.start[first], end: words.end[open - 1] };
  let slotFrom = skipBlank(text, open === undefined ? from : slotStart, slot.end);
  if (opener && /[,.\u2013\u2014-]/u.test(text[slotFrom] ?? '') && slotFrom < slot.end) slotFrom = skipBlank(text, slotFrom + 1, slot.end);
  const addressee = slotFrom < slot.end ? { start: slotFrom, end: slot.end } : undefined;
  if (!opener && !addressee) return undefined;
  const sign = readSign(text, slot.end, to);
  const end = sign?.end ?? slot.end;
  const next = skipBlank(text, end, to);
  const inline = next < to;
  if (!opener && whom === undefined && !standsAlone(text, words, addressee as Span, first, slot.to, sign, inline)) return undefined;
  return {
    span: { start: opener?.start ?? (addressee as Span).start, end },
    opener,
    addressee,
    people: addressee && whom === undefined ? readPeople(text, words, addressee) : [],
    punctuation: sign,
    inline,
  };
}

function start(words: Words, first: number, limit: number, to: number): number | undefined {
  return first < limit ? words.start[first] : to;
}

/** Index one past the opener's last word. */
function readOpener(words: Words, first: number, limit: number): number | undefined {
  let i = first;
  while (i < limit && i < first + 2 && BEFORE_OPENER.has(words.norm[i])) i += 1;
  const word = words.norm[i];
  if (i >= limit || word === undefined) return undefined;
  if (GOOD.has(word))
    return i + 1 < limit && DAYTIME.has(words.norm[i + 1]) && !words.gap[i + 1] ? afterOpener(words, i + 2, limit) : undefined;
  if (DAYTIME.has(word) && i === first && (word === 'morning' || word === 'afternoon' || word === 'evening'))
    return words.gap[i + 1] & (Gap.comma | Gap.stop | Gap.newline) || i + 1 >= limit ? i + 1 : undefined;
  if (!OPENERS.has(word) || (word === 'dear' && i > first && words.norm[i - 1] !== 'my')) return undefined;
  return afterOpener(words, i + 1, limit);
}

/** "Hello and good afternoon", "Hi again", "Good day to you". */
function afterOpener(words: Words, at: number, limit: number): number {
  let i = at;
  if (i < limit && words.norm[i] === 'again' && !words.gap[i]) i += 1;
  if (i + 2 < limit && words.norm[i] === 'and' && GOOD.has(words.norm[i + 1]) && DAYTIME.has(words.norm[i + 2])) i += 3;
  else if (i + 1 < limit && words.norm[i] === 'to' && words.norm[i + 1] === 'you') i += 2;
  else if (i + 1 < limit && GOOD.has(words.norm[i]) && DAYTIME.has(words.norm[i + 1])) i += 2;
  return i;
}

function toWhom(words: Words, first: number, limit: number): number | undefined {
  let i = first;
  if (words.norm[i] === 'dear') i += 1;
  const phrase = ['to', 'whom', 'it', 'may', 'concern'];
  if (i + phrase.length > limit || phrase.some((word, n) => words.norm[i + n] !== word && !(n > 0 && n < 2 && words.norm[i + n] === 'who')))
    return undefined;
  return i + phrase.length;
}

/**
 * Where the addressee's slot ends: at punctuation, at the line's end, or before the word that begins the next sentence.
 * Placeholders (`{{first_name}}`, `[Name]`, `%name%`) are part of it, whatever signs they are made of.
 */
function readSlot(
  text: string,
  words: Words,
  firstWord: number,
  limit: number,
  from: number,
  to: number,
  opened: boolean,
): { end: number; to: number } | undefined {
  let at = skipBlank(text, from, to);
  if (opened && text[at] === ',') {
    const next = skipBlank(text, at + 1, to);
    // "Hi, Chris." greets Chris; "Hi, we have …" greets nobody.
    if (next < to && /[\p{Lu}{[%<]/u.test(text[next]) && namesSomebody(text, words, next, to)) at = next;
    else return { end: from, to: firstWord };
  }
  let end = opened ? from : at;
  let word = wordAt(words, at);
  let taken = 0;
  while (at < to && taken < MOST_WORDS) {
    const hole = placeholderEnd(text, at, to);
    if (hole > at) {
      end = hole;
      while (word < limit && words.start[word] < hole) word += 1;
      at = skipInline(text, hole, to);
      taken += 1;
      // What follows a merge field without a sign between is the message, unless it joins somebody else.
      if (word < limit && words.start[word] === at && /\p{L}/u.test(text[at]) && !joins(text, words, word, limit)) break;
      continue;
    }
    const code = text.charCodeAt(at);
    if (word < limit && words.start[word] === at) {
      const norm = words.norm[word];
      const stop = text.charCodeAt(words.end[word]);
      if (!belongs(text, words, word, limit, taken, opened)) break;
      end = words.end[word];
      taken += 1;
      word += 1;
      at = end;
      const initial = end - words.start[word - 1] === 1 && norm !== 'i';
      if (stop === 46 && (initial || isHonorific(norm)) && text.charCodeAt(end + 1) !== 10) {
        const after = skipInline(text, end + 1, to);
        const continues =
          word < limit && words.start[word] === after && after < to && (isHonorific(norm) || !STARTERS.has(words.norm[word]));
        if (continues || text[after] === '/' || text[after] === '&' || placeholderEnd(text, after, to) > after) at = end = end + 1;
      }
      at = skipInline(text, at, to);
      continue;
    }
    // Signs inside a slot: "Sir/Madam", "McKenzie-O'Neill", "Tom & Anna", "Mr. (Dr.) Hale", "Ana, Tom and Raj".
    if (
      code === 47 ||
      code === 38 ||
      code === 43 ||
      code === 40 ||
      code === 41 ||
      code === 39 ||
      code === 0x2019 ||
      code === 64 ||
      code === 95 ||
      (code === 45 && !isSpaceAt(text, at - 1))
    ) {
      at = skipInline(text, at + 1, to);
      if (code === 41) end = at;
      continue;
    }
    if (code === 44 && listGoesOn(text, words, word, limit, at, to)) {
      at = skipInline(text, at + 1, to);
      continue;
    }
    break;
  }
  return { end, to: word };
}

/** After a comma: another name that "and" or a second comma ties to this one, on the same line. */
function listGoesOn(text: string, words: Words, word: number, limit: number, comma: number, to: number): boolean {
  const next = skipInline(text, comma + 1, to);
  if (word >= limit || words.start[word] !== next || !/\p{Lu}/u.test(text[next])) return false;
  if (STARTERS.has(words.norm[word]) || ADVERBS.has(words.norm[word])) return false;
  let i = word + 1;
  while (i < limit && i < word + 3 && !(words.gap[i] & ~Gap.hyphen) && /\p{Lu}/u.test(text[words.start[i]])) i += 1;
  if (i >= limit) return false;
  const joined = words.norm[i] === 'and' || text.slice(words.end[i - 1], words.start[i]).includes('&');
  const named =
    i + 1 < limit &&
    (words.norm[i] === 'and'
      ? /\p{Lu}/u.test(text[words.start[i + 1]]) || SLOT.has(words.norm[i + 1])
      : /\p{Lu}/u.test(text[words.start[i]]));
  return joined && named && !STARTERS.has(words.norm[words.norm[i] === 'and' ? i + 1 : i]);
}

/** Whether word `i` is part of the slot: capitalised, a class noun, a joiner before such a word, or a user name. */
function belongs(text: string, words: Words, i: number, limit: number, taken: number, opened: boolean): boolean {
  const norm = words.norm[i];
  const sign = text[words.start[i]];
  const capital = /[\p{Lu}\p{Lt}]/u.test(sign);
  if (norm === "'s" || norm === 'not') return false;
  if (i + 1 <= limit && STARTERS.has(norm) && !(capital && NAMES_LIKE_STARTERS.has(norm) && endsSlot(text, words, i))) {
    if (norm === 'there' && taken === 0) return true;
    if (norm === 'good' || norm === 'you') return false;
    // The initial of "Dear Darren A Thank you …".
    if (norm === 'a' && capital && taken > 0 && (endsSlot(text, words, i) || isCapital(text, words, i + 1))) return true;
    // "Dear An," and "Dear So Yeon Park": a starter that is capitalised and stands where only a name can.
    if (capital && taken === 0 && opened && endsSlot(text, words, i)) return true;
    if (JOINERS.has(norm) && !capital && taken > 0) return joins(text, words, i, limit);
    return false;
  }
  if (capital) return !(taken > 0 && (norm === 'welcome' || norm === 'it'));
  if (isHonorific(norm)) return true;
  if (JOINERS.has(norm) && !(taken === 0 && norm !== 'van' && norm !== 'de' && norm !== 'von')) return joins(text, words, i, limit);
  if (SLOT.has(norm)) return true;
  if (/\p{Ll}/u.test(sign)) {
    if (!opened) return false;
    // "Dear bentleydad," and "Hi jamesfZ6007YN,": whatever fills the whole slot.
    if (/\d|\p{Ll}\p{Lu}/u.test(text.slice(words.start[i], words.end[i]))) return true;
    return (
      taken <= 1 &&
      (endsSlot(text, words, i) ||
        (taken === 0 && i + 1 < limit && endsSlot(text, words, i + 1) && !words.gap[i + 1] && SLOT.has(words.norm[i + 1])))
    );
  }
  // Scripts without case, digits.
  return true;
}

function joins(text: string, words: Words, i: number, limit: number): boolean {
  if (!JOINERS.has(words.norm[i])) return false;
  let next = i + 1;
  while (next < limit && next < i + 3 && JOINERS.has(words.norm[next]) && !words.gap[next]) next += 1;
  if (next >= limit || words.gap[next] & (Gap.stop | Gap.newline | Gap.comma)) return false;
  const norm = words.norm[next];
  if (STARTERS.has(norm)) return false;
  return (
    /\p{Lu}/u.test(text[words.start[next]]) ||
    SLOT.has(norm) ||
    isHonorific(norm) ||
    text.slice(words.end[i], words.start[next]).includes('{')
  );
}

function isCapital(text: string, words: Words, i: number): boolean {
  return i < words.length && /\p{Lu}/u.test(text[words.start[i]]);
}

/** Nothing but the closing sign of the salutation follows the word. */
function endsSlot(text: string, words: Words, i: number): boolean {
  return (
    i + 1 >= words.length ||
    (words.gap[i + 1] & (Gap.comma | Gap.newline | Gap.break | Gap.stop | Gap.blankLine)) !== 0 ||
    words.end[i] === text.length
  );
}

/** After "Hi,": a capitalised word that is not the first of a sentence. */
function namesSomebody(text: string, words: Words, at: number, to: number): boolean {
  if (placeholderEnd(text, at, to) > at) return true;
  const i = wordAt(words, at);
  if (i >= words.length || (STARTERS.has(words.norm[i]) && !NAMES_LIKE_STARTERS.has(words.norm[i])) || ADVERBS.has(words.norm[i]))
    return false;
  let last = i;
  while (last + 1 < words.length && last < i + 3 && !words.gap[last + 1] && /\p{Lu}/u.test(text[words.start[last + 1]])) last += 1;
  return endsSlot(text, words, last);
}

/** The comma, dash, colon or mark that ends the salutation. */
function readSign(text: string, at: number, to: number): Span | undefined {
  let start = at;
  while (start < to && (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 0xa0)) start += 1;
  let end = start;
  while (end < to && /[,:;!.\u2026\-\u2013\u2014?\uff0c]/u.test(text[end])) end += 1;
  return end > start ? { start, end } : undefined;
}

/** A name or class noun with no opener: on a line of its own, or set off by a comma at the very start. */
function standsAlone(
  text: string,
  words: Words,
  addressee: Span,
  first: number,
  next: number,
  sign: Span | undefined,
  inline: boolean,
): boolean {
  const count = next - first;
  if (sign === undefined || count > (inline ? 3 : 5)) return count === 0 && sign !== undefined && !inline;
  if (/[.?\u2026]/u.test(text.slice(sign.start, sign.end))) return false;
  if (count === 0) return false;
  for (let i = first; i < next; i += 1) {
    const norm = words.norm[i];
    if ((STARTERS.has(norm) && !NAMES_LIKE_STARTERS.has(norm)) || ADVERBS.has(norm) || /\d/u.test(norm)) return false;
    if (count === 1 && norm.endsWith('ly') && norm.length > 5) return false;
  }
  const mark = text[sign.start];
  if (inline)
    return mark === ',' || (mark !== ':' && mark !== '!' && (sign.end - sign.start > 1 || isSpaceAt(text, sign.start - 1)) && count === 1);
  return mark !== '!' || isHonorific(words.norm[first]) || addressee.end - addressee.start < 20;
}

/** Splits the slot at "and", "&", "/", commas into those it names; a lone title shares the name that follows ("Mr and Mrs Tate"). */
function readPeople(text: string, words: Words, slot: Span): Addressee[] {
  const people: Addressee[] = [];
  let i = wordAt(words, slot.start);
  const limit = wordAt(words, slot.end);
  while (i < limit) {
    const norm = words.norm[i];
    const hole = holeBefore(text, words, i, slot);
    if (hole) {
      people.push({ span: hole, name: hole });
      while (i < limit && words.start[i] < hole.end) i += 1;
      continue;
    }
    if (norm === 'and' || norm === 'or' || norm === 'und' || norm === 'et') {
      i += 1;
      continue;
    }
    const from = i;
    let honorific = i;
    while (honorific < limit && isHonorific(words.norm[honorific]) && !(honorific > from && parts(text, words, honorific))) honorific += 1;
    let to = honorific;
    while (
      to < limit &&
      !(to > from && (parts(text, words, to) || words.norm[from] === 'there')) &&
      !['and', 'or', 'und', 'et'].includes(words.norm[to])
    )
      to += 1;
    if (to === from) to += 1;
    people.push({
      span: { start: words.start[from], end: words.end[to - 1] },
      honorific: honorific > from ? { start: words.start[from], end: words.end[honorific - 1] } : undefined,
      name: to > honorific ? { start: words.start[honorific], end: words.end[to - 1] } : undefined,
    });
    i = to;
  }
  return people;
}

/** The merge field or bracketed slot that holds word `i`. */
function holeBefore(text: string, words: Words, i: number, slot: Span): Span | undefined {
  for (let at = Math.max(slot.start, i > 0 ? words.end[i - 1] : 0); at < words.start[i]; at += 1) {
    const end = placeholderEnd(text, at, slot.end);
    if (end > at) return { start: at, end };
  }
  return undefined;
}

/** A slash, ampersand, plus or comma stands before word `i`. */
function parts(text: string, words: Words, i: number): boolean {
  return words.gap[i] !== 0 && /[/&+,]/u.test(text.slice(words.end[i - 1], words.start[i]));
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text[at])) at += 1;
  return at;
}

function skipInline(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 0xa0)) at += 1;
  return at;
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/u.test(text[at]);
}

function hasSlotSign(text: string, from: number, to: number): boolean {
  return skipBlank(text, from, to) < to;
}
