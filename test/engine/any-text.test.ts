import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '../../src/text/secrets.js';
import { plainly } from '../text/plainly.js';
import type { Context } from '../../src/draft/draft.js';
import { builtInRules, createLinter, isProblem, type DraftReport } from '../../src/index.js';

const linter = createLinter(builtInRules());

/** Words of the rules' own examples: nothing else brings so many rules to speak at once. */
const examples = builtInRules().flatMap(({ examples: { bad, good }, phrases }) => [
  ...bad,
  ...good,
  ...phrases.map((phrase) => phrase.text),
]);
const vocabulary = [...new Set(examples.flatMap((text) => text.split(/\s+/)))];

const odd = fc.constantFrom(
  '\n',
  '\n\n',
  '> ',
  '-- \n',
  '“',
  '"',
  '(',
  '…',
  '!!',
  '?',
  ',',
  '{{name}}',
  '[DATE]',
  '\u200b',
  '\u202e',
  '👍',
  '日本語',
  '\ud800',
  '\r\n',
  '\t',
  'Dear',
  'Hi',
  'Tom',
);
const word = vocabulary.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...vocabulary) }, odd) : odd;
const sentence = examples.length > 0 ? fc.constantFrom(...examples) : fc.constant('Thank you.');
const text = fc.array(fc.oneof(word, sentence), { maxLength: 60 }).map((parts) => parts.join(' '));
const context: fc.Arbitrary<Context> = fc.record(
  {
    customer: text,
    customerName: fc.constantFrom('Tom Beck', '', 'Zoë', '李'),
    kind: fc.constantFrom('complaint', 'problem', 'question', 'thanks', 'suggestion', 'proactive', 'sensitive', 'unknown'),
    channel: fc.constantFrom('email', 'chat', 'review'),
    mode: fc.constantFrom('draft', 'template'),
    attachments: fc.constantFrom([], ['label.pdf']),
    received: fc.constantFrom('2026-03-02', '2026-03-02T09:00:00Z'),
    sent: fc.constantFrom('2026-03-09T09:00:00Z', '2026-03-01'),
  },
  { requiredKeys: [] },
);

function judged(draft: string, given: Context): DraftReport | undefined {
  const outcome = linter.lintText({ draft, ...given });
  return isProblem(outcome) ? undefined : outcome;
}

describe('any text at all', () => {
  it('is judged without a crash; no finding lies outside it; it gets the same answer twice', () => {
    fc.assert(
      fc.property(text, context, (draft, given) => {
        const report = judged(draft, given);
        if (!report) return;
        expect(report.problems).toEqual([]);
        for (const { source, quote } of report.findings)
          if (source) expect(plainly(masked(draft.slice(source.start, source.end)))).toBe(plainly(quote ?? ''));
        expect(report.findings.reduce((sum, one) => sum + one.lost, 0)).toBeCloseTo(100 - report.points, 8);
        expect(judged(draft, given)).toEqual(report);
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, (n: number) => string]>([
    ['one endless word', (n) => 'a'.repeat(n)],
    ['many sentences', (n) => 'We are sorry to hear that. '.repeat(n / 27)],
    [
      'nested quotes',
      (n) =>
        Array.from({ length: 1000 }, (_, depth) => `${'>'.repeat(depth + 1)} you said "so"`)
          .join('\n')
          .slice(0, n),
    ],
    ['quotation marks', (n) => '"we “'.repeat(n / 5)],
    ['only punctuation', (n) => '.,;:!?-()[]{}'.repeat(n / 13)],
    ['braces', (n) => '{{'.repeat(n / 2)],
    ['directions and nothing', (n) => '\u202ea\u200b'.repeat(n / 3)],
    ['lines', (n) => 'Hi\n'.repeat(n / 3)],
  ])('%s is answered', (_, make) => {
    judged(make(80_000), { kind: 'complaint' });
  });
});
