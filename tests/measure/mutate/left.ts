/**
 * @file Mutants that no test can or need notice, each with its reason. They are judged like all others; what is
 * listed here is only not named again.
 */

interface Left {
  readonly why: string;
  /** File below src, the line as it stands there, what stands in it, and what the mutant has in its place. */
  readonly mutants: readonly (readonly [
    file: string,
    line: string,
    before: string,
    after: string,
  ])[];
}

/** Each of these in a file, by its line: what stands there, and what the mutant has in its place. */
type Change = Left['mutants'][number] extends readonly [string, ...infer Rest] ? Rest : never;
const of = (file: string, ...changes: readonly Change[]): Left['mutants'] =>
  changes.map((change) => [file, ...change] as const);

export const LEFT: readonly Left[] = [
  {
    why: 'a list of doubles drops what is written behind its end',
    mutants: [
      ...of('core/engine/backprop.ts', [
        'for (let i = 0; i < sum.length; i++) {',
        'i < sum.length',
        '(i) <= (sum.length)',
      ]),
      ...of(
        'core/engine/define-operation.ts',
        [
          'for (let i = 0; i < gx.length; i++) gx[i] = (gx[i] as number) * (gy[i] as number);',
          'i < gx.length',
          '(i) <= (gx.length)',
        ],
        ['for (let i = 0; i < gx.length; i++) {', 'i < gx.length', '(i) <= (gx.length)'],
      ),
      ...of(
        'core/engine/fill-column.ts',
        [
          'for (let i = 0; i < to.length; i++) to[i] = f(a[i] as number);',
          'i < to.length',
          '(i) <= (to.length)',
        ],
        [
          'for (let i = 0; i < to.length; i++) to[i] = f(...pointAt(x, i));',
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
      ...of('core/engine/kernels.ts', [
        'return isOperation(f) ? f.definition.value(...x) : f.definition.value(x[0] as number);',
        'isOperation(f)',
        'true',
      ]),
      ...of('core/engine/passes.ts', [
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
];
