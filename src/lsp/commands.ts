import { problemLine } from '../report/problem-line.js';
import { allowPhrase, turnRuleOff, type Amended } from '../workspace/amend.js';
import type { Problem } from '../index.js';
import { ALLOW_PHRASE, TURN_RULE_OFF } from './actions.js';
import type { Folders } from './folders.js';
import { pathOf } from './paths.js';

export const COMMANDS: readonly string[] = [ALLOW_PHRASE, TURN_RULE_OFF];

/** What came of a command: a line to be shown, and whether the configuration was written. */
export interface Done {
  readonly message: string;
  readonly isWritten: boolean;
}

/** Carries out a command of an action. Its arguments came over the wire: whatever they hold, the answer is a line. */
export async function runCommand(command: string, given: unknown, folders: Folders): Promise<Done> {
  const { uri, phrase, rule, reason } = Object(given) as Record<string, unknown>;
  const wrong = (message: string): Done => ({ message: `replylint: ${message}`, isWritten: false });
  if (!COMMANDS.includes(command)) return wrong(`there is no command "${command}"`);
  if (typeof uri !== 'string' || typeof rule !== 'string') return wrong(`${command} needs the texts "uri" and "rule"`);
  const { workspace } = await folders.for(pathOf(uri));
  if (command === TURN_RULE_OFF) return said(await turnRuleOff(rule, workspace), `${rule} is off`);
  if (typeof phrase !== 'string') return wrong(`${command} needs the text "phrase"`);
  const why = typeof reason === 'string' && reason.trim() !== '' ? reason : 'Allowed in the editor.';
  return said(await allowPhrase({ phrase, reason: why, rules: [rule] }, workspace), `“${phrase}” is allowed in ${rule}`);
}

function said(done: Amended | Problem, what: string): Done {
  if ('code' in done) return { message: `replylint: ${problemLine(done)}`, isWritten: false };
  return { message: `${done.file}: ${what}.`, isWritten: true };
}
