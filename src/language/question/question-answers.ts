import type { Span } from '../../text/span.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Part, Wanted } from './question-parts.js';
import type { Clause, CustomerQuestion, Sentence } from '../reading.js';
import { carriesTopic, stem } from './topic.js';
import { wordsAre } from '../window.js';

type Answer = Pick<CustomerQuestion, 'answer' | 'answeredAt'>;

/** What one sentence of ours offers to those who asked. */
interface Offer {
  readonly sentence: Sentence;
  /** Stems of its topic words, without those of thanks and apologies. */
  readonly topic: ReadonlySet<string>;
  readonly gives: ReadonlySet<Wanted>;
  /** An answer to whatever was asked. */
  readonly forAll?: 'answered' | 'deferred' | 'refused';
  /** "Yes to both", "both are". */
  readonly both: boolean;
  /** Yes, no and their kin at its head. */
  readonly particle: boolean;
  readonly refuses: boolean;
  /** "It's attached", "all done". */
  readonly delivers: boolean;
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
}

const PARTICLES = new Set(
  'yes no yep yeah nope sure certainly absolutely definitely indeed correct unfortunately sadly sorry afraid'.split(' '),
);
const REASONS = new Set(
  'because since due reason reasons caused cause owing policy therefore means meant result order avoid ensure'.split(' '),
);
const PLACES = new Set('at in on near behind opposite inside outside under above via from next'.split(' '));
const REFERRING = new Set(
  'contact call ring phone email mail message dm write reach get ask speak talk check visit see refer go consult read look follow click tap raise fill log submit send share provide forward give quote confirm open use choose select try drop pop reply post book pay view find work clarify download'.split(
    ' ',
  ),
);
const DEFERRING = new Set(
  'check ask find look get come write let update confirm call ring contact tell investigate reply send answer follow email keep know revert review work share pass speak chase post review'.split(
    ' ',
  ),
);
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
/** Boilerplate that invites more questions and answers none. */
const INVITING = new Set(['question', 'questions', 'query', 'queries', 'concern', 'concerns', 'enquiries']);
const FURTHER = new Set(['further', 'other', 'additional', 'more', 'any']);

/** Verbs of wishes and standards: "we always want your bags to arrive". */
const WISHING = new Set(
  'want strive hope love like wish work try aim appreciate value welcome enjoy pride regret apologise thank understand feel know fly choose look listen consider assist care serve'.split(
    ' ',
  ),
);

/** Biddings that tell nothing. */
const EMPTY_BIDDING = new Set('let know accept enjoy have note rest hold hang thank stay bear feel keep allow be look see take'.split(' '));
/** What is predicated of a thing that was asked about: "so it's fine for children". */
const VERDICTS = new Set(
  'fine ok okay safe possible allowed included welcome covered available correct suitable valid required necessary mandatory optional right true compatible ready normal'.split(
    ' ',
  ),
);

/** What became of each question: answered, deferred, refused, or missed. One walk over the reply, whatever the number of questions. */
export function answersTo(reading: LazyReading, parts: readonly Part[]): readonly Answer[] {
  const spent = spentBySentence(reading);
  const timed = new Set(reading.times.map(({ start }) => reading.sentenceAt(start)?.index));
  const offers = reading.sentences
    .filter(({ role, from, to }) => role === 'body' && to > from)
    .map((sentence) => offerOf(reading, sentence, spent.get(sentence.index) ?? [], timed.has(sentence.index)));
  const direct = parts.map((part, n) => directAnswer(part, n, parts, offers));
  const answers = reading.brief ? inBrief(parts, offers, direct) : direct;
  const whole = offers.find(({ forAll }) => forAll !== undefined);
  const counter = offers.find(({ sentence }) => sentence.question);
  const none = answers.every((answer) => answer === undefined);
  const spare = spareAnswers(parts, offers, answers);
  return answers.map((answer, n) => {
    if (answer) return answer;
    const loose = spare.shift();
    if (loose) return { answer: loose.refuses ? 'refused' : 'answered', answeredAt: spanOf(loose) };
    if (whole) return { answer: whole.forAll!, answeredAt: spanOf(whole) };
    // Whose whole reply is a question back has not finished with the matter.
    if (counter && none && (parts.length === 1 || n === 0 || reading.brief)) return { answer: 'deferred', answeredAt: spanOf(counter) };
    return { answer: 'missed' };
  });
}

