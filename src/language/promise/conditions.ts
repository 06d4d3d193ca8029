import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import { isAskedOf } from './directives.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';
import { PhraseSet } from '../window.js';

const HABIT_WORDS = wordClass('always never constantly continually continuously consistently regularly forever every each');
const HABITS = new PhraseSet([
  'from now on',
  'in future',
  'in the future',
  'going forward',
  'moving forward',
  'next time',
  'your next',
  'future visits',
  'future stays',
  'at all times',
  'before any',
  'ahead of any',
  'as of now',
  'from today',
  'from this day',
]);
const YOU = wordClass('you');
/** What we do ourselves before a promise falls due; when we are done, nobody says. */
const OWN_WORK = new Set('finish complete check investigate review look trace test examine conclude decide discuss speak'.split(' '));
/** … and what is done to their case, by us. */
const WORKED_ON = new Set([...OWN_WORK, ...'process assess handle pick read verify approve evaluate assign allocate triage'.split(' ')]);
/** What a customer did who is in our queue already. */
const GOT_IN_TOUCH = new Set(
  'respond reply send submit file contact write report apply raise log complete email mail message dm claim register fill call ring phone open lodge'.split(
    ' ',
  ),
);
/** How we are when nothing else keeps us. */
const OWN_LEISURE = /^(?:straight|done|free|through|finished|clear|round|past|less|caught|ready|sorted)$/;
/** Behind these an "if" asks: "we'll look to see if the kiln is free". */
const ASKING = new Set('see check ask find wonder verify confirm determine establish enquire inquire'.split(' '));
/** What a customer can be told to do in a word that is a noun, too. */
const ORDER_OR_NOUN = wordClass('reply call ring text message email mail phone answer return');
/** Words for what was just asked for. */
const ASKED_FOR = new Set('both it them they that those these all everything'.split(' '));
const NEWS = new Set(['know', 'hear', 'have', 'receive', 'get', 'learn', 'find']);

/** What the promises of a sentence wait on: the customer (or a condition that may never come), news of our own without a time, or nothing. */
export function waitsOn(reading: LazyReading, sentence: Sentence): 'customer' | 'news' | undefined {
  const { norm } = reading.grammar.words;
  // "Reply with a day that suits you and we'll book it": at the start of a sentence the order looks like a noun.
  if (
    ORDER_OR_NOUN.at(reading.grammar.words, sentence.from) &&
    /^(?:with|to|by|us|me|this|here|your|back)$/.test(norm[sentence.from + 1] ?? '')
  )
    return 'customer';
  let news = false;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    // "Please DM us your number": a noun that chat has made a verb. "With any news": when, nobody says.
    if (norm[i] === 'dm' || norm[i] === 'pm') return 'customer';
    if (norm[i] === 'in' && norm[i + 1] === 'case') return 'customer';
    // "As long as both are on one booking"; a wait "as long as it takes" is no condition.
    if (norm[i] === 'long' && norm[i + 1] === 'as' && /^(?:as|so)$/.test(norm[i - 1] ?? '') && norm[i + 2] !== 'it') return 'customer';
    // "At whatever time suits you", "on whichever of the days you name": theirs to say when.
    if (/^(?:whatever|whichever)$/.test(norm[i]) && YOU.first(reading.grammar.words, i + 1, sentence.to) >= 0) return 'customer';
    if (norm[i] === 'any' && norm[i - 1] === 'with' && /^(?:updates?|news|developments|changes)$/.test(norm[i + 1] ?? '')) news = true;
  }
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const other = reading.clauses[k];
    if (isAskedOf(reading, other)) return 'customer';
    if (other.mood === 'condition' || other.mood === 'counterfactual' || other.link === 'after' || other.link === 'as') {
      const kind = isToldOf(reading, sentence, other) ? 'news' : condition(reading, other);
      if (kind === 'customer') return 'customer';
      news ||= kind === 'news';
    }
  }
  return news ? 'news' : undefined;
}

/** "Could you send me both? Once I have them I'll switch it", "as soon as they're here": what the sentence before has asked for. */
export function waitsForAsked({ clauses, grammar: { words } }: LazyReading, { firstClause, endClause }: Sentence): boolean {
  return clauses.slice(firstClause, endClause).some(({ link, verb, subject, from }) => {
    if (!verb || !/^(?:once|when|after|as)$/.test(link ?? '')) return false;
    const { norm } = words;
    if (/^(?:have|receive|get)$/.test(verb.lemma)) return ASKED_FOR.has(norm[verb.to]);
    return (
      subject !== undefined && subject.from >= from && ASKED_FOR.has(norm[subject.head]) && /^(?:be|arrive|come|land)$/.test(verb.lemma)
    );
  });
}

