'use strict';

// Runs the command with the given arguments, and at its end writes the code cache of every file it loaded.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { load, scripts, suffix } = require('../bin/load.cjs');

// What was compiled to machine code here would be compiled again by every run, at the first call, though few runs call it often. And no bytecode is
// to be thrown away because it lay unused for a while. The flags of the cache must be those of a run.
setFlagsFromString('--no-sparkplug');
setFlagsFromString('--no-flush-bytecode');
process.on('exit', () => {
  setFlagsFromString('--sparkplug');
  setFlagsFromString('--flush-bytecode');
  for (const [file, script] of scripts) writeFileSync(file + suffix, script.createCachedData());
});
load(join(__dirname, '../dist/cli/main.cjs')).main();
