import type { Span } from '../text/span.js';
import type { Role, Segment } from './draft.js';

/** Stretches whose segments all have one of these roles, neighbours joined: what stands across the end of the salutation is in one of them. */
export function runsOf(segments: readonly Segment[], roles: ReadonlySet<Role>): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { role, span } of segments) {
    if (!roles.has(role)) continue;
    const last = runs.at(-1);
    if (last && last.end === span.start) last.end = span.end;
    else runs.push({ ...span });
  }
  return runs;
}
