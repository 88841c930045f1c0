import { runMain, words } from '../support/run-main';

const run = (options: string, files: Record<string, string>, world = {}) =>
  runMain(words(`diff --chain square,exp ${options}`), { files, ...world });

/** With one small column, so that rows stay short. */
const Y = '--columns y';

describe('--column takes x from a column of a table', () => {
  test('by its name, keeps the other columns and appends ours', async () => {
    const files = { 't.csv': 'id,t\na,0.5\nb,1\n' };
    expect(await run('--input t.csv --column t --columns y,backprop', files)).toEqual({
      status: 0,
      stdout:
        'id,t,y,backprop\n' +
        'a,0.5,1.2840254166877414,1.2840254166877414\nb,1,2.718281828459045,5.43656365691809\n',
      stderr: '',
    });
  });

  test('by its number, also where no line names the columns', async () => {
    const expected = 'a\t0\t1\nb\t1\t2.718281828459045\n';
    const named = await run(`--input t.tsv --column 2 ${Y}`, { 't.tsv': 'k\tx\na\t0\nb\t1\n' });
    expect(named.stdout).toBe(`k\tx\ty\n${expected}`);
    const bare = await run(`--input t.tsv --column 2 ${Y}`, { 't.tsv': 'a\t0\nb\t1\n' });
    expect(bare.stdout).toBe(expected);
    const json = await run(`--input t.tsv --column 2 ${Y} --json`, { 't.tsv': 'a\t0\n' });
    expect(JSON.parse(json.stdout)).toEqual([{ column1: 'a', column2: '0', y: 1 }]);
  });

  test('from standard input, tabs or commas by the first line', async () => {
    const stdin = 'a\tx\n"p,q"\t0\n';
    for (const place of ['--x -', '--input -']) {
      const { stdout } = await run(`${place} --column x ${Y}`, {}, { stdin });
      expect(stdout).toBe('a\tx\ty\np,q\t0\t1\n');
    }
  });

  test('without ours: bare numbers, and any format', async () => {
    const files = { 't.csv': 'x,name\n0,zero\n' };
    expect((await run('--input t.csv --column x --only y', files)).stdout).toBe('1\n');
    expect((await run(`--input t.csv --column x ${Y} -f jsonl`, files)).stdout).toBe(
      '{"x":"0","name":"zero","y":1}\n',
    );
    expect((await run(`--input t.csv --column x ${Y} -f table`, files)).stdout).toBe(
      'x │ name │ y\n──┼──────┼──\n0 │ zero │ 1\n',
    );
  });

  test('a name that is taken gets a number', async () => {
    const { stdout } = await run(`--input t.csv --column y ${Y}`, { 't.csv': 'y,y_2\n0,7\n' });
    expect(stdout).toBe('y,y_2,y_3\n0,7,1\n');
  });

  test('cells with quotes, commas and lines stay what they are', async () => {
    const cells = 'x,"a ""b"", c","two\nlines",größer\n0,"""",",","\n"\n';
    const { stdout } = await run(`--input t.csv --column x ${Y}`, { 't.csv': cells });
    expect(stdout).toBe('x,"a ""b"", c","two\nlines",größer,y\n0,"""",",","\n",1\n');
  });

  test('CRLF, a byte order mark and a last line without its end are fine', async () => {
    const { stdout } = await run(`--input t.csv --column x ${Y}`, {
      't.csv': '\ufeffx,b\r\n0,"1"\r\n1,2',
    });
    expect(stdout).toBe('x,b,y\n0,1,1\n1,2,2.718281828459045\n');
  });

  test.each([1, 2, 3, 7, 64])('in pieces of %d bytes it is the same', async (length) => {
    const text = `k,x\n${'"a\n,""",0.5\n,1\nb,bad\nc\n'.repeat(30)}`;
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
      bytes.subarray(i * length, (i + 1) * length),
    );
    const options = `--x - --column x ${Y} --keep-going`;
    const whole = await run(options, {}, { stdin: text });
    expect(whole.stdout.match(/"a\n,""",0.5,1.2840254166877414/g)).toHaveLength(30);
    expect(await run(options, {}, { stdin: pieces })).toEqual(whole);
  });
});

