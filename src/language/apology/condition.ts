import { listed, wordClass } from '../../lexicon/index.js';
import { FEELING, IMPRESSION, INCONVENIENCE, LONGEST, type Complement } from './parts.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

const TROUBLE_NOUNS = listed('trouble-nouns');
const FAULT_NOUNS = listed('fault-nouns');
const ALREADY = wordClass('already');
/** What we or our act may have done to a feeling. */
const HARM = new Set(
  'upset offend cause disturb distress trouble bother spoil ruin harm anger frighten alarm embarrass make seem disrupt confuse inconvenience hurt annoy frustrate mislead appear give let fall disappoint happen sound fail miss feel experience'.split(
    ' ',
  ),
);
/** What may be so of a message of ours: "sorry if this is the second mail". Other things that may be so are harm. */
const OF_MESSAGES = wordClass('mail email e-mail message letter reminder duplicate repeat question reply copy person address');

const OF_LETTERS = wordClass('call calls mail email e-mail message letter note question point something reply');

/** Whether a condition doubts that harm was done: "if this upset you", "should any distress have been caused". */
export function isHarmful(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { verb, from, to } = clause;
  if (!verb || verb.tense === 'future') return false;
  const past = isPast(verb);
  const doubted =
    clause.subject?.actor === 'customer' ? mayHaveSuffered(reading, clause) : didIll(reading, clause) || isDisputed(reading, clause);
  if (leavesThemWith(words.norm, verb) || doubted || (past && verb.lemma === 'strike')) return true;
  return (past && HARM.has(verb.lemma)) || FEELING.first(words, from, to) >= 0 || INCONVENIENCE.first(words, from, to) >= 0;
}

/** Verbs whose past is their present: "if we let you down". */
const SAME = new Set('let put upset hurt cost hit set cut'.split(' '));

function isPast({ tense, lemma, modal }: VerbGroup): boolean {
  return tense === 'past' || tense === 'perfect' || (tense === 'present' && modal === undefined && SAME.has(lemma));
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
    // "if I missed your call" is a fact of our letters.
    if (tags.lemma[i] === 'miss' && clause?.subject?.actor === 'own' && OF_LETTERS.first(words, i + 1, Math.min(end, i + 5)) >= 0) continue;
    const left = clause?.verb !== undefined && clause.verb.main === i && leavesThemWith(norm, clause.verb);
    if ((across || left || HARM.has(tags.lemma[i] ?? '')) && !(customer && already))
      harmful = !customer || /^(?:feel|experience|find)$/.test(tags.lemma[i] ?? '') || mayHaveSuffered(reading, clause);
    else if (customer && (clause.verb?.main === i || clause.negated)) harmful = mayHaveSuffered(reading, clause);
    else if (clause?.verb?.main === i && (wentBadly(reading, clause) || didIll(reading, clause) || wentSome(reading, clause)))
      harmful = true;
    else if (!customer && tags.lemma[i] === 'be' && clause?.subject && norm[i + 1] !== 'already')
      harmful = OF_MESSAGES.first(words, i + 1, Math.min(end, i + 8)) < 0;
  }
  return { kind: harmful && !(already && norm[after + 1] === 'you') ? 'conditional' : 'courtesy', end, specific: false };
}

/** What may be so of this message, or be asked twice. */
const OF_WRITING = new Set(
  'send write ask repeat say mention answer tell call email reply misread misunderstand mistake overlook forget get address spell pronounce bother cross be'.split(
    ' ',
  ),
);

const FAILINGS = wordClass(
  'failing failings deficiency deficiencies irregularity irregularities inconsistency inconsistencies misconduct rudeness faults errors lapses',
);

function isFailing(words: Words, index: number): boolean {
  return TROUBLE_NOUNS.at(words, index) || FAULT_NOUNS.at(words, index) || FAILINGS.at(words, index);
}

