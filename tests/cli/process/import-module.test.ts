/** Which modules are loaded, and what is said of one that is not. */

import { refused } from '../../support/run-main';
import { AT_3, GOOD, PAIR, moduleRuns } from '../../support/modules';
import { bash, PROGRAM, REPOSITORY } from '../../support/program';
import { loadFailure } from '../../../src/cli/process/load-failure';

/** Which modules are loaded, and what is said of one that is not. */

const { aloneAt3, beside, directory, sharedAt3, write } = moduleRuns();

describe('a module may be', () => {
  const definition =
    `import { defineFunction } from '${REPOSITORY}/dist/index.js';\n` +
    "export const g = defineFunction({ name: 'other', aliases: ['ln'], summary: 'a square', formula: 'x^2', " +
    "derivativeFormula: '2x', domain: { text: 'x > 1', contains: (x) => x > 1 }, " +
    'value: (x) => x * x, derivative: (x) => 2 * x, samples: [2, 3] });';

  const forms: readonly (readonly [string, string])[] = [
    ['m.mjs', GOOD],
    ['m.cjs', `exports.g = ${PAIR}`],
    ['m.cjs', `module.exports = { g: ${PAIR} }`],
    ['m.cjs', `module.exports = Object.fromEntries([['g', ${PAIR}]])`],
    ['m.cjs', `exports.__esModule = true; exports.default = { g: ${PAIR} }`],
    ['m.js', `exports.g = ${PAIR}`],
    ['commonjs/m.js', `exports.g = ${PAIR}`],
    ['esm/m.js', GOOD],
    ['m.mjs', `export default { g: ${PAIR} }`],
    ['m.mjs', `${GOOD}\nexport default { g }`],
    ['m.mjs', `${GOOD}\nexport default g`],
    ['m.mjs', `await new Promise((resolve) => setTimeout(resolve, 10));\n${GOOD}`],
    ['a b%20#é.mjs', GOOD],
    ['m.mjs', definition],
    [
      'm.ts',
      `const two: number = 2;\nexport const g = { value: (x: number): number => x * x, derivative: (x: number) => two * x };`,
    ],
    [
      'm.ts',
      `type F = (x: number) => number;\nconst value: F = (x) => x * x;\nexport default { g: { value, derivative: (x: number) => 2 * x } };`,
    ],
  ];

  test.each(forms)('a file %s with %s', async (name, text) => {
    expect(await sharedAt3(text, name)).toMatchObject({ status: 0, stdout: '6\n', stderr: '' });
  });

  test('an ES module in TypeScript, which no other has come before', () => {
    const text = `export const g = { value: (x: number) => x * x, derivative: (x: number) => 2 * x };`;
    expect(aloneAt3(text, 'esm/m.ts')).toEqual([0, '6\n', '']);
  });

  test('a function of the catalogue under a new name', async () => {
    const text = `import { Log } from '${REPOSITORY}/dist/index.js'; export const g = Log;`;
    const words = 'diff -c g -x 1 --only backprop --module m.mjs';
    expect(await beside({ 'm.mjs': text }, words)).toMatchObject({ stdout: '1\n', stderr: '' });
  });
});

describe('a path is refused', () => {
  test.each([
    [
      'my-module',
      /'my-module' is no path of a module, a file that ends in \.mjs, \.js, \.cjs, \.ts/,
    ],
    ['fs', /no path of a module/],
    ['data:text/javascript,1', /no path of a module/],
    ["''", /no path of a module/],
    ['./nope.mjs', /cannot read the module '\.\/nope\.mjs': ENOENT: no such file/],
    ['lodash.js', /cannot read the module 'lodash\.js': ENOENT/],
    ['./folder.mjs', /cannot read the module '\.\/folder\.mjs': EISDIR/],
  ])('that names no file of a module: %s', async (path, message) => {
    expect(await refused(beside({ 'folder.mjs/empty': '' }, `${AT_3} ${path}`))).toMatch(message);
  });
});

/** A message of one line that starts with our name: no stack trace. */
const ONE_LINE = /^dezero-cli: [^\n]*\n$/;

