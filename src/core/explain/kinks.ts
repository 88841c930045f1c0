/** @file Kinks and jumps, where the derivative that backprop uses is a convention. */

import { pointsWhere } from '../engine/fill-column';
import { partialAt, pointAt, valueAt } from '../engine/at-point';
import type { Kink, Singularity } from '../engine/define-function';
import type { AnyFunctionClass } from '../engine/define-operation';
import { formatNumber } from '../text/format-number';
import type { Graph } from '../graph/graph';
import { inputsOf, type Node, nodesOf } from '../graph/vertex';
import type { VertexData, IsUsed, Notice } from './notice';
import { argumentsText, subject } from './subject';

/** A notice for every point at which a function gets one of its kinks or jumps. */
export function kinkNotices(graph: Graph, data: VertexData, isUsed: IsUsed): Notice[] {
  const notices: Notice[] = [];
  for (const [node, at] of nodesOf(graph)) {
    const inputs = inputsOf(node, data);
    const [input] = inputs as [Float64Array];
    for (const kink of node.f.definition.kinks ?? []) {
      let index = input.indexOf(kink.at);
      if (index < 0) continue;
      const text = describeKink(subject(graph, node, at), node.f, kink);
      for (; index >= 0; index = input.indexOf(kink.at, index + 1)) {
        if (isUsed(at, index)) notices.push({ index, text });
      }
    }
    for (const singularity of node.f.definition.singularities ?? []) {
      const points = pointsWhere(singularity.isAt, inputs);
      for (let index = points.indexOf(1); index >= 0; index = points.indexOf(1, index + 1)) {
        if (!isUsed(at, index)) continue;
        const x = pointAt(inputs, index);
        notices.push({ index, text: describeSingularity(graph, node, at, singularity, x) });
      }
    }
  }
  return notices;
}

/** The kind of a kink, in the field's words. */
export function kindOfKink(
  { value }: { readonly value: (x: number) => number },
  { at, left, right }: Kink,
): string {
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

function describeKink(subjectText: string, f: AnyFunctionClass, kink: Kink): string {
  const used = partialAt(f, 0, [kink.at], valueAt(f, [kink.at]));
  return (
    `${subjectText} has ${withArticle(kindOfKink(f.definition, kink))} at ${formatNumber(kink.at)}: ${slopesAt(kink)}; ` +
    `backprop uses ${formatNumber(used)}`
  );
}

function describeSingularity(
  graph: Graph,
  node: Node,
  at: number,
  { kind, text }: Singularity,
  x: readonly number[],
): string {
  const y = valueAt(node.f, x);
  const used = x.map((_, k) => formatNumber(partialAt(node.f, k, x, y))).join(' and ');
  const place = argumentsText(node, x);
  const where = place.replace(' and ', ', ') === text ? place : `${place} (${text})`;
  return `${subject(graph, node, at)} has a ${kind} at ${where}; backprop uses ${used}`;
}
