/**
 * @file Parses the text of a formula into terms by the precedence of operators (E. W. Dijkstra's "shunting
 * yard", 1961). Pending operators are kept in a stack of their own instead of in recursive calls, so that no
 * formula is nested too deeply.
 */

import { formatNumber } from '../../../core/text/format-number';
import { numberFault, readNumber } from '../../../core/text/parse-number';
import { badFormula, type Excerpted } from './bad-formula';
import { hasSeveralArguments, requireArguments, takesOneNumber } from './call-arguments';
import { constantWritten, isConstant } from './constants';
import { foreignFault } from './foreign-functions';
import { callFault, slipFault, variableFault } from './name-fault';
import type { FunctionShape, Names } from './names';
import { CHOICE, COMPARISON, INFIXES, POWER, SIGN } from './precedence';
import { isDenominatorOfOperator, powerRefusal, productRefusal } from './product-refusal';
import {
  emptyParentheses,
  functionWithoutArgument,
  missingAlternative,
  missingOperand,
  strayToken,
  unclosed,
} from './refusal';
import type { Binary, ParsedFormula } from './term';
import { type Operand, TermList } from './term-list';
import { TokenReader } from './token-reader';
import { namesWithoutParenthesis, type Token, tokenize } from './tokenize';
import { type Group, OperatorStack } from './operator-stack';

/** The longest formula: far more than anybody types, and 10,000 terms have some 20,000 characters. */
export const MOST_CHARACTERS = 100_000;

/** Comparisons that may stand in a row: a < x <= b. */
const IN_A_ROW: readonly (readonly string[])[] = [
  ['<', '<=', '=='],
  ['>', '>=', '=='],
];

/**
 * Reads a formula.
 *
 * @param part the formula's part of the text; places refer to the whole text
 *
 * @throws DezeroError `bad-formula`, with the place
 */
export function parseFormula(part: Excerpted, names: Names): ParsedFormula {
  const { text, start, end } = part;
  if (end - start > MOST_CHARACTERS) {
    const found = formatNumber(end - start);
    const most = formatNumber(MOST_CHARACTERS);
    throw badFormula(text, part, `the formula has ${found} characters, more than ${most}`);
  }
  const tokens = tokenize(part);
  if (tokens.length === 1) {
    throw badFormula(text, part, "there is no formula: write one, as in 'x*exp(-x)'");
  }
  return new Parser(text, tokens, names).formula();
}

class Parser extends TokenReader {
  readonly #terms: TermList;
  readonly #stack: OperatorStack;
  #plainNames: ReadonlySet<string> | undefined;
  /** The names that are known to be variables. */
  readonly #known = new Set<string>();

  constructor(text: string, tokens: readonly Token[], names: Names) {
    super(text, tokens, names);
    this.#terms = new TermList(text);
    this.#stack = new OperatorStack(this.#terms);
  }

