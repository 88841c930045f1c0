/** @file Texts with the reason for the verdict on a derivative. */

import { describeFinding, describeSteps } from '../../core/best/finding';
import type { Graph } from '../../core/graph/graph';
import { nodesOf } from '../../core/graph/vertex';
import {
  type Checked,
  type CheckedFunction,
  type CheckedPoint,
  comparedOf,
} from '../../core/check/checked';
import { type Mistake, quotientOf } from '../../core/check/mistake';
import type { ImpreciseReason } from '../../core/check/proof';
import { formatNumber } from '../../core/text/format-number';
import { beyondText, rough, short } from '../text/number-text';
import {
  mistakeText,
  ratioText,
  type Speech,
  mistakenText,
  type Said,
  sentence,
} from './mistake-text';
import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';

/** The note on a point; empty if it agrees without a reason. */
export function noteOf(point: CheckedPoint, graph: Graph): string {
  const { verdict, reason } = point;
  if (verdict === 'agree') return '';
  switch (reason?.kind) {
    case 'wrong-function':
      return wrongFunction(functionAt(point, reason.index));
    case 'undecided-function':
    case 'kink-inside': {
      const f = functionAt(point, reason.index);
      return `${f.name} at ${formatNumber(f.x)}: ${functionNote(f)}`;
    }
    case 'underflow':
      return `the derivative of ${functionAt(point, reason.index).name} is too small for a double; backprop multiplies by 0`;
    case 'ill-conditioned':
      return `each function agrees by itself; the numbers between them are too ill-conditioned to show it`;
    case 'not-finite': {
      const cause = `${reason.name} gets ${reason.inputs.map(short).join(' and ')}`;
      return `y is ${formatNumber(point.y)}, not finite: ${cause}`;
    }
  }
  if (verdict !== 'disagree') return functionNote(point);
  const [only, second] = nodesOf(graph);
  if (only !== undefined && second === undefined) {
    return wrongFunction({ ...point, name: only[0].f.definition.name });
  }
  const wrong =
    reason?.kind === 'no-claim'
      ? `the formula ${wrongText(point)}`
      : `backprop ${wrongText(point, { whose: 'the derivative' })}`;
  return `${wrong}; no function shows it by itself`;
}

/** The note on a function of a chain, after its name. */
export function functionNote(checked: Checked): string {
  const { verdict, reason } = checked;
  if (verdict === 'disagree') return wrongText(checked);
  if (reason === undefined) return '';
  switch (reason.kind) {
    case 'imprecise':
      return `right as a formula, but of 16 digits doubles get ${digitsText(reason.digits)} right here${lossText(reason.loss)}`;
    case 'proved-kink':
      return `${verdict === 'inconclusive' ? 'no derivative: ' : ''}the slopes are ${slopes(reason)}`;
    case 'kink-of-doubles':
      return `doubles land on a kink that the number is beside: ${reason.text}`;
    case 'proved-edge':
      return `the domain ends here; the slope on the ${reason.side} is ${short(reason.slope)}`;
    case 'no-derivative':
      return reason.why;
    case 'overflow':
      return 'its derivative is beyond the largest double, so not finite';
    case 'undecided':
      return 'even with the most bits that are spent on a point this cannot be told';
    case 'unresolved':
      return unresolvedNote(checked.bound);
    case 'cancellation':
      return `round-off: in its formula the derivative loses up to ${short(reason.roundOff)}`;
    case 'steps':
      return describeSteps(reason.height, short);
    case 'fault':
      return reason.message;
    case 'not-finite':
      return `y is ${formatNumber(checked.y)}, not finite`;
    case 'wrong-function':
    case 'undecided-function':
    case 'kink-inside':
    case 'underflow':
    case 'ill-conditioned':
    case 'factor':
    case 'beyond-doubles':
    case 'no-claim':
      return '';
    default:
      return describeFinding(reason, short);
  }
}

function unresolvedNote(bound: number): string {
  if (bound === Infinity) return 'the values show no derivative';
  return `the values leave a doubt of ${rough(bound)}, too much to tell`;
}

function functionAt({ functions }: CheckedPoint, index: number): CheckedFunction {
  return functions?.[index] as CheckedFunction;
}

/** "exp at 0.25: the claim is 1.01 times its derivative" */
function wrongFunction(f: CheckedFunction): string {
  const subject = f.reason?.kind === 'no-claim' ? '' : ': the claim';
  return `${f.name} at ${formatNumber(f.x)}${subject} ${wrongText(f)}`;
}

/**
 * What is wrong with a derivative, after its name: "is 1.01 times its derivative".
 *
 * @param mistake if more is known than the derivative itself shows
 */
