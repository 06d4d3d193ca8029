#!/usr/bin/env node
'use strict';

// For programs that can only be told the name of a sendmail: `replylint sendmail` under a name of its own.
process.argv.splice(2, 0, 'sendmail');
module.exports = require('./replylint.cjs');
