import { inPieces, runMain, words } from '../support/run-main';
import { runs } from '../support/portions';

const LESSON = 'diff --chain square,exp,square --x -';
const run = (options: string, stdin: string | Buffer | (string | Buffer)[], world = {}) =>
  runMain(words(`${LESSON} ${options}`), { stdin, ...world });

describe('standard input', () => {
  test('is one number a line, printed as tsv with a header', async () => {
    const { status, stdout, stderr } = await run('', '0.5\n0.7\n');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'x\ty\tnumerical\tbackprop\tabsoluteError\trelativeError\n' +
        '0.5\t1.648721270700128\t3.2974426293330694\t3.297442541400256\t8.793281347507786e-8\t2.6666972972585995e-8\n' +
        '0.7\t2.664456241929417\t7.460477724092751\t7.4604774774023666\t2.466903845643742e-7\t3.306629865909472e-8\n',
    );
  });

  test.each([
    ['CRLF', '0.5\r\n1\r\n'],
    ['no final newline', '0.5\n1'],
    ['no final newline after CR', '0.5\r\n1\r'],
    ['a byte order mark', '\ufeff0.5\n1\n'],
    ['blanks around the numbers', '  0.5\t\n\t1  \n'],
  ])('may have %s', async (_, stdin) => {
    expect(await run('--only x', stdin)).toEqual({ status: 0, stdout: '0.5\n1\n', stderr: '' });
  });

  test('that is empty gives no rows and no error', async () => {
    expect(await run('-f jsonl', '')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await run('-f json', '')).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
    expect(await run('-f csv --columns x,y', '')).toEqual({
      status: 0,
      stdout: 'x,y\n',
      stderr: '',
    });
  });

  test('on a terminal gets a hint on standard error', async () => {
    const { stdout, stderr } = await run('--only x', '1\n', { terminals: ['input'] });
    expect(stdout).toBe('1\n');
    expect(stderr).toMatch(/^dezero-cli: reading x from standard input, .*Ctrl-D\n$/);
  });

  test('can be a table', async () => {
    const { stdout } = await run('-f table --columns x,y', '0\n1\n');
    expect(stdout).toBe('x │ y\n──┼───────────────────\n0 │ 1\n1 │ 7.3890560989306495\n');
  });

  const numbers = Array.from({ length: 4000 }, (_, i) => Math.fround(Math.sin(i)) * 2);
  const textOf = (count: number): string => `\ufeff${numbers.slice(0, count).join('\r\n')}`;

  test.each([
    [1, runs(3000, 10)],
    [65537, 4000],
  ])('in pieces of %d bytes gives the same bytes', async (length, count) => {
    const text = textOf(count);
    const whole = await run('-f json', text);
    expect(whole.stdout.split('\n')).toHaveLength(count + 3);
    expect(await run('-f json', inPieces(text, length))).toEqual(whole);
  });

  test('gives the same rows as one x at a time', async () => {
    const some = numbers.slice(0, 40);
    const alone = await Promise.all(
      some.map((x) =>
        runMain(words(`diff -c square,exp,square -f csv --no-header --x=${String(x)}`)),
      ),
    );
    const { stdout } = await run('-f csv --no-header', some.join('\n'));
    expect(stdout).toBe(alone.map((outcome) => outcome.stdout).join(''));
  });

  test('is answered chunk by chunk, before the next one is read', async () => {
    const writes: string[] = [];
    const onWrite = (written: string): void => {
      writes.push(written);
    };
    await run('--only x', ['1\n', '2\n3', '4\n'], { onWrite });
    expect(writes).toEqual(['1\n', '2\n', '34\n']);
  });
});

