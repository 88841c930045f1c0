/** @file What the errors of finite differences are: by the table of error-theory.ts, and measured. */

import type { BestDerivative } from '../../../src/core/best/best-at';
import {
  type DifferenceErrors,
  differenceErrorsAt,
} from '../../../src/core/exact/difference-error';
import { METHODS, type Method } from '../../../src/math/finite-differences';
import {
  type ErrorTheory,
  movedBy,
  roundOffAt,
  theoryOf,
  truncationAt,
} from '../../../src/core/differentiate/error-theory';
import {
  measuredStepError,
  stepError,
  type Yardstick,
  yardstickAt,
} from '../../../src/core/differentiate/yardstick';
import { parseFormula } from '../../../src/functions/parse';

const U = 2 ** -53;
const sumAt = (method: Method, theory: ErrorTheory, eps: number): number =>
  truncationAt(method, theory, eps) + roundOffAt(method, theory, eps);

describe('both errors of a step, with d = 3e-16 and a higher derivative of 7', () => {
  test.each<[Method, number, number]>([
    ['central', (7 / 6) * 0.01 * 0.01, 3e-16 / 0.01],
    ['forward', (7 / 2) * 0.01, (2 * 3e-16) / 0.01],
    ['backward', (7 / 2) * 0.01, (2 * 3e-16) / 0.01],
  ])('%s', (method, truncation, roundOff) => {
    const theory = theoryOf(method, 7, 3e-16);
    expect(truncationAt(method, theory, 0.01)).toBeCloseTo(truncation, 18);
    expect(roundOffAt(method, theory, 0.01)).toBeCloseTo(roundOff, 27);
  });

  test.each(METHODS)('%s: their sum is least at the best step, and is told', (method) => {
    const theory = theoryOf(method, 7, 3e-16);
    const { bestEps, leastError } = theory;
    expect(leastError).toBe(sumAt(method, theory, bestEps));
    for (const factor of [0.9, 1.1]) {
      expect(sumAt(method, theory, factor * bestEps)).toBeGreaterThan(leastError);
    }
  });

  test.each(METHODS)('%s: without the one the best step has no bound, or is 0', (method) => {
    expect(theoryOf(method, 0, 1e-16)).toMatchObject({ bestEps: Infinity, leastError: 0 });
    expect(theoryOf(method, 1, 0)).toMatchObject({ bestEps: 0, leastError: 0 });
    expect(theoryOf(method, 0, 0)).toMatchObject({ bestEps: NaN, leastError: 0 });
  });

  test('the points that are rounded move a value by the slope: both of them, or one of two', () => {
    expect(movedBy('central', -8, -3, 1)).toBe(1 + 24 * U);
    expect(movedBy('forward', 8, 3, 1)).toBe(1 + 12 * U);
  });
});

describe('what an error is mostly made of', () => {
  // Digits of a derivative of 4: two units are 2^-50.
  const best: BestDerivative = { value: 4, bound: 2 ** -40, steepest: 1, usual: 1 };
  const theory: ErrorTheory = { ...theoryOf('forward', 0, 0), higherDerivative: 0, roundOff: 0 };
  const regime = (error: number, truncation: number, roundOff: number): string =>
    stepError(1, 4 + error, 'forward', {
      best,
      // Over a step of 1 these are the errors themselves.
      theory: { ...theory, higherDerivative: 2 * truncation, roundOff: roundOff / 2 },
    }).regime;

  test.each<[string, number, number, number, string]>([
    ['none that a double shows', 2 ** -50, 2 ** -50, 2 ** -50, 'exact'],
    ['an error that shows', 2 ** -49, 2 ** -50, 2 ** -51, 'truncation'],
    ['an estimate that shows', 0, 2 ** -51, 2 ** -49, 'round-off'],
    ['the larger estimate', 0.02, 0.02, 0.01, 'truncation'],
    ['two equal ones', 0.01, 0.01, 0.01, 'truncation'],
    ['the larger estimate', 0.02, 0.01, 0.02, 'round-off'],
    ['an error that is just the truncation', 0.0112, 0.01, 0.02, 'truncation'],
    ['one that is an eighth larger', 0.01126, 0.01, 0.02, 'round-off'],
    ['one that is larger than round-off can be', 0.0801, 0.01, 0.02, 'truncation'],
    ['one that is not', 0.0799, 0.01, 0.02, 'round-off'],
    ['two equal ones that explain nothing', 0.02, 0.01, 0.01, 'truncation'],
    ['one that is just an eighth larger', 0.5625, 0.5, 1, 'round-off'],
    // 4 times 1/8, the bound, and two units of 4
    ['the largest that round-off can be', 0.5 + 2 ** -40 + 2 ** -50, 2 ** -4, 2 ** -3, 'round-off'],
    ['one unit more', 0.5 + 2 ** -40 + 2 ** -49, 2 ** -4, 2 ** -3, 'truncation'],
    ['one that the bound of the derivative covers', 0.08 + 2 ** -41, 0.01, 0.02, 'round-off'],
  ])('%s: %d of %d and %d', (_, error, truncation, roundOff, expected) => {
    expect(regime(error, truncation, roundOff)).toBe(expected);
  });

  test('is not known where there is no derivative to compare with', () => {
    expect(stepError(1, 4, 'central', { best })).toEqual({ error: NaN, regime: 'unknown' });
  });
});

