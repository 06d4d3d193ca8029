/** @file Whom a noun phrase stands for: us, a colleague, a department, a firm that works for us, the customer. */
import { classBy, listed, wordClass } from '../../lexicon/index.js';
import { oncePer } from '../../text/lazy.js';
import { isUpperCase } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import { firstPastWord } from '../window.js';
import { Tag, closedClass } from './closed-classes.js';
import { companyLike, isName } from './names.js';
import { isNamesake } from './namesakes.js';
import type { Organisation } from '../../draft/organisation.js';
import type { Words } from '../../text/words.js';
import type { Actor, Sentence } from '../reading.js';
import type { Tagged } from './tagger.js';

const CIRCUMSTANCES = listed('circumstances');
const DEPARTMENT_HEADS = listed('department-heads');

export const DEPARTMENTS = listed('departments');

const GIVEN_NAMES = listed('given-names');
const ONE_OF_STAFF = listed('staff');
const THIRD_PARTIES = listed('third-parties');

/** Who can be spoken of in a draft: what the organisation and the customer are called, and whom a pronoun last stood for. */
export interface Actors {
  readonly organisation: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly customer: ReadonlySet<string>;
  /** Who belongs to the customer: a child, a husband, a dog. */
  readonly theirs: ReadonlySet<string>;
  /** The nearest agent who is neither writer nor reader, for they, he and she. */
  last?: { readonly actor: Actor; readonly sentence: number; readonly plural: boolean };
}

/** Folds the names a configuration gives into the words that a text shows. */
export function actorsOf(organisation: Organisation, customerNames: readonly string[], theirs: readonly string[]): Actors {
  const { names, departments } = calledIn(organisation);
  return { organisation: names, departments, customer: wordsOf(customerNames), theirs: wordsOf(theirs) };
}

/** One organisation answers in thousands of drafts. */
const calledIn = oncePer(({ names, departments }: Organisation) => ({ names: wordsOf(names), departments: wordsOf(departments) }));

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2));
}

const OWN = wordClass('i we us me myself ourselves mine ours');
const CUSTOMER = wordClass('you yourself yourselves yours u');

export const THIRD_PERSON = wordClass('they them he she him her themselves himself herself');

/** People who are known only by what they did for the customer: the person who took your order. */
export const PERSONS = wordClass(
  'person people individual individuals guy lady gentleman man woman men women boy boys girl girls kid kids ladies fella fellow',
);

/** Pronouns of one person. */
const PERSON = wordClass('he she him himself herself');

/** agent, drivers: somebody who works for a firm. */
export const STAFF = classBy(
  (word) => ONE_OF_STAFF.has(word) || (word.length > 3 && word.endsWith('s') && ONE_OF_STAFF.has(word.slice(0, -1))),
);

/** Whoever works somewhere: a driver, an inspector, a crew. */
function isPeople(words: Words, head: number): boolean {
  return (
    STAFF.at(words, head) || DEPARTMENT_HEADS.at(words, head) || /^(?:inspectors?|planners?|loaders?|sorters?)$/.test(words.norm[head])
  );
}

/** What a firm is called in talk. */
const FIRM = /^(?:company|firm|outfit|people|garage|lab|laboratory|shop|house|crew|lot)$/;

/** "the trucking outfit we use", "the firm that does our floors": known as ours by what stands behind. */
function worksForUs(norm: readonly string[], at: number): boolean {
  const i = /^(?:that|which|who|whom)$/.test(norm[at] ?? '') ? at + 1 : at;
  if (norm[i] === 'we') return /^(?:use|hire|employ|contract|engage|subcontract|pay|rely)$/.test(norm[i + 1] ?? '');
  return i > at && norm.slice(i, i + 5).some((word, k, words) => (word === 'our' && k < 4) || (word === 'us' && words[k - 1] === 'for'));
}

/** Works that a firm has done for it by another. */
const HIRED = wordClass(
  'maintenance pallet trucking haulage lift repair coating plating printing plastering roofing paving tiling tyre towing valeting lettings laundry linen ' +
    'hosting web design print marketing software data call-centre billing payment delivery courier freight parcel removals moving haulage shipping transport logistics cleaning security removal catering installation outsourcing sister',
);

