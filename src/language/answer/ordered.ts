import { given, meets, shares, type Answer, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';

/** What nothing but itself answers: a sum, a number, a time, a person; and what is to be done. */
const EXACT = /^(?:amount|price|count|time|who|deed|measures|news|reason)$/;
/** Words of its own that a sentence brings if it tells something. */
const LEAST_TOLD = 2;

type Known = Answer | undefined;

/**
 * Whoever answers several questions mostly takes them in turn. So where as many sentences as questions are left stand between the answers to the question before
 * and to the one behind, and speak of neither, they answer them without a word of them: "Do you need references? Is there a minimum age?" – "Two people who have
 * known you for a year will do. Your son would have to wait." Of more sentences the rest only goes on with what was answered. The last question has no bound
 * behind it: there what they are bidden to do answers whether they must do something, and what "he" may do whether he may.
 */
export function inOrder(parts: readonly Part[], offers: readonly Offer[], answers: readonly Known[]): Known[] {
  const found = [...answers];
  if (parts.length < 2) return found;
  for (let n = 0; n < parts.length; n += 1) {
    if (found[n]) continue;
    let end = n;
    while (end < parts.length && !found[end]) end += 1;
    const past = n === 0 ? firstTelling(offers) : indexOf(offers, found[n - 1]) + 1;
    const next = end < parts.length ? indexOf(offers, found[end]) : past + 1;
    if (past >= 0 && (n === 0 || past > 0) && next - past === end - n) {
      const last = end === parts.length;
      const each = parts.slice(n, end).map((part, k) => mayAnswer(part, offers[past + k], offers[past + k - 1]));
      if (each.every(Boolean) && !(last && !answersLast(parts[n], offers[past])))
        for (let k = n; k < end; k += 1) found[k] = given(offers[past + k - n]);
    }
    n = end;
  }
  return found;

  function mayAnswer(part: Part, offer: Offer | undefined, before: Offer | undefined): boolean {
    if (!offer || EXACT.test(part.wanted) || !tells(offer)) return false;
    if (part.topic.has('price') && !offer.gives.has('price') && !offer.topic.has('price')) return false;
    if (before && answers.some((answer) => startOf(answer) === before.sentence.start) && meets(before.topic, offer.topic)) return false;
    if (answers.some((answer) => startOf(answer) === offer.sentence.start)) return false;
    return speaksOfPerson(part, offer) || !parts.some((other) => other !== part && shares(other.focus, offer));
  }
}

/** "Should I wait?": "go ahead". "Does he count as a child?": "he comes free". */
function answersLast(part: Part, offer: Offer): boolean {
  if (speaksOfPerson(part, offer)) return true;
  return part.must === true && (offer.instructs || offer.licenses > 0) && !offer.conditional && offer.forAll !== 'contact';
}

function speaksOfPerson({ person }: Part, { persons }: Offer): boolean {
  return person !== undefined && persons.has(person);
}

/** The first sentence that is more than thanks and good wishes. */
function firstTelling(offers: readonly Offer[]): number {
  return offers.findIndex(({ hollow, thanks }) => !hollow && !thanks);
}

function startOf(answer: Known): number | undefined {
  return answer?.answeredAt?.start;
}

function indexOf(offers: readonly Offer[], answer: Known): number {
  const start = startOf(answer);
  return start === undefined ? -1 : offers.findIndex(({ sentence }) => sentence.start === start);
}

/** Tells something of a matter: no thanks, wish or question back. */
function tells(offer: Offer): boolean {
  return (offer.states || offer.instructs) && !offer.thanks && !offer.hollow && !offer.sentence.question && offer.topic.size >= LEAST_TOLD;
}
