import { inList, listed } from '../../lexicon/index.js';
import { answeredAct } from './act-answers.js';
import { advised } from './act-advice.js';
import { askedAct } from './act-asks.js';
import { actByTheWay } from './act-ways.js';
import { isForAnotherTime, isGeneral } from './act-generalities.js';
import { passesForAction } from './act-handover.js';
import { actInWhatIs } from './act-there.js';
import { resultAct, SETTLED, unreadAct } from './act-results.js';
import { actInOtherForm } from './act-forms.js';
import { effectOfClause } from './act-verbs.js';
import { announcedRegret, bareRegretOf, regretOf, saysAnyTime, saysWhen } from './act-window.js';
import { continues } from './promises.js';
import { failsToAct } from '../fault/failing.js';
import { doneToWhatItHas } from '../grammar/causative.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Sentence, SpeechAct } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');

/** Those who act for us: when they do something, we do. */
const OURS: ReadonlySet<Actor> = new Set<Actor>(['own', 'colleague', 'department', 'third-party']);
const HOPING = new Set(['hope', 'wish', 'trust', 'pray']);
/** Refusals that refuse nothing: we can't imagine, we cannot thank you enough, we can't guarantee. */
const EMPTY_REFUSAL = new Set(
  'imagine wait thank apologise stress control understand comment say see find believe guarantee express agree excuse hear tell emphasise overstate undo explain know fault be have go get do'.split(
    ' ',
  ),
);
const LIMITING = new Set('offer allow refund accept cover permit compensate reimburse issue provide credit waive'.split(' '));

/**
 * What the sentences of ours do: done, promised, offered, asked, instructed, answered, decided, or merely noted. At most one act a clause; an apology,
 * a hope, a standard and a failing told are none. "Noted" are those that move nothing: comments logged or passed on, a promise about the future alone.
 */
export function readActs(reading: LazyReading): readonly SpeechAct[] {
  const acts: SpeechAct[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body') continue;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (clause.mention) continue;
      const act = actOf(reading, sentence, clause);
      if (act) acts.push({ start: clause.start, end: clause.end, sentence: sentence.index, clause: clause.index, ...act });
    }
  }
  return acts;
}

/** The kind of an act and the dictionary form of its verb. */
export type Act = Pick<SpeechAct, 'kind' | 'lemma'>;

function actOf(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const asked = askedAct(reading, sentence, clause);
  if (asked !== undefined) return asked ?? undefined;
  if (!clause.negated && moneyBack(reading, clause)) return { kind: 'done', lemma: 'return' };
  if (!clause.verb) return sentence.question ? undefined : unreadAct(reading, sentence, clause);
  if (clause.mood === 'question' || clause.mood === 'condition' || clause.mood === 'counterfactual') return undefined;
  if (isHoped(reading, clause) || isMeasure(reading, clause)) return undefined;
  // How a failure came about is no act of ours, but it answers those who asked why.
  if (failsToAct(reading, clause) || isRegretted(reading, clause) || isGeneral(reading, sentence, clause))
    return answeredAct(reading, sentence, clause);
  return (
    facesThem(reading, sentence, clause) ??
    decision(reading, clause) ??
    actInWhatIs(reading, clause) ??
    actInOtherForm(reading, sentence, clause) ??
    actByTheWay(reading, clause) ??
    ownAct(reading, sentence, clause) ??
    advised(reading, sentence, clause) ??
    invites(reading, sentence, clause) ??
    resultAct(reading, sentence, clause) ??
    answeredAct(reading, sentence, clause)
  );
}

/** "£150 goes back to your account": behind a sum the verb is taken for a noun. */
function moneyBack(reading: LazyReading, { from, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i + 3 < to; i += 1)
    if (
      norm[i] === 'back' &&
      /^(?:to|on|in|into)$/.test(norm[i + 1]) &&
      /^(?:your|her|his|their)$/.test(norm[i + 2]) &&
      /^(?:account|card|bank)$/.test(norm[i + 3])
    )
      return true;
  return false;
}

/** "(more orders) than we could bake": what is told to be enough or too little. */
function isMeasure({ grammar: { words } }: LazyReading, { subject, link }: Clause): boolean {
  return link === 'than' || (subject !== undefined && words.norm[subject.from - 1] === 'than');
}

