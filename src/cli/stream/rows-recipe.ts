/** @file How points are read, and rows written, as plain data. */

import type { WriterOptions } from '../../report/formats/format';
import type { FormatName } from '../../report/formats/formats';
import type { LineShape } from './input/line-shape';
import type { Table } from './input/table';

export interface RowsRecipe {
  readonly format: FormatName;
  readonly writing: Omit<WriterOptions, 'paint'>;
  readonly keepGoing: boolean;
  readonly table?: Table;
  readonly lines?: LineShape;
}
