import { DezeroError } from '../../../src/core/text/errors';
import { parseChain } from '../../../src/functions/parse';

function errorOf(text: string): DezeroError {
  try {
    parseChain(text);
  } catch (error) {
    if (error instanceof DezeroError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

describe('the text of a chain', () => {
  test.each([
    ['square', 'square'],
    ['square,exp,square', 'square,exp,square'],
    ['square|exp|square', 'square,exp,square'],
    [' square |\texp ,\n square\r\n', 'square,exp,square'],
    ['square,\u00a0exp\u202f', 'square,exp'],
    ['add(-1),scale( 0.50 )', 'add(-1),scale(0.5)'],
    ['add (1e3)', 'add(1000)'],
    ['add(-0)', 'add(-0)'],
  ])('%j is %s', (text, expected) => {
    expect(parseChain(text).toString()).toBe(expected);
  });

  test('may name 1,000,000 functions', () => {
    const text = Array<string>(1_000_000).fill('square').join(',');
    expect(parseChain(text).functionCount).toBe(1_000_000);
  });
});

describe('a chain that cannot be read', () => {
  test.each([
    ['', 'bad-chain', /function 1 of the chain has no name/],
    [' ', 'bad-chain', /function 1 .* has no name/],
    ['square,', 'bad-chain', /function 2 .* has no name/],
    ['square,,exp', 'bad-chain', /function 2 .* has no name/],
    ['|square', 'bad-chain', /function 1 .* has no name/],
    ['square,add(1', 'bad-chain', /function 2 of the chain: the parentheses do not match/],
    ['add 1)', 'bad-chain', /function 1 of the chain: the parentheses do not match/],
    ['square(exp(square(x)))', 'bad-chain', /in the order they are applied: square,exp,square$/],
    ['exp(square)x', 'bad-chain', /parentheses do not match/],
    ['exp(square())', 'bad-chain', /in the order they are applied: square,exp$/],
    ['add(1)x', 'bad-chain', /parentheses/],
    ['add((1))', 'bad-chain', /parentheses/],
    ['add', 'bad-parameter', /add needs a number in parentheses, add\(c\): for example add\(-1\)/],
    ['add()', 'bad-parameter', /add needs a number in parentheses/],
    [
      'scale(0,5)',
      'bad-parameter',
      /^scale takes one parameter, and 0,5 are two; with a point for the decimals: scale\(0\.5\)$/,
    ],
    ['add(1, 2)', 'bad-parameter', /add needs a number/],
    ['add(1,2,3)', 'bad-parameter', /add needs a number/],
    ['add(x)', 'bad-parameter', /parameter of add: not a number: 'x'/],
    ['add(1e999)', 'bad-parameter', /outside the range/],
    ['square(2)', 'bad-parameter', /square takes no parameters/],
    ['sqaure', 'unknown-function', /unknown function 'sqaure'\. Did you mean 'square'\?/],
    ['EXP', 'unknown-function', /Did you mean 'exp'\?/],
    ['recip', 'unknown-function', /Did you mean 'reciprocal'\?/],
    ['square;exp', 'unknown-function', /'square;exp': separate names with , or \|$/],
    ['square exp', 'unknown-function', /'square exp'/],
    ['square\nexp', 'unknown-function', /'square\\u\{a\}exp'/],
    ['\u001b[31mx', 'unknown-function', /'\\u\{1b\}\[31mx'/],
  ])('is refused with its place: %j as %s', (text, code, message) => {
    expect(errorOf(text)).toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    });
  });

  test.each(['__proto__', 'constructor', 'valueOf', 'hasOwnProperty', 'toString', 'prototype'])(
    '%s, which every object has, is no function',
    (name) => {
      expect(errorOf(name).code).toBe('unknown-function');
      expect(errorOf(`square,${name}`).code).toBe('unknown-function');
    },
  );

  test.each([
    ['sqaure', ['sqaure', '^^^^^^']],
    ['square, sqaure ,exp', ['square, sqaure ,exp', '        ^^^^^^']],
    ['square,,exp', ['square,,exp', '       ^']],
    ['\u001bx,exp', ['\\u{1b}x,exp', '^^^^^^^']],
    [
      `${'square,'.repeat(20)}bad${',square'.repeat(20)}`,
      [
        '…e,square,square,square,square,bad,square,square,square,square,square,s…',
        '                               ^^^',
      ],
    ],
  ])('%j shows the place', (text, details) => {
    expect(errorOf(text).details).toEqual(details);
  });
});
