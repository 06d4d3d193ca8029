import type { LazyReading } from './index.js';
import type { CustomerQuestion } from './reading.js';

/** The customer's questions and requests, each with what became of it. */
export function readQuestions(_reading: LazyReading): readonly CustomerQuestion[] {
  return [];
}
