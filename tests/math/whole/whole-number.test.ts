import fc from 'fast-check';
import {
  bitLength,
  floorDivided,
  integerSquareRoot,
  shifted,
} from '../../../src/math/whole/whole-number';
import { holdsForAll } from '../../support/holds-for-all';

test('bitLength counts the binary digits', () => {
  for (let bits = 0, n = 0n; bits < 200; bits++, n = 2n * n + 1n) {
    expect([bitLength(n), bitLength(-n), bitLength(n + 1n)]).toEqual([bits, bits, bits + 1]);
  }
});

test('floorDivided and shifted round down, below zero too', () => {
  expect([floorDivided(7n, 2n), floorDivided(-7n, 2n), floorDivided(-8n, 2n)]).toEqual([
    3n,
    -4n,
    -4n,
  ]);
  expect([shifted(7n, -1), shifted(-7n, -1), shifted(-7n, 2)]).toEqual([3n, -4n, -28n]);
});

test('integerSquareRoot is the whole part of the root', () => {
  holdsForAll(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), (n) => {
      const root = integerSquareRoot(n);
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
    }),
    1000,
  );
});
