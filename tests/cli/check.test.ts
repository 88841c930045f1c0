import type { FunctionClass } from '../../src/core/engine/define-function';
import { catalogue } from '../../src/functions/catalogue';
import { refused, run, runMain, words, type World } from '../support/run-main';

const check = (line: string, world: World = {}, ...more: readonly string[]) =>
  runMain(['check', ...words(line), ...more], world);

const BUMP = 'bump(x) = x*exp(-x); exp(-x)*(1-x)';
/** exp with a derivative that is 1.01 times what it should be. */
const WRONG = 'wrong(x) = exp(x); 1.01*exp(x)';

describe('the verdict', () => {
  test('of a right derivative is agreement, with status 0', async () => {
    const { status, stdout, stderr } = await check('-c square,exp -x -2 0.5 3');
    expect([status, stderr]).toEqual([0, 'dezero-cli: 3 points agree (proved)\n']);
    expect(stdout.match(/│ agree$/gm)).toHaveLength(3);
  });

  test('of a wrong one names the function, its input and its factor, with status 1', async () => {
    const { status, stderr } = await check('-c wrong -x 0.25 --define', {}, WRONG);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'dezero-cli: the derivatives do not agree: 0 points agree, 1 disagrees: ' +
        'wrong at 0.25: the claim is 1.01 times its derivative (proved)\n',
    );
  });

  test('of many points is one line that can be read aloud', async () => {
    const module = {
      bad: { value: Math.exp, derivative: (x: number) => (x > 4 ? 1.5 : 1) * Math.exp(x) },
    };
    const { status, stdout, stderr } = await check(
      '-c bad -x 1 2 3 4 5 --module m.mjs --format csv --columns x,verdict,note',
      { modules: { 'm.mjs': module } },
    );
    expect(stderr).toBe(
      'dezero-cli: the derivatives do not agree: 4 points agree, 1 disagrees: ' +
        'bad at 5: the claim is 1.5 times its derivative\n',
    );
    expect([status, stdout]).toEqual([
      1,
      'x,verdict,note\n1,agree,\n2,agree,\n3,agree,\n4,agree,\n5,disagree,bad at 5: the claim is 1.5 times its derivative\n',
    ]);
  });

  test('at a kink gives both slopes, and is no failure', async () => {
    const { status, stdout, stderr } = await check('-c relu -x 0 --only note');
    expect([status, stderr]).toEqual([0, 'dezero-cli: 1 point agrees, at a kink (proved)\n']);
    expect(stdout).toBe('the slopes are 0 on the left and 1 on the right\n');
  });

  test('gives both slopes, to ten digits, also where the claim has no value at a kink', async () => {
    const { status, stdout } = await run("check 'abs(x/3); abs(x)/x/3' --x 0 --only note");
    expect([status, stdout]).toEqual([
      1,
      'no derivative: the slopes are -0.3333333333 on the left and 0.3333333333 on the right\n',
    ]);
  });

  test('that cannot be had has a reason, and status 1', async () => {
    const { status, stderr } = await check('-c log -x 0');
    expect([status, stderr]).toEqual([
      1,
      'dezero-cli: not decided: 0 points agree, 1 is inconclusive: at x = 0, log has a pole at 0\n',
    ]);
  });

  test('of a claim that doubles get wrong is imprecise, with the part that loses the digits', async () => {
    const claim = 'log(1+x)/x; 1/(x*(1+x)) - log(1+x)/x^2';
    const { status, stderr } = await run(`check '${claim}' -x 0.5 1e-15`);
    expect([status, stderr]).toEqual([
      1,
      'dezero-cli: the derivatives are imprecise: 1 point agrees, 1 is imprecise: at x = 1e-15, ' +
        'right as a formula, but of 16 digits doubles get none right here: ' +
        'log(1+x) has 16 to work with and leaves none (proved)\n',
    ]);
  });

  test.each([
    ['a claim rounds a third', 'x/3; 0.3333333333333333', '2', 'agree'],
    ['a claim is 1e-13 off', 'x/3; 0.33333333333336', '2', 'disagree'],
    ['a slope is infinite', 'sqrt(x)', '0', 'agree'],
    ['another number is near no infinite slope', 'sqrt(x); 5', '0', 'disagree'],
    ['slopes on both sides are infinite', 'cbrt(x)', '0', 'agree'],
    ['another number is near neither', 'cbrt(x); 5', '0', 'disagree'],
    ['the other infinity is claimed', 'cbrt(x); -1/x^2', '0', 'disagree'],
    ['doubles do not tell the slopes apart', 'max(x, 2 + (x-2)*(1+1e-30)); 1', '2', 'agree'],
    ['a claim is none of such slopes', 'max(x, 2 + (x-2)*(1+1e-30)); 2', '2', 'disagree'],
    ['doubles land on a vertical tangent beside -1', 'asin(cos(x))', '1e-10', 'imprecise'],
    ['doubles land on a pole beside 2e300', 'log(x*x)', '1e-300', 'imprecise'],
  ])('where %s: %s at %s is %s', async (_, formula, x, verdict) => {
    const { status, stdout } = await run(`check '${formula}' -x ${x} --only verdict`);
    expect([status, stdout]).toEqual([verdict === 'agree' ? 0 : 1, `${verdict}\n`]);
  });

  test('at a kink that only doubles land on says so', async () => {
    const line = "'abs(x-0.3); x < 0.3 ? -1 : 1' -x 0.3 --columns exact,verdict,note --format csv";
    const { status, stdout } = await run(`check ${line}`);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^exact,verdict,note\n-1,kink,"doubles land on a kink that the number is beside: /,
    );
  });

  test('--quiet leaves the status alone', async () => {
    expect(await check('-c square -x 3 --quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await check('-c log -x 0 -q')).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(await check('-c wrong -x 1 -q --define', {}, WRONG)).toMatchObject({ status: 1 });
    expect((await check('-c nosuch -x 1 --quiet')).stderr).toMatch(/unknown function/);
  });
});

