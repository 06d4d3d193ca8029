import type { Kind } from '../../draft/draft.js';
import type { LazyReading } from '../index.js';
import { cuesOfDraft, type DraftCues } from './draft.js';

/** What a kind must weigh to be called one. */
const ENOUGH = 0.9;

/**
 * The kind of message that a draft answers when the message is not known: apology, refund, "your complaint", "kind words", "we are writing to tell you"
 * (RULES §1.7).
 */
export function kindOfDraft(reading: LazyReading): Kind {
  const cues = cuesOfDraft(reading);
  if (cues.done.condoled > 0 && cues.done.sorry < 2) return 'sensitive';
  let best: Kind = 'unknown';
  let most = ENOUGH;
  // Where two weigh the same, the earlier one is the safer reading.
  for (const [kind, weight] of weigh(cues, reading)) {
    if (weight > most) {
      most = weight;
      best = kind;
    }
  }
  return best;
}

function weigh({ said, done }: DraftCues, { apologies }: LazyReading): readonly (readonly [kind: Kind, weight: number])[] {
  const sorry = Math.min(done.sorry, 3);
  // Who thanks for a message or is sorry to hear of something answers; who announces does not, however sorry they are.
  const answers = done.thanked > 0 || apologies.some(({ kind }) => kind === 'hearing' || kind === 'feelings');
  const announces = !answers && said.announced > 0;
  const complained = sorry * 0.9 + said.complained + Math.min(done.understood, 2) * 0.5;
  return [
    ['complaint', done.carefree ? 0 : complained * (announces ? 0.5 : 1)],
    ['suggestion', said.suggested * 1.3],
    ['problem', said.reported * 1.1],
    ['question', said.asked * 1.2],
    ['thanks', said.praised * 1.2 - sorry * 0.5],
    ['proactive', announces ? 1.6 + said.announced * 0.4 : 0],
  ];
}
