import { wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, CustomerQuestion, Sentence, TimeExpression } from '../reading.js';
import { wordsAre } from '../window.js';
import { isEmptyClause, isInviting, takesOn } from './empty-clauses.js';
import type { Wanted } from './question-parts.js';
import { coversAll } from './referring-answers.js';
import { carriesTopic, stem, topicOf } from './topic.js';

/** What one sentence of ours offers to those who asked. */
export interface Offer {
  readonly sentence: Sentence;
  /** Stems of its topic words, without those of thanks, apologies and courtesies. */
  readonly topic: ReadonlySet<string>;
  readonly gives: ReadonlySet<Wanted>;
  /** Answers whatever was asked: it defers, refers, or stands for the answer. `contact`: it only says that they will hear from us. */
  readonly forAll?: 'answered' | 'deferred' | 'refused' | 'contact';
  /** "Yes to both", "both are". */
  readonly both: boolean;
  /** Yes, no and their kin at its head. */
  readonly particle: boolean;
  readonly refuses: boolean;
  /** "It's attached", "all done". */
  readonly delivers: boolean;
  /** We did something, do it, or let them do it. */
  readonly acts: boolean;
  /** We did, do or shall do something. */
  readonly ours: boolean;
  /** Tells what to do. */
  readonly instructs: boolean;
  /** Says where the answer stands: "on our website". */
  readonly refers: boolean;
  /** States something of the matter: no thanks, apology, wish or standard. */
  readonly states: boolean;
  /** How many things it states or tells to do, each with a subject of its own: no more questions than these are answered by it. */
  readonly told: number;
  /** Its subject only points ("it", "there", "all", "you"), or it tells what we lend or lay out: it may speak of anything that was asked. */
  readonly loose: boolean;
  /** Names a sum of money. */
  readonly money: boolean;
  /** Begins with words that have no verb of their own: "three years, charger included". */
  readonly terse: boolean;
  /** We, or "it" and "that", cannot: a refusal of anything that was asked. */
  readonly declines: boolean;
}

export type Answer = Pick<CustomerQuestion, 'answer' | 'answeredAt'>;

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
const MONEY = /[£$€₹]\s?\d|\d\s?(?:€|eur|euros?|pounds?|dollars?|usd|gbp|chf)\b/i;
/** Nouns of time that a number or a quantifier makes a time of. */
const UNITS = /^(?:weeks?|months?|hours?|minutes?|days?|years?)$/;
/** What is predicated of a thing that was asked about: "so it's fine for children". */
const VERDICTS = wordClass(
  'fine ok okay safe possible allowed included welcome covered available correct suitable valid required necessary mandatory optional right true compatible ready normal',
);

/** Verbs of wishes and standards: "we always want your bags to arrive". */
const WISHING = new Set(
  'want strive hope love like wish work try aim appreciate value welcome enjoy pride regret apologise thank understand feel know fly choose look listen consider assist care serve'.split(
    ' ',
  ),
);
/** Biddings that tell nothing. */
const EMPTY_BIDDING = new Set('let know accept enjoy have note rest hold hang thank stay bear feel keep allow be look see take'.split(' '));

/** What each sentence of the body offers. One walk over the reply, whatever the number of questions. */
export function offersOf(reading: LazyReading): readonly Offer[] {
  const spent = spentBySentence(reading);
  const timed = new Set(reading.times.filter((time) => !isCurrent(reading, time)).map(({ start }) => reading.sentenceAt(start)?.index));
  return reading.sentences
    .filter(({ role, from, to }) => role === 'body' && to > from)
    .map((sentence) => offerOf(reading, sentence, spent.get(sentence.index) ?? [], timed.has(sentence.index)));
}

/** Thanks and apologies, which answer nothing, by the sentence in which they stand. */
function spentBySentence(reading: LazyReading): ReadonlyMap<number, readonly Span[]> {
  const spent = new Map<number, Span[]>();
  const apologies = reading.apologies.filter(({ kind }) => kind !== 'refusal-preface' && kind !== 'undercut');
  for (const each of [...reading.thanks, ...apologies]) {
    const known = spent.get(each.sentence);
    if (known) known.push(each);
    else spent.set(each.sentence, [each]);
  }
  return spent;
}

