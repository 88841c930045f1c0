import type { DifferenceQuotient } from '../../../src/core/best/convergence';
import { cornerOf, type SecondDifference } from '../../../src/core/best/corner';
import { isSteep } from '../../../src/core/best/steep';

/** These second differences at the steps 1, 2, 4 ..., or at steps with another ratio. */
function secondDifferences(
  values: readonly number[],
  { ratio = 2, tolerance = 0.01 } = {},
): SecondDifference[] {
  return values.map((value, k) => ({ step: ratio ** k, value, tolerance }));
}

function constant(count: number, value = 1): number[] {
  return Array.from({ length: count }, () => value);
}

/** Values that grow by this factor with each step. */
function growing(factor: number, count = 6): number[] {
  return Array.from({ length: count }, (_, k) => factor ** k);
}

describe('a corner', () => {
  test('must show at six steps in a row; five are not enough', () => {
    expect(cornerOf(secondDifferences(constant(6)))).toEqual({ kind: 'kink', step: 1, jump: 1 });
    expect(cornerOf(secondDifferences(constant(5)))).toBeUndefined();
    expect(cornerOf([])).toBeUndefined();
  });

  test('is classified by the six smallest steps that show it', () => {
    expect(cornerOf(secondDifferences([...constant(6), 100, -100]))).toEqual({
      kind: 'kink',
      step: 1,
      jump: 1,
    });
    expect(cornerOf([...secondDifferences(constant(6))].reverse())).toEqual({
      kind: 'kink',
      step: 1,
      jump: 1,
    });
  });

  test.each([
    [1.15, 'kink'],
    [0.85, 'kink'],
    [0.75, 'cusp'],
    [1.25, 'unbounded curvature'],
    [1.7, 'unbounded curvature'],
    [1.8, undefined],
    [2, undefined],
    [-1, 'odd'],
    [-1.05, 'odd'],
    [-1.2, undefined],
  ])('whose second differences grow by %p with each doubling is a %p', (factor, kind) => {
    expect(cornerOf(secondDifferences(growing(factor), { tolerance: 0.001 }))?.kind).toBe(kind);
  });

  test('is a cusp if the jump of the slope changes at any step', () => {
    expect(cornerOf(secondDifferences([1, 0.7, 0.7, 0.7, 0.7, 0.7]))?.kind).toBe('cusp');
    expect(cornerOf(secondDifferences([1, 1, 1, 1, 1, 0.7]))?.kind).toBe('cusp');
  });

  test('is significant at four times the tolerance', () => {
    const first = (tolerance: number): SecondDifference => ({ step: 0.5, value: 1, tolerance });
    expect(cornerOf([first(0.24), ...secondDifferences(constant(6))])?.step).toBe(0.5);
    expect(cornerOf([first(0.26), ...secondDifferences(constant(6))])?.step).toBe(1);
    expect(
      cornerOf([{ ...first(0.24), value: -1 }, ...secondDifferences(constant(6, -1))])?.step,
    ).toBe(0.5);
  });

  test('lies beside x if a smaller step, precise enough to show half of it, does not', () => {
    const smaller = (value: number, tolerance: number): SecondDifference => ({
      step: 0.25,
      value,
      tolerance,
    });
    const found = (bend: SecondDifference) =>
      cornerOf([bend, ...secondDifferences(constant(6))])?.kind;
    expect(found(smaller(0, 0.12))).toBeUndefined();
    expect(found(smaller(0, 0.13))).toBe('kink');
    expect(found(smaller(0.24, 0.0625))).toBeUndefined();
    expect(found(smaller(-0.25, 0.065))).toBe('kink');
  });
});

describe('a slope that grows without bound', () => {
  /** Slopes at halved steps; their growth is 1 at first, then multiplied by this factor each time. */
  const slopes = (
    count: number,
    factor: number,
    known: Partial<DifferenceQuotient> = {},
  ): DifferenceQuotient[] => {
    let [value, growth] = [0, 1];
    return Array.from({ length: count }, (_, k) => {
      if (k > 0) value += growth;
      if (k > 0) growth *= factor;
      return { step: 2 ** -k, value, roundOff: 0, shift: 0, curvature: 0, ...known };
    });
  };

  test('takes eight growing slopes in a row; seven are not enough', () => {
    expect(isSteep(slopes(8, 1.1))).toBe(true);
    expect(isSteep(slopes(7, 1.1))).toBe(false);
  });

  test('is recognised by the eight smallest steps only', () => {
    const [first, ...others] = slopes(9, 1.1);
    expect(isSteep([{ ...(first as DifferenceQuotient), value: 1000 }, ...others])).toBe(true);
  });

  test.each([
    ['|x|^(1/2)', Math.SQRT2, true],
    ['x log|x|, the limiting case', 1, true],
    ['a little less than that', 0.985, true],
    ['|x|^1.04', 2 ** -0.04, false],
    ['one that converges', 0.5, false],
  ])('has a growth that changes by a factor as for %s, %p: %p', (_, factor, expected) => {
    expect(isSteep(slopes(8, factor))).toBe(expected);
  });

  test('grows by more than eight round-offs over the step each time', () => {
    // The growth is 1 or more, the step 1.
    const known = (roundOff: number) => slopes(8, 1.1, { step: 1, roundOff });
    expect(isSteep(known(0.12))).toBe(true);
    expect(isSteep(known(0.13))).toBe(false);
  });

  test('grows by more than a hundredth of the steepest secant each time', () => {
    const beside = (line: number): number[] => Array.from({ length: 8 }, () => line);
    expect(isSteep(slopes(8, 1.1), beside(99))).toBe(true);
    expect(isSteep(slopes(8, 1.1), beside(101))).toBe(false);
    expect(isSteep(slopes(9, 1), [1e6, 1e6, ...beside(99).slice(1)])).toBe(true);
    expect(isSteep(slopes(9, 1), [0, 0, ...beside(101).slice(1)])).toBe(false);
  });

  test('never changes its direction', () => {
    const turned = slopes(8, 1.1).map((slope, k) => (k === 7 ? { ...slope, value: 0 } : slope));
    expect(isSteep(turned)).toBe(false);
  });
});
