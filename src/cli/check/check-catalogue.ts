/** @file `check --all`: every function of the catalogue at its own samples, the self-test. */

import type { Command } from 'commander';
import { Chain } from '../../core/graph/chain';
import { gradientChecker } from '../../core/check/check-several';
import { samplesOf } from '../../core/check/samples';
import type { Catalogue } from '../../core/engine/catalogue';
import { cataloguePage, catalogueRecords } from '../../report/check/page';
import { quote } from '../../core/text/quote';
import type { VerdictTally } from '../../report/check/tally';
import { UsageError } from '../errors';
import type { Options } from '../options/given';
import { refuseAllWithout, styleOf } from '../options/options';
import type { Io } from '../process/io';
import { EXIT_STATUS, type ExitStatus } from '../process/exit-status';
import { printRecords } from '../records';

/** @throws UsageError for options that say what to check or where */
export function checkCatalogue(
  command: Command,
  catalogue: Catalogue,
  tally: VerdictTally,
  io: Io,
): ExitStatus {
  const leaveOut = (word: string): string =>
    `--all checks every function at its own samples; leave out ${word}`;
  refuseAllWithout(['goes with --all'], command, leaveOut);
  const [formula] = command.args;
  if (formula !== undefined) throw new UsageError(leaveOut(quote(formula)));
  const checked = catalogue.classes.map((functionClass) => {
    const graph = new Chain([functionClass]);
    const { points } = gradientChecker(graph, { numerical: true })(samplesOf(graph));
    tally.add(points, graph);
    return { graph, points };
  });
  printRecords(io, styleOf(command.opts<Options>()), {
    records: () => catalogueRecords(checked),
    page: (paint) => cataloguePage(checked, paint),
  });
  return EXIT_STATUS.done;
}
