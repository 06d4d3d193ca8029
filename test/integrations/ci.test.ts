import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { formatOf, draftExtensions, mayBeLibrary } from '../../src/files/format.js';

// The files that other tools read: hooks of pre-commit, the action of GitHub, the component of GitLab. Their scripts are run, with a stand-in for npm.
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const places: string[] = [];
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'replylint-ci-'));
  places.push(place);
  // It notes where and with what it was called, and installs a command that says what it was given.
  writeFileSync(
    join(place, 'npm'),
    `#!/bin/sh\npwd > "${place}/installed"\nprintf '%s\\n' "$@" >> "${place}/installed"\nmkdir -p node_modules/.bin\n` +
      `cp "${place}/stand-in" node_modules/.bin/replylint\n`,
  );
  writeFileSync(join(place, 'stand-in'), '#!/bin/sh\nfor one in "$@"; do printf "%s\\n" "<$one>"; done\nexit "${STAND_IN_CODE:-0}"\n');
  for (const name of ['npm', 'stand-in']) chmodSync(join(place, name), 0o755);
});
afterAll(() => places.forEach((one) => rmSync(one, { recursive: true, force: true })));

/** Runs a script as a CI runner does, and answers what replylint was called with. */
function run(
  shell: 'bash' | 'sh',
  script: string,
  env: Readonly<Record<string, string>>,
): { code: number | null; args: string[]; err: string } {
  writeFileSync(join(place, 'script.sh'), script);
  const options = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const { status, stdout, stderr } = spawnSync(shell, [...options, 'script.sh'], {
    cwd: place,
    encoding: 'utf8',
    env: { PATH: `${place}:${process.env.PATH}`, GITHUB_OUTPUT: join(place, 'output'), ...env },
  });
  return { code: status, args: [...stdout.matchAll(/^<([^]*?)>$/gm)].map(([, one]) => one), err: stderr };
}

const HOSTILE = [
  '$(touch ran)',
  '`touch ran`',
  '; touch ran #',
  '"; touch ran; "',
  "'; touch ran; '",
  'a b',
  '*',
  '$HOME',
  '\\n',
  '| touch ran',
  'END_OF_ARGS',
  'END_OF_PATHS',
];

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    inputs: Record<string, { default: string }>;
    runs: { using: string; steps: { shell: string; run?: string; uses?: string; env: Record<string, string> }[] };
  };
  const [step] = action.runs.steps;

  it('is a composite action that runs nothing but itself, and writes no input into its script', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run: script, uses } of action.runs.steps) {
      expect(uses).toBeUndefined();
      expect(script).not.toContain('${{');
    }
    const used = Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
    expect(used).toEqual(['paths', 'args', 'version']);
  });

  const call = (paths: string, args = '', more: Readonly<Record<string, string>> = {}): ReturnType<typeof run> =>
    run('bash', step.run!, { REPLYLINT_PATHS: paths, REPLYLINT_ARGS: args, REPLYLINT_VERSION: 'latest', ...more });

  it('hands each line over as one argument', () => {
    const { args, code } = call('macros\n  my drafts  \n\n', '--min-pass-share=95\n--since=main...');
    expect(code).toBe(0);
    expect(args).toEqual(['check', '--format', 'github', '--min-pass-share=95', '--since=main...', '--', 'macros', 'my drafts']);
  });

  it.each(HOSTILE)('%s stays an argument', (text) => {
    const { args, err } = call(text, text);
    expect(err).toBe('');
    expect(args.slice(3)).toEqual([text, '--', text]);
    expect(existsSync(join(place, 'ran'))).toBe(false);
  });

  it('installs replylint where the checkout cannot change what is installed, and runs no scripts of packages', () => {
    call('.');
    const [folder, ...args] = readFileSync(join(place, 'installed'), 'utf8').trim().split('\n');
    expect(relative(place, folder).startsWith('..')).toBe(true);
    expect(args).toEqual(expect.arrayContaining(['install', '--ignore-scripts', 'replylint@latest']));
    for (const script of [step.run!, read('templates/replylint.yml')]) expect(script).not.toMatch(/^\s*npx /m);
  });

  it('fails as the command does, and says with which code', () => {
    expect(call('.', '', { STAND_IN_CODE: '2' }).code).toBe(2);
    expect(readFileSync(join(place, 'output'), 'utf8')).toBe('exit-code=2\n');
  });
});

