/** @file Numbers on the command line: decimals, formulas of constants, and ranges. */

import { DezeroError } from '../../core/text/errors';
import { numberFault, readNumber } from '../../core/text/parse-number';
import { quote } from '../../core/text/quote';
import { type Real, realOfDecimal } from '../../math/real';
import { catalogue } from '../catalogue';
import { functionNamed, nearestTo, NoValue, type InBalls, valueOf } from './constant-value';
import { type ConstantName, constantWritten } from './formula/constants';
import { catalogueNames, type Names } from './formula/names';
import { RangeFault, rangePoints } from './number-range';
import { parseFormula } from './formula/parse-formula';
import { type Token, tokenize } from './formula/tokenize';
import { trimmed } from './split-pieces';

/** The longest text that is tried as a formula of constants: each operation may take a millisecond. */
const MOST_CHARACTERS = 300;

/** All functions without parameters. */
const ALL = catalogueNames(catalogue);
const NAMES: Names = {
  variables: [],
  get functions() {
    return ALL.functions.filter((name) => functionNamed(name) !== undefined);
  },
  shapeOf: (name) => (functionNamed(name) === undefined ? undefined : ALL.shapeOf(name)),
};

/**
 * The numbers that a text stands for. A decimal is read as everywhere. A text with an operator between operands,
 * a call, or a constant alone (`pi/6`, `sqrt(2)`, `-pi`) is the double nearest to the number it means. A range,
 * `start:end:step`, stands for its points.
 *
 * @throws DezeroError `not-a-number` or `out-of-range`
 */
export function readNumbers(text: string): number[] {
  return readDecimal(text) ?? (text.includes(':') ? readRange(text) : [readConstant(text)]);
}

/**
 * The one number that a text stands for, as in `readNumbers`.
 *
 * @throws DezeroError `not-a-number` or `out-of-range`
 */
export function readOneNumber(text: string): number {
  const [value] = readDecimal(text) ?? [];
  if (value !== undefined) return value;
  if (text.includes(':')) throw notANumber(text, 'one number is needed, not a range');
  return readConstant(text);
}

/**
 * The real number that a text stands for, not the double nearest to it: 0.1 is a tenth, pi/6 a sixth of pi.
 *
 * @throws DezeroError `not-a-number` or `out-of-range`
 */
export function readReal(text: string): Real {
  const nearest = readOneNumber(text);
  if (Number.isFinite(readNumber(text))) return realOfDecimal(text.trim(), nearest);
  return { nearest, in: inBallsOf(text) };
}

function readDecimal(text: string): [number] | undefined {
  const value = readNumber(text);
  if (Number.isFinite(value)) return [value];
  if (Number.isNaN(value)) return undefined;
  throw DezeroError.from(numberFault(text));
}

/** A decimal whose exponent is missing. */
const UNFINISHED = /^[+-]?[\d.]+[eE][+-]?$/;

/** Why a text is not a number; the reason is added to the usual message, if it has one. */
class NotANumber extends Error {}

function notANumber(text: string, reason: string): DezeroError {
  const usual = numberFault(text);
  const hasReason =
    usual.message !== `not a number: ${quote(text)}` || UNFINISHED.test(text.trim());
  if (hasReason || reason === '') return DezeroError.from(usual);
  return new DezeroError('not-a-number', `${usual.message}; ${reason}`);
}

/** The result of `read`, with its errors turned into messages about numbers. */
function withWords<T>(text: string, read: () => T): T {
  try {
    if (text.length > MOST_CHARACTERS) throw new NotANumber('it is too long for one');
    return read();
  } catch (error) {
    const isOurs = [NotANumber, NoValue, RangeFault, DezeroError].some(
      (kind) => error instanceof kind,
    );
    if (!isOurs) throw error;
    throw notANumber(text, (error as Error).message);
  }
}

function readConstant(text: string): number {
  const value = withWords(text, () => {
    const nearest = nearestTo(inBallsOf(text));
    if (nearest === undefined) throw new NotANumber('its value cannot be told');
    return nearest;
  });
  if (Number.isFinite(value)) return value;
  const message = `${quote(text)} is outside the range of a double, 1.8e308 to either side`;
  throw new DezeroError('out-of-range', message);
}

