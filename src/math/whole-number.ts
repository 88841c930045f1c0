/** @file Whole numbers of any length: their size, their shifts and their roots. */

/** The number of binary digits; 0 for 0. */
export function bitLength(n: bigint): number {
  if (n === 0n) return 0;
  const digits = magnitude(n).toString(16);
  const leading = '0123456789abcdef'.indexOf(digits.charAt(0));
  return 4 * digits.length + 28 - Math.clz32(leading);
}

/** n without its sign. */
export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** n * 2^shift, rounded down. */
export function shifted(n: bigint, shift: number): bigint {
  return shift >= 0 ? n << BigInt(shift) : n >> BigInt(-shift);
}

/** The whole number not above a / b, for b > 0. (BigInt division rounds towards 0.) */
export function floorDivided(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** The whole part of the square root of n >= 0, by Newton's method from above. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
