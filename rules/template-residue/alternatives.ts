import { Gap, inList, type Draft, type Reading, type Span } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const TITLES = set('mr mrs ms miss mx sir');
/** What is done for a customer: one of them was meant. */
const OUTCOMES = set('refund replacement exchange repair credit voucher collection redelivery upgrade discount cancellation reimbursement');
const OPPOSITES: readonly [ReadonlySet<string>, ReadonlySet<string>][] = [
  [set('approved accepted granted successful upheld confirmed'), set('declined rejected refused denied unsuccessful cancelled')],
];
/** Forms of which one agrees with what the template did not know: "your item(s) has/have". */
const AGREEMENTS: readonly ReadonlySet<string>[] = [set('is are'), set('was were'), set('has have'), set('this these')];
/** One of them was meant by whoever promised it. */
const TIMES = set('today tomorrow morning afternoon evening monday tuesday wednesday thursday friday saturday sunday');
const AUXILIARIES = set('is was has have had are were can will do does did');
/** "what you can/cannot take" speaks of all cases. */
const RELATIVE = set('where what which who whom whose whether if when how');
const PRONOUNS = set('he she his him her hers');
/** What has been done with what they asked for: one of them. */
const SETTLED = set(
  'cancelled canceled changed refunded replaced approved declined rejected credited exchanged upgraded rebooked reinstated extended amended moved redelivered repaired',
);
/** By what the customer turned to us, and the words with which it is received. */
const CAME = set(
  'email mail letter call phonecall message chat visit tweet fax enquiry inquiry query request complaint review comment feedback suggestion application',
);
const RECEIVING = set('thank thanks received receipt regarding reply response answer');
const GREETINGS = set('hi hello hey dear');
const OFFERS = set('offer discuss consider suggest');

/** Choices that nobody made: "Mr/Mrs/Ms Thornton", "we have arranged a refund / replacement", "has/has not been approved". */
export function findAlternatives(draft: Draft, language: Reading): Span[] {
  const { words } = draft;
  const found: Span[] = [];
  const titles = titleChoice(draft);
  if (titles) found.push(titles);
  for (const sentence of language.sentences) {
    const given = givenOutcomes(draft, language, sentence) ?? bothWays(draft, language, sentence);
    if (given) found.push(given);
    for (let i = sentence.from; i + 1 < sentence.to; i += 1) {
      if (!slashed(draft, i + 1)) continue;
      let to = i + 2;
      while (to < sentence.to && slashed(draft, to)) to += 1;
      const end = isChoice(draft, language, i, to, sentence);
      if (end !== undefined && !(titles && words.start[i] < titles.end)) found.push({ start: words.start[i], end: words.end[end - 1] });
      i = to - 1;
    }
  }
  return found;
}

/** "You have had a full refund / store credit": what they were given, in more than one word, and only one of the two can be so. */
function givenOutcomes({ words, text }: Draft, language: Reading, sentence: Reading['sentences'][number]): Span | undefined {
  for (let i = sentence.from + 1; i < sentence.to; i += 1) {
    if (!(words.gap[i] & Gap.slash) || !/^\s\/\s$/u.test(text.slice(words.end[i - 1], words.start[i])) || !OUTCOMES.has(words.norm[i - 1]))
      continue;
    const end = [i, i + 1].find((at) => at < sentence.to && OUTCOMES.has(words.norm[at]));
    const clause = language.clauseAt(i - 1);
    if (end === undefined || !clause || clause.mood !== 'statement' || clause.mention || clause.verb?.modal) continue;
    const told = clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect';
    const given = clause.subject?.actor === 'customer' ? /^(?:have|receive|get|give)$/.test(clause.verb?.lemma ?? '') : false;
    if (!told || !given) continue;
    let start = i - 1;
    while (start > sentence.from && !words.gap[start] && /^(?:an?|the|your|full|partial|\d+)$/.test(words.norm[start - 1])) start -= 1;
    return { start: words.start[start], end: words.end[end] };
  }
  return undefined;
}

/** "The landlord has agreed / has not agreed": the same said and denied, and nobody chose. */
function bothWays({ words }: Draft, language: Reading, { from, to }: Reading['sentences'][number]): Span | undefined {
  const { norm, gap } = words;
  for (let i = from + 2; i + 2 < to; i += 1) {
    if (!(gap[i] & Gap.slash)) continue;
    const not = norm[i + 1] === 'not' ? i + 1 : -1;
    const denied = not > 0 && AUXILIARIES.has(norm[i]) && norm[i - 2] === norm[i] && norm[i - 1] === norm[i + 2];
    const said = norm[i - 2] === 'not' && AUXILIARIES.has(norm[i]) && norm[i - 3] === norm[i] && norm[i - 1] === norm[i + 1];
    if (!denied && !said) continue;
    const start = denied ? i - 2 : i - 3;
    const clause = language.clauseAt(start);
    if (!clause || clause.mood === 'question' || clause.mood === 'condition' || clause.mention) continue;
    if (norm.slice(Math.max(from, start - 6), start).some((word) => RELATIVE.has(word))) continue;
    return { start: words.start[start], end: words.end[denied ? i + 2 : i + 1] };
  }
  return undefined;
}

