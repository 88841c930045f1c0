/** What a module does to the process: it ends it, leaves something behind, prints. Each test has a process of its own but the last few. */

import { AT_3, GOOD, PAIR, WRONG, moduleRuns } from '../../support/modules';
import { bash, REPOSITORY } from '../../support/program';

const { alone, aloneAt3, beside, directory, sharedAt3, write } = moduleRuns();

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
  ])('by %s', (text) => {
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
  ])('as %s has it: %s', async (name, text) => {
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
