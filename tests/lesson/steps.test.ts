import { NUMBERS_BEYOND, replayStep, STEP_NUMBERS } from '../../src/lesson/steps';

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
