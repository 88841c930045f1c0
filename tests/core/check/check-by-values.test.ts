/** @file The check of graphs with functions that are known by their values only. */

import { check } from '../../../src/core/check/check';
import { checkByValues } from '../../../src/core/check/check-by-values';
import type { CheckedPoint } from '../../../src/core/check/checked';
import { checkSeveral } from '../../../src/core/check/check-several';
import { catalogue } from '../../../src/functions/catalogue';
import { parseChain, parseFormula } from '../../../src/functions/parse';
import { functionsOf, chainOf, ownFunction, type OwnFunction, times } from '../../support/chains';

const cube: OwnFunction = { value: (x) => x ** 3, derivative: (x) => 3 * x ** 2 };
const known = catalogue.with([
  ownFunction({ ...cube, name: 'own' }),
  ownFunction({ ...cube, name: 'wrong', derivative: (x) => 3.3 * x ** 2 }),
]);

const checkedAt = (text: string, x: number, tolerance = 0): CheckedPoint =>
  check(parseFormula(text, known), Float64Array.of(x), { tolerance }).points[0] as CheckedPoint;

const names = ({ functions = [] }: CheckedPoint): unknown[] =>
  functions.map(({ name, verdict }) => `${name}: ${verdict}`);

describe('a formula with a function of a user', () => {
  test('agrees if all is right, and has no exact derivative', () => {
    const point = checkedAt('2*own(x) - x', 1.5);
    // 6 * 1.5^2 - 1
    expect(point).toMatchObject({ verdict: 'agree', backprop: 12.5 });
    expect(point.numerical).toBeCloseTo(12.5, 8);
    expect(point).not.toHaveProperty('exact');
    expect(point).not.toHaveProperty('functions');
  });

  test('lists its functions by each argument that is used and not constant', () => {
    const found = checkedAt('2*wrong(x) + x', 1.5);
    expect(names(found)).toEqual([
      'wrong: disagree',
      'mul by b: agree',
      'add by a: agree',
      'add by b: agree',
    ]);
    expect(found.reason).toEqual({ kind: 'wrong-function', index: 0 });
  });

  test('lists neither conditions nor the branch that is not taken', () => {
    expect(names(checkedAt('x > 1 ? wrong(x) : exp(x)', 1.5))).toEqual([
      'wrong: disagree',
      '?: by then: agree',
    ]);
    expect(names(checkedAt('x > 2 ? wrong(x) : wrong(2*x)', 1.5))).toEqual([
      'mul by b: agree',
      'wrong: disagree',
      '?: by else: agree',
    ]);
  });

  test('may be wrong by the tolerance, and so may each of its functions', () => {
    expect(checkedAt('wrong(x)', 1.5)).not.toHaveProperty('functions');
    expect(checkedAt('wrong(x)', 1.5, 0.2).verdict).toBe('agree');
    expect(checkedAt('wrong(x)', 1.5, 0.05).verdict).toBe('disagree');
    // 1.1 * 1.1 is 1.21: both factors are within the tolerance, but the whole is not.
    for (const tolerance of [0.11, 0.15]) {
      const found = checkedAt('wrong(wrong(x))', 1.5, tolerance);
      expect(found).toMatchObject({
        verdict: 'disagree',
        functions: [{ verdict: 'agree' }, { verdict: 'agree' }],
      });
      expect(found).not.toHaveProperty('reason');
    }
  });

  test('outside a domain is a fault, without a list of functions', () => {
    const { points, faults } = check(parseFormula('own(log(x))', known), Float64Array.of(-1));
    const message = expect.stringMatching(/^log\(x\) gets -1, outside/) as string;
    expect(points[0]).toMatchObject({
      verdict: 'inconclusive',
      reason: { kind: 'fault', message },
    });
    expect(points[0]).not.toHaveProperty('functions');
    expect([...faults.keys()]).toEqual([0]);
  });

  test('has the first function with a non-finite value as its reason, with the arguments', () => {
    const point = checkedAt('own(1 + exp(2*x))', 500);
    expect(point.reason).toEqual({ kind: 'not-finite', name: 'exp', inputs: [1000] });
    expect(point).not.toHaveProperty('functions');
  });
});

