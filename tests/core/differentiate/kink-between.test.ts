import { kinkBetween } from '../../../src/core/differentiate/kink-between';
import { parseFormula } from '../../../src/functions/parse';

test.each<[string, [number, number], object | undefined]>([
  ['abs(x-1)', [1.5, 0.5], { name: 'abs', at: 0 }],
  ['abs(x-1)', [0.5, 1.5], { name: 'abs', at: 0 }],
  ['abs(x-1)', [3, 2], undefined],
  // A kink at one of both ends is not between them.
  ['abs(x-1)', [2, 1], undefined],
  ['abs(x-1)', [1, 0], undefined],
  ['exp(abs(x)) + relu(x-2)', [3, 1], { name: 'relu', at: 0 }],
  ['exp(abs(x)) + relu(x-2)', [3, -1], { name: 'abs', at: 0 }],
  ['exp(x)*x', [1, -1], undefined],
  ['hardtanh(x)', [2, 0], { name: 'hardtanh', at: 1 }],
  ['hardtanh(x)', [0, -2], { name: 'hardtanh', at: -1 }],
])('in the step over %s between %j there is the kink %j', (text, ends, kink) => {
  expect(kinkBetween(parseFormula(text), ends)).toEqual(kink);
});
