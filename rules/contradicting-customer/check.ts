import { overlaps } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Span } from 'replylint/rule';
import { doubtsAccount } from './account.js';
import { feelsWithThem, isAside, saysAsThey } from './aside.js';
import { correctedWords } from './corrected-word.js';
import { deniesTheirWords } from './denial.js';
import { heldAgainstThem } from './events.js';
import { rebuts } from './rebuttal.js';
import { heldAgainst, insists, putsOnFile } from './records.js';
import { isAlleged, reportsWithDoubt } from './reporting.js';
import type { Reported } from './reporting.js';
import { disbelieves } from './trust.js';
import { callsUntrue, callsWrong } from './untrue.js';

/** The customer cast as untruthful or mistaken: by a clause, by a word of theirs corrected, or by a phrase of `rule.yml`. One finding a sentence. */
const check: Check = (look) => {
  const { language } = look;
  const found = new Map<number, Reported>();
  for (const clause of language.clauses) {
    const at = contradicts(look, clause);
    if (at && !found.has(clause.sentence)) found.set(clause.sentence, at);
  }
  for (const { start, end, sentence } of language.disputes) if (!found.has(sentence)) found.set(sentence, { start, end });
  for (const at of correctedWords(look)) {
    const sentence = language.sentenceAt(at.start);
    if (sentence && !found.has(sentence.index) && !language.isMention(at)) found.set(sentence.index, at);
  }
  for (const hit of look.hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (!sentence || found.has(sentence.index) || language.isMention(hit.span)) continue;
    const at = saidAgainst(look, hit);
    if (at) found.set(sentence.index, at);
  }
  return [...found.values()].map(({ start, end, told }) => ({
    span: { start, end },
    ...(told && {
      fixes: [{ label: 'write “told us”', safety: 'unsafe' as const, edits: [{ kind: 'text' as const, span: told, text: 'told us' }] }],
    }),
  }));
};

export default check;

function contradicts(look: Look, clause: Clause): Reported | undefined {
  return (
    reportsWithDoubt(look, clause) ??
    rebuts(look, clause) ??
    heldAgainstThem(look, clause) ??
    disbelieves(look, clause) ??
    deniesTheirWords(look, clause)
  );
}

/** Where a phrase contradicts them, by its tag in `rule.yml`. */
function saidAgainst(look: Look, hit: Hit): Span | undefined {
  const { language } = look;
  const clause = language.clauseAt(hit.from);
  if (!clause) return undefined;
  const where = (is: boolean): Span | undefined => (is ? hit.span : undefined);
  if (hit.tag === 'sure') return hit.span;
  if (hit.tag === 'on-file') return where(putsOnFile(look, hit));
  // "Thank you for being honest with me."
  if (language.thanks.some((thanks) => overlaps(thanks, hit.span)) || feelsWithThem(look, hit) || saysAsThey(look, hit)) return undefined;
  if (hit.tag === 'justified') return where(!language.sentences[clause.sentence].question);
  if (hit.tag === 'reconsider') return doubtsAccount(look, hit, clause);
  if (clause.mood === 'question' || clause.mood === 'condition') return undefined;
  switch (hit.tag) {
    case 'unsound':
    case 'open':
    case 'unseen':
      return doubtsAccount(look, hit, clause);
    case 'truth':
      return callsUntrue(look, hit, clause);
    case 'records':
      return heldAgainst(look, hit);
    case 'marker':
      return insists(look, hit, clause);
    case 'wrong':
      return where(callsWrong(look, hit, clause));
    case 'verdict':
      return where(!isAside(look, hit, clause));
    case 'alleged':
      return where(isAlleged(look, hit));
    default:
      return hit.span;
  }
}
