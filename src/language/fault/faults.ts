import { inList } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { Gap, wordAt } from '../../text/words.js';
import { bareRegretOf } from '../act/act-window.js';
import { actorOfStretch } from '../grammar/actors.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Fault, FaultState, NounPhrase, Sentence, VerbGroup } from '../reading.js';
import { findListed, PhraseSet, wordsAre } from '../window.js';
import { append } from '../../text/append.js';
import { isFailedPassive, isManner } from './passive-faults.js';

/** Verbs whose past tense is their base form. */
const SAME_IN_PAST = new Set('let put misread set cut shut hit hurt split'.split(' '));
/** "The error was ours." */
const OWNED = new Set(['ours', 'mine']);
/** Fault nouns that can be somebody's: Dave's mistake. A delay or a wait is nobody's by itself. */
const BLAMEWORTHY = new Set(
  'mistake mistakes error errors fault mix-up mixup oversight slip blunder negligence carelessness incompetence inattention lapse failure failures misunderstanding miscommunication doing'.split(
    ' ',
  ),
);
/** After `should have`, these tell what is expected to have happened, not what somebody ought to have done (RULES §1.3). */
const EXPECTED = new Set('receive get have see arrive be come reach'.split(' '));
/** What nobody wants done twice. */
const DOUBLED = new Set(
  'charge bill debit book send deliver take print ship pay invoice enter post order process deduct cancel collect withdraw happen miss fail'.split(
    ' ',
  ),
);
/** Duties that are told as left out: without finishing, asking, looking. */
const LEFT_OUT = new Set('finish ask look wait consult obtain test measure secure close lock'.split(' '));
/** What is supplied "instead of" something else is the wrong thing. */
const SUPPLYING = new Set('send deliver give ship post charge book fit pack bill dispatch serve print supply'.split(' '));
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

/** Is the clause's verb, with its object, a failure? Negation reverses: `did not send` fails, `did not forget` does not. */
export function failsToAct(reading: LazyReading, clause: Clause): boolean {
  const { verb } = clause;
  if (!verb) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const subject = clause.subject;
  const failing =
    inList('fault-verbs', verb.lemma) ||
    norm[verb.main - 1] === 'double' ||
    doubled(norm, verb) ||
    leavesUndone(norm, verb.lemma, verb.to, reading.sentences[clause.sentence].to) ||
    leavesOut(reading, clause) ||
    (verb.lemma === 'let' && findWordAfter(norm, verb.to, clause.to, 'down')) ||
    (verb.lemma === 'take' && wordsAre(words, verb.to, 'too long')) ||
    (verb.lemma === 'hang' && norm[verb.to] === 'up') ||
    (verb.lemma === 'drop' && wordsAre(words, verb.to, 'the ball')) ||
    (verb.lemma === 'cause' &&
      verb.voice === 'active' &&
      findListed(words, verb.to, Math.min(clause.to, verb.to + 5), 'trouble-nouns') >= 0) ||
    (verb.voice === 'passive' && verb.lemma === 'make' && subject !== undefined && BLAMEWORTHY.has(norm[subject.head]));
  if (isFailedPassive(reading, clause)) return true;
  if (verb.lemma === 'do' && norm[verb.to] === 'nothing' && norm[verb.to + 1] !== 'wrong') return verb.tense === 'past' && !verb.modal;
  if (clause.negated && !verb.negated) return false;
  // "was accidentally deleted": the adverb may stand inside the verb group.
  const wrongObject =
    wrongAfter(reading, verb.from, clause.to, verb.lemma) ||
    (verb.voice === 'passive' && subject !== undefined && wrongAfter(reading, subject.from, subject.to));
  const past = verb.tense === 'past' || verb.tense === 'perfect' || looksPast(clause) || doubled(norm, verb);
  if (
    verb.lemma === 'be' &&
    verb.tense === 'present' &&
    !verb.negated &&
    !verb.modal &&
    (wordsAre(words, verb.to, 'at fault') || wordsAre(words, verb.to, 'to blame'))
  )
    return true;
  if (past && !verb.negated && givenAway(reading, clause)) return true;
  if (past && verb.lemma === 'be' && !verb.negated && (supposedToAct(reading, clause) || atFault(reading, clause))) return true;
  if (past && !verb.negated && SUPPLYING.has(verb.lemma) && swapped(reading, verb.to, clause.to)) return true;
  if (verb.modal === 'should' || verb.modal === 'ought')
    return verb.tense === 'perfect' && !EXPECTED.has(verb.lemma) && norm[verb.to] !== 'any';
  // "somebody must have forgotten": inferred, and said.
  if (verb.modal && verb.modal !== 'could' && !(verb.modal === 'must' && verb.tense === 'perfect')) return false;
  if (past && lacksKnowledge(reading, clause)) return true;
  // "We haven't got any reported faults": to have no failure is none.
  if (past && !verb.negated && asWasNotDue(reading, clause)) return true;
  if (past && verb.negated && !failing && neverDid(reading, clause)) return true;
  if (verb.negated)
    return past && !failing && inList('duty-verbs', verb.lemma) && !wrongObject && findListed(words, verb.to, clause.to, 'fault-nouns') < 0;
  if (!past) return false;
  if (failing) return !idiom(reading, clause);
  if (verb.lemma === 'make' || verb.lemma === 'have')
    return wrongObject || findListed(words, verb.to, Math.min(clause.to, verb.to + 4), 'fault-nouns') >= 0;
  if (verb.lemma === 'get' && (wrongObject || mixedUp(reading, clause))) return true;
  return (
    wrongObject &&
    verb.lemma !== 'be' &&
    verb.lemma !== 'find' &&
    verb.lemma !== 'correct' &&
    verb.lemma !== 'notice' &&
    verb.lemma !== 'see' &&
    verb.lemma !== 'spot' &&
    verb.lemma !== 'fix'
  );
}

