/** @file Colleagues, departments and firms of ours told on in the answer to a trouble: what they left undone, did too late, or must have done. */
import { wordClass } from '../../lexicon/index.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import { BLAMED } from './fault-nouns.js';
import { hadNoDuty } from './left-undone.js';
import type { LazyReading } from '../index.js';
import type { Clause, Deed, Sentence } from '../reading.js';

/** What may stay undone without a failing, or is left undone for the customer's good. */
const UNBLAMED = new Set(
  'charge mind want need know think mean find reach receive get see hear have be feel like love expect manage bill damage change lose break delay cancel cause owe wish dare hesitate hurt disturb'.split(
    ' ',
  ),
);
/** What nobody infers in blame: "they must have felt it". */
const UNDERGONE = new Set('be have feel think see hear know seem enjoy love want wonder'.split(' '));
/** Skills of which one says that somebody lacks them. */
const SKILLS = new Set('read count spell add tell follow write park drive measure type listen cook sew'.split(' '));
/** Told, sent or noticed: what comes too late when it is "only" then. */
const TIMELY = new Set(
  'tell inform warn send ring call phone write mention notice spot check look open read ask reply answer confirm update pass give start come turn'.split(
    ' ',
  ),
);
/** What is wanting in whoever did it badly. */
const SENSE = wordClass('sense wit nous courtesy decency patience skill skills experience training manners brains gumption clue');
/** What one gives whom one does not pass over. */
const REGARD = wordClass('word warning notice thought explanation reason call apology reply asking telling checking looking');
/** What a person gets into, or makes of it. */
const MUDDLES = wordClass(
  'muddle mess tangle twist pickle hash outage outages hiccup hiccups meltdown glitch glitches wobble mix-up mixup howler blunder shambles',
);
/** "pulled the plug", "cut corners": the verb and the word that ends it. */
const IDIOMS = new Map([
  ['pull', 'plug'],
  ['jump', 'gun'],
  ['cut', 'corners'],
  ['drop', 'ball'],
  ['take', 'eye'],
  ['lose', 'plot'],
  ['change', 'mind'],
  ['move', 'goalposts'],
  ['miss', 'boat'],
  ['let', 'down'],
  ['walk', 'off'],
]);
/** Said of help that was given: nobody is told on. */
const HELPING = wordClass('today now already straight immediately gladly kindly happily luckily');

/** The act of somebody on our side, I and we apart, by which a trouble is explained; undefined when the clause tells of none. */
export function toldOn(reading: LazyReading, sentence: Sentence, clause: Clause): Deed | undefined {
  const { verb, subject, mood, mention, link } = clause;
  if (!verb || !subject || mention || mood !== 'statement' || verb.voice === 'passive' || verb.tense === 'future') return undefined;
  if (!BLAMED.has(subject.actor) || isAnothers(reading, clause)) return undefined;
  if (/^(?:if|when|whenever|until|before|once|that|which|who)$/.test(link ?? '')) return undefined;
  if (!isRemiss(reading, sentence, clause) || isTold(reading, sentence)) return undefined;
  return { start: subject.start, end: clause.end, clause: clause.index, sentence: sentence.index, actor: subject.actor };
}

/** A subject carried over from a clause that only qualifies: "(we planned) more than one crew could make | and left". */
function isAnothers(reading: LazyReading, { subject, from }: Clause): boolean {
  if (subject!.from >= from) return false;
  const owner = reading.clauseAt(subject!.from);
  if (owner?.verb?.modal) return true;
  return owner?.link !== undefined && !/^(?:and|but|so|because|since)$/.test(owner.link);
}

/** A failing of theirs is told in the sentence already. */
function isTold({ faults }: LazyReading, { index }: Sentence): boolean {
  return faults.some(({ sentence, actor, asserted }) => sentence === index && asserted && BLAMED.has(actor));
}

function isRemiss(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { verb } = clause;
  if (verb!.modal === 'must') return verb!.tense === 'perfect' && !UNDERGONE.has(verb!.lemma);
  if (verb!.modal === 'can') return verb!.negated && (verb!.tense === 'perfect' ? !UNDERGONE.has(verb!.lemma) : SKILLS.has(verb!.lemma));
  if (verb!.modal) return false;
  if (verb!.tense === 'perfect') return !clause.negated && againstRules(reading, clause);
  if (verb!.tense !== 'past' && verb!.tense !== 'present') return false;
  if (verb!.negated && verb!.lemma === 'have') return lacksSense(reading, clause);
  if (verb!.negated) return verb!.tense === 'past' && !UNBLAMED.has(verb!.lemma) && !hadNoDuty(reading, clause);
  if (clause.negated) return false;
  if (againstRules(reading, clause)) return true;
  if (verb!.tense !== 'past') return false;
  return (
    onlyThen(reading, clause) ||
    withoutRegard(reading, sentence, clause) ||
    didThat(reading, clause) ||
    muddles(reading, clause) ||
    isIdiom(reading, clause)
  );
}

/** "… had given both your slots away, which they're not supposed to do". */
function againstRules({ clauses, grammar: { words } }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || next.link !== 'which' || next.verb?.lemma !== 'be' || !next.verb.negated) return false;
  return /^(?:supposed|meant|allowed|permitted)$/.test(words.norm[next.verb.to] ?? '');
}

