import { inList, listed } from '../../lexicon/index.js';
import { continues } from '../promise/actors.js';
import { CARRYING } from './verbs.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

const CUSTOMER_NOUNS = listed('customer-nouns');

/** Duties laid on a thing: this needs to be reported to our desk. */
const LAID_DOWN = new Set(['need', 'must', 'have to', 'should', 'ought']);
/** Verbs of ours that direct the customer: we suggest that you, we ask you to. */
const ADVISING = new Set(['suggest', 'recommend', 'advise', 'ask', 'request', 'encourage', 'urge', 'invite', 'want', 'require']);
/** Modals that direct whoever is their subject. */
export const OBLIGING = new Set(['need', 'have to', 'must', 'should', 'would', 'will', 'ought', 'shall', 'going to']);

/** First word of the direction; undefined when the clause directs nobody. */
export function directedFrom(reading: LazyReading, clause: Clause): number | undefined {
  const { verb, mood, subject, index, sentence } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  const before = reading.clauses[index - 1]?.sentence === sentence ? reading.clauses[index - 1] : undefined;
  if (mood === 'imperative') return continues(reading, clause) ? undefined : startOf(norm, clause);
  // "have your sister check with our desk"
  const caused =
    norm[verb!.from] === 'have' &&
    norm[verb!.from + 1] !== 'to' &&
    reading.grammar.tags.form[verb!.main] === 'base' &&
    verb!.from < verb!.main;
  if (caused && mood !== 'question' && subject?.actor !== 'own') return startOf(norm, { ...clause, subject: undefined });
  if (
    verb!.voice === 'passive' &&
    verb!.modal !== undefined &&
    LAID_DOWN.has(verb!.modal) &&
    CARRYING.has(verb!.lemma) &&
    subject?.actor === 'thing'
  )
    return mood === 'statement' ? Math.max(subject.from, clause.from) : undefined;
  if (verb!.tense === 'none') return governedFrom(norm, clause, before);
  if (mood === 'question' && isRequest(norm, clause)) return clause.from;
  if (isWished(reading, clause) && subject?.actor === 'customer') return startOf(norm, before!);
  if (
    mood !== 'statement' ||
    !(subject?.actor === 'customer' || (subject && CUSTOMER_NOUNS.at(words, subject.head))) ||
    verb!.voice === 'passive' ||
    verb!.tense === 'past' ||
    verb!.tense === 'perfect'
  )
    return undefined;
  // "we suggest that you contact", "we ask you contact"
  const suggested = before?.verb !== undefined && ADVISING.has(before.verb.lemma) && before.subject?.actor === 'own';
  if (suggested || (before?.verb?.lemma === 'be' && isBest(norm, before) && !clause.link)) return startOf(norm, before);
  return verb!.modal !== undefined &&
    OBLIGING.has(verb!.modal) &&
    !(verb!.modal === 'would' && norm[verb!.main - 1] !== 'to' && norm[verb!.from] !== "'d")
    ? subject.from >= clause.from
      ? subject.from
      : clause.from
    : undefined;
}

