import { inList, listed, wordClass } from '../../lexicon/index.js';
import { append } from '../../text/append.js';
import { PERSONS, STAFF } from '../grammar/actors.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import { wordsAre } from '../window.js';
import { fault } from './fault-of.js';
import { lacksKnowledge } from './conduct.js';
import { failsToAct } from './failing.js';
import { BLAMED, nounFaults } from './fault-nouns.js';
import { isManner } from './passive-faults.js';
import { shirks } from './shirking.js';
import type { LazyReading } from '../index.js';
import type { Clause, Fault, NounPhrase, Sentence } from '../reading.js';

const GIVEN_NAMES = listed('given-names');

/** Words of us: who says them speaks of no stranger. */
const OURSELVES = wordClass('we us our ours i me my mine here');
/** What nobody is thanked for. */
const UNDOING = new Set('cancel remove delete cut refuse close block charge withdraw'.split(' '));
const CUSTOMERS = wordClass('customer customers guest guests member members patient patients passenger passengers everyone everybody');
/** What customers are owed. */
const WORD = wordClass('call answer reply letter email mail text message word notice warning update refund apology ring explanation');

/**
 * Failures that the draft tells of, and who is made their author (RULES §1.4): the subject of a fault verb or of a duty not done, the possessor of a fault
 * noun, a by-phrase, a cause (`due to`), a cleft (`it was X who`) or a disclaimer (`it wasn't us, it was X`).
 */
export function readFaults(reading: LazyReading): readonly Fault[] {
  const { grammar } = reading;
  const faults: Fault[] = [];
  for (const sentence of grammar.sentences) {
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = grammar.clauses[k];
      const found = verbFault(reading, sentence, clause) ?? cleftFault(reading, sentence, clause);
      if (found) faults.push(found);
    }
    append(faults, nounFaults(reading, sentence, faults));
  }
  return faults;
}

function verbFault(reading: LazyReading, sentence: Sentence, clause: Clause): Fault | undefined {
  const { verb, subject } = clause;
  const shirkers = verb && subject && verb.tense === 'past' && nobodyOf(reading, sentence, subject);
  if (shirkers && (inList('duty-verbs', verb.lemma) || /^(?:bother|think|notice|ask|care)$/.test(verb.lemma)))
    return fault(reading, sentence, clause, shirkers.actor, 'subject', shirkers);
  if (verb && isOwedWord(reading, sentence, clause)) return fault(reading, sentence, clause, 'own', 'subject', subject);
  if (!verb || (verb.lemma !== 'blame' && !failsToAct(reading, clause))) return undefined;
  if (verb.lemma === 'blame' && (verb.negated || verb.modal || verb.voice === 'passive')) return undefined;
  if (verb.lemma === 'blame' && clause.mood === 'imperative') {
    const culprit = actorOfStretch(reading.grammar, verb.to, sentence.to);
    return culprit && { ...fault(reading, sentence, clause, culprit.actor, 'cause', culprit), asserted: !clause.mention };
  }
  if (verb.tense === 'none' || describesNoun(reading, clause)) return undefined;
  if (subject && (lacksKnowledge(reading, clause) || shirks(reading, clause)))
    return fault(reading, sentence, clause, subject.actor, 'subject', subject);
  if (verb.voice === 'passive') {
    // "made by | the temp who covers Saturdays": the culprit may begin a clause of its own.
    const by = byPhrase(reading, verb.to, clause.to, sentence.to);
    // "overcharged by 12 pounds": a measure does nothing.
    if (by && reading.grammar.tags.pos[by.from] !== 'number') return fault(reading, sentence, clause, by.actor, 'by', by);
    return fault(reading, sentence, clause, 'nobody', 'none');
  }
  if (!subject || isSomeFirm(reading, clause)) return undefined;
  // "Whoever took your call should have logged it": the call logs nothing.
  const whoever = reading.clauses[clause.index - 1];
  if (
    whoever?.sentence === sentence.index &&
    whoever.to === clause.from &&
    whoever.subject &&
    reading.grammar.words.norm[whoever.subject.from] === 'whoever' &&
    clause.link === undefined &&
    subject.actor === 'thing'
  )
    return fault(reading, sentence, clause, 'colleague', 'subject', whoever.subject);
  if (isSomebodyElse(reading, sentence, clause)) return fault(reading, sentence, clause, 'colleague', 'subject', subject);
  if (/^(?:come|originate|stem)$/.test(verb.lemma)) {
    const source = actorOfStretch(reading.grammar, verb.to + 1, sentence.to);
    return source && BLAMED.has(source.actor) ? fault(reading, sentence, clause, source.actor, 'cause', source) : undefined;
  }
  if (verb.lemma === 'blame') {
    const blamed = actorOfStretch(reading.grammar, verb.to, clause.to);
    return blamed ? fault(reading, sentence, clause, blamed.actor, 'cause', blamed) : undefined;
  }
  return fault(reading, sentence, clause, isWholeHouse(reading, subject) ? 'own' : subject.actor, 'subject', subject);
}

