import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from '../cli/project.js';

/** One command of a page, and what the page says that it shows (standard output, then standard error). */
export interface Step {
  readonly command: string;
  readonly shown: string;
}

/**
 * A page of docs/ that is carried out from top to bottom in an empty folder: a block `lang file=NAME` is a file, in a block `console` each line that begins
 * with `$ ` is a command and what follows is what it shows.
 */
export class Session {
  readonly folder = mkdtempSync(join(tmpdir(), 'replylint-docs-'));
  readonly #parts: ({ readonly file: string; readonly text: string } | Step)[] = [];

  constructor(page: string, before: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(before)) this.#write(name, text);
    const markdown = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
    for (const [, info, text] of markdown.matchAll(/^```([^\n]*)\n([^]*?)^```$/gm)) {
      const file = /\bfile=(\S+)/.exec(info)?.[1];
      if (file !== undefined) this.#parts.push({ file, text });
      if (info !== 'console') continue;
      for (const part of text.split(/^\$ /m).slice(1)) {
        const end = part.indexOf('\n');
        this.#parts.push({ command: part.slice(0, end), shown: part.slice(end + 1).trimEnd() });
      }
    }
  }

  /** Carries the page out; each command with what it really showed. */
  run(env: Readonly<Record<string, string>> = {}): { said: Step[]; seen: Step[] } {
    const said: Step[] = [];
    const seen: Step[] = [];
    const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_ACTIONS: _actions, ...clean } = process.env;
    for (const part of this.#parts) {
      if ('file' in part) this.#write(part.file, part.text);
      else {
        const shim = `replylint() { "${process.execPath}" "${command}" "$@"; }; ${part.command}`;
        const { stdout, stderr } = spawnSync('bash', ['-c', shim], {
          cwd: this.folder,
          encoding: 'utf8',
          env: { ...clean, COLUMNS: '100', HOME: this.folder, XDG_CONFIG_HOME: join(this.folder, '.config-of-mine'), ...env },
        });
        said.push(part);
        seen.push({ command: part.command, shown: `${stdout}${stderr}`.trimEnd() });
      }
    }
    return { said, seen };
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }
}
