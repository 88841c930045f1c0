/** @file Chains of functions that a test makes up, and the functions of any chain. */

import { Chain } from '../../src/core/graph/chain';
import type { Graph } from '../../src/core/graph/graph';
import { nodesOf } from '../../src/core/graph/vertex';
import {
  defineFunction,
  everywhere,
  type FunctionClass,
  type FunctionDefinition,
} from '../../src/core/engine/define-function';

export type OwnFunction = Pick<FunctionDefinition, 'value' | 'derivative'> &
  Partial<FunctionDefinition>;

export function ownFunction(known: OwnFunction): FunctionClass {
  const text = { name: 'own', formula: '', derivativeFormula: '', summary: '' };
  return defineFunction({ ...text, domain: everywhere, samples: [], ...known });
}

export function chainOf(...functions: readonly OwnFunction[]): Graph {
  return new Chain(functions.map(ownFunction));
}

/** x times this, with what is said of it. */
export function times(factor: number, known: Partial<FunctionDefinition> = {}): OwnFunction {
  return { value: (x) => factor * x, derivative: () => factor, ...known };
}

/** The functions of a chain, in the order in which they are applied. */
export function functionsOf(chain: Graph): FunctionClass[] {
  return [...nodesOf(chain)].map(([{ f }]) => f as FunctionClass);
}
