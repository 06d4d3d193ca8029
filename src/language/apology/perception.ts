import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { FEELING, IMPRESSION, JUDGING } from './parts.js';

/** Verbs of the senses and of the mind: how somebody takes a thing. */
const TAKING = new Set(
  'take see read hear receive understand interpret construe experience react respond view regard consider find perceive judge feel remember treat describe characterise rate deem sense'.split(
    ' ',
  ),
);
/** Behind such a verb: in what way it was taken. */
const AS_TAKEN = wordClass(
  'way light as differently wrongly wrong badly amiss personally offence offense umbrage exception heart seriously otherwise poorly negatively yourself manner',
);
/** What somebody is that is at ease; the lack of it is theirs. */
const AT_EASE = wordClass(
  'pleased satisfied happy content comfortable impressed convinced delighted thrilled keen fond taken glad fulfilled relaxed reassured persuaded comforted entertained enthusiastic enamoured charmed welcome valued appreciated heard',
);
/** … of which a thing can be the object, and still tells how somebody took it. */
const SEEN_AS = new Set(
  'take see perceive understand interpret view regard consider receive construe experience hear sense feel'.split(' '),
);
const MISTAKING = new Set('misunderstand misread misinterpret misconstrue'.split(' '));
/** "the answer doesn't satisfy you" */
const SUITING = new Set('please satisfy convince impress suit appeal help persuade reassure'.split(' '));
/** "this upsets you": now, in them. */
const STIRRING = new Set(
  'upset offend anger annoy bother disappoint displease irritate frustrate sadden distress worry trouble insult vex hurt'.split(' '),
);
/** How a thing is for whoever looks at it. */
const SEEMING = new Set('seem appear feel look sound strike come'.split(' '));
/** "sorry that you say so", "that you call us rude" */
const SAYING = new Set('say write call speak talk claim complain accuse allege argue'.split(' '));
/** "you don't share our view", "you can't see the point" */
const SHARING = new Set('share see accept follow understand get take'.split(' '));
const OUR_SIDE = wordClass(
  'view views point side position decision reasons reason reasoning joke humour humor funny opinion why intention intentions',
);
/** "you seem to have been offended", "you choose to see it as …" */
const RAISING = new Set('seem appear choose decide prefer tend happen continue'.split(' '));
const EXPECTED = wordClass('more better something otherwise different differently higher else');
/** Moods in which customers write. */
const MOODS = wordClass(
  'cross mad furious livid irate outraged appalled disgusted fuming shocked sad sceptical skeptical suspicious bitter resentful insulted affronted aggrieved puzzled bewildered bored shaken sore sensitive touchy unimpressed unconvinced irritated discontented disenchanted disillusioned',
);
const LIKING = wordClass('like enjoy love appreciate agree approve care fancy warm trust');
const RESERVATIONS = wordClass('doubts reservations misgivings objections qualms regrets grievances grievance reason grounds sense');

