import { type Column, COLUMNS, columnsOfOne } from '../../src/core/differentiate/columns';
import { differentiatePoints } from '../../src/core/differentiate/differentiate';
import { parseChain } from '../../src/functions/parse';
import { plainPaint } from '../../src/report/formats/format';
import { pageWriter, walkthroughPages } from '../../src/report/walkthrough';
import { printBlocks } from '../support/print';

function page(
  chainText: string,
  x: number[],
  changes: { columns?: Column[]; allSteps?: boolean; precision?: number } = {},
): string {
  const graph = parseChain(chainText);
  const columns = columnsOfOne(changes.columns ?? COLUMNS);
  const point = [Float64Array.from(x)];
  const block = differentiatePoints(graph, point, { columns, trace: true });
  const pages = walkthroughPages(block, columns, point, {
    header: true,
    paint: plainPaint,
    formula: graph.formula,
    variables: graph.inputs,
    wrt: graph.inputs,
    functionCount: graph.functionCount,
    method: 'central',
    eps: 0.0001,
    allSteps: changes.allSteps ?? false,
    ...(changes.precision !== undefined && { precision: changes.precision }),
  });
  return printBlocks(pageWriter, { length: x.length, columns: [pages] });
}

test('one point is the call, the steps with data and gradient, and the comparison', () => {
  expect(page('square,exp,square', [0.5])).toBe(`\
square(exp(square(x))) at x = 0.5

variable │ creator │ data ↓             │ grad ↑
─────────┼─────────┼────────────────────┼──────────────────
x        │         │ 0.5                │ 3.297442541400256
a        │ square  │ 0.25               │ 3.297442541400256
b        │ exp     │ 1.2840254166877414 │ 2.568050833375483
y        │ square  │ 1.648721270700128  │ 1

numerical          │ backprop          │ absoluteError
───────────────────┼───────────────────┼─────────────────────
3.2974426293330694 │ 3.297442541400256 │ 8.793281347507786e-8

numerical is the central difference, eps = 0.0001; the two agree to 7 digits.
`);
});

test('several points are pages with an empty line between them', () => {
  const pages = page('square', [1, 2]).split('\n\nsquare(x) at');
  expect(pages).toHaveLength(2);
  expect(page('square', [1, 2])).toContain('digits.\n\nsquare(x) at x = 2\n');
});

test('only the asked-for figures are compared', () => {
  expect(page('square', [3], { columns: ['x', 'backprop'] })).toMatch(/\nbackprop\n─+\n6\n$/);
  expect(page('square', [3], { columns: ['x', 'y'] })).toMatch(/\ny +│ square +│ 9 +│ 1\n$/);
});

test.each([
  ['square', 0, 'the two are equal'],
  ['square', 1e-12, 'the two agree to '],
  ['exp,exp', 100, 'the two cannot be compared'],
  ['relu', 0, 'the two differ in the first digit'],
  ['cube', 0.1, 'the two agree to 6 digits'],
  ['cube', 0.0002, 'the two agree to 1 digit.\n'],
])('%s at %d: %s', (chain, x, sentence) => {
  expect(page(chain, [x]).replace(/(?<=first)\n/, ' ')).toContain(sentence);
});

describe('a long chain', () => {
  const chain = Array<string>(100).fill('square').join(',');

  test('shows both ends, and says how to see the rest', () => {
    const text = page(chain, [1]);
    expect(text).toContain(`${'square('.repeat(4)}sq … ${')'.repeat(15)} [100 functions] at x = 1`);
    expect(text).toContain('│ 85 more │ all of them: --trace │');
    expect(text.split('\n').filter((line) => line.includes(' square '))).toHaveLength(15);
  });

  test('is shown in full with --trace', () => {
    const text = page(chain, [1], { allSteps: true });
    expect(text.split('\n').filter((line) => line.includes(' square '))).toHaveLength(100);
  });
});

test('the widest figures and names fit into 80 columns', () => {
  const text = page('scale(-1.2345678901234567e+99),reciprocal', [-1.2345678901234568e-250]);
  expect(text).toContain('scale(-1.23456…');
  expect(text).toContain('-1.2345678901234568e-250');
  const tables = text.split('\n').filter((line) => /[│┼]/.test(line));
  expect(Math.max(...tables.map((line) => line.length))).toBeLessThanOrEqual(80);
});
