import { listed, wordClass } from '../../lexicon/index.js';
import { FEELING, IMPRESSION, INCONVENIENCE, LONGEST, type Complement } from './apology-parts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

const TROUBLE_NOUNS = listed('trouble-nouns');
const ALREADY = wordClass('already');
/** What we or our act may have done to a feeling. */
const HARM = new Set(
  'upset offend cause disturb distress trouble bother spoil ruin harm anger frighten alarm embarrass make seem disrupt confuse inconvenience hurt annoy frustrate mislead appear give let fall disappoint happen sound fail miss feel experience'.split(
    ' ',
  ),
);
/** What may be so of a message of ours: "sorry if this is the second mail". Other things that may be so are harm. */
const OF_MESSAGES = wordClass('mail email e-mail message letter reminder duplicate repeat question reply copy person address');

/** Whether a condition doubts that harm was done: "if this upset you", "should any distress have been caused". */
export function isHarmful({ grammar: { words } }: LazyReading, { verb, from, to }: Clause): boolean {
  if (!verb || verb.tense === 'future') return false;
  const past = verb.tense === 'past' || verb.tense === 'perfect';
  if (leavesThemWith(words.norm, verb) || (past && verb.lemma === 'strike')) return true;
  return (past && HARM.has(verb.lemma)) || FEELING.first(words, from, to) >= 0 || INCONVENIENCE.first(words, from, to) >= 0;
}

/** "left you with a bad taste", "gave you the impression": what stayed behind with them. */
function leavesThemWith(norm: readonly string[], { lemma, to }: VerbGroup): boolean {
  return (
    (lemma === 'leave' && norm[to] === 'you') ||
    (lemma === 'give' && norm[to] === 'you' && norm.slice(to + 1, to + 5).includes('impression'))
  );
}

/** sorry if we upset you (a non-apology) against sorry if you have already sent this (a courtesy). */
export function conditional(reading: LazyReading, sentence: Sentence, after: number): Complement {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const end = Math.min(sentence.to, after + LONGEST);
  const already = ALREADY.first(words, after, end) >= 0;
  // "if you got the wrong impression"
  const mistaken = IMPRESSION.first(words, after, end) >= 0;
  let harmful = mistaken || FEELING.first(words, after, end) >= 0 || INCONVENIENCE.first(words, after, end) >= 0;
  for (let i = after + 1; i < end && !harmful; i += 1) {
    if (tags.pos[i] !== 'verb' && tags.pos[i] !== 'auxiliary') continue;
    const clause = reading.clauseAt(i);
    const customer = clause?.subject?.actor === 'customer';
    const across = tags.lemma[i] === 'come' && /^(?:across|over)$/.test(norm[i + 1] ?? '');
    const left = clause?.verb !== undefined && clause.verb.main === i && leavesThemWith(norm, clause.verb);
    if ((across || left || HARM.has(tags.lemma[i] ?? '')) && !(customer && already))
      harmful = !customer || /^(?:feel|experience|find)$/.test(tags.lemma[i] ?? '') || mayHaveSuffered(reading, clause);
    else if (customer && clause.verb?.main === i) harmful = mayHaveSuffered(reading, clause);
    else if (clause?.verb?.main === i && wentBadly(reading, clause)) harmful = true;
    else if (!customer && tags.lemma[i] === 'be' && clause?.subject && norm[i + 1] !== 'already')
      harmful = OF_MESSAGES.first(words, i + 1, Math.min(end, i + 8)) < 0;
  }
  return { kind: harmful && !(already && norm[after + 1] === 'you') ? 'conditional' : 'courtesy', end, specific: false };
}

/** What customers have of us that can go well or badly. */
const OUTINGS = wordClass(
  'travels travel trip stay visit experience journey day evening weekend holiday things service event meal session class',
);

/** "If your travels haven't started well", "if things did not go to plan": how it was for them is doubted. */
function wentBadly({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): boolean {
  if (!verb || !subject || !(negated || verb.negated) || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  for (let i = subject.from; i < verb.from; i += 1)
    if (OUTINGS.at(words, i)) return /^(?:start|go|begin|turn|work|run|live|meet|match)$/.test(verb.lemma);
  return false;
}

/** What customers do of themselves, and may be asked to do twice. */
const TO_US = new Set(
  'tell ask send inform advise mention answer show read see contact call email write say explain message notify remind'.split(' '),
);
const UNDERGONE = new Set('find encounter suffer face lose wait struggle undergo endure'.split(' '));

/** "Sorry if you were not told", "if you had trouble", "if you had to wait": doubts what befell them. "If you have been asked before" does not. */
function mayHaveSuffered({ grammar: { words } }: LazyReading, { verb, to, from }: Clause): boolean {
  const { lemma, tense, negated, voice, modal } = verb!;
  const { norm } = words;
  // "If you couldn't reach us."
  const unable = negated && /^(?:could|couldn't)$/.test(norm[verb!.from] ?? '');
  if (tense !== 'past' && tense !== 'perfect' && !unable) return false;
  for (let i = from; i < Math.min(to, verb!.to + 12); i += 1) if (/^(?:already|before|twice|previously)$/.test(norm[i])) return false;
  if (negated) return true;
  if (voice === 'passive') return lemma !== 'expect' && !(TO_US.has(lemma) && tense === 'perfect');
  if (modal === 'have to') return true;
  if (lemma === 'have')
    return (
      /^(?:difficulty|difficulties)$/.test(norm[verb!.to] ?? '') || TROUBLE_NOUNS.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0
    );
  return UNDERGONE.has(lemma);
}
