/** @file Texts from the grammar of formulas and beside it, read. */

import { faultOf, meaning, parse } from '../../support/formula-reader';
import { longText, mutated, pick, pieceSoup, seeded, spelledFormula } from './texts';

export interface Outcome {
  readonly texts: number;
  readonly accepted: number;
  readonly slowest: number;
  readonly faults: readonly string[];
}

export function fuzz(texts: number, seed: number): Outcome {
  const below = seeded(seed);
  const faults: string[] = [];
  let [accepted, slowest] = [0, 0];
  for (let i = 0; i < texts && faults.length < 20; i++) {
    const spelled = spelledFormula(below, below(6));
    const text = pick(below, [
      () => spelled.short,
      () => spelled.short,
      () => mutated(below, spelled.short),
      () => mutated(below, spelled.short),
      () => pieceSoup(below),
      // Long texts are few: they take a hundred times as long.
      () => (below(100) === 0 ? longText(below) : spelled.short),
    ])();
    const started = performance.now();
    const { fault, isAccepted } = faultOf(text);
    slowest = Math.max(slowest, performance.now() - started);
    if (isAccepted) accepted++;
    const misread =
      isAccepted && text === spelled.short && meaning(parse(text)) !== meaning(parse(spelled.full));
    const found = misread ? `means something else than ${spelled.full}` : fault;
    if (found !== undefined) faults.push(`${JSON.stringify(text.slice(0, 300))}: ${found}`);
  }
  return { texts, accepted, slowest, faults };
}
