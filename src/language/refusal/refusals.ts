import { inList } from '../../lexicon/index.js';
import { CLAIMS, isBenefit, isTheirs } from './benefits.js';
import {
  DECIDERS,
  DECLINED,
  OWN,
  RESOLVED,
  UNWILLING,
  decidedAgainst,
  declines,
  hasNoPlans,
  impossible,
  isAbout,
  isAtTimes,
  isBarred,
  isBlocked,
  isDenial,
  isKeptFrom,
  isUnpaid,
  thereIsNo,
  unwilling,
  withholds,
} from './denials.js';
import { deniesDeed } from './deeds.js';
import { bareNo, refusedByForm } from './forms.js';
import { standsFirm } from './stands.js';
import { isPlainNo } from './plain.js';
import { refusesRequest } from './refused-requests.js';
import { isPolicyBound } from './policies.js';
import { reasonFor, runsOn } from './reasons.js';
import { refusalTold } from './told.js';
import { isBenefitNoun, isVerdictAgainst } from './verdicts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Refusal, Sentence } from '../reading.js';

/** Benefits that we refuse, and the reason given: in the sentence itself, else in the one before or after it. */
export function readRefusals(reading: LazyReading): readonly Refusal[] {
  const found: Refusal[] = [];
  let empathic: ReadonlySet<number> | undefined;
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body' || sentence.question) continue;
    const refused = refusedIn(reading, sentence);
    if (!refused) continue;
    const { clause, start, end, policyBound } = refused;
    empathic ??= sentencesOfEmpathy(reading);
    found.push({
      start,
      end,
      clause: clause.index,
      sentence: sentence.index,
      lemma: clause.verb?.lemma ?? 'be',
      reason: reasonFor(reading, sentence, clause, policyBound, empathic),
    });
  }
  return found;
}

/** Sentences whose sense is empathy: it begins in their first half, not at the end, as in "it is healthy, …, or is damaging a building". */
function sentencesOfEmpathy({ empathy, sentences, grammar }: LazyReading): ReadonlySet<number> {
  const middle = (index: number): number => (sentences[index].start + sentences[index].end) / 2;
  // "Eleven minutes in the rain and then a fine: I can see how galling that is": of what stands before the colon.
  const sums = (sentence: number, start: number): boolean => grammar.text.slice(sentences[sentence].start, start).includes(':');
  return new Set(
    empathy.filter(({ sentence, start }) => start < middle(sentence) || sums(sentence, start)).map(({ sentence }) => sentence),
  );
}

interface Refused {
  readonly clause: Clause;
  readonly start: number;
  readonly end: number;
  readonly policyBound: boolean;
}

/** The first refusal of a sentence: by what its clauses say, else by what the customer asked for. */
function refusedIn(reading: LazyReading, sentence: Sentence): Refused | undefined {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!isSaid(clause)) continue;
    const bare = clause.index === sentence.firstClause ? bareNo(reading, sentence) : undefined;
    if (bare !== undefined) return { clause, start: sentence.start, end: bare, policyBound: false };
    if (!clause.verb) continue;
    const policyBound = isPolicyBound(reading, clause);
    const end = policyBound ? clause.end : refusedUpTo(reading, sentence, clause);
    if (end !== undefined) return { clause, start: startOf(reading, clause), end, policyBound };
  }
  const at = refusalTold(reading, sentence);
  const told = at === undefined ? undefined : reading.clauseAt(at);
  if (told) return { clause: told, start: startOfTold(reading, told), end: endOf(reading, told), policyBound: false };
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (isSaid(clause) && clause.verb && saysNoTo(reading, sentence, clause))
      return { clause, start: startOf(reading, clause), end: endOf(reading, clause), policyBound: false };
  }
  return undefined;
}

function saysNoTo(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  return refusesRequest(reading, sentence, clause) || deniesDeed(reading, sentence, clause) || isPlainNo(reading, sentence, clause);
}

function isSaid({ mention, mood }: Clause): boolean {
  return !mention && mood === 'statement';
}

function startOf(reading: LazyReading, clause: Clause): number {
  const { from, subject, verb, index } = clause;
  const { start } = reading.grammar.words;
  if (isAbout(reading, clause)) return reading.clauses[index - 1].start;
  return start[subject && subject.from >= from && subject.from < verb!.from ? subject.from : verb!.from];
}

