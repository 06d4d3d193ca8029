import { inList, listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, VerbGroup } from '../reading.js';
import { concerns, sharesFeedback, within } from './objects.js';

const SERVICE_NOUNS = listed('service-nouns');
/** Nouns of an act: to make or to give one is to do it. */
const DEEDS = wordClass(
  'arrangements enquiries enquiry inquiries inquiry booking reservation appointment payment transfer copy correction change amendment adjustment call request claim ' +
    'decision start note phonecall replacement exchange order offer exception allowance',
);
/** What is told or handed over when it is there. */
const TIDINGS = wordClass(
  'answer news update decision date reply result results solution fix quote price time plan figure word verdict outcome',
);
/** What is shared among us, and so done for nobody in particular: heads put together, measures put in place. */
const OURSELVES = wordClass('heads minds measures procedures controls steps mind ease word');

/** "(We'll get) Baz to swing by": somebody of ours is to act. */
function sendsSomebody({ clauses }: LazyReading, { index, sentence }: Clause, { to }: VerbGroup): boolean {
  const next = clauses[index + 1];
  return (
    next?.sentence === sentence && next.verb?.tense === 'none' && next.link === undefined && next.verb.from > to && next.verb.from - to < 4
  );
}

/** Whether a verb that is an act only with what follows it is one here. */
export function carriesOut(reading: LazyReading, clause: Clause, verb: VerbGroup): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { lemma, to } = verb;
  const next = norm[to] ?? '';
  const second = norm[to + 1] ?? '';
  const has = (...sought: readonly string[]): boolean => within(norm, to, clause.to, sought);
  switch (lemma) {
    case 'look':
      return /^(?:into|at|after|for|further|closer|through|over|out|up)$/.test(next) || has('into');
    case 'take':
      return (
        has('look', 'up', 'action', 'steps', 'care of this', 'care of it', 'care of that') ||
        (moves(norm, to, clause.to) && concerns(reading, clause, verb))
      );
    case 'get':
      return (
        next === 'back' ||
        next === 'in' ||
        has('touch', 'back', 'to the bottom', 'hold of', 'on it', 'on to it', 'onto it') ||
        /^(?:this|it|that|you|your|the|an?|another|some|someone|somebody|our|onto|on)$/.test(next) ||
        sendsSomebody(reading, clause, verb)
      );
    case 'let':
      return (
        next === 'you' &&
        (second === 'know' || (second === 'have' && /^(?:an?|the|our|your|it|some|more|that|this)$/.test(norm[to + 2] ?? '')))
      );
    case 'keep':
      return next === 'you' && (/^(?:posted|updated|informed|abreast)$/.test(second) || has('in the loop', 'in the picture', 'up to date'));
    case 'have':
      return (
        causes(reading, clause) ||
        has('a look', 'a word', 'a chat') ||
        (TIDINGS.first(words, to, clause.to) >= 0 && has('for you', 'to you'))
      );
    case 'come':
    case 'go':
      return /^(?:back|through|round|out|into)$/.test(next) || (next === 'up' && second === 'with') || has('back to you', 'to you');
    case 'bring':
      return has('up') || has('to the attention') || givesYou(norm, to) || (moves(norm, to, clause.to) && concerns(reading, clause, verb));
    case 'pass':
    case 'raise':
      return has('up') || has('to you') || has('to the attention') || (lemma === 'raise' && /^(?:an?|another|the)$/.test(next));
    case 'give':
    case 'offer':
      return (givesYou(norm, to) && SERVICE_NOUNS.first(words, to, clause.to) < 0) || has('call', 'ring', 'shout', 'bell', 'buzz');
    case 'put':
      return (
        has('right', 'through', 'in place', 'forward') ||
        (OURSELVES.first(words, to, clause.to) < 0 && !has('to the', 'to our', 'to my') && concerns(reading, clause, verb))
      );
    case 'make':
      return next === 'sure' || next === 'certain'
        ? secures(reading, clause)
        : has('it up to you', 'this up to you') ||
            (/^(?:an?|the|your|arrangements|enquiries|inquiries)$/.test(next) && DEEDS.first(words, to, Math.min(clause.to, to + 4)) >= 0);
    case 'ensure':
      return secures(reading, clause);
    case 'ask':
    case 'request':
    case 'advise':
    case 'tell':
      return lemma === 'tell' || lemma === 'advise' ? next === 'you' : next !== 'you' && next !== 'that';
    case 'reach':
      return next === 'out' || next === 'you';
    case 'drop':
      return next === 'you' || concerns(reading, clause, verb);
    case 'squeeze':
    case 'fit':
    case 'slot':
    case 'pencil':
    case 'knock':
    case 'whizz':
      return /^(?:you|your|it|this|that|them|a|another|the|something)$/.test(next);
    case 'report':
      return next === 'back';
    case 'deal':
      return next === 'with';
    case 'follow':
      return next === 'up';
    case 'provide':
    case 'open':
    case 'answer':
    case 'find':
    case 'deliver':
    case 'meet':
    case 'pay':
    case 'serve':
    case 'connect':
    case 'return':
      return (
        next === 'you' ||
        has('you', 'your') ||
        next === 'out' ||
        (!/^(?:meet|serve|connect)$/.test(lemma) && concerns(reading, clause, verb) && SERVICE_NOUNS.first(words, to, clause.to) < 0)
      );
    default:
      return true;
  }
}

