/** @file Why a figure is missing or a matter of convention: domains, kinks, overflow, NaN. */

import type { Chain } from './chain';
import {
  everywhere,
  type FunctionClass,
  type FunctionDefinition,
  type Kink,
} from './define-function';
import type { Fault } from './errors';
import { formatNumber } from './format-number';
import { type Method, stencil } from './numerical-diff';
import { TWO_UNITS } from './round-off';

/** "sqrt", or "sqrt, function 2 of the chain,": the subject of a sentence. */
function subject(chain: Chain, index: number): string {
  const { definition } = chain.functions[index] as FunctionClass;
  if (chain.functions.length === 1) return definition.name;
  return `${definition.name}, function ${String(index + 1)} of the chain,`;
}

function describeOutside(chain: Chain, index: number, input: number): string {
  const { domain, value } = (chain.functions[index] as FunctionClass).definition;
  if (domain.isImplied === true) {
    return `${subject(chain, index)} has no value at ${formatNumber(input)}`;
  }
  const pole = Math.abs(value(input)) === Infinity ? ' its pole,' : '';
  const at = `${subject(chain, index)} gets ${formatNumber(input)}`;
  return `${at},${pole} outside its domain ${domain.text}`;
}

/** Whether some function of the chain is not defined everywhere. */
export function hasLimits(chain: Chain): boolean {
  return chain.functions.some(({ definition }) => definition.domain !== everywhere);
}

/** Of many points outside a domain few are told, so the message is made when it is read. */
class OutsideDomain implements Fault {
  readonly code = 'outside-domain';

  constructor(
    private readonly chain: Chain,
    private readonly position: number,
    private readonly input: number,
  ) {}

  get message(): string {
    return describeOutside(this.chain, this.position, this.input);
  }
}

/**
 * Adds a fault for every point at which a function of the chain gets an input outside its domain:
 * the first such function. An overflow to Infinity is a value.
 *
 * @param inputs the input of each function, for all points
 */
export function findOutsideDomain(
  chain: Chain,
  inputs: readonly Float64Array[],
  faults: Map<number, Fault>,
): void {
  for (const [position, { definition }] of chain.functions.entries()) {
    if (definition.domain === everywhere) continue;
    const input = inputs[position] as Float64Array;
    for (let i = 0; i < input.length; i++) {
      const value = input[i] as number;
      if (definition.domain.contains(value) || Number.isNaN(value) || faults.has(i)) continue;
      faults.set(i, new OutsideDomain(chain, position, value));
    }
  }
}

/** Follows x through the chain: the first input outside a domain, in words. */
function outsideDomain(chain: Chain, x: number): string | undefined {
  let input = x;
  for (const [index, { definition }] of chain.functions.entries()) {
    if (Number.isNaN(input)) return undefined;
    if (!definition.domain.contains(input)) return describeOutside(chain, index, input);
    input = definition.value(input);
  }
  return undefined;
}

/** The fault of a point inside the domain whose numerical derivative steps out of it. */
export function stencilFault(
  chain: Chain,
  x: number,
  eps: number,
  method: Method,
): Fault | undefined {
  const [ahead, behind] = stencil(x, eps, method);
  const reasonAhead = outsideDomain(chain, ahead);
  const reasonBehind = outsideDomain(chain, behind);
  const reason = reasonBehind ?? reasonAhead;
  if (reason === undefined) return undefined;
  const step = reasonBehind === undefined ? 'x + eps' : 'x - eps';
  const otherSide = reasonBehind === undefined ? 'backward' : 'forward';
  const canTurn = reasonAhead === undefined || reasonBehind === undefined;
  const leastStep = Math.max(Math.abs(x) * TWO_UNITS, Number.MIN_VALUE);
  const isEdge =
    outsideDomain(chain, reasonBehind === undefined ? x + leastStep : x - leastStep) !== undefined;
  const ways = [
    ...(isEdge ? [] : ['choose a smaller --eps']),
    ...(canTurn ? [`${isEdge ? 'choose ' : ''}--method ${otherSide}`] : []),
  ];
  const message = `x is inside the domain, but the numerical derivative also needs ${step}, where ${reason}`;
  return {
    code: 'stencil-outside-domain',
    message: ways.length === 0 ? message : `${message}; ${ways.join(' or ')}`,
  };
}

