/** @file From the tree of an expression to a term of x and y: closures, never eval. */

import type { CoreExpression, Expression } from 'jsep';
import type { Catalogue } from '../../core/catalogue';
import { type FunctionDefinition, type FunctionFamily, isFamily } from '../../core/define-function';
import { DezeroError } from '../../core/errors';
import { quote } from '../../core/quote';
import { numberFault, readNumber } from '../../core/parse-number';
import { didYouMean } from '../../core/suggest';
import { badFormula, type Excerpted, parseExpression, tooDeep } from './parse';
import {
  applied,
  choice,
  type Condition,
  constantTerm,
  negative,
  OPERATIONS,
  constantPower,
  exponentialTerm,
  powerTerm,
  type Term,
} from './term';

/** What a formula may name; y is there in derivatives alone. */
export interface Scope {
  readonly catalogue: Catalogue;
  readonly variables: ReadonlyMap<string, Term>;
}

const E = 2.718281828459045;
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', 3.141592653589793],
  ['e', E],
]);

/** Names that stand for numbers in a formula. */
export const RESERVED_NAMES: readonly string[] = ['x', 'y', ...CONSTANTS.keys()];

/** @throws DezeroError `bad-formula` or `bad-parameter`, with the place */
export function compileFormula(part: Excerpted, scope: Scope): Term & { readonly levels: number } {
  const compiler = new Compiler(part, scope);
  return { ...compiler.number(parseExpression(part)), levels: compiler.deepest };
}

/** Of functions that are defined by formulas, which may be in each other too. */
const levelsOf = new WeakMap<FunctionDefinition, number>();

/** Keeps how many levels the formulas of a function have, for formulas that use it. */
export function rememberLevels(definition: FunctionDefinition, levels: number): void {
  levelsOf.set(definition, levels);
}

const COMPARISONS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
  ['==', (a, b) => a === b],
  ['!=', (a, b) => a !== b],
]);

// Of operations in each other, in one formula, and with the formulas it uses: the stack bears several
// times as many.
const MOST_LEVELS = 500;
const MOST_LEVELS_IN_ALL = 2000;

class Compiler {
  #level = 0;
  #deepest = 0;

  constructor(
    private readonly part: Excerpted,
    private readonly scope: Scope,
  ) {}

  get deepest(): number {
    return this.#deepest;
  }

  number(expression: Expression): Term {
    if (++this.#level > MOST_LEVELS) throw tooDeep(this.part);
    this.#deepest = Math.max(this.#deepest, this.#level);
    const term = this.#number(expression as CoreExpression);
    this.#level--;
    return term;
  }

  #number(node: CoreExpression): Term {
    switch (node.type) {
      case 'Literal': {
        const value = readNumber(node.raw);
        if (Number.isFinite(value)) return constantTerm(value);
        throw this.#atWord(node.raw, numberFault(node.raw).message);
      }
      case 'Identifier':
        return this.#named(node.name);
      case 'UnaryExpression': {
        const operand = this.number(node.argument);
        if (node.operator === '+') return operand;
        if (node.operator === '-') return negative(operand);
        break;
      }
      case 'BinaryExpression': {
        if (node.operator === '^') return this.#power(node.left, node.right);
        const operation = OPERATIONS.get(node.operator);
        if (operation !== undefined) {
          return operation(this.number(node.left), this.number(node.right));
        }
        break;
      }
      case 'ConditionalExpression': {
        const test = this.#condition(node.test);
        const [yes, no] = [this.number(node.consequent), this.number(node.alternate)];
        return choice(test, yes, no);
      }
      case 'CallExpression':
        return this.#call(node.callee as CoreExpression, node.arguments);
    }
    throw this.#unreadable(node, 'a number is needed here');
  }

