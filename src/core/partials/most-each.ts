/** @file Up to how many variables each partial is checked by itself. */

/** With more variables, random directions are asked first. */
export const MOST_EACH = 50;