/** "As soon as it's on the van", "once he's finished": what becomes of a thing or a man just spoken of. */
export function waitsForTold({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = from; i + 2 < to; i += 1) {
    const soon = norm[i] === 'soon' && norm[i - 1] === 'as' && norm[i + 1] === 'as';
    if (!soon && norm[i] !== 'once' && norm[i] !== 'when') continue;
    const at = soon ? i + 2 : i + 1;
    if (!/^(?:it|they|he|she|that|this|both)$/.test(norm[at] ?? '')) continue;
    // "As soon as it's clear", "when it is known": how things are, which nobody has dated.
    return !norm.slice(at + 1, at + 4).some((word) => /^(?:clear|known|possible|certain|sure|available|not)$/.test(word));
  }
  return false;
}

/** What tells the customer of a thing, or hands it over; then it is news that they wait for. */
const TELLING = new Set(
  'let tell inform notify update text email mail ping message write ring call phone contact alert drop whatsapp post send share announce publish report'.split(
    ' ',
  ),
);
/** What a thing does once the customer has sent it; then they wait for themselves. */
const BACK_WITH_US = /^(?:us|me|here|our|with)$/;

/** "I'll ping you when it's back in stock", "once the timetable is out we'll send it over": a thing's turn that nobody has dated. */
function isToldOf(
  reading: LazyReading,
  { firstClause, endClause }: Sentence,
  { subject, verb, link, from, to, mood, index }: Clause,
): boolean {
  if (
    !verb ||
    !/^(?:when|once|as|after)$/.test(link ?? '') ||
    mood === 'counterfactual' ||
    subject?.actor !== 'thing' ||
    subject.from < from
  )
    return false;
  const { norm } = reading.grammar.words;
  if (link === 'as' && !opensWithSoon(norm, { from, to })) return false;
  if (verb.voice === 'passive' && !WORKED_ON.has(verb.lemma) && norm[subject.from] === 'your') return false;
  if (/^(?:arrive|come|reach|return|land)$/.test(verb.lemma) && /^(?:it|they|that|both|these|your)$/.test(norm[subject.from])) return false;
  for (let i = verb.to; i < to; i += 1) if (BACK_WITH_US.test(norm[i])) return false;
  for (let k = firstClause; k < endClause; k += 1) {
    const other = reading.clauses[k];
    if (
      k !== index &&
      other.verb?.tense === 'future' &&
      other.mood === 'statement' &&
      other.subject?.actor === 'own' &&
      TELLING.has(other.verb.lemma)
    )
      return true;
  }
  return false;
}

function condition(reading: LazyReading, clause: Clause): 'customer' | 'news' | undefined {
  const { norm } = reading.grammar.words;
  if (clause.link === 'if' && (isAsked(reading, clause) || isInTouch(reading, clause))) return undefined;
  const soon = opensWithSoon(norm, clause);
  if (clause.link === 'as' && !soon) return undefined;
  if (clause.subject?.actor === 'customer') return 'customer';
  // "When your case has been reviewed"
  if (clause.link !== 'if' && clause.link !== 'unless' && clause.verb?.voice === 'passive' && WORKED_ON.has(clause.verb.lemma))
    return 'news';
  for (let i = clause.from; i < clause.to; i += 1) if (norm[i] === 'your' || norm[i] === 'you') return 'customer';
  if (soon) return 'news';
  const own = clause.subject?.actor === 'own' || clause.subject?.actor === 'department' || clause.subject?.actor === 'colleague';
  if (own && clause.link !== 'if' && clause.link !== 'unless' && clause.verb !== undefined && NEWS.has(clause.verb.lemma))
    return norm.slice(clause.verb.to, clause.to + 1).includes('back') ? 'customer' : 'news';
  // "Once our engineers have finished their tests", "when I've listened to the call"; "once we have it" waits for what the customer sends.
  if (own && /^(?:once|when|after)$/.test(clause.link ?? '') && clause.verb !== undefined && isOwnWork(clause.verb)) return 'news';
  if (isInStore(norm, clause)) return 'news';
  if (isNewsToCome(norm, clause)) return 'news';
  // "Once I'm straight with the jobs I've got on", "when I'm done here": our own leisure again.
  if (own && /^(?:once|when|after)$/.test(clause.link ?? '') && clause.verb?.lemma === 'be' && OWN_LEISURE.test(norm[clause.verb.to] ?? ''))
    return 'news';
  // "When we can", "once we get round to it": no event, but our own leisure.
  if (own && clause.link === 'when' && /^(?:can|could)$/.test(clause.verb?.modal ?? '')) return 'news';
  return 'customer';
}

