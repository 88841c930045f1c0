/** @file `name(x) = value; derivative` as a function of a chain. */

import type { Catalogue } from '../../core/catalogue';
import { USUAL_SAMPLES } from '../../core/check/samples';
import { defineFunction, type Domain, type FunctionDefinition } from '../../core/define-function';
import { DezeroError } from '../../core/errors';
import { excerpt } from '../../core/excerpt';
import { checkFunctionName } from '../../core/function-name';
import type { Graph } from '../../core/graph';
import { DERIVED, valueRoundOff } from '../../core/graph-round-off';
import { quote } from '../../core/quote';
import { compileFormula, RESERVED_NAMES } from './compile';
import type { FormulaClass } from './formula-class';
import { badFormula, type Excerpted } from './parse';

/** Where a function that a user brings is defined: nobody says it, its values show it. */
export function domainOf(value: (x: number) => number): Domain {
  return {
    text: 'wherever it has a value',
    isImplied: true,
    contains: (x) => {
      try {
        return !Number.isNaN(value(x));
      } catch {
        return true; // that it fails is said where the value is needed
      }
    },
  };
}

/** No two parts of it can match the same space, so it takes time in proportion to the text. */
const HEADER = /^\s*([^\s(=]+)\s*\(([^)]*)\)\s*=(?!=)/;
const EXAMPLE = "--define 'bump(x) = x*exp(-x); exp(-x)*(1-x)'";

/**
 * The function that a text such as `bump(x) = x*exp(-x); exp(-x)*(1-x)` defines: its name, its
 * value, and the derivative that somebody has worked out, in which y is the value.
 *
 * @param catalogue the functions that the formulas may use, and whose names are taken
 * @throws DezeroError `bad-formula`, `bad-name` or `duplicate-name`, with the place
 */
export function defineFormula(text: string, catalogue: Catalogue): FormulaClass {
  const whole = { text, start: 0, end: text.length };
  const header = HEADER.exec(text);
  if (header === null) {
    const message = `a definition has a name, a value and a derivative, as in ${EXAMPLE}`;
    throw badFormula(whole, 0, text.length, message);
  }
  const [head, name = '', given = ''] = header;
  const variable = given.trim();
  try {
    checkFunctionName(name, catalogue, RESERVED_NAMES);
  } catch (error) {
    if (!(error instanceof DezeroError)) throw error;
    const at = text.indexOf(name);
    throw new DezeroError(error.code, error.message, excerpt(text, at, at + name.length));
  }
  if (variable !== 'x') {
    const at = text.indexOf('(') + 1;
    const found = variable === '' ? 'here it is missing' : `not ${quote(variable)}`;
    throw badFormula(whole, at, text.indexOf(')'), `the variable must be x, ${found}`);
  }
  const [first, second] = partsOf(text, head.length);
  const value = compileFormula(first, { catalogue, variables: ['x'] });
  const derivative = compileFormula(second, { catalogue, variables: ['x', 'y'] });
  const valueAt = (x: number): number => value.valuesAt(x).at(-1) as number;
  const roundOff = (x: number): number => roundOffOf(value, [x]);
  const definition: FunctionDefinition = {
    name,
    formula: formulaText(first),
    derivativeFormula: formulaText(second),
    summary: 'defined on the command line',
    domain: domainOf(valueAt),
    value: valueAt,
    derivative: (x, y) => derivative.valuesAt(x, y).at(-1) as number,
    roundOff,
    derivativeRoundOff: (x, y) => roundOffOf(derivative, [x, y], [0, roundOff(x)]),
    samples: USUAL_SAMPLES,
  };

  /** Many numbers at a time go through the graphs, not one after the other. */
  return class extends defineFunction(definition) {
    static override readonly definition = definition;
    static readonly inside = value;

    override forward(x: Float64Array): Float64Array {
      return value.evaluate(x);
    }

    override backward(gy: Float64Array): Float64Array {
      const slopes = derivative.evaluate(this.input.data, this.output.data);
      return slopes.map((slope, i) => slope * (gy[i] as number));
    }
  };
}

/** How wrong the value of a formula may be at a point. */
function roundOffOf(graph: Graph, point: readonly number[], ofInputs?: readonly number[]): number {
  return valueRoundOff(graph, graph.valuesAt(...point), DERIVED, ofInputs).at(-1) as number;
}

/** The value and the derivative, which a semicolon divides. */
function partsOf(text: string, start: number): [Excerpted, Excerpted] {
  const whole = { text, start, end: text.length };
  const middle = text.indexOf(';', start);
  if (middle < 0) {
    const message = `the derivative is missing: write it after a semicolon, as in ${EXAMPLE}`;
    throw badFormula(whole, text.length, text.length + 1, message);
  }
  const further = text.indexOf(';', middle + 1);
  if (further >= 0) {
    const message = 'one semicolon is enough; for a further function use another --define';
    throw badFormula(whole, further, further + 1, message);
  }
  return [
    { text, start, end: middle },
    { text, start: middle + 1, end: text.length },
  ];
}

function formulaText({ text, start, end }: Excerpted): string {
  return text.slice(start, end).trim().replace(/\s+/g, ' ');
}

/** The catalogue and what the texts define; a formula may use the functions before it. */
export function withDefinitions(catalogue: Catalogue, texts: readonly string[]): Catalogue {
  return texts.reduce((known, text) => known.with([defineFormula(text, known)]), catalogue);
}
