/** @file Rows on their way out, between the beginning and the end of a format, and what is said beside them. */

import { type Io, IoError } from '../../../src/cli/process/io';
import { Output } from '../../../src/cli/stream/output';
import { Remarks } from '../../../src/cli/stream/remarks';
import type { Remark, RowBatch } from '../../../src/cli/stream/rows';
import type { Writer } from '../../../src/report/formats/format';

const WRITER: Writer = {
  open: () => '[',
  separator: ',',
  rows(block, text) {
    const [column = []] = block.columns as readonly (readonly string[])[];
    for (const cell of column) text.text(`,${cell}`);
  },
  close: (hasRows) => (hasRows ? ']' : '-]'),
};

/** An output, what it writes, and how many rows others have written before. */
function outputOf(writer: Partial<Writer> = {}, rows = 0, failsAt = Infinity) {
  const [writes, tally] = [[] as string[], { rows }];
  const io: Pick<Io, 'writeOutput'> = {
    writeOutput(bytes) {
      writes.push(Buffer.from(bytes as Uint8Array).toString('latin1'));
      if (writes.length >= failsAt) throw new IoError('write error', new Error('ENOSPC: full'));
    },
  };
  return { output: new Output({ ...WRITER, ...writer }, io, tally), writes, tally };
}

const batch = (text: string, rowCount: number) => ({ rows: Buffer.from(text), rowCount });

describe('rows', () => {
  test('come after the beginning of the format, without what separates them from rows before', () => {
    const { output, writes, tally } = outputOf();
    output.write(batch(',1,2', 2));
    output.write(batch(',3', 1));
    output.end();
    expect([writes, tally.rows]).toEqual([['[1,2', ',3', ']'], 3]);
  });

  test('that come after those of another thread do not begin the format anew', () => {
    const { output, writes } = outputOf({}, 5);
    output.write(batch(',1', 1));
    expect(writes).toEqual([',1']);
  });

  test('that are none are not written, and begin nothing', () => {
    const { output, writes, tally } = outputOf();
    output.write(batch('', 0));
    expect([writes, tally.rows]).toEqual([[], 0]);
  });

  test('may be those of a block', () => {
    const { output, writes } = outputOf();
    output.block({ length: 2, columns: [['a', 'b']] });
    output.block({ length: 0, columns: [[]] });
    output.end();
    expect(writes).toEqual(['[a,b', ']']);
  });

  test('may begin with bytes that are no UTF-8', () => {
    // U+DC80 up stand for bytes that are none.
    const { output, writes } = outputOf({ open: () => 'a\udcff' });
    output.write(batch(',1', 1));
    output.end();
    expect(writes[0]).toBe('a\xff1');
    const { output: empty, writes: written } = outputOf({ open: () => 'a\udcff' });
    empty.end();
    expect(written).toEqual(['a\xff', '-]']);
  });
});

describe('the end', () => {
  test('makes a whole document without rows, once', () => {
    const { output, writes } = outputOf();
    output.end();
    output.end();
    expect(writes).toEqual(['[', '-]']);
  });

  test('after an error is that of the rows before it, and nothing without any', () => {
    const { output, writes } = outputOf();
    output.abort();
    expect(writes).toEqual([]);
    output.write(batch(',1', 1));
    output.abort();
    output.abort();
    output.end();
    expect(writes).toEqual(['[1', ']']);
  });

  test('takes no write where the format has nothing to say', () => {
    const { output, writes } = outputOf({ open: () => '', close: () => '' });
    output.end();
    expect(writes).toEqual([]);
  });
});

test('after a write that failed nothing more is written', () => {
  const { output, writes } = outputOf({}, 0, 2);
  output.write(batch(',1', 1));
  expect(output.hasFailed).toBe(false);
  expect(() => {
    output.write(batch(',2', 1));
  }).toThrow('write error');
  expect(output.hasFailed).toBe(true);
  output.write(batch(',3', 1));
  output.abort();
  output.end();
  expect(writes).toEqual(['[1', ',2']);
});

describe('remarks', () => {
  const remark = (more: Partial<Remark> = {}): Remark => ({
    kind: 'error',
    line: 0,
    order: 0,
    point: undefined,
    message: 'bad',
    ...more,
  });
  const told = (remarks: readonly Remark[], more: Partial<RowBatch> = {}): RowBatch => ({
    gathered: { blocks: [], verdicts: [] },
    rows: Buffer.of(),
    rowCount: 0,
    remarks,
    counts: {
      error: remarks.filter(({ kind }) => kind === 'error').length,
      warning: remarks.filter(({ kind }) => kind === 'warning').length,
    },
    halt: undefined,
    ...more,
  });

  /** Remarks of two variables, and what is written of them. */
  function remarksOf(tally = { error: 0, warning: 0 }) {
    const said: string[] = [];
    const io = {
      isTerminal: () => false,
      columns: () => undefined,
      env: {},
      writeError: (text: string) => said.push(text),
    } as unknown as Io;
    return { remarks: new Remarks(io, tally, ['a', 'b']), said, tally };
  }

  test('have their line, counted from 1, and their point, where they have these', () => {
    const { remarks, said } = remarksOf();
    remarks.tell(told([remark()]), 0);
    remarks.tell(told([remark({ line: 2, point: [1, '2.0'], kind: 'warning' })]), 10);
    remarks.tell(told([remark({ line: undefined, point: [1, -2] })]), 10);
    expect(said).toEqual([
      'dezero-cli: line 1: bad\n',
      'dezero-cli: warning: line 13 (a = 1, b = 2.0): bad\n',
      'dezero-cli: a = 1, b = -2: bad\n',
    ]);
  });

  test('end with the error that has ended the run', () => {
    const { remarks, said, tally } = remarksOf();
    const halt = remark({ line: 4 });
    remarks.tell(told([remark({ kind: 'warning', line: 3 })], { halt }), 0);
    expect(said).toEqual(['dezero-cli: warning: line 4: bad\n', 'dezero-cli: line 5: bad\n']);
    expect(tally).toEqual({ error: 1, warning: 1 });
  });

  test.each(['error', 'warning'] as const)(
    'of one kind are ten, and then their number: %s',
    (kind) => {
      const { remarks, said, tally } = remarksOf();
      const nine = Array<Remark>(9).fill(remark({ kind }));
      const counts = { error: 0, warning: 0, [kind]: 12 };
      remarks.tell(told(nine, { counts }), 0);
      expect([said.length, tally]).toEqual([9, counts]);
      remarks.tell(told(nine), 0);
      remarks.finish();
      expect(said.slice(9)).toEqual([`dezero-cli: and 11 more ${kind}s\n`]);
    },
  );

  test('of which ten are told have no number of others', () => {
    const { remarks, said } = remarksOf();
    remarks.tell(told(Array<Remark>(10).fill(remark({ kind: 'warning' }))), 0);
    remarks.tell(told(Array<Remark>(10).fill(remark())), 0);
    remarks.finish();
    expect(said).toHaveLength(20);
  });

  test('that other threads have told count, too', () => {
    const { remarks, said } = remarksOf({ error: 10, warning: 9 });
    remarks.tell(told([remark(), remark({ kind: 'warning' })]), 0);
    remarks.finish();
    expect(said).toEqual(['dezero-cli: warning: line 1: bad\n', 'dezero-cli: and 1 more error\n']);
  });
});
