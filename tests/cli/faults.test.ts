import { IoError } from '../../src/cli/process/io';
import { main } from '../../src/cli/main';
import { run, systemError, words } from '../support/run-main';

const fullDisk = (): never => {
  throw new IoError('write error', systemError('ENOSPC', 'no space left on device'));
};
const unused = (): never => {
  throw new Error('not used here');
};
const closedPipe = (): never => {
  throw new IoError('write error', systemError('EPIPE', 'broken pipe'));
};

const COMMANDS = [
  'diff -c square -x 1',
  'diff -c square -x 1 2',
  'diff -c square -x 1 --json',
  'diff -c square -x -',
  'graph -c square',
  'graph -c square -x 1 -f svg',
  'functions',
  'functions exp',
  'functions --json',
  'steps',
  'steps --json',
  '--help',
  'diff --help',
  '--version',
];

describe.each(COMMANDS)('%s', (line) => {
  test('on a full disk says so and ends with 2', async () => {
    const outcome = await run(line, { stdin: '1\n', onWrite: fullDisk });
    expect(outcome).toEqual({
      status: 2,
      stdout: '',
      stderr: 'dezero-cli: write error: ENOSPC: no space left on device\n',
    });
  });

  test('when the reader has gone is silent and ends with 141', async () => {
    const outcome = await run(line, { stdin: '1\n', onWrite: closedPipe });
    expect(outcome).toEqual({ status: 141, stdout: '', stderr: '' });
  });
});

test('when a later write fails, what was written before is a prefix of the whole', async () => {
  const stdin = ['1\n', '2\n', '3\n', '4\n'];
  const whole = await run('diff -c square -x - -f json', { stdin });
  for (let n = 1; n <= 5; n++) {
    let writes = 0;
    const onWrite = (): void => {
      if (++writes === n) fullDisk();
    };
    const { status, stdout } = await run('diff -c square -x - -f json', {
      stdin,
      onWrite,
    });
    expect(status).toBe(2);
    expect(whole.stdout.startsWith(stdout)).toBe(true);
    expect(stdout.split('\n').length).toBe(n === 1 ? 1 : n);
  }
});

test.each([
  ['table', 'x\n─\n3\n'],
  ['json', '[\n{"x":3}\n]\n'],
])('after a failed read the rows before it are a complete %s', async (format, expected) => {
  const stdin = ['3\n'];
  let stdout = '';
  const status = await main(words(`diff -c square -x - --columns x -f ${format}`), {
    readInput(buffer) {
      const piece = stdin.pop();
      if (piece !== undefined) return buffer.write(piece);
      throw new IoError('cannot read standard input', systemError('EIO', 'i/o error'));
    },
    inputBytes: () => undefined,
    openInput: unused,
    readFile: unused,
    importModule: unused,
    runProgram: unused,
    writeFile: unused,
    writeOutput: (text) => void (stdout += Buffer.from(text as Uint8Array).toString()),
    writeError: () => undefined,
    columns: () => undefined,
    isTerminal: () => false,
    env: {},
  });
  expect([status, stdout]).toEqual([2, expected]);
});

test('a bad line is named even where the end of the output cannot be written', async () => {
  const { status, stderr } = await run('diff -c square -x - -f json', {
    stdin: ['1\n', 'bad\n'],
    onWrite: (text) => {
      if (text.includes(']')) fullDisk();
    },
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/line 2: not a number: 'bad'\n.*write error: ENOSPC/);
});

test('a failed read ends with 2; the rows before it are written', async () => {
  let stdout = '';
  let stderr = '';
  let reads = 0;
  const status = await main(words('diff -c square -x - --only y'), {
    readInput(buffer) {
      if (++reads === 1) return buffer.write('3\n');
      throw new IoError('cannot read standard input', systemError('EIO', 'i/o error'));
    },
    inputBytes: () => undefined,
    openInput: unused,
    readFile: unused,
    importModule: unused,
    runProgram: unused,
    writeFile: unused,
    writeOutput: (text) => void (stdout += Buffer.from(text as Uint8Array).toString()),
    writeError: (text) => void (stderr += text),
    columns: () => undefined,
    isTerminal: () => false,
    env: {},
  });
  expect([status, stdout, stderr]).toEqual([
    2,
    '9\n',
    'dezero-cli: cannot read standard input: EIO: i/o error\n',
  ]);
});

test('a fault of our own ends with 70 and one line, without a stack trace', async () => {
  const onWrite = (): never => {
    throw new TypeError('x is undefined');
  };
  expect(await run('diff -c square -x 1', { onWrite })).toEqual({
    status: 70,
    stdout: '',
    stderr:
      'dezero-cli: internal error: TypeError: x is undefined; ' +
      'this is a fault of dezero-cli, please report it\n',
  });
});