/** Where the words of a refusal end; undefined when the clause refuses nothing. */
function refusedUpTo(reading: LazyReading, sentence: Sentence, clause: Clause): number | undefined {
  const { verb, subject } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.tense === 'none' || mendsNoMore(reading, sentence, clause) || waitsOnCustomer(reading, clause) || isAtTimes(reading, clause))
    return undefined;
  if (DECLINED.has(verb!.lemma) && verb!.voice === 'passive' && !verb!.negated)
    return subject && CLAIMS.at(words, subject.head) && !byTheirs(norm, verb!.to, sentence.to) ? clause.end : undefined;
  if (norm[clause.from] === 'there' || (subject && norm[subject.from] === 'there')) return thereIsNo(reading, clause);
  const nothing = subject !== undefined && norm[subject.from] === 'no' && isBenefitNoun(norm[subject.head]);
  if (nothing) return verb!.tense !== 'past' && verb!.tense !== 'perfect' ? clause.end : undefined;
  const byForm = refusedByForm(reading, clause, sentence);
  if (byForm !== undefined) return byForm;
  if (RESOLVED.has(verb!.lemma) && OWN.has(subject?.actor ?? '')) return decidedAgainst(reading, clause);
  if (isVerdictAgainst(reading, clause, sentence)) return clause.end;
  if (declines(reading, clause) || hasNoPlans(reading, clause)) return clause.end;
  if (norm[verb!.to] === 'unwilling' && verb!.lemma === 'be' && !verb!.negated) return unwilling(reading, clause);
  // "Returning it is out of the question."
  if (verb!.lemma === 'be' && norm[verb!.to] === 'out' && norm[verb!.to + 3] === 'question' && !verb!.negated)
    return isAbout(reading, clause) || (subject && isBenefitNoun(norm[subject.head])) ? clause.end : undefined;
  const firm = standsFirm(reading, sentence, clause);
  if (firm !== undefined) return firm;
  if (!verb!.negated) return undefined;
  if (isBlocked(reading, clause) || isKeptFrom(reading, clause) || isBarred(reading, clause, sentence)) return clause.end;
  if (verb!.lemma === 'qualify') return isTheirs(norm, clause) ? clause.end : undefined;
  if (UNWILLING.at(words, verb!.main)) return unwilling(reading, clause) ?? (isAbout(reading, clause) ? clause.end : undefined);
  if (verb!.tense === 'present' && verb!.modal === undefined && verb!.lemma !== 'be') return withholds(reading, clause);
  if (verb!.lemma === 'be') return impossible(reading, sentence, clause);
  if (subject?.actor === 'customer') return isUnpaid(clause) ? clause.end : undefined;
  if (subject && DECIDERS.at(words, subject.head)) return /^(?:approve|grant|uphold|accept)$/.test(verb!.lemma) ? clause.end : undefined;
  if (isOfOneWay(norm, verb!.to)) return undefined;
  // "Your request could not be accepted": told as what came of it.
  if (verb!.modal === 'could' && verb!.voice === 'passive' && /^(?:accept|approve|grant|entertain|honour)$/.test(verb!.lemma))
    return subject && CLAIMS.at(words, subject.head) && !byTheirs(norm, verb!.to, sentence.to) ? clause.end : undefined;
  if (!isDenial(reading, clause) || !inList('benefit-verbs', verb!.lemma) || !isBenefit(reading, clause)) return undefined;
  if (verb!.voice === 'passive') return subject?.actor === 'thing' ? clause.end : undefined;
  return subject === undefined || OWN.has(subject.actor) ? clause.end : undefined;
}

/** Where the words of a no begin: with the doing that it is about, "painting the gate is beyond", or with what it runs on from. */
function startOfTold(reading: LazyReading, clause: Clause): number {
  let first = clause;
  for (let before = reading.clauses[clause.index - 1]; before?.sentence === clause.sentence; before = reading.clauses[first.index - 1]) {
    // "I'm afraid …" leads up to it.
    if (before.verb?.tense !== 'none' && (before.subject?.actor === 'own' || !runsOn(reading, before))) break;
    first = before;
  }
  const { norm, start } = reading.grammar.words;
  return /^(?:and|but|however)$/.test(norm[first.from]) ? start[first.from + 1] : first.start;
}

/** A no that is completed by the clause behind it: "beyond what we do", "no way to move it". */
function endOf(reading: LazyReading, clause: Clause): number {
  let last = clause;
  while (runsOn(reading, last) || isCompleted(reading, last)) last = reading.clauses[last.index + 1];
  return last.end;
}

/** "is more than we can cut", "is not how we work" */
function isCompleted({ clauses, grammar }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  return next?.sentence === sentence && /^(?:than|what|how)$/.test(next.link ?? '') && grammar.words.gap[next.from] === 0;
}

/** "We're not going to repair it a second time. You get a new one": patching is what is refused, for something better. */
function mendsNoMore({ grammar: { words }, sentences }: LazyReading, { index, to }: Sentence, { verb }: Clause): boolean {
  if (!verb!.negated || !/^(?:repair|mend|patch|fix|glue|send|clean|sew|weld|solder|reset|try)$/.test(verb!.lemma)) return false;
  const { norm } = words;
  const anew = norm.slice(verb!.to, Math.min(to, verb!.to + 8));
  if (!anew.some((word, k) => /^(?:again|another)$/.test(word) || (/^(?:second|third|fourth|fifth)$/.test(word) && anew[k + 1] === 'time')))
    return false;
  const end = Math.min(sentences[index + 1]?.to ?? to, verb!.to + 40);
  return norm.slice(verb!.to, end).some((word) => /^(?:new|replacement|replace|replaced|refund|refunded)$/.test(word));
}

/** "Your card was declined by your bank": not ours to grant. */
function byTheirs(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 1 < Math.min(to, from + 4); i += 1) if (norm[i] === 'by' && !/^(?:us|our|the)$/.test(norm[i + 1])) return true;
  return false;
}

/** "Loans cannot be extended online": one way is closed, and others are open. */
function isOfOneWay(norm: readonly string[], at: number): boolean {
  for (let i = at; i < at + 4; i += 1)
    if (
      /^(?:online|yourself|via)$/.test(norm[i] ?? '') ||
      (/^(?:by|over)$/.test(norm[i] ?? '') && /^(?:phone|email|e|mail|the)$/.test(norm[i + 1] ?? ''))
    )
      return true;
  return false;
}

/** "I won't cancel anything until you say so": the customer decides. */
function waitsOnCustomer(reading: LazyReading, { index, sentence }: Clause): boolean {
  const next = reading.clauses[index + 1];
  return next !== undefined && next.sentence === sentence && (next.link === 'until' || next.link === 'unless' || next.link === 'till');
}
