import type { Grammar } from '../grammar/grammar.js';
import { HARMS, NEGATORS, THANKS } from './customer-words.js';

/** From one word to another, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const HELPING = new Set(
  'take help get rebook book handle look hold give assist find sort fix solve resolve put set accommodate upgrade bring save reunite return rescue deliver replace refund move arrange correct carry'.split(
    ' ',
  ),
);
const HELP_NOUNS = new Set('help assistance kindness care'.split(' '));
/** Words between thanks and their object. */
const NEAR = 9;

/**
 * Where somebody thanks for our help: from the help on, to the end of the sentence or to a "but". What else stands there is what we helped with ("thanks for
 * looking after those who were stranded by the storm"), and is held against nobody.
 */
export function helpThanked({ words, tags, sentences }: Grammar): readonly Stretch[] {
  const { norm } = words;
  const found: Stretch[] = [];
  for (const { from, to, question } of sentences) {
    if (question) continue;
    for (let i = from; i < to; i += 1) {
      const appreciated = isAppreciation(norm, i);
      if (!appreciated && !THANKS.has(norm[i]) && !isPraiseGiven(norm, i)) continue;
      const object = appreciated ? behindDeterminers(norm, i + 1, to) : objectOf(norm, i, to);
      if (object < 0 || !isHelp(norm[object], tags.lemma[object], norm[object + 1])) continue;
      let end = object;
      while (end < to && !/^(?:but|however|though|yet)$/.test(norm[end])) end += 1;
      // "Thanks for getting us home without our bags" is no thanks.
      if (!turns(norm, tags.lemma, object, end)) found.push({ from: object, to: end });
      break;
    }
  }
  return found;
}

/** Index of the first word behind "thanks … for (your)", or -1. */
export function objectOf(norm: readonly string[], thanks: number, to: number): number {
  for (let i = thanks + 1; i < Math.min(to, thanks + NEAR); i += 1) {
    if (norm[i] !== 'for') continue;
    return behindDeterminers(norm, i + 1, to);
  }
  return -1;
}

function behindDeterminers(norm: readonly string[], from: number, to: number): number {
  let at = from;
  while (at < to && /^(?:the|your|all|always|so|quickly|promptly|kindly)$/.test(norm[at])) at += 1;
  return at < to ? at : -1;
}

/** "I appreciate your help", "we really appreciate your agent fixing it"; not "I would appreciate some help". */
function isAppreciation(norm: readonly string[], i: number): boolean {
  if (!/^appreciated?$/.test(norm[i])) return false;
  const before = /^(?:really|truly|greatly|so|much|do|very)$/.test(norm[i - 1] ?? '') ? norm[i - 2] : norm[i - 1];
  return before === undefined || /^(?:i|we)$/.test(before);
}

/** "Shout out to Ana for …", "kudos to …", "s/o to …", "hats off to …". */
export function isPraiseGiven(norm: readonly string[], i: number): boolean {
  if (norm[i + 1] !== 'to') return false;
  switch (norm[i]) {
    case 'shoutout':
    case 'kudos':
    case 'props':
    case 's/o':
      return true;
    case 'out':
      return norm[i - 1] === 'shout';
    case 'off':
      return norm[i - 1] === 'hats';
    case 'o':
      return norm[i - 1] === 's';
    default:
      return false;
  }
}

function isHelp(word: string, lemma: string | undefined, next: string | undefined): boolean {
  if (HELP_NOUNS.has(word)) return true;
  if (!word.endsWith('ing') || !HELPING.has(lemma ?? '')) return false;
  return lemma !== 'take' || next === 'care' || next === 'good' || next === 'great' || next === 'such';
}

function turns(norm: readonly string[], lemma: readonly (string | undefined)[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) {
    if (NEGATORS.has(norm[i])) return true;
    // "… and losing my bag": a second thing that they thank for.
    if (norm[i - 1] === 'and' && norm[i].endsWith('ing') && HARMS.has(lemma[i] ?? '')) return true;
  }
  return false;
}
