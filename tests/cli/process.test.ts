/** The built program as a process: what only a real one can show. */

import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES } from '../../src/cli/commands';
import { testWith } from '../support/machine';
import { sharedProcess } from '../support/one-process';
import {
  bash,
  type ProcessOutcome,
  PROGRAM,
  REPOSITORY,
  plainWords,
  start,
} from '../support/program';
import { type Outcome, runMain, words } from '../support/run-main';
import { some } from '../support/portions';
import { tempFolder } from '../support/temp-folder';

/** In a folder of its own, with the folders that the shells read completion from. */
const HOME = 'export HOME=$PWD; mkdir -p ~/.zsh/completions ~/.config/fish/completions';
const LESSON = '--chain square,exp,square';
const directory = tempFolder();
/** With a module that writes down which of Node's own modules a process has loaded. */
const listing = tempFolder({
  'list.cjs': `process.on('exit', () => require('fs').writeFileSync('list', process.moduleLoadList.join()))`,
  'empty.cjs': '',
});
const NODE = `"${process.execPath}"`;

/** A run that waits for numbers and answers with their squares. */
const startSquaring = () => start('diff', '--chain', 'square', '--x', '-', '--only', 'y');

describe('the program', () => {
  test.each(['help', 'help diff', 'diff --help', '--version'])('succeeds with %s', (line) => {
    expect(bash(`dz ${line}`)).toMatchObject({ status: 0, stderr: '' });
  });

  test('prints the same bytes whatever the locale', () => {
    const { status, stdout } = bash(`LC_ALL=C dz diff ${LESSON} --x 0.5`);
    expect(status).toBe(0);
    for (const locale of some(['de_DE.UTF-8', 'ja_JP.eucJP', 'POSIX', ''], 2)) {
      const script = `export LC_ALL=${locale} LC_NUMERIC=${locale}; dz diff ${LESSON} --x 0.5`;
      expect(bash(script).stdout).toBe(stdout);
    }
  });

  test('colours its table on a terminal, and not in a pipe', () => {
    const { stdout } = bash(
      `script -qec "'${process.execPath}' '${PROGRAM}' diff -c square -x 1" /dev/null </dev/null`,
    );
    expect(stdout).toContain('\u001b[1m');
    expect(bash('dz diff -c square -x 1').stdout).not.toContain('\u001b');
  });

  test.each(['/dev/null', 'file', '>(cat)'])(
    'loads nothing that Node has for terminals, sockets and the machine to write one derivative to %s',
    (to) => {
      const loadedBy = (file: string): string[] => {
        const script = `${NODE} -r ./list.cjs "${file}" diff ${LESSON} --x 0.5 --json > ${to} 2>/dev/null`;
        expect(bash(script, '', listing).status).toBe(0);
        return readFileSync(join(listing, 'list'), 'utf8').split(',');
      };
      const loaded = loadedBy(PROGRAM);
      const before = loadedBy('empty.cjs');
      expect(before).toContain('NativeModule fs');
      const large = ['tty', 'net', 'os', 'stream', 'child_process'].map(
        (name) => `NativeModule ${name}`,
      );
      expect(loaded.filter((name) => !before.includes(name) && large.includes(name))).toEqual([]);
    },
  );

  describe('the examples in the help run', () => {
    const shared = sharedProcess();

    /** In a shell, where it needs one. */
    async function runExample(line: string, place: string): Promise<Outcome | ProcessOutcome> {
      const [program, ...args] = plainWords(line) ?? [];
      if (program === 'dezero-cli') return shared.run({ words: args, directory: place });
      return bash(`${HOME}; ${line.replaceAll(/dezero-cli(?= )/g, 'dz')}`, '', place);
    }

    test.each(['', ...COMMAND_NAMES])('of %j', async (command) => {
      const { stdout } = await runMain(words(`${command} --help`));
      const examples = [...stdout.matchAll(/^ {2}\$ (.*)$/gm)].map(([, line = '']) => line);
      expect(examples.length).toBeGreaterThanOrEqual(3);
      for (const line of examples) {
        const place = mkdtempSync(join(directory, 'help-'));
        const { status, stdout: output, stderr } = await runExample(line, place);
        // A summary may stand beside the rows; a picture and a script go into their files.
        const isQuiet = output === '' && !/--output|--quiet|> |source/.test(line);
        expect([line, status, isQuiet]).toEqual([line, 0, false]);
        expect(stderr).not.toMatch(/warning|error|Try /);
      }
    });
  });

  test('runs from a symbolic link in another folder', () => {
    const link = `ln -sf "${PROGRAM}" "${directory}/dezero-cli"`;
    expect(bash(`${link} && cd / && "${directory}/dezero-cli" --version`).stdout).toBe(
      'dezero-cli 0.1.0\n',
    );
  });
});