function offerOf(reading: LazyReading, sentence: Sentence, spent: readonly Span[], timed: boolean): Offer {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const { from, to } = sentence;
  const topic = new Set<string>();
  const gives = new Set<Wanted>();
  let disowns = false;
  let refers = false;
  let states = false;
  let told = 0;
  let instructs = false;
  let acts = false;
  let ours = false;
  const empty = emptyClauses(reading, sentence);
  for (let i = from; i < to; i += 1) {
    if (spent.some(({ start, end }) => start <= words.start[i] && words.end[i] <= end)) continue;
    if (empty.some((clause) => clause.from <= i && i < clause.to)) continue;
    const word = norm[i];
    if (carriesTopic(reading.grammar, i) && !labels(words, i, to)) topic.add(stem(word));
    if (/\d/.test(word) || tags.pos[i] === 'number' || /^(?:free|complimentary|nothing|gratis|cost|costs|price|extra|included)$/.test(word))
      gives.add('amount');
    if (
      /^(?:yet|already|always|soon|shortly|now|once|until|after|immediately|instantly|later|early|earlier|sooner|when|during|before)$/.test(
        word,
      ) ||
      (UNITS.test(word) &&
        /^(?:\d.*|few|couple|next|same|every|each|within|one|two|three|four|five|several|working|business)$/.test(norm[i - 1] ?? ''))
    )
      gives.add('time');
    if (REASONS.has(word)) gives.add('reason');
    if (/^(?:website|site|page|app|link)$/.test(word) || (word === 'touch' && norm[i - 1] === 'in')) refers = true;
    if (PLACES.has(word) && i + 1 < to && !(words.gap[i + 1] & (Gap.comma | Gap.stop))) gives.add('place');
    if (DISOWNING_FIRST.has(word) && DISOWNING.some((phrase) => wordsAre(words, i, phrase))) disowns = true;
  }
  if (timed) gives.add('time');
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
      // "I do apologise, we do not compensate for weather."
      if (clause.subject?.actor === 'own' && clause.verb.negated && isRefusal(words, clause)) {
        refuses = true;
        declines = true;
      }
      continue;
    }
    refuses ||= isRefusal(words, clause);
    acts ||= isAct(clause);
    declines ||=
      (clause.subject === undefined ||
        clause.subject.actor === 'own' ||
        clause.subject.actor === 'customer' ||
        POINTING.test(words.norm[clause.subject.from])) &&
      isRefusal(words, clause);
    ours ||= clause.subject?.actor === 'own' && isAct(clause);
    forAll ??= coversAll(reading, sentence, clause);
    const stated = isStatement(reading, clause);
    states ||= stated;
    if ((stated && clause.subject!.from >= clause.from) || (clause.mood === 'imperative' && !EMPTY_BIDDING.has(clause.verb.lemma)))
      told += 1;
    if (isVerdict(reading, clause)) gives.add('yes-no');
    // "We're working to resolve it and avoid cancelling flights": the second verb is ours as well.
    const bids = clause.mood === 'imperative' && !(clause.link === 'and' && reading.clauses[k - 1]?.subject?.actor === 'own');
    instructs ||= bids && !EMPTY_BIDDING.has(clause.verb.lemma);
    if (clause.mood === 'imperative' || (clause.subject?.actor === 'customer' && clause.verb.modal !== undefined)) gives.add('way');
    if (clause.subject?.actor === 'own' && clause.verb.tense !== 'none') gives.add('who');
    if (clause.verb.tense === 'past' || clause.verb.tense === 'perfect' || clause.verb.voice === 'passive') gives.add('reason').add('news');
    if (clause.verb.progressive || clause.verb.tense === 'future' || gives.has('time')) gives.add('news');
  }
  // "Via the app or at the airport.": an answer needs no verb.
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
      isShortAnswer(words, opening, to)) &&
    empty.length === 0;
  if (particle) told = Math.max(told, norm.slice(opening, to).filter((word) => /^(?:yes|no)$/.test(word)).length, 1);
  if (spent.length === 0 && (states || instructs)) told = Math.max(told, segmentsOf(reading, opening, to));
  return {
    sentence,
    topic,
    gives,
    forAll,
    both: hasBoth(norm, from, to),
    particle,
    refuses,
    acts,
    ours,
    delivers: /\b(?:attached|enclosed|done)\b/i.test(reading.draft.text.slice(sentence.start, sentence.end)),
    refers,
    states,
    told,
    instructs,
    declines,
    money: MONEY.test(reading.grammar.text.slice(sentence.start, sentence.end)),
    terse: isTerse(reading, sentence, opening),
    loose: spent.length === 0 && !sentence.question && empty.length === 0 && topic.size <= MOST_NEW && pointsOnly(reading, sentence),
  };
}

