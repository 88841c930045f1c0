/** @file How points are read and rows are written, as plain data. */

import type { WriterOptions } from '../../report/formats/format';
import type { FormatName } from '../../report/formats/formats';
import type { Reading } from './rows';

export interface RowsRecipe extends Reading {
  readonly format: FormatName;
  readonly writing: Omit<WriterOptions, 'paint'>;
}
