/**
 * @file Whether the program writes the same bytes as before:
 * npm run measure -- same-bytes --before REVISION [WORD ...], for all command lines or those that have one of
 * the words in them or in their topic. Each runs with the program of that revision and with the one of
 * this checkout; status, standard output, standard error and written files are compared byte for byte.
 * The exit status is 1 if one differs that expected.ts does not explain.
 */

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRAM } from '../../support/program';
import { badInputCommands } from './bad-inputs';
import { catalogueCommands } from './catalogue';
import { type Command, parseList } from './command';
import { compare, type Difference } from './compare';
import { EXPECTED } from './expected';
import { writeFiles } from './files';
import { programAt } from './program';
import { Place } from './run';

const RUNS_AT_ONCE = 2;
const LISTS = ['help', 'chains', 'check-sweep', 'figures', 'own-functions', 'input'];
const MOST_OF_A_LINE = 300;

function allCommands(): Command[] {
  const read = (name: string): string =>
    readFileSync(join(__dirname, 'commands', `${name}.txt`), 'utf8');
  return [
    ...LISTS.flatMap((name) => parseList(read(name))),
    ...badInputCommands(),
    ...catalogueCommands,
  ];
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

const shorten = (line: string): string =>
  line.length > MOST_OF_A_LINE ? `${line.slice(0, MOST_OF_A_LINE)}…` : line;

/** Runs all commands with both programs; the differences in the order of the commands. */
async function differences(
  commands: readonly Command[],
  before: string,
  after: string,
  folder: string,
): Promise<Difference[]> {
  const found: (Difference | undefined)[] = [];
  const queue = [...commands.entries()];
  const worker = async (_: unknown, own: number): Promise<void> => {
    const ownFolder = join(folder, String(own));
    mkdirSync(ownFolder);
    writeFiles(ownFolder);
    const place = new Place(ownFolder);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, command] = next;
      progress(`${String(index + 1)} ${shorten(command.line).slice(0, 70)}`);
      const old = await place.run(before, command);
      found[index] = compare(command, old, await place.run(after, command), EXPECTED);
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, worker));
  progress('');
  return found.filter((difference) => difference !== undefined);
}

function printTopics(commands: readonly Command[], found: readonly Difference[]): void {
  for (const topic of new Set(commands.map((command) => command.topic))) {
    const own = commands.filter((command) => command.topic === topic).length;
    const differing = found.filter(({ command }) => command.topic === topic).length;
    const count = differing === 0 ? '' : `, ${String(differing)} differ`;
    console.log(`${String(own).padStart(5)}  ${topic}${count}`);
  }
}

/** Prints what came of it; returns the number of differences that are not expected. */
function report(
  commands: readonly Command[],
  found: readonly Difference[],
  isWhole: boolean,
): number {
  const unexpected = found.filter(({ excuses }) => excuses.length === 0);
  for (const { command, parts } of unexpected) {
    console.log(`${command.topic}: ${shorten(command.line)}`);
    for (const part of parts) console.log(`  ${part}`);
  }
  for (const entry of EXPECTED) {
    const count = found.filter(({ excuses }) => excuses.includes(entry)).length;
    if (count > 0) console.log(`expected, ${String(count)} commands: ${entry.reason}`);
    else if (isWhole)
      console.log(`stale, ${String(entry.commands)} excuses nothing: ${entry.reason}`);
  }
  printTopics(commands, found);
  const expected = found.length - unexpected.length;
  console.log(
    `${String(commands.length)} commands, ${String(unexpected.length)} differ` +
      (expected === 0 ? '' : `, and ${String(expected)} as expected`),
  );
  return unexpected.length;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      before: { type: 'string' },
      'before-program': { type: 'string' },
      'after-program': { type: 'string', default: PROGRAM },
    },
  });
  const given = values['before-program'];
  if ((given === undefined) === (values.before === undefined)) {
    throw new Error('give --before REVISION, or --before-program PATH of a bin/dezero-cli.js');
  }
  const before = realpathSync(given ?? programAt(values.before ?? ''));
  const after = realpathSync(values['after-program']);
  const commands = allCommands().filter(
    ({ topic, line }) =>
      positionals.length === 0 || positionals.some((word) => `${topic} ${line}`.includes(word)),
  );
  if (commands.length === 0) throw new Error(`no command has one of ${positionals.join(' ')}`);

  const start = Date.now();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'same-bytes-')));
  try {
    const found = await differences(commands, before, after, folder);
    const count = report(commands, found, positionals.length === 0);
    console.log(`${((Date.now() - start) / 1000).toFixed(0)} s`);
    return count === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(`same-bytes: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  },
);