/** Whether what we are sorry about is how the customer felt, took or judged it: "you took the joke that way", "that's how you see it", "it was perceived as rude", "you aren't pleased". */
export function isTheirView(reading: LazyReading, clause: Clause, end: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { lemma, to, voice } = verb;
  if (inTheirEyes(norm, clause.from, end)) return true;
  const taken = TAKING.has(lemma) && AS_TAKEN.first(words, to, Math.min(end, to + 9)) >= 0;
  if (clause.subject?.actor === 'customer') {
    if (JUDGING.has(lemma) && !(lemma === 'find' && norm[to] === 'out')) return true;
    if (
      voice === 'active' &&
      taken &&
      !/^(?:receive|hear|find)$/.test(lemma) &&
      !(lemma === 'experience' && !norm.slice(to, end).includes('as'))
    )
      return true;
    if (
      RAISING.has(lemma) &&
      (TAKING.has(reading.grammar.tags.lemma[to + 1] ?? '') || FEELING.first(words, to, Math.min(end, to + 8)) >= 0)
    )
      return true;
    if (lemma === 'expect' && EXPECTED.first(words, to, Math.min(end, to + 3)) >= 0) return true;
    if (/^(?:be|feel|get|remain)$/.test(lemma) && MOODS.first(words, to, Math.min(end, to + 4)) >= 0) return true;
    const wrong = norm.slice(to, Math.min(end, to + 6));
    if (wrong.includes('wrong') && wrong.some((word) => /^(?:idea|end|message|impression|conclusion)$/.test(word))) return true;
    if (verb.tense === 'present' && SAYING.has(lemma) && verb.modal === undefined) return true;
    if (lemma === 'be' && /^(?:under|of)$/.test(norm[to] ?? '') && IMPRESSION.first(words, to, Math.min(end, to + 4)) >= 0) return true;
    if (clause.negated && SHARING.has(lemma) && OUR_SIDE.first(words, to, Math.min(end, to + 4)) >= 0) return true;
    if (clause.negated && notAtEase(reading, clause, end)) return true;
    if (!/^(?:have|form|come|gain|get|leave|hold|harbour|carry|keep)$/.test(lemma)) return false;
    const near = Math.min(end, to + 6);
    return IMPRESSION.first(words, to, near) >= 0 || RESERVATIONS.first(words, to, near) >= 0;
  }
  if (voice === 'passive' && !/^(?:we|i)$/.test(norm[clause.subject?.head ?? -1] ?? '') && !norm.slice(to, end).includes('by'))
    return (
      MISTAKING.has(lemma) ||
      (taken && SEEN_AS.has(lemma) && !norm.slice(to, end).includes('seriously')) ||
      (JUDGING.has(lemma) && FEELING.first(words, to, end) >= 0)
    );
  const you = norm.slice(to, Math.min(end, to + 3)).includes('you') || norm[to - 1] === 'you';
  if (
    you &&
    voice === 'active' &&
    verb.modal === undefined &&
    clause.subject?.actor !== 'own' &&
    ((clause.negated && SUITING.has(lemma)) || (verb.tense === 'present' && STIRRING.has(lemma)))
  )
    return true;
  if (
    SEEMING.has(lemma) &&
    clause.subject?.actor !== 'own' &&
    (within(norm, to, end, 'that way') || within(norm, to, end, 'to you') || within(norm, to, end, 'like that'))
  )
    return true;
  if (lemma === 'make' && clause.subject?.actor === 'thing' && IMPRESSION.first(words, to, Math.min(end, to + 4)) >= 0) return true;
  // "it wasn't for you", "it wasn't your cup of tea"
  if (clause.negated && lemma === 'be' && clause.subject?.actor === 'thing') {
    const forYou = norm[to] === 'for' && norm[to + 1] === 'you' && to + 2 >= end;
    if (forYou || (norm[to] === 'your' && /^(?:cup|thing|style|kind|sort|favourite|idea)$/.test(norm[to + 1] ?? ''))) return true;
  }
  if (
    lemma === 'leave' &&
    norm[to] === 'you' &&
    (MOODS.at(words, to + 1) || /^(?:cold|unmoved|flat|underwhelmed)$/.test(norm[to + 1] ?? ''))
  )
    return true;
  // "that's how you see it", "this was your perception"
  if (lemma !== 'be' || !/^(?:that|this|it)$/.test(norm[clause.subject?.from ?? verb.from - 1] ?? '')) return false;
  if (norm[to] === 'your') return IMPRESSION.at(words, to + 1);
  if (clause.negated) return false;
  const seen =
    /^(?:how|where)$/.test(norm[to] ?? '') ||
    (norm[to] === 'the' && /^(?:way|impression|view|feeling|conclusion)$/.test(norm[to + 1] ?? ''));
  return seen
    ? norm.slice(to + 1, to + 4).includes('you')
    : norm[to] === 'what' && norm[to + 1] === 'you' && JUDGING.has(reading.grammar.tags.lemma[to + 2] ?? '');
}

function within(norm: readonly string[], from: number, to: number, pair: string): boolean {
  const [first, second] = pair.split(' ');
  for (let i = from; i + 1 < to; i += 1) if (norm[i] === first && norm[i + 1] === second) return true;
  return false;
}

/** "not relaxing enough in your opinion", "not to your liking" */
function inTheirEyes(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 2 < to + 1; i += 1) {
    if (norm[i + 1] !== 'your') continue;
    if (norm[i] === 'in' && /^(?:opinion|view|eyes|mind|book|judgement|perception|estimation)$/.test(norm[i + 2] ?? '')) return true;
    if (/^(?:to|for)$/.test(norm[i]) && /^(?:liking|taste|mind|satisfaction)$/.test(norm[i + 2] ?? '')) return true;
  }
  return false;
}

function notAtEase(reading: LazyReading, { verb, from }: Clause, end: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  // "don't like": the verb that hides as a preposition stands behind the helper.
  if (LIKING.first(words, Math.max(from, verb!.from), Math.min(end, verb!.to + 2)) >= 0) return true;
  if (verb!.voice === 'passive' && AT_EASE.at(words, verb!.main)) return true;
  if (verb!.lemma === 'get' && /^(?:on|along)$/.test(norm[verb!.to] ?? '') && norm[verb!.to + 1] === 'with') return true;
  return /^(?:be|feel|leave|remain|seem|get)$/.test(verb!.lemma) && AT_EASE.first(words, verb!.main, Math.min(end, verb!.to + 4)) >= 0;
}
