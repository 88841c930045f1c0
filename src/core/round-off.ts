/** @file How far rounding to a double moves a number, as a part of it. */

/** 2^-53: the nearest double is no farther away. */
export const UNIT_ROUND_OFF = 1.1102230246251565e-16;

/** 2^-52, two of them: the distance of doubles above 1, and what a value is taken to be off by at least. */
export const TWO_UNITS = 2.220446049250313e-16;