/** "give you a date", "bring you the key": what is handed to the customer; a chance or a welcome is nothing they wait for. */
function givesYou(norm: readonly string[], to: number): boolean {
  return (
    norm[to] === 'you' &&
    /^(?:an?|the|your|our|some|more|another|all|full|both|one|it)$/.test(norm[to + 1] ?? '') &&
    !/^(?:warm|great|best|very|big|smile|fair|lovely|free|fantastic|true|better|same)$/.test(norm[to + 2] ?? '')
  );
}

/** "take it off your bill", "bring the rest round": from one place to another. */
function moves(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:off|out|away|back|down|over|round|apart|along|through)$/.test(norm[i])) return true;
  return false;
}

/** "have our roof team look at it", "have someone call you": a verb follows that somebody of ours, or nobody, does. */
function causes(reading: LazyReading, clause: Clause): boolean {
  const { norm, length } = reading.grammar.words;
  const object = norm[clause.verb!.to] ?? '';
  const { tags } = reading.grammar;
  // "have a colleague call you", "have it checked".
  if (
    /^(?:a|an|one)$/.test(object) &&
    /^(?:colleague|agent|member|manager|technician|engineer|specialist|supervisor|advisor|adviser|fitter|plumber|driver)$/.test(
      norm[clause.verb!.to + 1] ?? '',
    )
  )
    return true;
  if (/^(?:it|this|that|them|these)$/.test(object) && /^(?:participle|past)$/.test(tags.form[clause.verb!.to + 1] ?? '')) return true;
  if (/^(?:to|you|a|an|no|some|more|new)$/.test(object)) return false;
  for (let i = clause.verb!.to + 1; i < Math.min(length, clause.verb!.to + 6) && tags.pos[i] !== 'preposition'; i += 1) {
    if (/^(?:team|someone|somebody|manager|staff|department|engineers?|colleagues?)$/.test(norm[i - 1]) && norm[i] !== 'who') return true;
    if (tags.pos[i] === 'verb' && tags.form[i] === 'participle') return true;
  }
  return /^(?:someone|somebody)$/.test(object);
}

/** What is made sure of and is no act: that they are heard, thanked, taught. */
const NO_ACTS = new Set(
  'feed hear note recognise thank commend train brief remind share pass relay convey forward meet maintain treat avoid learn prevent value appreciate mention compliment log record do know see'.split(
    ' ',
  ),
);
/** How a thing leaves or reaches the customer: the fee comes off the bill, the money gets to you. */
const MOVING = new Set('come go reach get leave arrive land disappear vanish appear return'.split(' '));

/** "make sure that the scuffs are attended to", "see to it that the fee comes off": what is made sure of is an act of ours, not prevention and not a pleasant stay. */
export function secures(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let k = clause.index + 1; k <= clause.index + 2 && reading.clauses[k]?.sentence === clause.sentence; k += 1) {
    const next = reading.clauses[k];
    const { verb, subject } = next;
    if (!verb || next.negated) return false;
    // "make sure you get your money back"
    if (subject?.actor === 'customer' && /^(?:get|receive)$/.test(verb.lemma))
      return /^(?:your|a|the|it|this)$/.test(norm[verb.to] ?? '') && !hasService(reading, next);
    const definite =
      subject !== undefined &&
      subject.from >= next.from &&
      /^(?:the|your|yours|an?|this|that|it|these|they|both|everything)$/.test(norm[subject.from]);
    const feedback = definite && hasService(reading, { ...next, verb: { ...verb, to: next.from } });
    if (verb.voice === 'passive')
      return inList('passive-service-verbs', verb.lemma) || (definite && !feedback && !NO_ACTS.has(verb.lemma))
        ? !sharesFeedback(reading, next)
        : false;
    // "that a fitter comes out", "that the money reaches you"
    if (subject?.actor === 'thing' && definite && !feedback && MOVING.has(verb.lemma))
      return verb.to < next.to && !/^(?:well|smoothly|better|them|him|her|to|back)$/.test(norm[verb.to]);
  }
  return false;
}

/** "the best service", "a better experience": nothing that is owed now. */
function hasService(reading: LazyReading, { verb, to }: Clause): boolean {
  return SERVICE_NOUNS.first(reading.grammar.words, verb!.to, to) >= 0;
}
