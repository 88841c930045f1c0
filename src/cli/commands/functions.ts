/** @file `functions [NAME]`: the catalogue, or one entry. */

import { entriesNamed, isBuiltIn } from '../../functions/read/entries-named';
import type { Paint } from '../../report/formats/format';
import { functionCard, functionRecord, functionsList } from '../../report/functions';
import { ChoiceArgument } from '../options/choice-option';
import type { CommandModule } from '../help';
import { EXIT_STATUS } from '../process/exit-status';
import type { Options } from '../options/given';
import { addFormatOptions, styleOf } from '../options/options';
import { printRecords } from '../records';
import { addFunctionOptions, catalogueOf } from '../options/user-functions';

export const functions: CommandModule = {
  description: 'List the functions of chains and formulas, or show one of them.',
  examples: [
    'dezero-cli functions',
    'dezero-cli functions sqrt',
    'dezero-cli functions max',
    'dezero-cli functions --format tsv | cut -f 1',
  ],
  common: '--define --format',
  below: `Chains and formulas apply the functions of x; those of several arguments, such
as max(a, b), stand in formulas only. They have a derivative for each argument.

Exit status: 0 done, 2 unknown function, wrong usage or failed write`,
  describe(command) {
    command.addArgument(new ChoiceArgument('[name]', 'the function to show', { kind: 'function' }));
    addFunctionOptions(command);
    addFormatOptions(command, 'table');
  },

  async run(command, io) {
    const options = command.opts<Options>();
    const catalogue = await catalogueOf(options, io);
    const style = styleOf(options);
    const [name] = command.args;
    const shown =
      name === undefined
        ? [...catalogue.entries, ...catalogue.operations]
        : entriesNamed(name, catalogue);
    const page = (paint: Paint): string =>
      name === undefined
        ? functionsList(shown, style.header, paint)
        : shown.map((entry) => functionCard(entry, isBuiltIn(entry), paint)).join('\n');
    printRecords(io, style, { records: () => shown.map(functionRecord), page });
    return EXIT_STATUS.done;
  },
};
