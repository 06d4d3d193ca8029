import type { LazyReading } from './index.js';
import type { Refusal } from './reading.js';

/** Benefits that we refuse, and the reason given. */
export function readRefusals(_reading: LazyReading): readonly Refusal[] {
  return [];
}
