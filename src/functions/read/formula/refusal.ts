/** @file Messages about tokens in a place where they cannot be. */

import type { DezeroError } from '../../../core/text/errors';
import { ungrouped, withoutComma } from '../../../core/text/grouped-digits';
import { quote } from '../../../core/text/quote';
import { takesOneNumber } from './call-arguments';
import { type FunctionShape, type Names, usage } from './names';
import { isGluedRoot, nextWithCoefficient, rootText } from './product-refusal';
import type { TokenReader } from './token-reader';
import type { Token } from './tokenize';

/** A sign, or the end, where an operand is due. */
export function missingOperand(reader: TokenReader): DezeroError {
  const { text, token, previous } = reader;
  const written = ({ start, end }: Token): string => quote(text.slice(start, end));
  if (isGluedRoot(reader, 1)) {
    const place = { start: token.start, end: token.end + 1 };
    return reader.error(place, `write ${rootText(token.text, 'x')}`);
  }
  if (token.text === '/' && previous.text === '/' && token.start > previous.start) {
    const place = { start: previous.start, end: token.end };
    return reader.error(place, 'the whole part of a quotient is floor(a/b)');
  }
  const where = token.kind === 'end' ? `after ${written(previous)}` : `before ${written(token)}`;
  return reader.error(token, `a number is missing ${where}`);
}

/** A token where an operator or the end is due. */
export function strayToken(reader: TokenReader): DezeroError {
  const { text, token } = reader;
  return reader.error(token, strayMessage(text, token));
}

function strayMessage(text: string, token: Token): string {
  switch (token.text) {
    case '!':
      return 'there is no factorial in formulas';
    case ')':
      return 'no parenthesis is open here';
    case ',':
      return commaMessage(text, token);
    case ':':
      return 'a : stands after a ?, as in x > 0 ? x : 0; a quotient is a/b';
    default:
      return 'write the multiplication before a bar that opens, *|...|; "or" is written ||';
  }
}

function commaMessage(text: string, { start, end }: Token): string {
  const before = /[\d.,]*$/.exec(text.slice(0, start)) as RegExpExecArray;
  const behind = /^[\d.,]*/.exec(text.slice(end)) as RegExpExecArray;
  const joined = ungrouped(`${before[0]},${behind[0]}`);
  if (joined !== undefined) return `digits are not grouped: write ${joined}`;
  return /\d$/.test(before[0]) && /^\d/.test(behind[0])
    ? withoutComma(`${before[0]},${behind[0]}`)
    : 'a comma stands between the arguments of a function, as in max(a, b)';
}

/** `()`, of which the first one has been read. */
export function emptyParentheses(reader: TokenReader): DezeroError {
  const place = { start: reader.previous.start, end: reader.token.end };
  return reader.error(place, 'there is nothing in these parentheses');
}

/** A choice that ends before its colon. */
export function missingAlternative(reader: TokenReader): DezeroError {
  const message = 'what holds otherwise is missing, after a :, as in x > 0 ? x : 0';
  return reader.error(reader.token, message);
}

/** The error about something that is still open at another token, or at the end. */
export function unclosed(reader: TokenReader, opening: Token): DezeroError {
  const { token } = reader;
  const isEnd = token.kind === 'end' || (token.text === ')' && opening.text === '|');
  if (!isEnd) return strayToken(reader);
  const what = opening.text === '(' ? 'parenthesis' : 'bar';
  const isBeforeClaim = /^\s*;/.test(reader.text.slice(token.start));
  const isInCall = isBeforeClaim && takesSeveral(reader.functionBefore(opening));
  const hint = isInCall ? '; arguments are separated by commas, as in max(a, b)' : '';
  return reader.error(opening, `this ${what} is not closed${hint}`);
}

/** Whether a function is called with more than one argument, or with parameters. */
function takesSeveral(shape: FunctionShape | undefined): boolean {
  return shape !== undefined && shape.arguments.length + (shape.parameters?.length ?? 0) > 1;
}

/** A function, the last token, behind which its argument does not follow. */
export function functionWithoutArgument(
  reader: TokenReader,
  name: string,
  names: Names,
): DezeroError {
  const { token: next, previous } = reader;
  const shape = names.shapeOf(name) as FunctionShape;
  if (shape.arguments.length > 1) {
    return reader.error(previous, `${name} takes two arguments: ${usage(name, shape)}`);
  }
  if (next.kind === 'superscript' || reader.isSign('^')) return powerOf(reader, name, names);
  if (takesOneNumber(shape) && reader.isSign('-') && reader.ahead(1)?.kind !== 'end') {
    const argument = nextWithCoefficient(reader);
    const written = reader.shown(argument);
    const place = { start: previous.start, end: argument.end };
    return reader.ambiguous(place, `${name}(${written})`, `${usage(name, shape)}${written}`);
  }
  const inner = next.kind === 'name' ? names.shapeOf(next.text) : undefined;
  const place = { start: previous.start, end: inner === undefined ? previous.end : next.end };
  const written = inner === undefined ? usage(name, shape) : `${name}(${usage(next.text, inner)})`;
  return reader.error(place, `${name} is a function: write ${written}`);
}

/** `sin^2(x)`, `sin² x`, `sin^-1(x)`, `sin^(-1)(x)`. */
function powerOf(reader: TokenReader, name: string, names: Names): DezeroError {
  const { token, previous } = reader;
  const isRaised = token.kind === 'superscript';
  const first = isRaised ? 0 : 1;
  const isInParentheses = reader.isSign('(', first);
  const behind = isInParentheses
    ? reader.behind(')', first)
    : first + (reader.isSign('-', first) ? 2 : 1);
  const last = reader.ahead(behind - 1) as Token;
  const written = isRaised
    ? token.text
    : reader.shown({ ...(reader.ahead(1) as Token), end: last.end });
  const exponent = isInParentheses ? written.replace(/^\(\s*|\s*\)$/g, '') : written;
  if (!/[\w.]/.test(exponent)) {
    return reader.error({ start: last.start, end: last.end }, "a number is missing after '^'");
  }
  const argument = argumentText(reader, behind);
  const power = /^[\w.]+$/.test(exponent) ? exponent : `(${exponent})`;
  const place = { start: previous.start, end: last.end };
  const inverse = `a${name}`;
  if (exponent !== '-1' || names.shapeOf(inverse) === undefined) {
    return reader.error(place, `write ${name}(${argument})^${power}`);
  }
  return reader.ambiguous(place, `${inverse}(${argument})`, `1/${name}(${argument})`);
}

/** The argument that follows, in parentheses or not, for a hint. */
function argumentText(reader: TokenReader, ahead: number): string {
  const first = reader.ahead(ahead);
  if (first === undefined || first.kind === 'end') return 'x';
  if (first.text !== '(') return reader.shown(first);
  const last = reader.ahead(reader.behind(')', ahead) - 1) as Token;
  return last.text === ')' ? reader.shown({ start: first.end, end: last.start }) : '...';
}
