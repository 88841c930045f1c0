/**
 * What the exports of a module are read as, and what is said of those that are no functions. The exports are
 * objects here; that Node makes such objects of files is in `cli/modules.test.ts`.
 */

import { defineFunction, defineOperation, Log } from '../../../src';
import { refused, type Outcome, run } from '../../support/run-main';

type Exports = Readonly<Record<string, unknown>>;

const PAIR = { value: (x: number) => x * x, derivative: (x: number) => 2 * x };
const DEFINITION = {
  ...PAIR,
  name: 'other',
  aliases: ['ln'],
  summary: 'a square',
  formula: 'x^2',
  derivativeFormula: '2x',
  domain: { text: 'x > 1', contains: (x: number) => x > 1 },
  samples: [2, 3],
};

/** Nothing can be asked of it. */
const HOSTILE = new Proxy(
  {},
  {
    get() {
      throw new Error('1');
    },
    has() {
      throw new Error('2');
    },
    ownKeys() {
      throw new Error('3');
    },
    getPrototypeOf() {
      throw new Error('4');
    },
  },
);

/** What defineFunction makes, in another copy of the library. */
const classOf = (definition: unknown): object => Object.assign(() => undefined, { definition });

/** Runs a command line beside a module with these exports. */
const beside = (exports: Exports, line: string, stdin = ''): Promise<Outcome> =>
  run(`${line} --module ./m.mjs`, { modules: { './m.mjs': exports }, stdin });

/** The derivative of g at 3: that of g = x^2 is 6. */
const at3 = (exports: Exports): Promise<Outcome> =>
  beside(exports, 'diff -c g -x 3 --only backprop');

describe('the function g is found', () => {
  class Squared {
    value(x: number): number {
      return x * x;
    }

    derivative(x: number): number {
      return 2 * x;
    }
  }

  const root = {
    p: 2,
    value(x: number): number {
      return x ** this.p;
    },
    derivative: (x: number, y: number) => (2 * y) / x,
  };

  test.each<[string, Exports]>([
    ['by its name', { g: PAIR }],
    ['in the default export', { default: { g: PAIR } }],
    ['in both, where it is the same', { g: PAIR, default: { g: PAIR } }],
    ['by its name, and as the default export', { g: PAIR, default: PAIR }],
    ['in a CommonJS module', { default: { g: PAIR }, 'module.exports': { g: PAIR }, g: PAIR }],
    [
      'in a CommonJS module whose exports Node has guessed by name alone',
      { default: { g: PAIR }, g: undefined },
    ],
    [
      'in an ES module that a compiler has made CommonJS',
      { __esModule: true, default: { __esModule: true, default: { g: PAIR } } },
    ],
    ['as an object of a class', { g: new Squared() }],
    ['as an object that uses itself, and the value', { g: root }],
    ['as what defineFunction makes', { g: defineFunction(DEFINITION) }],
    [
      'as a class of another copy of the library',
      {
        g: classOf(DEFINITION),
      },
    ],
  ])('%s', async (_, exports) => {
    expect(await at3(exports)).toMatchObject({ status: 0, stdout: '6\n', stderr: '' });
  });

  test('as one of the catalogue under a new name', async () => {
    expect(await beside({ g: Log }, 'diff -c g -x 1 --only backprop')).toMatchObject({
      stdout: '1\n',
      stderr: '',
    });
  });
});

