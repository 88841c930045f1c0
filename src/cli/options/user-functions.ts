/** @file Functions that the user brings: --define and --module. */

import type { Command } from 'commander';
import type { Catalogue } from '../../core/engine/catalogue';
import { quote } from '../../core/text/quote';
import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { type Definition, readDefinition } from '../../functions/read/read-definition';
import { moduleFunctions } from '../../functions/module/module-functions';
import { TEXT } from '../../report/program-description';
import { warn } from '../errors';
import type { Io } from '../process/io';
import type { Options } from './given';
import { addOptions } from './options';

export function addFunctionOptions(command: Command): void {
  addOptions(command, {
    '--define <formula>': [
      "a function of your own, 'name(x) = formula', or with its derivative, " +
        "'name(x) = formula; derivative', also of several variables; may be repeated",
      TEXT,
      'repeatable',
      'goes with --against',
      'goes with --all',
      'never proposed',
    ],
    '--module <file>': [
      'functions of your own from a file of JavaScript or TypeScript, which is run ' +
        'with all your rights: only name files you trust; may be repeated',
      { kind: 'file' },
      'repeatable',
      'goes with --all',
    ],
  });
}

/**
 * The catalogue and the functions of the user: modules first, so that formulas may use theirs.
 *
 * @throws UsageError, IoError, or the DezeroError of a function that cannot be had
 */
export async function catalogueOf(options: Options, io: Io): Promise<Catalogue> {
  if (options.module === undefined && options.define === undefined) return catalogue;
  let known = catalogue;
  for (const path of options.module ?? []) {
    const exports = await io.importModule(path);
    known = known.withOwn(moduleFunctions(exports, quote(path), known));
  }
  const definitions = options.define ?? [];
  if (definitions.length > 0) known = withDefinitions(known, definitions);
  for (const name of catalogue.namesMissingIn(known)) {
    warn(io, `your ${name} takes the place of the catalogue's`);
  }
  return known;
}

/** The name and the call, `f(a, b)`, of a function whose definition has been read before. */
export function callOf(definition: string): { readonly name: string; readonly call: string } {
  const { name, parameters } = readDefinition(definition) as Required<Definition>;
  return {
    name: name.name,
    call: `${name.name}(${parameters.map((each) => each.name).join(', ')})`,
  };
}
