import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isKin, kindOfHearing } from './life-event.js';
import type { LazyReading } from '../index.js';
import type { ApologyKind, Clause, Sentence, VerbGroup } from '../reading.js';
import { wordsAre } from '../window.js';

const CIRCUMSTANCES = listed('circumstances');
const EVALUATIVE_WORDS = listed('evaluative-words');
const FAULT_NOUNS = listed('fault-nouns');
const STOCK_WORDS = listed('stock-words');

export interface Complement {
  readonly kind: ApologyKind;
  /** One past the last word of the complement. */
  readonly end: number;
  /** It names a failing. */
  readonly specific: boolean;
}

const HEARING = new Set('hear learn see read know find discover note understand hearing learning seeing reading'.split(' '));
const COURTESY = new Set('bother interrupt trouble disturb pester chase nag intrude miss lose'.split(' '));
const PREFACE = new Set('say inform tell advise announce report disappoint confirm admit'.split(' '));
const INCONVENIENCE = listed('inconvenience-nouns');
const FEELING = listed('feeling-words');
const TROUBLE_NOUNS = listed('trouble-nouns');
const ALREADY = wordClass('already');
/** Customer's verbs of feeling and judging: sorry you feel, think, found. */
const JUDGING = new Set(
  'feel think find believe perceive consider regard judge view dislike interpret misinterpret misunderstand assume'.split(' '),
);
/** What we or our act may have done to a feeling. */
const HARM = new Set(
  'upset offend cause disturb distress trouble bother spoil ruin harm anger frighten alarm embarrass make seem disrupt confuse inconvenience hurt annoy frustrate mislead appear give let fall disappoint happen sound fail miss feel experience'.split(
    ' ',
  ),
);
/** Words that make "for any inconvenience …" no more specific. */
const HOLLOW = new Set(
  'this that it these has have may might could had caused cause causes causing you your experience experienced been is was to and or with again there arising any the our us i we'.split(
    ' ',
  ),
);
/** What may be so of a message of ours: "sorry if this is the second mail". Other things that may be so are harm. */
const OF_MESSAGES = wordClass('mail email e-mail message letter reminder duplicate repeat question reply copy person address');
const IMPRESSION = wordClass('impression perception feeling view opinion taste image notion memory');
const EXCUSE = wordClass(
  'busy policy rule rules season everyone everybody weather understaffed short-staffed staffed overworked volume demand difficult shortage christmas easter holiday holidays weekend peak busiest rush shift circumstances terms should always unfortunately normal normally',
);

/** The clause behind the sorrow is negated, or judges. */
function tellsOfTrouble(reading: LazyReading, sentence: Sentence, after: number): boolean {
  const { words } = reading.grammar;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.verb.from <= after || clause.verb.from > after + 10) continue;
    if (clause.verb.modal === 'can' || clause.verb.tense === 'future') return false;
    return clause.negated || EVALUATIVE_WORDS.first(words, clause.verb.from, clause.to) >= 0;
  }
  return false;
}

/** What follows the word of apology: kind, end, and whether a failing is named. `undefined` when the word is none of ours after all. */
export function complementOf(reading: LazyReading, sentence: Sentence, after: number, sorrow: boolean): Complement | undefined {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  const end = breakAfter(reading, sentence, after);
  const bare: Complement | undefined = sorrow ? undefined : { kind: 'bare', end: after, specific: false };
  if (after >= sentence.to || gap[after] & (Gap.stop | Gap.break | Gap.blankLine | Gap.closeBracket)) return bare;
  const word = norm[after];
  // "My apologies to anyone who was offended."
  if (word === 'to' && /^(?:anyone|anybody|those|everyone|any|all)$/.test(norm[after + 1] ?? '') && FEELING.first(words, after, end) >= 0)
    return { kind: 'feelings', end, specific: false };

  if (word === 'to' || HEARING.has(word)) return toComplement(reading, sentence, word === 'to' ? after + 1 : after, end, sorrow);
  // "We are sad that your stay was not to your liking": of their lot, where it is told as bad.
  if (sorrow)
    return word === 'that' && /^(?:you|your|this|it)$/.test(norm[after + 1] ?? '') && tellsOfTrouble(reading, sentence, after)
      ? { kind: 'hearing', end, specific: false }
      : undefined;
  if (gap[after] & Gap.comma) {
    // "Sorry, but we can't", "I'm sorry, we sent the wrong size".
    if (word === 'but' || word === 'however') return { kind: 'refusal-preface', end: sentence.to, specific: false };
    if (word !== 'that' && word !== 'for' && word !== 'if' && word !== 'about') return bare;
  }
  if (word === 'but' || word === 'however') return { kind: 'refusal-preface', end: sentence.to, specific: false };
  if (word === 'if' || word === 'should' || wordsAre(words, after, 'in case') || wordsAre(words, after, 'to the extent'))
    return conditional(reading, sentence, after);
  if (
    word === 'for' ||
    word === 'about' ||
    word === 'over' ||
    word === 'regarding' ||
    word === 'on' ||
    word === 'at' ||
    word === 'any' ||
    word === 'the' ||
    word === 'this' ||
    word === 'our' ||
    word === 'my'
  )
    return nounComplement(
      reading,
      sentence,
      word === 'for' || word === 'about' || word === 'over' || word === 'regarding' || word === 'at' ? after + 1 : after,
      end,
      word,
    );
  // "We regret your dissatisfaction."
  if (word === 'your' && FEELING.at(words, after + 1) && !/^(?:verb|auxiliary)$/.test(reading.grammar.tags.pos[after + 2] ?? ''))
    return { kind: 'feelings', end, specific: false };
  // "We regret sending the wrong size."
  if (reading.grammar.tags.form[after] === 'ing') return { kind: 'own-act', end, specific: true };
  return clauseComplement(reading, sentence, after, end) ?? bare;
}

