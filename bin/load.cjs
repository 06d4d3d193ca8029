'use strict';

// Loads the files of the command. Beside each may lie what V8 made of it when the package was built (`main.cjs.11.3.244.8-node.33-x64.cache`):
// where the same V8 runs, it need not read and compile the file again, which is most of a short run. Elsewhere the file alone is used.

const { readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const suffix = `.${process.versions.v8}-${process.arch}.cache`;
const modules = new Map();
/** The compiled script of every file that was loaded, by path. */
const scripts = new Map();

/** What the CommonJS file at an absolute path exports. The file holds ASCII only. */
function load(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  const script = new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData: cached(file) });
  scripts.set(file, script);
  const module = { exports: {} };
  modules.set(file, module);
  const folder = dirname(file);
  const requireFrom = (name) => {
    // Only what Node itself has loaded may call `import()`.
    if (name === './import-module.cjs') return require(join(folder, name));
    return /^\.\.?\/.*\.cjs$/.test(name) ? load(join(folder, name)) : require(name.startsWith('.') ? join(folder, name) : name);
  };
  script.runInThisContext()(module.exports, requireFrom, module, file, folder);
  return module.exports;
}

function cached(file) {
  try {
    return readFileSync(file + suffix);
  } catch {
    return undefined;
  }
}

module.exports = { load, scripts, suffix };
