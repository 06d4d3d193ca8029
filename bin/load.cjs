'use strict';

// Loads the files of the command. Beside each may lie what V8 made of it when the package was built (`main.cjs.11.3.244.8-node.33-x64.cache`):
// where the same V8 runs, it need not read and compile the file again, which is most of a short run. Elsewhere the file alone is used.

const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const suffix = `.${process.versions.v8}-${process.arch}.cache`;
const modules = new Map();
/** The compiled script of every file that was loaded, by path. */
const scripts = new Map();
/** One file after the other is read into the same memory: what is touched for the first time costs more than reading does. */
let memory = Buffer.allocUnsafeSlow(3 << 20);

/** What the CommonJS file at an absolute path exports. The file holds ASCII only, and is one expression: the function that Node makes of a module. */
function load(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  const script = new Script(read(file).latin1Slice(), { filename: file, cachedData: cached(file) });
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

/** The bytes of a file, until the next is read. */
function read(file) {
  const descriptor = openSync(file);
  try {
    const { size } = fstatSync(descriptor);
    if (size > memory.length) memory = Buffer.allocUnsafeSlow(size);
    let length = 0;
    for (let got = 1; got > 0 && length < size; length += got) got = readSync(descriptor, memory, length, size - length, null);
    return memory.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function cached(file) {
  try {
    return read(file + suffix);
  } catch {
    return undefined;
  }
}

module.exports = { load, scripts, suffix };