/** Sentences that speak of what was asked without its words ("It runs on five devices", "There isn't any"), and answer no other question. */
function spareAnswers(parts: readonly Part[], offers: readonly Offer[], answers: readonly (Answer | undefined)[]): Offer[] {
  const used = new Set(answers.map((answer) => answer?.answeredAt?.start));
  return offers.filter((offer) => offer.loose && !used.has(offer.sentence.start) && !parts.some((part) => shares(part, offer)));
}

function spanOf({ sentence: { start, end } }: Offer): Span {
  return { start, end };
}

function directAnswer(part: Part, n: number, parts: readonly Part[], offers: readonly Offer[]): Answer | undefined {
  const given = (offer: Offer): Answer => ({ answer: offer.refuses ? 'refused' : 'answered', answeredAt: spanOf(offer) });
  const sharing = offers.filter((offer) => shares(part, offer));
  const typed = sharing.find((offer) => fits(part.wanted, offer));
  if (typed) return given(typed);
  const both = offers.find((offer) => offer.both);
  if (both) return given(both);
  switch (part.wanted) {
    case 'amount':
    case 'time': {
      const loose = offers.find((offer) => offer.gives.has(part.wanted) && !claimed(offer, part, parts));
      return loose && given(loose);
    }
    case 'yes-no': {
      const nth = parts.filter(({ wanted }) => wanted === 'yes-no').indexOf(part);
      const particles = offers.filter(({ particle }) => particle);
      if (particles[nth]) return given(particles[nth]);
      const verdict = offers.find(({ gives }) => gives.has('yes-no'));
      if (verdict) return given(verdict);
      const refusal = offers.find(({ refuses }) => refuses);
      return refusal && (parts.length === 1 || nth === 0) ? given(refusal) : undefined;
    }
    case 'deed': {
      const done = offers.find(({ refuses, particle, delivers }) => refuses || particle || delivers);
      return done && (parts.length === 1 || n === 0) ? given(done) : undefined;
    }
    default: {
      const fitting = offers.find((offer) => offer.gives.has(part.wanted) && !claimed(offer, part, parts));
      return fitting && given(fitting);
    }
  }
}

/** The sentence answers another question by its words, and this one not. */
function claimed(offer: Offer, part: Part, parts: readonly Part[]): boolean {
  return (
    part.wanted !== 'amount' &&
    part.wanted !== 'time' &&
    parts.some((other) => other !== part && shares(other, offer)) &&
    !shares(part, offer)
  );
}

/**
 * In a line of chat whatever is stated answers, for there is no room to repeat the question; but where it speaks of one question by its words, and says no
 * more than that, the others are left open.
 */
function inBrief(parts: readonly Part[], offers: readonly Offer[], direct: readonly (Answer | undefined)[]): (Answer | undefined)[] {
  const answered = direct.filter((answer) => answer !== undefined).length;
  const told = offers.reduce((sum, offer) => sum + offer.told, 0);
  const spokenOf = parts.some((part) => offers.some((offer) => offer.told > 0 && shares(part, offer)));
  let left = spokenOf ? told - answered : Infinity;
  return direct.map((answer, n) => {
    if (answer) return answer;
    left -= 1;
    if (offers.some((offer) => offer.told > 0 && shares(parts[n], offer))) return briefAnswer(parts[n], offers);
    return left < 0 && isOpen(parts[n], parts) ? undefined : briefAnswer(parts[n], offers);
  });
}

