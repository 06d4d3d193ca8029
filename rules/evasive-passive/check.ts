import { wordSpan } from 'replylint/rule';
import type { Check, Clause, Fault, Look, Reading, Remark } from 'replylint/rule';
import { inActive } from './active.js';
import { isNoFailure, isReported, isTheirsToDo } from './no-failure.js';

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
  // "Our job restarted, which is how they were charged a second time": the cause stands before it.
  if (/^(?:how|why)$/.test(clause.link ?? '')) return false;
  if (isTheirsToDo(language, clause) || isNoFailure(language, clause)) return false;
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

/** Things break, are lost or delayed on the way without anybody of ours in the sentence. */
const EVENTS: ReadonlySet<string> = new Set(
  'delay damage break crush dent scratch crack tear shut ruin deny reject bump lose cancel flood freeze strike'.split(' '),
);

/** Passives of these tell of travellers, finders and the like, not of a duty of ours. */
const NOT_OURS: ReadonlySet<string> = new Set(['turn', 'take', 'miss', 'get', 'help', 'pick', 'keep']);

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
      (apology.kind === 'own-act'
        ? ownAgent(language, apology.start, apology.end, sentence, apology.sentence)
        : apology.kind === 'bare' && isAmongUs(language, sentence)),
  );
}

/** An apology owns the failure when it has we or our in its complement, or when the failure itself is its complement. */
function ownAgent(language: Reading, start: number, end: number, sentence: number, apologySentence: number): boolean {
  if (sentence === apologySentence) return true;
  return /\b(?:we|our|us)\b/i.test(language.draft.text.slice(start + 4, end));
}

/** "The cards were swapped on our table. I'm sorry": where it was done tells by whom. */
function isAmongUs({ draft, sentences }: Reading, sentence: number): boolean {
  const { from, to } = sentences[sentence];
  const { norm } = draft.words;
  for (let i = from; i + 1 < to; i += 1) if (norm[i + 1] === 'our' && /^(?:in|on|at|by|from)$/.test(norm[i])) return true;
  return false;
}