describe('templates/replylint.yml', () => {
  const [spec, job] = parseAllDocuments(read('templates/replylint.yml')).map((document) => document.toJS() as Record<string, unknown>);
  const { variables, script } = job.replylint as { variables: Record<string, string>; script: string[] };

  it('writes no input into its script', () => {
    for (const line of script) expect(line).not.toContain('$[[');
    const inputs = Object.keys((spec.spec as { inputs: object }).inputs);
    for (const value of Object.values(variables)) expect(inputs).toContain(/inputs\.([\w-]+)/.exec(value)?.[1]);
  });

  it.each(HOSTILE)('%s stays an argument', (text) => {
    const { args } = run('sh', script.join('\n'), { REPLYLINT_PATHS: `${text}\nmacros`, REPLYLINT_ARGS: text, REPLYLINT_VERSION: '1.2.3' });
    expect(args).toEqual(['check', '--format', 'pretty', '--format', 'gitlab=gl-code-quality-report.json', text, '--', text, 'macros']);
    expect(existsSync(join(place, 'ran'))).toBe(false);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as {
    id: string;
    entry: string;
    files: string;
    language: string;
    pass_filenames?: boolean;
  }[];
  const hook = (id: string): (typeof hooks)[number] => hooks.find((one) => one.id === id)!;

  it('has a hook for changed files and one for whole libraries', () => {
    expect(hooks.map(({ id, language }) => [id, language])).toEqual([
      ['replylint', 'node'],
      ['replylint-library', 'node'],
    ]);
    expect(hook('replylint-library').pass_filenames).toBe(false);
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    for (const { entry } of hooks) expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
  });

  it('the first takes every file that is a draft by its name, the second every one that may be a library too', () => {
    for (const extension of draftExtensions) {
      expect(new RegExp(hook('replylint').files).test(`drafts/a${extension}`)).toBe(true);
      expect(formatOf(`a${extension}`)).toBeDefined();
    }
    for (const name of ['a.yaml', 'a.yml', 'a.json', 'a.csv', 'a.xml', 'a.ndjson']) {
      expect(mayBeLibrary(name)).toBe(true);
      expect(new RegExp(hook('replylint-library').files).test(name)).toBe(true);
    }
    expect(new RegExp(hook('replylint').files).test('logo.png')).toBe(false);
  });

  it('pre-commit accepts it', ({ skip }) => {
    const { error, status, stdout } = spawnSync('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (error) skip('pre-commit is not installed');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

describe('docs/ci.md', () => {
  const page = read('docs/ci.md');
  const blocks = [...page.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(([, language, file, text]) => ({
    language,
    file,
    text,
  }));

  it('its YAML and JSON is valid', () => {
    for (const { language, text } of blocks) {
      if (language === 'yaml') expect(() => parseAllDocuments(text).forEach((document) => document.toJS())).not.toThrow();
      if (language === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
    expect(blocks.some(({ language }) => language === 'yaml')).toBe(true);
  });

  it('the hooks that it names are there', () => {
    const ids = (parse(read('.pre-commit-hooks.yaml')) as { id: string }[]).map(({ id }) => id);
    for (const [, id] of page.matchAll(/^\s*- id: (\S+)$/gm)) expect(ids).toContain(id);
  });

  it('its hooks take drafts and no images beside them', () => {
    const patterns = [...page.matchAll(/^\s*files: (\S+)$/gm)].map(([, pattern]) => new RegExp(pattern));
    expect(patterns.length).toBeGreaterThan(3);
    const taken = (name: string): boolean[] => patterns.map((pattern) => pattern.test(name));
    for (const pattern of patterns) expect(pattern.test('drafts/late.md') || pattern.test('macros/late.md')).toBe(true);
    expect([...taken('drafts/logo.png'), ...taken('macros/logo.png'), ...taken('README.md')]).not.toContain(true);
  });

  it('every option that its commands give is one of ours', () => {
    const help = spawnSync(process.execPath, [join(root, 'bin/replylint.cjs'), '--help'], { encoding: 'utf8' }).stdout;
    const commands = blocks.flatMap(({ text }) => text.split('\n')).filter((line) => /\breplylint\b/.test(line));
    const given = commands.flatMap((line) => [...line.matchAll(/(?<=replylint\S*[^|]*\s)(--[a-z][\w-]*)/g)].map(([, option]) => option));
    expect(given.length).toBeGreaterThan(3);
    const others = ['--yes', '--reason'];
    for (const option of given) if (!others.includes(option)) expect(help).toContain(option);
  });
});
