/** @file Where `check` checks: at given x, at x of a stream, on a grid, or at the samples of the functions. */

import type { Command } from 'commander';
import type { Graph } from '../core/graph';
import { samplesOf } from '../core/check/samples';
import { DezeroError } from '../core/errors';
import { evenlySpaced } from '../core/grid';
import { UsageError } from './errors';
import { collect, type Given, number, once, wholeNumber } from './options';
import { addPlaceOptions, type Place, placeOf, type PlaceOptions } from './place-option';
import { numbersOf } from './points';

export interface CheckPlaceOptions extends PlaceOptions {
  readonly from?: Given;
  readonly to?: Given;
  readonly points?: Given;
}

const DEFAULT_POINTS = 101;
const MOST_POINTS = 1000000;

export function addCheckPlaceOptions(command: Command): void {
  addPlaceOptions(command, 'where to check (default: at the samples of the functions)');
  command
    .option('--from <number>', 'check at even distances from here', collect)
    .option('--to <number>', 'to here', collect)
    .option('--points <count>', `at so many points (default: ${String(DEFAULT_POINTS)})`, collect);
}

/** The x themselves, or the input they are read from. */
export type CheckPlace = Float64Array | Pick<Place, 'path' | 'column'>;

/** @throws UsageError, or the DezeroError of a chain without samples */
export function checkPlaceOf(options: CheckPlaceOptions, graph: Graph): CheckPlace {
  const { values, isInput, path, column } = placeOf(options);
  const grid = gridOf(options);
  if (grid !== undefined && (isInput || values.length > 0)) {
    throw new UsageError('--from and --to say where to check, and so does x; use one of them');
  }
  if (grid !== undefined) return grid;
  if (isInput) return { path, column };
  if (values.length > 0) return numbersOf(values);
  const samples = samplesOf(graph);
  if (samples.length > 0) return samples;
  throw new DezeroError(
    'nothing-to-check',
    'nothing to check: no sample of the functions lies in the domain of the chain; give --x',
  );
}

function gridOf(options: CheckPlaceOptions): Float64Array | undefined {
  const from = once('--from', options.from);
  const to = once('--to', options.to);
  const points = wholeNumber('--points', options.points, 1, MOST_POINTS);
  if (from === undefined && to === undefined) {
    if (points === undefined) return undefined;
    throw new UsageError('--points needs --from and --to');
  }
  if (from === undefined || to === undefined) {
    throw new UsageError('--from and --to belong together: for example --from -5 --to 5');
  }
  return evenlySpaced(number('--from', from), number('--to', to), points ?? DEFAULT_POINTS);
}
