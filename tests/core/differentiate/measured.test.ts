import type { Method } from '../../../src/math/finite-differences';
import { type Measured, MeasuredPoint } from '../../../src/core/differentiate/measured';
import type { Graph } from '../../../src/core/graph/graph';
import { parseFormula } from '../../../src/functions/parse';

describe('beside the derivative of the formula', () => {
  const cube = parseFormula('x^3');
  const claimed = parseFormula('x^3; 3*x^2');
  const at = { x: 2, y: 8, exactY: 8, exact: 12, numerical: 12.5, backprop: 12, roundOff: 0 };
  const measuredAt = (
    graph: Graph,
    figures: typeof at & { readonly bound?: number },
    eps: number,
    method: Method | 'best',
  ): Measured => new MeasuredPoint(graph, [figures.x]).along(0, figures, eps, method);

  test('an error is the distance, and of a finite difference what makes it so', () => {
    expect(measuredAt(cube, at, 0.5, 'central')).toEqual({
      numerical: { error: 0.5, regime: 'truncation', parts: { truncation: 0.25, roundOff: 0.25 } },
      isShrinking: true,
      backprop: { error: 0, digits: 16, isClaimDoubtful: false, isConvention: false },
    });
    expect(measuredAt(cube, { ...at, bound: 1 }, 0.5, 'best').numerical).toEqual({
      error: 0.5,
      bound: 1,
    });
    expect(measuredAt(cube, at, 0.5, 'best').numerical).toEqual({ error: 0.5 });
  });

  test('equal infinities are no distance apart', () => {
    const infinite = { ...at, exact: Infinity, numerical: Infinity, backprop: Infinity };
    const { numerical, backprop } = measuredAt(cube, infinite, 0.5, 'best');
    expect([numerical.error, backprop.error]).toEqual([0, 0]);
  });

  test.each<[string, Graph, number, number, boolean]>([
    ['what is given and right is not doubtful', claimed, 12, 0, false],
    [
      'nor what roundings explain: 16 units of a few products',
      claimed,
      12 + 12 * 2 ** -49,
      0,
      false,
    ],
    ['more is', claimed, 12 + 14 * 2 ** -49, 0, true],
    ['unless the round-off that is known covers it', claimed, 12.00000001, 2e-8, false],
    ['which excuses no more than 8 digits', claimed, 12.1, 1, true],
    ['what nobody has given is not', cube, 13, 0, false],
    ['nor what is no number', claimed, NaN, 0, false],
  ])('%s', (_, graph, backprop, roundOff, isDoubtful) => {
    const found = measuredAt(graph, { ...at, backprop, roundOff }, 0.5, 'central').backprop;
    expect(found.isClaimDoubtful).toBe(isDoubtful);
  });

  test('a kink in the step is told, and where a value loses its digits', () => {
    const kinked = parseFormula('abs(x) + x');
    const beside = { ...at, x: 0.1, y: 0.2, exactY: 0.2, exact: 2 };
    // (0.6 + 0.6 + 0.4 - 0.4)/(2*0.5)
    const across = { ...beside, numerical: 1.2 };
    const kink = { kind: 'kink', isBeside: false };
    expect(measuredAt(kinked, across, 0.5, 'central').breakInStep).toEqual(kink);
    expect(measuredAt(kinked, across, 0.5, 'best').breakInStep).toBeUndefined();
    expect(measuredAt(kinked, beside, 0.05, 'central').breakInStep).toBeUndefined();
    const lossy = parseFormula('(x + 1e16) - 1e16');
    const [y, x] = [2, 1.3];
    expect(measuredAt(lossy, { ...at, x, y, exactY: x }, 0.5, 'best').loss).toBeDefined();
    expect(measuredAt(lossy, { ...at, x, y: x, exactY: x }, 0.5, 'best').loss).toBeUndefined();
  });
});
