import { linesOf } from '../../files/lines.js';
import { isProblem, type Input } from '../../index.js';
import { answerOf, refusalOf, type Answer } from '../../report/answer.js';
import { failures } from '../../report/build.js';
import { inertJson } from '../../report/inert.js';
import type { Record } from '../../workspace/record.js';
import { createWorkspace, type Workspace } from '../../workspace/workspace.js';
import { Exit, type ExitCode } from '../exit.js';
import type { ConfigOptions } from '../options.js';
import { refused, workspaceOptions } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { badLineOf, readRecord } from './record.js';

/** Answers are written in pieces of about this many characters, and always before waiting for more input. */
const PIECE = 64 * 1024;
/** JSON may write one unit of text in six bytes (`\u00e9`), and the draft is not alone in its record. */
const RECORD_PER_FILE_BYTE = 4;

/**
 * Answers records as they come, one line each, in their order, holding one at a time: memory stays flat however many there are.
 * Stops when nobody reads the answers any more.
 */
export async function batch(options: ConfigOptions & { readonly gate?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const limit = workspace.settingsFor().limits.fileBytes.value * RECORD_PER_FILE_BYTE;
  let worst: ExitCode = Exit.sendable;
  let held = '';
  const flush = async (): Promise<boolean> => {
    terminal.out(held);
    held = '';
    return terminal.drained();
  };
  for await (const lines of linesOf(terminal.input, limit)) {
    for (const line of lines) {
      const record = readRecord(line, limit);
      if (!record) continue;
      const answer = 'code' in record ? badLineOf(record) : await judge(record, workspace);
      if (failures(answer.problems).length > 0) worst = Exit.unjudged;
      else if (options.gate && answer.pass === false && worst === Exit.sendable) worst = Exit.notSendable;
      held += `${inertJson(JSON.stringify(answer))}\n`;
      if (held.length >= PIECE && !(await flush())) return Exit.unjudged;
    }
    if (!(await flush())) return Exit.unjudged;
  }
  return worst;
}

async function judge(record: Record, workspace: Workspace): Promise<Answer> {
  const input: Input = { ...record.context, draft: record.draft, format: record.format, name: String(record.id) };
  const outcome = await workspace.lint(input);
  return isProblem(outcome) ? refusalOf(record.id, outcome) : answerOf(record.id, outcome);
}
