/** @file What a command line gives for the options of all commands. */

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