describe('what defineFunction makes keeps', () => {
  const functions = (definition: object): Promise<Outcome> =>
    beside(
      {
        g: classOf({ ...DEFINITION, ...definition }),
      },
      'functions g',
    );

  test('its words and its domain, and has the name of the export alone', async () => {
    const { status, stdout } = await functions({});
    expect(status).toBe(0);
    expect(stdout).toMatch(/^g: a square\n/);
    expect(stdout).toMatch(/domain │ x > 1\n/);
    expect(stdout).not.toMatch(/also called/);
    const exports = { g: defineFunction(DEFINITION) };
    expect(await beside(exports, 'diff -c g -x 0.5')).toMatchObject({
      status: 2,
      stderr: 'dezero-cli: x = 0.5: g gets 0.5, outside its domain x > 1\n',
    });
  });

  test('its kinks', async () => {
    const definition = {
      ...DEFINITION,
      domain: { text: 'all x', contains: () => true },
      value: Math.abs,
      derivative: Math.sign,
      kinks: [{ at: 0, left: -1, right: 1 }],
    };
    const exports = {
      g: classOf(definition),
    };
    expect((await beside(exports, 'diff -c g -x 0')).stderr).toBe(
      'dezero-cli: warning: x = 0: g has a kink at 0: slope -1 on the left, 1 on the right; backprop uses 0\n',
    );
  });

  test('a domain that fails as one in which the value tells', async () => {
    const domain = {
      text: 'x > 1',
      contains: () => {
        throw new Error('no');
      },
    };
    const exports = {
      g: classOf({ ...DEFINITION, domain }),
    };
    expect(await at3(exports)).toMatchObject({ status: 0, stdout: '6\n' });
  });

  test('no text that would take hold of a terminal', async () => {
    const { stdout } = await functions({ summary: 'a \u001b[31msquare' });
    expect(stdout).toMatch(/^g: a \\u\{1b\}\[31msquare\n/);
  });

  test.each([
    ['a function', () => 0, 'agree'],
    ['one that returns no number', () => '0', 'inconclusive'],
    [
      'one that fails',
      () => {
        throw new Error('no');
      },
      'inconclusive',
    ],
  ])('a bound on the round-off of its derivative: %s', async (_, derivativeRoundOff, verdict) => {
    const definition = { ...DEFINITION, derivativeRoundOff };
    const exports = {
      g: classOf(definition),
    };
    const { stdout } = await beside(
      exports,
      'check -c g -x 3 --columns verdict --no-header -f csv',
    );
    expect(stdout).toBe(`${verdict}\n`);
  });
});

/** A message of one line that starts with our name: no stack trace. */
const ONE_LINE = /^dezero-cli: [^\n]*\n$/;

describe('exports are refused', () => {
  const own = (definition: object): Exports => ({ g: classOf(definition) });
  const fails = (): never => {
    throw new Error('lazy');
  };
  const lazy = Object.defineProperty({}, 'value', { get: fails });

  test.each<[string, Exports, RegExp]>([
    ['none', {}, /exports nothing by name: export const bump = \{ value: \(x\) => /],
    ['one without a name', { default: PAIR }, /exports nothing by name/],
    ['a text as the default', { default: 'g' }, /exports nothing by name/],
    ['null as the default', { default: null }, /exports nothing by name/],
    ['a hostile default', { default: HOSTILE }, /'\.\/m\.mjs' threw '1' as it was read/],
    ['a hostile one', { g: HOSTILE }, /'\.\/m\.mjs': 'g' threw '1' as it was read/],
    ['one whose value fails', { g: lazy }, /'g' threw 'lazy' as it was read/],
    [
      'one without a derivative',
      { g: { value: (x: number) => x } },
      /'\.\/m\.mjs': 'g' needs value and derivative, both functions: export const g = /,
    ],
    ['a function', { g: (x: number) => x }, /'g' needs value and derivative/],
    ['a number', { g: PAIR, n: 5 }, /'n' needs value and derivative/],
    [
      'two of one name',
      { g: PAIR, default: { g: { ...PAIR } } },
      /'g' is exported twice, by itself and in the default export/,
    ],
    [
      'a domain that is a text',
      own({ ...PAIR, domain: 'all x' }),
      /its domain must be \{ text, contains \}/,
    ],
    ['a domain without a test', own({ ...PAIR, domain: { text: 'all x' } }), /its domain must be/],
    ['a summary that is no text', own({ ...PAIR, summary: 5 }), /'g': its summary must be a text/],
    [
      'a bound that is no function',
      own({ ...PAIR, derivativeRoundOff: 0 }),
      /'g': its derivativeRoundOff must be a function/,
    ],
    [
      'samples that are texts',
      own({ ...PAIR, samples: [1, '2'] }),
      /its samples must be an array of numbers/,
    ],
    [
      'samples that are none',
      own({ ...PAIR, samples: 1 }),
      /its samples must be an array of numbers/,
    ],
    [
      'a kink without slopes',
      own({ ...PAIR, kinks: [{ at: 0 }] }),
      /its kinks must be an array of \{ at, left, right \}/,
    ],
    ['kinks that are none', own({ ...PAIR, kinks: 0 }), /its kinks must be an array/],
    [
      'a definition that fails',
      { g: Object.defineProperty(() => undefined, 'definition', { get: fails }) },
      /'g' threw 'lazy' as it was read/,
    ],
  ])('%s', async (_, exports, message) => {
    const stderr = await refused(at3(exports));
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(ONE_LINE);
  });

  test.each([
    ['sin', /there is already a function 'sin'; give yours another name/],
    ['pi', /in formulas it is a number/],
  ])('the name %s of a function', async (name, message) => {
    const stderr = await refused(at3(Object.fromEntries([[name, PAIR]])));
    expect(stderr).toMatch(/^dezero-cli: in the module '\.\/m\.mjs': .*\n$/);
    expect(stderr).toMatch(message);
  });
});

test('a function that returns no number fails at that point', async () => {
  const refusing = new Proxy(
    {},
    {
      has() {
        throw new Error('no');
      },
    },
  );
  const results: readonly (readonly [unknown, string])[] = [
    ['1', 'a string'],
    [1n, 'a bigint'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'a boolean'],
    [Promise.resolve(1), 'a promise'],
    [[1], 'an array'],
    [Object(1), 'an object'],
    [refusing, 'an object'],
  ];
  const resultAt = (x: number): unknown => results[x]?.[0];
  const exports = {
    g: { value: resultAt, derivative: () => 1 },
    h: { value: (x: number) => x, derivative: resultAt },
  };
  const input = results.map((_, x) => `${String(x)}\n`).join('');
  for (const [f, kernel] of [
    ['g', 'value'],
    ['h', 'derivative'],
  ] as const) {
    const line = `diff -c ${f} -x - --keep-going --columns x,backprop`;
    const { status, stderr } = await beside(exports, line, input);
    const said = results.map(
      ([, kind], x) =>
        `dezero-cli: line ${String(x + 1)} (x = ${String(x)}): ${f}: its ${kernel} ` +
        `function returned ${kind}, not a number, at ${String(x)}\n`,
    );
    expect([status, stderr]).toEqual([2, said.join('')]);
  }
});

describe('a value that throws at some x', () => {
  const g = {
    value(x: number): number {
      if (x === 2) throw new RangeError('two');
      return x * x;
    },
    derivative: (x: number) => 2 * x,
  };
  const FAULT = "dezero-cli: line 2 (x = 2): g: its value function threw 'two' at 2\n";
  const stream = (line: string): Promise<Outcome> =>
    beside({ g }, `${line} -c g -x -`, '1\n2\n3\n');

  test('ends a stream there', async () => {
    expect(await stream('diff --columns x,y,backprop')).toMatchObject({
      status: 2,
      stdout: 'x\ty\tbackprop\n1\t1\t2\n',
      stderr: FAULT,
    });
  });

  test('is a row of NaN with --keep-going, and the status stays 2', async () => {
    expect(await stream('diff --columns x,y --keep-going')).toMatchObject({
      status: 2,
      stdout: 'x\ty\n1\t1\n2\tNaN\n3\t9\n',
      stderr: FAULT,
    });
  });

  test('is no verdict in check, and the other points have theirs', async () => {
    const { status, stdout, stderr } = await stream('check --columns x,verdict');
    expect([status, stdout]).toEqual([2, 'x\tverdict\n1\tagree\n2\tinconclusive\n3\tagree\n']);
    expect(stderr.startsWith(FAULT)).toBe(true);
  });

  test('that calls itself without end is a fault of its point too', async () => {
    const endless = {
      value(x: number): number {
        return this.value(x) + 1;
      },
      derivative: () => 1,
    };
    expect(await refused(at3({ g: endless }))).toMatch(
      /x = 3: g: its value function threw 'Maximum call stack size exceeded' at 3\n$/,
    );
  });
});

describe('a function of several numbers', () => {
  const times = (a: number, b: number): number => a * b;
  const product = (partials: unknown): Exports => ({ g: { value: times, partials } });
  const DIFF = "diff 'g(x, z) + x' --at x=1,z=2 --at x=3,z=4 --columns backprop -f csv";
  const slopes = (a: number, b: number): readonly number[] => [b, a];

  test('has partials, of its arguments and its value', async () => {
    const right = product((a: number, b: number, y: number) => [y / a, a]);
    const { status, stdout } = await beside(right, DIFF);
    expect([status, stdout]).toEqual([0, 'backprop_x,backprop_z\n3,1\n5,3\n']);
    const wrong = product((a: number, b: number) => [b, 2 * a]);
    const checked = await beside(wrong, "check 'g(x, z) + x'");
    expect([checked.status, checked.stderr]).toEqual([
      1,
      expect.stringMatching(/dz at .*: g by y at .* is 2 times/),
    ]);
  });

  test('may be what defineOperation makes', async () => {
    const g = defineOperation({
      name: 'other',
      arguments: ['a', 'b'],
      summary: 'a product',
      formula: 'a*b',
      partialFormulas: ['b', 'a'],
      domain: { text: 'everywhere', contains: () => true },
      value: times,
      partials: [(_: number, b: number) => b, (a: number) => a],
      samples: [],
    });
    const exports = { g: { value: times, partials: g.definition.partials } };
    expect((await beside(exports, DIFF)).stdout).toBe('backprop_x,backprop_z\n3,1\n5,3\n');
    expect((await beside({ g }, DIFF)).stdout).toBe('backprop_x,backprop_z\n3,1\n5,3\n');
  });

  test('may have more than three arguments', async () => {
    const g = {
      value: (a: number, b: number, c: number, d: number) => a * b + c * d,
      partials: (a: number, b: number, c: number, d: number) => [b, a, d, c],
    };
    const at = '--at w=1,x=2,y=3,z=4 --columns backprop -f csv --no-header';
    expect((await beside({ g }, `diff 'g(w, x, y, z)' ${at}`)).stdout).toBe('2,1,4,3\n');
    expect((await beside({ g }, 'functions g')).stdout).toMatch(/g\(x1, x2, x3, x4\)/);
  });

  test('may have a constant inside that has lost half of its digits', async () => {
    // erf(4)^a with erf(4) as a double; its derivative at 1e6 by mpmath.
    const value = (a: number): number => Math.pow(0.9999999845827421, a);
    const g = { value: (a: number, b: number) => value(a) + 0 * b };
    const right = { g: { ...g, partials: () => [-1.5181389072494013e-8, 0] } };
    const verdict = '-x 1e6 --columns verdict --no-header -f csv';
    expect((await beside(right, `check 'g(x, 2)' ${verdict}`)).stdout).toBe('agree\n');
    const wrong = { g: { ...g, partials: () => [-1.5182e-8, 0] } };
    expect((await beside(wrong, `check 'g(x, 2)' ${verdict}`)).stdout).toBe('disagree\n');
  });

  test('has rows with nothing exact in them, as the graph has a black box', async () => {
    const { stdout } = await beside(product(slopes), "diff 'g(x, z)' --at x=3,z=4 -f csv");
    expect(stdout).toMatch(/^x,z,value,numerical_x,backprop_x,absoluteError_x,.*\n3,4,12,.*,4,/);
  });

  test.each<[string, Exports, string]>([
    [
      'with a derivative instead of partials',
      { g: { value: times, derivative: () => 1 } },
      'takes 2 arguments; give partials',
    ],
    [
      'of no arguments',
      { g: { value: () => 1, partials: () => [] } },
      'its value names no arguments',
    ],
    [
      'with too few partials',
      product(() => [1]),
      'x = 1, z = 2: g: its partials function returned an array of 1, not an array of 2 numbers, at 1, 2',
    ],
    [
      'with a partial that is a text',
      product(() => [1, '2']),
      'returned an array, not an array of 2 numbers',
    ],
    [
      'whose partials fail',
      product(() => {
        throw new Error('no');
      }),
      "g: its partials function threw 'no' at 1, 2",
    ],
    [
      'whose value fails somewhere',
      {
        g: {
          value: (a: number, b: number) => {
            if (a > 2) throw new Error('no');
            return a * b;
          },
          partials: slopes,
        },
      },
      "x = 3, z = 4: g: its value function threw 'no' at 3, 4",
    ],
  ])('%s is refused', async (_, exports, message) => {
    const { status, stderr } = await beside(exports, DIFF);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
