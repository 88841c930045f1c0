/**
 * @file Mutants that no test can or need notice, each with its reason. They are judged like all others; what is
 * listed here is only not named again.
 */

interface Left {
  readonly why: string;
  /** File below src, the line as it stands there, what stands in it, and what the mutant has in its place. */
  readonly mutants: readonly (readonly [
    file: string,
    line: string,
    before: string,
    after: string,
  ])[];
}

export const LEFT: readonly Left[] = [];
