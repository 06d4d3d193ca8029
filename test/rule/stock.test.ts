import { describe, expect, it } from 'vitest';
import { createLinter, isProblem } from '../../src/index.js';
import type { Input } from '../../src/index.js';
import { loadRule } from '../../src/rule/load.js';

/** What a rule of one YAML file marks in a draft; `null` stands for the whole message. */
async function marks(yaml: string, draft: string, context: Partial<Input> = {}): Promise<(string | null)[]> {
  const rule = await loadRule(`id: own\nmessage: m\n${yaml}`, 'own.yml');
  if (!('id' in rule)) throw new Error(JSON.stringify(rule));
  const report = createLinter([rule]).lintText({ draft, ...context });
  if (isProblem(report)) throw new Error(report.message);
  return report.findings.map((finding) => finding.quote);
}

describe('flag', () => {
  const rule = 'phrases: [reach out, "we (do|will) not refund"]\n';

  it('marks each phrase', async () => {
    expect(await marks(rule, 'Please reach out to us. We will reach out too.')).toEqual(['reach out', 'reach out']);
  });

  it('leaves alone what is negated, asked, or quoted', async () => {
    expect(await marks(rule, 'We did not reach out to the bank.')).toEqual([]);
    expect(await marks(rule, 'Did he reach out to you?')).toEqual([]);
    expect(await marks(rule, 'You said that we should "reach out" more.')).toEqual([]);
  });

  it('counts a negation inside the phrase as its own', async () => {
    expect(await marks(rule, 'We do not refund tickets.')).toEqual(['We do not refund']);
  });

  it('each excuse can be switched off', async () => {
    expect(await marks(`${rule}unless: {negated: false}\n`, 'We did not reach out to the bank.')).toEqual(['reach out']);
    expect(await marks(`${rule}unless: {question: false}\n`, 'Did he reach out to you?')).toEqual(['reach out']);
  });

  it('a condition excuses when the rule says so', async () => {
    const draft = 'If you reach out before Friday, it is free.';
    expect(await marks(rule, draft)).toEqual(['reach out']);
    expect(await marks(`${rule}unless: {condition: true}\n`, draft)).toEqual([]);
  });

  it('marks one tag alone when the rule says so, and a variant of that name', async () => {
    const tagged =
      'phrases:\n  - soft: [reach out]\n  - hard: [circle back]\nflag: hard\nvariants: {hard: {severity: error, weight: 30}}\n';
    expect(await marks(tagged, 'We reach out and circle back.')).toEqual(['circle back']);
  });
});

describe('unless near', () => {
  const rule = (within: string): string => `phrases: [reach out]\nunless: {near: ["by @numbers", "by #"], within: ${within}}\n`;

  it.each([
    ['sentence', 'We will reach out by 5 today.', []],
    ['sentence', 'We will reach out. You hear from us by 5.', ['reach out']],
    ['neighbours', 'We will reach out. You hear from us by five.', []],
    ['neighbours', 'We will reach out. Thank you. You hear from us by 5.', ['reach out']],
    ['paragraph', 'We will reach out. Thank you. You hear from us by 5.', []],
    ['paragraph', 'We will reach out soon to you.\n\nYou will hear from us by 5.', ['reach out']],
    ['message', 'We will reach out soon to you.\n\nYou will hear from us by 5.', []],
  ])('within the %s: %s', async (within, draft, expected) => {
    expect(await marks(rule(within), draft)).toEqual(expected);
  });
});

describe('when', () => {
  it('holds a rule to kinds, modes and channels', async () => {
    const rule = 'phrases: [reach out]\nwhen: {kind: complaint, channel: [email, chat]}\n';
    expect(await marks(rule, 'Please reach out.', { kind: 'complaint' })).toEqual(['reach out']);
    expect(await marks(rule, 'Please reach out.', { kind: 'thanks' })).toEqual([]);
    expect(await marks(rule, 'Please reach out.', { kind: 'complaint', channel: 'review' })).toEqual([]);
    expect(await marks('phrases: [reach out]\nwhen: {mode: template}\n', 'Please reach out.')).toEqual([]);
  });
});

describe('require', () => {
  const rule = 'phrases:\n  - line: [call me on, "my (direct)? (line|number) is"]\n  - hours: [until @number pm]\n';

  it('speaks of the whole message when no phrase is there', async () => {
    expect(await marks(`${rule}require: true\n`, 'Hi Tom,\n\nIt is fixed.\n\nInes')).toEqual([null]);
    expect(await marks(`${rule}require: true\n`, 'Hi Tom,\n\nCan you call me on 01632 960123?\n\nInes')).toEqual([]);
  });

  it('asks for each of the tags it names', async () => {
    expect(await marks(`${rule}require: [line, hours]\n`, 'My line is 01632 960123.')).toEqual([null]);
    expect(await marks(`${rule}require: [line, hours]\n`, 'My line is 01632 960123 until 6 pm.')).toEqual([]);
  });
});

describe('limit', () => {
  it('marks what is over the number, which may grow with the text', async () => {
    const rule = 'phrases: [please]\nunless: {question: false}\n';
    const draft = 'Please sit. Please wait. Please read.';
    expect(await marks(`${rule}limit: {max: 1}\n`, draft)).toEqual(['Please', 'Please']);
    expect(await marks(`${rule}limit: {max: 1, per-words: 2}\n`, draft)).toEqual([]);
  });
});

describe('order', () => {
  it('marks what stands too late, and shows what it should stand before', async () => {
    const rule = 'phrases:\n  - sorry: [sorry]\n  - refund: [refund]\norder: [sorry, refund]\n';
    expect(await marks(rule, 'Here is your refund. We are sorry.')).toEqual(['sorry']);
    expect(await marks(rule, 'We are sorry. Here is your refund.')).toEqual([]);
    expect(await marks(rule, 'Here is your refund.')).toEqual([]);
  });
});

describe('replace', () => {
  it('offers the plain words with the capital of the old ones', async () => {
    const rule = await loadRule('id: own\nmessage: m\nreplace:\n  prior to: before\n', 'own.yml');
    if (!('id' in rule)) throw new Error(JSON.stringify(rule));
    const report = createLinter([rule]).lintText({ draft: 'Prior to May it was open.' });
    expect(isProblem(report) ? [] : report.findings.map(({ suggest, fixes }) => [suggest, fixes[0].edits])).toEqual([
      ['Write “Before”.', [{ kind: 'text', span: { start: 0, end: 8 }, source: { start: 0, end: 8 }, text: 'Before' }]],
    ]);
  });
});
