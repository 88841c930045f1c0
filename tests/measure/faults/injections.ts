/** @file Faults of single calls: the n-th read or write of a run fails, for every n that it has. */

import { FILES, type Outcome } from './bash';
import { CLOSED_PIPE, type Expectation, failure, UNDISTURBED } from './expectation';
import { bytesReadBefore, type Call, type Strace } from './strace';
import { INPUTS, type Work } from './work';

export interface Injection {
  readonly name: string;
  readonly call: Call;
  /** What is read or written by the call. */
  readonly stream?: 'input' | 'output' | 'error';
  /** What strace does to the n-th call. */
  readonly tampering: (n: number) => string;
  readonly expected: (outcome: Outcome, work: Work) => Expectation;
}

const failing =
  (error: string) =>
  (n: number): string =>
    `error=${error}:when=${String(n)}`;

/** Once, twice or three times in a row. */
const failingOften =
  (error: string) =>
  (n: number): string =>
    `error=${error}:when=${String(n)}..${String(n + (n % 3))}`;

const late = (n: number): string => `delay_enter=30000:when=${String(n)}`;

/** A write that fails: the rows before it are kept, none comes after it. */
function badWrite(
  what: string,
  tampering: Injection['tampering'],
  expectation: Expectation,
): Injection {
  const name = `n-th write: ${what}`;
  return { name, call: 'write', stream: 'output', tampering, expected: () => expectation };
}

function badRead(
  what: string,
  tampering: Injection['tampering'],
  expected: Injection['expected'],
): Injection {
  return { name: `n-th read: ${what}`, call: 'read', stream: 'input', tampering, expected };
}

/** The failure is named; the rows of all lines that came before it are there, and end well. */
const readFailure =
  (message: string) =>
  ({ calls, output }: Outcome, work: Work): Expectation => {
    const bytes = bytesReadBefore(calls);
    const rows = bytes === undefined ? work.rowsIn(output) : work.linesIn(bytes);
    return {
      ...failure(`cannot read standard input: ${message}`),
      output: work.firstRows(rows),
    };
  };

const undisturbed = (): Expectation => UNDISTURBED;

export const INJECTIONS: readonly Injection[] = [
  badWrite('EIO', failing('EIO'), failure('write error: EIO: i/o error')),
  badWrite('ENOSPC', failing('ENOSPC'), failure('write error: ENOSPC: no space left on device')),
  badWrite('EPIPE', failing('EPIPE:signal=SIGPIPE'), CLOSED_PIPE),
  badWrite('EAGAIN, 1 to 3 times', failingOften('EAGAIN'), UNDISTURBED),
  badWrite('EINTR, 1 to 3 times', failingOften('EINTR'), UNDISTURBED),
  badWrite('no byte is taken', (n) => `retval=0:when=${String(n)}`, UNDISTURBED),
  badWrite('30 ms late', late, UNDISTURBED),
  badRead('EIO', failing('EIO'), readFailure('EIO: i/o error')),
  badRead('EAGAIN, 1 to 3 times', failingOften('EAGAIN'), undisturbed),
  // No signal of Node's interrupts a read, and libuv leaves it to its caller to try again: so both
  // are right, to try again and to name it.
  badRead('EINTR', failing('EINTR'), (outcome, work) =>
    outcome.end === 0 ? UNDISTURBED : readFailure('EINTR: interrupted system call')(outcome, work),
  ),
  badRead('30 ms late', late, undisturbed),
  {
    name: 'n-th write to standard error: EIO',
    call: 'write',
    stream: 'error',
    tampering: failing('EIO'),
    expected: () => ({ ...UNDISTURBED, end: 2, errors: /^(dezero-cli: .*\n)*$/ }),
  },
];

/** What several jobs need besides. Without a thread they are slower, or end with a word. */
export const THREAD_INJECTION: Injection = {
  name: 'n-th thread cannot start: EAGAIN',
  call: 'thread',
  tampering: failing('EAGAIN'),
  expected: ({ end }) =>
    end === 0
      ? UNDISTURBED
      : { end: end === 70 ? 70 : 2, errors: /^dezero-cli: .*\n$/, output: 'beginning' },
};

/** The script of bash in which the n-th call of a run between files is tampered with. */
export function betweenFiles(
  { call, stream, tampering }: Injection,
  n: number,
  { command }: Work,
  strace: Strace,
): string {
  const input = stream === 'error' ? INPUTS.noisy : INPUTS.good;
  const option = stream === 'error' ? ' --keep-going' : '';
  const files = { input, output: FILES.output, error: FILES.errors };
  const traced = strace.before(call, stream && files[stream], tampering(n));
  return `${traced} ${command}${option} <${input} >${FILES.output} 2>${FILES.errors}`;
}

/** The same between pipes. */
export function betweenPipes(
  { call, stream, tampering }: Injection,
  n: number,
  { command }: Work,
  strace: Strace,
): string {
  const traced = strace.before(call, stream === 'input' ? 'from' : 'to', tampering(n));
  return (
    `rm -f from to; mkfifo from to; cat ${INPUTS.good} >from & cat to >${FILES.output} & ` +
    `${traced} ${command} <from >to 2>${FILES.errors}; status=$?; wait; exit $status`
  );
}
