import { isCapital } from '../text/letters.js';
import type { Span } from '../text/span.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import type { KnownName, Segment } from './draft.js';
import { isHonorific } from './honorifics.js';
import { foldName, readName } from './names.js';
import { isListedFirstName } from './nicknames.js';
import { TEAM_NOUNS } from './sign-off-words.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Before a name with no comma: "Thanks Tom", "Sorry to hear that Paul". */
const BEFORE_BARE = set(
  'thanks you that this it again welcome hi hello hey sorry cheers yes apologies congratulations morning afternoon evening',
);
/** After such a name: the sentence ends or goes on with one of these. */
const AFTER_BARE = set('for and');
/** Nouns that a name in commas only explains: "our manager, Tom, will …". */
const EXPLAINED = set(
  'employee coworker worker teammate staffer captain steward stewardess manager colleague agent team director supervisor engineer owner driver courier lead head assistant officer chef host doctor nurse technician specialist partner mother mum father dad son daughter wife husband ' +
    'sister brother friend name city town country hotel store branch office airport station department product by from at in of to with on near via city street road',
);
const NO_NAME = set(
  'therefore nevertheless nonetheless furthermore moreover meanwhile sometimes often usually url pin aw awe dang whew bummer yikes otherwise eh cvv pls plz note nb yup yep i we you they he she it there here this that these those what which who when where why how if as but and or so then also just still only even please thanks thank sorry hello hi hey dear yes no ok okay ' +
    'however unfortunately sadly hopefully luckily fortunately firstly first secondly finally lastly regards sincerely cheers best kind warm congratulations welcome apologies monday tuesday wednesday thursday friday ' +
    'saturday sunday january february march april june july august september october november december christmas easter england scotland wales ireland london paris uk usa us eu europe america australia god lol omg ' +
    'wow oh ah hmm yay hooray twitter facebook google tripadvisor instagram amazon apple windows android english french german spanish internet wifi bluetooth sms pdf faq dm today tomorrow yesterday all everyone folks guys again ' +
    'too though instead either anyway soon now later way team sir madam well actually indeed absolutely certainly definitely sure great good nice perfect lovely fantastic awesome while although because since once after before during for ' +
    'with without in on at to from by of our your my their his her its one two three many most some any every each another other additionally alternatively currently personally overall generally may can will would could should let do does did is are was were have has had not a an the',
);
const MAY_BE_NAMES = set('will may mark grace rich dawn bill hope joy sue art drew rob pat jack april june august christian');

/**
 * Where the body addresses somebody by name: set off by commas at a clause edge ("Thank you, Tom, for …", "We're sorry, Peter.", "Aaron, please …"), or bare
 * after thanks, a greeting or "that" ("Thanks Tom!"). Titles are part of the span. Names of third persons ("thanks to Arun", "our manager, Ana, will …") are not vocatives.
 */
export function findVocatives(
  text: string,
  words: Words,
  sentences: readonly Span[],
  segments: readonly Segment[],
  known: readonly KnownName[],
): Span[] {
  const names = new Set(known.flatMap(({ name }) => readName(name).words));
  const found: Span[] = [];
  let s = 0;
  for (const sentence of sentences) {
    while (s < segments.length && segments[s].span.end <= sentence.start) s += 1;
    if (segments[s]?.role !== 'body') continue;
    const from = wordAt(words, sentence.start);
    const to = wordAt(words, sentence.end);
    for (let i = from; i < to; i += 1) {
      const end = nameEnd(text, words, i, to);
      if (end === i) continue;
      if (isAddressed(text, words, i, end, from, to, names) || isTrailing(text, words, i, end, from, to, names))
        found.push({ start: words.start[i], end: words.end[end - 1] });
      i = end - 1;
    }
  }
  return found;
}

/** One past the last word of the name that begins at `i`; `i` itself when none does. */
function nameEnd(text: string, words: Words, i: number, limit: number): number {
  let to = i;
  while (to < limit && to < i + 4) {
    const norm = words.norm[to];
    const initial = to > i && (isHonorific(words.norm[to - 1]) || words.end[to - 1] - words.start[to - 1] === 1);
    if (to > i && words.gap[to] & ~Gap.hyphen && !(words.gap[to] === Gap.stop && initial)) break;
    if (!isCapital(text, words.start[to]) || TEAM_NOUNS.has(norm)) break;
    if (NO_NAME.has(norm) && !(MAY_BE_NAMES.has(norm) && to === i)) break;
    to += 1;
  }
  // A name that "team" or "'s" follows belongs to something else.
  if (to > i && to < limit && words.gap[to] === 0 && (TEAM_NOUNS.has(words.norm[to]) || words.norm[to] === "'s")) return i;
  return to;
}

