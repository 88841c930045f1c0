/** @file The files that commands read: every call makes the same bytes. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomWords } from '../../support/random';

const lines = (some: readonly (string | number)[]): string => `${some.join('\n')}\n`;

/** From -2 to 2, with 16 to 17 digits. */
function numbers(count: number, seed = 20261129): number[] {
  const word = randomWords(seed);
  return Array.from({ length: count }, () => (word() / 2 ** 32) * 4 - 2);
}

/** Any finite doubles at all, as they are printed, in every spelling that is allowed. */
function wide(count: number): string[] {
  const word = randomWords(4711);
  const words = Uint32Array.from({ length: 2 * count }, word);
  return [...new Float64Array(words.buffer)].filter(Number.isFinite).map((x, i) => {
    if (i % 5 === 0) return x.toExponential(i % 17).toUpperCase();
    if (i % 5 === 1) return `  ${String(x)}\t\r`;
    return i % 5 === 2 ? String(x % 1000) : String(x);
  });
}

const BAD_LINES = ['oops', '', '0x10', '1e999', '1,5', '1 2', 'NaN', `1${'0'.repeat(400)}`];

/** Some 2.5 MB, where a line in a thousand is no number. */
function noisy(): string[] {
  return numbers(130_000, 1).flatMap((x, i) =>
    i % 1000 === 500 ? [BAD_LINES[(i / 500) % BAD_LINES.length] ?? '', String(x)] : [String(x)],
  );
}

function longTable(): string[] {
  const row = (x: number, i: number): string =>
    i % 2500 === 1234
      ? `"cut,${String(x)}`
      : `${String(i)},"a, ""b"" ${String(i % 7)}",${String(x)}`;
  return ['id,text,x', ...numbers(10_000, 2).map(row)];
}

const CYCLE = ['square', 'exp', 'reciprocal', 'sin', 'add(1.5)', 'sqrt', 'tanh', 'scale(1.25)'];

function chain(length: number): string[] {
  return Array.from({ length }, (_, i) => CYCLE[i % CYCLE.length] ?? '');
}

function squares(length: number): string[] {
  return Array<string>(length).fill('square');
}

const TEXTS = {
  'empty.txt': '',
  'few.txt': lines([0.5, -1, '1e-3', '+2', '.25', '-0']),
  'some.txt': lines([...numbers(150, 3), ...wide(50), 0, -0, 1, -1]),
  'small-whole.txt': lines([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  'zeros.txt': '0\n'.repeat(40_000),
  'numbers.txt': lines(numbers(60_000)),
  'bad.txt': lines([...numbers(60_000), 'oops', ...numbers(1000)]),
  'noisy.txt': lines(noisy()),
  'wide.txt': lines(wide(40_000)),

  'table.csv': 'id,t\na,0.5\nb,1\nc,-2\nd,0\n',
  'table.tsv': 'id\tt\n"p,q"\t0\nb\t1\n',
  'bare.csv': 'a,0\nb,1\n',
  'quotes.csv': 'x,"a ""b"", c","two\nlines",größer\n0,"""",",","\n"\n1,a\tb,,"c"\n',
  'crlf.csv': '\ufeffx,b\r\n0,"1"\r\n1,2',
  'taken.csv': 'y,y_2\n0,7\n',
  'twice.csv': 'a,a,t\n1,2,0\n',
  'wild.csv': 'k,x\n"a\r\nb",0\n"d"e,1\nf,bad\n"c\rd",1\n5" disc,0\nc\nd,1,2\n"open,1\ng,-4\n',
  'long.csv': lines(longTable()),

  'chain.txt': 'square,exp,square\n',
  'chain-lines.txt': '  square |exp, square  \r\n',
  'chain-100.txt': chain(100).join(),
  'chain-3000.txt': chain(3000).join('|'),
  'chain-100000.txt': squares(100_000).join(),
  'chain-100000-bad.txt': squares(100_000).with(77_777, 'sqaure').join(),
} as const;

const PAIR = '{ value: (x) => x * x, derivative: (x) => 2 * x }';

const MODULES = {
  'm.mjs': `export const g = ${PAIR};`,
  'm.cjs': `exports.g = ${PAIR};`,
  'm.ts':
    'export const g = { value: (x: number): number => x * x, derivative: (x: number) => 2 * x };',
  'half.cjs': 'exports.half = { value: (x) => x / 2, derivative: () => 0.5 };',
  'wrong.mjs': 'export const g = { value: (x) => x * x, derivative: (x) => 3 * x };',
  'documented.mjs': `
    export class documented {
      static definition = {
        summary: 'a square', formula: 'x^2', derivativeFormula: '2x', samples: [2, 3],
        domain: { text: 'x > 1', contains: (x) => x > 1 },
        value: (x) => x * x, derivative: (x) => 2 * x,
      };
    }
    export class kinked {
      static definition = {
        kinks: [{ at: 0, left: -1, right: 1 }],
        value: (x) => Math.abs(x), derivative: (x) => Math.sign(x),
      };
    }`,
  // The library beside the program that runs: the two that are compared have one each.
  'library.mjs': `
    import { dirname, join } from 'node:path';
    import { pathToFileURL } from 'node:url';
    const path = join(dirname(process.argv[1]), '../dist/index.js');
    const { default: library } = await import(pathToFileURL(path).href);
    export const Log = library.Log;`,
  'odd.mjs': `
    const results = [0, '1', 2n, undefined, null, true, [1], NaN, Infinity];
    export const odd = {
      value: (x) => { if (x === 9) throw new Error('nine'); return results[x] ?? results[3]; },
      derivative: () => 1,
    };`,
  'syntax.mjs': 'const a = 1;\nexport const g = {\n',
  'syntax.cjs': 'const a = 1;\nexports.g = {\n',
  'syntax.ts': '\nexport const g = {',
  'throws.mjs': "\nthrow new Error('boom\\u001b[31m')",
  'nothing.mjs': `export default ${PAIR}`,
  'taken.mjs': `export const sin = ${PAIR};`,
} as const;

export function writeFiles(folder: string): void {
  for (const [name, text] of Object.entries({ ...TEXTS, ...MODULES })) {
    writeFileSync(join(folder, name), text);
  }
}
