/** @file Output on terminals of 40, 80 and 120 columns: no line is too wide, no word is broken, nothing is lost. */

import { type Outcome, runMain, type World } from '../support/run-main';
import { some } from '../support/portions';

/** Of every command the pages and tables that people see, with long formulas and long numbers. */
const COMMANDS: readonly (readonly string[])[] = [
  ['diff', '--chain', 'square,exp,square', '--x', '0.5'],
  ['diff', '--chain', 'square,exp,square', '--x', '0.5', '1', '-1.5', '0.1'],
  ['diff', '--chain', 'square,exp,square', '--x', '0.5', '1', '--trace'],
  ['diff', 'x*exp(-x)', '--x', '1e-300', '-1.2345678901234567e-7', '3.3333333333333335'],
  ['diff', 'x*exp(y)-y^2', '--at', 'x=1,y=2'],
  ['diff', 'a*x^2+b*x+c*sin(d*x)', '--at', 'a=1,b=2,c=3,d=4,x=5', '--at', 'a=1,b=2,c=3,d=4,x=6'],
  ['diff', 'x*exp(-x)', '--x', '0.1', '--digits', '60'],
  ['diff', 'sin(x)*exp(-x^2/2)*cos(3x)+log(1+x^2)/sqrt(1+x^4)', '--x', '0.7'],
  ['diff', '--chain', Array.from({ length: 30 }, () => 'sin').join(','), '--x', '0.3'],
  ['diff', 'abs(x)', '--x', '0'],
  ['diff', 'relu(x)', '--x', '-1e-200', '--method', 'best'],
  ['diff', 'log(x)', '--x', '1', '-1', '2', '--keep-going'],
  ['check', 'x*exp(-x); exp(-x)*(1-x)'],
  ['check', 'x*exp(-x); exp(-x)*(1+x)', '--x', '1', '2', '3'],
  ['check', 'x*exp(y) - y^2; dx = exp(y); dy = x*exp(y) - 3y'],
  ['check', 'square,bump,exp', '--define', 'bump(x) = x*exp(-x); exp(-x)*(1-2x)', '--x', '1'],
  ['check', 'x^2*sin(1/x)', '--x', '1e-9'],
  ['check', '--all'],
  ['functions'],
  ['functions', 'sqrt'],
  ['functions', 'add'],
  ['functions', 'atan2'],
  ['sweep', '--chain', 'square,exp,square', '--x', '0.5'],
  ['sweep', 'x*exp(-x)', '--x', '3', '--columns', 'eps,numerical,error,regime,mark,best,bound'],
  ['sweep', 'x*exp(-x)', '--x', '3', '--plot'],
  ['plot', 'x*exp(-x)', '--from', '-1', '--to', '5'],
  ['plot', '--chain', 'tan'],
  ['graph', '--chain', 'square,exp,square'],
  ['graph', '--chain', 'square,exp,square', '--x', '0.5'],
  ['graph', 'x*exp(y)-y^2', '--at', 'x=1,y=2', '--precision', 'all'],
  ['graph', '--chain', 'softplus,leakyRelu,tanh', '--x', '-12.3456789', '--precision', 'all'],
  ['graph', '--chain', Array.from({ length: 30 }, () => 'sin').join(','), '--x', '0.3'],
  ['graph', '3', '--x', '2'],
  ['diff', '3', '--x', '2'],
  ['plot', 'x^2', '--title', 'a title of many words that is longer than a narrow terminal is wide'],
  ['graph', 'sin(x)*exp(-x^2/2)*cos(3x)+log(1+x^2)/sqrt(1+x^4)', '--x', '1'],
  ['steps'],
  ...['4', '7', '10', '16'].map((step) => ['steps', step]),
];

// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001b\[\d+m/g;

function linesOf(text: string): string[] {
  return text.replace(COLOURS, '').split('\n');
}

function on(columns: number, args: readonly string[], world: World = {}): Promise<Outcome> {
  return runMain(args, { terminals: ['input', 'output', 'error'], columns, ...world });
}

