import { listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Sentence } from '../reading.js';

const FAULT_VERBS = listed('fault-verbs');

/** How many words, clauses and characters beside an act can bear on it; longer tales do not occur, and the bounds keep the reading linear. */
const REACH = 60;
const REACH_CLAUSES = 6;
const REACH_TEXT = 600;

/** What things do when they go wrong. */
const GOES_WRONG = wordClass(
  'lapse expire fail break crack leak stop bounce ice burn die spoil jam rust shrink trip overflow overheat freeze split tear snap peel warp slip fall melt rot wilt curdle collapse seize stain fade run leave lose miss reject decline cancel delay void forfeit',
);
const WENT = /^(?:off|out|missing|astray|wrong|elsewhere|nowhere|down|bad|flat|unread|unanswered|late|short|empty)$/;
/** What customers do to have something: it is nobody's slip. */
const INTENDED = wordClass('choose pick arrange order book plan pay rent hire sign join cancel bid apply');
/** Outcomes told by what they lack. */
const LACKING = wordClass('nothing nobody none no wrong late short missing lost empty without never unable impossible twice blank');
/** How what came of it begins. */
const RESULT = /^(?:which|that|this|and|so|hence|thus)$/;
/** "Here is how it got past us": a tale of how it came about begins. */
const TALE =
  /\b(?:here(?:'s|’s| is) (?:how|what|why)|(?:this|that|it) is (?:how|why|what happened)|what happened|how (?:it|this|that) (?:came|happened|got|slipped)|how it came|went to look|looked into|traced|found out|turns out)\b/i;
/** What is told as put right later was wrong. */
const PUT_RIGHT =
  /\b(?:now where it belongs|now in the right|now right|back where it|put (?:that |it |this )?right|straightened|set straight|moved (?:it )?back|corrected|retrieved|re-?done|re-?made)\b/i;
const RECORDING = /^(?:put|file|log|book|key|enter|save|leave|send|route|place|mark|set|store|scan|tag|type|post)$/;

/**
 * The end of what came of an act where the reply makes it the cause of the trouble by what stands round it; undefined when it only reports the act. Weights: what
 * came of it and is bad (2), else what came of it (1), its place in the tale (1), who did it told in passing (1), left so or recorded there (1), put right later (1).
 */
export function blamedAfter(reading: LazyReading, sentence: Sentence, clause: Clause, actor: Actor): number | undefined {
  // "You had chosen blue for the wedding, so …": what they meant to have.
  if (actor === 'customer' && INTENDED.has(clause.verb!.lemma)) return undefined;
  const result = resultOf(reading, sentence, clause);
  if (result?.bad) return result.end;
  if (actor === 'customer') return undefined;
  const { words } = reading.grammar;
  const { text } = reading.grammar;
  let weight = result ? 1 : 0;
  const before = text.slice(Math.max(reading.sentences[Math.max(0, sentence.index - 2)].start, clause.start - REACH_TEXT), clause.start);
  if (TALE.test(before)) weight += 1;
  if (clause.link === 'who') weight += 1;
  if (RECORDING.test(clause.verb!.lemma) && placed(words.norm, clause)) weight += 1;
  const later = reading.sentences[Math.min(reading.sentences.length - 1, sentence.index + 3)].end;
  if (PUT_RIGHT.test(text.slice(sentence.end, Math.min(later, sentence.end + REACH_TEXT)))) weight += 1;
  return weight >= 3 ? (result?.end ?? clause.end) : undefined;
}

/** "put it under the motor book", "left the stop at the old setting": not what is left for the customer. */
function placed(norm: readonly string[], { verb, to }: Clause): boolean {
  const object = norm.slice(verb!.to, Math.min(to, verb!.to + 4));
  if (object.some((word) => /^(?:card|note|key|keys|message|parcel|box|order|delivery|letter|voucher)$/.test(word))) return false;
  for (let i = verb!.to + 1; i < to; i += 1) if (/^(?:under|at|in|on|into|to|as|against)$/.test(norm[i])) return true;
  return false;
}

/** What came of it, in the rest of the sentence: "which is why …", "and that is what iced it up", "so the offer lapsed". */
function resultOf(reading: LazyReading, sentence: Sentence, clause: Clause): { readonly bad: boolean; readonly end: number } | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = clause.verb!.to; i + 2 < Math.min(sentence.to, clause.verb!.to + REACH); i += 1) {
    // "… and we left it in a list, so nobody saw it": what came of it came of us.
    if (isOurs(reading, clause, i)) return undefined;
    if (!RESULT.test(norm[i])) continue;
    const pointed =
      /^(?:which|that|this)$/.test(norm[i]) && /^(?:is|was)$/.test(norm[i + 1]) && /^(?:why|how|what|where)$/.test(norm[i + 2]);
    const so = norm[i] === 'so' && norm[i - 1] !== 'or' && !/^(?:that|far|i|we|you|as|much|many|please|here|it)$/.test(norm[i + 1]);
    const hence = /^(?:hence|thus)$/.test(norm[i]) && /^(?:the|this|your|why)$/.test(norm[i + 1]);
    if (!pointed && !so && !hence) continue;
    const told = outcome(reading, sentence, i + (pointed ? 3 : 1), pointed && norm[i + 2] !== 'where');
    return told && { ...told, end: sentence.end };
  }
  return undefined;
}

function isOurs({ clauses, grammar: { words } }: LazyReading, { index }: Clause, at: number): boolean {
  if (!/^(?:we|i)$/.test(words.norm[at])) return false;
  const own = clauses.slice(index + 1, index + 6).find(({ subject }) => subject?.from === at);
  return own?.verb !== undefined && own.link !== 'which' && own.link !== 'that';
}

function outcome(reading: LazyReading, sentence: Sentence, from: number, pointed: boolean): { readonly bad: boolean } | undefined {
  const { words } = reading.grammar;
  const first = reading.clauseAt(from)?.index ?? sentence.endClause;
  for (let k = first; k < Math.min(sentence.endClause, first + REACH_CLAUSES); k += 1) {
    const { verb, subject, negated, to } = reading.clauses[k];
    if (!verb || verb.to <= from || verb.tense === 'none') continue;
    if (verb.tense === 'future' || (verb.tense === 'present' && !verb.modal) || verb.lemma === 'help') return undefined;
    // "…, so we have sent a new one": what we did about it.
    if (subject?.actor === 'own' && !negated) return undefined;
    if (subject?.actor === 'customer' && verb.lemma !== 'be' && !negated) return { bad: pointed };
    const wrong =
      negated ||
      FAULT_VERBS.has(verb.lemma) ||
      GOES_WRONG.has(verb.lemma) ||
      (/^(?:go|come|end|arrive|get|be)$/.test(verb.lemma) && WENT.test(words.norm[verb.to] ?? '')) ||
      (/^(?:come|send)$/.test(verb.lemma) && words.norm[verb.to] === 'back') ||
      LACKING.first(words, verb.to, to) >= 0;
    return {
      bad:
        wrong ||
        (pointed &&
          verb.tense === 'past' &&
          subject !== undefined &&
          !/^(?:own|customer)$/.test(subject.actor) &&
          /^(?:what|how|why)$/.test(words.norm[from - 1])),
    };
  }
  return undefined;
}
