import { DezeroError } from '../../../src/core/text/errors';
import { backprop } from '../../../src/core/engine/backprop';
import { Variable } from '../../../src/core/engine/variable';
import { exp } from '../../../src/functions/exponential';
import { Square, square } from '../../../src/functions/algebraic';

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DezeroError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('a Variable', () => {
  test('is a box with data, of one number or of many', () => {
    expect(Variable.of(0.5).data).toEqual(Float64Array.of(0.5));
    expect(Variable.of(1, 2, 3).data).toEqual(Float64Array.of(1, 2, 3));
    expect(Variable.of(0.5).item()).toBe(0.5);
  });

  test('starts without gradient and without creator', () => {
    expect(Variable.of(1).grad).toBeNull();
    expect(Variable.of(1).creator).toBeNull();
  });

  test.each([
    ['a number', 0.5, /Float64Array, not a number: use Variable.of\(0.5\)/],
    ['an array', [0.5], /not an array/],
    ['null', null, /not null/],
    ['undefined', undefined, /not undefined/],
    ['text', '0.5', /not a string/],
    ['another typed array', new Float32Array(1), /not a Float32Array/],
    ['an object', {}, /not an object/],
  ])('refuses %s', (_, data, message) => {
    expect(() => new Variable(data as never)).toThrow(message);
    expect(codeOf(() => new Variable(data as never))).toBe('wrong-type');
  });

  test.each([[[1, 2]], ['0.5'], [null]])('of(%j) is refused', (value) => {
    expect(codeOf(() => Variable.of(value as never))).toBe('wrong-type');
    expect(() => Variable.of(value as never)).toThrow(
      /^Variable.of takes numbers, not .*: use 0.5$/,
    );
  });

  test.each([[[]], [[1, 2]]])('item() refuses a batch of %j', (values) => {
    expect(() => Variable.of(...values).item()).toThrow(
      /item\(\) needs a Variable with one number/,
    );
    expect(codeOf(() => Variable.of(...values).item())).toBe('wrong-type');
  });
});

describe('backward()', () => {
  test('follows the creators back to the input, in the figures of the book', () => {
    const x = Variable.of(0.5);
    const a = square(x);
    const b = exp(a);
    const y = square(b);
    y.backward();
    expect([y, b, a, x].map((variable) => variable.grad?.[0])).toEqual([
      1, 2.568050833375483, 3.297442541400256, 3.297442541400256,
    ]);
  });

  test('starts from the gradient that the output already has', () => {
    const x = Variable.of(3);
    const y = square(x);
    y.grad = Float64Array.of(10);
    y.backward();
    expect(x.grad).toEqual(Float64Array.of(60));
  });

  test('sets gradients and does not sum them up', () => {
    const x = Variable.of(3);
    square(x).backward();
    square(x).backward();
    expect(x.grad).toEqual(Float64Array.of(6));
  });

  test('differentiates each element of a batch on its own', () => {
    const x = Variable.of(-1.5, 0.5, 2);
    square(exp(square(x))).backward();
    expect([...(x.grad ?? [])]).toEqual([
      -540.1027878031309, 3.297442541400256, 23847.663896333823,
    ]);
  });

  test('refuses a gradient of another length', () => {
    const y = square(Variable.of(1, 2));
    y.grad = Float64Array.of(1);
    const goBack = (): void => {
      y.backward();
    };
    expect(codeOf(goBack)).toBe('wrong-type');
    expect(goBack).toThrow('the gradient of a Variable has the length of its data');
  });

  test('on an input says that no function made it', () => {
    expect(() => {
      Variable.of(1).backward();
    }).toThrow(/no function made this Variable: it is an input/);
    expect(
      codeOf(() => {
        Variable.of(1).backward();
      }),
    ).toBe('no-creator');
  });
});

describe('a Function', () => {
  test('records input, output and creator', () => {
    const f = new Square();
    const x = Variable.of(10);
    const y = f.call(x);
    expect(y.item()).toBe(100);
    expect(y.creator).toBe(f);
    expect(f.input).toBe(x);
    expect(f.output).toBe(y);
  });

  test('applied a second time is refused, so that the graph cannot run in a circle', () => {
    const f = new Square();
    const y = f.call(Variable.of(2));
    expect(() => f.call(y)).toThrow(/this Square has been called already.* so make a new Square/);
    expect(codeOf(() => f.call(y))).toBe('already-called');
    y.backward();
    expect(f.input.grad).toEqual(Float64Array.of(4));
  });

  test.each([[0.5], ['x'], [null], [Float64Array.of(1)]])('refuses %p for a Variable', (input) => {
    expect(codeOf(() => square(input as never))).toBe('wrong-type');
    expect(() => square(input as never)).toThrow(
      /Square needs a Variable, .* use Variable.of\(0.5\)/,
    );
  });

  test('that has not been called has no input, no output and no way back', () => {
    const f = new Square();
    expect(codeOf(() => f.input)).toBe('not-called');
    expect(() => f.input).toThrow('this Square has not been called yet');
    expect(codeOf(() => f.output)).toBe('not-called');
    expect(codeOf(() => f.backward(Float64Array.of(1)))).toBe('not-called');
  });
});

test('manual backprop refuses all but a Variable and a list of functions', () => {
  const isList = /^backprop takes an array of the functions, not .*: use backprop\(x, \[f\]\)$/;
  for (const applied of [square, [1], [null], [new Square(), 1]]) {
    expect(() => backprop(Variable.of(1), applied as never)).toThrow(isList);
  }
  const isVariable = /^backprop takes a Variable, not .*: use Variable.of\(0.5\)$/;
  for (const x of [1, null, undefined]) expect(() => backprop(x as never, [])).toThrow(isVariable);
  expect(backprop(Variable.of(1, 2), [])).toEqual(Float64Array.of(1, 1));
});
