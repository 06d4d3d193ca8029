import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { carriesTopic } from '../question/topic.js';
import type { Wanted } from '../question/wanted.js';

/** Words of its own that a sentence of thanks and regret may still hold. */
const MOST_LEFT = 1;
/** What we see, hope, hand on or promise tells no cause: "we see you're on the ferry", "we'll have you indoors soon". */
const NO_CAUSE = new Set(
  'see show get have do work submit forward share pass know understand expect plan send look keep try appreciate'.split(' '),
);

/** Whether a clause that states something can tell why: "the aircraft is late", "we are waiting for a crew"; not "we'll have you home soon", "you're on your way". */
export function isCause({ verb, subject }: Clause): boolean {
  if (!verb || !subject) return false;
  if (subject.actor === 'customer') return verb.lemma !== 'be' || verb.tense !== 'present';
  if (subject.actor !== 'own') return verb.tense !== 'future' || verb.negated;
  return verb.negated || !NO_CAUSE.has(verb.lemma) || verb.progressive || verb.tense === 'past';
}

/** Whether a sentence that states nothing holds no word of an answer either: it is a sign, or next to nothing is left behind its thanks, regret and wishes. */
export function isHollow(
  { grammar, draft }: LazyReading,
  { start, from, to }: Sentence,
  spent: ReadonlySet<string>,
  gives: ReadonlySet<Wanted>,
): boolean {
  if (/[*^~]/.test(draft.text[start])) return true;
  // "Let us know the size" asks back.
  const { norm } = grammar.words;
  for (let i = from; i + 2 < to; i += 1) if (norm[i] === 'let' && norm[i + 2] === 'know') return false;
  for (const given of gives) if (given !== 'who' && given !== 'news' && given !== 'time') return false;
  let left = spent.size;
  for (let i = from; left > MOST_LEFT && i < to; i += 1) if (carriesTopic(grammar, i) && isAddress(grammar, from, i)) left -= 1;
  return left <= MOST_LEFT;
}

/** "Ouch, Hugo!", "Sorry, Tim.": a capital between commas. */
function isAddress({ words, text }: LazyReading['grammar'], from: number, i: number): boolean {
  const ends = Gap.comma | Gap.stop | Gap.break | Gap.newline;
  const ended = i + 1 >= words.length || (words.gap[i + 1] & ends) !== 0;
  return ended && i > from && /\p{Lu}/u.test(text[words.start[i]]);
}
