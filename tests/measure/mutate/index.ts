/**
 * @file Whether tests notice changes of the code: `npm run mutate -- ROOM [--tests ROOM,ROOM] [--jobs N]
 * [--sample N] [--longest MS] [--again FILE]`. ROOM is a folder or a file below src, `core/check` or
 * `math/real.ts`; the tests of the same name judge it unless others are named, or those of the folder around where
 * there are none. Each operator, condition, constant, text and statement is changed in turn, or with `--sample` N of
 * them, spread over all. With `--longest`, tests that take more milliseconds are left out: a mutant that nobody
 * notices runs all that come to it. With `--again`, only those are judged that an output before has named, which FILE
 * holds: first by the quick tests, and what is left by the long ones. The exit status is 1 below 90 %, or if mutants
 * of these files are listed that are none any more.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY } from '../../support/program';
import { LEFT, type Left } from './left';
import { type Mutant, mutantsOf } from './mutants';
import { judged, type Outcome } from './run';

/** The share of mutants that must be noticed. */
const WANTED = 0.9;

/** The tests of the name of a room, or else of the nearest folder around it that has some. */
function testsOf(name: string): string {
  const file = name.replace(/\.ts$/, '.test.ts');
  const isThere = existsSync(join(REPOSITORY, 'tests', file));
  return isThere || !name.includes('/') ? file : testsOf(dirname(name));
}

/** Paths below a root: the file itself, or all of a folder that end so. */
function within(root: string, path: string, end: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(end))
    .map((name) => join(path, name))
    .sort();
}

const lines = new Map<string, readonly string[]>();

/** The line of the source in which a mutant begins. */
function lineOf({ file, line }: Mutant): string {
  const known = lines.get(file) ?? readFileSync(join(SOURCES, file), 'utf8').split('\n');
  lines.set(file, known);
  return known[line - 1]?.trim() ?? '';
}

/** As the list names it. */
const nameOf = ({ file, line, before, after }: Left): string =>
  [file, line, before, after].join('\n');
const keyOf = (mutant: Mutant): string => nameOf({ ...mutant, line: lineOf(mutant) });
const LISTED_KEYS = new Set(LEFT.map(nameOf));
const isListed = (mutant: Mutant): boolean => LISTED_KEYS.has(keyOf(mutant));

function describe({ mutant, reachedBy }: Outcome): string {
  const { file, line, before, after } = mutant;
  const change = after === '' ? `without ${before}` : `${before}  =>  ${after}`;
  const why = reachedBy === 0 ? ' (no test comes here)' : '';
  return `${file}:${String(line)}  ${change.replaceAll(/\s+/g, ' ')}${why}`;
}

const percent = (part: number, all: number): string =>
  all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`;

/** Which mutant a line of the output is about, wherever in its file that stands by now; and of which others. */
const subjectOf = (line: string): string =>
  line.replace(/:\d+ /, ' ').replace(/ \(no test comes here\)$/, '');

/** How many of the mutants of each file are noticed. */
function table(outcomes: readonly Outcome[]): string {
  const files = new Set(outcomes.map(({ mutant }) => mutant.file));
  const rows = [...files].sort().map((file) => {
    const own = outcomes.filter(({ mutant }) => mutant.file === file);
    const noticed = own.filter(({ isNoticed }) => isNoticed).length;
    return `${file.padEnd(44)} ${`${String(noticed)} of ${String(own.length)}`.padStart(14)} ${percent(noticed, own.length).padStart(8)}`;
  });
  return rows.join('\n');
}

const SOURCES = join(REPOSITORY, 'src');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string' },
    jobs: { type: 'string' },
    sample: { type: 'string' },
    longest: { type: 'string' },
    again: { type: 'string' },
  },
});
const [room] = positionals;

async function main(room: string): Promise<void> {
  const [sample, jobs, longest] = [count('sample'), count('jobs'), count('longest')];
  const tests = (values.tests ?? testsOf(room)).split(',');
  const sources = within(SOURCES, room, '.ts');
  const root = join(REPOSITORY, 'tests');
  const files = tests.flatMap((path) =>
    within(root, path, '.test.ts').map((name) => join(root, name)),
  );
  const mutants = sources.flatMap(
    (file) => mutantsOf(file, readFileSync(join(SOURCES, file), 'utf8'), 0).mutants,
  );
  const keys = new Set(mutants.map(keyOf));
  const gone = LEFT.filter((left) => sources.includes(left.file) && !keys.has(nameOf(left)));
  for (const { file, line, before, after } of gone)
    console.log(`listed, but gone: ${file}: ${line}  ${before}  ${after}`);
  const { again } = values;
  const before = again && new Set(readFileSync(again, 'utf8').split('\n').map(subjectOf));
  const judgeable = [...mutants.entries()].filter(
    ([, mutant]) =>
      !before || before.has(subjectOf(describe({ mutant, isNoticed: false, reachedBy: 1 }))),
  );
  const wanted = Math.min(judgeable.length, sample ?? judgeable.length);
  const chosen = Array.from({ length: wanted }, (_, i) => {
    const [index] = judgeable[Math.floor((i * judgeable.length) / wanted)] as [number, Mutant];
    return index;
  });
  console.log(
    `${String(chosen.length)} of ${String(mutants.length)} mutants, ${String(files.length)} test files`,
  );

  const outcomes = await judged(
    { sources, tests: files },
    mutants,
    chosen,
    {
      jobs: jobs ?? availableParallelism(),
      longest: longest ?? Infinity,
    },
    {
      outcome: (outcome) => {
        if (!outcome.isNoticed && !isListed(outcome.mutant)) console.log(describe(outcome));
      },
      leftOut: (name) => {
        console.log(`left out, since it fails as it is: ${name}`);
      },
    },
  );

  const noticed = outcomes.filter(({ isNoticed }) => isNoticed).length;
  const listed = outcomes.filter(({ mutant, isNoticed }) => !isNoticed && isListed(mutant)).length;
  console.log(`\n${table(outcomes)}\n`);
  console.log(
    `${String(noticed)} of ${String(outcomes.length)} noticed, ${percent(noticed, outcomes.length)}; ` +
      `of the others, ${String(listed)} are listed with their reasons`,
  );
  process.exitCode = noticed >= WANTED * outcomes.length && gone.length === 0 ? 0 : 1;
}

/** A whole number above 0, where one is given. */
function count(name: 'jobs' | 'sample' | 'longest'): number | undefined {
  const text = values[name];
  if (text !== undefined && !/^[1-9]\d*$/.test(text)) {
    refuse(`--${name} takes a whole number above 0, and not '${text}'`);
  }
  return text === undefined ? undefined : Number(text);
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

if (room === undefined) {
  refuse(
    'usage: npm run mutate -- ROOM [--tests ROOM,ROOM] [--jobs N] [--sample N] [--longest MS] [--again FILE]',
  );
}
if (!existsSync(join(SOURCES, room))) {
  refuse(`there is no src/${room}: name a folder or a file below src, as in core/check`);
}
void main(room);