/** "He didn't have the sense to change the washer." */
function lacksSense({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  return SENSE.first(words, verb!.to, Math.min(to, verb!.to + 4)) >= 0;
}

/** "The teacher only told us at four." */
function onlyThen({ grammar: { words }, times }: LazyReading, { verb, to }: Clause): boolean {
  if (!TIMELY.has(verb!.lemma)) return false;
  const { norm } = words;
  const only = norm[verb!.from - 1] === 'only' || norm.slice(verb!.from, verb!.to).includes('only') || norm[verb!.to] === 'only';
  return only && times.some(({ from }) => from >= verb!.to && from < to + 3);
}

/** "… without a word to the branch", "without so much as a warning". */
function withoutRegard({ grammar: { words } }: LazyReading, { to: last }: Sentence, { verb, to }: Clause): boolean {
  const { norm } = words;
  for (let i = verb!.to; i + 1 < Math.min(last, to + 4); i += 1)
    if (norm[i] === 'without') return REGARD.first(words, i + 1, Math.min(last, i + 6)) >= 0;
  return false;
}

/** "One of the temps did that before she was trained"; not "Gita did that for you this morning". */
function didThat({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma !== 'do' || !/^(?:that|this|it)$/.test(norm[verb!.to] ?? '') || HELPING.first(words, verb!.from, to) >= 0) return false;
  return !norm.slice(verb!.to, to).some((word) => /^(?:for|your|you|morning|afternoon|well)$/.test(word));
}

/** "She got in a muddle", "they had one of their outages", "he made a hash of it". */
function muddles({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  return /^(?:get|have|make|be|cause|leave)$/.test(verb!.lemma) && MUDDLES.first(words, verb!.to, Math.min(to + 1, verb!.to + 6)) >= 0;
}

/** "Head office pulled the plug." */
function isIdiom({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const last = IDIOMS.get(verb!.lemma);
  if (last === undefined) return false;
  const at = words.norm.indexOf(last, verb!.to);
  return at >= 0 && at < Math.min(Math.max(to, verb!.to + 1), verb!.to + 4);
}

/** The words in front of a culprit who is no subject: "blame the factory", "that one is on Kev", "you have the courier to thank". */
const BEFORE = /^(?:blame|thank)$/;

/** "That's what you get when the night porter does the bookings." */
function whatYouGet({ clauses, grammar }: LazyReading, { firstClause, endClause, from, start }: Sentence): Deed | undefined {
  const { norm } = grammar.words;
  if (!/^(?:that|this|such)$/.test(norm[from]) || !/^(?:is|'s)$/.test(norm[from + 1] ?? '') || norm[from + 2] !== 'what') return undefined;
  for (let k = firstClause + 1; k < endClause; k += 1) {
    const { link, subject, index, sentence, end, mention } = clauses[k];
    if (/^(?:when|if)$/.test(link ?? '') && subject && BLAMED.has(subject.actor) && !mention)
      return { start, end, clause: index, sentence, actor: subject.actor };
  }
  return undefined;
}

/** Somebody on our side named as the one to blame, in an idiom; undefined when the sentence names nobody so. */
export function laidOn(reading: LazyReading, sentence: Sentence): Deed | undefined {
  const got = whatYouGet(reading, sentence);
  if (got) return got;
  const { grammar } = reading;
  const { norm, start } = grammar.words;
  for (let i = sentence.from; i + 1 < sentence.to; i += 1) {
    const at = BEFORE.test(norm[i]) || isOn(norm, i, sentence) ? i + 1 : -1;
    const whom = at < 0 ? cleftCulprit(reading, sentence, i) : actorOfStretch(grammar, at, sentence.to);
    if (!whom || !BLAMED.has(whom.actor)) continue;
    const clause = reading.clauseAt(i);
    if (!clause || clause.mention || clause.negated || clause.mood === 'question') continue;
    // "We thank the driver for you"; "I blame nobody".
    if (norm[i] === 'thank' && !/\b(?:have|got|can) to\b|\bcan\b/.test(norm.slice(Math.max(sentence.from, i - 4), i).join(' '))) continue;
    return { start: start[sentence.from], end: whom.end, clause: clause.index, sentence: sentence.index, actor: whom.actor };
  }
  return undefined;
}

/** "That one is on Kev": not "the parcel is on the van". */
function isOn(norm: readonly string[], i: number, { from }: Sentence): boolean {
  return norm[i] === 'on' && /^(?:is|'s|was)$/.test(norm[i - 1] ?? '') && /^(?:that|this|it|one)$/.test(norm[i - 2] ?? '') && i - from < 5;
}

/** "It's the courier you have to thank." */
function cleftCulprit({ grammar }: LazyReading, { from, to }: Sentence, i: number): ReturnType<typeof actorOfStretch> {
  const { norm } = grammar.words;
  if (i < from + 1 || !/^(?:is|'s|was)$/.test(norm[i]) || norm[i - 1] !== 'it') return undefined;
  const whom = actorOfStretch(grammar, i + 1, to);
  if (!whom) return undefined;
  return /^(?:that |who )?(?:you|we)(?: have| can| should)?(?: to)? (?:thank|blame)\b/.test(norm.slice(whom.to, whom.to + 6).join(' '))
    ? whom
    : undefined;
}
