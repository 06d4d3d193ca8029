import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FLAWED, Project } from './project.js';

let project: Project;
const projects: Project[] = [];
beforeEach(() => {
  project = new Project();
  projects.push(project);
  git('init', '-q', '-b', 'main');
});
afterAll(() => projects.forEach((one) => one.remove()));

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: project.folder, encoding: 'utf8' });
}

function commit(files: Readonly<Record<string, string>>): void {
  project.put(files);
  git('add', '-A');
  git('commit', '-q', '--no-verify', '-m', 'more');
}

/** The ids of the drafts that were judged. */
async function judged(...args: string[]): Promise<string[]> {
  const { out, err } = await project.run(['--format', 'json', ...args]);
  expect(err).toBe('');
  return (JSON.parse(out) as { drafts: { id: string }[] }).drafts.map(({ id }) => id);
}

const entry = (id: string, more = ''): string => `  - id: ${id}\n    title: ${id}\n    usage: 3\n    body: |\n      Hello, ${id}.${more}\n`;

describe('--since', () => {
  it('judges what has changed, in the work tree or in commits, and what is new', async () => {
    commit({ 'a.txt': FLAWED, 'b.txt': FLAWED, 'c.txt': FLAWED });
    commit({ 'b.txt': `${FLAWED}More.\n` });
    project.put({ 'c.txt': `${FLAWED}More.\n`, 'd.txt': FLAWED });
    expect(await judged('--since', 'HEAD~1', '.')).toEqual(['b.txt', 'c.txt', 'd.txt']);
    expect(await judged('--since', 'HEAD', '.')).toEqual(['c.txt', 'd.txt']);
    const none = await project.run(['--since', 'HEAD', 'a.txt']);
    expect(none).toEqual({ code: 0, out: '', err: 'replylint: --since HEAD: no draft has changed; nothing was judged\n' });
  });

  it('judges a library entry by entry', async () => {
    commit({ 'replies.yaml': `replies:\n${entry('a')}${entry('b')}${entry('c')}` });
    project.put({
      'replies.yaml': `# a note\nreplies:\n${entry('c')}${entry('new')}${entry('a', ' More.')}${entry('b').replace('usage: 3', 'usage: 9')}`,
    });
    expect(await judged('--since', 'HEAD', '.')).toEqual(['replies.yaml#new', 'replies.yaml#a']);
  });

  it('a title, a folder or a suppression is a change of the entry too', async () => {
    const text = `replies:\n${entry('a')}${entry('b')}${entry('c')}`;
    commit({ 'replies.yaml': text });
    project.put({
      'replies.yaml': text
        .replace('title: a', 'title: other')
        .replace('    title: b', '    # replylint-disable no-plonk -- why\n    title: b'),
    });
    expect(await judged('--since', 'HEAD', '.')).toEqual(['replies.yaml#a', 'replies.yaml#b']);
  });

  it('a library that could not be read then is new', async () => {
    commit({ 'replies.yaml': 'replies: [' });
    project.put({ 'replies.yaml': `replies:\n${entry('a')}` });
    expect(await judged('--since', 'HEAD', '.')).toEqual(['replies.yaml#a']);
  });

  it('says nothing of suppressions that other entries may need', async () => {
    const note = '  # replylint-disable no-plonk -- why\n';
    commit({ 'replies.yaml': `replies:\n${note}${entry('a', ' Plonkety plonk.')}${entry('b')}` });
    project.put({ 'replies.yaml': `replies:\n${note}${entry('a', ' Plonkety plonk.')}${entry('b', ' More.')}` });
    expect(await judged('--since', 'HEAD', '.')).toEqual(['replies.yaml#b']);
  });

  it('main... is where the branch left main', async () => {
    commit({ 'a.txt': FLAWED, 'b.txt': FLAWED });
    git('checkout', '-q', '-b', 'work');
    commit({ 'a.txt': `${FLAWED}More.\n` });
    git('checkout', '-q', 'main');
    commit({ 'b.txt': `${FLAWED}More.\n` });
    git('checkout', '-q', 'work');
    expect(await judged('--since', 'main...', '.')).toEqual(['a.txt']);
    expect(await judged('--since', 'main', '.')).toEqual(['a.txt', 'b.txt']);
  });

  it('works from a folder below, and line ends that git turns are no change', async () => {
    commit({ '.gitattributes': '*.txt text eol=crlf\n', 'drafts/a.txt': FLAWED, 'drafts/b.txt': FLAWED });
    project.put({ 'drafts/a.txt': FLAWED.replaceAll('\n', '\r\n'), 'drafts/b.txt': `${FLAWED}More.\r\n` });
    const { out } = await project.run(['--format', 'json', '--since', 'HEAD', '.'], { cwd: 'drafts' });
    expect((JSON.parse(out) as { drafts: { id: string }[] }).drafts.map(({ id }) => id)).toEqual(['b.txt']);
  });

  it.each([
    ['no such revision', ['--since', 'nowhere'], 'git knows no such revision'],
    ['an option', ['--since=--output=x'], 'is no revision'],
    ['an option behind dots', ['--since', 'HEAD...--all'], 'git knows no such revision'],
    ['an empty one', ['--since', ''], 'is no revision'],
  ])('%s is one clear line', async (_, args, line) => {
    commit({ 'a.txt': FLAWED });
    const { code, out, err } = await project.run([...args, 'a.txt']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(err).toMatch(/^.+\n$/);
    expect(existsSync(project.path('x'))).toBe(false);
  });

  it('outside of git it says so', async () => {
    const bare = new Project({ 'a.txt': FLAWED });
    projects.push(bare);
    const { code, err } = await bare.run(['--since', 'HEAD', 'a.txt'], { env: { GIT_CEILING_DIRECTORIES: bare.folder } });
    expect(code).toBe(2);
    expect(err).toContain('this folder is in no git repository');
  });

  it('runs nothing of the repository: no hook, filter, text conversion, monitor or external diff', async () => {
    commit({ 'a.txt': FLAWED });
    const marker = project.path('ran');
    project.put({ 'evil.sh': `#!/bin/sh\ntouch "${marker}"\ncat\n` });
    chmodSync(project.path('evil.sh'), 0o755);
    const evil = project.path('evil.sh');
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'core.pager',
      'core.sshCommand',
    ])
      git('config', key, evil);
    git('config', 'filter.evil.required', 'true');
    project.put({ '.gitattributes': '*.txt diff=evil filter=evil\n' });
    for (const hook of ['post-checkout', 'post-index-change', 'pre-auto-gc', 'reference-transaction']) {
      writeFileSync(project.path(`.git/hooks/${hook}`), `#!/bin/sh\ntouch "${marker}"\n`);
      chmodSync(project.path(`.git/hooks/${hook}`), 0o755);
    }
    project.put({ 'a.txt': `${FLAWED}More.\n` });
    expect(await judged('--since', 'HEAD', 'a.txt')).toEqual(['a.txt']);
    expect(existsSync(marker)).toBe(false);
  });

  it('takes no folder of a checkout for a repository, whose settings could run programs', async () => {
    commit({ 'a.txt': FLAWED });
    const marker = project.path('ran');
    execFileSync('git', ['init', '-q', '--bare', project.path('evil')]);
    for (const [key, value] of [
      ['core.bare', 'false'],
      ['core.worktree', '.'],
      ['core.fsmonitor', `touch ${marker}`],
      ['core.sshCommand', `touch ${marker}`],
    ])
      execFileSync('git', ['config', '--file', project.path('evil/config'), key, value]);
    project.put({ 'evil/a.txt': FLAWED });
    const { code, err } = await project.run(['--since', 'HEAD', 'a.txt'], { cwd: 'evil' });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('bare repository') as string });
    expect(existsSync(marker)).toBe(false);
  });
});
