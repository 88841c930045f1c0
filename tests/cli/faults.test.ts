import { IoError } from '../../src/cli/process/io';
import { run, systemError } from '../support/run-main';

const fullDisk = (): never => {
  throw new IoError('write error', systemError('ENOSPC', 'no space left on device'));
};
const closedPipe = (): never => {
  throw new IoError('write error', systemError('EPIPE', 'broken pipe'));
};

const brokenRead = new IoError('cannot read standard input', systemError('EIO', 'i/o error'));

/** One for each that writes in its own way: a record, rows as they come, verdicts, a picture, and what commander prints. */
const COMMANDS = [
  'diff -c square -x 1',
  'diff -c square -x -',
  'check -c square -x 1',
  'graph -c square',
  '--help',
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
  const { status, stdout, stderr } = await run(`diff -c square -x - --columns x -f ${format}`, {
    stdin: ['3\n', brokenRead],
  });
  expect([status, stdout]).toEqual([2, expected]);
  expect(stderr).toBe('dezero-cli: cannot read standard input: EIO: i/o error\n');
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
