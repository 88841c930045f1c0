/** @file Texts for the errors of both derivatives at a point, measured against the exact one. */

import type { NumericalMethod } from '../core/differentiate/derivatives';
import { digitsRight, TOO_FEW_DIGITS } from '../core/exact/digits-right';
import { subject } from '../core/explain/subject';
import { formatNumber } from '../core/text/format-number';
import type { Node } from '../core/graph/vertex';
import type { Measured } from '../core/differentiate/measured';
import { crossedText, shrinks } from './difference-words';
import { fewDigits } from './formats/table';
import { beyondText } from './text/number-text';

/** The error of a number, as printed below it. */
export function errorText(error: number): string {
  if (Number.isNaN(error)) return '';
  return error === 0 ? 'right to the last digit' : `wrong by ${fewDigits(error)}`;
}

interface MeasuredOptions {
  readonly method: NumericalMethod;
  readonly eps: number;
  /** The computed value. */
  readonly y: number;
  /** The exact value; NaN if unknown. */
  readonly exactY: number;
}

/** A paragraph for each of numerical, backprop and exact. */
export function describeMeasured(measured: Measured, options: MeasuredOptions): string[] {
  return [
    describeNumerical(measured, options),
    describeBackprop(measured),
    describeExact(measured, options),
  ];
}

/** How the numerical derivative is made: "central difference, eps = 0.0001". */
export function madeOf(method: NumericalMethod, eps: number): string {
  return method === 'best'
    ? 'best derivative that the values show'
    : `${method} difference, eps = ${formatNumber(eps)}`;
}

/** Why there is no exact derivative: the text names the function without a formula. */
export function describeMissing(withoutExact: string | undefined): string {
  if (withoutExact === undefined) return '';
  return `There is no exact derivative: of ${withoutExact} only the values are known, no formula.`;
}

/** A part of an error below this fraction of the other part is not mentioned. */
const TOO_SMALL = 1e-12;

function describeNumerical(measured: Measured, { method, eps }: MeasuredOptions): string {
  const { numerical, isShrinking, breakInStep } = measured;
  const made = `numerical is the ${madeOf(method, eps)}`;
  const { error, bound, parts, regime } = numerical;
  if (bound !== undefined)
    return `${made}; by itself it knows its error to be ${fewDigits(bound)} at most.`;
  if (error === Infinity) return `${made}. ${INFINITE_END}`;
  if (parts === undefined || regime === 'exact' || method === 'best') {
    if (!(error > 0)) return `${made}.`;
    if (regime === 'exact' || method === 'best')
      return `${made}; it is wrong in its last digits only.`;
    // As where it is outside the domain by less than doubles show.
    return `${made}. At an end of its step f has no exact value; choose a smaller --eps.`;
  }
  // As the smaller part it may have a leading term of 0, and shrink faster.
  const trend = isShrinking ? `; that shrinks ${shrinks(method)}` : '';
  const ofTruncation = {
    name: 'truncation',
    size: parts.truncation,
    why: `${OVER_A_STEP}${trend}`,
  };
  const ofRoundOff = {
    name: 'round-off',
    size: parts.roundOff,
    why: ': the last digits of f divided by eps; that grows as eps shrinks',
  };
  if (breakInStep !== undefined) return `${made}. Its ${crossedText(breakInStep)}.`;
  const [larger, smaller] =
    regime === 'truncation' ? [ofTruncation, ofRoundOff] : [ofRoundOff, ofTruncation];
  const first = `${made}. Its error is ${larger.name}, ${fewDigits(larger.size)}${larger.why}.`;
  if (smaller.size <= larger.size * TOO_SMALL) return first;
  return `${first} The ${smaller.name} is ${fewDigits(smaller.size)}${smaller.why}.`;
}

const INFINITE_END = 'f is infinite at an end of its step; choose a smaller --eps.';
const OVER_A_STEP = ', as it is the slope over a step and not at a point';

/** Of one of several partials: which of the errors are not finite, or what the step goes across; empty if neither. */
export function describeApart(measured: Measured): string {
  const { numerical, backprop, breakInStep } = measured;
  const ofBreak = breakInStep === undefined ? '' : `the ${crossedText(breakInStep)}.`;
  const ofStep = numerical.error === Infinity ? INFINITE_END : ofBreak;
  const ofNumerical = Number.isNaN(numerical.error) ? 'numerical is no number here.' : ofStep;
  const ofBackprop = Number.isFinite(backprop.error) ? '' : describeBackprop(measured);
  return [ofNumerical, ofBackprop].filter((text) => text !== '').join(' ');
}

/** The number of right digits that ordinary rounding leaves. */
const ALMOST_ALL = 14;

function describeBackprop({ backprop }: Measured): string {
  const { error, digits, isClaimDoubtful, isConvention } = backprop;
  if (error === 0) return '';
  if (Number.isNaN(error)) return 'backprop is no number here.';
  if (error === Infinity) return 'backprop is infinite here, and the derivative is not.';
  if (isClaimDoubtful) {
    return (
      "backprop uses a derivative that was given; 'dezero-cli check' tells whether that is wrong, or " +
      'only loses digits here.'
    );
  }
  if (digits >= ALMOST_ALL) return 'backprop rounds at every step: its last digits show that.';
  return `${rightText(digits, 'backprop')}: ${isConvention ? CONVENTIONS : 'digits cancel on its way'}.`;
}

const CONVENTIONS = 'it goes through kinks or jumps by convention, each by itself';

/** "12 of the 16 digits of backprop are right" */
function rightText(digits: number, of: string): string {
  const whole = Math.floor(digits);
  if (whole === 0) return `No digit of ${of} is right`;
  const count = `${String(whole)} of the 16 digits of ${of}`;
  const verb = whole === 1 ? 'is' : 'are';
  return digits < TOO_FEW_DIGITS ? `Only ${count} ${verb} right` : `${count} ${verb} right`;
}

function describeExact({ loss }: Measured, { y, exactY }: MeasuredOptions): string {
  const exact =
    'exact is the derivative of the formula itself, rounded once: each digit is proved.';
  if (Number.isNaN(exactY) || exactY === y) return exact;
  const value = `${exact} In the same way y is ${formatNumber(exactY)}.`;
  if (loss === undefined) return value;
  const { graph, at, digitsBefore, digitsAfter, beyond } = loss;
  const node = graph.vertices[at] as Node;
  const name = subject(graph, node, at);
  const before = String(Math.floor(digitsBefore));
  const after = String(Math.floor(digitsAfter));
  const lost =
    beyond === undefined
      ? `${name} loses the digits: what it gets has ${before} right ones, what it makes has ${after}`
      : beyondText(name, beyond);
  return `${value} ${rightText(digitsRight(y, exactY), 'y')}: ${lost}.`;
}
