import { Chain } from '../../../src/core/graph/chain';
import type { Curve } from '../../../src/core/plot/curve';
import { plot, type Plot } from '../../../src/core/plot/plot';
import { catalogue } from '../../../src/functions/catalogue';
import { parseChain } from '../../../src/functions/parse';
import { defineFormula } from '../../../src/functions/read/define-formula';

const plotOf = (chain: string, from = -5, to = 5): Plot => plot(parseChain(chain), { from, to });

const plotOfFormula = (formula: string, from = -5, to = 5): Plot =>
  plot(new Chain([defineFormula(formula, catalogue)]), { from, to });

const poles = ({ breaks }: Curve): number[] =>
  breaks.filter(({ kind }) => kind === 'pole').map(({ at }) => at);

describe('a pole of the values is a pole of the derivative', () => {
  test.each<[string, number, number, number]>([
    ['reciprocal', -5, 5, 1],
    ['reciprocal', 0, 1, 1],
    ['reciprocal', -1, 0, 1],
    ['pow(-2)', -5, 5, 1],
    ['pow(-2)', -5, 5.1, 1],
    ['pow(-20)', -5, 5, 1],
    ['rsqrt', -5, 5, 1],
    ['log', -5, 5, 1],
    ['log', 0, 1e-5, 1],
    ['log', 0, 1e8, 1],
    ['square,log', -5, 5.1, 1],
    ['atanh', -5, 5, 2],
    ['tan', -5, 5, 4],
    ['tan', -20, 20, 12],
    ['tan', 0, 1000, 318],
  ])('%s from %d to %d', (chain, from, to, count) => {
    const { value, derivative } = plotOf(chain, from, to);
    expect(poles(value)).toHaveLength(count);
    expect(derivative.breaks).toEqual(value.breaks);
  });

  test('that neither line crosses', () => {
    const { value, derivative } = plotOf('tan');
    for (const { pieces, breaks } of [value, derivative]) {
      for (const { at } of breaks) {
        for (const { x } of pieces) expect((x[0] ?? 0) < at && (x.at(-1) ?? 0) > at).toBe(false);
      }
    }
  });
});

describe('a pole of the derivative', () => {
  test('is a pole of the values if these are large there, even if no other point shows it', () => {
    const { value, derivative } = plotOfFormula('f(x) = x+1e-4/(x-0.00123); 1-1e-4/(x-0.00123)^2');
    expect(value.breaks).toEqual([{ kind: 'pole', at: expect.closeTo(0.00123, 9) as number }]);
    expect(derivative.breaks).toEqual(value.breaks);
    expect(value.pieces.map(({ x }) => [x[0], x.at(-1)])).toEqual([
      [-5, expect.closeTo(-0, 9) as number],
      [expect.closeTo(0.01, 9) as number, 5],
    ]);
  });

  test('replaces an edge at which the values are infinite', () => {
    const { value, derivative } = plotOf('log', 0, 1e300);
    expect(value.breaks).toEqual([{ kind: 'pole', at: 0, side: 'right' }]);
    expect(derivative.breaks).toEqual(value.breaks);
  });

  test.each<[string, () => Plot]>([
    ['a vertical tangent', () => plotOf('cbrt')],
    ['a cusp', () => plotOf('abs,sqrt')],
    ['the edge of a domain', () => plotOf('asin')],
    ['one from 0', () => plotOf('sqrt', 0, 1)],
    [
      'one beside values of 0',
      () => plotOfFormula('f(x) = x<4.8 ? 0 : sqrt(x-4.8); x<4.8 ? 0 : 0.5/sqrt(x-4.8)'),
    ],
  ])('is not a pole of the values at %s', (_, plotted) => {
    const { value, derivative } = plotted();
    expect(poles(value)).toEqual([]);
    expect(poles(derivative)).not.toEqual([]);
  });
});

test('a bounded derivative has no pole, however large it is', () => {
  for (const chain of ['scale(1000),tanh', 'scale(1e15),tanh', 'abs', 'sin,exp', 'hardtanh']) {
    const { value, derivative } = plotOf(chain);
    expect([poles(value), poles(derivative)]).toEqual([[], []]);
  }
  expect(poles(plotOf('tan', -1.57, 1.57).derivative)).toEqual([]);
});
