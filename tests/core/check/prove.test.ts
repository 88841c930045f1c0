/** @file Proofs about a derivative, from the exact number, the limits on both sides, or neither. */

import { check } from '../../../src/core/check/check';
import type { Proof } from '../../../src/core/check/proof';
import { PointProver } from '../../../src/core/check/point-prover';
import { Prover } from '../../../src/core/check/prove';
import type { ExactPoint, Figure, NoNumber, Side } from '../../../src/core/exact/outcome';
import { isClaimed } from '../../../src/core/graph/formula-class';
import { ClaimReading } from '../../../src/core/exact/claim-reading';
import { parseFormula } from '../../../src/functions/parse';

const nearest = (value: number): Figure => ({ kind: 'nearest', value });
const between = (lower: number, upper: number): Figure => {
  return { kind: 'undecided', neighbours: [lower, upper] };
};
const none: NoNumber = { kind: 'none', at: 0, why: 'a jump' };

const noScale = (): number => {
  throw new Error('the size of the products is not asked for');
};

/** The proof for x^2 at 1 without a claim, unless another text is given. */
function judged(
  computed: number,
  exact: Partial<ExactPoint>,
  { text = 'x^2', scale = noScale, x = 1 } = {},
): Proof {
  const point = { value: nearest(1), gradient: [nearest(2)], ...exact };
  const numberOf = (figure: Figure | NoNumber | undefined): Float64Array =>
    Float64Array.of(figure?.kind === 'nearest' ? figure.value : NaN);
  const columns = {
    value: numberOf(point.value),
    gradient: point.gradient.map(numberOf),
    remarks: new Map([[0, point]]),
  };
  const graph = parseFormula(text);
  const hasClaim = graph.someFunction(isClaimed);
  const equal = hasClaim ? [Uint8Array.of(0)] : undefined;
  const prover = new PointProver(
    [Float64Array.of(x)],
    columns,
    equal,
    () => new ClaimReading(graph),
  );
  return prover.judge(0, 0, computed, scale).judgement;
}

/** The limits on one side, with the value 1; undefined if there is no slope. */
function beside(left: Figure | undefined, right: Figure | undefined): Partial<ExactPoint> {
  const side = (slope: Figure | undefined): Side | undefined => {
    return slope && { value: nearest(1), slope };
  };
  return { sides: [{ left: side(left), right: side(right) }], gradient: [nearest(7)] };
}

describe('at a kink', () => {
  test.each([
    [-1, 1],
    [1, -1],
  ])('with the slopes %p and %p a derivative between them is at the kink', (left, right) => {
    for (const computed of [-1, -0.5, 0, 1]) {
      expect(judged(computed, beside(nearest(left), nearest(right)))).toEqual({
        verdict: 'kink',
        reason: { kind: 'proved-kink', left, right },
      });
    }
  });

  test.each([1.5, -1.5, Infinity])('a derivative of %p, beyond them, disagrees', (computed) => {
    expect(judged(computed, beside(nearest(1), nearest(-1)))).toEqual({
      verdict: 'disagree',
      reason: { kind: 'proved-kink', left: 1, right: -1 },
    });
  });

  test.each([
    [4 + 3e-8, 'kink'],
    [4 + 5e-8, 'disagree'],
    [3 - 2e-8, 'kink'],
    [3 - 4e-8, 'disagree'],
  ])('%p is compared with the slopes 3 and 4 to within 1e-8: %p', (computed, verdict) => {
    expect(judged(computed, beside(nearest(3), nearest(4))).verdict).toBe(verdict);
  });

  test.each([
    [2e-8, 'kink'],
    [4e-8, 'disagree'],
  ])('%p is as near to a slope of 0 as products of the size 3 leave: %p', (computed, verdict) => {
    const options = { scale: () => 3 };
    expect(judged(computed, beside(nearest(0), nearest(-1)), options).verdict).toBe(verdict);
  });

  test('a derivative of NaN does not disagree', () => {
    expect(judged(NaN, beside(nearest(-Infinity), nearest(Infinity)))).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'proved-kink', left: -Infinity, right: Infinity },
    });
  });

  test('a vertical tangent has a single slope, which is infinite', () => {
    const tangent = beside(nearest(Infinity), nearest(Infinity));
    expect(judged(Infinity, tangent)).toEqual({ verdict: 'agree' });
    for (const other of [5, 1.7e308, -Infinity]) {
      expect(judged(other, tangent).verdict).toBe('disagree');
    }
  });

  test('two equal slopes are the derivative, not a kink', () => {
    const exact = { ...beside(nearest(2), nearest(2)), gradient: [nearest(2)] };
    expect(judged(2, exact)).toEqual({ verdict: 'agree' });
  });

  test.each([
    ['left', between(0, 1), nearest(3)],
    ['right', nearest(3), between(0, 1)],
    ['only', undefined, between(0, 1)],
  ])('an undecided slope on the %s side leaves it undecided', (_, left, right) => {
    const undecided = { verdict: 'inconclusive', reason: { kind: 'undecided' } };
    expect(judged(3, beside(left, right))).toEqual(undecided);
  });
});

