/** @file From the text of an expression to its tree, by jsep; ^ is a power. */

import type { CoreExpression, Expression } from 'jsep';
import { DezeroError } from '../../core/errors';
import { excerpt } from '../../core/excerpt';
import { formatNumber } from '../../core/format-number';
import { quote } from '../../core/quote';

/** A part of a text, so that messages can show where it stands. */
export interface Excerpted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MOST_CHARACTERS = 4000;
const BINARY_OPERATORS = ['+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '&&', '||'];
const UNARY_OPERATORS = ['+', '-', '!'];
const FOREIGN = /[^\w \t\r\n.+\-*/^(),<>=!?:&|]/u;

/** What people write for something that is written differently here. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [/\*\*/, 'a power is written ^'],
  [/(?<![<>=!])=(?!=)/, 'write == to compare'],
  [/(?<!\|)\|(?!\|)/, 'an absolute value is written abs(...)'],
  [/(?<!&)&(?!&)/, 'write && for "and"'],
];

type Parser = (text: string) => Expression;
let parser: Parser | undefined;

/** Reads an expression. @throws DezeroError `bad-formula`, with the place */
export function parseExpression(part: Excerpted): CoreExpression {
  const { text, start, end } = part;
  const expression = text.slice(start, end);
  const at = (from: number, to: number, message: string): DezeroError =>
    badFormula(part, start + from, start + to, message);
  if (expression.trim() === '') throw at(0, end - start, 'there is no formula');
  const { length } = expression.trim();
  if (length > MOST_CHARACTERS) {
    const [found, most] = [length, MOST_CHARACTERS].map(formatNumber) as [string, string];
    throw at(0, end - start, `the formula has ${found} characters, more than ${most}`);
  }
  const foreign = FOREIGN.exec(expression);
  if (foreign !== null) {
    const [character] = foreign;
    const message = `${quote(character)} has no meaning in a formula`;
    throw at(foreign.index, foreign.index + character.length, message);
  }
  for (const [pattern, message] of MENDS) {
    const found = pattern.exec(expression);
    if (found !== null) throw at(found.index, found.index + found[0].length, message);
  }
  parser ??= newParser();
  try {
    return parser(expression) as CoreExpression;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(part); // the stack has an end
    const { index, description } = error as { index?: number; description?: string };
    if (index === undefined || description === undefined) throw error;
    const place = Math.min(index, expression.trimEnd().length);
    const word = /^\w*/.exec(expression.slice(place))?.[0] ?? '';
    throw at(place, place + Math.max(1, word.length), sentence(description, word));
  }
}

/** The formula, all of it, has too many levels. */
export function tooDeep(part: Excerpted): DezeroError {
  return badFormula(part, part.start, part.end, 'the formula is nested too deeply');
}

export function badFormula(
  { text }: Excerpted,
  start: number,
  end: number,
  message: string,
): DezeroError {
  return new DezeroError('bad-formula', message, excerpt(text, start, end));
}

/** What jsep says, as a part of our messages. @param word the one at the place */
function sentence(description: string, word: string): string {
  // jsep gives the number and the first letter of the name.
  const mistyped = /^Variable names cannot start with a number \((\d[\d.]*)/.exec(description);
  if (mistyped !== null) return `write the multiplication: ${mistyped[1] ?? ''}*${word}`;
  return description.charAt(0).toLowerCase() + description.slice(1);
}

/** jsep, for formulas alone. */
function newParser(): Parser {
  // Loaded here because only formulas need it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const jsep = require('jsep') as typeof import('jsep');
  for (const operator of Object.keys(jsep.binary_ops)) {
    if (!BINARY_OPERATORS.includes(operator)) jsep.removeBinaryOp(operator);
  }
  for (const operator of Object.keys(jsep.unary_ops)) {
    if (!UNARY_OPERATORS.includes(operator)) jsep.removeUnaryOp(operator);
  }
  jsep.removeAllLiterals();
  // jsep lets no hook see a number otherwise.
  jsep.hooks.add('gobble-token', function withNumber(env) {
    if (/[\d.]/.test(this.char)) env.node = this.gobbleNumericLiteral() as Expression;
  });
  // In mathematics -x^2 is -(x^2), and x^y^z is x^(y^z): a token takes its exponent along.
  jsep.hooks.add('after-token', function withExponent(env) {
    this.gobbleSpaces();
    if (env.node === undefined || this.char !== '^') return;
    this.index++;
    const right = this.gobbleToken() as Expression | false | undefined;
    if (right === false || right === undefined) this.throwError('an exponent is missing');
    env.node = { type: 'BinaryExpression', operator: '^', left: env.node, right };
  });
  return jsep;
}
