import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMatcher } from '../../src/match/index.js';
import { splitSentences } from '../../src/text/sentences.js';
import { splitWords } from '../../src/text/words.js';

const word = fc.constantFrom('we', 'take', 'your', 'feedback', 'seriously');
/** A phrase, and the regular expression that says the same over words parted by spaces. */
const piece = fc.oneof(
  { weight: 4, arbitrary: word.map((w) => ({ phrase: w, pattern: `${w} ` })) },
  fc.tuple(word, word).map(([a, b]) => ({ phrase: `(${a}|${b} we)`, pattern: `(?:${a} |${b} we )` })),
  word.map((w) => ({ phrase: `(${w})?`, pattern: `(?:${w} )?` })),
);
const phrase = fc.tuple(word, fc.array(piece, { maxLength: 4 }), fc.boolean(), word).map(([first, pieces, gap, last]) => ({
  text: [first, ...pieces.map((each) => each.phrase), gap ? '...' : '', last].join(' '),
  pattern: `(?<=^| )${first} ${pieces.map((each) => each.pattern).join('')}${gap ? '(?:\\S+ ){0,6}' : ''}${last} `,
}));
const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));

it('finds a phrase exactly where a regular expression over the words would', () => {
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), text, (phrases, draft) => {
      const owners = phrases.map((each, i) => ({ id: `${i}`, phrases: [{ text: each.text }], scope: [] }));
      const hits = createMatcher(owners).inWords(splitWords(draft), [{ start: 0, end: draft.length }]);
      phrases.forEach((each, i) => {
        const starts = new Set((hits.get(`${i}`) ?? []).map(({ span }) => span.start));
        const first = new RegExp(each.pattern).exec(`${draft} `);
        expect(first === null ? undefined : first.index).toBe([...starts][0]);
      });
    }),
  );
});

it('never leaves the text or a sentence, whatever the text holds', () => {
  const matcher = createMatcher([
    { id: 'r', phrases: [{ text: 'we ... your' }, { text: 'take (your)? feedback' }, { text: '^ we' }], scope: [] },
  ]);
  const messy = fc.array(fc.oneof(word, fc.string(), fc.constantFrom('.', '!', '\n', '\n\n', ',', ' - ', '“', ')', '\u200b')), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(messy, (pieces) => {
      const draft = pieces.join(' ');
      const sentences = splitSentences(draft);
      for (const { span } of matcher.inWords(splitWords(draft), sentences).get('r') ?? []) {
        expect(sentences.filter((each) => each.start <= span.start && span.end <= each.end)).toHaveLength(1);
      }
    }),
  );
});

it('answers a text in which every word begins a phrase', () => {
  const matcher = createMatcher([{ id: 'r', phrases: [{ text: 'we ... we ... we ... sorry' }], scope: [] }]);
  const draft = 'we '.repeat(40_000);
  expect(matcher.inWords(splitWords(draft), [{ start: 0, end: draft.length }]).get('r') ?? []).toEqual([]);
});
