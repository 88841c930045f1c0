/** @file The figure of a sweep: the error against the step, both on logarithmic axes. */

import { stepsOf } from '../../core/differentiate/eps-grid';
import type { Method } from '../../math/finite-differences';
import { type ErrorTheory, roundOffAt, truncationAt } from '../../core/differentiate/error-theory';
import { DezeroError } from '../../core/text/errors';
import { formatNumber } from '../../core/text/format-number';
import { besides, shortCall } from '../text/heading';
import { readNumber } from '../../core/text/parse-number';
import type { Sweep, SweepRow } from '../../core/differentiate/sweep';
import { withoutBest } from '../sweep-remarks';
import { exponentText } from '../text/number-text';
import { fewDigits } from '../formats/table';
import { exponentOf } from './axis';
import type { Axis, Figure, FigureTexts, Series } from './figure';

const POINTS_PER_DECADE = 10;
const stepText = exponentText(undefined);

/**
 * The V of truncation and round-off error; its points are the errors that the sweep measured.
 *
 * @throws DezeroError `nothing-to-plot` if there are none
 */
export function sweepFigure(sweep: Sweep, options: FigureTexts): Figure {
  const { rows, method, theory } = sweep;
  if (!rows.some(({ error }) => Number.isFinite(error))) throw nothingToPlot(sweep);
  const call = shortCall(options.formula, options.functionCount, options.ellipsis);
  const place = `${sweep.variable} = ${formatNumber(sweep.x)}${besides(options)}`;
  const where = `${call} at ${place}, ${method} difference`;
  const x = xAxisOf(rows);
  const y = yAxisOf(rows);
  const series = [
    ...(theory === undefined ? [] : [theoryLine(method, theory, x)]),
    pointsOf('error', 'error', rows, y),
    ...(['default', 'best'] as const).flatMap((look) => {
      const row = rows.find(({ isBest, isDefault }) => (look === 'best' ? isBest : isDefault));
      if (row === undefined) return [];
      return [pointsOf(look, `${look} ${stepText(row.eps)}`, [row], y)];
    }),
  ];
  const notes = notesOf(sweep);
  return {
    title: options.title ?? where,
    name: options.title ?? `The error of the numerical derivative against its step: ${where}`,
    description: [
      `The error of the numerical derivative of ${where}, against its step eps, both axes logarithmic.`,
      ...notes.map((note) => `${note}.`),
    ].join(' '),
    x,
    xName: 'eps',
    panels: [{ heading: 'error, by eps', y, series }],
    notes,
  };
}

/** The sum of both errors, along the axis. */
function theoryLine(method: Method, theory: ErrorTheory, { min, max }: Axis): Series {
  const eps = [...stepsOf({ from: max, to: min, perDecade: POINTS_PER_DECADE })].reverse();
  const errors = eps.map(
    (step) => truncationAt(method, theory, step) + roundOffAt(method, theory, step),
  );
  const kept = [...eps.keys()].filter((i) => (errors[i] as number) > 0 && errors[i] !== Infinity);
  const piece = { x: kept.map((i) => eps[i] as number), y: kept.map((i) => errors[i] as number) };
  return { name: 'theory', look: 'theory', kind: 'line', pieces: [piece] };
}

/** The measured errors; an error of 0, which a logarithmic axis cannot show, is put at its lower end. */
function pointsOf(
  look: 'error' | 'default' | 'best',
  name: string,
  rows: readonly SweepRow[],
  { min }: Axis,
): Series {
  const kept = rows.filter(({ error }) => Number.isFinite(error)).reverse();
  const piece = { x: kept.map(({ eps }) => eps), y: kept.map(({ error }) => Math.max(error, min)) };
  return { name, look, kind: 'points', pieces: [piece] };
}

function xAxisOf(rows: readonly SweepRow[]): Axis {
  const { eps: max } = rows[0] as SweepRow;
  const { eps: min } = rows.at(-1) as SweepRow;
  return min < max
    ? { min, max, scale: 'log' }
    : { min: min / 10, max: Math.min(max * 10, Number.MAX_VALUE), scale: 'log' };
}

/** The y axis: powers of ten around the errors. */
function yAxisOf(rows: readonly SweepRow[]): Axis {
  const errors = rows.map(({ error }) => error).filter((error) => error > 0 && error < Infinity);
  if (errors.length === 0) return { min: 1e-17, max: 1, scale: 'log' };
  const low = readNumber(`1e${formatNumber(exponentOf(Math.min(...errors)))}`);
  const high = readNumber(`1e${formatNumber(exponentOf(Math.max(...errors)) + 1)}`);
  // The smallest powers of ten are not exact, and 1e309 is infinite.
  return {
    min: low > 0 ? low : Number.MIN_VALUE,
    max: high < Infinity ? high : Number.MAX_VALUE,
    scale: 'log',
  };
}

function nothingToPlot(sweep: Sweep): DezeroError {
  const why = sweep.theory === undefined ? withoutBest(sweep) : 'no step gives a figure';
  return new DezeroError('nothing-to-plot', `nothing to plot: ${why.replace(/\.$/, '')}`);
}

function notesOf(sweep: Sweep): string[] {
  const { rows, theory, exact } = sweep;
  const truth =
    exact === undefined ? 'best numerical derivative' : 'derivative of the formula itself';
  const notes = [`error: distance from the ${truth}`];
  if (theory !== undefined) {
    const { bestEps } = theory;
    const least = bestEps > 0 && bestEps < Infinity ? `, least at eps = ${fewDigits(bestEps)}` : '';
    notes.push(`theory: truncation + round-off${least}`);
  }
  if (rows.some(({ error }) => error === 0)) notes.push('an error of 0 is drawn at the lower end');
  const missing = rows.filter(({ error }) => Number.isNaN(error)).length;
  if (missing > 0) {
    notes.push(`without a figure, so without a point: ${formatNumber(missing)} of the steps`);
  }
  return notes;
}