/** Asks for something that no answer to the others holds. A second yes or no often only says the first again. */
function isOpen(part: Part, parts: readonly Part[]): boolean {
  if (/^(?:amount|time|place|way|deed)$/.test(part.wanted)) return true;
  if (part.pointing || part.wanted === 'reason' || part.wanted === 'news') return false;
  return (
    part.joined || (part.topic.size > 1 && !parts.some((other) => other !== part && [...part.topic].some((each) => other.topic.has(each))))
  );
}

/** A line of chat that states anything of the matter answers: there is no room to repeat the question. */
function briefAnswer(part: Part, offers: readonly Offer[]): Answer | undefined {
  const stating =
    offers.find(({ states, particle, instructs }) => states || particle || instructs) ?? (part.wanted === 'reason' ? offers[0] : undefined);
  return stating && { answer: 'answered', answeredAt: spanOf(stating) };
}

function shares(part: Part, offer: Offer): boolean {
  for (const each of part.topic) if (offer.topic.has(each)) return true;
  return false;
}

/** With the topic shared, only a price and a date still have to be there; all else is answered by speaking of it. */
function fits(wanted: Wanted, offer: Offer): boolean {
  if (wanted === 'amount') return offer.gives.has('amount') || offer.refuses || offer.refers;
  if (wanted === 'time')
    return offer.gives.has('time') || offer.gives.has('amount') || offer.refuses || offer.gives.has('reason') || offer.refers;
  return true;
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
  for (let i = from; i < to; i += 1) {
    if (spent.some(({ start, end }) => start <= words.start[i] && words.end[i] <= end)) continue;
    const word = norm[i];
    if (carriesTopic(reading.grammar, i)) topic.add(stem(word));
    if (/\d/.test(word) || tags.pos[i] === 'number' || /^(?:free|complimentary|nothing|gratis|cost|costs|price|extra|included)$/.test(word))
      gives.add('amount');
    if (
      /^(?:yet|already|always|soon|shortly|now|once|until|after|immediately|instantly|week|weeks|month|months|hour|hours|minute|minutes|day|days|later|year)$/.test(
        word,
      )
    )
      gives.add('time');
    if (REASONS.has(word)) gives.add('reason');
    if (/^(?:website|site|page|app|link)$/.test(word) || (word === 'touch' && norm[i - 1] === 'in')) refers = true;
    if (PLACES.has(word) && i + 1 < to && !(words.gap[i + 1] & (Gap.comma | Gap.stop))) gives.add('place');
    if (DISOWNING_FIRST.has(word) && DISOWNING.some((phrase) => wordsAre(words, i, phrase))) disowns = true;
  }
  if (timed) gives.add('time');
  let refuses = disowns;
  let forAll: Offer['forAll'] = FILL_IN.test(reading.grammar.text.slice(sentence.start, sentence.end))
    ? 'answered'
    : disowns
      ? 'refused'
      : undefined;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb) continue;
    if (spent.some(({ start, end }) => start <= clause.verb!.start && clause.verb!.end <= end)) {
      // "I do apologise, we do not compensate for weather."
      if (clause.subject?.actor === 'own' && clause.verb.negated && clause.verb.tense === 'present') refuses ||= isRefusal(clause);
      continue;
    }
    refuses ||= isRefusal(clause);
    forAll ??= coversAll(reading, sentence, clause);
    const stated = isStatement(reading, clause);
    states ||= stated;
    if ((stated && clause.subject!.from >= clause.from) || (clause.mood === 'imperative' && !EMPTY_BIDDING.has(clause.verb.lemma)))
      told += 1;
    if (isVerdict(reading, clause)) gives.add('yes-no');
    instructs ||= clause.mood === 'imperative' && !EMPTY_BIDDING.has(clause.verb.lemma);
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
    norm[from] !== 'good' &&
    (gives.size > 0 || topic.size > 1)
  )
    states = true;
  if (/https?:|www\./.test(reading.draft.text.slice(sentence.start, sentence.end))) gives.add('way').add('place');
  const opening = afterGreeting(words, from, to);
  const particle = PARTICLES.has(norm[opening]) || (norm[from] === 'of' && norm[from + 1] === 'course') || norm[from + 2] === 'afraid';
  if (particle) told = Math.max(told, 1);
  if (spent.length === 0 && (states || instructs)) told = Math.max(told, segmentsOf(reading, opening, to));
  return {
    sentence,
    topic,
    gives,
    forAll,
    both: hasBoth(norm, from, to),
    particle,
    refuses,
    delivers: /\b(?:attached|enclosed|done)\b/i.test(reading.draft.text.slice(sentence.start, sentence.end)),
    refers,
    states,
    told,
    instructs,
    loose: spent.length === 0 && !sentence.question && pointsOnly(reading, sentence),
  };
}

