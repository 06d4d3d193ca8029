import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from './project.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folder(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(tmpdir(), 'replylint-init-'));
  folders.push(place);
  mkdirSync(join(place, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  return place;
}

const run = (cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8', input: '' });
const read = (place: string, name: string): string => readFileSync(join(place, name), 'utf8');

const LIBRARY = '{ "macros": [{ "id": 1, "title": "Late", "actions": [{ "field": "comment_value", "value": "Hello." }] }] }';

describe('replylint init', () => {
  it('writes settings that hold, from what it sees', () => {
    const place = folder({
      'support/macros/late.md': 'Hello {{ticket.requester.first_name}},',
      'drafts/a.txt': 'Hello,',
      'README.md': '# Us',
      'docs/how.md': '# How',
      'zendesk-macros.json': LIBRARY,
    });
    const { status, stdout, stderr } = run(place, 'init');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Found support/macros, drafts, zendesk-macros.json.');
    const printed = run(place, '--print-config', 'support/macros/late.md', '--format', 'json');
    expect(JSON.parse(printed.stdout)).toMatchObject({ as: { value: 'template' }, dialect: { value: 'zendesk' } });
    expect(JSON.parse(run(place, '--print-config', 'drafts/a.txt', '--format', 'json').stdout)).not.toHaveProperty('as');
    const judged = JSON.parse(run(place, '--format', 'json', '.').stdout) as { drafts: { file: string }[] };
    expect(judged.drafts.map(({ file }) => file).toSorted()).toEqual(['drafts/a.txt', 'support/macros/late.md', 'zendesk-macros.json']);
    expect(read(place, '.replylintrc.yaml').match(/^ *#/gm)!.length).toBeGreaterThan(5);
  });

  it('writes an entry for pre-commit whose pattern takes the right files', () => {
    const place = folder({ 'my macros/late.md': 'Hello,', 'replies.yaml': 'replies: []' });
    run(place, 'init');
    const { repos } = parse(read(place, '.pre-commit-config.yaml')) as {
      repos: { hooks: { files: string; additional_dependencies: string[] }[] }[];
    };
    const [hook] = repos[0].hooks;
    const taken = (name: string): boolean => new RegExp(hook.files).test(name);
    expect(['my macros/late.md', 'my macros/en/x.html', 'replies.yaml'].map(taken)).toEqual([true, true, true]);
    expect(['README.md', 'my macros/logo.png', 'x/replies.yaml', 'repliesXyaml'].map(taken)).toEqual([false, false, false, false]);
    expect(hook.additional_dependencies[0]).toMatch(/^replylint@\d/);
  });

  it('writes a workflow for GitHub, or a job for GitLab where the project is there', () => {
    const github = folder({ 'macros/a.md': 'x' });
    run(github, 'init');
    const { jobs } = parse(read(github, '.github/workflows/replylint.yml')) as { jobs: { replylint: { steps: { run?: string }[] } } };
    expect(jobs.replylint.steps.at(-1)?.run).toMatch(/^npx --yes replylint@\S+ --format github macros$/);
    const gitlab = folder({ 'macros/a.md': 'x', '.git/config': '[remote "origin"]\n\turl = git@gitlab.com:us/macros.git\n' });
    run(gitlab, 'init');
    expect(existsSync(join(gitlab, '.github'))).toBe(false);
    expect(parse(read(gitlab, '.gitlab-ci.yml'))).toMatchObject({
      replylint: { artifacts: { reports: { codequality: 'gl-code-quality-report.json' } } },
    });
  });

  it.each([
    ['npm ci', { 'package-lock.json': '{}' }],
    ['npm install', {}],
  ])('runs the replylint that the project depends on, brought by %s', (install, lock) => {
    const depends = { 'package.json': '{ "devDependencies": { "replylint": "file:vendor/replylint-0.1.0.tgz" } }', ...lock };
    const github = folder({ 'macros/a.md': 'x', ...depends });
    const { stdout } = run(github, 'init');
    expect(stdout).not.toContain('registry');
    const { repos } = parse(read(github, '.pre-commit-config.yaml')) as { repos: { hooks: object[] }[] };
    expect(repos[0].hooks[0]).toMatchObject({ entry: 'npx --no-install replylint --no-warn-ignored', language: 'system' });
    expect(repos[0].hooks[0]).not.toHaveProperty('additional_dependencies');
    const { jobs } = parse(read(github, '.github/workflows/replylint.yml')) as { jobs: { replylint: { steps: { run?: string }[] } } };
    expect(jobs.replylint.steps.slice(-2).map((step) => step.run)).toEqual([install, 'npx --no-install replylint --format github macros']);
    const gitlab = folder({ 'macros/a.md': 'x', '.gitlab-ci.yml': '', ...depends });
    expect(run(gitlab, 'init').stdout).toContain(`    - ${install}\n    - npx --no-install replylint --format pretty`);
  });

  it('says that hook and CI need the registry, where the project does not depend on replylint', () => {
    const place = folder({ 'macros/a.md': 'x', 'package.json': '{ "dependencies": { "left": "1.0.0" } }' });
    expect(run(place, 'init').stdout).toContain('Hook and CI install replylint from the registry of npm.');
  });

  it('never writes over a file: it shows what to add, and nothing where it is there', () => {
    const before = { '.pre-commit-config.yaml': 'repos: []\n', '.replylintrc.json': '{}', '.gitlab-ci.yml': 'build:\n  script: make\n' };
    const place = folder({ 'macros/a.md': 'x', ...before });
    const { status, stdout } = run(place, 'init');
    expect(status).toBe(0);
    for (const [name, text] of Object.entries(before)) expect(read(place, name)).toBe(text);
    expect(existsSync(join(place, '.replylintrc.yaml'))).toBe(false);
    expect(stdout).toContain('.pre-commit-config.yaml is there already. To add to it:\n\n  - repo: local');
    expect(stdout).toContain('.gitlab-ci.yml is there already');
    const other = folder({ 'macros/a.md': 'x' });
    run(other, 'init');
    expect(run(other, 'init').stdout).toContain('All is there already; nothing was written.');
  });

  it('asks nothing where nobody sits, and leaves out names that a shell would act on', () => {
    const place = folder({ 'a;$(touch ran)/macros/x.md': 'x', 'macros/y.md': 'y' });
    expect(run(place, 'init')).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['.replylintrc.yaml', '.pre-commit-config.yaml', '.github/workflows/replylint.yml'])
      expect(read(place, name)).not.toContain('touch');
  });

  it('writes nothing where a link leads out of the project', () => {
    const elsewhere = folder({});
    const place = folder({ 'macros/y.md': 'y' });
    symlinkSync(elsewhere, join(place, '.github'));
    expect(run(place, 'init')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('.github/workflows/replylint.yml: not written: a symbolic link leads out of the project') as string,
    });
    expect(existsSync(join(elsewhere, 'workflows'))).toBe(false);
    expect(existsSync(join(place, '.replylintrc.yaml'))).toBe(true);
  });

  it('an empty project gets settings too', () => {
    const place = folder({});
    expect(run(place, 'init').stdout).toContain('No drafts, templates or libraries were found');
    expect(run(place, '--print-config', 'x.txt').status).toBe(0);
  });
});
