import { Gap, inList, type Draft, type Sentence } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Between "thanks" and "for" where no name stands. */
const QUANTITIES = set(
  'you so much again very very much lot lots all both everyone once also kindly sincerely warmly dearly truly really greatly indeed ever heaps loads tons bunch million most immensely',
);
const AMOUNTS = set('so very much again most ever');
/** Before a capitalised word that is a place, a brand or a third person. */
const NOT_BEFORE_NAMES = set(
  'a an the my our your his her its their this these those and or but as than like of at in on to from by with for into near via about around through under over between called named join use visit choose book love see meet new old dear mr mrs ms miss dr sunny beautiful lovely historic downtown central',
);
/** With a capital in mid-sentence these begin the body behind a name that no sign sets off. */
const OPENS_BODY = set('we thank thanks your our it');
const NO_OPENING_NAME = set(
  'sorry apologies hello hi hey hiya greetings aloha wow yes no ok great good many so please congratulations welcome yay oh awesome',
);
/** Behind a name, "and", "but": what is said on to the reader. */
const CONTINUES = set(
  'we i our for thanks thank please appreciate apologise genuinely sincerely truly you your it that this is has happened hope welcome look will enjoy have glad sorry hopefully thankyou also so are',
);
/** Behind a name in commas: what is said on to the reader, and not of the one who is named. */
const TURNS_BACK = set('though although please thanks if when while sorry but');
/** Before a name in commas that only explains who somebody is. */
const SET_OFF_BEFORE = set(
  'colleague manager agent director supervisor captain steward stewardess engineer owner driver host chef officer nurse boss lead head team crew',
);
/** Verbs that have a person as their object. */
const OF_PERSONS = set(
  'tell told ask asked thank thanked meet met see saw contact include have had love loved call called email recognise appreciate congratulate commend say says name named mention mentioned miss missed know knew give gave let help helped praise praised',
);
/** Verbs that end the clause: "thanks for tweeting Hugo". */
const WITHOUT_OBJECT = set(
  'waiting flying staying writing asking checking travelling replying responding sharing posting listening tweeting following reviewing going noticing understanding',
);

/** The known name alone on the first line, without a sign behind it. */
export function opensWithName({ words, customerNames }: Draft, { from, to }: Sentence): boolean {
  const called = customerNames.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  let i = from;
  while (i < to && i < from + 3 && called.includes(words.norm[i])) i += 1;
  return i > from && (i >= words.length || (words.gap[i] & (Gap.newline | Gap.blankLine)) !== 0);
}

/** "Robin We appreciate …", with no sign behind the name: a capital where no sentence begins. */
export function opensUnmarked({ text, words }: Draft, { from, to }: Sentence): boolean {
  const isUpper = (i: number): boolean => /^\p{Lu}/u.test(text.slice(words.start[i], words.end[i]));
  let i = from;
  while (i < to && i < from + 3 && words.gap[i + 1] === 0 && isUpper(i) && !OPENS_BODY.has(words.norm[i])) i += 1;
  if (i === from || i >= to || !OPENS_BODY.has(words.norm[i]) || !isUpper(i)) return false;
  const first = words.norm[from];
  return first.length > 1 && !NO_OPENING_NAME.has(first) && !inList('not-names', first);
}

/** "…, oskarP4410QB - I am sorry", "birdie77, thank you": what people call themselves where reviews are written. */
export function callsByHandle({ text, words }: Draft, { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) {
    const setOff = (words.gap[i === from ? i + 1 : i] & Gap.comma) !== 0;
    const word = text.slice(words.start[i], words.end[i]);
    if (
      setOff &&
      word.length > 4 &&
      /^\p{L}{3}/u.test(word) &&
      (/\d/.test(word) || (/\p{Ll}\p{Lu}/u.test(word) && (i + 1 === to || words.gap[i + 1] !== 0)))
    )
      return true;
  }
  return false;
}

/**
 * A name that no list holds, or one that is not set off: "Thanks, birdie for …", "so loyal a reader of ours Tildamae!". What only may be a name is no reason to
 * miss one.
 */
export function mayCallByName({ text, words }: Draft, { from, to }: Sentence): boolean {
  // "^Sophie" signs.
  if (to > from && /[*^~]/.test(text[words.start[from] - 1] ?? '')) return false;
  if (to - from < 2) return to > from && /^\p{Lu}/u.test(text.slice(words.start[from])) && words.norm[from].length > 2 && from > 0;
  let thanked = /^(?:thanks|thank)$/u.test(words.norm[from]) ? from + (words.norm[from + 1] === 'you' ? 2 : 1) : to;
  while (thanked < to && AMOUNTS.has(words.norm[thanked])) thanked += 1;
  if (thanked + 1 < to && words.norm[thanked + 1] === 'for' && !QUANTITIES.has(words.norm[thanked])) return true;
  const last = to - 1;
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(words.start[last], words.end[last])) || inList('not-names', words.norm[last])) return false;
  if (words.gap[last] === Gap.comma) return true;
  const before = words.norm[last - 1];
  return words.gap[last] === 0 && /^\p{Ll}/u.test(text[words.start[last - 1]]) && !NOT_BEFORE_NAMES.has(before) && !before.endsWith('ing');
}

