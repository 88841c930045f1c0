/** @file Claims compared with the true derivative: equal, different, without a value, undecided. */

import { ClaimReading } from '../../../src/core/exact/claim-reading';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { chainOf, times } from '../../support/chains';

const readingOf = (text: string) => new ClaimReading(parseGraph(text, catalogue));
const kindOf = (text: string, x: number, derivative: number) =>
  readingOf(text).compare([x], 0, derivative).kind;

test.each<[string, string, number, number]>([
  ['the derivative itself', 'x^2; 2*x', 3, 6],
  ['a number beside it that doubles do not tell from it', 'x^2; 2*x + exp(-200)', 3, 6],
  ['a third of 16 digits', 'x/3; 0.3333333333333333', 1, 1 / 3],
  ['a third of 15 digits', 'x/3; 0.333333333333333', 1, 1 / 3],
  ['what differs by 2^-48 of it', 'x; 1 + 2^-48', 1, 1],
  ['what is less by 2^-48 of it', '-x; -1 + 2^-48', 1, -1],
  // (1-cos(x))/x is about x/2 for small x, where double-doubles lose all digits of the claim.
  ['what takes many bits', '(1-cos(x))/x; (cos(x)-1+x*sin(x))/x^2', 1e-20, 0.5],
  ['what is below the doubles, as the derivative is', 'exp(-x); -exp(-x)', 900, -0],
  ['0 beside a derivative of 0', 'x^2; x', 0, 0],
  // Digit by digit sin(pi*x) is never told from 0 at 1, but it is less than the least double.
  ['what nobody tells from a derivative of 0', 'cos(pi*x); -pi*sin(pi*x)', 1, 0],
  ['what is too large for doubles, as the derivative is', 'exp(x); exp(x)', 1000, Infinity],
])('%s is equal', (_, text, x, derivative) => {
  expect(kindOf(text, x, derivative)).toBe('equal');
});

test.each<[string, string, number, number, number]>([
  ['another number', 'x^2; 3*x', 3, 6, 9],
  ['a third of 14 digits', 'x/3; 0.33333333333333', 1, 1 / 3, 0.33333333333333],
  ['what differs by more than 2^-48 of it', 'x; 1 + 2^-48 + 2^-52', 1, 1, 1 + 2 ** -48 + 2 ** -52],
  ['a number of the other sign', '-x; 1', 1, -1, 1],
  // Double-doubles lose all but nine digits of the claim.
  ['what takes many bits', '(1-cos(x))/x; 2*(cos(x)-1+x*sin(x))/x^2', 1e-20, 0.5, 1],
  ['a number where the derivative is none', 'sqrt(x); 5', 0, Infinity, 5],
  ['a number where the derivative is not known', 'x; 5', 0, NaN, 5],
  [
    'a number where no bits tell the derivative from 0',
    'sin(x)^2+cos(x)^2; 2^-70*x',
    1,
    0,
    2 ** -70,
  ],
  ['what is too large for doubles', 'x; exp(x)', 1000, 1, Infinity],
  ['what is too small for them', 'x; -exp(x)', 1000, 1, -Infinity],
])('%s is different, and its nearest double is reported', (_, text, x, derivative, claim) => {
  expect(readingOf(text).compare([x], 0, derivative)).toEqual({ kind: 'different', claim });
});

test.each<[string, string, number, number, number]>([
  ['has the wrong sign', 'exp(-x^2); 2*x*exp(-x^2)', 30, -0, -1],
  ['is off by a thousandth', 'exp(x); 1.001*exp(x)', -740, 4.2e-322, 1.001],
  ['is twice it', 'exp(x); 2*exp(x)', -742, 5.4e-323, 2],
  ['is 0', 'exp(x); 0', -750, 0, 0],
  ['is not 0', 'x^2; exp(x-800)', 0, 0, NaN],
  // tanh(x)^2 is nearer to 1 than 2^-1150.
  ['is twice it, as 1200 bits show', 'tanh(x); 2*(1-tanh(x)^2)', 400, 0, 2],
])('what %s is found where doubles are too coarse to show it', (_, text, x, derivative, factor) => {
  const comparison = readingOf(text).compare([x], 0, derivative);
  const found = comparison.kind === 'different' ? comparison.factor : undefined;
  expect(Number(found?.toFixed(12))).toBe(factor);
});

