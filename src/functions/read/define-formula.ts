/** @file Functions that a formula defines: `bump(x) = x*exp(-x)`, with or without a derivative. */

import type { Catalogue } from '../../core/engine/catalogue';
import { USUAL_SAMPLES } from '../../core/check/samples';
import {
  defineFunction,
  type Domain,
  type FunctionDefinition,
} from '../../core/engine/define-function';
import {
  defineOperation,
  isOperation,
  type OperationDefinition,
} from '../../core/engine/define-operation';
import { DezeroError, retelling } from '../../core/text/errors';
import { excerpt } from '../../core/text/excerpt';
import type { FormulaClass, FormulaOperationClass } from '../../core/graph/formula-class';
import { checkFunctionName } from '../../core/engine/function-name';
import type { Graph } from '../../core/graph/graph';
import { DERIVED, valueRoundOff } from '../../core/round-off/graph-round-off';
import { gradientOf } from '../../core/differentiate/passes';
import { Variable } from '../../core/engine/variable';
import { badFormula, type Excerpted, type Span } from './formula/bad-formula';
import { formulaGraph } from './formula/formula-graph';
import { CONSTANT_NAMES } from './formula/constants';
import { catalogueNames } from './formula/names';
import { parseFormula } from './formula/parse-formula';
import { type Claim, type PlacedName, readDefinition } from './read-definition';

/** Names that a formula uses for numbers: no function can have them. */
export const RESERVED_NAMES: readonly string[] = ['x', 'y', ...CONSTANT_NAMES];

const EXAMPLE = "--define 'bump(x) = x*exp(-x)'";

/** The domain of a user's function: it is not stated, so its values have to show it. */
export function domainOf(value: (...x: readonly number[]) => number): Domain {
  return {
    text: 'wherever it has a value',
    isImplied: true,
    contains: (...x) => {
      try {
        return !Number.isNaN(value(...x));
      } catch {
        return true; // the failure is reported where the value is needed
      }
    },
  };
}

/**
 * Defines a function by a text such as `bump(x) = x*exp(-x); exp(-x)*(1-x)`: its name, its variable, its
 * value and optionally its derivative, in which y is the value.
 *
 * @param catalogue the functions that the formulas may use, and whose names are taken
 * @throws DezeroError `bad-formula`, `bad-name` or `duplicate-name`, with the place
 */
export function defineFormula(text: string, catalogue: Catalogue): FormulaClass {
  const defined = defineAny(text, catalogue);
  if (!isOperation(defined)) return defined;
  const { parameters } = readDefinition(text);
  throw badFormula(text, parameters?.[1] as Span, 'one variable is needed here');
}

/** As `defineFormula`, with any number of variables. */
function defineAny(text: string, catalogue: Catalogue): FormulaClass | FormulaOperationClass {
  const { name, parameters, body, claims } = readDefinition(text);
  if (name === undefined || parameters === undefined) {
    const message = `a definition has a name, its variables and a formula, as in ${EXAMPLE}`;
    throw badFormula(text, { start: 0, end: text.length }, message);
  }
  requireName(text, name, catalogue);
  const variables = parameters.map((parameter) => parameter.name);
  return functionOf({ name: name.name, variables, body, claims }, catalogue);
}

function requireName(text: string, placed: PlacedName, catalogue: Catalogue): void {
  const { name, start, end } = placed;
  retelling(
    () => {
      checkFunctionName(name, catalogue.takenNames, RESERVED_NAMES);
    },
    ({ code, message }) => new DezeroError(code, message, excerpt(text, start, end)),
  );
}

/** The parts that a function is defined by. */
interface FunctionParts {
  readonly name: string;
  /** At least one. */
  readonly variables: readonly string[];
  readonly body: Excerpted;
  readonly claims: readonly Claim[];
}

/** @throws DezeroError `bad-formula`, with the place */
export function functionOf(
  parts: FunctionParts,
  catalogue: Catalogue,
): FormulaClass | FormulaOperationClass {
  const { variables, body } = parts;
  const inside = graphOfPart(body, variables, catalogue, parts.claims.length > 0);
  const slopes = claimsInOrder(parts).map((part) => {
    const inputs = variables.includes('y') ? variables : [...variables, 'y'];
    return graphOfPart(part, inputs, catalogue, true);
  });
  return variables.length === 1
    ? unaryOf(parts, inside, slopes[0])
    : operationOf(parts, inside, slopes);
}

function graphOfPart(
  part: Excerpted,
  inputs: readonly string[],
  catalogue: Catalogue,
  isOfValues: boolean,
): Graph {
  const hint = ' A definition uses those that come before it';
  const formula = parseFormula(part, catalogueNames(catalogue, inputs, hint));
  const text = (): string => oneLine(part);
  return formulaGraph(formula, { formula: text, text }, { catalogue, inputs, isOfValues });
}