/** "It is, and …", "They do." */
function isShortAnswer({ norm, gap }: LazyReading['grammar']['words'], at: number, to: number): boolean {
  if (!/^(?:it|they|we|you|i|there|she|he|that)$/.test(norm[at]) || !/^(?:is|are|do|does|can|will|did|have|has|am)$/.test(norm[at + 1] ?? '')) return false;
  const end = /^(?:not|indeed|sure)$/.test(norm[at + 2] ?? '') ? at + 3 : at + 2;
  return end >= to || (gap[end] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
}

/** "Hi Vera, yes": what is said begins behind the comma. */
function afterGreeting({ norm, gap }: LazyReading['grammar']['words'], from: number, to: number): number {
  if (!/^(?:hi|hello|hey|dear)$/.test(norm[from])) return from;
  for (let i = from + 1; i < Math.min(to, from + 5); i += 1) if (gap[i] & (Gap.comma | Gap.stop | Gap.break)) return i;
  return from;
}

/** "Your subscription number", "the Parking Office": the word only names a number or a desk of ours. */
function labels({ norm, gap }: LazyReading['grammar']['words'], i: number, to: number): boolean {
  return (
    i + 1 < to &&
    !(gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)) &&
    /^(?:number|numbers|reference|id|team|office|department|desk|unit)$/.test(norm[i + 1])
  );
}

/** "At present", "forty calls in a day": no time at which anything will be. */
function isCurrent({ grammar: { words } }: LazyReading, { from, to }: TimeExpression): boolean {
  const { norm } = words;
  return /^(?:present|moment)$/.test(norm[to - 1]) || (norm[to - 1] === 'day' && norm[to - 2] === 'a') || norm[from] === 'currently';
}

/** The first stretch between commas holds no finite verb. */
function isTerse({ grammar, clauses }: LazyReading, sentence: Sentence, from: number): boolean {
  let end = from + 1;
  while (end < sentence.to && !(grammar.words.gap[end] & (Gap.comma | Gap.break))) end += 1;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const { verb } = clauses[k];
    if (verb && verb.tense !== 'none' && verb.from < end) return false;
  }
  return true;
}

/** How many stretches between commas and "and" say something: "2 Jan, all shoes included, and we send to Norway". */
function segmentsOf({ grammar }: LazyReading, from: number, to: number): number {
  const { norm, gap } = grammar.words;
  let segments = 0;
  let says = false;
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'and' || (i > from && gap[i] & (Gap.comma | Gap.break))) says = false;
    const particle = /^(?:yes|no|nope|yep)$/.test(norm[i]) && (i > from || norm[i + 1] === 'and');
    const content =
      particle ||
      /\d/.test(norm[i]) ||
      (grammar.tags.pos[i] === 'number' && norm[i] !== 'one') ||
      (to - from > 2 && carriesTopic(grammar, i));
    if (content && !says) segments += 1;
    says ||= content;
  }
  return segments;
}

