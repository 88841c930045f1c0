import { readDefinition } from '../../../src/functions/read/read-definition';
import { refusal } from '../../support/refusal';
import { growth, PROPORTIONAL } from '../../support/growth';

/** The parts of a definition as texts, names with what stands at their place. */
function partsOf(text: string): unknown {
  const { name, parameters, body, claims } = readDefinition(text);
  const written = ({ start, end }: { start: number; end: number }): string =>
    text.slice(start, end).trim();
  return {
    ...(name !== undefined && { name: [name.name, written(name)] }),
    ...(parameters !== undefined && { parameters: parameters.map((p) => [p.name, written(p)]) }),
    body: written(body),
    claims: claims.map(({ variable, part }) =>
      variable === undefined ? written(part) : [variable.name, written(variable), written(part)],
    ),
  };
}

test.each([
  ['x^2', { body: 'x^2', claims: [] }],
  ['x*exp(-x); exp(-x)*(1-x)', { body: 'x*exp(-x)', claims: ['exp(-x)*(1-x)'] }],
  ['w*b; b; w', { body: 'w*b', claims: ['b', 'w'] }],
  [
    'w*b; dw = b;db=w',
    {
      body: 'w*b',
      claims: [
        ['w', 'dw', 'b'],
        ['b', 'db', 'w'],
      ],
    },
  ],
  [
    ' f ( x ) = x^2; 2x',
    { name: ['f', 'f'], parameters: [['x', 'x']], body: 'x^2', claims: ['2x'] },
  ],
  [
    'f(w, b) = w*b',
    {
      name: ['f', 'f'],
      parameters: [
        ['w', 'w'],
        ['b', 'b'],
      ],
      body: 'w*b',
      claims: [],
    },
  ],
  ['y = x^2', { name: ['y', 'y'], body: 'x^2', claims: [] }],
  // as it is written: whether it is allowed is asked elsewhere
  ['2f(x) = x', { name: ['2f', '2f'], parameters: [['x', 'x']], body: 'x', claims: [] }],
  // comparisons are no headers
  ['y == x ? 1 : 2', { body: 'y == x ? 1 : 2', claims: [] }],
  ['x<=1 ? 1 : 2; 0', { body: 'x<=1 ? 1 : 2', claims: ['0'] }],
  ['sin(x) == 1 ? 1 : 2', { body: 'sin(x) == 1 ? 1 : 2', claims: [] }],
  ['x+1 = 2', { body: 'x+1 = 2', claims: [] }],
  ['', { body: '', claims: [] }],
])('%p has its parts', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test.each([
  ['x^2;', ';', 'there is no derivative after this semicolon: write one, or leave it out'],
  ['x^2; ; 2', ';', 'there is no derivative after this semicolon: write one, or leave it out'],
  ['f() = 1', ')', 'a variable is missing in the parentheses, as in f(x) = x^2'],
  ['f(x,) = 1', ')', 'a variable is missing between two commas'],
  ['f(x, x) = 1', 'x', "two variables have the name 'x'"],
  ['f(2x) = 1', '2x', "the variables of a function are names of letters, digits and _, not '2x'"],
  ['f(pi) = 1', 'pi', 'pi is a number: give the variable another name'],
  [
    'f(__proto__) = 1',
    '__proto__',
    "the name '__proto__' is not allowed: JavaScript's objects use it",
  ],
  ['f(x) = ', '=', 'the formula is missing'],
  ['x^2; dx =', '=', 'the formula is missing'],
  ["f''(x) = 2", "f''(x) =", 'a derivative is written after a semicolon, as in f(x) = x^2; 2*x'],
  ['y\u2033 = 2', 'y\u2033 =', 'a derivative is written after a semicolon, as in f(x) = x^2; 2*x'],
  ["f'(x) = 2*x", "f'(x) =", 'a derivative is written after a semicolon, as in f(x) = x^2; 2*x'],
  [
    "x^2; f'(x) = 2*x",
    "f'(x) =",
    'a derivative is written by itself, or after the name of its variable: dx = ...',
  ],
  [
    'x^2; dy/dx = 2*x',
    'dy/dx =',
    'a derivative is written by itself, or after the name of its variable: dx = ...',
  ],
  ['x^2; y = 2*x', 'y', "a derivative is named by its variable, as in dx = ..., not 'y'"],
  ['x^2; d(x) = 2*x', 'd', "a derivative is named by its variable, as in dx = ..., not 'd'"],
  ['x^2; dx = 1; 2', ' 2', 'name each derivative, dx = ..., or none of them'],
  ['x^2; 2; dx = 1', 'dx', 'name each derivative, dx = ..., or none of them'],
  ['x^2; dx = 1; dx = 2', 'dx', 'dx is there twice'],
])('%p at %p: %s', (text, marked, message) => {
  expect(refusal(() => readDefinition(text))).toEqual({ message, marked });
});

test('an escape sequence is shown, not sent', () => {
  const { marked } = refusal(() => readDefinition('f(\u001b[31m) = x'));
  expect(marked).toBe('\\u{1b}[31m');
});

test.each(['d ', ' ', "f'", 'd/', 'f(', '(', ',', 'x;', 'dx', 'f(x'])(
  'time is in proportion to a text of many %j',
  (piece) => {
    const read = (count: number): void => {
      try {
        readDefinition(`${piece.repeat(count)}= 1`);
      } catch {
        // Refused or not, it is quick.
      }
    };
    expect(growth(read, 80_000)).toBeLessThan(PROPORTIONAL);
  },
);
