import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/catalogue/index.js';
import { fixBytes, type FixOutcome } from '../../src/workspace/fix.js';
import { createWorkspace } from '../../src/workspace/workspace.js';

const OTHERS = builtInRules()
  .map(({ id }) => `  ${id}: off\n`)
  .join('');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-fix-library-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Fixes a library in which a rule of the team's writes other words for plonk. */
async function fix(
  name: string,
  content: string | Buffer,
  by: string,
  format: 'library' | 'text' = 'library',
): Promise<FixOutcome & { text: string }> {
  writeFileSync(
    join(folder, 'rule.yml'),
    `id: no-plonk\nmessage: x\nany-language: true\nphrases: [plonk]\nreplace: { plonk: ${JSON.stringify(by)} }\n`,
  );
  writeFileSync(join(folder, 'config.yaml'), `rulePaths: [rule.yml]\nrules:\n${OTHERS}`);
  const workspace = await createWorkspace({ cwd: folder, config: 'config.yaml', now: '2026-11-22T09:00:00Z', flags: { as: 'template' } });
  expect(workspace.problems).toEqual([]);
  const source = { file: name, path: join(folder, name), format, bytes: Buffer.from(content) };
  const outcome = await fixBytes(source, { unsafe: true, rules: new Set(['no-plonk']) }, {}, workspace);
  if ('code' in outcome) throw new Error(outcome.message);
  return { ...outcome, text: Buffer.from(outcome.last.bytes).toString() };
}

const PROSE = 'We have looked at your kettle';
const yaml = (body: string): string =>
  `# our replies\n- id: one   # keep\n  title: "A plonk"\n  body: ${body}\n- {id: two, body: 'Nothing   here.'}\n`;

