import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bash } from '../support/program';
import { refused, type Outcome, run, runMain, words, type World } from '../support/run-main';
import { checkedSvg, elements } from '../support/svg';
import { tempFolder } from '../support/temp-folder';

function plot(line: string, world?: World): Promise<Outcome> {
  return runMain(['plot', ...words(line)], world);
}

function sweep(line: string, world?: World): Promise<Outcome> {
  return runMain(['sweep', ...words(line)], world);
}

const lines = (text: string): string[] => text.trimEnd().split('\n');
const widest = (text: string): number => Math.max(...lines(text).map((line) => line.length));

describe('plot in a terminal', () => {
  test('has the chain above, its derivative below, and both ends of x', async () => {
    const { status, stdout, stderr } = await plot('-c tanh,square --from -3 --to 3');
    expect([status, stderr]).toEqual([0, '']);
    expect(lines(stdout)).toHaveLength(23);
    expect(stdout).toMatch(/^y = square\(tanh\(x\)\)\n +1 ┤/);
    expect(stdout).toContain('dy/dx   ── backprop   o numerical (central, eps = 0.0001)\n');
    expect(lines(stdout).at(-1)?.trim()).toMatch(/^-3 .* 3$/);
    expect(widest(stdout)).toBe(80);
  });

  test.each([
    [40, 40],
    [200, 200],
    [5, 32],
    [undefined, 80],
  ])('%d columns wide: the figure has %d', async (columns, expected) => {
    const world = { terminals: ['output'], env: { NO_COLOR: '1' }, ...(columns && { columns }) };
    const { stdout } = await plot('-c sin', world);
    expect(widest(stdout)).toBe(expected);
  });

  test('has 80 columns in a pipe, and others if told so', async () => {
    expect(widest((await plot('-c sin', { columns: 40 })).stdout)).toBe(80);
    const { stdout } = await plot('-c sin --width 100 --height 40');
    expect([widest(stdout), lines(stdout).length]).toEqual([100, 40]);
  });

  test('is coloured, but in a pipe', async () => {
    const terminal = { terminals: ['output'], env: { TERM: 'xterm' } };
    expect((await plot('-c sin', terminal)).stdout).toContain('\x1b[36m');
    expect((await plot('-c sin')).stdout).not.toContain('\x1b');
    expect((await plot('-c sin --color always')).stdout).toContain('\x1b[33mo');
  });

  test.each([
    ['--ascii', {}, true],
    ['', { terminals: ['output'], env: { LANG: 'C', NO_COLOR: '1' } }, true],
    ['', { terminals: ['output'], env: { LANG: 'de_DE.UTF-8', NO_COLOR: '1' } }, false],
    ['', { env: { LANG: 'C' } }, false],
  ])('is ASCII where that is asked for: %s %j', async (option, world, isAscii) => {
    const { stdout } = await plot(`-c reciprocal ${option}`, world);
    expect(/^[\n -~]+$/.test(stdout)).toBe(isAscii);
  });

  test('has a title, of which control characters are no part', async () => {
    const { stdout } = await runMain(['plot', '-c', 'sin', '--title', 'a\x1b[31m\n\u202eb']);
    expect(lines(stdout)[0]).toBe('a [31m b');
    const long = await runMain(['plot', '-c', 'sin', '--title', 'x'.repeat(100)]);
    expect(lines(long.stdout)[0]).toBe(`${'x'.repeat(79)}…`);
    const words = await runMain(['plot', '-c', 'sin', '--title', `a ${'b'.repeat(78)} c`]);
    expect(lines(words.stdout).slice(0, 3)).toEqual([`a ${'b'.repeat(78)}`, 'c', 'y = sin(x)']);
    expect(lines(words.stdout)).toHaveLength(lines(stdout).length);
  });

  test.each([
    ['reciprocal', 'pole at 0'],
    ['tan --from 0 --to 40', 'pole at 1.5708, 4.71239, 7.85398, 10.9956 and 9 more'],
    ['abs', 'kink at 0'],
    ['hardtanh', 'kink at -1, 1'],
    ['sqrt', 'no value below 0'],
    ['log', 'pole at 0\nno value below 0'],
    ['reciprocal --from 0 --to 3', 'pole at 0'],
    ['reciprocal --from -3 --to 0', 'pole at 0'],
    ['add(-1000000.03),reciprocal --from 1000000 --to 1000000.1', 'pole at 1000000.03'],
    ['pow(-20)', 'pole at 0'],
    ['cbrt', 'vertical tangent at 0'],
    ['asin', 'no value below -1\nno value above 1'],
    ['exp --to 1000', 'y overflows above 709.783'],
    ['square --from 0 --to 1e200', 'y overflows above 1.34078e+154'],
  ])('%s says where its lines stop', async (line, expected) => {
    const { stdout } = await plot(`-c ${line}`);
    expect(`\n${stdout}`.endsWith(`\n${expected}\n`)).toBe(true);
  });

  test('a chain says what its points show', async () => {
    const notes = async (definition: string): Promise<string> =>
      (await run(`plot --chain f --define '${definition}'`)).stdout;
    expect(await notes('f(x) = sin(x)/x; (x*cos(x)-sin(x))/x^2')).toMatch(/\nno value at 0\n$/);
    expect(await notes('f(x) = exp(-1/x^2); 2/x^3*exp(-1/x^2)')).toMatch(/\nno derivative at 0\n$/);
    expect(await notes('f(x) = x^2; 3*x')).toMatch(
      /\nnumerical and backprop differ at 18 of 21 points: check says which is right\n$/,
    );
    const notesOf = async (formula: string): Promise<string> =>
      (await runMain(['plot', formula])).stdout;
    expect(await notesOf('x == 1 ? 5 : x')).toMatch(/\nsingle value at 1\n$/);
    // The slope is 1 everywhere, but that of the part for x == 0 is 0.
    expect(await notesOf('x == 0 ? 0 : x')).toMatch(/\nsingle slope at 0\n$/);
    // Beside its kinks sin(x) is rounded to 1, at which asin has a vertical tangent.
    expect(await notesOf('asin(sin(x))')).toMatch(
      /\nno derivative at -4.71239, -1.5708, 1.5708, 4.71239\n$/,
    );
    const { stdout: stairs } = await run("plot 'floor(x)' --from -2 --to 2");
    expect(stairs).toMatch(/\njump at -1, 0, 1, 2\n$/);
    expect(stairs).not.toMatch(/\d{4} ┤/);
    // It is infinite from 0.29999999 to 0.30000001: six digits show one place.
    const { stdout: wide } = await run("plot '1/(1-cos(x-0.3))' --from 0 --to 1");
    expect(wide).toMatch(/\npole at 0\.3\nno value/);
    expect(await notes('f(x) = x^2; x/0*0')).toMatch(/\nbackprop has no value here\n$/);
    // The step of the numerical derivative goes across the jump: its 10000 is no matter of the axis.
    expect(await notes('f(x) = x < 0 ? sin(x) : sin(x) + 2; cos(x)')).toMatch(/\n +1 ┤/);
  });

  test('names both ends of where a chain overflows, and only differences that show', async () => {
    const { stdout } = await run('plot --chain f --define f(x)=exp(1/x);-exp(1/x)/x^2');
    expect(stdout).toMatch(
      /\ny overflows above 0\ny overflows below 0.00140888\ndy\/dx overflows below 0.00143536\n$/,
    );
    expect((await plot('-c exp --from -1000 --to 1000')).stdout).not.toContain('differ');
  });

  test.each([
    ['tan', 0, 100],
    ['tan --from -20 --to 20', 0, 60],
    ['reciprocal', -6, 0],
    ['reciprocal --from 0 --to 1', -150, 0],
    ['log', 0, 3],
    ['log --from 0 --to 4', 0, 4],
    ['rsqrt', -2.5, 0],
    ['atanh', 0, 8],
    ['sqrt', 0.2, 1],
    ['cbrt', 0, 0.8],
    ['pow(-2)', -40, 40],
    ['f --define f(x)=(x-1)/(x+1);2/(x+1)^2', 0, 12],
    // These are bounded.
    ['abs', -1, 1],
    ['scale(1000),tanh', 0, 1000],
    ['tan --from -1.57 --to 1.57', 0, 2e6],
  ])('%s has a derivative that is drawn from %d to %d', async (line, from, to) => {
    const { stdout } = await plot(`-c ${line} --height 80`);
    const lower = lines(stdout.slice(stdout.indexOf('dy/dx')));
    const ticks = lower.flatMap((row) => /^ *(\S+) ┤/.exec(row)?.[1] ?? []).map(Number);
    const step = Math.abs((ticks[0] as number) - (ticks[1] as number));
    expect(Math.abs((ticks[0] as number) - to)).toBeLessThan(step);
    expect(Math.abs((ticks.at(-1) as number) - from)).toBeLessThan(step);
  });

  test.each([12, 13, 14, 15, 16])('%d lines high, has two ticks or more', async (height) => {
    for (const chain of ['tan', 'square', 'abs', 'exp', 'sqrt', 'scale(15)']) {
      const { stdout } = await plot(`-c ${chain} --height ${String(height)}`);
      for (const panel of stdout.split('dy/dx')) {
        expect([chain, [...panel.matchAll(/┤/g)].length]).not.toEqual([chain, 1]);
      }
    }
  });

  test('says nothing where they do not', async () => {
    for (const chain of ['sin,exp', 'scale(50),tanh', 'scale(0)', 'square,add(3)']) {
      expect(lines((await plot(`-c ${chain}`)).stdout)).toHaveLength(23);
    }
  });

  test('draws no line across a pole', async () => {
    const { stdout } = await plot('-c reciprocal --from -4 --to 4 --ascii');
    const rows = lines(stdout);
    const axis = rows.findIndex((row) => /^ +\+[+-]+$/.test(row));
    const [, , , zero] = [...(rows[axis] ?? '').matchAll(/\+/g)].map(({ index }) => index);
    expect(rows.slice(1, axis).map((row) => row[zero ?? 0] ?? ' ')).toEqual(
      rows.slice(1, axis).map(() => expect.stringMatching(/^ $/) as string),
    );
  });

  test('has a steep step as a line without a gap', async () => {
    const { stdout } = await plot('-c scale(1000000),tanh --from -1 --to 1.1');
    const rows = lines(stdout).slice(1, 10);
    for (const row of rows) expect(row).toMatch(/[⠁-⣿]/);
  });

  test('takes functions of the user, the wrong one of which shows', async () => {
    const { stdout } = await runMain(
      words('plot --chain f --define f(x)=x^2;3*x --from 0 --to 1 --ascii --height 24'),
    );
    expect(stdout).toContain('y = f(x)\n');
    const last = lines(stdout).find((row) => row.startsWith('  3 +'));
    const points = lines(stdout).find((row) => /^ {2}2 \+.*o$/.test(row));
    expect([last?.endsWith("'"), points === undefined]).toEqual([true, false]);
  });
});

