/**
 * @file The layout of the memory that the threads of a stream share.
 *
 * Memory is shared because messages arrive only between turns of the event loop, which a computing thread does
 * not reach. Two threads take 0.49 s for 1,000,000 rows, one takes 0.69 s.
 */

import { type Carry, MOST_CARRIED } from './input/line-reader';

export interface Tally {
  rows: number;
  lines: number;
  /** The amount of input that is done: bytes, or known points. */
  done: number;
  errors: number;
  warnings: number;
  /** 1 while a progress line is on the terminal. */
  progress: number;
}

/** The 32-bit cells at the beginning of the memory: those of `Turns`, which waits for their changes. */
export const CELLS = { lock: 0, chunks: 1, turn: 2, isOver: 3, status: 4 } as const;
/** A multiple of 8, as the doubles that follow need. */
const CELL_BYTES = 24;

/** What is carried from chunk to chunk, and what is counted, with its type. */
const CARRIED: Types<Omit<Carry, 'tail'>> = {
  tailLength: Number,
  isStart: Boolean,
  hasLines: Boolean,
  isInsideLongLine: Boolean,
  isEnded: Boolean,
};
const TALLIED: Types<Tally> = {
  rows: Number,
  lines: Number,
  done: Number,
  errors: Number,
  warnings: Number,
  progress: Number,
};
type Types<T> = {
  readonly [K in keyof T]: T[K] extends boolean ? BooleanConstructor : NumberConstructor;
};
/** The number of doubles for these: there may be more rows than 2^31. */
const CARRIED_COUNT = Object.keys(CARRIED).length;
const TALLIED_COUNT = Object.keys(TALLIED).length;
const DOUBLE_BYTES = 8 * (CARRIED_COUNT + TALLIED_COUNT);
/** The number of threads, one byte for each. */
const ARRIVALS = 256;

interface SharedParts {
  readonly cells: Int32Array<SharedArrayBuffer>;
  readonly arrivals: Uint8Array<SharedArrayBuffer>;
  readonly carry: Carry;
  readonly tally: Tally;
}

/** @param mostCarried the number of bytes that a chunk may leave for the next one */
export function newSharedMemory(mostCarried = MOST_CARRIED): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(CELL_BYTES + DOUBLE_BYTES + ARRIVALS + mostCarried);
  partsOf(memory).carry.isStart = true;
  return memory;
}

/** @param memory made by `newSharedMemory` */
export function partsOf(memory: SharedArrayBuffer): SharedParts {
  const cells = new Int32Array(memory, 0, CELL_BYTES / 4);
  const carried = new Float64Array(memory, CELL_BYTES, CARRIED_COUNT);
  const tallied = new Float64Array(memory, CELL_BYTES + 8 * CARRIED_COUNT, TALLIED_COUNT);
  const arrivals = new Uint8Array(memory, CELL_BYTES + DOUBLE_BYTES, ARRIVALS);
  const tail = new Uint8Array(memory, CELL_BYTES + DOUBLE_BYTES + ARRIVALS);
  const carry = Object.assign(placedIn(carried, CARRIED), { tail });
  return { cells, arrivals, carry, tally: placedIn(tallied, TALLIED) };
}

/** An object with properties of these types, each stored as a double in `places`; true is stored as 1. */
function placedIn<T extends object>(places: Float64Array, types: Types<T>): T {
  const properties = Object.entries<(stored?: number) => unknown>(types).map(
    ([name, typeOf], i): [string, PropertyDescriptor] => {
      const get = (): unknown => typeOf(places[i]);
      const set = (value: number): void => {
        places[i] = value;
      };
      return [name, { get, set }];
    },
  );
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
