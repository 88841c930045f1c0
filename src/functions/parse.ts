/** @file Texts as graphs, with the functions of the catalogue. */

import type { Catalogue } from '../core/catalogue';
import type { Graph } from '../core/graph';
import { catalogue } from './catalogue';
import { parseChain as parseChainWith } from './read/parse-chain';
import { formulaOf } from './read/parse-graph';

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
 * The graph of a formula, such as `x*exp(-x)` or `x*exp(y)`, whose variables come in the order in which
 * they first appear; with a derivative by each after semicolons, `x^2; 2*x`, these are the ones which
 * backprop uses.
 *
 * @param known the functions that it may use
 *
 * @throws DezeroError `bad-formula`, with the place in its details
 */
export function parseFormula(text: string, known: Catalogue = catalogue): Graph {
  return formulaOf(text, known);
}
