/** @file The bytes of a stream as whole lines, however they come. */

import { type Delimiter, LONGEST_LINE } from '../../../../src/cli/stream/input/csv-records';
import { type Carry, type Chunk, LineReader } from '../../../../src/cli/stream/input/line-reader';
import { newSharedMemory, partsOf } from '../../../../src/cli/stream/turns';
import { inPieces } from '../../../support/run-main';

const newCarry = (): Carry => partsOf(newSharedMemory()).carry;

/** A piece of input; undefined where there is nothing yet. */
type Piece = string | Buffer | undefined;

/** A reader of these pieces, one a read; behind them the input ends. */
function readerOf(pieces: readonly Piece[], delimiter?: Delimiter): LineReader {
  const left = pieces.map((piece) => (piece === undefined ? undefined : Buffer.from(piece)));
  const read = (buffer: Buffer): number | undefined => {
    if (left.length === 0) return 0;
    const piece = left.shift();
    const count = piece?.copy(buffer);
    if (piece && piece.length > (count as number)) left.unshift(piece.subarray(count));
    return count;
  };
  return new LineReader(read, delimiter);
}

const textOf = ({ bytes, start, end }: Chunk): string => bytes.toString('latin1', start, end);

/** The text of the next chunk; 'later' and 'end' stand for none, a line too long for how it begins. */
function nextOf(reader: LineReader, carry: Carry): string {
  const chunk = reader.next(carry);
  if (chunk === undefined || chunk === 'later') return chunk ?? 'end';
  const long =
    chunk.longLine && `too long: ${Buffer.from(chunk.longLine).toString('latin1', 0, 3)}`;
  return [textOf(chunk), ...(long ? [long] : [])].join('');
}

/** All chunks of some pieces. */
function chunksOf(pieces: readonly Piece[], delimiter?: Delimiter): string[] {
  const [reader, carry, chunks] = [readerOf(pieces, delimiter), newCarry(), [] as string[]];
  for (;;) {
    const next = nextOf(reader, carry);
    if (next === 'end') return chunks;
    chunks.push(next);
  }
}

test.each([
  ['lines', '1\n2\n', '1\n2\n'],
  ['a last line without a line feed', '1\n2', '1\n2\n'],
  ['line feeds after CR', '1\r\n2\r\n', '1\r\n2\r\n'],
  ['a CR within a line', '1\r2\n', '1\r2\n'],
  ['NUL', '12\0\n\0', '12\0\n\0\n'],
  ['bytes that are no UTF-8', '\xff\n\xc3', '\xff\n\xc3\n'],
  ['a byte order mark', '\xef\xbb\xbf1\n2\n', '1\n2\n'],
  ['the beginning of one', '\xef\xbb1\n', '\xef\xbb1\n'],
  ['one in a later line', '1\n\xef\xbb\xbf2\n', '1\n\xef\xbb\xbf2\n'],
  ['nothing', '', ''],
  ['a byte order mark alone', '\xef\xbb\xbf', ''],
  ['a blank line', '\n', '\n'],
  ['blanks alone', ' \t', ' \t\n'],
  ['blank lines in between', '1\n\n \n2\n', '1\n\n \n2\n'],
  ['one blank line at the end', '1\n\n', '1\n'],
  ['one of blanks at the end', '1\n \t\r\n', '1\n'],
  ['blanks at the end without a line feed', '1\n \t', '1\n'],
  ['blank lines at the end', '1\n\n \r\n\t\n', '1\n'],
  ['blank lines alone', '\n\n', '\n'],
  ['blanks after the last number', '1\n2 \t\n', '1\n2 \t\n'],
])('%s: the lines are the same in pieces of any length', (_, text, lines) => {
  const bytes = Buffer.from(text, 'latin1');
  for (let length = 1; length <= bytes.length + 1; length++) {
    expect([length, chunksOf(inPieces(bytes, length)).join('')]).toEqual([length, lines]);
  }
});

test('lines come out as soon as they are whole, with all that came with them', () => {
  expect(chunksOf(['1\n2', '3', '\n4\n', '5'])).toEqual(['1\n', '23\n4\n', '5\n']);
});

