import type { Curve } from '../../../src/core/plot/curve';
import { sampleCurve } from '../../../src/core/plot/sample-curve';
import { evenlySpaced } from '../../../src/core/differentiate/grid';

function traceOf(f: (x: number) => number, from: number, to: number, points = 1001): Curve {
  return sampleCurve((x) => x.map(f), evenlySpaced(from, to, points));
}

/** The first and last x of each piece. */
function ends({ pieces }: Curve): [number, number][] {
  return pieces.map(({ x }) => [x[0] ?? NaN, x.at(-1) ?? NaN]);
}

describe('a continuous function is one piece', () => {
  test.each<[string, (x: number) => number]>([
    ['a line', (x) => x],
    ['a constant', () => 3],
    ['a kink', (x) => Math.abs(x)],
    ['a wave', (x) => Math.sin(x)],
    ['a wave faster than the points', (x) => Math.sin(1e4 * x)],
    ['a step, steep', (x) => Math.tanh(50 * x)],
    ['a step between two points', (x) => Math.tanh(1e6 * (x - 0.001234))],
    ['a step as steep as doubles have it', (x) => Math.tanh(1e15 * x)],
    ['a vertical tangent', (x) => Math.cbrt(x)],
    ['a cusp', (x) => Math.sqrt(Math.abs(x))],
    ['a peak between two points', (x) => 1 / (1e-12 + (x - 0.00123) * (x - 0.00123))],
    ['numbers near the largest', (x) => x * 1e307],
    ['numbers near the smallest', (x) => x * 1e-320],
  ])('%s', (_, f) => {
    for (const to of [5, 5.1]) {
      const curve = traceOf(f, -5, to);
      expect([ends(curve), curve.breaks]).toEqual([[[-5, to]], []]);
    }
  });

  test('even if the interval has only a few doubles', () => {
    const curve = traceOf((x) => x, 1, 1 + 4 * Number.EPSILON, 5);
    expect([ends(curve), curve.breaks]).toEqual([[[1, 1 + 4 * Number.EPSILON]], []]);
  });
});

test('points are added where a curve is steep, and all of them lie on it', () => {
  const f = (x: number): number => Math.tanh(1e6 * (x - 0.0012345));
  const { pieces } = traceOf(f, -5, 5, 101);
  const { x = [], y = [] } = pieces[0] ?? {};
  expect(x.length).toBeGreaterThan(110);
  expect(y).toEqual(x.map(f));
  expect(x).toEqual([...x].sort((a, b) => a - b));
  // Some point lies on the flank of the step.
  expect(y.some((value) => Math.abs(value) < 0.5)).toBe(true);
});

