/** Which options go with which others: each of a command is given beside them, and is refused or is not. */

import type { Option } from 'commander';
import { type CommandName, optionsOf } from '../../../src/cli/commands';
import { ChoiceOption } from '../../../src/cli/options/choice-option';
import { wordsOf } from '../../../src/report/program-description';
import { run, type Outcome, runMain } from '../../support/run-main';

/** The first word that an option may have, or else a number. */
function valueFor(option: Option): string {
  const [word = '0.1'] = option instanceof ChoiceOption ? wordsOf(option.values) : [];
  return word;
}

/** The options of a command that are accepted, each given beside others. */
async function accepted(
  name: CommandName,
  others: readonly string[],
  isRefused: (outcome: Outcome, flag: string) => boolean,
): Promise<string> {
  const flags: string[] = [];
  for (const option of optionsOf(name)) {
    const flag = option.long as string;
    if (others.includes(flag)) continue;
    const args = [name, ...others, flag, ...(option.required ? [valueFor(option)] : [])];
    if (!isRefused(await runMain(args, { stdin: '' }), flag)) flags.push(flag);
  }
  return flags.join(' ');
}

const withProgram = (name: CommandName): Promise<string> =>
  accepted(name, ['--program', 'model', '--timeout', '1'], ({ stderr }, flag) =>
    stderr.includes(`${flag} does not go with --program`),
  );

test('diff --program goes with points, names and the form of rows, and with nothing about a formula', async () => {
  expect(await withProgram('diff')).toBe(
    '--x --at --input --names --columns --only --format --json --no-header --color --precision --keep-going',
  );
});

test('check --program goes also with what decides how much is checked, how exactly, and what is said', async () => {
  expect(await withProgram('check')).toBe(
    '--define --x --at --input --names --each --seed --against --digits-needed --columns --only ' +
      '--format --json --no-header --color --precision --tolerance --keep-going --failing --quiet',
  );
});

test('check --all goes with functions of the user, and with the form of rows', async () => {
  const isRefused = ({ stderr }: Outcome, flag: string): boolean =>
    [`leave out ${flag}`, `${flag} belongs to --program`, '--all does not go with'].some((words) =>
      stderr.includes(words),
    );
  expect(await accepted('check', ['--all'], isRefused)).toBe(
    '--define --module --format --json --no-header --color --quiet',
  );
});

test.each([
  ['--module', 'f.mjs'],
  ['--define', 'f(x) = x'],
  ['--program', 'model'],
  ['--input', 'x.csv'],
  ['--column', 't'],
  ['--chain-file', 'f'],
  ['--formula-file', 'f'],
  ['--output', 'f.svg'],
  ['--wrt', 'x'],
])('nothing is proposed for a command line with %s', async (flag, value) => {
  for (const command of ['diff', 'plot', 'functions']) {
    const { stderr } = await run(`'${command}' sqaure 3 4 '${flag}' '${value}'`);
    expect(stderr).not.toContain('Perhaps');
  }
});

test('what is proposed keeps other options', async () => {
  const { stderr } = await run('diff sqaure 3 --precision 5');
  expect(stderr).toContain('Perhaps: dezero-cli diff square --x 3 --precision 5');
});
