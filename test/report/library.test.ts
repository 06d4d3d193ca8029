import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes } from '../../src/report/build.js';
import { compare, readPrevious } from '../../src/report/compare.js';
import { json } from '../../src/report/json.js';
import { libraryOf } from '../../src/report/library.js';
import { median, weightedMedian } from '../../src/report/median.js';
import { pretty } from '../../src/report/pretty.js';
import type { DraftReport, Report } from '../../src/report/report.js';
import { plainStyler } from '../../src/report/styler.js';
import { makeRule } from '../engine/make.js';
import { draftReport, report, rules } from './make-report.js';

const blocker = makeRule('left-in', 'AMOUNT', { severity: 'error', weight: 25, gate: 'blocker', category: 'template', anyLanguage: true });

/** An entry of a library with the words that make it good or bad. */
function entry(id: string, text: string, usage?: number): DraftReport {
  const name = `macros.yml#${id}`;
  const made = draftReport({ draft: `Hello Maria,\n\n${text}\n\nBest wishes\nAna\n`, name }, {}, [rules[0], rules[1], blocker]);
  return { ...made, file: 'macros.yml', entry: { id, ...(usage !== undefined && { usage }) } };
}
const FINE = 'The kettle was sent today.';
const BAD = 'It is late because Dave in Accounts forgot it.';
const WORST = 'We owe you AMOUNT, which Dave in Accounts forgot.';

const show = (made: Report, columns = 100): Promise<string> => pretty(made, { columns, styler: plainStyler });

