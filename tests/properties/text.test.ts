import fc, { type Arbitrary } from 'fast-check';
import { Chain } from '../../src/core/graph/chain';
import type { Graph } from '../../src/core/graph/graph';
import type { FunctionClass } from '../../src/core/engine/define-function';
import { DezeroError } from '../../src/core/text/errors';
import { formatNumber } from '../../src/core/text/format-number';
import { parseNumber, readNumber } from '../../src/core/text/parse-number';
import { catalogue } from '../../src/functions/catalogue';
import { parseChain } from '../../src/functions/parse';
import { runMain } from '../support/run-main';
import { anyFunction, doubleOfBits, finiteDouble } from '../support/arbitraries';
import { functionsOf } from '../support/chains';
import { holdsForAll, holdsForAllAsync } from '../support/holds-for-all';

const fewDigits = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -330, max: 304 }))
  .map(([digits, exponent]) => Number(`${String(digits)}e${String(exponent)}`));

describe('a number, printed and read', () => {
  test.each([
    ['of every bit pattern', doubleOfBits],
    ['of every size, the simplest first', finiteDouble],
    ['subnormal', fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((n) => n * 2 ** -1074)],
    ['whole', fc.maxSafeInteger()],
    ['of few digits', fewDigits],
  ])('%s is the same double, -0 included', (_, numbers) => {
    holdsForAll(
      fc.property(numbers, (value) => Object.is(parseNumber(formatNumber(value)), value)),
      10000,
    );
  });

  test.each([-0, 0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE])('%d too', (value) => {
    expect(parseNumber(formatNumber(value))).toBe(value);
  });
});

const DIGITS = '0123456789';

/**
 * Whether the text is a decimal number, by reading it character by character: blanks, a sign,
 * digits with at most one point, an exponent, blanks.
 */
function isDecimal(text: string): boolean {
  let at = 0;
  const isAt = (accepted: string): boolean =>
    at < text.length && accepted.includes(text.charAt(at));
  const skip = (accepted: string, most = Infinity): number => {
    const start = at;
    while (at - start < most && isAt(accepted)) at++;
    return at - start;
  };
  skip(' \t');
  skip('+-', 1);
  const whole = skip(DIGITS);
  const fraction = skip('.', 1) > 0 ? skip(DIGITS) : 0;
  if (whole + fraction === 0) return false;
  if (skip('eE', 1) > 0) {
    skip('+-', 1);
    if (skip(DIGITS) === 0) return false;
  }
  skip(' \t');
  return at === text.length;
}

const digits = fc.string({ unit: fc.constantFrom(...DIGITS.split('')), maxLength: 20 });
const blanks = fc.constantFrom('', '', '', ' ', '\t', ' \t ');
const sign = fc.constantFrom('', '', '+', '-');
const exponent = fc
  .tuple(fc.constantFrom('e', 'E'), sign, fc.integer({ min: 0, max: 400 }))
  .map(([letter, ofExponent, value]) => `${letter}${ofExponent}${String(value)}`);
/** Numbers, and what is one but for a digit. */
const almostDecimal = fc
  .tuple(
    blanks,
    sign,
    digits,
    fc.constantFrom('.', ''),
    digits,
    fc.oneof(fc.constant(''), exponent),
    blanks,
  )
  .map((parts) => parts.join(''));

/** What other readers of numbers accept, and what looks like a digit, a sign or a blank. */
const TEMPTATIONS = (
  '0x 0X1 0b1 0o7 1_000 1,000 0,5 1d5 1f 1n nan NaN inf Infinity -Infinity 1e 1e+ . - + -. e5 -- ' +
  '\u2212 \u00a0 \u2028 \ufeff \uff11 \u0661 \u00bd \0 \v \f $(1)'
).split(' ');
const piece = fc.oneof(
  fc.constantFrom(...`${DIGITS}+-.eE \t`.split('')),
  fc.constantFrom(...TEMPTATIONS),
  fc.string({ unit: 'grapheme', maxLength: 1 }),
);
const anyText = fc.oneof(
  almostDecimal,
  fc.tuple(almostDecimal, piece, fc.nat()).map(([text, inserted, at]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + inserted + text.slice(place);
  }),
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
);

/** parseNumber(text), or undefined where it refuses. */
function parsed(text: string): number | undefined {
  try {
    return parseNumber(text);
  } catch (error) {
    if (error instanceof DezeroError) return undefined;
    throw error;
  }
}

