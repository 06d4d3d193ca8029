#!/usr/bin/env node
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`replylint: Node.js ${process.versions.node} is too old; it needs 20.19 or later\n`);
  process.exitCode = 2;
} else {
  require('../dist/cli/main.cjs').main();
}
