/** @file Starts worker threads for a stream, as many as its length justifies. */

import type { Threads, Worker } from '../process/io';
import type { Run } from './rows';
import type { Turns } from './turns';

/**
 * The work that justifies a thread, whose start takes some 40 ms: bytes of input times functions of the
 * graph. Reading and printing a byte counts as BASE functions.
 */
const WORK_FOR_THREAD = 6_000_000;
const BASE = 4;

/**
 * V8 compiles on another core, and for each thread again. While there is much to compile, the last core is
 * used for a thread only if that is justified this many times. Measured on two cores with a formula of 230
 * functions: `check` gains with 40,000 points; with 10,000 it would take half again as long.
 */
const LAST_CORE = 10;

/** As the largest number of threads where no other can be started. */
const NO_MORE = 1;

export class Crew {
  readonly #workers: Worker[] = [];
  readonly #workKnown: number;
  #workDone = 0;
  /** The largest number of threads, found out when there is work for more than one. */
  #most: number | undefined;
  #failure: Error | undefined;

  /**
   * @param data what each worker gets besides its number
   * @param jobs the largest number of threads, the main thread included; by default the number of cores
   * @param bytesKnown the length of the input, if it is known
   * @param share prepares the main thread for others; false if there can be none
   */
  constructor(
    private readonly threads: Threads,
    private readonly turns: Turns,
    private readonly data: object,
    private readonly jobs: number | undefined,
    private readonly run: Pick<Run, 'weight' | 'warmUp'>,
    bytesKnown: number | undefined,
    private readonly share: () => boolean,
  ) {
    this.#workKnown = this.#workOf(bytesKnown ?? 0);
  }

  /** Starts more threads if the work done so far, with these bytes, justifies it. */
  grow(bytes: number): void {
    this.#workDone += this.#workOf(bytes);
    const work = Math.max(this.#workKnown, this.#workDone);
    while (this.#workers.length + 1 < this.#worthOf(work)) {
      if (!this.#start()) this.#most = NO_MORE;
    }
  }

  /** The number of threads that this much work justifies. */
  #worthOf(work: number): number {
    const { warmUp = 0 } = this.run;
    const ofThread = WORK_FOR_THREAD + warmUp;
    if (work < ofThread) return 1;
    this.#most ??= this.jobs ?? this.threads.count();
    const isForCompiler = warmUp > 0 && this.jobs === undefined && work < LAST_CORE * ofThread;
    const most = isForCompiler ? this.#most - 1 : this.#most;
    return Math.min(most, 1 + Math.floor(work / ofThread));
  }

  /** @returns false if no more threads can be started */
  #start(): boolean {
    if (this.#workers.length === 0 && !this.share()) return false;
    try {
      const thread = this.#workers.length;
      this.#workers.push(
        this.threads.start({ ...this.data, thread }, (error) => {
          this.#die(thread, error);
        }),
      );
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Waits until all rows are written or the run is over.
   *
   * @param onSent called when all threads have sent their last message
   * @throws the error of a thread that has died
   */
  async join(onSent: () => void): Promise<void> {
    await this.turns.end();
    onSent();
    this.dismiss();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** The messages of the threads since the last call, those of each thread in order. */
  received(): unknown[] {
    return this.#workers.flatMap((worker) => worker.received());
  }

  dismiss(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  /** A thread that dies before it took part leaves nothing unwritten: the others do its work. */
  #die(thread: number, error: Error): void {
    if (!this.turns.hasArrived(thread)) return;
    this.#failure ??= error;
    this.turns.abort();
  }

  #workOf(bytes: number): number {
    return bytes * (BASE + this.run.weight);
  }
}
