import { Chain } from '../../../src/core/graph/chain';
import type { Graph } from '../../../src/core/graph/graph';
import type { CheckedPoint } from '../../../src/core/check/checked';
import {
  defineFunction,
  everywhere,
  type FunctionClass,
} from '../../../src/core/engine/define-function';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { parseChain } from '../../../src/functions/parse';
import { checkAt as checkGraphAt } from '../../support/by-values';
import { differentiableRows, isOrdinary } from '../../support/fixtures';
import { functionsOf } from '../../support/chains';
import { some } from '../../support/portions';

function checkAt(chain: string | Graph, x: number): CheckedPoint {
  return checkGraphAt(typeof chain === 'string' ? parseChain(chain) : chain, x);
}

/** The function with a derivative that has this relative error. */
function wrong(f: FunctionClass, part: number): FunctionClass {
  const { definition } = f;
  return defineFunction({
    ...definition,
    name: 'wrong',
    derivative: (x, y) => definition.derivative(x, y) * (1 + part),
  });
}

/** A function of the user with this derivative. */
function claimed(value: (x: number) => number, derivative: (x: number) => number): Graph {
  const text = { name: 'mine', formula: '', derivativeFormula: '', summary: '' };
  return new Chain([
    defineFunction({ ...text, value, derivative, domain: everywhere, samples: [] }),
  ]);
}

const verdictOn = (f: (x: number) => number, derivative: (x: number) => number, x: number) =>
  checkAt(claimed(f, derivative), x).verdict;

function withWrong(chain: Graph, position: number, part: number): Graph {
  return new Chain(functionsOf(chain).map((f, i) => (i === position ? wrong(f, part) : f)));
}

describe('on the reference rows', () => {
  const rows = differentiableRows().map((row) => ({ ...row, functions: parseChain(row.chain) }));
  const ordinary = rows.filter(isOrdinary);

  test('no right derivative disagrees', () => {
    expect(rows.length).toBeGreaterThan(3300);
    // A sample; calibration.test.ts has all rows.
    const disagreeing = some(rows, 14).filter(
      ({ functions, x }) => checkAt(functions, x).verdict === 'disagree',
    );
    expect(disagreeing).toEqual([]);
  });

  test('derivatives wrong by 1e-6 in the last function disagree at 99 % of the ordinary rows', () => {
    const part = some(ordinary, 14);
    const found = part.filter(({ functions, x }) => {
      const last = functions.functionCount - 1;
      return checkAt(withWrong(functions, last, 1e-6), x).verdict === 'disagree';
    });
    expect(found.length).toBeGreaterThanOrEqual(0.99 * part.length);
  });

  test('derivatives wrong by 1e-3 disagree at all ordinary rows that can be decided, and name the function', () => {
    for (const { functions, x } of some(ordinary, 14)) {
      const { verdict, reason } = checkAt(withWrong(functions, 0, 1e-3), x);
      if (verdict === 'inconclusive' && checkAt(functions, x).verdict === 'inconclusive') continue;
      expect(verdict).toBe('disagree');
      const isSingle = functions.functionCount === 1;
      expect(reason).toEqual(isSingle ? undefined : { kind: 'wrong-function', index: 0 });
    }
  });
});

describe('the wrong function in a chain of five', () => {
  const chain = parseChain('square,exp,log1p,tanh,cube');

  test.each([0, 1, 2, 3, 4])('is named in position %p', (position) => {
    for (const x of [0.3, -0.7, 1.2]) {
      const point = checkAt(withWrong(chain, position, 0.01), x);
      expect(point).toMatchObject({
        verdict: 'disagree',
        reason: { kind: 'wrong-function', index: position },
      });
      expect(point.functions?.map(({ verdict }) => verdict === 'agree')).toEqual(
        [0, 1, 2, 3, 4].map((i) => i !== position),
      );
    }
  });

  test('is found by checking each function at the input that it gets', () => {
    const { functions = [] } = checkAt(withWrong(chain, 2, 0.01), 0.5);
    expect(functions.map(({ x }) => x)).toEqual([0.5, ...functions.slice(0, -1).map(({ y }) => y)]);
    expect(functions[1]).toMatchObject({ name: 'exp', x: 0.25, y: 1.2840254166877414 });
  });
});

