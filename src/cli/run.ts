/** @file The program as a process: its arguments, its exit status. The launcher in bin starts it. */

import { endRun, holdRun } from './process/foreign-code';
import { main } from './main';
import { processIo } from './process/process-io';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

holdRun();
void main(process.argv.slice(2), processIo).then(endRun);