/** "Hi Vera, yes": what is said begins behind the comma. */
function afterGreeting({ norm, gap }: LazyReading['grammar']['words'], from: number, to: number): number {
  if (!/^(?:hi|hello|hey|dear)$/.test(norm[from])) return from;
  for (let i = from + 1; i < Math.min(to, from + 5); i += 1) if (gap[i] & (Gap.comma | Gap.stop | Gap.break)) return i;
  return from;
}

/** How many stretches between commas and "and" say something: "2 Jan, all shoes included, and we send to Norway". */
function segmentsOf({ grammar }: LazyReading, from: number, to: number): number {
  const { norm, gap } = grammar.words;
  let segments = 0;
  let says = false;
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'and' || (i > from && gap[i] & (Gap.comma | Gap.break))) says = false;
    const particle = /^(?:yes|no|nope|yep)$/.test(norm[i]) && (i > from || norm[i + 1] === 'and');
    const content = particle || /\d/.test(norm[i]) || (to - from > 2 && carriesTopic(grammar, i));
    if (content && !says) segments += 1;
    says ||= content;
  }
  return segments;
}

const POINTING =
  /^(?:it|that|this|they|these|those|there|you|all|every|everyone|everybody|anyone|anybody|each|both|half|most|none|nobody)$/;
const LENDING = /^(?:lend|put|provide|offer|include|give|keep|have|supply|charge|accept|take|serve|hold|reserve)$/;

function pointsOnly(reading: LazyReading, sentence: Sentence): boolean {
  const { norm } = reading.grammar.words;
  if (/^(?:not|only|never|always|until|from|any|no)$/.test(norm[sentence.from])) return true;
  const clause = reading.clauses[sentence.firstClause];
  if (!clause?.verb || !clause.subject || clause.mood !== 'statement' || WISHING.has(clause.verb.lemma) || clause.verb.tense === 'none')
    return false;
  if (clause.subject.actor === 'own')
    return clause.verb.tense === 'present' && LENDING.test(clause.verb.lemma) && clause.subject.from === sentence.from;
  // What they did, and where all is told, answers nothing.
  if (clause.subject.actor === 'customer' && (clause.verb.tense === 'past' || clause.verb.tense === 'perfect')) return false;
  if (/^(?:information|details|questions|info)$/.test(norm[clause.subject.from + 1] ?? '')) return false;
  return POINTING.test(norm[clause.subject.from]) && clause.subject.from <= sentence.from + 1;
}

function hasBoth(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 6); i += 1)
    if (norm[i] === 'both' || (norm[i] === 'all' && /^(?:three|four|of)$/.test(norm[i + 1] ?? ''))) return true;
  return false;
}

/** "We can't", "it is not possible", "we don't offer", "there isn't any". */
function isRefusal({ verb, subject, mood, negated }: Clause): boolean {
  if (!verb || mood === 'question' || mood === 'condition' || !negated) return false;
  if (verb.lemma === 'hesitate' || verb.lemma === 'know' || mood === 'imperative') return false;
  return subject?.actor !== 'customer' || verb.modal !== undefined;
}

/** "It's fine for children", "that is allowed". */
function isVerdict(reading: LazyReading, { verb, subject, mood }: Clause): boolean {
  if (!verb || !subject || mood !== 'statement') return false;
  const { norm } = reading.grammar.words;
  if (!/^(?:it|this|that|they|these|those)$/.test(norm[subject.from])) return false;
  for (let i = verb.main; i < verb.to + 3; i += 1) if (VERDICTS.has(norm[i] ?? '')) return true;
  return false;
}

