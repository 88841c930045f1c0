/** @file The exact reading of a block of points: columns, faults and notices. */

import { type Fault, UntoldFault } from '../text/errors';
import type { Notice } from '../explain/notice';
import type { Graph } from '../graph/graph';
import {
  describeLimit,
  describeLost,
  describeNone,
  describeSides,
  describeUndecided,
  isOneSlope,
} from './describe-outcome';
import { exactReadingOf } from './exact-reading';
import type { ExactPoint, Wanted } from './outcome';
import type { ExactColumns } from './read-columns';

export interface ExactNotice extends Notice {
  /** If the notice is about two slopes, these as text: another notice may say the same. */
  readonly slopes?: string;
}

export interface ExactBlock extends ExactColumns {
  /** Points that certainly have no value or no derivative. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** Messages about points that are undecided, or where the formula has two slopes. */
  readonly notices: readonly ExactNotice[];
  /** Whether the derivative by a variable is a known, finite number, the same from both sides. */
  readonly isPlain: (along: number, index: number) => boolean;
}

/**
 * @param x a column for each variable
 * @throws DezeroError `no-exact-reading`
 */
export function exactBlock(graph: Graph, x: readonly Float64Array[], wanted: Wanted): ExactBlock {
  const columns = exactReadingOf(graph).columns(x, wanted);
  const { gradient, remarks } = columns;
  const faults = new Map<number, Fault>();
  const notices: ExactNotice[] = [];
  for (const [index, point] of remarks) {
    const fault = faultOf(graph, point, wanted);
    if (fault !== undefined) faults.set(index, fault);
    else notices.push(...noticesOf(graph, point, wanted).map((said) => ({ index, ...said })));
  }
  const isPlain = (along: number, index: number): boolean => {
    const point = remarks.get(index);
    const isOne = point === undefined || isOneSlope(point, along);
    return isOne && Number.isFinite(gradient[along]?.[index]);
  };
  return { ...columns, faults, notices, isPlain };
}

/**
 * Adds the faults of the formula to those of doubles, one for each point. If doubles are outside a domain
 * where the formula has a limit or even a value, the fault says so.
 */
export function addExactFaults(faults: Map<number, Fault>, exact: ExactBlock): void {
  for (const [index, fault] of faults) {
    if (fault.code !== 'outside-domain') continue;
    const told = (): string => {
      const more = describeBeyondDoubles(exact, index);
      return more === undefined ? fault.message : `${fault.message}; ${more}`;
    };
    faults.set(index, new UntoldFault('outside-domain', told));
  }
  for (const [index, fault] of exact.faults) if (!faults.has(index)) faults.set(index, fault);
}

function describeBeyondDoubles(
  { value, gradient, remarks }: ExactBlock,
  index: number,
): string | undefined {
  const point = remarks.get(index);
  if (point !== undefined) return describeLimit(point);
  return describeLost(value[index], gradient[0]?.[index]);
}

function faultOf(graph: Graph, point: ExactPoint, { gradient }: Wanted): Fault | undefined {
  const isOutside = point.value.kind === 'none';
  const along = point.gradient.findIndex(({ kind }, k) => gradient[k] === true && kind === 'none');
  if (!isOutside && along < 0) return undefined;
  const code = isOutside ? 'outside-domain' : 'no-derivative';
  return new UntoldFault(code, () => describeNone(graph, point, along));
}

function noticesOf(
  { inputs }: Graph,
  point: ExactPoint,
  wanted: Wanted,
): Omit<ExactNotice, 'index'>[] {
  const by = (k: number): string => (inputs.length === 1 ? '' : `_${inputs[k] as string}`);
  const said: Omit<ExactNotice, 'index'>[] = [];
  if (wanted.value && point.value.kind === 'undecided') {
    const name = inputs.length === 1 ? 'exactY' : 'exactValue';
    said.push({ text: describeUndecided(name, point.value) });
  }
  for (const [k, figure] of point.gradient.entries()) {
    if (wanted.gradient[k] !== true) continue;
    const name = `exact${by(k)}`;
    if (figure.kind === 'undecided') said.push({ text: describeUndecided(name, figure) });
    const sides = describeSides(point, k, name);
    if (sides !== undefined) said.push(sides);
  }
  return said;
}
