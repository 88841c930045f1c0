/** @file Records that compare the numbers of a program with the exact value and gradient of a formula. */

import { digitsRight } from '../../core/exact/digits-right';
import { counted, formatNumber } from '../../core/text/format-number';
import { decompose, powerOfTwo } from '../../math/scaling';
import { rough } from '../text/number-text';
import type { CellsByName } from '../formats/format';
import { PLACE_COLUMNS } from './columns';
import { type Names, partialName } from './note';

export const AGAINST_COLUMNS = [...PLACE_COLUMNS, 'program', 'exact', 'digits', 'ulps'] as const;
type AgainstColumn = (typeof AGAINST_COLUMNS)[number];

/** One number of a program: its value or, with an index, a partial. */
export interface ProgramNumber {
  /** The number of the point, from 1. */
  readonly point: number;
  readonly index: number | undefined;
  /** The variable's value there; for the program's value, that of the only variable if there is just one. */
  readonly x: number | undefined;
  readonly program: number;
  /** The double nearest to the exact number; NaN if there is none. */
  readonly exact: number;
}

/** The distance from the exact number in units of its last place. */
function ulpsOf({ program, exact }: ProgramNumber): number {
  if (program === exact) return 0;
  if (!Number.isFinite(exact)) return NaN;
  const { exponent } = exact === 0 ? { exponent: LEAST_EXPONENT } : decompose(exact);
  return Math.abs(program - exact) / powerOfTwo(Math.max(exponent, LEAST_EXPONENT) - 52);
}

/** The least exponent of normal doubles: below it the spacing of doubles stays the same. */
const LEAST_EXPONENT = -1022;

export function againstRecord(compared: ProgramNumber, names: Names): CellsByName<AgainstColumn> {
  const { point, index, x, program, exact } = compared;
  return {
    point,
    partial: index === undefined ? null : index + 1,
    variable: index === undefined ? 'value' : (names?.[index] ?? null),
    x: x ?? null,
    program,
    exact,
    digits: digitsRight(program, exact),
    ulps: ulpsOf(compared),
  };
}

/** Finds the worst number. */
export class DigitsTally {
  #worst: ProgramNumber | undefined;
  #points = 0;
  /** How many numbers could not be compared. */
  unknown = 0;

  constructor(private readonly names: Names) {}

  add(compared: ProgramNumber): void {
    this.#points = Math.max(this.#points, compared.point);
    if (Number.isNaN(compared.exact)) this.unknown++;
    else if (this.#worst === undefined || ulpsOf(compared) > ulpsOf(this.#worst)) {
      this.#worst = compared;
    }
  }

  /** The right digits of the worst number; NaN if none could be compared. */
  get digits(): number {
    const worst = this.#worst;
    return worst === undefined ? NaN : digitsRight(worst.program, worst.exact);
  }

  /** "6.9 digits at the worst of 3 points, 7e8 ulps: the value at point 2" */
  get summary(): string {
    const worst = this.#worst;
    if (worst === undefined) return 'no exact number is known at these points';
    const points = counted(this.#points, 'point');
    if (ulpsOf(worst) === 0) return `all digits at ${points}: every number is the nearest double`;
    const name = worst.index === undefined ? 'the value' : partialName(worst.index, this.names);
    const x = worst.x === undefined ? '' : ` (x = ${formatNumber(worst.x)})`;
    const ulps = `${rough(ulpsOf(worst))} ulps`;
    return `${formatNumber(this.digits)} of 16 digits at the worst of ${points}, ${ulps} off: ${name} at point ${formatNumber(worst.point)}${x}`;
  }
}
