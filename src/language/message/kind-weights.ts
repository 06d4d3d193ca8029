import type { Kind } from '../../draft/draft.js';
import type { CustomerCue } from './kind-cues.js';
import type { DraftCue } from './kind-draft.js';

/** The kinds in the order of the weights below. */
export const TOLD_KINDS = [
  'complaint',
  'problem',
  'question',
  'thanks',
  'suggestion',
  'sensitive',
  'unknown',
] as const satisfies readonly Kind[];

/** How much one of a cue speaks for each kind, and (below nothing) against it, in the order of {@link TOLD_KINDS}. */
export type Weights = readonly [number, number, number, number, number, number, number];

/*
 * Fitted by logistic regression (ridge 4, rare kinds counted up by the fourth root of their rarity) to 1545 messages whose kind readers had given; of messages
 * that it was not fitted to (ten parts, each in turn), 0.86 come out as the readers had them.
 */

/** What speaks for a kind before anything is read, by the channel. */
export const BIAS: Readonly<Record<'any' | 'chat' | 'review', Weights>> = {
  any: [0.85, 0.55, -0.55, 0.05, 0, -0.95, 0.05],
  chat: [0.3, -0.35, 0.45, 0.1, -0.65, -0.75, 0.95],
  review: [0.65, -0.75, -0.65, 1.1, -0.1, -0.3, 0.05],
};

/** What the customer's cues weigh. */
export const CUSTOMER_WEIGHTS = {
  accused: [0.45, 0.05, 0, 0.3, -0.35, -0.15, -0.3],
  angry: [0.95, 0.15, -0.45, -0.15, -0.25, -0.05, -0.2],
  asking: [0.15, 0.3, 1, -0.65, -0.45, 0, -0.35],
  asksFirst: [-0.25, -0.35, 1.6, -0.7, 0.55, -0.2, -0.65],
  balance: [-0.9, -0.15, 0.05, 1.05, 0.05, -0.1, 0],
  bidden: [-0.6, 0.55, 0.1, -0.3, 0.35, 0.1, -0.25],
  broken: [-0.25, 1.35, -0.3, -0.4, 0, -0.1, -0.3],
  chasing: [1.25, -0.35, -0.1, -0.35, -0.35, 0.05, -0.1],
  denied: [0.1, 0.4, -0.65, -0.1, 0.35, 0.45, -0.55],
  eager: [-0.15, -0.05, -0.1, 0, 0, 0, 0.35],
  enquiries: [0.1, 0.1, 0.9, -0.35, -0.5, 0.3, -0.5],
  expected: [0.65, 0.2, -0.45, -0.15, 0.1, -0.15, -0.2],
  failed: [0.5, -0.1, 0.55, -0.1, -0.05, -0.25, -0.55],
  fails: [0.3, 1.5, -0.5, -0.65, -0.4, 0, -0.25],
  glad: [-0.05, -0.25, 0.15, 0.35, -0.3, -0.05, 0.2],
  harmed: [0.45, -0.65, 0, 0.2, -0.1, 0.25, -0.15],
  help: [-0.25, 1.45, -0.15, -0.35, -0.25, -0.1, -0.35],
  ironic: [0.55, -0.25, -0.2, 0.15, -0.05, 0, -0.2],
  kindness: [-0.25, -0.3, 0.1, 0.4, -0.05, 0.05, 0.05],
  lasted: [1.1, -0.6, -0.1, 0.1, -0.35, 0, -0.15],
  life: [-0.35, -0.75, -0.4, -0.3, -0.35, 2.35, -0.2],
  mocked: [0.25, -0.05, -0.05, -0.05, 0, 0, -0.1],
  negative: [0.6, -0.5, -0.35, 0.25, 0.1, -0.35, 0.25],
  ofMyself: [-0.25, -0.25, 0.4, -0.15, -0.15, 0.2, 0.2],
  ofYou: [0.55, -0.25, 0.1, 0.5, 0.3, -0.4, -0.8],
  past: [0.8, 0.25, -0.55, 0.85, -0.85, -0.1, -0.4],
  praise: [-0.7, -0.6, -0.2, 1.7, 0, 0.25, -0.45],
  praising: [-0.05, -0.5, 0, 1.4, -0.15, -0.2, -0.4],
  proposals: [-1.1, -0.15, -0.3, -0.75, 2.45, -0.1, -0.05],
  proposed: [-0.7, -0.55, 0.25, -0.25, 1.6, -0.05, -0.3],
  questions: [0.05, 0.35, 0.9, -0.9, 0.2, -0.05, -0.6],
  replying: [-0.65, 0.2, -0.2, -0.2, -0.25, -0.1, 1.15],
  reproached: [0.7, -0.65, -0.2, 0.45, 0, -0.1, -0.2],
  scornTags: [0.45, -0.1, -0.15, -0.05, 0, 0, -0.1],
  scorned: [0.15, -0.15, -0.05, 0.2, -0.05, 0, -0.15],
  thanked: [-0.7, -0.3, 0.15, 1.2, -0.35, -0.1, 0.1],
  thankful: [-0.2, -0.45, -0.15, 0.75, -0.2, -0.05, 0.35],
  told: [0.35, -0.1, -0.15, 0.15, -0.45, 0.25, 0],
  trouble: [0, 0.85, -0.25, 0.1, -0.05, -0.3, -0.35],
  undone: [0.25, 0.25, -0.05, 0.05, -0.05, -0.3, -0.2],
  verdict: [-0.45, -0.25, 0.2, 0.3, 0.2, -0.1, 0.1],
  wishes: [0.05, -0.4, 0.75, -0.05, -0.2, 0.1, -0.25],
} satisfies Readonly<Record<CustomerCue, Weights>>;

