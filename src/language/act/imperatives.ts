import { wordClass, listed } from '../../lexicon/index.js';
import { Gap, hasWord } from '../../text/words.js';
import { effectOf } from './verbs.js';
import { around, clausesAfter } from './window.js';
import { isElsewhere } from './other-matters.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const STAFF = listed('staff');

/** Imperatives that ask for nothing: please accept, note, understand; have a nice day; visit us again. */
const IDLE = new Set(
  (
    'accept note understand know be rest remember forgive excuse allow enjoy have take keep stay come join choose consider hang thank look wait wish imagine trust believe ' +
    'apologise bear hope hesitate fly return appreciate feel let quote cite pray love see welcome care do say free'
  ).split(' '),
);
/** … unless these follow: keep contacting, look at the page, see an agent, let us know, come to the desk. */
const IDLE_UNLESS: Readonly<Record<string, RegExp>> = {
  keep: /^(?:contacting|checking|trying|using|the|your|it|an|in|tabs)$/,
  look: /^(?:at|in|under|on|for|up|out|through)$/,
  see: /^(?:an|a|the|our|your|this|https?|link|page|attached|below|one)$/,
  take: /^(?:a|the|it|your|this|that|them|these)$/,
  have: /^(?:a|your|the|him|her|them|someone|somebody|anyone)$/,
  return: /^(?:it|the|your|them|this|that|these)$/,
  come: /^(?:to|by|in|and)$/,
  allow: /^(?:me|us|up|at|between|\d+|two|three|four|five|the|a|until)$/,
  let: /^(?:me|us)$/,
  note: /^(?:down)$/,
  wait: /^(?:for|until|till|about|an?|another|\d+|one|two|three|five|ten|fifteen|twenty|thirty)$/,
  choose: /^(?:a|the|one|your|which|between|from)$/,
  remember: /^(?:to)$/,
  do: /^(?:not|the|this|so)$/,
  hesitate: /^to$/,
  feel: /^free$/,
};
/** "Wet laundry for a week": adjectives that are verbs elsewhere. */
const DESCRIBING = new Set(
  'wet dry clean clear open close free warm cool slow empty complete correct direct present own secure light live last lost mean mature present separate'.split(
    ' ',
  ),
);
const PLEASANT = wordClass(
  'nice great good lovely wonderful safe pleasant fantastic happy day flight trip evening weekend stay one care chance',
);
/** What a clause that commands asks of the customer; null where it asks for nothing, undefined where it does not command. */
export function commandedAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null | undefined {
  if (behindPurpose(reading, sentence, clause)) return imperative(reading, sentence, clause);
  if (clause.mood === 'imperative') return commands(reading, sentence, clause) ? imperative(reading, sentence, clause) : undefined;
  if (isPlea(reading, clause)) return imperative(reading, sentence, clause);
  return undefined;
}

/** "…, please contact our office": a command, whatever the phrase before it seems to be. */
function isPlea(reading: LazyReading, { verb }: Clause): boolean {
  const { words, tags } = reading.grammar;
  return (
    // "Please continuing watering the seedlings": a slip for the base.
    (tags.form[verb!.main] === 'base' || (tags.form[verb!.main] === 'ing' && verb!.tense === 'none')) &&
    verb!.main === verb!.from &&
    /^(?:please|kindly|pls|plz)$/.test(words.norm[verb!.from - 1] ?? '') &&
    !verb!.modal
  );
}

/** "To fix this, clear the cache", "once you reach the gate, just tell the staff": the words before the comma end the purpose or the condition, they are no subject. */
function behindPurpose(reading: LazyReading, sentence: Sentence, { verb, subject, index }: Clause): boolean {
  const { words, tags } = reading.grammar;
  const before = reading.clauses[index - 1];
  if (before?.sentence !== sentence.index || before.from !== sentence.from || !subject) return false;
  if (tags.form[verb!.main] !== 'base' || verb!.main !== verb!.from) return false;
  let at = verb!.from;
  while (at > subject.to && !(words.gap[at] & Gap.comma) && (tags.pos[at - 1] === 'adverb' || tags.pos[at - 1] === 'interjection')) at -= 1;
  if (subject.to !== at || !(words.gap[at] & Gap.comma)) return false;
  return before.mood === 'condition' || (before.verb?.tense === 'none' && tags.pos[sentence.from] === 'to');
}

