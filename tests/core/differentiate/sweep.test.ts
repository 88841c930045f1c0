import { differentiate } from '../../../src/core/differentiate/differentiate';
import type { Method } from '../../../src/math/finite-differences';
import { type Sweep, sweep, type SweepRow } from '../../../src/core/differentiate/sweep';
import { chainOf } from '../../support/chains';
import { thrownBy } from '../../support/refusal';
import { parseChain, parseFormula } from '../../../src/functions/parse';

const UNIT_ROUND_OFF = 1.1102230246251565e-16;

const at = (chain: string, x: number, method: Method = 'central', steps?: number[]): Sweep =>
  sweep(parseChain(chain), x, { method, ...(steps && { steps }) });

const rowOf = ({ rows }: Sweep, eps: number): SweepRow => {
  const row = rows.find((candidate) => candidate.eps === eps);
  if (row === undefined) throw new Error(`no row for ${String(eps)}`);
  return row;
};

const regimes = ({ rows }: Sweep) => rows.map(({ regime }) => regime);

describe('a row for each step', () => {
  test("has the book's figure at the default step, which is marked", () => {
    const found = at('square,exp,square', 0.5);
    expect(found.y).toBe(1.648721270700128);
    expect(rowOf(found, 1e-4).numerical).toBe(3.2974426293330694);
    expect(found.rows.filter(({ isDefault }) => isDefault)).toEqual([rowOf(found, 1e-4)]);
  });

  test.each<[string, number, Method]>([
    ['square,exp,square', 0.7, 'central'],
    ['tanh', -1.3, 'forward'],
    ['log', 2, 'backward'],
  ])('of %s at %d by %s has the figure of diff', (text, x, method) => {
    const chain = parseChain(text);
    for (const { eps, numerical } of at(text, x, method).rows) {
      expect([eps, numerical]).toEqual([
        eps,
        differentiate(chain, Float64Array.of(x), { eps, method }).numerical[0],
      ]);
    }
  });

  test('measures the error from the derivative, as far as a double has it', () => {
    for (const { numerical, error } of at('sin', 1).rows) {
      expect(Math.abs(error - Math.abs(numerical - 0.5403023058681398))).toBeLessThan(1e-13);
    }
  });

  test('marks the step of the least error, and only that', () => {
    const { rows } = at('sin', 1);
    const least = Math.min(...rows.map(({ error }) => error));
    expect(rows.filter(({ isBest }) => isBest).map(({ error }) => error)).toEqual([least]);
  });

  test('of several steps without error marks the largest', () => {
    expect(
      at('relu', -3)
        .rows.map(({ isBest }) => isBest)
        .indexOf(true),
    ).toBe(0);
  });
});

describe('truncation', () => {
  test('of cube by central is eps^2', () => {
    const found = at('cube', 2);
    for (const eps of [1e-1, 1e-2, 1e-3]) {
      const { error, regime } = rowOf(found, eps);
      expect([eps, regime]).toEqual([eps, 'truncation']);
      expect(Math.abs(error - eps * eps)).toBeLessThan(1e-11);
    }
    expect(found.theory?.higherDerivative).toBeCloseTo(6, 6);
  });

  test('of square by forward is eps, by backward too, by central 0', () => {
    for (const method of ['forward', 'backward'] as const) {
      const found = at('square', 2, method);
      expect(found.theory?.higherDerivative).toBeCloseTo(2, 6);
      for (const eps of [1e-1, 1e-2, 1e-3, 1e-4, 1e-5]) {
        const { error, regime } = rowOf(found, eps);
        expect([eps, regime]).toEqual([eps, 'truncation']);
        expect(Math.abs(error - eps)).toBeLessThan(1e-9);
      }
    }
    const central = at('square', 2);
    expect(central.theory?.higherDerivative).toBe(0);
    // Where a step is a lucky one, no error is left at all.
    expect(new Set(regimes(central))).toEqual(new Set(['round-off', 'exact']));
    expect(rowOf(at('square', 1, 'central', [1e10]), 1e10).regime).toBe('round-off');
  });

  test('of a power beyond eps^2 is seen too', () => {
    const found = at('pow(5)', 0);
    expect(found.theory?.higherDerivative).toBe(0);
    expect(new Set(regimes(found))).toEqual(new Set(['truncation']));
    expect(rowOf(found, 1e-2).error).toBeCloseTo(1e-8, 15);
  });

  test('is what a step over a kink has, and one that spans many waves', () => {
    expect(regimes(at('relu', -0.05)).slice(0, 2)).toEqual(['truncation', 'exact']);
    expect(regimes(at('scale(1000),sin', 0.3)).slice(0, 5)).toEqual(
      Array<string>(5).fill('truncation'),
    );
  });
});

