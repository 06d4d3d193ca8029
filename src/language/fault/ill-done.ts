/** @file Words in or behind an object by which what somebody did was done ill: too short, a day early, a poor job, last year's logo. */
import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** Work or a thing that nobody wants from those who made it. */
const POOR = wordClass(
  'bad poor sloppy shoddy careless botched rushed half-hearted lousy faulty buggy broken defective expired outdated obsolete stale dud dodgy clumsy hasty hurried incomplete ' +
    'unchecked untested duplicate wrongful inaccurate misleading',
);
/** What has a newer one, when somebody wrote, sent or used it. */
const OLD = wordClass('old previous former earlier superseded');
const USING =
  /^(?:type|enter|key|write|copy|use|send|quote|print|give|apply|put|load|install|attach|upload|publish|post|read|grind|make|cut|ship|pack|charge|bill|work|set|pick|pull|show|book|fit|leave|order)$/;
/** How much amiss: "two days early". */
const UNTIMELY = wordClass('early late');
const SPAN_OF_TIME = wordClass('day days week weeks hour hours minute minutes month months year years');
/** Whose it was, where it should have been theirs. */
const ANOTHERS = /^(?:another|other|different|neighbouring|somebody|someone|stranger|strangers)$/;
/** What stands for the thing of another. */
const RECORD = wordClass(
  'file customer order client patient guest account booking case form letter house flat address person passenger name job site project',
);
/** Time gone by, whose logo, price or list it was. */
const BYGONE = /^(?:year|season|month|week|summer|winter|spring|autumn|term)$/;
/** Said of what is good or meant: "worked too hard", "nobody comes too early". */
const WELL_MEANT = wordClass('hard kind much good generous');

/** The last word of such a sign behind the verb of a clause; undefined without one. */
export function illDone({ grammar: { words }, sentences }: LazyReading, { verb, sentence }: Clause): number | undefined {
  const { norm, gap } = words;
  // What they have done since is help.
  if (verb!.tense === 'perfect' && norm[verb!.from] !== 'had') return undefined;
  const { to } = sentences[sentence];
  const end = Math.min(to, verb!.to + 10);
  const uses = USING.test(verb!.lemma);
  for (let i = verb!.to; i < end && !(i > verb!.to && gap[i] & (Gap.stop | Gap.break)); i += 1) {
    const next = norm[i + 1] ?? '';
    if (norm[i] === 'too' && i + 1 < to && !gap[i + 1] && !WELL_MEANT.at(words, i + 1)) return i + 1;
    if (UNTIMELY.at(words, i) && SPAN_OF_TIME.at(words, i - 1)) return i;
    // "ten minutes over"
    if (norm[i] === 'over' && SPAN_OF_TIME.at(words, i - 1) && i - 1 > verb!.to) return i;
    // "a bad build", "a poor job"
    if (POOR.at(words, i) && /^(?:a|an|the|some|such|very|rather|quite|your|with)$/.test(norm[i - 1]) && i + 1 < to && !gap[i + 1])
      return i + 1;
    if (!uses) continue;
    if (OLD.at(words, i) && /^(?:a|an|the|your|his|her|their|my|our|last)$/.test(norm[i - 1]) && i + 1 < to) return i + 1;
    if (
      norm[i] === 'last' &&
      BYGONE.test(next.replace(/'s$/, '')) &&
      (next.endsWith("'s") || norm[i - 1] === 'from' || norm[i + 2] === "'s")
    )
      return i + 1;
    if (/^(?:from|with|to|into|onto|in)$/.test(norm[i]) && ANOTHERS.test(next) && (RECORD.at(words, i + 2) || norm[i + 2] === 'else'))
      return i + 2;
    if (norm[i] === 'instead' && next === 'of' && i + 2 < to && !norm[i + 2].endsWith('ing')) return i + 2;
    if (/^(?:despite|against)$/.test(norm[i]) && /^(?:my|our|your)$/.test(next)) return i + 2;
  }
  return undefined;
}
