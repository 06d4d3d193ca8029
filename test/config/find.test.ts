import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { load, project, put, removeProjects, said, shown } from './project.js';

afterAll(removeProjects);

const agent = (name: string) => `agent: ${name}\n`;

describe('where the config is found', () => {
  test.each([
    ['package.json', { replylint: { agent: 'Ada' } }],
    ['.replylintrc', agent('Ada')],
    ['.replylintrc', '{\n\t"agent": "Ada"\n}'],
    ['.replylintrc.json', { agent: 'Ada' }],
    ['.replylintrc.json', '\uFEFF{"agent": "Ada"}'],
    ['.replylintrc.yaml', agent('Ada')],
    ['.replylintrc.yml', `\uFEFF${agent('Ada')}`],
    ['.config/replylintrc', agent('Ada')],
    ['.config/replylintrc.json', { agent: 'Ada' }],
    ['.config/replylintrc.yaml', agent('Ada')],
    ['.config/replylintrc.yml', agent('Ada')],
  ])('%s', async (name, content) => {
    const config = await load({ [name]: content });
    expect(config.problems).toEqual([]);
    expect(said(config, 'agent')).toEqual(['Ada']);
    expect(config.files).toEqual([join(config.root, name)]);
  });

  test('a folder above, up to the root', async () => {
    const root = project({ '.replylintrc.yaml': agent('Root'), 'a/b/reply.md': 'Hi' });
    expect(said(await loadConfig({ cwd: join(root, 'a/b') }), 'agent')).toEqual(['Root']);
  });

  test('the nearest folder wins, and within it package.json, then .replylintrc, then .config', async () => {
    const root = project({ '.replylintrc.yaml': agent('Root'), 'a/.config/replylintrc.yaml': agent('Tidy') });
    const cwd = join(root, 'a');
    expect(said(await loadConfig({ cwd }), 'agent')).toEqual(['Tidy']);
    put(root, { 'a/.replylintrc.yml': agent('Plain') });
    expect(said(await loadConfig({ cwd }), 'agent')).toEqual(['Plain']);
    put(root, { 'a/package.json': { replylint: { agent: 'Manifest' } } });
    expect(said(await loadConfig({ cwd }), 'agent')).toEqual(['Manifest']);
  });

  test('a package.json without our key is passed over, even one that names us elsewhere', async () => {
    const root = project({ '.replylintrc.yaml': agent('Root'), 'a/package.json': { devDependencies: { replylint: '1.0.0' } } });
    expect(said(await loadConfig({ cwd: join(root, 'a') }), 'agent')).toEqual(['Root']);
  });

  test('nothing above the folder with .git', async () => {
    const outer = project({ '.replylintrc.yaml': agent('Outside'), 'inner/.git': 'gitdir: elsewhere\n', 'inner/a/x': '' }, { git: false });
    const config = await loadConfig({ cwd: join(outer, 'inner/a') });
    expect(config.root).toBe(join(outer, 'inner'));
    expect(config.files).toEqual([]);
  });

  test('without .git the topmost package.json is the root', async () => {
    const outer = project(
      { '.replylintrc.yaml': agent('Outside'), 'p/package.json': {}, 'p/.replylintrc': agent('Root'), 'p/q/package.json': {} },
      { git: false },
    );
    const config = await loadConfig({ cwd: join(outer, 'p/q') });
    expect(config.root).toBe(join(outer, 'p'));
    expect(said(config, 'agent')).toEqual(['Root']);
  });

  test('no config is no problem', async () => {
    const config = await load({ 'reply.md': 'Hi' });
    expect(config).toMatchObject({ files: [], problems: [] });
  });

  test('an empty file is a config that says nothing', async () => {
    const root = project({ '.replylintrc.yaml': agent('Root'), 'a/.replylintrc.yaml': '# nothing yet\n' });
    const config = await loadConfig({ cwd: join(root, 'a') });
    expect(config.problems).toEqual([]);
    expect(said(config, 'agent')).toEqual([]);
  });

  test('--no-config reads none, --config reads that one, wherever it lies', async () => {
    const root = project({ '.replylintrc.yaml': agent('Root'), 'strict.yaml': agent('Strict') });
    const other = project({ 'other.json': { agent: 'Other' } });
    expect(said(await loadConfig({ cwd: root, search: false }), 'agent')).toEqual([]);
    expect(said(await loadConfig({ cwd: root, file: 'strict.yaml' }), 'agent')).toEqual(['Strict']);
    expect(said(await loadConfig({ cwd: root, file: join(other, 'other.json') }), 'agent')).toEqual(['Other']);
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['missing.yaml', {}, /^missing\.yaml does not exist; check the name$/],
    ['folder', { 'folder/x.yaml': '' }, /^folder is a folder; name a \.json or \.yaml file in it$/],
    ['latin.yaml', { 'latin.yaml': Buffer.from('agent: Andr\xe9\n', 'latin1') }, /^latin\.yaml is not UTF-8; save it as UTF-8$/],
    ['big.yaml', { 'big.yaml': `# ${'x'.repeat(1024 * 1024)}` }, /^big\.yaml is larger than 1048576 bytes/],
    ['code.mjs', { 'code.mjs': '' }, /^code\.mjs is code, and this folder is not trusted; read it, then run `replylint trust`/],
  ])('--config %s', async (file, files, message) => {
    const { problems } = await load(files, { file });
    expect(problems.map(shown)).toEqual([expect.stringMatching(message)]);
  });

  test('a link that leads to itself', async () => {
    const root = project({});
    symlinkSync('.replylintrc.yaml', join(root, '.replylintrc.yaml'));
    expect((await loadConfig({ cwd: root })).problems.map(shown)).toEqual(['.replylintrc.yaml is a link that leads to itself']);
  });

  test('a link that leads nowhere', async () => {
    const root = project({});
    symlinkSync('gone.yaml', join(root, '.replylintrc'));
    expect((await loadConfig({ cwd: root })).problems.map(shown)).toEqual(['.replylintrc does not exist; check the name']);
  });

  test('a folder of that name is no config', async () => {
    const root = project({});
    mkdirSync(join(root, '.replylintrc'));
    expect((await loadConfig({ cwd: root })).problems).toEqual([]);
  });

  test('a broken package.json that speaks of us is named; one that does not is none of our business', async () => {
    expect((await load({ 'package.json': '{"replylint": {,}' })).problems.map(shown)).toEqual([
      'package.json:1:16 is not valid JSON: "," is not expected here',
    ]);
    expect((await load({ 'package.json': '{"name": ' })).problems).toEqual([]);
  });
});
