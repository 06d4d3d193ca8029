import { chmodSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { BASE, CLEAN, Project } from './project.js';

const project = new Project({ 'package.json': '{}' });
afterAll(() => project.remove());

const read = (name: string): string => readFileSync(project.path(name), 'utf8');

describe('replylint suppressions', () => {
  const NOTE = '<!-- replylint-disable-next-line no-plonk -- house style -->';
  const used = CLEAN.replace('We have sent', `${NOTE}\nPlonkety plonk. We have sent`);

  it('lists what drafts suppress, and exits with 1 while one is not needed', async () => {
    project.put({ 'used.md': used, 'idle.md': CLEAN.replace('We have sent', `${NOTE}\nWe have sent`) });
    const both = await project.run(['suppressions', '--as', 'template', 'used.md', 'idle.md']);
    expect(both).toMatchObject({ code: 1, err: '' });
    expect(both.out).toBe(
      'used.md:5  no-plonk  (one line; silences 1)  house style\nidle.md:5  no-plonk  (one line; unused)  house style\n2 suppressions, 1 unused.\n',
    );
    expect((await project.run(['suppressions', '--as', 'template', 'used.md'])).code).toBe(0);
  });

  it('in JSON', async () => {
    const { out } = await project.run(['suppressions', '--as', 'template', '--format', 'json', 'used.md']);
    expect(JSON.parse(out)).toEqual([
      { draft: 'used.md', file: 'used.md', line: 5, reach: 'line', rules: ['no-plonk'], reason: 'house style', silenced: 1, unused: [] },
    ]);
  });

  it.each<[string, string, string, string]>([
    ['a line of its own', 'a.md', `Hello.\r\n  ${NOTE}\r\nBye.\r\n`, 'Hello.\r\nBye.\r\n'],
    ['a note among words', 'b.md', 'Hello <!-- replylint-disable-line no-plonk --> there.\n', 'Hello there.\n'],
    ['a note at a line end', 'c.md', 'Hello there. <!-- replylint-disable-line no-plonk -->\nBye.\n', 'Hello there.\nBye.\n'],
    [
      'a key of front matter',
      'd.md',
      '---\ntitle: x\nreplylint-disable: no-plonk -- why\nlang: en\n---\nHi.\n',
      '---\ntitle: x\nlang: en\n---\nHi.\n',
    ],
    [
      'a header',
      'e.eml',
      'From: a@example.com\nX-Replylint-Disable: no-plonk --\n why\nSubject: x\n\nHi.\n',
      'From: a@example.com\nSubject: x\n\nHi.\n',
    ],
    [
      'the rules that are not needed, of several',
      'f.md',
      '<!-- replylint-disable no-plonk, no-wibble -- why -->\n\nPlonkety plonk.\n',
      '<!-- replylint-disable no-plonk -- why -->\n\nPlonkety plonk.\n',
    ],
    [
      'the first of them',
      'g.html',
      '<!-- replylint-disable no-wibble, no-plonk -- why --><p>Plonkety plonk.</p>',
      '<!-- replylint-disable no-plonk -- why --><p>Plonkety plonk.</p>',
    ],
  ])('--remove-unused takes out %s, and nothing else', async (_, name, before, after) => {
    project.put({ [name]: before });
    expect(await project.run(['suppressions', '--as', 'template', '--remove-unused', name])).toMatchObject({ code: 0, err: '' });
    expect(read(name)).toBe(after);
  });

  it('keeps the bytes of other charsets', async () => {
    const before = Buffer.from(`<p>Caf\xe9</p>\n${NOTE}\n<meta charset="iso-8859-1"><p>Th\xe9</p>\n`, 'latin1');
    project.put({ 'l.html': before });
    const { code, err } = await project.run(['suppressions', '--as', 'template', '--remove-unused', 'l.html']);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(project.path('l.html'), 'latin1')).toBe(before.toString('latin1').replace(`${NOTE}\n`, ''));
  });
});

