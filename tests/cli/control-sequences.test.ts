/** @file Whatever a file, a program or a command line carries, nothing of it acts upon a terminal. */

import { catalogue } from '../../src/functions/catalogue';
import { defineFormula } from '../../src/functions/read/define-formula';
import { DezeroError } from '../../src/core/text/errors';
import { runMain, type World } from '../support/run-main';

/** Sets the title of a window, erases the screen, begins an escape in one byte, overwrites a line, deletes. */
const EVIL = 'a\u001b]0;owned\u0007\u001b[2J\u009b31m\r\u007fb';
/** A CR in the names of columns is told as a wrong end of lines. */
const NAME = EVIL.replace('\r', '');
const TABLE = `${NAME},x\n"${EVIL}",2\n"${EVIL}",3\n`;
const TERMINALS = { terminals: ['input', 'output', 'error'], columns: 80, env: { NO_COLOR: '1' } };

/** All but tabs and line ends. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

// oxlint-disable-next-line no-control-regex
const ANY_CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

const files = { 't.csv': TABLE, 'evil.txt': EVIL, 'x.txt': `2\n${EVIL}\n` };

describe('on a terminal', () => {
  test.each<[string, string[]]>([
    ...['csv', 'tsv', 'json', 'jsonl', 'table'].flatMap((format): [string, string[]][] => [
      [`cells as ${format}`, ['diff', 'x^2', '--input', 't.csv', '--column', 'x', '-f', format]],
      [
        `cells of check as ${format}`,
        ['check', 'x^2', '--input', 't.csv', '--column', 'x', '-f', format],
      ],
    ]),
    ['cells in the format that they came in', ['diff', 'x^2', '--input', 't.csv', '--column', 'x']],
    ['the names of columns', ['diff', 'x^2', '--input', 't.csv', '--column', 'z']],
    ['a cell that is no number', ['diff', 'x^2', '--input', 't.csv', '--column', '1']],
    ['a line that is no number', ['diff', 'x^2', '--input', 'x.txt', '--keep-going']],
    ['a formula', ['diff', `${EVIL} + x`, '--x', '1']],
    ['a formula in a file', ['diff', '--formula-file', 'evil.txt', '--x', '1']],
    ['a chain', ['diff', '--chain', `square,${EVIL}`, '--x', '1']],
    ['a chain in a file', ['diff', '--chain-file', 'evil.txt', '--x', '1']],
    ['a definition', ['diff', 'x', '--define', `f(x) = ${EVIL}`, '--x', '1']],
    ['a number', ['diff', 'x^2', '--x', EVIL]],
    ['a point', ['diff', 'x*y', '--at', `x=1,${EVIL}=2`]],
    ['an option', ['diff', 'x^2', `--${EVIL}`]],
    ['a command', [EVIL]],
    ['a title', ['plot', 'x^2', '--title', EVIL]],
    ['a path', ['diff', 'x^2', '--input', EVIL]],
    ['a name', ['functions', EVIL]],
  ])('%s', async (_, args) => {
    const { stdout, stderr } = await runMain(args, { ...TERMINALS, files });
    expect(stdout + stderr).toMatch(/owned/);
    expect(CONTROL.exec(stdout + stderr)).toBeNull();
  });

  test.each<[string, World]>([
    ['what a program prints', { program: answering(`${EVIL} 2\n`) }],
    ['what a module exports', { modules: { 'm.mjs': { [EVIL]: { value: Math.sin } } } }],
  ])('%s', async (_, world) => {
    const isProgram = world.program !== undefined;
    const args = isProgram
      ? ['check', '--program', './model', '--x', '1']
      : ['diff', '--module', './m.mjs', '--chain', 'sin', '--x', '1'];
    const { stdout, stderr } = await runMain(args, { ...TERMINALS, ...world });
    expect(CONTROL.exec(stdout + stderr)).toBeNull();
  });
});

test('what goes to a file or a pipe is kept byte for byte', async () => {
  const args = ['diff', 'x^2', '--input', 't.csv', '--column', 'x', '--columns', 'y'];
  const { stdout } = await runMain(args, { files });
  expect(stdout).toBe(`${NAME},x,y\n"${EVIL}",2,4\n"${EVIL}",3,9\n`);
});

test.each(['f(x)=x )\n;1', `f(x) = x ${EVIL}; 1`, `f(x\u001b[2J) = x`])(
  'an error of the library has no control character in it, %j',
  (text) => {
    let thrown: unknown;
    try {
      defineFormula(text, catalogue);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DezeroError);
    const { message, details } = thrown as DezeroError;
    for (const line of [message, ...details]) expect(ANY_CONTROL.exec(line)).toBeNull();
  },
);

test('nor has any, whoever makes it', () => {
  const { message, details } = new DezeroError('bad-formula', EVIL, [EVIL]);
  for (const line of [message, ...details]) {
    expect(line).toContain('\\u{1b}]0;owned\\u{7}');
    expect(CONTROL.exec(line)).toBeNull();
  }
});

function answering(stdout: string): NonNullable<World['program']> {
  return () => Promise.resolve({ stdout, ended: { kind: 'status', status: 0 } });
}
