/** @file All mutants of a room before its tests, in as many processes as there are cores. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/program';
import type { Answer, Position, Question, Reach, Room } from './judge';
import type { Mutant } from './mutants';

export interface Outcome {
  readonly mutant: Mutant;
  readonly isNoticed: boolean;
  /** How many tests reach it. */
  readonly reachedBy: number;
}

/** A mutant that makes tests longer than this many times what they take, and some seconds, runs for ever. */
const PATIENCE = { times: 20, milliseconds: 20_000 };

const JUDGE = [
  '-r',
  'ts-node/register/transpile-only',
  '--max-old-space-size=1500',
  '--stack-size=900',
];

/** One process that judges, and another in its place where a mutant was the end of it. */
class Bench {
  readonly #room: Room;
  #judge: ChildProcess | undefined;

  constructor(room: Room) {
    this.#room = room;
  }

  /** @returns undefined where the judge has ended, or was ended after so many milliseconds */
  async ask(question: Question, milliseconds: number): Promise<Answer | undefined> {
    this.#judge ??= fork(join(__dirname, 'judge.ts'), [JSON.stringify(this.#room)], {
      cwd: REPOSITORY,
      execArgv: JUDGE,
      // A program that fails on purpose says so.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        TS_NODE_PROJECT: join(REPOSITORY, 'tests/tsconfig.json'),
        SHORT_SWEEPS: 'yes',
      },
    });
    const judge = this.#judge;
    judge.send(question);
    const timer = setTimeout(() => judge.kill('SIGKILL'), milliseconds);
    const settled = new AbortController();
    const event = (name: string) => once(judge, name, { signal: settled.signal });
    const answer = event('message').then(([message]) => message as Answer);
    const ended = event('exit').then(() => undefined);
    const first = await Promise.race([answer, ended]);
    clearTimeout(timer);
    settled.abort();
    await Promise.allSettled([answer, ended]);
    if (first === undefined) this.#judge = undefined;
    return first;
  }

  async end(): Promise<void> {
    if (this.#judge !== undefined) await this.ask({ ask: 'end' }, 10_000);
  }
}

/** Which tests reach each mutant, the quickest first, and which mutants change what is made once. */
function mapOf(reach: readonly Reach[], count: number, longest: number) {
  const all = reach
    .flatMap(({ tests, preparing }, file) =>
      preparing > longest
        ? []
        : tests.map((test, at) => ({ ...test, position: [file, at] as const })),
    )
    .filter(({ fails, milliseconds }) => !fails && milliseconds <= longest)
    .sort((a, b) => a.milliseconds - b.milliseconds);
  const reaching = Array.from({ length: count }, (): typeof all => []);
  for (const test of all) for (const index of test.reached) reaching[index]?.push(test);
  const onLoading = new Set(reach.flatMap(({ loaded }) => loaded));
  const kept = new Set(reach.flatMap(({ kept }) => kept));
  return { all, reaching, onLoading, kept };
}

/**
 * @param longest tests that take more milliseconds, or whose preparation does, are left out
 * @param told what to call after each mutant, and with the tests that fail as they are
 */
export async function judged(
  room: Room,
  mutants: readonly Mutant[],
  chosen: readonly number[],
  { jobs, longest }: { readonly jobs: number; readonly longest: number },
  told: { readonly outcome: (outcome: Outcome) => void; readonly leftOut: (name: string) => void },
): Promise<readonly Outcome[]> {
  const benches = Array.from({ length: jobs }, () => new Bench(room));
  const answer = await benches[0]?.ask({ ask: 'reach' }, 30 * 60_000);
  if (answer === undefined || !('reach' in answer)) throw new Error('the tests do not run');
  const { all, reaching, onLoading, kept } = mapOf(answer.reach, mutants.length, longest);
  for (const { name } of answer.reach.flatMap(({ tests }) => tests).filter(({ fails }) => fails))
    told.leftOut(name);

  const outcomes: Outcome[] = [];
  const queue = [...chosen];

  async function isNoticed(
    bench: Bench,
    index: number,
    tests: typeof all,
    anew: boolean,
  ): Promise<boolean> {
    if (tests.length === 0) return false;
    const usual = tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const limit = PATIENCE.milliseconds + PATIENCE.times * usual;
    const positions: readonly Position[] = tests.map(({ position }) => position);
    const answer = await bench.ask({ ask: 'mutant', index, anew, tests: positions }, limit);
    return answer === undefined || ('isNoticed' in answer && answer.isNoticed);
  }

  async function work(bench: Bench): Promise<void> {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const mutant = mutants[index];
      if (mutant === undefined) return;
      const own = reaching[index] ?? [];
      const noticed =
        (await isNoticed(bench, index, own, false)) ||
        (kept.has(index) && (await isNoticed(bench, index, own, true))) ||
        (onLoading.has(index) && (await isNoticed(bench, index, all, true)));
      const reachedBy = onLoading.has(index) ? all.length : own.length;
      const outcome = { mutant, isNoticed: noticed, reachedBy };
      outcomes.push(outcome);
      told.outcome(outcome);
    }
    await bench.end();
  }
  await Promise.all(benches.map(work));
  return outcomes;
}
