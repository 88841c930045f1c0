import { differentiate } from '../../src/core/differentiate/differentiate';
import { parseChain } from '../../src/functions/parse';
import { type ReferenceRow, referenceRows } from '../support/fixtures';
import { errorInUlps, ofDecimal } from '../support/rational';

/** The error of one correctly rounded function, in ulps. */
const E = 0.5;

/**
 * The rows have 25 digits: half a unit of the last one is up to 5e-9 ulps. (exp at 2^-53 lies 2^-54
 * ulps above the middle between two doubles, and below it when cut to 25 digits.)
 */
const RESOLUTION = 5e-9;

/** What the row allows: the sum of all roundings, each carried to the end of the chain. */
function tolerances({ vsens, dsens, zsens, n }: ReferenceRow): { y: number; dy: number } {
  return { y: E * (1 + 2 * vsens), dy: 2 * E * dsens + 2 * E * zsens + (2 * E + 1) * n };
}

/** The error in ulps; 0 where the exact value is 0 and so is ours. */
function error(computed: number | undefined, exact: string): number {
  if (computed === undefined || !Number.isFinite(computed)) return Infinity;
  const truth = ofDecimal(exact);
  if (truth.numerator === 0n) return computed === 0 ? 0 : Infinity;
  return errorInUlps(computed, truth);
}

function evaluate({ chain, x }: ReferenceRow): { y: number; dy: number } {
  const result = differentiate(parseChain(chain), Float64Array.of(x), {
    columns: ['y', 'backprop'],
  });
  return { y: result.y?.[0] ?? NaN, dy: result.backprop?.[0] ?? NaN };
}

const rows = referenceRows();
const ordinary = rows.filter(({ flags }) => flags.length === 0);

test('the reference has thousands of rows, for most functions', () => {
  expect(ordinary.length).toBeGreaterThan(3000);
  const names = ordinary.flatMap(({ chain }) => chain.split('|'));
  expect(new Set(names.map((name) => name.replace(/\(.*/, ''))).size).toBeGreaterThan(30);
});

test('every value is within the tolerance of correctly rounded functions', () => {
  const wrong = ordinary
    .map((row) => ({ chain: row.chain, x: row.x, ulps: error(evaluate(row).y, row.y), row }))
    .filter(({ ulps, row }) => !(ulps <= tolerances(row).y + RESOLUTION));
  expect(wrong).toEqual([]);
});

test('every derivative is within the tolerance of correctly rounded functions', () => {
  const wrong = ordinary
    .filter(({ kind }) => kind !== 'kink')
    .map((row) => ({ chain: row.chain, x: row.x, ulps: error(evaluate(row).dy, row.dy), row }))
    .filter(({ ulps, row }) => !(ulps <= tolerances(row).dy + RESOLUTION));
  expect(wrong).toEqual([]);
});

test('where a single result is infinite, subnormal or zero, it is so rightly', () => {
  // A single function rounds once; in a chain an intermediate may leave the range of doubles before.
  const flagged = rows.filter(({ flags, chain }) => flags.length > 0 && !chain.includes('|'));
  expect(flagged.length).toBeGreaterThan(100);
  for (const row of flagged) {
    const found = evaluate(row);
    for (const figure of ['y', 'dy'] as const) {
      const flag = row.flags.find((name) => name.startsWith(`${figure}_`));
      if (flag === undefined) continue;
      const isRight = flag.endsWith('_inf')
        ? Math.abs(found[figure]) === Infinity
        : // Half a unit of 2^-1074 at most: silu(5e-324) lies just above it, and is not 0.
          error(found[figure], row[figure]) <= E + RESOLUTION;
      expect([row.chain, row.x, flag, isRight]).toEqual([row.chain, row.x, flag, true]);
    }
  }
});
