import { DEFAULT_EPS_GRID, stepsOf } from '../../src/core/differentiate/eps-grid';
import { refused, runMain, words } from '../support/run-main';

const run = (line: string, world = {}) => runMain(words(`sweep ${line}`), world);

interface Row {
  readonly eps: number;
  readonly numerical: number | string;
  readonly error: number | string;
  readonly regime: string;
  readonly mark: string | null;
}

const rowsOf = async (line: string): Promise<Row[]> => {
  const { status, stdout, stderr } = await run(`${line} --json`);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Row[];
};

describe('a table', () => {
  test('has fifteen steps, from 1e-1 to 1e-15, in 80 columns', async () => {
    const { status, stdout, stderr } = await run('-c square,exp,square -x 0.5');
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('square(exp(square(x))) at x = 0.5, central difference');
    const steps = lines.flatMap((line) => /^(1e-\d+) +│/.exec(line)?.[1] ?? []);
    expect(steps).toEqual(Array.from({ length: 15 }, (_, i) => `1e-${String(i + 1)}`));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("has the book's row, marked as the default, and the best one", async () => {
    const { stdout } = await run('-c square,exp,square -x 0.5');
    expect(stdout).toMatch(/\n1e-4 +│ 3\.2974426293330694 │ 8\.79e-8 +│ truncation │ default\n/);
    expect(stdout.match(/│ best/g)).toHaveLength(1);
  });

  test("has the theory with the function's own figures: f''' of x^3 is 6", async () => {
    const { stdout } = await run('-c cube -x 2');
    expect(stdout.replaceAll('\n', ' ')).toMatch(/eps\^2\/6 \|f'''\| with \|f'''\| = 6, shrinks/);
  });

  test('has the rounding of values near x, not of those at steps that are far too large', async () => {
    const { stdout } = await run('x^3 -x 1e-8');
    // Rounding moves x^3 by 1.1e-40, and x by 1.1e-24, so d is 4.4e-40, and (3 d/6)^(1/3) is 6.1e-14.
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /with d = 4\.4e-40, .* = 6\.1e-14: about 1\.1e-26/,
    );
  });

  test('has no best step in theory where rounding is far less at larger steps', async () => {
    const { stdout } = await run('(1-cos(x))/x^2 -x 1e-5 --eps-to 1e-4');
    expect(stdout).toMatch(/^1e-2 .*│ best$/m);
    const prose = stdout.replaceAll('\n', ' ');
    expect(prose).toContain('at larger steps it moves f less. The best of these steps is 0.01.');
    expect(prose).not.toContain('Their sum is least');
  });

  test('says below why errors are unknown, and standard error stays empty', async () => {
    const { status, stdout, stderr } = await run('-c abs -x 0');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\nerror and regime are unknown: .*\nit has a kink there/);
  });

  test('takes --columns, --precision, --no-header and colour', async () => {
    const { stdout } = await run('-c cube -x 2 --columns eps,numerical --precision 3 --no-header');
    expect(stdout).toMatch(/x = 2, central difference\n\n1e-1 +│ 12\n1e-2 +│ 12\n/);
    const { stdout: coloured } = await run('-c cube -x 2 --color always');
    expect(coloured).toContain('\u001b[1m');
    expect((await run('-c cube -x 2', { terminals: ['output'] })).stdout).toBe(coloured);
  });
});

