/** @file The catalogue: every function that the families' files export. */

import { Catalogue } from '../core/catalogue';
import type { Entry } from '../core/define-function';
import type { OperationClass } from '../core/define-operation';
import type { Graph } from '../core/graph';
import { parseChain as parseChainWith } from './read/parse-chain';
import * as activation from './activation';
import * as algebraic from './algebraic';
import * as arithmetic from './arithmetic';
import * as exponential from './exponential';
import * as extremes from './extremes';
import * as gaussian from './gaussian';
import * as hyperbolic from './hyperbolic';
import * as polar from './polar';
import * as rounding from './rounding';
import { formulaOf } from './read/parse-graph';
import * as trigonometric from './trigonometric';

function isFunction(exported: unknown): exported is Entry | OperationClass {
  return exported !== null && exported !== undefined && Object.hasOwn(exported, 'definition');
}

const byName = (a: Entry | OperationClass, b: Entry | OperationClass): number =>
  a.definition.name < b.definition.name ? -1 : 1;

/** All functions, by family and name. A new one is found here by itself. */
export const catalogue = new Catalogue([]).with(
  [
    ...[algebraic, exponential, trigonometric, hyperbolic, activation, gaussian, rounding],
    ...[arithmetic, extremes, polar],
  ].flatMap((family) => Object.values(family).filter(isFunction).sort(byName)),
);

/**
 * The chain that a text such as `square,exp,square` or `square | add(-1)` describes.
 *
 * @param known where its functions are looked up
 *
 * @throws DezeroError `bad-chain`, `unknown-function` or `bad-parameter`
 */
export function parseChain(text: string, known: Catalogue = catalogue): Graph {
  return parseChainWith(text, known);
}

/**
 * The graph of a formula of one variable, such as `x*exp(-x)`; with a derivative after a semicolon,
 * `x^2; 2*x`, that is the one which backprop uses.
 *
 * @param known the functions that it may use
 *
 * @throws DezeroError `bad-formula`, with the place in its details
 */
export function parseFormula(text: string, known: Catalogue = catalogue): Graph {
  return formulaOf(text, known);
}
