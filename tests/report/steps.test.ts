import { allEqual, type Step } from '../../src/lesson/steps';
import { blockOf, plainPaint } from '../../src/report/formats/format';
import { stepPage, stepRecords, stepsPage, stepsSummary } from '../../src/report/steps';

const right: Step = {
  step: 2,
  title: 'a function',
  why: 'A Function makes a Variable of a Variable.',
  next: { command: 'diff square --x 10', shows: 'the same here' },
  figures: [
    { computation: 'square at 10', figure: 100, book: 100, working: ['= x * x', '= 10 * 10'] },
  ],
};
const wrong: Step = {
  step: 10,
  title: 'tests',
  why: 'Two derivatives are compared.',
  next: { command: "check 'x^2' --x 1 2 3", shows: 'the proof' },
  figures: [
    { computation: 'square at 2', figure: 4.000000000000001, book: 4 },
    { computation: 'both are close', figure: true, book: true },
    { computation: 'between', figure: 0.25, book: null },
  ],
};

test('the lesson shows why each step is made, its figures, and whether they are those of the book', () => {
  expect(stepsPage([right, wrong], plainPaint)).toBe(`\
2  a function
    A Function makes a Variable of a Variable.
    square at 10                                100                 = book

10  tests
    Two derivatives are compared.
    square at 2                                 4.000000000000001   book: 4
    both are close                              true                = book
    between                                     0.25

Next, with the same chain:
  dezero-cli diff --chain square,exp,square --x 0.5   all derivatives
  dezero-cli sweep --chain square,exp,square --x 0.5  the error for each eps
  dezero-cli graph --chain square,exp,square --x 0.5  the graph
  dezero-cli check --chain square,exp,square          the proof
  dezero-cli steps 4                                  one step, with its numbers
`);
});

test('one step shows the formula of each figure, with its numbers, and what to type', () => {
  expect(stepPage(right, 3, plainPaint)).toBe(`\
2  a function

A Function makes a Variable of a Variable.

    square at 10                                100                 = book
        = x * x
        = 10 * 10

Try:
  dezero-cli diff square --x 10  the same here
  dezero-cli steps 3             the next step
`);
});

test('on a narrow terminal a command is broken so that a shell reads on, and never in quotes', () => {
  const page = stepPage(wrong, undefined, { ...plainPaint, width: 26 });
  expect(page).toContain(`
  the proof:
    dezero-cli check \\
      'x^2' --x 1 2 3
`);
  expect(page).toContain(`
    square at 2
      4.000000000000001 book: 4
`);
});

test('the summary counts', () => {
  expect([allEqual([right]), stepsSummary([right])]).toEqual([
    true,
    "the figure equals the book's",
  ]);
  expect([allEqual([right, wrong]), stepsSummary([right, wrong])]).toEqual([
    false,
    "1 of 3 figures differ from the book's",
  ]);
});

test('records have one row for each figure', () => {
  const records = stepRecords([right, wrong]);
  expect(blockOf(Object.keys(records[0] ?? {}), records)).toMatchObject({
    length: 4,
    columns: [
      [2, 10, 10, 10],
      {},
      {},
      [100, 4.000000000000001, true, 0.25],
      [100, 4, true, null],
      [true, false, true, null],
    ],
  });
});
