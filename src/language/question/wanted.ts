import type { Grammar } from '../grammar/grammar.js';
import { holds } from './stretch.js';

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

const COSTS = /^(?:cost|costs|price|prices|fee|fees|charge|charges|rate|rates|fare|tariff|pay)$/;
/** What one word that opens a question wants, whatever follows. */
const BY_OPENER = new Map<string, Wanted>([
  ['when', 'time'],
  ['where', 'place'],
  ['why', 'reason'],
  ['who', 'who'],
  ['whom', 'who'],
  ['whose', 'who'],
]);

/** What the question at `from` wants: the word that opens it tells, and for "what" and "how" the words behind. */
export function wantedAt(grammar: Grammar, from: number, to: number): Wanted {
  const { norm } = grammar.words;
  const opener = RUN_TOGETHER.get(norm[from]) ?? norm[from];
  if (opener === 'any') return ANY_WANTS.get(norm[from + 1]) ?? 'yes-no';
  if (opener === 'how') return wantedByHow(grammar, from, to);
  if (opener === 'what' || opener === 'which') return wantedByWhat(norm, from, to, opener === 'what');
  if (asksForMeasures(norm, from, to)) return 'measures';
  // "Is there somewhere to leave my bags?"
  if (/^(?:somewhere|anywhere)$/.test(norm[from + 2] ?? '') && norm[from + 1] === 'there') return 'place';
  // "(I want to know) the price".
  if (opener === 'the' || opener === 'your') return asksCost(norm, from, to) ? 'price' : 'what';
  return BY_OPENER.get(opener) ?? 'yes-no';
}

/** "Is anything going to be done?", "are you going to do something about it?" */
function asksForMeasures(norm: readonly string[], from: number, to: number): boolean {
  if (!/^(?:is|are|will|can)$/.test(norm[from])) return false;
  const said = norm.slice(from + 1, to).join(' ');
  return /\b(?:any|some)thing (?:going to |ever )?be done\b|\b(?:going to )?do (?:any|some)thing (?:about|to (?:fix|sort|put))\b/.test(
    said,
  );
}

function wantedByHow(grammar: Grammar, from: number, to: number): Wanted {
  const {
    words: { norm },
    tags,
  } = grammar;
  const second = norm[from + 1] ?? '';
  if (second === 'many' && !/^(?:days?|hours?|weeks?|months?|years?|minutes?|people)$/.test(norm[from + 2] ?? '')) return 'count';
  if (second === 'much' && (asksCost(norm, from, to) || asksBareSum(grammar, from, to))) return 'price';
  if (/^(?:much|many|heavy|small|big|large|wide|high|tall|deep|old|thick|hot)$/.test(second)) return 'amount';
  if (/^(?:long|soon|often|late|early|quickly|fast)$/.test(second)) return 'time';
  if (second === 'come') return 'reason';
  if (holds(norm, from + 1, to, /^(?:looking|going)$/)) return 'news';
  if (/^(?:far|close|near)$/.test(second)) return 'place';
  return second === 'to' || /^(?:auxiliary|modal|pronoun)$/.test(tags.pos[from + 1] ?? '') ? 'way' : 'what';
}

/** "How much?", "how much is a check-up", "how much would it be": no noun stands behind; not "how much is left". */
function asksBareSum({ words: { norm }, tags }: Grammar, from: number, to: number): boolean {
  if (to - from === 2) return true;
  return (
    /^(?:is|are|for|would|will|'s)$/.test(norm[from + 2]) &&
    !holds(norm, from + 3, to, /^(?:left|remaining|used|needed)$/) &&
    tags.pos[from + 3] !== 'verb'
  );
}

/** What a question wants that "what" (`thing`) or "which" opens. */
function wantedByWhat(norm: readonly string[], from: number, to: number, thing: boolean): Wanted {
  const [second, third, fourth] = [norm[from + 1] ?? '', norm[from + 2] ?? '', norm[from + 3] ?? ''];
  if (thing && /^(?:are|will)$/.test(second) && third === 'you' && /^(?:doing|going|do)$/.test(fourth)) return 'measures';
  // "(I'd like to know) what you're going to do about it", "what you will do".
  if (thing && second === 'you' && /^(?:are|'re|will|'ll)$/.test(third) && /^(?:doing|going|do)$/.test(fourth)) return 'measures';
  if (/^(?:time|times|date|dates|day|days|hours|year|month)$/.test(second)) return 'time';
  if (second === 'happens') return 'any';
  if (asksLimit(norm, from, to)) return 'time';
  if (
    holds(
      norm,
      from + 1,
      to,
      /^(?:status|latest|update|happening|happened|happens|going|deal|causing|causes|caused|issue|problem|news|holdup|word)$/,
    )
  )
    return 'news';
  if (thing && asksCost(norm, from, to)) return 'price';
  if (thing && holds(norm, from + 2, to, /^(?:time|times|date|dates)$/)) return 'time';
  if (holds(norm, from + 1, to, /^(?:procedure|process|steps)$/)) return 'way';
  if (holds(norm, from + 1, to, /^(?:period|deadline|hours|timings|turnaround|duration|timeframe|timescale|eta)$/)) return 'time';
  if (holds(norm, from + 1, to, /^(?:suggest|recommend|advise|advice)$/)) return 'way';
  const ofOneself = /^(?:can|should|do|must)$/.test(second) && /^(?:i|we)$/.test(third);
  return ofOneself && /^(?:do|need|have|say)$/.test(fourth) ? 'way' : 'what';
}

/** "What's the latest I can cancel?", "what is the earliest start?" */
function asksLimit(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) {
    if (/^(?:earliest|soonest)$/.test(norm[i])) return true;
    if (norm[i] === 'latest' && /^(?:i|we|you|they|he|she|it)$/.test(norm[i + 1] ?? '')) return true;
  }
  return false;
}

/** Asks for a price; "what size restrictions and fees" asks of sizes first. */
function asksCost(norm: readonly string[], from: number, to: number): boolean {
  return !/^(?:size|sizes|documents|kind|type|restrictions)$/.test(norm[from + 1] ?? '') && holds(norm, from, to, COSTS);
}
