import { describe, expect, it } from 'vitest';
import { createLinter, isProblem, type DraftReport, type Format, type LintOptions } from '../../src/index.js';
import { makeRule } from './make.js';

const rules = [
  makeRule('sad', 'sad', { anyLanguage: true }),
  makeRule('bad', 'bad', { anyLanguage: true, renamedFrom: ['wicked'] }),
  makeRule('message', () => [{ span: null }], { anyLanguage: true }),
];

async function judged(
  draft: string,
  format: Format = 'markdown',
  options: LintOptions = {},
  mode: 'draft' | 'template' = 'template',
): Promise<DraftReport> {
  const outcome = await createLinter(rules, options).lint({ draft, format, mode, name: 'd' });
  if (isProblem(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** What is found, as `rule` or `rule:line`, and the codes of the problems. */
async function said(...given: Parameters<typeof judged>): Promise<{ found: string[]; problems: string[] }> {
  const { findings, problems } = await judged(...given);
  return {
    found: findings.filter(({ rule }) => rule !== 'message').map(({ rule, place }) => `${rule}:${place.line}`),
    problems: problems.map(({ code, line }) => `${code}:${line}`),
  };
}

describe('what a suppression covers', () => {
  it.each<[string, string, string[]]>([
    ['the next line', '<!-- replylint-disable-next-line sad -->\nA sad tale.\n\nA sad end.', ['sad:4']],
    ['the next line behind a blank one', '<!-- replylint-disable-next-line sad -->\n\nA sad tale.\n\nA sad end.', ['sad:5']],
    [
      'two notes above one line',
      '<!-- replylint-disable-next-line sad -->\n<!-- replylint-disable-next-line bad -->\nA sad bad tale.\n\nA sad end.',
      ['sad:5'],
    ],
    ['its own line', 'A sad tale. <!-- replylint-disable-line sad -->\n\nA sad end.', ['sad:3']],
    ['only the rules it names', '<!-- replylint-disable-next-line sad -->\nA sad bad tale.', ['bad:2']],
    ['all rules where it names none', '<!-- replylint-disable-next-line -->\nA sad bad tale.\n\nA sad end.', ['sad:4']],
    ['the rest', 'A sad tale.\n\n<!-- replylint-disable sad -->\n\nA sad tale.\n\nA sad end.', ['sad:1']],
    [
      'the rest until it is enabled',
      '<!-- replylint-disable sad, bad -->\n\nA sad bad tale.\n\n<!-- replylint-enable sad -->\n\nA sad bad end.',
      ['sad:7'],
    ],
    ['a rule by its former id', '<!-- replylint-disable-next-line wicked -->\nA bad tale.', []],
    ['rules parted by blanks', '<!-- replylint-disable-next-line sad bad -- why not -->\nA sad bad tale.', []],
  ])('%s', async (_, draft, found) => {
    expect(await said(draft)).toEqual({ found, problems: [] });
  });

  it('a finding about the whole message, by naming its rule', async () => {
    const text = 'A tale.\n\n<!-- replylint-disable message -- no need -->\n\nMore.';
    const report = await judged(text);
    expect(report.findings).toEqual([]);
    expect(report.suppressed).toMatchObject([{ by: 'draft', reason: 'no need', finding: { rule: 'message' } }]);
  });

  it('costs nothing in the score', async () => {
    const flawed = await judged('A sad tale.');
    const excused = await judged('<!-- replylint-disable sad, message -- so it was -->\nA sad tale.');
    expect(flawed.score).toBeLessThan(100);
    expect(excused.score).toBe(100);
  });

  it('in HTML, the line that the customer reads', async () => {
    const html = '<p>A sad tale\nin two <!-- replylint-disable-line sad --> lines.</p>\n<p>A sad end.</p>';
    expect(await said(html, 'html')).toEqual({ found: ['sad:3'], problems: [] });
  });

  it('in HTML of a single line, the next paragraph', async () => {
    const html = '<!-- replylint-disable-next-line sad --><p>A sad tale.</p><p>A sad end.</p>';
    expect((await judged(html, 'html')).findings.filter(({ rule }) => rule === 'sad')).toHaveLength(1);
  });
});

describe('what stands beside the text', () => {
  it.each([
    ['a text', 'replylint-disable: sad, bad -- they are'],
    ['a list', 'replylint-disable: [sad -- it is, bad]'],
    ['a map', 'replylint-disable:\n  sad: it is\n  bad:'],
    ['the other spelling', 'replylint_disable: [sad, bad]'],
  ])('front matter: %s', async (_, key) => {
    expect(await said(`---\ntitle: x\n${key}\n---\nA sad bad tale.`)).toEqual({ found: [], problems: [] });
  });

  it('front matter that is none of these is told', async () => {
    expect((await said('---\nreplylint-disable: { sad: [1] }\n---\nA tale.')).problems).toEqual(['bad-front-matter:2']);
  });

  it('a header, folded or not, in a draft about to be sent too', async () => {
    const mail = 'From: a@example.com\nX-Replylint-Disable: sad,\n bad -- so it was\nSubject: x\n\nA sad bad tale.\n';
    const report = await judged(mail, 'eml', {}, 'draft');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['message']);
    expect(report.suppressions).toMatchObject([
      { reach: 'draft', rules: ['sad', 'bad'], reason: 'so it was', silenced: 2, used: ['sad', 'bad'], unused: [], place: { line: 2 } },
    ]);
  });
});

describe('what does not hold', () => {
  it('a comment in a draft about to be sent', async () => {
    expect(await said('<!-- replylint-disable sad -->\n\nA sad tale.', 'markdown', {}, 'draft')).toEqual({
      found: ['sad:3'],
      problems: [],
    });
  });

  it.each<[Format, string]>([
    ['markdown', '> <!-- replylint-disable sad -->\n> Hello\n\nA sad tale.'],
    ['html', '<blockquote type="cite"><!-- replylint-disable sad -->Hello</blockquote><p>A sad tale.</p>'],
  ])('a comment in what somebody else wrote (%s)', async (format, draft) => {
    expect((await judged(draft, format)).findings.map(({ rule }) => rule)).toContain('sad');
  });

  it('one without its reason, where reasons are required', async () => {
    const settings: LintOptions = { suppressions: { reason: 'required' } };
    const bare = '<!-- replylint-disable-next-line sad -->\nA sad tale.';
    expect(await said(bare, 'markdown', settings)).toEqual({ found: ['sad:2'], problems: ['suppression-without-reason:1'] });
    expect(await said(bare.replace(' -->', ' -- it is -->'), 'markdown', settings)).toEqual({ found: [], problems: [] });
  });

  it('any, where they are not obeyed', async () => {
    const bare = '<!-- replylint-disable sad -->\n\nA sad tale.';
    expect(await said(bare, 'markdown', { suppressions: { obey: false } })).toEqual({ found: ['sad:3'], problems: [] });
  });

  it.each([
    ['replylint-disable-nextline sad', 'replylint-disable-next-line'],
    ['replylint disable sad', 'replylint-disable'],
    ['replylint-off', 'replylint-disable'],
  ])('a slip: %s', async (words, meant) => {
    const { problems } = await judged(`<!-- ${words} -->\n\nA sad tale.`);
    expect(problems).toMatchObject([{ code: 'bad-suppression', severity: 'warning', message: expect.stringContaining(meant) }]);
  });

  it('a comment that only speaks of us is nobody’s business', async () => {
    expect((await judged('<!-- replylint likes this -->\n\nA tale.')).problems).toEqual([]);
  });
});

describe('a suppression that is not needed', () => {
  it('is told with its place, and which of its rules', async () => {
    const report = await judged('A tale.\n\n<!-- replylint-disable sad, bad -->\n\nA bad tale.');
    expect(report.problems).toMatchObject([
      { code: 'unused-suppression', line: 3, severity: 'warning', message: expect.stringContaining('sad') },
    ]);
    expect(report.problems[0].message).not.toContain('bad');
    expect(report.pass).toBe(true);
  });

  it('fails the draft where that is set, and says nothing where that is', async () => {
    const idle = '<!-- replylint-disable sad -->\n\nA tale.';
    expect((await judged(idle, 'markdown', { suppressions: { unused: 'error' } })).pass).toBe(false);
    expect((await judged(idle, 'markdown', { suppressions: { unused: 'off' } })).problems).toEqual([]);
  });

  it('is no more than a slip when there is no such rule', async () => {
    const { problems } = await judged('<!-- replylint-disable sat -->\n\nA tale.');
    expect(problems).toMatchObject([{ code: 'unknown-rule', message: 'there is no rule "sat" to suppress; did you mean sad?' }]);
  });

  it('tells in one line of words that may be a reason without its hyphens', async () => {
    const { problems } = await judged('<!-- replylint-disable sad house style -->\n\nA sad tale.');
    expect(problems.map(({ message }) => message)).toEqual([
      'there is no rule "house", "style" to suppress; a reason stands behind two hyphens, as in: -- house style',
    ]);
    const given = await judged('<!-- replylint-disable sad house -- why -->\n\nA sad tale.');
    expect(given.problems.map(({ message }) => message)).toEqual(['there is no rule "house" to suppress']);
  });

  it('a rule that is off counts as needed', async () => {
    expect(await said('<!-- replylint-disable sad -->\n\nA tale.', 'markdown', { levels: { sad: 'off' } })).toEqual({
      found: [],
      problems: [],
    });
  });
});
