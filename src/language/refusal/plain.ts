import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { topicOf } from '../question/topic.js';
import { isAsked, requested, wishes } from './asked.js';
import { holdsForNow } from './deeds.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** What one does not do because one knows, has or needs nothing: no refusal. */
const UNREFUSING = new Set(
  'know see have think believe mean need want mind understand remember recall find hear feel recommend advise suggest expect charge plan get receive look require ask apply doubt wish hope like love hate care seem appear consider tolerate track guarantee promise classify judge set spam be show contain include exist happen record control own anticipate intend say offer tell'.split(
    ' ',
  ),
);
/** That a thing does not do one of these is welcome, or tells what it is like. */
const HARMLESS = new Set(
  'cost need take count fit mind matter depend mean look hurt require expire lapse fail break leak harm damage change affect lose drop disappear vanish stop rise increase last get arrive open load start turn connect save sync work run show appear contain include come have charge seem sound feel know expect exist be add belong use say tell exceed outweigh'.split(
    ' ',
  ),
);
/** Said of what is asked for behind "is not": it is not to be had. */
const TO_BE_HAD =
  /^(?:for (?:sale|loan|hire|rent|lending|us|me|you|guests|members|visitors|customers)|up for|on (?:offer|the (?:menu|cards|table|programme|plan|plans|list))|in (?:our|the) (?:plans?|gift|scope|programme|offer|price|deal|package)|for (?:your|this|that) (?:ticket|fare|plan|rate|card)|on$|part of (?:the|our|what)|within (?:our|the|what)|open (?:to|for)|ours to|mine to|how (?:we|i|it|things)|what (?:we|i)|where we|the way (?:we|i|it|things)|our (?:way|habit|custom|practice|policy|thing|style)|(?:a|an) (?:thing|option|possibility|favour|service|practice|custom) (?:we|i|of|open|here|for)|(?:a|an) (?:option|possibility)$|(?:a|an|the) [a-z]+ (?:we|i)|(?:something|anything|one) (?:we|i|that we|the|our)|foreseen|provided for|planned|envisaged|intended|possible|happening|going to (?:happen|work)|on)\b/;
/** "is not transferable", "are not negotiable"; not "isn't responsible", "isn't available". */
const NOT_ABLE =
  /^(?:negotiable|refundable|transferable|exchangeable|changeable|returnable|extendable|extendible|movable|moveable|flexible|removable|shareable|reversible|redeemable|convertible|interchangeable|combinable|divisible|permissible|allowable|acceptable|admissible|feasible|doable)$/;
/** What is not done with a thing tells of its state, not of our will. */
const STATES = new Set(
  'affect need require charge damage lose know see find connect link relate concern involve include limit expect own close break cancel delay register list say mean use block lock hear harm tie bind guarantee set'.split(
    ' ',
  ),
);
const BODIES = wordClass(
  'committee board panel jury council trustees management directors governors owner owners landlord editor editors team vote meeting members faculty school office head manager kitchen chef ministry department court',
);
const BACKING = new Set(
  'support back favour endorse adopt carry go choose select pick vote take pass want find make agree see feel consent sign clear buy like fancy let give grant'.split(
    ' ',
  ),
);
/** To whoever complains, a negation tells of the fault more often than of a no. */
const COMPLAINING = new Set(['complaint', 'problem', 'thanks']);
/** What begins so follows from what stands before, or leads up to what stands behind. */
const FOLLOWING = new Set(['so', 'therefore', 'hence', 'thus', 'as', 'since', 'because', 'if', 'when', 'while', 'although', 'though']);
const LINKED = new Set(['if', 'because', 'that', 'which', 'when', 'where', 'why', 'as', 'since', 'than', 'who']);

/** "I wouldn't hesitate", "we would not want you to wait" refuse nothing. */
const UNHESITATING = new Set(
  'want like recommend expect hesitate mind know think say suggest advise call need dream wish hope have be'.split(' '),
);
const GIVING = new Set('offer give make do accept allow issue take grant provide run sell see have'.split(' '));
const BACKWARD = /^(?:that|this|it|so|those|these|them)$/;
const DOING = new Set('do allow offer arrange accept agree permit entertain grant accommodate'.split(' '));

/** Whether a statement says no to a request that it names, with none of the usual verbs: "I don't do house calls", "the bell isn't for lending", "the board didn't go for the bench". */
export function isPlainNo(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { customerGrammar: theirs, grammar, kind } = reading;
  const { verb, subject } = clause;
  if (
    !theirs ||
    !verb ||
    (!clause.negated && grammar.words.norm[verb.to] !== 'no') ||
    LINKED.has(clause.link ?? '') ||
    FOLLOWING.has(grammar.words.norm[sentence.from])
  )
    return false;
  if (COMPLAINING.has(kind.value) || !wishes(reading) || subject?.actor === 'customer') return false;
  if (holdsForNow(reading, clause.from, sentence.to)) return false;
  if (!clause.negated) return grantsNone(reading, sentence, clause);
  if (refersBack(reading, clause)) return true;
  const asked = requested(theirs);
  if (![...topicOf(grammar, sentence.from, sentence.to)].some((stem) => asked.has(stem))) return false;
  if (!subject) return isDeedDenied(reading, sentence, clause);
  // "Season tickets didn't make the cut."
  if (
    verb.tense === 'past' &&
    verb.lemma === 'make' &&
    /^the (?:cut|list|grade)$/.test(grammar.words.norm.slice(verb.to, verb.to + 2).join(' '))
  )
    return isAsked(reading, subject.from, subject.to);
  if (verb.tense === 'past') return BACKING.has(verb.lemma) && isBody(reading, clause) && isAsked(reading, verb.to, sentence.to);
  if (verb.modal === 'would') return subject.actor === 'own' && !UNHESITATING.has(verb.lemma) && isAsked(reading, verb.to, sentence.to);
  if (verb.modal !== undefined || verb.tense === 'future') return isDeniedByModal(reading, sentence, clause);
  if (verb.tense !== 'present') return false;
  const ahead = isAsked(reading, sentence.from, verb.from);
  if (verb.voice === 'passive') return ahead && !STATES.has(verb.lemma) && subject.actor === 'thing';
  if (verb.lemma === 'be') return ahead && isNotToBeHad(grammar.words.norm, verb.to, sentence.to);
  if (subject.actor === 'thing') return isThingUnbending(reading, sentence, clause);
  return !UNREFUSING.has(verb.lemma) && (isAsked(reading, verb.from, sentence.to) || ahead);
}

