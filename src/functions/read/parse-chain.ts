/** @file Parses the text of a chain. */

import type { Catalogue } from '../../core/engine/catalogue';
import { Chain } from '../../core/graph/chain';
import type { FunctionClass } from '../../core/engine/define-function';
import { DezeroError, retelling } from '../../core/text/errors';
import { excerpt } from '../../core/text/excerpt';
import { isPart } from '../../core/graph/formula-class';
import type { Graph } from '../../core/graph/graph';
import { GraphBuilder } from '../../core/graph/graph-builder';
import { readNumber } from '../../core/text/parse-number';
import { type Real, realOfDouble } from '../../math/real';
import { foreignFault } from './formula/foreign-functions';
import { CHAIN_SEPARATORS, splitPieces } from './split-pieces';
import { readReal } from './read-numbers';

/**
 * Reads function names separated by `,` or `|`, applied left to right, with white space around them
 * and parameters in parentheses: `square | exp, add(-1)`.
 *
 * @throws DezeroError `bad-chain`, `unknown-function` or `bad-parameter`; its details show the place
 */
export function parseChain(text: string, catalogue: Catalogue): Graph {
  const functions: FunctionClass[] = [];
  const known = new Map<string, FunctionClass>();
  for (const { text: name, start, end } of splitPieces(text, CHAIN_SEPARATORS)) {
    const place = functions.length + 1;
    const functionClass =
      known.get(name) ??
      retelling(
        () => resolve(name, place, catalogue),
        ({ code, message }) => {
          const meant = code === 'unknown-function' ? foreignIn(name) : undefined;
          const told = meant ?? message + productIn(name, message);
          return new DezeroError(code, told, excerpt(text, start, end));
        },
      );
    known.set(name, functionClass);
    functions.push(functionClass);
  }
  const chain = new Chain(functions);
  return functions.some(isPart) ? withParts(functions, chain) : chain;
}

/** The message about a function of other books, also with parameters, as in `clip(0,1)`. */
function foreignIn(piece: string): string | undefined {
  return foreignFault(piece.replace(/\s*\([^()]*\)$/, ''));
}

/** A hint at a product of variables, `xy`, where the message about an unknown function has none. */
function productIn(name: string, message: string): string {
  const isOfLetters = /^[a-z]{2,3}$/.test(name) && new Set(name).size === name.length;
  const mayBeProduct = isOfLetters && message.endsWith('.');
  return mayBeProduct ? ` For a product write ${name.split('').join('*')}` : '';
}

function withParts(functions: readonly FunctionClass[], chain: Chain): Graph {
  const builder = new GraphBuilder(['x']);
  let place = 0;
  for (const f of functions) {
    place = isPart(f) ? builder.include(f.inside, [place]) : builder.apply(f, [place]);
  }
  return builder.build(place, { formula: () => chain.formula, text: () => chain.toString() });
}

function resolve(name: string, position: number, catalogue: Catalogue): FunctionClass {
  if (name === '') {
    throw new DezeroError(
      'bad-chain',
      `function ${String(position)} of the chain has no name: separate names with one comma, ` +
        'as in square,exp,square',
    );
  }
  const opens = name.indexOf('(');
  const closes = name.indexOf(')');
  if (opens >= 0 ? closes !== name.length - 1 : closes >= 0) {
    throw new DezeroError('bad-chain', `function ${String(position)} of the chain: ${mend(name)}`);
  }
  if (opens < 0) return catalogue.resolve(name);
  const inside = name.slice(opens + 1, closes).trim();
  const parameters = inside === '' ? [] : inside.split(',');
  return catalogue.resolve(name.slice(0, opens).trimEnd(), parameters, readParameter);
}

/** How to write a name with misplaced parentheses. */
function mend(name: string): string {
  const isNestedCall = /^(?:\w+\()+\w*\)+$/.test(name);
  if (!isNestedCall) return 'the parentheses do not match; parameters are written as in add(-1)';
  const names = name.split(/[()]+/).filter((word) => word !== '' && word !== 'x');
  return `a chain lists its functions in the order they are applied: ${names.reverse().join(',')}`;
}

/** A parameter: a decimal, taken as the double it is in the book's programs, or a formula of constants as in `scale(pi/180)`. */
function readParameter(text: string): Real {
  const value = readNumber(text);
  if (Number.isFinite(value)) return realOfDouble(value);
  return readReal(text);
}
