import type { LazyReading } from './index.js';
import type { TimeExpression } from './reading.js';

/** Time expressions, specific and vague (RULES §1.8). */
export function readTimes(_reading: LazyReading): readonly TimeExpression[] {
  return [];
}
