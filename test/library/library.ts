import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintFiles, type DraftReport, type FileOptions, type Report } from '../../src/node.js';

/** An entry as `replies.json` has it. */
export interface TestEntry {
  readonly id: string;
  readonly body?: string;
  readonly [key: string]: unknown;
}

/** Writes files into a folder of their own, judges them all as one library, and takes them away again. */
export async function judged(files: Readonly<Record<string, string | readonly TestEntry[]>>, options: FileOptions = {}): Promise<Report> {
  const cwd = mkdtempSync(join(tmpdir(), 'replylint-library-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(cwd, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
    }
    return await lintFiles(['.'], { cwd, now: '2026-11-22T09:00:00Z', ...options });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** What one rule says of each draft: `id: words` or `id: message`. */
export function saidBy(rule: string, { drafts }: Report): string[] {
  return drafts.flatMap(({ id, findings }) =>
    findings.filter((finding) => finding.rule === rule).map(({ quote, message }) => `${id.replace(/^.*#/, '')}: ${quote ?? message}`),
  );
}

export function draftOf(report: Report, id: string): DraftReport {
  const found = report.drafts.find((draft) => draft.id === id || draft.id.endsWith(`#${id}`));
  if (!found) throw new Error(`no draft ${id} among ${report.drafts.map((draft) => draft.id).join(', ')}`);
  return found;
}
