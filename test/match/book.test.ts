import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBook, phrasesOf } from '../../src/match/book.js';
import { compilePhrases, createMatcher } from '../../src/match/index.js';
import { builtInRules } from '../../src/index.js';
import { splitSentences } from '../../src/text/sentences.js';
import { splitWords } from '../../src/text/words.js';

const rules = builtInRules();
const inBook = createMatcher(rules);
const unpacked = createMatcher(rules.map(({ id, phrases, scope }) => ({ id, phrases, scope })));

const found = (matcher: typeof inBook, text: string) => [...matcher.inWords(splitWords(text), splitSentences(text))].sort();

describe('the book of the shipped rules', () => {
  it('finds in every example of theirs what their phrases find', () => {
    const examples = rules.flatMap(({ examples: { bad, good } }) => [...bad, ...good]);
    expect(examples.flatMap((text) => found(inBook, text)).length).toBeGreaterThan(20);
    for (const text of examples) expect(found(inBook, text)).toEqual(found(unpacked, text));
  });

  it('finds in any text made of their words what their phrases find', () => {
    const phrases = rules.flatMap((rule) => rule.phrases.map(({ text }) => text.split(/[^\p{L}\p{N}'’-]+/u).join(' ')));
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...phrases), fc.constantFrom('you', 'is', "'s", 'very', 'two hundred', '.', ',', '\n\n')),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        expect(found(inBook, text)).toEqual(found(unpacked, text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a book', () => {
  const owner = (...texts: string[]) => {
    const phrases = texts.map((text, i) => ({ text, ...(i > 0 && { tag: `tag ${i}` }) }));
    return { phrases, phraseIndex: compilePhrases(phrases).index };
  };
  const owners = [owner('we regret', 'kindly (do)? note'), owner(), owner('we ... sorry', 'kindly', '^ we')];
  const book = packBook(owners);

  it('gives back the phrases of each chapter, with their tags', () => {
    owners.forEach(({ phrases }, number) => expect(phrasesOf({ book, number })).toEqual(phrases));
  });

  it('is searched for the chapters that somebody asks for, beside phrases that are in none', () => {
    const matcher = createMatcher([
      { id: 'last', phrases: owners[2].phrases, phraseIndex: { book, number: 2 }, scope: [] },
      { id: 'own', phrases: [{ text: 'kindly note' }], scope: [] },
    ]);
    const said = found(matcher, 'we regret it, kindly note').map(([id, hits]) => [id, hits.map(({ phrase, tag }) => [phrase, tag])]);
    expect(said).toEqual([
      [
        'last',
        [
          ['^ we', 'tag 2'],
          ['kindly', 'tag 1'],
        ],
      ],
      ['own', [['kindly note', undefined]]],
    ]);
  });

  it('is not needed: phrases of another book are looked for by themselves', () => {
    const other = owner('kindly note');
    const matcher = createMatcher([
      { id: 'one', phrases: owners[0].phrases, phraseIndex: { book, number: 0 }, scope: [] },
      { id: 'two', ...other, phraseIndex: { book: packBook([other]), number: 0 }, scope: [] },
    ]);
    expect(found(matcher, 'kindly note').map(([id]) => id)).toEqual(['one', 'two']);
  });
});
