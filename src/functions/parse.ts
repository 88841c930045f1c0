/** @file Texts as graphs and as functions, with those of the catalogue. */

import { Catalogue } from '../core/engine/catalogue';
import type { FormulaClass } from '../core/graph/formula-class';
import type { Graph } from '../core/graph/graph';
import { requireText } from '../core/text/require';
import { wrongType } from '../core/text/errors';
import { catalogue } from './catalogue';
import { defineFormula as defineFormulaWith } from './read/define-formula';
import { parseChain as parseChainWith } from './read/parse-chain';
import { formulaOf } from './read/parse-graph';

/**
 * The chain that a text describes.
 *
 * @param text such as `square,exp,square` or `square | add(-1)`
 * @param known where its functions are looked up; the whole catalogue by default
 * @returns its graph, whose variable is x
 * @throws DezeroError `bad-chain`, `unknown-function` or `bad-parameter`, with the place in its details
 */
export function parseChain(text: string, known: Catalogue = catalogue): Graph {
  requireTexts('parseChain', text, 'square,exp', known);
  return parseChainWith(text, known);
}

/**
 * The graph of a formula.
 *
 * @param text such as `x*exp(-x)` or `x*exp(y)`; with a derivative by each variable after semicolons,
 *   `x^2; 2*x`, these are the ones which backprop uses
 * @param known the functions that it may use; the whole catalogue by default
 * @returns its graph, whose variables come in the order in which they first appear
 * @throws DezeroError `bad-formula`, with the place in its details
 */
export function parseFormula(text: string, known: Catalogue = catalogue): Graph {
  requireTexts('parseFormula', text, 'x*exp(-x)', known);
  return formulaOf(text, known);
}

/**
 * The function that a formula defines.
 *
 * @param text such as `bump(x) = x*exp(-x); exp(-x)*(1-x)`: its name, its variable, its value, and if
 *   somebody has worked it out its derivative, in which y is the value
 * @param known the functions that it may use, and whose names are taken; the whole catalogue by default
 * @returns its class, for `new Chain([...])` and `catalogue.with([...])`
 * @throws DezeroError `bad-formula`, `bad-name` or `duplicate-name`, with the place in its details
 */
export function defineFormula(text: string, known: Catalogue = catalogue): FormulaClass {
  requireTexts('defineFormula', text, 'bump(x) = x*exp(-x)', known);
  return defineFormulaWith(text, known);
}

function requireTexts(what: string, text: unknown, example: string, known: unknown): void {
  requireText(what, text, example);
  if (known instanceof Catalogue) return;
  throw wrongType(`${what} looks functions up in a Catalogue`, known, 'catalogue.with([f])');
}
