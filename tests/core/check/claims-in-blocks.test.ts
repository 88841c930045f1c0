/** @file Claims at many points are read in blocks, with the same verdicts as point by point. */

import { check } from '../../../src/core/check/check';
import { checkSeveral } from '../../../src/core/check/check-several';
import { ClaimReading } from '../../../src/core/exact/claim-reading';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';
import { some } from '../../support/portions';

const X = Float64Array.from({ length: 200 }, (_, i) => (i - 100) / 16);
/** The points that are also judged alone; 0, where the kinks are, is one. */
const ALONE = some([...X.keys()], 4);

test.each([
  'x*exp(-x); (1-x)*exp(-x)',
  'x*exp(-x); (1+x)*exp(-x)',
  'sin(x); cos(x)*1.0000000000001',
  'abs(x); sign(x)',
  'abs(x); 1',
  'relu(x)^2; 2*relu(x)',
  'exp(x); x > 2 ? exp(x)*1.0001 : exp(x)',
  '(1-cos(x))/x; (cos(x)-1+x*sin(x))/x^2',
  'log(x); 1/x',
])('%s has the same verdicts in blocks as point by point', (text) => {
  const graph = parseGraph(text, catalogue);
  const together = check(graph, X).points;
  const alone = ALONE.map((i) => check(graph, X.subarray(i, i + 1)).points[0]);
  expect(together).toHaveLength(X.length);
  expect(ALONE.map((i) => together[i])).toEqual(alone);
});

test.each([
  'x*exp(y)-y^2; exp(y); x*exp(y)-2*y',
  'x*exp(y)-y^2; exp(y); x*exp(y)-y',
  'max(x, y); x > y ? 1 : 0; y > x ? 1 : 0',
])('%s has the same verdicts in blocks as point by point, by each variable', (text) => {
  const graph = parseGraph(text, catalogue);
  const columns = [X, X.toReversed()];
  const together = checkSeveral(graph, columns).points;
  const alone = ALONE.map((i) => {
    const point = columns.map((column) => column.subarray(i, i + 1));
    return checkSeveral(graph, point).points[0];
  });
  expect(ALONE.map((i) => together[i])).toEqual(alone);
});

test('a claim with the same nearest double as the derivative is not read again point by point', () => {
  const compare = jest.spyOn(ClaimReading.prototype, 'compare');
  const verdicts = (text: string): string[] => {
    compare.mockClear();
    const { points } = check(parseGraph(text, catalogue), X);
    return [...new Set(points.map(({ verdict }) => verdict))];
  };
  expect(verdicts('x*exp(-x); (1-x)*exp(-x)')).toEqual(['agree']);
  // Blocks decide no points on an axis.
  expect(compare.mock.calls.length).toBeLessThan(5);
  expect(verdicts('x*exp(-x); (1-x)*exp(-x)*1.001')).toContain('disagree');
  expect(compare.mock.calls.length).toBeGreaterThan(150);
  compare.mockRestore();
});

test('what is too large for doubles on the way is no fault of several variables, as it is none of one', () => {
  // (1e103)^3 is 1e309, beyond doubles, and so is the derivative by y, 1e309*cos(1e309), of which x^3 is no part.
  const graph = parseGraph('sin(x^3*y); 3*x^2*y*cos(x^3*y); x^3', catalogue);
  const { points, faults } = checkSeveral(graph, [Float64Array.of(1e103), Float64Array.of(1)]);
  expect(faults.size).toBe(0);
  expect(points[0]?.partials.map(({ verdict }) => verdict)).toEqual(['imprecise', 'disagree']);
});
