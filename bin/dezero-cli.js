#!/usr/bin/env node
'use strict';

require('./launcher.js').start('dist/cli/run.js');