/** No complement is longer: the bound keeps a sentence of thousands of words linear. */
const LONGEST = 80;

/** First word after the stretch that the apology can govern: a full break, or a coordinator that opens a clause of its own. */
function breakAfter(reading: LazyReading, sentence: Sentence, from: number): number {
  const { gap, norm } = reading.grammar.words;
  const limit = Math.min(sentence.to, from + LONGEST);
  for (let i = from + 1; i < limit; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return i;
    if (gap[i] & Gap.comma && /^(?:but|and|so|however|we|i|although|though|please|which)$/.test(norm[i])) return i;
    if (norm[i] === 'but' || norm[i] === 'however' || norm[i] === 'although') return i;
    if (norm[i] === 'and' && /^(?:i|we|will|hope|would|please|thank|appreciate)$/.test(norm[i + 1] ?? '')) return i;
  }
  return limit;
}

/** sorry to hear, to see you go, to bother you, to say, to have kept you waiting. */
function toComplement(reading: LazyReading, sentence: Sentence, at: number, end: number, sorrow: boolean): Complement | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const verb = norm[at];
  const lemma = tags.lemma[at] ?? verb;
  if (HEARING.has(verb) || HEARING.has(lemma)) {
    if (
      (lemma === 'see' || lemma === 'hear') &&
      norm[at + 1] === 'you' &&
      /^(?:go|leave|leaving|going|are leaving)$/.test(norm[at + 2] ?? '')
    )
      return { kind: 'courtesy', end, specific: false };
    if (wordsAre(words, at, 'hear you are leaving')) return { kind: 'courtesy', end, specific: false };
    return { kind: kindOfHearing(reading, sentence), end, specific: false };
  }
  if (
    wordsAre(words, at, 'be told') ||
    wordsAre(words, at, 'have heard') ||
    wordsAre(words, at, 'have learned') ||
    wordsAre(words, at, 'have read') ||
    wordsAre(words, at, 'be hearing')
  )
    return { kind: kindOfHearing(reading, sentence), end, specific: false };
  if (sorrow) return undefined;
  // "sorry to have caused any inconvenience"
  if (lemma === 'have' || lemma === 'cause') {
    const noun = INCONVENIENCE.first(words, at, Math.min(end, at + 8));
    if (noun >= 0 && norm.slice(at, noun).includes('any')) return { kind: 'any-inconvenience', end, specific: false };
  }
  if (lemma === 'have' || lemma === 'keep' || lemma === 'cause') return { kind: 'own-act', end, specific: true };
  if (PREFACE.has(lemma)) return { kind: 'refusal-preface', end, specific: false };
  if (COURTESY.has(lemma)) return { kind: 'courtesy', end, specific: false };
  return { kind: 'bare', end, specific: false };
}

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
function conditional(reading: LazyReading, sentence: Sentence, after: number): Complement {
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
    else if (!customer && tags.lemma[i] === 'be' && clause?.subject && norm[i + 1] !== 'already')
      harmful = OF_MESSAGES.first(words, i + 1, Math.min(end, i + 8)) < 0;
  }
  return { kind: harmful && !(already && norm[after + 1] === 'you') ? 'conditional' : 'courtesy', end, specific: false };
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

