/** @file Random texts of formulas, from the grammar and beside it. */

/** A random number below n. */
export type Below = (n: number) => number;

/** Random numbers that are the same for the same seed (T. Ettinger's mulberry32). */
export function seeded(seed: number): Below {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * n);
  };
}

export function pick<T>(below: Below, list: readonly T[]): T {
  return list[below(list.length)] as T;
}

/** A formula in two spellings that mean the same: with all parentheses, and as people write. */
export interface Spelled {
  readonly full: string;
  readonly short: string;
  /** How strongly the short one holds together: 5 a sum, 6 a product, 7 a sign, 8 a power, 9 more. */
  readonly level: number;
}

const [CHOICE, COMPARISON, SUM, PRODUCT, SIGN, POWER, ATOM] = [1, 4, 5, 6, 7, 8, 9];
const NUMBERS = ['0', '1', '2', '3', '10', '0.5', '.25', '4.', '1e-3', '2E5', '007'];
const VARIABLES = ['x', 'y', 't', 'w2', 'rate', 'x_1'];
const FUNCTIONS = ['sin', 'exp', 'log10', 'abs', 'floor', 'square', 'leakyRelu'];
const PAIRS = ['max', 'atan2', 'mod', 'hypot'];
const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='];
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A random formula of some depth. */
export function spelledFormula(below: Below, depth: number): Spelled {
  if (depth <= 0 || below(6) === 0) return atom(below);
  const next = (): Spelled => spelledFormula(below, depth - 1 - below(2));
  switch (below(11)) {
    case 0:
    case 1:
      return infix(below, pick(below, ['+', '-']), SUM, next(), next());
    case 2:
    case 3:
      return product(below, next(), next());
    case 4:
      return infix(below, '/', PRODUCT, next(), next());
    case 5: {
      const [base, exponent] = [next(), next()];
      const sign = pick(below, ['^', '**', ' ^ ']);
      const short = `${wrapped(base, ATOM)}${sign}${wrapped(exponent, SIGN)}`;
      return { full: `(${base.full})^(${exponent.full})`, short, level: POWER };
    }
    case 6: {
      const operand = next();
      const sign = pick(below, ['-', '- ', '\u2212']);
      return {
        full: `-(${operand.full})`,
        short: `${sign}${wrapped(operand, SIGN)}`,
        level: SIGN,
      };
    }
    case 7:
      return call(below, next());
    case 8: {
      const name = pick(below, PAIRS);
      const [a, b] = [next(), next()];
      const comma = pick(below, [',', ', ']);
      return {
        full: `${name}(${a.full}, ${b.full})`,
        short: `${name}(${a.short}${comma}${b.short})`,
        level: ATOM,
      };
    }
    case 9: {
      const base = next();
      const exponent = below(15);
      const raised = String(exponent).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
      const short = `${wrapped(base, ATOM)}${raised}`;
      return { full: `(${base.full})^${String(exponent)}`, short, level: POWER };
    }
    default: {
      const condition = comparison(below, next);
      const [yes, no] = [next(), next()];
      return {
        full: `(${condition.full}) ? (${yes.full}) : (${no.full})`,
        short: `${condition.short} ? ${yes.short} : ${no.short}`,
        level: CHOICE,
      };
    }
  }
}

function comparison(below: Below, next: () => Spelled): Spelled {
  const [a, b] = [next(), next()];
  const sign = pick(below, COMPARISONS);
  const one = {
    full: `(${a.full})${sign}(${b.full})`,
    short: `${wrapped(a, SUM)} ${sign} ${wrapped(b, SUM)}`,
    level: COMPARISON,
  };
  switch (below(5)) {
    case 0: {
      const other = comparison(below, next);
      const [joint, level] = pick(below, [
        ['&&', 3],
        ['||', 2],
      ] as const);
      return {
        full: `(${one.full})${joint}(${other.full})`,
        short: `${one.short} ${joint} ${wrapped(other, level + 1)}`,
        level,
      };
    }
    case 1:
      return { full: `!(${one.full})`, short: `!(${one.short})`, level: ATOM };
    default:
      return one;
  }
}

function atom(below: Below): Spelled {
  const [full, short] = pick<() => [string, string]>(below, [
    () => same(pick(below, NUMBERS)),
    () => same(pick(below, VARIABLES)),
    () => same('x'),
    () => ['pi', pick(below, ['pi', 'π'])],
    () => same('e'),
  ])();
  return { full, short, level: ATOM };
}

