import type { ReplyKind } from '../draft/kind.js';
import type { LazyReading } from './index.js';

/** The kind of message that is answered: as given, else from the customer's turn, else from the draft (RULES §1.7). */
export function inferKind(reading: LazyReading): ReplyKind {
  const { givenKind } = reading.draft;
  if (givenKind && givenKind !== 'unknown') return { value: givenKind, source: 'given' };
  return { value: 'unknown', source: 'unknown' };
}
