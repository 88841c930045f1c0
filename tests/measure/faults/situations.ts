/** @file Faults that a shell can make: disks that fill, readers that go, signals, bad descriptors. */

import { FILES, type Outcome, quoted } from './bash';
import { CLOSED_PIPE, death, type Expectation, failure, UNDISTURBED } from './expectation';
import { BAD_LINE, INPUTS, type Work } from './work';

export interface Situation {
  readonly name: string;
  /** Scripts of bash, each of which brings the situation about. */
  readonly scripts: (work: Work) => readonly string[];
  readonly expected: (work: Work, outcome: Outcome, script: number) => Expectation;
  /** A command that succeeds where the situation can be brought about; everywhere if not given. */
  readonly needs?: string;
}

const { output, errors } = FILES;
const NOTHING = Buffer.alloc(0);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'];
/** Where signals come, as shares of the output; the last far enough from its end to be in time. */
const SHARES = [0, 0.3, 0.6, 0.9];
const PAGE = 4096;

/** The reader takes a part of the output, lets something happen, and takes the rest. */
function midway(work: Work, share: number, event: string): string {
  const bytes = String(1 + Math.floor(share * work.whole.length));
  return (
    `rm -f to; mkfifo to; { head -c ${bytes}; sleep 0.05; ${event}; cat; } <to >${output} & ` +
    `exec ${work.command} <${INPUTS.good} >to 2>${errors}`
  );
}

const badLine = (work: Work): Expectation => ({
  end: 2,
  errors: `dezero-cli: line ${String(BAD_LINE)}: not a number: 'oops'\n`,
  output: work.firstRows(BAD_LINE - 1),
});

/** Makes both of its ends non-blocking, and dies before it could undo that. */
const UNBLOCK = `${quoted(process.execPath)} -e ${quoted(
  'process.stdin.isTTY; process.stdout.isTTY; process.kill(process.pid, "SIGKILL")',
)}`;

const mount = (bytes: number): string => `mount -t tmpfs -o size=${String(bytes)} tmpfs disk`;

/**
 * Sizes of a disk, in whole units: one that the first write fills, some between, and the largest that
 * is too small, where only the last write is cut off and none follows that would fail.
 */
