/** @file Numbers in a fixed order, the same in each run; no function of Math has a part in them. */

/** Whole numbers of 32 bits, which repeat after 2^32 only. */
export function randomWords(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/** From 0 to 1, without 1. */
export function randomFractions(seed: number): () => number {
  const word = randomWords(seed);
  return () => word() / 2 ** 32;
}