describe('at an edge of the domain', () => {
  test.each([
    ['right', undefined, nearest(2)],
    ['left', nearest(2), undefined],
  ] as const)('the slope on the %s is the derivative', (side, left, right) => {
    const reason = { kind: 'proved-edge', side, slope: 2 };
    expect(judged(2, beside(left, right))).toEqual({ verdict: 'agree', reason });
    expect(judged(2 + 1e-8, beside(left, right)).verdict).toBe('agree');
    expect(judged(2 + 3e-8, beside(left, right))).toEqual({ verdict: 'disagree', reason });
    expect(judged(NaN, beside(left, right)).verdict).toBe('disagree');
  });

  test('no number is near an infinite slope', () => {
    expect(judged(Infinity, beside(undefined, nearest(Infinity))).verdict).toBe('agree');
    expect(judged(1.7e308, beside(undefined, nearest(Infinity))).verdict).toBe('disagree');
  });

  test('on both sides, the outcome of the point counts', () => {
    const exact = { ...beside(undefined, undefined), gradient: [none] };
    expect(judged(2, exact)).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'no-derivative', why: 'a jump', isOutside: false },
    });
  });
});

describe('at a jump the slopes on both sides do not count', () => {
  const jump = (left: Figure, right: Figure): Partial<ExactPoint> => {
    const sides = [left, right].map((value, i) => ({ value, slope: nearest(i) }));
    return { sides: [{ left: sides[0], right: sides[1] }], gradient: [none] };
  };
  const noDerivative = { kind: 'no-derivative', why: 'a jump', isOutside: false };

  test.each([
    [nearest(0), nearest(1)],
    [nearest(1), nearest(0)],
    [between(0.9, 1), nearest(1)],
    [nearest(1), between(1, 1.1)],
  ])('%j, 1, %j', (left, right) => {
    expect(judged(0.5, jump(left, right)).reason).toEqual(noDerivative);
  });

  test('nor do they at an unknown value', () => {
    const sides = jump(between(0, 2), nearest(1));
    expect(judged(0.5, { ...sides, value: between(0, 2) }).reason).toEqual(noDerivative);
  });
});

describe('where there is no number', () => {
  test('a point outside a domain is reported so, whatever the sides are', () => {
    expect(judged(2, { ...beside(undefined, nearest(2)), value: none })).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'no-derivative', why: 'a jump', isOutside: true },
    });
  });

  test.each([Infinity, -Infinity])('a value of %p does not matter', (infinite) => {
    expect(judged(2, { value: nearest(infinite) })).toEqual({ verdict: 'agree' });
  });
});

describe('a derivative beyond the largest double', () => {
  const at800 = (text: string): Proof =>
    judged(Infinity, { gradient: [nearest(Infinity)] }, { text, x: 800 });

  test('shows a wrong claim as any other', () => {
    const reason = { kind: 'beyond-doubles', factor: 3 };
    expect(at800('exp(x); 3*exp(x)')).toEqual({ verdict: 'disagree', reason });
  });

  test.each(['exp(x); exp(x)', 'exp(exp(x)); 2*exp(exp(x))', 'exp(x)'])(
    'agrees with nothing: %s, neither equal nor beyond all balls',
    (text) => {
      expect(at800(text)).toEqual({ verdict: 'inconclusive', reason: { kind: 'overflow' } });
    },
  );
});

describe('a derivative that is undecided between two doubles', () => {
  const undecided = { verdict: 'inconclusive', reason: { kind: 'undecided' } };
  // 2^-50 of 2 is twice 2^-50.
  const [near, far] = [between(2, 2 + 2 ** -49), between(2, 2 + 2 ** -48)];

  test('close to each other disproves a wrong claim, and leaves a right one undecided', () => {
    expect(judged(3, { gradient: [near] }, { text: 'x^2; 3*x' })).toEqual({
      verdict: 'disagree',
      reason: { kind: 'factor', factor: 1.5, claim: 3 },
    });
    expect(judged(2, { gradient: [near] }, { text: 'x^2; 2*x' })).toEqual(undecided);
    const negative = between(-2 - 2 ** -50, -2);
    expect(judged(2, { gradient: [negative] }, { text: '-x^2; 2*x' }).verdict).toBe('disagree');
  });

  test.each([far, between(1, 3), between(-Infinity, Infinity), between(1e308, Infinity)])(
    'farther from each other, %j, decides nothing',
    (gradient) => {
      expect(judged(3, { gradient: [gradient] }, { text: 'x^2; 3*x' })).toEqual(undecided);
    },
  );
});

