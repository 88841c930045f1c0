/** @file `sweep`: the numerical derivative against the step size. */

import { formatNumber } from '../../core/text/format-number';
import { DEFAULT_METHOD, METHODS } from '../../math/finite-differences';
import { DEFAULT_EPS_GRID, stepsOf } from '../../core/differentiate/eps-grid';
import { DEFAULT_EPS, isUsableEps } from '../../core/differentiate/numerical-diff';
import { quote } from '../../core/text/quote';
import { sweep as sweepAt } from '../../core/differentiate/sweep';
import { DEFAULT_SWEEP_COLUMNS, SWEEP_COLUMNS, sweepPage, sweepRecords } from '../../report/sweep';
import { withoutBest } from '../../report/sweep-remarks';
import { sweepFigure } from '../../report/plot/sweep-figure';
import { addAlongOptions, lineOf, oneValue } from '../options/along-option';
import { addGraphOptions, graphOf } from '../options/graph-option';
import { addRowOptions, columnChoice } from '../options/column-choice';
import { whileCounting } from '../stream/progress';
import type { CommandModule } from '../help';
import { UsageError, warn } from '../errors';
import { addDrawingOptions, draw, type Drawing, drawingOf } from '../options/figure-options';
import type { Io } from '../process/io';
import { EXIT_STATUS } from '../process/exit-status';
import type { Given, Options } from '../options/given';
import { addOptions, choice, number, once, refuseGiven, wholeNumber } from '../options/options';
import { printRecords } from '../records';

const OF_FIGURES = ['--title', '--width', '--height', '--ascii'];
const OF_ROWS = ['--columns', '--only', '--format', '--json', '--precision', '--no-header'];

/** How to draw, if that is asked for. @throws UsageError where options contradict each other */
function drawingAsked(options: Options, io: Io): Drawing | undefined {
  if (options.plot !== true && options.output === undefined) {
    refuseGiven(options, OF_FIGURES, (flag) => `${flag} is for figures: add --plot`);
    return undefined;
  }
  refuseGiven(options, OF_ROWS, (flag) => {
    return `a figure has no rows, so ${flag} does not go with --plot or --output`;
  });
  return drawingOf(options, undefined, io);
}

/** More steps than anybody reads or can tell apart in a plot. */
const MOST_STEPS = 1000;
const MOST_PER_DECADE = 100;

/** @throws UsageError unless the options describe a grid of steps of some length */
function stepsIn(options: Options): number[] {
  const from = epsOf('--eps-from', options.epsFrom, DEFAULT_EPS_GRID.from);
  const to = epsOf('--eps-to', options.epsTo, DEFAULT_EPS_GRID.to);
  if (from < to) {
    throw new UsageError(
      `--eps-from ${formatNumber(from)} is below --eps-to ${formatNumber(to)}; steps go from large to small`,
    );
  }
  const perDecade =
    wholeNumber('--per-decade', options.perDecade, 1, MOST_PER_DECADE) ??
    DEFAULT_EPS_GRID.perDecade;
  const steps: number[] = [];
  for (const step of stepsOf({ from, to, perDecade })) {
    if (steps.push(step) <= MOST_STEPS) continue;
    throw new UsageError(
      `more than ${formatNumber(MOST_STEPS)} steps; choose a smaller --per-decade, or --eps-from and --eps-to closer together`,
    );
  }
  return steps;
}

function epsOf(flag: string, given: Given, usual: number): number {
  const text = once(flag, given);
  if (text === undefined) return usual;
  const eps = number(flag, text);
  if (isUsableEps(eps)) return eps;
  throw new UsageError(
    `${flag}: a step between 2.3e-308 and 8.9e307 is needed, not ${quote(text)}`,
  );
}

