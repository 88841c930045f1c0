/** What is said of whatever a module has thrown; the errors of real modules are in `import-module.test.ts`. */

import { loadFailure } from '../../../src/cli/process/load-failure';

const thrown = (name: string, message: string, stack?: string): object => ({
  name,
  message,
  stack,
  toString: () => message,
});

const AT = '    at Object.<anonymous> (/home/me/m.cjs:7:9)\n    at node:internal/main:1:1';

test.each<[string, unknown, RegExp]>([
  [
    'an error and the line of its call',
    thrown('Error', 'boom', `Error: boom\n${AT}`),
    /^threw 'boom' as it was loaded, in '\/home\/me\/m\.cjs', line 7$/,
  ],
  [
    'a line of a file address',
    thrown('Error', 'boom', 'Error: boom\n    at file:///home/me/m.mjs:3:1'),
    /, in '\/home\/me\/m\.mjs', line 3$/,
  ],
  [
    'text that is no JavaScript, and the line that stands above',
    thrown('SyntaxError', 'Unexpected end', `/home/me/m.cjs:4\n}\n\nSyntaxError\n${AT}`),
    /^cannot be read: .*, in '\/home\/me\/m\.cjs', line 4$/,
  ],
  [
    'what to run where Node keeps the line',
    thrown('SyntaxError', 'Unexpected end', 'SyntaxError\n    at node:internal/vm:9:1'),
    /^cannot be read: .*; node '\.\/m\.mjs' shows where$/,
  ],
  ['an error without a line', thrown('Error', 'boom'), /^threw 'boom' as it was loaded$/],
  ['a text', 'boom', /^threw 'boom' as it was loaded$/],
  [
    'what the compiler of TypeScript says',
    { diagnosticText: ' m.ts(2,1): wrong ' },
    /^cannot be read: 'm\.ts\(2,1\): wrong'$/,
  ],
  [
    'something whose parts cannot be had',
    new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
      },
    ),
    /^threw .* as it was loaded$/,
  ],
])('%s is told', (_, error, text) => {
  expect(loadFailure(error, './m.mjs')).toMatch(text);
});