it('--remove-unused takes the header out of the mail that has it, whichever of an mbox file', async () => {
  const mail = (more: string): string =>
    `From a@shop.example Mon Nov 23 09:12:00 2026\nFrom: a@shop.example\n${more}Subject: Lid\n\n${CLEAN}\n`;
  project.put({ 'sent.mbox': mail('') + mail('X-Replylint-Disable: no-wibble -- why\n') });
  const { out } = await project.run(['suppressions', '--as', 'template', 'sent.mbox']);
  const line = mail('').split('\n').length + 2;
  expect(out).toContain(`sent.mbox:${line}  no-wibble`);
  expect((await project.run(['suppressions', '--as', 'template', '--remove-unused', 'sent.mbox'])).code).toBe(0);
  expect(read('sent.mbox')).toBe(mail('') + mail(''));
});

describe('--remove-unused leaves alone', () => {
  const idle = '<!-- replylint-disable no-plonk -- why -->\nHello.\n';

  it('a file that a link from outside the project leads to', async () => {
    const other = new Project({ 'x.md': idle });
    symlinkSync(other.path('x.md'), project.path('link.md'));
    const { code, err } = await project.run(['suppressions', '--as', 'template', '--remove-unused', 'link.md']);
    expect(code).toBe(2);
    expect(err).toContain('link.md: a symbolic link that leads out of the project');
    expect(readFileSync(other.path('x.md'), 'utf8')).toBe(idle);
    other.remove();
    rmSync(project.path('link.md'));
  });

  it('a file of UTF-16, and says so', async () => {
    project.put({ 'u.html': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(idle, 'utf16le')]) });
    const before = readFileSync(project.path('u.html'));
    const { code, err } = await project.run(['suppressions', '--as', 'template', '--remove-unused', 'u.html']);
    expect(code).toBe(2);
    expect(err).toContain('by hand');
    expect(readFileSync(project.path('u.html'))).toEqual(before);
  });

  it('the mode of the file, and a link inside the project', async () => {
    project.put({ 'm.md': idle });
    chmodSync(project.path('m.md'), 0o640);
    symlinkSync('m.md', project.path('to-m.md'));
    expect((await project.run(['suppressions', '--as', 'template', '--remove-unused', 'to-m.md'])).code).toBe(0);
    expect(read('m.md')).toBe('Hello.\n');
    expect(statSync(project.path('m.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(project.path('to-m.md')).isSymbolicLink()).toBe(true);
  });
});

describe('what check makes of suppressions', () => {
  const template = CLEAN.replace('We have sent', '<!-- replylint-disable-next-line no-plonk -->\nPlonkety plonk. We have sent');

  it('a template passes; the same as a draft does not', async () => {
    project.put({ 't.md': template });
    expect(await project.run(['--as', 'template', 't.md'])).toMatchObject({ code: 0, err: '' });
    expect(await project.run(['t.md'])).toMatchObject({ code: 1, err: '' });
  });

  it('a needless one is told and judged all the same; with unused: error it fails', async () => {
    project.put({
      'n.md': CLEAN.replace('We have', '<!-- replylint-disable no-plonk -->\nWe have'),
      'strict.yaml': `${BASE}suppressions: { unused: error }\n`,
    });
    const told = await project.run(['--as', 'template', 'n.md']);
    expect(told.code).toBe(0);
    expect(told.err).toContain('n.md:5:1: the suppression of no-plonk silences nothing');
    expect((await project.run(['--as', 'template', '--config', 'strict.yaml', 'n.md'])).code).toBe(1);
  });

  it('--no-inline-config passes them over', async () => {
    expect((await project.run(['--as', 'template', '--no-inline-config', 't.md'])).code).toBe(1);
  });

  it('the comment in a draft is an error of template-residue', async () => {
    const { code, out } = await project.run(['--no-config', '--format', 'json', 't.md']);
    expect(code).toBe(1);
    const { drafts } = JSON.parse(out) as { drafts: { findings: { rule: string; quote: string; severity: string }[] }[] };
    expect(drafts[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'template-residue', severity: 'error', quote: '<!-- replylint-disable-next-line no-plonk -->' }),
    );
  });
});

