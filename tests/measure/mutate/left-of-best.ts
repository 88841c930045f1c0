/** @file What is left of `core/best` and `core/partials`. */

import { type Left, of } from './listed';

/** All numbers of a line, each twice and half as large, or one more. */
function numbersIn(line: string): [string, string, string][] {
  return (line.match(/\d+(\.\d+)?/g) ?? []).flatMap((number) => {
    const value = Number(number);
    const isCount = Number.isInteger(value) && value < 10;
    const others = isCount ? [value + 1] : [2 * value, value / 2];
    return others.map((other): [string, string, string] => [line, number, String(other)]);
  });
}

export const LEFT_OF_BEST: readonly Left[] = [
  {
    why: 'other parts of a step, without a common measure, would do as well',
    mutants: [
      ...of(
        'core/best/noise.ts',
        ...[
          '0.785398163397448, 0.577215664901533, 0.693147180559945, 0.915965594177219, 0.834626841674073,',
          '0.618033988749895,',
        ].flatMap(numbersIn),
      ),
      ...of(
        'core/best/plateau.ts',
        ...[
          '0.135335283236613, 0.288675134594813, 0.434294481903252, 0.577215664901533, 0.707106781186548,',
          '0.872664625997165, 1, 1.177410022515475, 1.359140914229523, 1.618033988749895, 1.832595714594046,',
          '2.094395102393195,',
        ].flatMap(numbersIn),
      ),
    ],
  },
  {
    why: 'a table has steps: what would stand for those of one without is not asked for',
    mutants: of('core/best/quotient-table.ts', [
      'const noiseNearX = Math.max(own[0] ?? 0, probedNoise, known.least);',
      '0',
      '1',
    ]),
  },
  {
    why: 'a side is -1 or 1, of which the sign alone counts',
    mutants: [
      ...of('core/best/plateau.ts', [
        "const steps = { height, distance: outside, side: side > 0 ? 'right' : 'left' } as const;",
        'side > 0',
        '(side) >= (0)',
      ]),
      ...of('core/best/best-at.ts', [
        'const ofOneSide = ([-1, 1] as const).some((side) => {',
        '1',
        '2',
      ]),
      ...of(
        'core/best/quotient-table.ts',
        [
          'const kept = this.rungs.filter(({ ahead, behind }) => (side > 0 ? ahead : behind) >= least);',
          'side > 0',
          '(side) >= (0)',
        ],
        ['side > 0', 'side > 0', '(side) >= (0)'],
      ),
    ],
  },
  {
    why: 'at the very edge of a bound both answers are right',
    mutants: [
      ...of('core/best/best-derivative.ts', [
        'const isRounding = (found?.steps?.height ?? Infinity) <= MOST_ROUNDING * roundOff;',
        '(found?.steps?.height ?? Infinity) <= MOST_ROUNDING * roundOff',
        '((found?.steps?.height ?? Infinity)) < (MOST_ROUNDING * roundOff)',
      ]),
      ...of('core/best/shape.ts', [
        'return Math.abs(value) + SIGNIFICANT * tolerance < PART_OF_JUMP * Math.abs(jump);',
        'Math.abs(value) + SIGNIFICANT * tolerance < PART_OF_JUMP * Math.abs(jump)',
        '(Math.abs(value) + SIGNIFICANT * tolerance) <= (PART_OF_JUMP * Math.abs(jump))',
      ]),
      ...of(
        'core/best/plateau.ts',
        [
          'seen.every((change) => Math.abs(change / height - Math.round(change / height)) <= MULTIPLE);',
          'Math.abs(change / height - Math.round(change / height)) <= MULTIPLE',
          '(Math.abs(change / height - Math.round(change / height))) < (MULTIPLE)',
        ],
        [
          'const isWide = inside + beyond > WIDE_PART * Math.abs(x) && height > WIDE_PART * size;',
          'inside + beyond > WIDE_PART * Math.abs(x)',
          '(inside + beyond) >= (WIDE_PART * Math.abs(x))',
        ],
        [
          'const isWide = inside + beyond > WIDE_PART * Math.abs(x) && height > WIDE_PART * size;',
          'height > WIDE_PART * size',
          '(height) >= (WIDE_PART * size)',
        ],
      ),
      ...of('core/check/mistake.ts', [
        'bound <= LIKENESS * Math.abs(numerical) &&',
        'bound <= LIKENESS * Math.abs(numerical)',
        '(bound) < (LIKENESS * Math.abs(numerical))',
      ]),
      ...of('core/partials/check-directions.ts', [
        'return share === 0 || SEEN_PART * share > bound;',
        'SEEN_PART * share > bound',
        '(SEEN_PART * share) >= (bound)',
      ]),
      ...of(
        'core/best/best-at.ts',
        [
          'return height <= HIDDEN_PART * size ? height : 0;',
          'height <= HIDDEN_PART * size',
          '(height) < (HIDDEN_PART * size)',
        ],
        [
          'const isSure = large !== undefined && large.error <= SURE_PART * Math.abs(large.value);',
          'large.error <= SURE_PART * Math.abs(large.value)',
          '(large.error) < (SURE_PART * Math.abs(large.value))',
        ],
        [
          'return Math.abs(a.value - b.value) <= SAFETY * (a.error + b.error);',
          'Math.abs(a.value - b.value) <= SAFETY * (a.error + b.error)',
          '(Math.abs(a.value - b.value)) < (SAFETY * (a.error + b.error))',
        ],
      ),
      ...of(
        'core/best/quotient-table.ts',
        [
          'this.#roughness > MAX_NOISE_OF_RANGE * this.#range &&',
          'this.#roughness > MAX_NOISE_OF_RANGE * this.#range',
          '(this.#roughness) >= (MAX_NOISE_OF_RANGE * this.#range)',
        ],
        [
          'return this.isNoisy && this.#roughness > this.#roundOffAllowance;',
          'this.#roughness > this.#roundOffAllowance',
          '(this.#roughness) >= (this.#roundOffAllowance)',
        ],
      ),
    ],
  },
  {
    why: 'both ways to reckon a shift are exact about there',
    mutants: of('core/best/ladder.ts', ['const NEAR_PART = 8;', '8', '9']),
  },
  {
    why: 'no two steps, and no two ladders, end at the same distance',
    mutants: of(
      'core/best/best-at.ts',
      ['b.ahead < a.ahead ? b : a,', 'b.ahead < a.ahead', '(b.ahead) <= (a.ahead)'],
      [
        'const finest = tables.reduce((a, b) => (b.leastStep < a.leastStep ? b : a));',
        'b.leastStep < a.leastStep',
        '(b.leastStep) <= (a.leastStep)',
      ],
    ),
  },
  {
    why: 'three searches leave no gap that a fourth would narrow, as the widest is some 1000 octaves',
    mutants: of(
      'core/best/plateau.ts',
      ['const NARROWINGS = 3;', '3', '4'],
      [
        'for (let k = 0; k < NARROWINGS && end.outside > WIDEST_RATIO * end.inside; k++) {',
        'k < NARROWINGS',
        '(k) <= (NARROWINGS)',
      ],
    ),
  },
  {
    why: 'f is flat at the first of these steps on both sides',
    mutants: of(
      'core/best/plateau.ts',
      ['return at < 0 ? rungs.length : at;', 'at < 0', '(at) <= (0)'],
      ['return at < 0 ? rungs.length : at;', '0', '1'],
    ),
  },
  {
    why: 'where f changes at the smallest step already, that change is no larger than round-off',
    mutants: of('core/best/best-at.ts', [
      'if (first <= 0) return 0;',
      'first <= 0',
      '(first) < (0)',
    ]),
  },
  {
    why: 'a switch that is left without an answer gives the same: undefined',
    mutants: of('core/best/best-at.ts', [
      "case 'unbounded curvature':",
      "'unbounded curvature'",
      "''",
    ]),
  },
  {
    why: 'an estimate at the least of the larger steps is one of theirs, and agrees with itself',
    mutants: of('core/best/best-at.ts', [
      'if (chosen === undefined || chosen.step >= least) return undefined;',
      'chosen.step >= least',
      '(chosen.step) > (least)',
    ]),
  },
  {
    why: 'steps are added below the smallest one, at none that is there already',
    mutants: of('core/best/quotient-table.ts', [
      'const below = finer.filter(({ ahead }) => ahead < least).length;',
      'ahead < least',
      '(ahead) <= (least)',
    ]),
  },
];
