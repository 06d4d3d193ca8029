import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { linesOf } from '../../src/files/lines.js';
import { badLineOf, readRecord } from '../../src/cli/batch/record.js';
import { decodeDraft } from '../../src/files/read.js';
import { builtInRules, createLinter, isProblem, type DraftReport, type Format, type Problem } from '../../src/index.js';
import { readLibrary } from '../../src/parse/library/index.js';
import { answerOf, refusalOf } from '../../src/report/answer.js';
import { problemLine } from '../../src/report/problem-line.js';
import { loadRule } from '../../src/rule/load.js';
import { masked } from '../../src/text/secrets.js';
import { load, removeProjects } from '../config/project.js';
import { plainly } from '../text/plainly.js';
import { attacks } from './index.js';
import { Chance, mutate } from './mutate.js';

/**
 * Mutants of each kind of input. REPLYLINT_FUZZ says how many times as many; REPLYLINT_FUZZ_SEED where chance begins; REPLYLINT_MAILS names a folder of mail
 * to begin from. A mutant that fails is told in base64, and becomes a file of test/attacks/found.
 */
const TIMES = Number(process.env['REPLYLINT_FUZZ'] ?? 1);
const SEED = Number(process.env['REPLYLINT_FUZZ_SEED'] ?? 42);
const LONGEST = 20_000;

const linter = createLinter(builtInRules(), { now: '2026-11-22T09:00:00Z' });
const root = new URL('../../', import.meta.url);
const file = (name: string): Uint8Array => readFileSync(new URL(name, root));
const made = (target: keyof typeof attacks): Uint8Array[] => attacks[target].map(({ make }) => Buffer.from(make(2000)).subarray(0, 4000));

function mails(): Uint8Array[] {
  const folder = process.env['REPLYLINT_MAILS'];
  if (folder === undefined || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => readFileSync(join(entry.parentPath, entry.name)).subarray(0, LONGEST));
}

const words = builtInRules().flatMap(({ examples: { bad, good } }) => [...bad, ...good]);
const MIME =
  'Content-Type: |multipart/alternative; boundary=b|text/html|message/rfc822|\r\n--b\r\n|--b--|Content-Transfer-Encoding: base64\r\n|quoted-printable|=?utf-8?B?|?=|charset=|utf-7|iso-2022-jp|format=flowed|name*0*=|filename="|=\r\n|=3D|From |Received: |inline|attachment'.split(
    '|',
  );
const MARKDOWN = [
  '**',
  '_',
  '`',
  '```\n',
  '> ',
  '- ',
  '1. ',
  '[a](',
  '](b)',
  '![',
  '<b>',
  '<!-- ',
  '-->',
  '\n---\n',
  '\n===\n',
  '|a|b|\n|-|-|\n',
  '[^a]',
  '~~',
  '&amp;',
  '&#x',
  '\n\n',
  '    ',
  '<div>\n',
  'https://a.example',
];
const HTML = [
  '<p>',
  '</p>',
  '<table><tr><td>',
  '<b>',
  '</b>',
  '<a href="',
  '">',
  '<style>p{',
  '<!--',
  '-->',
  '<script>',
  '<svg>',
  '<template>',
  '<![CDATA[',
  '&nbsp;',
  '&#0;',
  '<br>',
  '<pre>',
  '<img src=x alt=',
  'style="display:none"',
  '<blockquote>',
  '<plaintext>',
  '<font size=7>',
];
const YAML = [
  ': ',
  '- ',
  '&a ',
  '*a',
  '!!binary ',
  '|\n',
  '>\n',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '---\n',
  '? ',
  '<<: ',
  '__proto__: ',
  '%YAML 1.2\n',
  '\n  ',
  '\t',
];
const JSON_TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\u0000',
  '\\ud800',
  '1e999',
  'null',
  '"draft":',
  '"__proto__":',
  '"id":1,',
  '\n',
  'true',
];

