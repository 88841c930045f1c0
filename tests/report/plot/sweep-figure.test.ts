/** @file The axes and notes of a figure of errors, at the ends of what doubles and logarithms reach. */

import type { Sweep } from '../../../src/core/differentiate/sweep';
import { sweepFigure } from '../../../src/report/plot/sweep-figure';

const SUBJECT = { formula: 'f(x)', functionCount: 1 };

/** A sweep with these errors, for steps from 0.1 downwards. */
function sweepOf(errors: readonly number[], more: Partial<Sweep> = {}): Sweep {
  const rows = errors.map((error, i) => ({
    eps: [1e-1, 1e-2, 1e-3][i] as number,
    numerical: 1,
    error,
    regime: 'truncation' as const,
    isBest: false,
    isDefault: false,
  }));
  const best = { value: 1, bound: 1e-15, steepest: 1, usual: 1 };
  return { variable: 'x', x: 1, y: 1, method: 'central', rows, best, ...more };
}

const axesOf = (...errors: readonly number[]) => {
  const { x, panels } = sweepFigure(sweepOf(errors), SUBJECT);
  return [x, panels[0]?.y].map((axis) => [axis?.min, axis?.max]);
};

test('the axes go from the least step to the largest, and by powers of ten around the errors', () => {
  expect(axesOf(3e-5, 2e-7, 0)).toEqual([
    [1e-3, 1e-1],
    [1e-7, 1e-4],
  ]);
});

test('a single step stands in the middle of two decades', () => {
  expect(axesOf(3e-5)[0]).toEqual([0.1 / 10, 0.1 * 10]);
});

test('where all errors are 0 the axis has some length, and the figure says where they are', () => {
  expect(axesOf(0, 0)[1]).toEqual([1e-17, 1]);
  const { notes } = sweepFigure(sweepOf([0, 0]), SUBJECT);
  expect(notes).toContain('an error of 0 is drawn at the lower end');
});

test('the smallest and the largest errors are on the axis', () => {
  expect(axesOf(1e308, 5e-324)[1]).toEqual([Number.MIN_VALUE, Number.MAX_VALUE]);
});

test('steps without a figure are counted', () => {
  const { notes, panels } = sweepFigure(sweepOf([1e-5, NaN, NaN]), SUBJECT);
  expect(notes.at(-1)).toBe('without a figure, so without a point: 2 of the steps');
  expect(panels[0]?.series[0]?.pieces[0]?.x).toEqual([0.1]);
});

test.each([
  [1e-3, 'theory: truncation + round-off, least at eps = 0.001'],
  [0, 'theory: truncation + round-off'],
  [Infinity, 'theory: truncation + round-off'],
])('a theory whose best step is %p says: %s', (bestEps, note) => {
  const theory = { order: 2, higherDerivative: 6, roundOff: 1e-16, bestEps, leastError: 1e-10 };
  expect(sweepFigure(sweepOf([1e-5, 1e-6], { theory }), SUBJECT).notes).toContain(note);
});

test('without any error there is nothing to plot', () => {
  const theory = { order: 2, higherDerivative: 6, roundOff: 1e-16, bestEps: 1, leastError: 1 };
  expect(() => sweepFigure(sweepOf([NaN], { theory }), SUBJECT)).toThrow(
    'nothing to plot: no step gives a figure',
  );
  expect(() => sweepFigure(sweepOf([NaN]), SUBJECT)).toThrow('no step shows one');
});
