/** @file How long a line may be. */

/** In bytes, without its LF and a CR before that. */
export const LONGEST_LINE = 1048576;
