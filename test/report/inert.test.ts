import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, inertJson, inertMark } from '../../src/report/inert.js';
import { problemLine } from '../../src/report/problem-line.js';
import { attacks, isRaw, isRunnerCommand } from './hostile.js';

describe('text from outside', () => {
  it('no code point at all can act on a terminal, alone or inside words', () => {
    const raw: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const sign = String.fromCodePoint(code);
      for (const text of [sign, `a${sign}b`]) if (isRaw(inert(text)) || inert(text).includes('\n')) raw.push(code.toString(16));
    }
    expect(raw).toEqual([]);
  });

  it.each([
    'Dear Zoë,',
    'naïve café — “quoted” …',
    '日本語',
    'привет',
    '👍🏽 ❤️ 🇬🇧',
    'all of us 👩‍👩‍👧 👩🏽‍💻 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'std: :vector',
    '# heading [link]',
    'a:b [c]',
  ])('leaves %s as it is', (text) => {
    expect(inert(text)).toBe(text);
  });

  it.each([
    ['\x1b[31m', String.raw`\x1b[31m`],
    ['a\r\nb', String.raw`a\r\nb`],
    ['a\tb', 'a b'],
    ['\u202e', String.raw`\u202e`],
    ['\u{e0041}', String.raw`\u{e0041}`],
    ['a\u200db', String.raw`a\u200db`],
    ['👩\u200d', String.raw`👩\u200d`],
    ['👩\u200d\u200d👧', String.raw`👩\u200d\u200d👧`],
    ['👧\u200d🍕', String.raw`👧\u200d🍕`],
    ['👍\u{e0067}', String.raw`👍\u{e0067}`],
    ['::error::x', String.raw`:\:error:\:x`],
    ['##[error]', String.raw`##\[error]`],
  ])('shows %j as %s', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  it('is no command for a CI runner, wherever it is broken', () => {
    const hostile = fc.array(fc.constantFrom(':', '::', '#', '##', '[', ']', 'error', ' ', '\n', '\u200b', '\x1b', 'vso'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(hostile, fc.nat(20), (parts, at) => {
        const shown = inert(parts.join(''));
        for (const line of [shown, shown.slice(at), shown.slice(0, at)]) expect(isRunnerCommand(line)).toBe(false);
      }),
    );
  });

  it('keeps track of a marked stretch', () => {
    fc.assert(
      fc.property(fc.constantFrom(...attacks), fc.constantFrom(...attacks), fc.string(), (before, after, words) => {
        const { text, mark } = inertMark(`${before} ${words} ${after}`, {
          start: before.length + 1,
          end: before.length + 1 + words.length,
        });
        expect(text.slice(mark?.start, mark?.end)).toBe(inert(words));
      }),
    );
  });

  it('answers long runs of signs that begin a command', () => {
    for (const unit of ['#', '##a', ':', '[', ' :', '\u200b', 'a[']) expect(isRunnerCommand(inert(`${unit.repeat(200_000)}é`))).toBe(false);
  });
});

it('JSON keeps its values and loses what a terminal would act on', () => {
  const hostile = JSON.stringify(attacks);
  expect(JSON.parse(inertJson(hostile))).toEqual(attacks);
  expect(isRaw(inertJson(hostile))).toBe(false);
  expect(isRunnerCommand(inertJson(hostile))).toBe(false);
});

describe('a problem', () => {
  it('is one line: where, what', () => {
    expect(problemLine({ code: 'x', file: 'a.yml', line: 3, column: 1, message: 'no such rule' })).toBe('a.yml:3:1: no such rule');
    expect(problemLine({ code: 'x', message: 'no drafts found' })).toBe('no drafts found');
  });

  it.each(attacks)('cannot speak as us: %j', (text) => {
    const line = problemLine({ code: 'x', file: text, message: text });
    expect(isRaw(line) || line.includes('\n') || isRunnerCommand(line)).toBe(false);
  });
});
