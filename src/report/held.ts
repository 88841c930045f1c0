/** @file The variables that are held beside the one that a figure or a page goes along. */

/** What follows the value of the variable that is not held. */
export function besides({ held }: { readonly held?: string }): string {
  return held === undefined ? '' : `, ${held}`;
}
