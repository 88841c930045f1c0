/** @file A run whose rows are the numbers that come, for tests of how they come and go. */

import type { Run } from '../../src/cli/stream/rows';

/** Each number is its own row; a negative one is an error, one above 100 has a warning. */
export const numberRun = (more: Pick<Run, 'writer' | 'blockLength'> & Partial<Run>): Run => ({
  compute: ([x = new Float64Array()]) => ({
    columns: [x],
    faults: new Map(
      [...x].flatMap((value, i) =>
        value < 0 ? [[i, { code: 'outside-domain', message: 'below 0' }] as const] : [],
      ),
    ),
    notices: [...x].flatMap((value, index) => (value > 100 ? [{ index, text: 'large' }] : [])),
  }),
  weight: 1,
  variables: ['x'],
  keepsFaulty: false,
  keepGoing: false,
  ...more,
});
