/** @file The first three derivatives that bounds are made of, against the entries and their slopes. */

import { catalogue } from '../../src/functions/catalogue';
import type { FunctionDefinition } from '../../src/core/engine/define-function';
import { middle, point } from '../support/interval';
import { ruleOf } from './jets';

/** f'(x) by differences of fourth order, good to about 1e-9 of the size of f and its derivatives. */
function slope(f: (x: number) => number, x: number): number {
  const h = 2 ** -10 * Math.min(Math.max(Math.abs(x), 0.25), 1);
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/** The first three derivatives at one point. */
function jetAt(definition: FunctionDefinition, x: number): readonly number[] {
  return (ruleOf(definition)?.(point(x)) ?? []).map(middle);
}

test.each(
  catalogue.classes
    .map(({ definition }) => definition)
    .map((definition) => [definition.name, definition] as const),
)(
  '%s has its first three derivatives in jets.ts: the derivative of its entry, the slope of it, and that of this',
  (_, definition) => {
    const derivative = (x: number): number => definition.derivative(x, definition.value(x));
    const f = (x: number, k: number): number => jetAt(definition, x)[k] ?? NaN;
    for (const x of definition.samples) {
      const size = Math.max(...jetAt(definition, x).map(Math.abs), 1e-3);
      expect(Math.abs(f(x, 0) - derivative(x)) / size).toBeLessThan(1e-13);
      expect(Math.abs(f(x, 1) - slope(derivative, x)) / size).toBeLessThan(1e-7);
      expect(Math.abs(f(x, 2) - slope((t) => f(t, 1), x)) / size).toBeLessThan(1e-7);
    }
  },
);
