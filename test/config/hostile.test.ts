import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { project, put, removeProjects, shown } from './project.js';

afterAll(removeProjects);

const CANARY = 'canary-4711';

/** A checkout inside a folder that is not the checkout's own, with code of every kind that leaves a mark when it runs. */
function checkout(files: (marks: Marks) => Readonly<Record<string, unknown>>, links: Readonly<Record<string, string>> = {}) {
  const outside = project(
    { 'outside.yaml': `agent: ${CANARY}\n`, 'outside.json': { agent: CANARY }, 'secret.txt': `${CANARY}: [` },
    { git: false },
  );
  const marker = join(outside, 'marker');
  const write = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran')`;
  const cjs = `${write}; module.exports = { agent: 'evil', searchPlaces: ['evil.cjs'] };`;
  const mjs = `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(marker)}, 'ran'); export default { agent: 'evil' };`;
  put(outside, { 'repo/.git/HEAD': '', 'repo/replies/reply.md': 'Hi' });
  const root = join(outside, 'repo');
  put(root, files({ cjs, mjs, outside }));
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    symlinkSync(target, join(root, name));
  }
  return { root, outside, ran: () => existsSync(marker) };
}

interface Marks {
  readonly cjs: string;
  readonly mjs: string;
  readonly outside: string;
}

const RUNS_NO_CODE = /is code, and this folder is not trusted|is TypeScript, which is not run/;

describe('a hostile checkout runs no code and reads nothing outside', () => {
  test.each<[string, (marks: Marks) => Readonly<Record<string, unknown>>, RegExp | undefined, Readonly<Record<string, string>>?]>([
    ['replylint.config.js', ({ cjs }) => ({ 'replylint.config.js': cjs }), RUNS_NO_CODE],
    ['replylint.config.cjs', ({ cjs }) => ({ 'replylint.config.cjs': cjs }), RUNS_NO_CODE],
    ['replylint.config.mjs', ({ mjs }) => ({ 'replylint.config.mjs': mjs }), RUNS_NO_CODE],
    ['replylint.config.ts', ({ mjs }) => ({ 'replylint.config.ts': mjs }), RUNS_NO_CODE],
    ['.replylintrc.js', ({ cjs }) => ({ '.replylintrc.js': cjs }), RUNS_NO_CODE],
    ['.config/replylintrc.cjs', ({ cjs }) => ({ '.config/replylintrc.cjs': cjs }), RUNS_NO_CODE],
    ['a code config beside a data config', ({ mjs }) => ({ '.replylintrc.yaml': 'agent: Ada', '.replylintrc.mjs': mjs }), RUNS_NO_CODE],
    ["cosmiconfig's own .config/config.js", ({ cjs }) => ({ '.config/config.js': cjs, '.replylintrc.yaml': 'agent: Ada' }), undefined],
    ["cosmiconfig's own .config/config.cjs", ({ cjs }) => ({ '.config/config.cjs': cjs }), undefined],
    ["cosmiconfig's own .config/config.mjs and .ts", ({ mjs }) => ({ '.config/config.mjs': mjs, '.config/config.ts': mjs }), undefined],
    [
      '.config/config.json naming searchPlaces',
      ({ cjs }) => ({ '.config/config.json': { cosmiconfig: { searchPlaces: ['evil.cjs'] } }, 'evil.cjs': cjs }),
      undefined,
    ],
    [
      'a cosmiconfig key in package.json',
      ({ cjs }) => ({ 'package.json': { cosmiconfig: { searchPlaces: ['evil.cjs'] } }, 'evil.cjs': cjs }),
      undefined,
    ],
    [
      '$import of code',
      ({ cjs }) => ({ '.replylintrc.yaml': '$import: ./evil.cjs\n', 'evil.cjs': cjs }),
      /unknown key "\$import"; use "extends"/,
    ],
    ['$import of a file outside', () => ({ '.replylintrc.yaml': '$import: ../outside.yaml\n' }), /unknown key "\$import"/],
    [
      'extends of code',
      ({ cjs }) => ({ '.replylintrc.yaml': 'extends: ./evil.cjs\n', 'evil.cjs': cjs }),
      /"extends": (\.\.\/)?evil\.cjs is code/,
    ],
    [
      'extends of a file outside',
      () => ({ '.replylintrc.yaml': 'extends: ../outside.yaml\n' }),
      /leads out of the project: (\.\.\/)+outside\.yaml/,
    ],
    [
      'extends by absolute path',
      ({ outside }) => ({ '.replylintrc.json': { extends: join(outside, 'outside.yaml') } }),
      /leads out of the project/,
    ],
    [
      'extends of a package',
      ({ cjs }) => ({ '.replylintrc.yaml': 'extends: evil', 'node_modules/evil/index.js': cjs }),
      /there is no profile "evil"/,
    ],
    [
      'a config that is a link to a file outside',
      () => ({}),
      /\.replylintrc\.yaml leads out of the project/,
      { '.replylintrc.yaml': '../outside.yaml' },
    ],
    [
      '.config that is a link to a folder outside',
      ({ outside }) => (put(outside, { 'tidy/replylintrc.json': { agent: CANARY } }), {}),
      /leads out/,
      { '.config': '../tidy' },
    ],
    [
      'extends of a link to a file outside',
      () => ({ '.replylintrc.yaml': 'extends: ./base.yaml' }),
      /leads out/,
      { 'base.yaml': '../outside.yaml' },
    ],
    ['a link to a broken file outside, whose lines would show in an error', () => ({}), /leads out/, { '.replylintrc': '../secret.txt' }],
    ['rulePaths outside', () => ({ '.replylintrc.yaml': 'rulePaths: [../]' }), /are outside the project/],
    [
      'YAML that asks for a function',
      ({ cjs }) => ({ '.replylintrc.yaml': `agent: !!js/function 'function () { ${cjs} }'` }),
      /unknown tag/,
    ],
  ])('%s', async (_, files, message, links) => {
    const { root, ran } = checkout(files, links);
    for (const cwd of [root, join(root, 'replies')]) {
      const before = process.cwd();
      process.chdir(cwd);
      const config = await loadConfig({ cwd }).finally(() => process.chdir(before));
      expect(ran()).toBe(false);
      expect(JSON.stringify(config)).not.toContain(CANARY);
      if (message) expect(config.problems.map(shown).join('\n')).toMatch(message);
      else expect(config.problems).toEqual([]);
    }
  });

  test('a config in a folder above the root is not read', async () => {
    const { root, outside, ran } = checkout(() => ({}));
    put(outside, {
      '.replylintrc.yaml': `agent: ${CANARY}\n`,
      'replylint.config.js': 'throw 1',
      'package.json': { replylint: { agent: CANARY } },
    });
    const config = await loadConfig({ cwd: join(root, 'replies') });
    expect(config).toMatchObject({ files: [], problems: [], root });
    expect(ran()).toBe(false);
  });
});
