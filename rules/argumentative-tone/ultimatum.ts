import { Gap, inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';

const CARRY_ON = new Set('keep continue persist insist carry go'.split(' '));
/** What a customer does who goes on writing: no offence by itself. */
const WRITING = new Set(
  'send write call message post ask email phone contact complain argue demand tweet reply ring text chase repeat behave talk speak treat'.split(
    ' ',
  ),
);
/** What is threatened. */
const CONSEQUENCE = new Set(
  'stop block close ignore ban report involve suspend refuse terminate delete end cancel compel force oblige remove hand bin discard prosecute sue'.split(
    ' ',
  ),
);
const MANNER = /^(?:manner|tone|way|fashion|vein|style|attitude|that|this|up)$/;

/** "If you don't like it, there are other shops", "if you keep on sending such mails, we will stop answering", "if you can do it better, by all means try". */
export function ultimatum(look: Look, clause: Clause): Span | undefined {
  if (clause.mood !== 'condition' || clause.subject?.actor !== 'customer' || clause.mention || !clause.verb) return undefined;
  const at = clause.link === 'if' && (leaves(look, clause) || outdone(look, clause) || threatens(look, clause));
  if (!at && !persists(look, clause)) return undefined;
  const sentence = look.language.sentences[clause.sentence];
  return { start: sentence.start, end: look.draft.words.end[sentence.to - 1] };
}

/** A condition of their discontent with the door held open. */
function leaves({ draft, language }: Look, clause: Clause): boolean {
  const { norm } = draft.words;
  let discontent = false;
  // "If you are unhappy with our prices, …": to the first comma, wherever the clause is cut.
  const { to } = language.sentences[clause.sentence];
  for (let k = clause.from; k < to && !(k > clause.from && draft.words.gap[k] & Gap.comma); k += 1)
    discontent ||= clause.negated
      ? /^(?:like|agree|want|accept|happy|satisfied)$/.test(norm[k])
      : /^(?:unhappy|dissatisfied)$/.test(norm[k]);
  if (!discontent) return false;
  const sentence = language.sentences[clause.sentence];
  for (let i = clause.to; i < sentence.to; i += 1)
    if (
      /^(?:elsewhere|door|leave)$/.test(norm[i]) ||
      ((norm[i] === 'somewhere' || norm[i] === 'someone' || norm[i] === 'somebody') && norm[i + 1] === 'else') ||
      (norm[i] === 'other' && /^(?:shops|hotels|companies|airlines|places|providers|stores|options)$/.test(norm[i + 1] ?? ''))
    )
      return true;
  return false;
}

/** "If you post that review, our lawyers will be in touch." */
function threatens({ draft, language }: Look, clause: Clause): boolean {
  if (!/^(?:post|publish|write|leave|say|share|repeat|spread|contact|complain|call|come)$/.test(clause.verb!.lemma)) return false;
  const { norm } = draft.words;
  for (let i = clause.to; i < language.sentences[clause.sentence].to; i += 1)
    if (/^(?:lawyer|lawyers|solicitor|solicitors|court|police|sue|defamation|libel)$/.test(norm[i]) && norm[i - 1] !== 'your') return true;
  return false;
}

/** "If you think another courier can do it better, by all means use them": somebody better, and leave to go to them. */
function outdone({ draft, language }: Look, clause: Clause): boolean {
  const { norm } = draft.words;
  const { from, to } = language.sentences[clause.sentence];
  if (!/^(?:think|believe|feel|reckon|know|find|can)$/.test(clause.verb!.modal === 'can' ? 'can' : clause.verb!.lemma)) return false;
  let better = false;
  for (let i = from; i < to; i += 1) {
    better ||=
      /^(?:cheaper|faster|quicker|elsewhere)$/.test(norm[i]) ||
      (norm[i] === 'better' && /\b(?:do|does|did|can|could)\b/.test(norm.slice(from, i).join(' ')));
    if (!better) continue;
    const said = `${norm[i]} ${norm[i + 1]} ${norm[i + 2]}`;
    if (/^(?:by all means|be my guest|be our guest|go ahead|good luck|feel free to)/.test(said) && norm[i + 3] !== 'contact') return true;
  }
  return false;
}

/** They go on writing or shouting, and something is done to them for it. */
function persists({ draft, language }: Look, clause: Clause): boolean {
  const { norm } = draft.words;
  if (!CARRY_ON.has(clause.verb!.lemma)) return false;
  const sentence = language.sentences[clause.sentence];
  const next = language.clauses[clause.index + 1];
  const goesOn = next?.sentence === clause.sentence && next.verb?.tense === 'none' ? next : undefined;
  if (goesOn && inList('hostile-conduct', norm[goesOn.verb!.main])) return true;
  const manner =
    (norm[clause.to - 2] === 'this' || norm[clause.to - 2] === 'that' || norm[clause.to - 2] === 'like') &&
    MANNER.test(norm[clause.to - 1]);
  if (!manner && !(goesOn && WRITING.has(goesOn.verb!.lemma))) return false;
  for (let k = (goesOn ?? clause).index + 1; k < sentence.endClause; k += 1) {
    const { verb, subject, negated } = language.clauses[k];
    if (verb && (CONSEQUENCE.has(verb.lemma) || (negated && subject?.actor === 'own'))) return true;
  }
  return false;
}
