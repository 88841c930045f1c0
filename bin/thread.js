'use strict';

// A thread that takes part in a stream: `src/cli/process/threads.ts` starts it.
require('./dezero-cli.js').start('dist/cli/stream/worker.js');
