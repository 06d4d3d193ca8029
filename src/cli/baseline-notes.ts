import type { Problem } from '../index.js';
import { isExpired, isOf, pathFrom, readBaseline } from '../workspace/baseline.js';
import type { Terminal } from './terminal.js';

/** What a run met of a baseline: the files that were judged (as shown), and the fingerprints that were accepted. */
export interface Met {
  readonly files: Set<string>;
  readonly prints: Set<string>;
}

/** What whoever runs `check --baseline` should know of the baseline: entries that no longer occur, and entries whose time is over. */
export function baselineNotes(file: string, met: Met, terminal: Terminal): Problem[] {
  const read = readBaseline(file, terminal.cwd);
  if ('code' in read) return [];
  const pathOf = pathFrom(read.path, terminal.cwd);
  const files = new Set([...met.files].map(pathOf));
  const now = new Date().toISOString();
  const ours = read.findings.filter((one) => isOf(one, files));
  const expired = ours.filter((one) => isExpired(one, now)).length;
  const gone = ours.filter((one) => !isExpired(one, now) && !met.prints.has(one.fingerprint)).length;
  const note = (message: string): Problem => ({ code: 'baseline', file, message, severity: 'warning' });
  const entries = (n: number): string => (n === 1 ? '1 entry' : `${n} entries`);
  return [
    ...(expired > 0 ? [note(`${entries(expired)} expired and no longer counted; put the drafts right, or set a later date`)] : []),
    ...(gone > 0
      ? [note(`${entries(gone)} no longer ${gone === 1 ? 'occurs' : 'occur'}; \`replylint baseline prune\` takes them out`)]
      : []),
  ];
}
