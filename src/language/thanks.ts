import type { LazyReading } from './index.js';
import type { Thanks } from './reading.js';

/** Words of thanks and what they are for. */
export function readThanks(_reading: LazyReading): readonly Thanks[] {
  return [];
}
