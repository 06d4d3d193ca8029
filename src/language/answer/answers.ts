import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';
import { inBrief } from './brief.js';
import { answersKind, fits, pricesIt, speaksOf } from './types.js';
import { claimed, linked, mayPoint, passesMoneyBy, sharesMany } from './links.js';
import { isInviting } from './empty-clauses.js';
import { obliquely } from './oblique.js';
import { inOrder } from './ordered.js';
import { given, meets, shares, spanOf, type Answer, type Offer } from './offer.js';
import { LONG, spareAnswers } from './spare.js';
import { stem, topicOfAll } from '../question/topic.js';
import type { Part } from '../question/parts.js';
import type { Wanted } from '../question/wanted.js';

/** The stem of replacements and exchanges. */
const REPLACE = stem('replace');
/** Asked of "it" or "them", these are answered by speaking of what that is. */
const BY_ANTECEDENT = new Set<Wanted>(['who', 'what', 'place', 'reason', 'news']);

/** What became of each question: answered, deferred, refused, or missed. */
export function answersTo(reading: LazyReading, parts: readonly Part[], offers: readonly Offer[]): readonly Answer[] {
  const direct = byTopic(parts, offers);
  const typed = byKind(parts, offers, direct, reading.brief);
  const known = reading.brief
    ? inBrief(parts, offers, typed, reading.customerGrammar ? topicOfAll(reading.customerGrammar) : new Set())
    : typed;
  const answers = inOrder(parts, offers, known);
  const counter = offers.find(({ sentence }) => asksBack(reading, sentence));
  const none = answers.every((answer) => answer === undefined);
  const spare = spareAnswers(reading, parts, offers, answers);
  const covered = answers.map((answer, n): Answer | undefined => {
    if (answer) return answer;
    const loose = spare.findIndex((offer) => !/^(?:time|count|price|amount)$/.test(parts[n].wanted) || answersKind(parts[n], offer));
    if (loose >= 0) return given(spare.splice(loose, 1)[0]);
    const whole = offers.find((offer) => offer.forAll && covers(offer, parts[n], parts, offers, answers, reading.brief));
    if (whole) return { answer: asAnswer(whole.forAll!), answeredAt: spanOf(whole) };
    // Whose whole reply is a question back has not finished with the matter.
    if (counter && (reading.brief || (none && (parts.length === 1 || n === 0)))) return { answer: 'deferred', answeredAt: spanOf(counter) };
    return undefined;
  });
  const all = inChat(reading) || covered.every(Boolean) ? covered : obliquely(reading, parts, offers, covered);
  return all.map((answer) => answer ?? { answer: 'missed' });
}

/** In a line of chat nothing is put so roundabout; a short letter is none. */
function inChat({ brief, draft: { salutation, channel } }: LazyReading): boolean {
  return brief && (channel === 'chat' || !salutation);
}

/** A question of ours that wants to be answered first; not "shall I book it?", nor an invitation to ask for more. */
function asksBack({ grammar: { words } }: LazyReading, sentence: Sentence): boolean {
  if (!sentence.question || isInviting(words.norm, sentence)) return false;
  return !/^(?:shall|should)$/.test(words.norm[sentence.from]);
}

function asAnswer(forAll: NonNullable<Offer['forAll']>): Answer['answer'] {
  if (forAll === 'steps') return 'answered';
  return forAll === 'contact' || forAll === 'patience' ? 'deferred' : forAll;
}

/**
 * Whether a deferral or referral stands for the answer to this question: in a letter of several questions it may belong to another of them. A bare "we will
 * write to you" covers what is asked only where nothing else is answered.
 */
function covers(
  offer: Offer,
  part: Part,
  parts: readonly Part[],
  offers: readonly Offer[],
  answers: readonly (Answer | undefined)[],
  brief: boolean,
): boolean {
  if (part.wanted === 'measures' && offer.forAll === 'answered') return false;
  if (brief && parts.length === 1) return true;
  if (offer.forAll === 'steps')
    return parts.length === 1 || meets(part.topic, offer.context)
      ? /^(?:way|deed|news|reason|any|what|place|measures)$/.test(part.wanted)
      : part.wanted === 'way';
  if (offer.forAll === 'patience') return /^(?:deed|news|measures|time)$/.test(part.wanted);
  if (brief || parts.length === 1 || shares(part.topic, offer)) return true;
  const answered = answers.some((answer) => answer !== undefined);
  if (!answered) return true;
  if (offer.forAll === 'contact') return false;
  if (parts.some((other) => other !== part && shares(other.focus, offer))) return false;
  // "For the grant I have to ask the board. I'll let you know": of the grant.
  if (!meets(part.topic, offer.context) && parts.some((other) => other !== part && meets(other.focus, offer.context))) return false;
  if (offer.forAll !== 'answered') return offers.length < LONG || meets(part.topic, offer.context);
  // "Compensation is looked after by our claims team. Please ring them": it refers those who asked for compensation.
  const before = offers[offers.indexOf(offer) - 1];
  return !before || !answers.some((answer) => answer?.answeredAt?.start === before.sentence.start);
}

