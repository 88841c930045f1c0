/** @file What the threads of a stream share, and how many of them there are; here in one thread. */

import type { Threads } from '../../../src/cli/process/io';
import { Crew } from '../../../src/cli/stream/crew';
import { newSharedMemory, partsOf, Turns } from '../../../src/cli/stream/turns';

describe('the memory', () => {
  test('has room for each figure beside the others, and for what is carried', () => {
    const { carry, tally, cells, arrivals } = partsOf(newSharedMemory());
    const tallied = { rows: 2 ** 40, lines: 2, done: 3, error: 4, warning: 5, progress: 1 };
    const carried = { isStart: false, hasLines: true, isInsideLongLine: true, isEnded: true };
    Object.assign(tally, tallied);
    Object.assign(carry, carried, { tailLength: 7 });
    arrivals.fill(9);
    carry.tail.fill(8);
    for (const [name, figure] of Object.entries(tallied)) {
      expect([name, tally[name as keyof typeof tallied]]).toEqual([name, figure]);
    }
    for (const [name, is] of Object.entries(carried)) {
      expect([name, carry[name as keyof typeof carried]]).toEqual([name, is]);
      carry[name as keyof typeof carried] = !is;
      expect([name, carry[name as keyof typeof carried]]).toEqual([name, !is]);
    }
    expect([carry.tailLength, cells[0], arrivals[0], carry.tail[0]]).toEqual([7, 0, 9, 8]);
    expect(carry.tail.length).toBeGreaterThan(2 ** 18);
  });

  test('is at its start when it is new', () => {
    const { carry, tally } = partsOf(newSharedMemory());
    expect([carry.isStart, carry.hasLines, carry.isInsideLongLine, carry.isEnded]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([carry.tailLength, tally.rows, tally.progress]).toEqual([0, 0, 0]);
  });
});

describe('turns', () => {
  test('are numbered, and written in their order', async () => {
    const turns = new Turns(newSharedMemory());
    expect(await turns.enter()).toBe(0);
    turns.leave();
    expect(await turns.enter()).toBe(1);
    turns.leave();
    expect([turns.isNext(0), turns.isNext(1)]).toEqual([true, false]);
    expect(await turns.turn(0)).toBe(true);
    turns.pass(0);
    expect([turns.isNext(0), turns.isNext(1), await turns.turn(1)]).toEqual([false, true, true]);
    turns.pass(1);
    await turns.end();
    expect(turns.isOver).toBe(false);
  });

  test('end with the input: nobody enters, and nobody is kept out', async () => {
    const turns = new Turns(newSharedMemory());
    turns.carry.isEnded = true;
    expect([await turns.enter(), await turns.enter()]).toEqual([undefined, undefined]);
  });

  test('wait for whoever reads, and breathe meanwhile', async () => {
    let breaths = 0;
    const turns = new Turns(newSharedMemory(), () => {
      if (++breaths === 2) turns.leave();
      return Promise.resolve();
    });
    await turns.enter();
    expect([await turns.enter(), breaths]).toEqual([1, 2]);
    await turns.pause(1);
    expect(breaths).toBe(3);
  });

  test('pause as long as they are told to, where no chunk is written meanwhile', async () => {
    const started = performance.now();
    await new Turns(newSharedMemory()).pause(20);
    expect(performance.now() - started).toBeGreaterThan(15);
  });

  test('wait for the chunk before, until the stream is over', async () => {
    let breaths = 0;
    const turns = new Turns(newSharedMemory(), () => {
      if (++breaths === 1) turns.pass(4);
      else turns.abort();
      return Promise.resolve();
    });
    expect([await turns.turn(5), breaths]).toEqual([true, 1]);
    expect([await turns.turn(7), breaths, turns.isOver]).toEqual([false, 2, true]);
    expect(await turns.turn(5)).toBe(false);
    expect(await turns.enter()).toBeUndefined();
  });

  test('are over for whoever waits to read', async () => {
    const turns: Turns = new Turns(newSharedMemory(), () => {
      turns.abort();
      return Promise.resolve();
    });
    await turns.enter();
    expect(await turns.enter()).toBeUndefined();
  });

  test('that fail have the status of the first failure', () => {
    const turns = new Turns(newSharedMemory());
    expect([turns.status, turns.isOver]).toEqual([0, false]);
    turns.fail(3);
    turns.fail(4);
    expect([turns.status, turns.isOver]).toEqual([3, true]);
  });

  test('know which threads have come', () => {
    const turns = new Turns(newSharedMemory());
    turns.arrive(2);
    expect([1, 2, 3].map((thread) => turns.hasArrived(thread))).toEqual([false, true, false]);
  });
});

describe('a crew', () => {
  const MEGABYTE = 1e6;

  /** A crew of at most so many, in which a number weighs 2; and what becomes of its threads. */
  function crewOf(
    most: number,
    inputBytes?: number,
    { canRead = true, canStart = 9, breathe = () => Promise.resolve() } = {},
  ) {
    const turns = new Turns(newSharedMemory(), breathe);
    const deaths: ((error: Error) => void)[] = [];
    const ended: number[] = [];
    const shared: string[] = [];
    const threads: Threads = {
      descriptor: 0,
      inputName: '',
      count: () => most,
      tryReadInput: () => undefined,
      start(data, onDeath) {
        const { thread } = data as { readonly thread: number };
        if (thread >= canStart) throw new Error('no more');
        deaths.push(onDeath);
        return { received: () => [], terminate: () => ended.push(thread) };
      },
    };
    const share = (): boolean => {
      if (canRead) shared.push('shared');
      return canRead;
    };
    const crew = new Crew(threads, turns, {}, most, { weight: 2 }, inputBytes, share);
    const grow = (bytes: number): number => {
      crew.grow(bytes);
      return deaths.length;
    };
    return { crew, turns, deaths, ended, shared, grow };
  }

  test('grows with the work that is known: a thread for 6 million bytes times functions', () => {
    // Each byte weighs 4 + 2.
    expect(crewOf(9, 0.99 * MEGABYTE).grow(0)).toBe(0);
    expect(crewOf(9, MEGABYTE).grow(0)).toBe(1);
    expect(crewOf(9, 3.5 * MEGABYTE).grow(0)).toBe(3);
    expect(crewOf(3, 100 * MEGABYTE).grow(0)).toBe(2);
    expect(crewOf(1, 100 * MEGABYTE).grow(MEGABYTE)).toBe(0);
  });

  test('grows with the work that is done, where nothing is known', () => {
    const { grow, shared } = crewOf(3);
    expect([0, 0.6, 0.6, 0.1, 5].map((megabytes) => grow(megabytes * MEGABYTE))).toEqual([
      0, 0, 1, 1, 2,
    ]);
    expect(shared).toHaveLength(1);
  });

  test('does without threads that cannot be, and does not ask again', () => {
    const unreadable = crewOf(9, 9 * MEGABYTE, { canRead: false });
    expect([unreadable.grow(0), unreadable.shared]).toEqual([0, []]);
    const few = crewOf(9, 9 * MEGABYTE, { canStart: 2 });
    expect([few.grow(0), few.grow(9 * MEGABYTE), few.shared.length]).toEqual([2, 2, 1]);
  });

  test('ends its threads when all is written, and they have sent all', async () => {
    const { crew, turns, grow, ended } = crewOf(3, 9 * MEGABYTE);
    grow(0);
    await turns.enter();
    turns.leave();
    turns.pass(0);
    await crew.join(() => ended.push(-1));
    expect([ended, turns.isOver]).toEqual([[-1, 0, 1], false]);
    await crewOf(3).crew.join(() => undefined);
  });

  test('waits for chunks that its threads have not yet written', async () => {
    const written: string[] = [];
    const { crew, turns, grow } = crewOf(2, 9 * MEGABYTE, {
      breathe() {
        written.push('rows');
        turns.pass(0);
        return Promise.resolve();
      },
    });
    grow(0);
    await turns.enter();
    turns.leave();
    await crew.join(() => written.push('all'));
    expect(written).toEqual(['rows', 'all']);
  });

  test('fails with the first thread that dies at work; one that has not begun is not missed', async () => {
    const { crew, turns, grow, deaths } = crewOf(4, 9 * MEGABYTE);
    grow(0);
    deaths[0]?.(new Error('before it came'));
    expect(turns.isOver).toBe(false);
    turns.arrive(1);
    turns.arrive(2);
    deaths[1]?.(new Error('at work'));
    deaths[2]?.(new Error('later'));
    expect(turns.isOver).toBe(true);
    await expect(crew.join(() => undefined)).rejects.toThrow('at work');
  });

  /** How many threads so many megabytes start, of which each byte weighs 4 + 2, as a thread's start does. */
  const startedFor = (megabytes: number, jobs: number | undefined, warmUp?: number): number => {
    let started = 0;
    const threads = {
      count: () => 4,
      start: () => {
        started++;
        return { received: () => [started], terminate: () => undefined };
      },
    } as unknown as Threads;
    const turns = new Turns(newSharedMemory());
    const work = { weight: 2, ...(warmUp !== undefined && { warmUp }) };
    const crew = new Crew(
      threads,
      turns,
      () => ({}),
      jobs,
      work,
      undefined,
      () => true,
    );
    crew.grow(megabytes * MEGABYTE);
    expect(crew.received()).toEqual(Array<number>(started).fill(started));
    return started;
  };

  test('is as large as there are cores, and pays for what a thread compiles', () => {
    expect(startedFor(100, undefined)).toBe(3);
    // With as much again to compile a thread pays from two megabytes on.
    expect(startedFor(1.99, undefined, 6e6)).toBe(0);
    expect(startedFor(2, undefined, 6e6)).toBe(1);
  });

  test('leaves the last core to the compiler, unless that pays ten times, or somebody asks for it', () => {
    expect(startedFor(19.9, undefined, 6e6)).toBe(2);
    expect(startedFor(20, undefined, 6e6)).toBe(3);
    expect(startedFor(19.9, 4, 6e6)).toBe(3);
    expect(startedFor(19.9, undefined, 0)).toBe(3);
  });
});
