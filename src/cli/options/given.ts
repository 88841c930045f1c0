/** @file What a command line gives for the options of all commands. */

import { UsageError } from '../errors';

/** The values of an option as they were given, so that a second one is noticed. */
export type Given = readonly string[] | undefined;

/** The options of all commands, as commander keeps them: a command has those that it declares. */
export type Options = {
  readonly [
    Valued in
      | 'against'
      | 'along'
      | 'at'
      | 'chain'
      | 'chainFile'
      | 'color'
      | 'column'
      | 'columns'
      | 'define'
      | 'digits'
      | 'digitsNeeded'
      | 'eps'
      | 'epsFrom'
      | 'epsTo'
      | 'format'
      | 'formulaFile'
      | 'from'
      | 'height'
      | 'input'
      | 'jobs'
      | 'method'
      | 'module'
      | 'names'
      | 'only'
      | 'output'
      | 'perDecade'
      | 'points'
      | 'precision'
      | 'program'
      | 'seed'
      | 'timeout'
      | 'title'
      | 'to'
      | 'tolerance'
      | 'width'
      | 'wrt'
      | 'x'
  ]?: Given;
} & {
  readonly [
    Switch in
      | 'all'
      | 'ascii'
      | 'each'
      | 'failing'
      | 'header'
      | 'json'
      | 'keepGoing'
      | 'plot'
      | 'quiet'
      | 'trace'
      | 'whole'
  ]?: boolean;
};

/**
 * The one that is given of some that exclude each other.
 *
 * @param bothDo what two of them both do
 * @throws UsageError where two are given
 */
export function onlyOne<T>(
  all: Readonly<Record<string, T | undefined>>,
  bothDo: (...names: readonly string[]) => string = () => 'say where',
): readonly [name: string, given: T] | undefined {
  const found = Object.entries(all).filter(([, given]) => given !== undefined);
  const [first, second] = found as [string, T][];
  if (first === undefined || second === undefined) return first;
  throw new UsageError(
    `${first[0]} and ${second[0]} both ${bothDo(first[0], second[0])}; use one of them`,
  );
}