describe('plot refuses', () => {
  test.each([
    ['-c exp --from 3 --to 1', /--from 3 is not below --to 1/],
    ['-c exp --to Infinity', /--to: .*a finite number is needed/],
    ['-c exp --points 1', /--points: a whole number from 2 to 1000000/],
    ['-c exp --points 1e9', /--points/],
    ['-c exp --width 3', /--width: a whole number from 32 to 1000/],
    ['-c exp --format svg --width 100', /--width: a whole number from 480/],
    [
      '-c exp --output p.png',
      /'p.png' ends in .png, but how it ends says what to draw: .txt, .svg/,
    ],
    ['-c exp --eps 0', /eps = 0/],
    ['-c exp --method best --eps 1', /--eps does not go with it/],
    ['-c log --from -3 --to -1', /nothing to plot: no finite value from -3 to -1.*log gets -3/],
    ['', /--chain is missing/],
  ])('%s', async (line, message) => {
    const { status, stdout, stderr, written } = await plot(line);
    expect([status, stdout, written]).toEqual([2, '', undefined]);
    expect(stderr).toMatch(message);
  });
});

describe('plot --output', () => {
  test('writes SVG or text, as the name ends', async () => {
    const { written = {}, stdout } = await plot('-c tanh,square -o p.svg');
    expect([stdout, Object.keys(written)]).toEqual(['', ['p.svg']]);
    const document = checkedSvg(written['p.svg'] ?? '');
    expect(elements(document, 'title')[0]?.textContent).toBe(
      'square(tanh(x)) and its derivative, x from -5 to 5',
    );
    expect(elements(document, 'circle')).toHaveLength(21 + 1);

    const text = await plot('-c tanh,square -o p.txt', { env: { LANG: 'C' } });
    expect(text.written?.['p.txt']).toBe((await plot('-c tanh,square')).stdout);
  });

  test('the size is that of --width and --height, and of some lines below', async () => {
    const { stdout } = await plot('-c abs --format svg --width 500 --height 200');
    const root = checkedSvg(stdout).documentElement;
    expect([root?.getAttribute('width'), root?.getAttribute('height')]).toEqual(['500', '218']);
  });

  test.each([
    'reciprocal',
    'tan',
    'log',
    'sqrt',
    'exp,exp --to 100',
    'exp --from -800 --to 800',
    'scale(50),tanh',
    'scale(0)',
    'identity --from 5e-324 --to 1e-323',
    'identity --from -1.7e308 --to 1.7e308',
    'cube --from -1e200 --to 1e200',
    'tan --points 20000 --to 1000',
  ])('%s is a picture of finite numbers', async (line) => {
    const { status, stdout, stderr } = await plot(`-c ${line} --format svg`);
    expect([status, stderr]).toEqual([0, '']);
    for (const path of elements(checkedSvg(stdout), 'path')) {
      expect((path.getAttribute('d') ?? '').length).toBeLessThan(100000);
    }
  });

  const folder = tempFolder();

  test('is a file on disk', () => {
    const { status, stdout, stderr } = bash('dz plot -c sin --output p.svg', '', folder);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    checkedSvg(readFileSync(join(folder, 'p.svg'), 'utf8'));
  });
});

