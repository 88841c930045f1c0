import { parseNumber, readNumber } from '../../../src/core/text/parse-number';

test.each([
  ['0.5', 0.5],
  ['5.', 5],
  ['.5', 0.5],
  ['+.5', 0.5],
  ['-0', -0],
  ['-1e-4', -1e-4],
  ['1E+3', 1000],
  ['007', 7],
  ['5e-324', 5e-324],
  ['2.2250738585072011e-308', 2.225073858507201e-308],
  ['1e-999', 0],
  ['0.1000000000000000055511151231257827021181583404541015625', 0.1],
  [' \t0.5\t ', 0.5],
])('reads %j', (text, expected) => {
  expect(parseNumber(text)).toBe(expected);
});

test.each([
  ...'. - + -. e5 1e 1e+ --5 +-5 1,5 1_000 0x10 0b1 0o17 1.5f 10n 1d5 nan NaN'.split(' '),
  ...'inf Infinity -Infinity true null [] {} １２ $(id) 1.2.3 0x1p-3 1e1.5 ½'.split(' '),
  '',
  ' ',
  '- 5',
  '1 2',
  '\u22125',
  '\u00a01',
  '1\u2028',
  '1\v',
  '1\f',
  '1\n',
  '\ufeff1',
  '1\0',
])('refuses %j', (text) => {
  expect(readNumber(text)).toBeNaN();
  expect(() => parseNumber(text)).toThrow(/^not a number: /);
});

test.each(['1e999', '-1e999', '9'.repeat(400)])('one too large is out of range: %s', (text) => {
  expect(() => parseNumber(text)).toThrow(/outside the range of a double/);
});

test.each([
  ['', /a number is needed/],
  ['0,5', /use a point/],
  ['1_000', /underscores/],
  ['1,000', /use a point for the decimals, as in 0.5, and nothing between thousands$/],
  ['0,500', /use a point for the decimals, as in 0.5$/],
  ["1'234'567.5", /digits are not grouped: write 1234567.5$/],
  ['1\u00a0000', /digits are not grouped: write 1000$/],
  ['-12 050,5', /digits are not grouped: write -12050.5$/],
  ['1,234,567.5', /digits are not grouped: write 1234567.5$/],
  ['1.234.567', /digits are not grouped: write 1234567$/],
  ['1.000,5', /digits are not grouped: write 1000.5$/],
  ['0,100.5', /several numbers$/],
  ['0 050', /several numbers$/],
  ['100 200 300', /several numbers/],
  ['２', /: '２'; write 2$/],
  ['"-2.5"', /; write -2.5$/],
  ['2\u200b', /; write 2$/],
  ['1d-5', /; write 1e-5$/],
  ['1.5x10^-3', /; write 1.5e-3$/],
  ['1.5f', /: '1.5f'$/],
  ['1,2,3', /several numbers/],
  ['1 2', /several numbers/],
  ['0.5;-.7', /several numbers/],
  ['0x10', /only decimal/],
  ['nan', /a finite number/],
  ['\u22125', /minus sign of the keyboard/],
])('says how to mend %j', (text, hint) => {
  expect(() => parseNumber(text)).toThrow(hint);
});

test('a million digits and a letter are refused in linear time', () => {
  expect(readNumber(`${'1'.repeat(1_000_000)}x`)).toBeNaN();
});