/** "We hope that you'll try us once more": what is hoped is not said to happen. */
function isHoped(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  if (!before?.verb || before.sentence !== clause.sentence) return false;
  if (/^(?:and|but|so|because|as)$/.test(clause.link ?? '')) return false;
  // "We trust our team will have it open shortly" says what they do; "we trust you will understand" hopes.
  if (before.verb.lemma === 'trust' && clause.verb!.tense === 'future' && clause.subject && clause.subject.actor !== 'customer')
    return !OURS.has(clause.subject.actor);
  return HOPING.has(before.verb.lemma) || (before.verb.lemma === 'look' && reading.grammar.words.norm[before.verb.to] === 'forward');
}

/**
 * What an apology complements is the failing, not the remedy: "I'm sorry we sent you there", "We gave your slot away, and I'm sorry",
 * "We delivered it dented because we skipped the check".
 */
function isRegretted(reading: LazyReading, clause: Clause): boolean {
  if (clause.verb!.tense !== 'past' && clause.verb!.tense !== 'perfect') return false;
  const next = reading.clauses[clause.index + 1];
  if (next?.verb && next.sentence === clause.sentence && /^(?:because|as|since)$/.test(next.link ?? '') && failsToAct(reading, next))
    return true;
  if (regretOf(reading, clause) || isDeplored(reading, clause)) return true;
  return clause.verb!.tense === 'past' && (bareRegretOf(reading, clause) ?? announcedRegret(reading, clause)) !== undefined;
}

/** "It's disappointing you were given the wrong time", "it is a shame that nobody called" */
function isDeplored(reading: LazyReading, { index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  if (before?.sentence !== sentence || before.verb?.lemma !== 'be' || before.verb.negated) return false;
  const { words } = reading.grammar;
  for (let i = before.verb.to; i < before.to; i += 1) if (EVALUATIVE_WORDS.at(words, i)) return true;
  return false;
}

/** A refusal is a decision: unwelcome, but it ends the waiting. A hedged one (`might not be able`) is not. */
function decision(reading: LazyReading, clause: Clause): Act | undefined {
  const { verb, subject, negated } = clause;
  if (!verb || verb.tense === 'none') return undefined;
  if (noCanDo(reading, clause) || isClosed(reading, clause)) return { kind: 'decided', lemma: verb.lemma };
  if (!negated) return notSomething(reading, clause);
  // "We regret that we could not fit you in", "sorry we weren't able to mow it": what did not happen then, no answer for now.
  if ((verb.modal === 'could' || (verb.modal === 'can' && verb.tense === 'past')) && isSorryBefore(reading, clause)) return undefined;
  const eligible =
    verb.lemma === 'qualify' ||
    (verb.lemma === 'be' && /^(?:eligible|entitled|refundable|transferable|covered)$/.test(reading.grammar.words.norm[verb.to] ?? ''));
  if (eligible) return { kind: 'decided', lemma: verb.lemma };
  // "It cannot be extended": whoever decides it.
  if (isBarred(reading, clause)) return { kind: 'decided', lemma: verb.lemma };
  if (subject?.actor !== 'own') return undefined;
  // "We cannot be held liable" disowns; it decides nothing about what they asked for.
  if (verb.lemma === 'hold' && /^(?:liable|responsible|accountable)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return undefined;
  if (EMPTY_REFUSAL.has(verb.lemma) || inList('courtesy-verbs', verb.lemma) || turnsBackTime(reading, clause)) return undefined;
  const refuses = /^(?:can|could|will|would|shall)$/.test(verb.modal ?? '') || verb.tense === 'future';
  const limits = verb.tense === 'present' && !verb.modal && LIMITING.has(verb.lemma);
  return refuses || limits ? { kind: 'decided', lemma: verb.lemma } : undefined;
}

/** "Your voucher cannot be extended"; not "we can never guarantee that it can't be changed". */
function isBarred(reading: LazyReading, { verb, subject, index, sentence }: Clause): boolean {
  if (verb!.voice !== 'passive' || verb!.modal !== 'can' || verb!.tense !== 'present' || subject?.actor !== 'thing') return false;
  const before = reading.clauses[index - 1];
  const doubted =
    before?.sentence === sentence && before.verb !== undefined && /^(?:guarantee|promise|ensure|say|think|hope)$/.test(before.verb.lemma);
  return !doubted && verb!.lemma !== 'hold' && inList('remedial-verbs', verb!.lemma);
}

/** "We can't turn back the clock", "we can't bring back the evening" */
function turnsBackTime({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = words;
  if (!/^(?:turn|bring|give|make|change|wind|put)$/.test(verb!.lemma)) return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 6); i += 1)
    if (/^(?:time|clock|hours?|days?|evening|past|happened)$/.test(norm[i]))
      return /^(?:back|up)$/.test(norm[verb!.to] ?? '') || norm[i] !== 'time';
  return false;
}

/** "We regard the case as concluded." */
function isClosed(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (subject?.actor !== 'own' || !/^(?:regard|consider|treat|deem)$/.test(verb!.lemma)) return false;
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < Math.min(to + 2, verb!.to + 7); i += 1)
    if (/^(?:closed|concluded|settled|final|finished)$/.test(norm[i] ?? '')) return true;
  return false;
}

