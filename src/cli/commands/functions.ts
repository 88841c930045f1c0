/** @file `functions [NAME]`: the catalogue, or one entry. */

import { catalogue } from '../../functions/catalogue';
import type { Paint } from '../../report/format';
import {
  FUNCTION_COLUMNS,
  functionCard,
  functionsBlock,
  functionsList,
} from '../../report/functions';
import type { CommandModule } from '../command';
import { EXIT_STATUS } from '../exit-status';
import { addFormatOptions, type FormatOptions } from '../options';
import { printRecords } from '../records';

export const functions: CommandModule = {
  describe(command) {
    command
      .description('List the functions a chain can be made of, or show one of them.')
      .argument('[name]', 'the function to show');
    addFormatOptions(command, 'table');
    command.addHelpText(
      'after',
      `
Examples:
  $ dezero-cli functions
  $ dezero-cli functions sqrt
  $ dezero-cli functions --format tsv | cut -f 1

Exit status: 0 done, 2 unknown function, wrong usage or failed write
`,
    );
  },

  run(command, io) {
    const options = command.opts<FormatOptions>();
    const [name] = command.args;
    // add(-1), as it is written in a chain, is shown as add.
    const entry = name === undefined ? undefined : catalogue.entry(name.replace(/\(.*\)$/s, ''));
    const entries = entry === undefined ? catalogue.entries : [entry];
    const page = (paint: Paint): string =>
      entry === undefined
        ? functionsList(entries, options.header, paint)
        : functionCard(entry, paint);
    printRecords(
      { columns: FUNCTION_COLUMNS, block: () => functionsBlock(entries), page },
      options,
      io,
    );
    return EXIT_STATUS.done;
  },
};