/** "You should have had a call", "you ought to have heard from me": what was ours to do. Not "you should have had an e-mail by now". */
function isOwedWord({ grammar: { words } }: LazyReading, { to: last }: Sentence, { verb, subject, negated, mood }: Clause): boolean {
  const { lemma, modal, tense, to } = verb!;
  if ((modal !== 'should' && modal !== 'ought') || tense !== 'perfect' || negated || mood !== 'statement' || !subject) return false;
  const { norm } = words;
  if (subject.actor !== 'customer' && CUSTOMERS.first(words, subject.from, verb!.from) < 0) return false;
  for (let i = to; i < last; i += 1) if (norm[i] === 'already' || (norm[i] === 'by' && norm[i + 1] === 'now')) return false;
  if (lemma === 'hear') return norm[to] === 'from' && /^(?:me|us)$/.test(norm[to + 1] ?? '');
  return (lemma === 'have' || lemma === 'get') && WORD.first(words, to, Math.min(last, to + 4)) >= 0;
}

/** "We took on 9,000 customers from a supplier that failed": some firm told apart from others, and nobody who worked for us. */
function isSomeFirm({ grammar: { words } }: LazyReading, { subject, link }: Clause): boolean {
  if (subject!.actor !== 'third-party') return false;
  const { norm } = words;
  return (
    /^an?$/.test(norm[subject!.from]) &&
    link !== undefined &&
    norm[subject!.to] === link &&
    /^(?:from|of|like|by|than)$/.test(norm[subject!.from - 1] ?? '')
  );
}

/** "Somebody ought to have brought it indoors", in a sentence that says nothing of us: a colleague whom nobody names (RULES §5). */
function isSomebodyElse({ grammar: { words } }: LazyReading, { from, to }: Sentence, { subject, verb }: Clause): boolean {
  if (!/^(?:somebody|someone)$/.test(words.norm[subject!.from]) || subject!.to > subject!.from + 1) return false;
  if (verb!.modal !== 'should' && verb!.modal !== 'ought') return false;
  return OURSELVES.first(words, from, to) < 0;
}

/** "(make up) that lost time", "the lost luggage": the participle only describes what follows. */
function describesNoun({ grammar: { words, tags } }: LazyReading, { verb, subject, from }: Clause): boolean {
  const { main, to } = verb!;
  return (
    verb!.from === main &&
    (subject === undefined || subject.from < from || subject.from === main) &&
    /^(?:that|this|the|your|any|some|those|these)$/.test(words.norm[main - 1] ?? '') &&
    words.gap[to] === 0 &&
    tags.pos[to] === 'nominal'
  );
}

/** "Nobody in Accounts rang you back": those who did not. */
function nobodyOf({ grammar }: LazyReading, { to }: Sentence, { actor, to: at }: NounPhrase): NounPhrase | undefined {
  if (actor !== 'nobody' || !/^(?:in|at|from|on)$/.test(grammar.words.norm[at] ?? '')) return undefined;
  const desk = actorOfStretch(grammar, at + 1, to);
  return desk && (desk.actor === 'department' || desk.actor === 'third-party') ? desk : undefined;
}

