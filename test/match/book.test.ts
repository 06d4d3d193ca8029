import { describe, expect, it } from 'vitest';
import { beginningsIn, lineIn, packBook, phrasesOf } from '../../src/match/book.js';
import { compilePhrases, createMatcher } from '../../src/match/index.js';
import { builtInRules } from '../../src/index.js';
import { splitWords } from '../../src/text/words.js';

const owner = (...texts: string[]) => {
  const phrases = texts.map((text, i) => ({ text, ...(i > 0 && { tag: `tag ${i}` }) }));
  return { phrases, phraseIndex: compilePhrases(phrases).index };
};

describe('the book of the shipped rules', () => {
  it.each(builtInRules())('says of $id what compiling its phrases says', ({ phrases, phraseIndex }) => {
    if (!phraseIndex || !('book' in phraseIndex)) throw new Error('not in the book');
    const { index, problems } = compilePhrases(phrases);
    expect(problems).toEqual([]);
    expect(phrases.map((_, i) => lineIn(phraseIndex, i)).join('\n')).toBe(index.phrases);
    expect(phraseIndex.book.lists).toEqual(expect.arrayContaining([...index.lists]));
    for (const [token, entries] of Object.entries(index.firsts))
      expect(beginningsIn(phraseIndex.book, token)).toContainEqual({ chapter: phraseIndex.number, entries });
  });
});

describe('a book', () => {
  const owners = [owner('we regret', 'kindly (do)? note'), owner(), owner('we ... sorry', 'kindly')];
  const book = packBook(owners);

  it('gives back the phrases of each chapter, with their tags', () => {
    owners.forEach(({ phrases }, number) => expect(phrasesOf({ book, number })).toEqual(phrases));
  });

  it('knows of no phrase that begins with another word', () => {
    expect(beginningsIn(book, 'regret')).toEqual([]);
    expect(beginningsIn(book, 'kindly').map(({ chapter }) => chapter)).toEqual([0, 2]);
  });

  it('is searched for the chapters that somebody asks for, and for phrases that are in none', () => {
    const matcher = createMatcher([
      { id: 'last', phrases: owners[2].phrases, phraseIndex: { book, number: 2 }, scope: [] },
      { id: 'own', phrases: [{ text: 'kindly note' }], scope: [] },
    ]);
    const text = 'we regret it, kindly note';
    const hits = matcher.inWords(splitWords(text), [{ start: 0, end: text.length }]);
    expect([...hits].map(([id, found]) => [id, found.map(({ phrase, tag }) => [phrase, tag])])).toEqual([
      ['last', [['kindly', 'tag 1']]],
      ['own', [['kindly note', undefined]]],
    ]);
  });
});
