import { type Column, COLUMNS } from '../../../src/core/differentiate/columns';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { parseChain } from '../../../src/functions/parse';

const lesson = parseChain('square,exp,square');

describe('a differentiation', () => {
  test.each([
    [0.5, 1.648721270700128, 3.297442541400256, 3.2974426293330694],
    [0.7, 2.664456241929417, 7.4604774774023666, 7.460477724092751],
    [1, 7.3890560989306495, 29.556224395722598, 29.55622577500261],
    [-1.5, 90.01713130052183, -540.1027878031309, -540.102831011211],
    [2, 2980.957987041728, 23847.663896333823, 23847.666917060906],
  ])('at %d has the right figures to the last digit', (x, y, backprop, numerical) => {
    const result = differentiate(lesson, Float64Array.of(x));
    expect(result).toMatchObject({
      y: Float64Array.of(y),
      backprop: Float64Array.of(backprop),
      numerical: Float64Array.of(numerical),
      absoluteError: Float64Array.of(Math.abs(numerical - backprop)),
      problems: [],
      notices: [],
    });
    const larger = Math.max(Math.abs(numerical), Math.abs(backprop));
    expect(result.relativeError[0]).toBe(Math.abs(numerical - backprop) / larger);
  });

  test('of a block is the same as one point at a time', () => {
    const x = Float64Array.of(0.5, 0.7, 1, -1.5, 2);
    const block = differentiate(lesson, x);
    x.forEach((value, i) => {
      const alone = differentiate(lesson, Float64Array.of(value));
      for (const column of COLUMNS) expect(block[column][i]).toBe(alone[column][0]);
    });
  });

  test('with trace returns every variable with its creator, data and gradient', () => {
    const { trace } = differentiate(lesson, Float64Array.of(0.5), { trace: true });
    expect(trace).toEqual(
      [
        ['x', null, 0.5, 3.297442541400256],
        ['a', 'square', 0.25, 3.297442541400256],
        ['b', 'exp', 1.2840254166877414, 2.568050833375483],
        ['y', 'square', 1.648721270700128, 1],
      ].map(([variable, creator, data, grad]) => ({
        variable,
        creator,
        data: Float64Array.of(data as number),
        grad: Float64Array.of(grad as number),
      })),
    );
  });

  test('of two equal derivatives has the errors 0, also where both are 0', () => {
    const { absoluteError, relativeError } = differentiate(
      parseChain('square'),
      Float64Array.of(0),
    );
    expect([absoluteError[0], relativeError[0]]).toEqual([0, 0]);
  });

  test('that overflows has infinite values and no problems', () => {
    const result = differentiate(parseChain('exp,exp'), Float64Array.of(100));
    expect(result).toMatchObject({
      y: Float64Array.of(Infinity),
      backprop: Float64Array.of(Infinity),
      problems: [],
    });
  });
});

describe('a column that is not asked for', () => {
  test.each<[Column[], Column[]]>([
    [['x'], ['x']],
    [['y'], ['x', 'y']],
    [['numerical'], ['x', 'numerical']],
    [['backprop'], ['x', 'y', 'backprop']],
  ])('of %j is not computed', (columns, computed) => {
    const result = differentiate(lesson, Float64Array.of(0.5), { columns });
    expect(COLUMNS.filter((name) => name in result)).toEqual(computed);
  });

  test('cannot fail', () => {
    const tooLarge = Float64Array.of(1e16);
    expect(differentiate(lesson, tooLarge, { columns: ['backprop'] }).problems).toEqual([]);
    expect(differentiate(lesson, tooLarge, { columns: ['y'], eps: 0 }).problems).toEqual([]);
    expect(differentiate(lesson, tooLarge, { columns: ['numerical'] }).problems).toHaveLength(1);
    const outside = Float64Array.of(-1);
    expect(differentiate(parseChain('sqrt'), outside, { columns: ['x'] }).problems).toEqual([]);
  });
});