describe('a curve stops', () => {
  test.each<[string, (x: number) => number, number]>([
    ['where the sign changes', (x) => 1 / x, 0],
    ['where it does not', (x) => 1 / (x * x), 0],
    ['slowly', (x) => Math.log(Math.abs(x)), 0],
    ['at a place with many digits', (x) => 1 / (x - Math.SQRT2), Math.SQRT2],
    ['there, with one sign', (x) => -1 / ((x - Math.SQRT2) * (x - Math.SQRT2)), Math.SQRT2],
    ['with an infinite value', (x) => (x === 1 ? Infinity : 1 / Math.abs(x - 1)), 1],
    ['with no value', (x) => (x === 1 ? NaN : 1 / (x - 1)), 1],
  ])('at a pole, %s', (_, f, place) => {
    for (const to of [5, 5.1]) {
      const curve = traceOf(f, -5, to);
      expect(curve.breaks).toEqual([{ kind: 'pole', at: expect.closeTo(place, 12) as number }]);
      const [first, last] = [ends(curve)[0], ends(curve).at(-1)];
      expect(first?.[0]).toBe(-5);
      expect(last?.[1]).toBe(to);
      for (const [left, right] of ends(curve)) expect(left <= place && right >= place).toBe(false);
    }
  });

  test('at every pole of many', () => {
    const curve = traceOf(Math.tan, -5, 5);
    expect(curve.breaks).toEqual(
      [-1.5, -0.5, 0.5, 1.5].map((turns) => ({
        kind: 'pole',
        at: expect.closeTo(turns * Math.PI, 12) as number,
      })),
    );
  });

  test('at a pole next to a sample point', () => {
    for (const f of [Math.tan, (x: number) => 1 / (Math.cos(x) * Math.cos(x))]) {
      const { breaks } = traceOf(f, -Math.PI / 2, Math.PI / 2);
      expect(breaks.filter(({ kind }) => kind !== 'pole')).toEqual([]);
    }
    const [pole] = traceOf((x) => 1 / ((x - 0.30001) * (x - 0.30001)), -5, 5).breaks;
    expect(pole).toEqual({ kind: 'pole', at: expect.closeTo(0.30001, 9) as number });
  });

  test('at a hole, which is a single break', () => {
    expect(traceOf((x) => Math.sin(x) / x, -5, 5).breaks).toEqual([{ kind: 'hole', at: 0 }]);
  });

  test('but not at isolated values', () => {
    for (const f of [(x: number) => x ** x, (x: number) => x ** 0.01]) {
      const { pieces, breaks } = traceOf(f, -5, 5);
      expect(breaks).toEqual([{ kind: 'edge', at: 0, side: 'right' }]);
      expect(pieces).toHaveLength(1);
    }
  });

  test('at a jump from the smallest to the largest double', () => {
    const { breaks } = traceOf((x) => (x < 0 ? -1.7e308 : 1.7e308), -5, 5);
    expect(breaks).toEqual([{ kind: 'jump', at: 0 }]);
  });

  test('but not at jumps made by rounding', () => {
    const f = (x: number): number => 1 + (Math.floor(1e3 * x) % 2) * 1e-15;
    expect(traceOf(f, -5, 5).breaks).toEqual([]);
  });

  test('at a jump, without the value at the jump itself', () => {
    const curve = traceOf(Math.sign, -5, 5);
    expect(curve.breaks).toEqual([{ kind: 'jump', at: 0 }]);
    expect(curve.pieces.map(({ y }) => [...new Set(y)])).toEqual([[-1], [1]]);
    for (const [, end] of ends(curve).slice(0, 1)) expect(end).toBeCloseTo(0, 12);
  });

  test.each<[string, number, (x: number) => number]>([
    [
      'a power of two, above which doubles are further apart than below',
      1,
      (x) => (x === 1 ? 7 : x),
    ],
    ['the place of another point', 0.7, (x) => (x === 0.7 ? 7 : x)],
    ['0', 0, (x) => (x === 0 ? 7 : x)],
    ['0, with zeros to both sides', 0, (x) => (x === 0 ? 7 : 0)],
  ])('at a single value, without it, at %s', (_, at, f) => {
    const { breaks, pieces } = traceOf(f, -5, 5);
    expect(breaks).toEqual([{ kind: 'point', at }]);
    expect(pieces.flatMap(({ y }) => y)).not.toContain(7);
    expect(pieces).toHaveLength(2);
  });

  test('at a jump with a value far above both sides', () => {
    const f = (x: number): number => (x === 1 ? 5 : x < 1 ? 0 : 1);
    expect(traceOf(f, -5, 5).breaks).toEqual([{ kind: 'jump', at: 1 }]);
  });

  test('once at a hole far narrower than the points are apart', () => {
    const f = (x: number): number => (Math.abs(x - 1) < 1e-8 ? NaN : x);
    const [hole, ...others] = traceOf(f, -5, 5).breaks;
    expect([hole, others]).toEqual([{ kind: 'hole', at: expect.closeTo(1, 12) as number }, []]);
    const wide = traceOf((x) => (Math.abs(x - 1) < 1e-4 ? NaN : x), -5, 5);
    expect(wide.breaks.map(({ kind, side }) => [kind, side])).toEqual([
      ['edge', 'left'],
      ['edge', 'right'],
    ]);
  });

  test('at a pole of the logarithm of very small numbers', () => {
    const { breaks } = traceOf((x) => Math.log(Math.abs(x * x * x - 1e-30)), -5, 5);
    expect(breaks).toEqual([{ kind: 'pole', at: 0 }]);
  });

  test('at the edges of a domain, with points up to them', () => {
    const curve = traceOf((x) => Math.sqrt(2 - x * x), -5, 5);
    expect(curve.breaks).toEqual([
      { kind: 'edge', at: expect.closeTo(-Math.SQRT2, 12) as number, side: 'right' },
      { kind: 'edge', at: expect.closeTo(Math.SQRT2, 12) as number, side: 'left' },
    ]);
    const [[left, right] = []] = ends(curve);
    expect([left, right]).toEqual([
      expect.closeTo(-Math.SQRT2, 12),
      expect.closeTo(Math.SQRT2, 12),
    ]);
  });

  test('at a pole at the edge of a domain', () => {
    for (const to of [5, 1e-5, 1e8]) {
      expect(traceOf(Math.log, 0, to).breaks).toEqual([{ kind: 'pole', at: 0, side: 'right' }]);
    }
    expect(traceOf(Math.log, -5, 5).breaks).toEqual([{ kind: 'pole', at: 0, side: 'right' }]);
  });

  test('where it overflows', () => {
    const { breaks } = traceOf(Math.exp, -800, 800);
    const at = expect.closeTo(1024 * Math.LN2, 9) as number;
    expect(breaks).toEqual([{ kind: 'overflow', at, side: 'left' }]);
  });

  test('where it overflows far nearer to 0 than the points are to each other', () => {
    const square = (x: number): number => x * x;
    const at = Math.sqrt(Number.MAX_VALUE);
    const above = { kind: 'overflow', at: expect.closeTo(at, -150) as number, side: 'left' };
    const below = { kind: 'overflow', at: expect.closeTo(-at, -150) as number, side: 'right' };
    expect(traceOf(square, 0, 1e200).breaks).toEqual([above]);
    expect(traceOf(square, -1e200, 1e200).breaks).toEqual([below, above]);
    expect(traceOf((x) => 1 / x ** 20, 0, 5).breaks).toEqual([
      {
        kind: 'overflow',
        at: expect.closeTo(Number.MAX_VALUE ** -0.05, 20) as number,
        side: 'right',
      },
    ]);
  });

  test('and in no pole or jump where the points are 1e298 apart', () => {
    const at = expect.closeTo(1024 * Math.LN2, 9) as number;
    for (const points of [100, 101, 801]) {
      const { breaks } = traceOf(Math.exp, -1e300, 1e300, points);
      expect(breaks).toEqual([{ kind: 'overflow', at, side: 'left' }]);
    }
    expect(traceOf(Math.tanh, -1e300, 1e300).breaks).toEqual([]);
    expect(traceOf(Math.sign, -1e300, 1e300).breaks).toEqual([{ kind: 'jump', at: 0 }]);
    expect(traceOf((x) => 1 / x, -1e300, 1e300).breaks).toEqual([{ kind: 'pole', at: 0 }]);
  });

  test.each([1e15, 1e20, 1e300])('but not in a wave that is faster than doubles, to %d', (end) => {
    for (const f of [Math.sin, Math.cos, (x: number) => 1 + Math.sin(x) ** 3]) {
      for (const points of [101, 800]) expect(traceOf(f, -end, end, points).breaks).toEqual([]);
    }
  });

  test('at a pole and at a jump between neighbouring doubles, whatever the values beside them', () => {
    const at = expect.closeTo(1 / 3, 12) as number;
    const breaksOf = (f: (x: number) => number) => traceOf(f, -5, 5).breaks;
    for (const f of [Math.log, Math.sqrt, Math.abs, (d: number) => d * d]) {
      expect(breaksOf((x) => 1 / f(Math.abs(x - 1 / 3) / 100))).toEqual(
        f === Math.log ? [] : [{ kind: 'pole', at }],
      );
    }
    expect(breaksOf((x) => Math.log(Math.abs(x - 1 / 3)))).toEqual([{ kind: 'pole', at }]);
    expect(breaksOf((x) => (x < 1 / 3 ? 50 * x : -Math.exp(x)))).toEqual([{ kind: 'jump', at }]);
    // The values on one side alone may grow without bound.
    const half = (x: number): number => (x > 1 / 3 ? 1 / Math.sqrt(x - 1 / 3) : 2 * x);
    expect(breaksOf(half)).toEqual([{ kind: 'pole', at }]);
    // Values around a jump may be small beside it.
    const arctangent = traceOf((x) => Math.atan(1 / (x - 1 / 3)), -1e6, 1e6);
    expect(arctangent.breaks).toEqual([{ kind: 'jump', at }]);
  });

  test('at both ends of what an overflow of x^3 leaves, where x^2 - x^3 becomes no number', () => {
    const end = Math.cbrt(Number.MAX_VALUE);
    const { breaks } = traceOf((x) => x * x - x * x * x, -1e200, 1e200);
    expect(breaks).toEqual([
      { kind: 'overflow', at: expect.closeTo(-end, -99) as number, side: 'right' },
      { kind: 'overflow', at: expect.closeTo(end, -99) as number, side: 'left' },
    ]);
  });

  test('in no pole where values that have grown from 0 end at a size', () => {
    const logistic = (x: number): number => Math.exp(x) / (1 + Math.exp(x));
    const at = expect.closeTo(1024 * Math.LN2, 9) as number;
    expect(traceOf(logistic, -1e6, 1e6).breaks).toEqual([{ kind: 'edge', at, side: 'left' }]);
    const risen = traceOf((x) => 1 / (Math.exp(x) - 1), -1e300, 1e300).breaks;
    expect(risen).toEqual([{ kind: 'pole', at: 0 }]);
  });

  test('at both ends of an overflow, even between two points', () => {
    const most = 1024 * Math.LN2;
    for (const to of [5, 5.1]) {
      expect(traceOf((x) => Math.exp(1 / x), -5, to).breaks).toEqual([
        { kind: 'overflow', at: expect.closeTo(0, 9) as number, side: 'left' },
        { kind: 'overflow', at: expect.closeTo(1 / most, 9) as number, side: 'right' },
      ]);
      const at = 1e-3 / Math.sqrt(most);
      expect(traceOf((x) => Math.exp(1e-6 / ((x - 2.003) * (x - 2.003))), -5, to).breaks).toEqual([
        { kind: 'overflow', at: expect.closeTo(2.003 - at, 9) as number, side: 'left' },
        { kind: 'overflow', at: expect.closeTo(2.003 + at, 9) as number, side: 'right' },
      ]);
    }
  });

  test('at both ends of a gap in the domain between two points', () => {
    const f = (x: number): number => (Math.abs(x - 2.004) < 1e-3 ? NaN : Math.sign(x - 2.004));
    expect(traceOf(f, -5, 5).breaks).toEqual([
      { kind: 'edge', at: expect.closeTo(2.003, 9) as number, side: 'left' },
      { kind: 'edge', at: expect.closeTo(2.005, 9) as number, side: 'right' },
    ]);
  });
});

