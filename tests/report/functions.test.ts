import { defineFunction } from '../../src/core/engine/define-function';
import { catalogue } from '../../src/functions/catalogue';
import { plainPaint } from '../../src/report/formats/format';
import { functionCard, functionRecord, functionsList } from '../../src/report/functions';

test('the list fits into 80 columns and names every function', () => {
  const listed = [...catalogue.entries, ...catalogue.operations];
  const list = functionsList(listed, true, plainPaint);
  for (const line of list.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(list).toMatch(/^name +│ f\(x\) +│ f'\(x\) +│ domain +│ also\n/);
  expect(list).toMatch(/\nadd\(c\) +│ x \+ c +│ 1 +│ all x +│\n/);
  expect(list).toMatch(/\nlog +│ log\(x\) +│ 1\/x +│ x >= 0, +│ ln\n[ │]+pole at 0 +│\n/);
  expect(list).toMatch(/\ndiv\(a, b\) +│ a\/b +│ 1\/b; -a\/b\^2 +│ b != 0 +│\n/);
  expect(list).toMatch(/\nround +│ round\(x\) +│ 0 +│ all x, jump │\n/);
  for (const { definition } of listed) {
    expect(list).toMatch(new RegExp(`^${definition.name}(\\([\\w, ]+\\))? +│`, 'm'));
  }
});

test('a function with long formulas has them broken between words', () => {
  const long = 'x if x > 0, else a (e^x - 1)';
  const Long = defineFunction({
    ...catalogue.resolve('relu').definition,
    name: 'aVeryLongName',
    formula: long,
    derivativeFormula: long,
    aliases: ['another', 'andYetAnother'],
  });
  const list = functionsList([Long, catalogue.entry('sqrt')], true, plainPaint);
  const lines = list.trimEnd().split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  const end = lines.findIndex((line) => line.startsWith('sqrt'));
  const cells = lines.slice(2, end).map((line) => line.split('│').map((cell) => cell.trim()));
  const columns = [0, 1, 2, 3, 4].map((i) =>
    cells
      .map((row) => row[i])
      .join(' ')
      .trim(),
  );
  expect(columns).toEqual([
    'aVeryLongName',
    long,
    long,
    'all x, kink at 0',
    'another, andYetAnother',
  ]);
});

test('a card shows everything and a command to try', () => {
  expect(functionCard(catalogue.entry('sqrt'), true, plainPaint)).toBe(`\
sqrt: square root of x

f(x)             │ sqrt(x)
f'(x)            │ 1/(2 sqrt(x))
domain           │ x >= 0
vertical tangent │ at 0: slope undefined on the left, Infinity on the right
exact            │ value and slope are the nearest doubles
try              │ dezero-cli diff --chain sqrt --x 10
`);
});

test('the card of a function with parameters shows how to give them', () => {
  const card = functionCard(catalogue.entry('add'), true, plainPaint);
  expect(card).toMatch(/^add\(c\): x plus a constant\n/);
  expect(card).toContain("dezero-cli diff --chain 'add(-1)' --x 10");
});

test('a card names the aliases, the defaults, and what kind of point each kink is', () => {
  expect(functionCard(catalogue.entry('leaky_relu'), true, plainPaint)).toBe(`\
leakyRelu(a): relu with a slope below 0

f(x)        │ x if x > 0, else a*x
f'(x)       │ 1 if x > 0, else a
domain      │ all x
kink        │ at 0: slope 0.01 on the left, 1 on the right
also called │ leaky_relu
default     │ a = 0.01
exact       │ value and slope are the nearest doubles
try         │ dezero-cli diff --chain 'leakyRelu(0.01)' --x 10
`);
  const kindOf = (name: string): string | undefined =>
    /^(pole|vertical tangent|edge|kink) +│/m.exec(
      functionCard(catalogue.entry(name), true, plainPaint),
    )?.[1];
  expect(['log', 'acosh', 'hardtanh', 'cbrt'].map(kindOf)).toEqual([
    'pole',
    'vertical tangent',
    'kink',
    'vertical tangent',
  ]);
});

test('records carry the same facts for programs', () => {
  const cellsOf = (record: object) => Object.values(record).map((cell: unknown) => [cell]);
  expect(cellsOf(functionRecord(catalogue.entry('relu')))).toEqual([
    ['relu'],
    [[]],
    [['x']],
    [[]],
    [[]],
    ['max(x, 0)'],
    ['1 if x > 0, else 0'],
    ['all x'],
    [[{ at: 0, left: 0, right: 1 }]],
    [[]],
    ['rectified linear unit'],
  ]);
  const max = catalogue.operation('max');
  expect(max && cellsOf(functionRecord(max))).toEqual([
    ['max'],
    [[]],
    [['a', 'b']],
    [[]],
    [[]],
    ['max(a, b)'],
    ['1 if a >= b, else 0; 0 if a >= b, else 1'],
    ['all a, b'],
    [[]],
    [['kink at a = b']],
    ['larger of a and b'],
  ]);
});
