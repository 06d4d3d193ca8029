import { wordSpan } from 'replylint/rule';
import type { Check, Clause, Fault, Look, Reading, Remark } from 'replylint/rule';
import { inActive } from './active.js';

/** A failure of ours with no owner in its sentence or beside it: a passive without an agent, or a fault noun that merely occurs. */
const check: Check = (look) => {
  const { draft, language } = look;
  const remarks: Remark[] = [];
  let last = -1;
  const report = ({ start, end, sentence, clause }: Found): void => {
    if (sentence === last || isOwned(look, sentence)) return;
    last = sentence;
    remarks.push({ span: { start, end }, ...(clause && { fixes: inActive(draft, clause, language.sentences[sentence].from) }) });
  };
  for (const found of [...passives(look), ...events(look)].sort((a, b) => a.start - b.start)) report(found);
  return remarks;
};

export default check;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** Of a passive. */
  readonly clause?: Clause;
}

function passives({ language }: Look): Found[] {
  return language.faults
    .filter((fault) => fault.asserted && (fault.actor === 'nobody' ? isOurs(language, fault) : isThingFailing(language, fault)))
    .map(({ start, end, sentence, clause }) => ({ start, end, sentence, clause: language.clauses[clause] }));
}

/** "The message failed to reach the right person": what we sent or wrote down is made the one that failed. */
function isThingFailing({ draft, clauses }: Reading, { actor, role, clause }: Fault): boolean {
  const { verb, subject, sentence } = clauses[clause];
  if (actor !== 'thing' || role !== 'subject' || verb?.lemma !== 'fail' || verb.tense !== 'past' || !subject) return false;
  const next = clauses[clause + 1];
  return (
    next?.sentence === sentence &&
    next.verb?.tense === 'none' &&
    /^(?:reach|arrive|go|get|come|transfer|save|register|update)$/.test(next.verb.lemma) &&
    /^(?:the|this|our|it)$/.test(draft.words.norm[subject.from])
  );
}

/** The failed duty is ours: not the customer's, a circumstance's or a carrier's; and no message of a program. */
function isOurs(language: Reading, fault: Fault): boolean {
  const clause = language.clauses[fault.clause];
  // "We told you it was 'never completed'": words held up to be looked at.
  const main = clause.verb && wordSpan(language.draft.words, clause.verb.main, clause.verb.main + 1);
  if (main && language.isMention(main)) return false;
  const { lemma } = clause.verb ?? { lemma: '' };
  if ((NOT_OURS.has(lemma) && !wrongObject(language, clause) && !isPaper(language, clause, 'miss')) || isReported(language, clause))
    return false;
  if (isLaidElsewhere(language, clause)) return false;
  // "Our job restarted, which is how they were charged a second time": the cause stands before it.
  if (/^(?:how|why)$/.test(clause.link ?? '')) return false;
  if (isConsequence(language, clause)) return false;
  if (isOughtNot(clause) || isHarmless(language, clause) || isInOwnTale(language, clause) || isNoFailure(language, clause)) return false;
  // "Our till hadn't been told about the sale": named as ours.
  if (clause.subject && /^our\b/i.test(language.draft.text.slice(clause.subject.start, clause.subject.end))) return false;
  const actor = clause.subject?.actor;
  if (actor === 'customer') return clause.verb?.lemma !== 'break' && clause.verb?.lemma !== 'delay';
  if (actor === 'circumstance' || actor === 'own') return false;
  return !EVENTS.has(clause.verb?.lemma ?? '') || wrongObject(language, clause) || isPaper(language, clause, 'lose');
}

/** "The note got lost", "a step was missed": parcels are lost on the way and flights by those who fly, but not what is written down or to be done. */
function isPaper({ draft }: Reading, { verb, subject }: Clause, lemma: string): boolean {
  if (verb?.lemma !== lemma || !subject) return false;
  return /^(?:note|notes|message|request|form|file|files|record|records|details|email|application|booking|query|instruction|instructions|change|paperwork|log|complaint|step|steps|check|checks)$/.test(
    draft.words.norm[subject.head],
  );
}

/** "You should never have been parted from it", "you should have been allowed in": what ought to be takes the customer's side. */
function isOughtNot({ verb, subject }: Clause): boolean {
  return (verb?.modal === 'should' || verb?.modal === 'ought') && (verb.negated || subject?.actor === 'customer');
}

/** "It was not activated because you did not register", "… because your bank had not confirmed it": somebody else is told to be the cause. */
function isLaidElsewhere(language: Reading, { index, sentence }: Clause): boolean {
  const cause = language.clauses[index + 1];
  if (cause?.sentence !== sentence || !/^(?:because|since|as)$/.test(cause.link ?? '') || !cause.subject) return false;
  if (/^(?:customer|third-party|circumstance)$/.test(cause.subject.actor)) return true;
  return /^your\b/i.test(language.draft.text.slice(cause.subject.start, cause.subject.end)) || cause.verb?.tense === 'present';
}

