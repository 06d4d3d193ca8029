#!/usr/bin/env node
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`replylint: Node.js ${process.versions.node} is too old; it needs 20.19 or later\n`);
  process.exitCode = 2;
} else {
  const { join } = require('node:path');
  require('./load.cjs').load(join(__dirname, '../dist/cli/main.cjs')).main();
}
