import { formatNumber } from '../../../src/core/text/format-number';

test.each([
  [0.1, '0.1'],
  [-0, '-0'],
  [0, '0'],
  [1e21, '1e+21'],
  [5e-324, '5e-324'],
  [3.2974426293330694, '3.2974426293330694'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('%d is printed as %s', (value, expected) => {
  expect(formatNumber(value)).toBe(expected);
});
