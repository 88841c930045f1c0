/** @file The threads that help with a stream, as many as its length pays for. */

import type { Threads, TryRead, Worker } from '../process/io';
import type { Turns } from './turns';

/**
 * What pays for starting a thread, which takes some 40 ms: bytes of input times functions of the
 * chain. Reading and printing weigh as much as BASE functions.
 */
const WORK_FOR_THREAD = 6_000_000;
const BASE = 4;

/** Starts threads while a stream goes on, and sees to their end. */
export class Crew {
  readonly #workers: Worker[] = [];
  readonly #workKnown: number;
  #workDone = 0;
  #most: number;
  #tryRead: TryRead | undefined;
  #failure: Error | undefined;

  /**
   * @param dataOf for each worker, by its number
   * @param most how many threads there may be, with the one that is there
   * @param weight the work that a number is, in functions applied
   * @param inputBytes the length of the input, if it is known
   */
  constructor(
    private readonly threads: Threads,
    private readonly turns: Turns,
    private readonly dataOf: (thread: number) => object,
    most: number,
    private readonly weight: number,
    inputBytes: number | undefined,
  ) {
    this.#most = most;
    this.#workKnown = most > 1 ? this.#workOf(inputBytes ?? 0) : 0;
  }

  /**
   * Starts as many threads as are worth it now that so many bytes more are done.
   *
   * @param share called before the first one starts
   */
  grow(bytes: number, share: (tryRead: TryRead) => void): void {
    this.#workDone += this.#workOf(bytes);
    const work = Math.max(this.#workKnown, this.#workDone);
    while (
      this.#workers.length + 1 <
      Math.min(this.#most, 1 + Math.floor(work / WORK_FOR_THREAD))
    ) {
      if (!this.#start(share)) this.#most = this.#workers.length + 1;
    }
  }

  /** @returns false if there can be no more threads; those that are there do the work */
  #start(share: (tryRead: TryRead) => void): boolean {
    if (this.#tryRead === undefined) {
      this.#tryRead = this.threads.tryReadInput();
      if (this.#tryRead === undefined) return false;
      share(this.#tryRead);
    }
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

  /** Waits until all is written or the stream is over. @throws the error of a thread that has died */
  async join(): Promise<void> {
    if (this.#workers.length > 0) await this.turns.end();
    this.dismiss();
    if (this.#failure !== undefined) throw this.#failure;
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
    return bytes * (BASE + this.weight);
  }
}
