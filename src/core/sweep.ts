/** @file The numerical derivative against the step size: which error rules where. */

import type { BestDerivative } from './best/best-derivative';
import { bestOfChain, valuesOf } from './best/best-of-chain';
import { chainRoundOff } from './best/chain-round-off';
import { Chain } from './chain';
import { differentiate } from './differentiate';
import { DEFAULT_EPS_GRID, stepsOf } from './eps-grid';
import { type ErrorTheory, errorTheory, roundOffAt, truncationAt } from './error-theory';
import { DezeroError } from './errors';
import { formatNumber } from './format-number';
import { DEFAULT_EPS, DEFAULT_METHOD, type Method, stencil } from './numerical-diff';
import { wrongType } from './variable';
import { TWO_UNITS } from './round-off';

/** What the error of a numerical derivative is mostly made of, or why there is no such derivative. */
export type Regime =
  /** The difference over a step is not the slope at a point. */
  | 'truncation'
  /** The last digits of f, and of x + eps, divided by eps. */
  | 'round-off'
  /** Neither shows in the digits that a double has. */
  | 'exact'
  /** x + eps or x - eps rounds to x. */
  | 'step lost'
  /** f is not defined at x + eps or x - eps. */
  | 'outside the domain'
  /** Something overflows, or f is NaN beside x. */
  | 'not finite'
  /** There is a figure, but no derivative that it could be compared with. */
  | 'unknown';

export interface SweepRow {
  readonly eps: number;
  /** As `numericalDiff` gives it; NaN where it gives none. */
  readonly numerical: number;
  /** The absolute distance from the best derivative; NaN where one of the two is unknown. */
  readonly error: number;
  readonly regime: Regime;
  /** Whether no other step comes closer to the best derivative; of equals it is the largest. */
  readonly isBest: boolean;
  /** Whether it is the step that `numericalDiff` takes unless told otherwise. */
  readonly isDefault: boolean;
}

export interface Sweep {
  readonly x: number;
  readonly y: number;
  readonly method: Method;
  /** In the order of the steps. */
  readonly rows: readonly SweepRow[];
  /** What the errors are measured from: a derivative that uses many steps, with a bound on its own error. */
  readonly best: BestDerivative;
  /** How both errors depend on the step; missing where f shows no derivative at x. */
  readonly theory?: ErrorTheory;
}

export interface SweepOptions {
  /** The step sizes: 1e-1, 1e-2, ... 1e-15 by default. */
  readonly steps?: readonly number[];
  readonly method?: Method;
}

/** The round-off of a value may be this much larger than estimated. */
const MARGIN = 4;
/** An error is explained by an estimate if it differs by no larger part of it. */
const LARGEST_REST = 0.125;

/**
 * Differentiates the chain numerically at one x with each of many steps, and says of each what its
 * error is made of. A step that is lost, or leads out of the domain, has its row too.
 *
 * @throws DezeroError `wrong-type`, `bad-eps`, or `outside-domain` where x itself is outside
 */
export function sweep(
  chain: Chain,
  x: number,
  { steps = [...stepsOf(DEFAULT_EPS_GRID)], method = DEFAULT_METHOD }: SweepOptions = {},
): Sweep {
  if (!(chain instanceof Chain)) {
    throw wrongType('sweep needs a Chain', chain, "parseChain('square,exp')");
  }
  const y = valueAt(chain, x);
  const points = Float64Array.of(x);
  const [best] = bestOfChain(chain, points) as [BestDerivative];
  // Half of 2 ulps for each value, which is what rounding to the nearest double loses at most.
  const leastRoundOff = (chainRoundOff(chain, points)[0] as number) / 2;
  const theory = isKnown(best)
    ? errorTheory(valuesOf(chain), x, method, best, leastRoundOff)
    : undefined;

  const quotients = steps.map((eps) => quotientAt(chain, x, eps, method));
  const errors = quotients.map(({ numerical, failure }) =>
    theory === undefined || failure !== undefined ? NaN : Math.abs(numerical - best.value),
  );
  const leastError = Math.min(...errors.filter((error) => !Number.isNaN(error)));
  const bestIndex = errors.indexOf(leastError);
  const rows = quotients.map(({ eps, numerical, failure }, i): SweepRow => {
    const error = errors[i] as number;
    const regime = failure ?? (theory ? regimeOf(eps, error, best, theory) : 'unknown');
    return {
      eps,
      numerical,
      error,
      regime,
      isBest: i === bestIndex,
      isDefault: eps === DEFAULT_EPS,
    };
  });
  return { x, y, method, rows, best, ...(theory && { theory }) };
}

/** Whether f shows a derivative at x, and a bound on its error. */
function isKnown({ value, bound, finding }: BestDerivative): boolean {
  return finding === undefined && Number.isFinite(value) && Number.isFinite(bound);
}

function valueAt(chain: Chain, x: number): number {
  const { y, problems } = differentiate(chain, Float64Array.of(x), { columns: ['y'] });
  const [problem] = problems;
  if (problem === undefined) return y?.[0] as number;
  throw new DezeroError(problem.code, `x = ${formatNumber(x)}: ${problem.message}`);
}

/** The numerical derivative as `differentiate` gives it, or what keeps it from giving one. */
function quotientAt(
  chain: Chain,
  x: number,
  eps: number,
  method: Method,
): { eps: number; numerical: number; failure?: Regime } {
  const result = differentiate(chain, Float64Array.of(x), { columns: ['numerical'], eps, method });
  const numerical = result.numerical?.[0] as number;
  const code = result.problems[0]?.code;
  if (code === 'stencil-outside-domain' || code === 'function-failed') {
    return { eps, numerical, failure: 'outside the domain' };
  }
  const isLost = code === 'step-lost' && stencil(x, eps, method).every(Number.isFinite);
  if (isLost) return { eps, numerical, failure: 'step lost' };
  return Number.isFinite(numerical)
    ? { eps, numerical }
    : { eps, numerical, failure: 'not finite' };
}

/**
 * Truncation where its estimate is the larger one; where the error is just that estimate, which
 * leaves nothing to round-off; and where the error is larger than round-off could be: at steps so
 * large that f''' or f'' alone does not tell how f goes on.
 */
function regimeOf(eps: number, error: number, best: BestDerivative, theory: ErrorTheory): Regime {
  const [truncation, roundOff] = [truncationAt(theory, eps), roundOffAt(theory, eps)];
  const lastDigit = TWO_UNITS * Math.abs(best.value);
  if (Math.max(error, truncation, roundOff) <= lastDigit) return 'exact';
  const isBeyondRoundOff = error > MARGIN * roundOff + best.bound + lastDigit;
  const isExplained = Math.abs(error - truncation) < LARGEST_REST * truncation;
  return truncation >= roundOff || isExplained || isBeyondRoundOff ? 'truncation' : 'round-off';
}
