import type { Addressee, Draft } from '../../draft/draft.js';
import { findFields } from '../../draft/merge-fields.js';
import { honorificGender, isHonorific } from '../../draft/honorifics.js';
import { readName } from '../../draft/names.js';
import type { Organisation } from '../../draft/organisation.js';
import { inList } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { wordAt, type Words } from '../../text/words.js';

/**
 * Whom a salutation names. `name`: somebody, or a group by its name; `field`: a merge field or bracketed slot; `role`: what the reader is to us
 * ("Valued Customer", "Sir/Madam", "To whom it may concern"); `nobody`: no addressee, "there", "all", a title alone; `none`: there is no salutation.
 */
export type Greeted = 'name' | 'field' | 'role' | 'nobody' | 'none';

/** Classifies the addressee of the salutation by the heads of its noun phrases: a closed class of roles, so no list of names is needed. */
export function greetedOf(draft: Draft, organisation: Organisation): Greeted {
  const { salutation, text, words } = draft;
  if (!salutation) return 'none';
  if (!salutation.addressee) return 'nobody';
  if (findFields(text, salutation.addressee).length > 0) return 'field';
  if (salutation.people.length === 0) return isToWhom(words, salutation.addressee) ? 'role' : 'name';
  const kinds = salutation.people.map((person, i) => kindOf(draft, person, salutation.people[i - 1], organisation));
  if (kinds.includes('name')) return 'name';
  return kinds.includes('role') ? 'role' : 'nobody';
}

/** "… for? Mrs P. Member": the word stands as a name in the customer's own text, behind a title or an initial. */
function signsAs({ customer }: Draft, own: readonly string[]): boolean {
  if (!customer || own.length !== 1) return false;
  const { words, text } = customer;
  for (let i = Math.max(1, words.length - 4); i < words.length; i += 1)
    if (
      words.norm[i] === own[0] &&
      /\p{Lu}/u.test(text[words.start[i]]) &&
      (isHonorific(words.norm[i - 1]) || words.end[i - 1] - words.start[i - 1] === 1)
    )
      return true;
  return false;
}

/** "To whom it may concern", "To the parent or guardian"; "To the Smith family" names them. */
function isToWhom(words: Words, at: Span): boolean {
  const said = wordsOf(words, at);
  return said.includes('concern') || said.some(isRole);
}

function kindOf(draft: Draft, { honorific, name }: Addressee, before: Addressee | undefined, organisation: Organisation): Greeted {
  const { words, text } = draft;
  const titles = honorific ? wordsOf(words, honorific) : [];
  if (!name) return titles.some(isAddressWord) ? 'role' : titles.some(isProfession) ? 'name' : 'nobody';
  const own = wordsOf(words, name);
  if (titles.length > 0) {
    // "Mr/Ms Customer" is a merge gone wrong; "Mrs Guest" is a person.
    const choice = before !== undefined && before.name === undefined && /\/\s*$/u.test(text.slice(before.honorific?.end, honorific?.start));
    // A Mrs Member who signs as one.
    const signed =
      !choice && (draft.customerNames.some((one) => own.every((word) => readName(one.name).words.includes(word))) || signsAs(draft, own));
    return !signed && own.every((word) => isRole(word) || isAttribute(word)) && own.some(isRole) && (choice || !own.every(isSurname))
      ? 'role'
      : 'name';
  }
  const from = wordAt(words, name.start);
  const to = from + own.length;
  let first = from;
  while (first < to && isAttribute(words.norm[first])) first += 1;
  let head = first;
  while (head + 1 < to && !endsHead(text, words, head + 1)) head += 1;
  if (own.every((word) => inList('addressee-nobody', word))) return 'nobody';
  // "Hello dear," names nobody; "Hi Gold," may.
  if (first === to) return own.every((word) => BARE_ATTRIBUTES.has(word)) ? 'nobody' : 'name';
  // "Dear members of the Jones family".
  if (
    /^(?:family|household)$/u.test(own.at(-1) ?? '') &&
    own.length > 2 &&
    /^\p{Lu}/u.test(text.slice(words.start[to - 2], words.end[to - 2]))
  )
    return 'name';
  // "Member 48213", "passenger(s)".
  if (head > first && /^\d+$/u.test(words.norm[head])) head -= 1;
  const rest = words.norm[head + 1];
  if (!isRole(words.norm[head])) return 'name';
  if (head + 1 < to && words.gap[head + 1] !== 0 && rest !== 's' && rest !== 'es') return 'name';
  // "Ravi sir": a title that follows the name.
  if (head > first && isHonorific(words.norm[head]) && !words.norm.slice(first, head).every((word) => isRole(word) || isAttribute(word)))
    return 'name';
  const known = draft.customerNames.some((one) => {
    const parts = readName(one.name).words;
    return parts.length > 1 && parts.includes(words.norm[head]);
  });
  if (known) return 'name';
  return isPersonalName(draft, first, head, organisation) ? 'name' : 'role';
}

/** "Mark Guest" is a name; "TripAdvisor Member", "Acme guest" and "our guest" are none. */
function isPersonalName({ text, words }: Draft, first: number, head: number, organisation: Organisation): boolean {
  if (head === first || head - first > 2 || !isSurname(words.norm[head])) return false;
  for (let i = first; i <= head; i += 1)
    if (!/^\p{Lu}[\p{Ll}'\u2019-]*\p{Ll}$|^\p{Lu}$/u.test(text.slice(words.start[i], words.end[i]))) return false;
  const before = words.norm.slice(first, head);
  const ours = [...organisation.names, ...organisation.departments, ...organisation.products].flatMap((name) =>
    name.toLowerCase().split(/\s+/u),
  );
  return !before.some((word) => isRole(word) || isAttribute(word) || ours.includes(word));
}

/** Attributes that nobody is called by. */
const BARE_ATTRIBUTES = new Set('dear dearest valued valuable esteemed loyal respected our'.split(' '));

/** "Friend of the Museum", "Customer in Leeds": what follows is no part of the head. */
function endsHead(text: string, words: Words, i: number): boolean {
  // "Booking.com guest": the dot of an address parts no words.
  const dotted = text[words.end[i - 1]] === '.' && words.start[i] === words.end[i - 1] + 1;
  return (words.gap[i] !== 0 && !dotted) || ['of', 'at', 'in', 'from', 'with', 'and', 'or'].includes(words.norm[i]);
}

function wordsOf(words: Words, at: Span): string[] {
  return words.norm.slice(wordAt(words, at.start), wordAt(words, at.end));
}

function isAddressWord(title: string): boolean {
  return inList('addressee-roles', title);
}

/** Titles that a person can be called by alone: "Dear Doctor,". */
function isProfession(title: string): boolean {
  return honorificGender(title) === undefined && isHonorific(title) && title.length > 4;
}

function isRole(word: string): boolean {
  return inList('addressee-roles', word);
}

function isAttribute(word: string): boolean {
  return inList('addressee-attributes', word);
}

function isSurname(word: string): boolean {
  return inList('addressee-surnames', word);
}
