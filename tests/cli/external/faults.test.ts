/**
 * Programs that fail, as real processes: each fault has its message, and nothing is left running. Most are
 * started by the process of jest; `alone` is for what is about our own end and streams.
 */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runProgram } from '../../../src/cli/external/run-program';
import { testWith } from '../../support/machine';
import { PROGRAM } from '../../support/program';
import { runMain, type World } from '../../support/run-main';
import { tempFolder } from '../../support/temp-folder';

const directory = tempFolder();
const temporary = join(directory, 'tmp');
/** The program sleep in the folder of these tests, so that its command line names the folder. */
const sleep = join(directory, 'sleep');
const before = process.cwd();

beforeAll(() => {
  process.chdir(directory);
  mkdirSync(temporary);
  copyFileSync(
    spawnSync('sh', ['-c', 'command -v sleep'], { encoding: 'utf8' }).stdout.trim(),
    sleep,
  );
});

afterAll(() => {
  process.chdir(before);
});

afterEach(() => {
  expect(running()).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

/** The processes that have the folder of these tests on their command line. */
function running(): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(directory));
}

function script(name: string, text: string, mode = 0o755): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  /** Without the program's name. */
  readonly stderr: string;
}

async function dz(words: readonly string[], world: World = {}): Promise<Outcome> {
  const { status, stdout, stderr } = await runMain(words, { ...world, program: runProgram });
  return { status, stdout, stderr: stderr.replaceAll('dezero-cli: ', '') };
}

const check = (command: string, ...more: string[]): Promise<Outcome> =>
  dz(['check', '--program', command, '--at', '0.5,2', ...more]);

function alone(command: string, ...more: string[]): Outcome {
  const words = [PROGRAM, 'check', '--program', command, '--at', '0.5,2', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
    timeout: 60_000,
  });
  return { status, stdout, stderr: stderr.replaceAll('dezero-cli: ', '') };
}

/** A program of sh that the folder's name marks. */
const sh = (text: string, name = 'model'): string => `sh ${script(name, text)}`;

const ANSWERS = `awk '{ printf "%.17g %.17g %.17g\\n", $1 * $2, $2, $1 }'`;
const SENT = '  sent, line 1: 0.5 2\n';

test('a right one agrees', async () => {
  expect(await check(sh(ANSWERS))).toMatchObject({
    status: 0,
    stderr: '1 point agrees (2 partials)\n',
  });
});

describe('a program that cannot be started', () => {
  test.each([
    ['./nosuch', "cannot start './nosuch': there is no such program\n"],
    ['nosuch-program', "cannot start 'nosuch-program': there is no such program\n"],
    [
      'A=1 ./model',
      "cannot start 'A=1': there is no such program; to set a variable, use env A=1 ...\n",
    ],
    ['./tmp', "cannot start './tmp': it is a directory\n"],
    ["''", 'the command is empty; it names a program, as in ./model\n'],
    [
      'cat | ./model',
      "'|' is for a shell, and none is run; quote it, or give the whole as sh -c '...'\n  cat | ./model\n      ^\n",
    ],
  ])('is named with the reason: %s', async (command, message) => {
    expect(await check(command)).toEqual({ status: 2, stdout: '', stderr: message });
  });

  test('it is no executable, or has no interpreter', async () => {
    script('plain', ANSWERS, 0o644);
    script('alien', '#!/no/such/interpreter\n');
    expect((await check('./plain')).stderr).toBe(
      "cannot start './plain': it may not be executed; chmod +x makes it executable\n",
    );
    script('plain.py', 'print(1)\n', 0o644);
    expect((await check('./plain.py')).stderr).toBe(
      "cannot start './plain.py': it may not be executed; write 'python3 ./plain.py'\n",
    );
    expect((await check('plain.py')).stderr).toBe(
      "cannot start 'plain.py': there is no such program on the PATH; write 'python3 plain.py'\n",
    );
    script('ready.py', '#!/usr/bin/env python3\n', 0o644);
    expect((await check('./ready.py')).stderr).toBe(
      "cannot start './ready.py': it may not be executed; chmod +x makes it executable\n",
    );
    expect((await check('./alien')).stderr).toBe(
      "cannot start './alien': it is there, but what its first line, #!, names as its interpreter is not\n",
    );
    expect((await check('plain')).stderr).toBe(
      "cannot start 'plain': there is no such program on the PATH; the file here is './plain'\n",
    );
  });
});

