import { inList } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { Gap, wordAt } from '../../text/words.js';
import { bareRegretOf } from '../act/act-window.js';
import { actorOfStretch } from '../grammar/actors.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Fault, FaultState, NounPhrase, Sentence } from '../reading.js';
import { findListed, PhraseSet, wordsAre } from '../window.js';
import { append } from '../../text/append.js';
import { isManner } from './passive-faults.js';
import { BLAMEWORTHY, failsToAct, lacksKnowledge } from './failing.js';

/** "The error was ours." */
const OWNED = new Set(['ours', 'mine']);
/** What nobody is thanked for. */
const UNDOING = new Set('cancel remove delete cut refuse close block charge withdraw'.split(' '));
const BLAMED: ReadonlySet<Actor> = new Set<Actor>(['colleague', 'department', 'third-party']);
const CAUSE = new PhraseSet([
  'due to',
  'because of',
  'owing to',
  'thanks to',
  'down to',
  'caused by',
  'result of',
  'account of',
  'fault of',
  'mistake by',
  'error by',
  'on the part of',
]);
const ACCEPTANCE = new PhraseSet([
  'you are right',
  'you are quite right',
  'you are absolutely right',
  'you were right',
  'you are correct',
  'should not have happened',
  'should never have happened',
  'fell short',
  'fallen short',
  'we got this wrong',
  'we got it wrong',
  'got that wrong',
]);

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

/** What follows these tells of what the customer told us. */
const HEARSAY = new Set('hear learn read see understand advise say tell mention report ask wonder'.split(' '));

function deniedAs(reading: LazyReading, from: number, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < Math.min(from + 4, clause.verb?.from ?? clause.to); i += 1)
    if (/^(?:true|correct|right|case|accurate)$/.test(norm[i])) return norm[i + 1] === 'that';
  return false;
}

/** What is denied with these is not asserted behind them. */
const DISCLAIMED = new Set('say think mean suggest imply claim believe'.split(' '));

function asserted(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  const complement =
    before?.sentence === clause.sentence && before.to === clause.from && /^(?:that|why|how|what|if)?$/.test(clause.link ?? '');
  // "we would never say that you made a mistake"
  if (complement && before.negated && DISCLAIMED.has(before.verb?.lemma ?? '')) return false;
  // "it is not true that we ignored you"
  if (before?.sentence === clause.sentence && before.negated && before.verb?.lemma === 'be' && deniedAs(reading, before.verb.to, clause))
    return false;
  // "I'm writing to tell you that we charged you twice" tells it ourselves.
  const told =
    complement &&
    !before.negated &&
    before.subject?.actor === 'own' &&
    /^(?:that)?$/.test(clause.link ?? '') &&
    /^(?:tell|say|advise|report|admit|confirm)$/.test(before.verb?.lemma ?? '');
  if (complement && !told && HEARSAY.has(before.verb?.lemma ?? '') && before.to - before.verb!.to <= 1) return false;
  return !clause.mention && clause.mood === 'statement' && !reading.isMention(clause) && !wondered(reading, clause);
}

/** "We would like to know where we have let you down": asked, not told. */
function wondered(reading: LazyReading, clause: Clause): boolean {
  if (!/^(?:where|what|why|how|whether|which|if)$/.test(clause.link ?? '')) return false;
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !/^(?:know|understand|learn|hear|tell|see|find)$/.test(before.verb?.lemma ?? ''))
    return false;
  return before.verb?.tense === 'none' || before.mood === 'imperative' || before.verb?.modal === 'would' || before.verb?.modal === 'could';
}