function isAddressed(text: string, words: Words, i: number, end: number, from: number, to: number, known: ReadonlySet<string>): boolean {
  const starts = i === from;
  const ends = end === to;
  const comma = (words.gap[i] & Gap.comma) !== 0;
  const closes = ends || (words.gap[end] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  if (starts)
    return (
      !ends &&
      (words.gap[end] & Gap.comma) !== 0 &&
      end - i <= 3 &&
      !followsList(text, words, end, to) &&
      !looksLikeAdverb(words, i, end) &&
      GOES_ON.has(words.norm[end])
    );
  const before = words.norm[i - 1];
  if (comma) {
    if (!closes || EXPLAINED.has(before) || isHonorific(before)) return false;
    if (
      !ends &&
      words.gap[end] & Gap.comma &&
      (isOwned(words, i, from) || isIntroduced(words, i, end, from) || isExplained(words, end, to))
    )
      return false;
    if (
      isCapital(text, words.start[i - 1]) &&
      i - 1 > from &&
      before !== 'i' &&
      text.slice(words.start[i - 1], words.end[i - 1]) !== text.slice(words.start[i - 1], words.end[i - 1]).toUpperCase()
    )
      return false;
    if (/\d/u.test(before) || (ends ? false : followsList(text, words, end, to))) return false;
    return (
      ends ||
      (words.gap[end] & Gap.comma) === 0 ||
      addresses(words, from, i) ||
      isListedFirstName(words.norm[i]) ||
      known.has(foldName(words.norm[i]))
    );
  }
  // "Oh Jodie, you poor thing"
  if (/^(?:oh|aw|ah)$/u.test(before) && words.gap[i] === 0)
    return closes && !/^(?:lord|christ|jesus|goodness|heavens|gosh|boy|man|dear|my)$/u.test(words.norm[i]);
  if (words.gap[i] !== 0 || !BEFORE_BARE.has(before)) return false;
  if (before === 'you' && words.norm[i - 2] !== 'thank' && !ends) return false;
  return ends || (words.gap[end] & (Gap.comma | Gap.stop)) !== 0 || (AFTER_BARE.has(words.norm[end]) && words.gap[end] === 0);
}

/** "while our surveyor, Ms Reyes, finished": a name in commas behind somebody of ours or theirs says who that is. */
function isOwned({ norm, gap }: Words, i: number, from: number): boolean {
  for (let k = i - 1; k >= Math.max(from, i - 3); k -= 1) {
    if (/^(?:our|my|his|her|their)$/u.test(norm[k])) return k < i - 1;
    if (gap[k] !== 0) return false;
  }
  return false;
}

/** "A restorer, Joan Pike, has offered to look": a full name in commas behind a noun with an article; nobody is spoken to by both names in mid-sentence. */
function isIntroduced({ norm, gap }: Words, i: number, end: number, from: number): boolean {
  if (end - i < 2 || isHonorific(norm[i])) return false;
  for (let k = i - 1; k >= Math.max(from, i - 4) && gap[k + 1] === (k === i - 1 ? gap[i] : 0); k -= 1)
    if (/^(?:an?|the)$/u.test(norm[k])) return k < i - 1;
  return false;
}

/** "If it does not help, Mrs Reyes, the owner, reads every letter": who that is follows, between commas, and then what they do. */
function isExplained({ norm, gap }: Words, end: number, to: number): boolean {
  if (!/^(?:the|our|my|who|whose)$/u.test(norm[end] ?? '')) return false;
  for (let k = end + 1; k < Math.min(to - 1, end + 7); k += 1)
    if (gap[k] & Gap.comma) return !/^(?:i|we|you|and|but|please)$/u.test(norm[k]);
  return false;
}

/** "Thank you for your review Ian.": a first name that is known or listed, with no comma, after a noun at the end of the sentence. */
function isTrailing(text: string, words: Words, i: number, end: number, from: number, to: number, known: ReadonlySet<string>): boolean {
  if (end !== to || end > i + 1 || i < from + 3 || words.gap[i] !== 0 || !/[.!?]/u.test(text[words.end[end - 1]] ?? '')) return false;
  const before = words.norm[i - 1];
  if (
    isCapital(text, words.start[i - 1]) ||
    NOT_BEFORE_TRAILING.has(before) ||
    EXPLAINED.has(before) ||
    isHonorific(before) ||
    /(?:ing|ed)$|\d/u.test(before)
  )
    return false;
  const name = foldName(words.norm[i]);
  return (known.has(name) || isListedFirstName(name)) && addresses(words, from, i);
}

const NOT_BEFORE_TRAILING = set(
  'a an the my our your his her its their this that these those and or but as than like is was are were be been being am call called ask tell told thank thanks see meet email contact ring phone text message speak ' +
    'spoke talk talked visit met know knew say said says love about against among between into through under over after before since until for without within not new old dear mr mrs ms miss dr name named',
);

/** The clause before the name speaks to the reader: thanks, apology, you. */
function addresses(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      ['thank', 'thanks', 'you', 'your', 'sorry', 'apologies', 'please', 'hi', 'hello', 'yes', 'no', 'welcome', 'well'].includes(
        words.norm[i],
      )
    )
      return true;
  return false;
}

/** "…, York, and Bath", "…, Tom and Ana": one of several things. */
function followsList(text: string, words: Words, end: number, to: number): boolean {
  if (end >= to) return false;
  if ((words.norm[end] === 'and' || words.norm[end] === 'or') && end + 1 < to)
    return isCapital(text, words.start[end + 1]) && words.norm[end + 1] !== 'i';
  return (
    (words.gap[end] & Gap.comma) !== 0 &&
    end + 1 < to &&
    isCapital(text, words.start[end]) &&
    !NO_NAME.has(words.norm[end]) &&
    ((words.gap[end + 1] & Gap.comma) !== 0 || words.norm[end + 1] === 'and')
  );
}

function looksLikeAdverb(words: Words, i: number, end: number): boolean {
  const word = words.norm[i];
  if (isListedFirstName(word)) return false;
  return /(?:ly|ing|ed)$/u.test(word) || (end === i + 1 && word.length < 3);
}

/** After "Tom," at the start of a sentence: words that speak on to him. */
const GOES_ON = set(
  'i we you your please thank thanks that it this the our as sorry can could would may what when where how which if for in on my there here so is are do did have has let feel just to with no yes ' +
    'apologies good great all any at once after while unfortunately',
);
