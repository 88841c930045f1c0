import {
  defineFamily,
  defineFunction,
  everywhere,
  type FunctionClass,
  isFamily,
  type Kink,
} from '../../src/core/define-function';
import { Function } from '../../src/core/function';
import { Variable } from '../../src/core/variable';
import * as library from '../../src';
import { catalogue } from '../../src/functions/catalogue';

/** Every function of the catalogue; of a family, one for each of its examples. */
const functions: readonly FunctionClass[] = catalogue.entries.flatMap((entry) =>
  isFamily(entry) ? entry.definition.examples.map((numbers) => entry.of(...numbers)) : [entry],
);

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
      const extremes = [1e154, -1e154, 1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE];
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

test.each([1.001, 1 + 1e-6, 0, -1, NaN])(
  'a derivative times %d fails the gradient check',
  (factor) => {
    const { value, derivative } = catalogue.resolve('exp').definition;
    const wrong = (x: number): number => factor * derivative(x, value(x));
    expect(passesGradientCheck(value, wrong, 0.5)).toBe(false);
  },
);

describe('the catalogue', () => {
  test('has the functions of the first release', () => {
    const names = catalogue.entries.map(({ definition }) => definition.name);
    const first = 'identity square cube exp neg reciprocal sqrt abs relu add scale'.split(' ');
    expect(names).toEqual(expect.arrayContaining(first));
    expect(new Set(names).size).toBe(names.length);
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
  ])("%s'(%d) is %d", (name, x, expected) => {
    const { value, derivative } = catalogue.resolve(name).definition;
    expect(derivative(x, value(x))).toBe(expected);
  });
});

describe('a new entry', () => {
  test('needs its definition and nothing else', () => {
    const Fourth = defineFunction({
      name: 'fourth',
      formula: 'x^4',
      derivativeFormula: '4x^3',
      summary: 'the fourth power of x',
      domain: everywhere,
      value: (x) => x * x * (x * x),
      derivative: (x) => 4 * x * x * x,
      samples: [-1, 0, 1, 2],
    });
    const x = Variable.of(2);
    new Fourth().call(x).backward();
    expect(x.grad).toEqual(Float64Array.of(32));
    expect(Fourth.name).toBe('Fourth');
  });

  test('with parameters shows them in its name and its formulas', () => {
    const Line = defineFamily({
      name: 'line',
      parameters: ['a', 'b'],
      formula: 'a x + b',
      derivativeFormula: 'a',
      summary: 'a line',
      domain: everywhere,
      examples: [[2, -1]],
      define: (a, b) => ({ value: (x) => a * x + b, derivative: () => a, samples: [0, 1, 2, 3] }),
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
        ...(p === 2 && { domain: fromZero }),
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

  test('with a name that is taken is refused', () => {
    const { Square } = library;
    const again = defineFunction({ ...Square.definition });
    expect(() => new library.Catalogue([Square, again])).toThrow(
      "two functions have the name 'square'",
    );
  });
});
