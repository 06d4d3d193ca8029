import { describe, expect, test } from 'vitest';
import { readLibrary, type LibraryOptions } from '../../../src/parse/library/index.js';

/** What an entry says of itself, and its texts with their formats. */
async function read(name: string, content: string | object, options: LibraryOptions = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const library = await readLibrary({ name, format: 'text', content: text }, options);
  if ('code' in library) return library;
  return {
    kind: library.kind,
    entries: library.entries.map(({ entry, texts }) => ({
      ...entry,
      texts: texts.map(({ value, format, variant, pointer }) => [format, value.read().text, pointer, ...(variant ? [variant] : [])]),
    })),
  };
}

describe('exports of help desks', () => {
  test('Zendesk macros: text and HTML among the actions, alone or behind a channel', async () => {
    const macros = [
      {
        id: 300,
        title: 'Billing::Refund issued',
        active: false,
        actions: [
          { field: 'comment_value', value: ['channel:all', "I've refunded you."] },
          { field: 'current_tags', value: 'refund billing' },
          { field: 'status', value: 'solved' },
        ],
      },
      { id: 301, title: 'Only tags', active: true, actions: [{ field: 'set_tags', value: 'x' }] },
      {
        id: 302,
        title: 'Note',
        actions: [
          { field: 'comment_value_html', value: '<p>Look at this.</p>' },
          { field: 'comment_mode_is_public', value: 'false' },
          { field: 'subject', value: 'Your order' },
        ],
      },
    ];
    expect(await read('export.json', { macros, count: 3 })).toEqual({
      kind: 'zendesk',
      entries: [
        {
          id: '300',
          title: 'Billing::Refund issued',
          folder: 'Billing',
          tags: ['refund', 'billing'],
          active: false,
          dialect: 'zendesk',
          texts: [['text', "I've refunded you.", '/macros/0/actions/0/value/1']],
        },
        {
          id: '302',
          title: 'Note',
          visibility: 'note',
          subject: 'Your order',
          dialect: 'zendesk',
          texts: [['html', '<p>Look at this.</p>', '/macros/2/actions/0/value']],
        },
      ],
    });
  });

  test('several pages of an export, a line each', async () => {
    const page = (id: number): string =>
      JSON.stringify({ macros: [{ id, title: 'T', actions: [{ field: 'comment_value', value: `text ${id}` }] }] });
    expect(await read('macros.ndjson', `${page(1)}\n${page(2)}\n`)).toMatchObject({ entries: [{ id: '1' }, { id: '2' }] });
  });

  test('Freshdesk canned responses', async () => {
    const response = { id: 7, title: 'Leave', folder_id: 5, content: 'Hi Ada,\n\nDone.', content_html: '<div>Hi Ada,<br><br>Done.</div>' };
    expect(await read('x.json', [response])).toEqual({
      kind: 'freshdesk',
      entries: [
        {
          id: '7',
          title: 'Leave',
          dialect: 'freshdesk',
          texts: [
            ['html', '<div>Hi Ada,<br><br>Done.</div>', '/0/content_html', 'html'],
            ['text', 'Hi Ada,\n\nDone.', '/0/content', 'text'],
          ],
        },
      ],
    });
    expect(await read('one.json', response)).toMatchObject({ kind: 'freshdesk', entries: [{ id: '7' }] });
  });

  test('Help Scout saved replies: one text for mail, one for chat', async () => {
    expect(await read('x.json', { id: 4, name: 'Hours', text: 'We open at 9.<br />', chatText: 'We open at 9.' })).toMatchObject({
      kind: 'helpscout',
      entries: [
        {
          id: '4',
          title: 'Hours',
          dialect: 'helpscout',
          texts: [
            ['html', 'We open at 9.<br />', '/text', 'html'],
            ['text', 'We open at 9.', '/chatText', 'text'],
          ],
        },
      ],
    });
  });

  test('Intercom macros', async () => {
    const data = [
      { type: 'macro', id: '12', name: 'Hello', body: '<p>Hi</p>', body_text: 'Hi', visible_to: 'everyone', available_on: ['inbox'] },
    ];
    expect(await read('x.json', { type: 'list', data })).toMatchObject({
      kind: 'intercom',
      entries: [{ id: '12', title: 'Hello', dialect: 'intercom' }],
    });
  });

  test('Front message templates', async () => {
    const template = { id: 'rsp_42', name: 'Moved', subject: 'We moved', body: '<p>Hi <span style="color:blue;">there</span></p>' };
    expect(await read('x.json', { _results: [template] })).toMatchObject({
      kind: 'front',
      entries: [{ id: 'rsp_42', subject: 'We moved', texts: [['html', template.body, '/_results/0/body']] }],
    });
  });

  test('Gorgias macros', async () => {
    const actions = [
      { name: 'setResponseText', type: 'user', title: 'Add response', arguments: { body_html: '<div>Sorry.</div>', body_text: 'Sorry.' } },
      { name: 'addTags', arguments: { tags: 'damaged, vip' } },
    ];
    expect(
      await read('x.json', { data: [{ id: 9, name: 'Broken', intent: 'order/damaged', language: 'en', usage: 31, actions }] }),
    ).toEqual({
      kind: 'gorgias',
      entries: [
        {
          id: '9',
          title: 'Broken',
          intent: 'order/damaged',
          lang: 'en',
          usage: 31,
          tags: ['damaged', 'vip'],
          dialect: 'gorgias',
          texts: [
            ['html', '<div>Sorry.</div>', '/data/0/actions/0/arguments/body_html', 'html'],
            ['text', 'Sorry.', '/data/0/actions/0/arguments/body_text', 'text'],
          ],
        },
      ],
    });
  });

  test('Zammad text modules, in CSV with semicolons and short rows', async () => {
    const csv = 'name;keywords;content;note;active;\nHello;hi;"Dear #{ticket.customer.lastname},\nthank you";-;true\nBye;bye;Regards<br>\n';
    expect(await read('text_module-example.csv', csv)).toMatchObject({
      kind: 'zammad',
      entries: [
        { id: 'Hello', tags: ['hi'], active: true, texts: [['html', 'Dear #{ticket.customer.lastname},\nthank you', '/0/content']] },
        { id: 'Bye', texts: [['html', 'Regards<br>', '/1/content']] },
      ],
    });
  });

  test('osTicket premade.yaml', async () => {
    const yaml = '- isenabled: 1\n  title: Sample\n  response: |\n    Hi %{ticket.name.first},\n    <br>\n    Hello.\n  notes: |\n';
    expect(await read('premade.yaml', yaml)).toMatchObject({
      kind: 'osticket',
      entries: [{ id: 'Sample', active: true, texts: [['html', 'Hi %{ticket.name.first},\n<br>\nHello.\n', '/0/response']] }],
    });
  });

  test.each([
    ['chatwoot', [{ id: 1, short_code: 'hi', content: 'Hi **there**', account_id: 2 }], { id: 'hi' }],
    ['freescout', [{ id: 1, mailbox_id: 2, name: 'Hi', text: '<p>Hi {%customer.firstName%}</p>' }], { id: '1', title: 'Hi' }],
    ['discourse', [{ id: 'ab12', title: 'Hi', content: 'Hi %{reply_to_username}', usages: 4 }], { id: 'ab12', usage: 4 }],
    [
      'github',
      { data: { viewer: { savedReplies: { nodes: [{ id: 'x', title: 'Dup', body: 'Thank you.' }] } } } },
      { id: 'x', title: 'Dup' },
    ],
    ['gitlab', { data: { currentUser: { savedReplies: { nodes: [{ id: 'y', name: 'Dup', content: 'Thank you.' }] } } } }, { id: 'y' }],
  ])('%s', async (kind, content, entry) => {
    expect(await read('export.json', content)).toMatchObject({ kind, entries: [entry] });
  });

  test('espanso: variables of the match and of the file; words that are only corrected are no replies', async () => {
    const yaml =
      'global_vars:\n  - {name: agent, type: echo}\nmatches:\n  - trigger: ":hi"\n    label: Greeting\n    replace: "Hi {{name}},\\n\\nThanks for getting in touch.$|$"\n    vars: [{name: name, type: echo, params: {echo: there}}]\n  - trigger: teh\n    replace: the\n';
    expect(await read('base.yml', yaml)).toMatchObject({ kind: 'espanso', entries: [{ id: 'Greeting', declares: ['agent', 'name'] }] });
  });

  test('TextExpander: with a header or without', async () => {
    expect(await read('snippets.csv', '\ufeffabbreviation,content,label\n;hi,"Hi %filltext:name=Name%,",Greeting\n')).toMatchObject({
      kind: 'textexpander',
      entries: [{ id: ';hi', title: 'Greeting' }],
    });
    expect(await read('snippets.csv', ';hi,"Hi there,",Greeting\n', { kind: 'textexpander' })).toMatchObject({ entries: [{ id: ';hi' }] });
  });
});