/** "Every agent since has read from the wrong screen": who speaks of all colleagues speaks of the house. */
function isWholeHouse({ grammar: { words } }: LazyReading, { actor, from }: NounPhrase): boolean {
  return actor === 'colleague' && /^(?:every|each|all)$/.test(words.norm[from]);
}

function byPhrase(reading: LazyReading, from: number, to: number, end: number): NounPhrase | undefined {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1) if (norm[i] === 'by' && !isManner(norm, i + 1)) return actorOfStretch(reading.grammar, i + 1, end);
  return undefined;
}

/** "their man", "their people": somebody of the firm that was spoken of. */
function personOfAnother({ grammar: { words } }: LazyReading, phrase: NounPhrase): NounPhrase | undefined {
  return words.norm[phrase.from] === 'their' && (PERSONS.at(words, phrase.head) || STAFF.at(words, phrase.head)) ? phrase : undefined;
}

/** "It was Dave who cancelled it", "it wasn't us, it was the courier". */
function cleftFault(reading: LazyReading, sentence: Sentence, clause: Clause): Fault | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const { verb, subject } = clause;
  const scorned = verb && pointedAt(reading, sentence, clause);
  if (scorned) return fault(reading, sentence, clause, scorned.actor, 'cause', scorned);
  if (!verb || verb.lemma !== 'be' || !subject || !/^(?:it|that|this|one)$/.test(norm[subject.head])) return undefined;
  const laid = laidAt(reading, sentence, clause);
  if (laid) return fault(reading, sentence, clause, laid.actor, 'cause', laid);
  const named = actorOfStretch(reading.grammar, verb.to, Math.min(sentence.to, verb.to + 6));
  if (verb.negated) {
    // "It wasn't me / us / our team who …": a disclaimer when the sentence then names somebody.
    const own =
      norm[verb.to] === 'me' || norm[verb.to] === 'us' || wordsAre(words, verb.to, 'my fault') || wordsAre(words, verb.to, 'our fault');
    if (!own) return undefined;
    for (let k = clause.index + 1; k < sentence.endClause; k += 1) {
      const other = reading.clauses[k];
      const pointed = other.verb?.lemma === 'be' && norm[other.subject?.from ?? -1] === 'it' && !other.verb.negated;
      const culprit = pointed ? actorOfStretch(reading.grammar, other.verb!.to, other.to) : undefined;
      if (culprit && BLAMED.has(culprit.actor)) return fault(reading, sentence, other, culprit.actor, 'disclaimer', culprit);
      const actor = other.subject?.actor;
      if (actor === 'colleague' || actor === 'department' || actor === 'third-party')
        return fault(reading, sentence, other, actor, 'disclaimer', other.subject);
    }
    return undefined;
  }
  const next = reading.clauses[clause.index + 1];
  // "It was their man who threw the box."
  const theirMan =
    next?.link === 'who' && next.subject && next.subject.to > next.subject.from ? personOfAnother(reading, next.subject) : undefined;
  if (theirMan && next.verb?.tense === 'past' && !next.negated)
    return { ...fault(reading, sentence, clause, 'third-party', 'cleft', theirMan), end: Math.max(clause.end, next.end) };
  if (!named || named.actor === 'thing' || named.actor === 'own') return undefined;
  if (!next || next.sentence !== sentence.index || (next.link !== 'who' && next.link !== 'that')) return undefined;
  // "It was our partner company that cancelled the line": what is singled out is no credit.
  // "It was Bradley on the front desk who never pressed send."
  const left = next.verb?.tense === 'past' && next.negated && BLAMED.has(named.actor);
  const undone = left || (next.verb?.tense === 'past' && !next.negated && BLAMED.has(named.actor) && UNDOING.has(next.verb.lemma));
  if (!undone && !failsToAct(reading, next)) return undefined;
  return { ...fault(reading, sentence, clause, named.actor, 'cleft', named), end: Math.max(clause.end, next.end) };
}

