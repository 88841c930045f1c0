/** @file Decides whether a text on the command line is a chain or a formula. */

import { CONSTANT_NAMES, isConstant } from './formula/constants';
import { isNearlyFunction, takenApart } from './formula/name-fault';
import type { FunctionShape, Names } from './formula/names';
import { formatNumber } from '../../core/text/format-number';
import { CHAIN_SEPARATORS, splitPieces, trimmed } from './split-pieces';

/** A name in a chain, without parameters. */
const NAME = /^[A-Za-z_]\w*$/;
/** Parameters in parentheses are numbers; with any other name in them it is a call in a formula. */
const PARAMETERS = new RegExp(`^(?:[^A-Za-z_]|\\d[eE]|\\b(?:${CONSTANT_NAMES.join('|')})\\b)*$`);

/** The most names of a text that are compared with those of functions, which takes a while. */
const MOST_COMPARED = 20;

/**
 * Names separated by `,` or `|`, of which at least one is a function or nearly one, are a chain. So is a single
 * name, unless it is one letter, a constant, or several names that run together, as in `sinx`. Everything else is a formula.
 */
export function readAs(text: string, names: Names): 'chain' | 'formula' {
  const isFunction = (name: string): boolean => names.shapeOf(name) !== undefined;
  const isNear = (name: string): boolean => isFunction(name) || isNearlyFunction(name, names);
  const pieces = Array.from(splitPieces(text, CHAIN_SEPARATORS), (piece) => piece.text);
  // A bar at the start opens an absolute value, and one at the end closes it, unless it is behind `exp` or `add(1)`.
  const whole = trimmed(text);
  if (whole.startsWith('|')) return 'formula';
  const last = pieces.at(-2) ?? '';
  const isStep = NAME.test(last) ? isNear(last) : isMissingArgument(last, names);
  if (whole.endsWith('|') && !isStep) return 'formula';
  const written = pieces.filter((piece) => piece !== '');
  const called = written.map(nameOf).filter((name) => name !== undefined);
  const [first] = called;
  if (first === undefined || called.length < written.length) return 'formula';
  if (pieces.length > 1) {
    // Comparing names takes a while, and of many names hardly all are misspelt.
    const isChain = called.some(isFunction) || called.slice(0, MOST_COMPARED).some(isNear);
    return isChain ? 'chain' : 'formula';
  }
  const [piece] = written as [string];
  if (piece !== first) return isMissingArgument(piece, names) ? 'chain' : 'formula';
  if (isFunction(first)) return 'chain';
  const isTogether = takenApart(first, names, new Set()) !== undefined;
  return first.length === 1 || isConstant(first) || isTogether ? 'formula' : 'chain';
}

/** Whether a piece such as `add(-1)` is a function with its parameter, not a call, which would have an argument more. */
function isMissingArgument(piece: string, names: Names): boolean {
  return isMissingOne(piece, names) && shapeOf(piece, names)?.defaults === undefined;
}

/** Of a whole text such as `leakyRelu(0.2)`, a function with its parameter or its value at 0.2: how each is written. */
export function bothReadings(text: string, names: Names): readonly [string, string] | undefined {
  const piece = text.trim();
  const defaults = shapeOf(piece, names)?.defaults;
  if (defaults === undefined || !isMissingOne(piece, names)) return undefined;
  const name = nameOf(piece) as string;
  const given = insideOf(piece);
  return [`${name}(x, ${given})`, `${name}(${[given, ...defaults.map(formatNumber)].join(', ')})`];
}

function isMissingOne(piece: string, names: Names): boolean {
  const shape = shapeOf(piece, names);
  if (shape === undefined) return false;
  const inside = insideOf(piece);
  const given = inside === '' ? 0 : inside.split(',').length;
  return given > 0 && given === shape.arguments.length + (shape.parameters?.length ?? 0) - 1;
}

function shapeOf(piece: string, names: Names): FunctionShape | undefined {
  const name = nameOf(piece);
  return name === undefined ? undefined : names.shapeOf(name);
}

function insideOf(piece: string): string {
  const opens = piece.indexOf('(');
  return opens < 0 ? '' : piece.slice(opens + 1, -1).trim();
}

/** The name of a piece of a chain; undefined if it is not one. */
function nameOf(piece: string): string | undefined {
  const opens = piece.indexOf('(');
  if (opens < 0) return NAME.test(piece) ? piece : undefined;
  const name = piece.slice(0, opens).trimEnd();
  const inside = piece.slice(opens + 1, -1);
  const isCall = piece.endsWith(')') && !/[()]/.test(inside) && PARAMETERS.test(inside);
  return isCall && NAME.test(name) ? name : undefined;
}
