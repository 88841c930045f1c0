/** @file `functions [NAME]`: the catalogue, or one entry. */

import { catalogue } from '../../functions/catalogue';
import { writerOf } from '../../report/formats';
import {
  FUNCTION_COLUMNS,
  functionCard,
  functionsBlock,
  functionsList,
} from '../../report/functions';
import { paintFor } from '../color';
import type { CommandModule } from '../command';
import { EXIT_STATUS } from '../exit-status';
import { addFormatOptions, colorOf, formatOf, type FormatOptions } from '../options';
import { Output } from '../output';

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
    const format = formatOf(options) ?? 'table';
    const paint = paintFor(colorOf(options), io);
    // add(-1), as it is written in a chain, is shown as add.
    const entries =
      name === undefined ? catalogue.entries : [catalogue.entry(name.replace(/\(.*\)$/s, ''))];
    if (format === 'table') {
      const [entry] = entries;
      const isCard = name !== undefined && entry !== undefined;
      io.writeOutput(
        isCard ? functionCard(entry, paint) : functionsList(entries, options.header, paint),
      );
      return EXIT_STATUS.done;
    }
    const writer = writerOf(format)(FUNCTION_COLUMNS, { header: options.header, paint });
    const output = new Output(writer, io);
    output.write(functionsBlock(entries));
    output.end();
    return EXIT_STATUS.done;
  },
};
