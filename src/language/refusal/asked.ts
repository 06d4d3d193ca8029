import { wordClass } from '../../lexicon/index.js';
import { oncePer } from '../../text/lazy.js';
import { closedClass } from '../grammar/closed-classes.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import { carriesTopic, stem, topicOf, topicOfAll } from '../question/topic.js';

/** By one of these a sentence of the customer's asks for something. */
const ASKING = wordClass(
  'please kindly can could may might would will shall want wants like love expect need wish hope request asking ask demand insist claim chance possible must should ought deserve allow let give make favour owe',
);
/** With these one leads up to what one asks for. */
const LEADING_UP = new Set('want like love need hope wish ask wonder expect request be think know see let allow mind do'.split(' '));

const ENDING = wordClass('cancel stop unsubscribe never quit');

/**
 * Whether words `from`…`to` name something that the customer wrote of: what they asked for need not stand in any list. False where their message is not known.
 */
export function isAsked(reading: LazyReading, from: number, to: number): boolean {
  const theirs = reading.customerGrammar && topicOfAll(reading.customerGrammar);
  if (!theirs) return false;
  const { grammar } = reading;
  for (let i = from; i < to; i += 1) if (carriesTopic(grammar, i) && theirs.has(stem(grammar.words.norm[i]))) return true;
  return false;
}

/** Stems of what the sentences of a customer ask for. */
export const requested = oncePer<Grammar, ReadonlySet<string>>((grammar) => {
  const stems = new Set<string>();
  for (const { from, to } of grammar.sentences)
    if (ASKING.first(grammar.words, from, to) >= 0) for (const stem of topicOf(grammar, from, to)) stems.add(stem);
  return stems;
});

/** What the customer asks us to do, or asks leave to do, as verbs in their dictionary form: "lend" of "Would you lend me a ladder?", "return" of "I'd like to return it". */
export const deedsAsked = oncePer<Grammar, ReadonlySet<string>>((grammar) => {
  const deeds = new Set<string>();
  for (const { verb, negated, mood, sentence } of grammar.clauses) {
    if (!verb || negated || LEADING_UP.has(verb.lemma) || verb.tense === 'past' || verb.tense === 'perfect') continue;
    const { from, to } = grammar.sentences[sentence];
    if (mood === 'imperative' || ASKING.first(grammar.words, from, to) >= 0) deeds.add(verb.lemma);
  }
  return deeds;
});

/** They asked for an end to it ("don't tell me", "please cancel"): that it will not be done is what they want. */
export function isWishedGone({ words }: Grammar, deed: string): boolean {
  if (ENDING.first(words, 0, words.length) >= 0) return true;
  for (let i = 1; i < words.length; i += 1) if (words.norm[i] === deed && words.norm[i - 1] === 'not') return true;
  return false;
}

const wordsOf = oncePer<Grammar, ReadonlySet<string>>(({ words }) => new Set(words.norm.slice(0, words.length)));

/** The same of the very words of the customer, of which a day, a season or a size carries no topic: "today", "same day", "in full". */
export function isNamed(reading: LazyReading, from: number, to: number): boolean {
  const { customerGrammar: theirs, grammar } = reading;
  if (!theirs) return false;
  for (let i = from; i < to; i += 1) if (closedClass.at(grammar.words, i) === 0 && wordsOf(theirs).has(grammar.words.norm[i])) return true;
  return false;
}

const WISHING = wordClass('expect please kindly chance demand applied must should want request requested possible');

/** The customer bids for something, and does not only want to know. */
export function wishes(reading: LazyReading): boolean {
  if (reading.kind.value === 'suggestion') return true;
  const theirs = reading.customerGrammar?.words;
  return (
    (theirs !== undefined && WISHING.first(theirs, 0, theirs.length) >= 0) ||
    (reading.customerGrammar?.clauses.some(
      ({ mood, verb, subject }) =>
        verb !== undefined &&
        (mood === 'imperative' ||
          (mood === 'question' && /^(?:can|could|will|would|may|might)$/.test(verb.modal ?? '')) ||
          (subject?.actor === 'own' && /^(?:want|need|like|ask|request|demand|wish)$/.test(verb.lemma) && verb.tense === 'present')),
    ) ??
      false)
  );
}
