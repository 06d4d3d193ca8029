import { inList } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Notes of editors, mail systems and forums, in brackets too. */
const EDITORIAL = set(
  'sic external internal urgent redacted removed deleted withheld hidden update updated edit edited note important new solved resolved closed test draft important action warning spam suspicious caution bulk ' +
    'image photo video audio gif pdf cid inline sent attached encrypted secure emphasis citation translated translation unclear inaudible laughs smiles as at on by with see per the a an his her their my our its and or to he she they we i it',
);
const ORDERS = set('insert fill specify enter add type put');
const TAIL = set('here goes above below');
const HTML_TAGS = set(
  'a abbr address article aside b blockquote body br button caption center cite code dd details div dl dt em font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav ' +
    'ol option p pre q s section select small source span strong style sub summary sup table tbody td textarea tfoot th thead time title tr u ul video',
);

/** A small number that counts ("last 4 digits", "address line 1", "2nd date"). What else holds digits is a value ("2 hours"), or a mark of an anonymiser. */
const COUNT = /(?<=\s)\d{1,2}(?=\s|$)|(?<=^|\s)\d(?:st|nd|rd|th)(?=\s)/giu;

/**
 * What the blank is for ("order number" of `[ORDER_NUMBER]`), when the words in a pair of brackets name a value; undefined for asides, tags, links, ticket
 * numbers and the marks that anonymisers leave.
 */
export function slotNoun(content: string): string | undefined {
  if (content.length > 60 || /:\/\/|@|www\.|[=;"“”]/u.test(content) || /\d/.test(content.replace(COUNT, ''))) return undefined;
  const words = wordsOf(content.replace(COUNT, ''));
  if (words.length === 0 || words.length > 7 || EDITORIAL.has(words[0])) return undefined;
  const ordered = words.length > 1 && ORDERS.has(words[0]);
  const named = words.slice(ordered ? 1 : 0);
  while (named.length > 1 && TAIL.has(named[named.length - 1])) named.pop();
  if (ordered && (words[0] === 'insert' || words[0] === 'fill' || words[0] === 'specify')) return named.join(' ');
  const cut = named.findIndex((word, i) => i > 0 && (word === 'of' || word === 'for' || word === 'in'));
  const head = named[(cut < 0 ? named.length : cut) - 1];
  const shouted = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(content);
  if (inList('slot-nouns', head) || (cut >= 0 && inList('slot-nouns', named[named.length - 1]))) return named.join(' ');
  return shouted && (content.includes('_') || named.some((word) => inList('slot-nouns', word))) ? named.join(' ') : undefined;
}

/** Whether the content of `<…>` is an element of HTML. */
export function isTag(content: string): boolean {
  return HTML_TAGS.has(content.replace(/^\/|\s*\/$|\s.*$/gu, '').toLowerCase());
}

/** Whether a word in angle or square brackets stands for a name that was taken out: `<FIRST_NAME_2>`. */
export function isAnonymised(content: string): boolean {
  return /^\p{Lu}[\p{Lu}_]*_\d+$/u.test(content);
}

/** The words of an identifier or a phrase, in small letters: `ticket.requester.firstName` is `ticket requester first name`. */
export function wordsOf(content: string): string[] {
  return content
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What a merge field is for, by its last part: "first name" of `ticket.requester.first_name | default: "there"`. */
export function fieldNoun(content: string): string {
  const name = content.split(/\s*(?:\|\|?|,|=)\s*/u)[0] ?? '';
  const last = name.split(/[.!:]/u).at(-1) ?? '';
  const words = wordsOf(last)
    .join(' ')
    .replace(/\bfirstname\b/u, 'first name')
    .replace(/\blastname\b/u, 'last name');
  return /^\p{L}[\p{L} ]{1,40}$/u.test(words) ? words : '';
}
