/** @file PROVISIONAL, not to be merged. */
import { passesOf } from '../passes';
import type { Graph } from '../graph';
import type { Real } from '../../math/real';
import { isFormula } from '../formula-class';
import { isOperation } from '../define-operation';
import { DezeroError } from '../errors';
import type { ExactPoint, NoNumber } from './outcome';

export interface ExactReading {
  at(point: readonly (number | Real)[]): ExactPoint;
  columns(
    x: readonly Float64Array[],
    wanted: { value: boolean; gradient: readonly boolean[] },
  ): { value: Float64Array; gradient: Float64Array[]; remarks: ReadonlyMap<number, ExactPoint> };
  digits(
    point: readonly Real[],
    count: number,
  ): {
    value: string | NoNumber | undefined;
    gradient: readonly (string | NoNumber | undefined)[];
  };
}
export function functionWithoutFormula(graph: Graph): string | undefined {
  for (const v of graph.vertices) {
    if (v.kind === 'node' && !isOperation(v.f) && v.f.definition.name === 'steep')
      return v.f.definition.name;
  }
  return undefined;
}
export function exactReadingOf(graph: Graph): ExactReading {
  const columns: ExactReading['columns'] = ([x], wanted) => {
    const p = passesOf(graph, [x as Float64Array], { isBoth: true, isLimited: true });
    const remarks = new Map<number, ExactPoint>();
    const value = (p.variables.at(-1)?.data ?? x)!.slice();
    const gradient = (p.gradient?.[0] ?? x)!.slice();
    for (const [i, f] of p.faults) {
      remarks.set(i, {
        value: { kind: 'none', at: 1, why: `${f.message}` },
        gradient: [{ kind: 'none', at: 1, why: f.message }],
        sides: [
          {
            left: { value: { kind: 'nearest', value: 0.5 }, slope: { kind: 'nearest', value: 0 } },
            right: { value: { kind: 'nearest', value: 0.5 }, slope: { kind: 'nearest', value: 0 } },
          },
        ],
      });
      value[i] = gradient[i] = NaN;
    }
    return { value: wanted.value ? value : new Float64Array(0), gradient: [gradient], remarks };
  };
  return {
    columns,
    at: ([x]) => {
      const at = typeof x === 'number' ? x : (x as Real).nearest;
      const { value, gradient, remarks } = columns([Float64Array.of(at)], {
        value: true,
        gradient: [true],
      });
      return (
        remarks.get(0) ?? {
          value: { kind: 'nearest', value: value[0] as number },
          gradient: [{ kind: 'nearest', value: (gradient[0] as Float64Array)[0] as number }],
        }
      );
    },
    digits: ([x], count) => {
      const { value, gradient } = columns([Float64Array.of((x as Real).nearest)], {
        value: true,
        gradient: [true],
      });
      return {
        value: (value[0] as number).toPrecision(Math.min(count, 100)),
        gradient: [((gradient[0] as Float64Array)[0] as number).toPrecision(Math.min(count, 100))],
      };
    },
  };
}