test('a function without any value has no piece', () => {
  expect(traceOf(() => NaN, -5, 5)).toEqual({ pieces: [], breaks: [] });
});

test('a curve that is steep everywhere is sampled in bounded time', () => {
  const f = (x: number): number => Math.sin(1e9 * x);
  let evaluations = 0;
  const curve = sampleCurve(
    (x) => {
      evaluations += x.length;
      return x.map(f);
    },
    evenlySpaced(-5, 5, 100000),
  );
  expect(curve.pieces).not.toEqual([]);
  expect(evaluations).toBeLessThan(400000);
});

describe('a wave whose period is the distance of the points is one piece', () => {
  test.each<[string, (x: number) => number]>([
    ['a wave has no pole', (x) => Math.sin(2 * Math.PI * x)],
    ['a wave at its peaks has none', (x) => Math.cos(2 * Math.PI * x)],
    ['a wave of half the period has none', (x) => Math.sin(Math.PI * x)],
    ['a wave beside a constant has none', (x) => 2 + Math.sin(2 * Math.PI * x)],
  ])('%s', (_, f) => {
    for (const to of [10, 1000]) {
      const { breaks, pieces } = traceOf(f, 0, to, to + 1);
      expect([breaks, pieces.length]).toEqual([[], 1]);
    }
  });

  test('but a tangent with that period keeps its poles', () => {
    const { breaks } = traceOf((x) => Math.tan(Math.PI * x), 0, 10, 11);
    expect(breaks.length).toBeGreaterThan(0);
    for (const { kind, at } of breaks) {
      expect(kind).toBe('pole');
      expect(Math.abs((at % 1) - 0.5)).toBeLessThan(1e-9);
    }
  });
});

test('every step of a long staircase is a jump, however small compared with its range', () => {
  const { breaks, pieces } = traceOf(Math.floor, 0, 200);
  expect(breaks.map(({ kind, at }) => [kind, Math.round(at * 1e6) / 1e6])).toEqual(
    Array.from({ length: 200 }, (_, i) => ['jump', i + 1]),
  );
  for (const { y } of pieces) expect(new Set(y).size).toBe(1);
});

test('added points are kept once each, sorted', () => {
  const { pieces } = traceOf((x) => Math.floor(x) + x / 3, -3, 3, 61);
  const all = pieces.flatMap(({ x }) => x);
  expect(all.length).toBeGreaterThan(61);
  expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
});