/** Functions of which the difference quotient is known in closed form: its distance from the derivative. */
const KNOWN: readonly {
  name: string;
  x: number;
  method: Method;
  truncation: (eps: number) => number;
  /** By how much rounding moves f(x + eps), at least and at most about. */
  roundOff: [number, number];
}[] = [
  {
    name: 'sin',
    x: 1,
    method: 'central',
    // cos 1 (1 - sin(eps)/eps)
    truncation: (eps) => 0.5403023058681398 * ((eps * eps) / 6 - (eps * eps * eps * eps) / 120),
    roundOff: [0.5, 1.4],
  },
  {
    name: 'exp',
    x: 5,
    method: 'central',
    // e^5 (sinh(eps)/eps - 1)
    truncation: (eps) => 148.4131591025766 * ((eps * eps) / 6 + (eps * eps * eps * eps) / 120),
    roundOff: [100, 900],
  },
  {
    name: 'reciprocal',
    x: 3,
    method: 'central',
    // 1/x^2 - 1/(x^2 - eps^2)
    truncation: (eps) => (eps * eps) / (9 * (9 - eps * eps)),
    roundOff: [0.2, 0.7],
  },
  {
    name: 'reciprocal',
    x: 3,
    method: 'forward',
    // 1/x^2 - 1/(x (x + eps))
    truncation: (eps) => eps / (9 * (3 + eps)),
    roundOff: [0.2, 1.1],
  },
  {
    name: 'square,exp,square',
    x: 0.5,
    method: 'central',
    // e^(2x^2), with |4x e^(2x^2)| = 2 sqrt(e): e^(1/2 + 2 eps^2) sinh(2 eps)/eps - 2 sqrt(e)
    truncation: (eps) =>
      1.6487212707001282 *
      ((Math.expm1(2 * eps * eps) * Math.sinh(2 * eps)) / eps +
        (8 / 6) * eps * eps +
        (32 / 120) * eps ** 4),
    roundOff: [1, 15],
  },
];

describe.each(KNOWN)('of $name at $x by $method', ({ name, x, method, truncation, roundOff }) => {
  const found = at(name, x, method);
  const [least, most] = roundOff.map((size) => size * UNIT_ROUND_OFF) as [number, number];

  test('the regime is that of the larger error, wherever one is clearly larger', () => {
    for (const { eps, regime } of found.rows) {
      const [low, high] = [least / eps, most / eps].map((size) => size / truncation(eps)) as [
        number,
        number,
      ];
      if (low > 4) expect([eps, regime]).toEqual([eps, 'round-off']);
      if (high < 0.25) expect([eps, regime]).toEqual([eps, 'truncation']);
    }
    expect(regimes(found)[0]).toBe('truncation');
    expect(regimes(found).at(-1)).toBe('round-off');
  });

  test('the error is no more than both errors together', () => {
    for (const { eps, error } of found.rows) {
      expect(error).toBeLessThan(1.01 * truncation(eps) + (2 * most) / eps);
    }
  });

  test('the theory has the truncation error of small steps', () => {
    const { order, higherDerivative } = found.theory ?? { order: 1, higherDerivative: NaN };
    const eps = 1e-3;
    const predicted =
      order === 2 ? (higherDerivative * eps * eps) / 6 : (higherDerivative * eps) / 2;
    expect(Math.abs(predicted / truncation(eps) - 1)).toBeLessThan(2e-3);
  });
});

