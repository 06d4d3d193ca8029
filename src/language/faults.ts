import type { LazyReading } from './index.js';
import type { Fault, FaultState } from './reading.js';

/** Failures that are told of, and who is made their author (RULES §1.4). */
export function readFaults(_reading: LazyReading): readonly Fault[] {
  return [];
}

/** Whether a failure of ours is admitted, only described by the customer, or neither (RULES §1.7, §5). */
export function faultStateOf(reading: LazyReading): FaultState {
  return reading.faults.some((fault) => fault.asserted && fault.actor === 'own') ? 'admitted' : 'none';
}