  #condition(expression: Expression): Condition {
    const node = expression as CoreExpression;
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      const operand = this.#condition(node.argument);
      return (x, y) => !operand(x, y);
    }
    if (node.type === 'BinaryExpression') {
      const { operator, left, right } = node;
      if (operator === '&&' || operator === '||') {
        const [a, b] = [this.#condition(left), this.#condition(right)];
        return operator === '&&' ? (x, y) => a(x, y) && b(x, y) : (x, y) => a(x, y) || b(x, y);
      }
      const comparison = COMPARISONS.get(operator);
      if (comparison !== undefined) {
        const [a, b] = [this.number(left), this.number(right)];
        return (x, y) => comparison(a.value(x, y), b.value(x, y));
      }
    }
    throw this.#unreadable(node, 'a comparison is needed before ?, such as x > 0');
  }

  #named(name: string): Term {
    const variable = this.scope.variables.get(name);
    if (variable !== undefined) return variable;
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return constantTerm(constant);
    if (name === 'y') {
      throw this.#atWord(name, 'y is the value of the function; only its derivative may use it');
    }
    const functions = this.scope.catalogue.names;
    if (functions.includes(name)) {
      throw this.#atWord(name, `${name} is a function: write ${name}(x)`);
    }
    const known = [...this.scope.variables.keys(), ...CONSTANTS.keys(), ...functions];
    throw this.#atWord(name, `unknown name ${quote(name)}.${didYouMean(name, known)}`);
  }

  #call(callee: CoreExpression, given: readonly Expression[]): Term {
    if (callee.type !== 'Identifier') {
      throw this.#unreadable(callee, 'only a function of the catalogue can be called');
    }
    const { name } = callee;
    if (!this.scope.catalogue.names.includes(name)) {
      const hint = RESERVED_NAMES.includes(name)
        ? `: write the multiplication, ${name}*(...)`
        : `.${didYouMean(name, this.scope.catalogue.names)}`;
      throw this.#atWord(name, `unknown function ${quote(name)}${hint}`);
    }
    const entry = this.scope.catalogue.entry(name);
    const [argument, ...parameters] = given;
    if (argument === undefined) throw this.#atWord(name, `${name} needs an argument: ${name}(x)`);
    const definition = isFamily(entry) ? this.#member(name, entry, parameters) : entry.definition;
    if (!isFamily(entry) && parameters.length > 0) {
      throw this.#atWord(name, `${name} takes one argument: ${name}(x)`);
    }
    this.#deepest = Math.max(this.#deepest, this.#level + (levelsOf.get(definition) ?? 0));
    if (this.#deepest > MOST_LEVELS_IN_ALL) {
      throw this.#atWord(name, `the formula is nested too deeply, together with that of ${name}`);
    }
    return applied(definition, this.number(argument));
  }

  #member(name: string, family: FunctionFamily, given: readonly Expression[]) {
    const values = given.map((expression) => {
      const value = constantOf(expression, this.number(expression));
      if (value !== undefined) return value;
      throw this.#atWord(name, `the parameters of ${name} must be numbers`);
    });
    try {
      return family.of(...values).definition;
    } catch (error) {
      if (!(error instanceof DezeroError)) throw error;
      const { parameters } = family.definition;
      const usage = `${name}(x, ${parameters.join(', ')})`;
      throw this.#atWord(name, `${name} needs its parameters after x, as numbers: ${usage}`);
    }
  }

  #power(left: Expression, right: Expression): Term {
    // Each side once: twice at every level would take 2^levels steps.
    const [base, exponent] = [this.number(left), this.number(right)];
    if (constantOf(left, base) === E) return exponentialTerm(exponent);
    const constant = constantOf(right, exponent);
    return constant === undefined ? powerTerm(base, exponent) : constantPower(base, constant);
  }

  #atWord(word: string, message: string): DezeroError {
    const { text, start, end } = this.part;
    const places = text.slice(start, end).matchAll(/[\w.]+(?:(?<=\d\.?[eE])[+-]\d+)?/g);
    const found = [...places].find(([piece]) => piece === word);
    const at = start + (found?.index ?? 0);
    return badFormula(this.part, at, found === undefined ? end : at + word.length, message);
  }

  #unreadable(node: CoreExpression, message: string): DezeroError {
    const { start, end } = this.part;
    if (node.type === 'Compound') {
      return badFormula(this.part, start, end, 'an operator is missing between two expressions');
    }
    return badFormula(this.part, start, end, message);
  }
}

/** The value of an expression without variables. */
function constantOf(expression: Expression, { value }: Term): number | undefined {
  return hasVariable(expression as CoreExpression) ? undefined : value(NaN, NaN);
}

function hasVariable(node: CoreExpression): boolean {
  switch (node.type) {
    case 'Literal':
      return false;
    case 'Identifier':
      return !CONSTANTS.has(node.name);
    case 'UnaryExpression':
      return hasVariable(node.argument as CoreExpression);
    case 'BinaryExpression':
      return hasVariable(node.left as CoreExpression) || hasVariable(node.right as CoreExpression);
    case 'CallExpression':
      return node.arguments.some((argument) => hasVariable(argument as CoreExpression));
    default:
      return true;
  }
}
