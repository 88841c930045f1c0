/** @file What is said of points at which a formula has two slopes, or figures that are no numbers. */

import type { AnyFunctionClass } from '../../../src/core/engine/define-operation';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import {
  Add,
  Cbrt,
  Neg,
  Pow,
  Reciprocal,
  Scale,
  Sqrt,
  Square,
} from '../../../src/functions/algebraic';
import { Difference, Mod, Power, Product, Quotient, Sum } from '../../../src/functions/arithmetic';
import { Exp } from '../../../src/functions/exponential';
import { Maximum, Minimum } from '../../../src/functions/extremes';
import { Choice } from '../../../src/functions/logic';
import { Atan2, Hypot } from '../../../src/functions/polar';
import { Floor } from '../../../src/functions/rounding';
import { comparison, type Formula, graphOfParts, saidOf } from '../../support/formulas';

describe('at kinks and jumps', () => {
  test.each<
    [string, AnyFunctionClass, string, (f: Formula, x: number) => number[], number, string]
  >([
    [
      'max',
      Maximum,
      'max(x, 2)',
      (f, x) => [x, f.number(2)],
      2,
      'max(x, 2) has a kink at a = 2 and b = 2 (a = b); backprop uses 1 and 0',
    ],
    [
      'min',
      Minimum,
      'min(2, x)',
      (f, x) => [f.number(2), x],
      2,
      'min(2, x) has a kink at a = 2 and b = 2 (a = b); backprop uses 1 and 0',
    ],
    [
      'hypot',
      Hypot,
      'hypot(x, 0)',
      (f, x) => [x, f.number(0)],
      0,
      'hypot(x, 0) has a kink at a = 0 and b = 0 (a = 0, b = 0); backprop uses 0 and 0',
    ],
    [
      'mod',
      Mod,
      'mod(x, 3)',
      (f, x) => [x, f.number(3)],
      6,
      'mod(x, 3) has a jump at a = 6 and b = 3 (a/b a whole number); backprop uses 1 and -2',
    ],
    [
      'atan2',
      Atan2,
      'atan2(x, -1)',
      (f, x) => [x, f.number(-1)],
      0,
      'atan2(x, -1) has a jump at y = 0 and x = -1 in atan2(y, x) (y = 0, x < 0); backprop uses -1 and -0',
    ],
    [
      'pow',
      Power,
      'x^x',
      (_, x) => [x, x],
      0,
      'x^x has a jump at a = 0 and b = 0 (a = 0, b = 0); backprop uses 0 and -Infinity',
    ],
    [
      'floor',
      Floor,
      'floor(x)',
      (_, x) => [x],
      3,
      'floor(x) has a jump at 3 (every whole number); backprop uses 0',
    ],
    [
      'cbrt',
      Cbrt,
      'cbrt(x)',
      (_, x) => [x],
      0,
      'cbrt(x) has a vertical tangent at 0: slope Infinity on the left, Infinity on the right; backprop uses Infinity',
    ],
  ])('of %s both arguments and the slopes are said', (_, f, text, inputs, x, message) => {
    const graph = graphOfParts((formula, place) => formula.apply(f, inputs(formula, place), text));
    const said = saidOf(graph, x + 1.25, x);
    if (text === 'x^x')
      expect(said[0]).toMatch(/^1: x\^x has a jump at a = 0 and b = 0 \(a = 0, b = 0\)/);
    else expect(said).toEqual([`1: ${message}`]);
  });

  test('one that the value does not depend on is told of no more than one that is not hit', () => {
    const graph = graphOfParts((f, x) => {
      const kinked = f.apply(Maximum, [x, f.number(2)], 'max(x, 2)');
      return f.apply(Choice, [f.apply(comparison('=='), [x, f.number(2)]), f.number(5), kinked]);
    });
    expect(saidOf(graph, 2, 3)).toEqual([]);
  });

  test('a second function at the same point is told of too, in the order of the points', () => {
    const graph = graphOfParts((f, x) => {
      const [a, b] = [
        f.apply(Maximum, [x, f.number(1)], 'max(x, 1)'),
        f.apply(Minimum, [x, f.number(1)], 'min(x, 1)'),
      ];
      return f.apply(Sum, [
        f.apply(Sum, [a, b]),
        f.apply(Maximum, [x, f.number(-1)], 'max(x, -1)'),
      ]);
    });
    expect(saidOf(graph, 1, -1).map((text) => text.slice(0, 13))).toEqual([
      '0: max(x, 1) ',
      '0: min(x, 1) ',
      '1: max(x, -1)',
    ]);
  });
});

