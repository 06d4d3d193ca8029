import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const INTERJECTION = wordClass('ouch oof oh ow yikes wow eek argh ugh gosh blimey crikey ah aw aww hm hmm well whoops oops');
const SHRUG = wordClass('tough rough hard harsh unlucky hurts stings happens big biggie');

/** "Tough.", "Ouch, that hurts", "It's no big thing": a cry or a shrug that names nothing of what befell them. */
export function isBareExclamation(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.grammar;
  let at = sentence.from;
  while (at < sentence.to && INTERJECTION.at(words, at)) at += 1;
  if (/^(?:that|this|it)$/.test(words.norm[at] ?? '') && sentence.to - at <= 6) at += 2;
  if (/^(?:no|not|pretty|really|rather|a|bit|quite|so)$/.test(words.norm[at] ?? '')) at += 1;
  if (at >= sentence.to) return true;
  if (!SHRUG.at(words, at)) return false;
  return (
    at + 1 === sentence.to ||
    (words.norm[at] === 'big' && at + 2 === sentence.to) ||
    (words.norm[at] === 'tough' && words.norm[at + 1] === 'luck')
  );
}
