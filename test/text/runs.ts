import { RunBuilder, type OffsetMap, type Run } from '../../src/text/run-map.js';

/** The map of runs that are written out. */
export function mapOf(runs: readonly Run[]): OffsetMap {
  const builder = new RunBuilder();
  for (const { text, length, source, sourceLength, step } of runs) builder.add(text, length, source, sourceLength, step);
  return builder.build();
}
