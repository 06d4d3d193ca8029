import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';

/** Words of wish before "to know". */
const WISHING = wordClass(
  'want wanted like need needed love wish hope hoped hoping wanting looking keen grateful glad happy pleased good helpful great useful kind interested',
);
/** What who wishes so wants to do: be told. */
const LEARNING = wordClass('know learn hear ask understand find check see');
const WH = wordClass('what when where who which why how whom whose whether if');
/** What may stand between "tell me" and what is to be told. */
const BETWEEN =
  /^(?:exactly|please|also|too|kindly|roughly|just|out|from|you|realistically|honestly|briefly|precisely|then|again|firstly)$/;

/** Whether word `i` ends a wish to be told: "I want to know", "I'd be grateful to hear", "need to find out". */
export function wishesToBeTold({ words }: Grammar, { from }: Sentence, i: number): boolean {
  const { norm } = words;
  if (!LEARNING.at(words, i)) return false;
  if (norm[i - 1] !== 'to' || i - 2 < from) return false;
  const wish = /^(?:also|just|really|too|first)$/.test(norm[i - 2]) ? i - 3 : i - 2;
  return wish >= from && WISHING.at(words, wish);
}

/** The first word of what is told behind a wish that ends at word `i`: "(I'd like to know too) whether", "(I hoped to learn) the price". -1 when nothing is. */
export function toldBehind({ words, tags }: Grammar, { to }: Sentence, i: number): number {
  const { norm } = words;
  let at = i + 1;
  while (at < to && BETWEEN.test(norm[at])) at += 1;
  if (at >= to) return -1;
  if (norm[at] === 'about') at += 1;
  if (WH.at(words, at)) return at;
  // "I'd like to know was it cleaned": inverted, as it is spoken.
  if ((tags.pos[at] === 'auxiliary' || tags.pos[at] === 'modal') && tags.pos[at + 1] === 'pronoun') return at;
  return norm[i] === 'know' && /^(?:the|your)$/.test(norm[at] ?? '') ? at : -1;
}

/** Whether word `i` opens a further item of what is to be told: behind a comma, "and" or "or". */
export function continuesTold({ words, tags }: Grammar, { from, to }: Sentence, i: number): boolean {
  const { norm, gap } = words;
  let before = i - 1;
  while (before > from && BETWEEN.test(norm[before])) before -= 1;
  const comma = (gap[i] & (Gap.comma | Gap.break | Gap.stop)) !== 0 || (gap[before + 1] & (Gap.comma | Gap.break)) !== 0;
  const joined = /^(?:and|or|also|then|plus)$/.test(norm[before]);
  if (!comma && !joined) return false;
  if (norm[i] === 'whether') return true;
  if (norm[i] === 'if') return joined && !/^(?:possible|so|not|you|necessary|any)$/.test(norm[i + 1] ?? '');
  if ((tags.pos[i] === 'auxiliary' || tags.pos[i] === 'modal') && tags.pos[i + 1] === 'pronoun') return i + 2 < to;
  if (!WH.at(words, i)) return false;
  // "…, who is our vet": of whom was just spoken.
  return joined || !/^(?:who|which|when|where|whose|whom)$/.test(norm[i]);
}
