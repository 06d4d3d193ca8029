import { oncePer } from '../../text/lazy.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';
import { topicOf } from '../question/topic.js';

/** More abbreviations than a message holds; the bound keeps the look-up linear. */
const MOST_CAPITALS = 5;

/** "Your subscription number", "the Parking Office": the word only names a number or a desk of ours. */
export function labels({ norm, gap }: LazyReading['grammar']['words'], i: number, to: number): boolean {
  return (
    i + 1 < to &&
    !(gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)) &&
    /^(?:number|numbers|reference|id|team|office|department|desk|unit)$/.test(norm[i + 1])
  );
}

/** The customer's capitals that this sentence spells out: "SLA" in "service level agreement". */
export function spelledOut({ grammar, customerGrammar }: LazyReading, { from, to }: Sentence): readonly string[] {
  const { norm } = grammar.words;
  return [...(customerGrammar ? capitalsOf(customerGrammar) : [])].filter((capitals) => {
    for (let i = from; i + capitals.length <= to; i += 1) {
      let n = 0;
      while (n < capitals.length && norm[i + n].startsWith(capitals[n])) n += 1;
      if (n === capitals.length) return true;
    }
    return false;
  });
}

/** Abbreviations of three to five capitals, folded. */
const capitalsOf = oncePer<Grammar, ReadonlySet<string>>(({ words, text }) => {
  const found = new Set<string>();
  for (let i = 0; i < words.length && found.size < MOST_CAPITALS; i += 1)
    if (/^[A-Z]{3,5}$/.test(text.slice(words.start[i], words.end[i]))) found.add(words.norm[i]);
  return found;
});

/** How many topics the first clause of a sentence brings: "It suits all from level two, so your sister would …" speaks of "it". */
export function newIn({ grammar, clauses }: LazyReading, { firstClause, endClause, to }: Sentence, topic: ReadonlySet<string>): number {
  if (endClause - firstClause < 2) return topic.size;
  const next = clauses[firstClause + 1];
  if (next.link === undefined || next.from >= to) return topic.size;
  return topicOf(grammar, clauses[firstClause].from, next.from).size;
}
