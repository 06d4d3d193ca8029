/** @file Noun phrases, and whom each stands for: us, a colleague, a department, a firm that works for us, the customer. */
import { classBy, listed, wordClass } from '../../lexicon/index.js';
import type { Organisation } from '../../draft/organisation.js';
import { oncePer } from '../../text/lazy.js';
import { isUpperCase } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';
import { closedClass, Tag } from './closed-classes.js';
import type { Grammar } from './grammar.js';
import { companyLike, isName } from './names.js';
import type { Actor, NounPhrase, Sentence } from '../reading.js';
import type { Tagged } from './tagger.js';
import { firstPastWord } from '../window.js';

const CIRCUMSTANCES = listed('circumstances');

const DEPARTMENT_HEADS = listed('department-heads');

const DEPARTMENTS = listed('departments');

const GIVEN_NAMES = listed('given-names');

const ONE_OF_STAFF = listed('staff');

const THIRD_PARTIES = listed('third-parties');

/** Who can be spoken of in a draft: what the organisation and the customer are called, and whom a pronoun last stood for. */
export interface Actors {
  readonly organisation: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly customer: ReadonlySet<string>;
  /** The nearest agent who is neither writer nor reader, for they, he and she. */
  last?: { readonly actor: Actor; readonly sentence: number; readonly plural: boolean };
}

/** Folds the names a configuration gives into the words that a text shows. */
export function actorsOf(organisation: Organisation, customerNames: readonly string[]): Actors {
  const { names, departments } = calledIn(organisation);
  return { organisation: names, departments, customer: wordsOf(customerNames) };
}

/** One organisation answers in thousands of drafts. */
const calledIn = oncePer(({ names, departments }: Organisation) => ({ names: wordsOf(names), departments: wordsOf(departments) }));

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2));
}

const OWN = wordClass('i we us me myself ourselves mine ours');

const CUSTOMER = wordClass('you yourself yourselves yours u');

const THIRD_PERSON = wordClass('they them he she him her themselves himself herself');

/** People who are known only by what they did for the customer: the person who took your order. */
const PERSONS = wordClass(
  'person people individual individuals guy lady gentleman man woman men women boy boys girl girls kid kids ladies fella fellow',
);

/** Pronouns of one person. */
const PERSON = wordClass('he she him himself herself');

/** Words that name a part of a group. */
const PARTS = wordClass('one some any none each several many few most both member members somebody someone anybody anyone part half');

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
    'delivery courier freight parcel removals moving haulage shipping transport logistics cleaning security removal catering installation outsourcing sister',
);

/** How far a noun phrase may reach. Longer ones do not occur in replies; the bound keeps the scan linear. */
const LONGEST = 12;

/**
 * The noun phrase that begins at word `at` (`at` itself when none does): determiners, possessors, modifiers, head. Prepositional phrases are left outside,
 * but "of" and "in" after a head that needs them decide whose it is (`someone in our warehouse`).
 */
export function nounPhraseAt(
  words: Words,
  text: string,
  tags: Tagged,
  at: number,
  end: number,
  actors: Actors,
  sentence: Sentence,
): NounPhrase {
  const { norm, gap } = words;
  let to = at;
  let head = at;
  const stop = Math.min(end, at + LONGEST);
  if (tags.pos[at] === 'pronoun') {
    // "has anybody else reported it", "have you guys got any news"
    const joined = norm[at + 1] === 'else' || (norm[at] === 'you' && /^(?:guys|folks|lot)$/.test(norm[at + 1] ?? ''));
    to = norm[at] === 'no' || joined ? at + 2 : at + 1;
  } else {
    while (to < stop) {
      const pos = tags.pos[to];
      if (to > at && gap[to] & (Gap.stop | Gap.break | Gap.comma | Gap.blankLine | Gap.openBracket | Gap.closeBracket)) break;
      // "our team at 800-…", "platform 9": a number behind a noun is not what the phrase is about.
      if (pos === 'nominal' || (pos === 'number' && tags.pos[head] !== 'nominal')) head = to;
      else if (pos === 'number') {
        to += 1;
        continue;
      } else if (pos === 'genitive' && to > at && to + 1 < stop && (tags.pos[to + 1] === 'nominal' || tags.pos[to + 1] === 'adverb'))
        head = to;
      else if (pos === 'determiner' || pos === 'possessive') {
        if (to > at && tags.pos[to - 1] !== 'determiner' && tags.pos[to - 1] !== 'genitive') break;
        head = to;
      } else if (pos === 'adverb' && to > at && tags.pos[to - 1] !== 'nominal' && to + 1 < stop && tags.pos[to + 1] === 'nominal') {
        to += 1;
        continue;
      } else if (pos === 'adverb' && to === at && (norm[to] === 'only' || norm[to] === 'even') && tags.pos[to + 1] === 'determiner') {
        to += 1;
        continue;
      } else break;
      to += 1;
    }
  }
  if (to === at) return { from: at, to: at, head: at, start: words.start[at], end: words.start[at], actor: 'thing' };
  const whole = (PARTS.at(words, to - 1) || isPerson(words, to)) && wholeOf(words, text, tags, to, end, actors, sentence);
  if (whole) {
    // "One of the receptionists ticked it; she was told": one of many is he or she.
    if (actors.last && norm[at] === 'one') actors.last = { ...actors.last, plural: false };
    // "The girl on the till rang it up; she …"
    else if (whole.actor === 'colleague' && PERSONS.at(words, to - 1))
      actors.last = {
        actor: 'colleague',
        sentence: sentence.index,
        plural: /^(?:people|men|women|boys|girls|kids|ladies)$/.test(norm[to - 1]),
      };
    return { from: at, to: whole.to, head: whole.head, start: words.start[at], end: whole.end, actor: whole.actor };
  }
  const actor = actorOf(words, text, tags, at, to, head, actors, sentence);
  if ((actor === 'colleague' || actor === 'department' || actor === 'third-party') && !THIRD_PERSON.at(words, at))
    actors.last = { actor, sentence: sentence.index, plural: /[^s]s$/.test(norm[head]) && tags.pos[at] !== 'nominal' };
  return { from: at, to, head, start: words.start[at], end: words.end[to - 1], actor };
}

