import type { LazyReading } from './index.js';
import type { EmpathyStatement } from './reading.js';

/** Statements of empathy, with or without a specific anchor (RULES §1.6). */
export function readEmpathy(_reading: LazyReading): readonly EmpathyStatement[] {
  return [];
}
