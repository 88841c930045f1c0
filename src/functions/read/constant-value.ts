/** @file The value of a formula without variables, computed over balls. */

import { isFamily } from '../../core/engine/define-function';
import { type AnyFunctionClass } from '../../core/engine/define-operation';
import { readNumber } from '../../core/text/parse-number';
import { type Ball, type BallFormula, isCertain } from '../../math/ball';
import { DoubleBall } from '../../math/double/double-ball';
import { type Real, realOfDecimal } from '../../math/real';
import { constantNamed } from './formula/constants';
import { WholeBall } from '../../math/whole/whole-ball';
import { catalogue } from '../catalogue';
import { OPERATIONS } from './formula/formula-graph';
import type { ParsedFormula, Term } from './formula/term';

/** The bits of the first attempt after double-double balls, doubled until the last one. */
const FIRST_BITS = 160;
const LAST_BITS = 2560;

/** The number certainly has no value; the message says why. */
export class NoValue extends Error {}

/** A number in any arithmetic. @throws NoValue */
export type InBalls = Real['in'];

/**
 * The double nearest to a number; undefined if that is undecided.
 *
 * @throws NoValue if there certainly is no value
 */
export function nearestTo(inBalls: InBalls): number | undefined {
  let nearest = nearestOf(inBalls(DoubleBall.of(0)));
  for (let bits = FIRST_BITS; nearest === undefined && bits <= LAST_BITS; bits *= 2) {
    nearest = nearestOf(inBalls(WholeBall.of(0, bits)));
  }
  // A computed 0 has no sign.
  return nearest === 0 ? 0 : nearest;
}

/** The nearest double; at a tie the even one. */
function nearestOf(ball: DoubleBall | WholeBall): number | undefined {
  return ball.doubt === undefined ? ball.nearest() : undefined;
}

/** The function of this name, called with enough arguments to have no parameters left; otherwise undefined. */
export function functionNamed(name: string): AnyFunctionClass | undefined {
  const entry = catalogue.find(name);
  return catalogue.operation(name) ?? (entry !== undefined && !isFamily(entry) ? entry : undefined);
}

/** The value of a formula of numbers, operators and functions of the catalogue. */
export function valueOf({ terms }: ParsedFormula): InBalls {
  return <T extends Ball<T>>(like: T): T => {
    const balls: T[] = [];
    for (const term of terms as readonly ConstantTerm[]) balls.push(ballOfTerm(term, balls, like));
    return balls.at(-1) as T;
  };
}

/** What a formula without variables consists of. */
type ConstantTerm = Exclude<Term, { readonly kind: 'variable' }>;

function ballOfTerm<T extends Ball<T>>(term: ConstantTerm, balls: readonly T[], like: T): T {
  if (term.kind === 'number') return realOfDecimal(term.text, readNumber(term.text)).in(like);
  if (term.kind === 'constant') return constantNamed(term.name).in(like);
  const f = (
    term.kind === 'call' ? functionNamed(term.name) : OPERATIONS.get(term.operator)
  ) as AnyFunctionClass;
  const x = term.operands.map((operand) => balls[operand] as T);
  const doubtful = x.find(({ doubt }) => doubt !== undefined);
  if (doubtful !== undefined) return doubtful;
  const ball = (f.definition.value.ball as BallFormula)(...x);
  if (isCertain(ball.doubt)) throw new NoValue(reasonOf(f, ball.doubt));
  return ball;
}

const LOGARITHM = 'only positive numbers have a logarithm';
const SINE = 'sines lie between -1 and 1';
const REASONS: ReadonlyMap<string, string> = new Map([
  ['sqrt', 'a negative number has no square root'],
  ['log', LOGARITHM],
  ['log2', LOGARITHM],
  ['log10', LOGARITHM],
  ['log1p', LOGARITHM],
  ['asin', SINE],
  ['acos', SINE],
  ['pow', 'a negative number has only whole powers; a cube root is cbrt(x)'],
]);

/** Why a function certainly has no value. */
function reasonOf({ definition }: AnyFunctionClass, doubt: 'outside' | 'pole'): string {
  const { name, domain } = definition;
  const isDivision = doubt === 'pole' && !name.startsWith('log');
  if (isDivision) return 'it divides by 0';
  return REASONS.get(name) ?? `${name} is defined for ${domain.text}`;
}
