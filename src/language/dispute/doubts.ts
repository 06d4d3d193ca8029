import { Gap, type Words } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import { topicOf } from '../question/topic.js';
import type { Clause } from '../reading.js';
import type { ToldFact } from './told-facts.js';

/** What is doubted of their story must share as many words with it that carry a topic. */
const SHARED = 2;

/** "We doubt very much that the tutor missed two lessons", "I do not think the driver shouted at you": the clause that is doubted tells what they told. */
export function doubtsFact(
  { grammar, clauses }: LazyReading,
  { verb, subject, index, sentence, negated }: Clause,
  facts: readonly ToldFact[],
  theirs: Grammar,
): Clause | undefined {
  if (subject?.actor !== 'own') return undefined;
  const doubts = negated
    ? /^(?:think|believe|imagine|accept|see|suppose)$/.test(verb!.lemma) && !verb!.modal
    : /^(?:doubt|question|dispute)$/.test(verb!.lemma);
  const told = clauses[index + 1];
  if (!doubts || told?.sentence !== sentence || !told.verb || !told.subject || told.negated || told.verb.modal) return undefined;
  if ((told.verb.tense !== 'past' && told.verb.tense !== 'perfect') || told.subject.actor === 'own') return undefined;
  const { norm } = grammar.words;
  // "I do not think that he was rude on purpose" grants that he was.
  if (
    norm
      .slice(told.from, grammar.sentences[sentence].to)
      .some((word) => /^(?:purpose|intentionally|deliberately|meant|fair|right|enough|acceptable|good)$/.test(word))
  )
    return undefined;
  const stems = topicOf(grammar, told.from, grammar.sentences[sentence].to);
  const isTheirs = facts.some(({ topic, verb: deed, negated: denied }) => {
    if (denied && deed.lemma === told.verb!.lemma) return false;
    return [...stems].filter((stem) => topic.has(stem)).length >= SHARED;
  });
  return isTheirs && !theirs.sentences.some(({ question }) => question) ? told : undefined;
}

/** "You cancelled in June, not in April": their own word is denied behind what we hold to be so. */
export function isSetRight(
  { grammar: { words }, sentences }: LazyReading,
  { verb, subject, sentence, negated }: Clause,
  theirs: Grammar,
): boolean {
  if (negated || verb!.tense !== 'past' || verb!.voice === 'passive' || subject?.actor !== 'customer') return false;
  const { norm, gap } = words;
  const { to } = sentences[sentence];
  for (let i = verb!.to; i + 1 < to; i += 1) {
    if (norm[i] !== 'not' || !(gap[i] & (Gap.comma | Gap.break)) || norm[i - 1] === 'and') continue;
    const at = /^(?:in|on|at|for|to|by|with|the|an?)$/.test(norm[i + 1])
      ? /^(?:the|an?)$/.test(norm[i + 2] ?? '')
        ? i + 3
        : i + 2
      : i + 1;
    return at < to && isSaid(theirs.words, norm[at]) && norm[at].length > 1;
  }
  return false;
}

function isSaid({ norm }: Words, word: string): boolean {
  return norm.includes(word);
}
