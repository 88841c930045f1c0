import fc from 'fast-check';
import { Chain } from '../../../src/core/graph/chain';
import { checkByValues as check } from '../../../src/core/check/check';
import type { FunctionClass } from '../../../src/core/engine/define-function';
import { catalogue } from '../../../src/functions/catalogue';
import { defineFormula, withDefinitions } from '../../../src/functions/read/define-formula';
import { doubleBetweenPowers } from '../../support/arbitraries';
import { holdsForAll } from '../../support/holds-for-all';
import { some } from '../../support/portions';

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

describe('digits that cancel in a formula make no derivative wrong', () => {
  const NAMES = [
    ['1-cos(x)', 'sin(x)'],
    ['(1-cos(x))/x^2', 'sin(x)/x^2-2*(1-cos(x))/x^3'],
    ['exp(x)-1-x', 'exp(x)-1'],
    ['(exp(x)-1)/x', '(exp(x)*x-exp(x)+1)/x^2'],
    ['sin(x)/x', '(x*cos(x)-sin(x))/x^2'],
    ['tanh(x)-x', '-tanh(x)^2'],
    ['log(x+sqrt(x^2+1))', '1/sqrt(x^2+1)'],
    ['cos(x)-1+x^2/2', 'x-sin(x)'],
    ['(x+1e16)-1e16', '1'],
  ] as const;
  const texts = NAMES.map(([value, derivative], i) => `f${String(i)}(x) = ${value}; ${derivative}`);
  const known = withDefinitions(catalogue, texts);
  const points = some(fc.sample(doubleBetweenPowers(-34, 5), { numRuns: 100, seed: 5 }), 3);

  test.each(texts.map((text, i) => [text, i] as const))('as in %s', (_, i) => {
    const f = known.entry(`f${String(i)}`) as FunctionClass;
    for (const chain of [
      new Chain([f]),
      new Chain([f, catalogue.entry('square') as FunctionClass]),
    ]) {
      const disagreeing = check(chain, Float64Array.from(points)).points.filter(
        ({ verdict }) => verdict === 'disagree',
      );
      expect(disagreeing.map(({ x, numerical, backprop }) => ({ x, numerical, backprop }))).toEqual(
        [],
      );
    }
  });

  test('one that is wrong is found where its digits show it', () => {
    const wrong = defineFormula('wrong(x) = 1-cos(x); sin(x)*(1+1e-6)', catalogue);
    const { points: found } = check(new Chain([wrong]), Float64Array.of(0.3, 1, 2));
    expect(found.map(({ verdict }) => verdict)).toEqual(['disagree', 'disagree', 'disagree']);
  });

  test('a derivative that loses its own digits is said to do so', () => {
    const f = defineFormula('f(x) = sinc(x); (x*cos(x)-sin(x))/x^2', catalogue);
    const [point] = check(new Chain([f]), Float64Array.of(1e-8)).points;
    expect(point).toMatchObject({ verdict: 'inconclusive', reason: { kind: 'cancellation' } });
  });
});
