/** @file The one variable that a command goes along, the others held: `--at k=2`, `--along x`. */

import type { Command } from 'commander';
import type { Graph } from '../../core/graph/graph';
import { pointText } from '../../core/text/format-number';
import { UsageError } from '../errors';
import type { GivenGraph } from './graph-option';
import { assignmentsOf, exampleOf, listOf, unknownVariable, withoutValue } from './named-points';
import type { Options } from './given';
import { addOptions, number, once } from './options';
import { addAtOption } from './place-option';

/** A formula with values for all variables but one. */
export interface Line {
  /** The graph of that variable alone. */
  readonly graph: Graph;
  /** The value of that variable, if it was given. */
  readonly x: number | undefined;
  /** The values of the other variables, `k = 2`; undefined if there are none. */
  readonly held: string | undefined;
}

/** @param purpose what --at is for: "hold variables at these values" */
export function addAlongOptions(command: Command, purpose: string): void {
  addAtOption(command, purpose);
  addOptions(command, { '--along <variable>': 'the variable to go along, if several are left' });
}

/**
 * @param x the number of --x, where there is one: the variable that is left has it
 * @throws UsageError unless just one variable is left to go along
 */
export function lineOf(
  { graph, catalogue }: Pick<GivenGraph, 'graph' | 'catalogue'>,
  options: Options,
  mayHaveValue: boolean,
): Line {
  const { inputs: variables } = graph;
  const named = { variables, catalogue };
  const text = once('--at', options.at);
  const values = text === undefined ? new Map<string, number>() : assignmentsOf(text, named);
  const along = alongOf(options, variables, values, mayHaveValue);
  const missing = variables.find((name) => name !== along && !values.has(name));
  if (missing !== undefined) throw new UsageError(withoutValue(missing, named));
  const others = variables.filter((name) => name !== along);
  const point = variables.map((name) => values.get(name) ?? NaN);
  const held = others.map((name) => values.get(name) as number);
  return {
    graph: graph.along(variables.indexOf(along), point),
    x: values.get(along),
    held: others.length === 0 ? undefined : pointText(others, held),
  };
}

function alongOf(
  { x, along: given }: Options,
  variables: readonly string[],
  values: ReadonlyMap<string, number>,
  mayHaveValue: boolean,
): string {
  const along = once('--along', given);
  if (along !== undefined && !variables.includes(along)) {
    throw unknownVariable('--along', along, variables);
  }
  const left = variables.filter((name) => !values.has(name));
  const chosen = along ?? onlyOne(left) ?? onlyOne(variables);
  if (chosen === undefined) {
    throw new UsageError(whichOne(left, variables, mayHaveValue));
  }
  const hasValue = values.has(chosen);
  if (hasValue && !mayHaveValue) {
    throw new UsageError(
      `--at holds ${chosen} at one value, so nothing is left to go along: leave ${chosen} out of it`,
    );
  }
  if (hasValue && x !== undefined) {
    throw new UsageError(`--x and --at both give a value of ${chosen}; use one of them`);
  }
  return chosen;
}

function onlyOne(variables: readonly string[]): string | undefined {
  return variables.length === 1 ? variables[0] : undefined;
}

/** The message if it is not clear which variable to go along. */
function whichOne(
  left: readonly string[],
  variables: readonly string[],
  mayHaveValue: boolean,
): string {
  if (left.length === 0) {
    return mayHaveValue
      ? `which variable to go along? --along ${variables[0] as string}`
      : `--at holds all of ${listOf(variables)}, so none is left to go along: leave one out of it`;
  }
  const example = exampleOf(left.slice(1));
  return `the formula has several variables without a value, ${listOf(left)}: hold all but one, as in ${example}`;
}

/** The value of --x, or that of the variable in --at. @throws UsageError unless there is one */
export function oneValue({ x }: Options, line: Line): number {
  const [text, ...more] = x ?? [];
  if (text === undefined) {
    if (line.x !== undefined) return line.x;
    const { variable } = line.graph;
    const at = line.held === undefined ? '' : ` (the value of ${variable})`;
    throw new UsageError(`--x is missing: for example --x 0.5${at}`);
  }
  if (more.length > 0 || text === '-') {
    const found =
      text === '-' ? 'standard input may have many' : `--x has ${String(1 + more.length)}`;
    throw new UsageError(`sweep goes through the steps of one x, but ${found}: give one number`);
  }
  return number('--x', text);
}
