import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import { carriesTopic, stem, topicOfAll } from '../question/topic.js';
import type { Clause } from '../reading.js';
import { polesOf, type Pole } from './opposites.js';
import type { ToldFact } from './told-facts.js';

/** What is left out of account: another part of the thing, or what is still to be had. */
export const PARTLY = new Set('second third other others rest remaining whole full entire enough free available left over'.split(' '));
/** When and by what way it was done brings in nothing new. */
const WHEN_AND_HOW =
  /^(?:\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|noon|midnight|half|quarter|e-mail|letter|sms|text|post|phone|writing|twice|occasion|occasions|personally)$/;
/** How many, written small. */
const NUMBER = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)$/;
/** By these the same deed is told to have been done more than once. */
export const COUNTED = new Set('twice double doubly two three four times thrice'.split(' '));
/** Verbs behind which a thing is told to be so; not those that put it right. */
const BEING = /^(?:be|leave|serve|arrive|come|look|feel|work|stay|remain|taste|smell|sound|go|reach|return|play|behave|start|open)$/;
/** As many words behind the verb may belong to what it says. */
export const REACH = 10;
/** Behind the verb the judging word of a denial or an opposite stands as near as this. */
const JUDGED = 5;

/** The ends of scales named right behind the verb, or by it. */
export function polesIn({ grammar: { words }, sentences }: LazyReading, { verb, subject, sentence }: Clause): readonly Pole[] {
  const found: Pole[] = [];
  const end = Math.min(sentences[sentence].to, verb!.main + JUDGED);
  const is = BEING.test(verb!.lemma);
  for (let i = verb!.main; i < (is ? end : verb!.main + 1); i += 1) {
    // "The hall was freezing"; not "it never ruined anyone's evening", "the team was working on it".
    if (
      i === verb!.main &&
      verb!.voice === 'active' &&
      !(verb!.progressive && subject?.actor === 'thing' && !OBJECT.test(words.norm[verb!.to] ?? ''))
    )
      continue;
    if (i > verb!.main && words.gap[i] & (Gap.comma | Gap.break | Gap.stop)) break;
    found.push(...polesOf(words.norm[i] === 'on' && words.norm[i + 1] === 'time' ? 'on-time' : words.norm[i]));
  }
  return found;
}

/** Whether the subject is one of theirs, or a pronoun for it. */
export function isAbout({ grammar }: LazyReading, { subject }: Clause, fact: ToldFact): boolean {
  if (!subject || subject.actor === 'own') return false;
  // "Nobody was rude to your mother."
  if (subject.actor === 'nobody') return fact.actor !== 'own';
  const { norm } = grammar.words;
  if (STAFF.test(subject.actor) && fact.actor !== undefined && STAFF.test(fact.actor)) return true;
  if (/^(?:it|he|she|they|everything|all|both|this|that)$/.test(norm[subject.head])) return true;
  for (let i = subject.from; i < subject.to; i += 1) if (fact.topic.has(stem(norm[i])) || fact.words.has(norm[i])) return true;
  return false;
}

/** "The app was running an update" is no word on whether it ran. */
const OBJECT = /^(?:an?|the|our|your|its|this|that|some|on|with|out|up|low)$/;
const STAFF = /^(?:colleague|department)$/;

export interface Shared {
  /** Words that carry a topic and stand in the customer's sentence too. */
  readonly common: number;
  /** Those that stand nowhere in their message. */
  readonly fresh: number;
  /** A part of the thing only. */
  readonly partly: boolean;
}

/** What is said behind the verb of a clause, and of a thing before it, held against a sentence of the customer's. */
export function share(
  { grammar, sentences }: LazyReading,
  { verb, subject, sentence }: Clause,
  fact: ToldFact,
  theirs: Grammar,
  withSubject = true,
): Shared {
  const { norm, gap } = grammar.words;
  const all = topicOfAll(theirs);
  let common = 0;
  let fresh = 0;
  let partly = false;
  const weigh = (i: number, isNew: boolean): void => {
    partly ||= norm[i] === 'by' && norm[i + 1] === 'us';
    partly ||= PARTLY.has(norm[i]) && !fact.words.has(norm[i]);
    if (fact.words.has(norm[i]) && (COUNTED.has(norm[i]) || NUMBER.test(norm[i]) || /^(?:off|out|down|up)$/.test(norm[i]))) common += 1;
    else if (WHEN_AND_HOW.test(norm[i])) return;
    else if (carriesTopic(grammar, i)) {
      if (fact.topic.has(stem(norm[i]))) common += 1;
      else if (isNew && !all.has(stem(norm[i]))) fresh += 1;
    }
  };
  if (withSubject && subject && subject.to <= verb!.from) for (let i = subject.from; i < subject.to; i += 1) weigh(i, false);
  const end = Math.min(sentences[sentence].to, verb!.to + REACH);
  for (let i = verb!.to; i < end && !(gap[i] & (Gap.comma | Gap.break | Gap.stop)); i += 1) weigh(i, true);
  return { common, fresh, partly };
}
