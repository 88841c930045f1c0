/** @file Options and arguments that know what may be given for them, so that a shell can complete it. */

import { Argument, Option } from 'commander';
import { type OptionDescription, TEXT, type Values } from '../../report/program-description';

/** What else is true of an option. */
export type Trait =
  | 'repeatable'
  /** All others are refused beside `--program`. */
  | 'goes with --program'
  /** Goes with it in `check` alone, for the formula that the program is compared with. */
  | 'goes with --against'
  /** All others are refused beside `check --all`. */
  | 'goes with --all'
  /** As options that name files: it names code, columns or variables, and what is proposed might take other ones than were meant. */
  | 'never proposed';

/** An option whose value is one of few, or the name of something. */
export class ChoiceOption extends Option implements OptionDescription {
  declare readonly long: string;

  constructor(
    flags: string,
    description: string,
    readonly values = TEXT,
    readonly traits: readonly Trait[] = [],
  ) {
    super(flags, description);
  }

  get isRepeatable(): boolean {
    return this.variadic || hasTrait(this, 'repeatable');
  }
}

export function hasTrait(option: Option, trait: Trait): boolean {
  return option instanceof ChoiceOption && option.traits.includes(trait);
}

/** Whether the option is called so: `-x` or `--x`. */
export function isCalled({ short, long }: Option, flag: string): boolean {
  return flag === short || flag === long;
}

/** Whether a command line may be proposed that has the option. */
export function mayBeProposed(option: Option): boolean {
  const isFile = option instanceof ChoiceOption && option.values.kind === 'file';
  return !isFile && !hasTrait(option, 'never proposed');
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
