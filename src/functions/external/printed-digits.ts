/** @file The number of digits that a program prints: awk's six hide the rest of a derivative. */

import { readNumber } from '../../core/text/parse-number';

/** The digits of one printed number. */
interface DigitCounts {
  /** The significant digits, without zeros at the beginning. */
  readonly significant: number;
  /** The digits after the point; undefined if there is an exponent. */
  readonly decimals: number | undefined;
}

/** With more significant digits than this, printing hides less than a few roundings do. */
const FULL_DIGITS = 14;
/** Fewer numbers may all be short by chance. */
const FEWEST_NUMBERS = 20;

/** The digits of a number as it is printed; of NaN and the infinities undefined. */
export function digitsOf(word: string): DigitCounts | undefined {
  const [found, whole = '', decimals = '', exponent] =
    /^[+-]?(\d*)(?:\.(\d*))?([eE].*)?$/.exec(word) ?? [];
  if (found === undefined) return undefined;
  return {
    significant: (whole + decimals).replace(/^0+/, '').length,
    decimals: exponent === undefined ? decimals.length : undefined,
  };
}

/** Counts the digits of all numbers that a program prints. */
export class PrintedDigits {
  #count = 0;
  #significant = 0;
  /** The number of decimals, if all numbers have the same; NaN otherwise. */
  #decimals: number | undefined;

  add(digits: DigitCounts | undefined): void {
    if (digits === undefined) return;
    this.#count++;
    this.#significant = Math.max(this.#significant, digits.significant);
    const decimals = digits.decimals ?? NaN;
    this.#decimals ??= decimals;
    if (this.#decimals !== decimals) this.#decimals = NaN;
  }

  /** Whether the program prints fewer digits than a double has. */
  get isShort(): boolean {
    return this.#count >= FEWEST_NUMBERS && this.#significant <= FULL_DIGITS;
  }

  /** The most digits that it prints; Infinity if that hides nothing. */
  get significant(): number {
    return this.isShort ? this.#significant : Infinity;
  }

  /** The largest error of a number by its printing alone: half a unit of its last digit. */
  printingError(value: number): number {
    if (!this.isShort || value === 0 || !Number.isFinite(value)) return 0;
    const decimals = this.#decimals as number;
    // Printed with a fixed number of decimals, as by %.6f. With none, all numbers may just be whole.
    if (decimals > 0) return halfUnit(-decimals);
    return halfUnit(exponentOf(value) - this.#significant + 1);
  }
}

/** The decimal exponent with one digit before the point. */
function exponentOf(value: number): number {
  const [, exponent] = value.toExponential().split('e') as [string, string];
  return readNumber(exponent);
}

function halfUnit(exponent: number): number {
  return readNumber(`5e${String(exponent - 1)}`);
}
