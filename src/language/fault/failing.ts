import { inList, listed, wordClass } from '../../lexicon/index.js';
import { hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, VerbGroup } from '../reading.js';
import { wordsAre } from '../window.js';
import { goesAmiss, isDoneAmiss, isRendered, isTakenAway } from './amiss.js';
import { overreaches } from './overreach.js';
import { isFailedPassive } from './passive-faults.js';
import { shirks } from './shirking.js';

const DEPARTURES = listed('departures');
const FAULT_NOUNS = listed('fault-nouns');
const FAULTY_CONDUCT = listed('faulty-conduct');
const TROUBLE_NOUNS = listed('trouble-nouns');
const WRONG_OBJECTS = listed('wrong-objects');

/** Verbs whose past tense is their base form. */
const SAME_IN_PAST = new Set('let put misread set cut shut hit hurt split'.split(' '));
/** Fault nouns that can be somebody's: Dave's mistake. A delay or a wait is nobody's by itself. */
export const BLAMEWORTHY = wordClass(
  'mistake mistakes error errors fault mix-up mixup oversight slip blunder negligence carelessness incompetence inattention lapse failure failures misunderstanding miscommunication doing',
);
/** After `should have`, these tell what is expected to have happened, not what somebody ought to have done (RULES §1.3). */
const EXPECTED = new Set('receive get have see arrive be come reach'.split(' '));
/** What nobody wants done twice. */
const DOUBLED = new Set(
  'charge bill debit book sell let reserve promise send deliver take print ship pay invoice enter post order process deduct cancel collect withdraw happen miss fail sell allocate issue'.split(
    ' ',
  ),
);
/** "They should have finished by the end of May": when it will be over. */
function isForeseen(norm: readonly string[], { verb, to }: Clause): boolean {
  return (
    !verb!.negated &&
    norm[verb!.to] === 'by' &&
    verb!.to + 1 < to &&
    /^(?:finish|complete|end|clear|land|return|recover)$/.test(verb!.lemma)
  );
}

/** Duties that are told as left out: without finishing, asking, looking. */
const LEFT_OUT = new Set('finish ask look wait consult obtain test measure secure close lock knock run leave'.split(' '));
/** What is supplied "instead of" something else is the wrong thing. */
const SUPPLYING = new Set('send deliver give ship post charge book fit pack bill dispatch serve print supply'.split(' '));

const DAMAGED = wordClass('broken damaged faulty defective cracked torn');

