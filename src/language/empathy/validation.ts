import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence, VerbGroup } from '../reading.js';
import { anchored, stretchEnd } from './anchors.js';
import { cannotBeGivenBack, claimed, isAskedFor } from './claims.js';
import { moved } from './moved.js';
import { takesTheirPart } from './siding.js';
import { missesStandard } from './standard.js';
import { PhraseList } from '../phrase-list.js';
import { Gap, wordAt } from '../../text/words.js';

const SIDING_PHRASES = new PhraseList('siding-phrases');
/** Their feeling, or their demand, is called just. */
const JUST = wordClass('understandable justified warranted valid legitimate fair');
/** "Your pass is valid": of papers, the word praises nobody's anger. */
const POSSESSED =
  /^(?:card|ticket|pass|code|voucher|passport|coupon|booking|reservation|account|licence|license|warranty|subscription|permit|visa|offer|link|token|membership|certificate)s?$/;
/** What we say of our own doing only when we side with them. */
const UNWORTHY = wordClass(
  'unacceptable inexcusable appalling shabby unhelpful rude careless sloppy disrespectful unprofessional dismal shoddy substandard clumsy thoughtless woeful dreadful',
);
/** "Nobody is pretending that it is a toy", "nobody says so": argues with the customer. */
const CONTENDING = new Set('pretend say claim suggest accuse argue tell know force'.split(' '));
const NOBODY = wordClass('nobody none neither');
/** What anybody would have done in their place. */
const WALKING_OUT = new Set(
  'walk leave complain scream shout cry quit cancel storm explode rage give lose throw hurl fling smash swear tear kick hang march'.split(
    ' ',
  ),
);
const WISHING = new Set('want like expect deserve need enjoy hope'.split(' '));
/** What people do with a purpose in mind. */
const SETTING_OUT = new Set('buy book plan pay order choose save travel come drive queue hire rent join dream'.split(' '));
/** What is said to be unlikely, not wrong. */
const FORECAST = new Set('affect cause impact change alter matter harm hurt damage interfere'.split(' '));
const DOWN = wordClass('down');
/** Behind "I'd have been at the keyboard": in their place. */
const LIKEWISE = wordClass('too myself ourselves likewise well');
const SENSE = wordClass('sense');
const ENOUGH = wordClass('enough');
const WRONG = wordClass('wrong');
const FEELING_SAME = wordClass(
  'same wits beside tether raging seething sick heartbroken lost desperate disgusted worried stressed exasperated miffed irate too cross angry furious annoyed upset frustrated disappointed livid fuming unhappy mad hate',
);

/** The customer is told that they are right: agreement, a standard that was missed, what nobody should have to bear. */
export function validation(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const statement = (kind: EmpathyStatement['kind']): EmpathyStatement => ({
    start: sentence.start,
    end: sentence.end,
    sentence: sentence.index,
    kind,
    specific: true,
  });
  const said = SIDING_PHRASES.find(words, sentence.from, sentence.to);
  if (said && !sidesWithNobody(reading, wordAt(words, said.start)) && !reading.isMention(said)) return statement('validation');
  if (takesTheirPart(reading, sentence)) return statement('validation');
  if (callsItBad(reading, sentence) || agreesNot(reading, sentence) || mournsWhatShould(reading, sentence)) return statement('validation');
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.mention || clause.mood === 'question' || clause.mood === 'condition') continue;
    if (sides(reading, sentence, clause)) return statement('validation');
    if (missesStandard(reading, sentence, clause)) return statement('standard');
  }
  return undefined;
}

/** "I have asked them to look at the unacceptable bar service": in passing, but in our own words. */
function callsItBad(reading: LazyReading, sentence: Sentence): boolean {
  const { words, tags } = reading.grammar;
  const end = sentence.to - 1;
  for (let i = UNWORTHY.first(words, sentence.from + 1, end); i >= 0; i = UNWORTHY.first(words, i + 1, end)) {
    if (!/^(?:the|this|that|such|an?|our|very|these|those)$/.test(words.norm[i - 1])) continue;
    const clause = reading.clauseAt(i);
    const ours = clause?.mood === 'statement' && !clause.negated && !clause.mention && clause.subject?.actor !== 'customer';
    if (ours && tags.pos[i + 1] === 'nominal' && !reading.isMention({ start: words.start[i], end: words.end[i] })) return true;
  }
  return false;
}

/** With these begins what is mourned. */
const MOURNING = wordClass('what which that nobody nothing');

/** "What should have been two lovely nights turned into a trial", "there's nothing restful about a boiler". */
function mournsWhatShould({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = MOURNING.first(words, from, to - 3); i >= 0; i = MOURNING.first(words, i + 1, to - 3)) {
    if (/^(?:what|which|that)$/.test(norm[i]) && norm[i + 1] === 'should' && norm[i + 2] === 'have' && norm[i + 3] === 'been') return true;
    // "Nobody's mother should have to lean on a suitcase."
    if (norm[i] === 'nobody' && norm[i + 1] === "'s" && (norm[i + 3] === 'should' || norm[i + 4] === 'should')) return true;
    // "Nothing I send you will bring them back."
    if (norm[i] === 'nothing' && i === from && cannotBeGivenBack(norm, from + 4, to)) return true;
    if (norm[i] === 'nothing' && norm[i + 2] === 'about' && !/^(?:more|else|new|wrong|special|unusual)$/.test(norm[i + 1])) return true;
  }
  return false;
}

