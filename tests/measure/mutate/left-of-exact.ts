/** @file What is left of `core/exact`. */

import { type Left, of } from './listed';

export const LEFT_OF_EXACT: readonly Left[] = [
  {
    why: 'the same numbers, later: one way is a shorter one of the other',
    mutants: [
      ...of(
        'core/exact/block-reader.ts',
        ['const FEWEST_FOR_BLOCKS = 32;', '32', '16'],
        ['for (let i = 0; i < count; i++) if (isTaken[i] === 1) isLeft[i] = 0;', '0', '1'],
      ),
      ...of(
        'core/exact/singularities/gradient-at-singularity.ts',
        ['const next = isDecided ? undefined : context.more();', 'isDecided', 'false'],
        [
          "if (isUndecided({ gradient: undefined, sides })) context.note('bits');",
          'isUndecided({ gradient: undefined, sides })',
          'true',
        ],
      ),
      ...of('core/exact/flattened.ts', [
        'if (!graph.someFunction(isReplaced)) return graph;',
        '!graph.someFunction(isReplaced)',
        'false',
      ]),
      ...of(
        'core/exact/pass.ts',
        ['if (slope === 1) product = g;', 'slope === 1', 'false'],
        ['if (slope === 1) product = g;', '1', '2'],
        ['else if (slope === -1) product = g.negated();', 'slope === -1', 'false'],
        ['else if (slope === -1) product = g.negated();', '-1', '1'],
        ['else if (slope === -1) product = g.negated();', '1', '2'],
        ['product = g === one ? partial : g.times(partial);', 'g === one', 'false'],
        [
          'if (b === MANY_ARGUMENTS) return partial(...given(inputs[at], values), y);',
          'b === MANY_ARGUMENTS',
          'true',
        ],
      ),
    ],
  },
  {
    why: 'behind the points that count nothing is read',
    mutants: [
      ...of(
        'core/exact/block-reader.ts',
        [
          'for (let start = 0; start < length; start += LONGEST_BLOCK) {',
          'start < length',
          '(start) <= (length)',
        ],
        ['const isLeft = this.#isLeft.fill(0);', '0', '1'],
        [
          'for (let i = 0; i < count; i++) isLeft[i] = isUsual(x, start + i) ? 1 : 0;',
          'i < count',
          '(i) <= (count)',
        ],
        [
          'for (let i = 0; i < count; i++) if (!isUsual(x, start + i)) isLeft[i] = 1;',
          'i < count',
          '(i) <= (count)',
        ],
        ['for (let i = 0; i < count; i++) {', 'i < count', '(i) <= (count)'],
        [
          'for (let i = 0; i < count; i++) if (isTaken[i] === 1) isLeft[i] = 0;',
          'i < count',
          '(i) <= (count)',
        ],
      ),
      ...of('core/exact/pass.ts', [
        'for (let entry = 0; entry < from.length; entry++) {',
        'entry < from.length',
        '(entry) <= (from.length)',
      ]),
    ],
  },
  {
    why: 'of a ball to make others from only its kind and its bits count',
    mutants: [
      ...of('core/exact/loss.ts', [
        'const pass = new Pass(tape, WholeBall.of(0, BITS));',
        '0',
        '1',
      ]),
      ...of(
        'core/exact/pass.ts',
        ['this.double = new Pass(tape, DoubleBall.of(0));', '0', '1'],
        ['this.ofBits = memoized((bits) => new Pass(tape, WholeBall.of(0, bits)));', '0', '1'],
      ),
    ],
  },
  {
    why: 'steps and bits are such that others would do as well',
    mutants: [
      ...of(
        'core/exact/difference-error.ts',
        [
          'const LEAST_SIZE = 7.006492321624085e-46; // 2^-150',
          '7.006492321624085e-46',
          '1.401298464324817e-45',
        ],
        [
          'const LEAST_SIZE = 7.006492321624085e-46; // 2^-150',
          '7.006492321624085e-46',
          '3.503246160812043e-46',
        ],
        [
          'const SMALL_STEP = 9.313225746154785e-10; // 2^-30',
          '9.313225746154785e-10',
          '4.656612873077393e-10',
        ],
        [
          'const [found, half] = [this.#termAt(eps, method), this.#termAt(eps / 2, method)];',
          '2',
          '3',
        ],
      ),
      ...of(
        'core/exact/loss.ts',
        ['const BITS = 640;', '640', '1280'],
        ['const BITS = 640;', '640', '320'],
      ),
    ],
  },
  {
    why: 'the compiler asks for it: what has no value is no equal number, and operations have no kinks',
    mutants: [
      ...of(
        'core/exact/singularities/gradient-at-singularity.ts',
        [
          "const isSteep = before.kind === 'infinite' && after.kind === 'infinite';",
          "before.kind === 'infinite' && after.kind === 'infinite'",
          "(before.kind === 'infinite') || (after.kind === 'infinite')",
        ],
        [
          "return a.kind === 'nearest' && b.kind === 'nearest' && a.value === b.value;",
          "a.kind === 'nearest' && b.kind === 'nearest'",
          "(a.kind === 'nearest') || (b.kind === 'nearest')",
        ],
      ),
      ...of('core/exact/singularities/node-singularities.ts', [
        'if (!isOperation(f)) {',
        '!isOperation(f)',
        'true',
      ]),
    ],
  },
  {
    why: 'the first vertex is an input, which has a value',
    mutants: [
      ...of(
        'core/exact/singularities/used.ts',
        ['return at < 0 ? undefined : at;', 'at < 0', '(at) <= (0)'],
        ['return at < 0 ? undefined : at;', '0', '1'],
      ),
    ],
  },
  {
    why: 'of a point without a value the derivatives are not looked at',
    mutants: [
      ...of('core/exact/exact-block.ts', [
        "if (point.value.kind === 'none') return new NoExactNumber('outside-domain', graph, point, 0);",
        '0',
        '1',
      ]),
    ],
  },
  {
    why: '0 is the same with either sign, in either direction',
    mutants: [
      ...of('core/exact/singularities/gradient-at-singularity.ts', [
        'const isSmooth = isZero(left.plus(right).slope(1));',
        '1',
        '2',
      ]),
      ...of(
        'core/exact/figures.ts',
        [
          'const place = (bits[0] as bigint) < 0n ? -((bits[0] as bigint) & LARGEST) : (bits[0] as bigint);',
          '(bits[0] as bigint) < 0n',
          '((bits[0] as bigint)) <= (0n)',
        ],
        [
          'const place = (bits[0] as bigint) < 0n ? -((bits[0] as bigint) & LARGEST) : (bits[0] as bigint);',
          '0n',
          '(0n + 1n)',
        ],
        ['bits[0] = moved < 0n ? -moved : moved;', 'moved < 0n', '(moved) <= (0n)'],
        ['bits[0] = moved < 0n ? -moved : moved;', '0n', '(0n + 1n)'],
      ),
    ],
  },
  {
    why: 'room for one number more',
    mutants: [...of('core/exact/figures.ts', ['const bits = new BigInt64Array(1);', '1', '2'])],
  },
];
