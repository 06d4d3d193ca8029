import type { FoundFile } from '../files/expand.js';
import type { Context, DraftReport, Problem } from '../index.js';
import { inert } from '../report/inert.js';
import type { FixReport } from '../report/report.js';
import { diffOf, fixBytes, readFixable, writeFixed, type Fixable, type FixOutcome, type Wanted } from '../workspace/fix.js';
import type { Workspace } from '../workspace/workspace.js';
import { namedRules } from './named-rules.js';
import { readsInput, type CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Fixes drafts while they are judged. */
export interface Fixer {
  /** What was done to each file so far. */
  readonly done: readonly FixReport[];
  /** What to say of a `--diff` that shows nothing. */
  note(): Problem | undefined;
  /** Fixes a file, and judges what it holds then. What keeps it from being written is among the answers. */
  file(file: FoundFile): AsyncIterable<DraftReport | Problem>;
  /** The same for standard input: the fixed text goes to standard output. */
  input(source: Fixable): AsyncIterable<DraftReport | Problem>;
}

/** A fixer for what the options ask; or what is wrong with them. */
export function createFixer(options: CheckOptions, context: Context, workspace: Workspace, terminal: Terminal): Fixer | Problem {
  const wanted = wantedBy(options, workspace);
  if ('code' in wanted) return wanted;
  const done: FixReport[] = [];
  let changes = false;
  async function* fix(source: Fixable, write: (outcome: FixOutcome) => Problem | undefined): AsyncGenerator<DraftReport | Problem> {
    const outcome = await fixBytes(source, wanted as Wanted, context, workspace);
    if ('code' in outcome) return yield outcome;
    const { applied, offered } = outcome;
    changes ||= applied.length > 0;
    if (options.diff) terminal.out(diffOf(source, outcome, diffLine));
    const failure = options.diff ? undefined : write(outcome);
    if (!failure) done.push({ file: source.file, applied: options.diff ? [] : applied, offered });
    yield* options.diff || failure ? outcome.first.reports : outcome.last.reports;
    if (failure) yield failure;
  }
  return {
    done,
    note() {
      if (!options.diff || changes || done.length === 0) return undefined;
      const offered = done.find((one) => one.offered.length > 0);
      const more = offered ? `; \`replylint fix ${offered.file}\` shows what is only offered` : '';
      return { code: 'no-fix', message: `--diff: nothing to fix${more}` };
    },
    async *file(file) {
      const source = readFixable(file, workspace);
      if ('code' in source) yield source;
      else yield* fix(source, (outcome) => writeFixed(file, outcome, workspace));
    },
    input: (source) =>
      fix(source, ({ last }) => {
        terminal.out(last.bytes);
        return undefined;
      }),
  };
}

/** Which fixes the options ask for. `--diff` alone shows the safe ones. */
function wantedBy(options: CheckOptions, workspace: Workspace): Wanted | Problem {
  const rules = rulesToFix(options, workspace);
  return rules && 'code' in rules ? rules : { unsafe: options.fixUnsafe === true, rules };
}

/** The rules that `--fix-rule` names; undefined for all. */
export function rulesToFix({ fixRule }: CheckOptions, workspace: Workspace): ReadonlySet<string> | Problem | undefined {
  return fixRule && namedRules('--fix-rule', fixRule, workspace);
}

/** Where reports go that have no file: to standard error when a fixed draft stands on standard output, nowhere when a diff does. */
export function reportScreen(paths: readonly string[], options: CheckOptions, terminal: Terminal): Terminal {
  const { diff } = options;
  if (!diff && !readsInput(paths, options)) return terminal;
  const out: Terminal['out'] = (text) => (diff ? undefined : terminal.aside(String(text)));
  // Not a copy: whatever else the terminal tells is looked up when it is asked for.
  return Object.assign(Object.create(terminal) as Terminal, { out });
}

/** A line of a file as a diff shows it: tabs and the CR of its line end do no harm and must stay for `patch`. */
export function diffLine(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  return (
    line
      .slice(0, line.length - end.length)
      .split('\t')
      .map(inert)
      .join('\t') + end
  );
}
