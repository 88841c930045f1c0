import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellsOf, recordsIn } from '../../src/cli/stream/input/csv-records';
import { refused, inPieces, runMain, words } from '../support/run-main';
import { holdsForAll, holdsForAllAsync } from '../support/holds-for-all';

const run = (options: string, files: Record<string, string>, world = {}) =>
  runMain(words(`diff --chain square,exp ${options}`), { files, ...world });

/** What comes out of a table on standard input, as bytes. */
const runBytes = async (options: string, stdin: Buffer): Promise<Buffer> => {
  const written: Buffer[] = [];
  const onWrite = (_: string, bytes: Buffer) => written.push(bytes);
  const { stderr } = await run(options, {}, { stdin, onWrite });
  expect(stderr).toBe('');
  return Buffer.concat(written);
};

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
    expect(JSON.parse(json.stdout)).toEqual([{ column1: 'a', column2: 0, y: 1 }]);
  });

  test('from standard input, tabs or commas by the first line', async () => {
    const stdin = 'a\tx\n"p,q"\t0\n';
    for (const place of ['--x -', '--input -']) {
      const { stdout } = await run(`${place} --column x ${Y}`, {}, { stdin });
      expect(stdout).toBe('a\tx\ty\n"p,q"\t0\t1\n');
    }
  });

  test('without ours: bare numbers, and any format', async () => {
    const files = { 't.csv': 'x,name\n0,zero\n' };
    expect((await run('--input t.csv --column x --only y', files)).stdout).toBe('1\n');
    expect((await run(`--input t.csv --column x ${Y} -f jsonl`, files)).stdout).toBe(
      '{"x":0,"name":"zero","y":1}\n',
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
    expect(stdout).toBe('x,b,y\n0,"1",1\n1,2,2.718281828459045\n');
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

  test.each([1, 3, 7, 20, 1000])('quotes where none may be, in pieces of %d', async (length) => {
    const bytes = Buffer.from(WILD);
    const pieces = inPieces(bytes, length);
    expect(await run(`--x - --column x ${Y} --keep-going`, {}, { stdin: pieces })).toEqual({
      status: 2,
      stdout: 'k,x,y\n"a\r\nb",0,1\n"c\rd",1,2.718281828459045\n5" disc,0,1\ng,0,1\n',
      stderr:
        'dezero-cli: line 4: not CSV: text follows a closing quote; a quote inside a cell is written twice\n' +
        "dezero-cli: line 5: not a number: 'bad'\n" +
        'dezero-cli: line 8: not CSV: a quote is not closed\n',
    });
  });

  test('a record after a bad one has no row, unless the run keeps going', async () => {
    const { stdout, stderr } = await run(`--input t.csv --column x ${Y}`, {
      't.csv': 'k,x\n"a",0\n"x"b,1\nc,1\n',
    });
    expect([stdout, stderr]).toEqual([
      'k,x,y\n"a",0,1\n',
      'dezero-cli: line 3: not CSV: text follows a closing quote; a quote inside a cell is written twice\n',
    ]);
  });

  test.each([4096, 65536, 2_000_000])(
    'records longer than a mebibyte, and quotes not closed in one, in pieces of %d',
    async (length) => {
      const long = 'a'.repeat(1_060_000);
      const lines = [
        'k,x',
        'a,0',
        `${long},1`,
        'b,0',
        `"${`${'q'.repeat(19)}\n`.repeat(60_000)}",1`,
        'c,0',
      ];
      const bytes = Buffer.from(`${lines.join('\n')}\n`);
      const pieces = inPieces(bytes, length);
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
      expect(stderr).toMatch(/and 59992 more errors\n$/);
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
      '{"a":1,"a_2":2,"t":0,"y":1}\n',
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
    ['--input t.csv --column x --trace', '--trace does not fit into csv: use table, json or jsonl'],
    ['--input t.csv --column x --trace -f tsv', '--trace does not fit into tsv'],
  ])('or by the option: %s', async (options, message) => {
    expect(
      await refused(
        run(options, {
          't.csv': 'k,x\na,1\n',
          'empty.csv': '',
        }),
      ),
    ).toContain(`dezero-cli: ${message}`);
  });
});

test('--input without --column is a file of one number a line', async () => {
  expect(await run('--input n.txt --only y', { 'n.txt': '0\n1\n' })).toEqual({
    status: 0,
    stdout: '1\n2.718281828459045\n',
    stderr: '',
  });
});

describe('one reader decides where a record ends', () => {
  test('whatever the chunks, however the quotes stand', async () => {
    const options = `--x - --column 1 ${Y} --keep-going --no-header`;
    const record = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', '1', 'a'),
      maxLength: 40,
    });
    await holdsForAllAsync(
      fc.asyncProperty(record, fc.integer({ min: 1, max: 7 }), async (text, length) => {
        const bytes = Buffer.from(`1,"a"\n${text}`);
        const whole = await run(options, {}, { stdin: bytes });
        expect(await run(options, {}, { stdin: inPieces(bytes, length) })).toEqual(whole);
      }),
      300,
    );
  });

  test('and what its cells are, as csv-parse reads them', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a') });
    holdsForAll(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const line = (row: readonly string[]) =>
          row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
        const text = rows.map((row) => `${line(row).join(',')}\n`).join('');
        const bytes = Buffer.from(text);
        const { ends, faults } = recordsIn(bytes, 0, bytes.length, ',', true);
        const found = ends.map((end, i) =>
          cellsOf(bytes.toString('utf8', ends[i - 1] ?? 0, end), ','),
        );
        const options = { record_delimiter: ['\r\n', '\n'], relax_column_count: true };
        expect([faults.size, found]).toEqual([0, parse(text, options)]);
      }),
      1000,
    );
  });

  test('a bad record ends with its first line, though it has gone on to another', async () => {
    const bytes = Buffer.from('k,x\na,"1\n"2,3"z,4\nb,0\n');
    for (const length of [1, 5, 1000]) {
      const result = await run(
        `--x - --column x ${Y} --keep-going`,
        {},
        { stdin: inPieces(bytes, length) },
      );
      expect(result.stdout).toBe('k,x,y\nb,0,1\n');
      expect(result.stderr).toMatch(
        /^dezero-cli: line 2: not CSV: text .*\n.*line 3: not CSV: text/,
      );
    }
  });
});

