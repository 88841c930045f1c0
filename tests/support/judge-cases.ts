/**
 * @file Functions of which only values are known, at points where their derivative is: with claims
 * that are right and claims that are wrong.
 */

import { parseChain, parseFormula } from '../../src/functions/parse';
import { differentiate } from '../../src/core/differentiate/differentiate';
import type { Graph } from '../../src/core/graph/graph';
import {
  differentiableRows,
  formulaRows,
  type FormulaRow,
  isOrdinary,
  type ReferenceRow,
} from './fixtures';

type Values = (x: Float64Array) => Float64Array;

export interface Case {
  /** The line of the table it is counted in. */
  readonly group: string;
  readonly name: string;
  readonly f: Values;
  readonly x: number;
  readonly right: readonly number[];
  readonly wrong: readonly number[];
  /** So little wrong that it may agree, where the values are not so precise. */
  readonly subtle?: readonly number[];
}

/** Wrong claims are as far from the derivative as this part of it, and farther. */
const MISTAKES = [0.003, 0.5];
/** What agrees may be a thousandth off. */
const SUBTLE = 1e-5;

export function valuesOf(graph: Graph): Values {
  return (x) => {
    try {
      return graph.evaluate(x);
    } catch {
      return x.map(() => NaN);
    }
  };
}

/** The rows of formulas.jsonl that have a derivative beside them. */
export function formulaCases(rows: readonly FormulaRow[] = formulaRows()): Case[] {
  return rows.flatMap((row) => {
    const { formula, at, gradient, derivative, mistaken, apart = 0 } = row;
    const [[variable, x] = ['', NaN]] = Object.entries(at);
    if (derivative === undefined || mistaken === undefined) return [];
    const claim = (text: string): number => {
      const graph = parseFormula(`${formula}; ${text}`);
      const { backprop } = differentiate(graph, Float64Array.of(x), { columns: ['backprop'] });
      return backprop?.[0] as number;
    };
    const f = valuesOf(parseFormula(formula));
    return [
      {
        group: 'formulas',
        name: formula,
        f,
        x,
        right: [gradient[variable] as number],
        wrong: (apart > 1e-6 ? [claim(mistaken)] : []).filter((wrong) =>
          shows(f, wrong, gradient[variable] as number, x),
        ),
      },
    ];
  });
}

/** The rows of reference.jsonl inside all domains. */
export function referenceCases(rows: readonly ReferenceRow[] = differentiableRows()): Case[] {
  return rows.map((row) => {
    const [f, dy] = [valuesOf(parseChain(row.chain)), Number(row.dy)];
    const shown = (claim: number): boolean => shows(f, claim, dy, row.x);
    return {
      group: isOrdinary(row) ? 'ordinary chains' : 'hard chains',
      name: row.chain,
      f,
      x: row.x,
      right: [dy],
      wrong: mistakes(dy).filter(shown),
      subtle: [dy * (1 + SUBTLE)].filter(shown),
    };
  });
}

function mistakes(dy: number): number[] {
  return dy === 0 ? [] : [...MISTAKES.map((part) => dy * (1 + part)), 0];
}

/**
 * Whether a claim is off by more than a derivative that is as good as 0: a millionth of the slopes round
 * about, or the last digits of f.
 */
export function shows(f: Values, claim: number, dy: number, x: number, unit = 2 ** -50): boolean {
  const [size, step] = [Math.max(1, Math.abs(x)), Math.max(0.25, Math.abs(x) / 4)];
  const [y = 0, ahead = 0, behind = 0] = f(Float64Array.of(x, x + step, x - step));
  const lines = [ahead, behind].map((there) => Math.abs(there - y) / step);
  const slope = Math.max(...lines.filter(Number.isFinite));
  return Math.abs(claim - dy) > Math.max(1e-6 * slope, (unit * Math.max(1, Math.abs(y))) / size);
}

/** Ordinary chains whose values are wrong by noise, the same whenever x is. */
export function noiseCases(rows = differentiableRows().filter(isOrdinary)): Case[] {
  const kinds: [string, number, (y: number, x: number) => number][] = [
    ['noise 1e-12', 1e-12, (y, x) => y * (1 + 1e-12 * chance(x))],
    ['noise 1e-9', 1e-9, (y, x) => y * (1 + 1e-9 * chance(x))],
    ['noise 1e-6', 1e-6, (y, x) => y * (1 + 1e-6 * chance(x))],
    ['float32', 2 ** -23, (y) => Math.fround(y)],
    ['%.6g', 1e-5, (y) => Number(y.toPrecision(6))],
  ];
  return kinds.flatMap(([group, unit, change]) =>
    rows.map((row) => {
      const f = valuesOf(parseChain(row.chain));
      const dy = Number(row.dy);
      return {
        group,
        name: row.chain,
        f: (x: Float64Array) => f(x).map((y, i) => change(y, x[i] as number)),
        x: row.x,
        right: [dy],
        wrong: [dy * 1.5, -dy, 0].filter((claim) => shows(f, claim, dy, row.x, unit)),
      };
    }),
  );
}

