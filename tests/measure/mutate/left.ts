/**
 * @file Mutants that no test can or need notice, each with its reason. They are judged like all others; what is
 * listed here is only not named again.
 */

import { type Left, of } from './listed';
import { LEFT_OF_BEST } from './left-of-best';
import { LEFT_OF_CHECKS } from './left-of-checks';
import { LEFT_OF_EXACT } from './left-of-exact';
import { LEFT_OF_STREAM } from './left-of-stream';

export const LEFT: readonly Left[] = [
  ...LEFT_OF_CHECKS,
  ...LEFT_OF_BEST,
  ...LEFT_OF_EXACT,
  ...LEFT_OF_STREAM,
  {
    why: 'a list of doubles drops what is written behind its end',
    mutants: [
      ...of('core/engine/backprop.ts', [
        'for (let i = 0; i < sum.length; i++) {',
        'i < sum.length',
        '(i) <= (sum.length)',
      ]),
      ...of(
        'core/differentiate/numerical-diff.ts',
        ['for (let i = 0; i < x.length; i++) {', 'i < x.length', '(i) <= (x.length)'],
        [
          'for (let i = 0; i < x.length; i++) sums[i] = (sums[i] as number) / (width * eps);',
          'i < x.length',
          '(i) <= (x.length)',
        ],
        [
          'for (let i = 0; i < x.length; i++) result[i] = (x[i] as number) + step;',
          'i < x.length',
          '(i) <= (x.length)',
        ],
      ),
      ...of(
        'core/engine/fill-column.ts',
        [
          'for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number);',
          'i < to.length',
          '(i) <= (to.length)',
        ],
        [
          'for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number, b[i] as number);',
          'i < to.length',
          '(i) <= (to.length)',
        ],
        ['for (let i = 0; i < to.length; i++) {', 'i < to.length', '(i) <= (to.length)'],
        [
          'for (let i = 0; i < to.length; i++) to[i] = f(...x.map((column) => column[i] as number));',
          'i < to.length',
          '(i) <= (to.length)',
        ],
        [
          'for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) * (by[i] as number);',
          'i < to.length',
          '(i) <= (to.length)',
        ],
      ),
    ],
  },
  {
    why: 'the same numbers, later: a copy more, a call with a list, a search that finds nothing',
    mutants: [
      ...of(
        'core/engine/backprop.ts',
        [
          'if (grad === null && used === undefined) {',
          'grad === null && used === undefined',
          'false',
        ],
        ['return;', 'return;', ''],
      ),
      ...of(
        'core/differentiate/block.ts',
        ['if (point.length === 1) return bestOfGraph(graph, x);', 'point.length === 1', 'false'],
        ['if (faults.size === 0) return figures;', 'faults.size === 0', 'false'],
      ),
      ...of(
        'core/differentiate/differentiate.ts',
        ['if (isComputed) continue;', 'isComputed', 'false'],
        ['if (isComputed) continue;', 'continue;', ''],
      ),
      ...of('core/engine/at-point.ts', [
        'return isOperation(f) ? f.definition.value(...x) : f.definition.value(x[0] as number);',
        'isOperation(f)',
        'true',
      ]),
      ...of('core/differentiate/passes.ts', [
        'if (isLimited) findOutsideDomain(graph, data, isUsed, faults);',
        'isLimited',
        'true',
      ]),
    ],
  },
  {
    why: 'only the order of these numbers matters, not with which they begin',
    mutants: of(
      'core/engine/function.ts',
      ['let callCount = 0;', '0', '1'],
      ['#order = 0;', '0', '1'],
    ),
  },
  {
    why: 'at the bound itself both ways lead to the same: 10^0 is 1 either way, a shift by 0 none, 0 has no power',
    mutants: [
      ...of('math/digits/powers-of-ten.ts', [
        'tens.lo[index] = k < 0 ? restOfInverse(power, hi) : restOf(power, hi);',
        'k < 0',
        '(k) <= (0)',
      ]),
      ...of('math/digits/decimal-digits.ts', [
        "return `${first}${rest === '' ? '' : '.'}${rest}e${exponent < 0 ? '' : '+'}${String(exponent)}`;",
        'exponent < 0',
        '(exponent) <= (0)',
      ]),
    ],
  },
  {
    why: 'another number of bits splits a double into halves that multiply exactly, too',
    mutants: [
      ...of(
        'math/digits/powers-of-ten.ts',
        ['const shifted = 134217729 * x; // 2^27 + 1', '134217729', '268435458'],
        ['const shifted = 134217729 * x; // 2^27 + 1', '134217729', '67108864.5'],
      ),
      ...of(
        'math/digits/nearest-double.ts',
        ['const shifted = 134217729 * integer;', '134217729', '268435458'],
        ['const shifted = 134217729 * integer;', '134217729', '67108864.5'],
      ),
      ...of(
        'math/digits/shortest-decimal.ts',
        ['const shifted = 134217729 * value;', '134217729', '268435458'],
        ['const shifted = 134217729 * value;', '134217729', '67108864.5'],
      ),
    ],
  },
  {
    why: 'what arithmetic on doubles does not decide is read and printed another way, and slower',
    mutants: [
      ...of(
        'math/digits/nearest-double.ts',
        ['const ERROR = 3e-31;', '3e-31', '6e-31'],
        [
          'const MOST_EXACT_INTEGER = 9007199254740992; // 2^53',
          '9007199254740992',
          '4503599627370496',
        ],
        [
          'if (exponent < 0 && exponent >= -MOST_EXACT_TENS) {',
          'exponent < 0 && exponent >= -MOST_EXACT_TENS',
          'false',
        ],
        [
          'if (exponent < 0 && exponent >= -MOST_EXACT_TENS) {',
          'exponent >= -MOST_EXACT_TENS',
          '(exponent) > (-MOST_EXACT_TENS)',
        ],
        [
          'if (exponent < 0 && exponent >= -MOST_EXACT_TENS) {',
          '-MOST_EXACT_TENS',
          'MOST_EXACT_TENS',
        ],
        [
          'if (exponent >= 0 && exponent <= MOST_EXACT_TENS) {',
          'exponent >= 0',
          '(exponent) > (0)',
        ],
      ),
      ...of('math/digits/shortest-decimal.ts', ['const MARGIN = 1e-6;', '1e-6', '0.000002']),
    ],
  },
  {
    why: 'a table that is filled again, or is longer, holds the same numbers',
    mutants: [
      ...of(
        'math/digits/powers-of-ten.ts',
        ['const LENGTH = 2 * MOST_TENS + 1;', '2', '3'],
        ['const LENGTH = 2 * MOST_TENS + 1;', '1', '2'],
      ),
      ...of('math/digits/nearest-double.ts', [
        'if (tens.hi[i] === 0) fillTens(exponent);',
        'tens.hi[i] === 0',
        'true',
      ]),
      ...of(
        'math/digits/shortest-decimal.ts',
        ['const HALF_UNITS = new Float64Array(2048);', '2048', '4096'],
        ['if (tens.hi[i] === 0) fillTens(16 - k);', 'tens.hi[i] === 0', 'true'],
        ['if (half === 0) {', 'half === 0', 'true'],
        ['if (tens.hi[index] === 0) fillTens(k);', 'tens.hi[index] === 0', 'true'],
      ),
    ],
  },
  {
    why: 'set before it is read',
    mutants: of('cli/stream/part.ts', ['#chunk = 0;', '0', '1']),
  },
];
