import type { LazyReading } from '../index.js';
import type { Recovery } from '../reading.js';
import { causeOf } from './cause.js';
import { preventionOf } from './prevention.js';
import { redressOf } from './redress.js';

/** What the draft says of a failure besides admitting it: how it came about, what the customer gets for it, what keeps it from coming back. */
export function readRecovery(reading: LazyReading): Recovery {
  return { cause: causeOf(reading), redress: redressOf(reading), prevention: preventionOf(reading) };
}
