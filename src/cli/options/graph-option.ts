/** @file What a command works on: a formula or a chain as its first word, or in an option or a file. */

import type { Command } from 'commander';
import type { Catalogue } from '../../core/engine/catalogue';
import { DezeroError } from '../../core/text/errors';
import type { Graph } from '../../core/graph/graph';
import { quote } from '../../core/text/quote';
import { slipOf } from '../../core/text/suggest';
import { parseChain } from '../../functions/read/parse-chain';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { orderOfDifferentials, readDefinition } from '../../functions/read/read-definition';
import { ChoiceArgument } from './choice-option';
import { takenNames } from './diff-columns';
import { UsageError, warn } from '../errors';
import type { Io } from '../process/io';
import { textOfFile } from '../stream/input/other-formats';
import { onlyOne, type Options } from './given';
import { addOptions, numbers, once } from './options';
import { callOf, addFunctionOptions, catalogueOf } from './user-functions';
import { unmarked } from './words';

export function addGraphOptions(command: Command): void {
  command.optionsGroup('Formula:');
  command.addArgument(
    new ChoiceArgument(
      '[formula]',
      "a formula, such as 'x*exp(-x)', or a chain (default: the last --define)",
      { kind: 'chain' },
    ),
  );
  addOptions(command, {
    '-c, --chain <functions>': [
      'names separated by , or |, applied left to right, with parameters in parentheses: ' +
        "square,exp,'add(-1)'",
      { kind: 'chain' },
    ],
    '--chain-file <file>': [
      'read the chain from a file, for chains too long for an argument',
      { kind: 'file' },
    ],
    '--formula-file <file>': ['read the formula from a file', { kind: 'file' }],
  });
  addFunctionOptions(command);
}

/** A graph, with the source from which other threads make the same graph. */
export interface GivenGraph {
  readonly graph: Graph;
  readonly source: GraphSource;
  readonly catalogue: Catalogue;
}

/** @throws UsageError, IoError, or the DezeroError of what cannot be read */
export async function graphOf(command: Command, io: Io): Promise<GivenGraph> {
  const options = command.opts<Options>();
  const { file, ...source } = sourceOf(command, options, io);
  const catalogue = await catalogueOf(options, io);
  const graph =
    file === undefined
      ? graphFrom(source, catalogue)
      : namingFile(file, () => graphFrom(source, catalogue));
  requireOwnNames(graph);
  const isFormula = source.kind !== 'chain';
  if (isFormula) warnOfTakenName(source.text, catalogue, io);
  if (isFormula && options.at === undefined && options.column === undefined) {
    // In a table the columns of several variables have their names.
    const isNamed = options.input !== undefined && graph.inputs.length > 1;
    if (!isNamed) refuseDifferentials(source.text);
    warnOfSlip(graph, catalogue, io);
  }
  return { graph, source, catalogue };
}

/** `sin(x) = -cos(x)` gives a formula the name of a function; whoever wrote it may mean a claim about that one. */
function warnOfTakenName(text: string, { allNames }: Catalogue, io: Io): void {
  const name = text.includes('=') ? readDefinition(text).name?.name : undefined;
  if (name === undefined || !allNames.includes(name)) return;
  warn(io, `${name} is read as the name of this formula, not as the function ${name}`);
}

/** `dx^3/dx` would be a quotient of powers of dx. @throws UsageError */
function refuseDifferentials(text: string): void {
  const order = orderOfDifferentials(text);
  if (order === undefined) return;
  throw new UsageError(
    order === 'first'
      ? 'the derivative is taken of the formula alone: leave out d and /dx'
      : 'only the first derivative is taken: for the second, write the first as the formula',
  );
}

/** A misspelt function that is the only variable would get the number of --x without a word. */
function warnOfSlip({ inputs }: Graph, { allNames }: Catalogue, io: Io): void {
  const [name, ...others] = inputs as [string, ...string[]];
  const meant = others.length === 0 ? slipOf(name, allNames) : undefined;
  if (meant === undefined) return;
  warn(io, `${name} is taken for a variable; did you mean the function ${meant}?`);
}

/** Loads the parser of formulas only where one may be. */
function graphFrom(source: GraphSource, catalogue: Catalogue): Graph {
  if (source.kind === 'chain') return parseChain(source.text, catalogue);
  return graphOfSource(source, catalogue);
}

/** @throws UsageError where a variable is called like a column of the output */
function requireOwnNames({ inputs }: Graph): void {
  const taken = takenNames(inputs);
  const variable = inputs.find((name) => taken.includes(name));
  if (variable === undefined) return;
  throw new UsageError(
    `the variable ${variable} is called like a column of the output; give it another name`,
  );
}

/** Begins errors in the content of a file with its name. */
function namingFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const named = (message: string): string => `in ${quote(file)}: ${message}`;
    if (error instanceof UsageError) throw new UsageError(named(error.message));
    if (!(error instanceof DezeroError)) throw error;
    throw new DezeroError(error.code, named(error.message), error.details);
  }
}

function sourceOf(
  command: Command,
  options: Options,
  io: Io,
): GraphSource & { readonly file?: string } {
  const [word] = command.args;
  const given = {
    '--chain': once('--chain', options.chain),
    '--chain-file': once('--chain-file', options.chainFile),
    '--formula-file': once('--formula-file', options.formulaFile),
    'the formula': word === undefined ? undefined : unmarked(word),
  };
  const only = onlyOne(given, whatBothDo);
  if (only === undefined) return sourceElsewhere(command, options);
  const [name, text] = only;
  if (name === '--chain') return { kind: 'chain', text };
  if (name === 'the formula') return { kind: 'either', text };
  const kind = name === '--chain-file' ? 'chain' : 'formula';
  const bytes = io.readFile(text);
  return { kind, text: namingFile(text, () => textOfFile(bytes)), file: text };
}

function whatBothDo(...names: readonly string[]): string {
  return names.every((name) => name.startsWith('--chain'))
    ? 'give a chain'
    : 'say what to differentiate';
}

/** The last word after --x if that is no number, or the last definition. @throws UsageError */
function sourceElsewhere(command: Command, options: Options): GraphSource {
  const { x = [], define } = options;
  const last = x.at(-1);
  if (last !== undefined && x.length > 1 && isNoNumber(last)) {
    command.setOptionValue('x', x.slice(0, -1));
    return { kind: 'either', text: last };
  }
  const defined = define?.at(-1);
  if (defined !== undefined) {
    const { name, call } = callOf(defined);
    return call.includes(',') ? { kind: 'formula', text: call } : { kind: 'chain', text: name };
  }
  throw new UsageError(
    "--chain is missing: for example --chain square,exp,square; or give a formula, as in 'x*exp(-x)'",
  );
}

/** Whether a word is no number, but has letters as a formula has. */
function isNoNumber(text: string): boolean {
  if (!/[A-Za-z\u03c0]/.test(text)) return false;
  try {
    numbers('--x', text);
    return false;
  } catch {
    return true;
  }
}