/** "No, it isn't": to those who ask whether this is normal. */
function agreesNot(reading: LazyReading, sentence: Sentence): boolean {
  const { norm } = reading.grammar.words;
  if (norm[sentence.from] !== 'no' || sentence.to - sentence.from > 7 || reading.body[0]?.index !== sentence.index) return false;
  const clause = reading.clauses[sentence.firstClause];
  return clause?.verb?.lemma === 'be' && clause.negated && /^(?:it|that|this)$/.test(norm[clause.subject?.from ?? -1] ?? '');
}

/** "We expect better from our people": our standard, which names no failing (RULES §5). */
function sidesWithNobody(reading: LazyReading, i: number): boolean {
  const { norm } = reading.grammar.words;
  const subject = reading.clauseAt(i)?.subject;
  // "There was no way to tell which bell was yours."
  if (norm[i] === 'no' && norm[i + 1] === 'way') return subject !== undefined && norm[subject.from] === 'there';
  return norm[i].startsWith('expect') && subject?.actor === 'own';
}

function sides(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { subject } = clause;
  const own = subject?.actor === 'own';
  const past = verb.tense === 'past' || verb.tense === 'perfect';
  if (own && !verb.modal && !verb.negated && verb.tense !== 'none') {
    // "We would like to know where we let you down" asks.
    if (verb.lemma === 'let') return DOWN.first(words, verb.to, clause.to) >= 0 && !isAskedFor(reading, clause);
    if (verb.lemma === 'get' && past) return norm[clause.to - 1] === 'wrong' || WRONG.first(words, verb.to, verb.to + 3) >= 0;
    if (verb.lemma === 'fail') return norm[verb.to] === 'you';
  }
  // "I do not wonder that you call it a disgrace."
  if (own && verb.lemma === 'wonder' && verb.negated) return true;
  if (moved(reading, sentence, clause)) return true;
  if (
    own &&
    past &&
    verb.lemma === 'make' &&
    /^an?$/.test(norm[verb.to] ?? '') &&
    /^(?:mess|hash|muddle|shambles)$/.test(norm[verb.to + 1] ?? '')
  )
    return true;
  // "Our machine has done the opposite."
  if (verb.lemma === 'do' && norm[verb.to] === 'the' && /^(?:opposite|reverse|contrary)$/.test(norm[verb.to + 1] ?? '')) return true;
  if (own && verb.lemma === 'owe' && !verb.negated)
    return norm[verb.to] === 'you' && /^(?:better|more|answers?|explanations?)$/.test(norm[clause.to - 1]);
  if (own && verb.lemma === 'hate' && !verb.modal) return norm[verb.to] !== 'to' && clause.to > verb.to;
  if (subject?.actor === 'customer' && verb.lemma === 'owe' && verb.voice === 'passive') return true;
  // "I accept that we should have rung you."
  if (own && /^(?:accept|admit|concede)$/.test(verb.lemma) && norm[verb.to] === 'that' && !verb.negated && !verb.modal) return true;
  // "That was clumsy of us"; not "kind of us", "one of us".
  if (!own && verb.lemma === 'be' && !verb.negated && norm[verb.to + 1] === 'of' && /^(?:us|me)$/.test(norm[verb.to + 2] ?? ''))
    return !/^(?:all|some|one|two|three|each|most|part|many|none|kind|nice|both|any)$/.test(norm[verb.to]);
  // Not "we served sixty, and fifty-eight of them agreed".
  if (own && verb.lemma === 'agree' && !verb.negated && verb.from - subject.to < 2)
    return anchored(reading, verb.to, stretchEnd(reading, verb.to, sentence.to));
  if (own && verb.modal === 'would')
    return (
      // "I'd have walked out."
      (verb.tense === 'perfect' && !verb.negated && (WALKING_OUT.has(verb.lemma) || LIKEWISE.at(words, clause.to - 1))) ||
      // "I would not have laughed either."
      (verb.negated && verb.tense === 'perfect' && norm.slice(verb.to, Math.min(clause.to, verb.to + 4)).includes('either')) ||
      verb.lemma === 'hate' ||
      (verb.lemma === 'understand' && /^(?:if|why|that|your)$/.test(norm[verb.to] ?? '')) ||
      (verb.negated && /^(?:like|want|wish|blame)$/.test(verb.lemma)) ||
      (/^(?:be|feel|find|want)$/.test(verb.lemma) && FEELING_SAME.first(words, verb.to, clause.to) >= 0) ||
      // "I would feel exactly as you do."
      (verb.lemma === 'feel' && /^(?:as|exactly|just|like)$/.test(norm[verb.to] ?? ''))
    );
  // Nobody, no one, no guest should …
  const nobody = subject !== undefined && (NOBODY.at(words, subject.from) || norm[subject.from] === 'no');
  if (verb.modal === 'would' && subject && /^(?:anyone|anybody|everyone|everybody)$/.test(norm[subject.from])) return true;
  // "No paper needed" tells what to bring.
  const idle =
    nobody && norm[subject.from] === 'no' && norm[subject.from + 1] !== 'one' && (verb.tense === 'past' || verb.voice === 'passive');
  if (nobody && !idle && (verb.modal === 'should' || verb.modal === 'ought' || WISHING.has(verb.lemma))) return true;
  // Nobody buys a ladder to have it wobble; no one plans a christening around a closed door; people don't pay for a seat to stand.
  if (nobody && verb.tense === 'present' && !verb.modal && norm[subject.from + 1] !== 'else') {
    if (NOBODY.at(words, subject.from) && verb.lemma !== 'be' && verb.lemma !== 'have' && !CONTENDING.has(verb.lemma)) return true;
    if (norm[subject.from + 1] === 'one' && SETTING_OUT.has(verb.lemma)) return true;
  }
  if (verb.negated && verb.tense === 'present' && !verb.modal && subject && isPeople(norm, subject))
    return SETTING_OUT.has(verb.lemma) && norm.slice(verb.to, Math.min(sentence.to, verb.to + 10)).includes('to');
  if (verb.lemma === 'deserve' && !verb.negated && !own) return true;
  if (subject && norm[subject.from] === 'your' && !verb.negated) {
    const just = JUST.first(words, verb.from, clause.to);
    if (just >= 0 && (norm[just] !== 'valid' || !POSSESSED.test(norm[subject.head]))) return true;
    if (verb.lemma === 'make' && SENSE.first(words, verb.to, Math.min(sentence.to, verb.to + 4)) >= 0) return true;
  }
  if (subject?.actor === 'customer' && claimed(reading, sentence, clause)) return true;
  if (verb.negated || (subject && /^(?:no|nothing)$/.test(norm[subject.from]))) {
    if (!own && cannotBeGivenBack(norm, verb.to, sentence.to)) return true;
  }
  if (verb.modal === 'should' && !verb.negated && subject?.actor !== 'customer' && !own && ENOUGH.first(words, verb.to, clause.to) >= 0)
    return true;
  // Neither was an answer.
  if (
    verb.lemma === 'be' &&
    subject &&
    /^(?:neither|none)$/.test(norm[subject.from]) &&
    !/^(?:our|my|your)$/.test(norm[subject.from + 2] ?? '')
  )
    return true;
  // "A pump should last years, not two days."
  if (verb.modal === 'should' && !verb.negated && verb.voice === 'active' && subject?.actor === 'thing')
    for (let i = verb.to; i < Math.min(sentence.to, verb.to + 7); i += 1)
      if (norm[i] === 'not' && words.gap[i] & Gap.comma)
        return /^(?:two|three|four|five|six|a|an|for|after|like|break|\d.*)$/.test(norm[i + 1] ?? '');
  // "Please note that the pump should not be run dry."
  const instructs = clause.link === 'that' && reading.clauses[clause.index - 1]?.mood === 'imperative';
  if (instructs) return false;
  // That should not have happened; this should not be happening.
  if (verb.modal === 'should' && verb.negated && subject?.actor !== 'customer' && !own) return !isForecast(norm, verb);
  return verb.modal === 'should' && !verb.negated && oughtToHaveBeen(norm, clause);
}

