import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as it is installed. */
export const command = fileURLToPath(new URL('../../bin/replylint.cjs', import.meta.url));

export interface Result {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in, from that of the project. */
  readonly cwd?: string;
}

/** A configuration with rules of its own and none of the built-in ones: what the command does is tested here, not what the rules find. */
export const BASE = `rulePaths: [rules]
rules:
${builtInIds()
  .map((id) => `  ${id}: off\n`)
  .join('')}`;

function builtInIds(): string[] {
  const listed = execFileSync(process.execPath, [command, 'rules', '--no-config', '--format', 'json'], { encoding: 'utf8' });
  return (JSON.parse(listed) as { id: string }[]).map(({ id }) => id);
}

/** A reply that may be sent. */
export const CLEAN = `Dear Ms Okafor,

Thank you for telling us that the blue kettle arrived with a cracked lid. You had looked forward to your first tea from it, and our packing took that from you. We are sorry.

We have sent you a new kettle today. It will reach you by Thursday 26 November, and you need not return the broken one.

If it is not with you by then, call me on 01632 960 114 and I will find it for you.

Kind regards,
Maya Lindqvist
`;

/** The rule no-plonk finds an error in it. */
export const FLAWED = CLEAN.replace('We have sent', 'Plonkety plonk. We have sent');

const rule = (id: string, severity: string, phrase: string): string =>
  `id: ${id}
message: This word is for tests.
severity: ${severity}
phrases:
  - ${phrase}
`;

/** A folder with a configuration, rules of its own and whatever files a test puts there. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'replylint-cli-'));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    this.put({
      '.replylintrc.yaml': BASE,
      'rules/no-plonk.yml': `${rule('no-plonk', 'error', 'plonkety plonk')}examples: { bad: [Plonkety plonk.], good: [Plonk.] }\n`,
      'rules/no-wibble.yml': rule('no-wibble', 'warning', 'wibblety wibble'),
      ...files,
    });
  }

  put(files: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), content);
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Starts the command in the folder, without the colours and settings of whoever runs the tests. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = '.'): ChildProcess {
    const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_ACTIONS: _github, GITHUB_STEP_SUMMARY: _summary, ...clean } = process.env;
    return spawn(process.execPath, [command, ...args], { cwd: join(this.folder, cwd), env: { ...clean, ...env } });
  }

  run(args: readonly string[], { input = '', env, cwd }: RunOptions = {}): Promise<Result> {
    const child = this.start(args, env, cwd);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