/** "So no can do", "it's a no from us, I'm afraid". */
function noCanDo({ grammar: { words } }: LazyReading, { from, to }: Clause): boolean {
  const { norm } = words;
  for (let i = from; i < Math.min(to, from + 12); i += 1) {
    if (norm[i] !== 'no') continue;
    if (norm[i + 1] === 'can' && norm[i + 2] === 'do') return true;
    if (norm[i - 1] === 'a' && (i + 1 >= to || /^(?:from|on|this|for|i|i'm|sorry)$/.test(norm[i + 1] ?? ''))) return true;
  }
  return false;
}

/** "This isn't a thing we'd lend you a van for." */
function notSomething(reading: LazyReading, { verb, subject, index, sentence }: Clause): Act | undefined {
  const before = reading.clauses[index - 1];
  if ((verb!.modal !== 'would' && verb!.modal !== 'can') || inList('courtesy-verbs', verb!.lemma)) return undefined;
  if (subject?.actor !== 'own' || before?.sentence !== sentence || !before.verb?.negated || before.verb.lemma !== 'be') return undefined;
  return before.to === (subject?.from ?? -1) ? { kind: 'decided', lemma: verb!.lemma } : undefined;
}

/** Regret in the clause before, or in the words that lead up to this one. */
function isSorryBefore(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !before.verb || !/^(?:regret|apologise|be)$/.test(before.verb.lemma)) return false;
  if (before.verb.lemma !== 'be') return true;
  const { norm } = reading.grammar.words;
  return norm.slice(before.verb.to, before.to).includes('sorry');
}

/** "The head would like to see you tomorrow at 8.15": somebody of ours whom the words do not show as such, at a time. */
function invites(reading: LazyReading, sentence: Sentence, { verb, subject, mood }: Clause): Act | undefined {
  if (verb!.modal !== 'would' || !/^(?:like|love|want)$/.test(verb!.lemma) || mood !== 'statement' || subject?.actor !== 'thing')
    return undefined;
  const { norm } = reading.grammar.words;
  const meets = norm[verb!.to] === 'to' && /^(?:see|meet|talk|speak|ring|call|phone|show|visit)$/.test(norm[verb!.to + 1] ?? '');
  return meets && saysWhen(reading, sentence) ? { kind: 'offered', lemma: norm[verb!.to + 1] } : undefined;
}

/** "I'd like to say so to him myself", "to apologise to her in person": what is offered is to come before them. */
function facesThem({ grammar: { words } }: LazyReading, { to }: Sentence, { verb, subject, negated }: Clause): Act | undefined {
  const { norm } = words;
  if (subject?.actor !== 'own' || negated || verb!.modal !== 'would' || !/^(?:like|love|want)$/.test(verb!.lemma)) return undefined;
  const said = norm.slice(verb!.to, Math.min(to, verb!.to + 14));
  const faces = said.some(
    (word, k) => word === 'myself' || (word === 'person' && said[k - 1] === 'in') || (word === 'face' && said[k + 1] === 'to'),
  );
  return faces && said[0] === 'to' && /^(?:say|tell|apologise|explain|show|come|meet|visit)$/.test(said[1] ?? '')
    ? { kind: 'offered', lemma: said[1] }
    : undefined;
}

/** We, our people or our partners did, are doing, will do, or offer to do something. */
function ownAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const verb = clause.verb!;
  if (clause.negated) return undefined;
  // "I'll come round on Tuesday and bring the part."
  if (clause.mood === 'imperative') return continues(reading, clause) ? carriedOn(reading, clause) : undefined;
  // "I can be reached on …", "we'll be headed out".
  if (verb.voice === 'passive') return clause.subject?.actor === 'own' ? passiveOwn(clause) : undefined;
  const actor = clause.subject?.actor;
  // "If anything moves will let you know."
  const keptTold = verb.lemma === 'keep' && reading.grammar.words.norm[verb.to] === 'you';
  const dropped =
    clause.subject === undefined && (verb.from === sentence.from || keptTold) && (verb.tense === 'perfect' || verb.tense === 'future');
  if (!dropped && (actor === undefined || !OURS.has(actor)) && !isOurPerson(reading, clause)) return undefined;
  // "All we can": a modal without its verb.
  if (verb.lemma === verb.modal) return undefined;
  // "I can see what this meant" understands; "we'll see what we can do" acts.
  if (verb.lemma === 'see' && /^(?:can|could)$/.test(verb.modal ?? '')) return undefined;
  // "We should have you skating within the hour."
  if (verb.lemma === 'have' && verb.modal === 'should' && reading.grammar.words.norm[verb.to] === 'you')
    return saysAnyTime(reading, sentence) ? { kind: 'promised', lemma: 'have' } : undefined;
  if (isWarmth(reading, clause)) return undefined;
  const work = hasDone(reading, clause) ?? atWork(reading, sentence, clause);
  if (work) return work;
  const how = manner(reading, clause, actor === 'own' || dropped);
  if (!how) return undefined;
  const { effect, lemma } = effectOfClause(reading, clause);
  if (effect === 'nothing' && how !== 'answered') return undefined;
  const later = isForAnotherTime(reading, sentence, clause, lemma) && !isFree(reading, sentence);
  const noted = (effect === 'notes' && !passesForAction(reading, clause)) || later;
  return { kind: noted ? 'noted' : how, lemma };
}

/** "The first course is on us next time": what is given makes amends, whenever it is taken. */
function isFree({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i + 1 < to; i += 1)
    if (words.norm[i] === 'on' && (/^(?:us|me)$/.test(words.norm[i + 1]) || (words.norm[i + 1] === 'the' && words.norm[i + 2] === 'house')))
      return (
        !/^(?:ring|call|phone|reach|contact|text|rely|count|back|rang|called)$/.test(words.norm[i - 1] ?? '') &&
        !/^\d/.test(words.norm[i + 1] ?? '')
      );
  return false;
}

/** "We'll take good care of you", "hopefully Sunday will be nicer": warm words about another time. */
function isWarmth({ grammar: { words } }: LazyReading, { verb, subject, from, to }: Clause): boolean {
  const { norm } = words;
  // The desk that will look after them is where they are to go.
  if (verb!.lemma === 'take' && subject && /^(?:we|i|crew)$/.test(norm[subject.head]))
    for (let i = verb!.to + 1; i < Math.min(to, verb!.to + 3); i += 1)
      if (norm[i] === 'care' && norm[i - 1] !== 'take' && norm[i + 1] === 'of' && norm[i + 2] === 'you') return true;
  if (norm[from] !== 'hopefully') return false;
  for (let i = verb!.to; i < to; i += 1) if (/^(?:better|smoother|nicer|happier)$/.test(norm[i])) return true;
  return false;
}

function carriedOn(reading: LazyReading, clause: Clause): Act | undefined {
  const { effect, lemma } = effectOfClause(reading, clause);
  return effect === 'nothing' ? undefined : { kind: effect === 'notes' ? 'noted' : 'promised', lemma };
}

function passiveOwn({ verb }: Clause): Act | undefined {
  const { modal, lemma, tense } = verb!;
  if (modal === 'can' && /^(?:reach|contact|call|find|phone|email)$/.test(lemma)) return { kind: 'offered', lemma };
  return tense === 'future' && lemma === 'head' ? { kind: 'promised', lemma } : undefined;
}

/** "Our engineers are on it", "I'm on the case", "we're rolling out a fix", "we've since replaced the beds": what the verb alone does not show. */
function atWork(reading: LazyReading, sentence: Sentence, { verb }: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const { lemma, tense, to } = verb!;
  if (verb!.modal) return undefined;
  if (lemma === 'be' && tense === 'present') {
    const on = /^(?:already|now|currently|still)$/.test(norm[to] ?? '') ? to + 1 : to;
    if (norm[on] === 'on' && (norm[on + 1] === 'it' || (norm[on + 1] === 'the' && norm[on + 2] === 'case')))
      return { kind: 'promised', lemma };
    const doing =
      norm[to]?.endsWith('ing') && tags.pos[to] === 'nominal' && /^(?:out|up|off|over|the|a|an|your|this|it)$/.test(norm[to + 1] ?? '');
    return doing ? { kind: 'promised', lemma: norm[to].slice(0, -3) } : undefined;
  }
  // "We have an estimated departure of 10.40."
  if (lemma === 'have' && to - verb!.from === 1 && /^(?:an?|the|your|new)$/.test(norm[to] ?? '') && saysWhen(reading, sentence))
    return { kind: 'answered', lemma };
  // "We have our engineers on the roof".
  if (
    lemma === 'have' &&
    norm[to] === 'our' &&
    /^(?:team|crew|mechanics?|engineers?|technicians?|staff|agents?|people|maintenance|ground|best)$/.test(norm[to + 1] ?? '')
  )
    return { kind: 'promised', lemma };
  return undefined;
}

/** "I've had the screen changed", "we'll have it collected": done by others for us. "I have your table booked": so it stands. */
function hasDone(reading: LazyReading, clause: Clause): Act | undefined {
  const done = doneToWhatItHas(reading, clause);
  if (!done) return undefined;
  const { lemma } = done;
  const { verb } = clause;
  if (verb!.tense === 'present' && (verb!.modal !== undefined || !SETTLED.has(lemma))) return undefined;
  const noted = inList('noted-verbs', lemma);
  return { kind: noted ? 'noted' : verb!.tense === 'future' ? 'promised' : 'done', lemma };
}

/** "Our owner is considering": any head that "our" or "my" possesses can act for us. */
function isOurPerson(reading: LazyReading, clause: Clause): boolean {
  const first = clause.subject && reading.grammar.words.norm[clause.subject.from];
  // "Someone will get back to you".
  if (first === 'someone' || first === 'somebody') return clause.verb!.tense === 'future';
  return (first === 'our' || first === 'my') && (clause.verb!.progressive || clause.verb!.tense === 'future');
}

/** What somebody of ours does at a time that is told. */
const FETCHING = /^(?:pick|collect|fetch|bring|come|call|ring|deliver|visit|swap|replace|repair|fit|install|meet)$/;

/** Done, promised, offered, or none of them: what tense and modal say. */
function manner(reading: LazyReading, clause: Clause, own: boolean): Act['kind'] | undefined {
  const verb = clause.verb!;
  if (/^(?:who|which|that|because|since|when|as)$/.test(clause.link ?? '') && verb.tense === 'past') return undefined;
  // "What we are spending in a week …": told of, not begun.
  if (verb.progressive && (verb.modal === 'can' || verb.modal === 'could' || clause.link === 'what')) return undefined;
  switch (verb.modal) {
    case 'may':
    case 'might':
    case 'must':
    case 'should':
    case 'ought':
      return undefined;
    case 'would':
      return own && verb.tense === 'present' && (isWilling(reading, clause) || isAble(reading, clause)) ? 'offered' : undefined;
    case 'can':
      // "so we can improve" is a purpose, not an offer.
      return /^(?:so|that)$/.test(reading.grammar.words.norm[(clause.subject ?? verb).from - 1] ?? '') ? undefined : 'offered';
    case 'could':
      return verb.tense === 'present' && own ? 'offered' : undefined;
  }
  if (verb.tense === 'future' || verb.modal === 'will') return 'promised';
  // "We had swapped two labels" tells how it came about.
  if (verb.tense === 'perfect' && reading.grammar.words.norm[verb.from] === 'had') return undefined;
  if (verb.tense === 'perfect') return verb.lemma === 'be' ? undefined : isRoutine(reading, clause) ? undefined : 'done';
  // "I am writing to tell you" does nothing yet.
  if (verb.progressive) return verb.tense === 'present' && verb.lemma !== 'write' && !isRoutine(reading, clause) ? 'promised' : undefined;
  if (verb.tense === 'past') {
    const helps = inList('remedial-verbs', verb.lemma) || verb.lemma === 'take';
    return helps && (own || (verb.lemma !== 'take' && servesCustomer(reading, clause))) ? 'done' : undefined;
  }
  // "Our driver picks it up tomorrow between 10 and 12."
  if (verb.tense === 'present' && !own && FETCHING.test(verb.lemma) && !isRoutine(reading, clause))
    return saysWhen(reading, reading.sentences[clause.sentence]) ? 'promised' : undefined;
  if (verb.tense === 'present' && own) return isMeanwhile(reading, clause) ? 'promised' : presentAct(reading, clause);
  return undefined;
}

/** "Thanks for bearing with us as we work on it", "while we find a spare unit": what we are at meanwhile. */
function isMeanwhile(reading: LazyReading, { verb, link, subject, sentence }: Clause): boolean {
  if (!/^(?:as|while|whilst)$/.test(link ?? '') || verb!.modal || !subject) return false;
  // What opens its sentence gives a cause or a contrast: "As we work by hand, …".
  const at = subject.from - 1;
  if (at <= reading.sentences[sentence].from) return false;
  // "As soon as we get the part."
  if (/^(?:soon|far|long|much|well|fast|quickly|often)$/.test(reading.grammar.words.norm[at - 1])) return false;
  if (verb!.lemma === 'work' || verb!.lemma === 'try' || verb!.lemma === 'get' || verb!.lemma === 'wait') return true;
  return link !== 'as' && inList('remedial-verbs', verb!.lemma) && !/^(?:offer|give|run|treat|work)$/.test(verb!.lemma);
}

/** "Maria found your parcel" serves them; "our desk gave out the badges" is a tale. */
function servesCustomer(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = clause.verb!.to; i < Math.min(clause.to, clause.verb!.to + 4); i += 1)
    if (norm[i] === 'you' || norm[i] === 'your') return true;
  return false;
}