describe('where it checks', () => {
  test('without x at the samples of all its functions that the chain can take', async () => {
    const samples = ['sqrt', 'neg'].flatMap(
      (name) => (catalogue.entry(name) as FunctionClass).definition.samples,
    );
    const { stdout, status } = await check('-c neg,sqrt --only x');
    expect(status).toBe(0);
    // At 0 sqrt has no derivative on both sides, so that is no sample of a chain.
    const usable = [...new Set(samples)].filter((x) => x < 0).sort((a, b) => a - b);
    expect(usable.length).toBeGreaterThan(1);
    expect(stdout.trimEnd().split('\n').map(Number)).toEqual(usable);
  });

  test('on a grid from --from to --to, of 101 points unless told otherwise', async () => {
    const { stdout } = await check('-c exp --from -5 --to 5 --points 5 --only x');
    expect(stdout).toBe('-5\n-2.5\n0\n2.5\n5\n');
    const many = await check('-c exp --from 0 --to 1 --only x');
    expect(many.stdout.split('\n')).toHaveLength(102);
  });

  test('at the x of a stream', async () => {
    const { status, stdout, stderr } = await check('-c sqrt -x - --columns x,verdict', {
      stdin: '1\n0.25\n',
    });
    expect([status, stdout, stderr]).toEqual([
      0,
      'x\tverdict\n1\tagree\n0.25\tagree\n',
      'dezero-cli: 2 points agree (proved)\n',
    ]);
  });

  test('a bad line is an error after the verdicts before it', async () => {
    const { status, stdout, stderr } = await check('-c sqrt -x - --only verdict', {
      stdin: '1\nx\n4\n',
    });
    expect([status, stdout]).toEqual([2, 'agree\n']);
    expect(stderr).toMatch(/line 2: not a number: 'x'/);
  });

  test('in a column of a table, whose other columns it keeps', async () => {
    const { status, stdout } = await check('-c sqrt --input t.csv --column a --columns verdict', {
      files: { 't.csv': 'name,a\nfirst,1\nsecond,4\n' },
    });
    expect([status, stdout]).toEqual([0, 'name,a,verdict\nfirst,1,agree\nsecond,4,agree\n']);
  });

  test.each([
    ['-c exp --from 1', /--from and --to belong together/],
    ['-c exp --points 5', /--points needs --from and --to/],
    ['-c exp --from 0 --to 1 -x 2', /use one of them/],
    ['-c exp --from 0 --to 1 --points 1.5', /points/],
    ['-c exp --from 0 --to 1 --points 1000000000', /points/],
    ['-c exp -x -', /nothing to check: the input has no numbers/],
    ['x^2 --all', /leave out 'x\^2'/],
    ['--all -x 1', /leave out --x/],
    ['--all --at x=1', /leave out --at/],
    ['--all --formula-file f.txt', /leave out --formula-file/],
  ])('%s is refused', async (line, message) => {
    const { status, stderr } = await check(line);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('a tolerance', () => {
  const near = 'f(x) = x^3; 3.000003*x^2';

  test('lets a derivative be wrong by so much of itself, and the summary says so', async () => {
    const strict = await check('-c f -x 1 --define', {}, near);
    expect([strict.status, strict.stderr]).toEqual([1, expect.stringMatching(/1\.000001 times/)]);
    const { status, stderr } = await check('-c f -x 1 --tolerance 2e-6 --define', {}, near);
    expect([status, stderr]).toEqual([
      0,
      'dezero-cli: 1 point agrees to within 0.000002 of the derivative (proved)\n',
    ]);
    expect((await check('-c f -x 1 --tolerance 0.9e-6 --define', {}, near)).status).toBe(1);
  });

  test.each(['0', '1', '-1e-6', 'NaN', 'x'])('of %s is refused', async (tolerance) => {
    expect(await refused(check(`-c sin -x 1 --tolerance=${tolerance}`))).toContain('--tolerance');
  });
});

describe('the functions of a chain', () => {
  const chain = (position: number): string =>
    ['square', 'exp', 'square', 'tanh', 'exp'].map((f, i) => (i === position ? 'wrong' : f)).join();

  test.each([0, 1, 2, 3, 4])('the wrong one, at place %i of five, is marked', async (position) => {
    const line = `-c ${chain(position)} -x 0.1 --define`;
    const { status, stdout, stderr } = await check(line, {}, WRONG);
    expect(status).toBe(1);
    expect(stderr).toMatch(/wrong at \S+: the claim is 1\.01 times its derivative \(proved\)\n$/);
    const marked = stdout.split('\n').filter((row) => row.includes('→'));
    expect(marked).toEqual([expect.stringMatching(/^→ +│ wrong +│.*│ disagree$/)]);
    expect(stdout.match(/│ (square|exp|tanh) +│.*│ agree$/gm)).toHaveLength(4);
    expect(stdout).toMatch(/│ disagree\n {4}is 1\.01 times its derivative\n/);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('stand below a table for three points, and in JSON for all', async () => {
    const { stdout } = await check('-c wrong,square -x 0.1 0.2 0.3 0.4 --define', {}, WRONG);
    expect(stdout.match(/each function by itself:/g)).toHaveLength(3);
    expect(stdout).toMatch(
      /\nand the functions of 1 more point: --json --columns x,functions has them all\n$/,
    );
    const line = '-c wrong,square -x 0.1 0.2 0.3 0.4 --json --columns x,functions --define';
    const rows = JSON.parse((await check(line, {}, WRONG)).stdout) as {
      functions: { name: string; verdict: string }[];
    }[];
    expect(rows.map(({ functions }) => functions.map(({ verdict }) => verdict))).toEqual(
      Array(4).fill(['disagree', 'agree']),
    );
  });
});

describe('--all', () => {
  test('checks every function of the catalogue, and agrees', async () => {
    const { status, stdout, stderr } = await check('--all --format jsonl');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { function: string; verdict: string });
    const names = catalogue.classes.map(({ definition }) => definition.name);
    expect(status).toBe(0);
    expect([...new Set(rows.map((row) => row.function))].sort()).toEqual(names.sort());
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['agree']));
    expect(stderr).toBe(`dezero-cli: ${String(rows.length)} points agree (proved)\n`);
  });

  test('takes functions of the user, and finds the wrong one', async () => {
    const { status, stderr } = await check('--all --define', {}, WRONG);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /10 disagree: wrong at -4\.7: the claim is 1\.01 times its derivative \(proved\)\n$/,
    );
    expect((await check('--all --define', {}, BUMP)).status).toBe(0);
  });
});

describe('formats', () => {
  test('json has a field for each column, and NaN and Infinity as strings', async () => {
    const { stdout } = await check('-c log -x 0 --json');
    expect(JSON.parse(stdout)).toEqual([
      {
        x: 0,
        y: '-Infinity',
        exact: 'NaN',
        backprop: 'Infinity',
        verdict: 'inconclusive',
        note: 'log has a pole at 0',
      },
    ]);
  });

  test('a point outside the domain is an error that names it', async () => {
    const { status, stderr } = await check('-c sqrt -x 4 -1');
    expect(status).toBe(2);
    expect(stderr).toMatch(/sqrt gets -1, outside its domain x >= 0/);
  });
});

test('what is undecided among others is not called proved', async () => {
  const { stderr } = await run("check 'x*exp(exp(x)); exp(exp(x))' -x -1 800");
  expect(stderr).toMatch(/1 disagrees, 1 is inconclusive: .* is 1\.58 times its derivative\n$/);
});

test('--failing prints the rows of what does not agree alone, and counts all', async () => {
  const claim = 'x^2; x > 1 ? 2*x : x';
  const { status, stdout, stderr } = await run(
    `check '${claim}' --input t.csv --column a --columns verdict --failing`,
    { files: { 't.csv': 'name,a\nfirst,0.5\nsecond,3\nthird,0.75\n' } },
  );
  expect([status, stdout]).toEqual([
    1,
    'name,a,verdict\nfirst,0.5,disagree\nthird,0.75,disagree\n',
  ]);
  expect(stderr).toMatch(/1 point agrees, 2 disagree/);
});

test('verdicts have colours where output has', async () => {
  const { stdout } = await run("check 'x^2; x > 1 ? 2*x : x' -x 2 1 --color always");
  expect(stdout).toContain('\u001b[32magree\u001b[39m');
  expect(stdout).toContain('\u001b[31mdisagree\u001b[39m');
});

test('a derivative that is nothing but the round-off of large products agrees with 0', async () => {
  const formula = '(x+x)*reciprocal(x); (2*reciprocal(x)+(x+x)*(-1/(x)^2))';
  const { stdout } = await run(`check '${formula}' -x 5.257896484810882e-30 --only verdict`);
  expect(stdout).toBe('agree\n');
});

test('a claim that has no value is said to have none, and not the function', async () => {
  const { stdout, stderr } = await run("check 'cbrt(x); 1/3*x^(-2/3)' --x -8");
  expect(stdout).toContain(
    'cbrt(x) at -8 has the derivative 0.08333333333, but what is claimed has no',
  );
  expect(stderr).not.toContain('cbrt(x) at -8 has no value');
});

test('backprop without a value is said to have none where nothing is claimed', async () => {
  const { stdout } = await run("check 'sqrt(x^4)' --x 0");
  expect(stdout).toContain('the formula has the derivative 0, but backprop has no value there; no');
});

test.each([
  ['exp(-x^2); 2*x*exp(-x^2)', '30', 'is -1 times its derivative, which is too small for doubles'],
  ['exp(x^2); x*exp(x^2)', '30', 'is 0.5 times its derivative, which is too large for doubles'],
  ['exp(x^2); x', '30', 'gives 30, but its derivative is beyond the largest double'],
  ['exp(x^2); 2*x*exp(x^3)', '30', 'is more than 1e308 times its derivative'],
  ['exp(x); 0', '-800', 'is 0, and its derivative is not, but too small for a double'],
  ['x^2; exp(x-800)', '0', 'is too small for a double, but farther from 0 than its derivative'],
])('the claim %p is wrong at %s though doubles do not show it', async (formula, x, note) => {
  const { status, stderr } = await run(`check '${formula}' --x '${x}'`);
  expect([status, stderr]).toEqual([1, expect.stringContaining(note)]);
});

test.each([
  ['log(1+exp(x)); exp(x)/(1+exp(x))', '800', 'exp(x) is too large for a double'],
  ['x; exp(-x)/exp(-x)', '800', 'exp(-x) is too small for a double'],
])('no digit of the claim %p at %s is right, as %s', async (formula, x, why) => {
  const { status, stderr } = await run(`check '${formula}' --x ${x}`);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining(`doubles get none right here: ${why} (`),
  ]);
});