describe('XML', () => {
  test('Quicktext templates', async () => {
    const text = (name: string, type: string, body: string): string =>
      `<text shortcut="1" type="${type}"><name><![CDATA[${name}]]></name><keyword><![CDATA[hi]]></keyword><subject><![CDATA[Re: your order]]></subject><body><![CDATA[${body}]]></body></text>`;
    const xml = `<?xml version="1.0"?>
<quicktext version="2">
  <filetype>templates</filetype>
  <menu><title><![CDATA[Replies]]></title><texts>${text('Greeting', '0', 'Dear [[TO=firstname]],')}${text('Rich', '1', '<p>Hi</p>')}</texts></menu>
  <menu><title>Other</title><texts>${text('Alone', '0', 'Bye')}</texts></menu>
</quicktext>`;
    expect(await read('templates.xml', xml)).toMatchObject({
      kind: 'quicktext',
      entries: [
        {
          id: 'Greeting',
          folder: 'Replies',
          subject: 'Re: your order',
          tags: ['hi'],
          texts: [['text', 'Dear [[TO=firstname]],', '/0/body']],
        },
        { id: 'Rich', texts: [['html', '<p>Hi</p>', '/1/body']] },
        { id: 'Alone', folder: 'Other' },
      ],
    });
  });
});

describe('our own format', () => {
  test('the same entry as YAML, JSON and CSV', async () => {
    const entry = {
      id: 'late',
      title: 'Late',
      scenario: 'complaint',
      lang: 'en',
      subject: 'Sorry',
      tags: ['a', 'b'],
      usage: 3,
      body: 'Hi there,',
    };
    const expected = { kind: 'replies', entries: [{ ...entry, body: undefined, texts: [['markdown', 'Hi there,', '/0/body']] }] };
    expect(await read('replies.json', [entry])).toEqual(expected);
    expect(
      await read(
        'replies.yaml',
        '- id: late\n  title: Late\n  scenario: complaint\n  lang: en\n  subject: Sorry\n  tags: [a, b]\n  usage: 3\n  body: "Hi there,"\n',
      ),
    ).toEqual(expected);
    expect(
      await read('replies.csv', 'id,title,scenario,lang,subject,tags,usage,body\nlate,Late,complaint,en,Sorry,"a, b",3,"Hi there,"\n'),
    ).toEqual(expected);
  });

  test('ids are made unique', async () => {
    expect(
      await read('replies.yaml', '- {id: a, body: x}\n- {id: a, body: y}\n- {title: T, body: z}\n- {scenario: s, body: w}\n'),
    ).toMatchObject({
      entries: [{ id: 'a' }, { id: 'a~2' }, { id: 'T' }, { id: 'entry-4' }],
    });
  });
});

