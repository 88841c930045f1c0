/** @file From the terms of a formula to a graph. */

import type { Catalogue } from '../../../core/engine/catalogue';
import {
  type FunctionClass,
  type FunctionFamily,
  isFamily,
} from '../../../core/engine/define-function';
import type { AnyFunctionClass, OperationClass } from '../../../core/engine/define-operation';
import { isFormula, isPart } from '../../../core/graph/formula-class';
import { Graph, type Spelling } from '../../../core/graph/graph';
import type { Constant } from '../../../core/graph/vertex';
import { GraphBuilder, MOST_VERTICES } from '../../../core/graph/graph-builder';
import { readNumber } from '../../../core/text/parse-number';
import { isDouble } from '../../../math/power-formula';
import { REAL_E, realOfDecimal } from '../../../math/real';
import { Neg, Pow } from '../../algebraic';
import { Difference, Power, Product, Quotient, Sum } from '../../arithmetic';
import { Exp } from '../../exponential';
import { Choice, Not, TESTS } from '../../logic';
import { badFormula } from './bad-formula';
import { constantNamed } from './constants';
import type { Operator, ParsedFormula, Term } from './term';

/** The function of each operator; in a graph, that of a power depends on its exponent. */
export const OPERATIONS: ReadonlyMap<Operator, AnyFunctionClass> = new Map<
  Operator,
  AnyFunctionClass
>([
  ['negate', Neg],
  ['^', Power],
  ['+', Sum],
  ['-', Difference],
  ['*', Product],
  ['/', Quotient],
  ['!', Not],
  ['?:', Choice],
  ...([...TESTS] as [Operator, OperationClass][]),
]);

interface FormulaGraphOptions {
  readonly catalogue: Catalogue;
  /** The inputs of the graph, in order, with all variables of the formula among them. */
  readonly inputs: readonly string[];
  /**
   * Whether functions with a derivative of their own become parts of the graph, too: where only
   * values matter.
   */
  readonly isOfValues: boolean;
}

/**
 * The graph of a formula, in which equal parts are there once.
 *
 * @throws DezeroError `bad-formula` for parameters of a function that have no value
 */
export function formulaGraph(
  formula: ParsedFormula,
  spelling: Spelling,
  options: FormulaGraphOptions,
): Graph {
  const builder = new GraphBuilder(options.inputs);
  const maker = new NodeMaker(formula, builder, options);
  const places: number[] = [];
  for (const term of formula.terms) places.push(maker.placeOf(term, places));
  return builder.build(places.at(-1) as number, spelling);
}

class NodeMaker {
  /** Members of families by their names: the same power is the same function. */
  readonly #members = new Map<string, FunctionClass>();

  readonly #variables: ReadonlyMap<string, number>;

  constructor(
    private readonly formula: ParsedFormula,
    private readonly builder: GraphBuilder,
    private readonly options: FormulaGraphOptions,
  ) {
    this.#variables = new Map(options.inputs.map((name, i) => [name, i]));
  }

  /** @param places of the terms before it */
  placeOf(term: Term, places: readonly number[]): number {
    switch (term.kind) {
      case 'number':
        return this.builder.constant(realOfDecimal(term.text, readNumber(term.text)), term.text);
      case 'constant':
        return this.builder.constant(constantNamed(term.name), term.name);
      case 'variable':
        return this.#variables.get(term.name) as number;
      case 'operation':
        return this.#operation(term, operandsOf(term, places));
      case 'call':
        return this.#call(term, operandsOf(term, places));
    }
  }

  #operation(term: Term & { readonly kind: 'operation' }, inputs: readonly number[]): number {
    const operation = OPERATIONS.get(term.operator) as AnyFunctionClass;
    if (operation !== Power) return this.#apply(operation, inputs, term);
    const [base, exponent] = inputs as [number, number];
    // A power of e is that of exp; one power for all x is rounded once, as exp(p log(x)) is not.
    if (this.#constantAt(base)?.real === REAL_E) return this.#apply(Exp, [exponent], term);
    const p = this.#constantAt(exponent);
    if (p === undefined || this.#constantAt(base) !== undefined) {
      return this.#apply(Power, inputs, term);
    }
    return this.#apply(this.#same(Pow, [p]), [base], term);
  }

  #call(term: Term & { readonly kind: 'call' }, inputs: readonly number[]): number {
    const { catalogue } = this.options;
    const entry = catalogue.find(term.name);
    const operation = catalogue.operation(term.name);
    const [first, ...others] = inputs as [number, ...number[]];
    const numbers = others.map((place) => this.#constantAt(place));
    if (entry !== undefined && isFamily(entry)) {
      const parameters = numbers.filter((number) => number !== undefined);
      if (parameters.length === numbers.length) {
        return this.#apply(this.#same(entry, parameters), [first], term);
      }
      if (operation === undefined) {
        const message = `the parameters of ${term.name} must be numbers that are finite`;
        throw badFormula(this.formula.text, term, message);
      }
    }
    const f = operation ?? (entry as FunctionClass);
    return this.#apply(f, inputs, term);
  }

  #apply(f: AnyFunctionClass, inputs: readonly number[], term: Term): number {
    const { start, end } = term;
    if (isPart(f) || (this.options.isOfValues && isFormula(f))) {
      const place = this.builder.include(f.inside, inputs);
      if (this.builder.size <= MOST_VERTICES) return place;
      const message = `the definitions put together are too long: more than ${String(MOST_VERTICES)} parts`;
      throw badFormula(this.formula.text, term, message);
    }
    return this.builder.apply(f, inputs, this.formula.text.slice(start, end));
  }

  /** The member of a family for these numbers: of equal ones it is the same. */
  #same(family: FunctionFamily, parameters: readonly Constant[]): FunctionClass {
    const member = family.of(...parameters.map(({ real }) => real));
    // Two numbers may be nearest to one double.
    const beyondDoubles = parameters.map(({ real, text }) => (isDouble(real) ? '' : text));
    const key = [member.definition.name, ...beyondDoubles].join('\n');
    const known = this.#members.get(key) ?? member;
    this.#members.set(key, known);
    return known;
  }

  #constantAt(place: number): Constant | undefined {
    const vertex = this.builder.at(place);
    return vertex.kind === 'constant' ? vertex : undefined;
  }
}

function operandsOf(
  { operands }: { readonly operands: readonly number[] },
  places: readonly number[],
): number[] {
  return operands.map((operand) => places[operand] as number);
}