test('a factor near -1 is told from a wrong sign', async () => {
  const { stdout } = await run("check 'sin(x)*cos(x); 1' --x -4.7");
  // 1/cos(-9.4) = -1.0003070522
  expect(stdout).toContain('is -1.00031 times its derivative');
  const sign = await run("check 'log(abs(x)); 1/abs(x)' --x -2.3");
  expect(sign.stdout).toContain('is -1 times its derivative');
});

test.each([
  ['exp(x); 2*exp(x)', '-750', 1],
  ['exp(x); 1.0001*exp(x)', '-750', 0],
  ['exp(x); 0', '-750', 1],
  ['exp(x); 2*exp(x)', '750', 1],
  ['exp(x); 1', '750', 1],
  ['x^2; exp(x-800)', '0', 1],
])('with a tolerance the claim %p at %s is judged beyond doubles', async (formula, x, status) => {
  const line = `check '${formula}' --x ${x} --tolerance 1e-3 -q`;
  expect((await run(line)).status).toBe(status);
});

test('a claim below the doubles is right at a kink whose slopes are below them too', async () => {
  expect((await run("check 'max(0,x)*1e-400; 1e-400' --x 0")).status).toBe(0);
});

test.each([
  ['max(x,-x) - abs(x)', '0'],
  ['min(mod(x,1), 0)', '3'],
])('%s is 0, and so is its slope, whatever conventions give at %s', async (formula, x) => {
  const { status, stderr } = await run(`check '${formula}; 1' --x '${x}'`);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('gives 1, but its derivative is 0'),
  ]);
  expect((await run(`check '${formula}; 0' --x '${x}'`)).status).toBe(0);
});

test.each([
  ['relu(x)', '1', 'gives 1.0000000000001, but the slopes are 0 on the left and 1 on the right'],
  ['abs(x)*log(2)', 'log(2)', 'gives 0.69314718056001'],
  [
    'x^1.5 + x',
    '1',
    'gives 1.0000000000001, but the slope on the right, where the domain is, is 1',
  ],
])('a claim beside a slope of %s, and not on it, is wrong', async (formula, slope, note) => {
  const checked = (claim: string) => run(`check '${formula}; ${claim}' --x 0`);
  expect((await checked(slope)).status).toBe(0);
  const { status, stderr } = await checked(`${slope}*(1 + 1e-13)`);
  expect([status, stderr]).toEqual([1, expect.stringContaining(note)]);
});

test('a factor is told to its last digit where doubles have few of them', async () => {
  const { stderr } = await run("check 'exp(x); 2*exp(x)' --x -744 -742");
  expect(stderr).toContain('exp(x) at -744: the claim is 2 times its derivative (proved)');
});