test('a blank line waits for what comes next, since at the end it is none', () => {
  expect(chunksOf(['1\n', '\n', '2\n'])).toEqual(['1\n', '\n2\n']);
  expect(chunksOf(['1\n', '\n'])).toEqual(['1\n']);
  expect(chunksOf(['1\n \n', '2\n'])).toEqual(['1\n', ' \n2\n']);
  expect(chunksOf(['\n', '\n', '1\n'])).toEqual(['\n', '\n1\n']);
  expect(chunksOf(['1\n\n2', '\n'])).toEqual(['1\n\n', '2\n']);
});

test('very many blank lines are not all kept back', () => {
  const blank = '\n'.repeat(LONGEST_LINE);
  const chunks = chunksOf(['1\n', blank, blank, blank]);
  expect(chunks.join('').length).toBeGreaterThan(LONGEST_LINE);
});

test('the first lines are told from those that follow', () => {
  const [reader, carry] = [readerOf(['1\n2', '\n3\n']), newCarry()];
  const isFirst = (): unknown => (reader.next(carry) as Chunk).isFirst;
  expect([isFirst(), isFirst()]).toEqual([true, false]);
});

test('what one reader has begun another goes on with', () => {
  const carry = newCarry();
  const one = readerOf(['\xef', undefined]);
  expect(nextOf(one, carry)).toBe('later');
  const two = readerOf(['1\n2', '3', undefined]);
  expect([nextOf(two, carry), nextOf(two, carry)]).toEqual(['\xc3\xaf1\n', 'later']);
  const three = readerOf(['\n4\n', '5']);
  expect([1, 2, 3].map(() => nextOf(three, carry))).toEqual(['23\n4\n', '5\n', 'end']);
  expect(carry.isEnded).toBe(true);
});

test('nothing comes out before it is certain that it is no other encoding', () => {
  // In UTF-16 a line feed has a NUL beside it.
  const [reader, carry] = [readerOf(['\n', undefined, '1\n']), newCarry()];
  expect([1, 2].map(() => nextOf(reader, carry))).toEqual(['later', '\n1\n']);
  const utf16 = readerOf(['\n', undefined, '\0\n\0']);
  expect(nextOf(utf16, newCarry())).toBe('later');
});

describe('a line that is too long', () => {
  const long = (length: number): string => 'a'.repeat(length);

  test('is told as soon as that is certain, once, and skipped up to its end', () => {
    const carry = newCarry();
    const reader = readerOf(['1\n', long(LONGEST_LINE + 2), long(9), undefined, 'b\n2\n', '3\n']);
    const chunks = [1, 2, 3, 4, 5, 6].map(() => nextOf(reader, carry));
    expect(chunks).toEqual(['1\n', 'too long: aaa', 'later', '2\n', '3\n', 'end']);
  });

  test('takes no more memory the longer it is', () => {
    let [left, most] = [40, 0];
    const reader = new LineReader((buffer) => {
      most = Math.max(most, buffer.buffer.byteLength);
      return left-- > 0 ? buffer.fill('a').length : 0;
    });
    const carry = newCarry();
    expect([nextOf(reader, carry), nextOf(reader, carry)]).toEqual(['too long: aaa', 'end']);
    expect(most).toBeLessThan(4 * LONGEST_LINE);
  });

  test('may be one until its end has come to another reader', () => {
    const carry = newCarry();
    expect(nextOf(readerOf([long(500_000), long(500_000), undefined]), carry)).toBe('later');
    const reader = readerOf(['b\n2\n']);
    expect(nextOf(reader, carry)).toBe(`${long(1_000_000)}b\n2\n`);
  });

  test('comes after the lines before it', () => {
    expect(chunksOf([`1\n2\n${long(LONGEST_LINE + 2)}`])).toEqual(['1\n2\n', 'too long: aaa']);
    const together = [`1\n${long(99_999)}`, long(LONGEST_LINE), '\n2\n'];
    expect(chunksOf(together)).toEqual(['1\n', 'too long: aaa', '2\n']);
  });

  test('is none where only its line feed, or a CR before that, makes it longer', () => {
    const text = `${long(LONGEST_LINE)}\r\n`;
    for (const pieces of [[text], [text.slice(0, -1), '\n'], [text.slice(0, -2), '\r\n']]) {
      expect(chunksOf(pieces)).toEqual([text]);
    }
  });

  test('ends the input where that has no other line, and makes what follows no first line', () => {
    expect(chunksOf([long(LONGEST_LINE + 2)])).toEqual(['too long: aaa']);
    const carry = newCarry();
    const reader = readerOf([long(LONGEST_LINE + 2), '\n1\n']);
    expect([1, 2].map(() => (reader.next(carry) as Chunk).isFirst)).toEqual([true, false]);
  });
});

