/** @file All that `check --program` takes. */

import type { ColumnOptions } from '../column-choice';
import type { Given } from '../options';
import type { CheckProgramOptions } from '../program-option';
import type { FunctionOptions } from '../user-functions';
import type { ProgramPointsOptions } from './program-points';

export interface CheckingOptions
  extends CheckProgramOptions, ProgramPointsOptions, ColumnOptions, FunctionOptions {
  readonly keepGoing?: boolean;
  readonly failing?: boolean;
  readonly tolerance?: Given;
  readonly quiet?: boolean;
}
