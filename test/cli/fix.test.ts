import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, command, Project } from './project.js';

const LOUD = CLEAN.replace('We are sorry.', 'We are sorry!!!');
const SHOUTED = CLEAN.replace('We are sorry.', 'WE ARE VERY SORRY ABOUT THIS.').replace('the broken one.', 'the broken one!!!');
const projects: Project[] = [];
let project: Project;
beforeEach(() => {
  project = new Project({ 'loud.txt': LOUD, 'shouted.txt': SHOUTED, 'clean.txt': CLEAN });
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

const read = (name: string): string => readFileSync(project.path(name), 'utf8');
const run = (args: readonly string[], input?: string) => project.run(['--no-config', '--kind', 'complaint', ...args], { input });

describe('--fix', () => {
  it('makes the safe fixes, says how many, and reports what is left', async () => {
    const { code, out, err } = await run(['--fix', 'loud.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('loud.txt: 1 fix made.');
    expect(out).not.toContain('unprofessional-language');
    expect(read('loud.txt')).toBe(CLEAN);
  });

  it('leaves what may change the meaning to --fix-unsafe', async () => {
    await run(['--fix', 'shouted.txt']);
    expect(read('shouted.txt')).toBe(SHOUTED.replace('!!!', '.'));
    await run(['--fix-unsafe', 'shouted.txt']);
    expect(read('shouted.txt')).toBe(SHOUTED.replace('!!!', '.').replace('WE ARE VERY SORRY ABOUT THIS', 'We are very sorry about this'));
  });

  it('changes nothing the second time, and does not touch the file', async () => {
    await run(['--fix', '.']);
    const before = statSync(project.path('loud.txt'), { bigint: true });
    const { out } = await run(['--fix', '.']);
    expect(out).toContain('Nothing to fix.');
    const after = statSync(project.path('loud.txt'), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  it('--fix-rule limits it to some rules', async () => {
    await run(['--fix-rule', 'generic-greeting', 'loud.txt']);
    expect(read('loud.txt')).toBe(LOUD);
    await run(['--fix-rule', 'generic-greeting', '--fix-rule', 'unprofessional-language', 'loud.txt']);
    expect(read('loud.txt')).toBe(CLEAN);
    const { code, err } = await run(['--fix-rule', 'generic-greting', 'loud.txt']);
    expect(code).toBe(2);
    expect(err).toContain('--fix-rule: no rule generic-greting; did you mean generic-greeting?');
  });

  it('--diff says so where nothing would change', async () => {
    const { out, err } = await run(['--diff', 'clean.txt']);
    expect([out, err]).toEqual(['', 'replylint: --diff: nothing to fix\n']);
  });

  it('--diff shows what would change, changes nothing, and exits as a check would', async () => {
    const { code, out, err } = await run(['--diff', 'loud.txt', 'clean.txt']);
    expect(code).toBe((await run(['loud.txt', 'clean.txt'])).code);
    expect(err).toBe('');
    expect(out.split('\n').filter((line) => /^[-+@]/.test(line))).toEqual([
      '--- loud.txt',
      '+++ loud.txt',
      '@@ -1,6 +1,6 @@',
      expect.stringMatching(/^-.*We are sorry!!!$/),
      expect.stringMatching(/^\+.*We are sorry\.$/),
    ]);
    expect(read('loud.txt')).toBe(LOUD);
    expect((await run(['--fix', '--diff', 'loud.txt'])).out).toContain('+++ loud.txt');
    expect(read('loud.txt')).toBe(LOUD);
  });

  it.each([['-'], ['--stdin']])(
    '%s: the fixed draft is all there is on standard output; the report goes to standard error',
    async (input) => {
      const { code, out, err } = await run(['--fix', input], LOUD);
      expect({ code, out }).toEqual({ code: 0, out: CLEAN });
      expect(err).toContain('<stdin>: 1 fix made.');
    },
  );

  it('--format json tells of the fixes that were made, and where the others would be', async () => {
    const { out } = await run(['--fix', '--format', 'json', 'shouted.txt']);
    const { fixed, drafts } = JSON.parse(out);
    expect(fixed).toEqual([
      {
        file: 'shouted.txt',
        applied: [expect.objectContaining({ rule: 'unprofessional-language', before: '!!!', after: '.', line: 5 })],
        offered: [],
      },
    ]);
    const [{ edits }] = drafts[0].findings.flatMap((finding: { fixes: { edits: { span: object; source: object }[] }[] }) => finding.fixes);
    expect(edits[0].source).toEqual(edits[0].span);
  });

  it('neither reads nor writes through a link that leads out of the project, exit 2', async () => {
    const outside = new Project({ 'loud.txt': LOUD });
    projects.push(outside);
    symlinkSync(outside.path('loud.txt'), project.path('link.txt'));
    const { code, out, err } = await run(['--fix', 'link.txt']);
    expect(code).toBe(2);
    expect(err).toContain('link.txt: a symbolic link that leads out of the project');
    expect(out).not.toContain('!!!');
    expect(readFileSync(outside.path('loud.txt'), 'utf8')).toBe(LOUD);
  });

  it('keeps the mode of a file', async () => {
    chmodSync(project.path('loud.txt'), 0o600);
    await run(['--fix', 'loud.txt']);
    expect(statSync(project.path('loud.txt')).mode & 0o777).toBe(0o600);
  });

  it('fixes mail, and shows the words of base64 in a diff', async () => {
    const mail = (encoding: string, body: string): string =>
      `From: maya@kettles.example\r\nTo: Adaeze Okafor <adaeze@mail.example>\r\nSubject: Kettle\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
    const coded = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
    project.put({ 'plain.eml': mail('8bit', LOUD), 'coded.eml': mail('base64', coded(LOUD)) });
    for (const name of ['plain.eml', 'coded.eml'])
      expect((await run(['--diff', name])).out).toMatch(/^-.*We are sorry!!!\r?\n\+.*We are sorry\.\r?$/m);
    await run(['--fix', 'plain.eml', 'coded.eml']);
    expect([read('plain.eml'), read('coded.eml')]).toEqual([mail('8bit', CLEAN), mail('base64', coded(CLEAN))]);
  });

  it('keeps the charset of standard input', async () => {
    const page = (words: string): Buffer =>
      Buffer.from(`<meta charset="windows-1252"><p>Dear Ms Okafor,</p><p>The caf\xe9 is open. ${words}</p>`, 'latin1');
    project.put({ 'in.html': page('We are sorry!!!') });
    const args = `--no-config --kind complaint --fix --stdin --input-format html`;
    const out = execFileSync('bash', ['-c', `"${process.execPath}" "${command}" ${args} < in.html 2>/dev/null || true`], {
      cwd: project.folder,
    });
    expect(out.equals(page('We are sorry.'))).toBe(true);
  });
});