describe('what a library comes to', () => {
  it('is the share that passes, the median, the blockers, the worst and the rules that take most', () => {
    const library = libraryOf(report([entry('a', FINE), entry('b', BAD), entry('c', WORST), entry('d', 'We write soon.')]));
    expect(library).toMatchObject({ drafts: 4, passShare: 50, blocked: 1, median: 64, byUsage: null });
    expect(library?.worst.map(({ id, blocked }) => [id, blocked])).toEqual([
      ['macros.yml#c', true],
      ['macros.yml#b', false],
    ]);
    expect(library?.rules.map(({ rule, findings, drafts, off }) => [rule, findings, drafts, off])).toEqual([
      ['names-culprit', 2, 2, '--rule names-culprit:off'],
      ['left-in', 1, 1, '--rule left-in:off'],
      ['no-time', 1, 1, '--rule no-time:off'],
    ]);
    expect(library?.categories.find(({ category }) => category === 'template')).toMatchObject({
      subscore: 75,
      drafts: 4,
      faulty: 1,
      lost: 25,
    });
  });

  it('counts each draft as often as it was used, where that is known', () => {
    const library = libraryOf(report([entry('a', FINE, 90), entry('b', BAD, 10), entry('c', WORST, 0)]));
    expect(library?.byUsage).toEqual({ uses: 100, passShare: 90, median: 100 });
  });

  it('never rounds a share up to all or down to none', () => {
    const fine = entry('f', FINE);
    const many = Array.from({ length: 2000 }, () => fine);
    expect(libraryOf(report([...many, entry('x', BAD)]))?.passShare).toBe(99.9);
    expect(libraryOf(report([entry('x', BAD)]))?.passShare).toBe(0);
  });

  it('names ten of the worst, whatever their order', () => {
    const many = Array.from({ length: 700 }, (_, at) => entry(String(at).padStart(3, '0'), at % 60 === 59 ? WORST : BAD));
    const worst = libraryOf(report(many))?.worst;
    expect(worst).toHaveLength(10);
    expect(worst?.every(({ blocked }) => blocked)).toBe(true);
  });

  it('the weighted median is the median of each score as often as it weighs', () => {
    const weighted = fc.array(fc.record({ score: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(weighted, (all) => {
        fc.pre(all.some(({ weight }) => weight > 0));
        expect(weightedMedian(all)).toBe(median(all.flatMap(({ score, weight }) => Array.from({ length: weight }, () => score))));
      }),
    );
  });

  it('stands at the end for people, with the line that turns each rule off', async () => {
    const shown = await show(report([entry('a', FINE, 4), entry('b', BAD, 1), entry('c', WORST)]));
    expect(shown).toContain(
      'The whole library\n  33.3 % of 3 drafts can be sent; median score 64; 1 draft would embarrass or harm if sent.\n  Counted by use (5): 80 %; median score 100.\n',
    );
    expect(shown).toMatch(/The worst\n {3}39 F {2}macros\.yml#c {2}c, blocker\n {3}64 D {2}macros\.yml#b {2}b, 1 use\n/);
    expect(shown).toMatch(/\n +-44\.0 +2 +2 {2}--rule names-culprit:off\n/);
    expect(shown).toContain('rules: { names-culprit: off }');
    for (const columns of [40, 60, 80]) {
      const narrow = await show(report([entry('a', FINE, 4), entry('b', BAD, 1), entry('c', WORST)]), columns);
      const block = narrow.slice(narrow.indexOf('The whole library')).split('\n');
      expect(block.filter((line) => line.length > columns)).toEqual([]);
      expect(block.some((line) => line.includes('--rule names-culprit:off'))).toBe(true);
    }
  });

  it('is left out of a report on a few drafts of their own', async () => {
    expect(await show(report([draftReport({ name: 'a.txt' }), draftReport({ name: 'b.txt' })]))).not.toContain('The whole library');
    const ten = Array.from({ length: 10 }, (_, at) => draftReport({ name: `${at}.txt` }));
    expect(await show(report(ten))).toContain('The whole library');
  });
});

describe('the share that must pass', () => {
  const run = (drafts: readonly DraftReport[], minPassShare: number | null): boolean => passes(report(drafts, { minPassShare }));
  const half = [entry('a', FINE), entry('b', BAD)];

  it.each<[what: string, drafts: readonly DraftReport[], share: number | null, passes: boolean]>([
    ['all of them unless it is set', half, null, false],
    ['as many as asked for', half, 50, true],
    ['fewer', half, 50.1, false],
    ['enough, but one has a blocker', [...half, entry('c', FINE), entry('d', WORST)], 25, false],
    [
      '29 of 100, exactly',
      [...Array.from({ length: 29 }, (_, at) => entry(`f${at}`, FINE)), ...Array.from({ length: 71 }, (_, at) => entry(`b${at}`, BAD))],
      29,
      true,
    ],
    ['none', half, 0, true],
  ])('%s', (_, drafts, share, expected) => {
    expect(run(drafts, share)).toBe(expected);
  });
});

describe('an earlier report', () => {
  const before = report([entry('a', BAD), entry('b', FINE), entry('gone', BAD), entry('same', BAD)]);
  const after = report([entry('a', FINE), entry('b', WORST), entry('new', 'We write soon.'), entry('same', BAD)]);
  const previous = readPrevious(json(before));
  if (typeof previous === 'string') throw new Error(previous);
  const comparison = compare(after, previous, 'before.json');

  it('tells what got worse first, then what is new, what got better and what is gone', () => {
    expect(comparison.unchanged).toBe(1);
    expect(comparison.changes.map(({ id, before: was, after: now }) => [id, was?.score ?? null, now?.score ?? null])).toEqual([
      ['macros.yml#b', 100, 39],
      ['macros.yml#new', null, 92],
      ['macros.yml#a', 64, 100],
      ['macros.yml#gone', 64, null],
    ]);
    expect(comparison.changes[0]).toMatchObject({
      more: [
        { rule: 'left-in', findings: 1 },
        { rule: 'names-culprit', findings: 1 },
      ],
      fewer: [],
    });
    expect(comparison.changes[2].fewer).toEqual([{ rule: 'names-culprit', findings: 1 }]);
  });

  it('of a file that was not judged this time says nothing', () => {
    expect(compare(report([draftReport({ name: 'other.txt' })]), previous, 'x').changes.map(({ id }) => id)).toEqual(['other.txt']);
  });

  it('is shown to people', async () => {
    const shown = await show({ ...after, comparison });
    expect(shown).toContain('Since before.json\n  100 A ->  39 F  macros.yml#b\n');
    expect(shown).toContain('1 draft scored as before.');
  });

  it.each([
    ['no JSON', '{', 'is no report of replylint'],
    ['another JSON', '[]', 'is no report of replylint'],
    ["another tool's", '{"version":1,"tool":{"name":"eslint"},"drafts":[]}', 'is no report of replylint'],
    ['a later version', '{"version":2,"tool":{"name":"replylint"},"drafts":[]}', 'version 2'],
    ['drafts that are none', '{"version":1,"tool":{"name":"replylint"},"drafts":[{"id":1}]}', 'without id'],
    ['another scorecard', json(before).replaceAll('"scorecard": 1', '"scorecard": 7'), 'scorecard 7'],
  ])('is refused: %s', (_, text, why) => {
    expect(readPrevious(text)).toContain(why);
  });
});
