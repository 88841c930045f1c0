/**
 * @file A process that judges mutants: it loads the tests of a room once, with all mutants of its files, and says
 * of each number that it is sent whether a test fails. Its parent ends it where a mutant runs for ever.
 */

import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { REPOSITORY } from '../../support/program';
import { cleanUp, collect, passes, prepare, type Test } from './harness';
import { mutantsOf } from './mutants';

/** What it is told at its start. */
export interface Room {
  /** Paths below src whose mutants are judged. */
  readonly sources: readonly string[];
  /** Paths of test files. */
  readonly tests: readonly string[];
}

/** What the tests of a file reach: lists of numbers of mutants. */
export interface Reach {
  /** When it is loaded, or prepared: its tests may use what was made then. */
  readonly loaded: readonly number[];
  /** Only, or more often, by a test that runs first: modules keep what is made there, as tables. */
  readonly kept: readonly number[];
  /** How long what its tests share took to prepare. */
  readonly preparing: number;
  readonly tests: readonly {
    readonly name: string;
    /** Of the processor: what else the machine does says nothing of a test. */
    readonly milliseconds: number;
    readonly reached: readonly number[];
    /** It fails without any mutant here, and is left out. */
    readonly fails: boolean;
  }[];
}

const NONE = -1;
let active = NONE;
/** How often it was asked of each mutant whether it is in force: in loops over bytes, millions of times. */
let counts = new Uint32Array(0);
/** How often it was asked in all, and how often it may be. */
let [asked, most] = [0, Infinity];

Object.assign(globalThis, {
  mutant$: (index: number): boolean => {
    if (++asked > most) throw new Error('it runs for ever');
    if (active === NONE) counts[index] = (counts[index] as number) + 1;
    return index === active;
  },
});

const codes = new Map<string, string>();

/** The code of a module, with its mutants if it is of the room. */
function codeOf(path: string, sources: ReadonlyMap<string, string>): string {
  const known = codes.get(path);
  if (known !== undefined) return known;
  const text = sources.get(path) ?? readFileSync(path, 'utf8');
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20' });
  codes.set(path, code);
  return code;
}

/** The sources of a room with their mutants, by path, and how many these are. */
function withMutants(files: readonly string[]): [ReadonlyMap<string, string>, number] {
  let count = 0;
  const sources = files.map((file): [string, string] => {
    const path = join(REPOSITORY, 'src', file);
    const { mutants, text } = mutantsOf(file, readFileSync(path, 'utf8'), count);
    count += mutants.length;
    return [path, text];
  });
  return [new Map(sources), count];
}

/** A mutant with which a test asks more often than so many times as often, and this often, runs for ever. */
const MOST_ASKED = { times: 20, more: 1_000_000 };

/** Runs something with a mutant in force. @returns what it returns, and without a mutant which ones it reached */
async function under<T>(
  index: number,
  run: () => T | Promise<T>,
  usual = Infinity,
): Promise<[T, Uint32Array]> {
  active = index;
  counts.fill(0);
  [asked, most] = [0, MOST_ASKED.times * usual + MOST_ASKED.more];
  try {
    return [await run(), counts.slice()];
  } finally {
    active = NONE;
    most = Infinity;
  }
}

/** Those that are counted. */
const indicesIn = (counts: Uint32Array): number[] =>
  [...counts.keys()].filter((index) => counts[index] !== 0);

/** A test: the positions of its file in the room, and of itself in the file. */
export type Position = readonly [file: number, test: number];

class Judge {
  readonly #room: Room;
  readonly #loaded = new Map<number, readonly Test[]>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** Forgets all modules of the repository. */
  forget(): void {
    for (const path of Object.keys(require.cache))
      if (codes.has(path)) Reflect.deleteProperty(require.cache, path);
    // Those that stay remember what they have loaded, and would keep it all in memory.
    for (const module of Object.values(require.cache))
      if (module !== undefined)
        module.children = module.children.filter(({ id }) => require.cache[id] !== undefined);
    this.#loaded.clear();
  }

  /** How often each test asks which mutant is in force, by its position. */
  readonly #asked = new Map<string, number>();
  /** How long the tests of each file took to prepare, the last time. */
  readonly #preparing = new Map<number, number>();

  /** The tests of a file, ready to run. */
  async #testsOf(file: number): Promise<readonly Test[]> {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known;
    const tests = collect(this.#room.tests[file] ?? '');
    this.#loaded.set(file, tests);
    const started = performance.now();
    for (const test of tests) await prepare(test);
    this.#preparing.set(file, performance.now() - started);
    return tests;
  }

