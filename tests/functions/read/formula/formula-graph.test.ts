import fc from 'fast-check';
import { defineFunction } from '../../../../src/core/engine/define-function';
import { catalogue } from '../../../../src/functions/catalogue';
import { defineFormula } from '../../../../src/functions/read/define-formula';
import { parseFormula } from '../../../../src/functions/parse';
import { nodesOf } from '../../../../src/core/graph/vertex';
import { refusal } from '../../../support/refusal';
import { holdsForAll } from '../../../support/holds-for-all';

/** The value of a formula at x. */
function valueOf(formula: string, x = 2): number {
  return defineFormula(`f(x) = ${formula}; 1`, catalogue).definition.value(x);
}

describe('numbers and operators', () => {
  test.each([
    ['1e-3+.5+5.', 5.501],
    ['6/2*3', 9],
  ])('%p is %p at 2', (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  test('a power binds closer than a minus before it, and to the right', () => {
    expect(valueOf('-x^2')).toBe(-4);
    expect(valueOf('(-x)^3')).toBe(-8);
    expect(valueOf('2^3^2')).toBe(512);
    expect(valueOf('2^-x')).toBe(0.25);
    expect(valueOf('-x^-2^-1')).toBe(-Math.SQRT1_2);
    expect(valueOf('x ^ x')).toBe(4);
  });

  test('a choice takes the first branch whose condition holds', () => {
    const sign = 'x > 0 ? 1 : x == 0 ? 0 : -1';
    expect([-5, 0, 5].map((x) => valueOf(sign, x))).toEqual([-1, 0, 1]);
    const inside = 'x >= -1 && x <= 1 ? 1 : 0';
    expect([-2, -1, 1, 2].map((x) => valueOf(inside, x))).toEqual([0, 1, 1, 0]);
    const outside = 'x < -1 || x > 1 ? 1 : 0';
    expect([-2, -1, 1, 2].map((x) => valueOf(outside, x))).toEqual([1, 0, 0, 1]);
    expect([1, 2].map((x) => valueOf('!(x != 2) ? 1 : 0', x))).toEqual([0, 1]);
  });

  test('the branch that is not taken is not computed', () => {
    const thrower = defineFunction({
      ...catalogue.resolve('identity').definition,
      name: 'thrower',
      value: () => {
        throw new Error('computed');
      },
    });
    const f = defineFormula('f(x) = x > 0 ? thrower(x) : 0; 0', catalogue.with([thrower]));
    expect(f.definition.value(-1)).toBe(0);
    expect(() => f.definition.value(1)).toThrow('computed');
  });
});

describe('functions and constants', () => {
  test('are the catalogue’s, rounded once, with other names too', () => {
    // mpmath: swish(2) = 1.76159415595576488811..., sin(double nearest pi), log10(2)
    expect(valueOf('swish(x)')).toBe(1.7615941559557649);
    expect(valueOf('sin(pi)')).toBe(1.2246467991473532e-16);
    expect(valueOf('log10(x)')).toBe(0.3010299956639812);
  });

  test('parameters come after x, and may be left out where there is a usual one', () => {
    expect(valueOf('pow(x, 3)')).toBe(8);
    expect(valueOf('add(x, -1)')).toBe(1);
    expect(valueOf('leakyRelu(-x)')).toBe(-0.02);
    expect(valueOf('leakyRelu(-x, 1/4)')).toBe(-0.5);
  });

  test('e^... is exp(...), rounded once', () => {
    // mpmath: exp(1) = 2.718281828459045235..., exp(0.5) = 1.6487212707001281468...
    expect(valueOf('e^x', 1)).toBe(Math.E);
    expect(valueOf('e^x', 0.5)).toBe(1.6487212707001282);
    expect(valueOf('e', 0)).toBe(Math.E);
  });
});

describe('the graph of a formula', () => {
  const partsOf = (text: string): string[] =>
    [...nodesOf(parseFormula(text))].map(([{ f }]) => f.definition.name);

  test.each([
    ['x^2 + x^2', ['pow(2)', 'add']],
    ['pow(x, 3) + x^3', ['pow(3)', 'add']],
    ['a*b + a*b', ['mul', 'add']],
    ['x^0.5*sqrt(x)', ['pow(0.5)', 'sqrt', 'mul']],
    // Two numbers, of which the double is the same.
    ['x^0.1 + x^0.10000000000000000001', ['pow(0.1)', 'pow(0.1)', 'add']],
    ['x^0.1 + x^0.1', ['pow(0.1)', 'add']],
  ])('of %s has equal parts once: %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test.each([
    ['x^3', 'pow(3)'],
    ['pow(x, 3)', 'pow(3)'],
    ['x^pi', 'pow(3.141592653589793)'],
    ['x^y', 'pow'],
    ['pow(x, y)', 'pow'],
    ['2^x', 'pow'],
    ['pi^x', 'pow'],
    ['e^x', 'exp'],
    ['elu(x, 1/4)', 'elu(0.25)'],
  ])('of %s is the function %s', (text, part) => {
    expect(partsOf(text)).toEqual([part]);
  });

  test('of numbers alone has no functions', () => {
    expect([partsOf('2^3'), partsOf('e^2'), partsOf('1')]).toEqual([[], [], []]);
  });

  test.each(['elu(x, 1/0)', 'leakyRelu(x, log(-1))'])(
    'has no parameter that is no number: %s',
    (text) => {
      const name = text.slice(0, text.indexOf('('));
      expect(refusal(() => parseFormula(text))).toEqual({
        message: `the parameters of ${name} must be numbers that are finite`,
        marked: text,
      });
    },
  );
});

describe('whole numbers', () => {
  type Tree = { text: string; level: number; value: (x: bigint) => bigint };
  const [SUM, PRODUCT, POWER, ATOM] = [1, 2, 4, 5];
  const wrap = ({ text, level }: Tree, least: number): string =>
    level < least ? `(${text})` : text;

  /** Whole numbers that doubles hold; other examples are skipped. */
  const exact = (n: bigint): bigint => {
    fc.pre(n > -(2n ** 53n) && n < 2n ** 53n);
    return n;
  };

  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Tree>({ text: 'x', level: ATOM, value: (x) => x }),
      fc
        .integer({ min: 0, max: 9 })
        .map<Tree>((n) => ({ text: String(n), level: ATOM, value: () => BigInt(n) })),
      fc
        .tuple(fc.constantFrom('+', '-', '*'), tie('tree'), tie('tree'), fc.constantFrom('', ' '))
        .map<Tree>(([operator, a, b, space]) => {
          const level = operator === '*' ? PRODUCT : SUM;
          const text = [wrap(a, level), operator, wrap(b, level + 1)].join(space);
          const value = (x: bigint): bigint => {
            const [left, right] = [a.value(x), b.value(x)];
            if (operator === '*') return exact(left * right);
            return exact(operator === '+' ? left + right : left - right);
          };
          return { text, level, value };
        }),
      tie('tree').map<Tree>((a) => {
        // a minus is read where a factor is: -a*b is (-a)*b, with the same value
        return { text: `-${wrap(a, POWER)}`, level: PRODUCT, value: (x) => -a.value(x) };
      }),
      fc.tuple(tie('tree'), fc.integer({ min: 0, max: 3 })).map<Tree>(([a, n]) => ({
        text: `${wrap(a, ATOM)}^${String(n)}`,
        level: POWER,
        value: (x) => exact(a.value(x) ** BigInt(n)),
      })),
    ),
  }));

  test('give what integer arithmetic gives, with as few parentheses as can be', () => {
    holdsForAll(
      fc.property(tree, fc.integer({ min: -5, max: 5 }), ({ text, value }, x) => {
        expect(valueOf(text, x) + 0).toBe(Number(value(BigInt(x))));
      }),
      1000,
    );
  });
});
