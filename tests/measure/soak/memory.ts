/** @file The memory of another process, where the system tells it: Linux does. */

import { readFileSync } from 'node:fs';

/** The most that the process has had at a time, in MB; undefined where that is not to be had. */
export function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'latin1');
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
