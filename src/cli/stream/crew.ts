/** @file The threads that help with a stream, as many as its length pays for. */

import type { Threads, Worker } from '../process/io';
import type { Run } from './rows';
import type { Turns } from './turns';

/**
 * What pays for starting a thread, which takes some 40 ms: bytes of input times functions of the
 * chain. Reading and printing weigh as much as BASE functions.
 */
const WORK_FOR_THREAD = 6_000_000;
const BASE = 4;

/**
 * V8 compiles on a core beside the thread that it compiles for, and for each thread anew: while there is
 * much to compile, the last core is worth a thread only where that pays so many times. With 40,000 points
 * of a formula of 230 functions `check` gains on two cores, with 10,000 it takes half again as long.
 */
const LAST_CORE = 10;

/** Starts threads while a stream goes on, and sees to their end. */
export class Crew {
  readonly #workers: Worker[] = [];
  readonly #workKnown: number;
  #workDone = 0;
  /** Asked for where there is work for more than one. */
  #most: number | undefined;
  #failure: Error | undefined;

  /**
   * @param dataOf for each worker, by its number
   * @param jobs how many threads there may be, with the one that is there; by default as many as there are cores
   * @param bytesKnown the length of the input, if it is known
   * @param share prepares the thread that is there for others; false if there can be none
   */
  constructor(
    private readonly threads: Threads,
    private readonly turns: Turns,
    private readonly dataOf: (thread: number) => object,
    private readonly jobs: number | undefined,
    private readonly run: Pick<Run, 'weight' | 'warmUp'>,
    bytesKnown: number | undefined,
    private readonly share: () => boolean,
  ) {
    this.#workKnown = this.#workOf(bytesKnown ?? 0);
  }

  /** Starts as many threads as are worth it now that so many bytes more are done. */
  grow(bytes: number): void {
    this.#workDone += this.#workOf(bytes);
    const work = Math.max(this.#workKnown, this.#workDone);
    while (this.#workers.length + 1 < this.#worthOf(work)) {
      if (!this.#start()) this.#most = this.#workers.length + 1;
    }
  }

  /** How many threads so much work is worth. */
  #worthOf(work: number): number {
    const { warmUp = 0 } = this.run;
    const ofThread = WORK_FOR_THREAD + warmUp;
    if (work < ofThread) return 1;
    this.#most ??= this.jobs ?? this.threads.count();
    const isForCompiler = warmUp > 0 && this.jobs === undefined && work < LAST_CORE * ofThread;
    const most = isForCompiler ? this.#most - 1 : this.#most;
    return Math.min(most, 1 + Math.floor(work / ofThread));
  }

  /** @returns false if there can be no more threads; those that are there do the work */
  #start(): boolean {
    if (this.#workers.length === 0 && !this.share()) return false;
    try {
      const thread = this.#workers.length;
      this.#workers.push(
        this.threads.start(this.dataOf(thread), (error) => {
          this.#die(thread, error);
        }),
      );
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Waits until all is written or the run is over.
   *
   * @param onSent called when the threads have sent all
   * @throws the error of a thread that has died
   */
  async join(onSent: () => void): Promise<void> {
    if (this.#workers.length > 0) await this.turns.end();
    onSent();
    this.dismiss();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** What the threads have sent since it was asked for last; of each thread in order. */
  received(): unknown[] {
    return this.#workers.flatMap((worker) => worker.received());
  }

  /** Ends all threads. */
  dismiss(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  /** A thread that could not start leaves nothing unwritten: the others do the work. */
  #die(thread: number, error: Error): void {
    if (!this.turns.hasArrived(thread)) return;
    this.#failure ??= error;
    this.turns.abort();
  }

  #workOf(bytes: number): number {
    return bytes * (BASE + this.run.weight);
  }
}
