/**
 * @file The memory that the threads of a stream share: what stands where in it.
 *
 * Shared, since messages come only between turns of the event loop, and a thread that computes has none.
 * Two threads take 0.49 s for 1,000,000 rows where one takes 0.69 s.
 */

import { type Carry, MOST_CARRIED } from './input/line-reader';

/** How far the stream has come. */
export interface Tally {
  rows: number;
  lines: number;
  /** How much of the input is done with: bytes, or points that are known from the start. */
  done: number;
  errors: number;
  warnings: number;
  /** 1 while a line of progress stands on the terminal. */
  progress: number;
}

/** The cells at its beginning, 32 bits each: those of `Turns`, which waits for changes of them. */
export const CELLS = { lock: 0, chunks: 1, turn: 2, isOver: 3, status: 4 } as const;
/** A multiple of 8, as what follows needs. */
const CELL_BYTES = 24;

/** What is carried and counted, as it is at the start. */
const CARRIED: Omit<Carry, 'tail'> = {
  tailLength: 0,
  isStart: true,
  hasLines: false,
  isInsideLongLine: false,
  isEnded: false,
};
const TALLIED: Tally = { rows: 0, lines: 0, done: 0, errors: 0, warnings: 0, progress: 0 };
/** In doubles, since there may be more rows than 2^31. */
const CARRIED_COUNT = Object.keys(CARRIED).length;
const TALLIED_COUNT = Object.keys(TALLIED).length;
const DOUBLE_BYTES = 8 * (CARRIED_COUNT + TALLIED_COUNT);
/** One byte for each thread. */
const ARRIVALS = 256;

/** Its parts, each as what it is. */
interface SharedParts {
  readonly cells: Int32Array<SharedArrayBuffer>;
  readonly arrivals: Uint8Array<SharedArrayBuffer>;
  readonly carry: Carry;
  readonly tally: Tally;
}

/** @param mostCarried how many bytes a chunk may leave for the next */
export function newSharedMemory(mostCarried = MOST_CARRIED): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(CELL_BYTES + DOUBLE_BYTES + ARRIVALS + mostCarried);
  Object.assign(partsOf(memory).carry, CARRIED);
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

/** An object with the properties of another, each of which is kept in a place of its own; true is 1 there. */
function placedIn<T extends object>(places: Float64Array, like: T): T {
  const properties = Object.entries(like).map(([name, usual], i): [string, PropertyDescriptor] => {
    const get = typeof usual === 'boolean' ? () => places[i] === 1 : () => places[i];
    const set = (value: number): void => {
      places[i] = value;
    };
    return [name, { get, set }];
  });
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
