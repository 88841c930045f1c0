import type { Sweep, SweepRow } from '../../src/core/differentiate/sweep';
import { blockOf, plainPaint } from '../../src/report/formats/format';
import { explanation } from '../../src/report/text/paragraph';
import {
  DEFAULT_SWEEP_COLUMNS,
  SWEEP_COLUMNS,
  sweepPage,
  sweepRecords,
} from '../../src/report/sweep';
import { sweepRemarks } from '../../src/report/sweep-remarks';
import { exponentText } from '../../src/report/text/number-text';

const row = (eps: number, numerical: number, error: number, rest: Partial<SweepRow>): SweepRow => ({
  eps,
  numerical,
  error,
  regime: 'truncation',
  isBest: false,
  isDefault: false,
  ...rest,
});

const central: Sweep = {
  variable: 'x',
  x: 2,
  y: 8,
  method: 'central',
  rows: [
    row(1e-3, 12.000000999998317, 9.99998317e-7, {}),
    row(1e-4, 12.00000001000845, 1.000845e-8, { isDefault: true, isBest: true }),
    row(1e-20, NaN, NaN, { regime: 'step lost' }),
  ],
  best: { value: 12, bound: 1.23456e-13, steepest: 15, usual: 15 },
  theory: {
    order: 2,
    higherDerivative: 6,
    roundOff: 3.55e-15,
    bestEps: 1.21e-5,
    leastError: 4.4e-10,
  },
};

const page = (sweep: Sweep, options = {}): string =>
  sweepPage(
    sweep,
    {
      formula: 'cube(x)',
      functionCount: 1,
      columns: DEFAULT_SWEEP_COLUMNS,
      header: true,
      ...options,
    },
    plainPaint,
  );

test('a page has a row for each step and says what the errors are', () => {
  expect(page(central)).toBe(`\
cube(x) at x = 2, central difference

eps   │ numerical          │ error   │ regime     │ mark
──────┼────────────────────┼─────────┼────────────┼─────────────
1e-3  │ 12.000000999998317 │ 1.00e-6 │ truncation │
1e-4  │ 12.00000001000845  │ 1.00e-8 │ truncation │ best default
1e-20 │ NaN                │ NaN     │ step lost  │

error is the distance from the best numerical derivative, 12, which is made of
many steps and wrong by at most 1.2e-13.

The truncation error, eps^2/6 |f'''| with |f'''| = 6, shrinks with the step. The
round-off error, about d/eps with d = 3.6e-15, grows as the step shrinks: d is
how far rounding, or noise, moves f, as its values show. Their sum is least at
eps = (3 d/|f'''|)^(1/3) = 1.2e-5: about 4.4e-10; a single step comes closer
only by luck.

step lost: x + eps or x - eps rounds to x.
`);
});

test('a page has the columns, digits and heads that are asked for', () => {
  const columns = ['eps', 'numerical', 'bound'] as const;
  expect(page(central, { columns, precision: 5, header: false }).split('\n').slice(2, 4)).toEqual([
    '1e-3  │ 12  │ 1.2346e-13',
    '1e-4  │ 12  │ 1.2346e-13',
  ]);
});

test('the records have all digits, one for each step', () => {
  expect(blockOf(SWEEP_COLUMNS, sweepRecords(central))).toEqual({
    length: 3,
    columns: [
      [1e-3, 1e-4, 1e-20],
      [12.000000999998317, 12.00000001000845, NaN],
      [9.99998317e-7, 1.000845e-8, NaN],
      ['truncation', 'truncation', 'step lost'],
      [null, 'best default', null],
      [12, 12, 12],
      [1.23456e-13, 1.23456e-13, 1.23456e-13],
    ],
  });
});