function verbFault(reading: LazyReading, sentence: Sentence, clause: Clause): Fault | undefined {
  const { verb, subject } = clause;
  if (!verb || (verb.lemma !== 'blame' && !failsToAct(reading, clause))) return undefined;
  if (verb.lemma === 'blame' && (verb.negated || verb.modal || verb.voice === 'passive')) return undefined;
  if (verb.lemma === 'blame' && clause.mood === 'imperative') {
    const culprit = actorOfStretch(reading.grammar, verb.to, sentence.to);
    return culprit && { ...fault(reading, sentence, clause, culprit.actor, 'cause', culprit), asserted: !clause.mention };
  }
  if (verb.tense === 'none') return undefined;
  if (subject && lacksKnowledge(reading, clause)) return fault(reading, sentence, clause, subject.actor, 'subject', subject);
  if (verb.voice === 'passive') {
    // "made by | the temp who covers Saturdays": the culprit may begin a clause of its own.
    const by = byPhrase(reading, verb.to, clause.to, sentence.to);
    // "overcharged by 12 pounds": a measure does nothing.
    if (by && reading.grammar.tags.pos[by.from] !== 'number') return fault(reading, sentence, clause, by.actor, 'by', by);
    return fault(reading, sentence, clause, 'nobody', 'none');
  }
  if (!subject) return undefined;
  if (verb.lemma === 'blame') {
    const blamed = actorOfStretch(reading.grammar, verb.to, clause.to);
    return blamed ? fault(reading, sentence, clause, blamed.actor, 'cause', blamed) : undefined;
  }
  return fault(reading, sentence, clause, subject.actor, 'subject', subject);
}

function byPhrase(reading: LazyReading, from: number, to: number, end: number): NounPhrase | undefined {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1) if (norm[i] === 'by' && !isManner(norm, i + 1)) return actorOfStretch(reading.grammar, i + 1, end);
  return undefined;
}

/** "It was Dave who cancelled it", "it wasn't us, it was the courier". */
function cleftFault(reading: LazyReading, sentence: Sentence, clause: Clause): Fault | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const { verb, subject } = clause;
  if (!verb || verb.lemma !== 'be' || !subject || !/^(?:it|that|this)$/.test(norm[subject.from])) return undefined;
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
  if (!named || named.actor === 'thing' || named.actor === 'own') return undefined;
  const next = reading.clauses[clause.index + 1];
  if (!next || next.sentence !== sentence.index || (next.link !== 'who' && next.link !== 'that')) return undefined;
  // "It was our partner company that cancelled the line": what is singled out is no credit.
  const undone = next.verb?.tense === 'past' && !next.negated && BLAMED.has(named.actor) && UNDOING.has(next.verb.lemma);
  if (!undone && !failsToAct(reading, next)) return undefined;
  return { ...fault(reading, sentence, clause, named.actor, 'cleft', named), end: Math.max(clause.end, next.end) };
}

/** Dave's mistake · a mistake by our courier · due to the warehouse · the fault lies with the supplier. */
function nounFaults(reading: LazyReading, sentence: Sentence, already: readonly Fault[]): Fault[] {
  const { grammar } = reading;
  const { words, tags } = grammar;
  const { norm } = words;
  const found: Fault[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const causes = CAUSE.startingAt(words, i);
    if (causes.length === 0 && !BLAMEWORTHY.has(norm[i])) continue;
    const clause = reading.clauseAt(i);
    if (!clause) continue;
    if (BLAMEWORTHY.has(norm[i])) {
      const possessor = possessorOf(reading, sentence, i);
      if (possessor) {
        const negated = negatedBefore(norm, clause, possessor.from);
        found.push({
          ...fault(reading, sentence, clause, possessor.actor, 'possessor', possessor),
          start: possessor.start,
          end: words.end[i],
          asserted: asserted(reading, clause) && !negated,
        });
        continue;
      }
      // "a mistake (made) by our courier", "an error on the part of Accounts", "an error in our system": ours.
      const made = /^(?:made|committed|caused|introduced)$/.test(norm[i + 1] ?? '') ? 1 : 0;
      const ofWhom = norm[i + 1] === 'of' ? actorOfStretch(grammar, i + 2, sentence.to) : undefined;
      const by =
        ofWhom && BLAMED.has(ofWhom.actor)
          ? ofWhom
          : norm[i + 1 + made] === 'by' || norm[i + 1] === 'from'
            ? actorOfStretch(grammar, i + 2 + made, sentence.to)
            : wordsAre(words, i + 1, 'on the part of')
              ? actorOfStretch(grammar, i + 5, sentence.to)
              : undefined;
      const source = by ?? sourceOf(reading, i, sentence);
      if (source && source.actor !== 'thing')
        found.push({
          ...fault(reading, sentence, clause, source.actor, 'by', source),
          asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
        });
      else if (/^(?:on|at|in)$/.test(norm[i + 1] ?? '') && (norm[i + 2] === 'our' || norm[i + 2] === 'my'))
        found.push({
          ...fault(reading, sentence, clause, 'own', 'by'),
          asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
        });
      else if (
        /^(?:was|is|were)$/.test(norm[i + 1] ?? '') && /^(?:entirely|wholly|all|only|purely)$/.test(norm[i + 2] ?? '')
          ? OWNED.has(norm[i + 3] ?? '')
          : /^(?:was|is|were)$/.test(norm[i + 1] ?? '') && OWNED.has(norm[i + 2] ?? '')
      )
        found.push({
          ...fault(reading, sentence, clause, 'own', 'possessor'),
          asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
        });
      else if (/^(?:on|at)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'your')
        found.push({
          ...fault(reading, sentence, clause, 'customer', 'by'),
          asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
        });
      else if (/^(?:lie|lies|lay|be|is|was)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'with') {
        const holder = actorOfStretch(grammar, i + 3, sentence.to);
        if (holder && holder.actor !== 'thing')
          found.push({
            ...fault(reading, sentence, clause, holder.actor, 'possessor', holder),
            asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
          });
      }
      continue;
    }
    for (const cause of causes) {
      if (cause === 'thanks to' && tags.pos[i - 1] === 'adverb') continue;
      const agent = actorOfStretch(grammar, i + cause.split(' ').length, sentence.to);
      if (
        agent &&
        agent.actor !== 'thing' &&
        isCulprit(reading, agent, clause) &&
        !already.some((other) => other.author?.start === agent.start)
      ) {
        found.push({
          ...fault(reading, sentence, clause, agent.actor, 'cause', agent),
          asserted: asserted(reading, clause) && !negatedBefore(norm, clause, i),
        });
      }
    }
  }
  return found;
}

