/** @file Who belongs to the customer: their child, their husband, their dog. What these did and did not is no failing of a colleague. */
import { wordClass } from '../../lexicon/index.js';
import { isUpperCase } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';

/** A text and its words. */
interface Said {
  readonly text: string;
  readonly words: Words;
}

const KIN = wordClass(
  'son daughter child boy girl baby toddler husband wife partner fiancé fiancée mother father mum mom dad nan gran grandmother grandfather grandson granddaughter brother sister aunt uncle niece nephew friend dog puppy cat kitten horse pony rabbit parrot tortoise',
);
/** What one has who is cared for: said of nobody who works somewhere. */
const CONDITIONS = wordClass(
  'allergy allergies allergic asthma asthmatic epilepsy epileptic diabetes diabetic dementia autism autistic wheelchair insulin inhaler epipen seizures rash temperature bruise bruises limp stitches fleas nappy nappies years months weeks',
);
/** What is done with a child, a patient or a pet by those who bring it. */
const BROUGHT = wordClass('collect collected fetch fetched brought dropped drop took picked');
/** What a house does to those in its care. */
const CARED = wordClass('gave give fed feed bit hurt discharged sent dropped');
/** How far behind the name the condition may stand. */
const NEAR = 6;

/**
 * The names, in small letters, of those who belong to the customer: whom the customer's message speaks of as cared for ("Sami has a nut allergy", "I dropped
 * Bella off", "you sent Rex home"), and whom the draft calls theirs ("your son Sami").
 */
export function theirPeople(customer: Said | undefined, draft: Said): ReadonlySet<string> {
  const found = new Set<string>();
  if (customer) for (let i = 0; i < customer.words.length; i += 1) if (isCaredFor(customer, i)) found.add(customer.words.norm[i]);
  const { words } = draft;
  for (let i = KIN.first(words, 1, words.length); i >= 0; i = KIN.first(words, i + 1, words.length))
    if ((words.norm[i - 1] === 'your' || words.norm[i - 2] === 'your') && isNamed(draft, i + 1)) found.add(words.norm[i + 1]);
  return found;
}

function isNamed({ text, words }: Said, at: number): boolean {
  return at < words.length && !(words.gap[at] & (Gap.stop | Gap.newline)) && isUpperCase(text, words.start[at]) && words.norm[at] !== 'i';
}

function isCaredFor({ text, words }: Said, at: number): boolean {
  const { norm, gap } = words;
  if (!isUpperCase(text, words.start[at]) || norm[at] === 'i') return false;
  const before = norm[at - 1];
  const brought = BROUGHT.at(words, at - 1) || (before === 'up' && BROUGHT.at(words, at - 2));
  const who = norm[before === 'up' ? at - 3 : at - 2];
  if (brought && (who === 'i' || who === 'we') && !(gap[at] & (Gap.stop | Gap.newline))) return true;
  if (CARED.at(words, at - 1) && who === 'you' && !(gap[at] & Gap.stop)) return true;
  const next = norm[at + 1];
  // "Rex came home scared", "is Bramble all right?"
  if (next === 'came' && norm[at + 2] === 'home') return true;
  if ((before === 'is' || before === 'was') && /^(?:all|alright|ok|okay|safe|well|eating|sleeping|settled)$/.test(next ?? '')) return true;
  if (next !== 'has' && next !== 'is' && next !== 'was' && next !== "'s" && next !== 'had') return false;
  for (let i = at + 2; i < Math.min(words.length, at + 2 + NEAR) && !(gap[i] & (Gap.stop | Gap.newline)); i += 1)
    if (CONDITIONS.at(words, i)) return true;
  return false;
}

/** Whom a firm sends to its customer, or sets at their side: of these "your driver" is ours. */
const SENT = wordClass(
  'driver rider engineer technician fitter installer inspector surveyor adviser advisor agent instructor tutor trainer waiter waitress chef picker packer operative mechanic stylist therapist nurse doctor dentist carer midwife conductor pilot groomer',
);

/** Whether "your" and this role name one of ours: "your rider went to the wrong block", unless the customer speaks of "my driver". */
export function isSentToThem(words: Words, role: number, customer: Said | undefined): boolean {
  if (!SENT.at(words, role)) return false;
  const said = customer?.words.norm ?? [];
  return !said.some((word, k) => word === words.norm[role] && said.slice(Math.max(0, k - 2), k).some((of) => of === 'my' || of === 'our'));
}
