/** @file Prints a parsed formula in its full spelling, without abbreviations. */

import { AND, ATOM, CHOICE, COMPARISON, OR, POWER, PRODUCT, SIGN, SUM } from './precedence';
import type { Operator, ParsedFormula, Term } from './term';

/** The sign of an operator, its precedence, and the least precedence of operands without parentheses. */
interface Style {
  readonly sign: string;
  readonly level: number;
  readonly operands: readonly number[];
}

function infix(sign: string, level: number, left = level, right = level + 1): Style {
  return { sign, level, operands: [left, right] };
}

const comparison = (sign: string): Style => infix(` ${sign} `, COMPARISON, SUM, SUM);

const STYLES: Readonly<Record<Operator, Style>> = {
  '||': infix(' || ', OR),
  '&&': infix(' && ', AND),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  '==': comparison('=='),
  '!=': comparison('!='),
  '+': infix(' + ', SUM),
  '-': infix(' - ', SUM),
  '*': infix('*', PRODUCT),
  '/': infix('/', PRODUCT),
  '^': infix('^', POWER, ATOM, SIGN),
  negate: { sign: '-', level: SIGN, operands: [SIGN] },
  // A comparison after it always gets parentheses.
  '!': { sign: '!', level: SIGN, operands: [ATOM] },
  '?:': { sign: '', level: CHOICE, operands: [OR, OR, CHOICE] },
};

/** A part that is still to be printed: text, or a term with the least precedence that needs no parentheses. */
type PendingPart = string | { readonly index: number; readonly least: number };

/**
 * Prints a formula with the fewest parentheses: `2x` as `2*x`, `|x|` as `abs(x)`. The text parses to the same
 * terms. Pending parts are kept in a list, as a formula may be nested too deeply for recursion.
 */
export function printFormula({ terms }: ParsedFormula): string {
  const waiting: PendingPart[] = [{ index: terms.length - 1, least: CHOICE }];
  const printed: string[] = [];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece === 'string') printed.push(piece);
    else waiting.push(...piecesOf(terms, piece.index, piece.least).reverse());
  }
  return printed.join('');
}

function piecesOf(terms: readonly Term[], index: number, least: number): PendingPart[] {
  const term = terms[index] as Term;
  switch (term.kind) {
    case 'number':
      return [term.text];
    case 'constant':
    case 'variable':
      return [term.name];
    case 'call':
      return [`${term.name}(`, ...separated(term.operands), ')'];
    case 'operation': {
      const { level, pieces } = operationPieces(terms, term.operator, term.operands);
      return level < least ? ['(', ...pieces, ')'] : pieces;
    }
  }
}

function separated(operands: readonly number[]): PendingPart[] {
  return operands.flatMap((index, i): PendingPart[] => {
    const argument = { index, least: CHOICE };
    return i === 0 ? [argument] : [', ', argument];
  });
}

function operationPieces(
  terms: readonly Term[],
  operator: Operator,
  operands: readonly number[],
): { level: number; pieces: PendingPart[] } {
  const { sign, level, operands: levels } = STYLES[operator];
  const [first, second, third] = operands.map((operand, i): PendingPart => ({
    index: operand,
    least: levels[i] as number,
  })) as [PendingPart, PendingPart, PendingPart];
  if (operator === '?:') return { level, pieces: [first, ' ? ', second, ' : ', third] };
  if (operands.length === 1) return { level, pieces: [sign, first] };
  const shared = operator === '&&' ? sharedComparison(terms, operands) : undefined;
  if (shared !== undefined) {
    const row = { index: operands[0] as number, least: COMPARISON };
    const last = { index: shared.right, least: SUM };
    return { level: COMPARISON, pieces: [row, STYLES[shared.operator].sign, last] };
  }
  return { level, pieces: [first, sign, second] };
}

type OperationTerm = Term & { readonly kind: 'operation' };

/** The second comparison of `a < x < b`, whose left operand is the right operand of the first. */
function sharedComparison(
  terms: readonly Term[],
  operands: readonly number[],
): { operator: Operator; right: number } | undefined {
  const [left, right] = operands as [number, number];
  // Conditions are operations.
  const before = terms[left] as OperationTerm;
  const last = terms[right] as OperationTerm;
  if (STYLES[last.operator].level !== COMPARISON) return undefined;
  const [middle, end] = last.operands as [number, number];
  // The comparison before it may itself be the last one of a chain.
  const first = before.operator === '&&' ? terms[before.operands[1] as number] : before;
  const isRow = first?.kind === 'operation' && STYLES[first.operator].level === COMPARISON;
  return isRow && first.operands[1] === middle
    ? { operator: last.operator, right: end }
    : undefined;
}
