import { defineFamily, everywhere, type Kink } from '../../src/core/engine/define-function';
import { Function } from '../../src/core/engine/function';
import { Variable } from '../../src/core/engine/variable';
import * as library from '../../src';
import { catalogue } from '../../src/functions/catalogue';

const functions = catalogue.classes;

/** Where results overflow, underflow, or pass through numbers that do. */
const EXTREMES = [
  5e-324,
  1e-310,
  2.3e-308,
  1e-160,
  1e-17,
  36.7,
  710,
  746,
  1401,
  1e8,
  1e16,
  2 ** 59,
  2 ** 512,
];
const extremes = [...EXTREMES, 1e300, 1.7976931348623157e308].flatMap((x) => [x, -x]);

/**
 * The derivative by differences of fourth order, good to about 1e-10 of the size of f: another way
 * than the central difference that the product uses.
 */
function slope(f: (x: number) => number, x: number): number {
  const h = 2 ** -10 * Math.max(Math.abs(x), 0.25);
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/** Whether the derivative agrees with that of the differences, to nine digits of the larger figure. */
function passesGradientCheck(
  value: (x: number) => number,
  derivative: (x: number) => number,
  x: number,
): boolean {
  const size = Math.max(Math.abs(value(x)), Math.abs(slope(value, x)), 1e-3);
  return Math.abs(derivative(x) - slope(value, x)) <= 1e-9 * size;
}

/** The slope just beside a point, from inside the side asked for; NaN outside the domain. */
function oneSidedSlope(f: (x: number) => number, at: number, side: -1 | 1): number {
  const near = at + side * 1e-12;
  const far = at + side * 2e-12;
  return (f(far) - f(near)) / (far - near);
}

function expectSlope(found: number, expected: number): void {
  if (Math.abs(expected) === Infinity) {
    expect(found * Math.sign(expected)).toBeGreaterThan(1e4);
  } else if (Number.isNaN(expected)) {
    expect(found).toBeNaN();
  } else {
    expect(found).toBeCloseTo(expected, 4);
  }
}

describe.each(functions.map((f) => [f.definition.name, f] as const))(
  '%s',
  (name, FunctionClass_) => {
    const { definition } = FunctionClass_;
    const { value, derivative, domain, samples } = definition;
    const kinks: readonly Kink[] = definition.kinks ?? [];
    const derivativeAt = (x: number): number => derivative(x, value(x));

    test('is described', () => {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*(\([^()]+\))?$/);
      for (const text of [definition.formula, definition.derivativeFormula, definition.summary]) {
        expect(text).toMatch(/\S/);
        expect(text).toBe(text.trim());
      }
      expect(samples.length).toBeGreaterThanOrEqual(4);
    });

    test('is a class of Functions with a name', () => {
      const f = new FunctionClass_();
      expect(f).toBeInstanceOf(Function);
      expect(f).toBeInstanceOf(FunctionClass_);
      expect(f.constructor.name.toLowerCase()).toBe(name.toLowerCase());
    });

    test('forward: applies the value to every element', () => {
      const y = new FunctionClass_().call(Variable.of(...samples));
      expect([...y.data]).toEqual(samples.map(value));
      expect([...y.data].some(Number.isNaN)).toBe(false);
    });

    test('backward: multiplies the derivative with the gradient that comes back', () => {
      const f = new FunctionClass_();
      f.call(Variable.of(...samples));
      const gy = samples.map((_, i) => i - 1.5);
      const gx = [...f.backward(Float64Array.from(gy))];
      expect(gx).toEqual(samples.map((x, i) => derivativeAt(x) * (gy[i] ?? NaN)));
    });

    test.each(samples)('gradient check at %d', (x) => {
      expect(passesGradientCheck(value, derivativeAt, x)).toBe(true);
    });

    test('samples lie inside the domain, away from kinks', () => {
      for (const x of samples) {
        expect(domain.contains(x)).toBe(true);
        for (const { at } of kinks) expect(Math.abs(x - at)).toBeGreaterThanOrEqual(0.1);
      }
    });

    test('NaN stays NaN in value and derivative, so that no later function hides it', () => {
      expect(value(NaN)).toBeNaN();
      expect(derivative(NaN, NaN)).toBeNaN();
      expect(domain.contains(NaN)).toBe(false);
    });

    test('value and derivative are defined exactly inside the domain', () => {
      const edges = [0, 1, -1, 5e-324, -5e-324, 1e-300, 0.5, -0.5, 20, -20, 800, -800];
      for (const x of [...edges, ...extremes]) {
        const isInside = domain.contains(x);
        // At a pole, which is outside, the value is infinite.
        const isDefined = isInside ? !Number.isNaN(value(x)) : Number.isFinite(value(x));
        expect([x, isDefined]).toEqual([x, isInside]);
        expect([x, Number.isNaN(derivativeAt(x))]).toEqual([x, !isInside]);
      }
    });

    test('the slopes beside each kink are the ones the entry names', () => {
      for (const { at, left, right } of kinks) {
        expectSlope(oneSidedSlope(value, at, -1), left);
        expectSlope(oneSidedSlope(value, at, 1), right);
      }
    });
  },
);