describe('beside the derivative of the formula', () => {
  const errors = differenceErrorsAt(parseFormula('x^3'), 2) as DifferenceErrors;

  // ((x + h)^3 - (x - h)^3)/2h = 3x^2 + h^2, and ((x + h)^3 - x^3)/h = 3x^2 + 3xh + h^2.
  test.each<[Method, number, number, number]>([
    ['central', 12.5, 0.25, 0.25],
    ['forward', 15.5, 3.25, 0.25],
    ['backward', 9.5, -2.75, 0.25],
  ])('the truncation of %s is that of exact values', (method, numerical, truncation, roundOff) => {
    expect(errors.of(numerical, 0.5, method)).toEqual({
      error: truncation + roundOff,
      truncation,
      roundOff,
    });
    expect(measuredStepError(0.5, numerical, method, errors)).toEqual({
      error: Math.abs(truncation + roundOff),
      regime: 'truncation',
      parts: { truncation: Math.abs(truncation), roundOff },
    });
  });

  test('it is round-off where that is larger, and nothing where no digit shows', () => {
    expect(measuredStepError(2 ** -20, 12.5, 'central', errors)?.regime).toBe('round-off');
    expect(measuredStepError(2 ** -40, 12, 'central', errors)?.regime).toBe('exact');
    // Of 12 two units are 2.7e-15.
    expect(measuredStepError(2 ** -40, 12 + 2 ** -49, 'central', errors)?.regime).toBe('exact');
    expect(measuredStepError(2 ** -40, 12 + 2 ** -48, 'central', errors)?.regime).toBe('round-off');
    expect(measuredStepError(1, NaN, 'central', errors)).toBeUndefined();
    const root = differenceErrorsAt(parseFormula('sqrt(x)'), 1) as DifferenceErrors;
    expect(measuredStepError(2, 0.5, 'central', root)).toBeUndefined();
  });

  test.each<[string, number, Method, number]>([
    ['x^3', 2, 'central', 6],
    ['x^3', 2, 'forward', 12],
    ['x^3', -2, 'backward', 12],
    ['x^2', 2, 'central', 0],
    ['x^2', 2, 'backward', 2],
    ['exp(3*x)', 0.5, 'central', 27 * Math.exp(1.5)],
    ['exp(x)', -1e-30, 'forward', 1],
  ])('the higher derivative of %s at %d for %s is %d', (text, x, method, expected) => {
    const found = differenceErrorsAt(parseFormula(text), x)?.higherDerivative(method);
    expect(found).toBeCloseTo(expected, 4);
  });

  test.each(['abs(x)', 'log(x)', 'floor(x)', 'sqrt(x)'])('%s has none at 0', (text) => {
    expect(differenceErrorsAt(parseFormula(text), 0)).toBeUndefined();
  });
});

describe('the yardstick of a formula', () => {
  const at = (text: string, isExact: boolean, x = 2): Yardstick => {
    const graph = parseFormula(text);
    return yardstickAt(graph, x, 'central', isExact ? differenceErrorsAt(graph, x) : undefined);
  };

  test('is its own derivative where that is known, and that of its values else', () => {
    const [exact, values] = [at('x^3', true), at('x^3', false)];
    expect(exact.theory?.higherDerivative).toBeCloseTo(6, 8);
    expect(values.theory?.higherDerivative).toBeCloseTo(6, 4);
    expect([exact.exact?.exact, values.exact]).toEqual([12, undefined]);
    expect(values.best.value).toBeCloseTo(12, 9);
    // A value of 8 is off by 8 units of 2^-53, and x by 2 of them, times the slope 12.
    expect(exact.theory?.roundOff).toBe(32 * U);
  });

  test('says which error a step has, by either', () => {
    expect(stepError(0.5, 12.25, 'central', at('x^3', true))).toMatchObject({ error: 0.25 });
    expect(stepError(0.5, 12.25, 'central', at('x^3', false)).regime).toBe('truncation');
  });

  test('tells parts of an error where the formula has values, and else the error alone', () => {
    const yardstick = at('log(x)', true, 0.5);
    expect(stepError(0.25, 2.5, 'central', yardstick)).toHaveProperty('parts');
    // 0.5 - 1 is outside
    const { error, ...rest } = stepError(1, 2.5, 'central', yardstick);
    expect(error).toBeCloseTo(0.5, 9);
    expect(rest).not.toHaveProperty('parts');
    expect(at('log(x)', false, 0.5)).not.toHaveProperty('exact');
  });

  test('has no theory where values show no derivative', () => {
    expect(at('abs(x)', false, 0).theory).toBeUndefined();
  });
});
