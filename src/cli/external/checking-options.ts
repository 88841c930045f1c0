/** @file The options of `check --program`. */

import type { ColumnOptions } from '../options/column-choice';
import type { Given } from '../options/options';
import type { CheckProgramOptions } from '../options/program-option';
import type { FunctionOptions } from '../options/user-functions';
import type { ProgramPointsOptions } from './program-points';

export interface CheckingOptions
  extends CheckProgramOptions, ProgramPointsOptions, ColumnOptions, FunctionOptions {
  readonly keepGoing?: boolean;
  readonly failing?: boolean;
  readonly tolerance?: Given;
  readonly quiet?: boolean;
}