describe('a derivative computed in doubles', () => {
  test.each([
    [2, 'agree'],
    [2 + 2e-9, 'agree'],
    // An error of 9e-9 leaves 8 digits.
    [2 * (1 + 9e-9), 'agree'],
    [2 * (1 + 1.1e-8), 'imprecise'],
    [-2, 'imprecise'],
    [NaN, 'imprecise'],
  ])('as %p of 2, by the right formula, is %p', (computed, verdict) => {
    expect(judged(computed, {}).verdict).toBe(verdict);
    expect(judged(computed, {}, { text: 'x^2; 2*x' }).verdict).toBe(verdict);
  });

  test('has its number of right digits reported', () => {
    const reason = { kind: 'imprecise', digits: 2.6 };
    expect(judged(2.005, {})).toEqual({ verdict: 'imprecise', reason });
  });

  test('by a wrong formula disagrees, however close it is', () => {
    expect(judged(2, {}, { text: 'x^2; 2*x + 1e-13' })).toMatchObject({ verdict: 'disagree' });
    expect(judged(3, {}, { text: 'x^2; 3*x' })).toEqual({
      verdict: 'disagree',
      reason: { kind: 'factor', factor: 1.5, claim: 3 },
    });
  });

  test('by conventions at kinks disagrees if these add up to none of the slopes', () => {
    // relu(x) - relu(-x) is x
    const text = 'relu(x) - relu(-x)';
    expect(judged(0, { gradient: [nearest(1)] }, { text, x: 0 })).toEqual({
      verdict: 'disagree',
      reason: { kind: 'factor', factor: 0, claim: 0 },
    });
  });

  test('by a formula without a value disagrees', () => {
    expect(judged(NaN, {}, { text: 'x^2; sqrt(-x)' })).toEqual({
      verdict: 'disagree',
      reason: { kind: 'no-claim', isClaimed: true },
    });
  });

  test('is compared with the products it is summed from, if the true one is 0', () => {
    const zero = { gradient: [nearest(0)] };
    const of = (scale: number) => ({ text: 'x - x', scale: () => scale });
    expect(judged(1e-12, zero, of(1))).toEqual({ verdict: 'agree' });
    expect(judged(1e-12, zero, of(1e-6))).toEqual({
      verdict: 'imprecise',
      reason: { kind: 'imprecise', digits: 6 },
    });
    expect(judged(0, zero, { text: 'x - x' })).toEqual({ verdict: 'agree' });
    expect(judged(-0, zero, { text: 'x - x' })).toEqual({ verdict: 'agree' });
  });

  test('is compared with the smallest normal double, if the true one is below that', () => {
    // 1e-310 relative to 2.2e-308
    const exact = { gradient: [nearest(1e-310)] };
    expect(judged(2e-310, exact, { text: '1e-310*x' })).toEqual({
      verdict: 'imprecise',
      reason: { kind: 'imprecise', digits: 2.3 },
    });
  });

  test('has no factor if the true one is 0', () => {
    const zero = { gradient: [nearest(0)] };
    expect(judged(1, zero, { text: 'x^2; x + 1', x: 0, scale: () => 0 })).toEqual({
      verdict: 'disagree',
      reason: { kind: 'factor', factor: NaN, claim: 1 },
    });
  });
});

describe('of several variables', () => {
  test('each partial is judged by its own derivative, at its own point', () => {
    const point = [Float64Array.of(2, 5), Float64Array.of(3, 7)];
    const prover = new Prover(parseFormula('x*y')).at(point);
    expect(prover.judge(0, 1, 2, noScale)).toEqual({ judgement: { verdict: 'agree' }, exact: 2 });
    expect(prover.judge(1, 0, 7, noScale)).toEqual({ judgement: { verdict: 'agree' }, exact: 7 });
    expect(prover.judge(0, 0, 2, noScale).judgement.verdict).toBe('imprecise');
  });

  test('each partial is judged by its own sides', () => {
    const prover = new Prover(parseFormula('x*abs(y)')).at([
      Float64Array.of(2),
      Float64Array.of(0),
    ]);
    expect(prover.judge(0, 1, 0, noScale).judgement).toEqual({
      verdict: 'kink',
      reason: { kind: 'proved-kink', left: -2, right: 2 },
    });
    expect(prover.judge(0, 0, 0, noScale).judgement.verdict).toBe('agree');
  });
});

// The slopes beside these points are 0 and e, or 0 and pi, as the derivatives of both parts are.
test.each([
  ['relu(exp(x)-e)+e', 'kink'],
  ['relu(exp(x)-e)+e; 1', 'kink'],
  ['relu(exp(x)-e)+e; 5', 'disagree'],
  ['relu(pi*x-pi)+pi; 1', 'kink'],
  ['exp(x) > e ? exp(x) : e; exp(x)', 'kink'],
  ['max(exp(x), e)', 'kink'],
  ['step(exp(x)-e)*(x-1)+e; 1', 'kink'],
  ['pi*exp(relu(exp(x)-e)); 1', 'kink'],
  // The value is in the middle between two doubles, and no digits tell so.
  ['relu(x-1)+(sin(x)^2+cos(x)^2)*(1+2^-53); 1', 'inconclusive'],
])('%s at 1, where powers of e and pi alone tell of the kink: %s', (text, verdict) => {
  expect(check(parseFormula(text), Float64Array.of(1)).points[0]?.verdict).toBe(verdict);
});