describe('the best step of the theory', () => {
  test('of sin at 1 by central is (3 * 2^-53 (sin 1 + cos 1)/cos 1)^(1/3)', () => {
    expect(at('sin', 1).theory?.bestEps).toBeCloseTo(9.479e-6, 8);
  });

  test('of square at 2 by forward is 2 (8 * 2^-53/2)^(1/2), with an error of as much', () => {
    const { bestEps, leastError } = at('square', 2, 'forward').theory ?? {};
    expect(bestEps).toBeCloseTo(4.2147e-8, 11);
    expect(leastError).toBeCloseTo(8.4294e-8, 11);
  });

  test('lies within a factor of 10 of the best step of the sweep', () => {
    for (const name of ['exp', 'sin', 'tanh', 'log', 'sigmoid', 'square,exp,square']) {
      for (const method of ['central', 'forward', 'backward'] as const) {
        const found = at(name, 0.8, method);
        const best = found.rows.find(({ isBest }) => isBest)?.eps ?? NaN;
        const ratio = (found.theory?.bestEps ?? NaN) / best;
        expect([name, method, ratio > 0.1 && ratio < 10]).toEqual([name, method, true]);
      }
    }
  });
});

describe('neither error', () => {
  test('shows where f is constant', () => {
    const found = at('relu', -3);
    expect(new Set(regimes(found))).toEqual(new Set(['exact']));
    expect(found.rows.every(({ error }) => error === 0)).toBe(true);
  });

  test('shows where f is a line through 0, and in sin at 0 once eps^2/6 is below the last digit', () => {
    expect(new Set(regimes(at('scale(3)', 0)))).toEqual(new Set(['exact']));
    const sin = at('sin', 0);
    expect(rowOf(sin, 1e-7).regime).toBe('truncation');
    expect(rowOf(sin, 1e-9).regime).toBe('exact');
    expect(rowOf(at('sin', 0, 'backward'), 1e-7).regime).toBe('truncation');
  });

  test('is claimed where the digits of f are too few to see its slope', () => {
    expect(new Set(regimes(at('scale(1e-20),add(1)', 1)))).toEqual(new Set(['round-off']));
  });
});

test('noise inside a function that its size does not tell is taken for round-off', () => {
  const single = chainOf({ value: (x) => Math.fround(Math.sin(x)), derivative: Math.cos });
  for (const method of ['central', 'forward'] as const) {
    const { rows } = sweep(single, 1, { method });
    expect(rows.slice(4).map(({ regime }) => regime)).toEqual(Array<string>(11).fill('round-off'));
  }
  const cancelling = chainOf({ value: (x) => 1 - Math.cos(x), derivative: Math.sin });
  for (const x of [1e-3, 1e-6]) {
    const { rows } = sweep(cancelling, x);
    expect(rows[0]?.regime).toBe('truncation');
    expect(rows.slice(4).map(({ regime }) => regime)).toEqual(Array<string>(11).fill('round-off'));
  }
  // The argument of the sine is rounded to 2^-34, and the last digit of x hides that.
  const wave = chainOf({
    value: (x) => Math.sin(x + 1e6),
    derivative: (x) => Math.cos(x + 1e6),
    isForeign: true,
  });
  const regimes = sweep(wave, 1).rows.map(({ regime }) => regime);
  expect(regimes.slice(4)).toEqual(Array<string>(11).fill('round-off'));
});

