/**
 * Puts the chunks that nearly every run loads into the file of the entry, which saves Node the search for a dozen files. Each stays a function of
 * its own that runs when it is first asked for; the other chunks ask the entry's `load` for them.
 *
 * @param {Map<string, string>} chunks CommonJS code by file name (`./main.cjs`)
 * @param {string} entry the name of the entry's chunk; it must export `main`
 * @param {Set<string>} common the names of the chunks to put into it, the entry's own among them
 * @returns {Map<string, string>} the files to write
 */
export function pack(chunks, entry, common) {
  const files = new Map();
  const inner = [];
  for (const [name, code] of chunks) {
    // Brackets make V8 compile the function at once instead of reading it twice.
    if (common.has(name)) inner.push(`${JSON.stringify(name)}:(function(module,exports,require){${code}})`);
    else
      files.set(
        name,
        code.replaceAll(/\brequire\("(\.\/[^"]+)"\)/g, (call, path) => (common.has(path) ? `require("${entry}").load("${path}")` : call)),
      );
  }
  files.set(
    entry,
    `"use strict";const chunks={${inner.join(',\n')}};const loaded={};` +
      'const load=(path)=>{if(loaded[path])return loaded[path].exports;if(!chunks[path])return require(path);' +
      'const module=loaded[path]={exports:{}};chunks[path](module,module.exports,load);return module.exports};' +
      `exports.load=load;exports.main=(...given)=>load(${JSON.stringify(entry)}).main(...given);\n`,
  );
  return files;
}

/**
 * The outputs that a run needs which imports `entry` and then, while it works, the modules of `alsoLoaded`.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} entry an entry point
 * @param {readonly string[]} alsoLoaded sources that the entry imports dynamically
 * @returns {Set<string>} paths of outputs
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
  return found;
}

/**
 * What stands around the code of a file so that it is one expression: the function that Node would make of it. bin/load.cjs compiles that as it is,
 * where otherwise the whole file would be copied to put the same words around it; Node's own `require` finds it called.
 */
export const [before, after] = [
  '(f=>this===globalThis?f:f(exports,require,module,__filename,__dirname))(function(exports,require,module,__filename,__dirname){',
  '});\n',
];
