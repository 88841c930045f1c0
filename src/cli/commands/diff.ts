/** @file `diff`: value, numerical derivative and backprop, side by side. */

import { COLUMNS } from '../../core/differentiate';
import { formatNumber } from '../../core/format-number';
import { checkEps, DEFAULT_EPS, DEFAULT_METHOD, METHODS } from '../../core/numerical-diff';
import { addChainOptions, chainOf, type ChainOptions } from '../chain-option';
import type { CommandModule } from '../command';
import { UsageError } from '../errors';
import {
  addFormatOptions,
  choice,
  collect,
  type Given,
  number,
  once,
  wholeNumber,
} from '../options';
import { differentiateAt, isStandardInput } from '../points';
import { presentationOf, type PresentationOptions } from '../presentation';
import type { Run } from '../stream/rows';
import { stream } from '../stream/stream';

interface DiffOptions extends ChainOptions, PresentationOptions {
  readonly x?: Given;
  readonly eps?: Given;
  readonly method?: Given;
  readonly keepGoing?: boolean;
  readonly jobs?: Given;
}

/** More would gain nothing: one thread reads. */
const MOST_JOBS = 256;

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
      .option(
        '-j, --jobs <threads>',
        'threads for standard input (default: one for each core)',
        collect,
      )
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
    const jobs = wholeNumber('--jobs', options.jobs, 1, MOST_JOBS);
    const method = choice('--method', options.method, METHODS) ?? DEFAULT_METHOD;

    const subject = { chain, eps, method, isInput, pointCount: values.length };
    const { columns, writer, records } = presentationOf(options, subject, io);
    const keepGoing = options.keepGoing === true;
    const run: Run = { chain, settings: { eps, method }, columns, writer, keepGoing };
    if (!isInput) return differentiateAt(values, run, io);
    const recipe = records && {
      chain: chain.toString(),
      eps,
      method,
      columns,
      ...records,
      keepGoing,
    };
    return stream(run, io, recipe, jobs);
  },
};
