import { catalogue } from '../../src/functions/catalogue';
import fc from 'fast-check';
import type { FunctionDefinition } from '../../src/core/engine/define-function';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { parseChain } from '../../src/functions/parse';
import { doubleBetweenPowers } from '../support/arbitraries';
import { boundsOf, ruleOf } from './jets';
import { holdsForAll } from '../support/holds-for-all';

type Condition = (x: number) => boolean;

const all: Condition = () => true;
const positive: Condition = (x) => x > 0;
const within =
  (limit: number): Condition =>
  (x) =>
    Math.abs(x) < limit;

/** Chains that are x again, and the x for which they are. */
const CHAINS: readonly (readonly [string, Condition])[] = [
  ['exp,log', all],
  ['log,exp', positive],
  ['exp2,log2', all],
  ['log2,exp2', positive],
  ['expm1,log1p', all],
  ['log1p,expm1', (x) => x > -1],
  ['square,sqrt', positive],
  ['sqrt,square', positive],
  ['cube,cbrt', all],
  ['cbrt,cube', all],
  ['sin,asin', within(Math.PI / 2)],
  ['asin,sin', within(1)],
  ['cos,acos', (x) => x > 0 && x < Math.PI],
  ['acos,cos', within(1)],
  ['tan,atan', within(Math.PI / 2)],
  ['atan,tan', all],
  ['sinh,asinh', all],
  ['asinh,sinh', all],
  ['cosh,acosh', positive],
  ['acosh,cosh', (x) => x > 1],
  ['tanh,atanh', all],
  ['atanh,tanh', within(1)],
  ['neg,neg', all],
  ['reciprocal,reciprocal', all],
  ['add(0.7),add(-0.7)', all],
  ['scale(2),scale(0.5)', all],
  ['pow(4),pow(0.25)', positive],
  ['pow(-2),rsqrt', positive],
  ['pow(3),cbrt', all],
  ['sqrt,pow(2)', positive],
  ['softplus,expm1,log', all],
  ['neg,softplus,neg,exp,reciprocal,add(-1),log,neg', all],
  ['logsigmoid,exp,reciprocal,add(-1),log,neg', all],
  ['sigmoid,reciprocal,add(-1),log,neg', all],
];

function backpropOf(chain: string, x: number): number {
  const result = differentiate(parseChain(chain), Float64Array.of(x), { columns: ['backprop'] });
  return result.backprop?.[0] ?? NaN;
}

describe('a function and its inverse, one after the other, have the gradient 1', () => {
  // But for roundings, each carried on by the functions after it: n cond 2^-53, for which boundsOf
  // has the formula. Where that leaves fewer than five digits the statement says nothing.
  test.each(CHAINS)('as in %s', (text, condition) => {
    let count = 0;
    const tried = holdsForAll(
      fc.property(doubleBetweenPowers(-8, 5), (x) => {
        const { backprop: bound } = boundsOf(parseChain(text), x, 0);
        if (!condition(x) || !(bound < 1e-5)) return;
        count++;
        expect(Math.abs(backpropOf(text, x) - 1)).toBeLessThanOrEqual(bound);
      }),
      300,
    );
    expect(count / tried).toBeGreaterThan(1 / 6);
  });

  test.each([
    ['square,sqrt', -3],
    ['cosh,acosh', -2],
    ['cos,acos', -1],
    ['sin,asin', 3],
  ])('or -1 on its falling branch: %s at %d', (text, x) => {
    const { backprop: bound } = boundsOf(parseChain(text), x, 0);
    expect(Math.abs(backpropOf(text, x) + 1)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-14);
  });
});

test('every function with a jet and its inverse are among these chains', () => {
  // These leave some x as it is, and so pass for their own inverse and that of each other.
  const stays = 'identity abs relu hardtanh'.split(' ');
  const plain = catalogue.classes.filter(
    ({ definition }) =>
      definition.family === undefined &&
      !stays.includes(definition.name) &&
      ruleOf(definition) !== undefined,
  );
  const isInverse = (f: FunctionDefinition, g: FunctionDefinition): boolean => {
    const x = [0.3, 0.7, 0.9, 1.2, 1.5].filter(f.domain.contains);
    return x.length > 1 && x.every((value) => Math.abs(g.value(f.value(value)) - value) < 1e-12);
  };
  const pairs = plain.flatMap(({ definition: f }) =>
    plain
      .filter(({ definition: g }) => isInverse(f, g))
      .map(({ definition: g }) => `${f.name},${g.name}`),
  );
  expect(pairs.length).toBeGreaterThan(10);
  expect(CHAINS.map(([text]) => text)).toEqual(expect.arrayContaining(pairs));
});
