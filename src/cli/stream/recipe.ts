/** @file A run as plain data, from which every thread makes the same run. */

import { catalogue } from '../../functions/catalogue';
import { withDefinitions } from '../../functions/read/define-formula';
import { graphOfSource, type GraphSource } from '../../functions/read/parse-graph';
import { plainPaint } from '../../report/formats/format';
import type { Options } from '../options/given';
import { type CheckPlan, checkRun } from './check-run';
import { type DiffPlan, diffRun } from './diff-run';
import type { Run } from './rows';

/** What a command makes of the points. */
type CommandPlan =
  | { readonly command: 'diff'; readonly plan: DiffPlan }
  | { readonly command: 'check'; readonly plan: CheckPlan };

/** The same with the graph as its text. */
export type Recipe = CommandPlan & {
  readonly source: GraphSource;
  readonly definitions: readonly string[];
};

/** @returns undefined if other threads cannot make the run: only the main thread has run a user's module */
export function recipeFor(
  { source }: { readonly source: GraphSource },
  { define = [], module }: Options,
  planned: CommandPlan,
): Recipe | undefined {
  return module === undefined ? { source, definitions: define, ...planned } : undefined;
}

export function runOf({ source, definitions, ...planned }: Recipe): Run {
  const graph = graphOfSource(source, withDefinitions(catalogue, definitions));
  if (planned.command === 'diff') return diffRun(graph, planned.plan);
  return checkRun(graph, planned.plan, plainPaint);
}