/** Answers that are known by their words, or that say "both". */
function byTopic(parts: readonly Part[], offers: readonly Offer[]): (Answer | undefined)[] {
  const both = offers.find((offer) => offer.both);
  return parts.map((part) => {
    const sharing = offers.find(
      (offer) =>
        linked(part, offer) &&
        !passesMoneyBy(part, offer) &&
        (fits(part.wanted, offer) || (part.wanted === 'deed' && sharesMany(part.focus, offer))),
    );
    if (sharing) return given(sharing);
    return both && given(both);
  });
}

/** In a letter: what is left open by the words is answered by a sentence of the kind that was asked for, if no other question has it. */
function byKind(
  parts: readonly Part[],
  offers: readonly Offer[],
  direct: readonly (Answer | undefined)[],
  brief: boolean,
): (Answer | undefined)[] {
  const uses = new Map<number, number>();
  const use = (at: number): void => void uses.set(at, (uses.get(at) ?? 0) + 1);
  for (const answer of direct) if (answer?.answeredAt) use(answer.answeredAt.start);
  let before: Answer | undefined;
  const found = direct.map((answer, n) => {
    const part = parts[n];
    if (before && part.alternative && (brief || (!answer && before.answer !== 'refused'))) return before;
    // "Could you send one, or should I ask for the money?": to ask for help is courtesy, and what we do about it answers the other half too.
    const done = !answer && n === 0 && part.alternative ? offers.find((offer) => offer.acts && offer.states) : undefined;
    if (done) return (before = given(done));
    if (!answer && before && part.consent && /^(?:deed|yes-no)$/.test(parts[n - 1].wanted)) return before;
    if (!answer && before && part.unless === (before.answer === 'refused' ? 'no' : 'yes')) return before;
    return (before = answer ?? typed(part));
  });
  // "Is it only for flights within the US, or abroad as well?"
  return found.map((answer, n) => answer ?? (parts[n + 1]?.alternative ? found[n + 1] : undefined));

  function typed(part: Part): Answer | undefined {
    const roomy = brief || !/^(?:yes-no|deed|measures)$/.test(part.wanted);
    const exact = /^(?:time|price|count|amount)$/.test(part.wanted);
    const free = offers.filter((offer) => {
      // "You may eat first, and your sister is welcome": each clause licenses something of its own.
      const wide = roomy || (part.ofOneself === true && offer.licenses > 0);
      const room = Math.max(1, wide ? offer.told : offer.particles) + (exact && part.topic.size === 0 ? 1 : 0);
      return (uses.get(offer.sentence.start) ?? 0) < room && (exact || !claimed(offer, part, parts, wide));
    });
    const found =
      free.find(
        (offer) =>
          (shares(part.topic, offer) ||
            (BY_ANTECEDENT.has(part.wanted) &&
              shares(part.around, offer) &&
              !offer.thanks &&
              !(part.wanted === 'what' && uses.has(offer.sentence.start)))) &&
          speaksOf(part, offer),
      ) ??
      free.find(
        (offer) =>
          answersKind(part, offer) &&
          (parts.length === 1 ||
            mayPoint(part, offer, brief, offers.length >= LONG) ||
            meets(part.topic, offer.context) ||
            // "How deep?": "about 15 cm".
            (part.wanted === 'amount' && offer.counts)),
      ) ??
      // "Can it be restored?": "Your list is back".
      free.find(
        (offer) =>
          part.wanted === 'yes-no' &&
          ((part.pointing && (brief || part.ofIt || offers.length < LONG)) || part.topic.size === 0) &&
          (offer.states || offer.ahead) &&
          !(brief && uses.has(offer.sentence.start)) &&
          shares(part.around, offer),
      ) ??
      // "I'm away on Mondays, can I catch up?": "Your Mondays: there is a second group".
      free.find((offer) => /^(?:yes-no|way|what|any)$/.test(part.wanted) && offer.states && !brief && shares(part.setting, offer)) ??
      // "As for the deadline, it may be hard", "I want it replaced": "a new one will be ordered".
      free.find((offer) => offer.fronts && part.wanted === 'yes-no' && shares(part.topic, offer)) ??
      free.find((offer) => part.wanted === 'deed' && part.topic.has(REPLACE) && offer.renews && offer.acts) ??
      offers.find((offer) => /^(?:yes-no|deed|what)$/.test(part.wanted) && pricesIt(part, offer, free.includes(offer)));
    if (!found) return undefined;
    use(found.sentence.start);
    return given(found);
  }
}
