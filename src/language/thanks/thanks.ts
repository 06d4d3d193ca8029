import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence, Thanks, ThanksObject } from '../reading.js';
import { isForMessage, welcomes } from './bare.js';
import { thanksObject } from './object.js';
import { tokenAt, TOKENS } from './tokens.js';
import { wordsAre } from '../window.js';

/** How far behind what they waited for a second thing can stand. */
const BESIDE = 30;

/** Words of thanks in the draft, and what each is for: the object decides (RULES rule 16). */
export function readThanks(reading: LazyReading): readonly Thanks[] {
  const { words } = reading.grammar;
  const found: Thanks[] = [];
  for (const sentence of reading.sentences) {
    const welcomed = sentence.role === 'body' ? welcomes(reading, sentence) : undefined;
    if (welcomed && !reading.isMention(welcomed))
      found.push({ start: welcomed.start, end: welcomed.end, sentence: sentence.index, object: 'contact' });
    for (let i = TOKENS.first(words, sentence.from, sentence.to); i >= 0; i = TOKENS.first(words, i + 1, sentence.to)) {
      const token = tokenAt(reading, sentence, i);
      if (!token || reading.isMention({ start: words.start[i], end: words.end[i] })) continue;
      const end = token.end ?? objectEnd(reading, sentence, token.object);
      const object =
        token.contact || isForMessage(reading, sentence, token)
          ? 'contact'
          : isSignOff(reading, sentence, token.object)
            ? 'sign-off'
            : (resumed(reading, sentence, end) ?? objectOf(reading, token.object, end));
      if (token.ifContact && object !== 'contact') continue;
      found.push({
        start: words.start[Math.min(token.from, token.object)],
        end: words.end[Math.max(end, i + 1) - 1],
        sentence: sentence.index,
        object,
      });
      i = Math.max(i, token.object - 1);
    }
  }
  return found;
}

/** "Thank you for your patience while I looked into it, and for being so clear": the second thing that they are thanked for. */
function resumed(reading: LazyReading, { to }: Sentence, end: number): ThanksObject | undefined {
  const { gap, norm } = reading.grammar.words;
  if (!/^(?:while|whilst|until|as)$/.test(norm[end] ?? '')) return undefined;
  for (let i = end + 1; i + 2 < Math.min(to, end + BESIDE); i += 1)
    if (norm[i] === 'and' && norm[i + 1] === 'for' && gap[i] & Gap.comma)
      return objectOf(reading, i + 1, to) === 'contact' ? 'contact' : undefined;
  return undefined;
}

function objectEnd(reading: LazyReading, sentence: Sentence, after: number): number {
  const { gap, norm } = reading.grammar.words;
  for (let i = after; i < sentence.to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return i;
    if (i === after) continue;
    if (gap[i] & Gap.newline && norm[i - 1] !== 'for' && norm[i - 1] !== 'your') return i;
    if (gap[i] & Gap.comma && /^(?:we|i|but|however|please|our|if|it)$/.test(norm[i])) return i;
    if (/^(?:while|whilst|until|as|because|but|if)$/.test(norm[i])) return i;
    if (
      norm[i] === 'and' &&
      /^(?:we|i|our|please|it|am|are|is|was|were|will|would|have|can|do|apologise|regret|hope|want|look)$/.test(norm[i + 1] ?? '')
    )
      return i;
  }
  return sentence.to;
}

/** "Thanks," and "Many thanks" before the name end a letter; they thank for nothing. */
function isSignOff(reading: LazyReading, sentence: Sentence, after: number): boolean {
  const { gap } = reading.grammar.words;
  if (sentence.role === 'closing') return true;
  if (after < sentence.to && !(gap[after] & (Gap.newline | Gap.comma | Gap.break))) return false;
  const last = reading.sentences[reading.sentences.length - 1];
  return sentence.index > 0 && sentence.index >= last.index - 1 && sentence.to - sentence.from <= 4;
}

function objectOf(reading: LazyReading, from: number, end: number): ThanksObject {
  const { words } = reading.grammar;
  if (wordsAre(words, from, 'in advance') || wordsAre(words, end - 2, 'in advance')) return 'advance';
  return thanksObject(reading.grammar, from, end);
}
