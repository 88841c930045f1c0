/** @file The run of `check`: points to rows, made from plain data so that every thread can make the same. */

import type { Graph } from '../../core/graph/graph';
import type { Paint } from '../../report/formats/format';
import { checking, type Checking } from './checking';
import { type RowPlan, writerFor } from './row-plan';
import type { Run } from './rows';

export interface CheckPlan extends RowPlan, Checking {}

export function checkRun(graph: Graph, plan: CheckPlan, paint: Paint): Run {
  return { ...plan, ...checking(graph, plan), writer: writerFor(plan, paint) };
}
