/** @file The exact reading of many points in blocks gives the same as that of each point alone. */

import { isFamily } from '../../../src/core/engine/define-function';
import { exactReadingOf, functionWithoutFormula } from '../../../src/core/exact/exact-reading';
import type { Figure, NoNumber } from '../../../src/core/exact/outcome';
import { LEFT, UNROUNDED } from '../../../src/core/exact/block-reader';
import { PointReader } from '../../../src/core/exact/point-reader';
import { tapeOf } from '../../../src/core/exact/tape';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { randomWords } from '../../support/random';

/** Kinks, edges of domains, poles, halves, and very large and small numbers; then a whole block of ordinary ones. */
const SPECIAL = [0, -0, 1, -1, 2, 0.5, -0.5, 1e-300, -1e300, 5e-324, 1e-61, 137, 138, -750, NaN];
const POINTS = Float64Array.of(...SPECIAL, Infinity, ...numbers(300));

/** Numbers from -8 to 8, the same in each run; every fourth has few digits, so that results can be exact. */
function numbers(count: number): number[] {
  const word = randomWords(2463534242);
  return Array.from({ length: count }, (_, i) => {
    const x = word() / 2 ** 28 - 8;
    return i % 4 === 0 ? Math.round(x * 16) / 16 : x;
  });
}

const CHAINS = catalogue.entries.map((entry) =>
  isFamily(entry)
    ? `identity,${entry.definition.name}(${(entry.definition.examples[0] ?? []).join(',')})`
    : entry.definition.name,
);
const FORMULAS = [
  'x*exp(-x)',
  'square,exp,square',
  '(1-cos(x))/x^2',
  'x^x',
  'x-x+1',
  '(x+1)*(x-1)',
  'x^2+2^-53',
  'log(x)*0.1+pi',
  'max(x,1)*exp(x)',
  'abs(x-1)',
  'exp(exp(x))',
  '1/(1+exp(-x))',
  '3*x+2',
  'sin(0.1*x)+sqrt(abs(x))',
  'max(sin(x),cos(x))/x',
  'x*0',
];

function numberOf(figure: Figure | NoNumber | undefined): number {
  return figure?.kind === 'nearest' ? figure.value + 0 : NaN;
}

test.each([...CHAINS, ...FORMULAS])('%s read in blocks is the same as point by point', (text) => {
  const graph = parseGraph(text, catalogue);
  expect(functionWithoutFormula(graph)).toBeUndefined();
  const reading = exactReadingOf(graph);
  const { value, gradient } = reading.columns([POINTS], { value: true, gradient: [true] });
  const alone = Array.from(POINTS, (x) => reading.at([x]));
  expect([...value]).toEqual(alone.map((point) => numberOf(point.value)));
  expect([...(gradient[0] ?? [])]).toEqual(alone.map((point) => numberOf(point.gradient[0])));
});

test('blocks give some of the gradients of several inputs, those that are asked for', () => {
  const reading = exactReadingOf(parseGraph('x*y*exp(-x*y)+y/z', catalogue));
  const columns = [POINTS, POINTS.toReversed(), POINTS.map((x) => x / 3)];
  const wanted = { value: false, gradient: [true, false, true] };
  const { value, gradient } = reading.columns(columns, wanted);
  const alone = Array.from(POINTS, (_, i) => reading.at(columns.map((c) => c[i] as number)));
  expect(value).toHaveLength(0);
  for (const k of [0, 2]) {
    expect([...(gradient[k] ?? [])]).toEqual(alone.map((point) => numberOf(point.gradient[k])));
  }
});

test('a derivative that double-doubles leave undecided is refined to that of the point read alone', () => {
  const refined = jest.spyOn(PointReader.prototype, 'refined');
  const reading = exactReadingOf(
    parseGraph('sin(x)*atan(y)/z + cos(x-z)*y - atan(x*z)', catalogue),
  );
  const x = Float64Array.from(numbers(2000), (number) => number + 2 ** -40);
  const columns = [x, rotated([...x], 1), rotated([...x], 2)];
  const { gradient } = reading.columns(columns, { value: true, gradient: [true, true, true] });
  const settled = refined.mock.calls.flatMap(([point, k], call) => {
    const result = refined.mock.results[call]?.value as number | undefined;
    return result === undefined ? [] : [{ point, k, result }];
  });
  refined.mockRestore();
  expect(settled.length).toBeGreaterThan(3);
  for (const { point, k, result } of settled) {
    expect(numberOf(reading.at(point).gradient[k])).toBe(result);
    const i = x.findIndex((_, at) => columns.every((column, c) => column[at] === point[c]));
    expect(gradient[k]?.[i]).toBe(result);
  }
});

/** The number of points that blocks leave undecided. */
function leftBy(text: string): number {
  const tape = tapeOf(parseGraph(text, catalogue));
  const blocks = new PointReader(tape).blocks(tape.graph.inputs.map(() => true));
  const columns = tape.graph.inputs.map((_, k) => rotated(numbers(256), k));
  const into = { value: undefined, gradient: columns.map(() => new Float64Array(256)) };
  return blocks.read(columns, into).filter((found) => found === LEFT).length;
}

function rotated(x: readonly number[], by: number): Float64Array {
  return Float64Array.of(...x.slice(by), ...x.slice(0, by));
}

test.each(['x*exp(-x)', 'square,exp,square', 'cos(0.1*x)^3', 'abs(x)', 'max(x,1)', '1/x'])(
  'blocks decide %s on both sides of its kinks and poles',
  (text) => {
    expect(leftBy(text)).toBeLessThan(8);
  },
);

test('points on an axis, and those that are no numbers, are left to be read alone, and cost the others nothing', () => {
  const reader = new PointReader(tapeOf(parseGraph('abs(x)*y', catalogue)));
  const x = Float64Array.from(numbers(100));
  x.set([0, -0, NaN, Infinity, -Infinity, 0, 0]);
  const y = Float64Array.from(numbers(100));
  y[9] = 0;
  const into = { value: undefined, gradient: [x, y].map(() => new Float64Array(100)) };
  const found = reader.blocks([true, true]).read([x, y], into);
  expect([...found.keys()].filter((i) => found[i] === LEFT)).toEqual([0, 1, 2, 3, 4, 5, 6, 9]);
});

test('a derivative that is known, but not to which double it rounds, is told apart and left as NaN', () => {
  const reader = new PointReader(tapeOf(parseGraph('exp(x)*sin(x)', catalogue)));
  const x = Float64Array.from({ length: 4000 }, (_, i) => 1 + i / 7919);
  const gradient = [new Float64Array(x.length)] as const;
  const found = reader.blocks([true]).read([x], { value: undefined, gradient });
  const unrounded = [...found.keys()].filter((i) => found[i] === UNROUNDED);
  expect(unrounded.length).toBeGreaterThan(0);
  expect([...x.keys()].filter((i) => Number.isNaN(gradient[0][i]))).toEqual(unrounded);
});

test('functions that branch on signs are recorded one by one, not for each combination of signs', () => {
  const odd = Array.from({ length: 9 }, (_, i) => `sin(x${String(i)} + 0.3)*tanh(x${String(i)})`);
  expect(leftBy(odd.join(' + '))).toBeLessThan(8);
});

test('a long formula is read in shorter blocks', () => {
  const terms = Array.from({ length: 200 }, (_, i) => `exp(-x/${String(i + 3)})*sin(x+y)`);
  expect(leftBy(terms.join(' + '))).toBeLessThan(8);
});