/** for our mistake, for the delay, for any inconvenience, about that. */
function nounComplement(reading: LazyReading, sentence: Sentence, at: number, end: number, preposition: string): Complement {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  if (norm[at] === 'your' && isKin(norm[at + 1] ?? '')) return { kind: 'life-event', end, specific: false };
  if (wordsAre(words, at, 'your loss') || wordsAre(words, at, 'the loss of')) return { kind: 'life-event', end, specific: false };
  const stop = Math.min(end, at + 14);
  const noun = INCONVENIENCE.first(words, at, Math.min(stop, at + 6));
  if (noun >= 0) return inconvenience(reading, sentence, at, noun, end);
  if (/^(?:how|the way)/.test(`${norm[at]} ${norm[at + 1]}`) && FEELING.first(words, at, stop) >= 0)
    return { kind: 'feelings', end, specific: false };
  if (wordsAre(words, at, 'how you feel') || wordsAre(words, at, 'the way you feel')) return { kind: 'feelings', end, specific: false };
  // "for how you perceived our colleague", "for the way you took it"
  const way = norm[at] === 'how' ? at + 1 : wordsAre(words, at, 'the way') ? at + 2 : -1;
  if (
    way > 0 &&
    norm[way] === 'you' &&
    (JUDGING.has(tags.lemma[way + 1] ?? '') || /^(?:take|see|read|receive)$/.test(tags.lemma[way + 1] ?? ''))
  )
    return { kind: 'feelings', end, specific: false };
  if (preposition === 'any' || norm[at] === 'any') return { kind: 'any-inconvenience', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  // "for what you have been through": their lot.
  if (norm[at] === 'what' && norm[at + 1] === 'you' && norm.slice(at, end).includes('through'))
    return { kind: 'hearing', end, specific: false };
  const hollow = /^(?:that|this|it)$/.test(norm[at]) && at + 1 >= end;
  const gerund = tags.form[at] === 'ing' || norm[at] === 'not';
  const fault = FAULT_NOUNS.first(words, at, stop) >= 0;
  return { kind: hollow ? 'bare' : 'own-act', end, specific: !hollow && (gerund || fault || namesSomething(reading, at, end)) };
}

/** any inconvenience · the inconvenience · the inconvenience of two wasted trips. */
function inconvenience(reading: LazyReading, sentence: Sentence, at: number, noun: number, end: number): Complement {
  const { words } = reading.grammar;
  const { norm } = words;
  const any = norm.slice(at, noun).some((word) => word === 'any' || word === 'whatever') || wordsAre(words, noun + 1, 'if any');
  if (isSpecificAfter(reading, noun + 1, end)) {
    return { kind: any ? 'any-inconvenience' : 'specific-inconvenience', end, specific: !any };
  }
  if (norm[at] === 'your' && FEELING.at(words, noun)) return { kind: 'feelings', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  if (any) return { kind: 'any-inconvenience', end, specific: false };
  // "for the trouble you have had": their trouble, in their own words, is no formula.
  if (
    norm[noun] === 'trouble' ||
    norm[noun] === 'frustration' ||
    norm[noun] === 'disappointment' ||
    norm[noun] === 'distress' ||
    norm[noun] === 'discomfort' ||
    norm[noun] === 'upset'
  )
    return { kind: 'own-act', end, specific: false };
  return { kind: 'the-inconvenience', end, specific: false };
}

/** Does what follows the noun name an event: "of rebooking two trains", "that we caused by …", "when we cancelled"? */
function isSpecificAfter(reading: LazyReading, at: number, end: number): boolean {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  for (let i = at; i < end; i += 1) {
    const word = norm[i];
    if (HOLLOW.has(word) || tags.pos[i] === 'adverb' || tags.pos[i] === 'determiner' || tags.pos[i] === 'preposition') continue;
    if (INCONVENIENCE.at(words, i) || FEELING.at(words, i)) continue;
    if (/^(?:matter|issue|situation|experience|regard|account|behalf|today|recently|time|occasion|stay|visit|service|name)$/.test(word))
      continue;
    if (i > at && isVocative(reading, i, end)) continue;
    if (tags.pos[i] === 'nominal' || tags.pos[i] === 'verb' || tags.pos[i] === 'number') return !isVocative(reading, i, end);
  }
  return false;
}

function isVocative(reading: LazyReading, i: number, end: number): boolean {
  const { words } = reading.grammar;
  return i === end - 1 && (words.gap[i] & Gap.comma) !== 0 && /[A-Z]/.test(reading.grammar.text[words.start[i]]);
}

function namesSomething(reading: LazyReading, at: number, end: number): boolean {
  const { words } = reading.grammar;
  for (let i = at; i < end; i += 1) if (reading.isContent(i) && !STOCK_WORDS.at(words, i) && !isVocative(reading, i, end)) return true;
  return false;
}

/** (that) + clause: what its subject and verb make of the sorrow. */
function clauseComplement(reading: LazyReading, sentence: Sentence, after: number, end: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const first = norm[after] === 'that' || norm[after] === 'as' || norm[after] === 'because' || norm[after] === 'since' ? after + 1 : after;
  let clause: Clause | undefined;
  for (let k = reading.clauseAt(after)?.index ?? sentence.endClause; k < sentence.endClause; k += 1) {
    const candidate = reading.clauses[k];
    if (
      candidate.verb &&
      candidate.verb.to > first &&
      candidate.verb.tense !== 'none' &&
      (candidate.verb.from >= first || candidate.from >= after)
    ) {
      clause = candidate;
      break;
    }
  }
  if (!clause?.verb) return undefined;
  const { verb } = clause;
  const actor = clause.subject?.actor;
  const clauseEnd = Math.min(end, sentence.to);
  if (actor === 'customer') {
    const impressed =
      /^(?:have|form|come|gain|get|leave)$/.test(verb.lemma) && IMPRESSION.first(words, verb.to, Math.min(clauseEnd, verb.to + 6)) >= 0;
    const disliked = verb.negated && /^(?:enjoy|like|love|appreciate)$/.test(verb.lemma);
    // "you experienced our desk as unfriendly"
    const experienced = verb.lemma === 'experience' && norm.slice(verb.to, clauseEnd).includes('as');
    if (JUDGING.has(verb.lemma) || experienced || disliked || impressed || takesAmiss(norm, verb))
      return { kind: 'feelings', end, specific: false };
    if (
      (verb.lemma === 'be' || verb.voice === 'passive' || verb.lemma === 'leave') &&
      FEELING.first(words, verb.to - 1, clauseEnd) >= 0 &&
      !ownByPhrase(reading, verb.to, clauseEnd)
    )
      return { kind: 'feelings', end, specific: false };
    if (verb.voice === 'passive' && FEELING.at(words, verb.main) && !ownByPhrase(reading, verb.to, clauseEnd))
      return { kind: 'feelings', end, specific: false };
    const undercut = undercutAfter(reading, sentence, end);
    if (undercut) return undercut;
    // "sorry you had to wait, were left without": their lot, told as our regret.
    return { kind: 'own-act', end, specific: true };
  }
  // "that this was your perception"
  if (verb.lemma === 'be' && norm[verb.to] === 'your' && IMPRESSION.at(words, verb.to + 1))
    return { kind: 'feelings', end, specific: false };
  if (verb.modal && verb.negated && actor === 'own') return { kind: 'refusal-preface', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  const empty =
    /^(?:this|that|it|things?)$/.test(clause.subject ? norm[clause.subject.from] : '') &&
    (verb.lemma === 'happen' || verb.lemma === 'occur');
  return { kind: 'own-act', end, specific: !empty && (actor === 'own' || actor === 'nobody' || namesSomething(reading, after, end)) };
}

/** Sorry you took it that way, took offence, see it like that. */
function takesAmiss(norm: readonly string[], { lemma, to }: VerbGroup): boolean {
  // "sorry that you see our shop in such a light"
  if (lemma === 'see')
    return /^(?:it|things|this|that)$/.test(norm[to] ?? '') || norm.slice(to, to + 8).some((word) => word === 'light' || word === 'way');
  return (
    lemma === 'take' &&
    (norm[to] === 'offence' ||
      (/^(?:it|this|that)$/.test(norm[to] ?? '') && /^(?:that|this|the|badly|so|as|personally)$/.test(norm[to + 1] ?? '')))
  );
}

function ownByPhrase(reading: LazyReading, from: number, to: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1)
    if ((norm[i] === 'by' || norm[i] === 'with') && (norm[i + 1] === 'our' || norm[i + 1] === 'us'))
      return norm[i] === 'by' && !/^(?:policy|policies|decision|rules|terms|fares|prices|refund)$/.test(norm[i + 2] ?? '');
  return false;
}

/** A "but" behind our failing: an excuse or counter-blame undercuts it, a remedy or a refusal does not. */
function undercutAfter(reading: LazyReading, sentence: Sentence, at: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const link = norm[at];
  if (at >= sentence.to) return undefined;
  if (!(link === 'but' || link === 'however' || link === 'although' || link === 'though' || (link === 'and' && norm[at + 1] === 'yet')))
    return undefined;
  const open = at + 1;
  let k = reading.clauseAt(open)?.index ?? sentence.endClause;
  while (k < sentence.endClause && (reading.clauses[k].verb?.from ?? 0) < open) k += 1;
  const clause = k < sentence.endClause ? reading.clauses[k] : undefined;
  if (!clause?.verb) return undefined;
  const actor = clause.subject?.actor;
  if (clause.verb.negated && clause.verb.modal && actor === 'own') return undefined;
  if (remedy(clause, norm)) return undefined;
  const excuse =
    actor === 'customer' ||
    actor === 'circumstance' ||
    actor === 'third-party' ||
    actor === 'colleague' ||
    actor === 'department' ||
    EXCUSE.first(words, open, Math.min(sentence.to, open + LONGEST)) >= 0 ||
    CIRCUMSTANCES.first(words, open, Math.min(sentence.to, open + LONGEST)) >= 0 ||
    actor === 'nobody' ||
    isGeneral(reading, clause) ||
    faultsTheirs(norm, clause);
  return excuse ? { kind: 'undercut', end: sentence.to, specific: true } : undefined;
}

/** "however weddings are how a house pays its way", "but guests are advised to …", "it is an old building": how things are, told where a remedy was due. */
function isGeneral({ grammar: { words, tags } }: LazyReading, { subject, verb }: Clause): boolean {
  if (subject?.actor !== 'thing' || verb!.tense !== 'present' || verb!.progressive || verb!.negated || verb!.modal) return false;
  const { norm } = words;
  if (/^(?:take|arrive|reach|appear|show|come|leave|go|start|follow)$/.test(verb!.lemma) || AFOOT.test(norm[verb!.to] ?? '')) return false;
  if (verb!.voice === 'passive') return /^(?:advise|ask|expect|require|request|tell|remind|suppose|warn)$/.test(verb!.lemma);
  if (norm[subject.from] === 'it')
    return verb!.lemma === 'be' && /^an?$/.test(norm[verb!.to] ?? '') && !/^(?:new|pleasure)$/.test(norm[verb!.to + 1] ?? '');
  const bare = tags.pos[subject.from] === 'nominal' && norm[subject.head].endsWith('s');
  return bare && !/^(?:refunds?|things|replacements?|payments?|funds|works|repairs)$/.test(norm[subject.head]);
}

/** "although your number was hard to read": theirs is named as the cause. */
function faultsTheirs(norm: readonly string[], { subject, verb, negated, to }: Clause): boolean {
  if (!subject || norm[subject.from] !== 'your' || verb!.tense !== 'past') return false;
  return (
    negated ||
    norm.slice(verb!.to, to).some((word) => /^(?:hard|difficult|wrong|missing|incomplete|illegible|unclear|late|full|off)$/.test(word))
  );
}

/** "it is on its way, back on your card, ready, already here": after a "but", that it is being mended. */
const AFOOT =
  /^(?:on|way|back|in|already|now|ready|sorted|fixed|available|there|yours|done|sent|resolved|refunded|here|coming|waiting|free|today|tomorrow|complete|working)$/;

function remedy(clause: Clause, norm: readonly string[]): boolean {
  const { verb, subject } = clause;
  if (!verb) return false;
  if (subject?.actor === 'own')
    return (
      !(
        verb.lemma === 'be' &&
        norm
          .slice(verb.to, verb.to + 4)
          .some((word) => /^(?:busy|short|short-staffed|understaffed|only|overwhelmed|full|swamped)$/.test(word))
      ) && !/^(?:do|have)$/.test(verb.lemma)
    );
  // "but our crew is doing all it can", "but our attendants will be glad to …"
  if ((subject?.actor === 'colleague' || subject?.actor === 'department') && !verb.negated)
    return verb.tense === 'future' || verb.progressive;
  if (subject?.actor === 'customer') return verb.tense === 'future' || verb.modal === 'can' || verb.modal === 'may';
  return (
    /^(?:refund|replacement|money|credit|payment|it|new|parcel|order)$/.test(subject ? norm[subject.head] : '') &&
    (/^(?:leave|arrive|reach|go|ship|send|come)$/.test(verb.lemma) ||
      (verb.lemma === 'be' && norm.slice(verb.to, verb.to + 4).some((word) => AFOOT.test(word)))) &&
    verb.tense !== 'none'
  );
}
