import fc from 'fast-check';
import { defineFunction } from '../../../src/core/define-function';
import { DezeroError } from '../../../src/core/errors';
import { catalogue } from '../../../src/functions/catalogue';
import { defineFormula } from '../../../src/functions/formula/define';
import { check } from '../../properties/arbitraries';

/** The value of a formula at x. */
function valueOf(formula: string, x = 2): number {
  return defineFormula(`f(x) = ${formula}; 1`, catalogue).definition.value(x);
}

/** What a refused formula is told, and what stands above the carets. */
function refusal(formula: string): { message: string; marked: string } {
  try {
    valueOf(formula);
  } catch (error) {
    expect(error).toBeInstanceOf(DezeroError);
    const { code, message, details } = error as DezeroError;
    expect(code).toBe('bad-formula');
    const [line = '', carets = ''] = details;
    expect(carets).toMatch(/^ *\^+$/);
    return { message, marked: line.slice(carets.indexOf('^'), carets.length) };
  }
  throw new Error(`${formula} is accepted`);
}

describe('numbers and operators', () => {
  test.each([
    ['1e-3+.5+5.', 5.501],
    ['6/2*3', 9],
    ['1-2-3', -4],
    ['2*x^2*3', 24],
    ['+x', 2],
    ['--x', 2],
    ['- x', -2],
    ['((((x))))', 2],
    ['\t2 *\n x', 4],
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
    check(
      fc.property(tree, fc.integer({ min: -5, max: 5 }), ({ text, value }, x) => {
        expect(valueOf(text, x) + 0).toBe(Number(value(BigInt(x))));
      }),
      1000,
    );
  });
});

describe('what is refused is shown', () => {
  test.each([
    ['2x', 'x', 'write the multiplication: 2*x'],
    ['x(2)', 'x', "unknown function 'x': write the multiplication, x*(...)"],
    ['x y', 'x y', 'an operator is missing between two expressions'],
    ['x,x', 'x,x', 'an operator is missing between two expressions'],
    ['sqaure(x)', 'sqaure', "unknown function 'sqaure'. Did you mean 'square'?"],
    ['sin', 'sin', 'sin is a function: write sin(x)'],
    ['z', 'z', "unknown name 'z'."],
    ['x + f(x)', 'f', "unknown function 'f'."],
    ['x + y', 'y', 'y is the value of the function; only its derivative may use it'],
    ['x**2', '**', 'a power is written ^'],
    ['x > 1 ? x = 2 : 1', '=', 'write == to compare'],
    ['|x|', '|', 'an absolute value is written abs(...)'],
    ['x > 1 & x < 2 ? 1 : 2', '&', 'write && for "and"'],
    ['x%2', '%', "'%' has no meaning in a formula"],
    ['π', 'π', "'π' has no meaning in a formula"],
    ['x + 1e999', '1e999', "'1e999' is outside the range of a double, 1.8e308 to either side"],
    ['sin()', 'sin', 'sin needs an argument: sin(x)'],
    ['sin(x, 2)', 'sin', 'sin takes one argument: sin(x)'],
    ['pow(x)', 'pow', 'pow needs its parameters after x, as numbers: pow(x, p)'],
    ['pow(x, x)', 'pow', 'the parameters of pow must be numbers'],
    ['x ? 1 : 2', 'x ? 1 : 2', 'a comparison is needed before ?, such as x > 0'],
    ['x > 1', 'x > 1', 'a number is needed here'],
    ['constructor(x)', 'constructor', "unknown function 'constructor'."],
    ['__proto__', '__proto__', "unknown name '__proto__'."],
    ['x.constructor', 'x.constructor', 'a number is needed here'],
    ['a[1]', '[', "'[' has no meaning in a formula"],
    ['"a"', '"', "'\"' has no meaning in a formula"],
  ])('%p at %p: %s', (formula, marked, message) => {
    // definitions hold spaces around a formula
    const found = refusal(formula);
    expect({ ...found, marked: found.marked.trim() }).toEqual({ message, marked });
  });

  test.each(['f(', '(x', 'x)', 'x+', '*x', 'x^', '^x', '1.2.3', '1e', ''])(
    '%p, a fragment',
    (formula) => {
      expect(refusal(formula).message).not.toBe('');
    },
  );

  test('a number or a sum that is too long, or too deep, is refused and takes no stack', () => {
    expect(refusal('1'.repeat(5000)).message).toBe(
      'the formula has 5000 characters, more than 4000',
    );
    for (const formula of [
      `${'-'.repeat(3000)}x`,
      `${'x^'.repeat(1900)}x`,
      `${'x+'.repeat(1900)}x`,
      `${'x>1?1:'.repeat(600)}x`,
    ]) {
      expect(refusal(formula).message).toBe('the formula is nested too deeply');
    }
    expect(valueOf(`${'x+'.repeat(480)}x`)).toBe(2 * 481);
  });

  test('any text is either a formula or refused with its place', () => {
    const pieces = ['x', 'y', '1', '.5', 'e', 'pi', '+', '-', '*', '/', '^', '(', ')', ',', ' '];
    const more = ['<', '>=', '==', '!', '&&', '||', '?', ':', 'sin(', 'pow(', '2e', '\u0007', '😀'];
    const text = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 12 });
    check(
      fc.property(text, fc.double(), (parts, x) => {
        const formula = parts.join('');
        try {
          expect(typeof valueOf(formula, x)).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(DezeroError);
          const { details } = error as DezeroError;
          expect(details).toHaveLength(2);
          expect(details.join('')).not.toMatch(/\p{Cc}/u);
        }
      }),
      2000,
    );
  });
});
