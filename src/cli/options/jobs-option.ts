/** @file How many threads there may be. */

import type { Command } from 'commander';
import type { Options } from './given';
import { collect, wholeNumber } from './options';

/** More would gain nothing: one thread reads. */
const MOST_JOBS = 256;

export function addJobsOption(command: Command): void {
  command.option(
    '-j, --jobs <threads>',
    'the most threads for many points (default: one for each core)',
    collect,
  );
}

/** @throws UsageError */
export function jobsOf({ jobs }: Options): number | undefined {
  return wholeNumber('--jobs', jobs, 1, MOST_JOBS);
}