describe('the remarks', () => {
  const theoryOf = (
    changes: Partial<Sweep>,
    theory: Partial<NonNullable<Sweep['theory']>>,
  ): string =>
    sweepRemarks({
      ...central,
      ...changes,
      theory: { ...central.theory, ...theory } as Sweep['theory'],
    } as Sweep)[1] ?? '';

  test('on one-sided differences name f" and their own optimum', () => {
    const oneSided = { order: 1, higherDerivative: 2, roundOff: 8.9e-16, bestEps: 4.2e-8 } as const;
    expect(theoryOf({ method: 'forward', exact: 2 }, oneSided)).toMatch(
      /^The truncation error, eps\/2 \|f''\| with \|f''\| = 2, .* about 2 d\/eps .* f\(x \+ eps\) .* eps = 2 \(d\/\|f''\|\)\^\(1\/2\) = 4\.2e-8/,
    );
    expect(theoryOf({ method: 'backward', exact: 2 }, oneSided)).toMatch(/f\(x - eps\)/);
  });

  const ofRegimes = (...regimes: readonly SweepRow['regime'][]): Sweep['rows'] =>
    regimes.map((regime) => ({
      eps: 0.1,
      numerical: 0,
      error: 0,
      regime,
      isBest: false,
      isDefault: false,
    }));

  test('advise nothing where every step is exact', () => {
    expect(theoryOf({ rows: ofRegimes('exact', 'exact') }, { higherDerivative: 0 })).toMatch(
      /: every step gives the derivative exactly\.$/,
    );
  });

  test('without truncation send to large steps, unless these show some of another kind', () => {
    expect(theoryOf({ rows: ofRegimes('exact', 'round-off') }, { higherDerivative: 0 })).toMatch(
      /^\|f'''\| is 0 at x, too small to be seen or does not exist: these steps show no truncation error\. .* The largest step is the safest: a smaller one comes closer only by luck\.$/,
    );
    expect(theoryOf({}, { higherDerivative: 0 })).toMatch(
      /comes of higher derivatives, .* moves f, as its values show\.$/,
    );
  });

  test('without round-off send to small steps', () => {
    expect(theoryOf({}, { roundOff: 0 })).toMatch(
      /No round-off error shows\. The smaller the step, the better\.$/,
    );
  });

  test('say where an error is below what the best derivative is known to', () => {
    const rows = [row(1e-1, 4, 1e-15, { isBest: true })];
    expect(sweepRemarks({ ...central, rows })[0]).toMatch(
      /; an error below that is no more certain\.$/,
    );
  });

  test.each([
    [
      { kind: 'kink', left: -1.0000000001, right: 1, slopeBound: 0 },
      /kink there, with slope -1 on the left and 1 on/,
    ],
    [{ kind: 'edge', side: 'right' }, /defined only on the right of x/],
    [{ kind: 'undefined' }, /not a number/],
    [{ kind: 'pole' }, /infinite/],
    [{ kind: 'steep' }, /slope grows without bound/],
    [{ kind: 'rough' }, /oscillates faster than any step/],
    [{ kind: 'narrow' }, /not defined far enough/],
    [undefined, /no step shows one/],
  ] as const)('say why there is no best derivative: %j', (finding, reason) => {
    const best = {
      value: NaN,
      bound: Infinity,
      steepest: NaN,
      usual: NaN,
      ...(finding && { finding }),
    };
    const { theory, ...rest } = central;
    expect(theory).toBeDefined();
    const [remark] = sweepRemarks({ ...rest, best });
    expect(remark).toMatch(/^error and regime are unknown: f has no derivative at x = 2 /);
    expect(remark).toMatch(reason);
  });

  test('say what helps where no step gives a figure', () => {
    const lost = [row(1e-1, NaN, NaN, { regime: 'step lost' })];
    const outside = [row(1e-1, NaN, NaN, { regime: 'outside the domain' })];
    expect(sweepRemarks({ ...central, rows: lost })[2]).toMatch(
      /choose larger steps, --eps-from\.$/,
    );
    expect(sweepRemarks({ ...central, rows: outside })[2]).toMatch(
      /choose smaller steps, --eps-to\.$/,
    );
  });
});

test('an explanation is broken between words, at 80 characters', () => {
  expect(explanation([`${'a'.repeat(40)} ${'b'.repeat(39)} c`], plainPaint)).toBe(
    `${'a'.repeat(40)} ${'b'.repeat(39)}\nc\n`,
  );
  expect(explanation([`a ${'b'.repeat(90)} c`], plainPaint)).toBe(`a\n${'b'.repeat(90)}\nc\n`);
});

test('and not between what is equal, nor at an empty text', () => {
  const text = `${'a'.repeat(70)} eps = 0.0001, and on`;
  expect(explanation(['', text], plainPaint)).toBe(`${'a'.repeat(70)}\neps = 0.0001, and on\n`);
});

test.each([
  [1e-4, undefined, '1e-4'],
  [0.0464, undefined, '4.64e-2'],
  [8.793281e-8, 3, '8.79e-8'],
  [12, 3, '1.20e+1'],
  [0, 3, '0'],
  [NaN, 3, 'NaN'],
  [Infinity, undefined, 'Infinity'],
])('%d with %p digits and an exponent is %s', (value, precision, text) => {
  expect(exponentText(precision)(value)).toBe(text);
});
