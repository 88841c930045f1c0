/** @file How the time that something takes grows with its size, whatever else the machine does. */

/** Times as large. */
export const FACTOR = 8;

/**
 * In time proportional to the size it grows by FACTOR, and by up to 20 as more memory is slower; by the square of the
 * size it would by 64.
 */
export const PROPORTIONAL = 4 * FACTOR;

/** Below it a clock says little. In microseconds, of the processor. */
const LEAST = 500;

/** The least of three runs; those after one that takes less than `enough` are left out. */
function microseconds(work: () => void, enough = 0): number {
  let least = Infinity;
  for (let run = 0; run < 3 && least >= enough; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return Math.max(LEAST, least);
}

/**
 * How many times as long the work takes at a size than at an eighth of it. It is done again, as something
 * else may have held it up, only where that is not PROPORTIONAL.
 */
export function growth(work: (size: number) => void, size: number): number {
  const small = microseconds(() => {
    work(size / FACTOR);
  });
  const large = microseconds(() => {
    work(size);
  }, small * PROPORTIONAL);
  return large / small;
}
