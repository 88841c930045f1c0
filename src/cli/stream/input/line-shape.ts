/** @file What stands on each line of points. */

/** What stands on each line: a number for each variable, with white space or a comma between them. */
export interface LineShape {
  readonly variables: readonly string[];
  /** Of each number on a line the place of its variable among them. */
  readonly order: readonly number[];
}