/** What others may leave undone without a failing: "they never received it", "the courier did not charge you". */
const BLAMELESS = new Set(
  'receive get have be see hear know find mean need want say think charge bill damage change feel like exist arrive expect mind owe cause lie delay cancel lose break reach manage'.split(
    ' ',
  ),
);

/** "The representative who took that call never saved it": somebody else, and what they never did. */
function neverDid(reading: LazyReading, { subject, verb }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  return norm[verb!.main - 1] === 'never' && !verb!.modal && !BLAMELESS.has(verb!.lemma);
}

/** "We billed you at 9p when you should have been on 6p", "we rang her again after you had asked us to stop": our doing beside what was due. */
function asWasNotDue(reading: LazyReading, { subject, verb, index, sentence }: Clause): boolean {
  if (subject?.actor !== 'own' || verb!.modal || /^(?:be|have|see|find|notice|realise|know|hear|learn)$/.test(verb!.lemma)) return false;
  for (const next of reading.clauses.slice(index + 1, index + 3)) {
    if (next.sentence !== sentence || !next.verb) break;
    const { actor } = next.subject ?? {};
    if (next.link === 'when' && next.verb.modal === 'should' && (actor === 'customer' || actor === 'thing')) return true;
    if (
      /^(?:after|although|though)$/.test(next.link ?? '') &&
      actor === 'customer' &&
      /^(?:ask|tell|request|warn)$/.test(next.verb.lemma)
    ) {
      const asked = reading.clauses[next.index + 1];
      return asked?.sentence === sentence && (asked.negated || /^(?:stop|refrain|wait)$/.test(asked.verb?.lemma ?? ''));
    }
  }
  return orderedOtherwise(reading, index, sentence, verb!.lemma);
}

