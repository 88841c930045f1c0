/** @file The number of bits to spend on a point, so that none takes more than a second. */

import { GermContext } from '../../math/germ/germ-context';

/** The bits of the first attempt after double-double balls. */
export const FIRST_BITS = 160;
/** The bits of each attempt. */
const BITS = [FIRST_BITS, 320, 640, 1280, 2560, 5120] as const;

/**
 * The largest number of nodes for which an attempt with this many bits is made: about half a second for a
 * pass, measured with the slower functions.
 */
const MOST_NODES: Readonly<Record<(typeof BITS)[number], number>> = {
  160: 50_000,
  320: 20_000,
  640: 6000,
  1280: 1600,
  2560: 400,
  5120: 100,
};

/** The numbers of bits to try for a graph with this many nodes. */
export function bitsOf(nodes: number): readonly number[] {
  return BITS.filter((bits) => nodes <= MOST_NODES[bits]);
}

/** log2(10), rounded up. */
const BITS_OF_DIGIT = 3.33;
/** Bits for the digits that a formula loses by cancellation; more attempts follow if it loses more. */
const SPARE_BITS = 96;

/** The numbers of bits to try for `count` decimal digits in a graph with this many nodes. */
export function digitBitsOf(nodes: number, count: number): readonly number[] {
  const first = Math.ceil(count * BITS_OF_DIGIT) + SPARE_BITS;
  return [first, 2 * first, 4 * first, 8 * first].filter(
    (bits, at) => at === 0 || nodes * bits * bits < MOST_DIGIT_WORK,
  );
}

/** The nodes times the square of their bits that take half a second of multiplications. */
const MOST_DIGIT_WORK = 2e9;

/** The nodes times bits times the square of the terms of a pass with germs that takes a second at most. */
const MOST_SERIES_WORK = 4e7;

/** Graphs with more nodes than this are first read with few terms, which are enough for a slope. */
const LARGE_GRAPH = 2000;
const FEW_TERMS = 3;

/** The bits and terms of the first attempt with germs. */
export function firstContext(nodes: number): GermContext {
  return nodes > LARGE_GRAPH ? new GermContext(BITS[0], FEW_TERMS) : new GermContext(BITS[0]);
}

/** Whether an attempt with this many terms and bits is still made. */
export function isWorthMore(
  nodes: number,
  { terms, bits }: { readonly terms: number; readonly bits: number },
): boolean {
  return nodes * terms * terms * bits < MOST_SERIES_WORK;
}
