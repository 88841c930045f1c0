/** @file Texts with the reason for the verdict at a point, for one or several variables. */

import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import type { Mistake } from '../../core/check/mistake';
import { formatNumber } from '../../core/text/format-number';
import type { Graph } from '../../core/graph/graph';
import { mistakenText, type Said, sentence } from './mistake-text';
import { noteOf, wrongText } from './note';

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
