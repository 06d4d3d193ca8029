import { readFileSync } from 'node:fs';
import type { CodeAction } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { SHOWS, type Editor } from './editor.js';
import { only, Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.clear());

const CONFIG = only(['unprofessional-language', 'generic-greeting']);
const BODY =
  'Dear Ms Okafor,\n\nWe are 😀 sorry!!! Your kettle reaches you on Thursday, and this is true!!!\n\nKind regards,\nMaya Lindqvist\n';

async function titled(editor: Editor, name: string, words: string, title: string): Promise<CodeAction> {
  const actions = await editor.actions(name, editor.rangeOf(name, words));
  const found = actions.find((one) => one.title.startsWith(title));
  if (!found) throw new Error(`no action “${title}” among ${actions.map((one) => one.title).join(' | ')}`);
  return found;
}

/** HTML in lines as mail programs write them. */
function base64(words: string): string {
  const html = `<p>Dear Ms Okafor,</p><p>We are 😀 ${words} Your kettle is here.</p>`;
  return Buffer.from(html).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
}

const MAIL = `From: a@larkfield.example\r\nTo: b@example.com\r\nSubject: =?utf-8?Q?Lid_=F0=9F=98=80?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear Ms Okafor,\r\n\r\nWe are =F0=9F=98=80 sorry!!! Your kettle=\r\n is here.\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64('sorry!!!')}\r\n--x--\r\n`;

describe('a fix is offered where the finding stands, and mends it', () => {
  it.each([
    ['plain text', 'reply.txt', 'plaintext', BODY, BODY.replace('sorry!!!', 'sorry.')],
    ['Markdown', 'reply.md', 'markdown', BODY, BODY.replace('sorry!!!', 'sorry.')],
    [
      'HTML',
      'reply.html',
      'html',
      '<p>We are 😀 <b>sorry!!!</b> Your kettle is here.</p>\r\n',
      '<p>We are 😀 <b>sorry.</b> Your kettle is here.</p>\r\n',
    ],
    [
      'a library in YAML',
      'replies.yaml',
      'yaml',
      '- id: a\n  title: A\n  body: "We are \\U0001F600 sorry!!!\\n\\nYour kettle is here."\n- id: b\n  title: B\n  body: Hello there, good to see you.\n',
      '- id: a\n  title: A\n  body: "We are \\U0001F600 sorry.\\n\\nYour kettle is here."\n- id: b\n  title: B\n  body: Hello there, good to see you.\n',
    ],
    [
      'a library in CSV',
      'replies.csv',
      'csv',
      'id,title,body\na,A,"We are 😀 sorry!!!\n\nYour ""kettle"" is here."\n',
      'id,title,body\na,A,"We are 😀 sorry.\n\nYour ""kettle"" is here."\n',
    ],
  ])('in %s', async (_, name, languageId, text, wanted) => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    await editor.open(name, text, languageId);
    const before = await editor.shown(name, (shown) => shown.length > 0);
    const fix = await titled(editor, name, 'sorry!!!', 'write “.”');
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'unprofessional-language' }] });
    await editor.choose(fix);
    expect(editor.text(name)).toBe(wanted);
    expect(await editor.shown(name)).toHaveLength(before.length - 1);
  });

  it('in both forms of a mail, each in its own encoding, and in no other byte', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    await editor.open('reply.eml', MAIL);
    await editor.shown('reply.eml', (shown) => shown.length > 0);
    const actions = await editor.actions('reply.eml', { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
    await editor.choose(actions.find(({ title }) => title.startsWith('write “.”'))!);
    expect(editor.text('reply.eml')).toBe(MAIL.replace('sorry!!!', 'sorry.').replace(base64('sorry!!!'), base64('sorry.')));
  });

  it('with its edit at once, where the editor does not ask for it later', async () => {
    const { codeAction: _, ...plain } = SHOWS.textDocument!;
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG }, { capabilities: { textDocument: plain } });
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length > 0);
    const fix = await titled(editor, 'reply.txt', 'sorry!!!', 'write “.”');
    expect(fix.edit?.changes?.[editor.uri('reply.txt')]).toEqual([{ range: editor.rangeOf('reply.txt', '!!!'), newText: '.' }]);
  });

  it('what may change the meaning says so, and is not the preferred one', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    await editor.open('reply.txt', 'Dear Ms Okafor,\n\nWE WILL SEND YOU A NEW ONE TODAY.\n');
    await editor.shown('reply.txt', (shown) => shown.length > 0);
    const fix = (await editor.actions('reply.txt', editor.rangeOf('reply.txt', 'WE WILL'))).find(({ title }) =>
      title.includes('may change the meaning'),
    );
    expect(fix).toMatchObject({ kind: 'quickfix' });
    expect(fix?.isPreferred).toBeUndefined();
  });
});

