import type { Kind } from '../../draft/draft.js';
import type { ReplyKind } from '../../draft/kind.js';
import type { LazyReading } from '../index.js';
import { cuesOf, type CustomerCue } from './cues.js';
import { cuesOfDraft } from './draft.js';
import { kindOfDraft } from './untold.js';
import { BIAS, CUSTOMER_WEIGHTS, DRAFT_WEIGHTS, TOLD_KINDS, type Weights } from './weights.js';

const COMPLAINT = TOLD_KINDS.indexOf('complaint');
/** What speaks of something that went wrong, or is held against us. */
const GRIEVANCES: readonly CustomerCue[] = [
  'chasing',
  'negative',
  'angry',
  'failed',
  'expected',
  'accused',
  'undone',
  'harmed',
  'told',
  'fails',
  'broken',
  'trouble',
  'lasted',
  'scornTags',
  'ironic',
  'reproached',
];
/** What tells why they write when nothing is held against us: then a draft that is sorry is only polite. */
const ERRANDS: readonly CustomerCue[] = ['helped', 'malfunctions'];
/** What together asks for something. */
const ENQUIRY: readonly CustomerCue[] = ['enquiries', 'asking'];
const SUGGESTION = TOLD_KINDS.indexOf('suggestion');
const PROPOSALS: readonly CustomerCue[] = ['proposals', 'proposed'];
/** A message of so few words tells no tale. */
const FEW = 3;
/** However often a thing is said, it counts at most so often. */
const MOST = 3;

/** The kind of message that is answered: as given, else from the customer's turn, else from the draft (RULES §1.7). */
export function inferKind(reading: LazyReading): ReplyKind {
  const { givenKind } = reading.draft;
  if (givenKind && givenKind !== 'unknown') return { value: givenKind, source: 'given' };
  const { weighedKinds: weighed } = reading;
  const value = weighed ? TOLD_KINDS[weighed.indexOf(Math.max(...weighed))] : kindOfDraft(reading);
  return value === 'unknown' ? { value, source: 'unknown' } : { value, source: 'inferred' };
}

/** How likely the message is of one of `kinds`, from 0 to 1, by the customer's words; what is given, or known from the draft alone, is taken as it is. */
export function likelihoodOf(reading: LazyReading, kinds: readonly Kind[]): number {
  const { kind, weighedKinds: weighed } = reading;
  if (kind.source === 'given' || !weighed) return kinds.includes(kind.value) ? 1 : 0;
  const most = Math.max(...weighed);
  let all = 0;
  let among = 0;
  for (const [k, told] of TOLD_KINDS.entries()) {
    const share = Math.exp(weighed[k] - most);
    all += share;
    if (kinds.includes(told)) among += share;
  }
  return among / all;
}

/**
 * What speaks for each of {@link TOLD_KINDS} in the customer's words, with those of the draft beside them: logarithms of odds. Nobody who wrote gets a
 * message out of the blue. Undefined when the customer's words are not known.
 */
export function weighKinds(reading: LazyReading): readonly number[] | undefined {
  const { customerGrammar, brief, draft } = reading;
  if (!customerGrammar) return undefined;
  const sums = [...BIAS.any];
  if (brief) add(sums, BIAS.chat, 1);
  if (draft.channel === 'review') add(sums, BIAS.review, 1);
  const { said, done } = cuesOfDraft(reading);
  // "Re below", "order 36": too little for the draft to say what was meant.
  const short = customerGrammar.words.length <= FEW;
  const answersGrievance = !short && done.sorry + done.understood + said.complained > 0;
  let aggrieved = false;
  let onErrand = false;
  let enquiring = 0;
  let proposing = said.suggested > 0;
  for (const cues of cuesOf(customerGrammar)) {
    addAll(sums, CUSTOMER_WEIGHTS, cues);
    proposing ||= PROPOSALS.some((cue) => (cues[cue] ?? 0) > 0);
    onErrand ||= ERRANDS.some((cue) => (cues[cue] ?? 0) > 0);
    enquiring += ENQUIRY.filter((cue) => (cues[cue] ?? 0) > 0).length;
    aggrieved ||= GRIEVANCES.some((cue) => (cues[cue] ?? 0) > 0);
  }
  addAll(sums, DRAFT_WEIGHTS, said);
  addAll(sums, DRAFT_WEIGHTS, done);
  // Nobody complains without a grievance, or suggests without a proposal, however much the rest sounds like it.
  if (!aggrieved && (onErrand || enquiring === ENQUIRY.length || !answersGrievance)) sums[COMPLAINT] = -Infinity;
  if (!proposing) sums[SUGGESTION] = -Infinity;
  return sums;
}

function addAll<Cue extends string>(
  sums: number[],
  weights: Readonly<Record<Cue, Weights>>,
  cues: Readonly<Partial<Record<Cue, number>>>,
): void {
  for (const cue in cues) {
    const times = cues[cue];
    if (times) add(sums, weights[cue], Math.max(-MOST, Math.min(MOST, times)));
  }
}

function add(sums: number[], weights: Weights, times: number): void {
  for (let k = 0; k < sums.length; k += 1) sums[k] += weights[k] * times;
}