/**
 * "due to our courier" in a clause that tells of a failure; not "due to maintenance" or "due to Air Traffic Control" (the work itself, or a circumstance),
 * and not "it is all due to our great staff".
 */
function isCulprit(reading: LazyReading, agent: NounPhrase, clause: Clause): boolean {
  const { words, tags } = reading.grammar;
  const first = tags.pos[agent.from];
  const named = agent.actor === 'third-party' || inList('given-names', words.norm[agent.from]);
  if (first !== 'determiner' && first !== 'possessive' && !named && agent.actor !== 'own' && agent.actor !== 'customer') return false;
  if (findListed(words, agent.from, agent.to, 'positive-evaluation') >= 0) return false;
  return (
    failsToAct(reading, clause) ||
    /^(?:happen|occur|arise|cause)$/.test(clause.verb?.lemma ?? '') ||
    findListed(words, clause.from, Math.min(clause.to, agent.to + 3), 'fault-nouns') >= 0
  );
}

/** "This error originates from the finance department", "the mistake is entirely on the logistics team". */
function sourceOf(reading: LazyReading, noun: number, { to }: Sentence): NounPhrase | undefined {
  const { norm } = reading.grammar.words;
  let at = noun + 1;
  const comes = /^(?:originat(?:es|ed)|stem(?:s|med)|came|comes|arose|arises|lies|lay|rests)$/.test(norm[at] ?? '');
  if (comes) at += 1;
  else if (/^(?:is|was)$/.test(norm[at] ?? '')) {
    at += 1;
    if (/^(?:entirely|wholly|all|solely|purely)$/.test(norm[at] ?? '')) at += 1;
    if (norm[at] !== 'on') return undefined;
  } else return undefined;
  return /^(?:from|in|with|on)$/.test(norm[at] ?? '') ? actorOfStretch(reading.grammar, at + 1, to) : undefined;
}

/** my mistake, Dave's error, our warehouse's fault, your fault. */
function possessorOf(
  reading: LazyReading,
  sentence: Sentence,
  noun: number,
): { actor: Actor; start: number; end: number; from: number } | undefined {
  const { grammar } = reading;
  const { words, tags } = grammar;
  for (let i = noun - 1; i >= Math.max(sentence.from, noun - 4); i -= 1) {
    if (tags.pos[i] === 'possessive') {
      const word = words.norm[i];
      const actor: Actor = word === 'my' || word === 'our' ? 'own' : word === 'your' ? 'customer' : 'colleague';
      if (word === 'its' || word === 'whose') return undefined;
      return { actor, start: words.start[i], end: words.end[i], from: i };
    }
    if (tags.pos[i] === 'genitive') {
      let from = i - 1;
      while (
        from > sentence.from &&
        (tags.pos[from - 1] === 'nominal' || tags.pos[from - 1] === 'determiner' || tags.pos[from - 1] === 'possessive') &&
        !(words.gap[from] & (Gap.comma | Gap.break))
      )
        from -= 1;
      const owner = actorOfStretch(grammar, from, i);
      // "It's the bank's fault, not ours": whoever is set against us is somebody.
      const contrasted = words.norm[noun + 1] === 'not' && /^(?:ours|us|mine|me|our)$/.test(words.norm[noun + 2] ?? '');
      if (owner?.actor === 'thing' && contrasted) return { ...owner, actor: 'third-party', from };
      return owner && owner.actor !== 'thing' ? { ...owner, from } : undefined;
    }
    if (tags.pos[i] !== 'nominal' && tags.pos[i] !== 'adverb') return undefined;
  }
  return undefined;
}

