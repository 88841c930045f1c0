import { differentiate } from '../../../src/core/differentiate/differentiate';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import { Mod, Quotient } from '../../../src/functions/arithmetic';
import { Exp, Log } from '../../../src/functions/exponential';
import { parseFormula } from '../../../src/functions/parse';
import { chainOf } from '../../support/chains';
import { saidOf } from '../../support/said-of';

/** What is wrong with x, or with the steps of the difference there. */
const problemsOf = (text: string, x: number, eps = 1e-4): string[] =>
  differentiate(parseFormula(text), Float64Array.of(x), { eps }).problems.map(
    ({ code, message }) => `${code}: ${message}`,
  );

describe('outside a domain', () => {
  test.each([
    ['x*log(x - 2)', 1, 'log(x - 2) gets -1, outside its domain x >= 0'],
    ['1/x', 0, '1/x gets a = 1 and b = 0, its pole, outside its domain b != 0'],
    ['x/x', 0, 'x/x gets a = 0 and b = 0, outside its domain b != 0'],
    [
      'x^x',
      -0.5,
      'x^x gets a = -0.5 and b = -0.5, outside its domain a > 0; a = 0 for b >= 0; a < 0 for whole b',
    ],
    [
      'atan2(x, x)',
      0,
      'atan2(x, x) gets y = 0 and x = 0 in atan2(y, x), outside its domain not y = x = 0',
    ],
    ['mod(3, x)', 0, 'mod(3, x) gets a = 3 and b = 0, outside its domain b != 0'],
    ['sqrt(x) + log(x)', -4, 'sqrt(x) gets -4, outside its domain x >= 0'],
    // What comes of NaN is no fault of a function after it.
    ['1/sqrt(log(x))', -1, 'log(x) gets -1, outside its domain x >= 0'],
    [
      '1/sqrt(log(x))',
      1,
      '1/sqrt(log(x)) gets a = 1 and b = 0, its pole, outside its domain b != 0',
    ],
    // Neither is NaN of an overflow.
    [
      'mod(exp(x) - exp(x)^2, 2)',
      800,
      'y is NaN: exp(x) - exp(x)^2 gets a = Infinity and b = Infinity, an overflow',
    ],
  ])('the first part of %s without a value at %d is named', (text, x, message) => {
    expect(saidOf(text, x)).toEqual([`0: ${message}`]);
  });

  test.each([
    ['b/a', 'b/a gets a = 1 and b = 0 in a/b, its pole, outside its domain b != 0'],
    ['1/a', '1/a gets a = 1 and b = 0 in a/b, its pole, outside its domain b != 0'],
    ['mod(b, a)', 'mod(b, a) gets a = 1 and b = 0 in mod(a, b), outside its domain b != 0'],
    ['mod(a,b)', 'mod(a,b) gets a = 1 and b = 0, outside its domain b != 0'],
    ['div(a,b)', 'div(a,b) gets a = 1 and b = 0, its pole, outside its domain b != 0'],
    ['1/x', '1/x gets a = 1 and b = 0, its pole, outside its domain b != 0'],
  ])('in %s the names of the arguments are told from those of the formula', (text, said) => {
    const builder = new GraphBuilder(['x']);
    const f = text.startsWith('mod') ? Mod : Quotient;
    const output = builder.apply(f, [builder.constant(1, '1'), 0], text);
    const graph = builder.build(output, { formula: () => text, text: () => text });
    expect(saidOf(graph, 0)).toEqual([`0: ${said}`]);
  });

  test('no other method is advised at a pole, where none helps', () => {
    expect(problemsOf('log(x)', 0)).toEqual([]);
    expect(problemsOf('log(x)', 5e-5)).toEqual([
      expect.stringMatching(/choose a smaller --eps or --method forward$/),
    ]);
  });

  test('a function of which nobody has said where it is defined is not called again to find out', () => {
    const calls: number[] = [];
    const graph = chainOf({
      name: 'f',
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
    });
    expect(saidOf(graph, 1, 2)).toEqual([]);
    expect(calls).toEqual([]);
    expect(saidOf(graph, -1)).toEqual(['0: f has no value at -1']);
  });

  test('a part with a long text, or none, is named by its function', () => {
    const said = (text?: string): string[] => {
      const builder = new GraphBuilder(['x']);
      const output = builder.apply(Exp, [builder.apply(Log, [0], text)]);
      return saidOf(builder.build(output, { formula: () => 'f(x)', text: () => 'f(x)' }), -1);
    };
    const longest = `log(${'x'.repeat(35)})`;
    expect(said(longest)).toEqual([`0: ${longest} gets -1, outside its domain x >= 0`]);
    expect(said(`log(${'x'.repeat(36)})`)).toEqual(['0: log gets -1, outside its domain x >= 0']);
    expect(said()).toEqual(['0: log, function 1 of the chain, gets -1, outside its domain x >= 0']);
  });

  test('masks all figures of the point, and of no other', () => {
    const graph = parseFormula('1/x');
    const { y, numerical, backprop, problems } = differentiate(graph, Float64Array.of(0, 2));
    expect([y, numerical, backprop].map((figures) => figures[0])).toEqual([NaN, NaN, NaN]);
    expect([y[1], backprop[1], problems.length]).toEqual([0.5, -0.25, 1]);
  });
});

describe('where only a step of the difference leads outside', () => {
  test('that one is told, and parts with a say', () => {
    expect(problemsOf('(x > 0 ? log(x) : 7) + 1/(x - 0.5)', 0, 0.5)).toEqual([
      expect.stringMatching(
        /^stencil-outside-domain: .* needs x \+ eps, where 1\/\(x - 0\.5\) gets a = 1 and b = 0, its pole, outside its domain b != 0/,
      ),
    ]);
  });

  test('it is told also where a part overflows, as the whole is finite', () => {
    expect(problemsOf('reciprocal(exp(x)) + sqrt(x - 800)', 800)).toEqual([
      expect.stringMatching(
        /^stencil-outside-domain: .* needs x - eps, where sqrt\(x - 800\) gets/,
      ),
    ]);
  });

  test('both ways out are told', () => {
    expect(problemsOf('x^(x + 0.5)', 1e-5)).toEqual([
      expect.stringMatching(
        /^stencil-outside-domain: .* needs x - eps, where x\^\(x \+ 0\.5\) gets a = -0\.000090* and b = 0\.499910*, outside its domain a > 0; a = 0 for b >= 0; a < 0 for whole b; choose a smaller --eps or --method forward$/,
      ),
    ]);
  });
});
