/** @file The chain that a command works on: --chain, or --chain-file. */

import type { Command } from 'commander';
import type { Chain } from '../core/chain';
import { DezeroError } from '../core/errors';
import { quote } from '../core/quote';
import { parseChain } from '../functions/catalogue';
import { UsageError } from './errors';
import type { Io } from './io';
import { collect, type Given, once } from './options';

export interface ChainOptions {
  readonly chain?: Given;
  readonly chainFile?: Given;
}

export function addChainOptions(command: Command): void {
  command
    .option(
      '-c, --chain <functions>',
      'names separated by , or |, applied left to right, with parameters in parentheses: ' +
        "square,exp,'add(-1)'",
      collect,
    )
    .option(
      '--chain-file <file>',
      'read the chain from a file, for chains too long for an argument',
      collect,
    );
}

/** @throws UsageError, IoError, or the DezeroError of a chain that cannot be read */
export function chainOf(options: ChainOptions, io: Io): Chain {
  const text = once('--chain', options.chain);
  const file = once('--chain-file', options.chainFile);
  if (text !== undefined && file !== undefined) {
    throw new UsageError('--chain and --chain-file both give a chain; use one of them');
  }
  if (text !== undefined) return parseChain(text);
  if (file === undefined) {
    throw new UsageError('--chain is missing: for example --chain square,exp,square');
  }
  try {
    return parseChain(io.readFile(file).replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof DezeroError)) throw error;
    throw new DezeroError(error.code, `in ${quote(file)}: ${error.message}`, error.details);
  }
}
