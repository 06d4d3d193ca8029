import type { LazyReading } from '../index.js';
import { carriesTopic, stem, topicOfAll } from '../question/topic.js';

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
