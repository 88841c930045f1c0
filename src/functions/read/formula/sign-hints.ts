/** @file What a sign without a meaning in formulas may have been meant for. */

const PARENTHESES = ': use round parentheses, ( and )';
const DERIVATIVE = ': a derivative is written after the formula and a semicolon, as in x^2; 2*x';
const MINUS = ': use the minus sign of the keyboard, -';
const DEGREES = ': angles are in radians: write x*pi/180';
const QUOTES = ': quotes stand around a formula for the shell only, and are those of the keyboard';

const NOT = ': write ! for "not"';
const BAR = ': write |x|';
const FLOOR = ': write floor(x)';
const CEILING = ': write ceil(x)';

const HINTS: ReadonlyMap<string, string> = new Map([
  ['⁻', ': write ^-'],
  ['%', ': the remainder is mod(a, b), a percentage x/100'],
  ...["'", '\u2019', '\u2032', '\u2033'].map((prime) => [prime, DERIVATIVE] as const),
  ...['[', ']', '{', '}'].map((bracket) => [bracket, PARENTHESES] as const),
  ...['\u2013', '\u2014'].map((dash) => [dash, MINUS] as const),
  // The sign of degrees, and two that look like it.
  ...['°', 'º', '\u02da'].map((degree) => [degree, DEGREES] as const),
  ...['"', '`', '\u201c', '\u201d', '\u201e', '«', '»'].map((mark) => [mark, QUOTES] as const),
  ['\u221e', ': numbers are finite'],
  [';', ': there is one formula between two semicolons'],
  ['.', ': a point stands between digits'],
  ['\u221b', ': write cbrt(x)'],
  ['\u221c', ': write x^(1/4)'],
  ['~', NOT],
  ['¬', NOT],
  ['\u2227', ': write && for "and"'],
  ['\u2228', ': write || for "or"'],
  ['\u2a7d', ': write <='],
  ['\u2a7e', ': write >='],
  ['\u2223', BAR],
  ['\u2016', BAR],
  ['\u230a', FLOOR],
  ['\u230b', FLOOR],
  ['\u2308', CEILING],
  ['\u2309', CEILING],
  ['\u2218', ': write sin(cos(x)), or as a chain cos,sin'],
  ['±', ': write one formula with + and one with -'],
  ['\\', ': formulas are no LaTeX: write sin for \\sin, (a)/(b) for \\frac{a}{b}'],
]);

const SUBSCRIPT = /^[\u2080-\u209c]$/;
const SUPERSCRIPT = /^[\u2070-\u207f\u02b0-\u02ff\u1d2c-\u1d61]$/;

/** The hint behind "has no meaning in a formula"; empty where there is none. */
export function signHint(sign: string): string {
  const known = HINTS.get(sign);
  if (known !== undefined) return known;
  if (SUBSCRIPT.test(sign)) return ': write subscripts in the line, x1 and log2(x)';
  if (/\p{Cf}/u.test(sign)) return ': it is invisible, and to be left out';
  const plain = sign.normalize('NFKC').replace('\u2044', '/');
  if (plain !== sign && /^[!-~]+$/.test(plain)) {
    if (SUPERSCRIPT.test(sign)) return `: write ^${plain}`;
    return `: write ${plain.includes('/') ? `(${plain})` : plain}`;
  }
  const isLetterLike = /\p{L}/u.test(sign);
  return isLetterLike ? ': names are made of the letters a to z and A to Z, digits and _' : '';
}
