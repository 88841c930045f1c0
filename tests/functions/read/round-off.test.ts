import fc from 'fast-check';
import type { FunctionClass } from '../../../src/core/engine/define-function';
import { catalogue } from '../../../src/functions/catalogue';
import { defineFormula } from '../../../src/functions/read/define-formula';
import { doubleBetweenPowers } from '../../support/arbitraries';
import { holdsForAll } from '../../support/holds-for-all';

const definition = (formula: string, derivative = '1') =>
  defineFormula(`f(x) = ${formula}; ${derivative}`, catalogue).definition;

/** A function of the catalogue, which is right to the last digit. */
const exact = (name: string) => (catalogue.entry(name) as FunctionClass).definition;

describe('the round-off of a formula covers its error', () => {
  test.each([
    ['exp(x) - 1', 'expm1'],
    ['log(1 + x^2)', undefined, (x: number) => exact('log1p').value(x * x)],
    ['1/(1 + exp(-x))', 'sigmoid'],
    ['(exp(x) - exp(-x))/2', 'sinh'],
    ['x + 1e8 - 1e8', 'identity'],
    ['log(exp(x))', 'identity'],
    ['(x > 0 ? x : -x)^(1/3)*x/abs(x)', 'cbrt'],
    ['e^(x*log(2))', 'exp2'],
    ['(1/exp(-x))^(x/x)', 'exp'],
  ])('as of %s', (formula, name, truth = exact(name ?? '').value) => {
    const { value, roundOff = () => 0 } = definition(formula);
    let [covered, count, tight] = [0, 0, 0];
    holdsForAll(
      fc.property(doubleBetweenPowers(-20, 4), (x) => {
        const error = Math.abs(value(x) - truth(x));
        count++;
        // the truth is itself rounded
        if (error <= roundOff(x) + Math.abs(truth(x)) * 2 ** -53) covered++;
        if (error >= roundOff(x) / 100) tight++;
      }),
      1000,
    );
    expect(covered).toBe(count);
    expect(tight).toBeGreaterThan(count / 100);
  });

  test('and is none for what is exact', () => {
    expect(definition('-x').roundOff?.(0.3)).toBe(0);
    expect(definition('pi').roundOff?.(0.3)).toBe(0);
    expect(definition('x > 0 ? x : -x').roundOff?.(-0.3)).toBe(0);
  });

  test('an infinite value inside that does not matter gives no NaN', () => {
    expect(definition('exp(-1/x^2)').roundOff?.(0)).toBeLessThan(1e-300);
  });
});
