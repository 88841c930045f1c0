/** @file The header of a table: its columns, which of them are wanted, and what is said of a bad one. */

import { LineReader } from '../../../../src/cli/stream/input/line-reader';
import { readHeader, type Table, type WantedColumn } from '../../../../src/cli/stream/input/table';
import { newSharedMemory, partsOf } from '../../../../src/cli/stream/turns';

const x: WantedColumn = { variable: 'x', column: 'x' };
const column = (name: string): WantedColumn => ({ variable: 'x', column: name });

/** What is read of a table, and the text of the lines that are left. */
function headerOf(text: string | Buffer, wanted = [x], delimiter?: Table['delimiter']) {
  let rest = Buffer.from(text as string);
  const read = (buffer: Buffer): number => {
    const count = rest.copy(buffer);
    rest = rest.subarray(count);
    return count;
  };
  const { carry } = partsOf(newSharedMemory());
  const header = readHeader(read, carry, wanted, delimiter);
  const chunk = new LineReader(read, header.table.delimiter).next(carry);
  const left =
    chunk === undefined || chunk === 'later'
      ? ''
      : chunk.bytes.subarray(chunk.start, chunk.end).toString();
  return { ...header, left };
}

test.each<[string, string, WantedColumn[], object]>([
  [
    'names columns, of which one is wanted',
    'a,x\n1,2\n',
    [x],
    { names: ['a', 'x'], places: [1], delimiter: ',' },
  ],
  [
    'has tabs between its names, if it has any',
    'a,b\tx\n1\t2\n',
    [x],
    { names: ['a,b', 'x'], places: [1], delimiter: '\t' },
  ],
  [
    'is there where the column that is meant by its number has no number in it',
    'a,b\n1,2\n',
    [column('2')],
    { names: ['a', 'b'], places: [1] },
  ],
  [
    'is there where another column is meant by its name',
    'y,7\n1,2\n',
    [column('2'), { variable: 'y', column: 'y' }],
    { names: ['y', '7'], places: [1, 0] },
  ],
  [
    'may name a column by a number that none has',
    '9,x\n1,2\n',
    [column('9')],
    { names: ['9', 'x'], places: [0] },
  ],
])('a header %s', (_, text, wanted, table) => {
  const isTab = text.includes('\t');
  expect(headerOf(text, wanted)).toMatchObject({
    table: { ...table, kept: 'cells' },
    lines: 1,
    hasHeader: true,
    left: isTab ? '1\t2\n' : '1,2\n',
  });
});

test('where there are tabs and commas the name of the file says which separate cells', () => {
  expect(headerOf('a\tb,x\n1\t1,2\n', [x], ',').table.names).toEqual(['a\tb', 'x']);
  expect(headerOf('a,b\tx\n1,2\t3\n', [x], '\t').table.names).toEqual(['a,b', 'x']);
});

test('but tabs or commas alone separate cells whatever the name', () => {
  expect(headerOf('x,z\n1,2\n', [x], '\t').table.names).toEqual(['x', 'z']);
  expect(headerOf('x\tz\n1\t2\n', [x], ',')).toMatchObject({ table: { names: ['x', 'z'] } });
});

test('a name that is no ASCII is not found in a table in another encoding', () => {
  const latin = Buffer.from('caf\xe9,x\n', 'latin1');
  expect(() => headerOf(latin, [column('caf\u00e9')])).toThrow(
    ' The table is not in UTF-8; if it comes from Windows: iconv -f CP1252 -t UTF-8 FILE > NEW_FILE',
  );
  expect(() => headerOf(latin, [column('y')])).toThrow("there are 'caf\\xe9', 'x'.");
});

test('blanks and quotes around a name count only where another column has the name without them', () => {
  expect(headerOf(' x , z\n1,2\n', [column('z')])).toMatchObject({
    table: { names: [' x ', ' z'], places: [1] },
  });
  expect(headerOf('"Year", "Quantity"\n1, 2\n', [column('Quantity')])).toMatchObject({
    table: { places: [1] },
  });
  expect(headerOf(' x,x\n1,2\n')).toMatchObject({ table: { places: [1] } });
  expect(() => headerOf(' x,x \n1,2\n')).toThrow("several columns are named 'x'");
});

test('a first line of numbers is no header, and is read with the others', () => {
  expect(headerOf('1,2\n3,4\n', [column('2')])).toEqual({
    table: {
      delimiter: ',',
      names: ['column1', 'column2'],
      places: [1],
      kept: 'cells' as const,
    },
    lines: 0,
    hasHeader: false,
    left: '1,2\n3,4\n',
  });
});

test('a header takes as many lines as its quotes have', () => {
  expect(headerOf('"a\r\nb",x\n1,2\n')).toMatchObject({
    table: { names: ['a\r\nb', 'x'] },
    lines: 2,
    left: '1,2\n',
  });
});

