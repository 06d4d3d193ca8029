import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createLinter, builtInRules, type DraftReport, type Format, type Problem } from '../../src/index.js';
import { defaultLimits } from '../../src/parse/source.js';
import { createWorkspace } from '../../src/workspace/workspace.js';
import { CLEAN, Project } from './project.js';

const project = new Project();
afterAll(() => project.remove());

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');

it('docs/limits.md names every limit with its default', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` +\| +(\d+) \|/gm)].map(([, name, value]) => [name, Number(value)]);
  expect(Object.fromEntries(rows)).toEqual(defaultLimits);
});

const part = 'Content-Type: text/plain\n\nDear Tom\n';
/** An input that is beyond each limit once it is set to this. */
const beyond: readonly (readonly [keyof typeof defaultLimits, number, string, string])[] = [
  ['fileBytes', 100, 'a.txt', CLEAN],
  ['draftUnits', 100, 'a.txt', CLEAN],
  ['drafts', 2, 'replies.json', JSON.stringify({ replies: [1, 2, 3].map((id) => ({ id, body: 'Dear Tom' })) })],
  ['drafts', 2, 'replies.csv', 'id,body\n1,Dear Tom\n2,Dear Tom\n3,Dear Tom\n'],
  ['drafts', 2, 'a.mbox', `From a@b.example Mon Nov 23 09:12:00 2026\n${part}\n`.repeat(3)],
  ['depth', 2, 'a.md', '> > > a *b*\n'],
  ['depth', 2, 'a.yml.md', `---\ntitle: [[[a]]]\n---\n> > > a *b*\n`],
  ['mimeParts', 3, 'a.eml', `Content-Type: multipart/mixed; boundary=b\n\n${`--b\n${part}`.repeat(9)}--b--\n`],
  ['headerBytes', 100, 'a.eml', `Subject: ${'long '.repeat(99)}\n${part}`],
  ['yamlAliases', 2, 'a.md', '---\ntitle: &a x\ntags: [*a, *a, *a]\n---\nDear Tom\n'],
  ['work', 1, 'a.md', 'a *b*\n\n'.repeat(200)],
  ['work', 1, 'a.html', '<p>a'.repeat(2000)],
  ['milliseconds', 1, 'a.txt', CLEAN.repeat(1000)],
];

describe('each limit is an option, and the error names it', () => {
  it.each(beyond)('%s=%i', async (name, value, file, text) => {
    project.put({ [file]: text });
    const flag = await project.run([file, '--limit', `${name}=${value}`]);
    expect(flag.code).toBe(2);
    expect(flag.err).toContain(`limit ${name}`);
    project.put({ 'limits.yaml': `limits: {${name}: ${value}}\n` });
    expect(await project.run([file, '--config', 'limits.yaml'])).toMatchObject({ code: 2, err: flag.err });
  });

  it.each([
    ['milliseconds', /milliseconds=10000/],
    ['milliseconds=soon', /whole number above 0/],
    ['miliseconds=3', /did you mean milliseconds/],
    ['work=0', /whole number above 0/],
  ])('--limit %s is a mistake', async (given, said) => {
    expect(await project.run(['a.txt', '--limit', given])).toMatchObject({ code: 2, err: expect.stringMatching(said) });
  });

  it('findings: what is left out is told', async () => {
    project.put({ 'a.txt': `Dear Tom,\n\n${'We are sorry to hear that. '.repeat(9)}` });
    const { code, err, out } = await project.run(['a.txt', '--no-config', '--limit', 'findings=3', '--format', 'json']);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /^a\.txt: 6 more findings of sympathy-not-empathy are left out, beyond 3 of one rule \(limit findings\)/,
      ) as string,
    });
    expect(JSON.parse(out).drafts[0].findings.filter(({ rule }: { rule: string }) => rule === 'sympathy-not-empathy')).toHaveLength(3);
  });

  it('is shown with who set it', async () => {
    const { out } = await project.run(['--print-config', 'a.txt', '--limit', 'depth=7', '--limit', 'work=300']);
    expect(out).toMatch(/depth.*7.*--limit/);
    expect(out).toMatch(/work.*300.*--limit/);
  });
});

describe('a wild draft, judged in a thread of its own', () => {
  const long = 'Dear Tom,\n\nWe are sorry to hear that. Your kettle will be sent soon.\n\n';
  const wild: readonly (readonly [Format, string, string | Uint8Array])[] = [
    ['text', 'a.txt', long.repeat(4000)],
    ['markdown', 'a.md', `**Dear** Tom\n\n${'We are *sorry* to hear that.\n\n'.repeat(900)}`],
    ['html', 'a.html', `<p>Dear Tom</p>${'<p>We are <b>sorry</b> to hear that.'.repeat(6000)}`],
    [
      'eml',
      'a.eml',
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${long}--b\nContent-Type: application/pdf\n\n${'x\n'.repeat(600_000)}--b--\n`,
      ),
    ],
  ];

  it.each(wild)('%s gets the answer that it would get anywhere', async (format, name, content) => {
    const now = '2026-11-22T09:00:00Z';
    project.put({ [name]: Buffer.from(content) });
    const workspace = await createWorkspace({ cwd: project.folder, config: false, now, flags: { limits: { milliseconds: 60_000 } } });
    const found: (DraftReport | Problem)[] = [];
    for await (const one of workspace.lintFile({ file: name, path: project.path(name), format })) found.push(one);
    const [apart] = found as DraftReport[];
    const here = (await createLinter(builtInRules(), { now }).lint({ draft: Buffer.from(content), format, name })) as DraftReport;
    expect(apart.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(apart)).toBe(JSON.stringify(here));
  });

  it('costs only itself when it is stopped', async () => {
    project.put({ 'a.txt': long.repeat(4000), 'b.txt': CLEAN });
    const { code, out, err } = await project.run(['a.txt', 'b.txt', '--limit', 'milliseconds=1', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toMatch(/^a\.txt: gave no answer within 1 ms \(limit milliseconds\)[^\n]*\n$/);
    expect(JSON.parse(out).drafts).toMatchObject([{ file: 'b.txt', pass: true }]);
  });
});
