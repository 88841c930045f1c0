import { bestDerivatives } from '../../../src/core/best/best-derivative';
import { bestOfGraph } from '../../../src/core/best/best-of-graph';
import { parseChain } from '../../../src/functions/parse';
import { bestOf } from '../../support/by-values';

function best(chainText: string, ...x: number[]) {
  return bestOfGraph(parseChain(chainText), Float64Array.from(x));
}

test('an ordinary x takes at most 100 values of f', () => {
  for (const x of [0.3, 1, 7, -20]) {
    let count = 0;
    bestDerivatives((points) => {
      count += points.length;
      return points.map((value) => value * value * value);
    }, Float64Array.of(x));
    expect(count).toBeLessThanOrEqual(100);
  }
});

test('many x at once give the same as each alone', () => {
  const x = Float64Array.from({ length: 150 }, (_, i) => (i - 75) / 7);
  const together = best('tanh,square', ...x);
  expect(together).toEqual(Array.from(x, (value) => best('tanh,square', value)[0]));
});

describe('a finding', () => {
  test.each([
    ['abs', 0, -1, 1],
    ['relu', 0, 0, 1],
    ['hardtanh', -1, 0, 1],
    ['hardtanh', 1, 1, 0],
    ['leakyRelu(0.01)', 0, 0.01, 1],
    ['add(-4),square,add(-4),relu', 6, 0, 4],
  ])('is the kink of %s at %p, with the slopes %p and %p', (chain, x, left, right) => {
    const finding = best(chain, x)[0]?.finding;
    if (finding?.kind !== 'kink') throw new Error(`no kink: ${String(finding?.kind)}`);
    expect(Math.abs(finding.left - left)).toBeLessThanOrEqual(finding.slopeBound + 1e-15);
    expect(Math.abs(finding.right - right)).toBeLessThanOrEqual(finding.slopeBound + 1e-15);
    expect(finding.slopeBound).toBeLessThan(1e-6);
  });

  test.each([
    ['the edge of a domain', 'sqrt', 0, { kind: 'edge', side: 'right' }],
    ['the other edge', 'asin', 1, { kind: 'edge', side: 'left' }],
    ['x outside the domain', 'log', -1, { kind: 'undefined' }],
    ['a value that overflows', 'exp,exp', 100, { kind: 'pole' }],
    ['a vertical tangent', 'cbrt', 0, { kind: 'steep' }],
    ['an oscillation that no step resolves', 'sin', 1e22, { kind: 'rough' }],
  ])('is %s: %s at %p', (_, chain, x, finding) => {
    expect(best(chain, x)[0]?.finding).toEqual(finding);
  });

  test.each<[string, (x: number) => number, number, string]>([
    ['a jump', Math.floor, 2, 'jump'],
    ['a jump of the sign', Math.sign, 0, 'jump'],
    ['slopes that come to nothing', (x) => (x === 0 ? 0 : x * Math.sin(1 / x)), 0, 'odd'],
    ['a cusp', (x) => Math.sqrt(Math.abs(x)), 0, 'steep'],
    ['an isolated point', (x) => (x === 1 ? 0 : NaN), 1, 'narrow'],
  ])('is made of values alone: %s', (_, f, x, kind) => {
    expect(bestOf(f, x).finding?.kind).toBe(kind);
  });

  test.each<[string, (x: number) => number, number, number]>([
    ['x^3 at 0', (x) => x * x * x, 0, 0],
    ['x|x| at 0', (x) => x * Math.abs(x), 0, 0],
    ['relu(x)^2 at 0', (x) => Math.max(x, 0) * Math.max(x, 0), 0, 0],
    ['a kink beside x', (x) => Math.abs(x - 1e-3), 1.5e-3, 1],
    ['a constant', () => 42, 3, 0],
    ['a constant far from 0', () => 42, 3e200, 0],
  ])('is not made where f has a derivative: %s', (_, f, x, expected) => {
    const { value, bound, finding } = bestOf(f, x);
    expect(finding).toBeUndefined();
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-6);
  });
});

describe('where a single step gives a wrong figure', () => {
  test('sin at 1e5 is not mistaken for an alias at large steps', () => {
    // cos(1e5), by MPFR
    const [found] = best('sin', 1e5);
    expect(Math.abs((found?.value ?? NaN) + 0.9993608074382125)).toBeLessThanOrEqual(
      found?.bound ?? NaN,
    );
    expect(found?.bound).toBeLessThan(1e-6);
  });

  test('round-off inside a chain counts even if the output shows none', () => {
    // (1 + x) - 1 in doubles is 0 at 1e-17.
    const [found] = best('add(1),add(-1)', 1e-17);
    expect(found?.bound).toBeGreaterThanOrEqual(Math.abs((found?.value ?? NaN) - 1));
  });

  // Plain functions, as a module gives them, at x where halved steps hit multiples of the hidden unit exactly.
  test.each<[string, (x: number) => number, (x: number) => number, number]>([
    ['exp(x) - 1 - x', (x) => Math.exp(x) - 1 - x, Math.expm1, -0.0019091679159828345],
    ['1 - cos(x)', (x) => 1 - Math.cos(x), Math.sin, 0.00024417689303390944],
    ['exp(x) - 1', (x) => Math.exp(x) - 1, Math.exp, 4.6474434294008216e-8],
    ['log(exp(x))', (x) => Math.log(Math.exp(x)), () => 1, -8.486534238683063e-7],
  ])('cancellation inside %s shows at the probes', (_, f, derivative, x) => {
    const { value, bound } = bestOf(f, x);
    expect(Math.abs(value - derivative(x))).toBeLessThanOrEqual(bound);
  });
});