describe('in a pipe', () => {
  test('ends with 141 and says nothing when the reader has gone', () => {
    const { stdout, stderr } = bash(
      `yes 0.5 | head -300000 | dz diff ${LESSON} --x - | head -1; echo "\${PIPESTATUS[2]}"`,
    );
    expect(stdout).toMatch(/^x\t.*\n141\n$/);
    expect(stderr).toBe('');
  });

  test('loses nothing behind a slow reader', () => {
    const { stdout } = bash(
      `yes 0.5 | head -50000 | dz diff ${LESSON} --x - --only y | (sleep 0.5; sort | uniq -c)`,
    );
    expect(stdout.trim()).toBe('50000 1.648721270700128');
  });

  test('loses nothing when another process has made the pipe non-blocking', () => {
    // Node itself does that to a pipe that it opens as process.stdout, until it ends.
    const other = `process.stdout.isTTY; fs.writeFileSync('open', '');
      setInterval(() => fs.existsSync('done') && process.exit(), 20);`;
    const { stdout, stderr } = bash(
      `(${NODE} -e "${other}" & until [ -e open ]; do sleep 0.02; done
        yes 12345678 | head -50000 | dz diff -c square -x - --only x; : >done) |
        (until [ -e open ]; do sleep 0.02; done; sleep 0.5; wc -c)`,
      '',
      directory,
    );
    expect([stdout.trim(), stderr]).toEqual(['450000', '']);
  });

  test('answers each line before the next one comes', async () => {
    const child = startSquaring();
    const answer = async (): Promise<string> => {
      const [data] = (await once(child.stdout, 'data')) as [Buffer];
      return data.toString();
    };
    for (const [line, expected] of [
      ['3\n', '9\n'],
      ['4\n', '16\n'],
      ['5\n', '25\n'],
    ] as const) {
      child.stdin.write(line);
      expect(await answer()).toBe(expected);
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it for real', async (signal) => {
    const child = startSquaring();
    child.stdin.write('3\n');
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const closed = new Promise((resolve) => {
      child.on('close', (_, by) => {
        resolve(by);
      });
    });
    child.kill(signal);
    expect(await closed).toBe(signal);
  });
});

describe('when reading or writing fails', () => {
  testWith('/dev/full')('a full disk gives 2 and a message', () => {
    const { status, stderr } = bash(`dz diff ${LESSON} --x 0.5 >/dev/full`);
    expect([status, stderr]).toEqual([
      2,
      'dezero-cli: write error: ENOSPC: no space left on device\n',
    ]);
  });

  test('a file that may not grow gives 2, and keeps a prefix of the whole', () => {
    const rows = `yes 0.5 | head -5000 | dz diff ${LESSON} --x -`;
    const part = join(directory, 'part');
    const { status, stderr } = bash(`ulimit -f 8; ${rows} >"${part}"`);
    expect([status, stderr]).toEqual([2, 'dezero-cli: write error: EFBIG: file too large\n']);
    const kept = readFileSync(part, 'utf8');
    expect(kept).toHaveLength(8192);
    expect(bash(rows).stdout.startsWith(kept)).toBe(true);
  });

  testWith('/dev/full')('a standard error that is full or closed changes no status', () => {
    expect(bash('dz diff -c square -x abc 2>/dev/full').status).toBe(2);
    expect(bash('dz diff -c square -x abc 2>&-').status).toBe(2);
  });

  test('a closed standard input is an empty one', () => {
    expect(bash('dz diff -c square -x - --only y <&-')).toMatchObject(
      bash(': | dz diff -c square -x - --only y'),
    );
  });

  test('a directory on standard input gives 2', () => {
    const { status, stdout, stderr } = bash('dz diff -c square -x - </');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/cannot read standard input: EISDIR: .*directory/);
  });

  test('a chain file that is a directory gives 2', () => {
    const { status, stderr } = bash('dz diff --chain-file / -x 1');
    expect([status, stderr]).toEqual([
      2,
      "dezero-cli: cannot read '/': EISDIR: illegal operation on a directory\n",
    ]);
  });
});

