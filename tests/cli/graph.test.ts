import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../support/run-main';
import { bash, PROGRAM } from '../support/program';
import { checkedSvg } from '../support/svg';
import { runs, some } from '../support/portions';
import { tempFolder } from '../support/temp-folder';

const LESSON = 'graph -c square,exp,square';
const manyOf = (name: string, count: number): string => Array<string>(count).fill(name).join(',');

describe('graph', () => {
  test("draws the book's figure, with six digits", async () => {
    const { status, stdout, stderr } = await run(`${LESSON} -x 0.5`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\ndata    0.5                   0.25               1.28403   ');
    expect(stdout).toContain('\ngrad  3.29744 ←───────────── 3.29744 ←────────── 2.56805 ←─');
  });

  test('--precision N and --precision all', async () => {
    const { stdout } = await run(`${LESSON} -x 0.5 --precision 3`);
    expect(stdout).toMatch(
      /\ndata {2}0\.5 +0\.25 +1\.28 +1\.65\n.*\ngrad {2}3\.3 .* 3\.3 .* 2\.57 .* 1\n/,
    );
    const { stdout: all } = await run(`${LESSON} -x 0.5 --precision all -f dot`);
    for (const label of [
      'data 0.5\\nx\\ngrad 3.297442541400256',
      'data 0.25\\na\\ngrad 3.297442541400256',
      'data 1.2840254166877414\\nb\\ngrad 2.568050833375483',
      'data 1.648721270700128\\ny\\ngrad 1',
    ]) {
      expect(all).toContain(`"${label}"`);
    }
  });

  test('without --x draws the chain alone, from a file too', async () => {
    const expected = 'exp(square(x))\n\n(x) ─→ [square] ─→ (a) ─→ [exp] ─→ (y)\n';
    expect((await run('graph -c square,exp')).stdout).toBe(expected);
    const files = { 'c.txt': 'square, exp\n' };
    expect((await run('graph --chain-file c.txt', { files })).stdout).toBe(expected);
  });

  test('without --x computes nothing, so that no domain is left', async () => {
    expect((await run('graph -c neg,exp,neg,log')).status).toBe(0);
  });

  test.each([
    ['-f dot', /^digraph g \{\n/],
    ['-f mermaid', /^flowchart LR\n/],
    ['-f svg', /^<svg /],
    ['-f text --ascii', /^[\n -~]+$/],
  ])('%s chooses the format', async (options, expected) => {
    expect((await run(`${LESSON} -x 0.5 ${options}`)).stdout).toMatch(expected);
  });

  test.each([
    ['g.svg', '', /^<svg /],
    ['g.SVG', '', /^<svg /],
    ['g.dot', '', /^digraph/],
    ['g.gv', '', /^digraph/],
    ['d.svg/g.mmd', '', /^flowchart/],
    ['g.mermaid', '', /^flowchart/],
    ['g.txt', '', /^square\(exp/],
    ['svg', '', /^square\(exp/],
    ['d.svg/g', '', /^square\(exp/],
    ['g.svg', '-f dot', /^digraph/],
  ])('--output %s %s', async (path, options, expected) => {
    const { status, stdout, stderr, written } = await run(`${LESSON} -o ${path} ${options}`);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(written?.[path]).toMatch(expected);
  });

  test('--output - is standard output', async () => {
    const { stdout, written } = await run(`${LESSON} -o - -f svg`);
    expect([stdout.startsWith('<svg '), written]).toEqual([true, undefined]);
  });

  test('has colour on a terminal, and none in a file', async () => {
    const terminals = ['output'];
    expect((await run(LESSON, { terminals })).stdout).toContain('\u001b[1m');
    expect((await run(`${LESSON} -f svg`, { terminals })).stdout).not.toContain('\u001b');
    expect((await run(`${LESSON} -o g.txt --color always`, { terminals })).written?.['g.txt']).toBe(
      (await run(LESSON)).stdout,
    );
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['no locale', {}, false],
    ['a UTF-8 locale', { LANG: 'de_DE.UTF-8' }, false],
    ['another spelling of it', { LANG: 'C.utf8' }, false],
    ['Latin-1', { LANG: 'de_DE.ISO-8859-1' }, true],
    ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, true],
    ['LC_CTYPE before LANG', { LC_CTYPE: 'C.UTF-8', LANG: 'C' }, false],
    ['an empty LC_ALL', { LC_ALL: '', LANG: 'POSIX' }, true],
  ])('on a terminal with %s', async (_, env, isAscii) => {
    const drawn = await run(`${LESSON} --color never`, { env, terminals: ['output'] });
    expect(/^[\n -~]+$/.test(drawn.stdout)).toBe(isAscii);
    expect((await run(LESSON, { env })).stdout).toContain('─→');
    const { written } = await run(`${LESSON} -o g.txt`, { env, terminals: ['output'] });
    expect(written?.['g.txt']).toContain('─→');
  });

  test('warns where a gradient is a matter of convention', async () => {
    const { status, stdout, stderr } = await run('graph -c relu -x 0 -f mermaid');
    expect([status, stdout.includes('grad 0')]).toEqual([0, true]);
    expect(stderr).toBe(
      'dezero-cli: warning: x = 0: relu has a kink at 0: slope 0 on the left, 1 on the right; backprop uses 0\n',
    );
  });

  test('warns of more arrows than Mermaid draws', async () => {
    const { status, stderr } = await run(`graph -c ${manyOf('sin', 251)} -f mermaid`);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^dezero-cli: warning: Mermaid refuses .* 502: raise .* maxEdges/);
  });

  test('takes a chain of thousands in every format but svg, which names the others', async () => {
    const count = runs(10_000, 5);
    const files = { 'c.txt': manyOf('sin', count) };
    for (const format of ['text', 'text --whole', 'dot', 'mermaid']) {
      const line = `graph --chain-file c.txt -x 1 -f ${format}`;
      expect([format, (await run(line, { files })).status]).toEqual([format, 0]);
    }
    const { status, stdout, stderr } = await run('graph --chain-file c.txt -f svg', { files });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `dezero-cli: --format svg draws at most 500 functions, and this chain has ${String(count)}; ` +
        'use one of text, dot, mermaid\n',
    );
    const refused = await run(`graph -c ${manyOf('sin', 501)} -f svg`);
    expect(refused.status).toBe(2);
    const most = await run(`graph -c ${manyOf('sin', runs(500, 5))} -f svg`);
    expect(most.status).toBe(0);
    checkedSvg(most.stdout);
  });
});

describe('what graph refuses', () => {
  test.each([
    ['graph', '--chain is missing'],
    ['graph -c square,sqaure', "unknown function 'sqaure'. Did you mean 'square'?"],
    ['graph -c log -x -1', 'x = -1: log gets -1, outside its domain x >= 0'],
    [
      'graph -c exp,asin -x 0.5',
      'x = 0.5: asin, function 2 of the chain, gets 1.6487212707001282, outside its domain |x| <= 1',
    ],
    ['graph -c exp -x one', "--x: not a number: 'one'"],
    ['graph -c exp -x 1 -x 2', '--x was given 2 times'],
    ['graph -c exp -f png', "--format: 'png' is none of text, dot, mermaid, svg."],
    ['graph -c exp --precision 18', '--precision: a whole number from 1 to 17 is needed'],
    ['graph -c exp --color red', "--color: 'red' is none of"],
    ['graph -c exp --output', '--output needs a value: --output <file>'],
    ['graph -c exp -o a.svg -o b.svg', '--output was given 2 times'],
  ])('it refuses in words: %s', async (line, message) => {
    const { status, stdout, stderr, written } = await run(line);
    expect([status, stdout, written]).toEqual([2, '', undefined]);
    expect(stderr.startsWith('dezero-cli: ')).toBe(true);
    expect(stderr).toContain(message);
  });

  test('an empty name of a file', async () => {
    const { status, stderr } = await run("graph -c exp --output ''");
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'dezero-cli: --output needs the name of a file',
    ]);
  });
});

