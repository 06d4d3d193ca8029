import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Preview, PreviewText } from '../library/preview.js';
import { inert } from '../report/inert.js';
import type { Styler } from '../report/styler.js';
import { createWorkspace } from '../workspace/workspace.js';
import { stylerFor, wantsColour } from './colours.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

export interface PreviewOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json';
  readonly color?: boolean;
}

/** Shows an entry of a library as it is written, with sample values in its merge fields, and with nothing where nothing may be known. */
export async function preview(name: string, options: PreviewOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const { file, id } = parted(name, terminal.cwd);
  const shown = await workspace.preview(file, id);
  if ('code' in shown) {
    terminal.problem(shown);
    return Exit.unjudged;
  }
  const styler = await stylerFor(wantsColour(options.color, terminal.screen, terminal.env));
  terminal.out(options.format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : shown.map((one) => page(one, styler)).join('\n'));
  return Exit.sendable;
}

/** `macros.json#300` is entry 300 of macros.json, unless there is a file of that name. */
function parted(name: string, cwd: string): { file: string; id?: string } {
  if (existsSync(resolve(cwd, name))) return { file: name };
  for (let at = name.indexOf('#'); at > 0; at = name.indexOf('#', at + 1)) {
    const file = name.slice(0, at);
    if (existsSync(resolve(cwd, file))) return { file, id: name.slice(at + 1) };
  }
  const at = name.indexOf('#');
  return at > 0 ? { file: name.slice(0, at), id: name.slice(at + 1) } : { file: name };
}

function page({ id, title, subject, written, sample, empty, unknown }: Preview, styler: Styler): string {
  const head = styler.strong(inert(id)) + (title === null ? '' : `  ${inert(title)}`);
  const lines = [head, ...(subject === null ? [] : [`Subject: ${inert(subject)}`])];
  lines.push('', styler.strong('As it is written'), ...body(written, styler));
  if (written.marks.length === 0) lines.push('', 'It has no merge fields: this is what the customer gets.');
  else lines.push('', styler.strong('With sample values'), ...body(sample, styler));
  if (empty.text !== sample.text) lines.push('', styler.strong('With nothing where nothing may be known'), ...body(empty, styler));
  if (unknown.length > 0)
    lines.push('', styler.strong('Not filled'), ...unknown.map(({ field, why }) => `  ${styler.warning(inert(field))}: ${inert(why)}`));
  return lines.map((line) => `${line}\n`).join('');
}

/** The text with what stands in its fields between angle quotes, indented. */
function body({ text, marks }: PreviewText, styler: Styler): string[] {
  let shown = '';
  let from = 0;
  const plain = (to: number): string => text.slice(from, to).split('\n').map(inert).join('\n');
  for (const { start, end } of marks) {
    shown += plain(start);
    from = start;
    shown += styler.warning(`‹${plain(end)}›`);
    from = end;
  }
  shown += plain(text.length);
  return shown.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
}
