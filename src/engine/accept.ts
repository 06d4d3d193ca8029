import { Fingerprints } from './fingerprint.js';
import type { Suppressed, Verdict } from './finding.js';

/** Findings that were there before, and that nobody has to put right now. */
export interface Baseline {
  /** The path of a file as the baseline knows it. */
  pathOf(file: string): string;
  /** The entry that accepts the finding of this fingerprint. */
  accepts(print: string): { readonly reason?: string } | undefined;
}

/** The verdict without the findings that the baseline accepts: they are set aside as suppressed ones. */
export function accept(verdict: Verdict, file: string, baseline: Baseline): Verdict {
  const prints = new Fingerprints();
  const path = baseline.pathOf(file);
  const suppressed: Suppressed[] = [];
  const findings = verdict.findings.filter((finding) => {
    const print = prints.of(finding, path, verdict.draft.id, file);
    const entry = baseline.accepts(print);
    if (entry) suppressed.push({ finding, by: 'baseline', print, ...(entry.reason !== undefined && { reason: entry.reason }) });
    return !entry;
  });
  return { ...verdict, findings, suppressed: [...verdict.suppressed, ...suppressed] };
}
