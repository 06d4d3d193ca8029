import { inList, listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';

const STOCK_WORDS = listed('stock-words');

/** Words of the formula itself: none of them is an anchor. */
const FORMULA = new Set(
  (
    'frustration frustrating frustrated concern concerns disappointment disappointing disappointed situation issue issues matter experience inconvenience feelings feeling position point view ' +
    'anger upset upsetting annoyance annoying problem this that it you your how why where what must is are be feel feels can could been was very so really completely fully totally ' +
    'truly certainly definitely absolutely concern worry worries urgency importance need needs request regarding coming from important would may might understand thoughts customers customer guests'
  ).split(' '),
);
const IDLE = /^(?:apologise|sorry|like|want|hope|feel|cause|caused|have|do|thank|know|get|assure|be|sound|seem|look|become|make|must)$/;

/** No stretch is longer: the bound keeps a sentence of thousands of words linear. */
const LONGEST = 80;

/** One past the last word that still belongs to what begins at `from`: a full break ends it, and so does a coordinator before a new subject of ours. */
export function stretchEnd(reading: LazyReading, from: number, sentenceEnd: number): number {
  const { gap, norm } = reading.grammar.words;
  const to = Math.min(sentenceEnd, from + LONGEST);
  for (let i = from + 1; i < to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return i;
    if (!/^(?:and|but|so|however|we|i|please|though|although)$/.test(norm[i])) continue;
    const opens = /^(?:i|we|please|our|the|this|it|unfortunately|sincerely|do|apologise|hope|thank|will|would|can|look|want|am|are)$/.test(
      norm[i + 1] ?? '',
    );
    if (gap[i] & Gap.comma || (opens && /^(?:and|but|so)$/.test(norm[i])) || norm[i] === 'but' || norm[i] === 'however') return i;
  }
  return to;
}

/** A content word, number or event that is no part of the formula: the specific anchor (RULES §1.6). */
export function anchored(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  for (let i = from; i < to; i += 1) {
    const word = words.norm[i];
    if (!reading.isContent(i)) continue;
    if (FORMULA.has(word) || inList('feeling-words', word) || inList('evaluative-words', word)) continue;
    if (IDLE.test(tags.lemma[i] ?? word)) continue;
    const named = words.gap[i] & Gap.comma && /[A-Z]/.test(reading.grammar.text[words.start[i]]);
    if (!named) return true;
  }
  return false;
}

/** Stems of the content words of the customer's turn: what a sentence that restates their situation shares with it. Empty when the turn is not known. */
export function ownWords(reading: LazyReading): ReadonlySet<string> {
  const stems = new Set<string>();
  const grammar = reading.customerGrammar;
  if (!grammar) return stems;
  const { words, tags } = grammar;
  for (let i = 0; i < words.length; i += 1) {
    const pos = tags.pos[i];
    if (pos !== 'nominal' && pos !== 'verb' && pos !== 'number') continue;
    if (!STOCK_WORDS.at(words, i)) stems.add(stem(words.norm[i]));
  }
  return stems;
}

/** Whether a word of `from` up to, not including, `to` is one of theirs. */
export function restates(reading: LazyReading, from: number, to: number, theirs: ReadonlySet<string>): boolean {
  if (theirs.size === 0) return false;
  for (let i = from; i < to; i += 1) if (reading.isContent(i) && theirs.has(stem(reading.grammar.words.norm[i]))) return true;
  return false;
}

/** Rough on purpose: `exports` and `exported` meet, and nothing hangs on a word that is cut too short. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ings?|ed|es|s|ly)$/, '').replace(/([bdgmnprt])\1$/, '$1') : word;
}
