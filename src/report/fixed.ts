import { inert } from './inert.js';
import type { FixReport } from './report.js';

/** What was fixed, in a few lines for people: how many fixes were made in each file, and which were not, with the reason. */
export function fixedLines(fixed: readonly FixReport[]): string {
  const lines: string[] = [];
  for (const { file, applied, offered } of fixed) {
    if (applied.length > 0) lines.push(`${inert(file)}: ${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'} made.`);
    for (const { rule, label, line, reason } of offered)
      lines.push(`${inert(file)}:${line}: offered only: ${inert(label)} (${rule}): ${inert(reason)}.`);
  }
  if (lines.length === 0) lines.push('Nothing to fix.');
  return `${lines.join('\n')}\n`;
}
