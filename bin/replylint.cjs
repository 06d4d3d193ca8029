#!/usr/bin/env node
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`replylint: Node.js ${process.versions.node} is too old; it needs 20.19 or later\n`);
  process.exitCode = 2;
} else {
  const { join } = require('node:path');
  const main = join(__dirname, '../dist/cli/main.cjs');
  try {
    require('./load.cjs').load(main).main();
  } catch (error) {
    if (error.code !== 'ENOENT' || error.path !== main) throw error;
    const home = join(__dirname, '..');
    process.stderr.write(
      `replylint: ${home} has not been built; run \`npm ci && npm run build\` there, or install the file that \`npm pack\` writes\n`,
    );
    process.exitCode = 2;
  }
}