describe('a right derivative that round-off of the intermediate values changes', () => {
  const named = (name: string): OwnFunction =>
    functionsOf(parseChain(name))[0]?.definition as OwnFunction;
  // 1 + x loses 7 digits of 1e-9, so the values show the slope of another parabola.
  const parabola = [named('add(1)'), named('add(-1)'), named('square')];

  /** x, rounded to a millionth: less precise than the disagreement of the whole. */
  const loose = (claim: number): OwnFunction => ({
    value: (x) => Math.round(x * 1e6) / 1e6,
    derivative: () => claim,
  });
  const checkedWith = (claim: number): CheckedPoint => {
    const chain = chainOf(...parabola, times(1e18), loose(claim));
    return checkByValues(chain, Float64Array.of(1e-9)).points[0] as CheckedPoint;
  };

  test('does not disagree, even if no function is precise enough to prove it right', () => {
    const { verdict, reason, functions = [] } = checkedWith(1);
    expect(functions.map((found) => found.verdict)).toEqual(Array(5).fill('agree'));
    expect(verdict).toBe('inconclusive');
    // The round-off is twice 2^-53 of 1, which is 2.2e-7 of 1e-9 and of the slope 2e9.
    const roundOff: unknown = expect.closeTo(444.0892, 3);
    expect(reason).toEqual({ kind: 'cancellation', roundOff });
  });

  test('disagrees if it is off by more than that', () => {
    const { verdict, reason, functions = [] } = checkedWith(1.000002);
    expect(functions.map((found) => found.verdict)).toEqual(Array(5).fill('agree'));
    expect([verdict, reason]).toEqual(['disagree', undefined]);
  });

  test('agrees in a formula, where the round-off of all parts is taken into account', () => {
    const [point] = checkByValues(parseFormula('((x + 1) - 1)^2'), Float64Array.of(1e-9)).points;
    expect(point).toMatchObject({ verdict: 'agree' });
  });
});

