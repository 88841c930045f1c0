/** @file Functions from modules, with real files and a real Node: only there is a module really run. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sharedProcess } from './one-process';
import { bash, type ProcessOutcome, plainWords } from './program';
import type { Outcome } from './run-main';
import { tempFolder } from './temp-folder';

export const PAIR = '{ value: (x) => x * x, derivative: (x) => 2 * x }';
export const GOOD = `export const g = ${PAIR};`;
/** Its derivative is 1.5 times what it should be. */
export const WRONG = 'export const g = { value: (x) => x * x, derivative: (x) => 3 * x };';
/** Prints 6 for g = x^2, after which comes --module. */
export const AT_3 = 'diff -c g -x 3 --only backprop --module';

const PACKAGES = {
  'esm/package.json': '{ "type": "module" }',
  'commonjs/package.json': '{ "type": "commonjs" }',
};

/** Runs of the program beside modules: in a process that the runs of a file share, or each in its own. */
interface ModuleRuns {
  /** Where the files of `write` and `alone` are. */
  readonly directory: string;
  readonly write: (name: string, text: string) => void;
  /** Runs the program beside these files, names and texts, in the process that such runs share. */
  readonly beside: (
    files: Readonly<Record<string, string>>,
    words: string,
    input?: string,
  ) => Promise<Outcome>;
  /** What `diff` says with a module of that text, of g at 3. */
  readonly sharedAt3: (
    text: string,
    name?: string,
    files?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  /** Runs the program beside a module of that text, in a process of its own. */
  readonly alone: (name: string, text: string, words: string, input?: string) => ProcessOutcome;
  /** The status, standard output and standard error of that, for g at 3. */
  readonly aloneAt3: (text: string, name?: string) => readonly [number | null, string, string];
}

/** To be called once by a file of tests. */
export function moduleRuns(): ModuleRuns {
  const directory = tempFolder();
  const shared = sharedProcess();
  const writeTo = (place: string, name: string, text: string): void => {
    const path = join(place, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const runs: ModuleRuns = {
    directory,
    write(name, text) {
      writeTo(directory, name, text);
    },
    beside(files, words, input) {
      // In a folder of its own: Node keeps modules by their paths.
      const place = mkdtempSync(join(directory, 'one-'));
      for (const [name, text] of Object.entries(files)) writeTo(place, name, text);
      return shared.run({ words: plainWords(words) ?? [], directory: place, input });
    },
    sharedAt3: (text, name = 'm.mjs', files = {}) =>
      runs.beside({ ...PACKAGES, ...files, [name]: text }, `${AT_3} './${name}'`),
    alone(name, text, words, input = '') {
      runs.write(name, text);
      return bash(`dz ${words}`, input, directory);
    },
    aloneAt3(text, name = 'm.mjs') {
      const { status, stdout, stderr } = runs.alone(name, text, `${AT_3} './${name}'`);
      return [status, stdout, stderr];
    },
  };
  beforeAll(() => {
    for (const [name, text] of Object.entries(PACKAGES)) runs.write(name, text);
  });
  return runs;
}
