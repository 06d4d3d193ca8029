import { Gap } from 'replylint/rule';
import type { Hit, Look, Sentence, Words } from 'replylint/rule';

/** What one does with a matter that is taken up, in every form of the verb. */
const TAKE_UP =
  /^(?:look(?:ed|ing|s)?|discuss(?:ed|ing|es)?|debat(?:e|ed|ing|es)|rais(?:e|ed|ing|es)|(?:re-?)?open(?:ed|ing|s)?|revisit(?:ed|ing|s)?|review(?:ed|ing|s)?|(?:re)?consider(?:ed|ing|s)?|re-?examin(?:e|ed|ing|es)|(?:re)?assess(?:ed|ing|es)?|tak(?:e|en|ing|es)|talk(?:ed|ing|s)?|spoken|speak(?:ing|s)?|ask(?:ed|ing|s)?|bring(?:ing|s)?|brought|repl(?:y|ied|ying|ies)|respond(?:ed|ing|s)?|return(?:ed|ing|s)?|argu(?:e|ed|ing|es)|engag(?:e|ed|ing|es)|continu(?:e|ed|ing|es)|carr(?:y|ied|ying|ies)|pursu(?:e|ed|ing|es)|comment(?:ed|ing|s)?|investigat(?:e|ed|ing|es)|writ(?:e|ing)|handl(?:e|ed|ing|es)|deal(?:t|ing|s)?|explain(?:ed|ing|s)?|put|heard|hear(?:ing|s)?|touch(?:ed|ing|es)?|mention(?:ed|ing|s)?|rehears(?:e|ed|ing)|judg(?:e|ed|ing|es)|examin(?:e|ed|ing|es)|renegotiat(?:e|ed|ing)|repeat(?:ed|ing)?|spen[dt](?:ing)?|read(?:ing|s)?|answer(?:ed|ing|s)?|engag(?:e|ed|ing)|correspond(?:ing)?|reachable|available|unpick(?:ed|ing)?|reconven(?:e|ed|ing)|debat(?:e|ed|ing))$/;
const AGAIN = /^(?:again|twice|anew|afresh|anymore)$/;
/** "Any longer", "once more", "a second time". */
const AGAIN_PAIRS = /^(?:any (?:more|longer|further)|once more|second time|third time|another time|from scratch|from now|in future)$/;
/** It ends when something comes, or is a courtesy to the customer. */
const OPEN = /^(?:until|till|before|unless|once|after|when|if|without|worry|charge|need|happen|have)$/;
const NEGATION = /^(?:not|never|cannot|neither|nor|nobody|none)$/;
/** What is asked for when a decision is not accepted. */
const PROTEST =
  /^(?:discussions?|appeals?|objections?|reviews?|reconsideration|debates?|negotiations?|recourse|protests?|petitions?|arguments?|argument|correspondence|reinvestigation|re-examination|hearings?|representations?|challenges?|reopening|contradiction|haggling|dispute)$/;
/** What may yet come from us, if "no further" stands before it. */
const FURTHER_ACT =
  /^(?:statements?|calls?|replies|reply|answers?|response|responses|reactions?|reaction|comments?|explanations?|work|action|steps|meetings?|investigations?|time|look|consideration|attention|correspondence|communication|messages?|letters?|emails?|visit|visits|attempts?|evidence|effort|proof|documents|photos|submissions|contact|inquiries|enquiries)$/;
const GIVEN =
  /^(?:possible|given|made|offered|accepted|considered|entertained|heard|taken|held|sent|issued|provided|undertaken|done|allowed|permitted|available|granted|conducted|carried|admitted|looked|forthcoming|foreseen|admissible|spent|called|launched|started|opened|processed|examined|arranged|scheduled|follow|come|welcome|tolerated|had)$/;
