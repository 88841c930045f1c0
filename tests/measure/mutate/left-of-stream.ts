/** @file Mutants of streams that no test can or need notice. */

import { type Left, of } from './listed';

export const LEFT_OF_STREAM: readonly Left[] = [
  {
    why: 'how many points or bytes are taken at a time, and what a thread must be worth: only the time and the memory are others',
    mutants: [
      ...of(
        'cli/stream/check-run.ts',
        ['const MOST_POINTS = 1024;', '1024', '2048'],
        ['const MOST_POINTS = 1024;', '1024', '512'],
        ['const MOST_POINTS_OF_SEVERAL = 256;', '256', '512'],
        ['const MOST_POINTS_OF_SEVERAL = 256;', '256', '128'],
        ['const EVALUATIONS = 80;', '80', '160'],
        ['const EVALUATIONS = 80;', '80', '40'],
        ['const PROOF_WORK = 8;', '8', '9'],
        ['const WARM_UP = 400_000;', '400_000', '800000'],
        ['const WARM_UP = 400_000;', '400_000', '200000'],
      ),
      ...of(
        'cli/stream/differentiation.ts',
        ['const EVALUATIONS = 80;', '80', '160'],
        ['const EVALUATIONS = 80;', '80', '40'],
        ['const EXACT_WORK = 10;', '10', '20'],
        ['const EXACT_WORK = 10;', '10', '5'],
      ),
      ...of(
        'cli/stream/exact-digits.ts',
        ['const MOST_POINTS = 64;', '64', '128'],
        ['const MOST_POINTS = 64;', '64', '32'],
        ['const WORK = 1000;', '1000', '2000'],
        ['const WORK = 1000;', '1000', '500'],
      ),
      ...of(
        'cli/stream/input/line-reader.ts',
        ['const MOST_READ = 262144;', '262144', '524288'],
        ['const MOST_READ_OF_TABLE = 65536;', '65536', '131072'],
        ['const MOST_READ_OF_TABLE = 65536;', '65536', '32768'],
        [
          '#buffer = Buffer.allocUnsafe(MOST_READ + 65536);',
          'MOST_READ + 65536',
          '(MOST_READ) - (65536)',
        ],
        ['#buffer = Buffer.allocUnsafe(MOST_READ + 65536);', '65536', '131072'],
        ['#buffer = Buffer.allocUnsafe(MOST_READ + 65536);', '65536', '32768'],
        [
          'this.#mostRead = delimiter === undefined ? MOST_READ : MOST_READ_OF_TABLE;',
          'delimiter === undefined',
          'true',
        ],
      ),
      ...of(
        'cli/stream/turns.ts',
        ['const SLICE = 50;', '50', '100'],
        ['const SLICE = 50;', '50', '25'],
      ),
      ...of(
        'cli/stream/crew.ts',
        ['#workDone = 0;', '0', '1'],
        ['this.#workKnown = this.#workOf(bytesKnown ?? 0);', '0', '1'],
        ['if (work < ofThread) return 1;', 'work < ofThread', 'false'],
      ),
      ...of(
        'cli/stream/shared-memory.ts',
        ['const CELL_BYTES = 24;', '24', '48'],
        ['const DOUBLE_BYTES = 8 * (CARRIED_COUNT + TALLIED_COUNT);', '8', '9'],
        ['const ARRIVALS = 256;', '256', '512'],
        ['const ARRIVALS = 256;', '256', '128'],
      ),
      ...of('cli/stream/stream.ts', ['crew?.grow(0);', '0', '1']),
    ],
  },
  {
    why: 'who waits looks again after 50 ms, woken or not',
    mutants: [
      ...of(
        'cli/stream/turns.ts',
        [
          'Atomics.notify(this.#cells, CELLS.lock, 1);',
          'Atomics.notify(this.#cells, CELLS.lock, 1);',
          '',
        ],
        ['Atomics.notify(this.#cells, CELLS.lock, 1);', '1', '2'],
        [
          'Atomics.notify(this.#cells, CELLS.turn);',
          'Atomics.notify(this.#cells, CELLS.turn);',
          '',
        ],
        [
          'Atomics.notify(this.#cells, CELLS.lock);',
          'Atomics.notify(this.#cells, CELLS.lock);',
          '',
        ],
        [
          'Atomics.notify(this.#cells, CELLS.turn);',
          'Atomics.notify(this.#cells, CELLS.turn);',
          '',
        ],
        [
          "if (Atomics.wait(this.#cells, cell, value, SLICE) === 'timed-out') await this.breathe();",
          "Atomics.wait(this.#cells, cell, value, SLICE) === 'timed-out'",
          'true',
        ],
      ),
    ],
  },
  {
    why: 'the same, later: text is decoded, searched for quotes or made room for where it need not be',
    mutants: [
      ...of(
        'cli/stream/input/csv-records.ts',
        [
          'let next = hasQuotes ? endOfRecord(bytes, at, limit, delimiter) : endOfLine(bytes, at, limit);',
          'hasQuotes',
          'true',
        ],
        [
          `if (!record.includes('"')) return record.slice(0, length).split(delimiter);`,
          `!record.includes('"')`,
          'false',
        ],
        [
          `if (!record.includes('"')) return record.slice(0, length).split(delimiter);`,
          `'"'`,
          "''",
        ],
      ),
      ...of(
        'cli/stream/input/decoded-text.ts',
        ["if (isUtf8(bytes)) return bytes.toString('utf8');", 'isUtf8(bytes)', 'false'],
        [
          'if (!isAscii(bytes)) return (start, end) => decodedText(bytes.subarray(start, end));',
          '!isAscii(bytes)',
          'true',
        ],
      ),
      ...of(
        'cli/stream/input/line-reader.ts',
        [
          'if (length + count <= this.#buffer.length) return;',
          'length + count <= this.#buffer.length',
          '(length + count) < (this.#buffer.length)',
        ],
        [
          'if (length + count <= this.#buffer.length) return;',
          'length + count <= this.#buffer.length',
          'false',
        ],
        ['if (length + count <= this.#buffer.length) return;', 'return;', ''],
        ['const grown = Buffer.allocUnsafe(2 * (length + count));', '2', '3'],
      ),
      ...of('cli/stream/input/blocks.ts', [
        'const length = Math.min(most, Math.max(1, (end - scan.position) >> 1));',
        '1',
        '2',
      ]),
    ],
  },
  {
    why: 'at the bound itself both ways lead to the same: nothing is left to be read there',
    mutants: [
      ...of(
        'cli/stream/input/csv-records.ts',
        ['for (let at = start; at < end;) {', 'at < end', '(at) <= (end)'],
        ['if (next <= 0) {', '0', '1'],
      ),
      ...of(
        'cli/stream/input/plain-table-lines.ts',
        ['while (position < end && count < this.room) {', 'position < end', '(position) <= (end)'],
        ['for (; c < cellCount; c++) {', 'c < cellCount', '(c) <= (cellCount)'],
        ['break;', 'break;', ''],
      ),
      ...of(
        'cli/stream/input/point-lines.ts',
        ['while (position < end && count < most) {', 'position < end', '(position) <= (end)'],
        ['if (!isRead) break;', '!isRead', 'false'],
        ['if (!isRead) break;', 'break;', ''],
      ),
      ...of('cli/stream/input/line-reader.ts', [
        'while (at > start && isBlank(bytes[at - 1])) at--;',
        'at > start',
        '(at) >= (start)',
      ]),
    ],
  },
];
