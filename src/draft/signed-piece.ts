import { canBeginName, isCapital, isDigit } from '../text/letters.js';
import type { Span } from '../text/span.js';
import type { Words } from '../text/words.js';
import { isHonorific } from './honorifics.js';
import { isListedFirstName } from './nicknames.js';
import { PARTICLES, TEAM_NOUNS, TITLE_HEADS, TITLE_WORDS } from './sign-off-words.js';

/** Spans met so far. */
export type Mutable = { [K in 'names' | 'titles' | 'teams' | 'phones' | 'placeholders']: Span[] };
/** What parts a piece from the one before it. */
export type Joint = 'line' | 'comma' | 'and' | 'at' | 'none';

/** Says what one piece of a sign-off is and puts it into `signed`; false when it is none of these. */
export function classify(text: string, words: Words, from: number, to: number, joint: Joint, signed: Mutable): boolean {
  const whole = { start: words.start[from], end: words.end[to - 1] };
  const title = findTitle(words, from, to);
  if (title) {
    // Set off from a name that is known already, one word before it belongs to the title: "Hannah Osei, Club Manager".
    const more = (joint === 'comma' || joint === 'line') && signed.names.length > 0 && title.from - from === 1;
    if (title.from > from && !more) addName(text, words, from, title.from, signed);
    signed.titles.push({ start: more ? whole.start : words.start[title.from], end: words.end[title.to - 1] });
    // "Chef Aldo": a short rest after a title that begins the piece is the person.
    const named = title.from === from && to - title.to <= 2 && signed.names.length === 0;
    return title.to === to || (named ? addName(text, words, title.to, to, signed) : classify(text, words, title.to, to, 'none', signed));
  }
  const team = teamStart(text, words, from, to, joint);
  if (team !== undefined) {
    if (team > from) addName(text, words, from, team, signed);
    signed.teams.push({ start: words.start[team], end: whole.end });
    return true;
  }
  if (isNameShaped(text, words, from, to, joint)) {
    const withName = joint === 'and' && follows(signed.names, whole) && !follows(signed.teams, signed.names.at(-1));
    // "Customer Relations Cell", and below it "Nimbus Broadband": the house, not a person.
    const house = joint === 'line' && signed.teams.length > 0 && signed.names.length === 0 && to - from > 1 && !isGivenName(words, from);
    if (house) signed.teams.push(whole);
    else if ((signed.names.length === 0 && signed.titles.length === 0) || withName || (signed.names.length === 0 && joint !== 'none'))
      signed.names.push(whole);
    else signed.teams.push(whole);
    return true;
  }
  if (joint === 'at' || isContactLabel(words, from, to)) return true;
  // A house that no list knows, on the line under the name: "Slice of Heaven".
  if (joint === 'line' && signed.names.length > 0 && to - from <= 5 && isTitled(text, words, from, to) && !hasVerb(words, from, to)) {
    signed.teams.push(whole);
    return true;
  }
  return (
    /\d/u.test(text.slice(whole.start, whole.end)) &&
    to - from <= 6 &&
    (isCapital(text, whole.start) || isDigit(text, whole.start)) &&
    signed.names.length + signed.teams.length > 0
  );
}

function isGivenName({ norm, start, end }: Words, from: number): boolean {
  return isListedFirstName(norm[from]) || isHonorific(norm[from]) || end[from] - start[from] === 1;
}

/** The last of `spans` stands before `at`, nothing else known between them. */
function follows(spans: readonly Span[], at: Span | undefined): boolean {
  const last = spans.at(-1);
  return last !== undefined && at !== undefined && last.end <= at.start && at.start - last.end <= 7;
}

const SURNAMES_TOO = new Set([
  'hall',
  'house',
  'farm',
  'park',
  'banks',
  'bank',
  'church',
  'shop',
  'lodge',
  'press',
  'coop',
  'inn',
  'club',
  'group',
  'store',
  'partner',
  'marketing',
  'health',
]);

/** Every word is capitalised but the small ones inside a company's name. */
function isTitled(text: string, words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if ((canBeginName(text, words.start[i]) || isDigit(text, words.start[i])) && words.norm[i] !== 'i') continue;
    if (i > from && (PARTICLES.has(words.norm[i]) || ['of', 'the', 'for', 'in', 'on', "'s", 'and', 'to'].includes(words.norm[i]))) continue;
    return TEAM_NOUNS.has(words.norm[i]) && to - from <= 4 && !hasVerb(words, from, to);
  }
  return true;
}

