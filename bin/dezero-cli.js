#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/dezero-cli.js');
if (existsSync(program)) {
  require(program);
} else {
  console.error('dezero-cli: not built yet: run `npm install` or `npm run build` in the package');
  process.exitCode = 70;
}
