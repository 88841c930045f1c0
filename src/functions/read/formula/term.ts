/** @file A parsed formula: its operations in an order in which they can be evaluated. */

import type { Span } from './bad-formula';
import type { ConstantName } from './constants';

type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
type Logical = '&&' | '||' | '!';
type Arithmetic = '+' | '-' | '*' | '/' | '^' | 'negate';
/** An operator between two operands. */
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
        /** The arguments, followed by the parameters if these are given. */
        readonly operands: readonly number[];
        /** The end of the name, or of the sign in `|x|` and `√x`. */
        readonly nameEnd: number;
      }
  );

/**
 * A formula as a list of terms instead of a tree, so that no recursion is needed, however deep it is nested.
 * Each term is an operand once, except the middle of `a < x < b`.
 */
export interface ParsedFormula {
  /** The text in which the terms have their places. */
  readonly text: string;
  /** The last term is the whole formula. */
  readonly terms: readonly Term[];
  /** Names of the variables, in the order of their first appearance. */
  readonly variables: readonly string[];
}
