/** @file Why the partials at a point are judged as they are, in words. */

import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import { formatNumber } from '../../core/text/format-number';
import type { Graph } from '../../core/graph/graph';
import { functionNote, noteOf } from './note';
import { predicate, type Said, sentence } from './said';

/** What is to be said of the partials that do not agree; nothing where all do. */
export function gradientNote(gradient: CheckedGradient, graph: Graph): string {
  return notesOf(gradient, graph).join('; ');
}

/** The same with its place: "dy at (1, 2) is 2 times its derivative". */
export function placedGradientNote(gradient: CheckedGradient, graph: Graph): string {
  const place = `at (${gradient.point.map((value) => formatNumber(value)).join(', ')})`;
  return notesOf(gradient, graph, place).join('; ');
}

/** @param place told once, with the first of them */
function notesOf({ partials, verdict, point }: CheckedGradient, graph: Graph, place?: string) {
  // What is outside a domain is so for all partials.
  const [first] = partials;
  if (first?.reason?.kind === 'fault') {
    const { message } = first.reason;
    return [place === undefined ? message : `${place}, ${message}`];
  }
  const notes = new Map<string, Said>();
  for (const [k, partial] of partials.entries()) {
    if (partial.verdict !== verdict || verdict === 'agree') continue;
    const said = saidOf(partial, k, partials, graph.along(k, point));
    notes.set(sentence(said), said);
  }
  return [...notes.values()].map((said, i) => sentence(said, i === 0 ? place : undefined));
}

/** "dy is 2 times its derivative" */
function saidOf(
  partial: CheckedPartial,
  index: number,
  partials: readonly CheckedPartial[],
  along: Graph,
): Said {
  const { variable, mistake, verdict, reason } = partial;
  const subject = `d${variable}`;
  switch (mistake?.kind) {
    case 'swapped': {
      const names = [index, mistake.with].sort((a, b) => a - b);
      const both = names.map((name) => `d${partials[name]?.variable ?? ''}`).join(' and ');
      return predicate(both, 'are swapped');
    }
    case 'sign':
      return predicate(subject, 'has the wrong sign');
    case 'other':
      return predicate(subject, `is the derivative by ${partials[mistake.of]?.variable ?? ''}`);
  }
  const isInside = reason?.kind === 'wrong-function' && along.functionCount > 1;
  if (verdict === 'disagree' && !isInside) return predicate(subject, functionNote(partial));
  return { subject, note: noteOf(partial, along), isPredicate: false };
}