test.each([1.001, 1 + 1e-6, 0, -1, NaN])('a derivative times %d fails the check', (factor) => {
  const { value, derivative } = catalogue.resolve('exp').definition;
  const wrong = (x: number): number => factor * derivative(x, value(x));
  expect(passesGradientCheck(value, wrong, 0.5)).toBe(false);
});

describe('the catalogue', () => {
  test('has every function of the second release, and the names that users know', () => {
    const names =
      'identity square cube pow sqrt cbrt rsqrt reciprocal neg abs add scale exp exp2 expm1 log ' +
      'log2 log10 log1p sin cos tan asin acos atan sinc sinh cosh tanh asinh acosh atanh sigmoid ' +
      'logsigmoid softplus relu leakyRelu elu selu gelu silu mish softsign hardtanh erf erfc gaussian';
    const found = catalogue.entries.map(({ definition }) => definition.name);
    expect(found).toEqual(expect.arrayContaining(names.split(' ')));
    for (const [alias, name] of [
      ['swish', 'silu'],
      ['ln', 'log'],
      ['inv', 'reciprocal'],
      ['arctan', 'atan'],
      ['logistic', 'sigmoid'],
    ] as const) {
      expect(catalogue.entry(alias)).toBe(catalogue.entry(name));
    }
  });

  test('takes the usual parameter where none is given', () => {
    expect(catalogue.resolve('leakyRelu').definition.name).toBe('leakyRelu(0.01)');
    expect(catalogue.resolve('elu', []).definition.name).toBe('elu(1)');
    expect(library.elu(Variable.of(-1)).item()).toBe(-0.6321205588285577);
    expect(() => catalogue.resolve('pow')).toThrow(
      'pow needs a number in parentheses, pow(p): for example pow(3)',
    );
  });

  test('is exported as classes, Square, and as plain functions, square(x)', () => {
    const exported = library as unknown as Readonly<Record<string, unknown>>;
    for (const entry of catalogue.entries) {
      const { name } = entry.definition;
      expect(exported[name.charAt(0).toUpperCase() + name.slice(1)]).toBe(entry);
      expect(typeof exported[name]).toBe('function');
    }
  });

  test('plain functions compute what the classes do, families with their parameters', () => {
    expect(library.cube(Variable.of(3)).item()).toBe(27);
    expect(library.add(Variable.of(3), -1).item()).toBe(2);
    expect(library.scale(Variable.of(3), 0.5).item()).toBe(1.5);
  });
});

describe('the values at edges', () => {
  test.each([
    ['reciprocal', 0, Infinity],
    ['reciprocal', -0, -Infinity],
    ['sqrt', -0, -0],
    ['abs', -0, 0],
    ['relu', -0, 0],
    ['relu', -Infinity, 0],
    ['relu', Infinity, Infinity],
    ['exp', -800, 0],
    ['exp', 800, Infinity],
    ['square', 1e200, Infinity],
    ['cube', -1e200, -Infinity],
    ['cube', 1e-110, 0],
    ['log', 0, -Infinity],
    ['log', -0, -Infinity],
    ['log1p', -1, -Infinity],
    ['rsqrt', 0, Infinity],
    ['rsqrt', -0, Infinity],
    ['atanh', 1, Infinity],
    ['atanh', -1, -Infinity],
    ['asin', 1, 1.5707963267948966],
    ['acos', -1, 3.141592653589793],
    ['acos', 1, 0],
    ['acosh', 1, 0],
    ['sinc', 0, 1],
    ['sin', -0, -0],
    ['tanh', -0, -0],
    ['silu', -0, -0],
    ['log', 1, 0],
    ['tanh', -Infinity, -1],
    ['atan', Infinity, 1.5707963267948966],
    ['sigmoid', -Infinity, 0],
    ['erfc', -Infinity, 2],
    ['gelu', Infinity, Infinity],
    ['softplus', Infinity, Infinity],
    ['sin', Infinity, NaN],
    ['hardtanh', -Infinity, -1],
  ])('%s(%d) is %d', (name, x, expected) => {
    expect(catalogue.resolve(name).definition.value(x)).toBe(expected);
  });

  test.each([
    ['relu', 0, 0],
    ['abs', 0, 0],
    ['abs', -0, 0],
    ['abs', -5e-324, -1],
    ['sqrt', 0, Infinity],
    ['reciprocal', 0, NaN],
    ['reciprocal', 1e155, -1e-310],
    ['exp', 800, Infinity],
    ['log', 0, Infinity],
    ['log', -0, Infinity],
    ['cbrt', 0, Infinity],
    ['rsqrt', 0, -Infinity],
    ['asin', -1, Infinity],
    ['acos', 1, -Infinity],
    ['acosh', 1, Infinity],
    ['atanh', 1, Infinity],
    ['hardtanh', 1, 0],
    ['hardtanh', -1, 0],
    ['selu', 0, 1.7580993408473768],
    ['cos', 0, 0],
    ['sinc', 0, 0],
    ['tanh', 20, 1.6993417021166355e-17],
    ['sigmoid', 40, 4.248354255291589e-18],
    ['atan', Infinity, 0],
    ['softplus', -Infinity, 0],
    ['gelu', Infinity, 1],
  ])("%s'(%d) is %d", (name, x, expected) => {
    const { value, derivative } = catalogue.resolve(name).definition;
    expect(derivative(x, value(x))).toBe(expected);
  });
});