/** A statement about the matter: what "it" does, what we recommend, what you may, what has happened. */
function isStatement(reading: LazyReading, { verb, subject, mood, mention, link }: Clause): boolean {
  if (!verb || !subject || mention || mood !== 'statement' || verb.tense === 'none' || link === 'which' || link === 'who') return false;
  const { norm } = reading.grammar.words;
  if (subject.actor === 'own')
    return (
      !WISHING.has(verb.lemma) && !/^(?:always|never)$/.test(norm[verb.from - 1] ?? '') && (verb.lemma !== 'be' || verb.to - verb.from > 1)
    );
  return !WISHING.has(verb.lemma) || verb.negated;
}

/** Deferral, referral and honest ignorance answer whatever was asked. */
function coversAll(reading: LazyReading, sentence: Sentence, clause: Clause): Offer['forAll'] {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  if (clause.mention || clause.mood === 'condition') return undefined;
  if (invitesMore(norm, sentence)) return undefined;
  const own = clause.subject?.actor === 'own' || (clause.subject === undefined && verb.tense === 'future');
  if (own && verb.negated && /^(?:know|have)$/.test(verb.lemma) && verb.tense === 'present') return 'deferred';
  if (own && /^(?:sure|certain)$/.test(norm[verb.to] ?? '') && verb.negated) return 'deferred';
  if (
    clause.mood === 'imperative' &&
    /^(?:let|allow|give)$/.test(verb.lemma) &&
    /^(?:us|me)$/.test(norm[verb.to] ?? '') &&
    norm[verb.to + 1] !== 'know'
  )
    return 'deferred';
  if (verb.progressive && verb.tense === 'present' && /^(?:work|look|check|wait|investigate|review)$/.test(verb.lemma)) return 'deferred';
  if (verb.lemma === 'request' && norm[verb.to] === 'you') return 'deferred';
  if (own && clause.link === 'while' && DEFERRING.has(verb.lemma)) return 'deferred';
  const willing = verb.tense === 'future' || verb.modal === 'would' || verb.progressive || verb.modal === 'can';
  if (own && willing && !verb.negated && DEFERRING.has(verb.lemma)) return 'deferred';
  if (
    clause.subject?.actor !== 'own' &&
    verb.tense === 'future' &&
    /^(?:contact|call|reply|respond|help|assist|advise|answer|be|get)$/.test(verb.lemma) &&
    /^(?:department|colleague|third-party)$/.test(clause.subject?.actor ?? '')
  )
    return 'deferred';
  const directs =
    clause.mood === 'imperative' ||
    (clause.subject?.actor === 'customer' && /^(?:can|could|need|have to|must|will|would|may|might|should)$/.test(verb.modal ?? ''));
  if (directs && !verb.negated && REFERRING.has(verb.lemma) && isReferral(norm, verb.lemma, verb.to, sentence.to)) return 'answered';
  return undefined;
}

/** "If you have any further questions, don't hesitate", "is there anything else?" */
function invitesMore(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'hesitate' || (norm[i] === 'else' && norm[i - 1] === 'anything')) return true;
    if (INVITING.has(norm[i]) && FURTHER.has(norm[i - 1] ?? '')) return true;
  }
  return false;
}

/** "Contact our finance office", "see step 2 here", "DM us": where to turn, not what to bring. */
function isReferral(norm: readonly string[], lemma: string, from: number, to: number): boolean {
  if (/^(?:contact|call|ring|phone|email|mail|dm|write|reach|speak|talk|visit|refer|consult|message)$/.test(lemma)) return true;
  for (let i = from; i < to; i += 1)
    if (
      /^(?:us|our|here|link|page|site|website|team|office|desk|department|app|below|attached|form|dm|number|id|details|email|agent|agents|staff|counter|http|https|touch|ticket|reference|confirmation|locator|record|note|via)$/.test(
        norm[i],
      )
    )
      return true;
  return false;
}
