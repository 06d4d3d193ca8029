import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/match/index.js';
import { splitSentences } from '../../src/text/sentences.js';
import { splitWords } from '../../src/text/words.js';

/** The texts that a phrase marks in `text`. */
function marks(phrases: string | string[], text: string): string[] {
  const matcher = createMatcher([{ id: 'r', phrases: [phrases].flat().map((each) => ({ text: each })), scope: ['body'] }]);
  const hits = matcher.inWords(splitWords(text), splitSentences(text)).get('r') ?? [];
  return hits.map(({ span }) => text.slice(span.start, span.end));
}

const rows = readFileSync(new URL('../../docs/phrases.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [phrase, meets, misses] = line
      .slice(2, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    const texts = (cell: string) => cell.replaceAll('<br>', '\n').split(' / ');
    return { phrase: phrase.slice(1, -1).replaceAll('\\|', '|'), meets: texts(meets), misses: texts(misses) };
  });

describe('docs/phrases.md', () => {
  it('has examples', () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it.each(rows.flatMap(({ phrase, meets }) => meets.map((text) => ({ phrase, text }))))('`$phrase` meets "$text"', ({ phrase, text }) => {
    expect(marks(phrase, text)).toHaveLength(1);
  });

  it.each(rows.flatMap(({ phrase, misses }) => misses.map((text) => ({ phrase, text }))))(
    '`$phrase` does not meet "$text"',
    ({ phrase, text }) => {
      expect(marks(phrase, text)).toEqual([]);
    },
  );
});

describe('what a hit marks', () => {
  it('is the words of the phrase and nothing around them', () => {
    expect(marks('we take ... seriously', '“Yes, we take all\n  feedback very seriously,” she said.')).toEqual([
      'we take all\n  feedback very seriously',
    ]);
  });

  it('is the longest way to read it', () => {
    expect(marks(['prior to', 'prior to (your)? departure'], 'Prior to your departure, call us.')).toEqual(['Prior to your departure']);
  });

  it('is the closest end of a gap', () => {
    expect(marks('we ... sorry', 'We are sorry, so sorry.')).toEqual(['We are sorry']);
  });

  it('is each place where it stands', () => {
    expect(marks('at # pm', 'At 3 pm or at four pm.')).toEqual(['At 3 pm', 'at four pm']);
  });
});