describe('all safe fixes at once', () => {
  it('are a source action, of which nothing is left to do', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length > 0);
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const [all, ...others] = await editor.actions('reply.txt', whole, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(all.kind).toBe('source.fixAll.replylint');
    await editor.choose(all);
    expect(editor.text('reply.txt')).toBe(BODY.replaceAll('!!!', '.'));
    await editor.shown('reply.txt');
    expect(await editor.actions('reply.txt', whole, ['source.fixAll.replylint'])).toEqual([]);
  });

  it('of a library touch the entries that they mend', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    const entry = (id: string, words: string): string =>
      `- id: ${id}\n  title: ${id}\n  body: |\n    Hello {{customer.name}},\n\n    ${words}\n`;
    const text = entry('one', 'We are sorry!!!') + entry('two', 'All is well with it.') + entry('three', 'Your lamp is late!!! It comes.');
    await editor.open('replies.yaml', text, 'yaml');
    await editor.shown('replies.yaml', (shown) => shown.length > 0);
    const [all] = await editor.actions('replies.yaml', editor.rangeOf('replies.yaml', 'id: one'), ['source']);
    await editor.choose(all);
    expect(editor.text('replies.yaml')).toBe(text.replaceAll('!!!', '.'));
  });

  it('are not offered to those who ask for quick fixes', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': CONFIG });
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length > 0);
    const actions = await editor.actions('reply.txt', editor.rangeOf('reply.txt', 'sorry!!!'), ['quickfix']);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.every(({ kind }) => kind === 'quickfix')).toBe(true);
  });
});

describe('a suppression, where the format has a place for it', () => {
  const template = 'Dear {{customer.name}},\n\nIt is a plonkety plonk.\n\nKind regards,\n{{agent.name}}\n';

  it.each([
    [
      'a mail',
      'reply.eml',
      `From: a@larkfield.example\nTo: b@example.com\nSubject: Lid\n\n${template.replace('{{customer.name}}', 'Ms Okafor').replace('{{agent.name}}', 'Maya')}`,
      'X-Replylint-Disable: no-plonk -- say why\n\nDear',
    ],
    [
      'Markdown that is sent',
      'reply.md',
      'Dear Ms Okafor,\n\nIt is a plonkety plonk.\n',
      '---\nreplylint-disable: no-plonk -- say why\n---\n\nDear',
    ],
    [
      'Markdown with front matter',
      'reply.md',
      '---\ntitle: Lid\n---\n\nIt is a plonkety plonk.\n',
      'title: Lid\nreplylint-disable: no-plonk -- say why\n---\n',
    ],
    ['a Markdown template', 'macros/late.md', template, '\n<!-- replylint-disable-next-line no-plonk -- say why -->\n\nIt is a'],
    [
      'an HTML template',
      'macros/late.html',
      '<p>Dear {{customer.name}},</p>\n<p>It is a plonkety plonk.</p>\n',
      '<!-- replylint-disable-next-line no-plonk -- say why -->\n<p>It is a',
    ],
    [
      'a library in YAML',
      'replies.yaml',
      '- id: a\n  title: A\n  body: It is a plonkety plonk.\n- id: b\n  title: B\n  body: It is another plonkety plonk.\n',
      '# replylint-disable-next-line no-plonk -- say why\n- id: a',
    ],
    [
      'a library in JSON',
      'replies.json',
      '[\n  {\n    "id": "a",\n    "body": "It is a plonkety plonk."\n  }\n]\n',
      '  {\n    "replylint-disable": "no-plonk -- say why",\n    "id": "a"',
    ],
  ])('%s', async (_, name, text, wanted) => {
    const editor = await stage.edit({ '.replylintrc.yaml': only([], "  - files: 'macros/**'\n    as: template\n") });
    await editor.open(name, text, name.endsWith('.md') ? 'markdown' : 'plaintext');
    const before = await editor.shown(name, (shown) => shown.length > 0);
    await editor.choose(await titled(editor, name, 'plonkety plonk', 'Suppress no-plonk'));
    expect(editor.text(name)).toContain(wanted);
    expect(await editor.shown(name)).toHaveLength(before.length - 1);
  });

  it.each([
    ['plain text that is sent', 'reply.txt', 'It is a plonkety plonk.\n'],
    ['a table', 'replies.csv', 'id,title,body\na,A,It is a plonkety plonk.\n'],
  ])('is not offered in %s', async (_, name, text) => {
    const editor = await stage.edit();
    await editor.open(name, text);
    await editor.shown(name, (shown) => shown.length > 0);
    const titles = (await editor.actions(name, editor.rangeOf(name, 'plonkety'))).map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('Suppress'))).toBe(false);
  });
});

describe('what is written into the configuration', () => {
  it.each([
    ['a phrase that is allowed', 'Allow “plonkety plonk”', 'phrase: plonkety plonk'],
    ['a rule that is off', 'Turn no-plonk off', 'no-plonk: off'],
  ])('%s holds at once, for all that is open', async (_, title, written) => {
    const editor = await stage.edit();
    await editor.open('reply.txt', 'It is a plonkety plonk.\n');
    await editor.open('other.txt', 'This is a plonkety plonk.\n');
    await editor.shown('other.txt', (shown) => shown.length === 1);
    await editor.run(await titled(editor, 'reply.txt', 'plonkety plonk', title));
    expect(await editor.shown('reply.txt', (shown) => shown.length === 0)).toEqual([]);
    expect(await editor.shown('other.txt', (shown) => shown.length === 0)).toEqual([]);
    expect(readFileSync(editor.project.path('.replylintrc.yaml'), 'utf8')).toContain(written);
  });

  it('says why it cannot be written', async () => {
    const editor = await stage.edit({
      '.replylintrc.yaml': 'rules: &all { no-plonk: error }\nrulePaths: [rules]\noverrides: [{ files: x, rules: *all }]\n',
    });
    await editor.open('reply.txt', 'It is a plonkety plonk.\n');
    await editor.shown('reply.txt', (shown) => shown.length > 0);
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'replylint.turnRuleOff', arguments: [{ uri: 1 }] });
    expect(editor.messages.join('\n')).toContain('needs the texts "uri" and "rule"');
  });
});
