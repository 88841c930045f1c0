/** @file `diff`: value, numerical derivative and backprop, side by side. */

import { ALL_COLUMNS } from '../../core/differentiate/columns';
import { TEXT } from '../../report/program-description';
import { wrapped } from '../../report/text/paragraph';
import { addGraphOptions, graphOf } from '../options/graph-option';
import { addRowOptions } from '../options/column-choice';
import type { CommandModule } from '../help';
import { addNumericalOptions, numericalOf } from '../options/numerical-option';
import type { Options } from '../options/given';
import { addJobsOption, addOptions, choices, jobsOf, wholeNumber } from '../options/options';
import { addPlaceOptions, givenPlace } from '../options/place-option';
import { presenterOf } from '../presentation';
import { addProgramOptions, programOf } from '../options/program-option';
import { openSource, sourceOf } from '../stream/input/source';
import { recipeFor } from '../stream/recipe';
import { stream } from '../stream/stream';
import { diffProgram } from '../external/diff-program';

/** More digits than anybody reads; the time for them grows faster than their number. */
const MOST_DIGITS = 1000;

/** The width of the lines of names in the help. */
const COLUMNS_WIDTH = 76;

export const diff: CommandModule = {
  description:
    'Differentiate a formula or a chain of functions: its value, the numerical derivative and backprop.',
  examples: [
    'dezero-cli diff --chain square,exp,square --x 0.5',
    `dezero-cli diff 'x*exp(-x)' --x 3`,
    `dezero-cli diff 'x*exp(y) - y^2' --at x=1,y=2`,
    `dezero-cli diff 'cos(t)' --x pi/6 0:1:0.1`,
    `dezero-cli diff 'square|exp|square' --x -1 0 1 --columns x,backprop`,
    'dezero-cli diff --chain square,exp,square --x 0.5 --only backprop',
    `dezero-cli diff '(1-cos(x))/x^2' --x 1e-8 --only exact`,
    `dezero-cli diff 'exp(x)' --x 1 --digits 50`,
    'seq 0 0.1 1 | dezero-cli diff --chain square,exp --x - --format csv',
    `printf '1 2\\n3 4\\n' | dezero-cli diff 'x*y' --at - --columns value,backprop`,
    `printf 'id,t\\na,0.5\\n' | dezero-cli diff --chain exp --x - --column t`,
    `dezero-cli diff --program "awk -v OFMT=%.17g '{ print \\$1*\\$2^2 }'" --at 1,2`,
  ],
  common: '--x --at --chain --define --input --column --columns --digits --format',
  // The names are a paragraph of their own, which narrow terminals and the manual do not run into the next.
  below: `Columns:
  ${wrapped(ALL_COLUMNS.join(', '), COLUMNS_WIDTH).join('\n  ')}

  numerical is the finite difference, backprop the chain rule from y back to x;
  absoluteError is their distance, relativeError relative to the larger of them.
  With --method best, numerical is made of many steps, and its error is no more
  than bound.
  exact is the derivative of the formula itself at this x, exactY its value: the
  nearest doubles, proved; NaN with a warning where that is not decided. digits
  is how many of the 16 digits of backprop are right. The page of one x has all.

The variables of a formula have any names; its numbers, and those of points, may
be such as 1/3 and pi/6, and --x takes ranges, 0:1:0.1.

With several variables a point is --at x=1,y=2, or a line of --at -, which may
begin with their names, or a row of a table. The columns are the variables,
value, and for each variable numerical_x, backprop_x, ...; --columns backprop is
all of them, --wrt x leaves those of x.

Exit status:
  0    every point has its row
  2    wrong usage, bad input, a point outside a domain, a failed read or write;
       rows before the first bad line are written
  141  the reader of the output closed the pipe`,
  describe(command) {
    addGraphOptions(command);
    addPlaceOptions(command, 'where to differentiate');
    addOptions(command, {
      '--wrt <variables>': [
        'differentiate by these variables, separated by commas (default: by all)',
        TEXT,
        'never proposed',
      ],
    });
    addProgramOptions(command);
    addNumericalOptions(command);
    addOptions(command, {
      '--digits <number>': `exact value and derivative with so many digits, 1 to ${String(MOST_DIGITS)}, of x as it is written`,
    });
    command.optionsGroup('Rows and columns:');
    addOptions(command, { '--trace': 'show every variable on the way, in table, json and jsonl' });
    const texts = {
      columns: 'choose and order the columns; others are not computed',
      only: 'print bare numbers of one column, one a line',
    };
    addRowOptions(command, ALL_COLUMNS, texts, 'table; tsv for standard input');
    const ofRows = {
      '--precision <digits>': 'significant digits of figures (default: all)',
      '--keep-going': 'report bad lines and points, and go on; the exit status stays 2',
    };
    addOptions(command, ofRows, 'goes with --program');
    addJobsOption(command);
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const program = programOf(options);
    if (program !== undefined) return diffProgram(command, program, io);
    const given = await graphOf(command, io);
    const { graph, catalogue } = given;
    const { inputs: variables } = graph;
    const place = givenPlace(options, { variables, catalogue });
    const { eps, method } = numericalOf(options);
    const jobs = jobsOf(options);
    const digits = wholeNumber('--digits', options.digits, 1, MOST_DIGITS);

    const isInput = place.kind === 'input';
    const pointCount = isInput ? 0 : (options.x ?? options.at ?? []).length;
    const wrt = choices('--wrt', options.wrt, variables) ?? variables;
    const named = { graph, wrt, eps, method, isInput, pointCount, digits };
    const present = presenterOf(options, named, io);
    const source = isInput
      ? openSource(io, place.path, place.shape)
      : sourceOf(io, {
          point: place.point,
          ...(digits !== undefined && { texts: place.texts?.() ?? [] }),
        });
    const { run, shared } = present(source);
    const recipe = shared && recipeFor(given, options, { command: 'diff', plan: shared });
    return stream(run, source, recipe, jobs);
  },
};
