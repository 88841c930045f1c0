/** @file What is said of arguments that are of another type than they must be. */

import {
  functionsIn,
  requireBlock,
  requireOneOf,
  requireParts,
  requireText,
} from '../../../src/core/text/require';

const domain = { contains: () => true };

test('what is right is let through', () => {
  requireBlock('f', Float64Array.of(1));
  requireText('f', '', 'x');
  requireOneOf('method', 'best', ['central', 'best']);
  requireParts(
    'make',
    { name: 'f', value: () => 1, parts: [], domain },
    {
      name: 'string',
      value: 'function',
      parts: 'list',
      domain: 'domain',
    },
  );
  const f = { definition: {} };
  expect(functionsIn('f', new Set([f]), '[f]')).toEqual([f]);
});

const parts = (definition: unknown, kind: 'string' | 'function' | 'list' | 'domain') => () => {
  requireParts('make', definition, { part: kind });
};

test.each<[string, () => unknown, RegExp]>([
  [
    'an array for a block',
    () => {
      requireBlock('f', [1]);
    },
    /^f needs a Float64Array of x\b.*Float64Array\.of\(0\.5\)/,
  ],
  [
    'a number for a text',
    () => {
      requireText('f', 5, 'x*y');
    },
    /^f needs a text\b.*'x\*y'/,
  ],
  [
    'a name that is nearly one',
    () => {
      requireOneOf('method', 'bst', ['central', 'best']);
    },
    /^no method 'bst'; there are central, best\. Did you mean 'best'\?$/,
  ],
  [
    'no name at all',
    () => {
      requireOneOf('method', 5, ['central', 'best']);
    },
    /^no method; there are central, best\.$/,
  ],
  ['nothing for a definition', parts(null, 'string'), /^make takes a definition\b.*make\(\{/],
  ['a text for a definition', parts('f', 'string'), /^make takes a definition\b/],
  [
    'a number for a text in it',
    parts({ part: 5 }, 'string'),
    /^the part that make is given must be a string, and it is /,
  ],
  ['a text for a function in it', parts({ part: 'x' }, 'function'), /must be a function, and/],
  ['a text for a list in it', parts({ part: 'x' }, 'list'), /must be an array, and/],
  ['nothing for a domain in it', parts({}, 'domain'), /must be a domain, such as everywhere or/],
  ['null for a domain in it', parts({ part: null }, 'domain'), /must be a domain/],
  ['an object for a domain in it', parts({ part: {} }, 'domain'), /must be a domain/],
  [
    'one function for a list of them',
    () => functionsIn('f', { definition: {} } as never, '[f]'),
    /^f takes a list of functions\b.*\[f\]/,
  ],
  ['null for a list', () => functionsIn('f', null as never, '[f]'), /^f takes a list of functions/],
  ['a text for a list', () => functionsIn('f', 'f' as never, '[f]'), /^f takes a list of/],
  [
    'a list with something else in it',
    () => functionsIn('f', [{ definition: {} }, Math.sin], '[f]'),
    /^f takes functions made by defineFunction and its like\b.*\[f\]/,
  ],
  [
    'a list with nothing in it',
    () => functionsIn('f', [undefined], '[f]'),
    /^f takes functions made by defineFunction/,
  ],
])('%s is refused, and it is said what to give', (_, call, message) => {
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: 'DezeroError', code: 'wrong-type' });
  expect((error as Error).message).toMatch(message);
});
