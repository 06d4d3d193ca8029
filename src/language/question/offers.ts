import { wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence, TimeExpression } from '../reading.js';
import { Gap } from '../../text/words.js';
import { wordsAre } from '../window.js';
import { isInviting } from './empty-clauses.js';
import { isCause, isHollow } from './hollow.js';
import type { Offer } from './offer.js';
import { isCount, isCurrent, MONEY, namesPrice, tellsOfPast, UNITS } from './offer-amounts.js';
import {
  hasBoth,
  isAct,
  isLicence,
  isRefusal,
  isShortAnswer,
  isStatement,
  isTerse,
  isVerdict,
  POINTING,
  pointsOnly,
  segmentsOf,
} from './offer-forms.js';
import { afterGreeting, headingEnd, isFronted, saysYes, yesAndNo } from './offer-openings.js';
import { labels, newIn, spelledOut } from './offer-topics.js';
import { coversAll } from './referring-answers.js';
import { emptyClauses, spentBySentence } from './spent-words.js';
import { carriesTopic, stem, topicOf } from './topic.js';
import type { Wanted } from './wanted.js';

const PARTICLES = wordClass('yes no yep yeah nope sure certainly absolutely definitely indeed correct unfortunately sadly sorry afraid');
const REASONS = new Set(
  'because since due reason reasons caused cause owing policy therefore means meant result order avoid ensure'.split(' '),
);
const PLACES = new Set('at in on near behind opposite inside outside under above via from next'.split(' '));
const DISOWNING = [
  'matter for',
  'nothing to do with',
  'up to you',
  'not our',
  'outside our',
  'beyond our',
  'out of our',
  'not something we',
  'not able to',
  'falls under',
] as const;
const DISOWNING_FIRST = new Set(DISOWNING.map((phrase) => phrase.split(' ')[0]));
/** Where a fill-in stands in the answer's place: another rule speaks of it. */
const FILL_IN = /\{\{|\{%|«|\[[A-Z]|%\w+%|\bdd\/mm|\bX{3,}\b|_{3,}|\bTBC\b/;
const REDUCED = /%|\b(?:off|less|below|reduced|cheaper|saves?|saving|per ?cent|half)\b/i;
/** A sentence that only points, but brings more topics of its own than these, speaks of something else. */
const MOST_NEW = 4;

/** Biddings that tell nothing. */
const EMPTY_BIDDING = new Set('let know accept enjoy have note rest hold hang thank stay bear feel keep allow be look see take'.split(' '));

/** What each sentence of the body offers. One walk over the reply, whatever the number of questions. */
export function offersOf(reading: LazyReading): readonly Offer[] {
  const spent = spentBySentence(reading);
  const times = new Map<number, TimeExpression[]>();
  for (const time of reading.times) {
    const index = reading.sentenceAt(time.start)?.index;
    if (index === undefined || isCurrent(reading, time)) continue;
    const known = times.get(index);
    if (known) known.push(time);
    else times.set(index, [time]);
  }
  return reading.sentences
    .filter(({ role, from, to }) => role === 'body' && to > from)
    .map((sentence) => offerOf(reading, sentence, spent.get(sentence.index) ?? [], times.get(sentence.index) ?? []));
}

function offerOf(reading: LazyReading, sentence: Sentence, spent: readonly Span[], times: readonly TimeExpression[]): Offer {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const { from, to } = sentence;
  const topic = new Set<string>();
  const gives = new Set<Wanted>();
  let disowns = false;
  let refers = false;
  let counts = false;
  let ofOthers = false;
  let licenses = 0;
  let ofYours = false;
  const timeAt = times
    .filter((time) => norm[time.from - 1] !== 'than' && !spent.some(({ start, end }) => start <= time.start && time.end <= end))
    .map((time) => time.from);
  const timed = timeAt.length > 0;
  let states = false;
  let told = 0;
  let instructs = false;
  let acts = false;
  let ours = false;
  let measures = false;
  let explains = false;
  const inviting = isInviting(norm, sentence);
  const empty = emptyClauses(reading, sentence, inviting);
  const heading = headingEnd(reading, sentence);
  for (let i = from; i < to; i += 1) {
    const empties =
      spent.some(({ start, end }) => start <= words.start[i] && words.end[i] <= end) ||
      empty.some((clause) => clause.from <= i && i < clause.to);
    if (empties && i >= heading) continue;
    const word = norm[i];
    if (carriesTopic(reading.grammar, i) && !labels(words, i, to)) topic.add(stem(word));
    if (/\d/.test(word) || tags.pos[i] === 'number' || /^(?:free|complimentary|nothing|gratis|cost|costs|price|extra|included)$/.test(word))
      gives.add('amount');
    counts ||= isCount(reading, i, to);
    if (
      /^(?:yet|already|always|soon|shortly|now|once|until|after|immediately|instantly|later|early|earlier|sooner|when|during|before)$/.test(
        word,
      ) ||
      (UNITS.test(word) &&
        /^(?:\d.*|few|couple|next|same|every|each|within|one|two|three|four|five|several|working|business)$/.test(norm[i - 1] ?? ''))
    ) {
      gives.add('time');
      if (!/^(?:already|always|during|early|earlier|before)$/.test(word) && norm[i - 2] !== 'than') timeAt.push(i);
    }
    if (REASONS.has(word)) gives.add('reason');
    if (/^(?:website|site|page|app|link)$/.test(word) || (word === 'touch' && norm[i - 1] === 'in')) refers = true;
    if (
      (PLACES.has(word) || (word === 'to' && tags.pos[i + 1] === 'nominal')) &&
      i + 1 < to &&
      !(words.gap[i + 1] & (Gap.comma | Gap.stop))
    )
      gives.add('place');
    if (DISOWNING_FIRST.has(word) && DISOWNING.some((phrase) => wordsAre(words, i, phrase))) disowns = true;
  }
  if (timed) gives.add('time');
  if (MONEY.test(reading.grammar.text.slice(sentence.start, sentence.end)) || namesPrice(norm, from, to)) gives.add('price');
  for (const each of spelledOut(reading, sentence)) topic.add(each);
  let refuses = disowns;
  let declines = disowns;
  let forAll: Offer['forAll'] = FILL_IN.test(reading.grammar.text.slice(sentence.start, sentence.end))
    ? 'answered'
    : disowns
      ? 'refused'
      : undefined;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || empty.includes(clause)) continue;
    if (spent.some(({ start, end }) => start <= clause.verb!.start && clause.verb!.end <= end)) {
      // "I do apologise, we do not pay for frost."
      if (clause.subject?.actor === 'own' && clause.verb.negated && isRefusal(words, clause)) {
        refuses = true;
        declines = true;
      }
      continue;
    }
    refuses ||= isRefusal(words, clause);
    if (isLicence(words, clause)) licenses += 1;
    ofYours ||=
      clause.verb.lemma === 'be' && clause.subject !== undefined && norm[clause.subject.from] === 'your' && clause.to - clause.from <= 6;
    acts ||= isAct(clause);
    declines ||=
      (clause.subject === undefined ||
        clause.subject.actor === 'own' ||
        clause.subject.actor === 'customer' ||
        POINTING.test(words.norm[clause.subject.from])) &&
      isRefusal(words, clause);
    ours ||= clause.subject?.actor === 'own' && isAct(clause);
    measures ||=
      clause.subject?.actor === 'own' &&
      isAct(clause) &&
      ((clause.verb.tense === 'perfect' && words.norm[clause.verb.from] !== 'had') ||
        clause.verb.tense === 'future' ||
        clause.verb.progressive);
    if (!inviting) forAll ??= coversAll(reading, sentence, clause);
    const stated = isStatement(reading, clause);
    states ||= stated;
    ofOthers ||=
      stated &&
      (clause.subject!.actor !== 'own' || clause.negated || /^(?:recommend|suggest|advise|offer|show|have)$/.test(clause.verb.lemma));
    if ((stated && clause.subject!.from >= clause.from) || (clause.mood === 'imperative' && !EMPTY_BIDDING.has(clause.verb.lemma)))
      told += 1;
    explains ||= clause.mood === 'statement' && !clause.mention && clause.verb.tense !== 'none' && isCause(clause);
    if (isVerdict(reading, clause)) gives.add('yes-no');
    // "We're working to resolve it and avoid cancelling flights": the second verb is ours as well.
    const bids = clause.mood === 'imperative' && !(clause.link === 'and' && reading.clauses[k - 1]?.subject?.actor === 'own');
    instructs ||= bids && !EMPTY_BIDDING.has(clause.verb.lemma);
    if (
      clause.mood === 'imperative' ||
      (clause.subject?.actor === 'customer' && clause.verb.modal !== undefined) ||
      (clause.subject?.actor === 'own' && (clause.verb.modal === 'would' || /^(?:recommend|suggest|advise)$/.test(clause.verb.lemma)))
    )
      gives.add('way');
    if (clause.subject?.actor === 'own' && clause.verb.tense !== 'none') gives.add('who');
    if (clause.verb.tense === 'past' || clause.verb.tense === 'perfect' || clause.verb.voice === 'passive') gives.add('reason').add('news');
    if (clause.verb.progressive || clause.verb.tense === 'future' || gives.has('time')) gives.add('news');
  }
  // "By post or at the kiosk.": an answer needs no verb.
  if (
    to - from >= 3 &&
    !reading.clauses[sentence.firstClause]?.verb &&
    spent.length === 0 &&
    !/^(?:good|greetings|best|kind|warm|all|every|happy|safe|have|until)$/.test(norm[from]) &&
    (gives.size > 0 || topic.size > 1)
  )
    states = true;
  if (spent.length === 0 && empty.length === 0 && topic.size > 2 && to - from > 5 && told === 0 && !sentence.question) states = true;
  if (/https?:|www\.|@\w|__\w+__|\d{3}\D?\d{3}/.test(reading.draft.text.slice(sentence.start, sentence.end))) {
    gives.add('way').add('place');
    refers = true;
  }
  const opening = afterGreeting(words, from, to);
  const particle =
    ((PARTICLES.at(words, opening) && !spent.some(({ start, end }) => start <= words.start[opening] && words.end[opening] <= end)) ||
      (norm[from] === 'of' && norm[from + 1] === 'course') ||
      norm[from + 2] === 'afraid' ||
      saysYes(norm, from, to) ||
      isShortAnswer(words, opening, to)) &&
    empty.length === 0;
  const particles = particle ? Math.max(1, yesAndNo(words, opening, to)) : 0;
  told = Math.max(told, particles);
  if (spent.length === 0 && (states || instructs)) told = Math.max(told, segmentsOf(reading, opening, to));
  const before = sentence.index > 0 ? reading.sentences[sentence.index - 1] : undefined;
  return {
    sentence,
    topic,
    context: topicOf(reading.grammar, before?.role === 'body' ? before.from : from, to),
    gives,
    forAll,
    both: hasBoth(norm, from, to),
    particle,
    particles,
    refuses,
    acts,
    ours,
    measures,
    delivers: /\b(?:attached|enclosed|done)\b/i.test(reading.draft.text.slice(sentence.start, sentence.end)),
    refers,
    states,
    told,
    instructs,
    declines,
    ahead: timeAt.some((at) => !tellsOfPast(reading, sentence, at)),
    counts,
    licenses,
    ofYours,
    ofUs: !ofOthers && !gives.has('time') && !gives.has('amount') && !gives.has('reason'),
    money: MONEY.test(reading.grammar.text.slice(sentence.start, sentence.end)),
    fronts: isFronted(norm, from),
    renews: hasWord(norm, from, to, 'new') || hasWord(norm, from, to, 'another'),
    reduces: gives.has('amount') && REDUCED.test(reading.grammar.text.slice(sentence.start, sentence.end)),
    terse: isTerse(reading, sentence, opening),
    explains: explains || refuses || instructs || refers || disowns || gives.has('reason') || (states && !hasVerb(reading, sentence)),
    hollow:
      !states &&
      !instructs &&
      !refuses &&
      !refers &&
      !forAll &&
      !particle &&
      !sentence.question &&
      isHollow(reading, sentence, topic, gives),
    loose:
      spent.length === 0 &&
      !sentence.question &&
      empty.length === 0 &&
      newIn(reading, sentence, topic) <= MOST_NEW &&
      pointsOnly(reading, sentence),
  };
}

function hasVerb({ clauses }: LazyReading, { firstClause, endClause }: Sentence): boolean {
  for (let k = firstClause; k < endClause; k += 1) if (clauses[k].verb) return true;
  return false;
}
