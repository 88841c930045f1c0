/** @file Singularities of every kind: steep ones, jumps to one side, pieces that meet, and points that are not finite. */

import { exactReadingOf } from '../../../../src/core/exact/exact-reading';
import { catalogue } from '../../../../src/functions/catalogue';
import { parseGraph } from '../../../../src/functions/read/parse-graph';
import { exactAt, said } from '../../../support/exact';

test.each<[string, string, number, string, string, [string, string] | undefined]>([
  ['steep up on both sides', 'cbrt(x)', 0, '0', 'Infinity', ['0 Infinity', '0 Infinity']],
  ['steep down on both sides', '-cbrt(x)', 0, '0', '-Infinity', ['0 -Infinity', '0 -Infinity']],
  [
    'steep down and then up',
    'cbrt(abs(x))',
    0,
    '0',
    'none: slope -Infinity on the left, Infinity on the right',
    ['0 -Infinity', '0 Infinity'],
  ],
  [
    'steep up and then down',
    '-cbrt(abs(x))',
    0,
    '0',
    'none: slope Infinity on the left, -Infinity on the right',
    ['0 Infinity', '0 -Infinity'],
  ],
  [
    'steep on the left alone, where the convention is the piece of the point',
    'x < 0 ? sqrt(-x) : x',
    0,
    '0',
    '1',
    ['0 -Infinity', '0 1'],
  ],
  ['steep on the right alone', 'x <= 0 ? x : sqrt(x)', 0, '0', '1', ['0 1', '0 Infinity']],
  ['a bend between pieces', 'x < 1 ? 2*x : x+1', 1, '2', '1', ['2 2', '2 1']],
  // 2e^2 - e e at 1
  [
    'a kink at a power of e',
    'abs(exp(2*x) - e*exp(x))',
    1,
    '0',
    '0',
    ['0 -7.38905609893065', '0 7.38905609893065'],
  ],
  [
    'a step at a power of e',
    'step(exp(x) - e^2)',
    2,
    '1',
    'none: a jump from 0 to 1',
    ['0 0', '1 0'],
  ],
  // log(2) is no fraction; 1/cosh(2)^2 by mpmath
  ['a kink at a logarithm', 'abs(log(x) - log(2))', 2, '0', '0', ['0 -0.5', '0 0.5']],
  [
    'a kink at what is made in several steps',
    'relu(tanh(x) - tanh(2))',
    2,
    '0',
    '0',
    ['0 0', '0 0.07065082485316447'],
  ],
  ['pieces that meet smoothly', 'x < 1 ? x^3 : 3*x-2', 1, '1', '3', undefined],
  ['a step up', 'x > 0 ? 1 : 0', 0, '0', 'none: a jump from 0 to 1', ['0 0', '1 0']],
  ['a step over the point', 'sign(x)', 0, '0', 'none: a jump from -1 to 1', ['-1 0', '1 0']],
  ['a step that nothing is made of', 'floor(x)*0 + x', 1, '1', '1', undefined],
  [
    'a point above the right side, which is alone',
    'x == 0 ? 1 : sqrt(x)',
    0,
    '1',
    'none: a jump from 1 to 0',
    ['outside', '0 Infinity'],
  ],
  [
    'a point above the left side, which is alone',
    'x == 0 ? 1 : sqrt(-x)',
    0,
    '1',
    'none: a jump from 0 to 1',
    ['0 -Infinity', 'outside'],
  ],
  [
    'an isolated point',
    'x == 0 ? 5 : log(-abs(x))',
    0,
    '5',
    'none: it has a value at this point, but on neither side of it',
    undefined,
  ],
  [
    'a jump of what is the smaller one at the point alone',
    'max(mod(x, 1), 0.5)',
    1,
    '0.5',
    'none: a jump from 1 to 0.5',
    ['1 1', '0.5 0'],
  ],
  ['a jump of what is smaller all around', 'max(mod(x, 1), 3*x)', 1, '3', '3', undefined],
  ['a jump in a branch that is not taken', 'x < 2 ? x : mod(x, 1)', 1, '1', '1', undefined],
  [
    'the end of the domain of what is smaller',
    'max(sqrt(x), 2-x)',
    0,
    '2',
    '-1',
    ['outside', '2 -1'],
  ],
  ['the end of a domain on the left', 'sqrt(-x)', 0, '0', '-Infinity', ['0 -Infinity', 'outside']],
  ['a flat end of a domain', 'x*sqrt(x)', 0, '0', '0', ['outside', '0 0']],
])('%s', (_, text, x, value, slope, sides) => {
  expect(exactAt(text, x)).toEqual({ value, slope, ...(sides && { sides }) });
});

test.each<[string, number, string, [string, string] | undefined]>([
  ['x/abs(x)', 0, 'x/abs(x) gets a = 0 and b = 0, outside its domain b != 0', ['-1 0', '1 0']],
  [
    '1/(x-1)',
    1,
    '1/(x-1) has a pole at a = 1 and b = 0',
    ['-Infinity -Infinity', 'Infinity -Infinity'],
  ],
  ['log(x)', -2, 'log(x) gets -2, outside its domain x >= 0', undefined],
  ['max(log(x), 2)', 0, 'log(x) has a pole at 0', ['outside', '2 0']],
])('without a value, %s at %d has the reason, and limits of sides', (text, x, why, sides) => {
  const none = `none: ${why}`;
  expect(exactAt(text, x)).toEqual({ value: none, slope: none, ...(sides && { sides }) });
});

