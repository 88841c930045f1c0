/** @file strace, which lets single calls of the system fail without making them. */

import { spawnSync } from 'node:child_process';
import { aptInstall } from '../../measure/debian';
import { FILES } from './bash';

/** By whatever name of the system a descriptor is read or written. */
export const CALLS = {
  read: 'read,pread64,readv,preadv',
  write: 'write,pwrite64,writev,pwritev',
  thread: 'clone,clone3',
} as const;
export type Call = keyof typeof CALLS;

export class Strace {
  private constructor(private readonly options: string) {}

  /** A strace that works here, installed if need be; else why there is none. */
  static find(): Strace | string {
    if (spawnSync('strace', ['-V']).status !== 0) aptInstall('strace');
    let reason = '';
    // The filter makes the calls that are not asked for as fast as ever; not every kernel has it.
    for (const options of ['-f --seccomp-bpf -qq', '-f -qq']) {
      const words = [...options.split(' '), '-o', '/dev/null', '-e', 'trace=write', 'true'];
      const { error, status, stderr } = spawnSync('strace', words, { encoding: 'utf8' });
      if (status === 0 && stderr === '') return new Strace(options);
      reason = error === undefined ? stderr.trim() : error.message;
    }
    return reason;
  }

  /**
   * The words of a shell before a command: its calls are logged, and some of them tampered with.
   *
   * @param file a file or FIFO of the script's folder; calls on others are let alone
   * @param tampering as in strace's -e inject: `error=EIO:when=3`. Each thread counts its own calls.
   */
  before(call: Call, file?: string, tampering?: string): string {
    const inject = tampering === undefined ? '' : ` -e inject=${CALLS[call]}:${tampering}`;
    const path = file === undefined ? '' : ` -P "$(realpath ${file})"`;
    return `strace ${this.options} -o ${FILES.calls} -e trace=${CALLS[call]}${inject}${path}`;
  }
}

/** Whether a call of the log was tampered with. */
export function isTampered(calls: string): boolean {
  return /\((INJECTED|DELAYED)\)/.test(calls);
}

/** The bytes read before the call that failed; undefined if several threads read side by side. */
export function bytesReadBefore(calls: string): number | undefined {
  const lines = calls.trimEnd().split('\n');
  const threads = new Set(lines.map((line) => /^\d+/.exec(line)?.[0]));
  if (threads.size > 1) return undefined;
  const before = lines.slice(
    0,
    lines.findIndex((line) => isTampered(line)),
  );
  return before.reduce((sum, line) => sum + Number(/ = (\d+)$/.exec(line)?.[1] ?? NaN), 0);
}
