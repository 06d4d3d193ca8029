'use strict';

// Runs the command with the given arguments, and at its end writes the code cache of every file it loaded.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { load, scripts, suffix } = require('../bin/load.cjs');

process.on('exit', () => {
  for (const [file, script] of scripts) writeFileSync(file + suffix, script.createCachedData());
});
load(join(__dirname, '../dist/cli/main.cjs')).main();
