/** @file How a program ended, and what it has printed. */

export interface ProgramRun {
  readonly stdout: string;
  readonly ended:
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'signal'; readonly signal: string }
    | { readonly kind: 'timeout' | 'flood' }
    /** The program could not be started; why, and how to mend it. */
    | { readonly kind: 'not-started'; readonly reason: string };
}

interface ProgramLimits {
  /** In milliseconds. */
  readonly timeout: number;
  /** A program that prints more bytes than this is stopped. */
  readonly mostBytes: number;
}

/**
 * Starts a program, sends it the text, and waits for its end.
 *
 * @param words its name and its arguments; no shell reads them
 */
export type RunProgram = (
  words: readonly [string, ...string[]],
  input: string,
  limits: ProgramLimits,
) => Promise<ProgramRun>;
