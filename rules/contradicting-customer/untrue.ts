import { Gap } from 'replylint/rule';
import type { Clause, Hit, Look, Span } from 'replylint/rule';
import { isDenied, isOwned } from './aside.js';

/** What a customer said, when it is called true or false. */
const SAID = new Set(
  (
    'that this it statement statements claim claims allegation allegations accusation accusations comment comments review reviews issues remark remarks version account story ' +
    'assertion assertions description complaint complaints information you'
  ).split(' '),
);

/** Untrue by itself; of the rest, "true" and "correct", only the denial is. */
const UNTRUE =
  /^(?:not|false|untrue|incorrect|inaccurate|lies|a|nonsense|misleading|factually|simply|just|plain|plainly|completely|totally|quite|utterly|wrong|exaggerated|an|fabricated|made|invented|unfounded|baseless|unfair)$/;

/** Whose deed a statement tells of: what you, we or our people did. */
const PERSONAL = /^(?:you|your|we|our|i|my|they|he|she|nobody|no|nothing|this|the)$/;

/** "That is not true", "these issues are false", "it is incorrect that you called": about what they said, and not our own error. */
export function callsUntrue(look: Look, hit: Hit, around: Clause): Span | undefined {
  // "It is incorrect that you called": the word may open the clause that it judges.
  const clause = around.verb && around.verb.from >= hit.to ? (look.language.clauses[around.index - 1] ?? around) : around;
  if (clause.sentence !== around.sentence) return undefined;
  const { verb, negated } = clause;
  const { norm } = look.draft.words;
  const before = look.language.clauses[clause.index - 1];
  // "What you say is not correct."
  if (
    verb?.lemma === 'be' &&
    !(clause.subject && clause.subject.to <= verb.from) &&
    before?.sentence === clause.sentence &&
    before.link === 'what' &&
    before.subject?.actor === 'customer'
  )
    return negated || UNTRUE.test(norm[hit.from]) ? { start: before.start, end: hit.span.end } : undefined;
  const { subject } = clause;
  if (!verb || !subject || verb.lemma !== 'be' || verb.modal || subject.from >= hit.from) return undefined;
  if (norm[hit.from] === 'wrong' && (norm[subject.from] !== 'your' || negated)) return undefined;
  const own = UNTRUE.test(norm[hit.from]);
  if (!own && !negated) return undefined;
  if (negated && !coversNot(norm, hit, verb.from) && norm[hit.from] !== 'true') return undefined;
  // "We are known for clean rooms, and this was not the case": a standard that was missed.
  if (norm[hit.to - 1] === 'case' && verb.tense !== 'present') return undefined;
  if (hit.from > verb.to + 3) return undefined;
  if (!SAID.has(norm[subject.head]) || norm[subject.from] === 'our' || norm[subject.from] === 'my') return undefined;
  if (norm[subject.from] === 'you' && !/^(?:incorrect|untruthful)$/.test(norm[hit.to - 1])) return undefined;
  // "It is false" of a date or a price needs a "that" behind it to be about what they said.
  const about = norm[hit.to];
  // "not true of our newer rooms", "not true that refunds take months": about something else.
  if (/^(?:of|for|any|anymore|yet|now|here|today|on|in)$/.test(about ?? '') && look.draft.words.gap[hit.to] === 0) return undefined;
  if (norm[subject.from] === 'it' && about === 'that' && !PERSONAL.test(norm[hit.to + 1] ?? '')) return undefined;
  if (norm[subject.from] === 'it' && about !== 'that' && about !== 'to') return undefined;
  if (norm[subject.head] === 'information' && norm[subject.from] !== 'your') return undefined;
  if (clause.link && /^(?:which|who|because|although|though|while)$/.test(clause.link)) return undefined;
  // "It is untrue that we ignored you" tells of no fault of ours.
  const ofTheirs = about === 'that' && (norm[hit.to + 1] === 'you' || /^(?:untrue|false|lie)$/.test(norm[hit.to - 1]));
  return !ofTheirs && isOwned(look, clause) ? undefined : { start: Math.max(clause.start, subject.start), end: hit.span.end };
}

function coversNot(norm: readonly string[], hit: Hit, from: number): boolean {
  for (let i = from; i < hit.to; i += 1) if (norm[i] === 'not') return i >= hit.from || norm[hit.from] === 'true';
  return false;
}

/** "You are wrong.": the end of it, and no "you are wrong-footed". "My first answer to you was wrong" is about us. */
export function callsWrong({ draft }: Look, hit: Hit, clause: Clause): boolean {
  const { norm, gap, length } = draft.words;
  if (norm[hit.from] === 'you' && clause.subject && clause.subject.from < hit.from) return false;
  return (hit.to >= length || (gap[hit.to] & ~Gap.newline) !== 0) && !isDenied(draft.words, hit, clause);
}
