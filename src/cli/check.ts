import { resolve } from 'node:path';
import { printConfig } from '../config/index.js';
import { fileFormatOf, mayBeLibrary } from '../files/format.js';
import { decodeDraft } from '../files/read.js';
import { isProblem, type Context, type DraftReport, type Gates, type Problem, type Report } from '../index.js';
import { buildReport, failures, passes, Tally } from '../report/build.js';
import { nearest } from '../text/nearest.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import type { Met } from './baseline-notes.js';
import { contextOf, tooManyDrafts } from './context.js';
import { Exit, type ExitCode } from './exit.js';
import { commandNames } from './commands.js';
import { inputName, readsInput, type CheckOptions } from './options.js';
import { createDelivery } from './deliver.js';
import type { Fixer } from './fix.js';
import { refused, workspaceOptions } from './settings.js';
import { readAll } from './stdin.js';
import { targetsOf } from './targets.js';
import type { Terminal } from './terminal.js';
import { append } from '../text/append.js';

/** What came of judging: whoever takes the draft's reports, and each thing that could not be judged. */
interface Outcome {
  /** False: nobody wants to know any more. */
  take(draft: DraftReport): Promise<boolean>;
  readonly problems: Problem[];
  /** Where fixes were asked for. */
  readonly fixer?: Fixer;
}

/** After so many drafts the process listens for signals. */
const BREATH = 16;

/** Judges drafts and reports on them. What cannot be judged is told, and the rest is judged all the same. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const targets = targetsOf(options, terminal.env);
  if ('code' in targets) {
    terminal.problem(targets);
    return Exit.unjudged;
  }
  if (options.printConfig !== undefined) {
    const format = targets[0]?.format === 'json' ? 'json' : 'text';
    terminal.out(printConfig(workspace.settingsFor(options.printConfig), workspace.cwd, format));
    return Exit.sendable;
  }
  const whole = options.since === undefined;
  const compared = options.compare === undefined ? same : (await import('./previous.js')).comparing(options.compare, workspace.cwd, whole);
  if ('code' in compared) {
    terminal.problem(compared);
    return Exit.unjudged;
  }
  const fixing = asksToFix(options) ? await import('./fix.js') : undefined;
  const screen = fixing?.reportScreen(paths, options, terminal) ?? terminal;
  const delivery = await createDelivery(targets, options, workspace.config.root, screen);
  const drafts: DraftReport[] = [];
  const draftProblems: Problem[] = [];
  const met: Met = { files: new Set(), prints: new Set() };
  const tally = new Tally();
  let heard = true;
  let taken = 0;
  const outcome: Outcome = {
    problems: [],
    async take(draft) {
      tally.add(draft);
      draftProblems.push(...draft.problems);
      met.files.add(draft.file);
      for (const { print } of draft.suppressed) if (print !== undefined) met.prints.add(print);
      if (delivery.keeps) drafts.push(draft);
      heard = await delivery.add(draft);
      // Judging text waits for nothing, and while nothing waits, Ctrl-C is not heard.
      taken += 1;
      if (taken % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
      return heard;
    },
  };
  const context = await contextOf(options, workspace);
  const fixer = 'code' in context ? undefined : fixing?.createFixer(options, context, workspace, terminal);
  if ('code' in context) outcome.problems.push(context);
  else if (fixer && 'code' in fixer) outcome.problems.push(fixer);
  else await judgeAll(paths, options, context, workspace, terminal, { ...outcome, fixer });

  const gates: Gates = {
    minScore: workspace.settingsFor().pass.value,
    maxWarnings: options.maxWarnings ?? null,
    failOn: options.failOn ?? 'error',
    minPassShare: options.minPassShare ?? null,
  };
  const facts = {
    problems: outcome.problems,
    gates,
    tool: terminal.version,
    rules: workspace.rules,
    fixed: fixer && 'done' in fixer ? fixer.done : undefined,
  };
  const report = compared(buildReport(drafts, facts, tally));
  const lost = await delivery.end(report);
  for (const problem of [...draftProblems, ...report.problems, ...lost]) terminal.problem(problem);
  const note = fixer && 'note' in fixer ? fixer.note() : undefined;
  if (note) terminal.problem(note);
  if (options.since !== undefined && taken === 0 && report.problems.length === 0)
    terminal.problem({ code: 'unchanged', message: `--since ${options.since}: no draft has changed; nothing was judged` });
  if (options.baseline !== undefined) {
    const { baselineNotes } = await import('./baseline-notes.js');
    for (const note of baselineNotes(options.baseline, met, terminal)) terminal.problem(note);
  }
  if (!heard || report.problems.length + lost.length + failures(draftProblems).length > 0) return Exit.unjudged;
  return passes(report) ? Exit.sendable : Exit.notSendable;
}

const same = (report: Report): Report => report;

async function judgeAll(
  paths: readonly string[],
  options: CheckOptions,
  context: Context,
  workspace: Workspace,
  terminal: Terminal,
  { take, problems, fixer }: Outcome,
): Promise<void> {
  const named = paths.filter((path) => path !== '-');
  const fromInput = readsInput(paths, options);
  if (!fromInput && inputName(options) !== undefined) {
    const message =
      '--stdin-filename is the name of what comes from standard input, which is not read beside paths; add --stdin, or leave it out';
    problems.push({ code: 'usage', message });
    return;
  }
  const found = await workspace.find(named.length === 0 && !fromInput ? ['.'] : named, options.inputFormat);
  append(problems, withCommand(found.problems, named[0]));
  if (options.warnIgnored !== false) for (const note of found.notes) terminal.problem(note);
  const library = found.files.find(({ format }) => format === 'library' || format === 'mbox')?.file;
  const tooMany = tooManyDrafts(options, found.files.length + (fromInput ? 1 : 0), library);
  if (tooMany) {
    problems.push(tooMany);
    return;
  }
  const next = async (outcome: DraftReport | Problem): Promise<boolean> => {
    if (!isProblem(outcome)) return take(outcome);
    problems.push(outcome);
    return true;
  };
  if (fromInput) for await (const one of judgeInput(options, context, workspace, terminal, fixer)) if (!(await next(one))) return;
  if (!fixer && isMany(options, found.files.length)) {
    const { judgeFound } = await import('./judge-found.js');
    for await (const one of judgeFound(workspace, found, context, options, terminal)) if (!(await next(one))) return;
    return;
  }
  await workspace.survey(found);
  for (const file of found.files)
    for await (const one of fixer ? fixer.file(file) : workspace.lintFile(file, context)) if (!(await next(one))) return;
}

/** Files from which on a run may take long enough for threads and for a line that tells how far it is. */
const MANY = 30;

