import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, CLEAN, FLAWED, Project, type Result } from './project.js';

const projects: Project[] = [];
let project: Project;
beforeEach(() => {
  project = new Project({ 'package.json': '{}', 'clean.txt': CLEAN, 'flawed.txt': FLAWED, '.replylintrc.yaml': '' });
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

const run = (...args: string[]): Promise<Result> => project.run(args, { env: { XDG_CONFIG_HOME: project.path('home') } });
const marker = (): string => project.path('ran');
const evil = (): string => `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(marker())}, '');\n`;
const PLUGIN = `export default { rules: [{ id: 'no-plonk', message: 'No.', severity: 'error', phrases: ['plonk'] }] };\n`;
const OFF = BASE.replace('rulePaths: [rules]\n', '');

describe('code of a project', () => {
  it.each([
    ['a JavaScript configuration', 'replylint.config.mjs', ''],
    ['the same as CommonJS', '.replylintrc.cjs', ''],
    ['a plugin in a file', 'p.mjs', 'plugins: [./p.mjs]\n'],
    ['a plugin in a package', 'node_modules/replylint-plugin-x/index.js', 'plugins: [replylint-plugin-x]\n'],
  ])('%s is not run before it is trusted', async (_, file, config) => {
    project.put({ [file]: file.endsWith('.cjs') ? `require('node:fs').writeFileSync(${JSON.stringify(marker())}, '');` : evil() });
    if (file.includes('node_modules')) project.put({ 'node_modules/replylint-plugin-x/package.json': '{ "type": "module" }' });
    if (config !== '') project.put({ '.replylintrc.yaml': config });
    for (const command of [
      ['clean.txt'],
      ['rules'],
      ['--print-config', 'clean.txt'],
      ['baseline', 'create'],
      ['suppressions'],
      ['batch'],
    ]) {
      const { code, err } = await run(...command);
      expect({ command, code }).toEqual({ command, code: 2 });
      expect(err).toContain('is code, and this folder is not trusted; read it, then run `replylint trust`');
    }
    expect(existsSync(marker())).toBe(false);
    await run('--trust', 'clean.txt');
    expect(existsSync(marker())).toBe(true);
  });

  it('runs once it is trusted, and no longer when it has changed', async () => {
    project.put({ 'p.mjs': PLUGIN, '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n` });
    expect(await run('trust')).toMatchObject({ code: 0, out: expect.stringContaining('  p.mjs\n') });
    expect((await run('clean.txt')).code).toBe(0);
    expect(await run('flawed.txt')).toMatchObject({ code: 1, err: '', out: expect.stringContaining('no-plonk') });
    project.put({ 'p.mjs': `${evil()}${PLUGIN}` });
    const changed = await run('clean.txt');
    expect(changed.code).toBe(2);
    expect(changed.err).toContain('./p.mjs is code that has changed since the folder was trusted on 20');
    expect(existsSync(marker())).toBe(false);
    await run('trust', '--remove');
    project.put({ 'p.mjs': PLUGIN });
    expect((await run('clean.txt')).err).toContain('this folder is not trusted');
  });

  it.each([
    ['a module that it imports', 'lib/deep.js', "import '../lib/deep.js';"],
    ['a module of one that it imports', 'lib/deeper.js', "import '../lib/deep.js';"],
    ['a file that it may read', 'words.txt', "const file = new URL('../words.txt', import.meta.url);"],
    ['a package that it imports', 'node_modules/other/inner/code.js', "import 'other/inner/code.js';"],
  ])('is watched together with %s', async (_, file, code) => {
    project.put({
      'plugins/p.mjs': `${code}\n${PLUGIN}`,
      'lib/deep.js': "import './deeper.js';",
      'lib/deeper.js': '',
      'words.txt': 'plonk',
      'node_modules/other/package.json': '{ "name": "other", "type": "module" }',
      'node_modules/other/inner/code.js': '',
      'package.json': '{ "type": "module" }',
      '.replylintrc.yaml': `${OFF}plugins: [./plugins/p.mjs]\n`,
    });
    expect((await run('trust')).code).toBe(0);
    expect(await run('clean.txt')).toMatchObject({ code: 0, err: '' });
    writeFileSync(project.path(file), file.endsWith('.js') ? evil() : 'plink');
    const { code: exit, err } = await run('clean.txt');
    expect(exit).toBe(2);
    expect(err).toContain('needs code that has changed');
    expect(existsSync(marker())).toBe(false);
  });

  it.each([
    ['by names that it makes', "const one = 'own';\nconst { default: rules } = await import(`./checks/${one}.mjs`);\n"],
    [
      'by what it finds in a folder',
      "import { readdirSync } from 'node:fs';\nimport { join } from 'node:path';\nconst home = join(import.meta.dirname, 'checks');\nconst [found] = readdirSync(home);\nconst { default: rules } = await import(join(home, found));\n",
    ],
    ['by a folder', "const home = './checks/';\nconst { default: rules } = await import(home + 'own.mjs');\n"],
    ['by a name of the manifest', "import rules from '#checks';\n"],
  ])('what a plugin loads %s is watched too', async (_, load) => {
    const rules = (text: string): string =>
      `${text}export default [{ id: 'no-plonk', message: 'No.', severity: 'error', phrases: ['plonk'] }];\n`;
    project.put({
      'package.json': '{ "imports": { "#checks": "./plugin/checks/own.mjs" } }',
      'plugin/index.mjs': `${load}export default { rules };\n`,
      'plugin/checks/own.mjs': rules(''),
      '.replylintrc.yaml': `${OFF}plugins: [./plugin/index.mjs]\n`,
    });
    await run('trust');
    expect(await run('flawed.txt')).toMatchObject({ code: 1, err: '', out: expect.stringContaining('no-plonk') });
    project.put({ 'plugin/checks/own.mjs': rules(evil()) });
    expect((await run('clean.txt')).err).toMatch(/needs code that has changed \(.*own\.mjs\) since the folder was trusted/);
    expect(existsSync(marker())).toBe(false);
  });

  it('one project’s trust is not another’s', async () => {
    project.put({ 'p.mjs': PLUGIN, '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n` });
    await run('trust');
    const other = new Project({
      'package.json': '{}',
      'p.mjs': PLUGIN,
      'clean.txt': CLEAN,
      '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n`,
    });
    projects.push(other);
    expect((await other.run(['clean.txt'], { env: { XDG_CONFIG_HOME: project.path('home') } })).code).toBe(2);
  });

  it('trust is kept for its user alone, outside of projects', async () => {
    project.put({ 'p.mjs': PLUGIN, '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n` });
    await run('trust');
    const kept = project.path('home/replylint/trusted.json');
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect(Object.values((JSON.parse(readFileSync(kept, 'utf8')) as { folders: Record<string, { files: unknown }> }).folders)).toHaveLength(
      1,
    );
    expect((await run('trust', '--list')).out).toMatch(/^\/.+ {2}\d{4}-\d\d-\d\d {2}1 file\n$/);
    writeFileSync(kept, '{ broken');
    expect((await run('clean.txt')).code).toBe(2);
  });

  it('without any code there is nothing to trust', async () => {
    expect(await run('trust')).toMatchObject({ code: 0, out: 'The configuration runs no code: nothing has to be trusted.\n' });
    expect((await run('trust', '--remove')).code).toBe(2);
  });
});

describe('a JavaScript configuration', () => {
  it('holds settings as any other', async () => {
    project.put({ 'replylint.config.mjs': `export default { score: { pass: 50 + 17 }, plugins: ['./p.mjs'] };`, 'p.mjs': PLUGIN });
    expect((await run('--trust', '--print-config', 'clean.txt')).out).toMatch(/pass: 67 +# replylint\.config\.mjs:1:1/);
    expect((await run('trust')).out).toContain('  p.mjs\n  replylint.config.mjs\n');
    expect((await run('--config', 'replylint.config.mjs', 'flawed.txt')).code).toBe(1);
  });

  it.each([
    ['throws', "throw new Error('not today');", 'could not be run (Error: not today)'],
    ['does not parse', 'export default {', 'could not be run (SyntaxError'],
    ['exports nothing', 'export const a = 1;', 'exports no settings; write `export default { … }`'],
    ['has a wrong key', 'export default { rulez: {} };', 'unknown key "rulez"; did you mean rules?'],
    ['holds a function', 'export default { agent() {} };', 'agent is a function, and no plain text, number, list or map'],
  ])('that %s is one clear line', async (_, text, line) => {
    project.put({ 'replylint.config.mjs': text });
    const { code, out, err } = await run('--trust', 'clean.txt');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(err).toMatch(/^replylint\.config\.mjs.*\n$/);
  });

  it('in TypeScript is not run', async () => {
    project.put({ 'replylint.config.ts': evil() });
    expect(await run('--trust', 'clean.txt')).toMatchObject({ code: 2, err: expect.stringContaining('is TypeScript, which is not run') });
  });
});

describe('a plugin', () => {
  it.each([
    ['that is not there', ['./none.mjs'], '', './none.mjs is no file; check the path'],
    [
      'that is not installed',
      ['replylint-plugin-none'],
      '',
      'replylint-plugin-none is not installed; run `npm install --save-dev replylint-plugin-none`',
    ],
    ['that throws', ['./p.mjs'], "throw new TypeError('no');", 'could not be run (TypeError: no)'],
    ['that brings no rules', ['./p.mjs'], 'export default {};', 'exports no list of rules'],
    ['that brings something else', ['./p.mjs'], 'export default { rules: [1] };', 'rules[0] that is no rule'],
    ['whose rule has a slip', ['./p.mjs'], "export default { rules: [{ id: 'x', mesage: 'y', phrases: ['z'] }] };", 'mesage'],
    ['whose rule has the id of another', ['./p.mjs'], PLUGIN.replaceAll('no-plonk', 'missing-thanks'), 'is that of a built-in rule'],
    ['that is TypeScript', ['./p.ts'], '', 'is TypeScript, which is not run'],
  ])('%s is told', async (_, plugins, text, line) => {
    project.put({ 'p.mjs': text, 'p.ts': '', '.replylintrc.yaml': `${OFF}plugins: ${JSON.stringify(plugins)}\n` });
    const { code, out, err } = await run('--trust', 'clean.txt');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
  });

  it('whose check throws costs its own findings, not the run', async () => {
    project.put({
      'p.mjs': "export default { rules: [{ id: 'x', message: 'y', phrases: ['z'], check() { throw new Error('odd'); } }] };",
      '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n`,
    });
    const { code, err, out } = await run('--trust', 'clean.txt');
    expect(code).toBe(2);
    expect(err).toContain('rule x failed (odd) and was left out');
    expect(out).toContain('/100');
  });

  it('has levels, options and suppressions like any other', async () => {
    project.put({
      'p.mjs': PLUGIN,
      '.replylintrc.yaml': `${OFF}plugins: [./p.mjs]\n`.replace('rules:\n', 'rules:\n  no-plonk: suggestion\n'),
    });
    expect((await run('--trust', 'flawed.txt')).code).toBe(0);
    expect((await run('--trust', '--rule', 'no-plonk:error', 'flawed.txt')).code).toBe(1);
    expect((await run('explain', '--trust', 'no-plonk')).code).toBe(0);
  });
});
