import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, Project, type Result } from './project.js';

const FILE = '.replylint-baseline.json';
let project: Project;
const projects: Project[] = [];
beforeEach(() => {
  project = new Project();
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

interface Entry {
  fingerprint: string;
  draft: string;
  rule: string;
  text: string;
  owner?: string;
  expires?: string;
  reason?: string;
}

const plonk = 'Plonkety plonk. ';
const wibble = 'Wibblety wibble. ';
const draft = (...words: string[]): string => CLEAN.replace('We have sent', `${words.join('')}We have sent`);
const entries = (): Entry[] => (JSON.parse(readFileSync(project.path(FILE), 'utf8')) as { findings: Entry[] }).findings;
const baseline = (...args: string[]): Promise<Result> => project.run(['baseline', ...args]);
const check = (...args: string[]): Promise<Result> => project.run(['check', '--baseline', FILE, ...args]);

describe('replylint baseline', () => {
  it('accepts what there is: the draft then passes, and nothing is left to say', async () => {
    project.put({ 'drafts/a.txt': draft(plonk, wibble), 'drafts/b.txt': draft() });
    expect((await project.run(['drafts'])).code).toBe(1);
    expect(await baseline('create', 'drafts')).toMatchObject({ code: 0, out: `${FILE}: 2 accepted in 1 draft.\n`, err: '' });
    expect(entries()).toMatchObject([
      { draft: 'drafts/a.txt', rule: 'no-plonk', text: 'plonkety plonk' },
      { draft: 'drafts/a.txt', rule: 'no-wibble', text: 'wibblety wibble' },
    ]);
    expect(await check('drafts')).toMatchObject({ code: 0, err: '' });
  });

  it('sees one fault gone and another come', async () => {
    project.put({ 'a.txt': draft(plonk) });
    await baseline('create', 'a.txt');
    project.put({ 'a.txt': draft(wibble) });
    const { code, out } = await baseline('check', 'a.txt');
    expect(code).toBe(1);
    expect(out).toContain('new: a.txt  no-wibble');
    expect(out).toContain('gone: a.txt  no-plonk');
    expect(out).toContain('0 known, 1 new, 1 gone, 0 expired.');
    const run = await check('--max-warnings', '0', 'a.txt');
    expect(run.code).toBe(1);
    expect(run.err).toContain(`${FILE}: 1 entry no longer occurs; \`replylint baseline prune\``);
  });

  it('counts alike findings one by one', async () => {
    project.put({ 'a.txt': draft(plonk, plonk) });
    await baseline('create', 'a.txt');
    expect(entries()).toHaveLength(2);
    expect((await check('a.txt')).code).toBe(0);
    project.put({ 'a.txt': draft(plonk, plonk, plonk) });
    expect((await check('a.txt')).code).toBe(1);
  });

  it('does not mind lines, line ends and case', async () => {
    project.put({ 'a.txt': draft(plonk) });
    await baseline('create', 'a.txt');
    project.put({ 'a.txt': draft(`A new line.\r\n\r\nPLONKETY\r\nplonk. `) });
    expect((await check('a.txt')).code).toBe(0);
  });

  it('holds from another folder, and for absolute paths', async () => {
    project.put({ 'drafts/a.txt': draft(plonk) });
    await baseline('create', 'drafts');
    expect((await check(project.path('drafts/a.txt'))).code).toBe(0);
    const inside = await project.run(['check', '--baseline', `../${FILE}`, 'a.txt'], { cwd: 'drafts' });
    expect(inside.code).toBe(0);
  });

  it('takes each entry of a library for itself', async () => {
    const entry = (id: string, words: string): string => `  - { id: ${id}, title: ${id}, body: "${words} Hello, ${id}." }\n`;
    project.put({ 'replies.yaml': `replies:\n${entry('a', plonk)}${entry('b', '')}` });
    await baseline('create', 'replies.yaml');
    expect(entries().map((one) => one.draft)).toEqual(['replies.yaml#a']);
    project.put({ 'replies.yaml': `replies:\n${entry('a', '')}${entry('b', plonk)}` });
    expect((await baseline('check', 'replies.yaml')).out).toContain('new: replies.yaml#b  no-plonk');
  });

  it('create does not write over a baseline', async () => {
    project.put({ 'a.txt': draft(plonk) });
    await baseline('create', 'a.txt');
    const again = await baseline('create', 'a.txt');
    expect(again.code).toBe(2);
    expect(again.err).toContain('replylint baseline update');
  });

  it('prune takes out and accepts nothing; update does both and keeps what people wrote', async () => {
    project.put({ 'a.txt': draft(plonk), 'b.txt': draft(plonk) });
    await baseline('create', '--reason', 'old', '--owner', 'ada', 'a.txt', 'b.txt');
    project.put({ 'a.txt': draft(wibble) });
    expect((await baseline('prune', 'a.txt', 'b.txt')).out).toContain('1 gone, 1 accepted in 1 draft');
    expect((await baseline('update', '--reason', 'new', 'a.txt', 'b.txt')).out).toContain('1 new, 0 gone, 2 accepted in 2 drafts');
    expect(entries().map(({ draft: of, reason, owner }) => [of, reason, owner])).toEqual([
      ['a.txt', 'new', undefined],
      ['b.txt', 'old', 'ada'],
    ]);
  });

  it('leaves drafts alone that were not judged, and forgets those that are gone', async () => {
    project.put({ 'a.txt': draft(plonk), 'b.txt': draft(plonk) });
    await baseline('create', 'a.txt', 'b.txt');
    expect((await baseline('update', 'a.txt')).out).toContain('0 new, 0 gone, 2 accepted');
    const { rmSync } = await import('node:fs');
    rmSync(project.path('b.txt'));
    expect((await baseline('update', 'a.txt')).out).toContain('0 new, 1 gone, 1 accepted');
  });

  it('an entry counts again after its last day', async () => {
    project.put({ 'a.txt': draft(plonk) });
    await baseline('create', '--expires', '2020-02-29', 'a.txt');
    const run = await check('a.txt');
    expect(run.code).toBe(1);
    expect(run.err).toContain(`${FILE}: 1 entry expired`);
    expect(await baseline('check', 'a.txt')).toMatchObject({
      code: 1,
      out: expect.stringContaining('expired 2020-02-29: a.txt  no-plonk'),
    });
    await baseline('create', '--baseline', 'later.json', '--expires', '2999-01-01', 'a.txt');
    expect((await project.run(['check', '--baseline', 'later.json', 'a.txt'])).code).toBe(0);
  });

  it('names owners: of the entry, else of the file, and counts for each', async () => {
    project.put({
      CODEOWNERS: '# who\n* @everyone\n[Section]\nmacros/*.md @macro-team # ours\nmacros/free.md\n',
      'macros/a.md': draft(plonk, wibble),
      'macros/b.md': `---\nowner: ada\n---\n${draft(plonk)}`,
      'macros/free.md': draft(plonk),
      'x.txt': draft(plonk),
      'package.json': '{}',
    });
    const { out } = await baseline('create', '--as', 'template', 'macros', 'x.txt');
    expect(out.split('\n').slice(1)).toEqual(['     2  @macro-team', '     1  @everyone', '     1  ada', '     1  nobody', '']);
    const { owners } = JSON.parse((await baseline('check', '--as', 'template', '--format', 'json', 'macros', 'x.txt')).out) as {
      owners: unknown[];
    };
    expect(owners).toContainEqual({ owner: '@macro-team', count: 2 });
  });

  it('stands in the JSON report with its reason', async () => {
    project.put({ 'a.txt': draft(plonk) });
    await baseline('create', '--reason', 'rewrite planned', 'a.txt');
    const { drafts } = JSON.parse((await check('--format', 'json', 'a.txt')).out) as { drafts: { suppressed: unknown[] }[] };
    expect(drafts[0].suppressed).toMatchObject([{ rule: 'no-plonk', by: 'baseline', reason: 'rewrite planned' }]);
  });

  it.each([
    ['no file', undefined, 'there is no such baseline'],
    ['no JSON', '{ "version": 1, ', 'not valid JSON'],
    ['another version', '{ "version": 2, "findings": [] }', 'no baseline of this version'],
    ['a merge conflict', '{\n<<<<<<< HEAD\n', 'merge conflicts'],
    ['an entry without a rule', '{ "version": 1, "findings": [{ "fingerprint": "x", "draft": "a.txt" }] }', 'entry 1 needs'],
    [
      'a day that does not exist',
      '{ "version": 1, "findings": [{ "fingerprint": "x", "draft": "a", "rule": "r", "expires": "2026-02-30" }] }',
      'entry 1',
    ],
  ])('%s is one clear line', async (_, text, line) => {
    project.put({ 'a.txt': draft(), ...(text !== undefined && { [FILE]: text }) });
    for (const result of [await check('a.txt'), await baseline('check', 'a.txt')]) {
      expect(result).toMatchObject({ code: 2, out: '' });
      expect(result.err).toMatch(/^.+\n$/);
      expect(result.err).toContain(line);
    }
  });
});