/** "It should not take more than two days", "this should not affect your bill", "a refund should not be needed": what is to be expected. */
function isForecast(norm: readonly string[], { lemma, tense, progressive, to }: VerbGroup): boolean {
  if (tense === 'perfect' || progressive) return false;
  if (FORECAST.has(lemma)) return true;
  const next = norm[to] ?? '';
  if (lemma === 'take') return /^(?:long|longer|more|much|too)$/.test(next);
  if (lemma !== 'be') return /^(?:need|require|notice)$/.test(lemma) && !/^(?:to|a)$/.test(next);
  return (
    /^(?:too|long|any|much|needed|required|necessary)$/.test(next) || (/^an?$/.test(next) && /^(?:problem|issue)$/.test(norm[to + 1] ?? ''))
  );
}

/** "The service should have been better", "our crew should be courteous at all times": the failing is held against what was due. */
function oughtToHaveBeen(norm: readonly string[], { subject, verb }: Clause): boolean {
  const { lemma, tense, to } = verb!;
  if (lemma !== 'be' || !subject || subject.actor === 'customer') return false;
  if (tense === 'perfect')
    return subject.actor !== 'own' && /^(?:better|kinder|quicker|clearer|faster|sooner|safer|cleaner|smoother)$/.test(norm[to] ?? '');
  return (
    /^(?:our|all|any|every)$/.test(norm[subject.from]) &&
    /^(?:courteous|polite|respectful|civil|kind|helpful|professional)$/.test(norm[to] ?? '')
  );
}

function isPeople(norm: readonly string[], { from, to }: { readonly from: number; readonly to: number }): boolean {
  return to - from === 1 && /^(?:people|passengers|guests|customers|families|parents|patients|tenants|travellers)$/.test(norm[from]);
}