function negatedBefore(norm: readonly string[], clause: Clause, at: number): boolean {
  if (clause.verb?.negated && clause.verb.from < at) return true;
  return norm[at - 1] === 'not' || norm[at - 1] === 'no' || norm[at - 2] === 'not';
}

function fault(
  reading: LazyReading,
  sentence: Sentence,
  clause: Clause,
  actor: Actor,
  role: Fault['role'],
  author?: { start: number; end: number },
): Fault {
  return {
    start: clause.start,
    end: clause.end,
    clause: clause.index,
    sentence: sentence.index,
    actor,
    role,
    author: author ? { start: author.start, end: author.end } : undefined,
    asserted: asserted(reading, clause),
  };
}

/**
 * Whether a failure of ours is admitted (own agent, own-act apology or words of acceptance), only described by the customer, or neither (RULES §1.7, §5).
 */
export function faultStateOf(reading: LazyReading): FaultState {
  if (reading.faults.some((found) => found.asserted && found.actor === 'own')) return 'admitted';
  if (
    reading.apologies.some((apology) => !apology.mention && apology.kind === 'own-act' && apology.specific && namesOwnAct(reading, apology))
  )
    return 'admitted';
  if (reading.sentences.some((sentence) => !sentence.question && accepts(reading, sentence))) return 'admitted';
  if (reading.clauses.some((clause) => regretsAct(reading, clause))) return 'admitted';
  return reading.customerGrammar && reading.kind.value === 'complaint' ? 'described' : 'none';
}

/** "sorry we sent", "for our mistake", "for the delay we caused": the complement has an own agent. */
function namesOwnAct(reading: LazyReading, { start, end }: Span): boolean {
  const { words } = reading.grammar;
  for (let i = wordAt(words, start + 4); i < words.length && words.end[i] <= end; i += 1)
    if (/^(?:we|our|us|my)$/.test(words.norm[i])) return true;
  return false;
}

/** "We gave your slot to another team, and I'm sorry." */
function regretsAct(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mention } = clause;
  if (verb?.tense !== 'past' || verb.voice !== 'active' || subject?.actor !== 'own' || mention) return false;
  return bareRegretOf(reading, clause) !== undefined;
}

/** You are right, that should not have happened, a standard that was missed; our own troubles named as ours. */
function accepts(reading: LazyReading, sentence: Sentence): boolean {
  const { words, tags } = reading.grammar;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const accepted = ACCEPTANCE.startingAt(words, i).length > 0 || ownTrouble(words.norm, tags.pos, i, sentence.to);
    if (accepted && !reading.isMention({ start: words.start[i], end: words.end[i] })) return true;
  }
  return reading.clauses.slice(sentence.firstClause, sentence.endClause).some((clause) => {
    const { verb, subject } = clause;
    if (verb?.modal !== 'should' || !verb.negated || clause.mention || subject?.actor !== 'thing' || verb.lemma === 'take') return false;
    // "It shouldn't be an issue", "it shouldn't be too long" foretell.
    return (
      verb.lemma !== 'be' || verb.tense === 'perfect' || !/^(?:a|an|any|too|long|much|hard|difficult)$/.test(words.norm[verb.to] ?? '')
    );
  });
}

/** "our catering issues", "an issue with our lifts". */
function ownTrouble(norm: readonly string[], pos: readonly string[], at: number, end: number): boolean {
  if (norm[at] !== 'our') return false;
  for (let i = at + 1; i < Math.min(end, at + 4) && pos[i] === 'nominal'; i += 1)
    if (/^(?:issues?|problems?|troubles?|shortcomings?|shortages?)$/.test(norm[i])) return i > at + 1 || norm[i] === 'shortcomings';
  return false;
}