  /** Alternates between two states: before an operand, and after one. */
  formula(): ParsedFormula {
    for (;;) {
      let operand: Operand | undefined;
      while (operand === undefined) operand = this.#operand();
      while (operand !== undefined && this.token.kind !== 'end') operand = this.#operator(operand);
      if (operand === undefined) continue;
      const root = this.#settle(operand, CHOICE);
      if (this.#stack.last !== undefined) throw this.#unfinished();
      this.#terms.requireNumber(root);
      return this.#terms.formula();
    }
  }

  /** Reads a token before an operand: returns the operand, or undefined if it is still to come. */
  #operand(): Operand | undefined {
    const { token } = this;
    this.index++;
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'name') return this.#name(token);
    if (token.kind === 'sign') {
      const constant = constantWritten(token.text);
      if (constant !== undefined) return this.#terms.constant(constant, token);
      if (token.text === '√') return this.#call(token, 'sqrt', ROOT);
      if (token.text === '(' || token.text === '|') {
        const closing = token.text === '(' ? ')' : '|';
        if (closing === ')' && this.isSign(closing)) throw emptyParentheses(this);
        this.#stack.open({ opening: token, closing });
        return undefined;
      }
      if (['-', '+', '!'].includes(token.text)) {
        this.#stack.push({ kind: 'sign', level: SIGN, token });
        return undefined;
      }
    }
    this.index--;
    throw missingOperand(this);
  }

  /**
   * Reads a token after an operand: returns the operand it completes, or undefined if an operand must follow.
   */
  #operator(before: Operand): Operand | undefined {
    const { token } = this;
    const operand = this.#settle(before, POWER + 1);
    const written = this.#infix(token);
    const infix = INFIXES.get(written);
    if (infix === undefined) return this.#closed(operand, token);
    const { sign, level } = infix;
    if (level === POWER) return this.#power(operand, token);
    if (sign === '?') {
      this.index++;
      const condition = this.#settle(operand, CHOICE + 1);
      this.#stack.push({ kind: 'question', condition });
      return undefined;
    }
    if (level === COMPARISON) return this.#comparison(operand, sign, token);
    const factor = this.#settle(operand, SIGN);
    if (written === '') this.#requireClearProduct(factor);
    this.index += written === '' ? 0 : sign === '||' ? 2 : 1;
    const left = this.#settle(factor, level);
    this.#stack.push({ kind: 'binary', level, sign, left });
    return undefined;
  }

  #settle(operand: Operand, level: number): Operand {
    return this.#stack.settle(operand, level, this.previous);
  }

  /** The sign of the operator that a token after an operand stands for: '' for a product without a sign. */
  #infix(token: Token): string {
    if (token.kind === 'superscript') return '^';
    if (token.kind === 'number' || token.kind === 'name') return '';
    if (token.text === '(' || token.text === '√' || token.text === 'π') return '';
    if (token.text !== '|') return token.text;
    return !this.#stack.isInBars && this.isSign('|', 1) && this.isGlued(1) ? '||' : '|';
  }

  /** Reads a token after an operand that is not an operator: it closes something that is open. */
  #closed(before: Operand, token: Token): Operand | undefined {
    const operand = this.#settle(before, CHOICE);
    const last = this.#stack.last;
    if (token.text === ':' && last?.kind === 'question') {
      this.index++;
      this.#stack.pop();
      const { condition } = last;
      this.#stack.push({ kind: 'choice', level: CHOICE, condition, yes: operand });
      return undefined;
    }
    if (last?.kind !== 'group') {
      if (token.text === ')' && last !== undefined) throw this.#unfinished();
      throw strayToken(this);
    }
    if (token.text === ',' && last.call !== undefined) {
      this.index++;
      this.#terms.requireNumber(operand);
      last.call.given.push(operand);
      return undefined;
    }
    if (token.text !== last.closing) throw this.#unfinished();
    this.index++;
    this.#stack.pop();
    return this.#grouped(last, operand);
  }

  /** The operand made of a closed group: parentheses, an absolute value or a call. */
  #grouped({ opening, closing, call }: Group, operand: Operand): Operand {
    const { end } = this.previous;
    if (call === undefined && closing === ')') return { ...operand, start: opening.start, end };
    this.#terms.requireNumber(operand);
    if (call === undefined) {
      return this.#terms.call('abs', [operand], { start: opening.start, end }, opening.end);
    }
    const given = [...call.given, operand];
    const name = call.name.text === '√' ? 'sqrt' : call.name.text;
    requireArguments(this, call.name, name, call.shape, given);
    return this.#terms.call(name, given, { start: call.name.start, end }, call.name.end);
  }

  /** The error for something left open. */
  #unfinished(): Error {
    const last = this.#stack.last;
    if (last?.kind === 'group') return unclosed(this, last.opening);
    return missingAlternative(this);
  }

  #number(token: Token): Operand {
    if (Number.isFinite(readNumber(token.text))) return this.#terms.number(token.text, token);
    throw this.error(token, numberFault(token.text).message);
  }

  #name(token: Token): Operand | undefined {
    const { text: name } = token;
    const shape = this.shapeOf(name);
    if (shape !== undefined) return this.#call(token, name, shape);
    if (this.variables?.has(name) === true) return this.#terms.variable(name, token);
    if (isConstant(name)) return this.#terms.constant(name, token);
    this.#plainNames ??= namesWithoutParenthesis(this.tokens);
    const plain = this.#plainNames;
    const canBeCall = this.isSign('(') && !isDenominatorOfOperator(this);
    if (canBeCall && (this.variables !== undefined || !plain.has(name))) {
      throw this.error(token, callFault(name, this.names, !hasSeveralArguments(this)));
    }
    const fault = this.#known.has(name) ? undefined : variableFault(name, this.names, plain);
    const message = fault ?? this.#slip(name);
    if (message !== undefined) throw this.error(token, message);
    this.#known.add(name);
    return this.#terms.variable(name, token);
  }

  /** The message if a name taken for a variable is a misspelt function, `sqaure x`, or one of other books, `sec^2(x)`. */
  #slip(name: string): string | undefined {
    const isRaised = this.token.kind === 'superscript' || this.isSign('^');
    if (isRaised && this.isSign('(', this.isSign('^') ? 2 : 1)) return foreignFault(name);
    const isBeforeOperand =
      this.token.kind !== 'end' && this.#infix(this.token) === '' && !this.isSign('(');
    return isBeforeOperand ? slipFault(name, this.names) : undefined;
  }

  /** Reads the start of a call, with parentheses or a single name, number or pair of bars as its argument. */
  #call(name: Token, called: string, shape: FunctionShape): Operand | undefined {
    if (this.isSign('(')) {
      const opening = this.token;
      this.index++;
      if (this.isSign(')')) requireArguments(this, name, called, shape, []);
      this.#stack.open({ opening, closing: ')', call: { name, shape, given: [] } });
      return undefined;
    }
    const { kind, text } = this.token;
    const isFunction = kind === 'name' && this.shapeOf(text) !== undefined;
    const isArgument = kind === 'number' || kind === 'name' || text === 'π' || text === '|';
    if (!isArgument || isFunction || !takesOneNumber(shape)) {
      throw functionWithoutArgument(this, called, this.names);
    }
    this.#stack.push({ kind: 'bare', token: name, name: called });
    return undefined;
  }

  #power(base: Operand, token: Token): Operand | undefined {
    const refusal = powerRefusal(this, base, this.#stack.lastBareCall);
    if (refusal !== undefined) throw refusal;
    this.index++;
    if (token.kind === 'superscript') {
      return this.#terms.binary('^', base, this.#terms.superscript(token));
    }
    this.#stack.push({ kind: 'binary', level: POWER, sign: '^', left: base });
    return undefined;
  }

  /** Reads a comparison: a < x, or a < x < b, which means both. */
  #comparison(before: Operand, sign: Binary, token: Token): Operand | undefined {
    const operand = this.#settle(before, COMPARISON + 1);
    this.index++;
    const last = this.#stack.last;
    const next = { kind: 'binary', level: COMPARISON, sign, left: operand } as const;
    if (last?.kind !== 'binary' || last.level !== COMPARISON) {
      this.#stack.push({ ...next, signs: [sign] });
      return undefined;
    }
    const signs = [...new Set([...(last.signs as readonly Binary[]), sign])];
    if (!IN_A_ROW.some((allowed) => signs.every((one) => allowed.includes(one)))) {
      const message = 'comparisons in a row go one way, as in a < x < b; others are joined by &&';
      throw this.error(token, message);
    }
    const row = this.#settle(operand, COMPARISON);
    this.#stack.push({ ...next, row, signs });
    return undefined;
  }

  /** @throws DezeroError if a product without a sign can be read in two ways */
  #requireClearProduct(factor: Operand): void {
    const last = this.#stack.last;
    const dividend = last?.kind === 'binary' && last.sign === '/' ? last.left : undefined;
    const { lastPower: power, lastBareCall: bareCall } = this.#stack;
    const refusal = productRefusal(this, { factor, dividend, power, bareCall });
    if (refusal !== undefined) throw refusal;
  }
}

const ROOT: FunctionShape = { arguments: ['x'] };