function isMany({ cache, concurrency }: CheckOptions, files: number): boolean {
  return cache === true || typeof concurrency === 'number' || files >= MANY;
}

function asksToFix({ fix, fixUnsafe, fixRule, diff }: CheckOptions): boolean {
  return Boolean(fix || fixUnsafe || fixRule || diff);
}

/** Judges standard input under the name that was given for it; nothing where the configuration leaves that name out. */
async function* judgeInput(
  options: CheckOptions,
  context: Context,
  workspace: Workspace,
  terminal: Terminal,
  fixer: Fixer | undefined,
): AsyncGenerator<DraftReport | Problem> {
  const path = inputName(options);
  const name = path ?? '<stdin>';
  if (path !== undefined && (await workspace.ignores(resolve(workspace.cwd, path)))) {
    if (options.warnIgnored !== false)
      terminal.problem({ code: 'ignored', file: name, message: 'left out: an ignore pattern of the configuration matches it' });
    return;
  }
  const format =
    options.inputFormat ?? (path === undefined ? 'text' : (fileFormatOf(path) ?? (mayBeLibrary(path) ? 'library' : undefined)));
  if (!format) return yield { code: 'unknown-format', file: name, message: 'its extension tells no format; say it with --input-format' };
  const bytes = await readAll(terminal.input, name, workspace.settingsFor(path).limits.fileBytes.value);
  if (!(bytes instanceof Uint8Array)) return yield bytes;
  const read = decodeDraft(name, bytes, format);
  if ('code' in read) return yield read;
  if (path === undefined && format === 'text' && options.inputFormat === undefined && isMailLike(String(read.content)))
    terminal.problem({
      code: 'format',
      file: name,
      message: 'judged as text, but it looks like a mail file; --input-format eml reads it as one',
    });
  if (fixer) yield* fixer.input({ file: name, path, format, bytes });
  else yield* workspace.lintRead({ file: name, path, format }, read, context);
}

/** Whether a text begins with the header of a mail as it is sent, which nobody types. */
function isMailLike(text: string): boolean {
  const header = /^(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(text.slice(0, 20_000))?.[0] ?? '';
  return /^(?:mime-version|content-type|message-id|received):/im.test(header);
}

/** A first path that is not there may be a slip in the name of a command; what stands behind it is then no path, and not missed. */
function withCommand(problems: readonly Problem[], first: string | undefined): readonly Problem[] {
  const slip = problems.find(({ code, file }) => code === 'missing' && file === first);
  const name = slip && first !== undefined ? nearest(first, commandNames) : undefined;
  if (!slip || name === undefined) return problems;
  const command = { ...slip, message: `no such file or folder; did you mean the command ${name}?` };
  return [command, ...problems.filter(({ code }) => code !== 'missing')];
}
