import { wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence, TimeExpression } from '../reading.js';
import { isHollow } from './hollow.js';
import type { Offer } from './offer.js';
import { isCurrent, tellsOfPast } from './offer-amounts.js';
import { hasAnyVerb, readClauses, type ClausesRead } from './offer-clauses.js';
import { hasBoth, isShortAnswer, isTerse, pointsOnly, segmentsOf } from './offer-forms.js';
import { afterGreeting, headingEnd, isFronted, saysYes, yesAndNo } from './offer-openings.js';
import { newIn } from './offer-topics.js';
import { readWords, type WordsRead } from './offer-words.js';
import { isSpent, silenceOf, spentBySentence, type Silence } from './spent-words.js';
import { topicOf } from '../question/topic.js';

const PARTICLES = wordClass('yes no yep yeah nope sure certainly absolutely definitely indeed correct unfortunately sadly sorry afraid');
const REDUCED = /%|\b(?:off|less|below|reduced|cheaper|saves?|saving|per ?cent|half)\b/i;
/** An address on the web, a handle, a number to ring. */
const WHERE_TO_TURN = /https?:|www\.|\w\.[a-z]{2,}\/\w|@\w|__\w+__|\d{3}\D?\d{3}/;
const DELIVERED = /\b(?:attached|enclosed|done)\b/i;
/** How greetings, wishes and signs begin that have no verb. */
const VERBLESS_COURTESY = /^(?:good|greetings|best|kind|warm|all|every|happy|safe|have|until)$/;
/** A sentence that only points, but brings more topics of its own than these, speaks of something else. */
const MOST_NEW = 4;

/** What each sentence of the body offers. One walk over the reply, whatever the number of questions. */
export function offersOf(reading: LazyReading): readonly Offer[] {
  const spent = spentBySentence(reading);
  const times = timesBySentence(reading);
  return reading.sentences
    .filter(({ role, from, to }) => role === 'body' && to > from)
    .map((sentence) => offerOf(reading, sentence, spent.get(sentence.index) ?? [], times.get(sentence.index) ?? []));
}

function timesBySentence(reading: LazyReading): ReadonlyMap<number, readonly TimeExpression[]> {
  const times = new Map<number, TimeExpression[]>();
  for (const time of reading.times) {
    const index = reading.sentenceAt(time.start)?.index;
    if (index === undefined || isCurrent(reading, time)) continue;
    const known = times.get(index);
    if (known) known.push(time);
    else times.set(index, [time]);
  }
  return times;
}

function offerOf(reading: LazyReading, sentence: Sentence, spent: readonly Span[], times: readonly TimeExpression[]): Offer {
  const { words } = reading.grammar;
  const { norm } = words;
  const { from, to } = sentence;
  const silence = silenceOf(reading, sentence, spent);
  const byWords = readWords(reading, sentence, silence, times);
  const byClauses = readClauses(reading, sentence, silence, byWords);
  const { topic, gives, disowns } = byWords;
  const { refuses, instructs, forAll } = byClauses;
  const states = byClauses.states || statesWithoutVerb(reading, sentence, silence, byWords, byClauses);
  const written = reading.draft.text.slice(sentence.start, sentence.end);
  const directs = WHERE_TO_TURN.test(written);
  if (directs) gives.add('way').add('place');
  const refers = byWords.refers || directs;
  const opening = afterGreeting(words, from, to);
  const particle = isParticle(reading, sentence, silence, opening);
  const particles = particle ? Math.max(1, yesAndNo(words, opening, to)) : 0;
  const segments = spent.length === 0 && (states || instructs) ? segmentsOf(reading, opening, to) : 0;
  const before = sentence.index > 0 ? reading.sentences[sentence.index - 1] : undefined;
  const quiet = spent.length === 0 && silence.empty.length === 0;
  const says = states || instructs || refuses || refers || forAll || particle || sentence.question;
  return {
    sentence,
    topic,
    context: topicOf(reading.grammar, before?.role === 'body' ? before.from : from, to),

    gives,
    counts: byWords.counts,
    money: byWords.money,
    ahead: byWords.timesAt.some((at) => !tellsOfPast(reading, sentence, at)),
    renews: hasWord(norm, from, to, 'new') || hasWord(norm, from, to, 'another'),
    reduces: gives.has('amount') && REDUCED.test(reading.grammar.text.slice(sentence.start, sentence.end)),

    acts: byClauses.acts,
    ours: byClauses.ours,
    measures: byClauses.measures,
    instructs,
    persons: personsIn(reading, sentence),
    licenses: byClauses.licenses,
    delivers: DELIVERED.test(written),
    refers,
    refuses,
    declines: byClauses.declines,

    states,
    told: Math.max(byClauses.told, particles, segments),
    explains:
      byClauses.explains || refuses || instructs || refers || disowns || gives.has('reason') || (states && !hasAnyVerb(reading, sentence)),
    ofUs: !byClauses.statesMore && !gives.has('time') && !gives.has('amount') && !gives.has('reason'),
    ofYours: byClauses.ofYours,
    hollow: !says && isHollow(reading, sentence, topic, gives),

    particle,
    particles,
    both: hasBoth(norm, from, to),
    thanks: spent.length > 0,
    conditional: norm[from] === 'if',
    fronts: isFronted(norm, from),
    terse: isTerse(reading, sentence, opening),
    loose: quiet && !sentence.question && newIn(reading, sentence, topic) <= MOST_NEW && pointsOnly(reading, sentence),
    forAll,
  };
}

/** "He" and "she" where a clause says something of them. */
function personsIn({ clauses, grammar: { words } }: LazyReading, { firstClause, endClause }: Sentence): ReadonlySet<string> {
  const persons = new Set<string>();
  for (let k = firstClause; k < endClause; k += 1) {
    const subject = words.norm[clauses[k].subject?.from ?? -1];
    if (subject === 'he' || subject === 'she') persons.add(subject);
  }
  return persons;
}

/** An answer needs no verb: "By post or at the kiosk."; and where none of the clauses was made out, the words of a long sentence still tell something. */
function statesWithoutVerb(
  { clauses, grammar: { words } }: LazyReading,
  { from, to, firstClause, question }: Sentence,
  { spent, empty }: Silence,
  { topic, gives }: WordsRead,
  { told }: ClausesRead,
): boolean {
  if (spent.length > 0) return false;
  if (to - from >= 3 && !clauses[firstClause]?.verb && !VERBLESS_COURTESY.test(words.norm[from]) && (gives.size > 0 || topic.size > 1))
    return true;
  return empty.length === 0 && topic.size > 2 && to - from > 5 && told === 0 && !question;
}

/** Whether the sentence says yes, no or one of their kin; `opening` is its first word behind a greeting. */
function isParticle(reading: LazyReading, sentence: Sentence, silence: Silence, opening: number): boolean {
  const { words } = reading.grammar;
  const { from, to } = sentence;
  // "A visit: you are welcome."
  if (headingEnd(reading, sentence) > sentence.from && hasWord(words.norm, sentence.from, sentence.to, 'welcome')) return true;
  if (silence.empty.length > 0) return false;
  const { norm, start, end } = words;
  return (
    (PARTICLES.at(words, opening) && !isSpent(silence, { start: start[opening], end: end[opening] })) ||
    (norm[from] === 'of' && norm[from + 1] === 'course') ||
    norm[from + 2] === 'afraid' ||
    saysYes(norm, from, to) ||
    isShortAnswer(words, opening, to)
  );
}