/** "The trolley doesn't leave the building", "the price doesn't go below 900", "the owner doesn't want a dog". */
function isThingUnbending(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { verb, subject } = clause;
  // "No bigger worries, then."
  if (reading.grammar.words.norm[subject!.from] === 'no') return false;
  if (isBody(reading, clause))
    return /^(?:want|like|wish|allow|permit|agree|let)$/.test(verb!.lemma) && isAsked(reading, verb!.to, sentence.to);
  if (/^(?:allow|permit|let|go|come|admit|accept|take)$/.test(verb!.lemma))
    return verb!.lemma !== 'take' && isAsked(reading, subject!.from, subject!.to);
  return !HARMLESS.has(verb!.lemma) && !UNREFUSING.has(verb!.lemma) && isAsked(reading, subject!.from, subject!.to);
}

/** "The date can't move", "our chef won't touch the menu", "a second key isn't going to be possible". */
function isDeniedByModal(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): boolean {
  const { lemma, modal, voice, to } = verb!;
  if (modal && !/^(?:can|will|shall|be able|going to)$/.test(modal)) return false;
  const ahead = isAsked(reading, subject!.from, subject!.to);
  if (lemma === 'be') return ahead && isNotToBeHad(reading.grammar.words.norm, to, sentence.to);
  if (subject!.actor === 'thing') return ahead && voice === 'active' && !HARMLESS.has(lemma) && !UNREFUSING.has(lemma);
  return subject!.actor === 'colleague' && voice === 'active' && !UNREFUSING.has(lemma) && isAsked(reading, to, sentence.to);
}

/** "Moving the date can't be arranged", "fitting it on Friday isn't going to work": a doing they asked for is the subject. */
function isDeedDenied(reading: LazyReading, sentence: Sentence, { index, verb }: Clause): boolean {
  const deed = reading.clauses[index - 1];
  if (deed?.sentence !== sentence.index || deed.verb?.tense !== 'none' || reading.grammar.tags.form[deed.verb.from] !== 'ing') return false;
  if (!isAsked(reading, deed.from, verb!.from)) return false;
  if (verb!.lemma === 'be') return isNotToBeHad(reading.grammar.words.norm, verb!.to, sentence.to);
  return (
    verb!.tense !== 'past' &&
    verb!.tense !== 'perfect' &&
    /^(?:do|work|arrange|happen|manage|organise|fit|permit|allow|accommodate|fly|go)$/.test(verb!.lemma)
  );
}

/** "We don't do that", "I can't agree to this": it is what they asked for. */
function refersBack({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  if (subject?.actor !== 'own' || !DOING.has(verb!.lemma) || verb!.voice === 'passive') return false;
  if (verb!.tense !== 'present' && verb!.tense !== 'future') return false;
  const at = words.norm[verb!.to] === 'to' ? verb!.to + 1 : verb!.to;
  return BACKWARD.test(words.norm[at] ?? '') && (at + 1 >= words.length || (words.gap[at + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0);
}

/** "We make no exceptions for large dogs", "the board said no", "the answer was no". */
function grantsNone(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { verb, subject } = clause;
  if (!subject || norm[verb!.to] !== 'no' || (verb!.modal && verb!.modal !== 'will')) return false;
  const at = verb!.to + 1;
  const ends = at >= sentence.to || (words.gap[at] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  if (verb!.lemma === 'say') return (ends || /^(?:to|on)$/.test(norm[at])) && (subject.actor !== 'thing' || isBody(reading, clause));
  if (verb!.lemma === 'be') return ends && norm[subject.head] === 'answer';
  const current = verb!.tense === 'present' || verb!.tense === 'future';
  return (
    subject.actor !== 'thing' &&
    current &&
    GIVING.has(verb!.lemma) &&
    isAsked(reading, at, Math.min(sentence.to, at + 4)) &&
    !LACKED.at(words, at)
  );
}

/** "We have no record of your parcel", "I see no problem". */
const LACKED = wordClass(
  'record records trace news idea information info sign doubt reason problem problems objection trouble issue issues need plans charge fee fees sight word knowledge access one',
);

function isBody({ grammar: { words } }: LazyReading, { subject }: Clause): boolean {
  return subject!.actor === 'department' || subject!.actor === 'colleague' || BODIES.at(words, subject!.head);
}

function isNotToBeHad(norm: readonly string[], from: number, to: number): boolean {
  let at = from;
  while (at < to && /^(?:really|quite|simply|just|actually|unfortunately|sadly|currently|normally|usually|generally)$/.test(norm[at]))
    at += 1;
  return NOT_ABLE.test(norm[at] ?? '') || TO_BE_HAD.test(norm.slice(at, Math.min(to, at + 4)).join(' '));
}
