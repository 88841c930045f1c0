import { MOST_CHARACTERS } from '../../../../src/functions/read/formula/parse-formula';
import { printFormula } from '../../../../src/functions/read/formula/print-formula';
import { meaning, parse } from '../../../support/formula-reader';
import { refusal } from '../../../support/refusal';
import { growth, PROPORTIONAL } from '../../../support/growth';

describe('long formulas', () => {
  test.each<[what: string, count: number, text: (count: number) => string]>([
    ['parentheses', 20_000, (n) => `${'('.repeat(n)}x${')'.repeat(n)}`],
    ['calls', 15_000, (n) => `${'sin('.repeat(n)}x${')'.repeat(n)}`],
    ['fractions', 8000, (n) => `${'1/(1+'.repeat(n)}x${')'.repeat(n)}`],
    ['signs', 20_000, (n) => `${'-'.repeat(n)}x`],
    ['powers', 20_000, (n) => `${'x^'.repeat(n)}x`],
    ['sums', 20_000, (n) => `${'x+'.repeat(n)}x`],
    ['products', 20_000, (n) => '(x)'.repeat(n)],
    ['choices', 10_000, (n) => `${'x>1?1:'.repeat(n)}x`],
    ['conditions', 10_000, (n) => `${'x>1?'.repeat(n)}x${':1'.repeat(n)}`],
    ['rows', 20_000, (n) => `${'x<'.repeat(n)}x ? 1 : 2`],
    ['bars', 20_000, (n) => `${'|'.repeat(n)}x${'|'.repeat(n)}`],
  ])('of %s are read, and read back, in time proportional to their depth', (_, count, text) => {
    const formula = parse(text(count));
    const printed = printFormula(formula);
    if (printed.length <= MOST_CHARACTERS) expect(meaning(parse(printed))).toBe(meaning(formula));
    const readAndPrint = (n: number): void => {
      printFormula(parse(text(n)));
    };
    expect(growth(readAndPrint, count)).toBeLessThan(PROPORTIONAL);
  });

  test.each(['(', '|', '-', 'x^', 'sin(', 'sin ', '√', '2(', 'x>1?', '1/2x', 'sin^', 'x²^', '1,'])(
    'many of %p in a row are refused in words',
    (piece) => {
      const found = refusal(() => parse(piece.repeat(10_000)));
      expect(found.message.length).toBeLessThan(300);
    },
  );

  test('there is a limit, which is said', () => {
    expect(refusal(() => parse('1'.repeat(MOST_CHARACTERS + 1))).message).toBe(
      'the formula has 100001 characters, more than 100000',
    );
    expect(refusal(() => parse('a'.repeat(41))).message).toMatch(/^a name has at most 40 char/);
    expect(parse('a'.repeat(40)).variables).toHaveLength(1);
  });
});