/** "the persons in the back office", "the lady at reception": known by where they work. */
export function isPerson(words: Words, to: number): boolean {
  const { norm } = words;
  return (PERSONS.at(words, to - 1) || norm[to - 1] === 'persons') && /^(?:in|at|from|on)$/.test(norm[to] ?? '');
}

export function actorOf(
  words: Words,
  text: string,
  tags: Tagged,
  from: number,
  to: number,
  head: number,
  actors: Actors,
  sentence: Sentence,
): Actor {
  const { norm } = words;
  const first = norm[from];
  const last = norm[head];
  if (OWN.at(words, from)) return 'own';
  // "Yours got lost": a thing of theirs.
  if (CUSTOMER.at(words, from)) return first === 'yours' ? 'thing' : 'customer';
  if (THIRD_PERSON.at(words, from) && tags.pos[from] !== 'possessive') {
    const { last: agent } = actors;
    if (!agent || sentence.index - agent.sentence > 1) return 'thing';
    return PERSON.at(words, from) && (agent.actor !== 'colleague' || agent.plural) ? 'thing' : agent.actor;
  }
  if (first === 'nobody' || first === 'none' || (first === 'no' && norm[from + 1] === 'one')) return 'nobody';
  if (first === 'whoever') return 'colleague';
  if (tags.pos[from] === 'pronoun') return 'thing';

  const genitive = lastGenitive(tags, from, to);
  const possessor = tags.pos[from] === 'possessive' ? first : undefined;
  // "Dave's manager", "the warehouse's mistake": the head decides, unless it is no agent at all; the possessor is asked for on its own.
  const headStart = genitive >= 0 ? genitive + 1 : from;
  if (possessor === 'your' && genitive < 0) {
    if (isAssigned(words, tags, from, head, sentence)) return 'colleague';
    if (ONE_OF_STAFF.at(words, head) || DEPARTMENTS.at(words, head)) return 'thing';
    if (THIRD_PARTIES.at(words, head)) return 'third-party';
  }
  // "The mill … and their inspector passed it": a man of theirs.
  if (possessor === 'their' && actors.last?.actor === 'third-party' && sentence.index - actors.last.sentence <= 1 && isPeople(words, head))
    return 'third-party';
  if (CIRCUMSTANCES.at(words, head)) return 'circumstance';
  if (isNamesake(words, head, sentence)) return 'thing';
  if ((last === 'member' || last === 'members') && head > headStart && /^(?:staff|team|crew)$/.test(norm[head - 1])) return 'colleague';
  // "It is you people that …": regional English for you.
  if (last === 'people' && norm[from - 1] === 'you') return 'customer';
  // "The people who packed it"; not "most people who come".
  const whoever = /^(?:other|most|many|some|few|all|any|several|plenty|lots)$/.test(first);
  if (PERSONS.at(words, head) && whoever && head === from + 1 && norm[to] !== 'of') return 'thing';
  if (PERSONS.at(words, head) && /^(?:who|whom|that|you)$/.test(norm[to] ?? '') && possessor === undefined) return 'colleague';
  for (let i = from; i < head; i += 1) if (norm[i] === 'third' && norm[i + 1] === 'party') return 'third-party';
  if (THIRD_PARTIES.at(words, head)) return 'third-party';
  // "the delivery company", "our partner firm"
  if (FIRM.test(last) && head > headStart && (HIRED.at(words, head - 1) || THIRD_PARTIES.at(words, head - 1))) return 'third-party';
  if (FIRM.test(last) && possessor !== 'your' && worksForUs(norm, to)) return 'third-party';
  if (STAFF.at(words, head) || STAFF.at(words, titleOf(words, text, from, head))) return possessor === 'your' ? 'thing' : 'colleague';
  // "our locum dispenser": what stands before the head says that it is a person.
  if (possessor !== 'your' && head > from && /^(?:locum|trainee|apprentice|intern|temp)$/.test(norm[head - 1])) return 'colleague';
  if (last === 'relations' && head > headStart && /^(?:customer|guest|client|member|passenger|public)$/.test(norm[head - 1]))
    return possessor === 'your' ? 'thing' : 'department';
  if (DEPARTMENT_HEADS.at(words, head)) return inHead(words, headStart, head, actors) ? 'department' : departmentOrOwn(norm, from, head);
  if (tags.pos[from] !== 'number' && (DEPARTMENTS.at(words, head) || actors.departments.has(last))) {
    return possessor === 'your' || (/^(?:a|an|this|that|any)$/.test(first) && !DEPARTMENT_HEADS.at(words, head)) ? 'thing' : 'department';
  }
  if (namesOrganisation(words, from, to, actors)) return 'own';
  if (isName(words, text, tags, from, to, sentence)) {
    // 'Frances Rivis', "Eleanor Rigby": a name in quotation marks is that of a rose, a song or a boat.
    if (words.gap[from] & Gap.openQuote && words.gap[to] & Gap.closeQuote) return 'thing';
    if (inRange(norm, from, to, actors.customer)) return 'customer';
    if (companyLike(words, from, to, head)) return 'third-party';
    return to - from <= 3 && !inRange(norm, from, to, actors.theirs) ? 'colleague' : 'thing';
  }
  return 'thing';
}