test('a table without a line is refused', () => {
  for (const delimiter of [undefined, ','] as const) {
    expect(() => headerOf('', [x], delimiter)).toThrow('the table is empty');
  }
});

test.each<[string, string, WantedColumn, string]>([
  ['a quote that is not closed', '"x\n1\n', x, 'line 1 is no header: a quote is not closed'],
  [
    'lines that end in CR alone',
    'x,y\r1,2\r',
    x,
    "line 1 has a CR in it, and lines end with LF: tr '\\r' '\\n' < FILE > NEW_FILE",
  ],
  [
    'a name that is there twice',
    'a,x,x\n',
    x,
    "--column: several columns are named 'x'; give its number: --column x=2",
  ],
  [
    'another name that is there twice',
    'a,b,b\n',
    column('b'),
    "--column: several columns are named 'b'; give its number",
  ],
  [
    'no such column',
    'a,b\n',
    x,
    "--column: there is no column 'x'; there are 'a', 'b'. For another column: --column x=NAME, or its number.",
  ],
  [
    'a number that is too large',
    'a,b\n',
    column('3'),
    "--column: there is no column '3'; there are 'a', 'b'.",
  ],
  ['the number 0', 'a\n', column('0'), "--column: there is no column '0'; there is 'a'."],
  [
    'a name that is nearly there',
    'width,b\n',
    column('widht'),
    "--column: there is no column 'widht'; there are 'width', 'b'. Did you mean 'width'?",
  ],
  [
    'JSON, an object a line',
    '{"t":1}\n{"t":2}\n',
    column('t'),
    "--column: there is no column 't'; there is '{\"t\":1}'. The input is JSON, and a table is CSV or TSV: jq '.t' FILE makes of it a number a line, for --x -",
  ],
  [
    'JSON, an array as json prints it',
    '[\n{"t":1},\n{"t":2}\n]\n',
    column('t'),
    "--column: there is no column 't'; there is '['. The input is JSON, and a table is CSV or TSV: jq '.[].t' FILE makes of it a number a line, for --x -",
  ],
  [
    'semicolons',
    'a;b\n',
    x,
    "--column: there is no column 'x'; there is 'a;b'. Cells are separated by commas or tabs, these by semicolons: tr ';' '\\t' < FILE > NEW_FILE; with decimal commas tr ';,' '\\t.'",
  ],
  [
    'bars',
    '| x | z |\n',
    x,
    "--column: there is no column 'x'; there is '| x | z |'. Cells are separated by commas or tabs, these by bars: tr '|' '\\t' < FILE > NEW_FILE",
  ],
  [
    'blanks',
    'x  z\n',
    x,
    "--column: there is no column 'x'; there is 'x  z'. Cells are separated by commas or tabs, these by blanks: tr -s ' ' '\\t' < FILE > NEW_FILE",
  ],
  [
    'a name with a blank in it',
    'x-z of it\n',
    column('x'),
    "--column: there is no column 'x'; there is 'x-z of it'. For another column: --column x=NAME, or its number.",
  ],
  [
    'an empty line before the names',
    '\nx,z\n',
    x,
    "--column: there is no column 'x'; there is ''. Line 1 is empty: grep . FILE > NEW_FILE leaves such lines out",
  ],
  [
    'a comment before the names',
    '# of 2026, by hand\nx,z\n',
    x,
    "--column: there is no column 'x'; there are '# of 2026', ' by hand'. Line 1 is a comment: grep -v '^#' FILE > NEW_FILE leaves such lines out",
  ],
  [
    'a line that tells a spreadsheet the separator',
    'sep=;\nx;z\n',
    x,
    "--column: there is no column 'x'; there is 'sep=;'. Line 1 is for spreadsheets only: tail -n +2 FILE > NEW_FILE leaves it out",
  ],
])('of %s it is said how to mend it', (_, text, wanted, message) => {
  let said = '';
  try {
    headerOf(text, [wanted]);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toBe(message);
});

test.each([
  ['[{"t":1, "u":2}]\n', 'there are \'[{"t":1\', \' "u":2}]\'.'],
  // In CSV a cell begins with the quote here.
  [
    '[{"t":1,"u":2}]\n',
    'line 1 is no header: text follows a closing quote; a quote inside a cell is written twice.',
  ],
])('of %j, JSON with several variables, points are made', (text, said) => {
  const wanted = [column('t'), { variable: 'y', column: 'u' }];
  const hint =
    "The input is JSON, and a table is CSV or TSV: jq -r '.[] | [.t, .u] | @tsv' FILE makes of it a point a line, for --at -";
  expect(() => headerOf(text, wanted)).toThrow(`${said} ${hint}`);
});

test('no hint at semicolons where there are other separators, too', () => {
  expect(() => headerOf('a;b,c\n')).toThrow(/there are 'a;b', 'c'\. For another column/);
});
