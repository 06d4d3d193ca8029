import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../cli/project.js';

/** The stand-in for sendmail, as it is installed. */
export const standIn = fileURLToPath(new URL('../../bin/replylint-sendmail.cjs', import.meta.url));

const headers = (more: string): string => `From: Maya Lindqvist <maya@shop.example>
To: Ada Okafor <ada@example.com>
Subject: Re: Broken lid
Message-ID: <reply-1@shop.example>
In-Reply-To: <letter-1@example.com>
Date: Sun, 22 Nov 2026 10:00:00 +0000
${more}
`;

const LETTER = `
On Sat, 21 Nov 2026, Ada Okafor wrote:
> Hello, my blue kettle came with a cracked lid, and I am very disappointed.
> I cannot use it like this.
>
> Ada Okafor
`;

const WORDS = `Dear Ms Okafor,

Thank you for telling us that the blue kettle arrived with a cracked lid. You had looked forward to your first tea from it, and our packing took that from you. We are sorry.

We have sent you a new kettle today. It will reach you by Thursday 26 November, and you need not return the broken one.

If it is not with you by then, call me on 01632 960 114 and I will find it for you.

Kind regards,
Maya Lindqvist
`;

/** An answer that may be sent; `more` are further header fields. */
export const fine = (more = ''): string => headers(more) + WORDS + LETTER;

/** The same with a placeholder that nobody filled in. */
export const flawed = (more = ''): string => fine(more).replace('Dear Ms Okafor', 'Dear {{name}}');

/** What the recording sendmail was called with. */
export interface Delivery {
  readonly args: readonly string[];
  readonly mail: Buffer;
}

export interface Call {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended extends Result {
  readonly signal: NodeJS.Signals | null;
}

/** A program that runs. */
export class Running {
  readonly ended: Promise<Ended>;
  #out = '';
  #err = '';
  #heard: () => void = () => {};

  /** @param input all that it reads; undefined leaves its standard input open and empty */
  constructor(
    readonly child: ChildProcessWithoutNullStreams,
    input?: string | Uint8Array,
  ) {
    child.stdout.on('data', (chunk: Buffer) => {
      this.#out += chunk.toString();
      this.#heard();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#err += chunk.toString();
      this.#heard();
    });
    child.stdin.on('error', () => {});
    if (input !== undefined) child.stdin.end(input);
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve({ code, signal, out: this.#out, err: this.#err });
        this.#heard();
      });
    });
  }

  /** Lets what was said so far be forgotten by {@link until}. */
  forget(): void {
    this.#out = '';
    this.#err = '';
  }

  /** Waits until it has said something, on standard output or on standard error. */
  async until(what: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = what.exec(this.#out + this.#err);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`it ended without saying ${what.source}: ${this.#out}${this.#err}`);
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
  }
}

/** A folder with a sendmail that keeps what it is given. */
export class Post {
  readonly folder = mkdtempSync(join(tmpdir(), 'replylint-post-'));
  readonly sendmail = join(this.folder, 'sendmail');
  readonly log = join(this.folder, 'gate.log');

  constructor() {
    this.script(
      'sendmail',
      `printf '%s\\0' "$@" >"${this.folder}/args"\ncat >"${this.folder}/mail"\n[ -z "$END_BY" ] || kill -"$END_BY" $$\nexit "\${END_WITH:-0}"`,
    );
  }

  /** Puts a shell script into the folder. */
  script(name: string, text: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** A folder in the folder. */
  path(name: string): string {
    mkdirSync(join(this.folder, name), { recursive: true });
    return join(this.folder, name);
  }

  put(name: string, text: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  /** The environment of a call, without what whoever runs the tests has set. */
  env(more: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:REPLYLINT_|NO_COLOR$|FORCE_COLOR$)/.test(name)));
    return { ...clean, HOME: this.folder, REPLYLINT_SENDMAIL: this.sendmail, ...more };
  }

  /** Starts a program in the folder. */
  start(program: string, args: readonly string[], { input, env }: Call = {}): Running {
    return new Running(spawn(program, args, { cwd: this.folder, env: this.env(env) }), input);
  }

  call(args: readonly string[], { input = fine(), env }: Call = {}): Promise<Ended> {
    return this.start(process.execPath, [standIn, ...args], { input, env }).ended;
  }

  /** What the recording sendmail got last; undefined when it was not called. */
  get delivered(): Delivery | undefined {
    if (!existsSync(join(this.folder, 'args'))) return undefined;
    const args = readFileSync(join(this.folder, 'args'), 'utf8').split('\0').slice(0, -1);
    return { args, mail: readFileSync(join(this.folder, 'mail')) };
  }

  forget(): void {
    for (const name of ['args', 'mail', 'gate.log']) rmSync(join(this.folder, name), { force: true });
  }

  /** What the log says, line by line. */
  logged(): Record<string, unknown>[] {
    return readFileSync(this.log, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
