/** @file Whether a function got the arguments that it takes. */

import type { Span } from './bad-formula';
import { type FunctionShape, usage } from './names';
import type { Operand } from './term-list';
import type { TokenReader } from './token-reader';

/** Whether `sin x` can be a call of it; of what is no function it cannot. */
export function takesOneNumber(shape: FunctionShape = NO_FUNCTION): boolean {
  const { arguments: needed, parameters = [], defaults } = shape;
  return needed.length === 1 && (parameters.length === 0 || defaults !== undefined);
}

/** @throws DezeroError `bad-formula` @param place that of the name */
export function requireArguments(
  reader: TokenReader,
  place: Span,
  name: string,
  shape: FunctionShape,
  given: readonly Operand[],
): void {
  const { arguments: needed, parameters = [], defaults } = shape;
  const count = COUNTS[needed.length] ?? `${String(needed.length)} arguments`;
  const more = given.length - needed.length;
  if (given.length === 0) {
    const message = `${name} needs ${needed.length === 1 ? 'an argument' : count}`;
    throw reader.error(place, `${message}: ${usage(name, shape)}`);
  }
  if (parameters.length > 0) {
    if (more !== parameters.length && (defaults === undefined || more !== 0)) {
      const message = `${name} needs its parameters after x, as numbers: ${usage(name, shape)}`;
      throw reader.error(place, message);
    }
    const variable = given.slice(needed.length).find(({ hasVariable }) => hasVariable);
    if (variable === undefined) return;
    throw reader.error(variable, `the parameters of ${name} must be numbers`);
  }
  if (more === 0) return;
  const hint = more > 0 && hasDecimalComma(reader.text, given) ? DECIMALS : '';
  const base = more > 0 && LOGARITHMS.includes(name) ? OTHER_BASE : '';
  const nested = more > 0 && OF_MANY.includes(name) ? `; of three: ${name}(${name}(a, b), c)` : '';
  const message = `${name} takes ${count}: ${usage(name, shape)}${nested}${hint}${base}`;
  throw reader.error(place, message);
}

const NO_FUNCTION: FunctionShape = { arguments: [] };
const COUNTS = ['no arguments', 'one argument', 'two arguments'];
/** Other programs take the base behind the number. */
const LOGARITHMS = ['log', 'ln'];
const OTHER_BASE = '; to the base b it is log(x)/log(b)';
/** Other programs let these take any number of arguments. */
const OF_MANY = ['max', 'min', 'hypot', 'add', 'mul'];
const DECIMALS = '; use a point for the decimals, as in 0.5';

/** Whether a comma stands between digits, as in `0,5`. */
function hasDecimalComma(text: string, given: readonly Operand[]): boolean {
  return given.some(({ end }) => /^\d,\d$/.test(text.slice(end - 1, end + 2)));
}

/** Whether the parenthesis that comes next has several arguments in it. */
export function hasSeveralArguments(reader: TokenReader): boolean {
  return reader.behind(',', 0) < reader.behind(')', 0);
}
