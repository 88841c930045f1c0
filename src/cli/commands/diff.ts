/** @file `diff`: value, numerical derivative and backprop, side by side. */

import { COLUMNS } from '../../core/differentiate';
import { formatNumber } from '../../core/format-number';
import { checkEps, DEFAULT_EPS, DEFAULT_METHOD, METHODS } from '../../core/numerical-diff';
import { addChainOptions, chainOf, type ChainOptions } from '../chain-option';
import type { CommandModule } from '../command';
import { differentiatePoints } from '../differentiate-points';
import { UsageError } from '../errors';
import { addFormatOptions, choice, collect, type Given, number, once } from '../options';
import { Output } from '../output';
import { isStandardInput, pointsFromArguments, pointsFromInput } from '../points';
import { presentationOf, type PresentationOptions } from '../presentation';
import { Remarks } from '../remarks';

interface DiffOptions extends ChainOptions, PresentationOptions {
  readonly x?: Given;
  readonly eps?: Given;
  readonly method?: Given;
  readonly keepGoing?: boolean;
}

const HELP_AFTER = `
Columns: ${COLUMNS.join(', ')}
  numerical is the finite difference, backprop the chain rule from y back to x;
  absoluteError is their distance, relativeError relative to the larger of them.

Examples:
  $ dezero-cli diff --chain square,exp,square --x 0.5
  $ dezero-cli diff --chain 'square|exp|square' --x -1 0 1 --columns x,backprop
  $ dezero-cli diff --chain square,exp,square --x 0.5 --only backprop
  $ seq 0 0.1 1 | dezero-cli diff --chain square,exp --x - --format csv

Exit status:
  0    every x has its row
  2    wrong usage, bad input, a point outside a domain, a failed read or write;
       rows before the first bad line are written
  141  the reader of the output closed the pipe
`;

export const diff: CommandModule = {
  describe(command) {
    command.description(
      'Differentiate a chain of functions: its value, the numerical derivative and backprop.',
    );
    addChainOptions(command);
    command
      .option(
        '-x, --x <numbers...>',
        'where to differentiate: one or more numbers, or - for one a line on standard input',
        collect,
      )
      .option(
        '--eps <step>',
        `step of the numerical derivative (default: ${formatNumber(DEFAULT_EPS)})`,
        collect,
      )
      .option(
        '--method <method>',
        `finite difference: ${METHODS.join(', ')} (default: ${DEFAULT_METHOD})`,
        collect,
      )
      .option('--trace', 'show every variable of the chain, in table, json and jsonl')
      .option('--columns <names>', 'choose and order the columns; others are not computed', collect)
      .option('--only <column>', 'print bare numbers of one column, one a line', collect);
    addFormatOptions(command, 'table; tsv for standard input');
    command
      .option('--precision <digits>', 'significant digits in tables (default: all)', collect)
      .option('--keep-going', 'report bad lines and points, and go on; the exit status stays 2')
      .addHelpText('after', HELP_AFTER);
  },

  run(command, io) {
    const options = command.opts<DiffOptions>();
    const chain = chainOf(options, io);
    const values = options.x ?? [];
    if (values.length === 0) {
      throw new UsageError('--x is missing: for example --x 0.5, or --x - for standard input');
    }
    const isInput = isStandardInput(values);
    const epsText = once('--eps', options.eps);
    const eps = epsText === undefined ? DEFAULT_EPS : number('--eps', epsText);
    checkEps(eps);
    const method = choice('--method', options.method, METHODS) ?? DEFAULT_METHOD;

    const subject = { chain, eps, method, isInput, pointCount: values.length };
    const { columns, writer } = presentationOf(options, subject, io);
    const output = new Output(writer, io);
    const flush = (): void => {
      output.flush();
    };
    return differentiatePoints(
      { chain, settings: { eps, method }, columns, keepGoing: options.keepGoing === true },
      isInput ? pointsFromInput(io, flush) : pointsFromArguments(values),
      output,
      new Remarks(io, flush),
    );
  },
};
