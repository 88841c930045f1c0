import {
  cellsOf,
  type Delimiter,
  endOfLine,
  recordsIn,
} from '../../../../src/cli/stream/input/csv-records';

/** The records of a text, and what is wrong with them by index; the rest is not decided. */
function records(
  text: string,
  { delimiter = ',', isAll = false }: { delimiter?: Delimiter; isAll?: boolean } = {},
): (string | undefined)[] {
  const bytes = Buffer.from(text);
  const { ends, faults } = recordsIn(bytes, 0, bytes.length, delimiter, isAll);
  return ends.map((end, i) => faults.get(i) ?? text.slice(ends[i - 1] ?? 0, end));
}

test.each<[string, string[], Delimiter?]>([
  ['1,2\n3,4\n5', ['1,2\n', '3,4\n']],
  ['"a\nb",2\n3\n', ['"a\nb",2\n', '3\n']],
  ['1,"a\nb"\r\n3\n', ['1,"a\nb"\r\n', '3\n']],
  ['"a""\nb",2\n3\n', ['"a""\nb",2\n', '3\n']],
  ['a"b\n3\n', ['a"b\n', '3\n']],
  ['"",""\n""\n3\n', ['"",""\n', '""\n', '3\n']],
  ['1\t"a\nb"\n', ['1\t"a\n', 'b"\n'], ','],
  ['1\t"a\nb"\n', ['1\t"a\nb"\n'], '\t'],
  ['1,"a\nb"\n', ['1,"a\n', 'b"\n'], '\t'],
  ['1,"a\nb"\t"c\nd"\n', ['1,"a\nb"\t"c\nd"\n'], 'either'],
  ['"a"b\n3\n', ['text follows a closing quote; a quote inside a cell is written twice', '3\n']],
  ['"a"\rb\n3\n', ['text follows a closing quote; a quote inside a cell is written twice', '3\n']],
  ['"a"\r,1\n3\n', ['text follows a closing quote; a quote inside a cell is written twice', '3\n']],
])('%j has the records %j', (text, expected, delimiter = ',') => {
  expect(records(text, { delimiter })).toEqual(expected);
});

test.each(['"a\n3\n', '"a"', '"a"\r', '"a\nb"', '"a\nb"\r', '1,"a""\n', '"'])(
  'what begins with %j is not decided before more comes, and is no record if that is all',
  (text) => {
    expect(records(text)).toEqual([]);
    const [first] = records(`${text}\n`, { isAll: true });
    const isWhole = /^"a\n?b?"\r?$/.test(text);
    expect(first).toBe(isWhole ? `${text}\n` : 'a quote is not closed');
  },
);

describe('a record is as long as the longest line at most, with what ends it', () => {
  const LONGEST = 1_048_576 + 2;
  const of = (length: number): string => `"${'a'.repeat(length - 3)}"\n3\n`;
  const open = `"${'a\n'.repeat(LONGEST / 2)}`;

  test('and longer ones are none', () => {
    expect(records(of(LONGEST)).map((record) => record?.length)).toEqual([LONGEST, 2]);
    expect(records(of(LONGEST + 1))).toEqual(['too long', '3\n']);
    const follows = `"${'a'.repeat(LONGEST - 4)}"b\n`;
    expect(records(follows)).toEqual([
      'text follows a closing quote; a quote inside a cell is written twice',
    ]);
  });

  test('so that a quote that is not closed for so long is told once that is certain', () => {
    expect(records(open.slice(0, LONGEST))[0]).toBe('a quote is not closed');
    expect(records(open.slice(0, LONGEST - 1))).toEqual([]);
  });

  test('wherever it begins', () => {
    expect(records(`1\n${open.slice(0, LONGEST - 1)}`)).toEqual(['1\n']);
    const long = `${'1'.repeat(600_000)}\n`;
    const found = records(`${long}"a\n3\n`, { isAll: true });
    expect(found).toEqual([long, 'a quote is not closed', '3\n']);
  });
});

test('a line ends behind its line feed, if that is among the bytes', () => {
  const bytes = Buffer.from('ab\ncd\n');
  expect([endOfLine(bytes, 0, 6), endOfLine(bytes, 3, 6), endOfLine(bytes, 0, 3)]).toEqual([
    3, 6, 3,
  ]);
  expect([endOfLine(bytes, 0, 2), endOfLine(bytes, 6, 6), endOfLine(bytes, 3, 5)]).toEqual([
    0, 0, 0,
  ]);
});

test.each([
  ['1,2\n', ['1', '2']],
  ['1,2\r\n', ['1', '2']],
  ['\n', ['']],
  [',\n', ['', '']],
  ['"a,b",c\n', ['a,b', 'c']],
  ['c,"a""b"\r\n', ['c', 'a"b']],
  ['"",""""\n', ['', '"']],
  ['a"b,"c"\n', ['a"b', 'c']],
  ['"a"",b",c\n', ['a",b', 'c']],
  ['"a"""",b",c\n', ['a"",b', 'c']],
  ['"a\nb",\n', ['a\nb', '']],
  [',"a"\n', ['', 'a']],
  ['a""b,"c"\n', ['a""b', 'c']],
])('%j has the cells %j', (record, cells) => {
  expect(cellsOf(record, ',')).toEqual(cells);
  expect(cellsOf(record.replaceAll(',', '\t'), '\t')).toEqual(
    cells.map((cell) => cell.replaceAll(',', '\t')),
  );
});
