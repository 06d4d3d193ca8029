import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { carriesTopic, topicOf } from '../question/topic.js';

/** What is predicated of a thing that was asked about: "so it's fine for children". */
const VERDICTS = wordClass(
  'fine ok okay safe possible allowed included welcome covered available correct suitable valid required necessary mandatory optional right true compatible ready normal',
);
/** What is decided about a thing that was asked for. */
const DECISIONS = new Set('decline approve accept reject refuse grant deny'.split(' '));
/** Verbs of wishes and standards: "we always want your bags to arrive". */
const WISHING = new Set(
  'want strive hope love like wish work try aim appreciate value welcome enjoy pride regret apologise thank understand feel know fly choose look listen consider assist care serve'.split(
    ' ',
  ),
);
export const POINTING =
  /^(?:it|that|this|they|these|those|there|you|all|every|everyone|everybody|anyone|anybody|each|both|half|most|none|nobody)$/;
const LENDING = /^(?:lend|put|provide|offer|include|give|keep|have|supply|charge|accept|take|serve|hold|reserve)$/;

/** "We can't", "it is not possible", "we don't offer", "there isn't any". */
export function isRefusal({ norm }: LazyReading['grammar']['words'], { verb, subject, mood, negated }: Clause): boolean {
  if (!verb || mood === 'question' || mood === 'condition' || !negated) return false;
  // "Nothing is lost", "nobody saw it", "you don't need to tell us", "it's no trouble at all", "there's no need".
  if (subject && /^(?:nothing|nobody|none)$/.test(norm[subject.from])) return false;
  if (verb.modal === 'need' || verb.lemma === 'need') return false;
  if (norm[verb.to] === 'no' && /^(?:trouble|problem|bother|worries|need|doubt|issue)$/.test(norm[verb.to + 1] ?? '')) return false;
  // "We can't promise that it won't happen again."
  if (verb.lemma === 'promise' || verb.lemma === 'guarantee') return false;
  if (verb.lemma === 'hesitate' || verb.lemma === 'know' || mood === 'imperative') return false;
  // "We did not check it", "it was never passed on": what went wrong, and no refusal.
  if (verb.tense === 'past' || (verb.tense === 'perfect' && verb.lemma !== 'get')) return false;
  // "A room you couldn't work in".
  if (subject?.actor === 'customer' && verb.modal === 'could') return false;
  return subject?.actor !== 'customer' || verb.modal !== undefined;
}

/** "You may eat beforehand", "you'll need a pass": what the customer may or must do, and not where to turn. */
export function isLicence({ norm }: LazyReading['grammar']['words'], { verb, subject, mood, mention }: Clause): boolean {
  // "The debt isn't yours."
  if (verb?.negated && /^(?:yours|you)$/.test(norm[verb.to] ?? '')) return true;
  if (!verb || subject?.actor !== 'customer' || mood !== 'statement' || mention) return false;
  if (
    /^(?:contact|call|reach|email|find|see|reply|write|rest|expect|imagine|view|get|let|tell|ask|dm|report|raise|submit|send|lose|choose)$/.test(
      verb.lemma,
    )
  )
    return false;
  if (/^(?:can|may|must|should|could|need|have to)$/.test(verb.modal ?? '')) return true;
  return (verb.lemma === 'need' || verb.lemma === 'have') && norm[verb.to] === 'to' && verb.tense !== 'past';
}

/** "It's fine for children", "that is allowed". */
export function isVerdict(reading: LazyReading, { verb, subject, mood }: Clause): boolean {
  if (!verb || !subject || mood !== 'statement') return false;
  const { words } = reading.grammar;
  const { norm } = words;
  // "You don't need to apply."
  if (subject.actor === 'customer' && verb.negated && (verb.modal === 'need' || verb.modal === 'have to' || verb.lemma === 'need'))
    return true;
  // "The application was declined."
  if (verb.voice === 'passive' && DECISIONS.has(verb.lemma)) return true;
  if (!/^(?:it|this|that|they|these|those)$/.test(norm[subject.from])) return false;
  for (let i = verb.main; i < verb.to + 3; i += 1) if (VERDICTS.at(words, i)) return true;
  return false;
}

/** A statement about the matter: what "it" does, what we recommend, what you may, what has happened. */
export function isStatement(reading: LazyReading, { verb, subject, mood, mention, link }: Clause): boolean {
  if (!verb || !subject || mention || mood !== 'statement' || verb.tense === 'none' || link === 'which' || link === 'who') return false;
  const { norm } = reading.grammar.words;
  if (subject.actor === 'own')
    return (
      !WISHING.has(verb.lemma) && !/^(?:always|never)$/.test(norm[verb.from - 1] ?? '') && !/^(?:afraid|sorry)$/.test(norm[verb.to] ?? '')
    );
  return !WISHING.has(verb.lemma) || verb.negated;
}

