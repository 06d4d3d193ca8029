import type { LazyReading } from '../index.js';
import { isInviting } from './empty-clauses.js';
import { givesWhatIsWanted, handles, isExact, isOfMoney, tells } from './oblique-types.js';
import { given, meets, shares, type Answer, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import { ofOneField } from '../question/semantic-fields.js';
import { isSmallTalk } from '../question/small-talk.js';
import { topicOf } from '../question/topic.js';

type Known = Answer | undefined;

/** In a reply of more telling sentences than these not each of them is there to answer. */
const SHORT = 5;
/** More telling sentences than questions: with so many at most, what speaks of the field of a question answers it; and … */
const ROOM_FOR_FIELD = 2;
/** … with so many at most whatever belongs nowhere else does. */
const ROOM_FOR_ANY = 1;
/** Sentences that may do something for who complains of one thing before the rest of them only explains. */
const MOST_HANDLING = 3;
/** How a sentence begins that goes on with the one before it. */
const GOES_ON = new Set(
  (
    'it this that they these those them its neither nor both all most none some each their he she his her there so then otherwise afterwards but and also just ' +
    'simply once if unless until when while after'
  ).split(' '),
);
/** Where to turn, or who knows: "direct it there", "the box office will know", "better you write to payroll". */
const TURNING = /^(?:ask|approach|direct|contact|speak|talk|write|turn|enquire|inquire|apply|consult|knows|decides)$/;

/**
 * In a short reply what says something and belongs to no other question is there to answer, however little its words have to do with what was asked: "Is the
 * cottage fit for a wheelchair?" – "Two steps lead up to the door." Of several questions each wants a sentence of its own; what goes on with the answer to
 * another, and what belongs to the rest of their story, answers none. Who complains wants more than an excuse, or to be told one thing that is not about us.
 */
export function obliquely(reading: LazyReading, parts: readonly Part[], offers: readonly Offer[], answers: readonly Known[]): Known[] {
  const found = [...answers];
  const story = storyOf(reading, parts);
  const { norm } = reading.grammar.words;
  const telling = offers.filter((offer) => (tells(offer) || turns(offer)) && !isSmallTalk(reading, offer.sentence) && !retells(offer));
  if (telling.length === 0 || telling.length > SHORT) return found;
  const alone = parts.length === 1;
  const spare = telling.length - parts.length;
  const aggrieved = reading.likelihood(['complaint', 'problem', 'sensitive']) > 0.5;
  const strict = !alone || aggrieved;
  const used = new Set(answers.map((answer) => answer?.answeredAt?.start));
  /** They answer in words of their own: no question is taken up by its words. */
  const roundabout = !telling.some((offer) => parts.some(({ focus }) => shares(focus, offer)));
  if (!alone && spare === 0 && parts.every(isInPlace)) return found.map((answer, n) => answer ?? { ...given(telling[n]), oblique: true });
  for (const reaches of [byKind, byField, byPlace])
    parts.forEach((part, n) => {
      if (found[n]) return;
      const at = telling.find((offer) => isFree(offer, part) && reaches(offer, part, n));
      if (!at) return;
      used.add(at.sentence.start);
      found[n] = { ...given(at), oblique: true };
    });
  return found;

  /** As many sentences as questions, and each may answer the one in its place. */
  function isInPlace(part: Part, n: number): boolean {
    const offer = telling[n];
    if (found[n]?.answeredAt?.start === offer.sentence.start) return true;
    if (/^(?:price|count|amount)$/.test(part.wanted) && !offer.gives.has('amount') && !offer.gives.has('price') && !offer.refuses)
      return false;
    if (parts.some((other) => other !== part && shares(other.focus, offer))) return false;
    // "Sign page 4" tells nobody whether the notice is a month.
    if (!roundabout && offer.instructs && !offer.states && part.wanted === 'yes-no' && !part.ofOneself) return false;
    return n === 0 || isExact(part, offer) || !GOES_ON.has(norm[offer.sentence.from]) || !shares(parts[n - 1].focus, telling[n - 1]);
  }

  function byKind(offer: Offer, part: Part): boolean {
    return shares(part.topic, offer) || isExact(part, offer);
  }

  function byField({ topic }: Offer, part: Part): boolean {
    return spare <= ROOM_FOR_FIELD && ofOneField(part.focus, topic);
  }

  function byPlace(offer: Offer, { wanted }: Part, n: number): boolean {
    if (alone)
      return (
        !aggrieved ||
        (telling.length <= MOST_HANDLING &&
          (handles(offer) || turns(offer) || (telling.length === 1 && wanted !== 'way' && !isOfUs(norm, offer))))
      );
    if (spare === 0 && offer === telling[n]) return true;
    return roundabout && spare <= ROOM_FOR_ANY && inTurn(offer, n);
  }

  function isFree(offer: Offer, part: Part): boolean {
    if (alone && (offer.refers || offer.forAll !== undefined)) return true;
    if (!givesWhatIsWanted(part, offer, strict) && !(turns(offer) && !isOfMoney(part))) return false;
    if (alone) return true;
    return !used.has(offer.sentence.start) && !parts.some((other) => other !== part && shares(other.focus, offer)) && !goesOn(offer);
  }

  /** Stands behind what answers the question before, and in front of what answers the one behind. */
  function inTurn({ sentence }: Offer, n: number): boolean {
    const before = found[n - 1]?.answeredAt;
    const behind = found[n + 1]?.answeredAt;
    return !(before && before.start > sentence.start) && !(behind && behind.start < sentence.start);
  }

  /** Only goes on with an answer that stands right before it. */
  function goesOn(offer: Offer): boolean {
    const before = offers[offers.indexOf(offer) - 1];
    if (!before || !used.has(before.sentence.start)) return false;
    return GOES_ON.has(norm[offer.sentence.from]) || meets(before.topic, offer.topic);
  }

  /** Speaks of what they told beside their questions, and of no question. */
  function retells(offer: Offer): boolean {
    if (offer.particle || offer.refuses || offer.refers || offer.forAll !== undefined) return false;
    if (parts.some(({ topic }) => shares(topic, offer))) return false;
    if (shares(story, offer)) return true;
    // "We can bake it for Saturday. It serves sixteen."
    const before = offers[offers.indexOf(offer) - 1];
    return before !== undefined && /^(?:it|they|he|she)$/.test(norm[offer.sentence.from]) && retells(before);
  }

  function turns({ sentence }: Offer): boolean {
    const { from, to } = sentence;
    if (isInviting(norm, sentence)) return false;
    for (let i = from; i < to; i += 1)
      if (knowsIt(norm, i) || looksUp(norm, from, i) || (TURNING.test(norm[i]) && !/^(?:us|me)$/.test(norm[i + 1] ?? ''))) return true;
    return false;
  }
}

/** Stems of the sentences in which nothing is asked. */
function storyOf({ customerGrammar }: LazyReading, parts: readonly Part[]): ReadonlySet<string> {
  const told = new Set<string>();
  if (!customerGrammar) return told;
  for (const { start, end, from, to } of customerGrammar.sentences)
    if (!parts.some((part) => part.start < end && part.end > start)) for (const each of topicOf(customerGrammar, from, to)) told.add(each);
  return told;
}

/** "Look in the Media tab", "please see under Parking"; not "the points go in on Friday". */
function looksUp(norm: readonly string[], from: number, i: number): boolean {
  const bids = i === from || /^(?:please|just|simply|kindly|then|and)$/.test(norm[i - 1]);
  return (
    bids && /^(?:look|see|go|search)$/.test(norm[i]) && /^(?:in|on|at|under|behind|inside|below|overleaf|into)$/.test(norm[i + 1] ?? '')
  );
}

/** "The box office will know"; not "you will know". */
function knowsIt(norm: readonly string[], i: number): boolean {
  return norm[i] === 'know' && norm[i - 1] === 'will' && !/^(?:we|i|you)$/.test(norm[i - 2] ?? '');
}

/** "Our lines were busy", "we train our drivers well". */
function isOfUs(norm: readonly string[], { sentence }: Offer): boolean {
  return /^(?:our|we|i|my)$/.test(norm[sentence.from]);
}
