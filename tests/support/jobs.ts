/** @file The option --jobs of the built program, where it has one. */

import { bash } from './program';

/** Whether `diff` can be told how many jobs to run at a time. */
export function hasJobs(): boolean {
  return /--jobs\b/.test(bash('dz diff --help').stdout);
}
