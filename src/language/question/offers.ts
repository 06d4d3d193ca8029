import { wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { oncePer } from '../../text/lazy.js';
import { Gap, hasWord, wordAt } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import type { Apology, Clause, CustomerQuestion, EmpathyStatement, Sentence, TimeExpression } from '../reading.js';
import { wordsAre } from '../window.js';
import { isEmptyClause, isInviting, takesOn } from './empty-clauses.js';
import { isCause, isHollow } from './hollow.js';
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
import { coversAll } from './referring-answers.js';
import { carriesTopic, stem, topicOf } from './topic.js';
import type { Wanted } from './wanted.js';

/** What one sentence of ours offers to those who asked. */
export interface Offer {
  readonly sentence: Sentence;
  /** Stems of its topic words, without those of thanks, apologies and courtesies. */
  readonly topic: ReadonlySet<string>;
  /** Stems of what it says thanks or sorry for, and of the sentence before it: what "it", "one" and a bare number may speak of. */
  readonly context: ReadonlySet<string>;
  readonly gives: ReadonlySet<Wanted>;
  /** Answers whatever was asked: it defers, refers, or stands for the answer. `contact`: it only says that they will hear from us; `patience`: it
   * only bids them wait while we work, which answers who wants something done; `steps`: it tells what to do, which answers who wants to know how. */
  readonly forAll?: 'answered' | 'deferred' | 'refused' | 'contact' | 'patience' | 'steps';
  /** "Yes to both", "both are". */
  readonly both: boolean;
  /** Yes, no and their kin at its head. */
  readonly particle: boolean;
  /** How often it says yes or no: "yes, yes and no". */
  readonly particles: number;
  readonly refuses: boolean;
  /** "It's attached", "all done". */
  readonly delivers: boolean;
  /** We did something, do it, or let them do it. */
  readonly acts: boolean;
  /** We did, do or shall do something. */
  readonly ours: boolean;
  /** We have done, are doing or shall do something. */
  readonly measures: boolean;
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
  /** Opens by naming what it speaks of: "Concerning the deadline: …". */
  readonly fronts: boolean;
  /** Speaks of a new one, or another. */
  readonly renews: boolean;
  /** Takes something off a price: "20 % less". */
  readonly reduces: boolean;
  /** Begins with words that have no verb of their own: "three years, charger included". */
  readonly terse: boolean;
  /** Tells how something came about, or how it stands: no wish, and nothing that we merely see or shall do. */
  readonly explains: boolean;
  /** Says nothing of any matter: thanks, regret, a wish, an assurance, a greeting, a sign. */
  readonly hollow: boolean;
  /** Names a time in a clause that tells of no past: when something is, or will be. */
  readonly ahead: boolean;
  /** Names a number that is no price, date or time. */
  readonly counts: boolean;
  /** States nothing but what we ourselves do or expect: no time, number, denial or advice. */
  readonly ofUs: boolean;
  /** How many clauses say what the customer may, can or must do. */
  readonly licenses: number;
  /** We, or "it" and "that", cannot: a refusal of anything that was asked. */
  readonly declines: boolean;
}

/** What became of one question, and where. */
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
const MONEY =
  /[£$€₹]\s?\d|\d\s?(?:€|eur|euros?|pounds?|dollars?|usd|gbp|chf|cents?|pence|p|kr|kronor|zł|rupees?|rs|naira|cedis|rand)(?![\p{L}\d])/iu;
const REDUCED = /%|\b(?:off|less|below|reduced|cheaper|saves?|saving|per ?cent|half)\b/i;
/** A sentence that only points, but brings more topics of its own than these, speaks of something else. */
const MOST_NEW = 4;
/** More abbreviations than a message holds; the bound keeps the look-up linear. */
const MOST_CAPITALS = 5;
/** Nouns of time that a number or a quantifier makes a time of. */
const UNITS = /^(?:weeks?|months?|hours?|minutes?|days?|years?)$/;

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

/** Thanks, apologies and fellow feeling, which answer nothing, by the sentence in which they stand. */
function spentBySentence(reading: LazyReading): ReadonlyMap<number, readonly Span[]> {
  const spent = new Map<number, Span[]>();
  const apologies = reading.apologies.filter(({ kind }) => kind !== 'refusal-preface' && kind !== 'undercut');
  const felt = reading.empathy
    .filter((each) => isFelt(reading, each))
    .map(({ sentence }) => ({ ...reading.sentences[sentence], sentence }));
  for (const each of [...reading.thanks, ...apologies.map((apology) => upToStatement(reading, apology)), ...felt]) {
    const known = spent.get(each.sentence);
    if (known) known.push(each);
    else spent.set(each.sentence, [each]);
  }
  return spent;
}

/** "Sorry for the late start, there's fog at the port": the regret ends where a clause of its own begins. */
function upToStatement(
  { clauses, sentences, grammar: { words } }: LazyReading,
  apology: Apology,
): Pick<Apology, 'start' | 'end' | 'sentence'> {
  const { firstClause, endClause } = sentences[apology.sentence];
  for (let k = firstClause + 1; k < endClause; k += 1) {
    const { start, from, subject, verb, link } = clauses[k];
    const begins = start > apology.start && start < apology.end && (words.gap[from] & Gap.comma) !== 0;
    if (begins && subject && verb && verb.tense !== 'none' && link === undefined) return { ...apology, end: start };
  }
  return apology;
}

/** "Two days without a washing machine is a long time": fellow feeling in a sentence that says nothing else. */
function isFelt({ sentences, grammar: { words } }: LazyReading, { kind, sentence, start }: EmpathyStatement): boolean {
  if (kind !== 'evaluation' && kind !== 'impact') return false;
  const { from, to } = sentences[sentence];
  const at = wordAt(words, start);
  if (!/^(?:is|are|was|were|must|sounds?|feels?|can|'s)$/.test(words.norm[at] ?? '') || /^(?:you|we|i)$/.test(words.norm[from]))
    return false;
  for (let i = from; i < to; i += 1)
    if (/^(?:yes|no|not|non|can|will|would|please|and|so|but|due|because|there|cause|caused)$/.test(words.norm[i])) return false;
  return true;
}

function offerOf(reading: LazyReading, sentence: Sentence, spent: readonly Span[], timed: boolean): Offer {
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
  const timeAt: number[] = reading.times
    .filter((time) => time.from >= from && time.to <= to && !isCurrent(reading, time) && norm[time.from - 1] !== 'than')
    .filter((time) => !spent.some(({ start, end }) => start <= time.start && time.end <= end))
    .map((time) => time.from);
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
  if (timed && timeAt.length > 0) gives.add('time');
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

/** The customer's capitals that this sentence spells out: "SLA" in "service level agreement". */
function spelledOut({ grammar, customerGrammar }: LazyReading, { from, to }: Sentence): readonly string[] {
  const { norm } = grammar.words;
  return [...(customerGrammar ? capitalsOf(customerGrammar) : [])].filter((capitals) => {
    for (let i = from; i + capitals.length <= to; i += 1) {
      let n = 0;
      while (n < capitals.length && norm[i + n].startsWith(capitals[n])) n += 1;
      if (n === capitals.length) return true;
    }
    return false;
  });
}

/** Abbreviations of three to five capitals, folded. */
const capitalsOf = oncePer<Grammar, ReadonlySet<string>>(({ words, text }) => {
  const found = new Set<string>();
  for (let i = 0; i < words.length && found.size < MOST_CAPITALS; i += 1)
    if (/^[A-Z]{3,5}$/.test(text.slice(words.start[i], words.end[i]))) found.add(words.norm[i]);
  return found;
});

/** How many topics the first clause of a sentence brings: "It suits all from level two, so your sister would …" speaks of "it". */
function newIn({ grammar, clauses }: LazyReading, { firstClause, endClause, to }: Sentence, topic: ReadonlySet<string>): number {
  if (endClause - firstClause < 2) return topic.size;
  const next = clauses[firstClause + 1];
  if (next.link === undefined || next.from >= to) return topic.size;
  return topicOf(grammar, clauses[firstClause].from, next.from).size;
}

/** "Free", "no charge", "the price is a third less", "it costs ten a day". */
function namesPrice(norm: readonly string[], from: number, to: number): boolean {
  let priced = false;
  let numbered = false;
  for (let i = from; i < to; i += 1) {
    if (/^(?:free|complimentary|gratis|included|nothing|waived)$/.test(norm[i])) return true;
    priced ||=
      /^(?:costs?|prices?|fees?|charges?|charged|rates?|fares?|tariffs?|pay|paid|payment|cheaper|discount|depends?|vary|varies)$/.test(
        norm[i],
      );
    numbered ||=
      /\d/.test(norm[i]) || /^(?:no|not|depends?|vary|varies|same|cent|half|ten|twenty|thirty|forty|fifty|hundred)$/.test(norm[i]);
  }
  return priced && numbered;
}

/** "Parking: …", "Dogs – …": where the word that names what follows ends; the sentence's first word where none does. */
function headingEnd({ grammar: { words, text } }: LazyReading, { from, to }: Sentence): number {
  for (let i = from + 1; i < Math.min(to, from + 4); i += 1) if (/:|\s[–—-]\s/.test(text.slice(words.end[i - 1], words.start[i]))) return i;
  return from;
}

/** "Concerning the deadline", "as regards the phone", "in respect of the flat". */
function isFronted(norm: readonly string[], from: number): boolean {
  if (/^(?:concerning|regarding|re)$/.test(norm[from])) return true;
  const next = norm[from + 1] ?? '';
  if (norm[from] === 'as') return /^(?:for|to|regards)$/.test(next);
  return /^(?:with|in)$/.test(norm[from]) && /^(?:regard|respect|relation)$/.test(next);
}

/** Whether the time at word `at` stands in a clause that tells what happened. */
function tellsOfPast({ clauses }: LazyReading, { firstClause, endClause }: Sentence, at: number): boolean {
  for (let k = firstClause; k < endClause; k += 1) {
    const { from, to, verb } = clauses[k];
    if (from <= at && at < to) return verb?.tense === 'past' || (verb?.tense === 'perfect' && verb.voice !== 'passive');
  }
  return false;
}

/** A number that counts: no price, date, clock or reference ("£14", "3rd", "9:30", "8 weeks"). */
function isCount({ grammar: { words, tags, text } }: LazyReading, i: number, to: number): boolean {
  const word = words.norm[i];
  if (!/^\d{1,4}$/.test(word) && (tags.pos[i] !== 'number' || /\d/.test(word))) return false;
  const before = text.slice(Math.max(0, words.start[i] - 2), words.start[i]);
  const behind = text.slice(words.end[i], words.end[i] + 2);
  if (/[£$€₹#:/.-]\s?$/.test(before) || /^[:/%]|^\s?[£$€]/.test(behind)) return false;
  const next = i + 1 < to ? words.norm[i + 1] : '';
  return (
    !UNITS.test(next) &&
    !/^(?:pounds?|euros?|dollars?|am|pm|o'clock|january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|hour|minute|year)$/.test(
      next,
    )
  );
}

function hasVerb({ clauses }: LazyReading, { firstClause, endClause }: Sentence): boolean {
  for (let k = firstClause; k < endClause; k += 1) if (clauses[k].verb) return true;
  return false;
}

/** "As for the coach, I'd say yes." */
function saysYes(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (/^(?:yes|no)$/.test(norm[i]) && norm[i - 1] === 'say') return true;
  return false;
}

/** How often "yes" and "no" stand for an answer of their own: not in "no trouble". */
function yesAndNo({ norm, gap }: LazyReading['grammar']['words'], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1)
    if (
      norm[i] === 'yes' ||
      (norm[i] === 'no' && (i + 1 >= to || norm[i + 1] === 'and' || gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)))
    )
      count += 1;
  return count;
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

/** Clauses of the sentence that say nothing, with what hangs on them: the that-clause of a wish, the rest of a clause cut in two. */
function emptyClauses(reading: LazyReading, sentence: Sentence, inviting: boolean): readonly Clause[] {
  const empty: Clause[] = [];
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
