/** @file A function of the catalogue from its definition: everything known of it in one entry. */

import type { BallFormula, Stated } from '../../math/ball';
import { type Real, realOfDouble } from '../../math/real';
import { DezeroError } from '../text/errors';
import { fillerOf, multiplyColumn } from './fill-column';
import { formatNumber } from '../text/format-number';
import { Function } from './function';
import { requireParts } from '../text/require';
import { isReal, realOf } from '../text/real-of';

/** Where a function is defined. */
export interface Domain {
  /** For people: `all x`, `x >= 0`. */
  readonly text: string;
  /** Whether x belongs to it; elsewhere the value is NaN, or infinite at a pole. */
  readonly contains: (x: number) => boolean;
  /** Whether nobody has stated the domain: then it is where the function has a value. */
  readonly isImplied?: boolean;
}

/** The domain of a function without limits. */
export const everywhere: Domain = {
  text: 'all x',
  contains: (x) => !Number.isNaN(x),
};

/**
 * A point where the derivative has no single value, so that the one `derivative` returns there is a
 * convention: a kink, a vertical tangent, an edge of the domain, or a pole at such an edge.
 */
export interface Kink {
  readonly at: number;
  /** The slope as x comes from below; NaN where the function is not defined there. */
  readonly left: number;
  /** The slope as x comes from above; NaN where the function is not defined there. */
  readonly right: number;
}

/** Points, all alike, at which the derivative is a convention. */
export interface Singularity {
  /** At a jump the value itself has no single limit. */
  readonly kind: 'kink' | 'jump';
  /** Where they are, for people: `a = b`, `every whole number`. */
  readonly text: string;
  /** Whether the arguments are such a point. */
  readonly isAt: (...x: readonly number[]) => boolean;
  /** A number that is 0 at these points exactly, and not beside them. */
  readonly edge?: BallFormula;
}

/** The parts of a definition that people read, of a function of any number of arguments. */
export interface Named {
  /** As written in a chain: `square`, `add(-1)`; a family's name is without parameters. */
  readonly name: string;
  /** Other names that lead to it. */
  readonly aliases?: readonly string[];
  /** Plain text in x, or in the names of several arguments. */
  readonly formula: string;
  readonly summary: string;
  /** The sign between its arguments in a formula, or between x and its parameter: `*`, `^`. */
  readonly operator?: string;
  readonly singularities?: readonly Singularity[];
  /**
   * Whether one that a user defines may take its place: it came to the catalogue after people had defined
   * functions of this name.
   */
  readonly yields?: boolean;
  /** Whether its value is never rounded, as that of `neg`. */
  readonly isExact?: boolean;
  /** Whether the program has it from the user as code, whose accuracy and smoothness nobody has stated. */
  readonly isForeign?: boolean;
}

/** The parts of a definition that people read, of a function of one argument, x. */
interface Description extends Named {
  readonly derivativeFormula: string;
  readonly domain: Domain;
}

/** The value and the derivative of a function, with their accuracy and their kinks. */
interface Kernels {
  /** f(x), the nearest double; NaN for NaN and outside the domain (infinite at a pole). */
  readonly value: ((x: number) => number) & Stated;
  /** f'(x), the nearest double, given x and y = f(x); NaN for NaN and outside the domain. */
  readonly derivative: ((x: number, y: number) => number) & Stated;
  /**
   * How wrong the value, and the derivative, may be at x, in their own units; without these they are
   * taken for right to the last digit.
   */
  readonly roundOff?: (x: number) => number;
  readonly derivativeRoundOff?: (x: number, y: number) => number;
  /** Ordinary points of the domain, away from kinks, at which the function is tested. */
  readonly samples: readonly number[];
  readonly kinks?: readonly Kink[];
}

/** All that the program knows of one function. */
export interface FunctionDefinition extends Description, Kernels {
  /** The family that the function is one of, and its parameters there. */
  readonly family?: { readonly name: string; readonly parameters: readonly number[] };
  /** Only functions of several arguments have these. */
  readonly uses?: undefined;
  readonly isCondition?: undefined;
  readonly edge?: undefined;
}

/** A function of one argument has one gradient. */
interface UnaryFunction extends Function {
  backward(gy: Float64Array): Float64Array;
}

/** A class of functions of one argument: each instance is one application. */
export interface FunctionClass {
  new (): UnaryFunction;
  readonly definition: FunctionDefinition;
}