/** A sentence that only points, but brings more topics of its own than these, speaks of something else. */
const MOST_NEW = 4;
const POINTING =
  /^(?:it|that|this|they|these|those|there|you|all|every|everyone|everybody|anyone|anybody|each|both|half|most|none|nobody)$/;
const LENDING = /^(?:lend|put|provide|offer|include|give|keep|have|supply|charge|accept|take|serve|hold|reserve)$/;

function pointsOnly(reading: LazyReading, sentence: Sentence): boolean {
  const { norm } = reading.grammar.words;
  const clause = reading.clauses[sentence.firstClause];
  const short = sentence.to - sentence.from <= 6;
  if (
    /^(?:not|only|never|always|until|from|any|no)$/.test(norm[sentence.from]) &&
    (short || !clause?.verb || /^(?:if|unless|for|on|in|at|when)$/.test(norm[sentence.from + 1]))
  )
    return norm[sentence.from] !== 'until' || norm[sentence.from + 1] !== 'then';
  if (!clause?.verb || !clause.subject || clause.mood !== 'statement' || WISHING.has(clause.verb.lemma) || clause.verb.tense === 'none')
    return false;
  if (clause.subject.actor === 'own')
    return clause.verb.tense === 'present' && LENDING.test(clause.verb.lemma) && clause.subject.from === sentence.from;
  // What they did, and where all is told, answers nothing.
  if (clause.subject.actor === 'customer' && (clause.verb.tense === 'past' || clause.verb.tense === 'perfect')) return false;
  // "That is why …" explains what went before.
  if (/^(?:why|how|because|when)$/.test(norm[clause.verb.to] ?? '')) return false;
  if (/^(?:realise|realize|understand|appreciate)$/.test(clause.verb.lemma)) return false;
  // "It seems that …" points at nothing; "there is no need to send it back" brings its own matter.
  if (/^(?:seem|appear|look|happen|sound)$/.test(clause.verb.lemma)) return false;
  if (norm[clause.subject.from] === 'there' && norm[clause.verb.to] === 'no' && norm[clause.verb.to + 1] === 'need') return false;
  if (norm[clause.subject.from] === 'there' && !short && topicOf(reading.grammar, sentence.from, sentence.to).size > 0) return false;
  if (/^(?:information|details|questions|info)$/.test(norm[clause.subject.from + 1] ?? '')) return false;
  return POINTING.test(norm[clause.subject.from]) && clause.subject.from <= sentence.from + 1;
}

/** "Yes to both", "all three: yes", "both are"; not "once both have arrived, …". */
function hasBoth(norm: readonly string[], from: number, to: number): boolean {
  if (/^(?:when|once|after|if|as|until|while|we|i)$/.test(norm[from])) return false;
  for (let i = from; i < Math.min(to, from + 6); i += 1)
    if (
      (norm[i] === 'both' && !/^(?:of|the|your|documents|have)$/.test(norm[i + 1] ?? '')) ||
      (norm[i] === 'all' && /^(?:three|four|of)$/.test(norm[i + 1] ?? '') && !/^(?:us|our|your|the)$/.test(norm[i + 2] ?? ''))
    )
      return true;
  return false;
}

/** "We can't", "it is not possible", "we don't offer", "there isn't any". */
function isRefusal({ norm }: LazyReading['grammar']['words'], { verb, subject, mood, negated }: Clause): boolean {
  if (!verb || mood === 'question' || mood === 'condition' || !negated) return false;
  // "Nothing is lost", "nobody saw it", "you don't need to tell us", "it's no trouble at all", "there's no need".
  if (subject && /^(?:nothing|nobody|none)$/.test(norm[subject.from])) return false;
  if (verb.modal === 'need' || (verb.lemma === 'need' && subject?.actor === 'customer')) return false;
  if (norm[verb.to] === 'no' && /^(?:trouble|problem|bother|worries|need|doubt|issue)$/.test(norm[verb.to + 1] ?? '')) return false;
  if (verb.lemma === 'hesitate' || verb.lemma === 'know' || mood === 'imperative') return false;
  // "We did not check it", "it was never passed on": what went wrong, and no refusal.
  if (verb.tense === 'past' || (verb.tense === 'perfect' && verb.lemma !== 'get' && verb.lemma !== 'have')) return false;
  return subject?.actor !== 'customer' || verb.modal !== undefined;
}

