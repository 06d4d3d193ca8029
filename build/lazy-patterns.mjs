import { transformSync } from 'esbuild';

/** A pattern at the top of a module: `const GREETING = /^(?:hi|hello)\b/;`. */
const PATTERN = /^const ([A-Z][A-Z0-9_]*) =(\s+\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*);$/gm;

/**
 * Source code in which the patterns at the top of a module are made when they are first asked for; behaves the same, and no line moves. There are two
 * hundred on the way of every draft, V8 reads each when it is made, and a draft asks for a third of them.
 *
 * @param {string} source TypeScript
 * @returns {string}
 */
export function withLazyPatterns(source) {
  const names = [...source.matchAll(PATTERN)].map(([, name]) => name);
  if (names.length === 0) return source;
  // Names of variables are shortened: one that is left is also a word in a text, or the name of a property.
  const { code } = transformSync(source, { loader: 'ts', format: 'esm', minify: true });
  const sure = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
  if (sure.length === 0) return source;
  const late = source.replaceAll(PATTERN, (declaration, name, pattern) =>
    sure.includes(name)
      ? `let ${name}$made: RegExp | undefined; function ${name}$(): RegExp { return (${name}$made ??=${pattern}); }`
      : declaration,
  );
  return late.replaceAll(new RegExp(`\\b(?:${sure.join('|')})\\b(?!\\$)`, 'g'), '$&$$()');
}