describe('blank lines at the end are no lines', () => {
  test.each([
    ['a table', `--column x ${Y}`, 'x,k\n0,a\n', 'x,k,y\n0,a,1\n'],
    ['numbers', '--only y', '0\n', '1\n'],
  ])('of %s, however it comes', async (_, options, text, stdout) => {
    for (const blank of ['\n', '\r\n', ' ', ' \t\n', '\n\n', '\r\n\n \n\t']) {
      const bytes = Buffer.from(text + blank);
      for (const length of [1, 1000]) {
        const result = await run(`--x - ${options}`, {}, { stdin: inPieces(bytes, length) });
        expect(result).toEqual({ status: 0, stdout, stderr: '' });
      }
    }
  });

  test.each([
    ['before another', '0\n\n1\n', 2],
    ['before one that is none either', '0\n\n\nx\n', 2],
    ['that is the only one', '\n', 1],
  ])('but one %s is', async (_, stdin, line) => {
    const { status, stderr } = await run('--x - --only y', {}, { stdin });
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`line ${String(line)}: not a number`),
    ]);
  });
});

describe('what is only carried along stays as it is', () => {
  const LATIN = Buffer.from('t,caf\xe9\n1,"\xe9\xff"\n2,gr\u00fcn\n', 'latin1');

  test('in csv, tsv and with quotes, bytes that are not UTF-8 too', async () => {
    const csv = await runBytes('--input - --column t --columns x', LATIN);
    expect(csv).toEqual(Buffer.from('t,caf\xe9,x\n1,"\xe9\xff",1\n2,gr\u00fcn,2\n', 'latin1'));
    const tsv = await runBytes('--input - --column t --columns x -f tsv', LATIN);
    expect(tsv).toEqual(Buffer.from('t\tcaf\xe9\tx\n1\t\xe9\xff\t1\n2\tgr\u00fcn\t2\n', 'latin1'));
  });

  test('in json they become the sign for what cannot be read', async () => {
    const json = await runBytes('--input - --column t --columns x -f jsonl', LATIN);
    expect(json.toString()).toBe(
      '{"t":1,"caf\ufffd":"\ufffd\ufffd","x":1}\n{"t":2,"caf\ufffd":"gr\ufffdn","x":2}\n',
    );
  });

  test('and where a person reads them no byte has power over the terminal', async () => {
    const table = await runBytes(
      '--input - --column t --columns x -f table',
      Buffer.from('t,\x1b[31mname\n1,\x1b]0;title\x07\xe9\n', 'latin1'),
    );
    expect(table.toString()).toBe(
      't │ \\u{1b}[31mname          │ x\n' +
        '──┼─────────────────────────┼──\n' +
        '1 │ \\u{1b}]0;title\\u{7}\\xe9 │ 1\n',
    );
  });

  test('in json numbers are numbers, digit for digit', async () => {
    const cells = ['1.50', '-0', '1e5', '007', '+1', '.5', '1e999', 'NaN', ''];
    const stdin = `x,c\n${cells.map((cell) => `1,${cell}\n`).join('')}`;
    const { stdout } = await run('--input - --column x --columns y -f jsonl', {}, { stdin });
    const found = stdout.match(/(?<="c":)[^,]*/g);
    const asTexts = ['"007"', '"+1"', '".5"', '"1e999"', '"NaN"', '""'];
    expect(found).toEqual(['1.50', '-0', '1e5', ...asTexts]);
  });
});