const WILL = /^(?:is|are|will|shall|can|be|'s|'re|'ll|get|gets)$/;
const LATER = /^(?:until|till|before|needed|required|necessary|from|today|tonight|sunday|saturday|sundays|weekends|yet|if|unless)$/;

/** That the matter is not taken up again, and that nothing more will come: "won't look at a request twice", "objections won't be considered". */
export function noMore({ draft }: Look<{ readonly ombudsman: boolean }>, { from, to, question }: Sentence): Hit | undefined {
  if (question) return undefined;
  const { words } = draft;
  const { norm, start, end } = words;
  for (let i = from; i < to; i += 1) {
    const [first, last] = NEGATION.test(norm[i]) ? notAgain(words, i, from, to) : norm[i] === 'no' ? noFurther(words, i, to) : [-1, -1];
    if (last > 0) return { span: { start: start[first], end: end[last - 1] }, phrase: '', tag: 'silence', from: first, to: last };
  }
  return undefined;
}

const NONE: readonly [number, number] = [-1, -1];

/** From a "not": "… look at a request twice", "objections won't be considered", "we do not offer reviews". */
function notAgain(words: Words, at: number, from: number, to: number): readonly [number, number] {
  const { norm, gap } = words;
  // "You won't have to write again", "you need not": spared, not shut out.
  for (let k = at - 1; k >= Math.max(from, at - 3); k -= 1)
    if (/^(?:you|your|need|did|has|had|have|was|were|if)$/.test(norm[k])) return NONE;
  // "He never looked at it again."
  if (norm[at] === 'never' && norm[at + 1]?.endsWith('ed')) return NONE;
  if (norm[at + 1] === 'to') return NONE;
  const offered = offersNone(words, at, to);
  if (offered !== NONE) return offered;
  const protest = protestBefore(words, at, from);
  if (protest >= 0)
    for (let k = at + 1; k < Math.min(to, at + 5); k += 1) if (GIVEN.test(norm[k])) return later(words, k, to) ? NONE : [protest, k + 1];
  let verb = -1;
  for (let k = at + 1; k < Math.min(to, at + 14); k += 1) {
    if ((gap[k] & (Gap.stop | Gap.break)) !== 0) break;
    if (OPEN.test(norm[k])) return NONE;
    if (verb < 0 && TAKE_UP.test(norm[k])) verb = k;
    if (verb < 0) {
      if (k > at + 6) break;
      continue;
    }
    // "We won't ask you again": spared.
    if (norm[k] === 'you' && /^(?:ask|tak|call|put|bring|mention)/.test(norm[verb])) return NONE;
    const again = AGAIN.test(norm[k]) ? k + 1 : AGAIN_PAIRS.test(`${norm[k]} ${norm[k + 1] ?? ''}`) ? k + 2 : -1;
    // "Not to take any more sweets": of a number.
    const counts =
      norm[k] === 'any' && again < to && gap[again] === 0 && !/^(?:about|on|with|by|in|to|from|for|or|and|at|of|than)$/.test(norm[again]);
    if (again > 0 && again <= to && !counts) return OPEN.test(norm[again] ?? '') && again < to ? NONE : [at, again];
  }
  return NONE;
}

/** "Objections won't be …", "new evidence isn't …": the word before the auxiliary. */
function protestBefore({ norm }: Words, at: number, from: number): number {
  const head = /^(?:is|are|will|can|shall|do|does)$/.test(norm[at - 1] ?? '') ? at - 2 : at - 1;
  if (head < from) return -1;
  const further = /^(?:new|further|more|additional|fresh|later|other)$/.test(norm[head - 1] ?? '');
  return PROTEST.test(norm[head]) || (further && FURTHER_ACT.test(norm[head])) ? (further ? head - 1 : head) : -1;
}

/** "We do not offer reviews of decisions", "we don't entertain objections". */
function offersNone({ norm }: Words, at: number, to: number): readonly [number, number] {
  let k = at + 1;
  if (
    !/^(?:offer|accept|allow|hold|entertain|grant|give|consider|hear|permit|conduct|admit|process|enter|negotiate|want|wish)$/.test(
      norm[k] ?? '',
    )
  )
    return NONE;
  k += 1;
  while (/^(?:any|a|an|further|new|more|second|into|on|to|for|other|such)$/.test(norm[k] ?? '')) k += 1;
  return k < to && PROTEST.test(norm[k]) ? [at, k + 1] : NONE;
}

/** "No discussion about the amount is possible", "no more work will be done on it". */
function noFurther(words: Words, at: number, to: number): readonly [number, number] {
  const { norm, gap } = words;
  let k = at + 1;
  let further = false;
  while (/^(?:further|more|other|additional|new|second|later|official|written|such|personal)$/.test(norm[k] ?? '')) {
    further = true;
    k += 1;
  }
  const protest = PROTEST.test(norm[k] ?? '');
  if (k >= to || (!protest && !FURTHER_ACT.test(norm[k]))) return NONE;
  let will = false;
  for (let j = k + 1; j < Math.min(to, k + 10); j += 1) {
    if ((gap[j] & (Gap.stop | Gap.break | Gap.comma)) !== 0 || /^(?:was|were|had|has|have)$/.test(norm[j])) return NONE;
    if (/^(?:will|shall|can)$/.test(norm[j])) further = true;
    will ||= WILL.test(norm[j]);
    if (will && GIVEN.test(norm[j])) return (!protest && !further) || later(words, j, to) ? NONE : [at, j + 1];
  }
  return NONE;
}

function later({ norm }: Words, from: number, to: number): boolean {
  for (let k = from + 1; k < Math.min(to, from + 8); k += 1) if (LATER.test(norm[k])) return true;
  return false;
}
