/** @file Tells a kink or a cusp of f at x by its second differences. */

/** The second difference of f at one step. */
export interface SecondDifference {
  readonly step: number;
  /** (f(x + h) - 2 f(x) + f(x - h)) / h: tends to the jump of the slope at x, and to 0 without a jump. */
  readonly value: number;
  /** The part of it that may be round-off. */
  readonly tolerance: number;
}

/** A corner must show at this many steps in a row, a factor of 32: a smooth f does not keep it up so long. */
const WITNESSES = 6;
/** The jump of a slope may change by this fraction from one step to the next. */
const SIMILARITY = 0.2;
/** A second difference is significant at this many times its tolerance, which is only an estimate. */
const SIGNIFICANT = 4;
/** A step ratio above this counts as several doublings. */
const NEXT_RATIO = 2.2;
/** A smaller step whose second difference stays below this fraction of the jump shows that there is none. */
const PART_OF_JUMP = 0.5;

export interface Corner {
  /**
   * `unbounded curvature`: the slope has no jump, but the second derivative grows without bound.
   * `odd`: the slopes of the two sides do not approach each other, and do not converge.
   */
  readonly kind: 'kink' | 'cusp' | 'unbounded curvature' | 'odd';
  /** The smallest step with a significant second difference, and the difference of the slopes there. */
  readonly step: number;
  readonly jump: number;
}

/** If f has a second derivative, second differences double with the step, nearly. */
const LEAST_SMOOTH_GROWTH = 1.75;
/** Second differences that grow by less than this over a factor of 8 belong to no smooth f. */
const ODD_GROWTH = 1.5;

/** Classifies the corner at x from the smallest steps with a significant second difference. */
export function cornerOf(secondDifferences: readonly SecondDifference[]): Corner | undefined {
  const ascending = [...secondDifferences].sort((a, b) => a.step - b.step);
  const first = ascending.findIndex(
    ({ value, tolerance }) => Math.abs(value) > SIGNIFICANT * tolerance,
  );
  if (first < 0) return undefined;
  const witnesses = ascending.slice(first, first + WITNESSES);
  if (witnesses.length < WITNESSES) return undefined;
  const kind = kindOf(witnesses);
  if (kind === undefined) return undefined;
  const { value: jump, step } = witnesses[0] as SecondDifference;
  // A smaller step would show such a jump and does not: the kink lies beside x.
  const isBeside = ascending.slice(0, first).some(({ value, tolerance }) => {
    return Math.abs(value) + SIGNIFICANT * tolerance < PART_OF_JUMP * Math.abs(jump);
  });
  return isBeside ? undefined : { kind, step, jump: Math.abs(jump) };
}

function kindOf(witnesses: readonly SecondDifference[]): Corner['kind'] | undefined {
  const values = witnesses.map(({ value }) => value);
  const growths = values.slice(1).map((value, k) => value / (values[k] as number));
  if (growths.every((growth) => growth > 0 && growth < 1 + SIMILARITY)) {
    return growths.every((growth) => growth > 1 - SIMILARITY) ? 'kink' : 'cusp';
  }
  const half = WITNESSES / 2;
  const [smaller, larger] = [values.slice(0, half), values.slice(half)].map((part) =>
    Math.max(...part.map(Math.abs)),
  ) as [number, number];
  if (larger < ODD_GROWTH * smaller) return 'odd';
  const isUnbounded = growths.every(
    (growth, k) => growth > 0 && growth < smoothGrowth(witnesses, k),
  );
  return isUnbounded ? 'unbounded curvature' : undefined;
}

/** The least growth of the second differences of a smooth f from the k-th witness to the next. */
function smoothGrowth(witnesses: readonly SecondDifference[], k: number): number {
  const before = witnesses[k] as SecondDifference;
  const after = witnesses[k + 1] as SecondDifference;
  let least = LEAST_SMOOTH_GROWTH;
  for (let ratio = after.step / before.step; ratio > NEXT_RATIO; ratio /= 2) {
    least *= LEAST_SMOOTH_GROWTH;
  }
  return least;
}