/** "Dear Mr/Mrs/Ms Thornton". Without a name ("Sir/Madam", "Mr/Ms Customer") it is the salutation that is impersonal. */
function titleChoice({ salutation, text }: Draft): Span | undefined {
  const people = salutation?.people ?? [];
  const last = people.at(-1);
  const first = people.findIndex(({ name }, i) => name === undefined && people.slice(i, -1).every((one) => one.name === undefined));
  if (!last?.name || !last.honorific || first < 0 || first === people.length - 1) return undefined;
  const start = people[first].honorific?.start ?? last.name.start;
  return /^[\p{L}.]+(?:\s?[/|]\s?[\p{L}.]+)+$/u.test(text.slice(start, last.honorific.end)) ? { start, end: last.name.end } : undefined;
}

/** Whether a slash, and perhaps spaces or an abbreviation's full stop, is all that parts the word from the one before. */
function slashed({ words, text }: Draft, i: number): boolean {
  return (words.gap[i] & Gap.slash) !== 0 && /^\.?\s?\/\s?$/u.test(text.slice(words.end[i - 1], words.start[i]));
}

/** Words back to which a "whether" governs a choice. */
const REACH = 60;

/** One past the last word of the unresolved choice between words `from` and `to`; undefined when it is none. */
function isChoice(draft: Draft, language: Reading, from: number, to: number, sentence: Reading['sentences'][number]): number | undefined {
  const { words, text } = draft;
  const options = words.norm.slice(from, to);
  const next = words.norm[to];
  if (options.every((word) => TITLES.has(word)))
    return to < sentence.to && /^\p{Lu}/u.test(text.slice(words.start[to], words.end[to])) ? to + 1 : undefined;
  const clause = language.clauseAt(from);
  if (!clause || clause.mood === 'question' || clause.mood === 'condition' || clause.mention) return undefined;
  // "has/has not", "is/isn't".
  if (
    to - from === 2 &&
    AUXILIARIES.has(options[0]) &&
    options[0] === options[1] &&
    next === 'not' &&
    !words.norm.slice(Math.max(sentence.from, from - 4), from).some((word) => RELATIVE.has(word))
  )
    return to + 1;
  if (options.length === 2 && options[0] !== options[1] && AGREEMENTS.some((forms) => options.every((word) => forms.has(word)))) return to;
  if (options.length === 2 && options.every((word) => GREETINGS.has(word)) && from === sentence.from) return to;
  // "Thank you for your email/letter/call": one of them came.
  if (
    options.every((word) => CAME.has(word)) &&
    words.norm[from - 1] === 'your' &&
    words.norm.slice(sentence.from, from).some((word) => RECEIVING.has(word))
  )
    return to;
  // "covered/not covered", "in full/in part"
  const whether = words.norm.slice(Math.max(sentence.from, from - REACH), from).includes('whether');
  if (
    options.length === 2 &&
    options[1] === 'not' &&
    next === options[0] &&
    !whether &&
    (clause.verb?.lemma === 'be' || clause.verb?.voice === 'passive')
  )
    return to + 1;
  if (words.norm.slice(from - 1, to + 1).join(' ') === 'in full in part' && !clause.verb?.modal) return to + 1;
  if (OPPOSITES.some(([yes, no]) => options.some((word) => yes.has(word)) && options.some((word) => no.has(word))))
    return clause.verb?.modal ? undefined : to;
  if (options.every((word) => PRONOUNS.has(word))) return speaksOfCustomer(words.norm, sentence.from, from) ? to : undefined;
  const ours =
    clause.subject?.actor === 'own' ||
    (clause.subject?.actor !== 'customer' && clause.verb?.voice === 'passive' && /\byour\b/iu.test(text.slice(clause.start, clause.end)));
  const settled =
    clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect' || clause.verb?.tense === 'future' || clause.verb?.progressive;
  const told = clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect';
  // "Your pass has been cancelled / changed."
  if (
    ours &&
    told &&
    !clause.verb?.modal &&
    clause.verb?.main === from &&
    options.every((word) => SETTLED.has(word)) &&
    /\byour?\b/iu.test(text.slice(clause.start, clause.end))
  )
    return to;
  if (
    (options.every((word) => OUTCOMES.has(word)) || (options.every((word) => TIMES.has(word)) && clause.subject?.actor === 'own')) &&
    ours &&
    settled &&
    !OFFERS.has(clause.verb?.lemma ?? '') &&
    !['can', 'could', 'may', 'might', 'would'].includes(clause.verb?.modal ?? '')
  )
    return to;
  return undefined;
}

function speaksOfCustomer(norm: readonly string[], from: number, to: number): boolean {
  let nearest: string | undefined;
  for (let i = from; i < to; i += 1)
    if (norm[i - 1] === 'the' && (inList('staff', norm[i]) || norm[i] === 'customer' || norm[i] === 'client')) nearest = norm[i];
  return nearest === 'customer' || nearest === 'client';
}
