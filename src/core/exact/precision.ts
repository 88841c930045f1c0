/** @file How many bits are spent on a point, so that none takes more than a second. */

import { GermContext } from '../../math/germ/germ-context';

/** The bits of the first try beyond double-doubles. */
export const FIRST_BITS = 160;
/** The bits of the tries, in their order. */
const BITS = [FIRST_BITS, 320, 640, 1280, 2560] as const;

/**
 * How many nodes a graph may have that is read with so many bits: about half a second for a pass, by
 * the time that the slower functions take with them.
 */
const MOST_NODES: Readonly<Record<(typeof BITS)[number], number>> = {
  160: 50_000,
  320: 20_000,
  640: 6000,
  1280: 1600,
  2560: 400,
};

/** The numbers of bits to try with a graph of so many nodes. */
export function bitsOf(nodes: number): readonly number[] {
  return BITS.filter((bits) => nodes <= MOST_NODES[bits]);
}

/** log2(10), rounded up. */
const BITS_OF_DIGIT = 3.33;
/** Digits that usual formulas lose, in bits. */
const SPARE_BITS = 96;

/** The numbers of bits to try for so many decimal digits in a graph of so many nodes. */
export function digitBitsOf(nodes: number, count: number): readonly number[] {
  const first = Math.ceil(count * BITS_OF_DIGIT) + SPARE_BITS;
  return [first, 2 * first, 4 * first, 8 * first].filter(
    (bits, at) => at === 0 || nodes * bits * bits < MOST_DIGIT_WORK,
  );
}

/** Of multiplications, in half a second: nodes times the square of their bits. */
const MOST_DIGIT_WORK = 2e9;

/** Of products of series, in a second at most: a pass of so many nodes, terms and bits. */
const MOST_SERIES_WORK = 4e7;

/** Graphs with more nodes are first read with a few terms, which tell a slope. */
const LARGE_GRAPH = 2000;
const FEW_TERMS = 3;

/** The bits and terms of the first try with germs in a graph of so many nodes. */
export function firstContext(nodes: number): GermContext {
  return nodes > LARGE_GRAPH ? new GermContext(BITS[0], FEW_TERMS) : new GermContext(BITS[0]);
}

/** Whether germs are computed with so many terms and bits in a graph of so many nodes. */
export function isWorthMore(
  nodes: number,
  { terms, bits }: { readonly terms: number; readonly bits: number },
): boolean {
  return nodes * terms * terms * bits < MOST_SERIES_WORK;
}
