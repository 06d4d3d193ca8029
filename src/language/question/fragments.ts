import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';
import { endOf } from './bounds.js';
import type { UntiedPart } from './parts.js';
import { carriesTopic, topicOf } from './topic.js';

/** "And a cot?", "bottled water??": a thing alone, behind another question. */
export function fragmentIn(grammar: Grammar, sentence: Sentence, bare: boolean): UntiedPart | undefined {
  const { words, tags, clauses } = grammar;
  const { from, to } = sentence;
  if (!sentence.question || to - from > 6) return undefined;
  // Alone it often only says the question before it again.
  if (!bare && !/^(?:and|also|plus)$/.test(words.norm[from])) return undefined;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) if (clauses[k].verb) return undefined;
  let named = false;
  for (let i = from; i < to; i += 1) {
    if (
      /\d/.test(words.norm[i]) ||
      tags.pos[i] === 'pronoun' ||
      /^(?:not|no|yes|really|seriously|right|ok|please|hello|thoughts|help)$/.test(words.norm[i])
    )
      return undefined;
    named ||= tags.pos[i] === 'nominal' && carriesTopic(grammar, i);
  }
  if (!named) return undefined;
  const span = { start: words.start[from], end: endOf(grammar, sentence, to) };
  return { ...span, kind: 'yes-no', wanted: 'yes-no', topic: topicOf(grammar, from, to), joined: true, pointing: false };
}