/** We'd like to, would be happy to, would love to: an offer when the infinitive moves something. */
function isWilling(reading: LazyReading, clause: Clause): boolean {
  const { lemma } = clause.verb!;
  const { norm } = reading.grammar.words;
  if (lemma === 'like' || lemma === 'love' || lemma === 'want' || lemma === 'welcome' || lemma === 'appreciate') return true;
  return lemma === 'be' && /^(?:happy|glad|pleased|delighted|willing|keen|able|more|very|only)$/.test(norm[clause.verb!.to] ?? '');
}

/** "We'd be able to look at it." */
function isAble({ grammar: { words } }: LazyReading, { verb, negated }: Clause): boolean {
  return !negated && words.norm[verb!.main - 1] === 'to' && words.norm[verb!.main - 2] === 'able';
}

/** The plain present does little: we are happy to refund, I enclose, we check with the organiser. Habits are no act. */
function presentAct(reading: LazyReading, clause: Clause): Act['kind'] | undefined {
  const verb = clause.verb!;
  if (isRoutine(reading, clause)) return undefined;
  if (verb.lemma === 'be' && isWilling(reading, clause)) return 'offered';
  // "We allow you to rebook at no cost."
  if (/^(?:allow|let)$/.test(verb.lemma) && reading.grammar.words.norm[verb.to] === 'you') return 'offered';
  if (verb.lemma === 'be' && effectOfClause(reading, clause).effect === 'moves') return 'promised';
  if ((verb.lemma === 'have' || verb.lemma === 'see' || verb.lemma === 'show') && saysWhen(reading, reading.sentences[clause.sentence]))
    return 'answered';
  // "We do the repair on Friday", "I send you the label today": the present of a plan, or of a writer whose language has no other.
  const planned = inList('remedial-verbs', verb.lemma) || /^(?:do|come|bring|have|make)$/.test(verb.lemma);
  if (planned && saysWhen(reading, reading.sentences[clause.sentence])) return 'promised';
  if (verb.lemma === 'do' && /^(?:everything|all|whatever)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return 'promised';
  if (!verb.modal && /^(?:expect|plan|intend)$/.test(verb.lemma)) return 'promised';
  return /^(?:enclose|attach|check|send|refund|offer|propose|suggest|await|promise)$/.test(verb.lemma) ? 'promised' : undefined;
}

function isRoutine(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = Math.max(clause.from, clause.verb!.from - 2); i < clause.to; i += 1)
    if (/^(?:always|never|regularly|usually|normally|constantly|continuously|continually|every|consistently|daily|often)$/.test(norm[i]))
      return true;
  return false;
}