test('an early end that nothing reported is a fault, not a success', () => {
  // What process.exit in a user's module, or a promise that never settles, would do.
  const preload = join(directory, 'hang.cjs');
  bash(`printf 'Promise.prototype.then = () => {};' >"${preload}"`);
  expect(bash(`${NODE} -r "${preload}" "${PROGRAM}" diff -c square -x 1 >/dev/null`).status).toBe(
    70,
  );
});

test.each([
  [1, 150],
  [3, 270],
])('with %d threads memory stays below %d MB, whatever the length of the input', (jobs, most) => {
  const lines = 400_000;
  const preload = join(directory, 'memory.cjs');
  writeFileSync(preload, 'process.on("exit", () => console.error(process.resourceUsage().maxRSS))');
  const { stdout, stderr } = bash(
    `yes 0.123456789 | head -${String(lines)} |
      ${NODE} -r "${preload}" "${PROGRAM}" diff ${LESSON} -x - -j ${String(jobs)} | wc -l
      echo "\${PIPESTATUS[2]}"`,
  );
  expect(stdout.split(/\s+/).filter((word) => word !== '')).toEqual([String(lines + 1), '0']);
  expect(Number(stderr.trim()) / 1024).toBeLessThan(most);
});

test('the launcher says what to do when the build is missing', () => {
  const bin = join(directory, 'unbuilt/bin');
  const { status, stderr } = bash(
    `mkdir -p "${bin}" && cp "${REPOSITORY}"/bin/* "${bin}" && ${NODE} "${bin}/dezero-cli.js" --version`,
  );
  expect(existsSync(bin)).toBe(true);
  expect(status).toBe(70);
  expect(stderr).toMatch(/not built yet: run `npm install` or `npm run build`/);
});