/**
 * A first name that commas set off badly or not at all, where the clause is at its end or goes on with us: "I see that Tom, I can tell you", "with us Sam and
 * thanks for …", "many miles of wool, Hugo and we", "of course Sam - ", "choosing Acme Bob!".
 */
export function namesReader({ text, words }: Draft, from: number, to: number): boolean {
  const { norm, gap } = words;
  const isUpper = (i: number): boolean => /^\p{Lu}/u.test(text.slice(words.start[i], words.end[i]));
  for (let i = from + 1; i < to; i += 1) {
    if (!isUpper(i) || inList('not-names', norm[i]) || (gap[i] !== 0 && gap[i] !== Gap.comma)) continue;
    // "Awesome, Cody, we're glad": any capital between a cry and what is said on to the reader.
    const cried = i - 1 === from && exclaims(norm[from]) && gap[i] === Gap.comma && i + 1 < to && gap[i + 1] === Gap.comma;
    if (cried && CONTINUES.has(norm[i + 1])) return true;
    // "We'll do our best, Isla, though …"
    const within = i - 1 > from && gap[i] === Gap.comma && i + 1 < to && gap[i + 1] === Gap.comma && !SET_OFF_BEFORE.has(norm[i - 1]);
    if (within && !isUpper(i - 1) && !isUpper(i + 1) && TURNS_BACK.has(norm[i + 1])) return true;
    const listed = inList('given-names', norm[i]);
    // "…, Greta and we": behind a comma any capital will do.
    if (!listed && (gap[i] === 0 || gap[i + 1] !== 0)) continue;
    const pair = norm[i + 1] === 'and' && i + 2 < to && isUpper(i + 2) && inList('given-names', norm[i + 2]) && gap[i + 1] === 0;
    const end = pair ? i + 3 : i + 1;
    const ends = end >= to;
    const goesOn = !ends && gap[end] === 0 && /^(?:and|but|as|this|that)$/.test(norm[end]) && CONTINUES.has(norm[end + 1] ?? '');
    if (!ends && !goesOn && !(gap[end] & (Gap.comma | Gap.break | Gap.stop))) continue;
    if (!listed && !goesOn) continue;
    const before = norm[i - 1];
    if (
      gap[i] === Gap.comma ? SET_OFF_BEFORE.has(before) || isUpper(i - 1) : !mayPrecede(norm, i - 1, isUpper(i - 1) && i - 1 > from, ends)
    )
      continue;
    // "…, Tom, Ana and Lee did a great job": several, of whom is told.
    if (gap[i] === Gap.comma && !ends && isUpper(end) && inList('given-names', norm[end])) continue;
    return true;
  }
  return false;
}

/** "Awesome, Cody, we're glad": a word that cries out, and names nobody. */
function exclaims(word: string): boolean {
  return NO_OPENING_NAME.has(word) || inList('positive-evaluation', word);
}

function mayPrecede(norm: readonly string[], at: number, upper: boolean, ends: boolean): boolean {
  const word = norm[at];
  // "Thanks for choosing Acme Bob!"
  if (upper && word !== 'i')
    return (
      ends && (at < 2 ? /^(?:no|oh|outstanding|great|sorry|thanks)$/.test(word) : /^(?:choosing|flying|with|loving)$/.test(norm[at - 1]))
    );
  // "That's no prize we were aiming for Sam."
  if (word === 'for') return ends && /^(?:going|live|aiming|striving)$/.test(norm[at - 1] ?? '');
  if (NOT_BEFORE_NAMES.has(word) || OF_PERSONS.has(word)) return false;
  return !word.endsWith('ing') || WITHOUT_OBJECT.has(word);
}

/** How many words at the end of their message what they call themselves may have. */
const SIGNED = 3;

/** "Two XXL left, Ivor, both slate", "mordecai_88: we've seen it too", "how nice, Hargreaves-Obi family": as they signed, set off by signs. */
export function callsAsSigned({ text, customer }: Draft, { start, end }: Sentence): boolean {
  const signed = customer?.text.trimEnd().split(/\s+/u).slice(-SIGNED) ?? [];
  const said = text.slice(start, end + 1);
  return signed.some((word) => {
    const name = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (name.length < 3 || !(/^\p{Lu}\p{L}*\p{Ll}/u.test(name) || /[_\d]/.test(name)) || inList('not-names', name.toLowerCase()))
      return false;
    const at = said.indexOf(name);
    if (at < 0) return false;
    const behind = said.slice(at + name.length).replace(/^ family/u, '');
    return /^[,:.!?–—-]/u.test(behind) && (at === 0 || /[,\s]\s?$/u.test(said.slice(0, at)));
  });
}