/** "You ordered DN65 and we have packed DN50." */
function orderedOtherwise(reading: LazyReading, index: number, sentence: number, lemma: string): boolean {
  if (!/^(?:send|pack|ship|deliver|book|print|give|make|bring|serve|post|pick|supply|charge|bill)$/.test(lemma)) return false;
  const before = reading.clauses[index - 1];
  const { norm } = reading.grammar.words;
  const own = reading.clauses[index];
  return (
    before?.sentence === sentence &&
    before.subject?.actor === 'customer' &&
    before.verb !== undefined &&
    !before.verb.negated &&
    /^(?:order|ask|book|request|choose|want|pay)$/.test(before.verb.lemma) &&
    before.verb.tense === 'past' &&
    /^(?:and|but|while|whereas)$/.test(own.link ?? '') &&
    // "You asked for a label and we sent it."
    !/^(?:it|them|that|this|these|one)$/.test(norm[own.verb!.to] ?? '') &&
    own.to > own.verb!.to
  );
}

/** "We double-booked your table": the hyphen's first half is taken for the verb. */
function doubled(norm: readonly string[], verb: VerbGroup): boolean {
  return verb.lemma === 'double' && /^(?:booked|charged|billed|counted)$/.test(norm[verb.to] ?? '');
}

/** "We put the wrong date on it", "I misread your order": the past of these verbs looks like their present. */
function looksPast({ verb }: Clause): boolean {
  return verb!.tense === 'present' && !verb!.modal && !verb!.negated && !verb!.progressive && SAME_IN_PAST.has(verb!.lemma);
}

/** gave your room away, gave your seat to somebody else. */
function givenAway(reading: LazyReading, clause: Clause): boolean {
  const verb = clause.verb!;
  if (verb.lemma !== 'give' && verb.lemma !== 'sell') return false;
  const { words } = reading.grammar;
  return findWordAfter(words.norm, verb.to, clause.to, 'away') || findWordAfter(words.norm, verb.to, clause.to, 'else');
}

/** "was supposed to call you", "was meant to deliver": what somebody ought to have done. */
function supposedToAct(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const to = clause.verb!.to;
  const next = reading.clauses[clause.index + 1];
  return (
    /^(?:supposed|meant|due)$/.test(norm[to] ?? '') && next?.sentence === clause.sentence && inList('duty-verbs', next.verb?.lemma ?? '')
  );
}

/** "was rude to you", "is at fault", "were to blame": said of a person, this is their failure. */
function atFault(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  if (wordsAre(words, clause.verb!.to, 'at fault') || wordsAre(words, clause.verb!.to, 'to blame')) return true;
  const actor = clause.subject?.actor;
  if (actor !== 'own' && actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  return findListed(words, clause.verb!.to, Math.min(clause.to, clause.verb!.to + 4), 'faulty-conduct') >= 0;
}

/** "got the dates mixed up". */
function mixedUp(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = clause.verb!.to; i < Math.min(clause.to, clause.verb!.to + 6); i += 1)
    if (/^(?:mixed|muddled|confused|swapped|backwards)$/.test(norm[i])) return true;
  return false;
}

/** left the pallet open, left your file out, sat on it for two weeks. */
function leavesUndone(norm: readonly string[], lemma: string, from: number, to: number): boolean {
  if (lemma === 'sit') return norm[from] === 'on';
  if (lemma !== 'leave') return false;
  for (let i = from + 1; i < Math.min(to, from + 6); i += 1)
    if (/^(?:open|unlocked|off|out|behind|unattended|waiting|unfinished|undone|unplugged|mess|lurch|limbo|dark)$/.test(norm[i]))
      return true;
  return false;
}

/** "cancelled it without telling you", "left without finishing": a duty that the doing left out. */
function leavesOut(reading: LazyReading, { verb, to, index, sentence }: Clause): boolean {
  if (reading.grammar.words.norm[to - 1] !== 'without' || verb!.negated) return false;
  const next = reading.clauses[index + 1];
  return (
    next?.sentence === sentence && next.verb?.tense === 'none' && (inList('duty-verbs', next.verb.lemma) || LEFT_OUT.has(next.verb.lemma))
  );
}

