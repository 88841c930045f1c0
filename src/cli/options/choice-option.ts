/** @file Options and arguments that know what may be given for them, so that a shell can complete it. */

import { Argument, Option } from 'commander';
import type { Values } from '../../report/program-description';

/** An option whose value is one of few, or the name of something. */
export class ChoiceOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly values: Values,
    readonly isRepeatable: boolean,
  ) {
    super(flags, description);
  }
}

export class ChoiceArgument extends Argument {
  constructor(
    name: string,
    description: string,
    readonly values: Values,
  ) {
    super(name, description);
  }
}