describe('a program that fails', () => {
  test.each([
    ['kill -SEGV $$', `the program was ended by the signal SIGSEGV after 0 of 4 points\n${SENT}`],
    [
      'cat >/dev/null; exit 3',
      `the program ended with status 3 after 0 of 4 points; its own message may say why, and outside its domain it may print nan\n${SENT}`,
    ],
    [
      'read a; echo 1 2 0.5; echo 1 2 0.5; echo "1 2"; exit 7',
      'the program ended with status 7 after 3 of 4 points; its own message may say why, and outside its domain it may print nan\n  sent, line 4: 0.5 2\n',
    ],
    [
      `${ANSWERS}; exit 5`,
      'the program ended with status 5 after 4 of 4 points; it has to end with status 0\n',
    ],
    [
      'cat >/dev/null',
      `the program prints nothing for 4 points; it has to read standard input to its end and print a line for each\n${SENT}`,
    ],
    [
      'echo 1 2 0.5',
      'the program prints 1 line for 4 points; one for each is needed\n  sent, line 2: 0.5 2\n',
    ],
    [
      `${ANSWERS}; echo 7 7 7`,
      'the program prints 5 lines for 4 points; one for each is needed\n  sent last: 0.5 2\n  came back after its answer: 7 7 7\n',
    ],
    [
      "awk '{ print $1 * $2, $2 }'",
      `the program prints 2 numbers for a point of 2 variables; 3 numbers are needed, the value and 2 partials, or the value alone\n${SENT}  came back: 1 2\n`,
    ],
    [
      "awk 'NR == 2 { print 1; next } { print 1, 2, 3 }'",
      'the program prints 1 number for a point of 2 variables; 3 as for the points before it\n  sent, line 2: 0.5 2\n  came back: 1\n',
    ],
    [
      'awk \'{ print "x = 1" }\'',
      `the program prints 'x', which is no number\n${SENT}  came back: x = 1\n`,
    ],
    [
      'awk \'{ print "1,2,3" }\'',
      `the program prints '1,2,3', which is no number; numbers are separated by white space, and have a point before their decimals\n${SENT}  came back: 1,2,3\n`,
    ],
    [
      'awk \'{ print "" }  END { print 1, 2, 3 }\'',
      `the program prints an empty line for a point\n${SENT}  came back: an empty line\n`,
    ],
    [
      `echo 'Model v1'; ${ANSWERS}`,
      `the program prints 'Model v1' before its answers; only answers may go to standard output, anything else to standard error\n${SENT}  came back: Model v1\n`,
    ],
    [
      'awk \'{ print "nan", 2, 0.5 }\'',
      'at point 1 the program prints NaN as its value; sent: 0.5 2\n',
    ],
    [
      'awk \'{ print 1, 2, "-inf" }\'',
      'at point 1 the program prints -Infinity as partial 2; sent: 0.5 2\n',
    ],
    [
      "awk '{ print $1 * $2 }'",
      'the program prints values only, so there is nothing to check; diff --program shows their numerical gradient\n',
    ],
  ])('is told with what it was sent: %s', async (text, message) => {
    const { status, stderr } = await check(sh(text));
    expect([status, stderr]).toEqual([2, message]);
  });

  test('prints without end', async () => {
    const { status, stderr } = await check(sh('yes 1 2 3'));
    expect([status, stderr]).toEqual([
      2,
      "the program prints more than 1049776 bytes for 4 points, and was stopped\n  it begins: '1 2 3'\n",
    ]);
  });

  test('prints 100 MB in one line', async () => {
    const { status, stderr } = await check(sh("head -c 100000000 /dev/zero | tr '\\0' 1"));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^the program prints more than 1049776 bytes for 4 points, and was stopped\n/,
    );
  });

  test('never ends, nor does what it has started', async () => {
    const { status, stderr } = await check(
      sh(`${ANSWERS}; ${sleep} 1000 & ${sleep} 1000; true`),
      '--timeout',
      '1',
    );
    expect([status, stderr]).toEqual([
      2,
      'the program does not end within 1 s (--timeout), and was stopped after 4 of 4 points; it has to end at the end of its standard input\n',
    ]);
  });

  test('does not end by a signal that it may ignore', async () => {
    const text = `trap '' TERM INT HUP\n while :; do ${sleep} 1; done`;
    expect((await check(sh(text), '--timeout', '1')).status).toBe(2);
  });
});