describe('sweep --plot', () => {
  test('keeps to a terminal of 40 columns', async () => {
    const world = { terminals: ['output'], columns: 40, env: { NO_COLOR: '1' } };
    const { stdout } = await sweep('-c square,exp,square -x 0.5 --plot', world);
    expect(widest(stdout)).toBe(40);
    expect(stdout).toContain(
      '\nerror, by eps   ── theory   o error\nD default 1e-4   B best 1e-6\n',
    );
  });

  test('draws the V, with the default and the best step', async () => {
    const { status, stdout, stderr } = await sweep('-c square,exp,square -x 0.5 --plot');
    expect([status, stderr]).toEqual([0, '']);
    const [title, heading] = lines(stdout);
    expect(title).toBe('square(exp(square(x))) at x = 0.5, central difference');
    expect(heading).toBe('error, by eps   ── theory   o error   D default 1e-4   B best 1e-6');
    // 3.6e-6 by the formula in sweep's own words.
    expect(stdout).toContain('theory: truncation + round-off, least at eps = 3.6e-6\n');
    const rows = lines(stdout).slice(2, -4);
    const columnOf = (mark: string): number =>
      Math.max(...rows.map((row) => row.indexOf(mark, row.search(/[┤│]/))));
    expect(columnOf('B')).toBeGreaterThan(0);
    expect(columnOf('D')).toBeGreaterThan(columnOf('B'));
    const rowOf = (mark: string): number => rows.findIndex((row) => row.includes(mark));
    expect(rowOf('B')).toBeGreaterThan(rowOf('D'));
  });

  test('--output F.svg is the same as a picture, with both marks', async () => {
    const { written = {} } = await sweep('-c sin -x 1 --per-decade 4 -o s.svg --title V');
    const document = checkedSvg(written['s.svg'] ?? '');
    const circles = elements(document, 'circle').map((circle) => circle.getAttribute('class'));
    expect(circles.filter((name) => name === 'error')).toHaveLength(57 + 1);
    for (const mark of ['default', 'best']) {
      expect(circles.filter((name) => name === mark)).toHaveLength(2);
    }
    expect(elements(document, 'title')[0]?.textContent).toBe('V');
  });

  test('leaves out steps without a figure, and says so', async () => {
    const { stdout } = await sweep('-c sqrt -x 0.05 --plot');
    expect(stdout).toContain('without a figure, so without a point: 1 of the steps\n');
  });

  test('has errors of 0 on its lower end', async () => {
    const { status, stdout } = await sweep(
      '-c identity -x 0.5 --eps-from 0.25 --eps-to 0.2 --plot',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('an error of 0 is drawn at the lower end\n');
  });

  test.each([
    ['-c relu -x 0 --plot', /nothing to plot: .*slope 0 on the left and 1 on the right/],
    ['-c exp -x 1e20 --plot', /nothing to plot/],
    ['-c sin -x 1 --plot --json', /--json does not go with --plot or --output/],
    ['-c sin -x 1 -o s.svg --columns eps', /--columns does not go with/],
    ['-c sin -x 1 --width 100', /--width is for figures: add --plot/],
  ])('refuses %s', async (line, message) => {
    expect(await refused(sweep(line))).toMatch(message);
  });
});
