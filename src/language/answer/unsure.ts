import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';

/** What asks about a matter that lies ahead or stands now; "why" only complains. */
const WH = /^(?:when|where|which|who|how|what)$/;
/** Verbs of finding out that, denied, leave something to be told. */
const FINDING = /^(?:find|see|tell|know|work|figure|remember|understand)$/;
/** What says that they are at a loss, and asks for nothing: "not sure what to say", "how to put this". */
const AT_A_LOSS = /^(?:say|think|make|believe|expect|put|feel|happened|happens|went|going|wrong)$/;

/** "I'm not sure when I should stop", "unsure whether I need a pass", "no idea where to collect it", "can't see how to pay": asked without a mark. */
export function isUnsureOf(grammar: Grammar, { from, firstClause, endClause, to }: Sentence, i: number): boolean {
  const { norm } = grammar.words;
  const polar = norm[i] === 'if' || norm[i] === 'whether';
  if ((!polar && !WH.test(norm[i])) || i + 2 >= to || !leavesOpen(norm, from, i)) return false;
  const [next, third] = [norm[i + 1], norm[i + 2]];
  // "Not sure if you can help", "not sure if this is the right address".
  if (polar && !(/^(?:i|we|it|they|he|she)$/.test(next) && /^(?:can|could|need|should|must|may|will|have|would)$/.test(third)))
    return false;
  if (/^(?:you|your|this|that)$/.test(next) || AT_A_LOSS.test(next) || AT_A_LOSS.test(third)) return false;
  // "Not sure when it broke", "no idea who I spoke to": told.
  for (let k = firstClause; k < endClause; k += 1) {
    const { from: begins, verb } = grammar.clauses[k];
    if (verb && verb.from > i) return begins >= i - 1 && (verb.tense === 'present' || verb.tense === 'future' || verb.tense === 'none');
  }
  return false;
}

/** The words before `i` say that the writer does not know. */
function leavesOpen(norm: readonly string[], from: number, i: number): boolean {
  let at = i - 1;
  while (at > from && /^(?:about|of|as|to|on|out|exactly|quite|anywhere)$/.test(norm[at])) at -= 1;
  if (/^(?:unsure|curious)$/.test(norm[at])) return true;
  const denied = norm.slice(Math.max(from, at - 4), at);
  // "I wasn't sure if I'd make it": told.
  if (denied.some((word) => /^(?:was|were|did|had|you)$/.test(word))) return false;
  if (/^(?:idea|clue)$/.test(norm[at])) return denied.includes('no');
  if (/^(?:sure|clear|certain)$/.test(norm[at])) return denied.includes('not');
  return (
    FINDING.test(norm[at]) &&
    /^(?:not|cannot)$/.test(norm[at - 1]) &&
    norm.slice(Math.max(from, at - 4), at).some((word) => /^(?:i|we)$/.test(word))
  );
}
