import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { ASKS } from './editor.js';
import { only, Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.clear());

const BODY = 'Dear Ms Okafor,\n\nYour kettle 😀 plonkety plonk. It is on its way.\n\nKind regards,\nMaya Lindqvist\n';
const LIBRARY = {
  yaml: `replies:\n  - id: late\n    title: Late\n    body: |\n      Dear {{customer.name}},\n\n      Your kettle 😀 plonkety plonk. It is on its way.\n`,
  json: '[{"id": "late", "title": "Late", "body": "Dear {{customer.name}},\\n\\nYour \\"kettle\\" 😀 plonkety plonk. It is on its way."}]\n',
  csv: 'id,title,body\nlate,Late,"Dear {{customer.name}},\n\nYour ""kettle"" 😀 plonkety plonk. It is on its way."\n',
};

describe('a finding is shown where it stands', () => {
  it.each([
    ['plain text', 'reply.txt', 'plaintext', BODY],
    ['Markdown', 'reply.md', 'markdown', BODY],
    ['HTML', 'reply.html', 'html', '<p>Dear Ms Okafor,</p>\r\n<p>Your kettle 😀 <b>plonkety plonk</b>. It is on its way.</p>\r\n'],
    ['a mail', 'reply.eml', 'plaintext', `From: a@larkfield.example\nTo: b@example.com\nSubject: 😀\n\n${BODY}`],
    [
      'a draft as mutt hands it over',
      'neomutt-host-1000-1',
      'mail',
      `From: a@larkfield.example\nTo: b@example.com\nSubject: Lid\n\n${BODY}`,
    ],
    ['the same without headers', 'neomutt-host-1000-2', 'mail', BODY],
    ['text that is in no file', 'untitled:Untitled-1', 'plaintext', BODY],
    ['Markdown that is in no file', 'untitled:Untitled-2', 'markdown', BODY],
    ['a library in YAML', 'replies.yaml', 'yaml', LIBRARY.yaml],
    ['a library in JSON', 'replies.json', 'json', LIBRARY.json],
    ['a library in CSV', 'replies.csv', 'csv', LIBRARY.csv],
  ])('in %s, right after an emoji', async (_, name, languageId, text) => {
    const editor = await stage.edit();
    await editor.open(name, text, languageId);
    const [finding, ...others] = await editor.shown(name);
    expect(others).toEqual([]);
    expect(editor.words(name, finding.range)).toBe('plonkety plonk');
    expect(finding).toMatchObject({ code: 'no-plonk', source: 'replylint', severity: 1 });
    expect(finding.message).toContain('This word is for tests.');
  });

  it('of a mail in quoted-printable, where it is written', async () => {
    const editor = await stage.edit();
    const head =
      'From: a@larkfield.example\nTo: b@example.com\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n';
    await editor.open('reply.eml', `${head}Dear Ms Okafor,\n\nYour kettle =F0=9F=98=80 plonkety =\nplonk.\n`);
    const [finding] = await editor.shown('reply.eml');
    expect(editor.words('reply.eml', finding.range)).toBe('plonkety =\nplonk');
  });

  it('with its level, the page of its rule, and the fixes that it has', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': only(['generic-greeting', 'unprofessional-language']) });
    await editor.open('reply.txt', 'Dear Customer,\n\nWe are sorry!!! Your wibblety wibble kettle is here.\n');
    const shown = await editor.shown('reply.txt');
    const byCode = new Map(shown.map((one) => [one.code, one]));
    expect(byCode.get('no-wibble')).toMatchObject({ severity: 2 });
    expect(byCode.get('generic-greeting')?.codeDescription?.href).toMatch(/^file:.*\/rules\/generic-greeting\/README\.md$/);
    expect(byCode.get('no-wibble')?.codeDescription).toBeUndefined();
    expect(byCode.get('unprofessional-language')?.data).toEqual({ fixes: [{ label: expect.any(String), safety: 'safe' }] });
  });

  it('a suggestion as information', async () => {
    const editor = await stage.edit({
      '.replylintrc.yaml': only([]).replace('rulePaths: [rules]\nrules:\n', 'rulePaths: [rules]\nrules:\n  no-plonk: suggestion\n'),
    });
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt')).toMatchObject([{ code: 'no-plonk', severity: 3 }]);
  });

  it('with the words of the customer that it is about, in the quoted original', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': only(['unanswered-question']) });
    const text = `From: Maya Lindqvist <maya@larkfield.example>
To: Adaeze Okafor <ada@example.com>
Subject: Re: Cups
Date: Mon, 2 Nov 2026 15:00:00 +0000

Dear Ms Okafor,

Thank you for your message about the cups. Your order reaches you on Thursday 5 November.

Kind regards,
Maya Lindqvist

On Mon, 2 Nov 2026 at 10:00, Adaeze Okafor <ada@example.com> wrote:

> Hello,
>
> the cups are lovely 😀. When does my order arrive? Can I exchange the blue cups for green ones?
>
> Adaeze Okafor
`;
    await editor.open('neomutt-1', text, 'mail');
    const [finding] = await editor.shown('neomutt-1');
    const [related] = finding.relatedInformation ?? [];
    expect(finding.code).toBe('unanswered-question');
    expect(related.location.uri).toBe(editor.uri('neomutt-1'));
    expect(editor.words('neomutt-1', related.location.range)).toBe('Can I exchange the blue cups for green ones?');
    expect(related.message).toContain('They said “Can I exchange');
  });

  it('with the words of the customer that front matter brings along', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': only(['unanswered-question']) });
    const message = 'the cups are lovely 😀. When does my order arrive? Can I exchange the blue cups for green ones?';
    const reply = 'Dear Ms Okafor,\n\nThank you for your message. Your order reaches you on Thursday.\n\nKind regards,\nMaya Lindqvist\n';
    await editor.open('reply.md', `---\ncustomer_message: |\n  Hello,\n\n  ${message}\n---\n\n${reply}`, 'markdown');
    const [finding] = await editor.shown('reply.md');
    const [related] = finding.relatedInformation ?? [];
    expect(finding.code).toBe('unanswered-question');
    expect(editor.words('reply.md', related.location.range)).toBe('Can I exchange the blue cups for green ones?');
    await editor.replace('reply.md', 'customer_message: |', 'customer_message: [1]\nother: |');
    expect(await editor.shown('reply.md')).toMatchObject([{ code: 'bad-front-matter', range: { start: { line: 1 } } }]);
  });

  it('again after each change, by what was changed alone', async () => {
    const editor = await stage.edit();
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length === 1);
    await editor.replace('reply.txt', 'plonkety plonk', '😀😀 fine');
    await editor.replace('reply.txt', 'its way', 'the way');
    expect(await editor.shown('reply.txt')).toEqual([]);
    await editor.replace('reply.txt', 'the way', 'the wibblety wibble way');
    const [finding] = await editor.shown('reply.txt');
    expect(editor.words('reply.txt', finding.range)).toBe('wibblety wibble');
  });

  it('and no longer when the document is closed', async () => {
    const editor = await stage.edit();
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length === 1);
    await editor.close('reply.txt');
    expect(await editor.shown('reply.txt', (shown) => shown.length === 0)).toEqual([]);
  });
});