test('a claim that certainly has no value is reported as such', () => {
  expect(kindOf('x^2; log(x)', -1, -2)).toBe('nothing');
  expect(kindOf('x^2; 1/x', 0, 0)).toBe('nothing');
});

test('beside a derivative that is too large a claim between the last double and infinity is undecided', () => {
  // Half of it is in the middle between 2^1023 and the double below.
  expect(kindOf('exp(exp(x)); 2*(2^1023 - 2^969 + exp(-3000))', 800, Infinity)).toBe('undecided');
});

test('a claim of 1/(sin^2 + cos^2 - 1) is undecided: no number of bits tells the divisor from 0', () => {
  expect(kindOf('x; 1/(sin(x)^2+cos(x)^2-1)', 0.3, 1)).toBe('undecided');
});

test('a claim differs from a derivative that nothing tells from 0 once it is farther from 0, and is undecided before', () => {
  const beside = (claim: string) => readingOf(`sin(x)^2+cos(x)^2; ${claim}`).compare([1], 0, 0);
  expect(beside('exp(-800)*x')).toEqual({ kind: 'different', claim: 0, factor: NaN });
  expect(beside('1/3')).toEqual({ kind: 'different', claim: 1 / 3 });
  expect(beside('1e-30/3+1-x')).toEqual({ kind: 'different', claim: 3.3333333333333333e-31 });
  // 2^-7213: with the most bits the derivative may be as large.
  expect(beside('exp(-5000)')).toMatchObject({ kind: 'undecided', sign: 1 });
  // e^-800 is 2^-1154: the derivative of the formula takes more bits to be seen than the claim.
  const text = 'log(1+exp(x))-x; -1/(1+exp(x))';
  expect(kindOf(text, 800, -0)).toBe('equal');
  expect(kindOf(text.replace('-1/', '1/'), 800, -0)).toBe('different');
});

test('a claim beside a derivative that only powers of e show to be 0 differs once it is farther from 0', () => {
  const bump = (claim: string) => readingOf(`x*exp(-x); ${claim}`).compare([1], 0, 0);
  expect(bump('exp(-x)*(1-x)')).toEqual({ kind: 'equal' });
  expect(bump('(1-x)*sin(x)')).toEqual({ kind: 'equal' });
  expect(bump('exp(-x)*(1-x)+1e-30')).toEqual({ kind: 'different', claim: 1e-30 });
  expect(bump('-exp(-800*x)')).toMatchObject({ kind: 'different', factor: NaN });
});

test('claims of several variables are compared one by one', () => {
  const reading = readingOf('x*y^2; y^2; x*y');
  expect(reading.compare([3, 5], 0, 25)).toEqual({ kind: 'equal' });
  expect(reading.compare([3, 5], 1, 30)).toEqual({ kind: 'different', claim: 15 });
});

test('definitions without a claim are replaced by their insides; a function without a formula is refused', () => {
  expect(kindOf('x^3', 2, 12)).toBe('equal');
  expect(() => new ClaimReading(chainOf(times(2, { name: 'mine' })))).toThrow(
    /^mine has no exact reading/,
  );
});

describe('in blocks', () => {
  // The claim by x is right above 20 alone, the one by y everywhere.
  const reading = readingOf('x*y; x > 20 ? y : 2*y; x');
  const x = Float64Array.from({ length: 40 }, (_, i) => i + 1);
  const y = Float64Array.from(x, (value) => value / 2);
  const equal = (...derivatives: Float64Array[]) =>
    reading.equal([x, y], derivatives).map((byPoint) => [...byPoint]);

  test('claims are equal where the nearest double is the derivative, or are left to others', () => {
    const [byX, byY] = equal(y, x) as [number[], number[]];
    expect(byX.slice(0, 20)).toEqual(Array(20).fill(0));
    // Not all of them: the nearest double is not always sure in so few digits.
    expect(byX.slice(20)).toContain(1);
    expect(byY.filter((is) => is === 1).length).toBeGreaterThan(30);
  });

  test('no claim is equal to another number', () => {
    expect(equal(x, y)[1]).not.toContain(1);
  });

  test('so few points are left to others', () => {
    const few = [x, y].map((column) => column.subarray(0, 3));
    expect(reading.equal(few, [...few].reverse())).toEqual([new Uint8Array(3), new Uint8Array(3)]);
  });
});
