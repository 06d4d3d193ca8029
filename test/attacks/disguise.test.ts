import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInRules, createLinter, isProblem, type DraftReport } from '../../src/index.js';
import { readExamples, type Example } from '../../src/rule/read-examples.js';
import { LOOKALIKES } from '../../src/text/fold.js';
import { plainly } from '../text/plainly.js';

const rules = builtInRules();
const folder = new URL('../../rules/', import.meta.url);

/** Every letter of the word but its first and last, for disguises that must leave something Latin to a word. */
const inner = (word: string, change: (letter: string) => string): string =>
  word.length < 3 ? word : word[0] + Array.from(word.slice(1, -1), change).join('') + word.at(-1);
const between = (sign: string) => (word: string) => Array.from(word).join(sign);
const twins = new Map([...LOOKALIKES].map(([twin, latin]) => [latin, twin]));

/** How words are hidden from those who search for them; each as a reader would not notice. */
const disguises: Readonly<Record<string, (word: string) => string>> = {
  'zero-width spaces': between('\u200b'),
  'zero-width joiners': between('\u200d'),
  'soft hyphens': between('\u00ad'),
  'marks of direction': between('\u200e'),
  'word joiners and byte order marks': between('\u2060\ufeff'),
  'an override of direction around each word': (word) => `\u202d${word}\u202c`,
  tags: between('\u{e0061}'),
  'Hangul fillers': between('\u3164'),
  'letters of other alphabets': (word) =>
    inner(word, (letter) => (/[\u0400-\u04ff]/.test(twins.get(letter) ?? '') ? twins.get(letter)! : letter)),
  'letters of mathematics': (word) =>
    word.length < 2
      ? word
      : Array.from(word, (letter) => {
          const code = letter.charCodeAt(0);
          return String.fromCodePoint(code >= 97 ? 0x1d41a + code - 97 : 0x1d400 + code - 65);
        }).join(''),
  'full width letters': (word) =>
    word.length < 2 ? word : Array.from(word, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''),
};

const examples = rules.flatMap(({ id, category }) => {
  const readme = new URL(`${id}/README.md`, folder);
  if (id === 'unusual-unicode' || category === 'safety' || !existsSync(readme)) return [];
  return readExamples(readFileSync(readme, 'utf8'))
    .examples.filter((one) => !one.fine && one.marks.length > 0 && one.format === 'text')
    .map((example) => ({ id, example }));
});

function judge({ context, options, settings, organisation, now }: Example, id: string, draft: string): DraftReport {
  const report = createLinter(rules, { options: { [id]: options }, settings, organisation, now }).lintText({
    ...context,
    draft,
    name: 'reply',
  });
  if (isProblem(report)) throw new Error(report.message);
  return report;
}

const said = ({ findings }: DraftReport): string[] =>
  findings.filter(({ rule }) => rule !== 'unusual-unicode').map(({ rule, quote }) => `${rule} ${quote ?? ''}`);

describe('signs that are not seen, and letters in borrowed clothes, hide no finding', () => {
  it('there are at least 300 disguised replies', () => {
    expect(examples.length).toBeGreaterThanOrEqual(300);
  });

  it.each(Object.entries(disguises).map(([name, disguise], turn) => [name, disguise, turn] as const))('%s', (_, disguise, turn) => {
    const count = Object.keys(disguises).length;
    for (const { id, example } of examples.filter((_, i) => i % count === turn)) {
      const open = example.text.join('\n');
      const draft = open.replace(/[A-Za-z]+/g, disguise);
      const report = judge(example, id, draft);
      expect([draft, ...said(report)]).toEqual([draft, ...said(judge(example, id, open))]);
      if (draft !== open) expect(report.findings.map(({ rule }) => rule)).toContain('unusual-unicode');
      for (const { source, quote } of report.findings)
        if (source) expect(plainly(draft.slice(source.start, source.end).replace(/[\u{e0061}\u3164]/gu, ''))).toBe(plainly(quote!));
    }
  });
});