describe('powers', () => {
  const at = (p: number, x: number): [value: number, derivative: number] => {
    const { value, derivative } = library.Pow.of(p).definition;
    return [value(x), derivative(x, value(x))];
  };

  test.each([
    [0, 0, [1, 0]],
    [1, 0, [0, 1]],
    [2, -3, [9, -6]],
    [3, -0, [-0, 0]],
    [3, -2, [-8, 12]],
    [4, -2, [16, -32]],
    [1e16, -1, [1, -1e16]],
    [0.5, 0, [0, Infinity]],
    [0.5, -0, [0, Infinity]],
    [1.5, 0, [0, 0]],
    [1.5, -1, [NaN, NaN]],
    [-0.5, 0, [Infinity, -Infinity]],
    [-1, 0, [Infinity, NaN]],
    [-1, -0, [-Infinity, NaN]],
    [-2, -0, [Infinity, NaN]],
    [-1, -2, [-0.5, -0.25]],
    [-1, Infinity, [0, -0]],
    [3, -Infinity, [-Infinity, Infinity]],
    [0.5, 4, [2, 0.25]],
    [2.5, 4, [32, 20]],
  ])('x^%d at %d', (p, x, expected) => {
    expect(at(p, x)).toEqual(expected);
  });

  test('are defined below zero for whole p, at zero for p >= 0 and fractional p', () => {
    const texts = [3, -2, 0.5, -0.5].map((p) => library.Pow.of(p).definition.domain.text);
    expect(texts).toEqual(['all x', 'x != 0', 'x >= 0', 'x >= 0']);
  });
});

describe('a new entry', () => {
  test('with parameters shows them in its name and its formulas', () => {
    const Line = defineFamily({
      name: 'line',
      parameters: ['a', 'b'],
      formula: 'a x + b',
      derivativeFormula: 'a',
      summary: 'a line',
      domain: everywhere,
      examples: [[2, -1]],
      define: ({ nearest: a }, { nearest: b }) => ({
        value: (x) => a * x + b,
        derivative: () => a,
        samples: [0, 1, 2, 3],
      }),
    });
    expect(Line.of(2, -1).definition).toMatchObject({
      name: 'line(2,-1)',
      formula: '2 x + (-1)',
      derivativeFormula: '2',
    });
    expect(() => Line.of(2)).toThrow(
      'line needs 2 numbers in parentheses, line(a,b): for example line(2,-1)',
    );
    expect(Line.of(2, -1).definition.family).toEqual({ name: 'line', parameters: [2, -1] });
    expect(() => Line.of(2, NaN)).toThrow(/line needs 2 numbers/);
  });

  test('with parameters may have a domain that depends on them', () => {
    const fromZero = { text: 'x >= 0', contains: (x: number) => x >= 0 };
    const Root = defineFamily({
      name: 'root',
      parameters: ['p'],
      formula: 'x^(1/p)',
      derivativeFormula: 'x^(1/p - 1)/p',
      summary: 'a root',
      domain: everywhere,
      examples: [[2]],
      define: (p) => ({
        ...(p.nearest === 2 && { domain: fromZero }),
        value: Math.sqrt,
        derivative: (_, y) => 0.5 / y,
        samples: [1, 2, 3, 4],
      }),
    });
    expect([Root.of(2).definition.domain, Root.of(3).definition.domain]).toEqual([
      fromZero,
      everywhere,
    ]);
  });
});
