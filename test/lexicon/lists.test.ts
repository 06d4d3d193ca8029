import { describe, expect, it } from 'vitest';
import { compileLists } from '../../src/lexicon/compile-lists.js';
import { inList, wordList } from '../../src/lexicon/index.js';

const source = (name: string, ...texts: string[]) => ({
  name,
  file: `${name}.yml`,
  entries: texts.map((text, i) => ({ text, line: i + 1 })),
});

describe('word lists', () => {
  it('takes in other lists, inflects verbs and folds spelling', () => {
    const { lists, problems } = compileLists([source('a', 'Color', '@b', 'customer service'), source('b', '<send>', "can't")]);
    expect(problems).toEqual([]);
    expect(lists.a).toEqual(['colour', 'send', 'sends', 'sent', 'sending', 'can not', 'customer service']);
  });

  it('says which line is wrong, and what was meant', () => {
    const { problems } = compileLists([source('teams', 'sales', '@teems'), source('loop', '@loop'), source('verbs', '<xyzzy>', '!!')]);
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['teams.yml', 2, 'there is no word list @teems; did you mean teams?'],
      ['loop.yml', 1, '@loop takes in itself: loop → loop'],
      ['verbs.yml', 1, '<xyzzy> is no verb that replylint knows: write its forms out'],
      ['verbs.yml', 2, '"!!" holds no word'],
    ]);
  });

  it('are there at run time, and an unknown one is empty', () => {
    expect(inList('numbers', 'seven')).toBe(true);
    expect(inList('numbers', 'kettle')).toBe(false);
    expect(wordList('no-such-list').words.size).toBe(0);
  });
});
