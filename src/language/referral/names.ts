import { listed, wordClass } from '../../lexicon/index.js';
import { STAFF } from '../grammar/actors.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import type { LazyReading } from '../index.js';
import type { Clause, Referral, Sentence } from '../reading.js';
import { deskAddressEnd, targetOf } from './targets.js';

const DEPARTMENTS = listed('departments');
const NAMES = listed('desk-names');
const PLACES = listed('desk-places');
const THIRD_PARTIES = listed('third-parties');
const CARRIERS = listed('carriers');
/** Nouns that name a desk only with another before them: "web support", "membership services". */
const NEEDS_NAME = wordClass('services support operations relations manager people staff side team');
/** Those whom one meets on the spot: to ask them for something is part of being served. */
const ON_THE_SPOT = wordClass(
  'driver drivers waiter waiters waitress barman bartender conductor guide guides chef host hostess usher ushers lifeguard steward',
);
/** What those know or decide who have not yet done anything for the customer. */
const KNOWING = new Set(
  'know tell see decide look handle deal have reset explain check help keep do run issue set take make be own answer correct sort book arrange'.split(
    ' ',
  ),
);
const REACH = 40;

/** A desk of ours, or a firm that works for us, named at a word. */
export interface NamedDesk {
  readonly target: Referral['target'];
  /** One past its last word. */
  readonly to: number;
  /** Where its name ends in the text. */
  readonly end: number;
}

/**
 * The desk that is named at word `at`: by an address, by a noun that ends the name of one, by a name that stands alone, or by a pronoun for one that was named
 * before. Undefined for us, for those whom the customer chose, and for anything else.
 */
export function deskNamedAt(reading: LazyReading, at: number, sentence: Sentence): NamedDesk | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const address = deskAddressEnd(reading, at);
  if (address !== undefined) return { target: 'part-of-ours', to: at + 1, end: address };
  if (/^(?:them|they|him|her|she|he)$/.test(norm[at])) {
    const target = meantBefore(reading, at, sentence);
    return target && { target, to: at + 1, end: words.end[at] };
  }
  const told = plainlyNamed(reading, at, sentence);
  if (told) return told;
  const whom = actorOfStretch(reading.grammar, at, sentence.to);
  if (!whom || /^(?:me|us|you|i|we|my|his|her|their|a|an|any|another|this|that|it|no|some)$/.test(norm[whom.from])) return undefined;
  const { head, to, end } = whom;
  if (ON_THE_SPOT.at(words, head) || isTheirs(reading, whom.from, to)) return undefined;
  const known = targetOf(reading, whom, sentence);
  if (known === 'part-of-ours' || known === 'third-party') return { target: known, to, end };
  if (known === 'us' || known === 'theirs' || known === 'authority') return undefined;
  const last = to - 1;
  const bare = /^(?:the|our)$/.test(norm[whom.from]) ? whom.from + 1 : whom.from;
  const lone = bare === last;
  const within =
    norm[to] !== 'of' || norm[whom.from] === 'your' ? -1 : [to + 1, to + 2].findIndex((k) => k < sentence.to && PLACES.at(words, k));
  // "the front of house team", "the head of department"
  if (within >= 0) return { target: 'part-of-ours', to: to + within + 2, end: words.end[to + within + 1] };
  if (
    PLACES.at(words, last) &&
    !/^(?:tourist|tourism)$/.test(norm[last - 1]) &&
    !(lone && NEEDS_NAME.at(words, last)) &&
    norm[whom.from] !== 'your'
  )
    return { target: 'part-of-ours', to, end };
  if (bare === last && (NAMES.at(words, bare) || DEPARTMENTS.at(words, bare))) return { target: 'part-of-ours', to, end };
  return undefined;
}

/** "billing", which may be read as a verb; "your branch"; "their desk" after them. */
function plainlyNamed(reading: LazyReading, at: number, sentence: Sentence): NamedDesk | undefined {
  const { words, tags } = reading.grammar;
  const { norm, end } = words;
  const named = norm[at] !== 'it' || reading.grammar.text.startsWith('IT', words.start[at]);
  if (named && (NAMES.at(words, at) || DEPARTMENTS.at(words, at)) && tags.pos[at + 1] !== 'nominal' && norm[at + 1] !== "'s")
    return { target: 'part-of-ours', to: at + 1, end: end[at] };
  if (norm[at] === 'lost' && (norm[at + 1] === 'property' || norm[at + 2] === 'found')) {
    const to = norm[at + 1] === 'property' ? at + 2 : at + 3;
    return { target: 'part-of-ours', to, end: end[to - 1] };
  }
  const owned = norm[at] === 'your' ? (/^(?:local|home|nearest)$/.test(norm[at + 1] ?? '') ? at + 2 : at + 1) : -1;
  if (owned > 0 && norm[owned] === 'branch') return { target: 'part-of-ours', to: owned + 1, end: end[owned] };
  if (norm[at] === 'their' && PLACES.at(words, at + 1)) {
    const target = meantBefore(reading, at, sentence);
    return target && { target, to: at + 2, end: end[at + 1] };
  }
  return undefined;
}

