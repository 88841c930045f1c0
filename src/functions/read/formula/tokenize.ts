/** @file From the text of a formula to its words and signs. */

import { quote } from '../../../core/text/quote';
import { ungrouped } from '../../../core/text/grouped-digits';
import { badFormula, type Excerpted } from './bad-formula';
import { signHint } from './sign-hints';

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
  ['\u2219', '*'],
  ['\u2217', '*'],
  ['\u2022', '*'],
  ['÷', '/'],
  ['\u2215', '/'],
  ['\u2044', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['**', '^'],
]);
const PAIRS: ReadonlySet<string> = new Set(['<=', '>=', '==', '!=', '&&', '**']);
const SINGLES: ReadonlySet<string> = new Set([...SAME.keys(), ...'+-*/^(),<>!?:|√π'.split('')]);
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
/** `1.5x10^3` */
const POWER_OF_TEN = /x10(?=\s*(?:\^|\*\*|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]))/iy;
/** What may follow the first digits of a number that is grouped in thousands. */
const GROUPS = /(?:[ '\u2019\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d)/y;
const SINGLE_MENDS: ReadonlyMap<string, string> = new Map([
  ['=', 'write == to compare; of an equation, each side has a derivative of its own'],
  ['&', 'write && for "and"'],
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
    if (token.kind === 'number') refuseForeignNumber(text, token);
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

/** What a sticky pattern finds at a place; empty where it finds nothing. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Digits with a point and an exponent; an `e` without digits behind it is the number e. */
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_]\w*/y;
const WORD_CHARACTERS = /\w*/y;
/** `²`, `¹⁰`, `⁻¹` */
const SUPERSCRIPT = new RegExp(`${SUPERSCRIPT_MINUS}?[${SUPERSCRIPTS}]+`, 'y');

function tokenAt(text: string, start: number, limit: number): Token {
  const number = matchAt(NUMBER, text, start);
  if (number !== '') return { kind: 'number', text: number, start, end: start + number.length };
  const name = matchAt(NAME, text, start);
  if (name.length > LONGEST_NAME) {
    const message = `a name has at most ${String(LONGEST_NAME)} characters, not ${quote(name)}`;
    throw badFormula(text, { start, end: start + name.length }, message);
  }
  if (name !== '') return { kind: 'name', text: name, start, end: start + name.length };
  const power = matchAt(SUPERSCRIPT, text, start);
  if (power === '') return signAt(text, start, limit);
  const exponent = Array.from(power, (character) =>
    character === SUPERSCRIPT_MINUS ? '-' : String(SUPERSCRIPTS.indexOf(character)),
  ).join('');
  return { kind: 'superscript', text: exponent, start, end: start + power.length };
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
  const message =
    SINGLE_MENDS.get(sign) ?? `${quote(sign)} has no meaning in a formula${signHint(sign)}`;
  throw badFormula(text, { start, end: Math.min(end, limit) }, message);
}

/** Numbers of other languages, which would be read as a product with a name: `0x10`, `1_000`. */
function refuseForeignNumber(text: string, { text: number, start, end }: Token): void {
  const rest = matchAt(WORD_CHARACTERS, text, end).slice(0, LONGEST_NAME);
  const to = end + rest.length;
  const groups = matchAt(GROUPS, text, end);
  const joined = groups === '' ? undefined : ungrouped(number + groups);
  if (joined !== undefined) {
    const place = { start, end: end + groups.length };
    throw badFormula(text, place, `digits are not grouped: write ${joined}`);
  }
  const ten = matchAt(POWER_OF_TEN, text, end);
  if (ten !== '') {
    const place = { start, end: end + ten.length };
    throw badFormula(text, place, `write ${number}*10^... or ${number}*${ten}^...`);
  }
  if (/^_+\d/.test(rest)) throw badFormula(text, { start, end: to }, 'leave out the underscores');
  if (number === '0' && /^(?:x[\da-f]*\d|x[\da-f]{2,}$|b[01]+$|o[0-7]+$)/i.test(rest)) {
    const message = `only decimal numbers are read, not ${quote(text.slice(start, to))}`;
    throw badFormula(text, { start, end: to }, message);
  }
}

/** The white space of ASCII, and the spaces that text from pages and documents has in formulas. */
export function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2009 || code === 0x202f
  );
}