test.each<[string, number, string]>([
  ['x < 0 ? 1 + 2^-53 + exp(-4000) : 0*x', 0, 'none: a jump from an unknown number to 0'],
  ['x == 0 ? 3 : 1/x', 0, 'none: a jump from -Infinity to Infinity'],
  ['abs(x) + floor(x)', 0, 'none: a jump from -1 to 0'],
  // Both slopes are 1 to 280 bits, and no convention says which it is.
  ['x + exp(-200)*sqrt(x^2)', 0, '1'],
  // Which side abs is on double-doubles do not tell, nor, then, the slope 1e-20 beside the kink.
  ['abs(x) + abs(1-cos(x+1e-20))', 0, '1e-20'],
])('%s at %d: %s', (text, x, slope) => {
  expect(exactAt(text, x).slope).toBe(slope);
});

test.each([
  ['a value that has no limit', 'x == 0 ? 3 : sin(1/x)'],
  ['no limit of the slope on the left', 'x == 0 ? 0 : (x > 0 ? sqrt(x) : x*sin(1/x))'],
  ['none on the right', 'x == 0 ? 0 : (x < 0 ? sqrt(-x) : x*sin(1/x))'],
  ['a side of which nothing is known', 'x < 0 ? sqrt(sin(x)^2+cos(x)^2-1) : x'],
  ['slopes that may differ', 'x < 0 ? x*(1+2^-53) : x*(1+2^-53+exp(-4000))'],
])('%s leaves the derivative open', (_, text) => {
  expect(exactAt(text, 0).slope).toBe('between -Infinity and Infinity');
});

test('of a side of which nothing is known nothing is said', () => {
  expect(exactAt('x < 0 ? sqrt(sin(x)^2+cos(x)^2-1) : x', 0)).toEqual({
    value: '0',
    slope: 'between -Infinity and Infinity',
  });
  const point = exactAt('1/x + sqrt(sin(x)^2+cos(x)^2-1)', 0);
  expect(point.value).toMatch(/^none: 1\/x has a pole/);
  expect(point.sides).toBeUndefined();
});

test.each([
  ['abs(x) + floor(x)', 'floor(x)'],
  ['sqrt(x^2)', 'sqrt(x^2)'],
])('there is no derivative of %s at 0 for that of %s', (text, culprit) => {
  const { graph, at } = exactReadingOf(parseGraph(text, catalogue));
  const [figure] = at([0]).gradient;
  const vertex = figure?.kind === 'none' ? graph.vertices[figure.at] : undefined;
  expect(vertex).toMatchObject({ text: culprit });
});

test.each([
  ['log(x < 4 ? -x : sqrt(-x))', 2, 'log(x < 4 ? -x : sqrt(-x)) gets -2'],
  ['log(x < 4 ? sqrt(-x) : x)', 2, 'sqrt(-x) gets -2'],
  ['log(x > 0 && 1/(x+2) > 0 ? 1 : -1)', -2, 'log(x > 0 && 1/(x+2) > 0 ? 1 : -1) gets -1'],
  // This argument is above 1, though its double is not.
  ['asin(x + exp(-100))', 1, 'asin(x + exp(-100)) has no value at 1'],
])('what is not used is not to blame: %s at %d', (text, x, why) => {
  expect(exactAt(text, x).value.startsWith(`none: ${why}`)).toBe(true);
});

test('a coordinate that is not finite is named', () => {
  const reading = exactReadingOf(parseGraph('x*y', catalogue));
  for (const [point, at, why] of [
    [[1, NaN], 1, 'y is NaN, which is no number'],
    [[-Infinity, NaN], 0, 'x is -Infinity, which is no number'],
  ] as const) {
    const none = { kind: 'none', at, why };
    expect(reading.at(point)).toEqual({ value: none, gradient: [none, none] });
  }
  expect(said(reading.at([2, 3]).value)).toBe('6');
});

test('at a singularity in one variable the derivatives by the others are known', () => {
  const { gradient, sides } = exactReadingOf(parseGraph('abs(x) + 7*y', catalogue)).at([0, 1]);
  expect(gradient.map(said)).toEqual(['0', '7']);
  expect([said(sides?.[0]?.left?.slope), sides?.[1]]).toEqual(['-1', undefined]);
});

// The objective of PPO, with exp(x) for the ratio: within the limits both branches are 2e^x, and so is the slope.
test.each([
  ['min(exp(x)*2, max(0.8, min(exp(x), 1.2))*2)', 0.0625, '2.1289889178357186'],
  ['min(exp(x)*2, max(0.8, min(exp(x), 1.2))*2)', 0.5, '0'],
  ['min(exp(x)*-2, max(0.8, min(exp(x), 1.2))*-2)', 0.5, '-3.2974425414002564'],
  ['max(sin(x) + 1, 1 + sin(x))', 0.0625, '0.9980475107000991'],
  // mod(x, e) is x there.
  ['min(mod(x, e), x)', 2.25, '1'],
])('%s has one slope at %d, though branches are equal in an interval', (text, x, slope) => {
  expect(exactAt(text, x)).toMatchObject({ slope });
});

test.each([
  // The derivatives with x in place of the choice, by mpmath.
  ['tanh(x) + (x < 2 ? x : x)', '1.0706508248531645'],
  ['hypot(tanh(x), sinh(x)) * (x < 2 ? x : x)', '11.060984794508393'],
])('a number that is made in many steps jumps nowhere by itself: %s', (text, slope) => {
  expect(exactAt(text, 2).slope).toBe(slope);
});

test('a limit that 160 bits leave undecided is found with more', () => {
  // exp(-200) is about 2^-288.
  expect(exactAt('x < 0 ? 1 : 1 + 2^-53 + exp(-200)', 0)).toMatchObject({
    slope: 'none: a jump from 1 to 1.0000000000000002',
    sides: ['1 0', '1.0000000000000002 0'],
  });
  expect(exactAt('x < 0 ? 1 : 1 + exp(-200)', 0).slope).toBe(
    'none: a jump by less than doubles tell apart',
  );
});