describe('what is no text in UTF-8 is named, with what mends it', () => {
  const text = 'x,k\n0,a\n';
  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'iconv -f UTF-16 -t UTF-8'],
    ['lines that end with CR', Buffer.from('x,k\r0,a\r'), "tr '\\r' '\\n'"],
    ['semicolons', Buffer.from('x;k\n0;a\n'), "tr ';' '\\t'"],
  ])('%s', async (_, bytes, message) => {
    for (const length of [1, 1000]) {
      const stdin = inPieces(bytes, length);
      expect(await refused(run('--x - --column x', {}, { stdin }))).toContain(message);
    }
  });

  test('a table without --column is told of it at its header', async () => {
    for (const stdin of ['x\n0\n', 'x,k\n0,a\n']) {
      expect(await refused(run('--x - --only y', {}, { stdin }))).toContain('--column x');
    }
  });
});

test('thousands of columns of one name have names of their own, and are named in few words', async () => {
  const header = Array.from({ length: 20000 }, () => 'a').join(',');
  const stdin = `x,${header}\n1,${header}\n`;
  const { stdout } = await run('--x - --column x --columns y -f jsonl', {}, { stdin });
  expect(Object.keys(JSON.parse(stdout) as object)).toHaveLength(20002);
  const { stderr } = await run('--x - --column z', {}, { stdin });
  expect(stderr).toContain('… (20001)');
  expect(stderr.length).toBeLessThan(1000);
});

test.each([
  ['-f csv', 'x,k,y\n0.1,a,1.01\n'],
  ['-f tsv', 'x\tk\ty\n0.1\ta\t1.01\n'],
  ['-f jsonl', '{"x":0.1,"k":"a","y":1.01}\n'],
])('--precision rounds what is computed in %s', async (format, expected) => {
  const stdin = 'x,k\n0.1,a\n';
  const options = `--x - --column x --columns y --precision 3 ${format}`;
  expect((await run(options, {}, { stdin })).stdout).toBe(expected);
});
