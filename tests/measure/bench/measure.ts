/** @file Timing whole processes and functions, side by side: alternating runs, medians, ratios. */

import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Milliseconds of each run of each command, the commands taking turns. */
export function timeCommands(
  commands: Readonly<Record<string, string>>,
  runs: number,
  afterEach: (name: string) => void = () => undefined,
): Map<string, number[]> {
  // A point in numbers, and bytes for characters: awk is at its fastest there.
  const env = { ...process.env, LC_ALL: 'C' };
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let run = -1; run < runs; run++) {
    for (const [name, command] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const { status } = spawnSync('sh', ['-c', `exec ${command}`], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env,
      });
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0) throw new Error(`${command}: exit status ${String(status)}`);
      // The first round only warms up the file cache.
      if (run >= 0) times.get(name)?.push(milliseconds);
      afterEach(name);
    }
  }
  return times;
}

/**
 * Nanoseconds per number of each loop, the loops taking turns on the same numbers. Each is a loop of
 * its own, so that the call inside is compiled as it is in a program.
 */
export function timeLoops(
  loops: Readonly<Record<string, (numbers: Float64Array) => number>>,
  numbers: Float64Array,
  runs: number,
  repeats = 20,
): Map<string, number[]> {
  const times = new Map(Object.keys(loops).map((name) => [name, [] as number[]]));
  let sum = 0;
  for (let run = -5; run < runs; run++) {
    for (const [name, loop] of Object.entries(loops)) {
      const start = process.hrtime.bigint();
      for (let repeat = 0; repeat < repeats; repeat++) sum += loop(numbers);
      const nanoseconds = Number(process.hrtime.bigint() - start) / (repeats * numbers.length);
      if (run >= 0) times.get(name)?.push(nanoseconds);
    }
  }
  if (sum === 0.5) throw new Error('keeps the loops from being optimised away');
  return times;
}

/** Prints a table of medians, each as a ratio to the first. */
export function printTable(title: string, unit: string, times: Map<string, number[]>): void {
  const [base = NaN] = [...times.values()].map(median);
  console.log(`\n${title}`);
  for (const [name, values] of times) {
    const figures = [median(values), Math.min(...values), Math.max(...values)];
    const columns = figures.map((value) => value.toFixed(1).padStart(9)).join('');
    console.log(
      `  ${name.padEnd(34)}${columns} ${unit} ${(median(values) / base).toFixed(2).padStart(7)}`,
    );
  }
}

export function printHead(): void {
  const model = cpus()[0]?.model.trim() ?? 'processor unknown';
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `Node ${process.version}, ${model}, ${String(availableParallelism())} cores, ${date}`,
  );
  console.log('median, least, most, and the ratio of the median to the first, or to the one named');
}
