/**
 * Functions from modules, with real files and a real Node: only there is a module really run. Those that
 * leave the process as it was share one; `alone` are others, and what is about the end of the process.
 */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sharedProcess } from '../support/one-process';
import { bash, type ProcessOutcome, PROGRAM, REPOSITORY, shellWords } from '../support/program';
import type { Outcome } from '../support/run-main';
import { tempFolder } from '../support/temp-folder';

const PAIR = '{ value: (x) => x * x, derivative: (x) => 2 * x }';
const GOOD = `export const g = ${PAIR};`;
/** Its derivative is 1.5 times what it should be. */
const WRONG = 'export const g = { value: (x) => x * x, derivative: (x) => 3 * x };';
/** Prints 6 for g = x^2, after which comes --module. */
const AT_3 = 'diff -c g -x 3 --only backprop --module';

const PACKAGES = {
  'esm/package.json': '{ "type": "module" }',
  'commonjs/package.json': '{ "type": "commonjs" }',
};

const directory = tempFolder();
const shared = sharedProcess();

beforeAll(() => {
  for (const [name, text] of Object.entries(PACKAGES)) write(name, text);
});

function write(name: string, text: string, place = directory): void {
  const path = join(place, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Runs the program beside these files, names and texts, in the process that such runs share. */
function beside(
  files: Readonly<Record<string, string>>,
  words: string,
  input?: string,
): Promise<Outcome> {
  // In a folder of its own: Node keeps modules by their paths.
  const place = mkdtempSync(join(directory, 'one-'));
  for (const [name, text] of Object.entries(files)) write(name, text, place);
  return shared.run({ words: shellWords(words) ?? [], directory: place, input });
}

/** What `diff` says with a module of that text, of g at 3. */
const sharedAt3 = (text: string, name = 'm.mjs', files = {}): Promise<Outcome> =>
  beside({ ...PACKAGES, ...files, [name]: text }, `${AT_3} './${name}'`);

/** Runs the program beside a module of that text, in a process of its own. */
function alone(name: string, text: string, words: string, input = ''): ProcessOutcome {
  write(name, text);
  return bash(`dz ${words}`, input, directory);
}

function aloneAt3(text: string, name = 'm.mjs'): readonly [number | null, string, string] {
  const { status, stdout, stderr } = alone(name, text, `${AT_3} './${name}'`);
  return [status, stdout, stderr];
}

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

  test.each(forms)('%s: %s', async (name, text) => {
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

describe('the functions of modules', () => {
  const MODULES = {
    'half.cjs': 'exports.half = { value: (x) => x / 2, derivative: () => 0.5 };',
    'good.mjs': GOOD,
    'wrong.mjs': WRONG,
  };
  const dz = (words: string, input?: string): Promise<Outcome> => beside(MODULES, words, input);

  test('of several, and those of formulas, make one chain; a formula may use them', async () => {
    // f(x) = g(x) + 1 = x^2 + 1; half, f at 3: 3.25 with the slope 2 * 1.5 / 2.
    const words = `diff -c half,f -x 3 --columns y,backprop --format csv --define 'f(x) = g(x) + 1; 2*x'`;
    expect(await dz(`${words} --module ./half.cjs --module=./good.mjs`)).toMatchObject({
      status: 0,
      stdout: 'y,backprop\n3.25,1.5\n',
    });
  });

  test('are in diff for one x, for many, and for a stream', async () => {
    expect((await dz('diff -c g -x 3 --module ./good.mjs')).stdout).toMatch(/^g\(x\) at x = 3\n/);
    const rows = ['1\t1\t2', '2\t4\t4', '-3\t9\t-6'];
    const words = '-c g --module ./good.mjs --columns x,y,backprop --no-header --format tsv';
    expect((await dz(`diff ${words} -x 1 2 -3`)).stdout).toBe(`${rows.join('\n')}\n`);
    for (const jobs of ['', '--jobs 2']) {
      const outcome = await dz(`diff ${words} -x - ${jobs}`, '1\n2\n-3\n');
      expect(outcome).toMatchObject({ status: 0, stdout: `${rows.join('\n')}\n`, stderr: '' });
    }
  });

  test('are in check, which finds the wrong one, and in check --all', async () => {
    expect(await dz('check -c g,half -x 3 --module good.mjs --module half.cjs')).toMatchObject({
      status: 0,
      stderr: 'dezero-cli: 1 point agrees\n',
    });
    expect(
      await dz('check -c g,half -x 3 -f csv --module wrong.mjs --module half.cjs'),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /1 disagrees: g at 3 is 1\.5 times its derivative\n$/,
      ) as string,
    });
    expect((await dz('check --all -q --module good.mjs')).status).toBe(0);
    expect((await dz('check --all -q --module wrong.mjs')).status).toBe(1);
  });

  test('may take the name of a new function, which is said', async () => {
    const text = 'export const hypot = { value: (x, y) => x + y, partials: () => [1, 1] };';
    const words = "diff 'hypot(x, 1)' -x 3 --only backprop --module own.mjs";
    expect(await beside({ 'own.mjs': text }, words)).toMatchObject({
      status: 0,
      stdout: '1\n',
      stderr: "dezero-cli: warning: your hypot takes the place of the catalogue's\n",
    });
  });

  test('are in sweep and in functions', async () => {
    // The central difference of x^2 at 3 with the step 0.5 is (3.5^2 - 2.5^2) / 1.
    const words = '-c g -x 3 --eps-from 0.5 --eps-to 0.5 --only numerical --module good.mjs';
    expect((await dz(`sweep ${words}`)).stdout).toBe('6\n');
    expect((await dz('functions --module half.cjs --format tsv')).stdout).toMatch(
      /\nhalf\t.*from a module/,
    );
  });

  test('are computed on through a pipe whose reader goes', () => {
    write('good.mjs', GOOD);
    const words = 'diff -c g -x - --module good.mjs --only y';
    const { stdout, stderr } = bash(
      `yes 3 | head -300000 | dz ${words} | head -1; echo "\${PIPESTATUS[2]}"`,
      '',
      directory,
    );
    expect([stdout, stderr]).toEqual(['9\n141\n', '']);
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
  ])('%s', async (path, message) => {
    const { status, stdout, stderr } = await beside({ 'folder.mjs/empty': '' }, `${AT_3} ${path}`);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^dezero-cli: /);
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
    ['m.mjs', "throw 'some text'", /threw 'some text' as it was loaded/],
    ['m.mjs', 'throw undefined', /threw something as it was loaded/],
    ['m.mjs', 'throw Object.create(null)', /threw something as it was loaded/],
    [
      'm.mjs',
      'throw { get message() { throw 1; }, toString() { throw 2; } }',
      /threw something as it was loaded/,
    ],
    ['m.mjs', `throw ${HOSTILE}`, /'\.\/m\.mjs' threw/],
    ['m.ts', `throw ${HOSTILE}`, /'\.\/m\.ts' threw something as it was loaded/],
    ['m.cjs', `throw ${HOSTILE}`, /'\.\/m\.cjs' threw/],
    ['m.mjs', '', /exports nothing by name: export const bump = \{ value: \(x\) => /],
    ['m.cjs', `module.exports = ${HOSTILE}`, /'\.\/m\.cjs' threw '1' as it was read/],
  ];

  test.each(unloadable)('%s: %s', async (name, text, message) => {
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

describe('an early end is said, and is no success', () => {
  const EARLY =
    'dezero-cli: a module ended the run: it called process.exit, or waits for what never comes\n';

  test.each([
    'process.exit(0)',
    'await new Promise(() => {})',
    'export const g = { value() { process.exit(0); }, derivative: () => 1 };',
    'export const g = { value: (x) => x, derivative() { process.exit(0); } };',
    "process.on('exit', () => { process.exitCode = 0; }); process.exit()",
    "process.on('exit', () => { process.exit(0); }); await new Promise(() => {})",
    'process.removeAllListeners(); process.exit(0)',
    'export function then() {}',
  ])('%s', (text) => {
    expect(aloneAt3(text)).toEqual([70, '', EARLY]);
  });

  test('in the middle of a stream too, whose rows before it are whole', () => {
    const text =
      'export const g = { value(x) { if (x === 3) process.exit(0); return x; }, derivative: () => 1 };';
    write('m.mjs', text);
    const { stdout, stderr } = bash(
      `rm -f out; (echo 1; echo 2; until [ -s out ]; do sleep 0.05; done; echo 3) |
        dz diff -c g -x - --only y --module m.mjs >out; echo $?; cat out`,
      '',
      directory,
    );
    expect([stdout, stderr]).toEqual(['70\n1\n2\n', EARLY]);
  });

  test('and a signal that a module sends itself is a signal', () => {
    write('m.mjs', "process.kill(process.pid, 'SIGTERM'); await new Promise(() => {});");
    // Without a shell between, which would turn it into a status.
    const { status, signal } = bash(
      `exec node "${REPOSITORY}/bin/dezero-cli.js" ${AT_3} m.mjs`,
      '',
      directory,
    );
    expect([status, signal]).toEqual([null, 'SIGTERM']);
  });

  test.each([
    ["setTimeout(() => { throw new Error('late'); }, 5)", "'late'"],
    ["Promise.reject(new Error('late'))", "'late'"],
    ["Promise.reject('late')", "'late'"],
    [
      'setTimeout(() => { throw { get message() { throw 1; } }; }, 5)',
      "'\\[object Object\\]'|something",
    ],
    ["process.on('uncaughtException', () => {}); setTimeout(() => { throw 1; }, 5)", "'1'"],
  ])('%s while the module is loaded', (late, thrown) => {
    const [status, stdout, stderr] = aloneAt3(
      `${late}; await new Promise((resolve) => setTimeout(resolve, 500)); ${GOOD}`,
    );
    expect([status, stdout]).toEqual([70, '']);
    expect(stderr).toMatch(
      new RegExp(
        `^dezero-cli: a module threw (${thrown}) outside its functions, which ends the run\n$`,
      ),
    );
  });
});

describe('what a module leaves behind', () => {
  test.each([
    'setInterval(() => {}, 1000);',
    "setTimeout(() => { throw new Error('late'); }, 1000);",
    "import { createServer } from 'node:http'; createServer().listen(0);",
    "import { Worker } from 'node:worker_threads'; new Worker('setInterval(() => {}, 100)', { eval: true });",
    'setTimeout(() => {}, 1e9).ref(); process.stdin.resume();',
  ])('does not keep the program, nor its status: %s', (left) => {
    expect(aloneAt3(`${left} ${GOOD}`)).toEqual([0, '6\n', '']);
  });

  test('as a listener of the end runs, and changes no status', () => {
    const listener =
      "process.on('exit', () => { console.log('tidied up'); process.exitCode = 0; });";
    const words = 'check -c g -x 3 -q --module m.mjs';
    expect(alone('m.mjs', `${WRONG} ${listener}`, words)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'tidied up\n',
    });
  });

  test.each([
    "process.on('exit', () => { process.exit(0); });",
    "process.prependListener('exit', () => { process.exit(0); });",
    "process.removeAllListeners('exit');",
    'process.exitCode = 0; process.exit = () => {};',
    'process.argv.length = 2;',
  ])('does not make a pass of a wrong derivative: %s', (text) => {
    const words = 'check -c g -x 3 -q --module m.mjs';
    expect(alone('m.mjs', `${text} ${WRONG}`, words)).toMatchObject({ status: 1, stderr: '' });
    expect(alone('m.mjs', `${text} ${GOOD}`, words)).toMatchObject({ status: 0, stderr: '' });
  });

  test('in Math changes nothing of the catalogue', () => {
    const text = `for (const name of Object.getOwnPropertyNames(Math)) {
        if (typeof Math[name] === 'function') Math[name] = () => 42;
      }
      ${GOOD}`;
    // e^0.5, by mpmath: 1.6487212707001281468...
    expect(alone('m.mjs', text, 'diff -c exp -x 0.5 --only backprop --module m.mjs')).toMatchObject(
      {
        status: 0,
        stdout: '1.6487212707001282\n',
      },
    );
  });

  test('in the prototype of objects is no field of a row, and no function', () => {
    const text = `Object.prototype.extra = ${PAIR}; ${GOOD}`;
    const words = 'diff -c g -x 3 --json --columns x,y --module m.mjs';
    expect(JSON.parse(alone('m.mjs', text, words).stdout)).toEqual([{ x: 3, y: 9 }]);
    expect(bash('dz diff -c extra -x 3 --module m.mjs', '', directory).stderr).toMatch(
      /unknown function 'extra'/,
    );
  });
});

describe('what a module prints goes to standard error', () => {
  const printing = (print: string): string =>
    `${print}('at load\\n');
     export const g = {
       value(x) { if (x === 3) ${print}('in value\\n'); return x * x; },
       derivative: (x) => 2 * x };`;

  test.each([
    ['m.mjs', printing('console.log')],
    ['m.mjs', printing('process.stdout.write')],
    ['m.mjs', `import { stdout } from 'node:process'; ${printing('stdout.write')}`],
    ['m.mjs', `import { log } from 'node:console'; ${printing('log')}`],
    ['m.cjs', printing("require('process').stdout.write").replace('export const g', 'exports.g')],
  ])('%s: %s', async (name, text) => {
    const { status, stdout, stderr } = await sharedAt3(text, name);
    expect([status, stdout]).toEqual([0, '6\n']);
    expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
      'at load',
      // Once for the value, and once for the derivative at it.
      ...Array<string>(stderr.split('in value').length - 1).fill('in value'),
    ]);
    expect(stderr).toContain('in value\n');
  });

  test('in a stream, whose rows stay whole', async () => {
    const input = Array.from({ length: 2000 }, (_, i) => String(i)).join('\n');
    const text =
      "export const g = { value(x) { console.log('noise', x); return x; }, derivative: () => 1 };";
    const words = 'diff -c g -x - --only y --module m.mjs';
    const { stdout, stderr } = await beside({ 'm.mjs': text }, words, input);
    expect(stdout).toBe(`${input}\n`);
    expect(stderr.match(/^noise \d+$/gm)?.length).toBeGreaterThanOrEqual(2000);
  });

  test('as many bytes as it likes', async () => {
    const text = `console.log('n'.repeat(1_000_000)); ${GOOD}`;
    const { status, stdout, stderr } = await sharedAt3(text);
    expect([status, stdout, stderr.length]).toEqual([0, '6\n', 1_000_001]);
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
