/** @file Where `check` checks: at given points, on a grid, or at the samples of the functions. */

import type { Command } from 'commander';
import { samplesOf } from '../../core/check/samples';
import { evenlySpaced } from '../../core/differentiate/grid';
import type { Catalogue } from '../../core/engine/catalogue';
import type { Graph } from '../../core/graph/graph';
import { DezeroError } from '../../core/text/errors';
import { UsageError } from '../errors';
import type { Options } from '../options/given';
import { addOptions, oneNumber, wholeNumber } from '../options/options';
import { addPlaceOptions, isInputPlace, type Place, placeOf } from '../options/place-option';

const DEFAULT_POINTS = 101;
/** As many as a range of --x may have. */
const MOST_POINTS = 1000000;

export function addCheckPlaceOptions(command: Command): void {
  addPlaceOptions(command, 'where to check (default: at the samples of the functions)');
  addOptions(command, {
    '--from <number>': 'check at even distances from here',
    '--to <number>': 'to here',
    '--points <count>': `at so many points (default: ${String(DEFAULT_POINTS)})`,
  });
}

/** @throws UsageError, or the DezeroError of a chain without samples */
export function checkPlaceOf(options: Options, graph: Graph, catalogue: Catalogue): Place {
  const grid = gridOf(options);
  const isGiven = isInputPlace(options) || options.x !== undefined || options.at !== undefined;
  if (grid !== undefined && isGiven) {
    throw new UsageError('--from and --to say where to check, and so does x; use one of them');
  }
  const place = placeOf(options, { variables: graph.inputs, catalogue });
  if (place !== undefined) return place;
  if (grid !== undefined) {
    if (graph.inputs.length > 1) {
      throw new UsageError('--from and --to go along one variable: give points with --at');
    }
    return { kind: 'points', point: [grid] };
  }
  const samples = samplesOf(graph);
  if ((samples[0]?.length ?? 0) > 0) return { kind: 'points', point: samples };
  throw new DezeroError(
    'nothing-to-check',
    'nothing to check: no sample of the functions lies in the domain of the formula; give --x',
  );
}

function gridOf(options: Options): Float64Array | undefined {
  const from = oneNumber('--from', options.from);
  const to = oneNumber('--to', options.to);
  const points = wholeNumber('--points', options.points, 1, MOST_POINTS);
  if (from !== undefined && to !== undefined) {
    return evenlySpaced(from, to, points ?? DEFAULT_POINTS);
  }
  if (from !== to) {
    throw new UsageError('--from and --to belong together: for example --from -5 --to 5');
  }
  if (points === undefined) return undefined;
  throw new UsageError('--points needs --from and --to');
}