const bits = new DataView(new ArrayBuffer(8));

/** A number from -1 to 1 that depends on every bit of x. */
export function chance(x: number): number {
  bits.setFloat64(0, x);
  let hash = 0x9e3779b9;
  for (const word of [bits.getUint32(0), bits.getUint32(4)]) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 31 - 1;
}

export const DISTANCES = Array.from({ length: 17 }, (_, k) => 10 ** -k);
const CENTERS = [0, 0.3, -1, 7.7, 1234.5];

/** Kinks, at distances from 1 down to the last digit. */
export function kinkCases(): Case[] {
  const shapes: [string, (t: number, s: number) => number, number, number][] = [
    ['|t|', (t) => Math.abs(t), -1, 1],
    ['relu', (t) => Math.max(t, 0), 0, 1],
    ['1 + |t|', (t) => 1 + Math.abs(t), -1, 1],
    ['leaky', (t) => (t > 0 ? 2 * t : 0.5 * t), 0.5, 2],
  ];
  return shapes.flatMap(([name, shape, left, right]) =>
    CENTERS.flatMap((center) =>
      DISTANCES.flatMap((distance) =>
        [-1, 1].flatMap((side) => {
          const x = center + side * distance;
          if (x === center) return [];
          const own = side > 0 ? right : left;
          const other = side > 0 ? left : right;
          return [
            {
              group: `kink at ${distance.toExponential()}`,
              name: `${name}, at ${String(x)} beside ${String(center)}`,
              f: (points: Float64Array) => points.map((t) => shape(t - center, 0)),
              x,
              right: [own],
              wrong: [(left + right) / 2, other, own + 0.002],
            },
          ];
        }),
      ),
    ),
  );
}

/** Jumps, alone and of a function that has a slope. */
export function jumpCases(): Case[] {
  const shapes: [string, (x: number, isAbove: boolean) => number, (x: number) => number][] = [
    ['step', (_, isAbove) => (isAbove ? 1 : 0), () => 0],
    ['sin + step', (x, isAbove) => Math.sin(x) + (isAbove ? 0.5 : 0), Math.cos],
    ['x or 2 - x', (x, isAbove) => (isAbove ? x + 3 : x), () => 1],
  ];
  return shapes.flatMap(([name, shape, slope]) =>
    CENTERS.flatMap((center) =>
      DISTANCES.flatMap((distance) =>
        [-1, 1].flatMap((side) => {
          const x = center + side * distance;
          if (x === center) return [];
          const dy = slope(x);
          return [
            {
              group: `jump at ${distance.toExponential()}`,
              name: `${name}, at ${String(x)} beside ${String(center)}`,
              f: (points: Float64Array) => points.map((t) => shape(t, t > center)),
              x,
              right: [dy],
              wrong: [dy + 0.1, dy + 1, 0.5 / distance].filter((claim) => claim !== dy),
            },
          ];
        }),
      ),
    ),
  );
}

/** Staircases with steps wider than 2e-5 of x, between their jumps. */
export function stepCases(): Case[] {
  const stairs: [string, (t: number) => number][] = [
    ['floor', Math.floor],
    ['ceil', Math.ceil],
    ['round', Math.round],
    ['tenths', (t) => Math.floor(10 * t) / 10],
    ['3 floor', (t) => 3 * Math.floor(t) - 7],
  ];
  const places = [0.3, 0.73, -0.2, -4.7, 2.9, 7.61, 33.3, 777.4, 1234.31, 5000.21, 20000.13];
  return stairs.flatMap(([name, f]) =>
    places.map((x) => ({
      group: 'steps',
      name: `${name} at ${String(x)}`,
      f: (points: Float64Array) => points.map(f),
      x,
      right: [0],
      wrong: [1, 3, 0.1, -1],
    })),
  );
}

export function allCases(): Case[] {
  return [
    ...formulaCases(),
    ...referenceCases(),
    ...noiseCases(),
    ...stepCases(),
    ...kinkCases(),
    ...jumpCases(),
  ];
}
