import { Command } from 'commander';
import { ChoiceOption } from '../../src/cli/options/choice-option';
import { COMMAND_NAMES } from '../../src/cli/commands';
import { describeProgram } from '../../src/cli/describe-program';
import { programWith } from '../../src/cli/program';
import { catalogue } from '../../src/functions/catalogue';
import { describeWith, testWith } from '../support/machine';
import { bash } from '../support/program';
import { refused, run, runMain } from '../support/run-main';
import { offeredByFish, print, sourcing, type, type Typed } from '../support/shells';

const program = programWith(COMMAND_NAMES, () => Promise.resolve());
const described = describeProgram(program);

const COMMANDS = [...COMMAND_NAMES, 'help'];
const FORMATS = ['table', 'json', 'jsonl', 'csv', 'tsv'];
const DIFF_COLUMNS = [
  ...'x y numerical backprop absoluteError relativeError bound exact exactY'.split(' '),
  'digits',
];
const AFTER_SI = ['sigmoid', 'sign', 'silu', 'sin', 'sinc', 'sinh'];

/** A command line without the name of the program, and what may stand at its end. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['', COMMANDS],
  ['di', ['diff']],
  ['frobnicate --', []],
  // Functions, wherever the shell has the beginning of a chain.
  ['diff --chain square,si', AFTER_SI],
  ['diff -c square,si', AFTER_SI],
  ['diff -csquare,si', AFTER_SI],
  ['diff --chain=square,si', AFTER_SI],
  ['diff --chain square,exp,si', AFTER_SI],
  ['diff --chain si', AFTER_SI],
  ['diff --chain=si', AFTER_SI],
  ["diff --chain 'square|si", AFTER_SI],
  ["diff --chain='square|exp,si", AFTER_SI],
  ['diff --chain "square|si', AFTER_SI],
  ['diff --chain square\\|si', AFTER_SI],
  ['diff --chain "square, si', AFTER_SI],
  ["diff --chain='square, si", AFTER_SI],
  ["diff --chain 'pow(2),si", AFTER_SI],
  ["diff --chain 'pow(2", []],
  ["diff --chain 'pow(s", []],
  ['diff --chain square,arcs', ['arcsin', 'arcsinh']],
  ['check --x 1 2 --chain square,sq', ['sqrt', 'square']],
  ['diff --chain ', catalogue.names],
  ['diff --chain square,', catalogue.names],
  ['functions sq', ['sqrt', 'square']],
  ['functions --json sq', ['sqrt', 'square']],
  // Columns, each once.
  ['diff --columns x,y,', DIFF_COLUMNS.slice(2)],
  ['diff --columns=x,y,', DIFF_COLUMNS.slice(2)],
  ["diff --columns 'numerical,", DIFF_COLUMNS.filter((name) => name !== 'numerical')],
  ['diff --columns x,y,nu', ['numerical']],
  ['sweep --columns eps,e', ['error']],
  ['diff --only ', DIFF_COLUMNS],
  // Other words.
  ['diff --format ', FORMATS],
  ['diff -fj', ['json', 'jsonl']],
  ['diff -f j', ['json', 'jsonl']],
  ['diff --format=t', ['table', 'tsv']],
  ['graph --format ', ['text', 'dot', 'mermaid', 'svg']],
  ['diff --method ', ['central', 'forward', 'backward', 'best']],
  ['sweep --method ', ['central', 'forward', 'backward']],
  ['diff --color ', ['auto', 'always', 'never']],
  ['steps ', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '13', '14', '16']],
  ['completion ', ['bash', 'zsh', 'fish']],
  ['help s', ['sweep', 'steps']],
  // Files, and what cannot be known.
  ['diff --input po', ['points.csv', 'points.tsv']],
  ['graph -c square -o po', ['points.csv', 'points.tsv']],
  ['diff --eps ', []],
  ['diff --precision ', []],
  // Options.
  ['diff --ch', ['--chain', '--chain-file']],
  ['diff --chain square --x 0.5 -0.7 --fo', ['--format', '--formula-file']],
  ['diff --module a --mo', ['--module']],
  ['check --chain=square --q', ['--quiet']],
  ['diff --eps -1 --fo', ['--format', '--formula-file']],
  ['diff --x -1 -.5 -c square,sq', ['sqrt', 'square']],
  ['diff --chain diff --fo', ['--format', '--formula-file']],
  ['--v', ['--version']],
];

/** The options of a command, as its help lists them. */
async function optionsInHelp(command: string): Promise<string[]> {
  const { stdout } = await runMain([command, '--help']);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, long = '']) => long);
}

