/** @file Points at which a function gets arguments outside its domain, and messages about them. */

import { pointsWhere } from '../engine/fill-column';
import { isInDomain, pointAt, valueAt } from '../engine/at-point';
import { everywhere, type FunctionDefinition } from '../engine/define-function';
import type { OperationDefinition } from '../engine/define-operation';
import { type Fault, UntoldFault } from '../text/errors';
import type { Graph } from '../graph/graph';
import { inputsOf, type Node, nodesOf, usedNodes } from '../graph/vertex';
import {
  besideText,
  type Method,
  METHODS,
  stencil,
  stepsOfMethod,
} from '../../math/finite-differences';
import { TWO_UNITS } from '../round-off/round-off';
import type { VertexData, IsUsed } from './notice';
import { argumentsText, subject } from './subject';

/** "log gets -1, outside its domain x >= 0" */
export function describeOutside(
  graph: Graph,
  node: Node,
  at: number,
  x: readonly number[],
): string {
  const { domain } = node.f.definition;
  const start = subject(graph, node, at);
  const given = argumentsText(node, x);
  if (isImplied(node)) return `${start} has no value at ${given}`;
  const pole = Math.abs(valueAt(node.f, x)) === Infinity ? ' its pole,' : '';
  return `${start} gets ${given},${pole} outside its domain ${domain.text}`;
}

/** Whether nobody has stated the domain of its function: it is defined where it has a value. */
function isImplied({ f }: Node): boolean {
  return f.definition.domain.isImplied === true;
}

/** Whether some function of the graph is not defined everywhere. */
export function hasLimits(graph: Graph): boolean {
  return graph.someFunction(({ definition }) => isLimited(definition));
}

function isLimited({ domain }: FunctionDefinition | OperationDefinition): boolean {
  return domain !== everywhere;
}

/** Whether a function gets arguments outside its domain. @param y its value */
function isOutside(node: Node, x: readonly number[], y: number): boolean {
  if (x.some(Number.isNaN)) return false;
  if (isImplied(node) && !Number.isNaN(y)) return false;
  return !isInDomain(node.f, x);
}

/** By point of a block, 1 if a function surely is inside its domain: streams are long, and points outside few. */
function insideOf(node: Node, inputs: readonly Float64Array[], values: Float64Array): Uint8Array {
  const { contains }: { contains: (...x: readonly number[]) => boolean } = node.f.definition.domain;
  // If nobody has stated the domain the value shows it, and the function is not called again.
  if (isImplied(node)) return pointsWhere((y) => !Number.isNaN(y), [values]);
  return pointsWhere(contains, inputs);
}

/**
 * A fault for every point at which a function gets arguments outside its domain: the first
 * such function. An overflow to Infinity is a value, and a part that is not used is no fault.
 *
 * @param isUsed whether a vertex is used at a point
 */
export function findOutsideDomain(
  graph: Graph,
  data: VertexData,
  isUsed: IsUsed,
): Map<number, Fault> {
  const faults = new Map<number, Fault>();
  for (const [node, at] of nodesOf(graph)) {
    if (!isLimited(node.f.definition)) continue;
    const values = data[at] as Float64Array;
    const inputs = inputsOf(node, data);
    const isInside = insideOf(node, inputs, values);
    for (let i = 0; i < values.length; i++) {
      if (isInside[i] === 1 || faults.has(i) || !isUsed(at, i)) continue;
      const x = pointAt(inputs, i);
      if (!isOutside(node, x, values[i] as number)) continue;
      faults.set(i, new UntoldFault('outside-domain', () => describeOutside(graph, node, at, x)));
    }
  }
  return faults;
}

/** The first arguments outside a domain at one point, in words. */
function outsideDomain(graph: Graph, ...point: readonly number[]): string | undefined {
  const values = graph.valuesAt(...point);
  for (const [node, at, x] of usedNodes(graph, values)) {
    if (isOutside(node, x, values[at] as number)) return describeOutside(graph, node, at, x);
  }
  return undefined;
}

/** The fault of a point inside the domain whose numerical derivative steps out of it. */
export function stencilFault(
  graph: Graph,
  x: number,
  eps: number,
  method: Method,
): Fault | undefined {
  // At a pole no step helps.
  if (!Number.isFinite(graph.valuesAt(x).at(-1))) return undefined;
  const points = stencil(x, eps, method);
  const found = stepsOfMethod(method).flatMap((step, k) => {
    const reason = outsideDomain(graph, points[k] as number);
    return reason === undefined ? [] : [{ step, reason }];
  });
  const outside = found.at(-1);
  if (outside === undefined) return undefined;
  const side = Math.sign(outside.step);
  const isOnSide = (step: number): boolean => Math.sign(step) === side;
  const turned = METHODS.find((other) => !stepsOfMethod(other).some(isOnSide)) ?? method;
  const canTurn = found.every(({ step }) => isOnSide(step));
  const leastStep = Math.max(Math.abs(x) * TWO_UNITS, Number.MIN_VALUE);
  const isEdge = outsideDomain(graph, x + side * leastStep) !== undefined;
  const ways = [
    ...(isEdge ? [] : ['choose a smaller --eps']),
    ...(canTurn ? [`${isEdge ? 'choose ' : ''}--method ${turned}`] : []),
  ];
  const message = `${graph.variable} is inside the domain, but the numerical derivative also needs ${besideText(outside.step, graph.variable)}, where ${outside.reason}`;
  return {
    code: 'stencil-outside-domain',
    message: ways.length === 0 ? message : `${message}; ${ways.join(' or ')}`,
  };
}