/** Who is no party of ours, though "the" stands before; and things that one calls or speaks to in another sense. */
const NO_PARTY = wordClass(
  'number numbers app website site page link form address bell alarm lift cab taxi name names others public press police hospital council court embassy consulate government ministry seller sellers bank banks issuer insurer doctor gp landlord neighbour neighbours sender recipient employer school university parents family owner owners tenant tenants customer customers person people ambulance airport hotel shipper merchant app store world group point rest other same above following next first one ones vendor voice assistant camera phone line company companies tourist card cards rental hire',
);

/** "our nursery", "the shop in Lyon": behind a verb that one does only to somebody, whoever is named so is one of ours or works for us. */
export function partyAt(reading: LazyReading, at: number, sentence: Sentence): NamedDesk | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  if (norm[at] !== 'our' && norm[at] !== 'the') return undefined;
  const whom = actorOfStretch(reading.grammar, at, sentence.to);
  if (!whom || whom.to - whom.from < 2 || tags.pos[whom.head] !== 'nominal' || ON_THE_SPOT.at(words, whom.head)) return undefined;
  const known = targetOf(reading, whom, sentence);
  if (known === 'us' || known === 'theirs' || known === 'authority') return undefined;
  for (let i = whom.from; i < whom.to; i += 1) if (NO_PARTY.at(words, i)) return undefined;
  // "the dealer you bought it from": their own choice.
  if (/^(?:you|who|that|where|on|below|above|whose|at)$/.test(norm[whom.to] ?? '') || isTheirs(reading, whom.from, whom.to))
    return undefined;
  return { target: 'part-of-ours', to: whom.to, end: whom.end };
}

/** "your bank", and what the customer calls theirs: "my tutor". */
function isTheirs({ grammar, customerGrammar }: LazyReading, from: number, to: number): boolean {
  const { norm } = grammar.words;
  if (norm[from] === 'your') return !/^(?:local|nearest|closest|home|branch)$/.test(norm[from + 1] ?? '');
  if (!customerGrammar) return false;
  const theirs = customerGrammar.words.norm;
  return theirs.some((word, i) => word === norm[to - 1] && theirs[i - 1] === 'my');
}

const ONE_PERSON = /^(?:him|her|she|he)$/;
/** Nouns that name a person by what they do. */
const PERSONAL = /(?:er|or|ist|ar|ian|ary|ant|man|woman)$/;

/** Whom a pronoun means: a desk named before in this sentence or the last, that has done nothing yet. */
function meantBefore(reading: LazyReading, at: number, sentence: Sentence): Referral['target'] | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const first = reading.sentences[sentence.index - 1]?.role === 'body' ? reading.sentences[sentence.index - 1].from : sentence.from;
  for (let i = at - 1; i >= Math.max(first, at - REACH); i -= 1) {
    const third = THIRD_PARTIES.at(words, i) || CARRIERS.at(words, i);
    if (!third && !PLACES.at(words, i) && !NAMES.at(words, i) && !DEPARTMENTS.at(words, i) && !STAFF.at(words, i)) continue;
    if (ONE_PERSON.test(norm[at]) && !STAFF.at(words, i) && !PERSONAL.test(norm[i])) continue;
    const from = i >= sentence.from ? sentence.from : first;
    const whose = norm.slice(Math.max(from, i - 2), i).join(' ');
    if (ON_THE_SPOT.at(words, i) || /\byour\b|(?:^| )(?:his|her|their|my)$/.test(whose)) return undefined;
    const clause = reading.clauseAt(i);
    if (clause && hasActed(clause, i)) return undefined;
    return third ? 'third-party' : 'part-of-ours';
  }
  return undefined;
}

/** "Our fitters come on Friday", "the depot has sent it": nobody is sent to them for that. */
function hasActed({ verb, subject, negated }: Clause, at: number): boolean {
  if (!verb || !subject || at < subject.from || at >= subject.to || negated || KNOWING.has(verb.lemma)) return false;
  return verb.tense === 'future' || verb.tense === 'past' || verb.tense === 'perfect' || verb.lemma === 'come';
}

/** Whether a word may stand for a place of those that were named before: "ask there". */
export function placeMeant(reading: LazyReading, at: number, sentence: Sentence): Referral['target'] | undefined {
  return reading.grammar.words.norm[at] === 'there' ? meantBefore(reading, at, sentence) : undefined;
}
