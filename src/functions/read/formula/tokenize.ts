/** @file From the text of a formula to its words and signs. */

import { quote } from '../../../core/text/quote';
import { badFormula, type Excerpted } from './bad-formula';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'superscript' | 'end';
  /** As the grammar knows it: `-` for a typographic minus, `^` for `**`, `2` for `²`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The longest name, as of a function of a user. */
const LONGEST_NAME = 40;

/** Signs that mean what another one means; of each pair everybody reads the same. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['\u2212', '-'],
  ['×', '*'],
  ['·', '*'],
  ['\u22c5', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['**', '^'],
]);
const PAIRS: ReadonlySet<string> = new Set(['<=', '>=', '==', '!=', '&&', '**']);
const SINGLES: ReadonlySet<string> = new Set('+-*/^(),<>!?:|√π\u2212×·\u22c5÷≤≥≠');
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUPERSCRIPT_MINUS = '⁻';

/** Signs of other languages, with our spelling; longer ones first. */
const MENDS: readonly (readonly [sign: string, message: string])[] = [
  ['===', 'write == to compare'],
  ['!==', 'write != to compare'],
  ['=<', 'write <= to compare'],
  ['=>', 'write >= to compare'],
  ['<>', 'write != to compare'],
];
const SINGLE_MENDS: ReadonlyMap<string, string> = new Map([
  ['=', 'write == to compare'],
  ['&', 'write && for "and"'],
]);

/** Hints on what a sign without a meaning may have been meant for. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['%', ': the remainder is mod(a, b), a percentage x/100'],
  ["'", ': a derivative is written after the formula and a semicolon, as in x^2; 2*x'],
  ['\u2019', ': a derivative is written after the formula and a semicolon, as in x^2; 2*x'],
  ['[', ': use round parentheses, ( and )'],
  [']', ': use round parentheses, ( and )'],
  ['{', ': use round parentheses, ( and )'],
  ['}', ': use round parentheses, ( and )'],
  ['\u2013', ': use the minus sign of the keyboard, -'],
  ['\u2014', ': use the minus sign of the keyboard, -'],
  ['\u221e', ': numbers are finite'],
  [';', ': there is one formula between two semicolons'],
  ['.', ': a point stands between digits'],
  ['\u221b', ': write cbrt(x)'],
  ['~', ': write ! for "not"'],
]);

/** The tokens of a part of a text, and one more for its end. @throws DezeroError `bad-formula` */
export function tokenize({ text, start, end }: Excerpted): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let lastEnd = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const token = tokenAt(text, at, end);
    tokens.push(token);
    at = token.end;
    lastEnd = at;
    if (token.kind === 'number') refuseForeignNumber(text, token, end);
  }
  tokens.push({ kind: 'end', text: '', start: lastEnd, end: lastEnd + 1 });
  return tokens;
}

/** The names that stand somewhere without a parenthesis behind them. */
export function namesWithoutParenthesis(tokens: readonly Token[]): ReadonlySet<string> {
  const isPlain = ({ kind }: Token, i: number): boolean =>
    kind === 'name' && tokens[i + 1]?.text !== '(';
  return new Set(tokens.filter(isPlain).map(({ text }) => text));
}

function tokenAt(text: string, start: number, limit: number): Token {
  const code = text.charCodeAt(start);
  const next = start + 1 < limit ? text.charCodeAt(start + 1) : 0;
  if (isDigit(code) || (code === POINT && isDigit(next))) {
    const end = numberEnd(text, start, limit);
    return { kind: 'number', text: text.slice(start, end), start, end };
  }
  if (isLetter(code)) {
    let end = start + 1;
    while (end < limit && isWordCharacter(text.charCodeAt(end))) end++;
    const name = text.slice(start, end);
    if (name.length <= LONGEST_NAME) return { kind: 'name', text: name, start, end };
    const message = `a name has at most ${String(LONGEST_NAME)} characters, not ${quote(name)}`;
    throw badFormula(text, { start, end }, message);
  }
  return superscriptAt(text, start, limit) ?? signAt(text, start, limit);
}

function signAt(text: string, start: number, limit: number): Token {
  const pair = start + 2 <= limit ? text.slice(start, start + 2) : '';
  const isPair = PAIRS.has(pair);
  if (isPair || /^[=<!]/.test(pair)) {
    for (const [sign, message] of MENDS) {
      if (start + sign.length <= limit && text.startsWith(sign, start)) {
        throw badFormula(text, { start, end: start + sign.length }, message);
      }
    }
  }
  const sign = isPair ? pair : String.fromCodePoint(text.codePointAt(start) as number);
  const end = start + sign.length;
  if (isPair || SINGLES.has(sign)) {
    return { kind: 'sign', text: SAME.get(sign) ?? sign, start, end };
  }
  const isLetterLike = /\p{L}/u.test(sign);
  const message =
    SINGLE_MENDS.get(sign) ??
    `${quote(sign)} has no meaning in a formula${
      isLetterLike
        ? ': names are made of the letters a to z and A to Z, digits and _'
        : (HINTS.get(sign) ?? '')
    }`;
  throw badFormula(text, { start, end: Math.min(end, limit) }, message);
}

/** `²`, `¹⁰`, `⁻¹`: the exponent that it stands for. */
function superscriptAt(text: string, start: number, limit: number): Token | undefined {
  const first = text.charAt(start);
  const isNegative = first === SUPERSCRIPT_MINUS;
  let end = isNegative ? start + 1 : start;
  let digits = '';
  for (; end < limit; end++) {
    const digit = SUPERSCRIPTS.indexOf(text.charAt(end));
    if (digit < 0) break;
    digits += String(digit);
  }
  if (digits === '') return undefined;
  return { kind: 'superscript', text: isNegative ? `-${digits}` : digits, start, end };
}

/** Digits with a point and an exponent; an `e` without digits behind it is the number e. */
function numberEnd(text: string, start: number, limit: number): number {
  const digitsFrom = (at: number): number => {
    while (at < limit && isDigit(text.charCodeAt(at))) at++;
    return at;
  };
  let end = digitsFrom(start);
  if (end < limit && text.charCodeAt(end) === POINT) end = digitsFrom(end + 1);
  if (end < limit && /[eE]/.test(text.charAt(end))) {
    const hasSign = end + 1 < limit && /[-+]/.test(text.charAt(end + 1));
    const from = end + (hasSign ? 2 : 1);
    const to = digitsFrom(from);
    if (to > from) return to;
  }
  return end;
}

/** Numbers of other languages, which would be read as a product with a name: `0x10`, `1_000`. */
function refuseForeignNumber(text: string, token: Token, limit: number): void {
  const { start, end } = token;
  let to = end;
  while (to < limit && to < end + LONGEST_NAME && isWordCharacter(text.charCodeAt(to))) to++;
  const rest = text.slice(end, to);
  if (/^_+\d/.test(rest)) throw badFormula(text, { start, end: to }, 'leave out the underscores');
  if (token.text === '0' && /^(?:x[\da-f]*\d|x[\da-f]{2,}$|b[01]+$|o[0-7]+$)/i.test(rest)) {
    const message = `only decimal numbers are read, not ${quote(text.slice(start, to))}`;
    throw badFormula(text, { start, end: to }, message);
  }
}

const POINT = 46;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** The white space of ASCII, and the spaces that text from pages and documents has in formulas. */
export function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2009 || code === 0x202f
  );
}