/** "the persons in the back office", "the lady at reception": known by where they work. */
function isPerson(words: Words, to: number): boolean {
  const { norm } = words;
  return (PERSONS.at(words, to - 1) || norm[to - 1] === 'persons') && /^(?:in|at|from|on)$/.test(norm[to] ?? '');
}

/**
 * "one of our temps", "a member of our sales staff", "somebody in our returns department": the part is named by the whole, which must be people of ours.
 */
function wholeOf(
  words: Words,
  text: string,
  tags: Tagged,
  at: number,
  end: number,
  actors: Actors,
  sentence: Sentence,
): NounPhrase | undefined {
  if (at >= end || words.gap[at] & (Gap.stop | Gap.break | Gap.comma) || !/^(?:of|in|at|from|on|with)$/.test(words.norm[at]))
    return undefined;
  const whole = nounPhraseAt(words, text, tags, at + 1, end, actors, sentence);
  if (whole.to === at + 1) return undefined;
  const ours = whole.actor === 'colleague' || whole.actor === 'department';
  const place =
    words.norm[at] !== 'of' &&
    (DEPARTMENTS.at(words, whole.head) || /^(?:office|desk|counter|till|phones|switchboard)$/.test(words.norm[whole.head]));
  if (!ours && !place && whole.actor !== 'third-party') return undefined;
  return { ...whole, actor: whole.actor === 'third-party' ? 'third-party' : 'colleague' };
}

function actorOf(
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
  if (CUSTOMER.at(words, from)) return 'customer';
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
  if ((last === 'member' || last === 'members') && head > headStart && /^(?:staff|team|crew)$/.test(norm[head - 1])) return 'colleague';
  // "It is you people that …": regional English for you.
  if (last === 'people' && norm[from - 1] === 'you') return 'customer';
  if (PERSONS.at(words, head) && /^(?:who|whom|that|you)$/.test(norm[to] ?? '') && first !== 'other' && possessor === undefined)
    return 'colleague';
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
    return to - from <= 3 ? 'colleague' : 'thing';
  }
  return 'thing';
}

/** Whom a house gives its customer, never the customer's own: your account manager, your tutor. */
const ASSIGNED = wordClass('tutor instructor trainer stylist waiter waitress server fitter installer technician');

/**
 * Who is told of as a person by the "who" behind: "our Saturday hand, who …" works here, and "Hartwell, who plate the steel for us" is a firm that works for us.
 * Anybody else stays what the words make them.
 */
export function actorBeforeWho({ norm }: Words, { from, actor }: NounPhrase, who: number): Actor {
  if (actor !== 'thing' && actor !== 'colleague') return actor;
  for (let i = who + 1; i < Math.min(norm.length, who + 8); i += 1) if (norm[i] === 'us' && norm[i - 1] === 'for') return 'third-party';
  return actor === 'thing' && /^(?:our|my)$/.test(norm[from]) ? 'colleague' : actor;
}

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

function sentenceOfWord(sentences: readonly Sentence[], index: number): Sentence | undefined {
  const sentence = sentences[firstPastWord(sentences, index)];
  return sentence && sentence.from <= index ? sentence : undefined;
}

/** The noun phrase that begins at word `from` or right behind a determiner there, with its actor; undefined when none does. For by-phrases, possessors and causes. */
export function actorOfStretch(grammar: Grammar, from: number, end: number): NounPhrase | undefined {
  const sentence = sentenceOfWord(grammar.sentences, from);
  if (!sentence || from >= end) return undefined;
  const phrase = nounPhraseAt(grammar.words, grammar.text, grammar.tags, from, Math.min(end, sentence.to), { ...grammar.actors }, sentence);
  return phrase.to > from ? phrase : undefined;
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
