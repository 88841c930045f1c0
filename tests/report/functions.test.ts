import { catalogue } from '../../src/functions/catalogue';
import { plainPaint } from '../../src/report/format';
import { functionCard, functionsBlock, functionsList } from '../../src/report/functions';

test('the list fits into 80 columns and names every function', () => {
  const lines = functionsList(catalogue.entries, true, plainPaint).trimEnd().split('\n');
  expect(lines).toHaveLength(catalogue.entries.length + 2);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  expect(lines[0]).toMatch(/^name +│ f\(x\) +│ f'\(x\) +│ domain │ summary$/);
  expect(
    lines.some((line) => /^add\(c\) +│ x \+ c +│ 1 +│ all x +│ x plus a constant$/.test(line)),
  ).toBe(true);
});

test('a card shows everything and a command to try', () => {
  expect(functionCard(catalogue.entry('sqrt'), plainPaint)).toBe(`\
sqrt: square root of x

f(x)             │ sqrt(x)
f'(x)            │ 1/(2 sqrt(x))
domain           │ x >= 0
vertical tangent │ at 0: slope undefined on the left, Infinity on the right
try              │ dezero-cli diff --chain sqrt --x 10
`);
});

test('the card of a function with parameters shows how to give them', () => {
  const card = functionCard(catalogue.entry('add'), plainPaint);
  expect(card).toMatch(/^add\(c\): x plus a constant\n/);
  expect(card).toContain("dezero-cli diff --chain 'add(-1)' --x 10");
});

test('records carry the same facts for programs', () => {
  const { columns } = functionsBlock([catalogue.entry('relu')]);
  expect(columns).toEqual([
    ['relu'],
    [[]],
    ['max(x, 0)'],
    ['1 if x > 0, else 0'],
    ['all x'],
    [[{ at: 0, left: 0, right: 1 }]],
    ['rectified linear unit'],
  ]);
});
