/** @file Formulas from files and definitions, and formulas that are long or deep. */

import { refused, type Outcome, run, runMain, words } from '../support/run-main';
import { runs, some } from '../support/portions';

const COMMANDS = [
  'diff --x 0.5',
  'diff --x 0.5 --only backprop',
  'check --x 0.5',
  'sweep --x 0.5',
  'plot --from 0 --to 1',
  'graph',
  'graph --format svg',
  'graph --format dot',
];

const defining = (line: string, ...texts: readonly string[]): Promise<Outcome> =>
  runMain([...words(line), ...texts.flatMap((text) => ['--define', text])]);

describe('--formula-file', () => {
  const read = (text: string): Promise<Outcome> =>
    run('diff --formula-file f.txt --x 3 --only backprop', { files: { 'f.txt': text } });

  test.each([
    ['a byte-order mark and a line end', '\ufeffx^2\r\n'],
    ['line ends inside', 'x^2\n  + 0\n'],
    ['no line end', 'x^2'],
  ])('with %s', async (_, text) => {
    expect(await read(text)).toEqual({ status: 0, stdout: '6\n', stderr: '' });
  });

  test.each(['', ' \n', '\ufeff'])('empty: %j', async (text) => {
    expect(await refused(read(text))).toMatch(
      /^dezero-cli: in 'f\.txt': there is no formula: write one, /,
    );
  });

  test('in another encoding is refused with what to do, as a chain is', async () => {
    for (const [option, text] of [
      ['--formula-file', '\ufeffx^2'],
      ['--chain-file', 'square'],
    ] as const) {
      const files = { 'f.txt': Buffer.from(text, 'utf16le') };
      expect(await refused(run(`diff ${option} f.txt --x 3`, { files }))).toMatch(
        /^dezero-cli: in 'f\.txt': line 1: the input is UTF-16, and UTF-8 is read: iconv -f UTF-16/,
      );
    }
  });

  test('that is not there, and beside a formula', async () => {
    const missing = await run('diff --formula-file none --x 3');
    expect([missing.status, missing.stderr]).toEqual([
      2,
      "dezero-cli: cannot read 'none': ENOENT: no such file or directory\n",
    ]);
    const both = await run('diff x^2 --formula-file none --x 3');
    expect([both.status, both.stderr]).toEqual([2, expect.stringMatching(/use one of them/)]);
  });
});

describe('--define', () => {
  const ONLY = '--x 3 --columns y,backprop -f csv --no-header';

  test.each([
    // e^-3 (1 - 3), and twice that times 3 e^-3.
    ['bump(x)+1', 'bump(x) = x*exp(-x)', 1.1493612051035917, -0.09957413673572789],
    ['bump,square', 'bump(x) = x*exp(-x)', 0.022308769589997224, -0.0297450261199963],
    ['bump(x)+1', 'bump(x) = x*exp(-x); 7', 1.1493612051035917, 7],
    ['m(x, 2)', 'm(a, b) = max(a, b)^2', 9, 6],
    ['m(2, x)', 'm(a, b) = max(a, b)^2', 9, 6],
    ['m(x, x^2)', 'm(a, b) = a*b', 27, 27],
    ['m(x, x^2)', 'm(a, b) = a*b; b; 2*a', 27, 45],
    ['m(x, x^2)', 'm(a, b) = a*b; db = a; da = 0', 27, 18],
  ])('%s with %s', async (formula, definition, y, slope) => {
    const { status, stdout, stderr } = await defining(
      `diff ${formula.replaceAll(' ', '')} ${ONLY}`,
      definition,
    );
    const [value, backprop] = stdout.split(',').map(Number) as [number, number];
    expect([status, stderr]).toEqual([0, '']);
    expect(Math.abs(value - y)).toBeLessThanOrEqual(2 ** -51 * y);
    expect(Math.abs(backprop - slope)).toBeLessThanOrEqual(2 ** -50 * Math.abs(slope));
  });

  test('without a claim becomes part of the graph, with one a node', async () => {
    const part = await defining('graph f(x)+1', 'f(x) = x*exp(-x)');
    expect(part.stdout).toMatch(/exp\(/);
    const node = await defining('graph f(x)+1', 'f(x) = x*exp(-x); exp(-x)*(1-x)');
    expect(node.stdout).toContain('│ f(x)\n');
    expect(node.stdout).not.toMatch(/exp/);
  });

  test('may take the name of a new function, which is said', async () => {
    expect(await defining(`diff min(x)+1 ${ONLY}`, 'min(x) = x^3')).toEqual({
      status: 0,
      stdout: '28,27\n',
      stderr: "dezero-cli: warning: your min takes the place of the catalogue's\n",
    });
  });

  test('may not take the name of another that is defined, whatever that has replaced', async () => {
    const twice = await defining('diff min(x) --x 2', 'min(x) = x^2', 'min(x) = x^3');
    expect([twice.status, twice.stderr]).toEqual([
      2,
      expect.stringMatching(/there is already a function 'min'/),
    ]);
  });
});

describe('neither time nor stack runs out', () => {
  const doubled = (of: (f: string) => string): string[] => [
    'f0(x) = x/2 + 1',
    ...Array.from({ length: 19 }, (_, i) => `f${String(i + 1)}(x) = ${of(`f${String(i)}`)}`),
  ];

  test.each([
    ['shared', (f: string) => `${f}(x)/2 + ${f}(x)/2`, 0, /^/],
    ['nested', (f: string) => `${f}(${f}(x))`, 2, /put together are too long: more than 50000/],
  ])('nineteen definitions, each twice in the next: %s', async (_, of, expected, message) => {
    for (const command of some(COMMANDS, 2)) {
      const { status, stderr } = await defining(
        `${command} f19(x)`.replace(/^(\w+) (.*) (\S+)$/, '$1 $3 $2'),
        ...doubled(of),
      );
      expect([command, status]).toEqual([command, expected]);
      expect(stderr).toMatch(message);
    }
  });

  const CALLS = runs(300, 3);
  const LONG: readonly (readonly [string, string])[] = [
    ['4,000 characters', Array.from({ length: 444 }, () => 'sin(x)*x').join('+')],
    ['1,000 parentheses', `${'('.repeat(1000)}x${')'.repeat(1000)}`],
    ['hundreds of calls', `${'sin('.repeat(CALLS)}x${')'.repeat(CALLS)}`],
    ['4,000 signs', `${'-'.repeat(4000)}x`],
  ];
  test.each(LONG)('%s', async (_, text) => {
    for (const command of some(COMMANDS, 2)) {
      const line = [...words(command), '--formula-file', 'f.txt'];
      const { status, stdout, stderr } = await runMain(line, { files: { 'f.txt': text } });
      if (status !== 0) expect([stdout, stderr]).toEqual(['', expect.stringMatching(/draws/)]);
      expect(stderr.length).toBeLessThan(700);
    }
  });

  test('10,000 terms', async () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `${String(i + 1)}*x`).join('+');
    const line = words('diff --x 0.5 --only backprop --formula-file f.txt');
    expect(await runMain(line, { files: { 'f.txt': text } })).toMatchObject({
      stdout: '50005000\n',
    });
  });
});
