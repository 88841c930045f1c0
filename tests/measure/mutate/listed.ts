/** @file How mutants are listed that no test can or need notice. */

export interface Left {
  readonly why: string;
  /** File below src, the line as it stands there, what stands in it, and what the mutant has in its place. */
  readonly mutants: readonly (readonly [
    file: string,
    line: string,
    before: string,
    after: string,
  ])[];
}

/** Each of these in a file, by its line: what stands there, and what the mutant has in its place. */
type Change = Left['mutants'][number] extends readonly [string, ...infer Rest] ? Rest : never;
export const of = (file: string, ...changes: readonly Change[]): Left['mutants'] =>
  changes.map((change) => [file, ...change] as const);
