/** @file Products and powers that can be read in two ways, and how to write each. */

import type { DezeroError } from '../../../core/text/errors';
import type { Span } from './bad-formula';
import { takesOneNumber } from './call-arguments';
import type { TokenReader } from './token-reader';
import type { Token } from './tokenize';

/** A power, with the place where its exponent ends without a parenthesis. */
export interface Power {
  readonly base: Span;
  readonly exponent: Span;
  readonly end: number;
}

/** `sin x`: a call without parentheses, with the place where it ends. */
export interface BareCall {
  readonly name: string;
  readonly argument: Span;
  readonly end: number;
}

/** The context of a factor that follows another one without a sign. */
interface Before {
  /** The factor before it. */
  readonly factor: Span;
  /** The dividend, if the factor before it is a divisor. */
  readonly dividend: Span | undefined;
  /** The last power and the last bare call that were read, wherever they are. */
  readonly power: Power | undefined;
  readonly bareCall: BareCall | undefined;
}

/** Why the next factor, without a sign before it, is refused; undefined where it is a product. */
export function productRefusal(reader: TokenReader, before: Before): DezeroError | undefined {
  const { token, previous } = reader;
  const { factor, dividend, power, bareCall } = before;
  if (bareCall?.end === previous.end) {
    return bareCallRefusal(reader, bareCall, '*', nextWithCoefficient(reader));
  }
  if (token.kind === 'number') return numberAfterFactor(reader, factor);
  // Nobody writes the index 2: x²√y is a product.
  const isRoot = isGluedRoot(reader, 0) && previous.text !== '2';
  if (isRoot && reader.ahead(1)?.kind !== 'end') return glueOfRoot(reader, factor);
  if (isGluedConstant(reader)) {
    const number = previous.text;
    const { text: sign } = reader.ahead(1) as Token;
    const place = { start: previous.start, end: token.end + 1 };
    return reader.ambiguous(place, `${number}*e ${sign} ...`, `${number}*e^${sign}...`);
  }
  const isGluedToExponent = power?.end === token.start && token.text !== '(';
  if (!isGluedToExponent && dividend === undefined) return undefined;
  const place = nextFactor(reader, 0);
  const next = reader.shown(place);
  if (isGluedToExponent) {
    const base = reader.shown(power.base);
    const exponent = reader.shown(power.exponent);
    return reader.ambiguous(place, `${base}^${exponent}*${next}`, `${base}^(${exponent}*${next})`);
  }
  const above = reader.shown(dividend as Span);
  const below = reader.shown(factor);
  if (/^d(?:\^?[2-9]|[²³])$/.test(above) && /^d[a-z]/.test(below)) {
    return reader.error(
      { start: (dividend as Span).start, end: factor.end },
      'only the first derivative is taken: for the second, write the first as the formula',
    );
  }
  if (above === 'd' && DIFFERENTIAL.test(below)) {
    return reader.error(
      place,
      `the derivative is taken of the formula alone: leave out d/${below}`,
    );
  }
  return reader.ambiguous(place, `${above}/${below}*${next}`, `${above}/(${below}*${next})`);
}

const DIFFERENTIAL = /^d[a-z]$/;

/** Whether the token before the next one is the dx of d/dx. */
export function isDenominatorOfOperator(reader: TokenReader): boolean {
  const isQuotient = reader.isSign('/', -2) && reader.ahead(-3)?.text === 'd';
  return isQuotient && DIFFERENTIAL.test(reader.previous.text);
}

/** Why a power of a base, whose sign comes next, is refused: `sin x^2`, `x²^3`. */
export function powerRefusal(
  reader: TokenReader,
  base: Span,
  bareCall: BareCall | undefined,
): DezeroError | undefined {
  const { token, previous } = reader;
  const isBare = bareCall?.end === previous.end;
  if (!isBare && previous.kind !== 'superscript') return undefined;
  const exponent = token.kind === 'superscript' ? token : nextFactor(reader, 1);
  if (isBare) return bareCallRefusal(reader, bareCall, '^', exponent);
  const root = reader.shown({ start: base.start, end: previous.start });
  const inner = previous.text;
  const outer = reader.shown(exponent);
  return reader.ambiguous(token, `(${root}^${inner})^${outer}`, `${root}^(${inner}^${outer})`);
}