/** The claimed derivatives in the order of the variables; empty if there are none. */
function claimsInOrder({ variables, claims, body }: FunctionParts): Excerpted[] {
  const { text } = body;
  const [first] = claims;
  if (first === undefined) return [];
  if (first.variable === undefined) {
    const further = claims[variables.length];
    if (further !== undefined) {
      const at = { start: further.part.start - 1, end: further.part.start };
      const count =
        variables.length === 1 ? 'one derivative' : `${String(variables.length)} derivatives`;
      const message = `${count} is all that a formula of ${variables.join(', ')} has; for a further function use another --define`;
      throw badFormula(text, at, message);
    }
    if (claims.length < variables.length) {
      const message = `a derivative by ${variables[claims.length] as string} is missing: one for each variable, in the order of ${variables.join(', ')}`;
      throw badFormula(text, { start: text.length, end: text.length + 1 }, message);
    }
    return claims.map(({ part }) => part);
  }
  const named = claims as readonly Required<Claim>[];
  const unknown = named.find(({ variable }) => !variables.includes(variable.name));
  if (unknown !== undefined) {
    const message = `the formula has no variable ${unknown.variable.name}; it has ${variables.join(', ')}`;
    throw badFormula(text, unknown.variable, message);
  }
  return variables.map((name) => {
    const claim = named.find(({ variable }) => variable.name === name);
    if (claim !== undefined) return claim.part;
    const message = `the derivative by ${name} is missing: write d${name} = ...`;
    throw badFormula(text, { start: text.length, end: text.length + 1 }, message);
  });
}

/** The parts of the definition that functions of one and of several variables share. */
function described({ name, body }: FunctionParts) {
  return { name, formula: oneLine(body), summary: 'defined on the command line' };
}

function unaryOf(parts: FunctionParts, inside: Graph, claim: Graph | undefined): FormulaClass {
  const value = (x: number): number => last(inside.valuesAt(x));
  const roundOff = (x: number): number => roundOffOf(inside, [x]);
  const definition: FunctionDefinition = {
    ...described(parts),
    derivativeFormula: claim?.formula ?? 'by backprop',
    domain: domainOf(value),
    value,
    derivative: claim
      ? (x, y) => last(claim.valuesAt(x, y))
      : (x) => gradientAt(inside, [x])[0] as number,
    roundOff,
    ...(claim && {
      derivativeRoundOff: (x, y) => roundOffOf(claim, [x, y], [0, roundOff(x)]),
    }),
    samples: USUAL_SAMPLES,
  };

  /** Evaluates the graphs for many points at once, not one after the other. */
  return class extends defineFunction(definition) {
    static override readonly definition = definition;
    static readonly inside = inside;
    static readonly claims = claim === undefined ? [] : [claim];

    override forward(x: Float64Array): Float64Array {
      return inside.evaluate(x);
    }

    override backward(gy: Float64Array): Float64Array {
      const x = this.input.data;
      const slopes = claim?.evaluate(x, this.output.data) ?? gradients(inside, [x])[0];
      return gy.map((g, i) => (slopes?.[i] as number) * g);
    }
  };
}

function operationOf(
  parts: FunctionParts,
  inside: Graph,
  claims: readonly Graph[],
): FormulaOperationClass {
  const { variables } = parts;
  const value = (...x: readonly number[]): number => last(inside.valuesAt(...x));
  const definition: OperationDefinition = {
    ...described(parts),
    arguments: variables,
    partialFormulas: variables.map((_, k) => claims[k]?.formula ?? 'by backprop'),
    domain: domainOf(value),
    value,
    partials: variables.map((_, k) => {
      const claim = claims[k];
      if (claim === undefined) {
        return (...x) => gradientAt(inside, x.slice(0, variables.length))[k] as number;
      }
      return (...x) => last(claim.valuesAt(...x));
    }),
    samples: [],
  };
  return Object.assign(defineOperation(definition), { inside, claims });
}

function last(values: readonly number[]): number {
  return values.at(-1) as number;
}

/** The derivatives of a graph by each of its inputs, at many points. */
function gradients(graph: Graph, x: readonly Float64Array[]): readonly Float64Array[] {
  const inputs = x.map((data) => new Variable(data));
  return gradientOf(inputs, graph.forwardPass(...inputs));
}

function gradientAt(graph: Graph, point: readonly number[]): number[] {
  const columns = point.map((value) => Float64Array.of(value));
  return gradients(graph, columns).map(([slope]) => slope as number);
}

/** A bound on the round-off of a formula's value at a point. */
function roundOffOf(graph: Graph, point: readonly number[], ofInputs?: readonly number[]): number {
  return last(valueRoundOff(graph, graph.valuesAt(...point), DERIVED, ofInputs));
}

function oneLine({ text, start, end }: Excerpted): string {
  return text.slice(start, end).trim().replace(/\s+/g, ' ');
}

/** The catalogue with the definitions of the texts; a formula may use the functions before it. */
export function withDefinitions(catalogue: Catalogue, texts: readonly string[]): Catalogue {
  return texts.reduce((known, text) => known.withOwn([defineAny(text, known)]), catalogue);
}
