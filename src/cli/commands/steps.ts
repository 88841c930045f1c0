/** @file `steps [N]`: the book's ten steps, run anew. */

import { allEqual, replayStep, STEP_COUNT } from '../../lesson/steps';
import { STEP_COLUMNS, stepsBlock, stepsPage, stepsSummary } from '../../report/steps';
import { ChoiceArgument } from '../choice-option';
import type { CommandModule } from '../command';
import { tell } from '../errors';
import { EXIT_STATUS } from '../exit-status';
import { addFormatOptions, type FormatOptions, wholeNumber } from '../options';
import { printRecords } from '../records';

const STEPS = Array.from({ length: STEP_COUNT }, (_, i) => i + 1);

export const steps: CommandModule = {
  describe(command) {
    command
      .description(
        'Replay the ten steps of "Deep Learning from Scratch 3" and compare each figure with the ' +
          "book's.",
      )
      .addArgument(
        new ChoiceArgument('[step]', `one step only, 1 to ${String(STEP_COUNT)}`, {
          kind: 'words',
          words: STEPS.map(String),
        }),
      );
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
    const replayed = (step === undefined ? STEPS : [step]).map(replayStep);
    printRecords(
      {
        columns: STEP_COLUMNS,
        block: () => stepsBlock(replayed),
        page: (paint) => `${stepsPage(replayed, paint)}\n${stepsSummary(replayed)}\n`,
      },
      options,
      io,
    );
    if (allEqual(replayed)) return EXIT_STATUS.done;
    tell(io, stepsSummary(replayed));
    return EXIT_STATUS.internal;
  },
};
