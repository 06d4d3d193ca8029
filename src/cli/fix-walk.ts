import { inert } from '../report/inert.js';
import type { Styler } from '../report/styler.js';
import { createWorkspace } from '../workspace/workspace.js';
import { beginWalk, readFixable, reportsOf, writeFixed, type Choice, type Step, type Walk } from '../workspace/fix.js';
import { linesOf } from '../files/lines.js';
import { stylerFor, wantsColour } from './colours.js';
import { contextOf } from './context.js';
import { Exit, type ExitCode } from './exit.js';
import { rulesToFix } from './fix.js';
import type { CheckOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

const HELP = `  y  make this fix           n  leave it
  a  make it and all that follow, suggestions left out
  q  stop here; what was made so far is written
  1, 2, …  take one of several\n`;

/** Goes through the fixes of one file with whoever sits at the terminal. The file is written once, at the end. */
export async function walkFixes(name: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const problem = (message: string, file?: string): ExitCode => {
    terminal.problem({ code: 'usage', file, message });
    return Exit.unjudged;
  };
  if (!terminal.interactive)
    return problem('fix asks before each change, and nobody sits at standard input; use `replylint --fix`, or `--diff` to look first');
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const found = await workspace.find([name], options.inputFormat);
  for (const one of [...found.problems, ...found.notes]) terminal.problem(one);
  const [file] = found.files;
  if (!file) return Exit.unjudged;
  if (found.files.length > 1) return problem(`leads to ${found.files.length} files; name one`, name);
  const context = await contextOf(options, workspace);
  const rules = rulesToFix(options, workspace);
  const source = readFixable(file, workspace);
  for (const one of [context, rules ?? {}, source])
    if ('code' in one) {
      terminal.problem(one);
      return Exit.unjudged;
    }
  if ('code' in context || 'code' in source || (rules && 'code' in rules)) return Exit.unjudged;
  const walk = await beginWalk(source, rules, context, workspace);
  if ('code' in walk) {
    terminal.problem(walk);
    return Exit.unjudged;
  }
  const styler = await stylerFor(wantsColour(options.color, terminal.screen, terminal.env));
  await ask(walk, terminal, styler);
  const failure = writeFixed(file, { first: walk.first, last: walk.state }, workspace);
  if (failure) {
    terminal.problem(failure);
    return Exit.unjudged;
  }
  const { made } = walk;
  terminal.out(
    `${made.length === 0 ? 'Nothing was changed' : `${inert(file.file)}: ${made.length} ${made.length === 1 ? 'fix' : 'fixes'} made`}.\n`,
  );
  const reports = reportsOf(walk.state);
  if (reports.some((report) => 'code' in report)) return Exit.unjudged;
  return reports.every((report) => 'pass' in report && report.pass) ? Exit.sendable : Exit.notSendable;
}

async function ask(walk: Walk, terminal: Terminal, styler: Styler): Promise<void> {
  const lines = answersOf(terminal.input);
  let all = false;
  try {
    for (let step = walk.next(); step; step = walk.next()) {
      const { choices } = step;
      if (all) {
        const [choice] = choices;
        if (choice.candidate.fix.safety === 'suggestion') walk.pass(step);
        else await make(choice, walk, terminal);
        continue;
      }
      terminal.out(shown(step, styler));
      const answer = await answerTo(choices.length, lines, terminal);
      if (answer === 'q') return;
      if (answer === 'n') walk.pass(step);
      else {
        all = answer === 'a';
        await make(choices[typeof answer === 'number' ? answer - 1 : 0], walk, terminal);
      }
    }
  } finally {
    // Lets the input go, so that the process can end.
    await lines.return();
  }
}

/** What is typed, line by line. */
async function* answersOf(input: Terminal['input']): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  for await (const lines of linesOf(input, 1000)) for (const { bytes } of lines) yield decoder.decode(bytes ?? new Uint8Array());
}

async function make(choice: Choice, walk: Walk, terminal: Terminal): Promise<void> {
  const refusal = await walk.make(choice);
  if (refusal) terminal.out(`  Not made: ${inert(refusal.refused)}.\n\n`);
}

/** What the finding says, and for each way to mend it the lines before and after. */
function shown({ choices }: Step, styler: Styler): string {
  const [{ candidate }] = choices;
  const { place, rule, message } = candidate.finding;
  const out = [`${styler.strong(`${inert(place.file)}:${place.line}:${place.column}`)}  ${inert(rule)}`, `  ${inert(message)}`];
  for (const [i, { candidate: one, before, after }] of choices.entries()) {
    out.push(`  ${choices.length > 1 ? `${i + 1}. ` : ''}${inert(one.fix.label)} (${one.fix.safety})`);
    if (before === after) continue;
    for (const line of before.split('\n')) out.push(`    ${styler.error(`- ${inert(line)}`)}`);
    for (const line of after.split('\n')) out.push(`    ${styler.good(`+ ${inert(line)}`)}`);
  }
  return `${out.join('\n')}\n`;
}

type Answer = 'y' | 'n' | 'a' | 'q' | number;

/** Asks until an answer is understood. The end of the input is "stop here". */
async function answerTo(choices: number, lines: AsyncGenerator<string, void>, terminal: Terminal): Promise<Answer> {
  const keys = choices > 1 ? `1-${choices}/n/a/q/?` : 'y/n/a/q/?';
  for (;;) {
    terminal.out(`Fix it? [${keys}] `);
    const { value: line } = await lines.next();
    if (line === undefined) {
      terminal.out('\n');
      return 'q';
    }
    const said = line.trim().toLowerCase();
    const word = ['yes', 'no', 'all', 'quit'].find((one) => said !== '' && one.startsWith(said))?.[0];
    if (word !== undefined) return word as Answer;
    const number = /^\d$/.test(said) ? Number(said) : 0;
    if (number > 0 && number <= choices) return number;
    terminal.out(HELP);
  }
}
