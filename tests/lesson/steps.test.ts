import { runInNewContext } from 'node:vm';
import { NUMBERS_BEYOND, replayStep, STEP_NUMBERS, stepAfter } from '../../src/lesson/steps';
import { runMain } from '../support/run-main';

const steps = STEP_NUMBERS.map(replayStep);
const beyond = NUMBERS_BEYOND.map(replayStep);

test('there are ten steps, each with a title and a figure', () => {
  expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const { title, figures } of steps) {
    expect(title).toMatch(/\S/);
    expect(figures.length).toBeGreaterThan(0);
  }
});

test("every figure equals the book's", () => {
  for (const { step, figures } of [...steps, ...beyond]) {
    for (const { computation, figure, book } of figures) {
      if (book !== null) expect([step, computation, figure]).toEqual([step, computation, book]);
    }
  }
});

test("the book's figures are those of the book", () => {
  expect(steps.map(({ figures }) => figures.map(({ book }) => book))).toEqual([
    [1],
    [100],
    [null, null, 1.648721270700128],
    [4.000000000004, 3.2974426293330694],
    [3.297442541400256],
    [null, null, 3.297442541400256],
    [true, 3.297442541400256],
    [3.297442541400256],
    [3.297442541400256, true],
    [4, 6, true],
  ]);
});

test('the figures between are those of the chain rule', () => {
  expect(steps[2]?.figures.map(({ figure }) => figure)).toEqual([
    0.25, 1.2840254166877414, 1.648721270700128,
  ]);
  expect(steps[5]?.figures.map(({ figure }) => figure)).toEqual([
    2.568050833375483, 3.297442541400256, 3.297442541400256,
  ]);
});

test('beyond the ten, and marked so, are those of the second stage that have figures', () => {
  expect(beyond.map(({ step, figures }) => [step, ...figures.map(({ book }) => book)])).toEqual([
    [11, 5],
    [13, 13, 4, 6],
    [14, 2, 3],
    [16, 32, 64],
  ]);
  for (const { title } of beyond) expect(title).toMatch(/^second stage: \S/);
  for (const { title } of steps) expect(title).not.toContain('stage');
});

test('the numbers in the formula of a figure give that figure', () => {
  let checked = 0;
  for (const { figures } of [...steps, ...beyond]) {
    for (const { figure, working = [] } of figures) {
      const last = working.at(-1);
      if (typeof figure !== 'number' || last?.startsWith('= ') !== true) continue;
      const formula = last.slice(2).replace(/e\^([\d.]+)/g, 'Math.exp($1)');
      // Our own text, of numbers and operators alone.
      expect(formula).toMatch(/^[\d.e+\-*/() ]*(Math\.exp\([\d.]+\))?$/);
      const value = Number(runInNewContext(formula));
      expect(Math.abs(value - figure)).toBeLessThan(1e-15 * Math.abs(figure));
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(15);
});

test('a reader of the book meets its names, in the step that brings them', () => {
  const said = (step: number): string => JSON.stringify(replayStep(step));
  const names: readonly (readonly [step: number, ...string[]])[] = [
    [1, 'Variable', 'data'],
    [2, 'Function', 'call', 'forward', 'Square'],
    [3, 'A, B and C', 'exp'],
    [4, 'numerical_diff', 'eps', '0.0001'],
    [5, 'dy/db * db/da * da/dx'],
    [6, 'backward', 'gy', 'y.grad = 1', 'Exp'],
    [7, 'creator', 'y.backward()'],
    [8, 'list', 'creator'],
    [9, 'as_array', 'square(exp(square(x)))'],
    [10, 'gradient check', 'numerical_diff', 'np.allclose'],
    [14, 'twice'],
    [16, 'generation'],
  ];
  for (const [step, ...words] of names) {
    for (const word of words)
      expect([step, said(step)]).toEqual([step, expect.stringContaining(word)]);
  }
});

test('what each step says to type next works', async () => {
  for (const { next } of [...steps, ...beyond]) {
    const words = (next.command.match(/'[^']*'|\S+/g) ?? []).map((word) =>
      word.replaceAll("'", ''),
    );
    expect([next.command, (await runMain(words)).status]).toEqual([next.command, 0]);
  }
});

test('after a step comes the next that has figures', () => {
  expect([1, 10, 11, 16].map(stepAfter)).toEqual([2, 11, 13, undefined]);
});
