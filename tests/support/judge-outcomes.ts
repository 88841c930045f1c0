/** @file How the judge decides cases, counted. */

import { bestDerivatives } from '../../src/core/best/best-derivative';
import type { BestDerivative } from '../../src/core/best/best-at';
import { judge, type Judgement } from '../../src/core/best/judge';
import type { Case } from './judge-cases';

export interface Outcome {
  readonly case: Case;
  readonly claim: number;
  readonly kind: 'right' | 'wrong' | 'subtle';
  readonly best: BestDerivative;
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
  const outcome = (claim: number, kind: Outcome['kind']): Outcome => {
    const judgement = judge(claim, best);
    return { case: one, claim, kind, best, judgement, evaluations, batches };
  };
  return [
    ...one.right.map((claim) => outcome(claim, 'right')),
    ...one.wrong.map((claim) => outcome(claim, 'wrong')),
    ...(one.subtle ?? []).map((claim) => outcome(claim, 'subtle')),
  ];
}

/** Whether a verdict is one that must never be. */
export function isFault({ kind, judgement: { verdict } }: Outcome): boolean {
  return kind === 'right' ? verdict === 'disagree' : kind === 'wrong' && verdict === 'agree';
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
  subtle: number;
  seen: number;
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
      subtle: 0,
      seen: 0,
      kinks: 0,
      mostEvaluations: 0,
      mostBatches: 0,
    };
    lines.set(group, line);
    const { verdict } = outcome.judgement;
    const { kind } = outcome;
    line[kind]++;
    if (isFault(outcome)) line[kind === 'right' ? 'accused' : 'missed']++;
    else if (verdict === 'kink') line.kinks++;
    else if (verdict === 'agree' && kind === 'right') line.agree++;
    else if (verdict === 'disagree') line[kind === 'subtle' ? 'seen' : 'disagree']++;
    line.mostEvaluations = Math.max(line.mostEvaluations, outcome.evaluations);
    line.mostBatches = Math.max(line.mostBatches, outcome.batches);
  }
  return [...lines.values()];
}
