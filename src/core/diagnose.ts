/** @file Why a figure is missing or a matter of convention: domains, kinks, and NaN on the way back. */

import type { Chain } from './chain';
import type { FunctionClass, FunctionDefinition, Kink } from './define-function';
import { DezeroError } from './errors';
import { formatNumber } from './format-number';
import { type Method, stencil } from './numerical-diff';

/** "sqrt", or "sqrt, function 2 of the chain,": the subject of a sentence. */
function subject(chain: Chain, index: number): string {
  const { definition } = chain.functions[index] as FunctionClass;
  if (chain.functions.length === 1) return definition.name;
  return `${definition.name}, function ${String(index + 1)} of the chain,`;
}

/**
 * Follows x through the chain to the first function that gets an input outside its domain.
 *
 * @returns "sqrt, function 2 of the chain, gets -1, outside its domain x >= 0", or undefined where
 *   the chain is defined (an overflow to Infinity is a value)
 */
function outsideDomain(chain: Chain, x: number): string | undefined {
  let input = x;
  for (const [index, { definition }] of chain.functions.entries()) {
    if (Number.isNaN(input)) return undefined;
    if (!definition.domain.contains(input)) {
      const domain = definition.domain.text;
      return `${subject(chain, index)} gets ${formatNumber(input)}, outside its domain ${domain}`;
    }
    input = definition.value(input);
  }
  return undefined;
}

/** The error of a point that the chain is not defined at, if it is such a point. */
export function pointOutsideDomain(chain: Chain, x: number): DezeroError | undefined {
  const reason = outsideDomain(chain, x);
  return reason === undefined ? undefined : new DezeroError('outside-domain', reason);
}

/** The error of a point inside the domain whose numerical derivative steps out of it. */
export function stencilOutsideDomain(
  chain: Chain,
  x: number,
  eps: number,
  method: Method,
): DezeroError | undefined {
  const [ahead, behind] = stencil(x, eps, method);
  const reasonAhead = outsideDomain(chain, ahead);
  const reasonBehind = outsideDomain(chain, behind);
  const reason = reasonBehind ?? reasonAhead;
  if (reason === undefined) return undefined;
  const step = reasonBehind === undefined ? 'x + eps' : 'x - eps';
  const otherSide = reasonBehind === undefined ? 'backward' : 'forward';
  const canTurn = reasonAhead === undefined || reasonBehind === undefined;
  return new DezeroError(
    'stencil-outside-domain',
    `x is inside the domain, but the numerical derivative also needs ${step}, where ${reason}; ` +
      `choose a smaller --eps${canTurn ? ` or --method ${otherSide}` : ''}`,
  );
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
      for (
        let index = input.indexOf(kink.at);
        index >= 0;
        index = input.indexOf(kink.at, index + 1)
      ) {
        notices.push({ index, text: describeKink(subject(chain, position), definition, kink) });
      }
    }
  }
  return notices;
}

/** What kind of point a kink is, in the field's words. */
export function kindOfKink({ value }: FunctionDefinition, { at, left, right }: Kink): string {
  if (!Number.isFinite(value(at))) return 'pole';
  const isVertical = Math.abs(left) === Infinity || Math.abs(right) === Infinity;
  return isVertical ? 'vertical tangent' : 'kink';
}

/** "slope -1 on the left, 1 on the right" */
export function slopesAt({ left, right }: Kink): string {
  const text = (slope: number): string => (Number.isNaN(slope) ? 'undefined' : formatNumber(slope));
  return `slope ${text(left)} on the left, ${text(right)} on the right`;
}

function describeKink(subjectText: string, definition: FunctionDefinition, kink: Kink): string {
  const used = definition.derivative(kink.at, definition.value(kink.at));
  return (
    `${subjectText} has a ${kindOfKink(definition, kink)} at ${formatNumber(kink.at)}: ` +
    `${slopesAt(kink)}; backprop uses ${formatNumber(used)}`
  );
}

/**
 * Why the gradient of a point is NaN although its value is not: on the way back, some function
 * multiplied a gradient of zero by an infinite one.
 *
 * @param data the values of the chain's variables at this point, from x to y
 * @param grads their gradients
 * @returns undefined where a function's own derivative is NaN (its pole, which has its own notice)
 */
export function explainNaN(
  chain: Chain,
  data: readonly number[],
  grads: readonly number[],
): string | undefined {
  const index = grads.findLastIndex(Number.isNaN);
  const functionClass = chain.functions[index];
  if (functionClass === undefined) return undefined;
  const { derivative } = functionClass.definition;
  const local = derivative(data[index] as number, data[index + 1] as number);
  if (Number.isNaN(local)) return undefined;
  return (
    `backprop is NaN: ${subject(chain, index)} has the derivative ${formatNumber(local)} here and ` +
    `gets back the gradient ${formatNumber(grads[index + 1] as number)}; ` +
    'zero times infinity has no value'
  );
}
