/** @file The exact reading compared with values and gradients by mpmath with 400 digits. */

import type { Figure, NoNumber } from '../../../src/core/exact/outcome';
import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { said } from '../../support/exact';
import { formulaRows, referenceRows } from '../../support/fixtures';
import { some } from '../../support/portions';

interface Count {
  figures: number;
  undecided: number;
  readonly wrong: string[];
}

function counted(): Count {
  return { figures: 0, undecided: 0, wrong: [] };
}

function compare(
  count: Count,
  figure: Figure | NoNumber | undefined,
  truths: readonly number[],
  where: string,
) {
  count.figures++;
  if (figure?.kind === 'undecided') count.undecided++;
  else if (figure?.kind !== 'nearest' || !truths.includes(figure.value)) {
    count.wrong.push(`${where}: ${said(figure)}, not ${truths.join(' or ')}`);
  }
}

/** The nearest double of a number known to 25 digits, or two if these leave it open. */
function roundings(text: string): number[] {
  const [digits = '', exponent = ''] = text.split('e');
  const whole = BigInt(`${digits.replace('.', '')}0`);
  const places = (digits.split('.')[1] ?? '').length + 1;
  return [-5n, 0n, 5n].map((change) => {
    return Number(`${String(whole + change)}e${String(Number(exponent) - places)}`);
  });
}

test('value and derivative of random formulas are the nearest doubles or, rarely, undecided', () => {
  const count = counted();
  const rows = some(formulaRows(), 3);
  for (const { formula, at, value, gradient } of rows) {
    const graph = parseGraph(formula, catalogue);
    const names = graph.inputs;
    const point = exactReadingOf(graph).at(names.map((name) => at[name] ?? NaN));
    compare(count, point.value, [value], formula);
    for (const [k, name] of names.entries()) {
      compare(count, point.gradient[k], [gradient[name] ?? NaN], `${formula} by ${name}`);
    }
  }
  expect(count.wrong).toEqual([]);
  expect(count.figures).toBeGreaterThan(1.9 * rows.length);
  expect(count.undecided / count.figures).toBeLessThan(0.005);
});

test('value and derivative of chains are the nearest doubles', () => {
  const count = counted();
  for (const { chain, x, y, dy, flags, kind } of some(referenceRows(), 3)) {
    if (flags.length > 0 || kind === 'kink') continue;
    const point = exactReadingOf(parseGraph(chain, catalogue)).at([x]);
    compare(count, point.value, roundings(y), `${chain} at ${String(x)}`);
    compare(count, point.gradient[0], roundings(dy), `${chain} by x at ${String(x)}`);
  }
  expect(count.wrong).toEqual([]);
  expect(count.undecided / count.figures).toBeLessThan(0.005);
});
