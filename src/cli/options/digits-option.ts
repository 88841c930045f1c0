/** @file What goes with --digits, and what does not. */

import { DIGITS_COLUMNS, type NamedColumn } from '../../core/differentiate/columns';
import { UsageError } from '../errors';
import type { Given } from './options';

/** Options that are for figures with the digits of doubles. */
export interface DigitsNeighbours {
  readonly eps?: Given;
  readonly method?: Given;
  readonly precision?: Given;
  readonly trace?: boolean;
}

/** @throws UsageError where an option or a column has nothing to do with digits */
export function requireDigits(options: DigitsNeighbours, chosen: readonly NamedColumn[]): void {
  const { eps, method, precision, trace } = options;
  const others = { '--eps': eps, '--method': method, '--precision': precision, '--trace': trace };
  for (const [flag, value] of Object.entries(others)) {
    if (value === undefined) continue;
    throw new UsageError(`--digits is for exact figures, so ${flag} does not go with it`);
  }
  const other = chosen.find(({ column }) => !DIGITS_COLUMNS.some((name) => name === column));
  if (other === undefined) return;
  throw new UsageError(
    `the column ${other.name} has the digits of a double; with --digits there are ${DIGITS_COLUMNS.join(', ')}`,
  );
}