  async #passes([file, position]: Position): Promise<boolean> {
    const test = (await this.#testsOf(file))[position];
    if (test === undefined) throw new Error('the tests of a file are others than before');
    return passes(test);
  }

  /** What each test reaches in modules that nothing has run in before, and what when it runs again. */
  async reach(): Promise<readonly Reach[]> {
    const all: Reach[] = [];
    for (const file of this.#room.tests.keys()) {
      const [tests, loaded] = await under(NONE, () => this.#testsOf(file));
      const outcomes: Reach['tests'][number][] = [];
      const kept = new Set<number>();
      for (const position of tests.keys()) {
        this.forget();
        const name = tests[position]?.name ?? '';
        await this.#testsOf(file);
        const run = (): Promise<boolean> => this.#passes([file, position]);
        const [passed, reached] = await under(NONE, run);
        this.#asked.set(String([file, position]), asked);
        const started = process.cpuUsage();
        const [passedAgain, again] = await under(NONE, run);
        const { user, system } = process.cpuUsage(started);
        const milliseconds = (user + system) / 1000;
        for (const index of indicesIn(reached))
          if (again[index] !== reached[index]) kept.add(index);
        const fails = !passed || !passedAgain;
        outcomes.push({ name, milliseconds, reached: indicesIn(reached), fails });
      }
      const preparing = this.#preparing.get(file) ?? 0;
      all.push({ loaded: indicesIn(loaded), kept: [...kept], preparing, tests: outcomes });
    }
    return all;
  }

  /** Whether one of these tests fails under a mutant, and passes without: else it is no witness. */
  async notices(index: number, tests: readonly Position[]): Promise<boolean> {
    for (const test of tests) {
      const usual = this.#asked.get(String(test));
      const run = (): Promise<boolean> => this.#passes(test);
      if ((await under(index, run, usual))[0]) continue;
      if (await run()) return true;
      // What the mutant, or one before it, has left behind in the modules is still there.
      this.forget();
      if (!(await run())) continue;
      // So is what the test has made without it, as tables are.
      this.forget();
      const [passesAfresh] = await under(index, run, usual);
      if (!passesAfresh) {
        this.forget();
        return true;
      }
    }
    return false;
  }

  /** The same where the modules themselves are loaded under the mutant. */
  async noticesAnew(index: number, tests: readonly Position[]): Promise<boolean> {
    this.forget();
    const [isNoticed] = await under(index, async () => {
      try {
        for (const test of tests) if (!(await this.#passes(test))) return true;
        return false;
      } catch {
        return true;
      }
    });
    this.forget();
    return isNoticed;
  }

  async end(): Promise<void> {
    await cleanUp([...this.#loaded.values()].flat());
  }
}

export type Question =
  | { readonly ask: 'reach' }
  | { readonly ask: 'end' }
  | {
      readonly ask: 'mutant';
      readonly index: number;
      /** Whether modules must be loaded anew, since it changes what is made when they are. */
      readonly anew: boolean;
      /** Which tests to run, in this order. */
      readonly tests: readonly Position[];
    };

export type Answer = { readonly reach: readonly Reach[] } | { readonly isNoticed: boolean };

/** How Node loads files of each extension: it has no public door for one's own. */
const { _extensions: loaders } = Module as unknown as {
  readonly _extensions: Record<
    string,
    (module: { _compile(code: string, path: string): void }, path: string) => void
  >;
};

function main(room: Room): void {
  const [sources, count] = withMutants(room.sources);
  counts = new Uint32Array(count);
  loaders['.ts'] = (module, path) => {
    // oxlint-disable-next-line no-underscore-dangle -- its name in Node
    module._compile(codeOf(path, sources), path);
  };
  const judge = new Judge(room);

  async function hear(question: Question): Promise<Answer | undefined> {
    if (question.ask === 'reach') return { reach: await judge.reach() };
    if (question.ask === 'end') return judge.end().then(() => undefined);
    const { index, anew, tests } = question;
    return {
      isNoticed: await (anew ? judge.noticesAnew(index, tests) : judge.notices(index, tests)),
    };
  }

  process.on('message', (question: Question) => {
    void hear(question).then((answer) => {
      if (answer === undefined) process.disconnect();
      else process.send?.(answer);
    });
  });
}

main(JSON.parse(process.argv[2] ?? '') as Room);
