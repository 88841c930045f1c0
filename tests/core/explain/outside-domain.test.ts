/** @file What is said of points at which a part of a formula has no value. */

import { defineFunction } from '../../../src/core/engine/define-function';
import type { AnyFunctionClass } from '../../../src/core/engine/define-operation';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import type { Graph } from '../../../src/core/graph/graph';
import { Sqrt, Square } from '../../../src/functions/algebraic';
import { Difference, Mod, Power, Product, Quotient, Sum } from '../../../src/functions/arithmetic';
import { Choice } from '../../../src/functions/logic';
import { Exp, Log } from '../../../src/functions/exponential';
import { Atan2 } from '../../../src/functions/polar';
import { comparison, graphOfParts, saidOf, type Formula } from '../../support/formulas';

describe('outside a domain', () => {
  test('the part is named by its text, and what it gets', () => {
    const graph = graphOfParts((f, x) => {
      const inside = f.apply(Difference, [x, f.number(2)], 'x - 2');
      return f.apply(Product, [x, f.apply(Log, [inside], 'log(x - 2)')], 'x*log(x - 2)');
    });
    expect(saidOf(graph, 1, 3)).toEqual(['0: log(x - 2) gets -1, outside its domain x >= 0']);
  });

  test.each([
    ['b/a', 'b/a gets a = 1 and b = 0 in a/b, its pole, outside its domain b != 0'],
    ['1/a', '1/a gets a = 1 and b = 0 in a/b, its pole, outside its domain b != 0'],
    ['mod(b, a)', 'mod(b, a) gets a = 1 and b = 0 in mod(a, b), outside its domain b != 0'],
    ['mod(a,b)', 'mod(a,b) gets a = 1 and b = 0, outside its domain b != 0'],
    ['1/x', '1/x gets a = 1 and b = 0, its pole, outside its domain b != 0'],
  ])('in %s the names of the arguments are told from those of the formula', (text, said) => {
    const graph = graphOfParts((f, x) =>
      f.apply(text.startsWith('mod') ? Mod : Quotient, [f.number(1), x], text),
    );
    expect(saidOf(graph, 0)).toEqual([`0: ${said}`]);
  });

  test('no other method is advised at a pole, where none helps', () => {
    const logOfX = graphOfParts((f, x) => f.apply(Log, [x], 'log(x)'));
    const advice = (x: number): string[] =>
      differentiate(logOfX, Float64Array.of(x)).problems.map(({ message }) => message);
    expect(advice(0)).toEqual([]);
    expect(advice(5e-5)).toEqual([
      expect.stringMatching(/choose a smaller --eps or --method forward$/),
    ]);
  });

  test('a function of which nobody has said where it is defined is not called again to find out', () => {
    const calls: number[] = [];
    const F = defineFunction({
      name: 'f',
      formula: 'f(x)',
      derivativeFormula: "f'(x)",
      summary: 'somebody else’s',
      domain: {
        text: 'where it has a value',
        isImplied: true,
        contains: (x) => {
          calls.push(x);
          return x >= 0;
        },
      },
      value: (x) => (x >= 0 ? x : NaN),
      derivative: () => 1,
      samples: [1],
    });
    const graph = graphOfParts((f, x) => f.apply(F, [x]));
    expect(saidOf(graph, 1, 2)).toEqual([]);
    expect(calls).toEqual([]);
    expect(saidOf(graph, -1)).toEqual(['0: f has no value at -1']);
  });

  test('the first of several is named', () => {
    const graph = graphOfParts((f, x) => {
      const [root, log] = [f.apply(Sqrt, [x], 'sqrt(x)'), f.apply(Log, [x], 'log(x)')];
      return f.apply(Sum, [log, root]);
    });
    expect(saidOf(graph, -4)).toEqual(['0: sqrt(x) gets -4, outside its domain x >= 0']);
  });

  test.each<
    [string, AnyFunctionClass, string, (f: Formula, x: number) => number[], number, string]
  >([
    [
      'division by 0',
      Quotient,
      '1/x',
      (f, x) => [f.number(1), x],
      0,
      '1/x gets a = 1 and b = 0, its pole, outside its domain b != 0',
    ],
    [
      '0/0',
      Quotient,
      'x/x',
      (_, x) => [x, x],
      0,
      'x/x gets a = 0 and b = 0, outside its domain b != 0',
    ],
    [
      'a power of a negative number',
      Power,
      'x^x',
      (_, x) => [x, x],
      -0.5,
      'x^x gets a = -0.5 and b = -0.5, outside its domain a > 0; a = 0 for b >= 0; a < 0 for whole b',
    ],
    [
      'an angle at the origin',
      Atan2,
      'atan2(x, x)',
      (_, x) => [x, x],
      0,
      'atan2(x, x) gets y = 0 and x = 0 in atan2(y, x), outside its domain not y = x = 0',
    ],
    [
      'a rest without a divisor',
      Mod,
      'mod(3, x)',
      (f, x) => [f.number(3), x],
      0,
      'mod(3, x) gets a = 3 and b = 0, outside its domain b != 0',
    ],
  ])('of two arguments both are said: %s', (_, operation, text, inputs, x, message) => {
    const graph = graphOfParts((f, place) => f.apply(operation, inputs(f, place), text));
    expect(saidOf(graph, x)).toEqual([`0: ${message}`]);
  });

  test('a part with a long text, or none, is named by its function', () => {
    const named = (text?: string): Graph =>
      graphOfParts((f, x) => f.apply(Exp, [f.apply(Log, [x], text)]));
    const long = `log(${'x + '.repeat(9)}x)`;
    expect(long.length).toBeGreaterThan(40);
    const longest = `log(${'x'.repeat(35)})`;
    expect(saidOf(named(longest), -1)).toEqual([
      `0: ${longest} gets -1, outside its domain x >= 0`,
    ]);
    expect(saidOf(named(long), -1)).toEqual(['0: log gets -1, outside its domain x >= 0']);
    expect(saidOf(named(), -1)).toEqual([
      '0: log, function 1 of the chain, gets -1, outside its domain x >= 0',
    ]);
  });

  test('what comes of NaN is no fault of a function after it', () => {
    const graph = graphOfParts((f, x) =>
      f.apply(
        Quotient,
        [f.number(1), f.apply(Sqrt, [f.apply(Log, [x], 'log(x)')], 'sqrt(log(x))')],
        '1/sqrt(log(x))',
      ),
    );
    expect(saidOf(graph, -1)).toEqual(['0: log(x) gets -1, outside its domain x >= 0']);
    expect(saidOf(graph, 1)).toEqual([
      '0: 1/sqrt(log(x)) gets a = 1 and b = 0, its pole, outside its domain b != 0',
    ]);
  });

  test('neither is NaN of an overflow', () => {
    const graph = graphOfParts((f, x) => {
      const big = f.apply(Exp, [x], 'exp(x)');
      const none = f.apply(Difference, [big, f.apply(Square, [big], 'exp(x)^2')], 'd');
      return f.apply(Mod, [none, f.number(2)], 'mod(d, 2)');
    });
    expect(saidOf(graph, 800)).toEqual([
      '0: y is NaN: d gets a = Infinity and b = Infinity, an overflow',
    ]);
  });

  test('where only one step of the difference leads, is told of that one and of parts with a say', () => {
    const graph = graphOfParts((f, x) => {
      const log = f.apply(Log, [x], 'log(x)');
      const choice = f.apply(Choice, [
        f.apply(comparison('>'), [x, f.number(0)]),
        log,
        f.number(7),
      ]);
      const pole = f.apply(Difference, [x, f.number(0.5)], 'x - 0.5');
      return f.apply(Sum, [choice, f.apply(Quotient, [f.number(1), pole], '1/(x - 0.5)')]);
    });
    const { problems } = differentiate(graph, Float64Array.of(0), { eps: 0.5 });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /needs x \+ eps, where 1\/\(x - 0\.5\) gets a = 1 and b = 0, its pole, outside its domain b != 0/,
      ),
    ]);
  });

  test('masks all figures of the point, and of no other', () => {
    const graph = graphOfParts((f, x) => f.apply(Quotient, [f.number(1), x], '1/x'));
    const { y, numerical, backprop, problems } = differentiate(graph, Float64Array.of(0, 2));
    expect([y, numerical, backprop].map((figures) => figures[0])).toEqual([NaN, NaN, NaN]);
    expect([y[1], backprop[1], problems.length]).toEqual([0.5, -0.25, 1]);
  });

  test('where only the step of the difference leads, is told with both ways out', () => {
    const graph = graphOfParts((f, x) =>
      f.apply(Power, [x, f.apply(Sum, [x, f.number(0.5)])], 'x^(x + 0.5)'),
    );
    const { problems } = differentiate(graph, Float64Array.of(1e-5));
    expect(problems).toMatchObject([{ index: 0, code: 'stencil-outside-domain' }]);
    expect(problems[0]?.message).toMatch(
      /needs x - eps, where x\^\(x \+ 0\.5\) gets a = -0\.000090* and b = 0\.499910*, outside its domain a > 0; a = 0 for b >= 0; a < 0 for whole b; choose a smaller --eps or --method forward$/,
    );
  });
});
