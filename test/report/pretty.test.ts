import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { pretty, type PrettyOptions } from '../../src/report/pretty.js';
import type { Report } from '../../src/report/report.js';
import { plainStyler, type Styler } from '../../src/report/styler.js';
import { makeRule } from '../engine/make.js';
import { attacks, isRaw, isRunnerCommand } from './hostile.js';
import { draftReport, report, rules, TEXT } from './make-report.js';

function show(made: Report, options: Partial<PrettyOptions> = {}): Promise<string> {
  return pretty(made, { columns: 80, styler: plainStyler, ...options });
}

const fine = draftReport({ draft: 'Hello,\n\nThe kettle was sent today.\n\nBest wishes\nAna\n', name: 'fine.txt' }, {}, [rules[0]]);

describe('one draft', () => {
  it('shows the worst first, each with its words, why it matters and what to write; then where the points went', async () => {
    expect(await show(report([draftReport({ customer: 'Where is my kettle?' })]))).toBe(`\
error kettle.txt:3:28  names-culprit  -22.0 (ownership -22.0 of 30)
  The kettle is late because Dave in Accounts forgot it.
                             ^^^^^^^^^^^^^^^^^^^^^^^
  Names the person who is to blame.
  Why       To the customer you are one company; a culprit inside it sounds like
            an excuse.
  Instead   Say what went wrong and own it.

warning kettle.txt:4:24  no-time  -8.0 (timeliness -8.0 of 15)
  A new one will be sent soon. We will write soon.
                         ^^^^
  A promise without a time.
  Why       They cannot tell when to ask again.
  Instead   Say by when: “by Friday noon”.

warning kettle.txt:4:44  no-time  -4.0 (timeliness -12.0 of 15)
  A new one will be sent soon. We will write soon.
                                             ^^^^

warning kettle.txt: whole message  no-thanks  -8.0 (acknowledgement -8.0 of 20)
  No thanks.
  They said “Where is my ” (is what they wrote)
  Why       They took the trouble.
  Instead   Thank them.

What this draft does well
  + Greets the customer by name: “Maria”

58/100  D  rewrite the marked parts
  points 58.0, below the cap of 64 by names-culprit (critical)
  ownership         27   -22.0  names-culprit   l.3 “Dave in Accounts forgot”
  acknowledgement   60    -8.0  no-thanks       message
  timeliness        20   -12.0  no-time x2      l.4 “soon” -8.0, l.4 “soon” -4.0
Next best fix: names-culprit -> 80 (B).

This judges a text, never the person who wrote it: a drafting aid, not an
appraisal. Scorecard 1.
`);
  });

  it('says what holds the score down, and what it takes to pass', async () => {
    const shown = await show(report([draftReport({}, { weights: { 'names-culprit': 5 }, levels: { 'no-thanks': 'error' } })]), {
      columns: 110,
    });
    expect(shown).toContain('points 75.0, held at 64 by names-culprit (critical)');
    expect(shown).toContain('weight 5 by configuration, 22 by default');
    expect(shown).toMatch(/Next best fix: names-culprit -> 79 \(C\)\. Fix names-culprit and no-thanks and it is 88 \(B\)\./);
  });

  it('is short when there is nothing to say', async () => {
    expect(await show(report([fine]))).toMatch(/^100\/100 {2}A {2}ready to send {10}points 100\.0, no gate\n\nThis judges a text/);
  });

  it('says that a draft in another language was judged in part', async () => {
    const text =
      'Vielen Dank für Ihre Nachricht. Wir haben Ihnen heute einen neuen Wasserkocher geschickt, und er wird am Freitag bei Ihnen sein.\n';
    expect(await show(report([draftReport({ draft: text })]))).toContain('not in English (de)');
  });

  it('quiet shows only what keeps it from being sent', async () => {
    expect(await show(report([fine]), { quiet: true })).toBe('');
    const shown = await show(report([draftReport()]), { quiet: true });
    expect(shown).toContain('names-culprit');
    expect(shown).not.toContain('They cannot tell');
    expect(shown).toContain('58/100');
  });

  it('names the part of a mail and the line in it', async () => {
    const draft = draftReport();
    const findings = draft.findings.map((one) => ({ ...one, place: { ...one.place, part: '1.2', partLine: 7 } }));
    expect(await show(report([{ ...draft, findings }]))).toContain('kettle.txt:3:28 (part 1.2, line 7)');
  });

  it('reports strengths', async () => {
    const strengths = [{ id: 'dated', message: 'Says when', span: null, quote: 'on Friday' }];
    expect(await show(report([{ ...fine, strengths }]))).toContain('What this draft does well\n  + Says when: “on Friday”\n');
  });
});