/** What stands in a text, whatever the layout: its words, and the numbers in it. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .replace(COLOURS, '')
      .split(/[\s│┼─→←]+/)
      .filter((word) => /\w/.test(word))
      .map((word) => word.replace(/:$/, '')),
  );
}

/** What the commands write without a terminal, or on one of so many columns: several tests look at it. */
const written = new Map<string, Promise<Outcome>>();

function outcomeOf(args: readonly string[], columns?: number): Promise<Outcome> {
  const key = JSON.stringify([columns, ...args]);
  const outcome = written.get(key) ?? (columns === undefined ? runMain(args) : on(columns, args));
  written.set(key, outcome);
  return outcome;
}

describe.each([40, 80, 120])('on a terminal of %d columns', (columns) => {
  test.each(COMMANDS.map((args) => [args.join(' '), args]))('%s keeps to them', async (_, args) => {
    const { stdout, stderr } = await outcomeOf(args, columns);
    const wide = linesOf(stdout + stderr).filter((line) => line.length > columns);
    expect(wide).toEqual([]);
    expect(linesOf(stdout).filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

test.each(
  COMMANDS.filter(([name]) => name !== 'plot' && name !== 'graph')
    .filter((args) => !args.includes('--plot') && !args.includes('--digits'))
    .map((args) => [args.join(' '), args]),
)(
  '%s says on a narrow terminal what it says where there is none, word for word',
  async (_, args) => {
    const wide = await outcomeOf(args);
    const narrow = await outcomeOf(args, 40);
    const missing = (from: string, to: string): string[] =>
      [...wordsOf(from)].filter((word) => !wordsOf(to).has(word));
    // A long call in a heading is cut to the width; all else is there, and no word in two pieces.
    const cut = (word: string): boolean => /[()]/.test(word) || /^functions\]|^\[/.test(word);
    expect(missing(wide.stdout, narrow.stdout).filter((word) => !cut(word))).toEqual([]);
    expect(missing(narrow.stdout, wide.stdout).filter((word) => !cut(word))).toEqual([]);
    expect(missing(wide.stderr, narrow.stderr)).toEqual([]);
  },
);

test('where the output is no terminal, a width changes nothing', async () => {
  for (const args of some(COMMANDS, 3)) {
    const plain = await outcomeOf(args);
    expect(await runMain(args, { columns: 40 })).toEqual(plain);
  }
});

test('rows that are too wide become a block of lines each: names, and what they hold', async () => {
  const { stdout } = await on(40, ['diff', '--chain', 'square', '--x', '0.1', '2'], {
    env: { NO_COLOR: '1' },
  });
  expect(stdout).toBe(`\
x          0.1
y          0.010000000000000002
numerical  0.2000000000000005
backprop   0.2

x          2
y          4
numerical  4.000000000004
backprop   4
`);
});

describe('colours stand for roles, the same in all commands, and words say the same', () => {
  const [green, red, yellow] = [32, 31, 33].map(
    (code) => (text: string) => `\u001b[${String(code)}m${text}\u001b[39m`,
  ) as [(text: string) => string, (text: string) => string, (text: string) => string];

  test.each<[string[], string, string]>([
    [['check', 'square', '--x', '2'], green('agree'), green('dezero-cli:')],
    [['check', 'x^2; 3x', '--x', '2'], red('disagree'), red('dezero-cli:')],
    [['check', 'abs(x); 0.5', '--x', '0'], yellow('kink'), yellow('dezero-cli:')],
    [['check', 'x^2*sin(1/x)', '--x', '1e-9'], yellow('imprecise'), yellow('dezero-cli:')],
    [
      ['check', 'x*exp(y); dx = exp(y); dy = x', '--at', 'x=1,y=2'],
      red('disagree'),
      red('dezero-cli:'),
    ],
    [['diff', 'abs(x)', '--x', '0'], '', yellow('dezero-cli: warning:')],
    [['diff', 'log(x)', '--x', '-1'], '', red('dezero-cli:')],
    [['diff', 'x^2+)', '--x', '1'], '', red('^')],
    [['diff', 'sqaure', '--x', '1'], '', "\u001b[36m'square'\u001b[39m"],
    [['functions'], '\u001b[36mabs\u001b[39m', ''],
    [['functions', 'sqrt'], '\u001b[36mdezero-cli diff --chain sqrt --x 10\u001b[39m', ''],
    [['functions', 'sqrt'], '\u001b[1mdomain\u001b[22m', ''],
    [['diff', 'x^2', '3'], '', "Perhaps: \u001b[36mdezero-cli diff 'x^2' --x 3\u001b[39m\n"],
    [['diff', 'x^2', '3'], '', "Try \u001b[36m'dezero-cli diff --help'\u001b[39m.\n"],
    ...[
      ['diff', 'square', '--x', '2'],
      ['graph', 'square', '--x', '2'],
      ['sweep', 'square', '--x', '2'],
    ].map((args): [string[], string, string] => [args, '\u001b[1msquare(x) at x = 2', '']),
    ...[
      ['diff', 'square', '--x', '2'],
      ['sweep', 'square', '--x', '2'],
      ['sweep', 'square', '--x', '2', '--plot'],
      ['plot', 'reciprocal'],
      ['steps', '3'],
    ].map((args): [string[], string, string] => [args, '\u001b[2m', '']),
  ])('in %j', async (args, output, error) => {
    const { stdout, stderr } = await on(80, args);
    expect(stdout).toContain(output);
    expect(stderr).toContain(error);
  });

  test.each([
    ['--color never', ['--color', 'never'], {}],
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['TERM=dumb', [], { TERM: 'dumb' }],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
  ])('%s: none, and the same words', async (_, flags, env) => {
    for (const args of [
      ['check', 'x^2; 3x', '--x', '2'],
      ['diff', 'abs(x)', '--x', '0'],
      ['diff', 'log(x)', '--x', '-1'],
    ]) {
      const colored = await on(80, args);
      const plain = await on(80, [...args, ...flags], { env: env });
      expect(plain.stdout + plain.stderr).not.toContain('\u001b');
      expect(plain.stdout).toBe(colored.stdout.replace(COLOURS, ''));
      expect(plain.stderr).toBe(colored.stderr.replace(COLOURS, ''));
    }
  });

  test('carets stand below the place in an excerpt that is cut for a narrow terminal', async () => {
    const formula = `${'x + '.repeat(20)}sinn(x)${' + x'.repeat(20)}`;
    const { stderr } = await on(40, ['diff', formula, '--x', '1'], { env: { NO_COLOR: '1' } });
    const lines = stderr.split('\n');
    const carets = lines.findIndex((line) => /^ *\^+$/.test(line));
    const [above = '', below = ''] = lines.slice(carets - 1, carets + 1);
    expect(above).toMatch(/^ {2}….*…$/);
    expect([above.length, above.slice(below.indexOf('^'), below.length)]).toEqual([40, 'sinn']);
  });

  test('a proposal is broken so that it can be pasted on a narrow terminal', async () => {
    const { stderr } = await on(40, ['diff', 'x^2', '+', '1', '--x', '3']);
    const proposed = stderr.slice(stderr.indexOf('Perhaps: ')).replace(COLOURS, '');
    expect(proposed).toBe("Perhaps: dezero-cli diff 'x^2 + 1' --x \\\n           3\n");
    const pasted = proposed.replace('Perhaps: dezero-cli ', '').replace(/ \\\n\s*/g, ' ');
    expect(pasted.trim()).toBe("diff 'x^2 + 1' --x 3");
  });

  test('an apostrophe begins no name', async () => {
    const { stderr } = await on(200, ['functions', '--define', 'sign(x) = x^2; 2x']);
    expect(stderr).toContain("the catalogue's");
    expect(stderr).not.toContain('\u001b[36m');
  });
});

test('the partials of a program have the colours of their verdicts, and notes below', async () => {
  const values = (input: string): string =>
    input
      .trim()
      .split('\n')
      .map((line) => `${String(Number(line) ** 2)} ${String(3 * Number(line))}\n`)
      .join('');
  const { stdout } = await on(80, ['check', '--program', './model', '--at', '3'], {
    program: (_, input) =>
      Promise.resolve({ stdout: values(input), ended: { kind: 'status', status: 0 } }),
  });
  expect(stdout).toContain('│ \u001b[31mdisagree\u001b[39m\n    ');
});