export function wrongText(checked: Checked, speech?: Speech, mistake?: Mistake): string {
  const { backprop, reason, exact } = checked;
  switch (reason?.kind) {
    case 'kink':
    case 'proved-kink':
      return `gives ${unlike(backprop, reason.left, reason.right)}, but the slopes are ${slopes(reason)}`;
    case 'proved-edge':
      return `gives ${unlike(backprop, reason.slope)}, but the slope on the ${reason.side}, where the domain is, is ${short(reason.slope)}`;
    case 'beyond-doubles':
      if (backprop === exact) return beyondDoublesText(reason.factor, exact);
      if (reason.factor) return `is ${ratioText(reason.factor)} times its derivative`;
      break;
    case 'no-claim':
      return `has the derivative ${short(exact ?? NaN)}, but ${reason.isClaimed ? 'what is claimed' : 'backprop'} has no value there`;
  }
  const compared = comparedOf(checked);
  return mistakeText(mistake ?? quotientOf(compared), compared, speech);
}

/** @param both the double nearest to the claim and to the derivative, 0 or infinite */
function beyondDoublesText(factor: number, both: number): string {
  if (Number.isNaN(factor))
    return 'is too small for a double, but farther from 0 than its derivative';
  if (factor === 0) return 'is 0, and its derivative is not, but too small for a double';
  const size = Math.abs(both) === Infinity ? 'large' : 'small';
  return `is ${ratioText(factor)} times its derivative, which is too ${size} for doubles to show it`;
}

/** With all digits if it would look like one of the slopes. */
function unlike(claim: number, ...slopes: readonly number[]): string {
  const isLike = slopes.some((slope) => short(slope) === short(claim));
  return isLike ? formatNumber(claim) : short(claim);
}

function slopes({ left, right }: { readonly left: number; readonly right: number }): string {
  return `${short(left)} on the left and ${short(right)} on the right`;
}

/** ": log(1+x) has 16 to work with and leaves none" */
function lossText(loss: ImpreciseReason['loss']): string {
  if (loss === undefined) return '';
  const { text, before, after, beyond } = loss;
  if (beyond !== undefined) return `: ${beyondText(text, beyond)}`;
  return `: ${text} has ${digitsText(before)} to work with and leaves ${digitsText(after)}`;
}

/** The number of right digits: "none", "3". */
function digitsText(digits: number): string {
  const whole = Math.floor(digits);
  return whole < 1 ? 'none' : formatNumber(whole);
}

/** The note on derivatives that do not agree; empty if all do. */
export function gradientNote(gradient: CheckedGradient, graph: Graph): string {
  const [only, second] = gradient.partials as [CheckedPartial, ...CheckedPartial[]];
  if (second === undefined) return noteOf(only, graph);
  return notesOfPartials(gradient, graph).join('; ');
}

/** The same with its place: "dy at (1, 2) is 2 times its derivative"; nothing where an error of its own tells it. */
export function placedGradientNote(gradient: CheckedGradient, graph: Graph): string {
  const { point, partials } = gradient;
  if (partials.some(({ reason }) => reason?.kind === 'fault')) return '';
  const [only, second] = partials as [CheckedPartial, ...CheckedPartial[]];
  if (second === undefined) return placedNote(only, graph);
  const place = `at (${point.map((value) => formatNumber(value)).join(', ')})`;
  return notesOfPartials(gradient, graph, place).join('; ');
}

/** The note with its place, unless it has the place of a function. */
function placedNote(point: CheckedPartial, graph: Graph): string {
  const note = noteOf(point, graph);
  const isPlaced =
    point.reason?.kind === 'wrong-function' ||
    (point.verdict === 'disagree' && graph.functionCount === 1);
  return isPlaced ? note : `at ${graph.variable} = ${formatNumber(point.x)}, ${note}`;
}

/** @param place mentioned once, with the first partial */
function notesOfPartials(
  { partials, verdict, point }: CheckedGradient,
  graph: Graph,
  place?: string,
): string[] {
  // A point outside a domain is so for all partials.
  const [first] = partials;
  if (first?.reason?.kind === 'fault') return [first.reason.message];
  const notes = new Map<string, Said>();
  for (const [k, partial] of partials.entries()) {
    if (partial.verdict !== verdict || verdict === 'agree') continue;
    const said = saidOf(partial, k, graph.inputs, graph.along(k, point));
    notes.set(sentence(said), said);
  }
  return [...notes.values()].map((said, i) => sentence(said, i === 0 ? place : undefined));
}

/** "dy is 2 times its derivative" */
function saidOf(
  partial: CheckedPartial,
  index: number,
  variables: readonly string[],
  along: Graph,
): Said {
  const { mistake, verdict, reason } = partial;
  const nameOf = (k: number): string => `d${variables[k] as string}`;
  const isInside = reason?.kind === 'wrong-function' && along.functionCount > 1;
  if (verdict !== 'disagree' || (isInside && !isNamed(mistake))) {
    return { subject: nameOf(index), note: noteOf(partial, along), isPredicate: false };
  }
  const derivativeOf = (k: number): string => `the derivative by ${variables[k] as string}`;
  const note = wrongText(partial, { derivativeOf }, mistake);
  return { subject: mistakenText(index, mistake, nameOf), note, isPredicate: true };
}

/** Whether the mistake is more than a factor: for that, the note on the wrong function says more. */
function isNamed(mistake: Mistake | undefined): boolean {
  return mistake !== undefined && !['zero', 'factor', 'numbers'].includes(mistake.kind);
}