describe('the file of --output', () => {
  const folder = tempFolder();
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(folder, 'one-'));
    writeFileSync(join(directory, 'g.svg'), 'old');
  });

  const target = (): string => readFileSync(join(directory, 'g.svg'), 'utf8');

  /** Runs the program with a piece of code in front, and tells how it ended. */
  const runWith = (code: string): { ended: string; stderr: string; files: string[] } => {
    writeFileSync(join(directory, 'first.js'), code);
    const { stdout, stderr } = bash(
      `"${process.execPath}" -r ./first.js "${PROGRAM}" graph -c exp -o g.svg; echo $?`,
      '',
      directory,
    );
    rmSync(join(directory, 'first.js'));
    return { ended: stdout.trim(), stderr, files: readdirSync(directory) };
  };

  test('is written', () => {
    expect(runWith('')).toEqual({ ended: '0', stderr: '', files: ['g.svg'] });
    checkedSvg(target());
  });

  const signalled = (
    [
      ['SIGINT', '130'],
      ['SIGTERM', '143'],
      ['SIGHUP', '129'],
    ] as const
  ).flatMap(([signal, status]) =>
    ['writeSync', 'fsyncSync', 'renameSync'].map((call) => [signal, call, status] as const),
  );

  // Every fourth of the nine has each signal and each call once.
  test.each(some(signalled, 4))(
    'is whole when %s comes in %s, and the signal ends the run',
    (signal, call, status) => {
      const { ended, files } = runWith(
        `const fs = require('node:fs'); const call = fs.${call};
         fs.${call} = (...args) => { process.kill(process.pid, '${signal}'); return call(...args); };`,
      );
      expect([ended, files]).toEqual([status, ['g.svg']]);
      checkedSvg(target());
    },
  );

  test.each([
    ['writeSync', 'ENOSPC: no space left on device'],
    ['fsyncSync', 'EIO: i/o error'],
    ['renameSync', 'EACCES: permission denied'],
  ])('is the old one when %s fails', (call, message) => {
    const { ended, stderr, files } = runWith(
      `const fs = require('node:fs'); const { ${call} } = fs;
       fs.${call} = (first, ...rest) => {
         if (first === 1 || first === 2) return ${call}(first, ...rest);
         throw Object.assign(new Error('${message}, ${call}'), { code: '${message.slice(0, 6)}' });
       };`,
    );
    expect([ended, stderr, files]).toEqual([
      '2',
      `dezero-cli: cannot write 'g.svg': ${message}\n`,
      ['g.svg'],
    ]);
    expect(target()).toBe('old');
  });

  test('is written whole by many short writes', () => {
    const { ended } = runWith(
      `const fs = require('node:fs'); const { writeSync } = fs;
       fs.writeSync = (file, bytes, offset) => writeSync(file, bytes, offset, Math.min(7, bytes.length - offset));`,
    );
    expect(ended).toBe('0');
    checkedSvg(target());
  });

  test('may be a pipe or standard output itself', () => {
    const script = (path: string): string => `dz graph -c exp -f svg -o ${path} | cat`;
    const { stdout } = bash('dz graph -c exp -f svg');
    expect(bash(script('/dev/stdout'), '', directory).stdout).toBe(stdout);
    expect(bash('mkfifo p; dz graph -c exp -f svg -o p & cat p; wait', '', directory).stdout).toBe(
      stdout,
    );
  });

  test('that cannot be written is an error, and nothing is printed', () => {
    const path = join(directory, 'none/g.svg');
    expect(bash(`dz graph -c exp -o '${path}'`)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `dezero-cli: cannot write '${path}': ENOENT: no such file or directory\n`,
    });
    expect(existsSync(path)).toBe(false);
  });
});