/** Words of a customer's own doing, and of what a thing is for, which a failure of ours would share. */
const THEIR_ACTS: ReadonlySet<string> = new Set(['sign', 'pay', 'claim', 'collect']);
const MADE_FOR: ReadonlySet<string> = new Set(['write', 'make', 'print', 'design', 'test', 'build', 'treat']);

/** "Orders that were not paid", "the form was not signed", "the parcel was not collected from the shop", "it was not written for children". */
function isNoFailure({ draft }: Reading, { verb, subject, link }: Clause): boolean {
  if (!verb?.negated || !subject) return false;
  const { norm } = draft.words;
  const general = /^(?:that|which|who)$/.test(link ?? '') && subject.from === subject.head && norm[subject.head].endsWith('s');
  const next = norm[verb.to] ?? '';
  if (verb.lemma === 'pay' && /^(?:bill|bills|invoice|invoices|fee|rent|instalment|deposit|balance|premium)$/.test(norm[subject.head]))
    return true;
  const theirs = THEIR_ACTS.has(verb.lemma) && (verb.lemma === 'sign' || verb.lemma === 'claim' || /^(?:from|at|within|in)$/.test(next));
  return general || theirs || (MADE_FOR.has(verb.lemma) && next === 'for');
}

/** "Nothing is lost, as rows above 2,048 were never written": why no harm was done. */
function isHarmless(language: Reading, { link, index, sentence, subject, verb }: Clause): boolean {
  if (subject && /^(?:nothing|none|nobody)\b/i.test(language.draft.text.slice(subject.start, subject.end))) return true;
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.negated || !before.verb || !verb) return false;
  return (
    /^(?:as|because|since)$/.test(link ?? '') || /,\s+(?:as|because|since)\s/.test(language.draft.text.slice(before.verb.end, verb.start))
  );
}

/** Verbs behind which we only report: what "we see that …" is nobody's doing still. */
const NOTICING: ReadonlySet<string> = new Set(
  'see find notice understand know realise hear learn read regret apologise confirm appreciate believe think say be have check note'.split(
    ' ',
  ),
);

/** "I took the size from the old drawing, so the worktop was cut too short": what came of what we are told to have done. */
function isConsequence({ clauses, draft }: Reading, { index, sentence, link, from }: Clause): boolean {
  if (link !== 'so' && !(link === 'and' && draft.words.norm[from + 1] === 'so')) return false;
  // "… without checking the new one, so …": the deed stands before what hangs on it.
  let k = index - 1;
  while (k > index - 4 && clauses[k]?.sentence === sentence && clauses[k].verb?.tense === 'none') k -= 1;
  const before = clauses[k];
  if (before?.sentence !== sentence || before.subject?.actor !== 'own' || !before.verb || before.verb.modal) return false;
  return (
    (before.verb.tense === 'past' || before.verb.tense === 'perfect') && before.verb.voice === 'active' && !NOTICING.has(before.verb.lemma)
  );
}

/** "We insisted that you had agreed to a cap | you'd never been shown": a part of what we are told to have done. */
function isInOwnTale(language: Reading, { subject, index, sentence }: Clause): boolean {
  if (subject?.actor !== 'customer') return false;
  for (let k = index - 1; k >= 0 && k > index - 4 && language.clauses[k].sentence === sentence; k -= 1) {
    const { verb, subject: doer, negated } = language.clauses[k];
    if (doer?.actor === 'own' && verb && (verb.tense === 'past' || verb.tense === 'perfect') && !negated) return !NOTICING.has(verb.lemma);
  }
  return false;
}

/** Things break, are lost or delayed on the way without anybody of ours in the sentence. */
const EVENTS: ReadonlySet<string> = new Set(
  'delay damage break crush dent scratch crack tear shut ruin deny reject bump lose cancel'.split(' '),
);

/** Passives of these tell of travellers, finders and the like, not of a duty of ours. */
const NOT_OURS: ReadonlySet<string> = new Set(['turn', 'take', 'miss', 'get', 'help', 'pick', 'keep']);

/** What we hope, fear or were sorry to hear is no statement of ours; "not yet" has not failed. */
function isReported(language: Reading, clause: Clause): boolean {
  if (language.apologies.some((apology) => apology.kind === 'hearing' && apology.start <= clause.start && clause.end <= apology.end))
    return true;
  const before = language.clauses[clause.index - 1];
  if (before && before.sentence === clause.sentence && /^(?:hope|trust|sound|hear|see)$/.test(before.verb?.lemma ?? '')) return true;
  return /\byet\b|\bif\b/i.test(language.draft.text.slice(clause.start, clause.end));
}

