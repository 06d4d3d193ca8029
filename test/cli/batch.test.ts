import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, FLAWED, Project } from './project.js';

const schema = (name: string): object => JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const fitsInput = ajv.compile(schema('batch-input'));
const fitsOutput = ajv.compile(schema('batch-output'));

interface Answer {
  readonly id: string | number | null;
  readonly line?: number;
  readonly score: number | null;
  readonly pass: boolean | null;
  readonly kind: { value: string; source: string } | null;
  readonly findings: readonly {
    rule: string;
    start: number | null;
    end: number | null;
    quote: string | null;
    part?: string;
    lost: number;
  }[];
  readonly problems: readonly { code: string; message: string }[];
}

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

const lines = (...records: readonly (object | string)[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('');

async function batch(input: string | Buffer, ...args: string[]) {
  const { code, out, err } = await project.run(['batch', ...args], { input });
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
  for (const answer of answers) expect(fitsOutput(answer) ? null : fitsOutput.errors).toBeNull();
  return { code, answers, err };
}

const FULL = {
  id: 'full',
  draft: FLAWED,
  format: 'text',
  customer: 'My kettle came with a cracked lid.',
  customerName: 'Adaeze Okafor',
  from: 'care@kettles.example',
  to: 'Adaeze Okafor <adaeze@mail.example>',
  subject: 'Your kettle',
  received: '2026-11-20T08:00:00Z',
  sent: '2026-11-20',
  kind: 'complaint',
  channel: 'email',
  mode: 'draft',
  helpdesk: 'zendesk',
  attachments: [],
  earlier: [{ text: 'We have got your letter.', date: '2026-11-19' }],
  somethingElse: { left: 'alone' },
};

describe('replylint batch', () => {
  it('answers each record on a line, in order', async () => {
    const { code, answers } = await batch(lines(FULL, { id: 2, draft: CLEAN }, { id: 'ü', draft: FLAWED }));
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['full', 2, 'ü']);
    expect(answers.map(({ pass }) => pass)).toEqual([false, true, false]);
    expect(answers[0].kind).toEqual({ value: 'complaint', source: 'given' });
  });

  it.each(['text', 'markdown', 'html'] as const)('gives offsets in the draft as it was given: %s', async (format) => {
    const draft = format === 'html' ? `<p>Hello &amp; 😀 <b>Plonkety</b> plonk.</p>` : `Hello 😀 & so on. Plonkety plonk.`;
    const { answers } = await batch(lines({ id: 'a', draft, format }));
    const found = answers[0].findings.find(({ rule }) => rule === 'no-plonk');
    expect(draft.slice(found?.start ?? 0, found?.end ?? 0)).toBe(format === 'html' ? 'Plonkety</b> plonk' : 'Plonkety plonk');
    expect(found?.quote).toBe('Plonkety plonk');
  });

  it('gives offsets in a mail where its text stands as it is, else the part and the line', async () => {
    const mail = (encoding: string, body: string): string =>
      `From: a@shop.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
    const plain = mail('7bit', 'Hello\n\nPlonkety plonk.');
    const blurred = mail('quoted-printable', 'Hello\n\nPlonke=\nty pl=6Fnk.');
    const { answers } = await batch(lines({ id: 'plain', draft: plain, format: 'eml' }, { id: 'qp', draft: blurred, format: 'eml' }));
    const [first, second] = answers.map(({ findings }) => findings.find(({ rule }) => rule === 'no-plonk'));
    expect(plain.slice(first?.start ?? 0, first?.end ?? 0)).toBe('Plonkety plonk');
    expect(second?.quote).toBe('Plonkety plonk');
    if (second?.start === null) expect(second).toMatchObject({ part: expect.any(String), partLine: 3 });
    else expect(blurred.slice(second?.start, second?.end ?? 0)).toBe('Plonke=\nty pl=6Fnk');
  });

  it('books all losses: they add up to 100 − points', async () => {
    const { answers } = await batch(lines({ id: 'a', draft: `${FLAWED}\nWibblety wibble.` }));
    const [{ findings }] = answers;
    const points = (answers[0] as unknown as { points: number }).points;
    expect(findings.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(100 - points, 6);
  });

  it('answers bad lines with their number and goes on', async () => {
    const { code, answers, err } = await batch(
      lines(
        '{"id":"x"',
        '',
        { id: 'a', draft: CLEAN },
        '[1]',
        { id: 'b' },
        { id: 'c', draft: CLEAN, kind: 'complant' },
        { id: 'd', draft: FLAWED },
      ),
    );
    expect(code).toBe(2);
    expect(err).toBe('');
    expect(answers.map(({ id, line, problems: [problem] }) => [id, line, problem?.code])).toEqual([
      [null, 1, 'bad-json'],
      ['a', undefined, undefined],
      [null, 4, 'bad-record'],
      ['b', 5, 'bad-record'],
      ['c', 6, 'bad-record'],
      ['d', undefined, undefined],
    ]);
    expect(answers[4].problems[0].message).toContain('did you mean complaint?');
  });

  it('answers a draft that cannot be judged with the reason', async () => {
    const silent = 'Content-Disposition:inline\nContent-Type:message/rfc822';
    const { code, answers } = await batch(
      lines({ id: 'a', draft: '' }, { id: 'b', draft: silent, format: 'eml' }, { id: 'c', draft: CLEAN }),
    );
    expect(code).toBe(2);
    expect(answers.map(({ score, problems }) => [score === null, problems.length])).toEqual([
      [true, 1],
      [true, 1],
      [false, 0],
    ]);
    expect(answers[0].problems[0].code).toBe('empty');
  });

  it('takes a byte order mark, CRLF, separators inside a line and a last line without LF', async () => {
    const record = (id: string): string => `{"id":"${id}","draft":"Plonkety plonk.\u2028\u0085"}`;
    const { code, answers } = await batch(`\ufeff${record('a')}\r\n${record('b')}\n${record('c')}`);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps lone halves of signs as they came', async () => {
    const { code, answers } = await batch('{"id":"\\ud83d","draft":"Plonkety plonk \\udc00."}\n');
    expect(code).toBe(0);
    expect(answers[0].id).toBe('\ud83d');
  });

  it('exits 1 with --gate when a draft fails, and 0 without', async () => {
    const input = lines({ id: 'a', draft: CLEAN }, { id: 'b', draft: FLAWED });
    expect((await batch(input)).code).toBe(0);
    expect((await batch(input, '--gate')).code).toBe(1);
    expect((await batch(input, '--gate', '--rule', 'no-plonk:off')).code).toBe(0);
    expect((await batch(`${input}{\n`, '--gate')).code).toBe(2);
  });

  it('has nothing to say to nothing', async () => {
    expect(await batch('')).toMatchObject({ code: 0, answers: [] });
  });

  it('judges nothing with a broken configuration', async () => {
    expect(await batch(lines({ id: 'a', draft: CLEAN }), '--rule', 'no-plnk:off')).toMatchObject({ code: 2, answers: [] });
  });

  it('answers while it reads', async () => {
    const child = project.start(['batch']);
    const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    for (const id of ['a', 'b', 'c']) {
      child.stdin?.write(lines({ id, draft: CLEAN }));
      expect(JSON.parse((await answers.next()).value)).toMatchObject({ id });
    }
    child.stdin?.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it.runIf(process.platform === 'linux')(
    'keeps its memory flat, however many records come',
    async () => {
      const record = (id: number): string => lines({ id, draft: `${FLAWED}\nYour order is ${id}.` });
      const child = project.start(['batch']);
      const rss = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      let answered = 0;
      let partial = '';
      const measured: number[] = [];
      child.stdout?.on('data', (chunk: Buffer) => {
        const parts = (partial + chunk.toString()).split('\n');
        partial = parts.pop() ?? '';
        const before = answered;
        answered += parts.length;
        if (Math.floor(before / 1000) !== Math.floor(answered / 1000)) measured.push(rss());
      });
      for (let id = 0; id < 20_000; id += 100) {
        const chunk = Array.from({ length: 100 }, (_, at) => record(id + at)).join('');
        if (child.stdin?.write(chunk) === false) await new Promise((resolve) => child.stdin?.once('drain', resolve));
      }
      child.stdin?.end();
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
      expect(answered).toBe(20_000);
      // The process may be gone before the last answers are read.
      const known = measured.filter((size) => size > 0);
      expect(known.length).toBeGreaterThan(10);
      const early = Math.max(...known.slice(2, 6));
      const late = Math.max(...known.slice(-4));
      expect(late).toBeLessThan(early * 1.5);
      expect(late).toBeLessThan(400);
    },
    120_000,
  );
});

describe('the schema of the input', () => {
  it('takes what the command takes', () => {
    expect(fitsInput(FULL) ? null : fitsInput.errors).toBeNull();
    expect(fitsInput({ id: 1, draft: '', kind: null, customer: null, attachments: null })).toBe(true);
  });

  it.each([
    { draft: 'x' },
    { id: 'a' },
    { id: 'a', draft: 3 },
    { id: 'a', draft: 'x', kind: 'complant' },
    { id: 'a', draft: 'x', sent: 'today' },
    { id: 'a', draft: 'x', earlier: [{}] },
  ])('refuses what the command refuses: %j', async (record) => {
    expect(fitsInput(record)).toBe(false);
    expect((await batch(lines(record))).code).toBe(2);
  });
});