/** A remark on one point: not an error, but the reader should know. */
export interface Notice {
  /** The index of the point in the block. */
  readonly index: number;
  readonly text: string;
}

/** A notice for every point at which a function of the chain gets one of its kinks. */
export function kinkNotices(chain: Chain, inputs: readonly Float64Array[]): Notice[] {
  const notices: Notice[] = [];
  for (const [position, { definition }] of chain.functions.entries()) {
    for (const kink of definition.kinks ?? []) {
      const input = inputs[position] as Float64Array;
      let index = input.indexOf(kink.at);
      if (index < 0) continue;
      const text = describeKink(subject(chain, position), definition, kink);
      for (; index >= 0; index = input.indexOf(kink.at, index + 1)) notices.push({ index, text });
    }
  }
  return notices;
}

/** What kind of point a kink is, in the field's words. */
export function kindOfKink({ value }: FunctionDefinition, { at, left, right }: Kink): string {
  if (Math.abs(value(at)) === Infinity) return 'pole';
  if (Math.abs(left) === Infinity || Math.abs(right) === Infinity) return 'vertical tangent';
  return Number.isNaN(left) || Number.isNaN(right) ? 'edge' : 'kink';
}

/** "slope -1 on the left, 1 on the right" */
export function slopesAt({ left, right }: Kink): string {
  const text = (slope: number): string => (Number.isNaN(slope) ? 'undefined' : formatNumber(slope));
  return `slope ${text(left)} on the left, ${text(right)} on the right`;
}

function withArticle(noun: string): string {
  return `${noun.startsWith('e') ? 'an' : 'a'} ${noun}`;
}

function describeKink(subjectText: string, definition: FunctionDefinition, kink: Kink): string {
  const used = definition.derivative(kink.at, definition.value(kink.at));
  return (
    `${subjectText} has ${withArticle(kindOfKink(definition, kink))} at ${formatNumber(kink.at)}: ${slopesAt(kink)}; ` +
    `backprop uses ${formatNumber(used)}`
  );
}

/** Why the value at a point of the domain is NaN: some function makes NaN of an infinite input. */
export function explainValueNaN(chain: Chain, x: number): string {
  let input = x;
  for (const [index, { definition }] of chain.functions.entries()) {
    const y = definition.value(input);
    if (Number.isNaN(y)) {
      return `y is NaN: ${subject(chain, index)} gets ${formatNumber(input)}, an overflow`;
    }
    input = y;
  }
  return 'y is NaN';
}

/** Why the numerical derivative is NaN where the value is not: an overflow beside the point. */
export function explainNumericalNaN(chain: Chain, x: number, eps: number, method: Method): string {
  const [ahead, behind] = stencil(x, eps, method).map((point) =>
    formatNumber(chain.evaluate(Float64Array.of(point))[0] as number),
  );
  return `numerical is NaN: the chain overflows; it is the difference of ${String(ahead)} and ${String(behind)}`;
}

/**
 * Why the gradient of a point is NaN although its value is not: on the way back, some function
 * multiplied a gradient of zero by an infinite one.
 *
 * @param data the values of the chain's variables at this point, from x to y
 * @param grads their gradients
 */
export function explainGradientNaN(
  chain: Chain,
  data: readonly number[],
  grads: readonly number[],
): string {
  const index = grads.findLastIndex(Number.isNaN);
  const { derivative } = (chain.functions[index] as FunctionClass).definition;
  const local = derivative(data[index] as number, data[index + 1] as number);
  const found = `backprop is NaN: ${subject(chain, index)} has the derivative ${formatNumber(local)} here`;
  if (Number.isNaN(local)) return found;
  return (
    `${found} and gets back the gradient ${formatNumber(grads[index + 1] as number)}; ` +
    'zero times infinity has no value'
  );
}
