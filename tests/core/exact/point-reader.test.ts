/** @file The exact reading of one point with as many bits as it takes, and its digits. */

import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { Chain } from '../../../src/core/graph/chain';
import { defineOperation } from '../../../src/core/engine/define-operation';
import { PointReader } from '../../../src/core/exact/point-reader';
import { tapeOf } from '../../../src/core/exact/tape';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { stated } from '../../../src/math/ball';
import { realOfDouble } from '../../../src/math/real';
import { ownFunction } from '../../support/chains';
import { said } from '../../support/exact';

const readerOf = (text: string) => new PointReader(tapeOf(parseGraph(text, catalogue)));

test.each<[string, number[], boolean[], string, string[]]>([
  ['x*y', [3, 5], [true, true], '15', ['5', '3']],
  ['x*y', [3, 5], [false, true], '15', ['between -Infinity and Infinity', '3']],
  ['abs(x)*y', [0, 5], [true, true], '0', ['0', '0']],
  ['abs(x)*y', [0, 5], [false, true], '0', ['between -Infinity and Infinity', '0']],
  // Double-doubles lose 1e-20 beside 1: (1-cos(x))/x^2 tends to 1/2, its slope to -x/12.
  ['(1-cos(x))/x^2', [1e-20], [true], '0.5', ['-8.333333333333333e-22']],
  // exp(exp(x)) at 3 is 5.28e8; mpmath
  ['exp(exp(x))', [3], [true], '528491311.4854942', ['10615031750.425768']],
])('%s at %j, by %j of its variables', (text, point, gradient, value, slopes) => {
  const read = readerOf(text).read(point, { value: true, gradient });
  expect([said(read.value), read.gradient.map(said)]).toEqual([value, slopes]);
});

test('without a derivative there are no sides', () => {
  const read = readerOf('abs(x)').read([0], { value: true, gradient: [false] });
  expect(read).not.toHaveProperty('sides');
  expect(said(read.value)).toBe('0');
});

test('sides are those along the variable of the derivative', () => {
  const { sides, gradient } = readerOf('abs(x)*y').read([0, 5], {
    value: true,
    gradient: [true, true],
  });
  expect(sides?.map((side) => side && [said(side.left?.slope), said(side.right?.slope)])).toEqual([
    ['-5', '5'],
    undefined,
  ]);
  expect(gradient.map(said)).toEqual(['0', '0']);
});

test('a value too large for any number of bits leaves all derivatives undecided, even by variables it does not depend on', () => {
  const { value, gradient } = readerOf('log(exp(exp(exp(x)))) + y').read([4, 1], {
    value: true,
    gradient: [true, true],
  });
  expect([said(value), gradient.map(said)]).toEqual([
    'between -Infinity and Infinity',
    ['between -Infinity and Infinity', 'between -Infinity and Infinity'],
  ]);
});

test('by what only a branch not taken depends on the derivative is 0, whatever else is not decided', () => {
  const { gradient } = readerOf('abs(x < 4 ? sin(x)^2+cos(x)^2-1 : y)').read([1, 2], {
    value: true,
    gradient: [true, true],
  });
  expect(gradient.map(said)).toEqual(['between -Infinity and Infinity', '0']);
});

test('of so many functions that no bits are tried double-doubles tell what they can', () => {
  const half = ownFunction({
    value: stated(
      (x) => x.plus(2 ** -53).plus(x.exact(-200).exp()),
      (x: number) => x + 2 ** -53,
    ),
    derivative: stated(
      (x) => x.exact(1),
      () => 1,
    ),
  });
  const same = catalogue.classes.find(({ definition }) => definition.name === 'identity');
  const chain = new Chain([half, ...Array.from({ length: 50_000 }, () => same ?? half)]);
  const reader = new PointReader(tapeOf(chain));
  const { value, gradient } = reader.read([1], { value: true, gradient: [true] });
  expect([said(value), said(gradient[0])]).toEqual(['between -Infinity and Infinity', '1']);
  expect(reader.refined([1], 0)).toBeUndefined();
});

