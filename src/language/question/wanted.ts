import type { Grammar } from '../grammar/grammar.js';

/** What would answer a question: an amount, a time, a place, a reason, instructions, a yes or no, or something that is named. */
export type Wanted =
  'news' | 'yes-no' | 'amount' | 'price' | 'count' | 'time' | 'place' | 'reason' | 'way' | 'who' | 'what' | 'deed' | 'measures' | 'any';

/** How chat writes a question word and its verb. */
const RUN_TOGETHER = new Map([
  ['whats', 'what'],
  ['wheres', 'where'],
  ['hows', 'how'],
]);
/** What "any …?" asks for. */
export const ANY_WANTS = new Map<string, Wanted>([
  ...'news update updates word info information progress status'.split(' ').map((each) => [each, 'news'] as const),
  ...'eta estimate timeframe'.split(' ').map((each) => [each, 'time'] as const),
  ...'chance chances way possibility plans flexibility'.split(' ').map((each) => [each, 'yes-no'] as const),
  ['reason', 'reason'],
  ['advice', 'way'],
]);

/** What the question at `from` wants: the word that opens it tells, and for "what" and "how" the words behind. */
export function wantedAt({ words, tags }: Grammar, from: number, to: number): Wanted {
  const { norm } = words;
  const [first, second] = [RUN_TOGETHER.get(norm[from]) ?? norm[from], norm[from + 1] ?? ''];
  const costs = (): boolean => {
    // "What size restrictions and fees" asks of sizes first.
    if (/^(?:size|sizes|documents|kind|type|restrictions)$/.test(second)) return false;
    for (let i = from; i < to; i += 1)
      if (/^(?:cost|costs|price|prices|fee|fees|charge|charges|rate|rates|fare|tariff|pay)$/.test(norm[i])) return true;
    return false;
  };
  if (first === 'any') return ANY_WANTS.get(second) ?? 'yes-no';
  if (first === 'how') {
    if (second === 'many' && !/^(?:days?|hours?|weeks?|months?|years?|minutes?|people)$/.test(norm[from + 2] ?? '')) return 'count';
    if (second === 'much' && costs()) return 'price';
    if (/^(?:much|many|heavy|small|big|large|wide|high|tall|deep|old|thick|hot)$/.test(second)) return 'amount';
    if (/^(?:long|soon|often|late|early|quickly|fast)$/.test(second)) return 'time';
    if (second === 'come') return 'reason';
    for (let i = from + 1; i < to; i += 1) if (/^(?:looking|going)$/.test(norm[i])) return 'news';
    if (second === 'far' || second === 'close' || second === 'near') return 'place';
    return tags.pos[from + 1] === 'auxiliary' || tags.pos[from + 1] === 'modal' || second === 'to' || tags.pos[from + 1] === 'pronoun'
      ? 'way'
      : 'what';
  }
  if (first === 'what' || first === 'which') {
    if (first === 'what' && /^(?:are|will)$/.test(second) && norm[from + 2] === 'you' && /^(?:doing|going|do)$/.test(norm[from + 3] ?? ''))
      return 'measures';
    if (/^(?:time|times|date|dates|day|days|hours|year|month)$/.test(second)) return 'time';
    if (second === 'happens') return 'any';
    // "What's the latest I can cancel?"
    for (let i = from + 1; i < to; i += 1)
      if (
        /^(?:latest|earliest|soonest)$/.test(norm[i]) &&
        (/^(?:i|we|you|they|he|she|it)$/.test(norm[i + 1] ?? '') || norm[i] !== 'latest')
      )
        return 'time';
    for (let i = from + 1; i < to; i += 1)
      if (
        /^(?:status|latest|update|happening|happened|happens|going|deal|causing|causes|caused|issue|problem|news|holdup|word)$/.test(
          norm[i],
        )
      )
        return 'news';
    if (costs() && first === 'what') return 'price';
    for (let i = from + 2; i < to; i += 1) if (/^(?:time|times|date|dates)$/.test(norm[i]) && first === 'what') return 'time';
    for (let i = from + 1; i < to; i += 1) if (/^(?:procedure|process|steps)$/.test(norm[i])) return 'way';
    for (let i = from + 1; i < to; i += 1)
      if (/^(?:period|deadline|hours|timings|turnaround|duration|timeframe|timescale|eta)$/.test(norm[i])) return 'time';
    for (let i = from + 1; i < to; i += 1) if (/^(?:suggest|recommend|advise|advice)$/.test(norm[i])) return 'way';
    if (
      /^(?:can|should|do|must)$/.test(second) &&
      /^(?:i|we)$/.test(norm[from + 2] ?? '') &&
      /^(?:do|need|have|say)$/.test(norm[from + 3] ?? '')
    )
      return 'way';
    return 'what';
  }
  // "(I want to know) the price".
  if (first === 'the' || first === 'your') return costs() ? 'price' : 'what';
  if (first === 'when') return 'time';
  if (first === 'where') return 'place';
  if (first === 'why') return 'reason';
  if (first === 'who' || first === 'whom' || first === 'whose') return 'who';
  return 'yes-no';
}
