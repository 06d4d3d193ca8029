import { slice } from 'replylint/rule';
import type { Clause, Look, Sentence, Span } from 'replylint/rule';
import { isForecast, maybesIn, type Maybe } from './maybes.js';
import { setbackIn } from './setbacks.js';

/** Subjects that mean what was spoken of last. */
const THIS = new Set('it that this they these those there one which then he she'.split(' '));
/** How things are with others, or now and then. */
const IN_GENERAL = new Set(
  'some many most older other others occasionally sometimes occasional usually often generally customs traffic weather'.split(' '),
);
/** A length of time to plan by. */
const MEASURED =
  /\bup to\b|\bno (?:longer|more) than\b|\bwithin\b|\bfor (?:an?|one|two|three|half|\d+) (?:minute|hour|day|moment|half|few)/iu;
/** Questions about when a thing is to be: a maybe about it is news. */
const WHEN = /\b(?:when|how (?:long|soon|late|many|much)|what (?:time|date|day|are my)|news|update|status|where (?:is|are|'s))\b/iu;
const YES = /^(?:yes|yep|yeah|sure|certainly|absolutely|indeed|of course|no problem|with pleasure|gladly|no|done|good news)\b/iu;

/**
 * What the customer asked for or is waiting for, told as bad news in the mood of perhaps: a maybe and a setback in one sentence about a thing of theirs. No list of
 * things could know which; their own words do, so without them nothing is found here.
 */
export function hedgedAnswers(look: Look): readonly Span[] {
  const { language, draft } = look;
  if (!draft.customer || language.kind.value === 'thanks' || !awaitsNews(look)) return [];
  return language.body.flatMap((sentence) => {
    if (sentence.question || isAnswered(look, sentence) || isProvidedFor(look, sentence)) return [];
    const maybes = maybesIn(look, sentence);
    return maybes.length > 0 ? hedgedIn(look, sentence, maybes) : [];
  });
}

/** Whether the customer waits for a yes or a day: somebody who asks which or how is advised, not refused. */
export function awaitsNews({ language, draft }: Look): boolean {
  const { questions } = language;
  if (questions.length === 0) return language.kind.value !== 'unknown';
  return questions.some((question) => question.kind !== 'wh' || WHEN.test(slice(draft.customer!.text, question)));
}

/** "Yes. You may want …", "It is. It may be slow on old ones": what is said behind an answer adds to it. */
function isAnswered({ language, draft }: Look, { index, start, end }: Sentence): boolean {
  if (YES.test(draft.text.slice(start, end))) return true;
  const before = language.sentences[index - 1];
  if (before?.role !== 'body') return false;
  if (YES.test(draft.text.slice(before.start, before.end))) return true;
  const clause = language.clauses[before.firstClause];
  return before.to - before.from <= 3 && clause?.subject !== undefined && clause.verb !== undefined;
}

/** "… so I've put one aside", "if the branch is shut", "…, but Monday is certain". */
function isProvidedFor({ language, draft }: Look, { firstClause, endClause, start, end }: Sentence): boolean {
  if (/\bso (?:please|do|keep|stay|take|bring)\b/iu.test(draft.text.slice(start, end))) return true;
  for (let k = firstClause; k < endClause; k += 1) {
    const { link, mood, subject, verb, negated } = language.clauses[k];
    if (mood === 'condition' && /^(?:if|when|unless|once|whenever)$/.test(link ?? '')) return true;
    if (link === 'so' && mood === 'imperative' && !negated) return true;
    if (link === 'so' && subject?.actor === 'own' && verb && !negated && verb.modal !== 'can' && verb.tense !== 'none')
      return !/^(?:see|know|hope)$/.test(verb.lemma);
  }
  return false;
}

function hedgedIn(look: Look, sentence: Sentence, maybes: readonly Maybe[]): Span[] {
  const { language, draft } = look;
  const { norm, start, end } = draft.words;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = language.clauses[k];
    if (clause.mention || isAside(look, clause)) continue;
    const at = setbackIn(look, clause, clause.from - 1);
    if (at === undefined) continue;
    const lead = leading(look, sentence, clause, at, maybes);
    if (!(lead.length > 0 || isTrailed(at, maybes))) continue;
    if (!concerns(look, sentence, clause, at) || !isOpen(norm, at, clause, lead, maybes)) continue;
    const first = Math.max(sentence.from, Math.min(clause.from, ...lead.map(({ from }) => language.clauseAt(from)?.from ?? from)));
    return [{ start: start[first], end: Math.max(clause.end, end[at]) }];
  }
  return [];
}

/** Verbs behind which it is told what may be: "it may be that", "I suspect", "you may find that". */
const TELLING =
  /^(?:be|seem|look|appear|sound|have|find|suspect|guess|suppose|imagine|reckon|fear|fancy|presume|say|think|feel|bet|expect|incline|dare)$/;

/** "It may be that", "there is a chance that": not "there may be a reason that", nor "it may appear to be". */
function leadsUp(norm: readonly string[], { verb, subject, to }: Clause): boolean {
  if (!verb) return true;
  if (!TELLING.test(verb.lemma) || (/^(?:seem|appear|look)$/.test(verb.lemma) && /^(?:may|might|could)$/.test(verb.modal ?? '')))
    return false;
  if (verb.lemma !== 'be' || norm[subject?.from ?? -1] !== 'there') return true;
  return norm.slice(verb.to, to).some((word) => /^(?:chances?|possibility|risk|danger|likelihood|hope|doubt)$/.test(word));
}

/** A clause that says which, why or although, and none that tells. */
function isAside({ language }: Look, { link, index, sentence }: Clause): boolean {
  const before = language.clauses[index - 1];
  if (link === undefined || before?.sentence !== sentence) return false;
  if (/^(?:because|since|although|though|while|who|whose|which|where|as)$/.test(link)) return true;
  if (link === 'that') return !TELLING.test(before.verb?.lemma ?? '');
  return link === 'or' && /^(?:who|which|that)$/.test(before.link ?? '');
}

/** The maybes that reach a clause: its own, those of the clause that leads up to it, those that trail behind it. */
function leading({ language, draft }: Look, sentence: Sentence, clause: Clause, at: number, maybes: readonly Maybe[]): readonly Maybe[] {
  const before = language.clauses[clause.index - 1];
  const leads =
    before !== undefined &&
    before.sentence === sentence.index &&
    leadsUp(draft.words.norm, before) &&
    (clause.link === undefined || clause.link === 'that' || clause.link === 'if' || clause.link === 'whether');
  return maybes.filter(({ from, trailing, kind }) => {
    if (trailing) return from >= clause.from;
    if (from >= clause.from && from < Math.max(at, clause.to)) return clause.verb?.tense !== 'past';
    return leads && from >= before.from && from < before.to && (kind === 'doubt' || before.to - from <= 3);
  });
}

function isTrailed(at: number, maybes: readonly Maybe[]): boolean {
  return maybes.some(({ trailing, from }) => trailing && from > at);
}

/** Whether the maybes leave the setback open: a doubt does; what only seems so does of what is yet to be seen. */
function isOpen(norm: readonly string[], at: number, clause: Clause, lead: readonly Maybe[], all: readonly Maybe[]): boolean {
  const before = lead.filter(({ from, trailing }) => from < at && !trailing);
  if (before.some(({ kind, from }) => kind === 'doubt' && (from < clause.from || !isBroken(norm, from, at)))) return true;
  // "would seem to be somewhat delayed"
  if (
    before.length > 1 &&
    before.some(({ from }) => /^(?:seem|appear|look)/.test(norm[from])) &&
    before.some(({ from }) => !/^(?:seem|appear|look|sound)/.test(norm[from]))
  )
    return true;
  if (isTrailed(at, all)) return true;
  if (clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect') return false;
  return lead.length > 0 && isForecast(norm[at]);
}

/** Between a modal and what it governs stands no other finite verb. */
function isBroken(norm: readonly string[], maybe: number, at: number): boolean {
  if (!/^(?:may|might|could)$/.test(norm[maybe])) return false;
  for (let i = maybe + 1; i < at; i += 1) if (/^(?:is|are|was|were|has|had|will|can|would|should|did|do|does)$/.test(norm[i])) return true;
  return false;
}

/** Those whose yes is wanted. */
const DECIDERS = new Set(
  'landlord landlady owner owners council committee board bank manager management boss director directors trustees insurer insurers underwriters head governors chef surgeon doctor consultant vet teacher tutor captain driver drivers crew judge jury panel host hosts organisers organizers publisher author venue airline maker manufacturer supplier suppliers warehouse courier ushers staff neighbours freeholder lender sponsor sponsors dean registrar office ministry embassy consulate authorities police regulator vicar verger priest rector parish choir band team couple family organiser organizer caretaker trustee senate parents seller buyer somebody someone nobody'.split(
    ' ',
  ),
);

/** Whether the clause is about what the customer wrote of, or about us and those who decide. */
function concerns(look: Look, sentence: Sentence, clause: Clause, at: number): boolean {
  const { language, draft } = look;
  const { norm } = draft.words;
  for (let i = sentence.from; i < (clause.verb?.to ?? clause.to); i += 1) if (IN_GENERAL.has(norm[i])) return false;
  if (MEASURED.test(draft.text.slice(sentence.start, sentence.end))) return false;
  if (/\b(?:sorry (?:that|to hear|if|for)|apologi[sz]e)\b/iu.test(draft.text.slice(sentence.start, sentence.end))) return false;
  const { subject, verb } = clause;
  if (subject?.actor === 'customer') return isBefallen(norm, clause, at);
  // "a model of 2018, fitted by us, could lose its readings": whose it is stands too far off.
  if (!subject && clause.index > sentence.firstClause && norm[verb?.from ?? -1] === 'could') return false;
  // "A meter of that age could lose its readings": how such things are.
  if (/^an?$/.test(norm[subject?.from ?? -1] ?? '') && norm[verb?.from ?? -1] === 'could' && verb?.lemma !== 'be') return false;
  if (!subject || THIS.has(norm[subject.from]) || language.takesUp(subject.from, subject.to)) return true;
  if (subject.actor !== 'thing' && subject.actor !== 'circumstance') return true;
  if (DECIDERS.has(norm[subject.head]) || /^(?:our|my)$/.test(norm[subject.from])) return true;
  if (/^(?:the|your)$/.test(norm[subject.from]) && language.kind.value !== 'question') return true;
  return (
    language.takesUp(sentence.from, sentence.to) ||
    (/^(?:the|our|my|somebody|someone)$/.test(norm[subject.from]) && /^(?:it|them|that)$/.test(norm[verb?.to ?? -1] ?? ''))
  );
}

/** "You might be disappointed", "you may not get it": what is no permission of ours. */
function isBefallen(norm: readonly string[], { verb, negated }: Clause, at: number): boolean {
  if (!verb) return false;
  if (negated) return /^(?:get|receive|qualify|see|have|manage|find)$/.test(verb.lemma) && norm[verb.to] !== 'to';
  return (
    /^(?:miss|lose|struggle|end|look|fly)$/.test(verb.lemma) ||
    /^(?:disappointed|disappointment|stuck|stranded|out|unlucky|late)$/.test(norm[at]) ||
    (/^(?:see|face|find|experience|notice|have|get|meet)$/.test(verb.lemma) && at > verb.main)
  );
}
