/** @file Properties of random values, tried so and so many times; `npm test` takes an eighth of the runs. */

import fc from 'fast-check';
import { fewer, runs } from './portions';

const PART = 8;

/** The seed of all properties, so that a failure comes back. */
const SEED = 20261123;

/** So many runs; fewer before mutants alone. */
export function holdsInRuns<T extends [unknown, ...unknown[]]>(
  property: fc.IProperty<T>,
  numRuns: number,
): void {
  fc.assert(property, { seed: SEED, numRuns: fewer(numRuns) });
}

/** @returns how many runs there were */
export function holdsForAll<T extends [unknown, ...unknown[]]>(
  property: fc.IProperty<T>,
  most: number,
): number {
  const numRuns = runs(most, PART);
  fc.assert(property, { seed: SEED, numRuns });
  return numRuns;
}

/** As `holdsForAll`, for what is asynchronous. */
export async function holdsForAllAsync<T extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<T>,
  most: number,
): Promise<void> {
  await fc.assert(property, { seed: SEED, numRuns: runs(most, PART) });
}