/** Something that is done about the matter: by us, for them, or by them at our word. */
export function isAct({ verb, subject, mood, mention }: Clause): boolean {
  if (!verb || mention || mood === 'condition' || mood === 'question') return false;
  if (mood === 'imperative') return true;
  if (subject?.actor === 'own') return verb.tense !== 'none' && verb.lemma !== 'be';
  if (subject?.actor === 'customer')
    return verb.modal !== undefined || verb.tense === 'future' || /^(?:find|receive|get|have|see)$/.test(verb.lemma);
  // "The fee went back to your card."
  if (verb.tense === 'past' && /^(?:go|leave|ship)$/.test(verb.lemma) && !verb.negated) return true;
  return verb.voice === 'passive' || verb.tense === 'future' || verb.tense === 'perfect' || verb.modal !== undefined || verb.negated;
}

/** Whether the sentence only points ("it", "there", "you"), or tells what we lend or lay out: it may speak of anything that was asked. */
export function pointsOnly(reading: LazyReading, sentence: Sentence): boolean {
  const { norm } = reading.grammar.words;
  const clause = reading.clauses[sentence.firstClause];
  const short = sentence.to - sentence.from <= 6;
  if (
    /^(?:not|only|never|always|until|from|any|no)$/.test(norm[sentence.from]) &&
    (short || !clause?.verb || /^(?:if|unless|for|on|in|at|when)$/.test(norm[sentence.from + 1]))
  )
    return norm[sentence.from] !== 'until' || norm[sentence.from + 1] !== 'then';
  if (/^(?:whatever|whoever|whichever|while|when|if)$/.test(norm[sentence.from])) return false;
  if (!clause?.verb || !clause.subject || clause.mood !== 'statement' || WISHING.has(clause.verb.lemma) || clause.verb.tense === 'none')
    return false;
  if (clause.subject.actor === 'own')
    return clause.verb.tense === 'present' && LENDING.test(clause.verb.lemma) && clause.subject.from === sentence.from;
  // What they did, and where all is told, answers nothing.
  if (clause.subject.actor === 'customer' && (clause.verb.tense === 'past' || clause.verb.tense === 'perfect')) return false;
  // "That is why …" explains what went before.
  if (/^(?:why|how|because|when)$/.test(norm[clause.verb.to] ?? '')) return false;
  if (/^(?:realise|realize|understand|appreciate)$/.test(clause.verb.lemma)) return false;
  // "It is opposite belt 6" tells only where.
  if (
    clause.verb.lemma === 'be' &&
    /^(?:opposite|near|behind|beside|next|outside|inside|under|above|between)$/.test(norm[clause.verb.to] ?? '')
  )
    return false;
  // "It seems that …" points at nothing; "there is no need to send it back" brings its own matter.
  if (/^(?:seem|appear|look|happen|sound)$/.test(clause.verb.lemma)) return false;
  if (norm[clause.subject.from] === 'there' && norm[clause.verb.to] === 'no' && norm[clause.verb.to + 1] === 'need') return false;
  if (norm[clause.subject.from] === 'there' && !short && topicOf(reading.grammar, sentence.from, sentence.to).size > 0) return false;
  if (/^(?:information|details|questions|info)$/.test(norm[clause.subject.from + 1] ?? '')) return false;
  return POINTING.test(norm[clause.subject.from]) && clause.subject.from <= sentence.from + 1;
}

/** "Yes to both", "all three: yes", "both are"; not "once both have arrived, …". */
export function hasBoth(norm: readonly string[], from: number, to: number): boolean {
  if (/^(?:when|once|after|if|as|until|while|we|i)$/.test(norm[from])) return false;
  for (let i = from; i < Math.min(to, from + 6); i += 1) {
    const next = norm[i + 1] ?? '';
    if (norm[i] === 'both' && (/^(?:to|on)$/.test(norm[i - 1] ?? '') || i === from || i === to - 1 || /^(?:yes|no)$/.test(norm[i - 1])))
      return !/^(?:of|the|your|documents|have)$/.test(next);
    if (norm[i] === 'all' && i < from + 3 && /^(?:three|four|of)$/.test(next) && !/^(?:us|our|your|the)$/.test(norm[i + 2] ?? ''))
      return true;
  }
  return false;
}

/** The first stretch between commas holds no finite verb. */
export function isTerse({ grammar, clauses }: LazyReading, sentence: Sentence, from: number): boolean {
  let end = from + 1;
  while (end < sentence.to && !(grammar.words.gap[end] & (Gap.comma | Gap.break))) end += 1;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const { verb } = clauses[k];
    if (verb && verb.tense !== 'none' && verb.from < end) return false;
  }
  return true;
}

/** "It is, and …", "They do.", "Will do!" */
export function isShortAnswer({ norm, gap }: LazyReading['grammar']['words'], at: number, to: number): boolean {
  if (norm[at] === 'will' && norm[at + 1] === 'do') return true;
  if (
    !/^(?:it|they|we|you|i|there|she|he|that)$/.test(norm[at]) ||
    !/^(?:is|are|do|does|can|will|did|have|has|am)$/.test(norm[at + 1] ?? '')
  )
    return false;
  const end = /^(?:not|indeed|sure)$/.test(norm[at + 2] ?? '') ? at + 3 : at + 2;
  return end >= to || (gap[end] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
}

/** How many stretches between commas and "and" say something: "2 Jan, all shoes included, and we send to Norway". */
export function segmentsOf({ grammar }: LazyReading, from: number, to: number): number {
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
