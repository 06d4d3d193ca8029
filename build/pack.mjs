import { basename } from 'node:path';
import { build } from 'esbuild';

/**
 * The chunks that nearly every run loads, as one file that exports `main` and `load`. esbuild splits what several entries share into some seventy chunks,
 * and what one takes from another is a function that V8 has to make, to hang up as a property and to call at each use. Bundled a second time they share
 * one scope. What they import dynamically of each other is still evaluated when it is first asked for.
 *
 * @param {Map<string, string>} chunks all chunks, ES modules by file name
 * @param {import('esbuild').Metafile} metafile of the build that made them
 * @param {{ now: Set<string>, later: Set<string> }} joined the names of those to join: what `main.js` imports, itself among them, and what it loads later
 * @param {import('esbuild').BuildOptions} options how they become CommonJS
 * @returns {Promise<string>} its code
 */
export async function joinChunks(chunks, metafile, { now, later }, options) {
  const sources = new Map([...chunks].map(([name, code]) => [`./${name}`, code]));
  sources.set('./now', shelf(now, metafile));
  sources.set('./later', shelf(later, metafile));
  const contents =
    "export { main } from './main.js'; import { take } from './now'; export const load = (path) => take(path) ?? require('./later').take(path);";
  const { outputFiles } = await build({
    ...options,
    stdin: { contents },
    bundle: true,
    write: false,
    plugins: [
      {
        name: 'chunks',
        setup(build) {
          build.onResolve({ filter: /^\./ }, ({ path }) => {
            const name = path.slice(2);
            const isJoined = now.has(name) || later.has(name) || !chunks.has(name);
            return isJoined && sources.has(path) ? { path, namespace: 'chunk' } : { path: path.replace(/\.js$/, '.cjs'), external: true };
          });
          build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({ contents: sources.get(path) }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** A module whose `take` hands out, by file name, what chunks outside take from joined ones. Nothing is made of it before one of them asks. */
function shelf(joined, { outputs }) {
  const cases = Object.entries(outputs)
    .filter(([path]) => joined.has(basename(path)))
    .map(([path, { exports }], k) => {
      const [name, names] = [basename(path), exports.map((one, i) => [one, `taken${k}_${i}`])];
      return {
        imported: `import { ${names.map(([one, here]) => `${one} as ${here}`).join(', ')} } from './${name}';`,
        taken: `case './${name}': return { ${names.map(([one, here]) => `get ${one}() { return ${here}; }`).join(', ')} };`,
      };
    });
  return `${cases.map(({ imported }) => imported).join('\n')}
    export function take(path) { switch (path) { ${cases.map(({ taken }) => taken).join('\n')} } }`;
}

/** The code of a chunk outside, which asks the file of the joined ones for what it takes from them, and others by their names as CommonJS. */
export function askingMain(code, chunks, joined) {
  return code.replaceAll(/\brequire\("\.\/([\w.-]+\.js)"\)/g, (call, name) => {
    if (joined.has(name)) return `require("./main.cjs").load("./${name}")`;
    return chunks.has(name) ? `require("./${name.replace(/\.js$/, '.cjs')}")` : call;
  });
}

/**
 * The outputs that a run needs which imports `entry` and then, while it works, the modules of `alsoLoaded`.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry an entry point
 * @param {readonly string[]} alsoLoaded sources that the entry imports dynamically
 * @returns {Set<string>} their file names
 */
export function outputsOf({ outputs }, entry, alsoLoaded) {
  const byEntry = new Map(Object.entries(outputs).flatMap(([path, { entryPoint }]) => (entryPoint ? [[entryPoint, path]] : [])));
  const found = new Set();
  const queue = [entry, ...alsoLoaded].map((source) => {
    const path = byEntry.get(source);
    if (!path) throw new Error(`${source} is in no chunk of its own; is it still imported dynamically?`);
    return path;
  });
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    queue.push(...outputs[path].imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map((one) => one.path));
  }
  return new Set([...found].map((path) => basename(path)));
}

/**
 * What stands around the code of a file so that it is one expression: the function that Node would make of it. bin/load.cjs compiles that as it is,
 * where otherwise the whole file would be copied to put the same words around it; Node's own `require` finds it called.
 */
export const [before, after] = [
  '(f=>this===globalThis?f:f(exports,require,module,__filename,__dirname))(function(exports,require,module,__filename,__dirname){',
  '});\n',
];