/** "If it was our fault", "if what you say is true", "if the bag was torn": what they have told is put in doubt. */
function isDisputed({ grammar: { words } }: LazyReading, { subject, verb, from, to }: Clause): boolean {
  if (!verb || !subject || OF_MESSAGES.first(words, from, to) >= 0 || (subject.actor === 'own' && OF_WRITING.has(verb.lemma))) return false;
  if (verb.tense === 'present')
    return /^(?:true|so|right|correct)$/.test(words.norm[verb.to] ?? '') || words.norm.slice(verb.to, verb.to + 2).includes('case');
  return isPast(verb);
}

/** "if things got heated", "if it came too late": whatever a thing did, it is doubted; "if it came twice" is of our letters. */
function wentSome({ grammar: { words } }: LazyReading, { subject, verb, from, to }: Clause): boolean {
  if (!verb || subject?.actor !== 'thing' || !isPast(verb) || verb.voice === 'passive' || OF_MESSAGES.first(words, from, to) >= 0)
    return false;
  if (/^(?:reach|arrive|cross|go|appear)$/.test(verb.lemma)) return false;
  return !words.norm.slice(from, to).some((word) => /^(?:already|twice|again|before|spam|junk)$/.test(word));
}

/** How customers may have been dealt with. */
const DEALT = new Set(
  'keep put let leave treat ignore overcharge rush push pressure insult patronise frighten hurt upset offend disappoint mislead misinform overlook cause do make give'.split(
    ' ',
  ),
);

/** "if it put you in difficulty", "if anything we did upset your plans", "if there was any lapse": harm by us or by a thing of ours, doubted. */
function didIll(reading: LazyReading, clause: Clause): boolean {
  const { subject, verb, from, to } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (!verb || !isPast(verb) || subject?.actor === 'customer') return false;
  if (verb.lemma === 'be' && norm.slice(Math.max(from, verb.from - 1), verb.to).includes('there')) {
    for (let i = verb.to; i < to; i += 1) if (isFailing(words, i)) return true;
    return false;
  }
  // "where mistakes have been made", "errors occurred"
  if (subject && isFailing(words, subject.head) && (verb.voice === 'passive' || /^(?:occur|happen|arise|creep|slip)$/.test(verb.lemma)))
    return true;
  if (OF_WRITING.has(verb.lemma)) return false;
  if (verb.lemma === 'come' && /^(?:across|over)$/.test(norm[verb.to] ?? '')) return true;
  const hurt = /^(?:you|your|any|anyone|anybody)$/.test(norm[verb.to] ?? '');
  // "if we did"
  if (subject?.actor === 'own' && verb.lemma === 'do' && verb.to >= to) return true;
  if (subject?.actor === 'own') return hurt && DEALT.has(verb.lemma);
  return !/^(?:reach|arrive|find)$/.test(verb.lemma) && OF_MESSAGES.first(words, from, verb.from) < 0 && (hurt || clause.negated);
}

/** What customers have of us that can go well or badly. */
const OUTINGS = wordClass(
  'travels travel trip stay visit experience journey day evening weekend holiday things service event meal session class',
);

/** "If your travels haven't started well", "if things did not go to plan": how it was for them is doubted. */
function wentBadly({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): boolean {
  if (verb && subject && isPast(verb) && subject.actor !== 'customer' && /^(?:wrong|badly|amiss|awry)$/.test(words.norm[verb.to] ?? ''))
    return true;
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
function mayHaveSuffered({ grammar: { words } }: LazyReading, { verb, to, from, negated }: Clause): boolean {
  const { lemma, tense, voice, modal } = verb!;
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
      /^(?:bad|poor|rough|unpleasant|negative|difficult|hard|horrible|terrible)$/.test(norm[verb!.to + 1] ?? '') ||
      /^(?:difficulty|difficulties)$/.test(norm[verb!.to] ?? '') ||
      TROUBLE_NOUNS.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0
    );
  return UNDERGONE.has(lemma);
}
