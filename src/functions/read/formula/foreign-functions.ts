/** @file Functions of other books and languages, and how they are written here. */

import { quote } from '../../../core/text/quote';

const TRUNCATED = 'sign(x)*floor(abs(x))';
const CHOICE = 'x > 0 ? x : 0';
const CLAMPED = 'min(max(x, 0), 1)';

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['cot', '1/tan(x)'],
  ['ctg', '1/tan(x)'],
  ['sec', '1/cos(x)'],
  ['csc', '1/sin(x)'],
  ['cosec', '1/sin(x)'],
  ['coth', '1/tanh(x)'],
  ['sech', '1/cosh(x)'],
  ['csch', '1/sinh(x)'],
  ['tg', 'tan(x)'],
  ['arctg', 'atan(x)'],
  ['arcctg', 'pi/2 - atan(x)'],
  ['acot', 'pi/2 - atan(x)'],
  ['arccot', 'pi/2 - atan(x)'],
  ['asec', 'acos(1/x)'],
  ['arcsec', 'acos(1/x)'],
  ['acsc', 'asin(1/x)'],
  ['arccsc', 'asin(1/x)'],
  ['acoth', 'atanh(1/x)'],
  ['asech', 'acosh(1/x)'],
  ['acsch', 'asinh(1/x)'],
  ['arctan2', 'atan2(y, x)'],
  ['lg', 'log10(x)'],
  ['lb', 'log2(x)'],
  ['ld', 'log2(x)'],
  ['exp10', '10^x'],
  ['logit', 'log(x/(1 - x))'],
  ['sh', 'sinh(x)'],
  ['ch', 'cosh(x)'],
  ['th', 'tanh(x)'],
  ['sgn', 'sign(x)'],
  ['signum', 'sign(x)'],
  ['heaviside', 'step(x)'],
  ['trunc', TRUNCATED],
  ['fix', TRUNCATED],
  ['int', TRUNCATED],
  ['frac', 'x - floor(x)'],
  ['fract', 'x - floor(x)'],
  ['sqr', 'x^2 or sqrt(x)'],
  ['root', 'sqrt(x) or x^(1/3)'],
  ['nthroot', 'x^(1/3)'],
  ['surd', 'cbrt(x) or x^(1/3)'],
  ['logaddexp', 'log(exp(a) + exp(b))'],
  ['logsumexp', 'log(exp(a) + exp(b))'],
  ['fabs', 'abs(x)'],
  ['clip', CLAMPED],
  ['clamp', CLAMPED],
  ['relu6', 'min(max(x, 0), 6)'],
  ['normcdf', 'erfc(-x/sqrt(2))/2'],
  ['radians', 'x*pi/180'],
  ['rad', 'x*pi/180'],
  ['deg', 'x*180/pi'],
  ['sum', 'a + b'],
  ['avg', '(a + b)/2'],
  ['mean', '(a + b)/2'],
  ['degrees', 'x*180/pi'],
  ['sind', 'sin(x*pi/180)'],
  ['cosd', 'cos(x*pi/180)'],
  ['tand', 'tan(x*pi/180)'],
  ['where', CHOICE],
  ['iif', CHOICE],
  ['ifelse', CHOICE],
  ['piecewise', CHOICE],
  ['cases', CHOICE],
]);

/** The formula that stands for such a function here; undefined if the name is none of theirs. */
export function writtenHere(name: string): string | undefined {
  const [, mark, base] = /^log(_?)([2-9]|[1-9]\d+)$/.exec(name) ?? [];
  if (mark === '_' && (base === '2' || base === '10')) return `log${base}(x)`;
  return base ? `log(x)/log(${base})` : WRITTEN.get(name.toLowerCase());
}

/** The message about such a function; undefined if the name is none of theirs. */
export function foreignFault(name: string): string | undefined {
  const written = writtenHere(name);
  return written && `unknown function ${quote(name)}: write ${written}`;
}
