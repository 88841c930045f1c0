/**
 * @file From the text of a formula to its terms, by the precedence of operators (E. W. Dijkstra's
 * "shunting yard", 1961): what waits for its right side stands in a list of its own, and not on the
 * stack of the machine, so that no formula is nested too deeply.
 */

import { formatNumber } from '../../core/format-number';
import { numberFault, readNumber } from '../../core/parse-number';
import { badFormula, type Excerpted } from './bad-formula';
import { requireArguments, takesOneNumber } from './call-arguments';
import { callFault, isConstant, slipFault, variableFault } from './name-fault';
import type { FunctionShape, Names } from './names';
import { type BareCall, type Power, powerRefusal, productRefusal } from './product-refusal';
import {
  emptyParentheses,
  functionWithoutArgument,
  missingAlternative,
  missingOperand,
  strayToken,
  unclosed,
} from './refusal';
import type { Comparison, ParsedFormula } from './term';
import { type Operand, TermList } from './term-list';
import { TokenReader } from './token-reader';
import { type Token, tokenize } from './tokenize';

/** Far more than anybody types: a file of 10,000 terms has some 20,000. */
export const MOST_CHARACTERS = 100_000;

/** How strongly operators bind, from the weakest on. */
const [CHOICE, OR, AND, COMPARISON, SUM, PRODUCT, SIGN, POWER] = [1, 2, 3, 4, 5, 6, 7, 8];

/** By operator; a product without a sign is ''. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['?', CHOICE],
  ['||', OR],
  ['&&', AND],
  ...['<', '<=', '>', '>=', '==', '!='].map((sign): [string, number] => [sign, COMPARISON]),
  ...['+', '-'].map((sign): [string, number] => [sign, SUM]),
  ...['*', '/', ''].map((sign): [string, number] => [sign, PRODUCT]),
  ['^', POWER],
]);

/** Comparisons that may stand in a row: a < x <= b. */
const IN_A_ROW: readonly (readonly string[])[] = [
  ['<', '<=', '=='],
  ['>', '>=', '=='],
];

/** Parentheses or bars that are open. */
interface Group {
  readonly kind: 'group';
  readonly opening: Token;
  readonly closing: ')' | '|';
  /** The function whose arguments stand in it. */
  readonly call?: { readonly name: Token; readonly shape: FunctionShape; readonly given: Operand[] };
  readonly outer: Group | undefined;
}

/** What waits for the operand to its right. */
type Waiting =
  | Group
  | { readonly kind: 'sign'; readonly level: number; readonly token: Token }
  | { readonly kind: 'bare'; readonly name: Token; readonly function: string }
  | {
      readonly kind: 'binary';
      readonly level: number;
      readonly sign: string;
      readonly left: Operand;
      /** The comparisons before it in a row, all of them. */
      readonly row?: Operand;
    }
  | { readonly kind: 'question'; readonly condition: Operand }
  | {
      readonly kind: 'choice';
      readonly level: number;
      readonly condition: Operand;
      readonly yes: Operand;
    };

/**
 * Reads a formula.
 *
 * @param part where it stands; places are those of the whole text
 *
 * @throws DezeroError `bad-formula`, with the place
 */
export function parseFormula(part: Excerpted, names: Names): ParsedFormula {
  const { text, start, end } = part;
  if (end - start > MOST_CHARACTERS) {
    const [found, most] = [formatNumber(end - start), formatNumber(MOST_CHARACTERS)];
    throw badFormula(text, part, `the formula has ${found} characters, more than ${most}`);
  }
  const tokens = tokenize(part);
  if (tokens.length === 1) throw badFormula(text, { start, end }, 'there is no formula');
  return new Parser(text, tokens, names).formula();
}

class Parser extends TokenReader {
  readonly #terms: TermList;
  readonly #waiting: Waiting[] = [];
  /** The innermost one that is open. */
  #group: Group | undefined;
  #lastPower: Power | undefined;
  #lastBareCall: BareCall | undefined;
  #plainNames: ReadonlySet<string> | undefined;
  readonly #variables: ReadonlySet<string> | undefined;

  constructor(
    text: string,
    tokens: readonly Token[],
    private readonly names: Names,
  ) {
    super(text, tokens);
    this.#terms = new TermList(text);
    this.#variables = names.variables === undefined ? undefined : new Set(names.variables);
  }

