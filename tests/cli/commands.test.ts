import { catalogue } from '../../src/functions/catalogue';
import { refused, run, runMain } from '../support/run-main';

describe('functions', () => {
  test('lists the catalogue', async () => {
    const { status, stdout, stderr } = await run('functions');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').length).toBeGreaterThan(catalogue.entries.length + 2);
    expect(stdout).toMatch(/\nsquare +│ x\^2 +│ 2x +│ all x +│\n/);
  });

  test('NAME shows one function', async () => {
    const { stdout } = await run('functions exp');
    expect(stdout).toMatch(/^exp: exponential function\n\nf\(x\) +│ e\^x\n/);
  });

  test('NAME with a parameter shows that function, and with a letter the family', async () => {
    expect((await run('functions leakyRelu(0.2)')).stdout).toMatch(
      /^leakyRelu\(0\.2\): .*\n\nf\(x\) +│ x if x > 0, else 0\.2\*x\n[^]*slope 0\.2 on the left/,
    );
    expect((await run('functions leakyRelu(a)')).stdout).toBe(
      (await run('functions leakyRelu')).stdout,
    );
  });

  test('NAME of several arguments shows their derivatives, and a command that works', async () => {
    const { stdout } = await run('functions max');
    expect(stdout).toBe(`\
max(a, b): larger of a and b

f(a, b) │ max(a, b)
df/da   │ 1 if a >= b, else 0
df/db   │ 0 if a >= b, else 1
domain  │ all a, b
kink    │ at a = b
exact   │ value and slope are the nearest doubles
try     │ dezero-cli diff 'max(x, 2)' --x 0.5
`);
  });

  test.each(catalogue.operations.map(({ definition }) => definition.name))(
    'the command to try with %s works',
    async (name) => {
      const { stdout } = await run(`functions ${name}(a,b)`);
      const [, formula = '', x = ''] = /diff '(.*)' --x (.*)\n/.exec(stdout) ?? [];
      const { status, stderr } = await run(`diff '${formula}' --x '${x}'`);
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  test('NAME that chains and formulas have shows both, and its arguments which', async () => {
    const heads = async (name: string): Promise<string[]> =>
      (await runMain(['functions', name])).stdout.match(/^add.*(?=: )/gm) ?? [];
    expect(await heads('add')).toEqual(['add(c)', 'add(a, b)']);
    expect(await heads('add(c)')).toEqual(['add(c)']);
    expect(await heads('add(a, b)')).toEqual(['add(a, b)']);
    expect(await heads('add(2)')).toEqual(['add(2)']);
  });

  test('NAME of a definition of several variables shows it, and none to try', async () => {
    const { stdout } = await run("functions m --define 'm(a, b) = max(a, b)^2'");
    expect(stdout).toBe(`\
m(a, b): defined on the command line

f(a, b) │ max(a, b)^2
df/da   │ by backprop
df/db   │ by backprop
domain  │ wherever it has a value
`);
  });

  test('NAME that is unknown is an error with a suggestion', async () => {
    expect(await refused(run('functions sqtr'))).toBe(
      "dezero-cli: unknown function 'sqtr'. Did you mean 'sqrt'?\n" +
        "List them with 'dezero-cli functions'.\n",
    );
  });

  test('prints records in all formats', async () => {
    const json = JSON.parse((await run('functions --json')).stdout) as { name: string }[];
    expect(json.map(({ name }) => name)).toEqual(
      [...catalogue.entries, ...catalogue.operations].map(({ definition }) => definition.name),
    );
    expect(JSON.parse((await run('functions add(c) -f jsonl')).stdout)).toEqual({
      name: 'add',
      aliases: [],
      arguments: ['x'],
      parameters: ['c'],
      defaults: [],
      formula: 'x + c',
      derivative: '1',
      domain: 'all x',
      kinks: [],
      singularities: [],
      summary: 'x plus a constant',
    });
    expect((await run('functions relu -f csv')).stdout).toBe(
      'name,aliases,arguments,parameters,defaults,formula,derivative,domain,kinks,singularities,summary\n' +
        'relu,,x,,,"max(x, 0)","1 if x > 0, else 0",all x,0 0 1,,rectified linear unit\n',
    );
    expect((await run('functions square -f tsv --no-header')).stdout).toBe(
      'square\t\tx\t\t\tx^2\t2x\tall x\t\t\tsquare of x\n',
    );
  });
});

describe('steps', () => {
  test('replays the ten steps, all of which agree', async () => {
    const { status, stdout, stderr } = await run('steps');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^ ?\d+ {2}\S/gm)).toHaveLength(10);
    expect(stdout).toMatch(
      /\n {4}square\(exp\(square\(x\)\)\) at 0\.5 +3\.2974426293330694 {2}= book\n/,
    );
    expect(stdout).toMatch(/\nall 15 figures equal the book's\n$/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('N replays one of them', async () => {
    const { stdout } = await run('steps 2');
    expect(stdout).toMatch(
      /^ ?2 {2}a Function[^]*\n {4}square at 10 +100 +.*= book\n {8}= x \* x\n {8}= 10 \* 10\n[^]*\nthe figure equals the book's\n$/,
    );
  });

  test('N replays one beyond the ten, which is marked', async () => {
    const { status, stdout } = await run('steps 16');
    expect(status).toBe(0);
    expect(stdout).toBe(`\
16  second stage: complex graphs

Both squares of a must have given their gradients back before that of a goes on
to x: backward takes the Functions in the reverse of the order in which they
were made, by generation.

    y = add(square(a), square(a)) at x = 2      32                  = book
        = a * a + a * a
        = 4 * 4 + 4 * 4
    x.grad, where a = square(x)                 64                  = book
        = 2 * x * a.grad, and a.grad is 2 * a + 2 * a
        = 2 * 2 * (2 * 4 + 2 * 4)

Try:
  dezero-cli graph '(x^2)^2 + (x^2)^2' --x 2  the graph, with a used twice

both figures equal the book's
`);
    const records = JSON.parse((await run('steps 14 --json')).stdout) as unknown;
    expect(records).toMatchObject([
      { step: 14, title: 'second stage: the same variable twice', figure: 2, equal: true },
      { step: 14, figure: 3, book: 3, equal: true },
    ]);
  });
});

describe('colour', () => {
  const isColoured = async (line: string, world = {}): Promise<boolean> =>
    (await run(line, world)).stdout.includes('\u001b[');
  const TABLE = 'diff -c square -x 1';
  const terminals = ['output'];

  test.each<[string, string, object, boolean]>([
    ['on a terminal', TABLE, { terminals }, true],
    ['in a pipe', TABLE, {}, false],
    ['on a terminal with NO_COLOR', TABLE, { terminals, env: { NO_COLOR: '1' } }, false],
    ['on a terminal with an empty NO_COLOR', TABLE, { terminals, env: { NO_COLOR: '' } }, true],
    ['on a dumb terminal', TABLE, { terminals, env: { TERM: 'dumb' } }, false],
    ['in a pipe with FORCE_COLOR', TABLE, { env: { FORCE_COLOR: '1' } }, true],
    ['on a terminal with FORCE_COLOR=0', TABLE, { terminals, env: { FORCE_COLOR: '0' } }, false],
    ['with NO_COLOR and FORCE_COLOR', TABLE, { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    [
      'with --color always and NO_COLOR',
      `${TABLE} --color always`,
      { env: { NO_COLOR: '1' } },
      true,
    ],
    ['on a terminal with --color never', `${TABLE} --color never`, { terminals }, false],
    ['in json, always asked for', `${TABLE} --json --color always`, { terminals }, false],
    ['in the list of functions', 'functions', { terminals }, true],
    ['in a card', 'functions exp', { terminals }, true],
    ['in the steps', 'steps 1', { terminals }, true],
  ])('%s: %s', async (_, line, world, expected) => {
    expect(await isColoured(line, world)).toBe(expected);
  });
});