describe('the compiled code that the build keeps', () => {
  const figures = '3.297442541400256\n';
  const script = `
    mkdir -p copy/bin copy/dist
    cp "${REPOSITORY}"/bin/* copy/bin
    cp -p "${REPOSITORY}"/dist/dezero-cli*.js* copy/dist
    ln -sfn "${REPOSITORY}/node_modules" copy/node_modules
    run() { ${NODE} copy/bin/dezero-cli.js diff ${LESSON} --x 0.5 "$@"; }`;

  test.each([
    ['is there', 'test -s copy/dist/dezero-cli.js.cache'],
    ['is missing', 'rm -f copy/dist/dezero-cli.js.cache'],
    ['is empty', ': >copy/dist/dezero-cli.js.cache'],
    ['is damaged', 'head -c 100000 /dev/zero >copy/dist/dezero-cli.js.cache'],
    ['is cut off', 'truncate -s 1000 copy/dist/dezero-cli.js.cache'],
    ['is of another build', 'touch copy/dist/dezero-cli.js'],
    ['of the rest is missing', 'rm -f copy/dist/dezero-cli-rest.js.cache'],
    ['of the rest is cut off', 'truncate -s 1000 copy/dist/dezero-cli-rest.js.cache'],
  ])('changes nothing where it %s', (_, prepare) => {
    // The first run needs one file of the program, the second the rest as well.
    const both = `${prepare} && run --only backprop && run --format svg`;
    const { status, stdout, stderr } = bash(`${script}\n${both}`, '', directory);
    expect([status, stdout]).toEqual([2, figures]);
    expect(stderr).toMatch(/^dezero-cli: --format: 'svg' is none of [^\n]*\n[^\n]*\n$/);
  });

  test.each([
    ['missing', 'dezero-cli-formula.js', 'rm copy/dist/dezero-cli-formula.js'],
    ['damaged', 'dezero-cli.js', 'truncate -s 3000 copy/dist/dezero-cli.js'],
    ['missing', 'dezero-cli-formula.js', 'rm copy/dist/*.cache copy/dist/dezero-cli-formula.js'],
  ])('a file of the program that is %s is named: %s', (what, file, damage) => {
    const run = `${NODE} copy/bin/dezero-cli.js diff 'x*exp(-x)' --x 3`;
    const { status, stdout, stderr } = bash(`${script}\n${damage} && ${run}`, '', directory);
    expect([status, stdout]).toEqual([70, '']);
    expect(stderr).toMatch(
      new RegExp(
        `^dezero-cli: its file /\\S+/dist/${file} is ${what}: install the package again\n$`,
      ),
    );
  });

  test.each([
    ['with its compiled code', ':'],
    ['without', 'rm copy/dist/*.cache'],
  ])('a file of the program that may not be read is named, %s', (_, prepare) => {
    // Permissions do not stop the superuser, as whom tests may run.
    const refuse = `
      const fs = require('node:fs');
      const { readFileSync } = fs;
      fs.readFileSync = (path, ...others) =>
        readFileSync(/dezero-cli\\.js$/.test(path) && !/bin/.test(path) ? '/dev/null/x' : path, ...others);`;
    writeFileSync(join(directory, 'refuse.cjs'), refuse);
    const run = `NODE_OPTIONS='-r ./refuse.cjs' run`;
    const { status, stdout, stderr } = bash(`${script}\n${prepare}\n${run}`, '', directory);
    expect([status, stdout]).toEqual([70, '']);
    expect(stderr).toMatch(
      /^dezero-cli: its file \/\S+\/dist\/dezero-cli.js cannot be read \(ENOTDIR\)\n$/,
    );
  });

  test.each([
    ['the lesson', '{formula,rest}', 'run --format table && run --format json'],
    [
      'a formula and its check',
      'rest',
      `dz check 'x^2; 2*x' --x 1 -q && dz diff 'x*exp(-x)' --x 3 --json`,
    ],
  ])('is read in part alone for %s at one point', (_, others, runs) => {
    const here = `dz() { ${NODE} copy/bin/dezero-cli.js "$@"; }`;
    const { stdout, stderr } = bash(
      `${script}\n${here}\nrm copy/dist/dezero-cli-${others}.js* && ${runs}`,
      '',
      directory,
    );
    expect([stdout.endsWith('\n]\n'), stderr]).toEqual([true, '']);
  });

  // What V8 says of it, for each file that is compiled with one.
  const watch = `
    const vm = require('node:vm');
    vm.Script = class extends vm.Script {
      constructor(source, options) {
        super(source, options);
        console.error(this.cachedDataRejected ? 'refused' : 'used');
      }
    };`;

  test.each([
    ['is used', ':', '', ['used']],
    ['is not offered where the file is of another build', 'touch copy/dist/dezero-cli*.js', '', []],
    [
      'is not offered where one byte of it is wrong',
      `for file in copy/dist/*.cache
        do printf '\\377\\0' | dd of="$file" bs=1 seek=5000 conv=notrunc 2>dd.txt; done`,
      '',
      [],
    ],
    ['is refused by a Node with other flags', ':', '--jitless', ['refused']],
  ])('%s', (_, prepare, flags, said) => {
    writeFileSync(join(directory, 'watch.cjs'), watch);
    const run = `NODE_OPTIONS='-r ./watch.cjs ${flags}' run --only backprop`;
    const { stdout, stderr } = bash(`${script}\n${prepare}\n${run}`, '', directory);
    const lines = stderr.split('\n').filter((line) => /^(?:used|refused)$/.test(line));
    expect([stdout, [...new Set(lines)]]).toEqual([figures, said]);
  });
});