function tooSmall({ whole }: Work, unit: number): number[] {
  const largest = Math.floor((whole.length - 1) / unit);
  return [1, largest >> 3, largest >> 1, largest].map((units) => units * unit);
}

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'none: files, pipes, a slow reader',
    scripts: ({ command }) => [
      `${command} <${INPUTS.good} >${output} 2>${errors}`,
      `cat ${INPUTS.good} | ${command} 2>${errors} | cat >${output}; exit \${PIPESTATUS[1]}`,
      `${command} <${INPUTS.good} 2>${errors} | { head -c 99; sleep 0.5; cat; } >${output}; exit \${PIPESTATUS[0]}`,
    ],
    expected: () => UNDISTURBED,
  },
  {
    name: 'both pipes non-blocking',
    scripts: ({ command }) => [
      `{ head -c 99999; sleep 0.3; cat; } <${INPUTS.good} | { ${UNBLOCK}; exec ${command} 2>${errors}; }` +
        ` | { sleep 0.5; cat; } >${output}; exit \${PIPESTATUS[1]}`,
    ],
    expected: () => UNDISTURBED,
  },
  {
    name: 'disk full at once',
    scripts: ({ command }) => [
      `${command} <${INPUTS.good} >/dev/full 2>${errors}`,
      `${command} <${INPUTS.bad} >/dev/full 2>${errors}`,
    ],
    expected: () => ({
      ...failure('write error: ENOSPC: no space left on device'),
      output: NOTHING,
    }),
  },
  {
    name: 'disk fills in the middle: tmpfs',
    needs: `mkdir disk && unshare -rm ${mount(PAGE)}`,
    scripts: (work) =>
      tooSmall(work, PAGE).map(
        (bytes) =>
          `mkdir -p disk; unshare -rm bash -c ${quoted(
            `${mount(bytes)}; ${work.command} <${INPUTS.good} >disk/out 2>${errors}; ` +
              `status=$?; cp disk/out ${output}; exit $status`,
          )}`,
      ),
    expected: (work, _, script) => ({
      ...failure('write error: ENOSPC: no space left on device'),
      output: work.whole.subarray(0, tooSmall(work, PAGE)[script]),
    }),
  },
  {
    name: 'file grows too large: ulimit -f',
    scripts: (work) =>
      tooSmall(work, 1024).map(
        (bytes) =>
          `ulimit -f ${String(bytes / 1024)}; ${work.command} <${INPUTS.good} >${output} 2>${errors}`,
      ),
    expected: (work, _, script) => ({
      ...failure('write error: EFBIG: file too large'),
      output: work.whole.subarray(0, tooSmall(work, 1024)[script]),
    }),
  },
  {
    name: 'reader goes: true, head',
    scripts: ({ command }) =>
      ['true', 'head -n 1', 'head -c 1', 'head -c 1000000'].map(
        (reader) =>
          `${command} <${INPUTS.good} 2>${errors} | ${reader} >${output}; exit \${PIPESTATUS[0]}`,
      ),
    expected: () => CLOSED_PIPE,
  },
  ...SIGNALS.map((signal) => ({
    name: `${signal} behind a slow reader`,
    scripts: (work: Work) => SHARES.map((share) => midway(work, share, `kill -s ${signal} $$`)),
    expected: () => death(signal),
  })),
  {
    name: 'SIGINT, SIGTERM while input is awaited',
    scripts: ({ command }) =>
      ['SIGINT', 'SIGTERM'].map(
        (signal) =>
          `rm -f from; mkfifo from; { cat ${INPUTS.good}; sleep 1; kill -s ${signal} $$; } >from & ` +
          `exec ${command} <from >${output} 2>${errors}`,
      ),
    expected: (_, __, script) => death(script === 0 ? 'SIGINT' : 'SIGTERM'),
  },
  {
    name: 'SIGKILL at any time, file to file',
    scripts: ({ command }) =>
      [0.1, 0.15, 0.2, 0.25, 0.3, 0.35].map(
        (seconds) =>
          `timeout -s KILL ${String(seconds)} ${command} <${INPUTS.good} >${output} 2>${errors}`,
      ),
    expected: (_, { end }) =>
      end === 0 ? UNDISTURBED : death(end === 'SIGKILL' ? 'SIGKILL' : 128 + 9),
  },
  {
    name: 'SIGSTOP and SIGCONT',
    scripts: (work) =>
      SHARES.map((share) =>
        midway(work, share, 'kill -s SIGSTOP $$; sleep 0.2; kill -s SIGCONT $$'),
      ),
    expected: () => UNDISTURBED,
  },
  {
    name: 'standard input is a directory',
    scripts: ({ command }) => [`${command} <.. >${output} 2>${errors}`],
    expected: () => ({
      ...failure('cannot read standard input: EISDIR: illegal operation on a directory'),
      output: NOTHING,
    }),
  },
  {
    name: 'standard input is closed',
    // Node opens /dev/null in its place.
    scripts: ({ command }) => [`${command} <&- >${output} 2>${errors}`],
    expected: ({ ofNothing }) => ({ ...UNDISTURBED, output: ofNothing }),
  },
  {
    name: 'standard input cannot be read',
    scripts: ({ command }) => [`${command} 0>written >${output} 2>${errors}`],
    expected: () => ({
      ...failure('cannot read standard input: EBADF: bad file descriptor'),
      output: NOTHING,
    }),
  },
  {
    name: 'standard output cannot be written',
    scripts: ({ command }) => [`${command} <${INPUTS.good} 1<${INPUTS.good} 2>${errors}`],
    expected: () => ({
      ...failure('write error: EBADF: bad file descriptor'),
      output: NOTHING,
    }),
  },
  {
    name: 'bad line, standard error full or closed',
    scripts: ({ command }) =>
      [`2>${errors}`, '2>/dev/full', '2>&-'].map(
        (redirection) => `${command} <${INPUTS.bad} >${output} ${redirection}`,
      ),
    expected: (work, _, script) => ({ ...badLine(work), ...(script === 0 ? {} : { errors: '' }) }),
  },
  {
    name: 'standard error full or closed, no error',
    scripts: ({ command }) =>
      ['2>/dev/full', '2>&-'].map(
        (redirection) => `${command} <${INPUTS.good} >${output} ${redirection}`,
      ),
    expected: () => UNDISTURBED,
  },
  {
    name: 'standard output and standard error full',
    scripts: ({ command }) => [`${command} <${INPUTS.good} >/dev/full 2>/dev/full`],
    expected: () => ({ end: 2, errors: '', output: NOTHING }),
  },
];
