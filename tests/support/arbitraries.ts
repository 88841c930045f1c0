/** @file Random numbers, functions of the catalogue, and chains of them, for properties. */

import fc, { type Arbitrary } from 'fast-check';
import { Chain } from '../../src/core/graph/chain';
import type { Graph } from '../../src/core/graph/graph';
import {
  type Entry,
  type FunctionClass,
  type FunctionFamily,
  isFamily,
} from '../../src/core/engine/define-function';
import { catalogue } from '../../src/functions/catalogue';
import { functionsOf } from './chains';
import { holdsInRuns } from './holds-for-all';
import { runs } from './portions';

/** The name of the entry that a function belongs to: add for add(-1). */
export function entryName({ definition }: FunctionClass): string {
  return definition.family?.name ?? definition.name;
}

/** A double of any size, -0 and subnormals among them. */
export const finiteDouble = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Every bit pattern with equal chance, but for NaN and the infinities. */
export const doubleOfBits = fc
  .bigInt({ min: 0n, max: 0xffffffffffffffffn })
  .map((bits) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, bits);
    return view.getFloat64(0);
  })
  .filter(Number.isFinite);

/** Mantissas with all their digits, exponents with equal chance. */
export function doubleBetweenPowers(least: number, most: number): Arbitrary<number> {
  return fc
    .tuple(
      fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true }),
      fc.integer({ min: least, max: most - 1 }),
      fc.boolean(),
    )
    .map(([mantissa, exponent, isNegative]) => (isNegative ? -1 : 1) * mantissa * 2 ** exponent);
}

/** Where functions are neither flat nor steep. */
export const ordinaryDouble = fc.oneof(
  { weight: 3, arbitrary: doubleBetweenPowers(-4, 4) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...catalogue.classes.flatMap((f) => f.definition.samples)),
  },
);

/** The ordinary, the extreme, and the whole numbers at which kinks and edges lie. */
export const anyDouble = fc.oneof(
  { weight: 4, arbitrary: ordinaryDouble },
  { weight: 2, arbitrary: finiteDouble },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
);

/** Parameters at which a family is worth testing; -3 to 3 for the families not named here. */
const PARAMETERS: Readonly<Record<string, Arbitrary<number>>> = {
  add: doubleBetweenPowers(-6, 4),
  scale: doubleBetweenPowers(-6, 4),
  pow: fc.oneof(fc.integer({ min: -5, max: 7 }), doubleBetweenPowers(-4, 2)),
  leakyRelu: fc.double({ min: 2 ** -10, max: 1, noNaN: true }),
  elu: fc.double({ min: 2 ** -4, max: 4, noNaN: true }),
};

function classOfFamily({ definition, of }: FunctionFamily): Arbitrary<FunctionClass> {
  const { name, parameters, examples } = definition;
  const parameter = PARAMETERS[name] ?? fc.double({ min: -3, max: 3, noNaN: true });
  return fc
    .oneof(
      fc.constantFrom(...examples.map((numbers) => [...numbers])),
      fc.array(parameter, { minLength: parameters.length, maxLength: parameters.length }),
    )
    .map((numbers) => of(...numbers));
}

function classOf(entry: Entry): Arbitrary<FunctionClass> {
  return isFamily(entry) ? classOfFamily(entry) : fc.constant(entry);
}

/** Any function of the catalogue, each entry with equal chance. */
export const anyFunction: Arbitrary<FunctionClass> = fc.oneof(...catalogue.entries.map(classOf));

/** A chain and a point to differentiate it at. */
export interface Point {
  readonly chain: Graph;
  readonly x: number;
}

/** A Point that a failing property prints as `square,exp at 0.5`. */
export function pointOf(chain: Graph, x: number): Point {
  return pointWith(chain, x, {});
}

/** Points with more that belongs to them, which a failing property prints too. */
export function pointsWith<T extends object>(
  points: Arbitrary<Point>,
  more: Arbitrary<T>,
): Arbitrary<Point & T> {
  return fc.tuple(points, more).map(([{ chain, x }, others]) => pointWith(chain, x, others));
}

function pointWith<T extends object>(chain: Graph, x: number, more: T): Point & T {
  const others = Object.entries(more).map(([name, value]) => `, ${name} = ${String(value)}`);
  const text = `${chain.toString()} at ${String(x)}${others.join('')}`;
  return { ...more, chain, x, [fc.toStringMethod]: () => text };
}

const LONGEST = 6;

/**
 * As many of the functions, up to a limit, as can be applied to x one after the other: what would
 * leave a domain, meet a kink or overflow is passed over.
 */
function applicable(
  functions: readonly FunctionClass[],
  x: number,
  limit: number,
): FunctionClass[] {
  const chosen: FunctionClass[] = [];
  let input = x;
  for (const f of functions) {
    if (chosen.length === limit) break;
    const { domain, kinks = [], value } = f.definition;
    if (!domain.contains(input) || kinks.some(({ at }) => at === input)) continue;
    const output = value(input);
    if (!Number.isFinite(output)) continue;
    chosen.push(f);
    input = output;
  }
  return chosen;
}

/** Chains of one to six functions at points inside their domain, away from kinks. */
export function points(
  x: Arbitrary<number>,
  f: Arbitrary<FunctionClass> = anyFunction,
): Arbitrary<Point> {
  // Two more than the longest chain, as some cannot be applied.
  const functions = fc.array(f, { minLength: 2, maxLength: LONGEST + 2 });
  return fc
    .tuple(x, functions, fc.integer({ min: 1, max: LONGEST }))
    .map(([value, candidates, limit]) =>
      pointOf(new Chain(applicable(candidates, value, limit)), value),
    )
    .filter(({ chain }) => chain.functionCount > 0);
}

/** Chains of any functions, which may leave a domain, meet a kink or overflow at the point. */
export const wildPoints: Arbitrary<Point> = fc
  .tuple(anyDouble, fc.array(anyFunction, { minLength: 1, maxLength: LONGEST }))
  .map(([x, functions]) => pointOf(new Chain(functions), x));

interface Coverage {
  readonly numRuns: number;
  /** `npm test` takes so manieth a part of the runs. */
  readonly part?: number;
  /** The least part of all runs at which the statement must say something. */
  readonly share: number;
  /** The functions that must be met where it does: by default all of the catalogue. */
  readonly meets?: (f: FunctionClass) => boolean;
}

/**
 * Demands that a statement holds at every point at which it says anything (undefined: it does not),
 * and that these are as many, and as various, as is asked for.
 */
export function checkPoints<T extends Point>(
  arbitrary: Arbitrary<T>,
  holds: (point: T) => boolean | undefined,
  { numRuns, part = 1, share, meets = () => true }: Coverage,
): void {
  const tried = runs(numRuns, part);
  let count = 0;
  const met = new Set<string>();
  holdsInRuns(
    fc.property(arbitrary, (point) => {
      const verdict = holds(point);
      if (verdict === undefined) return true;
      count++;
      for (const f of functionsOf(point.chain)) met.add(entryName(f));
      return verdict;
    }),
    tried,
  );
  const names = catalogue.classes.filter(meets).map(entryName);
  expect(names.filter((name) => !met.has(name))).toEqual([]);
  expect(count / tried).toBeGreaterThanOrEqual(share);
}
