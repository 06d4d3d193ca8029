import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type Change } from '../../src/fix/change.js';
import type { Format } from '../../src/index.js';
import { makeRule } from '../engine/make.js';
import { fix } from './harness.js';
import { assemble, encodeBody, head, partHead, type Manner } from './mails.js';

const WORDS = ['Thank you ', 'we ', 'café ', 'kettle', '. ', ', ', '!', '\n', '\n\n', '😀', ' ', '’s '];
const MARKS: Readonly<Record<Format, readonly string[]>> = {
  text: ['&amp;', '<b>', '> ', '\r\n'],
  markdown: ['*a* ', '<b>x</b> ', '[x](y) ', '\\*', '&amp;', '- ', '> ', '`c` ', '\r\n'],
  html: [
    '<b>x</b> ',
    '<br>',
    '</p><p>',
    '&nbsp;',
    '&#8217;',
    '<!-- c -->',
    '<span style="color:red">red</span> ',
    '<table><tr><td>cell</td></tr></table>',
  ],
  eml: ['= ', 'x'.repeat(60)],
};
const manner = (encoding: Manner['encoding']): Manner => ({ charset: 'utf-8', encoding, width: 76, eol: '\r\n' });
const mail =
  (encoding: Manner['encoding'], more = '') =>
  (text: string): Buffer =>
    Buffer.concat([assemble(head('\r\n'), partHead('text/plain', manner(encoding), more)), encodeBody(text, manner(encoding))]);
const files: readonly (readonly [string, Format, (text: string) => Buffer])[] = [
  ['text', 'text', (text) => Buffer.from(text)],
  ['Markdown', 'markdown', (text) => Buffer.from(text)],
  ['HTML', 'html', (text) => Buffer.from(`<html><meta charset=utf-8><body><p>${text}</p></body></html>`)],
  ['a mail in 8bit', 'eml', mail('8bit')],
  ['a mail in quoted-printable', 'eml', mail('quoted-printable')],
  ['a mail in base64', 'eml', mail('base64')],
  ['a flowed mail', 'eml', mail('8bit', '; format=flowed')],
];

/** Edits that do not meet, as shares of a text's length. */
const edits = fc.uniqueArray(fc.tuple(fc.nat(1000), fc.nat(40), fc.constantFrom('', 'x', 'some words', 'a & b', '\n', 'é😀', '*y*', ' ')), {
  minLength: 1,
  maxLength: 3,
  selector: ([at]) => Math.floor(at / 334),
});

const flat = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

describe('edits of any kind, at any place', () => {
  it.each(files)('%s: reads as wanted and stays as it was elsewhere, or is left alone', async (_, format, asFile) => {
    const text = fc
      .array(fc.constantFrom(...WORDS, ...MARKS[format]), { minLength: 4, maxLength: 30 })
      .map((parts) => `Dear Ms Okafor, hello. ${parts.join('')} End.`);
    let made = 0;
    await fc.assert(
      fc.asyncProperty(text, edits, async (words, wanted) => {
        let changes: readonly Change[] | undefined;
        const rule = makeRule(
          'any',
          (draft) => {
            // Once made, they are no longer asked for.
            if (changes) return [];
            const { length } = draft.text;
            changes = wanted.map(([at, over, by]) => {
              const start = Math.floor((at / 1002) * length);
              const third = Math.floor(((Math.floor(at / 334) + 1) * length) / 3);
              return { start, end: Math.max(start, Math.min(start + over, third)), text: by };
            });
            return [
              {
                span: null,
                fixes: [{ label: 'x', safety: 'safe', edits: changes.map(({ text: by, ...span }) => ({ kind: 'text', span, text: by })) }],
              },
            ];
          },
          { anyLanguage: true },
        );
        const before = asFile(words);
        const { first, last, bytes, applied } = await fix(before, format, [rule]);
        if (applied.length === 0) {
          expect(Buffer.from(bytes).equals(before)).toBe(true);
          return;
        }
        made += 1;
        const whole = applyChanges(first.opened.text, changes ?? []);
        const read = format === 'text' || format === 'eml' ? (one: string): string => one.replace(/\r\n?/g, '\n') : flat;
        expect(read(last.opened.text)).toBe(read(whole));
        // What stands before the first edit and behind the last is there byte for byte.
        if (format === 'text') {
          const from = Buffer.byteLength(
            first.opened.text.slice(0, Math.min(...(changes ?? []).map(({ start }) => start))).replace(/[\ud800-\udbff]$/, ''),
          );
          expect(Buffer.from(bytes).subarray(0, from).equals(before.subarray(0, from))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
    expect(made).toBeGreaterThan(5);
  });
});