/** Where the direction stands whose verb has no tense of its own: with what governs it. */
function governedFrom(norm: readonly string[], { verb, subject }: Clause, before: Clause | undefined): number | undefined {
  // "so best to give them a ring"
  if (/^(?:best|better|easiest|simplest)$/.test(norm[verb!.from - 1] ?? '') && !before?.negated) return verb!.from - 1;
  // "have you tried calling the depot?"
  if (before?.verb?.lemma === 'try' && before.verb.tense === 'perfect' && before.subject?.actor === 'customer') return before.from;
  // "May I ask you to get in touch with our desk?"
  if (before?.verb?.lemma === 'ask' && before.subject?.actor === 'own' && /^(?:may|can|might)$/.test(before.verb.modal ?? ''))
    return before.from;
  if (!before?.verb || before.negated || before.mood === 'question') return undefined;
  if (isLaidOn(norm, { verb, subject }, before)) return startOf(norm, before);
  // "be so kind as to submit it to"
  if (before.mood === 'imperative' && /^(?:kind|good)$/.test(norm[before.verb.to + 1] ?? '')) return startOf(norm, before);
  // "you'll want to deal with the joiner", "I'd advise you to call", "please continue to liaise with"
  const advised =
    ADVISING.has(before.verb.lemma) &&
    (before.subject?.actor === 'customer' || before.subject?.actor === 'own' || before.subject === undefined);
  // "be sure to file it with", "make sure to see"
  const sure = before.mood === 'imperative' && /^(?:sure|certain)$/.test(norm[before.to - 1] ?? '');
  const wished =
    /^(?:wish|want|like|care)$/.test(before.verb.lemma) &&
    /^(?:may|might)$/.test(before.verb.modal ?? '') &&
    before.subject?.actor === 'customer';
  const told = before.mood === 'imperative' || (before.subject?.actor === 'customer' && OBLIGING.has(before.verb.modal ?? ''));
  // "please continue to liaise with", "get him to speak to"
  const kept = /^(?:continue|try|keep|get|ask|tell|remind)$/.test(before.verb.lemma) && told;
  const duty = before.verb.lemma === 'be' && isBest(norm, before);
  return advised || kept || duty || sure || wished ? startOf(norm, before) : undefined;
}

/** Customers by what they are to a school, a house or a shop. */
const BIDDEN =
  /^(?:parents|students|pupils|residents|players|visitors|users|owners|applicants|travellers|buyers|patients|claimants|leaseholders)$/;

/** "It's for you to take up with head office", "guests are to contact the desk", "dates are something to ask Radiology about": whose job it is to turn there. */
function isLaidOn(norm: readonly string[], { verb, subject }: Pick<Clause, 'verb' | 'subject'>, before: Clause): boolean {
  if (before.verb!.lemma !== 'be' || before.verb!.tense !== 'present' || before.verb!.modal || norm[verb!.from] !== 'to' || !before.subject)
    return false;
  const first = norm[before.subject.from];
  if (subject?.actor === 'customer' && norm[subject.from - 1] === 'for') return /^(?:it|that|this|one|these|those)$/.test(first);
  if (before.verb!.to === verb!.from)
    return (
      before.subject.actor === 'customer' || inList('customer-nouns', norm[before.subject.head]) || BIDDEN.test(norm[before.subject.head])
    );
  return before.to === verb!.from && /^(?:something|one|thing|matter|question|things|questions)$/.test(norm[before.to - 1]);
}

/** "could you ring our desk", "can you please contact": a request, though it ends in a question mark. */
function isRequest(norm: readonly string[], { subject, verb, from, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || verb!.tense !== 'present' || verb!.voice === 'passive' || verb!.negated) return false;
  if (verb!.modal === 'could' || verb!.modal === 'would') return subject.from > verb!.from;
  return verb!.modal === 'can' && norm.slice(from, to).includes('please');
}

/** "it would be best if you contacted": a condition in form only. */
export function isWished(reading: LazyReading, { index, sentence, link }: Clause): boolean {
  const before = reading.clauses[index - 1];
  return link === 'if' && before?.sentence === sentence && before.verb?.lemma === 'be' && isBest(reading.grammar.words.norm, before);
}

/** "it is best to", "you'd be best off", "your best bet is to". */
function isBest(norm: readonly string[], { subject, verb, to }: Clause): boolean {
  for (let i = verb!.to; i < to; i += 1)
    if (/^(?:best|better|quicker|faster|easier|simpler|advisable|necessary|recommended)$/.test(norm[i])) return true;
  return (
    subject !== undefined && norm.slice(subject.from, subject.to).some((word) => /^(?:best|advice|suggestion|recommendation)$/.test(word))
  );
}

function startOf(norm: readonly string[], { from, subject, verb }: Clause): number {
  if (subject && subject.from >= from) return subject.from;
  let at = verb!.from;
  while (at > from && /^(?:please|kindly|do|just|then|instead|directly)$/.test(norm[at - 1])) at -= 1;
  return at;
}