test('a function of three arguments has its partial derivatives by each', () => {
  const Own = defineOperation({
    name: 'own',
    formula: 'ab + c',
    arguments: ['a', 'b', 'c'],
    partialFormulas: ['b', 'a', '1'],
    summary: '',
    domain: { text: 'all', contains: () => true },
    value: stated(
      (a, b, c) => a.times(b).plus(c),
      (a: number, b: number, c: number) => a * b + c,
    ),
    partials: [
      stated(
        (_, b) => b,
        (_: number, b: number) => b,
      ),
      stated(
        (a) => a,
        (a: number) => a,
      ),
      stated(
        (a) => a.exact(1),
        () => 1,
      ),
    ],
    samples: [],
  });
  const reading = exactReadingOf(parseGraph('own(x, y, z)', catalogue.with([Own])));
  const { value, gradient } = reading.at([3, 5, 7]);
  expect([said(value), gradient.map(said)]).toEqual(['22', ['5', '3', '1']]);
});

test('a single derivative is refined with more bits', () => {
  expect(readerOf('exp(x)*y').refined([1, 3], 0)).toBe(8.154845485377136);
  expect(readerOf('exp(x)*y').refined([1, 3], 1)).toBe(Math.E);
  // No number of bits decides the middle of two doubles.
  expect(readerOf('x*(1+2^-53+exp(-4000))').refined([1], 0)).toBeUndefined();
  expect(readerOf('log(x)').refined([-1], 0)).toBeUndefined();
});

/** Value and gradient to 20 digits. */
const digitsAt = (text: string, ...point: number[]) => {
  const { value, gradient } = exactReadingOf(parseGraph(text, catalogue)).digits(
    point.map(realOfDouble),
    20,
  );
  return [value, ...gradient].map((digits) => (typeof digits === 'object' ? 'none' : digits));
};

// e to 20 digits
const E = '2.7182818284590452354';
const PER_E = '0.36787944117144232160';

test.each<[string, string, number[], (string | undefined)[]]>([
  ['at a kink the convention', 'abs(x) + exp(1)*x', [0], ['0', E]],
  ['at a kink of one variable both', 'abs(x) + exp(1)*x*y', [0, 1], ['0', E, '0']],
  ['at the end of a domain the slope of the right', 'x*sqrt(x) + exp(1)*x', [0], ['0', E]],
  ['or that of the left', 'x*sqrt(-x) + exp(1)*x', [0], ['0', E]],
  ['which may be infinite on the right', 'sqrt(x)', [0], ['0', 'Infinity']],
  ['and negative', '-sqrt(x)', [0], ['0', '-Infinity']],
  ['and on the left', 'sqrt(-x)', [0], ['0', '-Infinity']],
  ['or positive there', '-sqrt(-x)', [0], ['0', 'Infinity']],
  ['of both sides, where they agree', 'sqrt(x^4) + 3*x', [0], ['0', '3.0000000000000000000']],
  ['none outside', 'log(x)', [-1], ['none', 'none']],
  [
    'a derivative that takes more bits than the value',
    'x*(1+exp(-300))-x',
    [0],
    ['0', '5.1482002224120137812e-131'],
  ],
  // The slopes by hand: (1-x)e^-x, (2x-x^2)e^-x, (1-x^2)e^(-x^2/2), e^x-e.
  ['0 where x*exp(-x) is largest', 'x*exp(-x)', [1], [PER_E, '0']],
  ['0 where x^2*exp(-x) is largest', 'x^2*exp(-x)', [2], ['0.54134113294645076758', '0']],
  ['0 where a Gaussian turns', 'x*exp(-x^2/2)', [1], ['0.60653065971263342360', '0']],
  ['0 where a line touches exp', 'exp(x) - e*x', [1], ['0', '0']],
  [
    '0 beside a value that is no fraction',
    'x*exp(-x) + sin(2)',
    [1],
    ['1.2771768679971240170', '0'],
  ],
  [
    'a jump at a power of e, known exactly',
    'floor(exp(x)/e)',
    [1],
    ['1.0000000000000000000', 'none'],
  ],
  [
    'nothing of what the value in doubt has no part in',
    'sqrt(sin(x)^2+cos(x)^2-1) + exp(1)*y',
    [1, 0],
    [undefined, undefined, undefined],
  ],
  ['a value alone at a jump', 'floor(x)', [1], ['1.0000000000000000000', 'none']],
  [
    'undecided if no number of bits decides them',
    '(sin(x)^2+cos(x)^2-1)*y',
    [1, 2],
    [undefined, '0', undefined],
  ],
  [
    'without a singularity, those of the other derivatives',
    '(sin(x)^2+cos(x)^2-1) + exp(1)*y',
    [1, 0],
    [undefined, '0', E],
  ],
])('digits: %s', (_, text, point, digits) => {
  expect(digitsAt(text, ...point)).toEqual(digits);
});
