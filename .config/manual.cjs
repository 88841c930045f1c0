// Part of `npm run build`: writes the manual page, from what the compiled program says of itself.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { manual } = require('../dist/cli/manual.js');

const changelog = readFileSync(join(__dirname, '../CHANGELOG.md'), 'utf8');
writeFileSync(join(__dirname, '../dist/dezero-cli.1'), manual(changelog));
