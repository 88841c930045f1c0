/** @file The chain that a command works on: --chain, or --chain-file. */

import type { Command } from 'commander';
import type { Graph } from '../core/graph';
import { DezeroError } from '../core/errors';
import { quote } from '../core/quote';
import { parseChain } from '../core/parse-chain';
import { UsageError } from './errors';
import type { Io } from './io';
import { choiceOption, type Given, once } from './options';
import { addFunctionOptions, catalogueOf, type FunctionOptions, nameIn } from './user-functions';

export interface ChainOptions extends FunctionOptions {
  readonly chain?: Given;
  readonly chainFile?: Given;
}

export function addChainOptions(command: Command): void {
  command
    .addOption(
      choiceOption(
        '-c, --chain <functions>',
        'names separated by , or |, applied left to right, with parameters in parentheses: ' +
          "square,exp,'add(-1)' (default: the last --define)",
        { kind: 'chain' },
      ),
    )
    .addOption(
      choiceOption(
        '--chain-file <file>',
        'read the chain from a file, for chains too long for an argument',
        { kind: 'file' },
      ),
    );
  addFunctionOptions(command);
}

/** @throws UsageError, IoError, or the DezeroError of a chain or a function that cannot be read */
export async function chainOf(options: ChainOptions, io: Io): Promise<Graph> {
  const text = once('--chain', options.chain);
  const file = once('--chain-file', options.chainFile);
  if (text !== undefined && file !== undefined) {
    throw new UsageError('--chain and --chain-file both give a chain; use one of them');
  }
  const catalogue = await catalogueOf(options, io);
  if (text !== undefined) return parseChain(text, catalogue);
  const defined = options.define?.at(-1);
  if (file === undefined && defined !== undefined) return parseChain(nameIn(defined), catalogue);
  if (file === undefined) {
    throw new UsageError('--chain is missing: for example --chain square,exp,square');
  }
  try {
    return parseChain(io.readFile(file).replace(/^\ufeff/, ''), catalogue);
  } catch (error) {
    if (!(error instanceof DezeroError)) throw error;
    throw new DezeroError(error.code, `in ${quote(file)}: ${error.message}`, error.details);
  }
}
