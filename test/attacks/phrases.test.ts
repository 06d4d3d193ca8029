import { describe, expect, it } from 'vitest';
import { createLinter } from '../../src/index.js';
import { loadRule } from '../../src/rule/load.js';

const many = (piece: string, times: number): string => Array<string>(times).fill(piece).join(' ');

/** Phrases that multiply the ways to read a text, and texts that take every one of them. */
const phrases: readonly (readonly [name: string, phrase: string, text: string])[] = [
  ['numbers', many('#', 30), many('two', 3000)],
  ['numbers in alternatives', many('(#|two)', 30), many('two hundred', 2000)],
  ['gaps', many('a ...', 30) + ' b', many('a', 3000)],
  ['gaps within bounds', 'a ... a ... a ... b', many('a', 3000)],
  ['optional words', `${many('(a)?', 200)} b`, many('a', 3000)],
  ['alternatives of the same words', `${many('(a|a a|a a a)', 30)} b`, many('a', 3000)],
  ['lists of words', many('@numbers', 60), many('two hundred', 2000)],
  ['brackets in brackets', `${'('.repeat(10_000)}a${')'.repeat(10_000)}`, 'a'],
  ['a long phrase', many('word', 10_000), many('word', 3000)],
  ['open brackets', '('.repeat(5000), 'a'],
];

describe('a phrase of a team costs little, or is refused', () => {
  it.each(phrases)('%s', async (_, phrase, text) => {
    const rule = await loadRule(JSON.stringify({ id: 'own', message: 'No.', phrases: [phrase] }), 'own.yml');
    if (!('id' in rule)) {
      expect(rule).toHaveLength(1);
      expect(rule[0].message).toMatch(/^[^\n]{10,400}$/);
      return;
    }
    expect(createLinter([rule]).lintText({ draft: text })).toHaveProperty('findings');
    expect(createLinter([], { vocabulary: [{ phrase, reason: 'house style' }] }).lintText({ draft: text })).toHaveProperty('findings');
  });
});
