import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, isProblem, lintFile, lintFiles, type DraftReport } from '../../src/node.js';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'replylint-node-'));
  const files = {
    '.replylintrc.yaml':
      'rulePaths: [no-plonk.yml]\nignore: [old.txt]\noverrides:\n  - files: ["macros/**"]\n    rules: { no-plonk: off }\n',
    'no-plonk.yml': 'id: no-plonk\nmessage: This word is for tests.\nseverity: error\nany-language: true\nphrases: [plonkety plonk]\n',
    'a.txt': 'Plonkety plonk.\n',
    'b.md': 'Plonkety **plonk**.\n',
    'old.txt': 'Plonkety plonk.\n',
    'empty.txt': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const rulesOf = (report: DraftReport): string[] => report.findings.map(({ rule }) => rule);

describe('replylint/node', () => {
  it('judges one file with the configuration that holds for it', async () => {
    const outcome = await lintFile('a.txt', { cwd });
    if (isProblem(outcome)) throw new Error(outcome.message);
    expect(outcome).toMatchObject({ file: 'a.txt', pass: false });
    expect(rulesOf(outcome)).toContain('no-plonk');
    expect(outcome.findings.find(({ rule }) => rule === 'no-plonk')?.place).toMatchObject({ file: 'a.txt', line: 1, column: 1 });
  });

  it('takes flags and context', async () => {
    const outcome = await lintFile('a.txt', { cwd, flags: { rules: ['no-plonk:off'] }, context: { kind: 'thanks' } });
    if (isProblem(outcome)) throw new Error(outcome.message);
    expect(rulesOf(outcome)).not.toContain('no-plonk');
    expect(outcome.kind).toEqual({ value: 'thanks', source: 'given' });
  });

  it.each([
    ['nope.txt', 'missing'],
    ['empty.txt', 'empty'],
    ['old.txt', 'ignored'],
    ['*.{txt,md}', 'usage'],
  ])('answers %s with a problem: %s', async (path, code) => {
    expect(await lintFile(path, { cwd })).toMatchObject({ code });
  });

  it('judges what it can and tells the rest', async () => {
    const report = await lintFiles(['a.txt', 'nope.txt', 'b.md', 'empty.txt'], { cwd });
    expect(report.drafts.map(({ file }) => file)).toEqual(['a.txt', 'b.md']);
    expect(report.problems.map(({ code }) => code)).toEqual(['missing', 'empty']);
    expect(report.totals).toMatchObject({ drafts: 2, failed: 2, unjudged: 2 });
  });

  it('judges nothing with a broken configuration', async () => {
    const report = await lintFiles(['a.txt'], { cwd, flags: { rules: ['no-plnk:off'] } });
    expect(report.drafts).toEqual([]);
    expect(report.problems[0].message).toContain('did you mean no-plonk?');
  });

  it('holds a workspace ready, whose settings depend on the path', async () => {
    const workspace = await createWorkspace({ cwd });
    expect(workspace.problems).toEqual([]);
    const drafts = ['letters/x.txt', 'macros/x.txt'].map((path) => workspace.lintText({ draft: 'Plonkety plonk.', name: path }, path));
    const [letter, macro] = drafts.map((outcome) => !isProblem(outcome) && rulesOf(outcome).includes('no-plonk'));
    expect([letter, macro]).toEqual([true, false]);
    expect(await workspace.ignores(join(cwd, 'old.txt'))).toBe(true);
  });

  it('gives up on what never answers, and only on that', async () => {
    const silent = 'Content-Disposition:inline\nContent-Type:message/rfc822';
    writeFileSync(join(cwd, 'silent.eml'), silent);
    const report = await lintFiles(['silent.eml', 'a.txt'], { cwd });
    expect(report.problems.map(({ file }) => file)).toEqual(['silent.eml']);
    expect(report.drafts.map(({ file }) => file)).toEqual(['a.txt']);
  });
});
