/** @file Builds the terms of a formula, and refuses a comparison as a number or a number as a condition. */

import type { ConstantName } from './constants';
import { badFormula, type Span, shown } from './bad-formula';
import { isCondition } from './precedence';
import type { Binary, Operator, ParsedFormula, Term } from './term';
import type { Token } from './tokenize';

/** A term, with the parentheses around it. */
export interface Operand extends Span {
  readonly index: number;
  readonly isCondition: boolean;
  readonly hasVariable: boolean;
}

export class TermList {
  readonly #terms: Term[] = [];
  /** The variables in the order of their first appearance, which a Set keeps. */
  readonly #variables = new Set<string>();

  constructor(private readonly text: string) {}

  formula(): ParsedFormula {
    return { text: this.text, terms: this.#terms, variables: [...this.#variables] };
  }

  number(text: string, place: Span): Operand {
    return this.#add({ kind: 'number', text, ...spanOf(place) });
  }

  /** The exponent of a superscript: `²`, `⁻¹`. */
  superscript(token: Token): Operand {
    if (!token.text.startsWith('-')) return this.number(token.text, token);
    const number = this.number(token.text.slice(1), token);
    return this.#operation('negate', [number], spanOf(token));
  }

  constant(name: ConstantName, place: Span): Operand {
    return this.#add({ kind: 'constant', name, ...spanOf(place) });
  }

  variable(name: string, place: Span): Operand {
    this.#variables.add(name);
    return { ...this.#add({ kind: 'variable', name, ...spanOf(place) }), hasVariable: true };
  }

  call(name: string, operands: readonly Operand[], place: Span, nameEnd: number): Operand {
    const indices = operands.map(({ index }) => index);
    const call = { kind: 'call', name, operands: indices, ...spanOf(place), nameEnd } as const;
    return { ...this.#add(call), hasVariable: operands.some(({ hasVariable }) => hasVariable) };
  }

  unary(sign: Token, operand: Operand): Operand {
    const place = { start: sign.start, end: operand.end };
    if (sign.text === '!') {
      this.#requireCondition(operand, '! negates a comparison, as in !(x > 0)');
      return this.#operation('!', [operand], place);
    }
    this.requireNumber(operand);
    return sign.text === '-' ? this.#operation('negate', [operand], place) : operand;
  }

  binary(operator: Binary, left: Operand, right: Operand): Operand {
    if (operator === '&&' || operator === '||') {
      const message = `a comparison is needed on both sides of ${operator}, such as x > 0`;
      for (const side of [left, right]) this.#requireCondition(side, message);
    } else {
      if (operator === '*' && left.isCondition !== right.isCondition) {
        throw left.isCondition ? this.#mask(left, right) : this.#mask(right, left);
      }
      for (const side of [left, right]) this.requireNumber(side);
    }
    return this.#operation(operator, [left, right], { start: left.start, end: right.end });
  }

  choice(condition: Operand, yes: Operand, no: Operand): Operand {
    this.#requireCondition(condition, 'a comparison is needed before ?, such as x > 0');
    for (const side of [yes, no]) this.requireNumber(side);
    return this.#operation('?:', [condition, yes, no], { start: condition.start, end: no.end });
  }

  requireNumber(operand: Operand): void {
    if (!operand.isCondition) return;
    const hint = `write ${this.#inner(operand)} ? 1 : 0`;
    throw badFormula(this.text, operand, `a comparison is no number: ${hint}`);
  }

  #requireCondition(operand: Operand, message: string): void {
    if (!operand.isCondition) throw badFormula(this.text, operand, message);
  }

  /** The error for `(x > 0)*x`, which is x or 0 in other languages. */
  #mask(condition: Operand, factor: Operand): Error {
    const hint = `write ${this.#inner(condition)} ? ${this.#inner(factor)} : 0`;
    return badFormula(this.text, condition, `a comparison is no number: ${hint}`);
  }

  /** The text of an operand without the parentheses around it. */
  #inner({ index }: Operand): string {
    return shown(this.text, this.#terms[index] as Term);
  }

  #operation(operator: Operator, operands: readonly Operand[], place: Span): Operand {
    const indices = operands.map(({ index }) => index);
    const operand = this.#add({ kind: 'operation', operator, operands: indices, ...place });
    return {
      ...operand,
      isCondition: isCondition(operator),
      hasVariable: operands.some(({ hasVariable }) => hasVariable),
    };
  }

  #add(term: Term): Operand {
    const index = this.#terms.push(term) - 1;
    return { index, start: term.start, end: term.end, isCondition: false, hasVariable: false };
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