/** Every option that takes one of some words, and those words. */
const WORD_OPTIONS = described.commands.flatMap(({ name, options }) =>
  options.flatMap(({ long, values }) =>
    values.kind === 'words' ? [[`${name} ${long} `, values.words] as const] : [],
  ),
);

async function allCases(): Promise<(readonly [string, readonly string[]])[]> {
  const options = await Promise.all(
    COMMAND_NAMES.map(async (name) => [`${name} --`, await optionsInHelp(name)] as const),
  );
  return [...CASES, ...WORD_OPTIONS, ...options];
}

/** A word that is offered, without what stands before it in the same word of the line. */
function lastPart(offer: string): string {
  const value = offer.replace(/=$/, '').replace(/^--[a-z-]+=|^-[cf](?=.)/, '');
  return value.replace(/^.*[,|'"\\] ?/, '');
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** The words that a shell has put at the end of a line; none where it has left the line alone. */
function insertedIn(line: string, typed: string): string[] {
  if (line.trim() === typed.trim()) return [];
  const shared = typed.slice(0, typed.search(/(?:\\.|[^\s'"\\]|'[^']*'?|"[^"]*"?)*$/));
  const rest = line.startsWith(shared) ? line.slice(shared.length) : line;
  return rest
    .split(/ +/)
    .map(lastPart)
    .filter((word) => /^[\w.-]+$/.test(word));
}

const completionOf = (line: string): Promise<{ status: number; stdout: string; stderr: string }> =>
  run(`completion ${line}`);

describe('the command', () => {
  test.each(['bash', 'zsh', 'fish'])('prints a script for %s, and nothing else', async (shell) => {
    const { status, stdout, stderr } = await completionOf(shell);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^# Completion for dezero-cli 0\\.1\\.0 in ${shell}`, 'm'));
    expect(stdout).toMatch(/[^\n]\n$/);
    expect(await completionOf(shell)).toEqual({ status, stdout, stderr });
  });

  for (const shell of ['bash', 'zsh', 'fish']) {
    testWith(shell)(`prints a script that ${shell} can read`, async () => {
      const { stdout } = await completionOf(shell);
      const read = bash(`cat | ${shell} -n /dev/stdin`, stdout);
      expect(read).toMatchObject({ status: 0, stdout: '', stderr: '' });
    });
  }

  test.each([
    ['powershell', "shell: 'powershell' is none of bash, zsh, fish.\n"],
    ['fihs', "shell: 'fihs' is none of bash, zsh, fish. Did you mean 'fish'?\n"],
    ['', 'which shell? completion bash, completion zsh, completion fish\n'],
    ['bash zsh', "unexpected argument 'zsh'"],
  ])('completion %s is wrong usage', async (line, message) => {
    const stderr = await refused(completionOf(line));
    expect(stderr).toContain(`dezero-cli: ${message}`);
    expect(stderr).toContain("Try 'dezero-cli completion --help'");
  });
});

describe('every option says what may be given for it', () => {
  /** What their placeholders stand for cannot be listed: numbers, and names in the user's own files. */
  const FREE =
    /^<(number|numbers|part|step|steps|digits|count|threads|formula|name|text|point|variables?|command|seconds)(\.\.\.)?>$/;
  const commands: readonly Command[] = program.commands;
  const takingValues = commands.flatMap((command) =>
    command.options.flatMap((option) => {
      const [placeholder] = /[<[].*$/.exec(option.flags) ?? [];
      return placeholder === undefined
        ? []
        : [{ name: `${command.name()} ${option.long ?? ''}`, placeholder, option }];
    }),
  );

  test.each(takingValues)('$name, which takes $placeholder', ({ name, placeholder, option }) => {
    if (FREE.test(placeholder) || name.endsWith(' --names')) return;
    expect(option instanceof ChoiceOption && option.values.kind !== 'text').toBe(true);
  });

  const NEEDED: Readonly<Record<string, string>> = {
    diff: '-c square -x 1',
    check: '-c square -x 1',
    sweep: '-c square -x 1',
    graph: '-c square',
    plot: '-c square',
  };

  test.each(takingValues)('$name: the words are those that it takes', async ({ name, option }) => {
    const [command = '', flag = ''] = name.split(' ');
    const needed = (NEEDED[command] ?? '').split(' ').filter((word) => word !== '');
    const own = ['--chain', '-c', '--x', '--chain-file', '--input', '--module', '--wrt'];
    if (own.includes(flag)) return;
    const { stderr } = await runMain([command, ...needed, `${flag}=no such word`]);
    const [, list] = /: 'no such word' is none of (.*)\.\n/.exec(stderr) ?? [];
    const values = option instanceof ChoiceOption ? option.values : undefined;
    expect(list?.split(', ')).toEqual(values && 'words' in values ? values.words : undefined);
  });

  test('and arguments too', () => {
    const kinds = described.commands.flatMap(({ name, arguments: all }) =>
      all.map(({ values }) => `${name}: ${values.kind}`),
    );
    expect(kinds).toEqual([
      'diff: chain',
      'check: chain',
      'plot: chain',
      'graph: chain',
      'functions: function',
      'sweep: chain',
      'steps: words',
      'completion: words',
      'help: words',
    ]);
  });
});

describe.each(['bash', 'zsh'] as const)('%s', (shell) => {
  describeWith('script of util-linux', shell)('in a terminal', () => {
    test('offers what may come next, and starts no program', async () => {
      const cases = await allCases();
      const typed = cases.map(([text]): Typed => ({ text: `dezero-cli ${text}`, key: 'all' }));
      const lines = await type(shell, typed);
      const offered = lines.map((line, i) => [
        typed[i]?.text,
        sorted(insertedIn(line, typed[i]?.text ?? '')),
      ]);
      expect(offered).toEqual(
        cases.map(([text, expected]) => [`dezero-cli ${text}`, sorted(expected)]),
      );
    });

    /** What one tabulator makes of a line. */
    const TABS: readonly (readonly [string, string])[] = [
      ['dif', 'diff '],
      ['diff --chain square,sinh', 'diff --chain square,sinh'],
      ['diff --chain square,squ', 'diff --chain square,square'],
      ['diff --chain=square,squ', 'diff --chain=square,square'],
      ['diff -csquare,squ', 'diff -csquare,square'],
      ['diff --chain square\\|squ', 'diff --chain square\\|square'],
      ['diff --columns=x,y,nu', 'diff --columns=x,y,numerical'],
      ['diff --me', shell === 'bash' ? 'diff --method ' : 'diff --method='],
      ['diff --no', 'diff --no-header '],
      ['diff --method be', 'diff --method best '],
      ['diff --method=be', 'diff --method=best '],
      ['diff --input poi', 'diff --input points.'],
      ['diff --input points.c', 'diff --input points.csv '],
      ['diff --input=points.c', 'diff --input=points.csv '],
      ['diff --input wi', 'diff --input with\\ space.txt '],
      ['diff --input su', 'diff --input sub/'],
      ['diff -c square --chain', 'diff -c square --chain-file'],
      ['diff --eps 1', 'diff --eps 1'],
      ['diff --x 1 2', 'diff --x 1 2'],
      [
        'diff --module a --modu',
        shell === 'bash' ? 'diff --module a --module ' : 'diff --module a --module=',
      ],
    ];

    test('puts a space where a word is complete, and none where a list may go on', async () => {
      const typed = TABS.map(([text]): Typed => ({ text: `dezero-cli ${text}`, key: 'tab' }));
      const lines = await type(shell, typed);
      const trimmed = (line: string): string => line.replace(/(--chain-file)[= ]$/, '$1');
      expect(lines.map(trimmed)).toEqual(TABS.map(([, line]) => `dezero-cli ${line}`));
    });
  });
});

describeWith('script of util-linux', 'bash')('bash that cuts words elsewhere', () => {
  test.each([
    ['not at =', String.raw`COMP_WORDBREAKS=$' \t\n"\'><;|&(:'`],
    ['at commas', String.raw`COMP_WORDBREAKS=$' \t\n"\'><=;|&(:,'`],
    ['at white space only', String.raw`COMP_WORDBREAKS=$' \t\n'`],
  ])('%s: completes the same', async (_, setting) => {
    const texts = ['--chain=square,squ', '--chain square,exp,squ', '--format=ta', '--columns x,nu'];
    const typed = texts.map((text): Typed => ({ text: `dezero-cli diff ${text}`, key: 'tab' }));
    expect(await type('bash', typed, `${setting}\n${sourcing('bash')}`)).toEqual([
      'dezero-cli diff --chain=square,square',
      'dezero-cli diff --chain square,exp,square',
      'dezero-cli diff --format=table ',
      'dezero-cli diff --columns x,numerical',
    ]);
  });
});

describeWith('script of util-linux', 'zsh')('zsh, in other ways', () => {
  test('finds the script as a file of fpath', async () => {
    const load = `mkdir sites && ${print('zsh')} > sites/_dezero-cli
      fpath=($PWD/sites $fpath) && compinit -u -D`;
    const typed: Typed[] = [
      { text: 'dezero-cli diff --chain square,squ', key: 'tab' },
      { text: 'dezero-cli swe', key: 'tab' },
    ];
    expect(await type('zsh', typed, load)).toEqual([
      'dezero-cli diff --chain square,square',
      'dezero-cli sweep ',
    ]);
  });

  test('is told what is missing where nothing can be completed yet', () => {
    const { status, stdout, stderr } = bash(`zsh -fuc '${sourcing('zsh')}'`);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      'dezero-cli: run compinit before this: autoload -Uz compinit && compinit\n',
    );
  });
});

describe('the function of bash, without a terminal', () => {
  /** What it replies, a word a line. */
  async function replies(line: readonly string[], before = ''): Promise<string[]> {
    const { stdout: script } = await completionOf('bash');
    const quoted = line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const { stdout, stderr } = bash(
      `set -eu; ${before}
       eval "$(cat)"
       COMP_WORDS=(${quoted}) COMP_CWORD=${String(line.length - 1)}
       _dezero_cli
       printf '%s\\n' "\${COMPREPLY[@]-}"`,
      script,
    );
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  }

  test.each([
    [['dezero-cli', 'diff', '--chain', 'square,si']],
    [['dezero-cli', 'diff', '-c', 'square,si']],
    [['dezero-cli', 'diff', '--chain', '=', 'square,si']],
  ])('%s: functions', async (line) => {
    expect(sorted(await replies(line))).toEqual(AFTER_SI.map((name) => `square,${name}`));
  });

  test('keeps what readline takes for another word', async () => {
    expect(await replies(['dezero-cli', 'diff', '--format', '='])).toEqual(FORMATS);
  });

  test('does without compopt, which bash 3.2 has not', async () => {
    const old = 'enable -n compopt; cd tests/fixtures;';
    expect(await replies(['dezero-cli', 'diff', '--columns', 'x,nu'], old)).toEqual([
      'x,numerical',
    ]);
    expect(await replies(['dezero-cli', 'diff', '--input', 'READ'], old)).toEqual(['README.md']);
  });

  test('after -- there are no options', async () => {
    expect(await replies(['dezero-cli', 'functions', '--', '--j'])).toEqual([]);
    expect(await replies(['dezero-cli', 'functions', '--', 'sq'])).toEqual(['sqrt', 'square']);
  });
});

describeWith('fish')('fish', () => {
  test('offers what may come next, and starts no program', async () => {
    const cases = await allCases();
    const offered = offeredByFish(cases.map(([text]) => `dezero-cli ${text}`)).map((offers, i) => [
      cases[i]?.[0],
      sorted([...offers.keys()].map(lastPart)),
    ]);
    expect(offered).toEqual(cases.map(([text, expected]) => [text, sorted(expected)]));
  });

  test('keeps what is there, and explains what it offers', () => {
    const [chain, option, value] = offeredByFish([
      'dezero-cli diff --chain=square,sinh',
      'dezero-cli diff --js',
      "dezero-cli diff --chain 'square | swi",
    ]);
    expect(chain).toEqual(new Map([['--chain=square,sinh', 'hyperbolic sine']]));
    expect(option).toEqual(new Map([['--json', 'short for --format json']]));
    expect(value).toEqual(new Map([['square | swish', 'silu: sigmoid linear unit']]));
  });

  test('knows the command behind settings of the environment and in a pipe', () => {
    const offers = offeredByFish([
      'NO_COLOR=1 dezero-cli diff --js',
      'seq 3 | dezero-cli diff --js',
      '/usr/bin/dezero-cli diff --js',
    ]);
    for (const offer of offers) expect([...offer.keys()]).toEqual(['--json']);
  });
});
