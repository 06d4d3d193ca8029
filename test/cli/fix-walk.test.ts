import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { CLEAN, command, Project } from './project.js';

const FAULTY = CLEAN.replace('Dear Ms Okafor,', 'Dear Customer,').replace(
  'We are sorry.',
  'We are sorry!!! WE WILL SEND YOU A NEW ONE TODAY.',
);
const projects: Project[] = [];
let project: Project;
beforeEach(() => {
  project = new Project({ 'reply.txt': FAULTY });
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

/** Goes through the fixes with these answers, as if they were typed. */
async function walk(answers: string, args: readonly string[] = ['--customer-name', 'Adaeze Okafor'], interactive = true) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    version: '0',
    cwd: project.folder,
    env: {},
    interactive,
    width: 80,
    screen: false,
    out: (text) => (out += String(text)),
    aside: () => {},
    progress: () => false,
    stopped: () => new AbortController().signal,
    drained: () => Promise.resolve(true),
    problem: ({ message }) => (err += message),
    input: (async function* () {
      for (const sign of answers) yield await Promise.resolve(Buffer.from(sign));
    })(),
  };
  const code = await runProgram(['fix', '--no-config', '--kind', 'complaint', ...args, 'reply.txt'], terminal);
  return { code, out, err, text: readFileSync(project.path('reply.txt'), 'utf8') };
}

describe('replylint fix', () => {
  it('shows each fix before and after, and makes those that are wanted', async () => {
    const { out, text } = await walk('y\nn\nyes\n');
    expect(out).toContain('reply.txt:1:6  generic-greeting');
    expect(out).toContain('(safe)\n    - Dear Customer,\n    + Dear Adaeze Okafor,\nFix it? [y/n/a/q/?] ');
    expect(out).toContain('reply.txt: 2 fixes made.');
    expect(text).toBe(
      FAULTY.replace('Customer', 'Adaeze Okafor').replace('WE WILL SEND YOU A NEW ONE TODAY', 'We will send you a new one today'),
    );
  });

  it('q stops and keeps what was made; so does the end of the input', async () => {
    for (const answers of ['y\nq\n', 'y\n', 'y']) {
      project.put({ 'reply.txt': FAULTY });
      expect((await walk(answers)).text).toBe(FAULTY.replace('Customer', 'Adaeze Okafor'));
    }
    project.put({ 'reply.txt': FAULTY });
    const { out, text } = await walk('q\n');
    expect(text).toBe(FAULTY);
    expect(out).toContain('Nothing was changed.');
  });

  it('a makes all that follow', async () => {
    expect((await walk('n\na\n')).text).toBe(
      FAULTY.replace('!!!', '.').replace('WE WILL SEND YOU A NEW ONE TODAY', 'We will send you a new one today'),
    );
  });

  it('asks again where the answer is not understood, and says what there is', async () => {
    const { out } = await walk('perhaps\n7\n?\nq\n');
    expect(out.split('take one of several')).toHaveLength(4);
  });

  it('goes through the fixes of one rule where asked', async () => {
    const { text } = await walk('y\ny\ny\n', ['--customer-name', 'Adaeze Okafor', '--fix-rule', 'generic-greeting']);
    expect(text).toBe(FAULTY.replace('Customer', 'Adaeze Okafor'));
    expect(await walk('', ['--fix-rule', 'generic'])).toMatchObject({ code: 2, err: expect.stringContaining('no rule generic') });
  });

  it('needs somebody at the terminal', async () => {
    const { code, err, text } = await walk('y\n', [], false);
    expect(code).toBe(2);
    expect(err).toBe('fix asks before each change, and nobody sits at standard input; use `replylint --fix`, or `--diff` to look first');
    expect(text).toBe(FAULTY);
    expect(
      execFileSync('bash', ['-c', `"${process.execPath}" "${command}" fix reply.txt 2>&1; echo $?`], {
        cwd: project.folder,
        encoding: 'utf8',
        input: 'y\n',
      }),
    ).toContain('nobody sits');
  });

  it.skipIf(process.platform !== 'linux')('ends by itself on a real terminal', async () => {
    const child = spawn('script', ['-qec', `"${process.execPath}" "${command}" fix --no-config --kind complaint reply.txt`, '/dev/null'], {
      cwd: project.folder,
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (/Fix it\?[^\n]*$/.test(out)) child.stdin.write('y\n');
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).not.toBe(2);
    expect(readFileSync(project.path('reply.txt'), 'utf8')).toContain('We are sorry. We will send you a new one today.');
  });
});