const SUBORDINATE = /^(?:while|whilst|although|though|as|since|because|if|when|once|so)$/;

/**
 * Where a bare verb is a command: at the start of its sentence, behind "please", behind the comma of a condition or a name, or joined to a command.
 * Anywhere else it is a noun that the tagger took for a verb.
 */
function commands(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words, tags } = reading.grammar;
  let at = clause.verb!.from;
  while (at > sentence.from && !(words.gap[at] & Gap.comma) && (tags.pos[at - 1] === 'adverb' || tags.pos[at - 1] === 'interjection')) {
    at -= 1;
    if (/^(?:please|kindly|pls|plz)$/.test(words.norm[at])) return true;
  }
  if (at === sentence.from || words.gap[at] & (Gap.break | Gap.stop)) return true;
  const before = clause.index > sentence.firstClause ? reading.clauses[clause.index - 1] : undefined;
  if (clause.verb!.lemma === 'let' && /^(?:me|us)$/.test(words.norm[clause.verb!.to] ?? '')) return true;
  // "…, so give them a ring."
  if (words.norm[at - 1] === 'so' || (words.norm[at] === 'so' && words.gap[at] & Gap.comma)) return true;
  if (tags.pos[at - 1] === 'coordinator')
    return at - 1 === sentence.from || before?.mood === 'imperative' || before?.subject?.actor === 'customer';
  if (!(words.gap[at] & Gap.comma)) return false;
  return (
    before === undefined ||
    SUBORDINATE.test(before.link ?? '') ||
    before.mood === 'condition' ||
    before.mood === 'imperative' ||
    before.verb === undefined ||
    // "To get you going again, unplug the router."
    (before.verb.tense === 'none' && tags.pos[sentence.from] === 'to')
  );
}

/** "Please don't hesitate to contact us (if you have any questions)": the formula moves nothing; "… with your booking number" does. */
function isFormula(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 7); i += 1)
    if (norm[i] === 'us' || norm[i] === 'me')
      return i + 1 >= to || /^(?:again|anytime|any|back|further|for|if|should|in|whenever|when|regarding)$/.test(norm[i + 1]);
  return false;
}

function imperative(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { lemma, main } = verb;
  // "Please do not reply to this e-mail" shuts the door; it moves nothing on.
  if (verb.negated && lemma !== 'hesitate' && lemma !== 'do')
    return /^(?:worry|be|think|forget|let|reply|respond|contact|write|call|email|answer)$/.test(lemma)
      ? null
      : { kind: 'instructed', lemma };
  const next = norm[main + 1] ?? '';
  if (lemma === 'let' && letsOursKnow(norm, main + 1, sentence.to))
    return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma: 'know' };
  if (DESCRIBING.has(lemma) && reading.grammar.tags.pos[main + 1] === 'nominal') return null;
  if (lemma === 'consider' && isConsidered(reading, clause)) return { kind: 'done', lemma };
  if (lemma === 'be') return makesSure(reading, sentence, clause);
  if (IDLE.has(lemma) && !IDLE_UNLESS[lemma]?.test(next)) return null;
  if (lemma === 'hesitate' && isFormula(norm, main + 1, sentence.to)) return null;
  if (lemma === 'have' || lemma === 'take' || lemma === 'enjoy' || (lemma === 'allow' && next !== 'me' && next !== 'us')) {
    if (isPleasant(reading, main + 1, sentence.to)) return null;
    if (next === 'me' || next === 'us') return null;
  }
  // "Please state this number in all letters": it orders our files, and moves nothing.
  if (/^(?:quote|state|cite|mention)$/.test(lemma) && /^(?:this|the|your|our|that)$/.test(next) && isReference(norm, main + 2)) return null;
  if (lemma === 'give' && next === 'us') {
    for (let i = main + 2; i < around(sentence, clause).to; i += 1) if (/^(?:chance|try|opportunity|go)$/.test(norm[i])) return null;
  }
  if (lemma === 'visit' || lemma === 'try' || lemma === 'book') {
    if (next === 'us' || norm[main + 2] === 'us' || (lemma !== 'try' && hasWord(norm, main + 1, around(sentence, clause).to, 'again')))
      return null;
  }
  if (lemma === 'allow' && (next === 'me' || next === 'us')) return allowed(reading, clause);
  if (lemma === 'let' && (next === 'me' || next === 'us')) {
    const asked = norm[main + 2];
    if (asked === 'know') return isElsewhere(reading, sentence, clause) ? null : { kind: 'asked', lemma: 'know' };
    return /^(?:apologise|say|assure|thank|start|begin|explain|express|reassure|be|first)$/.test(asked ?? '')
      ? null
      : { kind: 'promised', lemma: asked ?? 'let' };
  }
  return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma };
}

