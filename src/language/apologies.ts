import type { LazyReading } from './index.js';
import type { Apology } from './reading.js';

/** Every word of apology or sorrow, classified by its complement (RULES §1.5). */
export function readApologies(_reading: LazyReading): readonly Apology[] {
  return [];
}
