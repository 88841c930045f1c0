import { COMMAND_NAMES, commandOf } from '../../src/cli/commands';
import { refused, run, runMain } from '../support/run-main';

/** Lines of a terminal as people have it; more is scrolled away. */
const FIRST_SCREEN = 42;

describe('help', () => {
  test.each([
    ['--help', /^Usage: dezero-cli \[options\] \[command\]/],
    ['-h', /^Usage: dezero-cli /],
    ['help', /^Usage: dezero-cli /],
    ['diff --help', /^Usage: dezero-cli diff \[options\]/],
    ['help diff', /^Usage: dezero-cli diff /],
    ['sweep --help', /^Usage: dezero-cli sweep \[options\]/],
    ['functions -h', /^Usage: dezero-cli functions \[options\] \[name\]/],
    ['steps --help', /^Usage: dezero-cli steps \[options\] \[step\]/],
    ['completion --help', /^Usage: dezero-cli completion \[options\] <shell>/],
  ])('%s goes to standard output, with examples and exit statuses', async (line, start) => {
    const { status, stdout, stderr } = await run(line);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(start);
    expect(stdout).toMatch(/\nExamples:\n {2}\$ /);
    expect(stdout).toMatch(/\nExit status:/);
    for (const text of stdout.split('\n')) expect(text.length).toBeLessThanOrEqual(80);
  });

  test.each(COMMAND_NAMES)(
    'of %s begins with at most three examples, and the commonest options end on the first screen',
    async (name) => {
      const { stdout } = await run(`${name} --help`);
      const lines = stdout.split('\n');
      const examples = lines.slice(lines.indexOf('Examples:') + 1, lines.indexOf('', 4 + 3));
      expect(examples.length).toBeLessThanOrEqual(3);
      const options = lines.indexOf('Options:');
      expect(options).toBeGreaterThan(lines.indexOf('Examples:'));
      expect(lines.indexOf('', options)).toBeLessThanOrEqual(FIRST_SCREEN);
    },
  );

  test('has options under headings, those of one kind under one', async () => {
    const { stdout } = await run('check --help');
    const headings = stdout.match(/^[A-Z][a-z ]+:$/gm);
    expect(headings).toEqual([
      'Examples:',
      'Arguments:',
      'Options:',
      'Formula:',
      'Points:',
      'Programs:',
      'Rows and columns:',
      'More examples:',
      'Exit status:',
    ]);
  });

  test.each(COMMAND_NAMES)('of %s has each option and each example once', async (name) => {
    const { stdout } = await run(`${name} --help`);
    const terms = stdout.match(/^ {2}(?:\$ .*|-\S.*?)(?= {2}|$)/gm) ?? [];
    const { examples } = commandOf(name);
    expect(terms.length).toBeGreaterThan(examples.length);
    expect(new Set(terms).size).toBe(terms.length);
    for (const example of examples) expect(terms).toContain(`  $ ${example}`);
  });

  test('lists every command with what it does', async () => {
    const { stdout } = await run('--help');
    for (const name of COMMAND_NAMES) {
      expect(stdout).toMatch(new RegExp(`\\n {2}${name} .*[A-Z]`));
    }
  });

  test('without a command goes to standard error, with status 2', async () => {
    const { status, stdout, stderr } = await run('');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Usage: dezero-cli /);
  });

  const TERMINALS = ['input', 'output', 'error'];

  test('is 80 columns wide, whatever the environment says, on a wider terminal too', async () => {
    const plain = await run('diff --help');
    expect(await run('diff --help', { env: { COLUMNS: '40' } })).toEqual(plain);
    const world = { terminals: TERMINALS, columns: 120, env: { NO_COLOR: '1' } };
    expect(await run('diff --help', world)).toEqual(plain);
  });

  test('has its headings and its commands in colour on a terminal, and nothing else', async () => {
    const { stdout } = await run('check --help', { terminals: TERMINALS, columns: 80 });
    // oxlint-disable-next-line no-control-regex
    const coloured = [...stdout.matchAll(/\u001b\[(\d+)m([^\u001b]*)/g)].map(
      ([, colour = '', text = '']) => [colour, text],
    );
    const [bold, cyan] = ['1', '36'].map((wanted) =>
      coloured.filter(([colour]) => colour === wanted).map(([, text]) => text),
    );
    expect(bold?.slice(0, 4)).toEqual(['Usage:', 'Examples:', 'Arguments:', 'Options:']);
    expect(bold?.slice(-2)).toEqual([
      'Verdicts, proved where every function has a formula:',
      'Exit status:',
    ]);
    expect(cyan?.every((text) => text?.includes('dezero-cli check'))).toBe(true);
    expect((await run('check --help')).stdout).not.toContain('\u001b');
  });

  test.each(['', ...COMMAND_NAMES])(
    '%s --help is broken anew on a narrow terminal, and says the same',
    async (command) => {
      const line = `${command} --help`.trim();
      const wide = await run(line);
      const narrow = await run(line, { terminals: TERMINALS, columns: 40, env: { NO_COLOR: '1' } });
      // What is quoted, and a path, is one word.
      const isBreakable = (text: string): boolean => /\S \S/.test(text) && !/['"]/.test(text);
      const wideLines = narrow.stdout.split('\n').filter((text) => text.length > 40);
      expect(wideLines.filter(isBreakable)).toEqual([]);
      const wordsOf = (text: string): string => text.replace(/ \\\n/g, ' ').replace(/\s+/g, ' ');
      expect(wordsOf(narrow.stdout)).toBe(wordsOf(wide.stdout));
    },
  );
});

test.each(['--version', '-V'])('%s prints name and version', async (option) => {
  expect(await run(option)).toEqual({ status: 0, stdout: 'dezero-cli 0.1.0\n', stderr: '' });
});

describe('wrong usage', () => {
  test.each([
    ['frobnicate', /unknown command 'frobnicate'/],
    ['dif -c square', /unknown command 'dif'\. Did you mean diff\?/],
    ['--frobnicate', /unknown option '--frobnicate'/],
    ['diff --chian square -x 1', /unknown option '--chian'\. Did you mean --chain\?/],
    ['diff', /--chain is missing: for example/],
    ['diff -x 1', /--chain is missing/],
    ['diff -c square', /--x is missing: for example/],
    ['diff -c square -x', /--x needs a value: --x <numbers\.\.\.>/],
    ['diff -c', /--chain needs a value: --chain <functions>/],
    ['diff --chain= -x 1', /function 1 of the chain has no name/],
    ['diff -c square --x=', /--x: not a number: ''; a number is needed/],
    ['diff -c square -x 1 abc', /--x: not a number: 'abc'/],
    ['diff -c square -x nan', /--x: not a number: 'nan'; a finite number is needed/],
    ['diff -c square -x - 1', /--x - reads standard input and cannot be mixed/],
    ['diff -c square -x - -x -', /cannot be mixed/],
    ['diff -c square -c exp -x 1', /--chain was given 2 times; give it only once/],
    ['diff -c square --chain-file f -x 1', /--chain and --chain-file both give a chain/],
    ['diff -c square -x 1 --eps 0', /eps = 0 is not a positive number: choose --eps/],
    ['diff -c square -x 1 --eps 1e-4 --eps 1e-5', /--eps was given 2 times/],
    ['diff x^2 --x 1 --columns x,bound', /the column bound needs --method best: only that knows/],
    ['diff x^2 --at x=1 --input f', /--at and --input both say where points come from; use one/],
    ['graph x^2 --x 1 --at x=2', /--x and --at both say where; use one of them/],
    ['graph x^2 --at x=1:2:1', /--at: one point is needed, not 'x=1:2:1'/],
    [
      'diff -c square -x 1 --method best-of',
      /--method: 'best-of' is none of central, forward, backward/,
    ],
    ['diff -c square -x 1 --method centrall', /Did you mean 'central'\?/],
    ['diff -c square -x 1 -f xml', /--format: 'xml' is none of table, json, jsonl, csv, tsv/],
    ['diff -c square -x 1 -f csv --json', /--json and --format csv contradict each other/],
    ['diff -c square -x 1 --columns x,z', /--columns: 'z' is none of x, y, numerical/],
    ['diff -c square -x 1 --columns backprob', /Did you mean 'backprop'\?/],
    ['diff -c square -x 1 --columns x,y,x', /--columns: x is named twice/],
    ['diff -c square -x 1 --columns=', /--columns: '' is none of/],
    ['diff -c square -x 1 --only z', /--only: 'z' is none of/],
    ['diff -c square -x 1 --only y --columns x', /--only prints one bare column, so --columns/],
    ['diff -c square -x 1 --only y --json', /--only prints one bare column, so --json does/],
    ['diff -c square -x 1 --only y --trace', /so --trace does not go with it/],
    [
      'diff -c square -x 1 --trace -f csv',
      /--trace does not fit into csv: use table, json or jsonl/,
    ],
    [
      'diff -c square -x 1 --precision 0',
      /--precision: a whole number from 1 to 17 is needed, not '0'/,
    ],
    ['diff -c square -x 1 --precision 2.5', /a whole number from 1 to 17/],
    ['diff -c square -x 1 --precision 18', /a whole number from 1 to 17/],
    [
      'diff -c square -x 1 --color sometimes',
      /--color: 'sometimes' is none of auto, always, never/,
    ],
    ['functions a b', /unexpected argument 'b'/],
    ['diff -c square exp -x 1', /--chain and the formula both say what to differentiate/],
    [
      'diff square exp -x 1',
      /unexpected argument 'exp'; a formula with blanks stands in quotes, chains are joined with commas/,
    ],
    ['diff --x --chain square', /--x needs a value, but --chain follows it/],
    ['diff -c -x 1', /--chain needs a value, but -x follows it/],
    ['diff -c square -x 1 --eps --method forward', /--eps needs a value, but --method follows it/],
    ['diff -c square -x 1 --only x,y', /--only takes one column; for several use --columns/],
    ['help frobnicate', /unknown command 'frobnicate'/],
    ['help -?', /unknown command '-\?'/],
    ['-?', /unknown command '-\?'/],
    ['functions cot', /unknown function 'cot': write 1\/tan\(x\)/],
    ['diff square,cot --x 1', /unknown function 'cot': write 1\/tan\(x\)/],
    ['diff square,clip(0,1) --x 1', /unknown function 'clip': write min\(max\(x, 0\), 1\)/],
    ['diff square,sec(2) --x 1 --define sec(x)=1/cos(x)', /sec takes no parameters/],
    ['diff t^2 --t 2', /unknown option --t: a variable gets its value by --at, as in --at t=2\n/],
    ['diff x*t --t 2', /a variable gets its value by --at, as in --at x=1,t=2\n/],
    ['plot x^2 --x 1', /unknown option --x: plot goes along a variable, from --from to --to, and/],
    ['help dif', /unknown command 'dif'\. Did you mean 'diff'\?/],
    [
      'steps 0',
      /step: a whole number from 1 to 10, or one of 11, 13, 14, 16, is needed, not '0'\n/,
    ],
    [
      'steps 12',
      /one of 11, 13, 14, 16, is needed, not '12': that one, variable-length arguments, has/,
    ],
    ['steps 15', /is needed, not '15': that one, the theory of complex graphs, has no figures/],
    ['steps 17', /or one of 11, 13, 14, 16, is needed, not '17'\n/],
    ['steps 1.5', /is needed, not '1.5'\n/],
    ['steps two', /step: not a number: 'two'/],
  ])('%j: status 2, nothing on standard output, and a message', async (line, message) => {
    expect(await refused(run(line))).toMatch(message);
  });

  test('ends with where help is', async () => {
    expect((await run('diff --chian x')).stderr).toMatch(/\nTry 'dezero-cli diff --help'\.\n$/);
    expect((await run('dif')).stderr).toMatch(/\nTry 'dezero-cli --help'\.\n$/);
  });

  test('an unknown function shows its place and the list of functions', async () => {
    expect((await run('diff -c square,sqaure -x 1')).stderr).toBe(
      [
        "dezero-cli: unknown function 'sqaure'. Did you mean 'square'?",
        '  square,sqaure',
        '         ^^^^^^',
        "List them with 'dezero-cli functions'.",
        '',
      ].join('\n'),
    );
  });

  test.each([
    [['\u001b]0;pwned\u0007']],
    [['diff', '--\u001b[31mevil']],
    [['diff', '--chain', '\u001b[31mevil\u001b[0m', '--x', '1']],
    [['diff', '--chain', 'a\u202egnp.exe', '--x', '1']],
    [['diff', '--chain', 'square', '--x', '\u009b2J']],
    [['diff', '--chain', 'square', '--x', '1', '--format', '\r\u0007']],
    [['functions', '\u001b[2J']],
    [['diff', '--chain-file', '\u001b[2J', '-x', '1']],
  ])('%j has no power over the terminal', async (args) => {
    const { status, stderr } = await runMain(args);
    expect(status).toBe(2);
    // oxlint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(stderr).toMatch(/\\u\{/);
  });

  test('a line break in an unknown option does not start a line of its own', async () => {
    const { stderr } = await runMain(['diff', '--x\ndezero-cli: all is well']);
    expect(stderr.split('\n')).toHaveLength(3);
  });

  test('a long unknown word is cut', async () => {
    expect((await runMain(['z'.repeat(100_000)])).stderr.length).toBeLessThan(500);
  });
});

describe('an option that this command lacks', () => {
  test.each([
    [
      'diff --output f',
      "unknown option '--output' of diff, which plot, graph and sweep have; > FILE writes what is printed to a file",
    ],
    ['diff x^2 --x 3 --failing', "unknown option '--failing' of diff, which check has"],
    ['--ascii', "unknown option '--ascii', which plot, graph and sweep have"],
    [
      'diff x^2 --x 3 --colums y',
      "unknown option '--colums'. Did you mean one of --column, --columns?",
    ],
    ['diff x^2 --x 3 --frobnicate', "unknown option '--frobnicate'"],
  ])('is told which command has it: %s', async (line, told) => {
    const { status, stderr } = await run(line);
    expect([status, stderr.split('\n')[0]]).toEqual([2, `dezero-cli: ${told}`]);
  });
});

test('a shell that is missing is asked for, with what to type', async () => {
  const { stderr } = await run('completion');
  expect(stderr).toMatch(
    /^dezero-cli: which shell\? completion bash, completion zsh, completion fish\n/,
  );
});

test.each(['-Infinity', '-NaN', '-inf', '-nan'])(
  '%s after --x is read as a number',
  async (word) => {
    for (const line of [`diff x^2 --x ${word}`, `diff x^2 --x 1 2 ${word}`]) {
      const { status, stderr } = await run(line);
      expect([status, stderr.split('\n')[0]]).toEqual([
        2,
        `dezero-cli: --x: not a number: '${word}'; a finite number is needed`,
      ]);
    }
  },
);