/** Is the clause's verb, with its object, a failure? Negation reverses: `did not send` fails, `did not forget` does not. */
export function failsToAct(reading: LazyReading, clause: Clause): boolean {
  const { verb } = clause;
  if (!verb) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const subject = clause.subject;
  const failing =
    inList('fault-verbs', verb.lemma) ||
    isDoneAmiss(words, verb) ||
    goesAmiss(words, clause) ||
    isTakenAway(words, clause) ||
    doubled(norm, verb) ||
    leavesUndone(norm, verb.lemma, verb.to, reading.sentences[clause.sentence].to) ||
    leavesOut(reading, clause) ||
    (verb.lemma === 'let' && hasParticle(norm, verb.to, clause.to, 'down')) ||
    (verb.lemma === 'take' && wordsAre(words, verb.to, 'too long')) ||
    (verb.lemma === 'hang' && norm[verb.to] === 'up') ||
    (verb.lemma === 'leave' && verb.voice === 'active' && norm[verb.to] === 'out' && subject?.actor === 'own') ||
    (verb.lemma === 'drop' && wordsAre(words, verb.to, 'the ball')) ||
    (verb.lemma === 'cause' && verb.voice === 'active' && TROUBLE_NOUNS.first(words, verb.to, Math.min(clause.to, verb.to + 5)) >= 0) ||
    (verb.voice === 'passive' && verb.lemma === 'make' && subject !== undefined && BLAMEWORTHY.at(words, subject.head));
  if (isFailedPassive(reading, clause)) return true;
  if (verb.lemma === 'do' && norm[verb.to] === 'nothing' && norm[verb.to + 1] !== 'wrong') return verb.tense === 'past' && !verb.modal;
  // "It goes through to every box that has not been packed": which ones, not whose fault.
  if (clause.negated && clause.link !== undefined && /^(?:every|any|all|each)$/.test(norm[clause.subject?.from ?? -1] ?? '')) return false;
  if (clause.negated && !verb.negated) return false;
  // "was accidentally deleted": the adverb may stand inside the verb group.
  const wrongObject =
    wrongAfter(reading, verb.from, clause.to, verb.lemma) ||
    (verb.voice === 'passive' &&
      subject !== undefined &&
      wrongAfter(reading, subject.from, subject.to) &&
      // "A broken vase was paid from the wage" tells of a rule, "a broken lamp was sent" of a failure.
      (DAMAGED.first(words, subject.from, subject.to) < 0 ||
        SUPPLYING.has(verb.lemma) ||
        inList('fault-verbs', verb.lemma) ||
        /^(?:use|install|leave|put|hand|supply|sell)$/.test(verb.lemma)));
  const past = verb.tense === 'past' || verb.tense === 'perfect' || looksPast(clause) || doubled(norm, verb);
  if (
    verb.lemma === 'be' &&
    verb.tense === 'present' &&
    !verb.negated &&
    !verb.modal &&
    (wordsAre(words, verb.to, 'at fault') || wordsAre(words, verb.to, 'to blame'))
  )
    return true;
  if (past && !verb.negated && (givenAway(reading, clause) || overreaches(reading, clause))) return true;
  if (past && verb.lemma === 'be' && !verb.negated && (supposedToAct(reading, clause) || atFault(reading, clause))) return true;
  if (past && !verb.negated && SUPPLYING.has(verb.lemma) && swapped(reading, verb.to, clause.to)) return true;
  if (verb.modal === 'should' || verb.modal === 'ought')
    return verb.tense === 'perfect' && !EXPECTED.has(verb.lemma) && norm[verb.to] !== 'any' && !isForeseen(norm, clause);
  // "somebody must have forgotten": inferred, and said.
  if (verb.modal && verb.modal !== 'could' && !(verb.modal === 'must' && verb.tense === 'perfect')) return false;
  if (past && lacksKnowledge(reading, clause)) return true;
  // "We haven't got any known faults": to have no failure is none.
  if (past && !verb.negated && asWasNotDue(reading, clause)) return true;
  if (past && verb.negated && !failing && neverDid(reading, clause)) return true;
  if (verb.negated && verb.modal === 'could' && verb.lemma === 'get' && getsNothingDone(reading, clause)) return true;
  if (shirks(reading, clause) || tellsNobody(reading, clause) || comesAmiss(reading, clause)) return true;
  if (verb.negated) return past && !failing && isOwed(clause) && !wrongObject && FAULT_NOUNS.first(words, verb.to, clause.to) < 0;
  if (!past) return false;
  if (failing) return !idiom(reading, clause);
  if (verb.lemma === 'make' || verb.lemma === 'have')
    return wrongObject || FAULT_NOUNS.first(words, verb.to, Math.min(clause.to, verb.to + 4)) >= 0;
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

/** What is due in every house, or is rendered to a thing of the customer in theirs: "the claim was not answered", "the medicine was not dispensed". */
function isOwed({ verb, subject }: Clause): boolean {
  return inList('duty-verbs', verb!.lemma) || (verb!.voice === 'passive' && subject?.actor === 'thing' && isRendered(verb!.lemma));
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

/** "The venue's crew couldn't get the sound working in time", "could not get it fixed". */
function getsNothingDone(reading: LazyReading, { subject, sentence, verb }: Clause): boolean {
  if (!/^(?:colleague|department|third-party)$/.test(subject?.actor ?? '')) return false;
  const { norm } = reading.grammar.words;
  const { to } = reading.sentences[sentence];
  for (let i = verb!.to; i < Math.min(to, verb!.to + 7); i += 1)
    if (/^(?:working|going|running|ready|done|fixed|right|up|finished|set|open|to)$/.test(norm[i])) return true;
  return false;
}

/** "The cleaner told nobody about the leak": the duty is negated in its object. */
function tellsNobody(reading: LazyReading, { subject, verb, negated }: Clause): boolean {
  if (verb!.negated || verb!.modal || !/^(?:colleague|department|third-party)$/.test(subject?.actor ?? '')) return false;
  const { norm } = reading.grammar.words;
  const object = norm[verb!.to] ?? '';
  const nobody = object === 'nobody' || (object === 'no' && norm[verb!.to + 1] === 'one') || (object === 'nothing' && negated);
  return nobody && /^(?:tell|inform|ask|warn|notify|say|do|check|send|pass|write)$/.test(verb!.lemma);
}

/** "The wrong invoice came from accounts". */
function comesAmiss(reading: LazyReading, { subject, verb, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (!/^(?:come|originate|stem)$/.test(verb!.lemma) || verb!.negated || !subject) return false;
  return hasWord(norm, verb!.to, Math.min(to, verb!.to + 1), 'from') && wrongAfter(reading, subject.from, subject.to);
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
  return (
    verb!.tense === 'present' &&
    verb!.voice === 'active' &&
    !verb!.modal &&
    !verb!.negated &&
    !verb!.progressive &&
    SAME_IN_PAST.has(verb!.lemma)
  );
}

/** gave your room away, gave your seat to somebody else. */
function givenAway(reading: LazyReading, clause: Clause): boolean {
  const verb = clause.verb!;
  if (verb.lemma !== 'give' && verb.lemma !== 'sell') return false;
  const { words } = reading.grammar;
  return (
    hasParticle(words.norm, verb.to, clause.to, 'away') ||
    hasParticle(words.norm, verb.to, clause.to, 'else') ||
    (words.norm[verb.to] === 'to' && words.norm[verb.to + 1] === 'another') ||
    // "gave your room to a wedding party"
    (words.norm[verb.to] === 'your' &&
      /^(?:room|seat|table|place|slot|bed|spot)$/.test(words.norm[verb.to + 1] ?? '') &&
      words.norm[verb.to + 2] === 'to')
  );
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
  return FAULTY_CONDUCT.first(words, clause.verb!.to, Math.min(clause.to, clause.verb!.to + 4)) >= 0;
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
export function lacksKnowledge(reading: LazyReading, { verb, subject, negated }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  if (verb!.lemma === 'be' || verb!.lemma === 'train' || verb!.lemma === 'inform')
    return negated
      ? /^(?:aware|trained|properly|informed|qualified|familiar|told)$/.test(norm[verb!.lemma === 'be' ? verb!.to : verb!.main])
      : /^(?:unaware|misinformed|untrained|inexperienced|new)$/.test(norm[verb!.to] ?? '');
  return verb!.negated && /^(?:know|realise|realize|understand|notice|spot|see|look|follow|care|bother|communicate)$/.test(verb!.lemma);
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
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'accident' && norm[i - 1] === 'by') return true;
    // "debited a second time", "charged two times".
    const again = (norm[i] === 'time' && norm[i - 1] === 'second') || (norm[i] === 'times' && /^(?:two|three|2|3)$/.test(norm[i - 1]));
    if (again && DOUBLED.has(lemma) && !/^(?:ship|send|deliver)$/.test(lemma)) return true;
    if (!WRONG_OBJECTS.at(words, i)) continue;
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
  if (clause.subject?.actor === 'own' && doesGood(norm, clause, reading.sentences[clause.sentence].to)) return true;
  // "They have rejected the claim": what others decide about it is no failing.
  if (/^(?:reject|deny)$/.test(clause.verb!.lemma) && clause.subject?.actor === 'third-party')
    return /^(?:it|this|that|them)$/.test(after) || norm.slice(clause.verb!.to, clause.verb!.to + 4).some((word) => DECIDABLE.test(word));
  if (clause.verb!.lemma === 'drop') return /^(?:by|in|you|us|off|a)$/.test(after) || isPutOn(norm, clause);
  // A flight is missed by those who fly, a deadline by whoever is late: when it is we, that fails somebody.
  if (clause.verb!.lemma === 'miss' && DEPARTURES.first(reading.grammar.words, clause.verb!.to, clause.to) >= 0)
    return clause.subject?.actor !== 'own';
  // "We missed you yesterday" owns up, "we've missed you" is glad.
  if (clause.verb!.lemma === 'miss')
    return after === 'you' && norm[clause.verb!.to + 1] !== 'out' && (clause.subject?.actor !== 'own' || clause.verb!.tense === 'perfect');
  if (clause.verb!.lemma === 'break') return /^(?:down|the)$/.test(after) && norm[clause.verb!.to + 1] === 'news';
  if (clause.verb!.lemma === 'shut') return after !== 'you';
  if (clause.verb!.lemma === 'mix' || clause.verb!.lemma === 'mess' || clause.verb!.lemma === 'screw')
    return after !== 'up' && !hasParticle(norm, clause.verb!.to, clause.to, 'up');
  return false;
}

/** What is put to others for them to decide. */
const DECIDABLE = /^(?:claim|claims|request|application|appeal|payment|transfer|warranty|refund|chargeback)$/;
/** What a customer is glad to be rid of. */
const UNLOVED = /^(?:fee|fees|charge|charges|price|prices|fine|invoice|bill|surcharge|claim|reminder|minimum|requirement)$/;

/** "I've dropped the fee", "swapped your lamp for a new one", "skipped the next box as you asked", "torn up the invoice", "cracked it": verbs of failing that help. */
function doesGood(norm: readonly string[], { verb }: Clause, end: number): boolean {
  const said = norm.slice(verb!.to, Math.min(end, verb!.to + 12));
  switch (verb!.lemma) {
    case 'drop':
      return said.slice(0, 5).some((word) => UNLOVED.test(word)) || (/^\d/.test(said[0] ?? '') && said.slice(1, 6).includes('your'));
    case 'swap':
      return (
        said.some((word) => /^(?:new|fresh|right|correct|spare|working|bigger|better|faulty|broken)$/.test(word)) && !said.includes('wrong')
      );
    case 'skip':
      return said.some((word, k) => /^(?:asked|wanted|wished|requested|like)$/.test(word) && said[k - 1] === 'you');
    case 'tear':
    case 'rip':
      return said[0] === 'up' || said.slice(0, 4).some((word) => UNLOVED.test(word));
    case 'crack':
      return /^(?:it|this)$/.test(said[0] ?? '') || /^(?:case|puzzle|riddle|code|problem)$/.test(said[1] ?? '');
    default:
      return false;
  }
}

/** "My manager dropped 300 tickets on me": a load put on us fails no customer. */
function isPutOn(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.to; i + 1 < to; i += 1) if (/^(?:on|onto)$/.test(norm[i]) && /^(?:me|us|my|our)$/.test(norm[i + 1])) return true;
  return false;
}

/** Whether a particle stands close enough behind its verb to belong to it. */
function hasParticle(norm: readonly string[], from: number, to: number, particle: string): boolean {
  return hasWord(norm, from, Math.min(to, from + 5), particle);
}