function readRange(text: string): number[] {
  return withWords(text, () => {
    const parts = text.split(':').map(trimmed);
    return rangePoints(
      parts.map((part) => {
        const isDecimal = !Number.isNaN(readNumber(part));
        return {
          text: part,
          inBalls: isDecimal ? realOfDecimal(part, readNumber(part)).in : inBallsOf(part),
        };
      }),
    );
  });
}

/** @throws NotANumber or DezeroError */
function inBallsOf(text: string): InBalls {
  const tokens = tokensOf(text);
  if (!isMadeOfConstants(tokens)) {
    const [first, second] = tokens;
    const factor = tokens.length === 3 && first?.kind === 'number' ? first.text : undefined;
    const constant = constantOf(second);
    const isProduct = factor !== undefined && constant !== undefined;
    throw new NotANumber(isProduct ? `write ${factor}*${constant}` : '');
  }
  if (tokens.some(isComparison)) throw new NotANumber('a comparison is no number');
  if (hasLooseSpace(tokens)) throw new NotANumber('leave out the spaces, or put one on both sides');
  if (isDate(tokens)) {
    throw new NotANumber(
      'it looks like a date; put parentheses into a difference of three numbers',
    );
  }
  return valueOf(parseFormula({ text, start: 0, end: text.length }, NAMES));
}

/** The tokens, with one for the end. @throws NotANumber if there are other characters */
function tokensOf(text: string): Token[] {
  try {
    return tokenize({ text, start: 0, end: text.length });
  } catch {
    throw new NotANumber('');
  }
}

function constantOf(token: Token | undefined): ConstantName | undefined {
  return token?.kind === 'sign' || token?.kind === 'name' ? constantWritten(token.text) : undefined;
}

/** The choice that would make a number of one has a colon, which makes a range. */
function isComparison({ kind, text }: Token): boolean {
  return kind === 'sign' && /^(?:[<>]=?|[=!]=)$/.test(text);
}

/** Whether there is an operator between operands, a call, or a constant alone. */
function isMadeOfConstants(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  const isSigned = first?.kind === 'sign' && (first.text === '-' || first.text === '+');
  const isAlone =
    tokens.length === (isSigned ? 3 : 2) && constantOf(isSigned ? second : first) !== undefined;
  const isGlued = first?.end === second?.start || !isSigned;
  if (isAlone) return isGlued;
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    if (token.kind === 'superscript' || isBinary(tokens, i)) return true;
    if (token.kind === 'sign') return token.text === '√' || token.text === '|';
    return token.kind === 'name' && next?.kind === 'sign' && next.text === '(';
  });
}

/** Whether the token is an operator between two operands. */
function isBinary(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  const after = tokens[i + 1];
  if (after === undefined || after.kind === 'end') return false;
  if (token?.kind !== 'sign' || !'+-*/^'.includes(token.text) || before === undefined) return false;
  return before.kind !== 'sign' || [')', '|', 'π'].includes(before.text);
}

/** Whether there is white space other than on both sides of an operator, or after a comma. */
function hasLooseSpace(tokens: readonly Token[]): boolean {
  const isGap = (i: number): boolean => {
    const before = tokens[i - 1];
    const token = tokens[i];
    return before !== undefined && token?.kind !== 'end' && before.end !== token?.start;
  };
  return tokens.some((token, i) => {
    if (!isGap(i)) return false;
    if (tokens[i - 1]?.text === ',') return false;
    return !(isBinary(tokens, i) && isGap(i + 1)) && !(isBinary(tokens, i - 1) && isGap(i - 1));
  });
}

/** Whether the text looks like a date, `2024-01-02` or `12/31/2024`: two or more equal signs between whole numbers. */
function isDate(tokens: readonly Token[]): boolean {
  return hasRow(tokens, '-') || (tokens.length === 6 && hasRow(tokens, '/'));
}

function hasRow(tokens: readonly Token[], sign: string): boolean {
  let isInRow = false;
  let signs = 0;
  for (const { kind, text } of tokens) {
    const isWhole = kind === 'number' && /^\d+$/.test(text);
    if (isWhole && signs >= 2) return true;
    if (isWhole) isInRow = true;
    else if (isInRow && text === sign) signs++;
    else [isInRow, signs] = [false, 0];
  }
  return false;
}
