/** @file The catalogue: every function that the families' files export. */

import { Catalogue } from '../core/catalogue';
import type { Chain } from '../core/chain';
import type { Entry } from '../core/define-function';
import { parseChain as parseChainWith } from '../core/parse-chain';
import * as activation from './activation';
import * as algebraic from './algebraic';
import * as exponential from './exponential';
import * as gaussian from './gaussian';
import * as hyperbolic from './hyperbolic';
import * as trigonometric from './trigonometric';

function isEntry(exported: unknown): exported is Entry {
  return exported !== null && exported !== undefined && Object.hasOwn(exported, 'definition');
}

const byName = (a: Entry, b: Entry): number => (a.definition.name < b.definition.name ? -1 : 1);

/** All functions, by family and name. A new one is found here by itself. */
export const catalogue = new Catalogue(
  [algebraic, exponential, trigonometric, hyperbolic, activation, gaussian].flatMap((family) =>
    Object.values(family).filter(isEntry).sort(byName),
  ),
);

/**
 * The chain that a text such as `square,exp,square` or `square | add(-1)` describes.
 *
 * @param known where its functions are looked up
 *
 * @throws DezeroError `bad-chain`, `unknown-function` or `bad-parameter`
 */
export function parseChain(text: string, known: Catalogue = catalogue): Chain {
  return parseChainWith(text, known);
}