/** "It's fine for children", "that is allowed". */
function isVerdict(reading: LazyReading, { verb, subject, mood }: Clause): boolean {
  if (!verb || !subject || mood !== 'statement') return false;
  const { words } = reading.grammar;
  const { norm } = words;
  // "You don't need to apply."
  if (subject.actor === 'customer' && verb.negated && (verb.modal === 'need' || verb.modal === 'have to' || verb.lemma === 'need'))
    return true;
  if (!/^(?:it|this|that|they|these|those)$/.test(norm[subject.from])) return false;
  for (let i = verb.main; i < verb.to + 3; i += 1) if (VERDICTS.at(words, i)) return true;
  return false;
}

/** A statement about the matter: what "it" does, what we recommend, what you may, what has happened. */
function isStatement(reading: LazyReading, { verb, subject, mood, mention, link }: Clause): boolean {
  if (!verb || !subject || mention || mood !== 'statement' || verb.tense === 'none' || link === 'which' || link === 'who') return false;
  const { norm } = reading.grammar.words;
  if (subject.actor === 'own')
    return (
      !WISHING.has(verb.lemma) && !/^(?:always|never)$/.test(norm[verb.from - 1] ?? '') && !/^(?:afraid|sorry)$/.test(norm[verb.to] ?? '')
    );
  return !WISHING.has(verb.lemma) || verb.negated;
}

/** Something that is done about the matter: by us, for them, or by them at our word. */
function isAct({ verb, subject, mood, mention }: Clause): boolean {
  if (!verb || mention || mood === 'condition' || mood === 'question') return false;
  if (mood === 'imperative') return true;
  if (subject?.actor === 'own') return verb.tense !== 'none' && verb.lemma !== 'be';
  if (subject?.actor === 'customer')
    return verb.modal !== undefined || verb.tense === 'future' || /^(?:find|receive|get|have|see)$/.test(verb.lemma);
  return verb.voice === 'passive' || verb.tense === 'future' || verb.tense === 'perfect' || verb.modal !== undefined || verb.negated;
}

/** Clauses of the sentence that say nothing, with what hangs on them: the that-clause of a wish, the rest of a clause cut in two. */
function emptyClauses(reading: LazyReading, sentence: Sentence): readonly Clause[] {
  const empty: Clause[] = [];
  const inviting = isInviting(reading.grammar.words.norm, sentence);
  let carries = false;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const tied = k > sentence.firstClause && empty[empty.length - 1] === reading.clauses[k - 1];
    const parted = (reading.grammar.words.gap[clause.from] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
    const denies = clause.negated && clause.subject?.actor === 'own' && clause.verb?.tense === 'present';
    const hangs =
      tied &&
      !parted &&
      !denies &&
      ((carries && (clause.link === undefined || clause.link === 'that' || clause.link === 'how')) ||
        ((!clause.subject || clause.verb?.tense === 'none') && !reading.grammar.words.norm[clause.from].endsWith('ing')));
    if (hangs) empty.push(clause);
    else if (isEmptyClause(reading, clause) || (inviting && clause.mood !== 'statement')) {
      empty.push(clause);
      carries = takesOn(clause);
    }
  }
  return empty;
}
/** Whether the sentence holds one of the stems. */
export function shares(topic: ReadonlySet<string>, offer: Offer): boolean {
  for (const each of topic) if (offer.topic.has(each)) return true;
  return false;
}

/** The answer that the sentence is. */
export function given(offer: Offer): Answer {
  return { answer: offer.refuses ? 'refused' : 'answered', answeredAt: spanOf(offer) };
}

export function spanOf({ sentence: { start, end } }: Offer): Span {
  return { start, end };
}
