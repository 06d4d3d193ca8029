import { Fingerprints } from '../engine/fingerprint.js';
import type { Placed } from './order.js';
import type { ReportedFinding } from './report.js';

/** The fingerprint of each finding; `pathOf` makes the path of a file the same on every machine. */
export function fingerprints(findings: readonly Placed[], pathOf: (file: string) => string): Map<ReportedFinding, string> {
  const prints = new Fingerprints();
  return new Map(findings.map(({ draft, finding }) => [finding, prints.of(finding, pathOf(draft.file), draft.id, draft.file)]));
}
