/** @file Why the partials at a point are judged as they are, in words. */

import type { CheckedGradient, CheckedPartial } from '../../core/check/check-several';
import { formatNumber } from '../../core/format-number';
import type { Graph } from '../../core/graph';
import { functionNote, noteOf } from './note';

/** What is to be said of the partials that do not agree; nothing where all do. */
export function gradientNote(gradient: CheckedGradient, graph: Graph): string {
  const { partials, verdict, point } = gradient;
  // What is outside a domain is so for all partials.
  const [first] = partials;
  if (first?.reason?.kind === 'fault') return first.reason.message;
  const notes = partials
    .filter((partial) => partial.verdict === verdict && verdict !== 'agree')
    .map((partial) =>
      partialNote(partial, partials, graph.along(indexOf(partial, partials), point)),
    );
  return [...new Set(notes)].join('; ');
}

/** The same with its place: "dy at (1, 2) is 2 times its derivative". */
export function placedGradientNote(gradient: CheckedGradient, graph: Graph): string {
  const place = `at (${gradient.point.map((value) => formatNumber(value)).join(', ')})`;
  const note = gradientNote(gradient, graph);
  const [, subject, rest] = /^(d\w+(?: and d\w+)?)(:? .*)$/s.exec(note) ?? [];
  if (subject === undefined || rest === undefined) return `${place}, ${note}`;
  return `${subject} ${place}${rest}`;
}

function indexOf(partial: CheckedPartial, partials: readonly CheckedPartial[]): number {
  return partials.indexOf(partial);
}

/** "dy is 2 times its derivative" */
function partialNote(
  partial: CheckedPartial,
  partials: readonly CheckedPartial[],
  along: Graph,
): string {
  const { variable, mistake, verdict, reason } = partial;
  const nameOf = (index: number): string => `d${partials[index]?.variable ?? ''}`;
  switch (mistake?.kind) {
    case 'swapped': {
      const names = [`d${variable}`, nameOf(mistake.with)];
      const isFirst = indexOf(partial, partials) < mistake.with;
      return `${(isFirst ? names : names.reverse()).join(' and ')} are swapped`;
    }
    case 'sign':
      return `d${variable} has the wrong sign`;
    case 'other':
      return `d${variable} is the derivative by ${partials[mistake.of]?.variable ?? ''}`;
  }
  const isInside = reason?.kind === 'wrong-function' && along.functionCount > 1;
  if (verdict === 'disagree' && !isInside) return `d${variable} ${functionNote(partial)}`;
  const note = noteOf(partial, along);
  return note === '' ? `d${variable}` : `d${variable}: ${note}`;
}
