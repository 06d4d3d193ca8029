import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { CLEAN, command, FLAWED, Project } from './project.js';

let project: Project;
beforeAll(() => {
  project = new Project({
    'reply.eml': `From: maya@kettles.example\nTo: Adaeze Okafor <adaeze@mail.example>\nSubject: Your kettle\n\n${CLEAN}`,
    'reply.txt': CLEAN,
    'reply.md': CLEAN,
    'complaint.txt': 'My kettle came with a cracked lid. Adaeze Okafor',
    'macros/late.md': CLEAN,
    'drafts/a.txt': CLEAN,
  });
});
afterAll(() => project.remove());

describe('the process', () => {
  it('says nothing of a reader that went away', async () => {
    const child = project.start(['rules', '--no-config', '--format', 'json']);
    child.stdout?.destroy();
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });

  it('stops reading when nobody takes the answers of batch', async () => {
    const child = project.start(['batch']);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin?.on('error', () => {});
    child.stdout?.destroy();
    const feed = setInterval(() => child.stdin?.write(`${JSON.stringify({ id: 1, draft: CLEAN })}\n`), 5);
    const code = await new Promise((resolve) => child.on('close', resolve));
    clearInterval(feed);
    expect({ code, err }).toEqual({ code: 2, err: '' });
  });

  it('ends with 130 on Ctrl-C', async () => {
    const child = project.start(['batch']);
    child.stdin?.write(`${JSON.stringify({ id: 1, draft: CLEAN })}\n`);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });

  it('judges the current folder when nothing is named', async () => {
    const { code, out } = await project.run([]);
    expect(code).toBe(0);
    expect(out).toContain('drafts/a.txt');
  });

  it('shows help, exit 2, when nothing is named and a person sits there', async () => {
    let out = '';
    const terminal = {
      version: '0',
      cwd: project.folder,
      env: {},
      interactive: true,
      width: 80,
      screen: false,
      out: (text: string) => {
        out += text;
      },
    } as unknown as Terminal;
    expect(await runProgram([], terminal)).toBe(2);
    expect(out).toContain('Usage: replylint');
    expect(out).toContain('Exit codes');
  });

  it('reaches no network and runs from any folder', () => {
    const { status } = spawnSync(process.execPath, [command, 'reply.txt'], { cwd: project.folder, env: { PATH: '' } });
    expect(status).toBe(0);
  });
});

describe('the help', () => {
  const help = execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' });
  const examples = help.split('\n').flatMap((line) => (line.startsWith('  $ ') ? [line.slice(4)] : []));

  it('shows examples', () => {
    expect(examples.length).toBeGreaterThan(4);
  });

  it.each(examples)('example works: %s', (example) => {
    const shell = `replylint() { "${process.execPath}" "${command}" "$@"; }\n${example}`;
    const { status, stderr } = spawnSync('bash', ['-c', shell], { cwd: project.folder, encoding: 'utf8' });
    // A diff that shows nothing says so.
    expect({ status, stderr }).toEqual({ status: 0, stderr: example.includes('--diff') ? 'replylint: --diff: nothing to fix\n' : '' });
  });

  it('names every option of the issue', () => {
    for (const option of [
      '--stdin-filename',
      '--input-format',
      '--customer',
      '--customer-name',
      '--kind',
      '--channel',
      '--to',
      '--received',
      '--sent',
      '--as',
      '--format',
      '--output-file',
      '--color',
      '--no-color',
      '--quiet',
      '--min-score',
      '--max-warnings',
      '--fail-on',
      '--config',
      '--no-config',
      '--rule',
      '--print-config',
      '--version',
    ])
      expect(help).toContain(option);
  });
});

describe('the same answer', () => {
  it('whatever the folder, the time zone and the language of the system', async () => {
    const answers = await Promise.all(
      [
        { TZ: 'UTC', LANG: 'C' },
        { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
        { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' },
      ].map((env) => project.run(['-', '--format', 'json'], { input: FLAWED, env })),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