describe('any other file', () => {
  test('library.map says where things are', async () => {
    const csv = 'Key,Macro name,Response,Labels\nr1,Refund,"Hi,\nit is done.","a,b"\n';
    expect(await read('out.csv', csv, { map: { id: 'Key', title: 'Macro name', body: 'Response', tags: 'Labels' } })).toEqual({
      kind: 'mapped',
      entries: [{ id: 'r1', title: 'Refund', tags: ['a', 'b'], texts: [['markdown', 'Hi,\nit is done.', '/0/Response']] }],
    });
    const json = { out: { list: [{ meta: { key: 'k' }, content: { html: '<p>Hi</p>' } }] } };
    expect(await read('out.json', json, { map: { entries: 'out.list', id: 'meta.key', body: 'content.html' } })).toEqual({
      kind: 'mapped',
      entries: [{ id: 'k', texts: [['html', '<p>Hi</p>', '/out/list/0/content/html']] }],
    });
  });

  test('a file that is no library says what was tried', async () => {
    const problem = await read('package.json', { name: 'x', version: '1' });
    expect(problem).toMatchObject({ code: 'unknown-library', file: 'package.json' });
    expect('message' in problem && problem.message).toMatch(/Zendesk macros .*Freshdesk.*library\.map/);
    expect(await read('x.json', { a: 1 }, { kind: 'zendsk' })).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('zendesk') as string,
    });
  });

  test.each(['[]', '{"macros": [], "count": 0}'])('an export of no entries says so: %s', async (text) => {
    expect(await read('x.json', text)).toMatchObject({ code: 'empty' });
  });

  test.each([
    ['x.json', '{"macros": [\n  {"id": 1,}]}', 2, 12],
    ['x.json', '[{"id": 1, "body": "a\nb"}]', 1, 22],
    ['x.yaml', '- id: a\n  body: "never closed\n', 2, 9],
    ['x.yaml', '- id: a\n  body: *nothing\n', 2, 9],
    ['x.csv', 'id,body\n1,"never closed\n', 2, 3],
  ])('%s that is not well formed: %j', async (name, text, line, column) => {
    expect(await read(name, text)).toMatchObject({ code: 'bad-library', line, column });
  });
});

describe('hostile files', () => {
  const laughs = `a: &a [x, x]\n${'bcdefghij'
    .split('')
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(',')}]\n`)
    .join('')}`;
  test.each([
    ['deep.json', '['.repeat(200_000)],
    ['deep.json', '{"a":'.repeat(200_000)],
    ['deep.yaml', '['.repeat(100_000)],
    ['deep.yaml', '- '.repeat(100_000)],
    ['deep.yaml', `${'? '.repeat(50_000)}`],
    ['laughs.yaml', laughs],
    ['laughs.yaml', `${laughs}${`k: *j\n`.repeat(200)}`],
    ['tags.yaml', '! '.repeat(100_000)],
    ['proto.json', '{"__proto__": {"polluted": true}, "constructor": 1}'],
    ['proto.yaml', '__proto__: {polluted: true}\n'],
    ['nothing.csv', ',,,\n'.repeat(100_000)],
  ])('%s is answered in one line', async (name, text) => {
    const answer = await read(name, text);
    expect(answer).toMatchObject({ code: expect.stringMatching(/^(?:(?:bad|unknown)-library|empty)$/) as string });
    expect('message' in answer && answer.message).not.toContain('\n');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
