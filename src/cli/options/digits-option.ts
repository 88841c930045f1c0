/** @file What goes with --digits, and what does not. */

import { DIGITS_COLUMNS, type NamedColumn } from '../../core/differentiate/columns';
import { UsageError } from '../errors';
import { refuseGiven } from './options';

/** @throws UsageError where an option or a column has nothing to do with digits */
export function requireDigits(options: object, chosen: readonly NamedColumn[]): void {
  refuseGiven(options, ['--eps', '--method', '--precision', '--trace'], (flag) => {
    return `--digits is for exact figures, so ${flag} does not go with it`;
  });
  const other = chosen.find(({ column }) => !DIGITS_COLUMNS.some((name) => name === column));
  if (other === undefined) return;
  throw new UsageError(
    `the column ${other.name} has the digits of a double; with --digits there are ${DIGITS_COLUMNS.join(', ')}`,
  );
}
