/** @file Functions that the user brings: --define and --module. */

import type { Command } from 'commander';
import type { Catalogue } from '../core/catalogue';
import { quote } from '../core/quote';
import { catalogue } from '../functions/catalogue';
import { withDefinitions } from '../functions/formula/define';
import { moduleFunctions } from '../functions/module-functions';
import type { Io } from './io';
import { choiceOption, type Given } from './options';

export interface FunctionOptions {
  readonly define?: Given;
  readonly module?: Given;
}

export function addFunctionOptions(command: Command): void {
  command
    .addOption(
      choiceOption(
        '--define <formula>',
        "a function of your own, 'name(x) = value; derivative'; may be repeated",
        { kind: 'text' },
        { isRepeatable: true },
      ),
    )
    .addOption(
      choiceOption(
        '--module <file>',
        'functions of your own from a file of JavaScript or TypeScript, which is run ' +
          'with all your rights: only name files you trust; may be repeated',
        { kind: 'file' },
        { isRepeatable: true },
      ),
    );
}

/**
 * The catalogue and the functions of the user: modules first, so that formulas may use theirs.
 *
 * @throws UsageError, IoError, or the DezeroError of a function that cannot be had
 */
export async function catalogueOf(options: FunctionOptions, io: Io): Promise<Catalogue> {
  let known = catalogue;
  for (const path of options.module ?? []) {
    const exports = await io.importModule(path);
    known = known.with(moduleFunctions(exports, quote(path), known));
  }
  return withDefinitions(known, options.define ?? []);
}

/** The name of the function that a formula defines, which has been read before. */
export function nameIn(definition: string): string {
  return definition.slice(0, definition.indexOf('(')).trim();
}
