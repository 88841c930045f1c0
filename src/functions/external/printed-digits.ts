/** @file With how many digits a program prints its numbers: awk's six hide the rest of a derivative. */

import { readNumber } from '../../core/text/parse-number';

/** Of one number as it is printed. */
interface DigitCounts {
  /** Significant ones, without zeros at the beginning. */
  readonly significant: number;
  /** After the point; undefined where there is an exponent. */
  readonly decimals: number | undefined;
}

/** A double has no more than 17; a program that prints so many of them hides nothing. */
const FULL_DIGITS = 14;
/** Fewer numbers may be short by chance. */
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

/** What has been seen of the numbers of a program. */
export class PrintedDigits {
  #count = 0;
  #significant = 0;
  /** The decimals that all of them have; NaN where they differ. */
  #decimals: number | undefined;

  add(digits: DigitCounts | undefined): void {
    if (digits === undefined) return;
    this.#count++;
    this.#significant = Math.max(this.#significant, digits.significant);
    const decimals = digits.decimals ?? NaN;
    this.#decimals ??= decimals;
    if (this.#decimals !== decimals) this.#decimals = NaN;
  }

  /** Whether it prints fewer digits than a double has. */
  get isShort(): boolean {
    return this.#count >= FEWEST_NUMBERS && this.#significant <= FULL_DIGITS;
  }

  /** How many digits at most it prints; Infinity where that hides nothing. */
  get significant(): number {
    return this.isShort ? this.#significant : Infinity;
  }

  /** How wrong a number may be by its printing alone: half a unit of its last digit. */
  printingError(value: number): number {
    if (!this.isShort || value === 0 || !Number.isFinite(value)) return 0;
    const decimals = this.#decimals ?? NaN;
    // As %.6f: the same place for all of them. Whole numbers may be all there is.
    if (decimals > 0) return halfUnit(-decimals);
    return halfUnit(exponentOf(value) - this.#significant + 1);
  }
}

/** Of the decimal that is written with one digit before the point. */
function exponentOf(value: number): number {
  const [, exponent = '0'] = value.toExponential().split('e');
  return readNumber(exponent);
}

function halfUnit(exponent: number): number {
  return readNumber(`5e${String(exponent - 1)}`);
}