describe('what is no reply is let be', () => {
  it.each([
    ['data that is no library', 'package-lock.json', 'json', '[{"id": "a", "body": "plonkety plonk"}]'],
    ['a file without a name that tells', '.env', 'plaintext', 'plonkety plonk'],
    ['source code', 'index.ts', 'typescript', '// plonkety plonk'],
    ['an empty document', 'empty.txt', 'plaintext', '  \n'],
    ['what the configuration leaves out', 'old/reply.txt', 'plaintext', BODY],
  ])('%s', async (_, name, languageId, text) => {
    const editor = await stage.edit({ '.replylintrc.yaml': only([], 'ignore: [old/]\n') });
    await editor.open(name, text, languageId);
    expect(await editor.shown(name)).toEqual([]);
  });

  it('pages about the project itself, unless there is a configuration that says what to leave out', async () => {
    const bare = stage.project();
    rmSync(bare.path('.replylintrc.yaml'));
    const editor = await stage.editIn(bare);
    await editor.open('README.md', 'Dear Customer,\n\nWe are sorry!!!\n', 'markdown');
    expect(await editor.shown('README.md')).toEqual([]);
    const other = await stage.edit();
    await other.open('README.md', BODY, 'markdown');
    expect(await other.shown('README.md')).toHaveLength(1);
  });
});

