/** @file What is left of `core/check`. */

import { type Left, of } from './listed';

const sample = (number: string): readonly [string, string, string][] => {
  const line = '-4.7, -2.3, -1.1, -0.6, -0.2, 0.3, 0.7, 1.3, 2.9, 5.3,';
  const value = Number(number);
  return [2 * value, value / 2].map((other) => [line, number, String(other)]);
};

export const LEFT_OF_CHECKS: readonly Left[] = [
  {
    why: 'the order alone of these numbers counts, and of equal ones the order in which they stand',
    mutants: [
      ...of(
        'core/best/judge.ts',
        [
          'const RANKS = { agree: 5, disagree: 1, imprecise: 2, kink: 4, inconclusive: 3 } as const;',
          '5',
          '6',
        ],
        [
          'const RANKS = { agree: 5, disagree: 1, imprecise: 2, kink: 4, inconclusive: 3 } as const;',
          '1',
          '2',
        ],
        [
          'const RANKS = { agree: 5, disagree: 1, imprecise: 2, kink: 4, inconclusive: 3 } as const;',
          '2',
          '3',
        ],
      ),
    ],
  },
  {
    why: 'at the very edge of a bound both answers are right',
    mutants: [
      ...of(
        'core/best/judge.ts',
        [
          'const isTrend = trendBound <= LARGEST_TREND_PART * Math.abs(trend);',
          'trendBound <= LARGEST_TREND_PART * Math.abs(trend)',
          '(trendBound) < (LARGEST_TREND_PART * Math.abs(trend))',
        ],
        [
          'return isTrend && Math.abs(trend - backprop) <= trendBound + allowed;',
          'Math.abs(trend - backprop) <= trendBound + allowed',
          '(Math.abs(trend - backprop)) < (trendBound + allowed)',
        ],
        [
          'const isZero = bound > LARGEST_PART * Math.abs(value);',
          'bound > LARGEST_PART * Math.abs(value)',
          '(bound) >= (LARGEST_PART * Math.abs(value))',
        ],
        [
          'if (!(slopeBound <= LARGEST_SLOPE_PART * (high - low))) return unresolved;',
          'slopeBound <= LARGEST_SLOPE_PART * (high - low)',
          '(slopeBound) < (LARGEST_SLOPE_PART * (high - low))',
        ],
        [
          'Number.isFinite(backprop) && backprop >= low - margin && backprop <= high + margin;',
          'backprop >= low - margin',
          '(backprop) > (low - margin)',
        ],
        [
          'Number.isFinite(backprop) && backprop >= low - margin && backprop <= high + margin;',
          'backprop <= high + margin',
          '(backprop) < (high + margin)',
        ],
      ),
      ...of('core/check/check.ts', [
        'const isExplained = Math.abs(point.numerical - point.backprop) <= point.bound + roundOff;',
        'Math.abs(point.numerical - point.backprop) <= point.bound + roundOff',
        '(Math.abs(point.numerical - point.backprop)) < (point.bound + roundOff)',
      ]),
      ...of(
        'core/check/localise.ts',
        [
          'return backprop === 0 && Math.abs(numerical) + bound < SMALLEST_NORMAL;',
          'Math.abs(numerical) + bound < SMALLEST_NORMAL',
          '(Math.abs(numerical) + bound) <= (SMALLEST_NORMAL)',
        ],
        [
          'return functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0) < discrepancy;',
          'functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0) < discrepancy',
          '(functions.reduce((sum, f) => sum + localRelativeBound(f) + tolerance, 0)) <= (discrepancy)',
        ],
      ),
    ],
  },
  {
    why: 'of two equal slopes either may be the lower one, and a slope is near itself',
    mutants: [
      ...of('core/best/judge.ts', [
        'const [low, high] = left < right ? [left, right] : [right, left];',
        'left < right',
        '(left) <= (right)',
      ]),
      ...of('core/check/prove-by-sides.ts', [
        'const [low, high] = left < right ? [left, right] : [right, left];',
        'left < right',
        '(left) <= (right)',
      ]),
    ],
  },
  {
    why: 'what is not decided has no value, so that it is none that another has',
    mutants: [
      ...of('core/check/prove-by-sides.ts', [
        "return a.kind === 'nearest' && b.kind === 'nearest' && a.value === b.value;",
        "a.kind === 'nearest' && b.kind === 'nearest'",
        "(a.kind === 'nearest') || (b.kind === 'nearest')",
      ]),
    ],
  },
  {
    why: 'only speed: what would be skipped, or read in a block, is found again one by one',
    mutants: [
      ...of(
        'core/check/check-several.ts',
        [
          'const prover = isProvable(graph) ? new Prover(graph) : undefined;',
          'isProvable(graph)',
          'false',
        ],
        ['if (exact !== undefined) {', 'exact !== undefined', 'false'],
        [
          "return verdict === 'agree' && reason === undefined ? exact : undefined;",
          "verdict === 'agree' && reason === undefined",
          'false',
        ],
        [
          "return verdict === 'agree' && reason === undefined ? exact : undefined;",
          "verdict === 'agree'",
          "(verdict) !== ('agree')",
        ],
        [
          "return verdict === 'agree' && reason === undefined ? exact : undefined;",
          "'agree'",
          "''",
        ],
      ),
      ...of('core/check/prove.ts', [
        'const isEqual = this.equal === undefined ? isPrecise : this.equal[k]?.[i] === 1;',
        '1',
        '2',
      ]),
    ],
  },
  {
    why: 'no formula is known of which a partial has an error and the value has none',
    mutants: [
      ...of(
        'core/check/check-several.ts',
        [
          'for (const other of found.faults.values()) if (!faults.has(i)) faults.set(i, other);',
          '!faults.has(i)',
          'faults.has(i)',
        ],
        [
          'for (const other of found.faults.values()) if (!faults.has(i)) faults.set(i, other);',
          '!faults.has(i)',
          'true',
        ],
        [
          'for (const other of found.faults.values()) if (!faults.has(i)) faults.set(i, other);',
          '!faults.has(i)',
          'false',
        ],
        [
          'for (const other of found.faults.values()) if (!faults.has(i)) faults.set(i, other);',
          'faults.set(i, other);',
          '',
        ],
      ),
    ],
  },
  {
    why: 'nothing shows the name of the argument of a function that is judged by itself',
    mutants: [
      ...of('core/check/functions.ts', [
        "const vertices: Vertex[] = [{ kind: 'input', name: 'x' }];",
        "'x'",
        "''",
      ]),
    ],
  },
  {
    why: 'other places on both sides of 0, near and far, would do as well',
    mutants: [
      ...of(
        'core/check/samples.ts',
        ...['4.7', '2.3', '1.1', '0.6', '0.2', '0.3', '0.7', '1.3', '2.9', '5.3'].flatMap(sample),
      ),
    ],
  },
];