describe('suppressions in libraries', () => {
  const entry = (id: string, more = ''): string => `  - id: ${id}\n${more}    title: ${id}\n    body: |\n      Plonkety plonk, ${id}.\n`;
  const heard = async (text: string): Promise<{ silent: string[]; err: string }> => {
    project.put({ 'replies.yaml': `replies:\n${text}` });
    const { out, err } = await project.run(['--format', 'json', 'replies.yaml']);
    const { drafts } = JSON.parse(out) as { drafts: { id: string; findings: { rule: string }[] }[] };
    return { silent: drafts.filter(({ findings }) => findings.length === 0).map(({ id }) => id.split('#')[1]), err };
  };

  it('a comment between entries: for the next, or from there on until it is enabled again', async () => {
    const next = `  # replylint-disable-next-line no-plonk -- why\n${entry('a')}${entry('b')}`;
    expect(await heard(next)).toEqual({ silent: ['a'], err: '' });
    const rest = `${entry('a')}  # replylint-disable no-plonk -- why\n${entry('b')}${entry('c')}  # replylint-enable\n${entry('d')}`;
    expect(await heard(rest)).toEqual({ silent: ['b', 'c'], err: '' });
  });

  it('a field and a comment inside an entry hold for it alone', async () => {
    const text =
      entry('a', '    replylint-disable: [no-plonk -- why]\n') + entry('b', '    # replylint-disable no-plonk -- why\n') + entry('c');
    expect(await heard(text)).toEqual({ silent: ['a', 'b'], err: '' });
  });

  it('what looks like a comment inside a text is text', async () => {
    expect((await heard(entry('a').replace('Plonkety', '# replylint-disable no-plonk\n      Plonkety'))).silent).toEqual([]);
  });

  it('one that several entries share is needed when one of them needs it', async () => {
    const text = `  # replylint-disable no-plonk -- why\n${entry('a')}${entry('b').replace('Plonkety plonk', 'Hello')}`;
    expect(await heard(text)).toEqual({ silent: ['a', 'b'], err: '' });
    const idle = await heard(text.replace('Plonkety plonk', 'Hello'));
    expect(idle.err).toContain('replies.yaml:2:3: the suppression of no-plonk silences nothing');
    expect((await project.run(['suppressions', '--remove-unused', 'replies.yaml'])).code).toBe(0);
    expect(read('replies.yaml')).not.toContain('replylint');
  });

  it('a column of a CSV file', async () => {
    project.put({
      'replies.csv': 'id,title,body,replylint-disable\na,A,"Plonkety plonk, a.",no-plonk -- why\nb,B,"Plonkety plonk, b.",\n',
    });
    const { out } = await project.run(['--format', 'json', 'replies.csv']);
    const { drafts } = JSON.parse(out) as { drafts: { suppressed: { reason: string }[] }[] };
    expect(drafts.map(({ suppressed }) => suppressed.map(({ reason }) => reason))).toEqual([['why'], []]);
  });
});

describe('docs/suppressions.md', () => {
  const page = readFileSync(new URL('../../docs/suppressions.md', import.meta.url), 'utf8');
  const EXTENSION: Record<string, string> = { markdown: 'md', html: 'html', eml: 'eml', yaml: 'yaml' };
  const examples = [...page.matchAll(/^```(\w+) silences=(\S+)\n([^]*?)^```$/gm)].map(([, format, rule, text], i) => ({
    format,
    rule,
    text,
    i,
  }));

  it('has an example of each medium', () => {
    expect(new Set(examples.map(({ format }) => format))).toEqual(new Set(['markdown', 'html', 'eml', 'yaml']));
  });

  it.each(examples)('example $i silences $rule', async ({ format, rule, text, i }) => {
    const name = `example-${i}.${EXTENSION[format]}`;
    project.put({ [name]: text });
    const { out, err } = await project.run(['--no-config', '--as', 'template', '--format', 'json', name]);
    const { drafts } = JSON.parse(out) as { drafts: { findings: { rule: string }[]; suppressed: { rule: string; reason: string }[] }[] };
    expect(err).toBe('');
    expect(drafts).not.toEqual([]);
    for (const { suppressed, findings } of drafts) {
      expect(suppressed).toMatchObject([{ rule, reason: 'wording agreed with the regulator' }]);
      expect(findings.map((finding) => finding.rule)).not.toContain(rule);
    }
  });

  it('its configuration is valid', async () => {
    project.put({ 'docs.yaml': /^```yaml\n([^]*?)^```$/m.exec(page)![1], 'clean.txt': CLEAN });
    expect((await project.run(['--config', 'docs.yaml', '--print-config', 'clean.txt'])).out).toMatch(
      /suppressions:\n {2}reason: required +# docs.yaml:2:3\n {2}unused: error/,
    );
  });
});