describe('a module that cannot be loaded', () => {
  const HOSTILE =
    'new Proxy({}, { get() { throw 1; }, has() { throw 2; }, ownKeys() { throw 3; }, getPrototypeOf() { throw 4; } })';

  const unloadable: readonly (readonly [string, string, RegExp])[] = [
    [
      'm.cjs',
      'const a = 1;\nexports.g = {\n',
      /'\.\/m\.cjs' cannot be read: 'Unexpected end of input', in '.*\/m\.cjs', line 3\n/,
    ],
    [
      'm.cjs',
      "const a = 1;\nrequire('./bad.cjs')",
      /cannot be read: .*, in '.*\/bad\.cjs', line 2\n/,
    ],
    [
      'm.mjs',
      'const a = 1;\nexport const g = {\n',
      /cannot be read: 'Unexpected end of input'.*m\.mjs/,
    ],
    [
      'm.mjs',
      "\nimport { nope } from './good.mjs'",
      /does not provide an export named 'nope'', in '.*\/m\.mjs', line 2\n/,
    ],
    ['m.mjs', "\n\nJSON.parse('{')", /cannot be read: .*JSON.*, in '.*\/m\.mjs', line 3\n/],
    ['m.mjs', "import 'not-installed'", /Cannot find package 'not-installed'/],
    [
      'm.mjs',
      "\nthrow new Error('boom')",
      /'\.\/m\.mjs' threw 'boom' as it was loaded, in '.*\/m\.mjs', line 2\n/,
    ],
    [
      'm.ts',
      "\nthrow new Error('boom')",
      /threw 'boom' as it was loaded, in '.*\/m\.ts', line 2\n/,
    ],
    ['m.mjs', "throw new Error('boom\\u001b[31m')", /threw 'boom\\u\{1b\}\[31m' as it was loaded/],
    ['m.mjs', `throw ${HOSTILE}`, /'\.\/m\.mjs' threw/],
    ['m.ts', `throw ${HOSTILE}`, /'\.\/m\.ts' threw something as it was loaded/],
    ['m.cjs', `throw ${HOSTILE}`, /'\.\/m\.cjs' threw/],
    ['m.mjs', '', /exports nothing by name: export const bump = \{ value: \(x\) => /],
    ['m.cjs', `module.exports = ${HOSTILE}`, /'\.\/m\.cjs' threw '1' as it was read/],
  ];

  test.each(unloadable)('is named with the reason: %s with %s', async (name, text, message) => {
    const files = { 'bad.cjs': '\nexports.g = }\n', 'good.mjs': GOOD };
    const outcome = await sharedAt3(text, name, files);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).toMatch(ONE_LINE);
  });

  test('because of its TypeScript, with the line', () => {
    // The compiler names files from where the process began.
    const [status, stdout, stderr] = aloneAt3('\nexport const g = {', 'm.ts');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/cannot be read: 'm\.ts\(2,\d+\): error TS1005: '}' expected\.'\n/);
    expect(stderr).toMatch(ONE_LINE);
  });

  test('shows where, as its message says', () => {
    const [, , stderr] = aloneAt3('const a = 1;\nexport const g = { value: x => x x };', 'm.mjs');
    const command = /(?:; )(node '[^']*') shows where/.exec(stderr)?.[1];
    // Newer Nodes say the line themselves.
    const place = command === undefined ? stderr : bash(command, '', directory).stderr;
    expect(place).toMatch(/m\.mjs(:|', line )2\n/);
  });

  test('because another module, or a formula, has that name too', async () => {
    const files = { 'm.mjs': GOOD, 'other.cjs': `exports.g = ${PAIR}` };
    expect(await beside(files, `${AT_3} m.mjs --module other.cjs`)).toMatchObject({
      status: 2,
      stderr:
        "dezero-cli: in the module 'other.cjs': there is already a function 'g'; give yours another name\n",
    });
    expect(await beside(files, `${AT_3} m.mjs --define 'g(x) = x; 1'`)).toMatchObject({
      status: 2,
      stderr:
        "dezero-cli: there is already a function 'g'; give yours another name\n  g(x) = x; 1\n  ^\n",
    });
  });
});

test('where nothing reads TypeScript it is said what to install', () => {
  const without = `
    const { Module } = require('node:module');
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (name, ...more) => {
      if (name === 'ts-node') throw Object.assign(new Error('none'), { code: 'MODULE_NOT_FOUND' });
      return resolve(name, ...more);
    };`;
  write('without.cjs', without);
  write('g.ts', GOOD);
  // Node reads it by itself from 22.18 on.
  const strips = 'typescript' in process.features && Boolean(process.features.typescript);
  const flag = strips ? '--no-experimental-strip-types' : '';
  const run = `node ${flag} -r ./without.cjs "${PROGRAM}" ${AT_3} ./g.ts`;
  expect(bash(run, '', directory)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('npm install ts-node typescript@6\n') as string,
  });
});

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
