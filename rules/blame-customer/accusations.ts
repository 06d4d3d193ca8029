import { hasWord, inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { hedged, ofOurs, regretted, softened } from './excuses.js';
import { mishandled } from './mishandling.js';
import { absent, comesLate, explainsFailure, isExtra } from './reasons.js';
import { isDuty, owed, reproaches, shouldHaves } from './should-have.js';
import { hasBaseForm, hasWrong, isSloppy, isThanks, letsSlip, losesTheirOwn, missesTheirOwn } from './slips.js';

/** Verbs whose past is their base form. */
const SAME_PAST = new Set('put set cut read hit shut let'.split(' '));

/** "You" as the subject of the failure: with their slip, with what they left undone, or with a duty that they are held to. */
export function accuses(look: Look, clause: Clause): Span | undefined {
  return isAccused(look, clause) ? stretchOf(look, clause) : undefined;
}

function isAccused(look: Look, clause: Clause): boolean {
  const { verb, subject } = clause;
  if (!verb || subject?.actor !== 'customer' || verb.voice === 'passive' || clause.mention || look.language.isMention(verb)) return false;
  const { norm } = look.draft.words;
  if (norm[subject.from] !== 'you' && norm[subject.from] !== 'u') return false;
  if (clause.mood === 'counterfactual') return reproaches(look, clause);
  if (clause.mood === 'condition') return shouldHaves(look, clause);
  if (clause.mood !== 'statement') return false;
  if (isUnsaid(look, clause) || hedged(look, clause) || softened(look, clause) || regretted(look, clause)) return false;
  return verb.modal ? isDuty(norm, clause) : owed(norm, clause) || misdid(look, clause);
}

/** "We don't say that you forgot", "a scratch isn't what you should have been looking at". */
function isUnsaid({ language }: Look, { index, sentence, link }: Clause): boolean {
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.negated) return false;
  const lemma = before.verb?.lemma ?? '';
  return /^(?:say|think|mean|suggest|imply|claim|believe)$/.test(lemma) || (lemma === 'be' && link === 'what');
}

/** "You forgot to sign", "you did not check", "you typed the wrong postcode", "it failed because you left early": what they did, or left undone. */
function misdid(look: Look, clause: Clause): boolean {
  const { norm } = look.draft.words;
  const verb = clause.verb!;
  // "You forgot nothing."
  if (clause.negated && !verb.negated) return false;
  if (verb.lemma === 'let' && (clause.link === 'because' || clause.link === 'since' || clause.link === 'as'))
    return letsSlip(norm, look, clause);
  if (norm[verb.main] === 'misread' && !verb.negated) return !ofOurs(look, clause);
  if (verb.tense === 'present' && SAME_PAST.has(norm[verb.main]) && !verb.negated) return hasWrong(norm, verb.to, clause.to);
  if (verb.tense !== 'past' && verb.tense !== 'perfect') return false;
  if (!verb.negated && comesLate(look, clause)) return !ofOurs(look, clause);
  if (mishandled(look, clause)) return !ofOurs(look, clause);
  if (verb.lemma === 'be') return absent(look, clause);
  if (verb.lemma === 'have') return hasBaseForm(norm, clause);
  if (verb.negated && isExtra(look, clause)) return false;
  if (verb.negated)
    return norm[verb.from - 1] !== 'need' && ((inList('customer-duties', verb.lemma) && !isThanks(norm, clause)) || isSloppy(norm, clause));
  if (inList('customer-controls', verb.lemma) && hasWord(norm, verb.to, clause.to, 'instead') && norm[clause.to - 1] !== 'instead')
    return !ofOurs(look, clause);
  if (verb.lemma === 'forget' || verb.lemma === 'lose') return losesTheirOwn(norm, clause) && !ofOurs(look, clause);
  if (verb.lemma === 'break' && /^(?:record|ice|tie|deadlock|news)$/.test(norm[verb.to + 1] ?? '')) return false;
  if (inList('customer-slips', verb.lemma)) return !ofOurs(look, clause);
  if (verb.lemma === 'miss') return missesTheirOwn(norm, clause) && !ofOurs(look, clause);
  if (inList('customer-controls', verb.lemma) && hasWrong(norm, verb.to, clause.to)) return true;
  return (clause.link === 'because' || clause.link === 'since') && inList('customer-controls', verb.lemma) && explainsFailure(look, clause);
}

/** From the subject to the end of its clause and of the infinitives and participles that hang on it, without a sign at the end. */
function stretchOf({ language }: Look, clause: Clause): Span {
  let last = clause;
  for (let next = language.clauses[clause.index + 1]; next?.sentence === clause.sentence && next.verb?.tense === 'none' && !next.link;) {
    last = next;
    next = language.clauses[next.index + 1];
  }
  const start =
    clause.mood === 'counterfactual' || clause.link === 'because'
      ? clause.start
      : Math.max(clause.start, Math.min(clause.subject!.start, clause.verb!.start));
  return { start, end: last.end };
}
