/** @file `plot`: a formula or a chain and its derivative as curves, in the terminal or as SVG. */

import { formatNumber } from '../../core/text/format-number';
import { DEFAULT_POINTS, plot as plotOf } from '../../core/plot/plot';
import { curveFigure } from '../../report/plot/curve-figure';
import { FIGURE_FORMATS } from '../../report/plot/formats';
import { addAlongOptions, lineOf } from '../options/along-option';
import { addGraphOptions, graphOf } from '../options/graph-option';
import { whileCounting } from '../stream/progress';
import type { CommandModule } from '../help';
import { UsageError } from '../errors';
import { EXIT_STATUS } from '../process/exit-status';
import { addDrawingOptions, draw, drawingOf } from '../options/figure-options';
import { addNumericalOptions, numericalOf } from '../options/numerical-option';
import type { Options } from '../options/given';
import { addColorOption, addOptions, choice, oneNumber, wholeNumber } from '../options/options';

const DEFAULT_FROM = -5;
const DEFAULT_TO = 5;
const DEFAULT_LENGTH = DEFAULT_TO - DEFAULT_FROM;
/** As many as a range of --x may have. */
const MOST_POINTS = 1000000;

export const plot: CommandModule = {
  description: 'Draw a formula or a chain, and its derivative, in the terminal or as SVG.',
  examples: [
    'dezero-cli plot --chain tanh,square --from -3 --to 3',
    `dezero-cli plot 'sin(x)/x' --from -10 --to 10`,
    `dezero-cli plot 'x*exp(-x*k)' --at k=2 --from 0`,
    'dezero-cli plot --chain reciprocal --output reciprocal.svg',
    'dezero-cli plot --chain sin,exp --to 10 --width 60 --ascii',
  ],
  common: '--from --to --chain --at --define --output --title --width --height',
  below: `Above are the values, below the derivative: backprop as a line, the numerical
one as points. Lines stop at poles, jumps and edges of a domain, which are named
below the figure. Where a curve has a pole, its highest or lowest values are cut
off.

The ending of --output, .svg or .txt, says what to draw.

Exit status:
  0    the figure is written
  2    wrong usage, no value to plot, a failed write
  141  the reader of the output closed the pipe`,
  describe(command) {
    addGraphOptions(command);
    command.optionsGroup('Points:');
    addAlongOptions(command, 'hold other variables at these values: k=2');
    addOptions(command, {
      '--from <number>': `from this x (default: ${formatNumber(DEFAULT_FROM)})`,
      '--to <number>': `to this x (default: ${formatNumber(DEFAULT_TO)})`,
      '--points <count>': `evaluate at so many points, and at more where it is steep (default: ${formatNumber(DEFAULT_POINTS)})`,
    });
    addNumericalOptions(command);
    addDrawingOptions(command, FIGURE_FORMATS);
    addColorOption(command, 'text');
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const { graph, held } = lineOf(await graphOf(command, io), options, false);
    const range = intervalOf(options);
    const points = wholeNumber('--points', options.points, 2, MOST_POINTS) ?? DEFAULT_POINTS;
    const numerical = numericalOf(options);
    const { method, eps } = numerical;
    const made = method === 'best' ? method : `${method}, eps = ${formatNumber(eps)}`;
    const drawing = drawingOf(options, choice('--format', options.format, FIGURE_FORMATS), io);

    const plotted = whileCounting(io, 'points', undefined, (onPoints) =>
      plotOf(graph, { ...range, points, ...numerical, onPoints }),
    );
    const { formula, functionCount } = graph;
    const texts = { ...drawing, formula, functionCount, held };
    const figure = curveFigure(plotted, made, texts);
    await draw(figure, drawing, io);
    return EXIT_STATUS.done;
  },
};

/** @throws UsageError unless both ends are in order */
function intervalOf(options: Options): { from: number; to: number } {
  const givenFrom = oneNumber('--from', options.from);
  const givenTo = oneNumber('--to', options.to);
  // One end alone takes the other along where that would be on the wrong side.
  const from = givenFrom ?? Math.min(DEFAULT_FROM, (givenTo ?? DEFAULT_TO) - DEFAULT_LENGTH);
  const to = givenTo ?? Math.max(DEFAULT_TO, from + DEFAULT_LENGTH);
  if (from < to) return { from, to };
  throw new UsageError(
    `--from ${formatNumber(from)} is not below --to ${formatNumber(to)}; x goes from left to right`,
  );
}
