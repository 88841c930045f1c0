import { catalogue } from '../../src/functions/catalogue';
import fc, { type Arbitrary } from 'fast-check';
import type { FunctionClass } from '../../src/core/engine/define-function';
import { differentiate } from '../../src/core/differentiate/differentiate';
import { anyDouble, anyFunction, checkPoints, entryName, points } from '../support/arbitraries';
import { functionsOf } from '../support/chains';
import { holdsForAll } from '../support/holds-for-all';

type Parity = 'even' | 'odd' | 'neither';

const EVEN = 'square abs cos cosh sinc gaussian'.split(' ');
const ODD = (
  'identity neg scale cube cbrt reciprocal sin tan asin atan sinh tanh asinh atanh erf softsign ' +
  'hardtanh'
).split(' ');

/** f(-x) = f(x) or f(-x) = -f(x) by the lists; undefined for what is on none. */
function listedParity(f: FunctionClass): Parity | undefined {
  const [parameter = NaN] = f.definition.family?.parameters ?? [];
  const name = entryName(f);
  if (name === 'pow' && Number.isInteger(parameter)) return parameter % 2 === 0 ? 'even' : 'odd';
  if (name === 'leakyRelu' && Math.abs(parameter) === 1) return parameter === 1 ? 'odd' : 'even';
  return EVEN.includes(name) ? 'even' : ODD.includes(name) ? 'odd' : undefined;
}

/** From the values, bit for bit; neither where there are not enough to tell. */
function observedParity({ definition: { domain, value } }: FunctionClass): Parity {
  const pairs = [0.1, 0.3, 0.7, 0.9, 1.1, 1.7, 2.5, 3.3, 10]
    .filter((x) => domain.contains(x) && domain.contains(-x))
    .map((x) => [value(x), value(-x)] as const);
  if (pairs.length < 3) return 'neither';
  if (pairs.every(([y, yAtMinusX]) => Object.is(yAtMinusX, y))) return 'even';
  return pairs.every(([y, yAtMinusX]) => Object.is(yAtMinusX, -y)) ? 'odd' : 'neither';
}

function parityOf(f: FunctionClass): Parity {
  return listedParity(f) ?? observedParity(f);
}

/** An even function makes the chain even, whatever follows it. */
function parityOfChain(functions: readonly FunctionClass[]): Parity {
  for (const f of functions) {
    const parity = parityOf(f);
    if (parity !== 'odd') return parity;
  }
  return 'odd';
}

/** Equal to the last bit, but that 0 and -0 are one slope; both NaN where the step is lost. */
function isSameSlope(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

describe('symmetry', () => {
  test('is what the lists say', () => {
    const listed = catalogue.classes.filter((f) => listedParity(f) !== undefined);
    expect(listed.length).toBeGreaterThan(EVEN.length + ODD.length);
    for (const f of listed) {
      expect([f.definition.name, observedParity(f)]).toEqual([f.definition.name, listedParity(f)]);
    }
    holdsForAll(
      fc.property(anyFunction, (f) => observedParity(f) === parityOf(f)),
      1000,
    );
  });

  test('of a chain is that of its derivatives, bit for bit', () => {
    // Even: f(-x) = f(x), so f'(-x) = -f'(x). Odd: f(-x) = -f(x), so f'(-x) = f'(x).
    const symmetric: Arbitrary<FunctionClass> = anyFunction.filter(
      (f) => parityOf(f) !== 'neither',
    );
    const functions = fc.oneof(
      { weight: 1, arbitrary: symmetric },
      { weight: 1, arbitrary: anyFunction },
    );
    checkPoints(
      points(anyDouble, functions),
      ({ chain, x }) => {
        const parity = parityOfChain(functionsOf(chain));
        if (parity === 'neither') return undefined;
        const result = differentiate(chain, Float64Array.of(x, -x));
        const [y = NaN, yAtMinusX = NaN] = result.y;
        const [backprop = NaN, backpropAtMinusX = NaN] = result.backprop;
        const [numerical = NaN, numericalAtMinusX = NaN] = result.numerical;
        const [ySign, slopeSign] = parity === 'even' ? [1, -1] : [-1, 1];
        return (
          Object.is(yAtMinusX, ySign * y) &&
          isSameSlope(backpropAtMinusX, slopeSign * backprop) &&
          isSameSlope(numericalAtMinusX, slopeSign * numerical)
        );
      },
      { numRuns: 2500, share: 0.4 },
    );
  });
});