function wrongObject(language: Reading, clause: Clause): boolean {
  const text = language.draft.text.slice(clause.start, clause.end);
  return /\b(?:wrong|wrongly|incorrect|incorrectly|mistakenly|accidentally|erroneously|inadvertently|in error|by (?:mistake|accident|error)|twice|in our|duplicate|instead of|rather than|into (?:account|consideration)|without (?:any |prior )?(?:notice|warning|explanation|consent)|insufficient|inadequate)\b/i.test(
    text,
  );
}

function events({ draft, hits, language }: Look): Found[] {
  const found: Found[] = [];
  for (const hit of hits) {
    if (hit.tag !== 'event' && hit.tag !== 'cause') continue;
    const sentence = language.sentenceAt(hit.span.start);
    const clause = language.clauseAt(hit.from);
    const { norm } = draft.words;
    if (!sentence || !clause || sentence.question || clause.mood !== 'statement' || language.isMention(hit.span)) continue;
    // "Perhaps the tag has come off": a guess; "nothing was done about it" is negated, and a failure.
    if (/^(?:perhaps|maybe|possibly)$/.test(norm[sentence.from]) || (clause.negated && norm[hit.from] !== 'nothing')) continue;
    if (hit.tag === 'cause') {
      // "Due to an error the sofa was ordered in grey": whoever is named behind it has made it.
      if (clause.verb?.voice === 'passive' && !/^(?:by|of|on|in|from)$/.test(draft.words.norm[hit.to] ?? ''))
        found.push({ start: clause.start, end: clause.end, sentence: sentence.index });
      continue;
    }
    // A capital at the start makes a name of "Damage".
    if (clause.subject && clause.subject.actor !== 'thing' && clause.subject.start < hit.span.start) continue;
    // "Mistakes happen" is a saying, which `minimising-language` judges.
    if (/^\p{L}+ (?:do |can |will |sometimes )?(?:happen|occur|arise)$/iu.test(draft.text.slice(hit.span.start, hit.span.end))) continue;
    if (
      clause.verb &&
      (clause.verb.modal || ((clause.verb.tense === 'present' || clause.verb.tense === 'none') && !hasBeen(draft, clause)))
    )
      continue;
    if (language.apologies.some((apology) => apology.start <= hit.span.start && hit.span.end <= apology.end)) continue;
    found.push({ start: clause.start, end: clause.end, sentence: sentence.index });
  }
  return found;
}

/** "There appears to have been a misunderstanding." */
function hasBeen(draft: Look['draft'], { verb }: Clause): boolean {
  const { norm } = draft.words;
  return verb!.tense === 'none' && norm[verb!.from] === 'to' && norm[verb!.from + 1] === 'have';
}

/** Whoever is made the author of it: the fault has somebody in it, and `blame-shifting` tells who. */
const AUTHORS: ReadonlySet<string> = new Set(['colleague', 'department', 'third-party']);

/** We or I own it next door, or its sentence names a culprit: an own fault, an apology of ours for it, or "our mistake". */
function isOwned({ hits, language }: Look, sentence: number): boolean {
  const { paragraph } = language.sentences[sentence];
  const near = (other: number): boolean =>
    other >= 0 && Math.abs(other - sentence) <= 1 && language.sentences[other].paragraph === paragraph;
  if (language.faults.some((fault) => fault.actor === 'own' && fault.asserted && near(fault.sentence))) return true;
  // "Two labels were swapped. One customer has your street. This was our mistake": whose it was is said a little later.
  const taken = (fault: Fault): boolean => fault.actor === 'own' && fault.role === 'possessor' && fault.asserted;
  if (language.faults.some((fault) => taken(fault) && fault.sentence > sentence && fault.sentence <= sentence + 4)) return true;
  if (hits.some(({ tag, span }) => tag === 'owned' && near(language.sentenceAt(span.start)?.index ?? -9) && !language.isMention(span)))
    return true;
  if (language.faults.some((fault) => fault.sentence === sentence && fault.asserted && AUTHORS.has(fault.actor))) return true;
  // "Two digits were swapped when we typed it in."
  const { firstClause, endClause } = language.sentences[sentence];
  if (
    language.clauses
      .slice(firstClause, endClause)
      .some(
        ({ link, subject, verb }) =>
          subject?.actor === 'own' && verb?.tense === 'past' && /^(?:when|while|as|after|because)$/.test(link ?? ''),
      )
  )
    return true;
  return language.apologies.some(
    (apology) =>
      !apology.mention &&
      near(apology.sentence) &&
      apology.kind === 'own-act' &&
      ownAgent(language, apology.start, apology.end, sentence, apology.sentence),
  );
}

/** An apology owns the failure when it has we or our in its complement, or when the failure itself is its complement. */
function ownAgent(language: Reading, start: number, end: number, sentence: number, apologySentence: number): boolean {
  if (sentence === apologySentence) return true;
  return /\b(?:we|our|us)\b/i.test(language.draft.text.slice(start + 4, end));
}
