/** @file `check`: whether the derivatives of a formula or a chain are right, and which function's is wrong. */

import { formatNumber } from '../../core/text/format-number';
import { CHECK_KINDS } from '../../report/check/columns';
import { TEXT } from '../../report/program-description';
import { DEFAULT_DIGITS } from '../../report/text/number-text';
import { VERDICTS } from '../../core/best/judge';
import { VERDICT_ROLES, VERDICT_WORDS } from '../../report/check/verdicts';
import { wrapped } from '../../report/text/paragraph';
import { VerdictTally } from '../../report/check/tally';
import { addGraphOptions, graphOf } from '../options/graph-option';
import { checkCatalogue } from '../check/check-catalogue';
import { checkGraph } from '../check/check-graph';
import { addCheckPlaceOptions } from '../check/check-place';
import { addRowOptions } from '../options/column-choice';
import type { CommandModule } from '../help';
import { remark, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS } from '../process/exit-status';
import type { Options } from '../options/given';
import { addJobsOption, addOptions, toleranceOf } from '../options/options';
import { addCheckProgramOptions, programOf } from '../options/program-option';
import { catalogueOf } from '../options/user-functions';
import { checkProgram } from '../external/check-program';

/** The width of the help, 80, without the verdicts. */
const MEANING_WIDTH = 64;

function verdictLines(): string[] {
  return VERDICTS.flatMap((verdict) =>
    wrapped(VERDICT_WORDS[verdict].meaning, MEANING_WIDTH).map(
      (line, i) => `  ${(i === 0 ? verdict : '').padEnd(14)}${line}`,
    ),
  );
}

export const check: CommandModule = {
  description:
    'Check the derivative of a formula or a chain: by proof, or against its values, and find the function that is wrong.',
  examples: [
    `dezero-cli check 'x*exp(-x); exp(-x)*(1-x)'`,
    `dezero-cli check 'x*exp(y) - y^2; dx = exp(y); dy = x*exp(y) - 2y'`,
    'dezero-cli check --chain square,exp --x -2 0.5 3',
    `dezero-cli check square,bump --define 'bump(x) = x*exp(-x); exp(-x)*(1-x)'`,
    'dezero-cli check --chain tanh,square --from -5 --to 5 --points 1001 --quiet',
    'seq 0 0.1 1 | dezero-cli check --chain square,exp --x - --format jsonl',
    'dezero-cli check --all',
    `dezero-cli check --program "awk -v OFMT=%.17g '{print \\$1^2, 2*\\$1}'" --x 3`,
  ],
  common: '--x --at --chain --define --program --from --to --points --failing --quiet --format',
  below: `Columns: ${CHECK_KINDS.join(', ')}
  exact is the derivative of the formula itself, the nearest double; numerical
  is the best derivative that the values allow, wrong by no more than bound;
  functions, in json and jsonl, is every function by itself, where a chain or a
  formula of several does not agree.

Verdicts, proved where every function has a formula:
${verdictLines().join('\n')}

A function of a module or a program is known by its values alone. Then backprop
is compared with the numerical derivative: they agree if they differ by no more
than bound and the rounding of backprop, and bound is 1/2000 of it or less (of
one that is as good as 0: a millionth of the slopes round about).

The derivative to check stands behind the formula, after a semicolon; without
one, that which backprop finds is checked. With several variables there is one
for each, in the order in which they first appear, or by name; a partial that is
wrong is named: dy at (1, 2) is 2 times its derivative.

Exit status:
  0    at least one point was checked, and every one agrees (or is a kink)
  1    a derivative does not agree, or could not be decided
  2    wrong usage, bad input, a point outside a domain, a failed read or write,
       nothing to check
  141  the reader of the output closed the pipe`,
  describe(command) {
    addGraphOptions(command);
    addCheckPlaceOptions(command);
    const all = { '--all': 'check every function of the catalogue at its own samples' };
    addOptions(command, all, 'goes with --all');
    addCheckProgramOptions(command);
    const texts = {
      columns: 'choose and order the columns',
      only: 'print bare figures of one column, one a line',
    };
    addRowOptions(command, CHECK_KINDS, texts, 'table; tsv for standard input');
    const ofRows = {
      '--precision <digits>': `significant digits, or all (default: all, and ${formatNumber(DEFAULT_DIGITS)} in tables)`,
      '--tolerance <part>':
        'how wrong a derivative may be, as a part of it: 1e-6 for an approximation',
      '--keep-going': 'report bad lines and go on; the exit status stays 2',
      '--failing': 'print only the points that do not agree',
      '-q, --quiet': [
        'print nothing but errors; the exit status says it all',
        TEXT,
        'goes with --all',
      ],
    } as const;
    addOptions(command, ofRows, 'goes with --program');
    addJobsOption(command);
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const out = options.quiet === true ? quiet(io) : io;
    const program = programOf(options);
    if (program !== undefined) return checkProgram(command, program, out);
    const tally = new VerdictTally(toleranceOf(options));
    const status =
      options.all === true
        ? checkCatalogue(command, await catalogueOf(options, io), tally, out)
        : await checkGraph(await graphOf(command, io), options, tally, out);
    if (tally.points === 0) {
      if (status !== EXIT_STATUS.done) return status;
      throw new UsageError('nothing to check: the input has no numbers');
    }
    if (options.quiet !== true) remark(io, tally.summary, VERDICT_ROLES[tally.worst]);
    if (status !== EXIT_STATUS.done) return status;
    return tally.isAgreed ? EXIT_STATUS.done : EXIT_STATUS.disagreement;
  },
};

/** Writes nothing but errors, also beside an input that is opened. */
function quiet(io: Io): Io {
  const writeOutput = (): void => undefined;
  return { ...io, writeOutput, openInput: (path) => ({ ...io.openInput(path), writeOutput }) };
}