/** "The instructions are on our site": a sentence, not a team. */
function hasVerb(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (['is', 'are', 'was', 'were', 'will', 'have', 'has', 'can', 'be', 'do', 'does', 'please', 'we', 'you', 'i'].includes(words.norm[i]))
      return true;
  return false;
}

function addName(text: string, words: Words, from: number, to: number, signed: Mutable): boolean {
  let end = to;
  while (end > from && (words.norm[end - 1] === 'the' || words.norm[end - 1] === 'and' || words.norm[end - 1] === 'your')) end -= 1;
  if (end === from || !isNameShaped(text, words, from, end, 'line')) return false;
  signed.names.push({ start: words.start[from], end: words.end[end - 1] });
  return true;
}

/** The job title: the words of titles around the first noun that heads one, and what follows "of" after it ("VP of Hotel Operations"). */
function findTitle(words: Words, from: number, to: number): { from: number; to: number } | undefined {
  let head = from;
  while (head < to && !TITLE_HEADS.has(words.norm[head])) head += 1;
  if (head === to) return undefined;
  let start = head;
  while (start > from && TITLE_WORDS.has(words.norm[start - 1])) start -= 1;
  while (start < head && ['of', 'and', 'the', 'at', 'for'].includes(words.norm[start])) start += 1;
  let end = head + 1;
  while (end < to && (TITLE_HEADS.has(words.norm[end]) || TITLE_WORDS.has(words.norm[end]))) end += 1;
  if (end < to && ['of', 'for'].includes(words.norm[end - 1])) end = to;
  return { from: start, to: end };
}

/** Where a team's or company's name begins. A piece that is set off is one as a whole; in running text the first such noun begins it. */
function teamStart(text: string, words: Words, from: number, to: number, joint: Joint): number | undefined {
  let noun = -1;
  for (let i = from; i < to && noun < 0; i += 1) if (TEAM_NOUNS.has(words.norm[i])) noun = i;
  const determined = ['the', 'your', 'our', 'team', 'all'].includes(words.norm[from]);
  // "all at Ledger Lane", "all of us here"
  const everybody = words.norm[from] === 'all' && /^(?:at|in|from|of|here)$/.test(words.norm[from + 1] ?? '');
  if (determined) return (noun >= 0 || to - from <= 3 || everybody) && to - from <= 7 && !hasVerb(words, from, to) ? from : undefined;
  if (noun >= 0 && !isTitled(text, words, from, to)) return undefined;
  // Hall, House, Park and the like end surnames too: "Jean Hall".
  if (noun > from && noun === to - 1 && SURNAMES_TOO.has(words.norm[noun]) && isGivenName(words, from)) return undefined;
  if (noun < 0) return joint === 'at' && isCapital(text, words.start[from]) ? from : undefined;
  if (joint === 'none' && to - from > 3 && isListedFirstName(words.norm[from]) && noun > from + 1) return from + 2;
  if (noun === from || joint !== 'none' || to - from <= 4) return from;
  let start = noun;
  while (start > from && TITLE_WORDS.has(words.norm[start - 1])) start -= 1;
  return start;
}

/** One to five words that are capitalised, initials or name particles, with no figure in them. */
export function isNameShaped(text: string, words: Words, from: number, to: number, joint: string): boolean {
  if (to - from > 5 || to <= from) return false;
  let solid = 0;
  for (let i = from; i < to; i += 1) {
    const norm = words.norm[i];
    const raw = text.slice(words.start[i], words.end[i]);
    if (/\d/u.test(raw)) return false;
    if (isHonorific(norm)) continue;
    if (canBeginName(raw, 0)) solid += 1;
    else if (PARTICLES.has(norm) && i > from) continue;
    else if (joint === 'line' && to - from === 1 && isListedFirstName(norm)) solid += 1;
    else return false;
  }
  return solid > 0 && !NOT_NAMES.has(words.norm[from]);
}

const NOT_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yes no ok thanks thank ' +
    'please sorry hello hi regards we i you it this that the your our my if when yours note nb ps to from subject date sent re attachment attachments enclosed encl enc cc total subtotal order refund delivery'
  ).split(' '),
);

function isContactLabel(words: Words, from: number, to: number): boolean {
  const labels = [
    'tel',
    'phone',
    'mobile',
    'direct',
    'email',
    'e',
    'mail',
    'web',
    'website',
    'fax',
    'line',
    't',
    'm',
    'f',
    'w',
    'twitter',
    'call',
    'telephone',
    'office',
  ];
  for (let i = from; i < to; i += 1) if (!labels.includes(words.norm[i])) return false;
  return true;
}
