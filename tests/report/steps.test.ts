import { allEqual, type Step } from '../../src/lesson/steps';
import { plainPaint } from '../../src/report/format';
import { stepsBlock, stepsPage, stepsSummary } from '../../src/report/steps';

const right: Step = {
  step: 2,
  title: 'a function',
  figures: [{ computation: 'square at 10', figure: 100, book: 100 }],
};
const wrong: Step = {
  step: 10,
  title: 'tests',
  figures: [
    { computation: 'square at 2', figure: 4.000000000000001, book: 4 },
    { computation: 'both are close', figure: true, book: true },
    { computation: 'between', figure: 0.25, book: null },
  ],
};

test('a page shows each figure and whether it equals the one of the book', () => {
  expect(stepsPage([right, wrong], plainPaint)).toBe(`\
 2  a function
    square at 10                                100                 = book
10  tests
    square at 2                                 4.000000000000001   book: 4
    both are close                              true                = book
    between                                     0.25
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
  expect(stepsBlock([right, wrong])).toMatchObject({
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
