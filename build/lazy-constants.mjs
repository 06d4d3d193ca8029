import { transformSync } from 'esbuild';

const REGULAR = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/.source;
const TEXT = /'(?:\\.|[^'\\\n])*'/.source;
const TEXTS = `${TEXT}(?:\\s*\\+\\s*${TEXT})*`;
/** `'refund credit'.split(' ')` */
export const SPLIT = `(?:${TEXT}|\\(\\s*${TEXTS}\\s*\\))\\.split\\(\\s*' ',?\\s*\\)`;
const LIST = `\\[\\s*${TEXT}(?:,\\s*${TEXT})*,?\\s*\\]`;
/** `new Set('refund credit'.split(' '))`, `new Set(['refund', 'credit'])`, or the first of them by a {@link HELPER} of the module. */
const SET = `new Set\\(\\s*(?:${SPLIT}|${LIST}),?\\s*\\)|(?:set|words|names)\\(\\s*${TEXTS},?\\s*\\)`;
const HELPER = /^const (set|words|names) = \((\w+): string\): ReadonlySet<string> => new Set\(\2\.split\(' '\)\);$/m;

/** A pattern or a set of words at the top of a module: `const GREETING = /^(?:hi|hello)\b/;`. */
const CONSTANT = new RegExp(`^const ([A-Z][A-Z0-9_]*)(?:: ReadonlySet<string>)? =(\\s+)(${REGULAR}|${SET});$`, 'gm');

/**
 * Source code in which the patterns and sets of words at the top of a module are made when they are first asked for; behaves the same, and no line moves. There
 * are two hundred patterns and as many sets on the way of every draft; V8 reads each pattern when it is made, and makes a string of each word. A draft asks for a
 * third of them.
 *
 * @param {string} source TypeScript
 * @returns {string}
 */
export function withLazyConstants(source) {
  const helper = HELPER.exec(source)?.[1];
  const isKnown = (value) => /^(?:\/|new )/.test(value) || value.startsWith(`${helper}(`);
  const names = [...source.matchAll(CONSTANT)].flatMap(([, name, , value]) => (isKnown(value) ? [name] : []));
  if (names.length === 0) return source;
  // Names of variables are shortened: one that is left is also a word in a text, or the name of a property.
  const { code } = transformSync(source, { loader: 'ts', format: 'esm', minify: true });
  const sure = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  if (sure.length === 0) return source;
  const late = source.replaceAll(CONSTANT, (declaration, name, space, value) =>
    sure.includes(name) ? `let ${name}$made; function ${name}$() { return (${name}$made ??=${space}${value}); }` : declaration,
  );
  return late.replaceAll(new RegExp(`\\b(?:${sure.join('|')})\\b(?!\\$)`, 'g'), '$&$$()');
}
