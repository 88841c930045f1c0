/** @file The figures of a differentiation by name: what each needs to be computed, and what it is. */

/** What comes without a choice. */
export const COLUMNS = [
  'x',
  'y',
  'numerical',
  'backprop',
  'absoluteError',
  'relativeError',
] as const;

/** Of the formula itself: its derivative, its value, and how many digits of backprop are right. */
export type ExactColumn = 'exact' | 'exactY' | 'digits';
/** `bound` is known of the best derivative alone. */
export type Column = (typeof COLUMNS)[number] | 'bound' | ExactColumn;

/** What is computed of a block. */
export type Work = 'value' | 'numerical' | 'backprop' | 'exact' | 'exactValue';

/** What came of the work that was asked for; nothing else is read. */
export interface Computed {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly numerical: Float64Array;
  readonly bound: Float64Array;
  readonly backprop: Float64Array;
  readonly exact: Float64Array;
  readonly exactValue: Float64Array;
}

interface Source {
  readonly needs: readonly Work[];
  readonly of: (computed: Computed) => Float64Array;
}

/** A column without a source does not compile; one with a source is there in every command and format. */
const SOURCES: { readonly [C in Column]: Source } = {
  x: { needs: [], of: ({ x }) => x },
  y: { needs: ['value'], of: ({ y }) => y },
  numerical: { needs: ['numerical'], of: ({ numerical }) => numerical },
  backprop: { needs: ['backprop'], of: ({ backprop }) => backprop },
  absoluteError: {
    needs: ['numerical', 'backprop'],
    of: ({ numerical, backprop }) => numerical.map((a, i) => Math.abs(a - (backprop[i] as number))),
  },
  relativeError: {
    needs: ['numerical', 'backprop'],
    of: ({ numerical, backprop }) =>
      numerical.map((a, i) => relativeDistance(a, backprop[i] as number)),
  },
  bound: { needs: ['numerical'], of: ({ bound }) => bound },
  exact: { needs: ['exact'], of: ({ exact }) => exact },
  exactY: { needs: ['exactValue'], of: ({ exactValue }) => exactValue },
  digits: {
    needs: ['exact', 'backprop'],
    of: ({ exact, backprop }) =>
      exact.map((truth, i) => rightDigits(backprop[i] as number, truth)),
  },
};

/** So many significant digits are those of a double. */
export const ALL_DIGITS = 16;

/**
 * How many significant digits of a double are right, as those of the nearest double to a number are:
 * 16 of that itself; NaN where one of the two is unknown.
 */
export function rightDigits(value: number, truth: number): number {
  if (value === truth) return ALL_DIGITS;
  if (Number.isNaN(value) || Number.isNaN(truth)) return NaN;
  // Of infinities that is NaN, and no digit is right.
  let error = Math.abs(value - truth) / Math.abs(truth);
  let digits = 0;
  while (digits < ALL_DIGITS - 1 && error * 10 <= 1) {
    error *= 10;
    digits++;
  }
  return digits;
}

/** Relative to the larger of both; 0 for two equal numbers. */
function relativeDistance(a: number, b: number): number {
  const distance = Math.abs(a - b);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(a), Math.abs(b));
}

export const ALL_COLUMNS = Object.keys(SOURCES) as readonly Column[];

/** What has to be computed for these columns. */
export function workFor(columns: readonly Column[]): Set<Work> {
  return new Set(columns.flatMap((name) => SOURCES[name].needs));
}

/** The columns, each with one number for each x. */
export function columnsOf<C extends Column>(
  names: readonly C[],
  computed: Computed,
): Record<C, Float64Array> {
  const columns = names.map((name) => [name, SOURCES[name].of(computed)] as const);
  return Object.fromEntries(columns) as Record<C, Float64Array>;
}