  formula(): ParsedFormula {
    for (;;) {
      let operand: Operand | undefined;
      while (operand === undefined) operand = this.#operand();
      while (operand !== undefined && this.token.kind !== 'end') operand = this.#operator(operand);
      if (operand === undefined) continue;
      const root = this.#settled(operand, CHOICE);
      if (this.#waiting.length > 0) throw this.#unfinished();
      this.#terms.requireNumber(root);
      return this.#terms.formula();
    }
  }

  /** Reads what stands where an operand is due: one, or undefined where it is still to come. */
  #operand(): Operand | undefined {
    const { token } = this;
    this.index++;
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'name') return this.#name(token);
    if (token.kind === 'sign') {
      if (token.text === 'π') return this.#terms.constant('pi', token);
      if (token.text === '√') return this.#call(token, 'sqrt', ROOT);
      if (token.text === '(') {
        if (this.isSign(')')) throw emptyParentheses(this);
        return this.#open({ opening: token, closing: ')' });
      }
      if (token.text === '|') return this.#open({ opening: token, closing: '|' });
      if (['-', '+', '!'].includes(token.text)) {
        this.#waiting.push({ kind: 'sign', level: SIGN, token });
        return undefined;
      }
    }
    this.index--;
    throw missingOperand(this);
  }

  #open(group: Pick<Group, 'opening' | 'closing' | 'call'>): undefined {
    this.#group = { kind: 'group', ...group, outer: this.#group };
    this.#waiting.push(this.#group);
  }

  /**
   * Reads what stands behind an operand: the operand with it, or undefined where the operand on the
   * other side is due.
   */
  #operator(before: Operand): Operand | undefined {
    const { token } = this;
    const operand = this.#settled(before, POWER + 1);
    const sign = this.#infix(token);
    const level = sign === undefined ? undefined : LEVELS.get(sign);
    if (sign === undefined || level === undefined) return this.#closed(operand, token);
    if (level === POWER) return this.#power(operand, token);
    if (level === CHOICE) {
      this.index++;
      const condition = this.#settled(operand, CHOICE + 1);
      this.#waiting.push({ kind: 'question', condition });
      return undefined;
    }
    if (level === COMPARISON) return this.#comparison(this.#settled(operand, COMPARISON + 1), token);
    const factor = this.#settled(operand, SIGN);
    if (sign === '') this.#requireClearProduct(factor);
    this.index += sign === '' ? 0 : sign === '||' ? 2 : 1;
    const left = this.#settled(factor, level);
    this.#waiting.push({ kind: 'binary', level, sign: sign === '' ? '*' : sign, left });
    return undefined;
  }

  /** The operator that a token behind an operand is: '' for a product without a sign. */
  #infix(token: Token): string | undefined {
    if (token.kind === 'superscript') return '^';
    if (token.kind === 'number' || token.kind === 'name') return '';
    if (token.text === '(' || token.text === '√' || token.text === 'π') return '';
    if (token.text !== '|') return token.text;
    return !this.#isInBars && this.isSign('|', 1) && this.isGlued(1) ? '||' : undefined;
  }

  /** Whether a bar closes one; within parentheses it would not close one around them. */
  get #isInBars(): boolean {
    return this.#group?.closing === '|';
  }

  /** The operand, with all to its left that binds it as strongly as the level, or more strongly. */
  #settled(operand: Operand, level: number): Operand {
    let settled = operand;
    for (;;) {
      const last = this.#waiting.at(-1);
      if (last === undefined || last.kind === 'group' || last.kind === 'question') return settled;
      if (last.kind === 'bare') {
        settled = this.#bareCalled(last.name, last.function, settled);
      } else {
        if (last.level < level) return settled;
        if (last.kind === 'sign') settled = this.#terms.unary(last.token, settled);
        else if (last.kind === 'choice') {
          settled = this.#terms.choice(last.condition, last.yes, settled);
        } else {
          if (last.level === POWER) this.#rememberPower(last.left, settled);
          const { row } = last;
          settled = this.#terms.binary(last.sign as Comparison, last.left, settled);
          if (row !== undefined) settled = this.#terms.binary('&&', row, settled);
        }
      }
      this.#waiting.pop();
    }
  }

  /** What a token means that is no operator: the end of something that is open. */
  #closed(before: Operand, token: Token): Operand | undefined {
    const operand = this.#settled(before, CHOICE);
    const last = this.#waiting.at(-1);
    if (token.text === ':' && last?.kind === 'question') {
      this.index++;
      this.#waiting.pop();
      const { condition } = last;
      this.#waiting.push({ kind: 'choice', level: CHOICE, condition, yes: operand });
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
    this.#waiting.pop();
    this.#group = last.outer;
    return this.#grouped(last, operand);
  }

  /** What a group of parentheses or bars is, its last part being the operand. */
  #grouped({ opening, closing, call }: Group, operand: Operand): Operand {
    const { end } = this.previous;
    if (call === undefined && closing === ')') return { ...operand, start: opening.start, end };
    this.#terms.requireNumber(operand);
    if (call === undefined) {
      return this.#terms.call('abs', [operand], { start: opening.start, end }, opening.end);
    }
    const given = [...call.given, operand];
    const name = functionName(call.name);
    requireArguments(this, call.name, name, call.shape, given);
    return this.#terms.call(name, given, { start: call.name.start, end }, call.name.end);
  }

  /** What is open where something else stands, or the end. */
  #unfinished(): Error {
    const last = this.#waiting.at(-1);
    if (last?.kind === 'group') return unclosed(this, last.opening);
    return missingAlternative(this);
  }

  #number(token: Token): Operand {
    if (Number.isFinite(readNumber(token.text))) return this.#terms.number(token.text, token);
    throw this.error(token, numberFault(token.text).message);
  }

  #name(token: Token): Operand | undefined {
    const { text: name } = token;
    const shape = this.#shapeOf(name);
    if (shape !== undefined) return this.#call(token, name, shape);
    if (this.#variables?.has(name) === true) return this.#terms.variable(name, token);
    if (isConstant(name)) return this.#terms.constant(name, token);
    const plain = this.#namesWithoutParenthesis();
    if (this.isSign('(') && (this.#variables !== undefined || !plain.has(name))) {
      throw this.error(token, callFault(name, this.names));
    }
    const fault = variableFault(name, this.names, plain) ?? this.#slip(name);
    if (fault !== undefined) throw this.error(token, fault);
    return this.#terms.variable(name, token);
  }

  /** A function whose name is misspelt, taken for a variable: `sqaure x`. */
  #slip(name: string): string | undefined {
    const isBeforeOperand =
      this.token.kind !== 'end' && this.#infix(this.token) === '' && !this.isSign('(');
    return isBeforeOperand ? slipFault(name, this.names) : undefined;
  }

  /** The function of that name; a variable that is declared comes before it. */
  #shapeOf(name: string): FunctionShape | undefined {
    return this.#variables?.has(name) === true ? undefined : this.names.shapeOf(name);
  }

  /** The names that stand somewhere without a parenthesis behind them. */
  #namesWithoutParenthesis(): ReadonlySet<string> {
    const { tokens } = this;
    this.#plainNames ??= new Set(
      tokens
        .filter(({ kind }, i) => kind === 'name' && tokens[i + 1]?.text !== '(')
        .map(({ text }) => text),
    );
    return this.#plainNames;
  }

  /** A function, whose argument follows: in parentheses, or one name, number or pair of bars. */
  #call(name: Token, called: string, shape: FunctionShape): undefined {
    if (this.isSign('(')) {
      const opening = this.token;
      this.index++;
      if (this.isSign(')')) requireArguments(this, name, called, shape, []);
      this.#open({ opening, closing: ')', call: { name, shape, given: [] } });
      return;
    }
    const { kind, text } = this.token;
    const isFunction = kind === 'name' && this.#shapeOf(text) !== undefined;
    const isBar = text === '|' && !this.#isInBars;
    const isArgument = kind === 'number' || kind === 'name' || text === 'π' || isBar;
    if (!isArgument || isFunction || !takesOneNumber(shape)) {
      throw functionWithoutArgument(this, called, this.names);
    }
    this.#waiting.push({ kind: 'bare', name, function: called });
  }

  #bareCalled(token: Token, name: string, argument: Operand): Operand {
    const { end } = argument;
    this.#lastBareCall = { name, argument, end };
    this.#terms.requireNumber(argument);
    return this.#terms.call(name, [argument], { start: token.start, end }, token.end);
  }

  #power(base: Operand, token: Token): Operand | undefined {
    const refusal = powerRefusal(this, base, this.#lastBareCall);
    if (refusal !== undefined) throw refusal;
    this.index++;
    if (token.kind === 'superscript') {
      return this.#terms.binary('^', base, this.#superscript(token));
    }
    this.#waiting.push({ kind: 'binary', level: POWER, sign: '^', left: base });
    return undefined;
  }

  /** The number that a superscript is. */
  #superscript(token: Token): Operand {
    if (!token.text.startsWith('-')) return this.#terms.number(token.text, token);
    const number = this.#terms.number(token.text.slice(1), token);
    return this.#terms.unary({ ...token, text: '-' }, number);
  }

  /** A power that has been read to its end, which shows where its exponent ends. */
  #rememberPower(base: Operand, exponent: Operand): void {
    const { kind, text, end } = this.previous;
    const isEnclosed = kind === 'superscript' || text === ')' || text === '|';
    this.#lastPower = isEnclosed ? undefined : { base, exponent, end };
  }

  /** a < x, and a < x < b, which means both. */
  #comparison(operand: Operand, token: Token): undefined {
    this.index++;
    const last = this.#waiting.at(-1);
    const next = { kind: 'binary', level: COMPARISON, sign: token.text, left: operand } as const;
    if (last?.kind !== 'binary' || last.level !== COMPARISON) {
      this.#waiting.push(next);
      return;
    }
    if (!IN_A_ROW.some((signs) => signs.includes(last.sign) && signs.includes(token.text))) {
      const message = 'comparisons in a row go one way, as in a < x < b; others are joined by &&';
      throw this.error(token, message);
    }
    const row = this.#settled(operand, COMPARISON);
    this.#waiting.push({ ...next, row });
  }

  /** @throws DezeroError where a product without a sign can be read in two ways */
  #requireClearProduct(factor: Operand): void {
    const last = this.#waiting.at(-1);
    const dividend = last?.kind === 'binary' && last.sign === '/' ? last.left : undefined;
    const [power, bareCall] = [this.#lastPower, this.#lastBareCall];
    const refusal = productRefusal(this, { factor, dividend, power, bareCall });
    if (refusal !== undefined) throw refusal;
  }
}

const ROOT: FunctionShape = { arguments: ['x'] };

function functionName({ kind, text }: Token): string {
  return kind === 'sign' && text === '√' ? 'sqrt' : text;
}