describe('several drafts', () => {
  it('take a line each, each finding its words and its message, and one line sums up', async () => {
    const problems = [{ code: 'empty', message: 'nothing to judge', file: 'x.txt' }];
    expect(await show(report([draftReport(), fine], {}, problems), { columns: 90 })).toBe(`\
 58 D  kettle.txt  rewrite the marked parts
       3:28      error       “Dave in Accounts forgot”  names-culprit -22.0
                 Names the person who is to blame.
       4:24      warning     “soon”  no-time -8.0
                 A promise without a time.
       4:44      warning     “soon”  no-time -4.0
                 A promise without a time.
       message   warning     No thanks.  no-thanks -8.0
100 A  fine.txt  ready to send

2 drafts: 1 can be sent, 1 cannot; 1 error, 3 warnings, 0 suggestions; median score 58; 1
could not be judged.
`);
  });

  it('cut a message at the end of the screen, and nowhere else', async () => {
    const message = `It contradicts the entry refund-late, which says ${'on and on '.repeat(20)}to the end.`;
    const draft = draftReport();
    const long = report([{ ...draft, findings: draft.findings.map((one) => ({ ...one, message })) }, fine]);
    const screen = (await show(long)).split('\n').filter((line) => line.includes('It contradicts'));
    expect(screen.length).toBe(draft.findings.length);
    for (const line of screen) {
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line).toContain('…');
    }
    expect((await show(long, { columns: undefined })).split(message)).toHaveLength(draft.findings.length + 1);
  });

  it('quiet leaves out those that can be sent', async () => {
    const shown = await show(report([draftReport(), fine]), { quiet: true });
    expect(shown).not.toContain('fine.txt');
    expect(shown).not.toContain('soon');
    expect(shown).toContain('2 drafts');
  });

  it('tells of more warnings than allowed', async () => {
    expect(await show(report([draftReport()], { maxWarnings: 2 }), { columns: 110 })).toContain('more warnings than the 2 allowed');
    expect(await show(report([draftReport()], { maxWarnings: 3 }))).not.toContain('allowed');
  });
});

describe('carets', () => {
  const words = fc.constantFrom(
    'word',
    'a',
    '日本語',
    '한국어',
    '👍',
    '👩‍👩‍👧',
    '❤️',
    'e\u0301te\u0301',
    'naïve',
    '\t',
    '\x1b[31m',
    '\u202e',
    'x'.repeat(50),
    '::',
  );
  const line = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(' '));

  it('stand under exactly the marked words, in any width, beside wide letters, emoji and marks', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, fc.integer({ min: 40, max: 120 }), async (before, after, columns) => {
        const shown = await show(report([draftReport({ draft: `${before} Dave in Accounts forgot ${after}` })]), { columns });
        const rows = shown.split('\n');
        const at = rows.findIndex((row) => /^ +\^+$/.test(row));
        const start = rows[at].indexOf('^');
        const above = rows[at - 1];
        const from = above.indexOf('Dave in Accounts forgot');
        expect(stringWidth(above.slice(0, from))).toBe(start);
        expect(rows[at].length - start).toBe('Dave in Accounts forgot'.length);
        expect(stringWidth(above)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('go on below words that fill more than a row', async () => {
    const long = 'we are of course very sorry that it took us all of three weeks to answer you';
    const rule = makeRule('long', long);
    const shown = await show(report([draftReport({ draft: `Hi, ${long} again.` }, {}, [rule])]), { columns: 40 });
    expect(shown.split('\n').filter((row) => /^ +\^+$/.test(row)).length).toBeGreaterThan(1);
  });
});

describe('any terminal', () => {
  it('no line is wider than it, names of files and rules aside', async () => {
    for (const columns of [40, 57, 80, 200]) {
      const shown = await show(report([draftReport({ customer: 'Where is my kettle?' })]), { columns });
      for (const row of shown.split('\n')) expect(row.length).toBeLessThanOrEqual(Math.min(columns, 110));
    }
  });

  it('styling adds nothing but styling', async () => {
    const wrap = (text: string): string => `\x1b[1m${text}\x1b[22m`;
    const styler: Styler = { error: wrap, warning: wrap, suggestion: wrap, good: wrap, strong: wrap, dim: wrap };
    const made = report([draftReport(), fine]);
    // oxlint-disable-next-line no-control-regex
    expect((await show(made, { styler })).replaceAll(/\x1b\[\d+m/g, '')).toBe(await show(made));
  });

  it('nothing from a draft, a file name or a rule can speak as us', async () => {
    for (const text of attacks) {
      const hostile = makeRule('hostile', () => [{ span: null, message: text, suggest: text }], { why: text });
      const draft = draftReport({ draft: `${TEXT}\n${text} soon ${text}\n`, name: text, customer: `${text} where is it?` }, {}, [
        ...rules,
        hostile,
      ]);
      const withStrength = { ...draft, strengths: [{ id: 'x', message: text, span: null, quote: text }] };
      for (const made of [report([withStrength]), report([draft, draft])]) {
        for (const columns of [40, 80]) {
          const bad = (await show(made, { columns })).split('\n').filter((row) => isRaw(row) || isRunnerCommand(row));
          expect(bad).toEqual([]);
        }
      }
    }
  });
});

it('a finding that quotes a megabyte is shown at once, and clipped', async () => {
  const draft = `Hi, ${'\ufffd'.repeat(1_000_000)}`;
  const shown = await show(
    report([
      draftReport({ draft }, {}, [makeRule('garbled', (made) => [{ span: { start: 4, end: made.text.length } }], { anyLanguage: true })]),
    ]),
  );
  expect(shown.length).toBeLessThan(10_000);
  expect(shown).toContain('…”');
});
