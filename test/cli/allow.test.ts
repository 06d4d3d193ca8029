import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, FLAWED, Project } from './project.js';

const projects: Project[] = [];
let project: Project;
beforeEach(() => {
  project = new Project({ 'flawed.txt': FLAWED, 'package.json': '{ "name": "x" }' });
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

const read = (name: string): string => readFileSync(project.path(name), 'utf8');

describe('replylint allow', () => {
  it('adds the phrase to the configuration, which is otherwise left as it was; the draft then passes', async () => {
    const before = `# ours\n${BASE}\n# the end\n`;
    project.put({ '.replylintrc.yaml': before });
    expect((await project.run(['flawed.txt'])).code).toBe(1);
    const { code, out, err } = await project.run(['allow', 'plonkety plonk', '--reason', 'Our mascot says so.']);
    expect({ code, out, err }).toEqual({ code: 0, out: '.replylintrc.yaml: "plonkety plonk" is allowed.\n', err: '' });
    const after = read('.replylintrc.yaml');
    expect(after.replace('vocabulary:\n  - phrase: plonkety plonk\n    reason: Our mascot says so.\n', '')).toBe(before);
    expect((await project.run(['flawed.txt'])).code).toBe(0);
  });

  it('in some rules only', async () => {
    await project.run(['allow', 'plonkety plonk', '--reason', 'x', '--rule', 'no-wibble']);
    expect((await project.run(['flawed.txt'])).code).toBe(1);
    await project.run(['allow', 'plonkety plonk', '--reason', 'x', '--rule', 'no-plonk']);
    expect((await project.run(['flawed.txt'])).code).toBe(0);
  });

  it('makes a configuration where there is none', async () => {
    const bare = new Project({ 'package.json': '{}' });
    projects.push(bare);
    const { rmSync } = await import('node:fs');
    rmSync(bare.path('.replylintrc.yaml'));
    expect((await bare.run(['allow', 'touch base', '--reason', 'x'])).out).toContain('.replylintrc.yaml: made');
    expect(readFileSync(bare.path('.replylintrc.yaml'), 'utf8')).toBe('vocabulary:\n  - phrase: touch base\n    reason: x\n');
  });

  it('writes to package.json where the settings are there', async () => {
    const bare = new Project({ 'package.json': '{\n    "name": "x",\n    "replylint": {\n        "agent": "Ada"\n    }\n}\n' });
    projects.push(bare);
    expect((await bare.run(['allow', 'touch base', '--reason', 'x'])).code).toBe(0);
    expect(JSON.parse(readFileSync(bare.path('package.json'), 'utf8'))).toMatchObject({
      name: 'x',
      replylint: { agent: 'Ada', vocabulary: [{ phrase: 'touch base', reason: 'x' }] },
    });
  });

  it.each([
    ['no reason', ['touch base'], '--reason'],
    ['an empty phrase', ['', '--reason', 'x'], 'a phrase and the reason'],
    ['a phrase that is none', ['(a|', '--reason', 'x'], 'is no phrase'],
    ['a rule that is not there', ['touch base', '--reason', 'x', '--rule', 'no-plonkk'], 'did you mean no-plonk?'],
    ['a file that is not there', ['touch base', '--reason', 'x', '--config', 'none.yaml'], 'none.yaml'],
  ])('%s is one clear line, and nothing is written', async (_, args, line) => {
    const before = read('.replylintrc.yaml');
    const { code, out, err } = await project.run(['allow', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(err).toMatch(/^.+\n$/);
    expect(read('.replylintrc.yaml')).toBe(before);
  });

  it('what is allowed already is told', async () => {
    await project.run(['allow', 'touch base', '--reason', 'Ours.']);
    expect(await project.run(['allow', 'touch base', '--reason', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('already: Ours.'),
    });
  });

  it('keeps a byte order mark and Windows line ends', async () => {
    project.put({ '.replylintrc.yaml': '\ufeffagent: Ada\r\n' });
    expect((await project.run(['allow', 'touch base', '--reason', 'x'])).code).toBe(0);
    expect(read('.replylintrc.yaml')).toBe('\ufeffagent: Ada\r\nvocabulary:\r\n  - phrase: touch base\r\n    reason: x\r\n');
  });

  it('does not touch a file that is written in a way of its own', async () => {
    project.put({ '.replylintrc.yaml': 'base: &a []\nvocabulary: *a\n' });
    expect((await project.run(['allow', 'touch base', '--reason', 'x'])).code).toBe(2);
    expect(read('.replylintrc.yaml')).toBe('base: &a []\nvocabulary: *a\n');
    expect(existsSync(project.path('.replylintrc.yaml.tmp'))).toBe(false);
  });

  it('written by hand, a phrase that cannot be read is told with its place', async () => {
    project.put({ '.replylintrc.yaml': 'vocabulary:\n  - phrase: "(touch|keep base"\n    reason: x\n' });
    expect(await project.run(['flawed.txt'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /^\.replylintrc\.yaml:2:\d+: "\(touch\|keep base" is no phrase: .*; docs\/phrases\.md tells what signs mean\n$/,
      ),
    });
  });
});
