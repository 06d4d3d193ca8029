import type { Kind } from '../../draft/draft.js';
import type { ReplyKind } from '../../draft/kind.js';
import type { LazyReading } from '../index.js';
import { signalsOfCustomer } from './kind-customer.js';
import { signalsOfDraft } from './kind-draft.js';
import type { Signals, Spoken } from './kind-signals.js';

/** Where two kinds weigh the same, the earlier one is the safer reading. */
const ORDER: readonly Spoken[] = ['complaint', 'suggestion', 'problem', 'question', 'thanks', 'proactive'];
/** What a kind must weigh to be called one. */
const ENOUGH = 0.9;
/** From the customer's words less will do: somebody wrote for some reason. */
const ENOUGH_TOLD = 0.35;
/** … but many a line of chat is neither a complaint nor a question. */
const ENOUGH_CHAT = 0.6;
/** How much the draft's own words count beside the customer's. */
const BESIDE = 0.7;
/** In chat both are pleasant about nothing. */
const BESIDE_CHAT = 0.35;

/** The kind of message that is answered: as given, else from the customer's turn, else from the draft (RULES §1.7). */
export function inferKind(reading: LazyReading): ReplyKind {
  const { givenKind } = reading.draft;
  if (givenKind && givenKind !== 'unknown') return { value: givenKind, source: 'given' };
  const { customerGrammar } = reading;
  const own = signalsOfDraft(reading);
  const value = customerGrammar
    ? heaviest(
        publicly(reading, beside(signalsOfCustomer(customerGrammar, reading.brief), own, reading.brief ? BESIDE_CHAT : BESIDE)),
        reading.brief ? ENOUGH_CHAT : ENOUGH_TOLD,
      )
    : heaviest(own, ENOUGH);
  return value === 'unknown' ? { value, source: 'unknown' } : { value, source: 'inferred' };
}

/** The draft's words tip the scale where the customer's leave it level; nobody who wrote gets a message out of the blue. */
function beside(told: Signals, own: Signals, share: number): Signals {
  const sum = { ...told };
  for (const kind of ORDER) if (kind !== 'proactive') sum[kind] += Math.min(own[kind], 3) * share;
  return sum;
}

/** Who writes in public complains or praises: a fault told there is seldom a mere report, a question in a review seldom asks. */
function publicly({ brief, draft }: LazyReading, signals: Signals): Signals {
  const review = draft.channel === 'review';
  if (!brief && !review) return signals;
  const troubled = signals.question < 1 && (signals.complaint > 0.1 || signals.problem > 0.5);
  return {
    ...signals,
    complaint: signals.complaint + (troubled ? 0.4 : 0),
    problem: signals.problem - 0.35,
    question: signals.question - (review ? 0.75 : 0),
  };
}

function heaviest(signals: Signals, enough: number): Kind {
  if (signals.sensitive > 1 && signals.complaint < 2.2) return 'sensitive';
  let best: Kind = 'unknown';
  let most = enough;
  for (const kind of ORDER) {
    if (signals[kind] > most) {
      most = signals[kind];
      best = kind;
    }
  }
  return best;
}