/** "Be sure he signs the form", "be sure to send the label": what is to be made sure of asks for something, or not. */
function makesSure(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null {
  const { norm } = reading.grammar.words;
  if (!/^(?:sure|certain)$/.test(norm[clause.verb!.to] ?? '')) return null;
  const [next] = clausesAfter(reading, clause);
  if (!next?.verb || next.negated || next.subject?.actor === 'own') return null;
  const { lemma, main } = next.verb;
  // "Be sure to let our luggage desk know", "be sure to tell the driver".
  const told = lemma === 'let' ? letsOursKnow(norm, main + 1, main + 10) : TELLING.test(lemma) && OURS_TOLD.test(norm[main + 1] ?? '');
  if (told) return isElsewhere(reading, sentence, next) ? null : { kind: 'instructed', lemma };
  // "Be sure to see a desk agent for the other sailings."
  if (lemma === 'see' && !isElsewhere(reading, sentence, next) && STAFF.first(reading.grammar.words, main + 1, main + 6) >= 0)
    return { kind: 'instructed', lemma };
  if (IDLE.has(lemma) || /^(?:visit|try|book|follow|make|drop)$/.test(lemma) || isElsewhere(reading, sentence, next)) return null;
  return /^(?:report|file|register|lodge)$/.test(lemma) || effectOf(reading, lemma, main, next.to) === 'moves'
    ? { kind: 'instructed', lemma }
    : null;
}

const TELLING = /^(?:tell|ask|show|inform|notify|alert|speak|talk)$/;
const OURS_TOLD = /^(?:the|our|a|an|one|your|someone|somebody|to|with)$/;

/** "Let our team know that you travel together", "let somebody at the desk know" */
function letsOursKnow(norm: readonly string[], from: number, to: number): boolean {
  if (!/^(?:our|the|a|an|one|your|someone|somebody|any|him|her|them)$/.test(norm[from] ?? '')) return false;
  for (let i = from + 1; i < Math.min(to, from + 8); i += 1) if (norm[i] === 'know') return true;
  return false;
}

/** "(this) number", "(the) case number", "(the above) reference" */
function isReference(norm: readonly string[], from: number): boolean {
  for (let i = from; i < from + 3; i += 1)
    if (/^(?:number|reference|ref|id)$/.test(norm[i] ?? '')) return !/^(?:account|order|booking|phone|card|serial)$/.test(norm[i - 1]);
  return false;
}

/** "Consider the charge cancelled", "consider it done". */
function isConsidered(reading: LazyReading, clause: Clause): boolean {
  const [next] = clausesAfter(reading, clause);
  if (next?.verb?.tense === 'none' && next.verb.voice === 'passive' && next.from <= clause.verb!.to + 6) return true;
  return /^(?:done|sorted|gone|fixed|dealt|yours)$/.test(reading.grammar.words.norm[clause.verb!.to + 1] ?? '');
}

/** "Have a nice day", "enjoy your flight" */
function isPleasant({ grammar: { words } }: LazyReading, from: number, end: number): boolean {
  return PLEASANT.first(words, from, Math.min(end, from + 4)) >= 0;
}

/** "Allow me to look into it": what the infinitive does decides. */
function allowed(reading: LazyReading, clause: Clause): Act | null {
  const [next] = clausesAfter(reading, clause);
  if (!next?.verb || next.verb.tense !== 'none') return null;
  const { lemma, main } = next.verb;
  if (/^(?:apologise|say|assure|thank|start|begin|explain|express|reassure|be|clarify|extend|welcome|serve)$/.test(lemma)) return null;
  return effectOf(reading, lemma, main, next.to) === 'moves' ? { kind: 'promised', lemma } : null;
}