const formats: readonly (readonly [Format, readonly Uint8Array[], readonly string[], runs: number])[] = [
  ['text', [file('bench/drafts/reply.txt'), file('bench/drafts/flawed.txt'), ...words.map((text) => Buffer.from(text))], words, 300],
  ['markdown', [file('bench/drafts/reply.md'), file('bench/drafts/plain.md'), ...made('markdown')], MARKDOWN, 150],
  ['html', [file('bench/drafts/reply.html'), ...made('html')], HTML, 400],
  ['eml', [file('bench/drafts/reply.eml'), file('bench/drafts/html.eml'), ...made('mail'), ...mails()], MIME, 500],
];

/** Runs a check over mutants; says which of them it failed for. */
async function fuzz(
  seeds: readonly Uint8Array[],
  tokens: readonly string[],
  runs: number,
  check: (mutant: Uint8Array) => Promise<void>,
): Promise<void> {
  const chance = new Chance(SEED);
  for (let run = 0; run < runs * TIMES; run += 1) {
    const mutant = mutate(chance.of(seeds), seeds, tokens, chance).subarray(0, LONGEST);
    try {
      await check(mutant);
    } catch (error) {
      throw new Error(`run ${run} of seed ${SEED}, mutant ${Buffer.from(mutant).toString('base64')}`, { cause: error });
    }
  }
}

function expectClear(problems: readonly Problem[]): void {
  for (const { code, message } of problems) {
    expect(code).not.toMatch(/crash|bug|unfinished/);
    // A line break in a name of theirs is written out where the message is shown.
    expect(problemLine({ code, message })).not.toMatch(/\n|RangeError|call stack|undefined/);
  }
}

async function judge(format: Format, bytes: Uint8Array): Promise<DraftReport | Problem> {
  const read = decodeDraft('mutant', bytes, format);
  return 'code' in read ? read : linter.lint({ draft: read.content, toBytes: read.toBytes, format, name: 'mutant', kind: 'complaint' });
}

function expectSound(outcome: DraftReport | Problem, bytes: Uint8Array, format: Format): void {
  if (isProblem(outcome)) return expectClear([outcome]);
  expectClear(outcome.problems);
  for (const { span, source, quote, place } of outcome.findings) {
    if (span) expect(masked(outcome.text.slice(span.start, span.end))).toBe(quote);
    expect(place.line).toBeGreaterThan(0);
    expect(place.column).toBeGreaterThan(0);
    if (place.bytes) expect(place.bytes[1]).toBeLessThanOrEqual(bytes.length);
    if (source && format === 'text') {
      const text = new TextDecoder('utf-8').decode(bytes).replace(/\r(?!\n)/g, '\n');
      expect(plainly(masked(text.slice(source.start, source.end)))).toBe(plainly(quote ?? ''));
    }
  }
}

const ended = (outcome: DraftReport | Problem): string => (isProblem(outcome) ? 'refused' : 'judged');

describe('mutants are judged or refused, each time alike', () => {
  it.each(formats)('%s', async (format, seeds, tokens, runs) => {
    await fuzz(seeds, tokens, runs, async (mutant) => {
      const outcome = await judge(format, mutant);
      expectSound(outcome, mutant, format);
      expect(await judge(format, mutant)).toEqual(outcome);
    });
  });

  it('a mail ends alike with either line end', async () => {
    const [, seeds, tokens] = formats[3];
    await fuzz(seeds, tokens, 200, async (mutant) => {
      const lines = Buffer.from(mutant).toString('latin1').replaceAll('\r', '');
      const lf = await judge('eml', Buffer.from(lines, 'latin1'));
      expect(ended(await judge('eml', Buffer.from(lines.replaceAll('\n', '\r\n'), 'latin1')))).toBe(ended(lf));
    });
  });
});