describe('kinks', () => {
  test.each([
    ['abs', 0],
    ['relu', 0],
    ['hardtanh', 1],
    ['hardtanh', -1],
    ['leakyRelu', 0],
  ])('%s at %p has one, with its convention between the slopes', (chain, x) => {
    expect(checkAt(chain, x)).toMatchObject({ verdict: 'kink', reason: { kind: 'kink' } });
  });

  test.each([
    [1.1, 'disagree'],
    [-0.1, 'disagree'],
    [NaN, 'disagree'],
    [1, 'kink'],
  ])('of slopes 0 and 1 with a derivative of %p: %s', (derivative, verdict) => {
    const relu = (x: number): number => Math.max(x, 0);
    expect(verdictOn(relu, () => derivative, 0)).toBe(verdict);
  });

  test('a wrong function beside a kink is found', () => {
    const chain = parseChain('scale(2),abs,add(1)');
    // abs has the slopes -1 and 1, and backprop 0, which hides a wrong factor
    const leaky = parseChain('scale(2),leakyRelu(0.5),add(1)');
    expect(checkAt(chain, 0).verdict).toBe('kink');
    expect(checkAt(withWrong(leaky, 0, 0.01), 0)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });

  test.each([
    ['cube', 0],
    ['relu,square', 0],
  ])('%s at %p has none, and agrees', (chain, x) => {
    expect(checkAt(chain, x).verdict).toBe('agree');
  });
});

describe('an undecided derivative has its reason', () => {
  test.each([
    ['sqrt', 0, { kind: 'edge', side: 'right' }],
    ['log', 0, { kind: 'not-finite', name: 'log', inputs: [0] }],
    ['reciprocal', 0, { kind: 'fault', message: expect.stringMatching(/domain/) as string }],
    ['log', -1, { kind: 'fault', message: expect.stringMatching(/domain/) as string }],
    ['sin', 1e22, { kind: 'rough' }],
    ['cbrt', 0, { kind: 'steep' }],
    ['square,exp', 30, { kind: 'not-finite', name: 'exp', inputs: [900] }],
    ['add(1),sqrt', -1, { kind: 'undecided-function', index: 1 }],
    ['tanh', 20, { kind: 'unresolved' }],
    // -1/y^2 at y = 2^600 is -2^-1200, below the smallest double
    ['exp2,reciprocal', 600, { kind: 'underflow', index: 1 }],
  ])('%s at %p', (chain, x, reason) => {
    expect(checkAt(chain, x)).toMatchObject({ verdict: 'inconclusive', reason });
  });

  test('a claim of 0 for a tiny derivative does not agree', () => {
    const tanh = functionsOf(parseChain('tanh'))[0] as FunctionClass;
    const chain = claimed(
      (x) => tanh.definition.value(x),
      () => 0,
    );
    expect(checkAt(chain, 20)).toMatchObject({
      verdict: 'inconclusive',
      reason: { kind: 'unresolved' },
    });
  });
});

describe('derivatives that a fixed tolerance would judge wrongly', () => {
  const square = (x: number): number => x * x;

  test('at 1e-12 the derivative 2x of x^2 agrees, and 3x does not', () => {
    expect(verdictOn(square, (x) => 2 * x, 1e-12)).toBe('agree');
    expect(verdictOn(square, (x) => 3 * x, 1e-12)).toBe('disagree');
  });

  test.each([NaN, Infinity, -Infinity])('a derivative of %p never agrees', (derivative) => {
    for (const x of [0, 0.5, -3]) {
      expect(verdictOn(square, () => derivative, x)).toBe('disagree');
    }
  });
});

test('the numbers are those of diff, with the best numerical derivative', () => {
  const chain = parseChain('square,exp,square');
  const { y, backprop } = differentiate(chain, Float64Array.of(0.5));
  const point = checkAt(chain, 0.5);
  expect([point.y, point.backprop]).toEqual([y[0], backprop[0]]);
  expect(Math.abs(point.numerical - 3.297442541400256)).toBeLessThanOrEqual(point.bound + 4.5e-16);
  expect(point.bound).toBeLessThan(1e-11);
});