describe('where something cannot be judged', () => {
  it('a library that cannot be read says so at its place, once', async () => {
    const editor = await stage.edit();
    await editor.open('replies.json', '[\n  {"id": "late", "body": "plonkety plonk" "title": "x"}\n]\n', 'json');
    const [problem, ...others] = await editor.shown('replies.json');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'bad-library', severity: 1, range: { start: { line: 1 } } });
    await editor.replace('replies.json', '" "title"', '", "title"');
    expect(await editor.shown('replies.json')).toMatchObject([{ code: 'no-plonk' }]);
  });

  it('a document over a limit says which', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': only([], 'limits: { fileBytes: 1000 }\n') });
    await editor.open('long.txt', BODY.repeat(30));
    expect(await editor.shown('long.txt')).toMatchObject([{ code: 'too-large', message: expect.stringContaining('fileBytes') }]);
  });

  it('what the whole library says of an entry is told in it, with the page that says why', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': only(['duplicate-title']) });
    const entry = (id: string): string => `- id: ${id}\n  title: Late\n  body: Your ${id} kettle is on its way to you.\n`;
    await editor.open('replies.yaml', entry('a') + entry('b'), 'yaml');
    const [told, ...others] = await editor.shown('replies.yaml', (shown) => shown.length > 0);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ code: 'duplicate-title', range: { start: { line: 5 } } });
    expect(told.codeDescription?.href).toMatch(/\/docs\/libraries\.md#duplicate-title$/);
    await editor.replace('replies.yaml', 'title: Late', 'title: Soon');
    expect(await editor.shown('replies.yaml')).toEqual([]);
  });

  it('the gravest of more than a thousand are sent, and how many are not', async () => {
    const editor = await stage.edit();
    const entries = Array.from({ length: 1100 }, (_, i) => `- id: entry-${i}\n  body: Kettle ${i} goes plonkety plonk.\n`);
    await editor.open('replies.yaml', entries.join(''), 'yaml');
    const [note, ...shown] = await editor.shown('replies.yaml', (all) => all.length > 0);
    expect(note).toMatchObject({ code: 'more-findings', severity: 3, message: expect.stringMatching(/^100 more/) });
    expect(shown).toHaveLength(1000);
  });

  it('a suppression that silences nothing is marked as needless', async () => {
    const editor = await stage.edit();
    await editor.open(
      'replies.yaml',
      LIBRARY.yaml.replace('    title', '    replylint-disable: no-wibble -- house style\n    title'),
      'yaml',
    );
    const shown = await editor.shown('replies.yaml');
    expect(shown).toMatchObject([{ code: 'no-plonk' }, { code: 'unused-suppression', severity: 2, tags: [1] }]);
    expect(shown[1].range.start.line).toBe(2);
  });
});

describe('asked instead of told', () => {
  it('answers with an id, and with “unchanged” as long as it is', async () => {
    const editor = await stage.edit({}, { capabilities: ASKS });
    expect(editor.initialized?.capabilities.diagnosticProvider).toMatchObject({ identifier: 'replylint', workspaceDiagnostics: false });
    await editor.open('reply.txt', BODY);
    const first = await editor.pull('reply.txt');
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'no-plonk' }] });
    expect(await editor.pull('reply.txt', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await editor.replace('reply.txt', 'plonkety plonk', 'fine');
    expect(await editor.pull('reply.txt', first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(editor.published.filter(({ uri }) => uri === editor.uri('reply.txt'))).toEqual([]);
  });

  it('an editor that cannot be asked is not offered it', async () => {
    const editor = await stage.edit();
    expect(editor.initialized?.capabilities).toMatchObject({ positionEncoding: 'utf-16', textDocumentSync: { change: 2 } });
    expect(editor.initialized?.capabilities.diagnosticProvider).toBeUndefined();
  });
});

it('the page of the rule is shown where the mouse rests, and nothing elsewhere', async () => {
  const editor = await stage.edit({ '.replylintrc.yaml': only(['generic-greeting']) });
  await editor.open('reply.txt', 'Dear Customer,\n\nYour kettle is here.\n');
  const hover = await editor.hover('reply.txt', { line: 0, character: 6 });
  const { kind, value } = hover!.contents as { kind: string; value: string };
  expect(kind).toBe('markdown');
  expect(value).toMatch(/\[`generic-greeting`\]\(file:/);
  for (const part of ['**Write instead**', '**Why**', '**How often it is right**: precision ']) expect(value).toContain(part);
  expect(editor.words('reply.txt', hover!.range!)).toBe('Customer');
  expect(await editor.hover('reply.txt', { line: 2, character: 3 })).toBeNull();
});
