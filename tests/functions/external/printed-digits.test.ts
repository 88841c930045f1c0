import { digitsOf, PrintedDigits } from '../../../src/functions/external/printed-digits';

/** What is seen of numbers printed in this way. */
function seen(print: (value: number) => string): PrintedDigits {
  const digits = new PrintedDigits();
  for (let i = 1; i <= 30; i++) digits.add(digitsOf(print(Math.sqrt(i) * 10)));
  return digits;
}

const shortened = (value: number): string => String(Number(value.toPrecision(6)));

test('six digits, as awk prints them, hide half a unit of the last one', () => {
  const digits = seen(shortened);
  expect(digits.significant).toBe(6);
  // 0.25 may stand for 0.2500005.
  expect([
    digits.printingError(0.25),
    digits.printingError(-123.456),
    digits.printingError(0),
  ]).toEqual([0.0000005, 0.0005, 0]);
});

test('six decimals, as %.6f prints them, hide half a unit of the sixth decimal', () => {
  const digits = seen((value) => value.toFixed(6));
  expect([digits.printingError(0.000123), digits.printingError(44.721359)]).toEqual([
    0.0000005, 0.0000005,
  ]);
});

test.each([
  ['the shortest digits', String],
  ['%.17g', (value: number) => value.toPrecision(17)],
  ['17 digits with an exponent', (value: number) => value.toExponential(16)],
])('%s hide nothing', (_, print) => {
  const digits = seen(print);
  expect([digits.isShort, digits.significant, digits.printingError(0.25)]).toEqual([
    false,
    Infinity,
    0,
  ]);
});

test('few numbers may be short by chance', () => {
  const digits = new PrintedDigits();
  for (const word of ['1', '2.5', '-3', 'nan', '1e-3']) digits.add(digitsOf(word));
  expect([digits.isShort, digits.printingError(2.5)]).toEqual([false, 0]);
});
