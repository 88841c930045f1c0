/** @file Random formulas of one variable, and points for them. */

import { type Below, pick } from './texts';

/** As they are in formulas of people, and where rounding shows. */
const NUMBERS = ['0.1', '0.5', '1', '1.7', '2', '3', '4', '5', '10', '100', 'pi'];
const FUNCTIONS = [
  ...'exp log sin cos tanh sqrt sigmoid cbrt tan softplus relu abs asinh atan'.split(' '),
  ...'sinh erf expm1 log1p cosh log2 asin'.split(' '),
];
const SIGNS = ['+', '-', '*', '/', '^'] as const;

/** A formula as people write it, and for a machine with a stack. */
export interface Spelled {
  readonly text: string;
  readonly parts: readonly string[];
}

/** What formulas are made of, beside numbers, x and signs. */
export interface Names {
  readonly functions: readonly string[];
  /** Functions of two arguments. */
  readonly pairs: readonly string[];
}

const SMOOTH: Names = { functions: FUNCTIONS, pairs: [] };
/** With the functions that have jumps, edges and kinks inside. */
export const ALL: Names = {
  functions: [...FUNCTIONS, 'acos', 'floor', 'sign', 'step', 'abs', 'sqrt'],
  pairs: ['max', 'min', 'hypot', 'atan2', 'mod'],
};

/** Of those nearly all, so that at a whole number or a half many a formula is at one. */
export const EDGES: Names = {
  functions: ['abs', 'sqrt', 'relu', 'acos', 'asin', 'floor', 'sign', 'step', 'cbrt', 'sin', 'exp'],
  pairs: ['max', 'min', 'hypot', 'atan2', 'mod'],
};

export function randomFormula(below: Below, depth: number, names = SMOOTH): Spelled {
  if (depth === 0 || below(8) === 0) return atom(below);
  const inside = (): Spelled => randomFormula(below, depth - 1, names);
  if (below(5) < 2) {
    const name = pick(below, names.functions);
    const { text, parts } = inside();
    return { text: `${name}(${text})`, parts: [...parts, name] };
  }
  if (names.pairs.length > 0 && below(8) === 0) {
    const [name, a, b] = [pick(below, names.pairs), inside(), inside()];
    return { text: `${name}(${a.text}, ${b.text})`, parts: [...a.parts, ...b.parts, name] };
  }
  const [sign, a] = [pick(below, SIGNS), inside()];
  // Powers of powers leave the range of doubles soon.
  const isWhole = sign === '^' && below(3) > 0;
  const b = isWhole ? numberOf(pick(below, ['2', '3'])) : inside();
  return { text: `(${a.text}${sign}${b.text})`, parts: [...a.parts, ...b.parts, sign] };
}

function atom(below: Below): Spelled {
  return below(3) > 0 ? numberOf('x') : numberOf(pick(below, NUMBERS));
}

function numberOf(text: string): Spelled {
  return { text, parts: [text] };
}

/** Of all sizes, most of them those of people; whole numbers and halves are where ties and edges are. */
export function randomPoint(below: Below): number {
  const random = (below(2 ** 31) + 0.5) / 2 ** 31;
  const sign = below(3) === 0 ? -1 : 1;
  switch (below(6)) {
    case 0:
      return sign * 10 ** (20 * random - 12);
    case 1:
      return sign * 0.5 * (1 + below(8));
    case 2:
      return sign * 10 ** (4 * random - 2);
    default:
      return sign * 3 * random;
  }
}

/** Where kinks, edges and poles are, huge ones, and tiny ones. */
export const LANDMARKS: readonly number[] = [
  0,
  0,
  1,
  -1,
  2,
  0.5,
  -0.5,
  1e-7,
  -1e-7,
  Math.PI / 2,
  Math.PI,
  1e-3,
  1.7,
  0.1,
  10,
  100,
  1e-300,
  1e-160,
  1e-20,
  3e-9,
  1e300,
  1e160,
  7.5e13,
  1e22,
  -1e10,
  709.7,
  745.2,
  -37.5,
  20,
];

/** A double without loss, for Python. */
export function hexadecimal(x: number): string {
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const [high, low] = [bits.getUint32(0), bits.getUint32(4)];
  const exponent = (high >>> 20) & 0x7ff;
  const digits = (high & 0xfffff).toString(16).padStart(5, '0') + low.toString(16).padStart(8, '0');
  const sign = high >>> 31 === 1 ? '-' : '';
  const [lead, power] = exponent === 0 ? ['0', -1022] : ['1', exponent - 1023];
  return `${sign}0x${lead}.${digits}p${power < 0 ? '' : '+'}${String(power)}`;
}