describe('with several variables', () => {
  const checked = (text: string, ...point: number[][]) =>
    checkSeveral(
      parseFormula(text, known),
      point.map((x) => Float64Array.from(x)),
    );
  const verdicts = ({ points }: ReturnType<typeof checked>): unknown[] =>
    points.map(({ verdict, partials }) => [verdict, ...partials.map((one) => one.verdict)]);

  test('each partial has a verdict, and the worst is that of the point', () => {
    expect(verdicts(checked('x*wrong(y) + y', [1, 0], [2, 2]))).toEqual([
      ['disagree', 'agree', 'disagree'],
      // The derivative by y is 0 + 1: the wrong function has no part in it.
      ['agree', 'agree', 'agree'],
    ]);
    expect(verdicts(checked('x*y; y; 2*x', [1, 0], [3, 3]))).toEqual([
      ['disagree', 'agree', 'disagree'],
      ['agree', 'agree', 'agree'],
    ]);
  });

  test.each(['x*wrong(y) + y', 'x*y; y; 1.1*x'])(
    'the mistake in a partial of %s is reported with that partial only',
    (text) => {
      const [point] = checked(text, [1, 3], [2, 2]).points;
      const [x, y] = point?.partials ?? [];
      expect([x?.variable, y?.variable]).toEqual(['x', 'y']);
      expect(x).not.toHaveProperty('mistake');
      expect(y?.mistake?.kind).toBe('factor');
    },
  );

  test.each(['wrong(x) + wrong(y) + x*y', 'wrong(x) + wrong(y) + own(x*y)'])(
    'in %s each wrong partial is laid to the function of its own variable',
    (text) => {
      const [point] = checked(text, [1], [2]).points;
      const wrong = point?.partials.map(({ functions = [] }) =>
        functions.filter(({ verdict }) => verdict === 'disagree').map(({ name, x }) => [name, x]),
      );
      expect(wrong).toEqual([[['wrong', 1]], [['wrong', 2]]]);
    },
  );

  test('two wrong partials are recognised as swapped, by proof and by values', () => {
    // Those of x^2 + 3y are 2x and 3; the second of x^2 + 3*own(y) is 3 * 3y^2.
    const { points } = checked('x^2 + 3*y; 3; 2*x', [5], [7]);
    expect(points[0]?.partials.map(({ mistake }) => mistake)).toEqual([
      { kind: 'swapped', with: 1 },
      { kind: 'swapped', with: 0 },
    ]);
  });

  test('the numerical derivatives are computed if they are asked for, and NaN otherwise', () => {
    const point = [Float64Array.of(2), Float64Array.of(3)];
    const graph = parseFormula('x*y^2');
    const [with0] = checkSeveral(graph, point, { numerical: true }).points;
    expect(with0?.partials.map(({ numerical }) => Math.round(numerical * 1e9) / 1e9)).toEqual([
      9, 12,
    ]);
    for (const { numerical, bound, exact, verdict } of with0?.partials ?? []) {
      expect(Math.abs(numerical - (exact as number))).toBeLessThanOrEqual(bound);
      expect(verdict).toBe('agree');
    }
    expect(checkSeveral(graph, point).points[0]?.partials).toEqual([
      { variable: 'x', x: 2, y: 18, backprop: 9, exact: 9, verdict: 'agree', ...none },
      { variable: 'y', x: 3, y: 18, backprop: 12, exact: 12, verdict: 'agree', ...none },
    ]);
  });

  test('a partial that agrees at an edge of the domain reports the side', () => {
    const [point] = checked('x^1.5*y', [0], [2]).points;
    expect(point?.partials[0]).toMatchObject({
      verdict: 'agree',
      reason: { kind: 'proved-edge', side: 'right', slope: 0 },
    });
    expect(point?.partials[1]).not.toHaveProperty('reason');
  });

  test('a computed derivative for a true one of 0 is compared with the products it is summed from', () => {
    // The derivative of x/3 - x/3 + y by x is 0, or the rounding of 1/3 - 1/3.
    const [point] = checked('x*sin(y) + x*sin(-y)', [2], [0.7]).points;
    expect(point?.partials.map(({ verdict }) => verdict)).toEqual(['agree', 'agree']);
  });

  test.each(['log(x)*y', 'own(log(x))*y', 'log(own(x))*y'])(
    'outside the domain of %s each partial has the fault, and the other points are checked',
    (text) => {
      const found = checked(text, [2, -1], [3, 4]);
      expect(found.points.map(({ verdict }) => verdict)).toEqual(['agree', 'inconclusive']);
      for (const partial of found.points[1]?.partials ?? []) {
        expect(partial).toMatchObject({ numerical: NaN, reason: { kind: 'fault' } });
      }
      expect([...found.faults.keys()]).toEqual([1]);
      expect(found.points[1]?.partials.map(({ variable, x }) => [variable, x])).toEqual([
        ['x', -1],
        ['y', 4],
      ]);
    },
  );
});

describe('an argument that is no graph of one variable, or no block of numbers,', () => {
  const xy = parseFormula('x*y');
  const block = Float64Array.of(1);

  test.each<[string, () => unknown, RegExp]>([
    ['several variables', () => check(xy, block), /^check .*one variable/],
    ['a list of numbers for one block', () => check(parseFormula('x'), [1] as never), /^check /],
    ['a text for a graph', () => check('x' as never, block), /^check needs a Graph/],
    [
      'numbers for one of the blocks',
      () => checkSeveral(xy, [block, 1] as never),
      /^checkSeveral .*Float64Array\.of/,
    ],
  ])('is refused: %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});

const none = { numerical: NaN, bound: NaN };
