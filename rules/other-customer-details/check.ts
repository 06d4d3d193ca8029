import {
  foldName,
  inList,
  isListedFirstName,
  sameName,
  slice,
  type Check,
  type Draft,
  type Look,
  type Remark,
  type Span,
  type Turn,
  type Words,
} from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const TITLES = set('mr mrs ms miss mx dr prof herr frau madame monsieur');
/** What a customer has with a firm. */
const THINGS = set(
  'order orders account refund parcel package delivery complaint booking reservation policy claim invoice ticket case subscription appointment ' +
    'payment purchase membership contract return replacement enquiry query request review feedback data details address file record statement card',
);
/** What makes the named one somebody of ours, of theirs, or of public life. */
const STAFF = set(
  'colleague manager supervisor director fitter engineer technician driver agent adviser advisor assistant doctor nurse teacher solicitor lawyer surveyor ' +
    'inspector judge ombudsman mechanic plumber electrician consultant team chef host owner founder landlord our my your',
);
/** Nouns that a number follows, each with what else it is called. */
const NUMBERED = new Map(
  [
    ['order', 'purchase'],
    ['case', 'ticket', 'enquiry', 'complaint', 'query', 'incident', 'request'],
    ['booking', 'reservation'],
    ['invoice', 'bill'],
    ['policy'],
    ['claim'],
    ['account', 'customer', 'membership'],
    ['tracking', 'parcel', 'consignment', 'shipment'],
  ].flatMap((names) => names.map((name) => [name, names[0]] as const)),
);
const BETWEEN = set('number no nr num ref reference id code is was');
/** Words that make a number another one of this very customer. */
const ANOTHER = set(
  'new replacement second other another exchange next returns return credit separate additional different second repeat duplicate',
);
/** What may stand between such a word and the noun: "your replacement has the order number …", but not "the new lid for your order …". */
const LEADS_ON = set('your the this a an its is was has had have gets got will be comes under with as by number');
/** Behind one of these the noun needs no article: "I have looked at order 48213". */
const PREPOSITIONS = set('at on for about regarding concerning of to into with in from');
/** A number that comes to be is nobody else's. */
const BEGINNINGS = set('opened open created create raised raise logged log started start filed file registered register booked placed set');

/** Where somebody is from. */
const ORIGINS = set('in of from at near');
const ALSO = set('also too recently just');
/** What befalls another customer as it befell this one. */
const SUFFERS = set('had has have reported experienced met suffered saw raised faced got');
const LIKENESS = set('same similar identical very');

interface Numbered {
  readonly noun: string;
  readonly code: string;
  readonly span: Span;
  readonly from: number;
}

/** Names of others who have an order, a refund, an account with us; and numbers in place of the one that the customer gave. */
const check: Check = (look) => [...named(look), ...numbered(look)];

function* named({ draft, language, organisation }: Look): Iterable<Remark> {
  const { words, text } = draft;
  for (let i = 0; i < words.length; i += 1) {
    if (!isCapital(text, words, i + 1)) continue;
    const titled = TITLES.has(words.norm[i]) && isCapital(text, words, i);
    const customer =
      (words.norm[i] === 'customer' || words.norm[i] === 'client') && isCapital(text, words, i + 2) && isListedFirstName(words.norm[i + 1]);
    // "Jane Doe's order": a given name and another word, with a capital each.
    const plain = !titled && !customer && isCapital(text, words, i) && words.gap[i + 1] === 0 && isListedFirstName(words.norm[i]);
    if (!titled && !customer && !plain) continue;
    let end = i + 2;
    while (end < i + 4 && end < words.length && words.norm[end] !== "'s" && words.gap[end] === 0 && isCapital(text, words, end)) end += 1;
    const first = plain ? i : i + 1;
    const name = text.slice(words.start[first], words.end[end - 1]);
    const withTitle = text.slice(words.start[titled ? i : first], words.end[end - 1]);
    const owns = words.norm[end] === "'s" || /['’]$/.test(text.slice(words.end[end - 1], words.end[end - 1] + 1));
    const thing = words.norm[end] === "'s" ? end + 1 : end;
    const hasThing = owns && [thing, thing + 1].some((at) => THINGS.has(words.norm[at] ?? ''));
    const isAbout = customer && !owns ? true : hasThing || ((titled || plain) && (isForThem(words, i) || isToldOf(draft, end)));
    if (!isAbout || STAFF.has(words.norm[i - 1] ?? '') || isKnown({ name, withTitle }, draft, organisation.names)) continue;
    const span = { start: words.start[titled ? i : first], end: words.end[end - 1] };
    const role = draft.segments.find((segment) => segment.span.start <= span.start && span.start < segment.span.end)?.role;
    if (role !== 'body' && role !== 'closing') continue;
    if (!language.isMention(span)) yield { span };
    i = end;
  }
}

/** "the order of Mrs Hartley", "the refund for Mr Beck". */
function isForThem(words: Words, at: number): boolean {
  return (
    (words.norm[at - 1] === 'of' || words.norm[at - 1] === 'for') && THINGS.has(words.norm[at - 2] ?? '') && words.norm[at - 3] !== 'your'
  );
}

/** "Mr Patel in Holt (order 77120)", "Mrs Hartley had the same trouble": whose number it is, or what befell them as it befell this customer. */
function isToldOf({ text, words }: Draft, behind: number): boolean {
  const at = ORIGINS.has(words.norm[behind]) && isCapital(text, words, behind + 1) ? behind + 2 : behind;
  if (at >= words.length) return false;
  const inBrackets = text
    .slice(words.end[at - 1], words.start[at])
    .trimStart()
    .startsWith('(');
  if (inBrackets && NUMBERED.has(words.norm[at]) && codeBehind(text, words, at)) return true;
  const verb = ALSO.has(words.norm[at]) ? at + 1 : at;
  if (!SUFFERS.has(words.norm[verb])) return false;
  const kind = [verb + 1, verb + 2].find((index) => LIKENESS.has(words.norm[index] ?? ''));
  return kind !== undefined && [kind + 1, kind + 2].some((index) => inList('trouble-nouns', words.norm[index] ?? ''));
}

function isCapital(text: string, words: Words, index: number): boolean {
  if (index >= words.length) return false;
  const start = words.start[index];
  const code = text.charCodeAt(start);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.slice(start, words.end[index]));
}

