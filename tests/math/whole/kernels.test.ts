import type { Series, Sum } from '../../../src/math/whole/fixed-series';
import * as series from '../../../src/math/whole/whole-series';
import { kernelRows } from '../../support/fixtures';

type Kernel = (places: number, x: bigint) => Sum;

const summing =
  (of: Series): Kernel =>
  (places, x) =>
    of.sum(x, places);

/** Constants say no error: below 2 units. */
const constant =
  (of: (places: number) => bigint): Kernel =>
  (places) => ({ sum: of(places), error: 2 });

const KERNELS: Record<string, Kernel> = {
  EXPM1: summing(series.EXPM1),
  COS: summing(series.COS),
  SIN: summing(series.SIN),
  ATANH: summing(series.ATANH),
  ATAN: summing(series.ATAN),
  ERF: summing(series.ERF),
  'large erf': (places, x) => series.largeErfSeries(x, places),
  'far erfc': (places, u) => series.erfcSeries(u, places),
  pi: constant(series.pi),
  ln2: constant(series.ln2),
  ln10: constant(series.ln10),
};

const number = (text: string): bigint =>
  text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);

/** The error of one series is for a sum that is so many times smaller. */
const growthOf = (name: string, places: number, x: bigint): number =>
  name === 'large erf' ? Math.exp((Number(x) / 2 ** places) ** 2) : 1;

/** How far the sums of a kernel are off the true values, in parts of the errors that it says, and what those are. */
function judged(name: string) {
  const kernel = KERNELS[name] as Kernel;
  return kernelRows()
    .filter((row) => row[0] === name)
    .map(([, places, texts, value, proved]) => {
      const [x = 0n] = texts.map(number);
      const { sum, error } = kernel(places, x);
      const off =
        Math.abs(Number((sum << 32n) - number(value))) / 2 ** 32 / growthOf(name, places, x);
      return { places, x: texts, off, error, proved };
    });
}

describe.each(Object.keys(KERNELS))('the kernel of whole numbers for %s', (name) => {
  test('is off by no more than it says', () => {
    const rows = judged(name);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ off, error }) => !(off <= error))).toEqual([]);
  });
});

test.each(Object.keys(KERNELS))(
  'the kernel of whole numbers for %s says the error that was proved',
  (name) => {
    const wrong = judged(name).filter(({ error, proved }) => Math.abs(error - proved) > 1e-6);
    expect(wrong).toEqual([]);
  },
);