describe('records', () => {
  test('in JSON are an array of the steps, each as it is typed', async () => {
    const rows = await rowsOf('-c cube -x 2');
    expect(rows.map(({ eps }) => eps)).toEqual([...stepsOf(DEFAULT_EPS_GRID)]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['eps', 'numerical', 'error', 'regime', 'mark']);
    expect(rows[3]).toMatchObject({ numerical: 12.00000001000845, mark: 'default' });
  });

  test('have best and bound where they are asked for', async () => {
    const { stdout } = await run(
      '-c square -x 2 --eps-to 1e-1 -f csv --columns eps,best,bound,mark',
    );
    expect(stdout).toMatch(/^eps,best,bound,mark\n0\.1,4,\d\S*e-\d+,best\n$/);
  });

  test.each([
    ['csv', 'eps,numerical,error,regime,mark\n0.1,0,NaN,unknown,\n'],
    ['tsv', 'eps\tnumerical\terror\tregime\tmark\n0.1\t0\tNaN\tunknown\t\n'],
    ['jsonl', '{"eps":0.1,"numerical":0,"error":"NaN","regime":"unknown","mark":null}\n'],
    ['json', '[\n{"eps":0.1,"numerical":0,"error":"NaN","regime":"unknown","mark":null}\n]\n'],
  ])('in %s stand alone on standard output, without the reason', async (format, out) => {
    const { status, stdout, stderr } = await run(`-c abs -x 0 --eps-to 0.1 --format ${format}`);
    expect([status, stdout]).toEqual([0, out]);
    expect(stderr).toMatch(/^dezero-cli: warning: error and regime are unknown: .* kink .*\n$/);
  });

  test('--only prints one bare column', async () => {
    const steps = '--eps-from 1e-3 --eps-to 1e-4';
    expect((await run(`-c square,exp,square -x 0.5 ${steps} --only numerical`)).stdout).toBe(
      '3.2974513345919165\n3.2974426293330694\n',
    );
    expect((await run(`-c cube -x 2 ${steps} --only regime`)).stdout).toBe(
      'truncation\ntruncation\n',
    );
  });
});

describe('the chain', () => {
  test('may come from a file', async () => {
    const { stdout } = await run('--chain-file c.txt -x 2 --eps-to 1e-1 --only numerical', {
      files: { 'c.txt': 'square\n' },
    });
    expect(stdout).toBe('4.000000000000001\n');
  });
});

describe('wrong usage', () => {
  test.each([
    ['-c square', /--x is missing: for example --x 0\.5/],
    ['-c square -x 1 2', /one x, but --x has 2: give one number/],
    ['-c square -x 1 -x 2', /one x, but --x has 2: give one number/],
    ['-c square -x -', /one x, but standard input may have many/],
    ['-c square -x 0,5', /--x: not a number: '0,5'; use a point/],
    ['-x 1', /--chain is missing/],
    ['-c sqare -x 1', /unknown function 'sqare'\. Did you mean 'square'\?/],
    ['-c square -x 1 --method best-of-all', /--method: 'best-of-all' is none of central, /],
    ['-c square -x 1 --eps-from 0', /--eps-from: a step between .* is needed, not '0'/],
    ['-c square -x 1 --eps-to -1e-3', /--eps-to: a step between .* is needed, not '-1e-3'/],
    ['-c square -x 1 --eps-to 1', /--eps-from 0\.1 is below --eps-to 1; steps go from large to/],
    ['-c square -x 1 --per-decade 0', /--per-decade: a whole number from 1 to 100 is needed/],
    ['-c square -x 1 --per-decade 100', /more than 1000 steps; choose a smaller --per-decade/],
    ['-c square -x 1 --columns eps,y', /--columns: 'y' is none of eps, numerical, /],
    ['-c square -x 1 --only eps --json', /--only prints one bare column, so --json does not/],
    ['-c sqrt -x -1', /^dezero-cli: x = -1: sqrt gets -1, outside its domain x >= 0\n$/],
  ])('is told what is missing or too much: %s', async (line, message) => {
    expect(await refused(run(line))).toMatch(message);
  });
});

test('a figure says what its errors are measured from, the formula or where there is none its values', async () => {
  const ofFormula = await run('-c square -x 3 --plot');
  expect(ofFormula.stdout).toContain('error: distance from the derivative of the formula itself\n');
  const modules = { 'my.mjs': { twice: { value: (x: number) => 2 * x, derivative: () => 2 } } };
  const ofValues = await run('--module my.mjs -c twice -x 3 --plot', { modules });
  expect(ofValues.stdout).toContain('error: distance from the best numerical derivative\n');
});
