/**
 * @file Double-double arithmetic: a number of about 106 bits as the unevaluated sum of two doubles.
 *
 * Only + - * / and sqrt are used, which IEEE 754 defines to the last bit, so every result is the
 * same on every machine. The algorithms are the classical ones of Dekker (1971) and Knuth, in the
 * forms analysed by Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building
 * blocks of double-word arithmetic" (2017); u below is 2^-53.
 *
 * The error bounds hold while no operation overflows or underflows; callers scale by powers of two
 * where that could happen (see `decompose` and `roundScaled`).
 *
 * Kernels, the functions in the files *-kernel.ts, make no objects: a kernel returns the high part of its
 * result and keeps the low part in a variable of this module until the next kernel runs, some with a whole
 * number beside it, as the exponent n of 2^n. It ends with `keep`, `keepPair` or `keepSum` (and `keepWhole`);
 * its caller reads `keptLow` (and `keptWhole`), or makes a double-double by `withKeptLow`. V8 does away with
 * a { hi, lo } where all code that sees it is inlined, for which kernels are too long, and one is three
 * objects in memory: with them tanh took 223 ns and sigmoid 165, without them 138 and 84.
 */

/** hi + lo, where hi is the double nearest to the sum. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** 2^27 + 1: multiplying by it splits the 53 bits of a double in two halves (Veltkamp). */
const SPLITTER = 134217729;

/** The low part and the whole number of the kernel that ran last. */
const kept = new Float64Array(2);

/** The low part of the number whose high part a kernel has just returned. */
export function keptLow(): number {
  return kept[0] as number;
}

/** The whole number that the kernel has kept beside it. */
export function keptWhole(): number {
  return kept[1] as number;
}

/** The number that a kernel has just returned the high part of. */
export function withKeptLow(hi: number): DoubleDouble {
  return { hi, lo: keptLow() };
}

/** Returns the high part and keeps the low part. */
export function keep(hi: number, lo: number): number {
  kept[0] = lo;
  return hi;
}

/** `keep` for a double-double. */
export function keepPair({ hi, lo }: DoubleDouble): number {
  return keep(hi, lo);
}

/** `keep` for a + b, exactly, if |a| >= |b| or a is 0. */
export function keepSum(a: number, b: number): number {
  const hi = a + b;
  kept[0] = b - (hi - a);
  return hi;
}

/** Keeps a whole number. */
export function keepWhole(n: number): void {
  kept[1] = n;
}

/** The double x, exactly. */
export function fromDouble(x: number): DoubleDouble {
  return { hi: x, lo: 0 };
}

/** What is lost in sum = a + b, exactly, if |a| >= |b| or a is 0. */
export function fastSumError(a: number, b: number, sum: number): number {
  return b - (sum - a);
}

/** What is lost in sum = a + b, exactly. */
export function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/** What is lost in product = a * b, exactly, for |a|, |b| < 2^996 and a product above 2^-968. */
export function productError(a: number, b: number, product: number): number {
  const aShifted = SPLITTER * a;
  const aHi = aShifted - (aShifted - a);
  const aLo = a - aHi;
  const bShifted = SPLITTER * b;
  const bHi = bShifted - (bShifted - b);
  const bLo = b - bHi;
  return aHi * bHi - product + aHi * bLo + aLo * bHi + aLo * bLo;
}

/** a + b, exactly, if |a| >= |b| or a is 0. */
export function fastTwoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: fastSumError(a, b, hi) };
}

/** a + b, exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: sumError(a, b, hi) };
}

/** a * b, exactly, for |a|, |b| < 2^996 and a product above 2^-968. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  return { hi, lo: productError(a, b, hi) };
}

/** a + b, with a relative error below 3u^2. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a.hi, b.hi);
  const low = twoSum(a.lo, b.lo);
  const sum = fastTwoSum(high.hi, high.lo + low.hi);
  return fastTwoSum(sum.hi, low.lo + sum.lo);
}

/** a + b for a double b, with a relative error below 2u^2. */
export function addDouble(a: DoubleDouble, b: number): DoubleDouble {
  const high = twoSum(a.hi, b);
  return fastTwoSum(high.hi, a.lo + high.lo);
}

/** -a, exactly. */
export function negate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

/** a * b, with a relative error below 7u^2. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.hi, b.hi);
  return fastTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a * b for a double b, with a relative error below 3u^2. */
export function multiplyDouble(a: DoubleDouble, b: number): DoubleDouble {
  const product = twoProduct(a.hi, b);
  return fastTwoSum(product.hi, product.lo + a.lo * b);
}

/** a * factor, exactly, for a power of two that neither overflows nor underflows. */
export function scale(a: DoubleDouble, factor: number): DoubleDouble {
  return { hi: a.hi * factor, lo: a.lo * factor };
}

/** a / b by two steps of long division, with a relative error below 15 u^2. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.hi / b.hi;
  const product = twoProduct(quotient, b.hi);
  const rest = a.hi - product.hi - product.lo + (a.lo - quotient * b.lo);
  return fastTwoSum(quotient, rest / b.hi);
}

/**
 * The square root of a number > 0: Math.sqrt, which IEEE 754 defines to the last bit, and one Newton
 * step, with a relative error below 5 u^2.
 */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a.hi);
  const square = twoProduct(root, root);
  const residual = a.hi - square.hi - square.lo + a.lo;
  return fastTwoSum(root, residual / (2 * root));
}
