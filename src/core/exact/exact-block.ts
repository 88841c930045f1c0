/** @file The exact reading of a block of points: columns, faults and notices. */

import type { ErrorCode, Fault } from '../text/errors';
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

export interface ExactNotice extends Notice {
  /** If the notice is about two slopes, these as text: another notice may say the same. */
  readonly slopes?: string;
}

export interface ExactBlock {
  /** NaN where there is no number or it is undecided; meaningless if it was not asked for. */
  readonly value: Float64Array;
  /** By variable. */
  readonly gradient: readonly Float64Array[];
  /** Points that certainly have no value or no derivative. */
  readonly faults: ReadonlyMap<number, Fault>;
  /** Messages about points that are undecided, or where the formula has two slopes. */
  readonly notices: readonly ExactNotice[];
  /** The points whose result is more than the nearest doubles. */
  readonly remarks: ReadonlyMap<number, ExactPoint>;
  /** Whether the derivative by a variable is a known, finite number, the same from both sides. */
  readonly isPlain: (along: number, index: number) => boolean;
}

/**
 * @param x a column for each variable
 * @throws DezeroError `no-exact-reading`
 */
export function exactBlock(graph: Graph, x: readonly Float64Array[], wanted: Wanted): ExactBlock {
  const { value, gradient, remarks } = exactReadingOf(graph).columns(x, wanted);
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
  return { value, gradient, faults, notices, remarks, isPlain };
}

/**
 * Adds the faults of the formula to those of doubles, one for each point. If doubles are outside a domain
 * where the formula has a limit or even a value, the fault says so.
 */
export function addExactFaults(faults: Map<number, Fault>, exact: ExactBlock): void {
  for (const [index, fault] of faults) {
    if (fault.code !== 'outside-domain') continue;
    faults.set(index, new OutsideForDoubles(fault, exact, index));
  }
  for (const [index, fault] of exact.faults) if (!faults.has(index)) faults.set(index, fault);
}

/** Only a few of many faults are printed, so the message is made when it is read. */
class OutsideForDoubles implements Fault {
  readonly code = 'outside-domain';

  constructor(
    private readonly fault: Fault,
    private readonly exact: ExactBlock,
    private readonly index: number,
  ) {}

  get message(): string {
    const { value, gradient, remarks } = this.exact;
    const point = remarks.get(this.index);
    const more =
      point === undefined
        ? describeLost(value[this.index], gradient[0]?.[this.index])
        : describeLimit(point);
    return more === undefined ? this.fault.message : `${this.fault.message}; ${more}`;
  }
}

class NoExactNumber implements Fault {
  constructor(
    readonly code: ErrorCode,
    private readonly graph: Graph,
    private readonly point: ExactPoint,
    private readonly along: number,
  ) {}

  get message(): string {
    return describeNone(this.graph, this.point, this.along);
  }
}

function faultOf(graph: Graph, point: ExactPoint, { gradient }: Wanted): Fault | undefined {
  if (point.value.kind === 'none') return new NoExactNumber('outside-domain', graph, point, 0);
  const along = point.gradient.findIndex(({ kind }, k) => gradient[k] === true && kind === 'none');
  return along < 0 ? undefined : new NoExactNumber('no-derivative', graph, point, along);
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
