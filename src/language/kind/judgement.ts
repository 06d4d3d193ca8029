import { listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import { isSurpassing, negatedBefore } from './negation.js';

/** How the customer judges. */
export interface Judgement {
  negative: number;
  /** From -1 (all is judged bad) to 1. */
  balance: number;
  /** Share of the sentences that praise. */
  praising: number;
  /** What the last word of judgement says, for that decides: -1 bad, 1 good, 0 where there is none. */
  verdict: number;
}

const NEGATIVE = listed('negative-evaluation');
const PROFANE = listed('profanity');
const POSITIVE = listed('positive-evaluation');
const HOPES = new Set('hope hoping hopefully hoped wish wishing'.split(' '));

/** Weighs words of judgement, by what stands before them, and stars given in words or signs. What is bad in `excused` words does not count. */
export function judge(grammar: Grammar, excused: (i: number) => boolean): Judgement {
  const { words, sentences } = grammar;
  let negative = 0;
  let positive = 0;
  let praising = 0;
  let full = 0;
  let verdict = 0;
  for (const { from, to } of sentences) {
    if (to === from) continue;
    full += 1;
    // What follows "but" decides: "delayed, but the crew was amazing".
    let turned = 1;
    let hoped = false;
    let sum = 0;
    for (let i = from; i < to; i += 1) {
      const word = words.norm[i];
      if (word === 'but' || word === 'however') turned = 1.5;
      else if (words.gap[i] & Gap.stop) {
        turned = 1;
        hoped = false;
      }
      if (HOPES.has(word)) hoped = true;
      const bad = NEGATIVE.at(words, i) || PROFANE.at(words, i);
      if (!bad && !POSITIVE.at(words, i)) continue;
      if (bad && (excused(i) || runsSlow(grammar, i) || ownDoing(grammar, i) || isFond(grammar, i) || isBargain(words.norm, i))) continue;
      const negated = negatedBefore(grammar, i) && !isSurpassing(grammar, i);
      if (bad && negated) positive += 0.4;
      else if (bad) {
        negative += turned;
        verdict = -1;
        sum -= 1;
      } else if (negated) {
        negative += 0.8;
        verdict = -1;
        sum -= 1;
      } else if (!hoped && !isWished(words.norm, i) && !/^(?:thanks?|thx)$/.test(word)) {
        positive += turned;
        verdict = 1;
        sum += 1;
      }
    }
    if (sum > 0) praising += 1;
  }
  const stars = starsOf(grammar);
  if (stars > 0) positive += stars;
  else negative -= stars;
  return { negative, balance: (positive - negative) / (1 + positive + negative), praising: full > 0 ? praising / full : 0, verdict };
}

/** "Running slow", "the network is very slow": how a thing works, told without a judgement of anybody. */
export function runsSlow({ words: { norm }, tags }: Grammar, i: number): boolean {
  if (norm[i] !== 'slow') return false;
  if (/^(?:run|work|load|open|go)$/.test(tags.lemma[i - 1] ?? '')) return true;
  for (let k = i - 1; k >= 0 && k >= i - 5; k -= 1)
    if (/^(?:network|internet|wifi|connection|server|site|website|page|app|download|loading)$/.test(norm[k])) return true;
  return false;
}

/** "I hate how good your fries are", "damn good coffee", "damn you and your cinnamon rolls". */
function isFond({ words }: Grammar, i: number): boolean {
  const { norm } = words;
  // "I never like leaving your hotel", "I hate to leave".
  if (/^(?:like|love|hate)$/.test(norm[i]) && /^leav(?:e|ing)$/.test(norm[norm[i + 1] === 'to' ? i + 2 : i + 1] ?? '')) return true;
  if (!/^(?:hate|hating|damn|dammit|darn|mad|angry)$/.test(norm[i])) return false;
  const at = /^(?:how|at|you)$/.test(norm[i + 1] ?? '') ? i + 2 : i + 1;
  if (norm[i + 1] === 'you') return norm[i].startsWith('d') && !norm.slice(at, at + 4).includes('for');
  return POSITIVE.first(words, at, Math.min(words.length, at + 2)) >= 0;
}

/** "A cheap fare", "cheap tickets": what they are after. */
function isBargain(norm: readonly string[], i: number): boolean {
  return (
    /^cheap(?:er|est)?$/.test(norm[i]) &&
    /^(?:fares?|tickets?|flights?|prices?|deals?|rates?|rooms?|options?|tariffs?|drinks?)$/.test(norm[i + 1] ?? '')
  );
}

/** "I made a stupid typo", "my silly mistake": they judge themselves. */
function ownDoing({ words: { norm }, tags }: Grammar, i: number): boolean {
  let k = i - 1;
  while (k >= 0 && k > i - 4 && (tags.pos[k] === 'determiner' || tags.pos[k] === 'adverb')) k -= 1;
  return tags.lemma[k] === 'make' && (/^(?:i|just)$/.test(norm[k - 1] ?? '') || k === 0) && norm[k] === 'made';
}

/** "Would be nice", "could be better". */
function isWished(norm: readonly string[], i: number): boolean {
  const at = norm[i - 1] === 'be' ? i - 2 : i - 1;
  return /^(?:would|could|should)$/.test(norm[at] ?? '');
}

/** "★☆☆☆☆", "2 stars": from -2 (one of five) to 2 (all); 0 where no stars are given. A star alone adorns. */
function starsOf({ text, words: { norm, length } }: Grammar): number {
  const signs = text.match(/[★⭐🌟]/gu)?.length ?? 0;
  if (signs > 1 || (signs === 1 && text.includes('☆'))) return Math.min(signs, 5) - 3;
  for (let i = 1; i < length; i += 1) {
    if (norm[i] !== 'star' && norm[i] !== 'stars') continue;
    const given = RATED.indexOf(norm[i - 1]) >> 1;
    if (given >= 0) return given - 2;
  }
  return 0;
}

const RATED = ['one', '1', 'two', '2', 'three', '3', 'four', '4', 'five', '5'];
