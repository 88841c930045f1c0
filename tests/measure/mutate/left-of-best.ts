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
        'core/best/plateau.ts',
        ...[
          '0.135335283236613, 0.288675134594813, 0.434294481903252, 0.577215664901533, 0.707106781186548,',
          '0.872664625997165, 1, 1.177410022515475, 1.359140914229523, 1.618033988749895, 1.832595714594046,',
          '2.094395102393195,',
        ].flatMap(numbersIn),
      ),
      ...of(
        'core/best/probes.ts',
        ...[
          '0.785398163397448, 0.577215664901533, 0.693147180559945, 0.915965594177219, 0.834626841674073,',
          '0.618033988749895,',
        ].flatMap(numbersIn),
      ),
    ],
  },
  {
    why: 'a scale has steps: what would stand for those of one without is not asked for',
    mutants: of('core/best/scale.ts', [
      'const usual = Math.max(own[0] ?? 0, noiseBeside, known.least);',
      '0',
      '1',
    ]),
  },
  {
    why: 'a side is -1 or 1, and no 0',
    mutants: of(
      'core/best/scale.ts',
      [
        'const kept = this.rungs.filter(({ ahead, behind }) => (side > 0 ? ahead : behind) >= least);',
        'side > 0',
        '(side) >= (0)',
      ],
      ['side > 0', 'side > 0', '(side) >= (0)'],
    ),
  },
  {
    why: 'at the very edge of a bound both answers are right',
    mutants: of(
      'core/best/scale.ts',
      [
        'this.#unevenness > MOST_NOISE * this.#spread &&',
        'this.#unevenness > MOST_NOISE * this.#spread',
        '(this.#unevenness) >= (MOST_NOISE * this.#spread)',
      ],
      [
        'return this.isNoisy && this.#unevenness > this.#explained;',
        'this.#unevenness > this.#explained',
        '(this.#unevenness) >= (this.#explained)',
      ],
      [
        'return rungs.length === JUMP_RUNGS && least > JUMP_LIKENESS * most ? least : 0;',
        'least > JUMP_LIKENESS * most',
        '(least) >= (JUMP_LIKENESS * most)',
      ],
    ),
  },
  {
    why: 'steps are added below the smallest one, at none that is there already',
    mutants: of('core/best/scale.ts', [
      'const below = finer.filter(({ ahead }) => ahead < least).length;',
      'ahead < least',
      '(ahead) <= (least)',
    ]),
  },
];