describe('the lines of a table', () => {
  test.each<[string, string, string, Delimiter]>([
    ['a line feed between quotes', '1,"a\nb"\n2,c', '1,"a\nb"\n2,c\n', ','],
    ['blank lines between quotes', '"a\n\n\n"\n2\n', '"a\n\n\n"\n2\n', ','],
    ['one of them at the end', '1\n"a\n \n"\n', '1\n"a\n \n"\n', ','],
    ['blank lines after quotes', '"a"\n\n \n', '"a"\n', ','],
    ['a quote that is not closed', '1\n"a\nb', '1\n"a\nb\n', ','],
    ['a quote within a cell', '1,a"\nb"\n', '1,a"\nb"\n', ','],
    ['tabs', 'a\t"b\n"\n', 'a\t"b\n"\n', '\t'],
  ])('%s: they are the same in pieces of any length', (_, text, lines, delimiter) => {
    for (let length = 1; length <= text.length + 1; length++) {
      const chunks = chunksOf(inPieces(text, length), delimiter);
      expect([length, chunks.join('')]).toEqual([length, lines]);
    }
  });

  test('are whole records, which come with where they end', () => {
    const [reader, carry] = [readerOf(['1\n"a\n', 'b"\n2\n"c\n'], ','), newCarry()];
    const chunks = [reader.next(carry), reader.next(carry)] as Chunk[];
    expect(textOf(chunks[1] as Chunk)).toBe('"a\nb"\n2\n');
    expect(chunks.map(({ start, end, records }) => [start, end, records?.ends])).toEqual([
      [0, 2, [2]],
      [0, 8, [6, 8]],
    ]);
    const rest = reader.next(carry) as Chunk;
    expect([textOf(rest), rest.records?.faults.get(0)]).toEqual(['"c\n', 'a quote is not closed']);
  });

  test('are one fewer where the last one is blank', () => {
    const chunk = readerOf(['"a"\n\n'], ',').next(newCarry()) as Chunk;
    expect([chunk.end, chunk.records?.ends]).toEqual([4, [4]]);
  });

  test('have no records where none of them has quotes', () => {
    expect((readerOf(['1,2\n'], ',').next(newCarry()) as Chunk).records).toBeUndefined();
    expect((readerOf(['"1"\n']).next(newCarry()) as Chunk).records).toBeUndefined();
  });
});

describe('the first line', () => {
  test('is left to be read, with what came with it and what follows', () => {
    const carry = newCarry();
    const text = `a\n${'1\n'.repeat(100_000)}`;
    const reader = readerOf([`\ufeff${text}`]);
    expect(String(reader.first(carry)?.bytes)).toBe('a\n');
    expect(carry.isEnded).toBe(false);
    expect([nextOf(reader, carry), nextOf(reader, carry)]).toEqual([text, 'end']);
  });

  test('may be left out: what comes next is then the first', () => {
    const carry = newCarry();
    const reader = readerOf(['\ufeffa\n1\n2', '3\n']);
    reader.skipFirst(carry);
    const rest = reader.next(carry) as Chunk;
    expect([textOf(rest), rest.isFirst]).toEqual(['1\n', true]);
    expect([nextOf(reader, carry), nextOf(reader, carry)]).toEqual(['23\n', 'end']);
  });

  test('is a record of several lines where it has quotes, or says what is wrong with it', () => {
    const carry = newCarry();
    const reader = readerOf(['"a\nb",c\n1,2\n'], ',');
    const first = reader.first(carry);
    expect([String(first?.bytes), first?.fault]).toEqual(['"a\nb",c\n', undefined]);
    reader.skipFirst(carry);
    expect(nextOf(reader, carry)).toBe('1,2\n');
    expect(readerOf(['"a"b\n'], ',').first(newCarry())?.fault).toMatch(/closing quote/);
    expect(readerOf([]).first(newCarry())).toBeUndefined();
  });
});
