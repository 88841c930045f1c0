import { DoubleBall } from '../../src/math/double/double-ball';
import { realOfDecimal } from '../../src/math/real';
import { WholeBall } from '../../src/math/whole/whole-ball';

test.each([
  ['0.5', true],
  ['-2.50', true],
  ['1e22', true],
  ['9007199254740993', false],
  ['123456789012345678', false],
  ['0.1', false],
  ['1e23', false],
  ['0', true],
  ['-0.0', true],
  ['1e-300', false],
  ['0.1000000000000000055511151231257827021181583404541015625', true],
  ['0.1000000000000000055511151231257827021181583404541015626', false],
])('%s is a double: %p', (text, isDouble) => {
  const real = realOfDecimal(text, Number(text));
  expect(real.in(DoubleBall.of(0)).minus(Number(text)).sign === 0).toBe(isDouble);
  expect(real.in(WholeBall.of(0, 300)).nearest()).toBe(Number(text) + 0);
});
