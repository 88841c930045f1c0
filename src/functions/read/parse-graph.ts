/** @file Parses what a user types, a chain or a formula with or without its derivative, into a graph. */

import type { Catalogue } from '../../core/engine/catalogue';
import type { AnyFunctionClass } from '../../core/engine/define-operation';
import type { Graph } from '../../core/graph/graph';
import { GraphBuilder } from '../../core/graph/graph-builder';
import { parseChain } from './parse-chain';
import { functionOf } from './define-formula';
import { badFormula } from './formula/bad-formula';
import { formulaGraph } from './formula/formula-graph';
import { catalogueNames } from './formula/names';
import { parseFormula } from './formula/parse-formula';
import { printFormula } from './formula/print-formula';
import { bothReadings, readAs } from './read-as';
import { type Definition, readDefinition } from './read-definition';

/**
 * The graph of a text that may be a chain, `square,exp`, or a formula, `x*exp(-x)`.
 *
 * @throws DezeroError if it cannot be read, with the place
 */
export function parseGraph(text: string, catalogue: Catalogue): Graph {
  const names = catalogueNames(catalogue);
  if (readAs(text, names) === 'chain') return parseChain(text, catalogue);
  const both = bothReadings(text, names);
  if (both === undefined) return formulaOf(text, catalogue);
  const place = { start: text.search(/\S/), end: text.trimEnd().length };
  throw badFormula(text, place, `write ${both.join(' or ')}`);
}

/**
 * The graph of a formula with variables of any names. A header before an = is left out. With a derivative after
 * a semicolon the formula is a single function with that derivative.
 *
 * @throws DezeroError `bad-formula`, with the place
 */
export function formulaOf(text: string, catalogue: Catalogue): Graph {
  const definition = readDefinition(text);
  const { body, claims, parameters } = definition;
  const declared = parameters?.map(({ name }) => name);
  const formula = parseFormula(body, catalogueNames(catalogue, declared));
  requireHeader(definition, formula.variables.length > 0, catalogue);
  const inputs = declared ?? (formula.variables.length === 0 ? ['x'] : formula.variables);
  const printed = printFormula(formula);
  const spelling = { formula: () => printed, text: () => text.trim() };
  if (claims.length === 0) {
    return formulaGraph(formula, spelling, { catalogue, inputs, isOfValues: false });
  }
  const name = definition.name?.name ?? printed;
  const f = functionOf({ name, variables: inputs, body, claims }, catalogue) as AnyFunctionClass;
  const builder = new GraphBuilder(inputs);
  const places = inputs.map((_, place) => place);
  return builder.build(builder.apply(f, places, printed), spelling);
}

/** A name of any alphabet, as nothing but the header has it: `σ`, `f₁`; `sin²` is a power. */
const ANY_NAME = /^[\p{L}_][\p{L}\p{M}\p{Nd}_\u2080-\u2089]*$/u;

/** @throws DezeroError `bad-formula` if what stands before an = is no name of the formula: `x^2+sin(x) = 1`, `sin(x) = 1/2` */
function requireHeader(
  { name, parameters, body }: Definition,
  hasVariable: boolean,
  catalogue: Catalogue,
): void {
  if (name === undefined || parameters === undefined) return;
  const isKnown =
    catalogue.find(name.name) !== undefined || catalogue.operation(name.name) !== undefined;
  if (ANY_NAME.test(name.name) && (hasVariable || !isKnown)) return;
  const place = { start: body.start - 1, end: body.start };
  const message = 'only a name stands before =, as in f(x) = x^2; write == to compare';
  throw badFormula(body.text, place, message);
}

/** A chain or a formula as plain data, from which every thread makes the same graph. */
export type GraphSource = { readonly kind: 'chain' | 'formula' | 'either'; readonly text: string };

export function graphOfSource({ kind, text }: GraphSource, catalogue: Catalogue): Graph {
  if (kind === 'chain') return parseChain(text, catalogue);
  return kind === 'formula' ? formulaOf(text, catalogue) : parseGraph(text, catalogue);
}