export const sweep: CommandModule = {
  description:
    'The numerical derivative of a formula or a chain against the step size: which error rules where, and the best step.',
  examples: [
    'dezero-cli sweep --chain square,exp,square --x 0.5',
    `dezero-cli sweep 'x*exp(-x)' --x 3`,
    `dezero-cli sweep 'x*exp(y) - y^2' --at x=1,y=2 --along y`,
    'dezero-cli sweep --chain square,exp,square --x 0.5 --per-decade 4 --plot',
    'dezero-cli sweep --chain sin --x 1 --method forward --per-decade 3',
    'dezero-cli sweep --chain exp --x 2 --columns eps,error --format csv',
  ],
  common: '--x --at --along --chain --method --plot --output --format',
  below: `Columns: ${SWEEP_COLUMNS.join(', ')}
  numerical is what diff prints for --eps, error its distance from the
  derivative of the formula itself; where none is known, as with functions of a
  module, from best, the numerical one of many steps, wrong by at most bound.
  regime is what the error is mostly made of: truncation, round-off, or neither
  (exact); or why there is no figure: step lost, outside the domain, not finite.
  mark is best, default (--eps ${formatNumber(DEFAULT_EPS)}) or both.
  Without --columns, best and bound are left out.

  --plot draws the V of both errors, on logarithmic axes, and so does --output,
  whose ending, .svg or .txt, says what to draw; --title, --width, --height and
  --ascii are for figures.

Exit status:
  0    every step has its row
  2    wrong usage, x outside a domain, a failed read or write
  141  the reader of the output closed the pipe`,
  describe(command) {
    addGraphOptions(command);
    addOptions(command, { '-x, --x <number...>': 'where to differentiate: one number' });
    addAlongOptions(command, 'hold other variables at these values, k=2; with --along, the point');
    command.optionsGroup('Steps:');
    addOptions(command, {
      '--method <method>': [
        `finite difference: ${METHODS.join(', ')} (default: ${DEFAULT_METHOD})`,
        METHODS,
      ],
      '--eps-from <step>': `the largest step (default: ${formatNumber(DEFAULT_EPS_GRID.from)})`,
      '--eps-to <step>': `the smallest step (default: ${formatNumber(DEFAULT_EPS_GRID.to)})`,
      '--per-decade <steps>': `steps from one power of ten to the next (default: ${formatNumber(DEFAULT_EPS_GRID.perDecade)})`,
      '--plot': 'draw the error against the step instead of printing rows',
    });
    const texts = {
      columns: 'choose and order the columns',
      only: 'print one bare column, a value a line',
    };
    addRowOptions(command, SWEEP_COLUMNS, texts, 'table');
    addOptions(command, {
      '--precision <digits>':
        'significant digits of figures (default: all; in the table 3 of errors)',
    });
    addDrawingOptions(command);
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const line = lineOf(await graphOf(command, io), options, true);
    const x = oneValue(options, line);
    const steps = stepsIn(options);
    const method = choice('--method', options.method, METHODS) ?? DEFAULT_METHOD;
    const { columns, ...style } = columnChoice(options, SWEEP_COLUMNS);
    const drawing = drawingAsked(options, io);

    const result = whileCounting(io, 'steps', steps.length, (add) => {
      const onStep = (): void => {
        add(1);
      };
      return sweepAt(line.graph, x, { steps, method, onStep });
    });
    const { formula, functionCount } = line.graph;
    const subject = { formula, functionCount, held: line.held };
    if (drawing !== undefined) {
      await draw(sweepFigure(result, { ...subject, ...drawing }), drawing, io);
      return EXIT_STATUS.done;
    }
    const shown = columns ?? DEFAULT_SWEEP_COLUMNS;
    printRecords(io, style, {
      columns: shown,
      styles: { eps: 'full' },
      records: () => sweepRecords(result),
      page: (paint) => sweepPage(result, { ...subject, ...style, columns: shown }, paint),
    });
    const isPage = style.format === undefined || style.format === 'table';
    if (!isPage && result.theory === undefined && result.exact === undefined)
      warn(io, withoutBest(result));
    return EXIT_STATUS.done;
  },
};