describe('a text', () => {
  test('is a number exactly if the grammar says so, and then never NaN', () => {
    let accepted = 0;
    const tried = holdsForAll(
      fc.property(anyText, (text) => {
        const value = readNumber(text);
        if (isDecimal(text)) accepted++;
        return Number.isNaN(value) === !isDecimal(text);
      }),
      20000,
    );
    expect(accepted / tried).toBeGreaterThan(0.25);
  });

  test('that is accepted is a finite number, the one that the language reads', () => {
    holdsForAll(
      fc.property(anyText, (text) => {
        const value = parsed(text);
        return value === undefined || (Number.isFinite(value) && Object.is(value, Number(text)));
      }),
      20000,
    );
  });

  test('that is refused is refused by the command too, as an argument', async () => {
    // With an operator between two numbers it may be a formula of constants, which is a number.
    const argument = anyText.filter((text) => text !== '-' && !/[\d.]\s*[-+*/^:]/.test(text));
    await holdsForAllAsync(
      fc.asyncProperty(argument, async (text) => {
        const run = await runMain(['diff', '--chain=identity', `--x=${text}`, '--only=x']);
        const value = parsed(text);
        expect([text, run.status]).toEqual([text, value === undefined ? 2 : 0]);
        expect(run.stdout).toBe(value === undefined ? '' : `${formatNumber(value)}\n`);
      }),
      400,
    );
  });

  test('that is refused is refused by the command too, as a line of standard input', async () => {
    // A line end, and a CR before it, are no part of the line; nor is a byte order mark at the start.
    const line = anyText.filter((text) => !/\n|\r$|^\ufeff/.test(text));
    await holdsForAllAsync(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 100 }), async (lines) => {
        const args = ['diff', '--chain=identity', '--x=-', '--only=x', '--keep-going'];
        const run = await runMain(args, { stdin: lines.map((text) => `${text}\n`).join('') });
        const values = lines.map(parsed).filter((value) => value !== undefined);
        expect(run.stdout).toBe(values.map((value) => `${formatNumber(value)}\n`).join(''));
        // One blank line at the end, after others, is no line.
        const isBlankEnd = lines.length > 1 && /^[ \t]*$/.test(lines.at(-1) ?? '');
        const count = isBlankEnd ? lines.length - 1 : lines.length;
        expect(run.status).toBe(values.length === count ? 0 : 2);
      }),
      100,
    );
  });
});

/** A function of the catalogue, its parameters of any size. */
const anyFunctionAtAll: Arbitrary<FunctionClass> = fc.oneof(
  anyFunction,
  fc
    .tuple(fc.constantFrom('add', 'scale'), doubleOfBits)
    .map(([name, c]) => catalogue.resolve(name, [formatNumber(c)])),
);

function isSameFunction(a: FunctionClass, b: FunctionClass | undefined): boolean {
  const { family, name } = a.definition;
  if (family === undefined) return a === b;
  const other = b?.definition.family;
  return (
    b?.definition.name === name &&
    other?.name === family.name &&
    other.parameters.length === family.parameters.length &&
    other.parameters.every((value, i) => Object.is(value, family.parameters[i]))
  );
}

function isSameChain(a: Graph, b: Graph): boolean {
  return (
    functionsOf(a).length === functionsOf(b).length &&
    functionsOf(a).every((f, i) => isSameFunction(f, functionsOf(b)[i]))
  );
}

const anyChain = fc
  .array(anyFunctionAtAll, { minLength: 1, maxLength: 8 })
  .map((functions) => new Chain(functions));

describe('a chain, printed and read', () => {
  test('is the same chain: the same functions with the same parameters', () => {
    holdsForAll(
      fc.property(anyChain, (chain) => isSameChain(chain, parseChain(chain.toString()))),
      1500,
    );
  });

  test('is the same chain with any separators, and white space wherever it is allowed', () => {
    const space = fc.constantFrom('', '', ' ', '\t', '\n', ' \r\n ');
    const separator = fc.tuple(space, fc.constantFrom(',', '|'), space).map((p) => p.join(''));
    holdsForAll(
      fc.property(anyChain, fc.infiniteStream(separator), space, (chain, separators, around) => {
        const text = functionsOf(chain).reduce(
          (before, { definition: { name } }, i) =>
            i === 0 ? name : before + String(separators.next().value) + name,
          '',
        );
        return isSameChain(chain, parseChain(around + text + around));
      }),
      1000,
    );
  });
});

/** The code of the error that the text of a chain meets with; undefined where it is accepted. */
function refusalOf(text: string): string | undefined {
  try {
    parseChain(text);
    return undefined;
  } catch (error) {
    if (error instanceof DezeroError) return error.code;
    throw error;
  }
}

describe('a name outside the catalogue', () => {
  const names = catalogue.entries.flatMap(({ definition }) => [
    definition.name,
    ...(definition.aliases ?? []),
  ]);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$.-';
  const letter = fc.constantFrom(...letters.split(''));
  const misspelt = fc
    .tuple(fc.constantFrom(...names), fc.nat(), letter, fc.nat({ max: 2 }))
    .map(([name, at, inserted, removed]) => {
      const place = at % (name.length + 1);
      return name.slice(0, place) + inserted + name.slice(place + removed);
    });
  const ofEveryObject = fc.constantFrom(
    ...Object.getOwnPropertyNames(Object.prototype),
    ...Object.getOwnPropertyNames(Map.prototype),
    'prototype',
    'name',
    'definition',
  );
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 12 });
  const outside = fc.oneof(misspelt, ofEveryObject, word).filter((name) => !names.includes(name));

  test('never parses, wherever it stands in a chain, with parameters or without', () => {
    const parameters = fc.constantFrom('', '', '()', '(1)', '(1,2)');
    holdsForAll(
      fc.property(anyChain, fc.nat(), outside, parameters, (chain, at, name, inParentheses) => {
        const texts = functionsOf(chain).map(({ definition }) => definition.name);
        texts.splice(at % (texts.length + 1), 0, name + inParentheses);
        return refusalOf(texts.join(',')) === 'unknown-function';
      }),
      1500,
    );
  });
});