describe('a step without a figure', () => {
  test.each([
    ['square', 1e16],
    ['identity', 1e300],
  ])('is lost in x: %s at %d', (name, x) => {
    for (const { numerical, error, regime } of at(name, x).rows) {
      expect([numerical, error, regime]).toEqual([NaN, NaN, 'step lost']);
    }
  });

  test('is lost from 1e-14 on at 1000, where doubles lie 1.1e-13 apart', () => {
    const steps = [1e-12, 1e-13, 1e-14];
    expect(regimes(at('square', 1000, 'central', steps))).toEqual([
      'round-off',
      'round-off',
      'step lost',
    ]);
  });

  test('leads out of the domain, and forward does not', () => {
    expect(regimes(at('sqrt', 1e-3)).slice(0, 3)).toEqual([
      'outside the domain',
      'outside the domain',
      'truncation',
    ]);
    expect(regimes(at('sqrt', 1e-3, 'forward'))[0]).toBe('truncation');
  });

  test('overflows: e^709.8 does, e^709.71 does not', () => {
    expect(regimes(at('exp', 709.7, 'forward', [0.1, 0.01]))).toEqual(['not finite', 'truncation']);
    expect(regimes(at('identity', 1e308, 'central', [8e307]))).toEqual(['not finite']);
  });
});

describe('where f shows no derivative', () => {
  test.each([
    ['abs', 0, 'kink'],
    ['sqrt', 0, 'edge'],
    ['cbrt', 0, 'steep'],
    ['exp', 1000, 'pole'],
  ])('errors are unknown: %s at %d', (name, x, kind) => {
    const { rows, best, theory } = at(name, x, 'forward');
    expect([best.finding?.kind, theory]).toEqual([kind, undefined]);
    expect(rows.every(({ error, isBest }) => Number.isNaN(error) && !isBest)).toBe(true);
  });

  test('there are figures nevertheless, of an unknown regime', () => {
    expect(at('abs', 0, 'forward', [1e-4]).rows[0]).toMatchObject({
      numerical: 1,
      regime: 'unknown',
      isDefault: true,
    });
  });
});

describe('measured against the derivative of the formula itself', () => {
  const of = (formula: string, x: number, steps: number[]): Sweep =>
    sweep(parseFormula(formula), x, { steps });

  test('a large x does not hide what is truncation', () => {
    // mpmath: cos(1e10) = 0.87311962267685599..., (sin(x + h) - sin(x - h))/2h - cos(x) = -1.4544e-3.
    const found = of('sin(x)', 1e10, [1e-1, 1e-4]);
    expect(found.exact).toBe(0.873119622676856);
    expect(rowOf(found, 1e-1)).toMatchObject({ regime: 'truncation' });
    expect(rowOf(found, 1e-1).error).toBeCloseTo(1.4544e-3, 5);
    expect(rowOf(found, 1e-4).regime).toBe('round-off');
    // By the rounding of x + eps: 2^-53 1e10 cos(1e10).
    expect(found.theory?.roundOff).toBeCloseTo(9.69e-7, 8);
    expect(found.theory?.higherDerivative).toBeCloseTo(0.873119622676856, 12);
  });

  test('neither do digits that cancel', () => {
    // The series of (1 - cos x)/x^2: f' = -x/12, f''' = x/30.
    const found = of('(1-cos(x))/x^2', 1e-5, [1e-1, 1e-4]);
    expect(found.exact).toBe(-8.333333333277779e-7);
    expect(found.theory?.higherDerivative).toBeCloseTo(1e-5 / 30, 14);
    expect(regimes(found)).toEqual(['truncation', 'round-off']);
  });
});

describe('what is wrong', () => {
  test('with x is said as diff says it', () => {
    expect(thrownBy(() => at('sqrt', -1))).toMatchObject({
      code: 'outside-domain',
      message: 'x = -1: sqrt gets -1, outside its domain x >= 0',
    });
  });

  test('with a step has its code', () => {
    expect(thrownBy(() => at('square', 1, 'central', [0]))).toMatchObject({ code: 'bad-eps' });
  });
});