/** "We'll look to see | if the kiln is free": asked, no condition. */
function isAsked({ clauses, grammar }: LazyReading, { index, sentence, from }: Clause): boolean {
  const before = clauses[index - 1];
  return before?.sentence === sentence && ASKING.has(before.verb?.lemma ?? '') && !(grammar.words.gap[from] & Gap.comma);
}

/** "If you've replied in the club forum": who did so waits for us. */
function isInTouch({ clauses }: LazyReading, { subject, verb, mood, negated, index }: Clause): boolean {
  return (
    mood === 'condition' &&
    !negated &&
    subject?.actor === 'customer' &&
    (verb?.tense === 'perfect' || verb?.tense === 'past') &&
    verb.modal === undefined &&
    verb.voice === 'active' &&
    GOT_IN_TOUCH.has(verb.lemma) &&
    clauses[index + 1]?.link !== 'and'
  );
}

/** "As soon as there is news.": a whole answer that waits on news of ours. */
export function onlyWaits(reading: LazyReading, { firstClause, endClause, role }: Sentence): Clause | undefined {
  const clause = reading.clauses[firstClause];
  if (role !== 'body' || clause?.link !== 'as' || clause.verb?.tense !== 'present') return undefined;
  // "… to share": what follows belongs to it.
  for (let k = firstClause + 1; k < endClause; k += 1) if (reading.clauses[k].verb?.tense !== 'none') return undefined;
  return opensWithSoon(reading.grammar.words.norm, clause) && condition(reading, clause) === 'news' ? clause : undefined;
}

function isOwnWork({ lemma, tense, modal, voice }: VerbGroup): boolean {
  return (
    OWN_WORK.has(lemma) ||
    (voice === 'active' && modal === undefined && tense === 'perfect' && !/^(?:have|receive|get|see|be)$/.test(lemma))
  );
}

const HERE_NOW = new Set('in ready available complete over out live open up done finished free clear known'.split(' '));

/** "once it's in", "when the report is ready": what we wait for ourselves. */
function isInStore(norm: readonly string[], { subject, verb, link, from }: Clause): boolean {
  if (!/^(?:once|when|as)$/.test(link ?? '') || verb?.lemma !== 'be' || subject?.actor !== 'thing' || subject.from < from) return false;
  return norm[subject.from] !== 'your' && HERE_NOW.has(norm[verb.to] ?? '') && !/^(?:your|touch|contact)$/.test(norm[verb.to + 1] ?? '');
}

/** "when there is news" */
function isNewsToCome(norm: readonly string[], { verb, link }: Clause): boolean {
  if (verb?.lemma !== 'be' || link === 'if' || link === 'unless') return false;
  const there = norm[verb.from] === 'there' || norm[verb.from - 1] === 'there';
  return (
    there &&
    /^(?:any|some|new|further|more|news|info|information|updates?|progress|something|anything|movement|change)$/.test(norm[verb.to] ?? '')
  );
}

/** "as soon as we know" */
function opensWithSoon(norm: readonly string[], { from, to }: Pick<Clause, 'from' | 'to'>): boolean {
  for (let i = Math.max(0, from - 2); i < to; i += 1) if (norm[i] === 'soon' && norm[i - 1] === 'as') return true;
  return false;
}

/** "your next invoice" is one, and no habit. */
const DUE = /^(?:invoice|bill|statement|payslip|payment|instalment|installment|pay|salary)$/;

/** Index of the first clause with words of habit ("from now on we text before we set off"); Infinity when there is none. What is promised before it is one act. */
export function habitFrom(reading: LazyReading, sentence: Sentence): number {
  const { words } = reading.grammar;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (HABITS.startingAt(words, i).length > 0 && !(words.norm[i] === 'your' && DUE.test(words.norm[i + 2] ?? '')))
      return reading.clauseAt(i)?.index ?? Infinity;
  return Infinity;
}

/** "We'll always check", "we'll continue to check every label". */
export function isHabitual(reading: LazyReading, { from, to, verb }: Clause): boolean {
  if (verb?.lemma === 'continue') return true;
  return HABIT_WORDS.first(reading.grammar.words, from, to) >= 0;
}
