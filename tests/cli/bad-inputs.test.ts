/**
 * The collected bad inputs. Those about descriptors, the environment and time run the built program as a
 * process; those with files share one; for the others, whose texts it reads and refuses, it runs in this.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES } from '../../src/cli/commands';
import { argsOf, type BadInput, badInputs, filesOf, stdinOf } from '../support/bad-inputs';
import { sharedProcess } from '../support/one-process';
import { PROGRAM } from '../support/program';
import { runMain } from '../support/run-main';
import { tempFolder } from '../support/temp-folder';

const cases = badInputs();

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the files that are to be looked at. */
  readonly files: Readonly<Record<string, string>>;
}

/** What only a process has. */
const OF_PROCESS: readonly (keyof BadInput)[] = [
  ...(['stdout_to', 'stderr_to', 'stdin_from', 'env', 'timeout_ms'] as const),
];
const NAMES_A_FILE = /^(--(chain-file|input|module|output|program)|-o)(=|$)|^\//;

const folder = tempFolder();
const shared = sharedProcess();

async function run(bad: BadInput): Promise<Outcome> {
  const [args, stdin] = [argsOf(bad), stdinOf(bad)];
  const beside = filesOf(bad);
  const isAlone = OF_PROCESS.some((key) => key in bad);
  if (!isAlone && Object.keys(beside).length === 0 && !args.some((w) => NAMES_A_FILE.test(w))) {
    return { ...(await runMain(args, { stdin })), files: {} };
  }
  const directory = mkdtempSync(join(folder, 'one-'));
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(directory, name), text);
  const outcome = isAlone
    ? await runAlone(bad, args, stdin, directory)
    : await shared.run({ words: args, directory, input: stdin });
  const looked = Object.keys({ ...bad.file_equals, ...bad.file_not_matches });
  const files = looked.map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
  return { ...outcome, files: Object.fromEntries(files) as Outcome['files'] };
}

async function runAlone(
  bad: BadInput,
  args: readonly string[],
  stdin: string | Buffer,
  directory: string,
): Promise<Omit<Outcome, 'files'>> {
  const file = (name: string): string => join(directory, name);
  writeFileSync(file('.in'), stdin);
  writeFileSync(file('.out'), '');
  writeFileSync(file('.err'), '');
  const output =
    bad.stdout_to === '/dev/full'
      ? '>/dev/full'
      : bad.stdout_to === 'head-1'
        ? '| head -n 1 >.out'
        : '>.out';
  const limit = bad.stdout_to === 'file-limit-8k' ? 'ulimit -f 8;' : '';
  const script =
    `${limit} "$@" <"${bad.stdin_from ?? '.in'}" ${output} 2>${bad.stderr_to ?? '.err'};` +
    ' exit "${PIPESTATUS[0]}"';
  const child = spawn('bash', ['-c', script, 'bash', process.execPath, PROGRAM, ...args], {
    cwd: directory,
    env: { ...process.env, ...bad.env },
    timeout: bad.timeout_ms ?? 10000,
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    status,
    stdout: readFileSync(file('.out'), 'utf8'),
    stderr: readFileSync(file('.err'), 'utf8'),
  };
}

const pattern = (source: string): RegExp => new RegExp(source, 'su');

test('there are cases for the commands there are', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  const tried = new Set(cases.map(({ args }) => args[0]));
  expect(COMMAND_NAMES.filter((name) => !tried.has(name))).toEqual([]);
});

const named = cases.map((bad) => {
  const line = bad.args.map((word) => word.slice(0, 40)).join(' ');
  return [bad.expect.exit, line, bad.why, bad] as const;
});

test.each(named)('ends with %d: %j (%s)', async (_, __, ___, bad) => {
  const { status, stdout, stderr, files } = await run(bad);
  const expected = bad.expect;
  expect([status, stderr.slice(0, 500)]).toEqual([expected.exit, stderr.slice(0, 500)]);
  if (expected.stderr_matches !== undefined) {
    expect(stderr.replace(/\n$/, '')).toMatch(pattern(expected.stderr_matches));
  }
  if (expected.exit === 2 && bad.stderr_to === undefined) expect(stderr).not.toBe('');
  if (expected.stderr_not_matches !== undefined) {
    expect(stderr.replaceAll('\n', '')).not.toMatch(new RegExp(expected.stderr_not_matches, 'u'));
  }
  if (expected.stdout_matches !== undefined) {
    expect(stdout).toMatch(pattern(expected.stdout_matches));
  }
  if (expected.stdout_not_matches !== undefined) {
    expect(stdout).not.toMatch(new RegExp(expected.stdout_not_matches, 'mu'));
  }
  if (expected.stdout_equals !== undefined) expect(stdout).toBe(expected.stdout_equals);
  if (expected.stdout_lines !== undefined) {
    expect(stdout.split('\n').length - 1).toBe(expected.stdout_lines);
  }
  for (const [name, text] of Object.entries(bad.file_equals ?? {})) {
    expect(files[name]).toBe(text);
  }
  for (const [name, source] of Object.entries(bad.file_not_matches ?? {})) {
    expect(files[name]).not.toMatch(pattern(source));
  }
  if (bad.stdout_json_lines === true) {
    for (const line of stdout.trim().split('\n')) JSON.parse(line);
  }
});