/** What the draft's cues weigh beside them. */
export const DRAFT_WEIGHTS = {
  announced: [-0.05, 0.15, 0, 0, -0.05, 0, -0.05],
  answered: [-0.15, 0.1, 0.65, -0.55, 0.25, 0.3, -0.55],
  appeased: [0.4, -0.35, -0.1, -0.25, -0.2, -0.05, 0.5],
  asked: [-0.2, -0.5, 1, -0.1, -0.2, 0.05, -0.05],
  carefree: [-1.2, -0.2, -0.4, 0.6, -0.1, -0.05, 0.3],
  complained: [0.35, -0.05, -0.15, 0, -0.05, 0, -0.1],
  condoled: [-0.25, -0.3, -0.25, -0.15, -0.1, 1.05, -0.05],
  exclaimed: [0, -0.35, -0.35, 0.7, -0.15, -0.15, 0.3],
  glad: [-0.15, -0.85, 0.05, 0.9, -0.25, -0.15, 0.4],
  length: [-0.1, 0.3, 0.15, -0.4, 0.15, -0.25, 0.1],
  offered: [0.25, 0.3, 0.3, 0.15, -0.4, -0.05, -0.55],
  owned: [-0.1, 0.75, -0.3, -0.1, -0.15, -0.05, -0.05],
  praised: [-0.45, 0, -0.05, 0.4, -0.15, -0.05, 0.3],
  reported: [0.3, 0.3, -0.3, -0.1, -0.1, 0, -0.05],
  smiled: [-0.35, -0.05, -0.05, 0.65, -0.05, 0, -0.15],
  sorry: [1.5, 0.8, -0.55, -0.8, -0.55, -0.05, -0.3],
  suggested: [-0.2, -0.3, -0.4, 0.1, 0.9, 0, -0.1],
  thanked: [0.15, 0.05, -0.35, 0.5, 0.1, -0.05, -0.45],
  understood: [0.8, -0.35, -0.45, -0.3, 0.4, -0.05, -0.05],
} satisfies Readonly<Record<DraftCue, Weights>>;
