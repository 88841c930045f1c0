/** @file A formula as it was read: its operations in the order in which they can be carried out. */

import type { Span } from './bad-formula';
import type { ConstantName } from './constants';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type Logical = '&&' | '||' | '!';
export type Arithmetic = '+' | '-' | '*' | '/' | '^' | 'negate';
/** What stands between two operands. */
export type Binary = Exclude<Arithmetic, 'negate'> | Comparison | Exclude<Logical, '!'>;
export type Operator = Arithmetic | Comparison | Logical | '?:';

/** One operation of a formula; operands are indices of earlier terms. */
export type Term = Span &
  (
    | { readonly kind: 'number'; /** As written: `1e-3`. */ readonly text: string }
    | { readonly kind: 'constant'; readonly name: ConstantName }
    | { readonly kind: 'variable'; readonly name: string }
    | {
        readonly kind: 'operation';
        readonly operator: Operator;
        readonly operands: readonly number[];
      }
    | {
        readonly kind: 'call';
        readonly name: string;
        /** Its arguments, and after them its parameters if they are given. */
        readonly operands: readonly number[];
        /** Where the name ends that stands at the start; of `|x|` and `√x` the sign. */
        readonly nameEnd: number;
      }
  );

/**
 * A formula as a list of terms instead of a tree, so that nobody who goes through it needs the stack.
 * Only what stands in the middle of `a < x < b` is an operand twice.
 */
export interface ParsedFormula {
  /** The text that the places of the terms refer to. */
  readonly text: string;
  /** The value of the formula is the last one. */
  readonly terms: readonly Term[];
  /** Names of the variables, in the order of their first appearance. */
  readonly variables: readonly string[];
}
