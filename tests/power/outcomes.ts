/** @file How the judge decides cases, counted. */

import { bestDerivatives } from '../../src/core/best/best-derivative';
import { judge, type Judgement } from '../../src/core/check/judge';
import type { Case } from './cases';

export interface Outcome {
  readonly case: Case;
  readonly claim: number;
  readonly isRight: boolean;
  readonly judgement: Judgement;
  readonly evaluations: number;
  readonly batches: number;
}

export function outcomesOf(one: Case): Outcome[] {
  let [evaluations, batches] = [0, 0];
  const counted = (points: Float64Array): Float64Array => {
    batches++;
    evaluations += points.length;
    return one.f(points);
  };
  const [best] = bestDerivatives(counted, Float64Array.of(one.x));
  if (best === undefined) throw new Error('no derivative');
  const outcome = (claim: number, isRight: boolean): Outcome => {
    return { case: one, claim, isRight, judgement: judge(claim, best), evaluations, batches };
  };
  return [
    ...one.right.map((claim) => outcome(claim, true)),
    ...one.wrong.map((claim) => outcome(claim, false)),
  ];
}

/** Whether a verdict is one that must never be. */
export function isFault({ isRight, judgement }: Outcome): boolean {
  return judgement.verdict === (isRight ? 'disagree' : 'agree');
}

/** One line of the table. */
export interface Tally {
  group: string;
  right: number;
  agree: number;
  accused: number;
  wrong: number;
  disagree: number;
  missed: number;
  /** Verdicts `kink`, of which none is at x. */
  kinks: number;
  mostEvaluations: number;
  mostBatches: number;
}

export function tally(outcomes: readonly Outcome[]): Tally[] {
  const lines = new Map<string, Tally>();
  for (const outcome of outcomes) {
    const { group } = outcome.case;
    const line: Tally = lines.get(group) ?? {
      group,
      right: 0,
      agree: 0,
      accused: 0,
      wrong: 0,
      disagree: 0,
      missed: 0,
      kinks: 0,
      mostEvaluations: 0,
      mostBatches: 0,
    };
    lines.set(group, line);
    const { verdict } = outcome.judgement;
    if (outcome.isRight) line.right++;
    else line.wrong++;
    if (isFault(outcome)) line[outcome.isRight ? 'accused' : 'missed']++;
    else if (verdict === 'kink') line.kinks++;
    else if (verdict !== 'inconclusive') line[outcome.isRight ? 'agree' : 'disagree']++;
    line.mostEvaluations = Math.max(line.mostEvaluations, outcome.evaluations);
    line.mostBatches = Math.max(line.mostBatches, outcome.batches);
  }
  return [...lines.values()];
}