describe('mutants of what is no draft', () => {
  afterAll(removeProjects);

  it('configuration', async () => {
    const yaml =
      'extends: formal\nrules:\n  canned-phrase: [error, {a: 1}]\nholidays: [2026-12-25]\nscore: {pass: 85}\noverrides:\n  - files: "a/**"\n    as: template\n';
    await fuzz([Buffer.from(yaml), ...made('yaml')], YAML, 150, async (mutant) =>
      expectClear((await load({ '.replylintrc.yaml': Buffer.from(mutant) })).problems),
    );
    const json = '{"rules": {"canned-phrase": "off"}, "score": {"pass": 85}, "limits": {"depth": 9}}';
    await fuzz([Buffer.from(json), ...made('json')], JSON_TOKENS, 100, async (mutant) =>
      expectClear((await load({ '.replylintrc.json': Buffer.from(mutant) })).problems),
    );
  });

  it('rules of one’s own', async () => {
    const rule =
      'id: own\nmessage: No.\nphrases:\n  - touch base\n  - (circle|loop) back (to you)?\n  - within @number ... days\n  - <reach> out\nexamples:\n  bad: [We touch base.]\n';
    await fuzz(
      [Buffer.from(rule), ...made('yaml')],
      [...YAML, '(', ')', '|', '?', '...', '#', '<be>', '@numbers', '^', '$'],
      300,
      async (mutant) => {
        const outcome = await loadRule(Buffer.from(mutant).toString(), 'own.yml');
        if ('id' in outcome)
          createLinter([outcome]).lintText({ draft: 'We will circle back to you within two days, touch base and reach out.' });
        else expectClear(outcome);
      },
    );
  });

  it('libraries', async () => {
    const list = {
      macros: [{ id: 1, title: 'Refund', actions: [{ field: 'comment_value', value: 'Dear {{ticket.requester.name}}, we refunded it.' }] }],
    };
    const seeds = [
      JSON.stringify(list),
      'replies:\n  - id: a\n    text: |\n      Dear {{name}},\n      thanks.\n',
      'id,title,text\n1,a,"Dear Tom, ""thanks""."\n2,b,c\n',
    ].map((text): Uint8Array => Buffer.from(text));
    await fuzz(seeds, [...YAML, ...JSON_TOKENS, ';', '""', '\t'], 400, async (mutant) => {
      const text = Buffer.from(mutant).toString();
      for (const name of ['a.yaml', 'a.json', 'a.csv']) {
        const held = await readLibrary({ name, format: 'text', content: text });
        if ('code' in held) expectClear([held]);
        else for (const { texts } of held.entries) for (const { value } of texts) expect(typeof value.read().text).toBe('string');
      }
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('batch answers each line that is not blank, once and in order', async () => {
    const seed = Array.from({ length: 6 }, (_, id) =>
      JSON.stringify({ id, draft: `Dear Tom, ${words[id]}`, kind: 'complaint', customer: 'Where is it?' }),
    ).join('\n');
    await fuzz([Buffer.from(seed), ...made('json')], JSON_TOKENS, 200, async (mutant) => {
      const lines = Buffer.from(mutant).toString('latin1').replace(/\n$/, '').split('\n');
      const answers: unknown[] = [];
      for await (const some of linesOf(Readable.from([Buffer.from(mutant)]), 1_000_000))
        for (const line of some) {
          const record = readRecord(line, 1_000_000);
          if (!record) continue;
          if ('code' in record) answers.push(badLineOf(record));
          else {
            const outcome = await linter.lint({ ...record.context, draft: record.draft, format: record.format, name: String(record.id) });
            answers.push(isProblem(outcome) ? refusalOf(record.id, outcome) : answerOf(record.id, outcome));
          }
        }
      const asked = lines.filter((line) => Buffer.from(line, 'latin1').toString('utf8').replace('\ufeff', '').trim() !== '').length;
      expect(answers).toHaveLength(asked);
      expect(JSON.stringify(answers)).not.toMatch(/crash|RangeError|call stack/);
    });
  });
});

/** What fuzzing has found, kept so that it stays found. */
const found = new URL('test/attacks/found/', root);
describe.runIf(existsSync(found))('what fuzzing found once', () => {
  const extensions: Readonly<Record<string, Format>> = { txt: 'text', md: 'markdown', html: 'html', eml: 'eml' };
  it.each(existsSync(found) ? readdirSync(found) : [])('%s', async (name) => {
    const bytes = readFileSync(new URL(name, found));
    const format = extensions[name.split('.').at(-1)!];
    expectSound(await judge(format, bytes), bytes, format);
  });
});