describe('NaN that is nobody’s fault', () => {
  test('by zero times infinity names the function that multiplies them', () => {
    const graph = graphOfParts((f, x) => {
      const root = f.apply(Sqrt, [x], 'sqrt(x)');
      return f.apply(Sum, [f.apply(Square, [root], 'sqrt(x)^2'), f.number(1)]);
    });
    expect(saidOf(graph, 0, 4).filter((text) => text.includes('NaN'))).toEqual([
      '0: backprop is NaN: sqrt(x) has the derivative Infinity here and gets back the gradient 0; zero times infinity has no value',
    ]);
  });

  test('and not one that has no say', () => {
    const graph = graphOfParts((f, x) => {
      const unused = f.apply(Cbrt, [x], 'cbrt(x)');
      const choice = f.apply(Choice, [
        f.apply(comparison('>'), [x, f.number(0)]),
        unused,
        f.number(7),
      ]);
      return f.apply(Sum, [choice, f.apply(Square, [f.apply(Sqrt, [x], 'sqrt(x)')], 'sqrt(x)^2')]);
    });
    expect(saidOf(graph, 0).filter((text) => text.includes('NaN'))).toEqual([
      expect.stringMatching(
        /^0: backprop is NaN: sqrt\(x\) has the derivative Infinity here and gets back the gradient 0;/,
      ),
    ]);
  });

  test('by Infinity - Infinity says that gradients of both add up to no value', () => {
    const graph = graphOfParts((f, x) => {
      const [root, other] = [f.apply(Sqrt, [x], 'sqrt(x)'), f.apply(Cbrt, [x], 'cbrt(x)')];
      return f.apply(Difference, [root, other], 'sqrt(x) - cbrt(x)');
    });
    expect(saidOf(graph, 0, 1).filter((text) => text.includes('NaN'))).toEqual([
      '0: backprop is NaN: gradients of Infinity and -Infinity add up to no value',
    ]);
  });

  test.each<[string, (f: Formula, x: number) => number, number, string]>([
    [
      'a difference of infinities',
      (f, x) =>
        f.apply(
          Difference,
          [
            f.apply(Exp, [x], 'exp(x)'),
            f.apply(Exp, [f.apply(Scale.of(2), [x], '2*x')], 'exp(2*x)'),
          ],
          'exp(x) - exp(2*x)',
        ),
      800,
      'exp(x) - exp(2*x) gets a = Infinity and b = Infinity, an overflow',
    ],
    [
      'a quotient of infinities',
      (f, x) =>
        f.apply(
          Quotient,
          [f.apply(Exp, [x], 'exp(x)'), f.apply(Exp, [x], 'exp(x)')],
          'exp(x)/exp(x)',
        ),
      800,
      'exp(x)/exp(x) gets a = Infinity and b = Infinity, an overflow',
    ],
    [
      'zero times infinity',
      (f, x) =>
        f.apply(
          Product,
          [f.apply(Exp, [x], 'exp(x)'), f.apply(Exp, [f.apply(Neg, [x], '-x')], 'exp(-x)')],
          'exp(x)*exp(-x)',
        ),
      800,
      'exp(x)*exp(-x) gets a = Infinity and b = 0, an overflow',
    ],
  ])('in the value is told of: %s', (_, make, x, message) => {
    expect(saidOf(graphOfParts(make), x)).toEqual([`0: y is NaN: ${message}`]);
  });

  test('of a formula is told of as such beside the point, of a chain as of a chain', () => {
    const graph = graphOfParts((f, x) => {
      const big = f.apply(Exp, [f.apply(Scale.of(700), [f.apply(Square, [x])])], 'big');
      return f.apply(Difference, [big, f.apply(Product, [big, f.number(2)])]);
    });
    const { notices } = differentiate(graph, Float64Array.of(1), {
      eps: 0.5,
      columns: ['numerical'],
    });
    expect(notices).toEqual([
      {
        index: 0,
        text: expect.stringMatching(
          /^numerical is NaN: y is NaN beside x; it is the difference of NaN and -\d/,
        ) as string,
      },
    ]);
    const chain = graphOfParts((f, x) =>
      f.apply(Add.of(1), [f.apply(Exp, [f.apply(Pow.of(2), [f.apply(Reciprocal, [x])])])]),
    );
    expect(
      differentiate(chain, Float64Array.of(0.01), { eps: 0.001, columns: ['numerical'] }).notices[0]
        ?.text,
    ).toMatch(
      /^numerical is NaN: the function overflows; it is the difference of Infinity and Infinity$/,
    );
  });
});
