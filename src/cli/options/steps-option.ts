/** @file The steps of `sweep`, from large to small: --eps-from, --eps-to, --per-decade. */

import type { Command } from 'commander';
import { DEFAULT_EPS_GRID, stepsOf } from '../../core/differentiate/eps-grid';
import { isUsableEps } from '../../core/differentiate/numerical-diff';
import { formatNumber } from '../../core/text/format-number';
import { quote } from '../../core/text/quote';
import { UsageError } from '../errors';
import type { Given, Options } from './given';
import { addOptions, number, once, wholeNumber } from './options';

/** More steps than anybody reads or can tell apart in a plot. */
const MOST_STEPS = 1000;
const MOST_PER_DECADE = 100;

export function addStepOptions(command: Command): void {
  addOptions(command, {
    '--eps-from <step>': `the largest step (default: ${formatNumber(DEFAULT_EPS_GRID.from)})`,
    '--eps-to <step>': `the smallest step (default: ${formatNumber(DEFAULT_EPS_GRID.to)})`,
    '--per-decade <steps>': `steps from one power of ten to the next (default: ${formatNumber(DEFAULT_EPS_GRID.perDecade)})`,
  });
}

/** @throws UsageError unless the options describe a grid of steps of some length */
export function stepsIn(options: Options): number[] {
  const from = epsOf('--eps-from', options.epsFrom, DEFAULT_EPS_GRID.from);
  const to = epsOf('--eps-to', options.epsTo, DEFAULT_EPS_GRID.to);
  if (from < to) {
    throw new UsageError(
      `--eps-from ${formatNumber(from)} is below --eps-to ${formatNumber(to)}; steps go from large to small`,
    );
  }
  const perDecade =
    wholeNumber('--per-decade', options.perDecade, 1, MOST_PER_DECADE) ??
    DEFAULT_EPS_GRID.perDecade;
  const steps: number[] = [];
  for (const step of stepsOf({ from, to, perDecade })) {
    if (steps.push(step) <= MOST_STEPS) continue;
    throw new UsageError(
      `more than ${formatNumber(MOST_STEPS)} steps; choose a smaller --per-decade, or --eps-from and --eps-to closer together`,
    );
  }
  return steps;
}

function epsOf(flag: string, given: Given, usual: number): number {
  const text = once(flag, given);
  if (text === undefined) return usual;
  const eps = number(flag, text);
  if (isUsableEps(eps)) return eps;
  throw new UsageError(
    `${flag}: a step between 2.3e-308 and 8.9e307 is needed, not ${quote(text)}`,
  );
}
