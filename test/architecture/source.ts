import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { build, transform } from 'esbuild';

export interface SourceFile {
  /** From the root: `src/text/span.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path from the root without its extension's disguise (`src/text/span.ts`), or a package's name, or `node:fs`. */
  readonly target: string;
  readonly kind: 'file' | 'package' | 'builtin';
  readonly typeOnly: boolean;
}

/** Every import and re-export of a file, types included, as esbuild's parser reads them. */
export async function importsOf(file: SourceFile): Promise<Import[]> {
  const running = new Set(await specifiers(file.path, file.text));
  // esbuild drops what is only a type, so those imports are shown to it once more without the word.
  const all = await specifiers(file.path, file.text.replaceAll(/\b(import|export)\s+type(?=\s*[{*]|\s+\w+\s+from\b)/g, '$1'));
  const inTypes = [...file.text.matchAll(/\btypeof import\(\s*['"]([^'"]+)['"]|[:<|&]\s*import\(\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? match[2]!,
  );
  return [...new Set([...all, ...inTypes])].map((specifier) => ({ ...resolve(file.path, specifier), typeOnly: !running.has(specifier) }));
}

/** Names that stand for the outside world; esbuild's `define` finds them only where they are not a variable of the file's own. */
const world = [
  'process',
  'console',
  'performance',
  'require',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'Date.now',
  'Math.random',
  'crypto',
  '__dirname',
];

/** What a file uses of the process, the console, the clock or chance. */
export async function worldlyUses(file: SourceFile): Promise<string[]> {
  const mark = (name: string): string => `WORLD_${name.replace('.', '_')}_`;
  const { code } = await transform(file.text, {
    loader: 'ts',
    define: { ...Object.fromEntries(world.map((name) => [name, mark(name)])), Date: mark('Date') },
    minifyWhitespace: true,
  });
  const uses = world.filter((name) => code.includes(mark(name)));
  // `new Date(x)` only reads a date that is given; `new Date` and `Date()` read the clock.
  if (/\bnew WORLD_Date_(?!\((?!\)))|(?<!new )\bWORLD_Date_\(/.test(code)) uses.push('new Date()');
  return uses;
}

/** A file's string literals. */
export async function stringsOf(file: SourceFile): Promise<string[]> {
  const { code } = await transform(file.text, { loader: 'ts', minifyWhitespace: true, charset: 'utf8' });
  return [...code.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? match[2]!);
}

async function specifiers(path: string, text: string): Promise<string[]> {
  const found: string[] = [];
  await build({
    stdin: { contents: text, loader: 'ts', sourcefile: path },
    bundle: true,
    write: false,
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [
      {
        name: 'listen',
        setup: ({ onResolve }) =>
          onResolve({ filter: /.*/ }, ({ path: specifier, kind }) => {
            if (kind !== 'entry-point') found.push(specifier);
            return { path: specifier, external: true };
          }),
      },
    ],
  });
  return found;
}

function resolve(from: string, specifier: string): Pick<Import, 'target' | 'kind'> {
  if (specifier.startsWith('.')) return { kind: 'file', target: posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') };
  if (specifier === 'replylint/rule') return { kind: 'file', target: 'src/rule/index.ts' };
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const builtin = specifier.startsWith('node:') || builtinModules.includes(name);
  return builtin ? { kind: 'builtin', target: `node:${name.replace(/^node:/, '')}` } : { kind: 'package', target: name };
}
