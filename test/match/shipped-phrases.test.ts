import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formsOf, wordList } from '../../src/lexicon/index.js';
import { createMatcher } from '../../src/match/index.js';
import { parsePhrase, type Part } from '../../src/match/parse-phrase.js';
import { splitSentences } from '../../src/text/sentences.js';
import { splitWords } from '../../src/text/words.js';

const folder = new URL('../../rules/', import.meta.url);
const rules = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/rule.yml`, folder)));

/** Every phrase of a rule, whatever group it stands in. */
function phrasesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(phrasesIn) : [];
}

/** A word that a token stands for. */
function wordFor(token: string): string {
  if (token === '...') return 'quite';
  if (token === '#') return '3';
  if (token.startsWith('<')) return formsOf(token.slice(1))[0];
  if (!token.startsWith('@')) return token;
  const { words, phrases } = wordList(token.slice(1));
  return [...words][0] ?? phrases[0];
}

/** Ways to write the parts out: one with the first of all alternatives, and one more for each other alternative. */
function written(parts: readonly Part[]): string[][] {
  const options = parts.flatMap((part): string[][][] =>
    part.kind === 'choice' ? [part.of.flatMap(written)] : part.tokens.map((token) => token.split('|').map((one) => [wordFor(one)])),
  );
  const first = options.map(([one]) => one);
  return [first, ...options.flatMap((each, at) => each.slice(1).map((one) => first.with(at, one)))].map((words) => words.flat());
}

/** A short form is written on to the word before it. */
function spelled(words: readonly string[]): string {
  return words.join(' ').replace(/ (?='(?:s|d|ll|re|ve|m)\b)/g, '');
}

describe('the phrases of a shipped rule', () => {
  it.each(rules)('%s: each, in each of its alternatives, is met where it is written out', (rule) => {
    const { phrases } = parse(readFileSync(new URL(`${rule}/rule.yml`, folder), 'utf8')) as { phrases?: unknown };
    const unmet = phrasesIn(phrases).flatMap((text) => {
      const parsed = parsePhrase(text);
      if ('error' in parsed) return [`${text}: ${parsed.error}`];
      const matcher = createMatcher([{ id: rule, phrases: [{ text }], scope: ['body'] }]);
      return written(parsed.parts)
        .map((words) => spelled(words))
        .filter((line) => (matcher.inWords(splitWords(line), splitSentences(line)).get(rule) ?? []).length === 0)
        .map((line) => `${text}: not in “${line}”`);
    });
    expect(unmet).toEqual([]);
  });
});
