/** @file Every function of the catalogue against the naive formula with JavaScript's Math. */

import { catalogue } from '../../../src/functions/catalogue';
import type { FunctionDefinition } from '../../../src/core/engine/define-function';
import { naiveOf } from '../accuracy/naive';
import { median, timeLoops } from './measure';
import { randomFractions } from '../../support/random';

const BLOCK = 8192;
const RUNS = 15;

type Loop = (x: Float64Array, y: Float64Array) => number;

let loops = 0;

/**
 * A loop that no other function has been through, so that it is compiled for this one alone, as it
 * is in a program that uses one function. Functions written here would share what the compiler knows,
 * and so would those of the same text, which the number at its end makes another.
 */
function loopOver(f: (x: number, y: number) => number): Loop {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func
  const bind = new Function(
    'f',
    `return (x, y) => {
      let sum = 0;
      for (let i = 0; i < x.length; i++) sum += f(x[i], y[i]);
      return sum;
    }; // ${String(++loops)}`,
  ) as (f: (x: number, y: number) => number) => Loop;
  return bind(f);
}

/** 8192 numbers between -10 and 10, or as many of them as it takes within the domain; some 1e-3. */
function ordinary({ domain }: FunctionDefinition): Float64Array {
  const x = new Float64Array(BLOCK);
  const random = randomFractions(20261124);
  for (let i = 0; i < BLOCK;) {
    const size = domain.contains(10) ? 10 : 1;
    const value = (2 * random() - 1) * (random() < 0.1 ? 1e-3 : size);
    if (domain.contains(value)) x[i++] = value;
  }
  return x;
}

interface Comparison {
  readonly ours: number;
  readonly naive: number | undefined;
}

function compare(
  ours: (x: number, y: number) => number,
  naive: ((x: number, y: number) => number) | null | undefined,
  x: Float64Array,
  y: Float64Array,
): Comparison {
  const byName: Record<string, (x: Float64Array) => number> = {};
  const add = (name: string, f: (x: number, y: number) => number): void => {
    const loop = loopOver(f);
    byName[name] = (numbers) => loop(numbers, y);
  };
  add('ours', ours);
  if (naive) add('naive', naive);
  const times = timeLoops(byName, x, RUNS, 2);
  const naiveTimes = times.get('naive');
  return {
    ours: median(times.get('ours') ?? []),
    naive: naiveTimes === undefined ? undefined : median(naiveTimes),
  };
}

function formatComparison({ ours, naive }: Comparison): string {
  const cells = [ours.toFixed(1), naive?.toFixed(1) ?? '-'];
  cells.push(naive === undefined ? '-' : (ours / naive).toFixed(1));
  return cells.map((cell) => cell.padStart(9)).join('');
}

/** Prints a row for each function: ns per call of value and derivative, ours, Math's and the ratio. */
export function benchFunctions(): void {
  console.log(`\nns per call, at ${String(BLOCK)} ordinary arguments; - where JavaScript has none`);
  const heads = ['value', 'naive', 'ratio', "f'(x)", 'naive', 'ratio'];
  console.log(`  ${''.padEnd(18)}${heads.map((head) => head.padStart(9)).join('')}`);
  for (const definition of catalogue.classes.map(({ definition }) => definition)) {
    const { name, family, value, derivative } = definition;
    const naive = naiveOf(family?.name ?? name, family?.parameters ?? []);
    const x = ordinary(definition);
    const y = x.map(value);
    const row = [
      compare(value, naive?.value, x, y),
      compare(derivative, naive?.derivative, x, y),
    ].map(formatComparison);
    console.log(`  ${name.padEnd(18)}${row.join('')}`);
  }
}
