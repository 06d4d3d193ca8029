import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, CLEAN, FLAWED, Project, type Result } from './project.js';

const projects: Project[] = [];
let project: Project;
beforeEach(() => {
  project = new Project({ 'a.txt': FLAWED, 'b.md': CLEAN, 'package.json': '{}', 'kept/.keep': '' });
  projects.push(project);
});
afterAll(() => projects.forEach((one) => one.remove()));

const FILES = ['a.txt', 'b.md'];
const cached = (...args: string[]): Promise<Result> => project.run(['--cache', '--cache-location', 'kept', '--format', 'json', ...args]);
const records = (): string[] =>
  readdirSync(project.path('kept'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => project.path(`kept/${name}`));

/** Marks every record, so that what comes from the cache can be told from what is judged. */
function mark(): void {
  for (const path of records()) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"language":"en"', '"language":"qq"'));
}

/** The files whose results came from marked records. */
async function fromCache(...args: string[]): Promise<string[]> {
  const { out } = await cached(...args);
  const { drafts } = JSON.parse(out) as { drafts: { file: string; language: string }[] };
  return [...new Set(drafts.filter(({ language }) => language === 'qq').map(({ file }) => file))];
}

describe('--cache', () => {
  it('says the same as a run without, the first time and the second', async () => {
    const plain = await project.run(['--format', 'json', ...FILES]);
    expect(await cached(...FILES)).toEqual(plain);
    expect(records()).toHaveLength(2);
    expect(await cached(...FILES)).toEqual(plain);
  });

  it('judges a file again when it has changed, and that file alone', async () => {
    await cached(...FILES);
    mark();
    expect(await fromCache(...FILES)).toEqual(FILES);
    project.put({ 'a.txt': `${FLAWED}More.\n` });
    expect(await fromCache(...FILES)).toEqual(['b.md']);
  });

  it.each<[string, () => void, string[]]>([
    ['a setting', () => project.put({ '.replylintrc.yaml': `${BASE}score: { pass: 81 }\n` }), []],
    [
      'a rule of the team’s own',
      () =>
        project.put({ 'rules/no-plonk.yml': readFileSync(project.path('rules/no-plonk.yml'), 'utf8').replace('for tests', 'for others') }),
      [],
    ],
    ['what is known of the draft', () => {}, ['--kind', 'complaint']],
    ['a flag', () => {}, ['--rule', 'no-plonk:warning']],
    ['what fails a draft', () => {}, ['--fail-on', 'never']],
    ['whether suppressions hold', () => {}, ['--no-inline-config']],
    ['the baseline', () => project.put({ 'base.json': '{ "version": 1, "findings": [] }' }), ['--baseline', 'base.json']],
  ])('judges again when %s has changed', async (_, change, args) => {
    await cached(...FILES);
    mark();
    change();
    expect(await fromCache(...FILES, ...args)).toEqual([]);
    mark();
    expect(await fromCache(...FILES, ...args)).toEqual(FILES);
  });

  it('judges all of a library again when a part of it has changed: its rules compare', async () => {
    const reply = (id: string, text: string): string =>
      JSON.stringify({ replies: [{ id, title: id, body: `Hello, this is ${text} and it says a good deal about the kettle of yours.` }] });
    project.put({ 'one-replies.json': reply('a', 'one'), 'two-replies.json': reply('b', 'two') });
    await cached('one-replies.json', 'two-replies.json', 'a.txt');
    mark();
    project.put({ 'two-replies.json': reply('b', 'three') });
    expect(await fromCache('one-replies.json', 'two-replies.json', 'a.txt')).toEqual(['a.txt']);
  });

  it.each(['', '{', '[]', 'null', '{"key":"x","reports":[]}', '\0'])('a record that holds %j is passed over', async (text) => {
    const plain = await cached(...FILES);
    for (const path of records()) writeFileSync(path, text);
    expect(await cached(...FILES)).toEqual(plain);
  });

  it('keeps nothing of what could not be judged', async () => {
    project.put({ 'empty.txt': '' });
    expect((await cached('empty.txt')).code).toBe(2);
    expect(records()).toEqual([]);
    expect((await cached('empty.txt')).err).toContain('empty.txt: ');
  });

  it('a place that cannot be written to is told, and all is judged', async () => {
    const { code, out, err } = await project.run(['--cache', '--cache-location', 'a.txt', 'b.md']);
    expect({ code, out: out.includes('100/100') }).toEqual({ code: 0, out: true });
    expect(err).toContain('the cache could not be written');
  });

  it('keeps its records in the user’s own cache folder, for nobody else to read, and takes none from the project', async () => {
    const env = { XDG_CACHE_HOME: project.path('home') };
    await project.run(['--cache', 'a.txt'], { env });
    const [own] = readdirSync(project.path('home/replylint'));
    expect(statSync(project.path(`home/replylint/${own}`)).mode & 0o77).toBe(0);
    const [record] = readdirSync(project.path(`home/replylint/${own}`));
    const said = await project.run(['--cache', 'a.txt'], { env });
    const forged = readFileSync(project.path(`home/replylint/${own}/${record}`), 'utf8').replace(/"score":\d+/, '"score":1');
    const elsewhere = { XDG_CACHE_HOME: project.path('other') };
    project.put({ [`.replylintcache/${record}`]: forged, [`node_modules/.cache/replylint/${record}`]: forged });
    expect(await project.run(['--cache', 'a.txt'], { env: elsewhere })).toEqual(said);
  });
});

describe('--concurrency', () => {
  const many = Object.fromEntries(
    Array.from({ length: 45 }, (_, i) => [`drafts/${String(i).padStart(2, '0')}.${i % 2 ? 'txt' : 'md'}`, i % 7 ? CLEAN : FLAWED]),
  );

  it('says the same with any number of threads, in the same order', async () => {
    project.put({
      ...many,
      'drafts/20.md': '',
      'drafts/21.html': '<p>Plonkety plonk.</p>',
      'drafts/replies.json': '{"replies":[{"id":"x","body":"Hello."}]}',
    });
    const alone = await project.run(['--format', 'json', '--concurrency', 'off', 'drafts']);
    expect(alone.code).toBe(2);
    for (const n of ['1', '2', '3', 'auto']) expect(await project.run(['--format', 'json', '--concurrency', n, 'drafts'])).toEqual(alone);
  });

  it('threads have the same settings, plugins and baseline', async () => {
    project.put({
      ...many,
      'p.mjs': "export default { rules: [{ id: 'no-kettle', message: 'No.', phrases: ['sent you a new kettle'] }] };",
      'config.yaml': `${BASE}plugins: [./p.mjs]\n`,
    });
    const args = ['--trust', '--config', 'config.yaml', '--format', 'json'];
    await project.run(['baseline', 'create', '--trust', '--config', 'config.yaml', 'drafts/00.md']);
    const both = [...args, '--baseline', '.replylint-baseline.json', 'drafts'];
    const alone = await project.run([...both, '--concurrency', 'off']);
    expect(alone.out).toContain('"no-kettle"');
    expect(await project.run([...both, '--concurrency', '3'])).toEqual(alone);
  });

  it.each(['0', '-1', 'many', '1.5', '100'])('%s is no number of threads', async (n) => {
    expect(await project.run([`--concurrency=${n}`, 'a.txt'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('auto, off or a number'),
    });
  });
});