/** Whom a house gives its customer, never the customer's own: your account manager, your tutor. */
const ASSIGNED = wordClass('tutor instructor trainer stylist waiter waitress server fitter installer technician');

/** "your case handler", and "Carmen, your teacher, was ill": a name before it says that the writer knows whom they mean. */
function isAssigned(words: Words, tags: Tagged, from: number, head: number, sentence: Sentence): boolean {
  const { norm, gap } = words;
  if (ASSIGNED.has(norm[head]) || (/^(?:account|case|claims?)$/.test(norm[head - 1]) && /^(?:manager|handler|worker)$/.test(norm[head])))
    return true;
  // "Your driver, Callum, …"
  const named = head + 1 < words.length && gap[head + 1] & Gap.comma && GIVEN_NAMES.at(words, head + 1) && head + 1 < sentence.to;
  if (STAFF.at(words, head) && named) return true;
  if (!STAFF.at(words, head) || from <= sentence.from || !(gap[from] & Gap.comma) || tags.pos[from - 1] !== 'nominal') return false;
  return GIVEN_NAMES.at(words, from - 1);
}

/** "My colleague Priya", "our fitter Karim Aziz": the word that the name behind it explains; the head itself where no name is. */
function titleOf({ start }: Words, text: string, from: number, head: number): number {
  let i = head;
  while (i > from && isUpperCase(text, start[i])) i -= 1;
  return i < head ? i : head;
}

export function sentenceOfWord(sentences: readonly Sentence[], index: number): Sentence | undefined {
  const sentence = sentences[firstPastWord(sentences, index)];
  return sentence && sentence.from <= index ? sentence : undefined;
}

/** "our customer service team forgot" is a department; bare "our team" is nearly the organisation itself but still not I or we. */
function departmentOrOwn(norm: readonly string[], from: number, head: number): Actor {
  const ours = norm[from] === 'our' || norm[from] === 'my';
  // "It was a mistake from our side": all of us.
  if (ours && norm[head] === 'side' && head === from + 1) return 'own';
  // A unit or a desk is a thing as often as a part of the house.
  if (!ours && /^(?:unit|desk|line|side|section)$/.test(norm[head])) return 'thing';
  return norm[from] === 'your' || norm[from] === 'their' || norm[from] === 'a' || head === from ? 'thing' : 'department';
}

function inHead(words: Words, from: number, head: number, actors: Actors): boolean {
  for (let i = from; i < head; i += 1) if (DEPARTMENTS.at(words, i) || actors.departments.has(words.norm[i])) return true;
  return false;
}

function lastGenitive(tags: Tagged, from: number, to: number): number {
  for (let i = to - 1; i > from; i -= 1) if (tags.pos[i] === 'genitive') return i;
  return -1;
}

function namesOrganisation(words: Words, from: number, to: number, actors: Actors): boolean {
  if (actors.organisation.size === 0) return false;
  let content = 0;
  let own = 0;
  for (let i = from; i < to; i += 1) {
    if (closedClass.at(words, i) & Tag.determiner) continue;
    content += 1;
    if (actors.organisation.has(words.norm[i])) own += 1;
  }
  return content > 0 && own === content;
}

function inRange(norm: readonly string[], from: number, to: number, set: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i += 1) if (set.has(norm[i])) return true;
  return false;
}