describe('what is wrong with a table is said by line', () => {
  test('a cell that is no number, a record of another length', async () => {
    const files = { 't.csv': 'k,x\n"two\nlines",1\nb,0x1\nc\nd,1,2\n,4\n' };
    const { status, stdout, stderr } = await run(
      `--input t.csv --column x ${Y} --keep-going`,
      files,
    );
    expect(status).toBe(2);
    expect(stdout).toBe('k,x,y\n"two\nlines",1,2.718281828459045\n,4,8886110.520507872\n');
    expect(stderr).toBe(
      "dezero-cli: line 4: not a number: '0x1'; only decimal numbers are read\n" +
        'dezero-cli: line 5: there is 1 cell here, and the table has 2 columns\n' +
        'dezero-cli: line 6: there are 3 cells here, and the table has 2 columns\n',
    );
  });

  test('it ends the run, unless it keeps going', async () => {
    const { status, stdout, stderr } = await run(`--input t.csv --column x ${Y}`, {
      't.csv': 'x\n0\nno\n1\n',
    });
    expect([status, stdout, stderr]).toEqual([
      2,
      'x,y\n0,1\n',
      "dezero-cli: line 3: not a number: 'no'\n",
    ]);
  });

  const WILD = 'k,x\n"a\r\nb",0\n"d"e,1\nf,bad\n"c\rd",1\n5" disc,0\n"open,1\ng,0\n';

  test.each([1, 3, 7, 20, 1000])(
    'quotes where none may be, in pieces of %d bytes',
    async (length) => {
      const bytes = Buffer.from(WILD);
      const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
        bytes.subarray(i * length, (i + 1) * length),
      );
      expect(await run(`--x - --column x ${Y} --keep-going`, {}, { stdin: pieces })).toEqual({
        status: 2,
        stdout: 'k,x,y\n"a\r\nb",0,1\n"c\rd",1,2.718281828459045\n"5"" disc",0,1\ng,0,1\n',
        stderr:
          'dezero-cli: line 4: not CSV: text follows a closing quote\n' +
          "dezero-cli: line 5: not a number: 'bad'\n" +
          'dezero-cli: line 8: not CSV: a quote is not closed\n',
      });
    },
  );

  test('a record after a bad one has no row, unless the run keeps going', async () => {
    const { stdout, stderr } = await run(`--input t.csv --column x ${Y}`, {
      't.csv': 'k,x\n"a",0\n"x"b,1\nc,1\n',
    });
    expect([stdout, stderr]).toEqual([
      'k,x,y\na,0,1\n',
      'dezero-cli: line 3: not CSV: text follows a closing quote\n',
    ]);
  });

  test.each([4096, 65536, 2_000_000])(
    'records longer than a mebibyte, and quotes not closed in one, in pieces of %d',
    async (length) => {
      const long = 'a'.repeat(1_060_000);
      const lines = ['k,x', 'a,0', `${long},1`, 'b,0', `"${'q\n'.repeat(600_000)}",1`, 'c,0'];
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
        bytes.subarray(i * length, (i + 1) * length),
      );
      const { status, stdout, stderr } = await run(
        `--x - --column x ${Y} --keep-going`,
        {},
        { stdin: pieces },
      );
      expect([status, stdout]).toEqual([2, 'k,x,y\na,0,1\nb,0,1\nc,0,1\n']);
      expect(stderr.split('\n').slice(0, 3)).toEqual([
        "dezero-cli: line 3: a record is longer than 1048576 bytes, it begins with 'aaaaaaaaaaaaaaaaaaaa'",
        'dezero-cli: line 5: not CSV: a quote is not closed',
        'dezero-cli: line 6: there is 1 cell here, and the table has 2 columns',
      ]);
      expect(stderr).toMatch(/and 599992 more errors\n$/);
    },
    20000,
  );

  test('a table without a header may begin with a long line', async () => {
    const { status, stdout } = await run('--input t.csv --column 1 --only y', {
      't.csv': `0,${'a'.repeat(1_048_000)}\n${'1,b\n'.repeat(80_000)}`,
    });
    expect([status, stdout.split('\n').length]).toEqual([0, 80_002]);
  });

  test('a page for each x leaves the table out', async () => {
    const { status, stdout } = await run('--input t.csv --column x --trace -f table', {
      't.csv': 'k,x\na,0.5\n',
    });
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^exp\(square\(x\)\) at x = 0\.5\n/),
    ]);
  });

  test('two columns of one name have two names in json, and --column needs the number', async () => {
    const files = { 't.csv': 'a,a,t\n1,2,0\n' };
    expect((await run(`--input t.csv --column t ${Y} -f jsonl`, files)).stdout).toBe(
      '{"a":"1","a_2":"2","t":"0","y":1}\n',
    );
    expect((await run(`--input t.csv --column a ${Y}`, files)).stderr).toContain(
      "several columns are named 'a'; give its number",
    );
  });

  test.each([
    ['--input t.csv --column z', "--column: there is no column 'z'; there are 'k', 'x'"],
    ['--input t.csv --column 3', "--column: there is no column '3'; there are 'k', 'x'"],
    ['--input t.csv --column x --x 1', '--x and --input both say where x comes from'],
    ['--column x --x 1', '--column needs a table'],
    ['--column x', '--column needs a table: --input FILE, or --x - for standard input'],
    ['--input empty.csv --column x', 'the table is empty'],
    ['--input none.csv --column x', "cannot read 'none.csv': ENOENT: no such file or directory"],
    ['--input t.csv --column x --column k', '--column was given 2 times'],
  ])('%s', async (options, message) => {
    const { status, stdout, stderr } = await run(options, {
      't.csv': 'k,x\na,1\n',
      'empty.csv': '',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`dezero-cli: ${message}`);
  });
});

test('--input without --column is a file of one number a line', async () => {
  expect(await run('--input n.txt --only y', { 'n.txt': '0\n1\n' })).toEqual({
    status: 0,
    stdout: '1\n2.718281828459045\n',
    stderr: '',
  });
});
