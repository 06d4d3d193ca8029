import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';
import { topicOf } from './topic.js';

export function beforeLink({ words: { norm }, tags }: Grammar, next: number): number {
  // "… and tell me when it comes"
  let at = next;
  if (norm[at - 1] === 'know') at -= 1;
  if (/^(?:me|us)$/.test(norm[at - 1] ?? '') && /^(?:tell|let|advise)$/.test(norm[at - 2] ?? '')) at -= 2;
  else at = next;
  return tags.pos[at - 1] === 'coordinator' || norm[at - 1] === 'also' ? at - 1 : at;
}

/** Where a question ends and what hangs on it begins: "…, because I work late", "…, it's two men for a day". */
export function coreEnd({ words: { norm, gap }, tags }: Grammar, from: number, to: number): number {
  for (let i = from + 3; i + 2 < to; i += 1) {
    if (/^(?:because|since|although|cos)$/.test(norm[i])) return i;
    const comma = (gap[i] & Gap.comma) !== 0;
    if (norm[i] === 'as' && /^(?:i|we|my|our|it|she|he|they)$/.test(norm[i + 1]) && (comma || tags.pos[i + 2] !== 'nominal')) return i;
    const aside = /^(?:know|think|mean|guess|suppose|say)$/.test(norm[i + 1]);
    if (comma && !aside && tags.pos[i] === 'pronoun' && /^(?:auxiliary|modal|verb)$/.test(tags.pos[i + 1] ?? '')) return i;
  }
  return to;
}

/** The question mark belongs to the question. */
export function endOf({ words, text }: Grammar, sentence: Sentence, to: number): number {
  if (to < sentence.to) return words.end[to - 1];
  const mark = text.indexOf('?', words.end[to - 1]);
  return mark >= 0 && mark < sentence.end ? mark + 1 : words.end[to - 1];
}

/** "My old lamp that I left with you, is it mended?": what "it" is stands before the comma. */
export function frontedTopic(grammar: Grammar, sentence: Sentence, from: number): ReadonlySet<string> {
  const { norm, gap } = grammar.words;
  const pointed = /^(?:it|they|she|he|that|this|these|those)$/.test(norm[from + 1] ?? '');
  if (!pointed || from < sentence.from + 2 || !(gap[from] & Gap.comma)) return new Set();
  return topicOf(grammar, sentence.from, from);
}