describe('a bad line', () => {
  test.each([
    ['0x10', "not a number: '0x10'; only decimal numbers are read"],
    ['', "not a number: ''; a number is needed, and this is empty"],
    ['1\t2', "not a number: '1\\u{9}2'; it looks like several numbers"],
    ['\ufeff1', "not a number: '\\u{feff}1'; write 1"],
    ['\u001b[2J\u001b]0;pwned\u0007', "not a number: '\\u{1b}[2J\\u{1b}]0;pwned\\u{7}'"],
  ])('%j ends the run with its number; the rows before it are written', async (line, message) => {
    expect(await run('--only x', `0.5\n${line}\n1\n`)).toEqual({
      status: 2,
      stdout: '0.5\n',
      stderr: `dezero-cli: line 2: ${message}\n`,
    });
  });

  test.each([
    [
      '1\r2\r',
      ". Lines end with LF, and this one has a CR in it: tr '\\r' '\\n' < FILE > NEW_FILE",
    ],
    ['# by hand\n1\n', ". Line 1 is a comment: grep -v '^#' FILE > NEW_FILE leaves such lines out"],
    ['pi\n', '; in files and pipes numbers are plain decimals'],
    ['[1, 2]\n', ". The input is JSON: jq '.[]' FILE makes of it a number a line, for --x -"],
    ['\n1\n', '; a number is needed, and this is empty'],
  ])('that is the first one is looked at more closely: %j', async (text, hint) => {
    const { stdout, stderr } = await run('--only x', text);
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^dezero-cli: line 1: not a/)]);
    expect(stderr.endsWith(`${hint}\n`)).toBe(true);
  });

  test('with --keep-going is reported and has no row', async () => {
    expect(await run('--only x --keep-going', 'a\n1\n\n2\n0x1\n')).toEqual({
      status: 2,
      stdout: '1\n2\n',
      stderr:
        "dezero-cli: line 1: not a number: 'a'; of a table say which column x is, as in --column a\n" +
        "dezero-cli: line 3: not a number: ''; a number is needed, and this is empty\n" +
        "dezero-cli: line 5: not a number: '0x1'; only decimal numbers are read\n",
    });
  });

  const LIMIT = 1048576;

  test.each([65536])('longer than a mebibyte is refused, in pieces of %d', async (length) => {
    // Zeros and blanks, which would be numbers if they were not so many.
    const lines = [
      '1',
      '0'.repeat(LIMIT + 1),
      '2',
      `${' '.repeat(LIMIT - 1)}3`,
      '0'.repeat(2 * LIMIT),
      '4',
    ];
    const text = [...lines, 'x', '0'.repeat(2 * LIMIT)].join('\n');
    const { status, stdout, stderr } = await run('--only x --keep-going', inPieces(text, length));
    expect([status, stdout]).toEqual([2, '1\n2\n3\n4\n']);
    const reason = `not a number: longer than 1048576 bytes, it begins with '${'0'.repeat(20)}'`;
    expect(stderr).toBe(
      `dezero-cli: line 2: ${reason}\ndezero-cli: line 5: ${reason}\n` +
        `dezero-cli: line 7: not a number: 'x'\ndezero-cli: line 8: ${reason}\n`,
    );
  });
});

describe('rows and remarks', () => {
  test('are batched: many bad lines do not make many writes', async () => {
    let writes = 0;
    const onWrite = (): void => {
      writes++;
    };
    const { stdout } = await run('--only x --keep-going', 'bad\n1\n'.repeat(5000), { onWrite });
    expect(stdout).toBe('1\n'.repeat(5000));
    expect(writes).toBeLessThan(20);
  });

  test('of very many points at kinks are counted, whatever the length of the chain', async () => {
    const { status, stdout, stderr } = await runMain(
      words('diff -c relu,relu,relu,relu,relu -x - --only backprop'),
      { stdin: '0\n'.repeat(40_000) },
    );
    expect([status, stdout]).toEqual([0, '0\n'.repeat(40_000)]);
    expect(stderr).toMatch(/dezero-cli: and 199990 more warnings\n$/);
  });

  test('are counted once, also when a bad line ends the run', async () => {
    const { stderr } = await runMain(words('diff -c relu -x - -f json'), {
      stdin: `${'0\n'.repeat(50)}bad\n`,
    });
    expect(stderr.match(/and 40 more warnings/g)).toHaveLength(1);
    expect(stderr).toMatch(/line 51: not a number: 'bad'\n/);
  });

  test('a table may have very many rows', async () => {
    const { status, stdout } = await run('-f table --columns x', '0.5\n'.repeat(20_000));
    expect([status, stdout.split('\n').length]).toEqual([0, 20_003]);
  });
});

test('a point outside a domain is named by its line', async () => {
  const { status, stdout, stderr } = await runMain(words('diff -c add(-1),sqrt -x - --only y'), {
    stdin: '2\n5\n0\n10\n',
  });
  expect([status, stdout]).toEqual([2, '1\n2\n']);
  expect(stderr).toBe(
    'dezero-cli: line 3 (x = 0): sqrt, function 2 of the chain, gets -1, outside its domain x >= 0\n',
  );
});
