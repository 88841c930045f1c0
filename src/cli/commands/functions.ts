/** @file `functions [NAME]`: the catalogue, or one entry. */

import type { Catalogue } from '../../core/catalogue';
import type { Entry, FunctionClass } from '../../core/define-function';
import { nodesOf } from '../../core/graph';
import { parseChain } from '../../functions/read/parse-chain';
import { catalogue as builtIn } from '../../functions/catalogue';
import type { Paint } from '../../report/format';
import {
  FUNCTION_COLUMNS,
  functionCard,
  functionsBlock,
  functionsList,
} from '../../report/functions';
import { ChoiceArgument } from '../choice-option';
import type { CommandModule } from '../command';
import { EXIT_STATUS } from '../exit-status';
import { addFormatOptions, type FormatOptions } from '../options';
import { printRecords } from '../records';
import { addFunctionOptions, catalogueOf, type FunctionOptions } from '../user-functions';

/** Of `add` or `add(c)` the family, as it is listed; of `add(-1)` that function. */
function entryOf(name: string, catalogue: Catalogue): Entry {
  const [, family = name, parameters = ''] = /^([^(]*)\((.*)\)$/s.exec(name) ?? [];
  const [member] = /\d/.test(parameters) ? [...nodesOf(parseChain(name, catalogue))] : [];
  return (member?.[0].f as FunctionClass | undefined) ?? catalogue.entry(family);
}

/** Whether it is not one that the user brings. */
function isBuiltIn(entry: Entry): boolean {
  const { definition } = entry;
  const { name } = ('family' in definition ? definition.family : undefined) ?? definition;
  return builtIn.names.includes(name);
}

export const functions: CommandModule = {
  describe(command) {
    command
      .description('List the functions a chain can be made of, or show one of them.')
      .addArgument(new ChoiceArgument('[name]', 'the function to show', { kind: 'function' }));
    addFunctionOptions(command);
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

  async run(command, io) {
    const options = command.opts<FormatOptions & FunctionOptions>();
    const catalogue = await catalogueOf(options, io);
    const [name] = command.args;
    const entry = name === undefined ? undefined : entryOf(name, catalogue);
    const entries = entry === undefined ? catalogue.entries : [entry];
    const page = (paint: Paint): string =>
      entry === undefined
        ? functionsList(entries, options.header, paint)
        : functionCard(entry, isBuiltIn(entry), paint);
    printRecords(
      { columns: FUNCTION_COLUMNS, block: () => functionsBlock(entries), page },
      options,
      io,
    );
    return EXIT_STATUS.done;
  },
};
