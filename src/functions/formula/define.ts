/** @file `name(x) = value; derivative` as a function of a chain. */

import type { Catalogue } from '../../core/catalogue';
import { defineFunction, type Domain, type FunctionClass } from '../../core/define-function';
import { DezeroError } from '../../core/errors';
import { excerpt } from '../../core/excerpt';
import { checkFunctionName } from '../../core/function-name';
import { quote } from '../../core/quote';
import { compileFormula, rememberLevels, RESERVED_NAMES } from './compile';
import { badFormula, type Excerpted } from './parse';
import { valueTerm, X } from './term';

/**
 * Where a function that a user brings is checked unless they say where: on both sides of 0, near
 * and far, at numbers at which formulas that differ are hardly equal (2x and x^2 are so at 2).
 */
export const USUAL_SAMPLES: readonly number[] = [
  -4.7, -2.3, -1.1, -0.6, -0.2, 0.3, 0.7, 1.3, 2.9, 5.3,
];

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
export function defineFormula(text: string, catalogue: Catalogue): FunctionClass {
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
  const value = compileFormula(first, { catalogue, variables: new Map([['x', X]]) });
  const valueAt = (x: number): number => value.value(x, NaN);
  const roundOff = (x: number): number => value.roundOff(x, NaN);
  const derivative = compileFormula(second, {
    catalogue,
    variables: new Map([
      ['x', X],
      ['y', valueTerm(roundOff)],
    ]),
  });
  const definedClass = defineFunction({
    name,
    formula: formulaText(first),
    derivativeFormula: formulaText(second),
    summary: 'defined on the command line',
    domain: domainOf(valueAt),
    value: valueAt,
    derivative: derivative.value,
    roundOff,
    derivativeRoundOff: derivative.roundOff,
    samples: USUAL_SAMPLES,
  });
  rememberLevels(definedClass.definition, Math.max(value.levels, derivative.levels));
  return definedClass;
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