/** The customer, whom they speak of, whoever signs, and names of our own house; a title tells "Mrs Green" from "Mr Patel". Where nobody knows the customer, the salutation does. */
function isKnown(
  { name, withTitle }: { readonly name: string; readonly withTitle: string },
  { customer, customerNames, salutation, signOff, text, headers, earlier }: Draft,
  ours: readonly string[],
): boolean {
  const last = foldName(name).split(' ').at(-1) ?? '';
  const told = [
    ...customerNames.map((known) => known.name),
    ...(customer?.others ?? []),
    ...(salutation?.people ?? []).flatMap((one) => (one.name ? [slice(text, one.honorific ? one.span : one.name)] : [])),
    ...(signOff?.names ?? []).map((one) => slice(text, one)),
    ...(headers?.to ?? []).flatMap((box) => (box.name ? [box.name] : [])),
    ...ours,
  ];
  const nobody = customerNames.length === 0 && (salutation?.people.length ?? 0) === 0;
  if (nobody || told.some((one) => sameName(one, hasTitle(one) ? withTitle : name) === 'same' || foldName(one).split(' ').includes(last)))
    return true;
  const heard = [customer?.text ?? '', ...earlier.map((reply) => reply.text)].some((said) => foldName(said).includes(last));
  return heard || last.length < 2;
}

function hasTitle(name: string): boolean {
  return TITLES.has(foldName(name).split(' ')[0]);
}

function* numbered({ draft, language }: Look): Iterable<Remark> {
  const { customer, earlier, subject } = draft;
  if (!customer) return;
  const given = numbersOf(customer.text, customer.words);
  if (given.length === 0) return;
  const heard = [customer.text, subject ?? '', ...earlier.map(({ text }) => text)].join(' ').toLowerCase();
  const ours = numbersOf(draft.text, draft.words);
  for (const noun of new Set(ours.map((one) => one.noun))) {
    const theirs = given.filter((one) => one.noun === noun);
    const said = ours.filter((one) => one.noun === noun);
    if (theirs.length === 0 || said.some(({ code }) => theirs.some((one) => one.code === code))) continue;
    if (theirs.some(({ code }) => draft.text.toLowerCase().includes(code))) continue;
    for (const { code, span, from } of said) {
      if (heard.includes(code) || !theirs.some((one) => shape(one.code) === shape(code)) || language.isMention(span)) continue;
      if (!isReferredTo(draft.words.norm, from)) continue;
      yield { span, variant: 'order', related: [{ in: 'customer', span: theirs[0].span, note: 'the number that they gave' }] };
    }
  }
}

/** Whether the number is told as one that is known already, not as one that the customer is to have. */
function isReferredTo(norm: readonly string[], noun: number): boolean {
  const before = norm[noun - 1];
  if (before !== 'your' && before !== 'the' && before !== 'this' && !PREPOSITIONS.has(before)) return false;
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i -= 1) {
    if (ANOTHER.has(norm[i])) return false;
    if (!LEADS_ON.has(norm[i])) break;
  }
  return !norm.slice(Math.max(0, noun - 4), noun).some((word) => BEGINNINGS.has(word));
}

/** "order 48213", "order number: LK-48213", "booking ref. 77AB12": each number with what it is the number of. */
function numbersOf(text: string, words: Turn['words']): Numbered[] {
  const found: Numbered[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const noun = NUMBERED.get(words.norm[i]);
    if (noun === undefined) continue;
    const span = codeBehind(text, words, i);
    if (span) found.push({ noun, code: slice(text, span).toLowerCase(), span, from: i });
  }
  return found;
}

/** The number behind what it is the number of; at least three digits. */
function codeBehind(text: string, words: Words, noun: number): Span | undefined {
  let at = noun + 1;
  while (at < words.length && at < noun + 4 && BETWEEN.has(words.norm[at])) at += 1;
  if (at >= words.length || words.start[at] - words.end[at - 1] > 3) return undefined;
  const code = /^[\p{L}\d]{0,6}[-/]?\d[\p{L}\d/-]{2,20}/u.exec(text.slice(words.start[at], words.start[at] + 30))?.[0];
  if (code === undefined || (code.match(/\d/g) ?? []).length < 3) return undefined;
  return { start: words.start[at], end: words.start[at] + code.length };
}

/** Digits and letters as such: numbers of one system have one shape. */
function shape(code: string): string {
  return code.replace(/\d/g, '9').replace(/\p{L}/gu, 'a');
}

export default check;