/** A function with parameters, such as add(c), as it is written in the catalogue. */
export interface FamilyDefinition extends Description {
  /** The parameters' names, in order, as the formulas use them. */
  readonly parameters: readonly string[];
  /** The parameters if they are left out; without defaults they must be given. */
  readonly defaults?: readonly number[];
  /** Choices of parameters at which the family is tested; the first is shown as the example. */
  readonly examples: readonly (readonly number[])[];
  /** The value and the derivative for one choice of parameters; also the domain, if that depends on them. */
  readonly define: (...parameters: Real[]) => Kernels & { readonly domain?: Domain };
}

/** A function with parameters: `of` makes the class for one choice of them. */
export interface FunctionFamily {
  readonly definition: FamilyDefinition;
  /**
   * @param parameters a double is that number, as in a chain; a formula gives the decimals that it has
   * @throws DezeroError `bad-parameter` unless each parameter is given, as a finite number
   */
  readonly of: (...parameters: readonly (number | Real)[]) => FunctionClass;
}

/** One entry of the catalogue. */
export type Entry = FunctionClass | FunctionFamily;

/** Whether the entry needs parameters before it can be applied. */
export function isFamily(entry: Entry): entry is FunctionFamily {
  return 'of' in entry;
}

const FUNCTION_PARTS = {
  name: 'string',
  value: 'function',
  derivative: 'function',
  domain: 'domain',
} as const;

/**
 * The class of a function, from its definition.
 *
 * @param definition its names, its formulas for people, its value and its derivative
 * @returns a class, for `new Chain([...])` and `catalogue.with([...])`
 * @throws DezeroError `wrong-type` where a part of the definition is missing
 */
export function defineFunction(definition: FunctionDefinition): FunctionClass {
  requireParts('defineFunction', definition, FUNCTION_PARTS);
  const { value, derivative } = definition;

  const fillValues = fillerOf(value, 1);
  const fillSlopes = fillerOf(derivative, 2);

  class DefinedFunction extends Function {
    static readonly definition = definition;

    override forward(x: Float64Array): Float64Array {
      const y = new Float64Array(x.length);
      fillValues(y, x);
      return y;
    }

    override backward(gy: Float64Array): Float64Array {
      const gx = new Float64Array(gy.length);
      fillSlopes(gx, this.input.data, this.output.data);
      multiplyColumn(gx, gy);
      return gx;
    }
  }

  nameClass(DefinedFunction, definition.name);
  return DefinedFunction;
}

export function nameClass(anyClass: { readonly name: string }, name: string): void {
  Object.defineProperty(anyClass, 'name', { value: name.charAt(0).toUpperCase() + name.slice(1) });
}

const FAMILY_PARTS = {
  name: 'string',
  parameters: 'list',
  examples: 'list',
  define: 'function',
} as const;

/**
 * The family of a function with parameters, from its definition.
 *
 * @param definition as that of a function; `define` gives the value and the derivative for one choice of the parameters
 * @returns the family, for `catalogue.with([...])`; `of` makes the class for one choice
 * @throws DezeroError `wrong-type` where a part of the definition is missing
 */
export function defineFamily(definition: FamilyDefinition): FunctionFamily {
  requireParts('defineFamily', definition, FAMILY_PARTS);
  const { name, parameters, defaults, define } = definition;

  const of = (...given: readonly (number | Real)[]): FunctionClass => {
    const reals =
      given.length === 0
        ? (defaults ?? []).map(realOf)
        : given.map((number) => (isReal(number) ? number : realOfDouble(number)));
    const values = reals.map(({ nearest }) => nearest);
    if (values.length !== parameters.length || !values.every(Number.isFinite)) {
      const example = definition.examples[0]?.map(formatNumber).join(',') ?? '';
      throw new DezeroError(
        'bad-parameter',
        `${name} needs ${parameters.length === 1 ? 'a number' : `${String(parameters.length)} numbers`}` +
          ` in parentheses, ${name}(${parameters.join(',')}): for example ${name}(${example})`,
      );
    }
    return defineFunction({
      ...definition,
      ...define(...reals),
      name: `${name}(${values.map(formatNumber).join(',')})`,
      family: { name, parameters: values },
      formula: substitute(definition.formula, parameters, values),
      derivativeFormula: substitute(definition.derivativeFormula, parameters, values),
    });
  };
  return { definition, of };
}

/** The formula with each parameter's name replaced by its number, in parentheses if negative. */
function substitute(formula: string, names: readonly string[], values: readonly number[]): string {
  return formula.replace(/[A-Za-z]\w*/g, (word) => {
    const value = values[names.indexOf(word)];
    if (value === undefined) return word;
    const text = formatNumber(value);
    return text.startsWith('-') ? `(${text})` : text;
  });
}
