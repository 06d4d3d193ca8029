import { clausesAfter } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** What somebody at a desk is to do with what is handed over; "to review" and "to consider" take note. */
const WORKED_ON =
  /^(?:look|investigate|fix|check|resolve|sort|repair|follow|call|ring|contact|help|assist|correct|reply|respond|trace|find|locate|mend)$/;
const FOR_WORK = /^(?:fix|repair|investigation|follow-up|tracing|action|correction|resolution)$/;
/** Desks at which a thing that is reported to them is repaired. */
const REPAIRERS =
  /^(?:maintenance|engineering|engineers?|technical|technicians?|technology|mechanics?|tech|web|app|developers?|development|facilities|repairs?)$/;

/**
 * "I will also share that you need the blue one", "I'll pass this to the web team to look at", "we'll send it over for a fix": what is passed on for something to
 * be done moves the matter; their comments, passed on, do not (RULES §5).
 */
export function passesForAction(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { verb, to } = clause;
  for (const next of clausesAfter(reading, clause)) {
    if (!next.verb) break;
    const wants =
      next.link === 'that' &&
      next.subject?.actor === 'customer' &&
      /^(?:request|want|need|ask|require|like|wait|await)$/.test(next.verb.lemma);
    if (wants && next.from <= verb!.to + 4) return true;
    if (!/^(?:this|it|that|these|them)$/.test(norm[verb!.to] ?? '') && !/^(?:on|along|over)$/.test(norm[verb!.to] ?? '')) break;
    if (next.verb.tense === 'none' && norm[next.verb.from] === 'to' && WORKED_ON.test(next.verb.lemma))
      return !isCommented(norm, verb!.to, next.from);
    break;
  }
  if (/^(?:this|it|that)$/.test(norm[verb!.to] ?? '') && norm[verb!.to + 1] === 'to')
    for (let i = verb!.to + 2; i < Math.min(to, verb!.to + 7); i += 1) if (REPAIRERS.test(norm[i])) return true;
  for (let i = verb!.to + 1; i + 1 < Math.min(to, verb!.to + 12); i += 1)
    if (norm[i] === 'for' && FOR_WORK.test(/^(?:an?|the)$/.test(norm[i + 1]) ? (norm[i + 2] ?? '') : norm[i + 1]))
      return !isCommented(norm, verb!.to, i);
  return false;
}

/** Words of theirs, or those who only take note of them. */
function isCommented(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      /^(?:feedback|comments?|thoughts|suggestions?|remarks?|kudos|praise|compliments?|words|concerns?|experience|management|leadership|leaders)$/.test(
        norm[i],
      )
    )
      return true;
  return false;
}
