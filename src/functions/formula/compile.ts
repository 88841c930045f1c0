/** @file From the tree of an expression to a graph; no text is ever run as code. */

import type { CoreExpression, Expression } from 'jsep';
import type { Catalogue } from '../../core/catalogue';
import { type FunctionClass, type FunctionFamily, isFamily } from '../../core/define-function';
import { DezeroError } from '../../core/errors';
import type { Graph } from '../../core/graph';
import { GraphBuilder } from '../../core/graph-builder';
import { quote } from '../../core/quote';
import { numberFault, readNumber } from '../../core/parse-number';
import { didYouMean } from '../../core/suggest';
import { Neg } from '../algebraic';
import { Difference, Power, Product, Quotient, Sum } from '../arithmetic';
import { Exp } from '../exponential';
import { Choice, Not, TESTS } from '../logic';
import { Pow } from '../algebraic';
import { isFormula } from './formula-class';
import { badFormula, type Excerpted, parseExpression, tooDeep } from './parse';

/** What a formula may name. */
export interface Scope {
  readonly catalogue: Catalogue;
  /** The variables of the graph, in order; y, the value, is there in derivatives alone. */
  readonly variables: readonly string[];
}

const E = 2.718281828459045;
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', 3.141592653589793],
  ['e', E],
]);

/** Names that stand for numbers in a formula. */
export const RESERVED_NAMES: readonly string[] = ['x', 'y', ...CONSTANTS.keys()];

/** @throws DezeroError `bad-formula` or `bad-parameter`, with the place */
export function compileFormula(part: Excerpted, scope: Scope): Graph {
  const builder = new GraphBuilder(scope.variables);
  const compiler = new Compiler(part, scope, builder);
  const output = compiler.number(parseExpression(part));
  const text = part.text.slice(part.start, part.end).trim();
  return builder.build(output, { formula: () => text, text: () => text });
}

const OPERATIONS = new Map([
  ['+', Sum],
  ['-', Difference],
  ['*', Product],
  ['/', Quotient],
]);

/** Of operations in each other: the stack bears several times as many. */
const MOST_LEVELS = 500;

class Compiler {
  #level = 0;
  /** Members of families by their names: the same power is the same function. */
  readonly #members = new Map<string, FunctionClass>();

  constructor(
    private readonly part: Excerpted,
    private readonly scope: Scope,
    private readonly builder: GraphBuilder,
  ) {}

  /** The place of a number in the graph. */
  number(expression: Expression): number {
    if (++this.#level > MOST_LEVELS) throw tooDeep(this.part);
    const place = this.#number(expression as CoreExpression);
    this.#level--;
    return place;
  }

  #number(node: CoreExpression): number {
    switch (node.type) {
      case 'Literal': {
        const value = readNumber(node.raw);
        if (Number.isFinite(value)) return this.builder.constant(value, node.raw);
        throw this.#atWord(node.raw, numberFault(node.raw).message);
      }
      case 'Identifier':
        return this.#named(node.name);
      case 'UnaryExpression': {
        const operand = this.number(node.argument);
        if (node.operator === '+') return operand;
        if (node.operator === '-') return this.builder.apply(Neg, [operand]);
        break;
      }
      case 'BinaryExpression': {
        if (node.operator === '^') return this.#power(node.left, node.right);
        const operation = OPERATIONS.get(node.operator);
        if (operation !== undefined) {
          return this.builder.apply(operation, [this.number(node.left), this.number(node.right)]);
        }
        break;
      }
      case 'ConditionalExpression': {
        const test = this.#condition(node.test);
        const branches = [this.number(node.consequent), this.number(node.alternate)];
        return this.builder.apply(Choice, [test, ...branches]);
      }
      case 'CallExpression':
        return this.#call(node.callee as CoreExpression, node.arguments);
    }
    throw this.#unreadable(node, 'a number is needed here');
  }

  #condition(expression: Expression): number {
    const node = expression as CoreExpression;
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      return this.builder.apply(Not, [this.#condition(node.argument)]);
    }
    if (node.type === 'BinaryExpression') {
      const { operator, left, right } = node;
      const test = TESTS.get(operator);
      if (test !== undefined) {
        const joins = operator === '&&' || operator === '||';
        const sides = [left, right].map((side) =>
          joins ? this.#condition(side) : this.number(side),
        );
        return this.builder.apply(test, sides);
      }
    }
    throw this.#unreadable(node, 'a comparison is needed before ?, such as x > 0');
  }

  #named(name: string): number {
    const variable = this.scope.variables.indexOf(name);
    if (variable >= 0) return variable;
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return this.builder.constant(constant, name);
    if (name === 'y') {
      throw this.#atWord(name, 'y is the value of the function; only its derivative may use it');
    }
    const functions = this.scope.catalogue.names;
    if (functions.includes(name)) {
      throw this.#atWord(name, `${name} is a function: write ${name}(x)`);
    }
    const known = [...this.scope.variables, ...CONSTANTS.keys(), ...functions];
    throw this.#atWord(name, `unknown name ${quote(name)}.${didYouMean(name, known)}`);
  }

  #call(callee: CoreExpression, given: readonly Expression[]): number {
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
    const f = isFamily(entry) ? this.#member(name, entry, parameters) : entry;
    if (!isFamily(entry) && parameters.length > 0) {
      throw this.#atWord(name, `${name} takes one argument: ${name}(x)`);
    }
    return this.#apply(f, this.number(argument));
  }

  /** A formula is put in as it is: what matters of it here are values, not the derivative it claims. */
  #apply(f: FunctionClass, input: number): number {
    return isFormula(f) ? this.builder.include(f.inside, [input]) : this.builder.apply(f, [input]);
  }

  #member(name: string, family: FunctionFamily, given: readonly Expression[]): FunctionClass {
    const values = given.map((expression) => {
      const value = this.#constantAt(this.number(expression));
      if (value !== undefined) return value;
      throw this.#atWord(name, `the parameters of ${name} must be numbers`);
    });
    try {
      return this.#same(family.of(...values));
    } catch (error) {
      if (!(error instanceof DezeroError)) throw error;
      const { parameters } = family.definition;
      const usage = `${name}(x, ${parameters.join(', ')})`;
      throw this.#atWord(name, `${name} needs its parameters after x, as numbers: ${usage}`);
    }
  }

  #same(member: FunctionClass): FunctionClass {
    const { name } = member.definition;
    const known = this.#members.get(name) ?? member;
    this.#members.set(name, known);
    return known;
  }

  #power(left: Expression, right: Expression): number {
    // Each side once: twice at every level would take 2^levels steps.
    const [base, exponent] = [this.number(left), this.number(right)];
    if (this.#constantAt(base) === E) return this.builder.apply(Exp, [exponent]);
    const p = this.#constantAt(exponent);
    // One power for all x is rounded once; exp(p log(x)) would lose digits.
    if (p !== undefined) return this.builder.apply(this.#same(Pow.of(p)), [base]);
    return this.builder.apply(Power, [base, exponent]);
  }

  #constantAt(place: number): number | undefined {
    const vertex = this.builder.at(place);
    return vertex.kind === 'constant' ? vertex.value : undefined;
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
