import type { LazyReading } from './index.js';
import type { Commitment } from './reading.js';

/** Every promise of ours to act, with its time (RULES §1.8). */
export function readCommitments(_reading: LazyReading): readonly Commitment[] {
  return [];
}
