/** @file Every fault with all the runs it is tried in. */

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { quoted, runScript } from './bash';
import { problemOf } from './expectation';
import {
  betweenFiles,
  betweenPipes,
  type Injection,
  INJECTIONS,
  THREAD_INJECTION,
} from './injections';
import { type Situation, SITUATIONS } from './situations';
import { isTampered, type Strace } from './strace';
import type { Work } from './work';

/** More calls than a run has: the rest is given up should there always be one more. */
const MOST_CALLS = 500;

export interface Run {
  readonly work: Work;
  /** For bash, in the folder of the task. */
  readonly script: string;
  /** What is wrong with what came of it, in words. */
  readonly problem: string | undefined;
}

/** A fault, and all the runs it is tried in; a task is a series of them in one folder. */
export interface Fault {
  readonly name: string;
  readonly tasks: ((folder: string) => AsyncGenerator<Run>)[];
}

function situationFault(situation: Situation, works: readonly Work[]): Fault {
  const task = (work: Work) =>
    async function* (folder: string): AsyncGenerator<Run> {
      for (const [i, script] of situation.scripts(work).entries()) {
        const outcome = await runScript(script, folder);
        const expected = situation.expected(work, outcome, i);
        yield { work, script, problem: problemOf(outcome, expected, work) };
      }
    };
  return { name: situation.name, tasks: works.map(task) };
}

function injectionFault(
  injection: Injection,
  works: readonly Work[],
  strace: Strace,
  first = 1,
): Fault {
  const task = (work: Work, scriptOf: typeof betweenFiles) =>
    async function* (folder: string): AsyncGenerator<Run> {
      for (let n = first; ; n++) {
        const script = scriptOf(injection, n, work, strace);
        const outcome = await runScript(script, folder);
        if (!isTampered(outcome.calls)) {
          if (n === first) yield { work, script, problem: 'strace finds no such call' };
          return;
        }
        const expected = injection.expected(outcome, work);
        yield { work, script, problem: problemOf(outcome, expected, work) };
        if (n === MOST_CALLS) {
          yield { work, script, problem: `more than ${String(n)} such calls` };
          return;
        }
      }
    };
  const hasPipes = injection.stream === 'input' || injection.stream === 'output';
  const inPipes = hasPipes ? works.filter(({ format }) => format === 'tsv') : [];
  return {
    name: injection.name,
    tasks: [
      ...works.map((work) => task(work, betweenFiles)),
      ...inPipes.map((work) => task(work, betweenPipes)),
    ],
  };
}

/** The threads that Node starts for itself; without them it hangs, whatever it runs. */
async function countThreads(strace: Strace, folder: string): Promise<number> {
  const { calls } = await runScript(
    `${strace.before('thread')} ${quoted(process.execPath)} -e 0`,
    folder,
  );
  return calls.trimEnd().split('\n').length;
}

/** @param folder for trying out what this machine allows */
export async function faultsOf(
  works: readonly Work[],
  strace: Strace,
  folder: string,
): Promise<Fault[]> {
  const possible = SITUATIONS.filter(({ name, needs }) => {
    if (needs === undefined) return true;
    mkdirSync(folder, { recursive: true });
    const isMet = spawnSync('bash', ['-c', needs], { cwd: folder, stdio: 'ignore' }).status === 0;
    if (!isMet) console.log(`left out, as this machine does not allow it: ${name}`);
    return isMet;
  });
  const faults = [
    ...possible.map((situation) => situationFault(situation, works)),
    ...INJECTIONS.map((injection) => injectionFault(injection, works, strace)),
  ];
  const parallel = works.filter(({ jobs }) => jobs > 1);
  if (parallel.length > 0) {
    const first = 1 + (await countThreads(strace, folder));
    faults.push(injectionFault(THREAD_INJECTION, parallel, strace, first));
  }
  return faults;
}
