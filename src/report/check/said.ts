/** @file Notes with their subject, which a place can be added to. */

export interface Said {
  /** "dy", "partial 2 (b)" */
  readonly subject: string;
  /** The note, which may be empty. */
  readonly note: string;
  /** Whether subject and note are one sentence: "dy is 2 times its derivative". */
  readonly isPredicate: boolean;
}

/** A note that continues the sentence of its subject. */
export function predicate(subject: string, note: string): Said {
  return { subject, note, isPredicate: true };
}

/** "dy is 2 times its derivative", "dy at (1, 2): the values show no derivative" */
export function sentence({ subject, note, isPredicate }: Said, place?: string): string {
  const start = place === undefined ? subject : `${subject} ${place}`;
  return note === '' ? start : `${start}${isPredicate ? '' : ':'} ${note}`;
}