/** "You can thank our warehouse for that", "it's them you should be cross with, not us": whom the customer's anger is sent to. */
function pointedAt(reading: LazyReading, sentence: Sentence, { verb, subject, negated }: Clause): NounPhrase | undefined {
  const { norm } = reading.grammar.words;
  if (subject?.actor !== 'customer' || negated || sentence.question || !/^(?:can|have to|should|must|may|need)$/.test(verb!.modal ?? ''))
    return undefined;
  if (verb!.lemma === 'thank') {
    const culprit = actorOfStretch(reading.grammar, verb!.to, sentence.to);
    const meant =
      culprit && BLAMED.has(culprit.actor) && norm[culprit.to] === 'for' && /^(?:that|this|the|it)$/.test(norm[culprit.to + 1] ?? '');
    return meant && !/^(?:thanks|suggestion)$/.test(reading.kind.value ?? '') ? culprit : undefined;
  }
  if (
    verb!.lemma !== 'be' ||
    !/^(?:cross|angry|annoyed|mad|upset|furious)$/.test(norm[verb!.to] ?? '') ||
    !/^(?:with|at)$/.test(norm[verb!.to + 1] ?? '')
  )
    return undefined;
  const contrast = norm[verb!.to + 2] === 'not' && /^(?:us|me|with|at)$/.test(norm[verb!.to + 3] ?? '');
  const before = reading.clauses[reading.clauseAt(verb!.from)!.index - 1];
  const pointed = before?.sentence === sentence.index && before.verb?.lemma === 'be' && norm[before.subject?.from ?? -1] === 'it';
  if (pointed && before.verb && (contrast || verb!.to + 2 >= sentence.to))
    return { ...(actorOfStretch(reading.grammar, before.verb.to, before.to) ?? before.subject!), actor: 'third-party' };
  const culprit = actorOfStretch(reading.grammar, verb!.to + 2, sentence.to);
  return culprit && BLAMED.has(culprit.actor) ? culprit : undefined;
}

/** "This one is down to the lads in grading", "that's on the night shift", "that's Acme for you": the failing of which the reply tells, laid at somebody's door. */
function laidAt(reading: LazyReading, sentence: Sentence, { verb, negated }: Clause): NounPhrase | undefined {
  const { norm, gap, length } = reading.grammar.words;
  if (negated || verb!.tense === 'future' || verb!.modal || sentence.question) return undefined;
  let at = verb!.to;
  while (/^(?:entirely|all|purely|solely|simply|just|really|unfortunately|sadly|clearly)$/.test(norm[at] ?? '')) at += 1;
  const down = norm[at] === 'down' && norm[at + 1] === 'to';
  const on = norm[at] === 'on';
  const culprit = actorOfStretch(reading.grammar, at + (down ? 2 : on ? 1 : 0), sentence.to);
  if (!culprit || !BLAMED.has(culprit.actor)) return undefined;
  const ends = culprit.to >= length || culprit.to >= sentence.to || gap[culprit.to] !== 0;
  // A name that nobody bears is a firm's, or a road's.
  const unknown = culprit.actor === 'colleague' && bare(reading, culprit);
  if (!down && !on) {
    const idiom = norm[culprit.to] === 'for' && norm[culprit.to + 1] === 'you';
    return idiom ? (unknown ? { ...culprit, actor: 'third-party' } : culprit) : undefined;
  }
  if (unknown) return undefined;
  // "It is down to our chef that the evening was so good", "it is down to the driver to choose".
  if (down && !ends && !/^(?:in|at|on|who|and|for)$/.test(norm[culprit.to])) return undefined;
  const praised = /^(?:thanks|suggestion|question)$/.test(reading.kind.value ?? '');
  return praised || (on && !ends) ? undefined : culprit;
}

function bare({ grammar: { words, tags } }: LazyReading, { from }: NounPhrase): boolean {
  return tags.pos[from] === 'nominal' && !GIVEN_NAMES.at(words, from);
}