describe('fixing a library', () => {
  it.each([
    ['a bare YAML text', yaml(`${PROSE}, a plonk now.`)],
    ['a bare one over two lines', yaml(`${PROSE},\n    a plonk now.`)],
    ['single quotation marks', yaml(`'${PROSE}, it''s a plonk now.'`)],
    ['double quotation marks', yaml(`"${PROSE}, \\"a\\" caf\\u00e9 plonk\\nnow."`)],
    ['a literal block', yaml(`|-\n    ${PROSE}.\n\n    It is a plonk now: # no comment\n      and more.`)],
    ['a folded block', yaml(`>2 # folded\n    ${PROSE}\n    and it is a plonk\n    now.\n`)],
  ])('in YAML, %s keeps its style', async (_, content) => {
    for (const file of [content, content.replaceAll('\n', '\r\n')]) {
      const { text, offered, applied } = await fix('replies.yaml', file, 'good thing');
      expect(offered).toEqual([]);
      expect(applied).toHaveLength(1);
      expect(text).toBe(file.replace(/(?<!A )plonk/, 'good thing'));
    }
  });

  it('new words are escaped as the style wants them', async () => {
    const write = async (name: string, content: string, by: string): Promise<string> => (await fix(name, content, by)).text;
    const json = (body: string): string => `[ { "id" : 1, "title":"x",\t"body":"${body}" } ]`;
    expect(await write('replies.json', json(`${PROSE}, a plonk.`), 'a "b" \\ c')).toBe(json(`${PROSE}, a a \\"b\\" \\\\ c.`));
    expect(await write('replies.json', json(`${PROSE}, a plonk.`), 'é😀')).toBe(json(`${PROSE}, a é😀.`));
    expect(await write('replies.json', json(`${PROSE} caf\\u00e9, a plonk.`), 'é😀')).toBe(
      json(`${PROSE} caf\\u00e9, a \\u00e9\\ud83d\\ude00.`),
    );
    expect(await write('replies.json', json(`${PROSE}, a ß plonk.`), 'é')).toBe(json(`${PROSE}, a ß é.`));
    expect(await write('replies.yaml', yaml(`'${PROSE}, a plonk.'`), "it's")).toBe(yaml(`'${PROSE}, a it''s.'`));
    expect(await write('replies.csv', `id,title,body\n1,x,"${PROSE}, a plonk"\n`, 'a "b", c')).toBe(
      `id,title,body\n1,x,"${PROSE}, a a ""b"", c"\n`,
    );
    expect(await write('replies.csv', `id;title;body\n1;x;${PROSE} a plonk\n`, 'b, c')).toBe(`id;title;body\n1;x;${PROSE} a plonk\n`);
    expect(await write('replies.json', json(`<p>${PROSE}, a plonk.</p>`), 'b < c')).toBe(json(`<p>${PROSE}, a b &lt; c.</p>`));
  });

  it('in XML, references and CDATA are kept', async () => {
    const xml = (body: string): string =>
      `<?xml version="1.0"?>\n<quicktext version="6"><menu><title>plonk</title><texts><text shortcut="" type="0"><name>a</name><body>${body}</body></text></texts></menu></quicktext>\n`;
    for (const [body, wanted] of [
      [`${PROSE} &amp; a plonk &lt; b`, `${PROSE} &amp; a x &#38; y &lt; b`],
      [`<![CDATA[${PROSE} & a plonk]]>`, `<![CDATA[${PROSE} & a x & y]]>`],
    ] as const)
      expect((await fix('templates.xml', xml(body), 'x & y')).text).toBe(xml(wanted));
  });

  it('words that would end the text, or change another entry, are only offered', async () => {
    for (const [content, by] of [
      [yaml(`${PROSE}, a plonk`), 'b: c'],
      [yaml(`'${PROSE}, a plonk'`), 'b\nc'],
      [`- &a {id: x, body: '${PROSE}, a plonk.'}\n- <<: *a\n  id: y\n`, 'ok'],
    ] as const) {
      const { text, offered } = await fix('replies.yaml', content, by);
      expect(text).toBe(content);
      expect(offered.length).toBeGreaterThan(0);
    }
  });

  it('an entry in two forms is changed in both, or in neither', async () => {
    const entry = (html: string, text: string): string => JSON.stringify([{ id: 'a', title: 'x', html, text }]);
    const both = entry(`<p>${PROSE}, a <b>plonk</b> now.</p>`, `${PROSE}, a plonk\nnow.`);
    expect((await fix('replies.json', both, 'ok')).text).toBe(both.replaceAll('plonk', 'ok'));
    const other = entry(`<p>${PROSE}, a plonk now.</p>`, 'Something else is said here.');
    expect((await fix('replies.json', other, 'ok')).text).toBe(other);
  });

  it('a template with front matter, which stays', async () => {
    const template = `---\ntitle: A plonk\n---\n${PROSE}, a plonk.\n`;
    expect((await fix('template.txt', template, 'ok', 'text')).text).toBe(template.replace('a plonk.', 'a ok.'));
  });

  it('leaves every byte outside the words, whatever stands around them', async () => {
    const word = fc.constantFrom('we ', 'café ', '"hi" ', "it's ", '\\', ', ', '{{ticket.id}} ', '😀 ', 'x: y ', ';', '\n');
    const body = fc.array(
      fc.array(word, { maxLength: 8 }).map((parts) => parts.join('')),
      { minLength: 2, maxLength: 3 },
    );
    const writers: readonly (readonly [string, (bodies: string[]) => string])[] = [
      [
        'replies.json',
        (bodies) =>
          JSON.stringify(
            bodies.map((text, id) => ({ id, title: 'a plonk, é', body: text })),
            null,
            3,
          ),
      ],
      [
        'replies.csv',
        (bodies) => `id,title,body\r\n${bodies.map((text, id) => `${id},plonk,"${text.replaceAll('"', '""')}"\r\n`).join('')}`,
      ],
      ['replies.yaml', (bodies) => bodies.map((text, id) => `- id: ${id}\n  body: ${JSON.stringify(text)}  # plonk\n`).join('')],
      [
        'replies.yml',
        (bodies) => bodies.map((text, id) => `- id: ${id}\n  body: |2-\n${`    ${text}`.replaceAll('\n', '\n    ')}\n`).join(''),
      ],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...writers),
        fc.constantFrom('ok', 'much longer', 'é'),
        async (bodies, [name, write], by) => {
          const say = (words: string): string[] => bodies.map((pieces) => `Hello ${pieces.join(`, a ${words} `)}End.`);
          const { text, offered } = await fix(name, write(say('plonk')), by);
          expect(offered).toEqual([]);
          expect(text).toBe(write(say(by)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
