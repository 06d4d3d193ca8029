import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../src/text/glob.js';

describe('globs', () => {
  test.each([
    ['macros/**', 'macros/a/b.md'],
    ['macros/**/*.md', 'macros/b.md'],
    ['macros/**/*.md', 'macros/a/c/b.md'],
    ['**/late/*.{md,html}', 'a/b/late/x.html'],
    ['*.md', 'deep/down/reply.md'],
    ['./*.md', 'reply.md'],
    ['/reply.md', 'reply.md'],
    ['macros/', 'macros/a.md'],
    ['a?c.txt', 'abc.txt'],
    ['a?c.txt', 'a😀c.txt'],
    ['[a-c]x', 'bx'],
    ['[!a-c]x', 'dx'],
    ['[]]x', ']x'],
    ['a\\*b', 'a*b'],
    ['{a,b{c,d}}.md', 'bd.md'],
    ['**', 'any/thing'],
    ['a/**/b/**/c', 'a/x/b/b/y/c'],
    ['.drafts/*', '.drafts/.x'],
  ])('%s matches %s', (pattern, path) => expect(matchesGlob(pattern, path)).toBe(true));

  test.each([
    ['macros/*', 'macros/a/b.md'],
    ['macros/**', 'other/macros'],
    ['macros/*.md', 'x/macros/a.md'],
    ['./*.md', 'deep/reply.md'],
    ['*.md', 'reply.mdx'],
    ['a?c', 'a/c'],
    ['[!a-c]x', 'ax'],
    ['a\\*b', 'axb'],
    ['a.c', 'abc'],
    ['{a,b}', 'c'],
    ['A.md', 'a.md'],
  ])('%s does not match %s', (pattern, path) => expect(matchesGlob(pattern, path)).toBe(false));

  test('a hostile pattern is answered', () => {
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false);
    expect(matchesGlob(`${'**/a/'.repeat(90)}b`, 'a/'.repeat(2000))).toBe(false);
    expect(matchesGlob('{a,b}'.repeat(80), 'ab')).toBe(false);
  });
});
