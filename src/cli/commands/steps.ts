/** @file `steps [N]`: the book's ten steps, run anew. */

import {
  allEqual,
  NUMBERS_BEYOND,
  replayStep,
  STEP_NUMBERS,
  stepAfter,
  WITHOUT_FIGURES,
} from '../../lesson/steps';
import { quote } from '../../core/text/quote';
import type { Paint } from '../../report/formats/format';
import { stepPage, stepRecords, stepsPage, stepsSummary } from '../../report/steps';
import { ChoiceArgument } from '../options/choice-option';
import type { CommandModule } from '../help';
import { tell, UsageError } from '../errors';
import { EXIT_STATUS } from '../process/exit-status';
import type { Options } from '../options/given';
import { addFormatOptions, number, styleOf } from '../options/options';
import { printRecords } from '../records';

const KNOWN = [...STEP_NUMBERS, ...NUMBERS_BEYOND];
const LAST = String(STEP_NUMBERS.length);
const BEYOND = NUMBERS_BEYOND.join(', ');

export const steps: CommandModule = {
  description:
    'Replay the ten steps of "Deep Learning from Scratch 3" and compare each figure with the ' +
    "book's.",
  examples: [
    'dezero-cli steps',
    'dezero-cli steps 6',
    'dezero-cli steps 16',
    'dezero-cli steps --json',
  ],
  common: '--json --format',
  below: `Beyond the ten, which are the book's first milestone, there are those of its
second stage that have figures: ${BEYOND}. They are replayed by number.

Exit status: 0 every figure equals the book's, 2 wrong usage or failed write,
70 a figure differs (a fault of dezero-cli)`,
  describe(command) {
    command.addArgument(
      new ChoiceArgument('[step]', `one step only, 1 to ${LAST}, or ${BEYOND} beyond them`, {
        kind: 'words',
        words: KNOWN.map(String),
      }),
    );
    addFormatOptions(command, 'table');
  },

  run(command, io) {
    const options = command.opts<Options>();
    const [wanted] = command.args;
    const numbers = wanted === undefined ? STEP_NUMBERS : [stepOf(wanted)];
    const replayed = numbers.map(replayStep);
    const page = (paint: Paint): string => {
      const [only] = replayed;
      if (wanted === undefined || only === undefined) return stepsPage(replayed, paint);
      return stepPage(only, stepAfter(only.step), paint);
    };
    printRecords(io, styleOf(options), {
      records: () => stepRecords(replayed),
      page: (paint) => `${page(paint)}\n${stepsSummary(replayed)}\n`,
    });
    if (allEqual(replayed)) return EXIT_STATUS.done;
    tell(io, stepsSummary(replayed));
    return EXIT_STATUS.internal;
  },
};

/** @throws UsageError that says which there are */
function stepOf(text: string): number {
  const step = number('step', text);
  if (KNOWN.includes(step)) return step;
  const subject = WITHOUT_FIGURES.get(step);
  const about =
    subject === undefined ? '' : `: that one, ${subject}, has no figures that are computed here`;
  throw new UsageError(
    `step: a whole number from 1 to ${LAST}, or one of ${BEYOND}, is needed, not ${quote(text)}${about}`,
  );
}
