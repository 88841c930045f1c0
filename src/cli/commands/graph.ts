/** @file `graph`: the computational graph of a formula or a chain, with both passes through it. */

import { differentiatePoints } from '../../core/differentiate/differentiate';
import { DezeroError } from '../../core/text/errors';
import { formatNumber, pointText } from '../../core/text/format-number';
import { drawnGraph } from '../../core/graph/drawn-graph';
import { pointAt } from '../../core/engine/at-point';
import type { Graph } from '../../core/graph/graph';
import type { TraceStep } from '../../core/graph/trace';
import {
  FORMATS_FOR_ALL,
  GRAPH_ENDINGS,
  GRAPH_FORMATS,
  pictureOf,
} from '../../report/graph/formats';
import { numberText } from '../../report/text/number-text';
import { addGraphOptions, graphOf } from '../options/graph-option';
import { addAtOption, onePoint } from '../options/place-option';
import type { CommandModule } from '../help';
import { warn, UsageError } from '../errors';
import type { Io } from '../process/io';
import { EXIT_STATUS } from '../process/exit-status';
import type { Options } from '../options/given';
import { addColorOption, addOptions, choice, precisionOf } from '../options/options';
import { addAsciiOption, addOutputOption, targetOf, writeResult } from '../options/output-option';

const DEFAULT_PRECISION = 6;

export const graph: CommandModule = {
  description:
    'Draw the computational graph of a formula or a chain; with --x, the values forward and gradients back.',
  examples: [
    'dezero-cli graph --chain square,exp,square',
    `dezero-cli graph 'x*exp(-x)' --x 3 --output graph.svg`,
    'dezero-cli graph --chain square,exp,square --x 0.5 --precision all',
    `dezero-cli graph 'x*exp(y) - y^2' --at x=1,y=2`,
    'dezero-cli graph --chain tanh,square --x 0.5 --format mermaid',
  ],
  common: '--x --at --chain --define --output --format',
  below: `With --x each variable has its value, from the forward pass, above it, and its
gradient, from the backward pass, below it. Constants have none; where the order
of the inputs of a function matters, they are named: 1st, 2nd.

Formats:
  text     as wide as the terminal: a chain as a line, otherwise a list of the
           variables
  dot      for Graphviz
  mermaid  for Markdown pages that draw Mermaid's flowcharts
  svg      a picture, readable on light and dark pages
  The ending of --output chooses one: .dot or .gv, .mmd or .mermaid, .svg, so
  --output graph.svg writes a picture.

Exit status:
  0    the graph is written
  2    wrong usage, x outside a domain, too many functions for the format,
       a failed write
  141  the reader of the output closed the pipe`,
  describe(command) {
    addGraphOptions(command);
    addOptions(command, { '-x, --x <number>': 'a point: values and gradients are there' });
    addAtOption(command, 'the same for several variables: x=1,y=2');
    command.optionsGroup('Figures:');
    addOutputOption(command, GRAPH_FORMATS);
    addOptions(command, {
      '--precision <digits>': `significant digits of the figures, or all (default: ${formatNumber(DEFAULT_PRECISION)})`,
      '--whole': 'in text, show all of a long graph, not only both ends',
    });
    addAsciiOption(command);
    addColorOption(command, 'text');
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const { graph: given, catalogue } = await graphOf(command, io);
    const point = onePoint(options, { variables: given.inputs, catalogue });
    const chosen = choice('--format', options.format, GRAPH_FORMATS);
    const { format, path, ...drawing } = targetOf(options, chosen, GRAPH_ENDINGS, io);
    const precision = precisionOf(options.precision) ?? DEFAULT_PRECISION;
    const picture = pictureOf(format);
    const refusal = picture.refusal?.(drawnGraph(given));
    if (refusal !== undefined) {
      throw new UsageError(
        `--format ${format} ${refusal}; use one of ${FORMATS_FOR_ALL.join(', ')}`,
      );
    }

    const drawn = drawnGraph(given, point && traceAt(given, point, io));
    const text = picture.draw(drawn, {
      ...drawing,
      numberText: numberText(precision),
      isWhole: options.whole === true,
    });
    await writeResult(text, path, io);
    const warning = picture.warning?.(drawn);
    if (warning !== undefined) warn(io, warning);
    return EXIT_STATUS.done;
  },
};

/** Runs both passes at a point, and warns of conventions such as at a kink. @throws DezeroError outside a domain */
function traceAt(graph: Graph, point: readonly Float64Array[], io: Io): readonly TraceStep[] {
  const options = { columns: [], trace: true };
  const { trace = [], faults, notices } = differentiatePoints(graph, point, options);
  const place = pointText(graph.inputs, pointAt(point, 0));
  for (const { code, message } of faults.values()) {
    throw new DezeroError(code, `${place}: ${message}`);
  }
  for (const { text } of notices) warn(io, `${place}: ${text}`);
  return trace;
}
