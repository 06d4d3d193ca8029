import { parsePhrase } from './parse-phrase.js';
import type { Sequence } from './parse-phrase.js';
import type { Phrase } from './phrase.js';

/**
 * The phrases of one rule, expanded and grouped by first token: flat text, so that the build can write it down and start-up need not unfold it.
 * Each line of a group is `[^][$]index:other tokens`, the index being that of the phrase in the rule's list.
 */
export type PhraseIndex = Readonly<Record<string, string>>;

/** What is wrong with a phrase, by its index in the list. */
export interface PhraseProblem {
  readonly index: number;
  readonly message: string;
}

/** Expands phrases and groups them by first token. Phrases that cannot be read are told and left out. */
export function compilePhrases(phrases: readonly Phrase[]): { index: PhraseIndex; problems: PhraseProblem[] } {
  const groups: Record<string, string> = Object.create(null);
  const problems: PhraseProblem[] = [];
  phrases.forEach(({ text }, index) => {
    const parsed = parsePhrase(text);
    if ('error' in parsed) {
      problems.push({ index, message: parsed.error });
      return;
    }
    for (const sequence of parsed.sequences) {
      const line = `${sequence.atStart ? '^' : ''}${sequence.atEnd ? '$' : ''}${index}:${sequence.tokens.slice(1).join(' ')}`;
      for (const first of sequence.tokens[0].split('|')) groups[first] = groups[first] === undefined ? line : `${groups[first]}\n${line}`;
    }
  });
  return { index: groups, problems };
}

/** A line of a {@link PhraseIndex} group, read back: the tokens after the first. */
export function readLine(line: string): Omit<Sequence, 'tokens'> & { phrase: number; rest: readonly string[] } {
  const colon = line.indexOf(':');
  const head = line.slice(0, colon);
  const rest = line.slice(colon + 1);
  return {
    atStart: head.startsWith('^'),
    atEnd: head.includes('$'),
    phrase: Number(head.replace(/^[$^]+/, '')),
    rest: rest === '' ? [] : rest.split(' '),
  };
}

/** Names of the word lists that an index speaks of. */
export function listsOf(index: PhraseIndex): string[] {
  const found = new Set<string>();
  for (const first in index) {
    if (first.startsWith('@')) found.add(first.slice(1));
    const lines = index[first];
    if (lines.includes('@')) for (const [, name] of lines.matchAll(/[ :|]@([^\s|]+)/g)) found.add(name);
  }
  return [...found];
}