/** "did not know the procedure", "was not trained": what staff are blamed for, though no duty of a desk. */
function lacksKnowledge(reading: LazyReading, { verb, subject, negated }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  if (verb!.lemma === 'be' || verb!.lemma === 'train' || verb!.lemma === 'inform')
    return negated
      ? /^(?:aware|trained|properly|informed|qualified|familiar|told)$/.test(norm[verb!.lemma === 'be' ? verb!.to : verb!.main])
      : /^(?:unaware|misinformed|untrained|inexperienced|new)$/.test(norm[verb!.to] ?? '');
  return verb!.negated && /^(?:know|realise|realize|understand|notice|spot|see|follow|care|bother|communicate)$/.test(verb!.lemma);
}

/** "the grey cover instead of the green one", "in grey rather than blue"; not "instead of waiting". */
function swapped(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  for (let i = from; i + 2 < to; i += 1)
    if (wordsAre(words, i, 'instead of') || wordsAre(words, i, 'rather than'))
      return tags.form[i + 2] !== 'ing' && !/^(?:a|any)$/.test(words.norm[i + 2]);
  return false;
}

/** "the wrong size", "incorrect information", "twice", "too late", "in error": in the object or behind it. */
function wrongAfter(reading: LazyReading, from: number, to: number, lemma = ''): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'accident' && norm[i - 1] === 'by') return true;
    if (!inList('wrong-objects', norm[i])) continue;
    // "charged twice" is wrong; "checked twice" and "praised twice" are not.
    if (norm[i] === 'twice' && !DOUBLED.has(lemma)) continue;
    if (norm[i] === 'error' || norm[i] === 'mistake') {
      if (norm[i - 1] !== 'in' && norm[i - 1] !== 'by') continue;
    }
    if (norm[i] === 'late' && norm[i - 1] !== 'too' && norm[i + 1] !== 'delivery' && !cameLate(norm, i, lemma)) continue;
    return true;
  }
  return false;
}

/** "delivered it late", "turned up an hour late"; not "as late as nine". */
function cameLate(norm: readonly string[], at: number, lemma: string): boolean {
  return (
    /^(?:deliver|arrive|come|turn|send|start)$/.test(lemma) &&
    norm[at - 1] !== 'as' &&
    !/^(?:in|on|at|last|for|night|evening)$/.test(norm[at + 1] ?? '')
  );
}

/** "missed you", "lost no time", "broke the news": fault verbs that fail nobody here. */
function idiom(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const after = norm[clause.verb!.to] ?? '';
  if (clause.verb!.lemma === 'drop') return /^(?:by|in|you|us|off|a)$/.test(after);
  // A flight is missed by those who fly, a deadline by whoever is late: when it is we, that fails somebody.
  if (clause.verb!.lemma === 'miss' && findListed(reading.grammar.words, clause.verb!.to, clause.to, 'departures') >= 0)
    return clause.subject?.actor !== 'own';
  // "We missed you yesterday" owns up, "we've missed you" is glad.
  if (clause.verb!.lemma === 'miss')
    return after === 'you' && norm[clause.verb!.to + 1] !== 'out' && (clause.subject?.actor !== 'own' || clause.verb!.tense === 'perfect');
  if (clause.verb!.lemma === 'break') return /^(?:down|the)$/.test(after) && norm[clause.verb!.to + 1] === 'news';
  if (clause.verb!.lemma === 'shut') return after !== 'you';
  if (clause.verb!.lemma === 'mix' || clause.verb!.lemma === 'mess' || clause.verb!.lemma === 'screw')
    return after !== 'up' && !findWordAfter(norm, clause.verb!.to, clause.to, 'up');
  return false;
}

function findWordAfter(norm: readonly string[], from: number, to: number, word: string): boolean {
  for (let i = from; i < Math.min(to, from + 5); i += 1) if (norm[i] === word) return true;
  return false;
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