function same(text: string): [string, string] {
  return [text, text];
}

function infix(below: Below, sign: string, level: number, a: Spelled, b: Spelled): Spelled {
  const space = pick(below, ['', ' ']);
  const written = sign === '/' ? pick(below, ['/', '÷']) : sign;
  return {
    full: `(${a.full})${sign}(${b.full})`,
    short: `${wrapped(a, level)}${space}${written}${space}${wrapped(b, level + 1)}`,
    level,
  };
}

function product(below: Below, a: Spelled, b: Spelled): Spelled {
  const full = `(${a.full})*(${b.full})`;
  const left = wrapped(a, PRODUCT);
  if (below(2) === 0) {
    const sign = pick(below, ['*', ' * ', '×', '·']);
    return { full, short: `${left}${sign}${wrapped(b, PRODUCT + 1)}`, level: PRODUCT };
  }
  const right = wrapped(b, POWER);
  // Letters that touch are one name, digits one number, and so is 2e+3.
  const isApart = !/[\w.]$/.test(left) || !/^[\w.]/.test(right);
  const mayTouch = isApart || (/(?:^|\W)[\d.]+$/.test(left) && !/^[\d.]/.test(right));
  const touches = mayTouch && !/^[eE]/.test(right) && below(2) === 0;
  return { full, short: `${left}${touches ? '' : ' '}${right}`, level: PRODUCT };
}

function call(below: Below, operand: Spelled): Spelled {
  const name = pick(below, FUNCTIONS);
  const full = `${name}(${operand.full})`;
  switch (below(5)) {
    case 0:
      return { full: `abs(${operand.full})`, short: `|${operand.short}|`, level: ATOM };
    case 1:
      return { full: `sqrt(${operand.full})`, short: `√(${operand.short})`, level: ATOM };
    case 2: {
      const inner = atom(below);
      // It does not bind what follows, so it is no atom for its neighbours.
      return { full: `${name}(${inner.full})`, short: `${name} ${inner.short}`, level: PRODUCT };
    }
    default:
      return { full, short: `${name}(${operand.short})`, level: ATOM };
  }
}

function wrapped({ short, level }: Spelled, least: number): string {
  return level < least ? `(${short})` : short;
}

const PIECES = [
  ...'x y sin max exp pi e sinx and __proto__ PI sqaure f 1 .5 1e5 2e 0x1 1_0'.split(' '),
  ...'0,5 1.2.3 5. + - * / ^ ** ( ) | || , ? : < >= == = ! && & ² ⁻¹ √ π × ≤ % ;'.split(' '),
  ...'[ " θ ｓ $('.split(' '),
  '9'.repeat(310),
  ' ',
  '\t',
  '\n',
  '\u2212',
  "'",
  '\u0007',
  '\u001b[31m',
  '\u202e',
  '😀',
  '\ud800',
  '\u00a0',
  '\u2028',
  '\\',
];

/** Pieces of formulas in any order, and characters that no formula has. */
export function pieceSoup(below: Below): string {
  const length = below(14);
  return Array.from({ length }, () => pick(below, PIECES)).join('');
}

/** A text with a few of its characters changed. */
export function mutated(below: Below, text: string): string {
  let changed = text;
  for (let times = 1 + below(3); times > 0; times--) {
    const at = below(changed.length + 1);
    const rest = changed.slice(at + below(3));
    changed = changed.slice(0, at) + (below(2) === 0 ? pick(below, PIECES) : '') + rest;
  }
  return changed;
}

const REPEATED = [
  ...'( - x^ x+ | sin( 2( x>1?1: √ ! 1/( ² 1, ( max( ) -( x* (( 1< e 2e x|| .'.split(' '),
  'x ',
  'sin ',
  '? ',
  ': ',
  '; dx=',
  "'",
];

/** Much of the same, nested or in a row. */
export function longText(below: Below): string {
  const piece = pick(below, REPEATED);
  const count = pick(below, [300, 1000, 1300]);
  const closing = piece.includes('(') && below(2) === 0 ? ')'.repeat(count) : '';
  return `${piece.repeat(count)}${pick(below, ['x', '', '1', ')'])}${closing}`.slice(0, 8000);
}
