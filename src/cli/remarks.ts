/** @file What is said of single points: at most ten of a kind in full, then their number. */

import type { Fault } from '../core/errors';
import { tell } from './errors';
import type { Io } from './io';

const MOST_IN_FULL = 10;

/** Collects errors and warnings of a run; `finish` says how many were left out. */
export class Remarks {
  #errors = 0;
  #warnings = 0;

  /** @param beforeTelling called before each line, so that rows and remarks keep their order */
  constructor(
    private readonly io: Io,
    private readonly beforeTelling: () => void,
  ) {}

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** @param place where: "line 17", "x = -1"; a function, as few places are printed */
  error(place: () => string, { message }: Pick<Fault, 'message'>): void {
    this.#errors++;
    if (this.#errors <= MOST_IN_FULL) this.#tell(`${place()}: ${message}`);
  }

  warning(place: () => string, text: string): void {
    this.#warnings++;
    if (this.#warnings <= MOST_IN_FULL) this.#tell(`warning: ${place()}: ${text}`);
  }

  finish(): void {
    const counts: readonly [number, string][] = [
      [this.#errors - MOST_IN_FULL, 'error'],
      [this.#warnings - MOST_IN_FULL, 'warning'],
    ];
    for (const [more, kind] of counts) {
      if (more > 0) this.#tell(`and ${String(more)} more ${kind}${more === 1 ? '' : 's'}`);
    }
  }

  #tell(message: string): void {
    this.beforeTelling();
    tell(this.io, message);
  }
}