describe('a point with a problem', () => {
  const messagesOf = (chain: string, x: number[], options = {}): string[] =>
    differentiate(parseChain(chain), Float64Array.from(x), options).problems.map(
      ({ index, code, message }) => `${String(index)} ${code}: ${message}`,
    );

  test('outside a domain names the function, its place in the chain, the input and the domain', () => {
    expect(messagesOf('add(-2),sqrt', [3, 1, 5, -7])).toEqual([
      '1 outside-domain: sqrt, function 2 of the chain, gets -1, outside its domain x >= 0',
      '3 outside-domain: sqrt, function 2 of the chain, gets -9, outside its domain x >= 0',
    ]);
  });

  test('has NaN in each figure, whatever the functions after it do', () => {
    for (const chain of ['sqrt', 'sqrt,relu', 'sqrt,scale(0)', 'sqrt,square', 'sqrt,neg,abs']) {
      const result = differentiate(parseChain(chain), Float64Array.of(-1));
      expect([result.y[0], result.numerical[0], result.backprop[0]]).toEqual([NaN, NaN, NaN]);
    }
  });

  test('is reported by the numerical column alone, too', () => {
    expect(messagesOf('sqrt', [-1], { columns: ['numerical'] })).toEqual([
      '0 outside-domain: sqrt gets -1, outside its domain x >= 0',
    ]);
  });

  test('at a pole is outside, though the value of the library is infinite there', () => {
    expect(messagesOf('reciprocal', [0, 1])).toEqual([
      '0 outside-domain: reciprocal gets 0, its pole, outside its domain x != 0',
    ]);
    for (const chain of ['reciprocal', 'reciprocal,reciprocal', 'reciprocal,exp']) {
      const result = differentiate(parseChain(chain), Float64Array.of(0));
      expect([result.y[0], result.numerical[0], result.backprop[0]]).toEqual([NaN, NaN, NaN]);
    }
    expect(messagesOf('reciprocal', [1e-4])[0]).toMatch(/^0 stencil-outside-domain: .*x - eps/);
  });

  test('whose stencil leaves the domain is told apart from one outside, with the way out', () => {
    expect(messagesOf('sqrt', [5e-5])).toEqual([
      '0 stencil-outside-domain: x is inside the domain, but the numerical derivative also needs ' +
        'x - eps, where sqrt gets -0.00005, outside its domain x >= 0; ' +
        'choose a smaller --eps or --method forward',
    ]);
    expect(messagesOf('neg,sqrt', [-5e-5])[0]).toMatch(/x \+ eps.*or --method backward$/);
    expect(messagesOf('square,neg,add(1e-9),sqrt', [0])[0]).toMatch(/choose a smaller --eps$/);
    expect(messagesOf('sqrt', [5e-5], { method: 'forward' })).toEqual([]);
    expect(messagesOf('sqrt', [5e-5], { eps: 1e-5 })).toEqual([]);
  });

  test('whose step is lost has no numerical derivative, rather than 0', () => {
    const result = differentiate(parseChain('square'), Float64Array.of(1e16));
    expect(result.problems[0]?.code).toBe('step-lost');
    expect(result.numerical).toEqual(Float64Array.of(NaN));
    expect(result.backprop).toEqual(Float64Array.of(2e16));
  });
});

test('problems come in the order of the points, whatever figure they concern', () => {
  const { problems } = differentiate(parseChain('sqrt'), Float64Array.of(1e16, -1, 4e16, -2));
  expect(problems.map(({ index, code }) => [index, code])).toEqual([
    [0, 'step-lost'],
    [1, 'outside-domain'],
    [2, 'step-lost'],
    [3, 'outside-domain'],
  ]);
});

describe('a point worth a notice', () => {
  const noticesOf = (chain: string, ...x: number[]): string[] =>
    differentiate(parseChain(chain), Float64Array.from(x)).notices.map(
      ({ index, text }) => `${String(index)} ${text}`,
    );

  test('at a kink names both slopes and the convention', () => {
    expect(noticesOf('relu', -1, 0, 1, -0)).toEqual([
      '1 relu has a kink at 0: slope 0 on the left, 1 on the right; backprop uses 0',
      '3 relu has a kink at 0: slope 0 on the left, 1 on the right; backprop uses 0',
    ]);
    expect(noticesOf('add(-1),abs', 1)).toEqual([
      '0 abs, function 2 of the chain, has a kink at 0: slope -1 on the left, 1 on the right; ' +
        'backprop uses 0',
    ]);
  });

  test('is told for very many points, on a chain of many kinks', () => {
    const x = new Float64Array(100_000);
    expect(differentiate(parseChain('relu,relu,relu'), x).notices).toHaveLength(300_000);
  });

  test('is not mentioned where the derivative is not asked for', () => {
    const result = differentiate(parseChain('relu'), Float64Array.of(0), { columns: ['y'] });
    expect(result.notices).toEqual([]);
  });
});
