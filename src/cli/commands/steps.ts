/** @file `steps [N]`: the book's ten steps, run anew. */

import { replayStep, STEP_COUNT } from '../../lesson/steps';
import { writerOf } from '../../report/formats';
import { allEqual, STEP_COLUMNS, stepsBlock, stepsPage, stepsSummary } from '../../report/steps';
import { paintFor } from '../color';
import type { CommandModule } from '../command';
import { tell } from '../errors';
import { EXIT_STATUS } from '../exit-status';
import { addFormatOptions, colorOf, formatOf, type FormatOptions, wholeNumber } from '../options';
import { Output } from '../output';

export const steps: CommandModule = {
  describe(command) {
    command
      .description(
        'Replay the ten steps of "Deep Learning from Scratch 3" and compare each figure with the ' +
          "book's.",
      )
      .argument('[step]', `one step only, 1 to ${String(STEP_COUNT)}`);
    addFormatOptions(command, 'table');
    command.addHelpText(
      'after',
      `
Examples:
  $ dezero-cli steps
  $ dezero-cli steps 6
  $ dezero-cli steps --json

Exit status: 0 every figure equals the book's, 2 wrong usage or failed write,
70 a figure differs (a fault of dezero-cli)
`,
    );
  },

  run(command, io) {
    const options = command.opts<FormatOptions>();
    const [wanted] = command.args;
    const step = wholeNumber('step', wanted === undefined ? undefined : [wanted], 1, STEP_COUNT);
    const numbers =
      step === undefined ? Array.from({ length: STEP_COUNT }, (_, i) => i + 1) : [step];
    const format = formatOf(options) ?? 'table';
    const paint = paintFor(colorOf(options), io);

    const replayed = numbers.map(replayStep);
    if (format === 'table') {
      io.writeOutput(`${stepsPage(replayed, paint)}\n${stepsSummary(replayed)}\n`);
    } else {
      const writer = writerOf(format)(STEP_COLUMNS, { header: options.header, paint });
      const output = new Output(writer, io);
      output.write(stepsBlock(replayed));
      output.end();
    }
    if (allEqual(replayed)) return EXIT_STATUS.done;
    tell(io, stepsSummary(replayed));
    return EXIT_STATUS.internal;
  },
};
