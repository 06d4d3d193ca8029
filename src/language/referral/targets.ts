import { inList, listed, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { STAFF } from '../grammar/actors.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Referral, Sentence } from '../reading.js';

const CARRIERS = listed('carriers');
const DEPARTMENTS = listed('departments');
const THIRD_PARTIES = listed('third-parties');

const AUTHORITIES = wordClass(
  'ombudsman ombudsmen regulator police authorities authority embassy consulate customs council court cyber cybercrime citizens trading fire ambulance emergency',
);
/** Those with whom customers themselves deal: no desk of ours (RULES §5). */
const THEIRS = wordClass(
  'bank banks seller sellers doctor gp insurer landlord issuer agent operator provider neighbour neighbours friends school employer physician vet lawyer solicitor host',
);
const PLACES_OF_OURS = wordClass(
  'desk counter office helpline hotline line centre center team department unit agents agent crew headquarters branch store reception kiosk staff queue mailbox section box airport member helpdesk depot switchboard hub',
);
/** What may stand before the @ of an address at which a person or the whole house is reached, not a desk. */
const GENERAL_BOXES = wordClass(
  'help support info contact hello hi care service services customer customers office admin enquiries mail noreply reply team',
);
/** How many words back "them" may look for those it means. */
const REACH = 40;
/** Nouns for those who do work for us, with the words that say so. */
const HIRED = wordClass('firm company people workshop garage business provider agency agent');

/** A name that is told to be a firm of ours behind its comma. */
function isOurFirm({ grammar }: LazyReading, whom: NounPhrase, { to }: Sentence): boolean {
  const { norm, gap } = grammar.words;
  // "PetPing, the company that mails them out"
  if (norm[whom.to] === 'the' && gap[whom.to] & Gap.comma && HIRED.has(norm[whom.to + 1]) && /^(?:that|who)$/.test(norm[whom.to + 2] ?? ''))
    return norm[whom.to + 3] !== 'you';
  if (norm[whom.to] !== 'our' || !(gap[whom.to] & Gap.comma)) return false;
  const role = actorOfStretch(grammar, whom.to, to);
  return role !== undefined && (role.actor === 'third-party' || isDoer(norm, role) || role.actor === 'colleague');
}

/** "a member of our holidays team", "someone at the baggage desk", "a CSA at the gate": somebody of ours, by where they are found. */
function isFoundWithUs(reading: LazyReading, whom: NounPhrase, end: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (!/^(?:of|at|in|from|with)$/.test(norm[whom.to] ?? '')) return false;
  if (!/^(?:a|an|any|one|someone|somebody|anyone)$/.test(norm[whom.from])) return false;
  for (let i = whom.to + 1; i < Math.min(end, whom.to + 6); i += 1)
    if (PLACES_OF_OURS.at(words, i) || DEPARTMENTS.at(words, i) || /^(?:gate|airport|services|our)$/.test(norm[i])) return true;
  return false;
}

/** Whose desk, firm or person a noun phrase names; undefined when it names nobody whom one could turn to. */
export function targetOf(reading: LazyReading, whom: NounPhrase, sentence: Sentence): Referral['target'] | undefined {
  const { words, tags } = reading.grammar;
  const { norm, gap } = words;
  const head = norm[whom.head];
  if (whom.actor === 'own') return 'us';
  const all = norm.slice(whom.from, whom.to);
  const broker = all[0] === 'our' || /^(?:department|team|desk)$/.test(head);
  if (all.some((word) => AUTHORITIES.has(word) && !(word === 'customs' && broker))) return 'authority';
  if (
    norm[whom.from] === 'your' &&
    /^(?:local|nearest|closest|home)$/.test(norm[whom.from + 1] ?? '') &&
    (PLACES_OF_OURS.has(head) || inList('departments', head))
  )
    return 'part-of-ours';
  if (norm[whom.from] === 'your' || (THEIRS.has(head) && !/^(?:our|a|an|any|the)$/.test(norm[whom.from]))) return 'theirs';
  if (isHired(words, whom, sentence)) return 'third-party';
  if (/^(?:my|me|us)$/.test(norm[whom.from])) return 'us';
  // "speak with our team": the house, no desk of it.
  if (all.length === 2 && all[0] === 'our' && all[1] === 'team' && !/^(?:at|in|of)$/.test(norm[whom.to] ?? '')) return 'us';
  if (head === 'company' && all.some((word) => /^(?:sister|parent|partner)$/.test(word))) return 'third-party';
  if (isTheirAgent(all) && !/^(?:hotline|helpline|line|desk|team|department)$/.test(head)) return 'theirs';
  if (whom.actor === 'department' || isFoundWithUs(reading, whom, sentence.to)) return 'part-of-ours';
  if (whom.actor === 'third-party') return /^(?:seller|bank|provider|issuer)$/.test(head) ? 'theirs' : 'third-party';
  if (head === 'whoever' || PLACES_OF_OURS.has(head) || (whom.actor === 'colleague' && (STAFF.has(head) || head === 'members')))
    return 'part-of-ours';
  if (all.includes('head') && all.includes('office')) return 'part-of-ours';
  if (/^(?:services?|care|relations|support)$/.test(head) && /^(?:customer|guest|client|passenger)$/.test(norm[whom.head - 1]))
    return 'part-of-ours';
  if (norm[whom.from] === 'our' && all.some((word) => inList('departments', word))) return 'part-of-ours';
  if (norm[whom.from] === 'our' && isDoer(norm, whom)) return 'third-party';
  // "our friends at FerryWifi"
  if (norm[whom.from] === 'our' && all.some((word) => /^(?:friends|partners?)$/.test(word))) return 'third-party';
  // "contact Iberia Express directly": a name that is sent to directly is a firm.
  const next = whom.to < sentence.to && !(gap[whom.to] & Gap.stop) ? norm[whom.to] : '';
  if (inList('carriers', head)) return 'third-party';
  // "Hartwell Plumbing, our contractor"
  if (isNamed(reading, whom) && isOurFirm(reading, whom, sentence)) return 'third-party';
  if (isNamed(reading, whom)) return /^(?:directly|direct|straight|yourself|yourselves)$/.test(next) ? 'third-party' : 'named';
  // "take this up with her yourself": whoever it is, the customer is to do it alone.
  if (tags.pos[whom.from] === 'pronoun' && /^(?:them|they|him|her)$/.test(norm[whom.from]))
    return next === 'directly' || /^(?:yourself|yourselves)$/.test(next) ? 'third-party' : undefined;
  return undefined;
}

/** "the travel agent you booked with", "the point of purchase", "the selling agent". */
function isTheirAgent(all: readonly string[]): boolean {
  return all.some((word) => /^(?:travel|booking|purchase|selling|seller|bank|issuer|ticketing)$/.test(word)) && !all.includes('our');
}

function isNamed(reading: LazyReading, { from, to }: NounPhrase): boolean {
  const { words, text } = reading.grammar;
  for (let i = from; i < to; i += 1) if (!/\p{Lu}/u.test(text[words.start[i]])) return false;
  return to > from;
}

/** "our data collector", "our meter readers": those who do a work for us, by the ending. */
function isDoer(norm: readonly string[], { from, head }: NounPhrase): boolean {
  return (
    head > from + 1 &&
    /(?:[a-z]{3}(?:ct|at|it|ut|ent)or|[a-z]{3}(?:ll|t|n|d|r)er)s?$/.test(norm[head]) &&
    !/(?:letter|number|order|offer|centre|center|newsletter|counter|router|computer|platter|matter)s?$/.test(norm[head])
  );
}

/** "the firm which works for us", "the garage we use". */
function isHired(words: Words, { head, to }: NounPhrase, { to: end }: Sentence): boolean {
  const { norm } = words;
  if (!HIRED.at(words, head)) return false;
  for (let i = to; i < Math.min(end, to + 3); i += 1)
    if (
      (/^works?$/.test(norm[i]) && norm[i + 1] === 'for' && norm[i + 2] === 'us') ||
      (norm[i] === 'we' && /^(?:use|work|hire)$/.test(norm[i + 1] ?? ''))
    )
      return true;
  return false;
}

/** Where the address of a desk ends that begins at a word: "invoices@…", "claims.uk@…". An address of the whole house or of a person is none. */
export function deskAddressEnd(reading: LazyReading, at: number): number | undefined {
  if (!isDeskAddress(reading, at)) return undefined;
  const { words, text } = reading.grammar;
  let to = words.end[at];
  while (to < text.length && /[^\s,;:()<>]/.test(text[to])) to += 1;
  return text[to - 1] === '.' ? to - 1 : to;
}

/** Whether the word begins such an address. */
export function isDeskAddress({ grammar: { words, text } }: LazyReading, at: number): boolean {
  const { norm, end } = words;
  let last = at;
  while (last < at + 2 && text[end[last]] !== '@' && /[._-]/.test(text[end[last]] ?? '')) last += 1;
  if (text[end[last]] !== '@') return false;
  for (let i = at; i <= last; i += 1) if (GENERAL_BOXES.at(words, i)) return false;
  for (let i = at; i <= last; i += 1)
    if (DEPARTMENTS.at(words, i) || (norm[i].length > 4 && norm[i].endsWith('s') && inList('desk-matters', norm[i].slice(0, -1))))
      return true;
  return false;
}

/**
 * Whom "them" means, when they were named before in this sentence or the last: a desk of ours, a firm that works for us. Undefined when it is somebody else,
 * or when they act of themselves ("our fitters come on Friday; please call them").
 */
export function targetOfThem(reading: LazyReading, at: number, sentence: Sentence): Referral['target'] | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const first = reading.sentences[sentence.index - 1]?.from ?? sentence.from;
  for (let i = at - 1; i >= Math.max(first, at - REACH); i -= 1) {
    if (THEIRS.at(words, i) || AUTHORITIES.at(words, i)) return undefined;
    const third = THIRD_PARTIES.at(words, i) || CARRIERS.at(words, i);
    if (!third && !PLACES_OF_OURS.at(words, i) && !DEPARTMENTS.at(words, i)) continue;
    const clause = reading.clauseAt(i);
    if (norm[i - 1] === 'your' || norm[i - 2] === 'your' || (clause && acts(clause, i))) return undefined;
    return third ? 'third-party' : 'part-of-ours';
  }
  return undefined;
}

/** They have done something or will do it: nobody is sent to them for that. */
function acts({ subject, verb, negated }: Clause, at: number): boolean {
  if (!verb || !subject || at < subject.from || at >= subject.to || negated) return false;
  return (verb.tense === 'future' && verb.modal === 'will') || verb.tense === 'past' || verb.tense === 'perfect';
}
