/** @file How the time that something takes grows with its size, whatever else the machine does. */

/** Times as large. */
export const FACTOR = 8;

/** In time proportional to the size it grows as the size, by FACTOR; by its square it would by 64. */
export const PROPORTIONAL = 3 * FACTOR;

/** Below it a clock says little. In microseconds, of the processor. */
const LEAST = 500;

/** The least of three runs. */
function microseconds(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.max(LEAST, Math.min(...times));
}

/** How many times as long the work takes at a size than at an eighth of it. */
export function growth(work: (size: number) => void, size: number): number {
  const small = microseconds(() => {
    work(size / FACTOR);
  });
  return (
    microseconds(() => {
      work(size);
    }) / small
  );
}