test('standard error is passed through, and the environment is passed on', () => {
  const text = `echo "note $GREETING" >&2; ${ANSWERS}`;
  const { stderr, status } = alone(`env GREETING=hello ${sh(text)}`, '--quiet');
  // How many blocks there are may depend on how long a start takes.
  expect(status).toBe(0);
  expect(stderr).toMatch(/^(note hello\n){2,}$/);
  const passed = spawnSync(
    'sh',
    [
      '-c',
      `GREETING=outer "$0" "$1" check --program "$2" --at 0.5,2 -q`,
      process.execPath,
      PROGRAM,
      sh(text),
    ],
    { encoding: 'utf8' },
  );
  expect(passed.stderr).toMatch(/^(note outer\n){2,}$/);
});

test('what a program leaves behind is ended, and does not hold us', () => {
  // It holds the output open after the program has ended.
  const { status, stderr } = alone(sh(`${sleep} 1000 & ${ANSWERS}`));
  expect([status, stderr]).toEqual([0, '1 point agrees (2 partials)\n']);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it too', async (signal) => {
  const command = sh(`${sleep} 1000 & echo started >&2; wait`);
  const run = spawn(process.execPath, [PROGRAM, 'check', '--program', command, '--at', '1'], {
    env: { ...process.env, TMPDIR: temporary },
  });
  await once(run.stderr, 'data');
  // The shell may say so before what it has begun is another program than the shell.
  for (let i = 0; i < 100 && !running().some((line) => line.includes(`${sleep} 1000`)); i++) {
    await setTimeout(20);
  }
  // The program of the user, and what that has started.
  expect(running()).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${sleep} 1000`),
      expect.stringContaining(join(directory, 'model')),
    ]),
  );
  run.kill(signal);
  const [status, killedBy] = (await once(run, 'close')) as [number | null, string | null];
  expect([status, killedBy]).toEqual([null, signal]);
});

test('a program that reads nothing, and prints as many lines whatever it is sent, is refused', async () => {
  const program = sh('echo 3; echo 3; echo 3; echo 3');
  const { status, stderr } = await dz(['diff', '--program', program, '--at', '1']);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^the program prints 4 lines for/) as string,
  ]);
});

describe('a program works that', () => {
  test('prints its answers only at the end', async () => {
    const text = `awk '{ a[NR] = sprintf("%.17g %.17g %.17g", $1 * $2, $2, $1) } END { for (i = 1; i <= NR; i++) print a[i] }'`;
    expect((await check(sh(text))).status).toBe(0);
  });

  testWith('python3')('does not flush, or flushes after each line', async () => {
    const text = (flush: string): string =>
      `import sys\nfor line in sys.stdin:\n    x, y = map(float, line.split())\n    print(x*y, y, x, flush=${flush})\n`;
    for (const flush of ['False', 'True']) {
      expect((await check(`python3 -S ${script('m.py', text(flush))}`)).status).toBe(0);
    }
  });

  test('needs a second to start', async () => {
    expect((await check(sh(`sleep 1; ${ANSWERS}`))).status).toBe(0);
  });

  test('has lines longer than a pipe holds', async () => {
    const point = Array.from({ length: 4000 }, (_, i) => String(Math.sqrt(i + 1))).join(' ');
    expect(point.length).toBeGreaterThan(65_536);
    const text = `awk '{ s = 0; for (i = 1; i <= NF; i++) s += $i * $i; printf "%.17g", s; for (i = 1; i <= NF; i++) printf " %.17g", 2 * $i; print "" }'`;
    const words = ['check', '--program', sh(text), '--input', 'points'];
    const { status, stderr } = await dz(words, { files: { points: `${point}\n` } });
    expect([status, stderr]).toEqual([
      0,
      '1 point agrees (4000 partials, along 2 random directions)\n',
    ]);
  });

  test('ends its lines with CR and LF, and pads its numbers', async () => {
    const text = `awk '{ printf "  %.17g\\t%.17e   +%.17g \\r\\n", $1 * $2, $2, $1 } END { print "" }'`;
    expect((await check(sh(text))).status).toBe(0);
  });
});
