import { describe, expect, it } from 'vitest';
import { entriesFrom, inList, listNames, wordList } from '../../src/lexicon/index.js';

const lists = listNames().map((name) => ({ name, ...wordList(name) }));
const firsts = new Set(lists.flatMap(({ words, phrases }) => [...words, ...phrases.map((phrase) => phrase.split(' ')[0])]));

describe('the packed word lists', () => {
  it.each(lists)('say of $name what the list itself says', ({ name, words, phrases }) => {
    expect([...firsts].filter((word) => inList(name, word)).sort()).toEqual([...words].sort());
    const longer = [...firsts].flatMap((word) =>
      entriesFrom(word).flatMap(({ list, rest }) => (list === name && rest ? [[word, ...rest].join(' ')] : [])),
    );
    expect(longer.sort()).toEqual([...phrases].sort());
  });

  it('know nothing of other words', () => {
    for (const word of ['', 'xyzzy', 'constructor', '__proto__', '日本語']) {
      expect(entriesFrom(word)).toEqual([]);
      expect(inList('numbers', word)).toBe(false);
    }
    expect(inList('no-such-list', 'two')).toBe(false);
  });
});