function bareCallRefusal(
  reader: TokenReader,
  bareCall: BareCall,
  sign: string,
  place: Span & { readonly text?: string },
): DezeroError {
  const { name } = bareCall;
  const argument = reader.shown(bareCall.argument);
  const next = place.text ?? reader.shown(place);
  const one = `${name}(${argument})${sign}${next}`;
  const other = `${name}(${argument}${sign}${next})`;
  return reader.ambiguous({ start: reader.token.start, end: place.end }, one, other);
}

function numberAfterFactor(reader: TokenReader, factor: Span): DezeroError {
  const { token, previous } = reader;
  if (previous.kind === 'number' && reader.isGlued()) {
    const place = { start: previous.start, end: token.end };
    return reader.error(place, 'a number has one decimal point');
  }
  const written = reader.shown(factor);
  return reader.ambiguous(token, `${written}*${token.text}`, `${written}^${token.text}`);
}

/** `³√x`, at the sign of the root or before it. */
export function isGluedRoot(reader: TokenReader, ahead: number): boolean {
  const index = reader.ahead(ahead - 1);
  const isIndex = index?.kind === 'superscript' && !/^(?:-|0|1$)/.test(index.text);
  return isIndex && reader.isSign('√', ahead) && reader.isGlued(ahead);
}

/** How a root of x is written. */
export function rootText(index: string, x: string): string {
  const isWhole = /^(?:\w+|\(.*\))$/.test(x);
  if (index === '3') return `cbrt(${x.replace(/^\((.*)\)$/, '$1')})`;
  return `${isWhole ? x : `(${x})`}^(1/${index})`;
}

/** `2³√x` */
function glueOfRoot(reader: TokenReader, factor: Span): DezeroError {
  const { token, previous } = reader;
  const x = reader.shown(nextFactor(reader, 1));
  const base = reader.shown({ start: factor.start, end: previous.start });
  const place = { start: previous.start, end: token.end };
  const { text: index } = previous;
  return reader.ambiguous(place, `${base}^${index}*√${x}`, `${base}*${rootText(index, x)}`);
}

/** `2e-x`, which is nearly a number with an exponent. */
function isGluedConstant(reader: TokenReader): boolean {
  return (
    reader.previous.kind === 'number' &&
    reader.token.text === 'e' &&
    (reader.isSign('-', 1) || reader.isSign('+', 1)) &&
    [0, 1, 2].every((ahead) => reader.isGlued(ahead)) &&
    reader.ahead(2)?.kind !== 'end'
  );
}

/**
 * The place of the next factor, as far as a hint needs it: signs, then a number, a name with the parentheses or
 * the bare argument after it, parentheses or bars, and powers of these.
 */
function nextFactor(reader: TokenReader, ahead: number): Span {
  const { start } = reader.ahead(ahead) as Token;
  let i = ahead;
  for (;;) {
    while (reader.isSign('-', i) || reader.isSign('+', i) || reader.isSign('√', i)) i++;
    if (isBareCall(reader, i)) i++;
    if (reader.isSign('|', i)) i = reader.behind('|', i);
    else if (!reader.isSign('(', i)) i++;
    if (reader.isSign('(', i)) i = reader.behind(')', i);
    if (reader.ahead(i)?.kind === 'superscript') i++;
    if (!reader.isSign('^', i)) break;
    i++;
  }
  return { start, end: Math.max(start + 1, (reader.ahead(i - 1) as Token).end) };
}

/** The place of the next factor, and with it of that behind a number that it is glued to, as in `-2x`. */
export function nextWithCoefficient(reader: TokenReader): Span {
  const factor = nextFactor(reader, 0);
  const at = reader.isSign('-') ? 1 : 0;
  const name = reader.ahead(at + 1);
  const isGlued = name?.kind === 'name' && reader.isGlued(at + 1);
  if (reader.ahead(at)?.kind !== 'number' || !isGlued) return factor;
  return { start: factor.start, end: nextFactor(reader, at + 1).end };
}

/** Whether a function stands here whose argument is the name, the number or the bars behind it. */
function isBareCall(reader: TokenReader, ahead: number): boolean {
  const name = reader.ahead(ahead);
  const argument = reader.ahead(ahead + 1);
  const isFunction = name?.kind === 'name' && takesOneNumber(reader.shapeOf(name.text));
  const { kind, text } = argument ?? {};
  return isFunction && (kind === 'name' || kind === 'number' || text === '|');
}
