/** @file Programs that do what `diff --chain square,exp,square --x -` does, to compare with. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PYTHONS } from '../accuracy/python';
import { aptInstall } from '../../measure/debian';
import type { Program } from './ours';

/** What else there is for numbers in lines, and the packages of Debian that have it. */
interface Baseline {
  readonly name: string;
  readonly debian: string;
  /** Undefined where it cannot be run. A folder for what has to be compiled is given. */
  readonly find: (folder: string) => Program | undefined;
}

const source = (extension: string): string =>
  join(__dirname, `programs/square-exp-square.${extension}`);

function outputOf(program: string, ...words: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** The first number with a point in what a program says of itself; undefined if it says nothing. */
function versionOf(program: string, ...words: string[]): string | undefined {
  const text = outputOf(program, ...words);
  return text === undefined ? undefined : (/\d+(\.\d+)+/.exec(text)?.[0] ?? '');
}

const mawk: Baseline = {
  name: 'mawk',
  debian: 'mawk',
  find: () => {
    const version = versionOf('mawk', '-W', 'version');
    if (version === undefined) return undefined;
    return { name: `mawk ${version}`, command: `mawk -f "${source('awk')}"` };
  },
};

const gawk: Baseline = {
  name: 'gawk',
  debian: 'gawk',
  find: () => {
    const version = versionOf('gawk', '--version');
    if (version === undefined) return undefined;
    return { name: `gawk ${version}`, command: `gawk -f "${source('awk')}"` };
  },
};

const miller: Baseline = {
  name: 'Miller',
  debian: 'miller',
  find: () => {
    const version = versionOf('mlr', '--version');
    if (version === undefined) return undefined;
    return { name: `Miller ${version}`, command: `mlr --inidx --otsv put -f "${source('mlr')}"` };
  },
};

const numpy: Baseline = {
  name: 'numpy',
  debian: 'python3-numpy',
  find: () => {
    // Python's own name for itself: what is found along PATH may be a script that starts it.
    const ask = 'import numpy, sys; print(sys.executable, numpy.__version__, sep="\\n")';
    for (const python of PYTHONS) {
      const [executable, version] = outputOf(python, '-c', ask)?.split('\n') ?? [];
      if (executable !== undefined && version !== undefined) {
        return { name: `numpy ${version}`, command: `"${executable}" "${source('py')}"` };
      }
    }
    return undefined;
  },
};

const cpp: Baseline = {
  name: 'C++',
  debian: 'g++',
  find: (folder) => {
    const version = versionOf('g++', '-dumpfullversion');
    const compiled = join(folder, 'square-exp-square');
    // Compilers of before 2021 know C++17, but not how to read a double with it.
    const words = ['-std=c++17', '-O2', '-o', compiled, source('cpp')];
    if (version === undefined || outputOf('g++', ...words) === undefined) return undefined;
    return { name: `C++17, g++ ${version} -O2`, command: `"${compiled}"` };
  },
};

export interface Baselines {
  readonly mawk: Program | undefined;
  readonly cpp: Program | undefined;
  readonly all: readonly Program[];
  /** The names of those that could not be had. */
  readonly missing: readonly string[];
}

/** Looks for each of the programs, and installs those that are missing where it may. */
export function findBaselines(folder: string): Baselines {
  const found = new Map<Baseline, Program>();
  const look = (): Baseline[] =>
    [mawk, gawk, miller, numpy, cpp].filter((baseline) => {
      const program = found.get(baseline) ?? baseline.find(folder);
      if (program !== undefined) found.set(baseline, program);
      return program === undefined;
    });
  let missing = look();
  if (missing.length > 0) {
    console.error(
      `looking for packages of Debian: ${missing.map(({ debian }) => debian).join(', ')}`,
    );
    aptInstall(...missing.map(({ debian }) => debian));
    missing = look();
  }
  return {
    mawk: found.get(mawk),
    cpp: found.get(cpp),
    all: [mawk, gawk, miller, numpy, cpp].flatMap((baseline) => found.get(baseline) ?? []),
    missing: missing.map(({ name }) => name),
  };
}
