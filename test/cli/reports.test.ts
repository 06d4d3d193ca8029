import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, FLAWED, Project } from './project.js';

let project: Project;
beforeAll(() => {
  project = new Project({ 'clean.txt': CLEAN, 'flawed.txt': FLAWED, 'deep/er/flawed.txt': FLAWED, '.git/HEAD': 'ref: refs/heads/main\n' });
});
afterAll(() => project.remove());

const read = (name: string): string => readFileSync(project.path(name), 'utf8');

describe('several reports at once', () => {
  it('each goes where it should, whole, and leaves nothing else behind', async () => {
    const files = {
      json: 'report.json',
      sarif: 'out.sarif',
      junit: 'junit.xml',
      gitlab: 'gl.json',
      ndjson: 'lines.ndjson',
      html: 'page.html',
      markdown: 'note.md',
    };
    const asked = Object.entries(files).flatMap(([format, file]) => ['-f', `${format}=made/${file}`]);
    const { code, out, err } = await project.run(['-f', 'pretty', ...asked, 'flawed.txt', 'clean.txt']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('no-plonk');
    expect(readdirSync(project.path('made')).sort()).toEqual(Object.values(files).sort());
    for (const name of ['report.json', 'out.sarif', 'gl.json'])
      expect(JSON.stringify(JSON.parse(read(`made/${name}`)))).toContain('no-plonk');
    for (const name of ['junit.xml', 'page.html', 'note.md', 'lines.ndjson']) expect(read(`made/${name}`)).toContain('no-plonk');
  });

  it('name the line of an image that has no words, not the whole message', async () => {
    project.put({ 'picture.md': `${CLEAN}\n![](lid.png)\n` });
    const run = ['picture.md', '--no-config'];
    expect((await project.run(run)).out).toMatch(/^warning picture\.md:\d+:1 {2}missing-alt-text/m);
    expect((await project.run([...run, 'clean.txt'])).out).toMatch(/^ +12:1 +warning +The image lid\.png has no words/m);
    expect((await project.run([...run, '-f', 'markdown'])).out).toContain('**warning** line 12: The image lid.png');
    expect((await project.run([...run, '-f', 'junit'])).out).toContain('warning 12:1 missing-alt-text');
    const sarif = JSON.parse((await project.run([...run, '-f', 'sarif'])).out);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region).toMatchObject({ startLine: 12, startColumn: 1, endColumn: 13 });
  });

  it('the real findings of the built-in rules fit the schema of the JSON report', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as object;
    project.put({
      'real.eml': readFileSync(new URL('../../fixtures/sample/reply.eml', import.meta.url)),
      'thin.txt': 'Hello,\n\nWe got your letter on the kettle and it will be looked at by the people who are there.\n',
    });
    const { out } = await project.run(['--no-config', '--kind', 'complaint', '-f', 'json', 'real.eml', 'thin.txt']);
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
    expect((JSON.parse(out) as { drafts: { findings: unknown[] }[] }).drafts.every(({ findings }) => findings.length > 1)).toBe(true);
  });

  it.each<[what: string, args: string[], err: string]>([
    [
      'two that would run into each other',
      ['-f', 'json', '-f', 'sarif'],
      'json and sarif would run into each other on standard output; write one as sarif=FILE',
    ],
    ['one file for two', ['-f', 'json', '-f', 'sarif', '-o', 'x'], '2 reports would go to it'],
    ['one file too many', ['-f', 'json=a.json', '-o', 'x'], 'every report has a file already'],
    ['one file for two, each by name', ['-f', 'json=x', '-f', 'sarif=x'], 'two reports would be written to x'],
    ['a file without a name', ['-f', 'json='], 'Name the file behind the sign'],
    ['a mistyped format', ['-f', 'sarfi=x'], 'did you mean sarif?'],
    ['a share for a percentage', ['--min-pass-share', '0.95'], 'write 95 for 95 of 100'],
    ['a percentage that is none', ['--min-pass-share', '120'], 'from 0 to 100'],
    ['an earlier report that is not there', ['--compare', 'gone.json'], 'gone.json: --compare: no such file; check the path'],
    ['an earlier report that is none', ['--compare', 'clean.txt'], 'clean.txt: --compare: is no report of replylint'],
  ])('is refused in one line: %s', async (_, args, message) => {
    const { code, out, err } = await project.run([...args, 'clean.txt']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(project.path('x'))).toBe(false);
  });

  it('one that cannot be written is told, the others are written all the same', async () => {
    mkdirSync(project.path('a-folder'), { recursive: true });
    const args = ['-f', 'json=clean.txt/x.json', '-f', 'ndjson=a-folder', '-f', 'sarif=fine.sarif', 'clean.txt'];
    const { code, err } = await project.run(args);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n').sort()).toEqual([
      expect.stringContaining('a-folder: could not be written'),
      expect.stringContaining('clean.txt/x.json: could not be written'),
    ]);
    expect(read('fine.sarif')).toContain('2.1.0');
    expect(read('clean.txt')).toBe(CLEAN);
  });

  it('none is written over a draft', async () => {
    for (const format of ['sarif', 'ndjson']) {
      const { code, err } = await project.run(['-f', `${format}=flawed.txt`, 'flawed.txt']);
      expect(code).toBe(2);
      expect(err).toContain('flawed.txt: it is a file that was read');
      expect(read('flawed.txt')).toBe(FLAWED);
    }
    expect(readdirSync(project.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('paths in reports for other tools', () => {
  it('are relative to the root of the project, wherever the command runs, and never lead out of it', async () => {
    const outside = new Project({ 'out.txt': FLAWED });
    const config = project.path('.replylintrc.yaml');
    const { out } = await project.run([
      '-c',
      config,
      '-f',
      'gitlab',
      project.path('deep/er/flawed.txt'),
      outside.path('out.txt'),
      './flawed.txt',
    ]);
    expect((JSON.parse(out) as { location: { path: string } }[]).map(({ location }) => location.path)).toEqual([
      'deep/er/flawed.txt',
      'out.txt',
      'flawed.txt',
    ]);
    outside.remove();
  });
});

describe('GitHub Actions', () => {
  const github = { GITHUB_ACTIONS: 'true' };

  it('gets annotations beside the report for people without being asked', async () => {
    const { out } = await project.run(['flawed.txt'], { env: github });
    expect(out).toMatch(/^error flawed\.txt:5:1 .*^::error file=flawed\.txt,line=5,endLine=5,col=1,endColumn=15,title=no-plonk::/ms);
  });

  it('gets nothing but what was asked for', async () => {
    expect((await project.run(['-f', 'json', 'flawed.txt'], { env: github })).out).not.toContain('::error');
    expect((await project.run(['-f', 'github', 'flawed.txt'])).out).toMatch(/^::error file=flawed\.txt[^\n]*\n$/);
    const { out } = await project.run(['-o', 'report.txt', 'flawed.txt'], { env: github });
    expect(out + read('report.txt')).not.toContain('::error');
  });

  it('gets the summary of the job, behind what other steps have written', async () => {
    project.put({ 'summary.md': '# Build\n' });
    const env = { ...github, GITHUB_STEP_SUMMARY: project.path('summary.md') };
    await project.run(['flawed.txt'], { env });
    expect(read('summary.md')).toMatch(/^# Build\n<!-- replylint -->\n### ❌ .*no-plonk/s);
    const broken = await project.run(['flawed.txt'], { env: { ...github, GITHUB_STEP_SUMMARY: project.path('clean.txt/x') } });
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('could not be written');
  });
});

describe('many drafts', () => {
  it('are written line by line as they are judged', async () => {
    project.put(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`many/${at}.txt`, at % 4 === 0 ? FLAWED : CLEAN])));
    const { code, out } = await project.run(['-f', 'ndjson', 'many']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; totals?: { drafts: number; failed: number }; library?: { passShare: number } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toMatchObject({ type: 'summary', totals: { drafts: 40, failed: 10 }, library: { passShare: 75 } });
  });

  it('a reader who goes away ends the run, unjudged', async () => {
    const child = project.start(['-f', 'ndjson', 'many']);
    child.stdout?.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
  });

  it('leave no half of a report behind when the run is stopped', async () => {
    project.put(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`long/${at}.txt`, FLAWED])));
    const child = project.start(['-f', 'ndjson=lines/out.ndjson', 'long']);
    const ended = new Promise((resolve) => child.on('close', resolve));
    const there = (): string[] => (existsSync(project.path('lines')) ? readdirSync(project.path('lines')) : []);
    while (!there().some((name) => name.endsWith('.tmp')) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(there()).toEqual([]);
  });

  it('pass by the share that must', async () => {
    expect((await project.run(['-q', 'many'])).code).toBe(1);
    expect((await project.run(['-q', '--min-pass-share', '75', 'many'])).code).toBe(0);
    expect((await project.run(['-q', '--min-pass-share', '75.1%', 'many'])).code).toBe(1);
  });

  it('are compared with an earlier report', async () => {
    await project.run(['-f', 'json=before.json', 'many']);
    project.put({ 'many/0.txt': CLEAN, 'many/1.txt': FLAWED });
    const { out } = await project.run(['-f', 'markdown', '--compare', 'before.json', 'many']);
    expect(out).toMatch(/\| `many\/1\.txt` \| 100 A \| \d+ \w ❌ \| ▼ −\d+ \| \+1 `no-plonk` \|\n\| `many\/0\.txt` \|/);
    expect(out).toContain('38 replies scored as before.');
  });
});

describe('mistakes in the configuration', () => {
  it('are told in the order of the lines, whoever finds them', async () => {
    const lines = [`rulez: {}`, `rules:`, `  no-plnok: off`, `  no-plonk: eror`, `rulePaths: [nowhere]`, `vocabulari: []`];
    project.put({ 'wrong.yaml': `${lines.join('\n')}\n` });
    const { err } = await project.run(['-c', 'wrong.yaml', 'clean.txt']);
    const numbers = [...err.matchAll(/^wrong\.yaml:(\d+):/gm)].map((match) => Number(match[1]));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});
