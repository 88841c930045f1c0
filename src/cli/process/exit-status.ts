/** @file The exit statuses of the program. */

export const EXIT_STATUS = {
  /** Everything that was asked for is written. */
  done: 0,
  /** `check` only: a derivative does not agree, or could not be decided. */
  disagreement: 1,
  /** Wrong usage, bad input, a point outside a domain, a failed read or write. */
  error: 2,
  /** A fault of this program. */
  internal: 70,
  /** The reader closed the pipe, as if SIGPIPE (13) had ended the program: 128 + 13. */
  closedPipe: 141,
} as const;

export type ExitStatus = (typeof EXIT_STATUS)[keyof typeof EXIT_STATUS];
