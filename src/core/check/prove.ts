/** @file Judges the derivatives of a graph by proof: they are compared with the exact ones, over balls. */

import { ClaimReading } from '../exact/claim-reading';
import { type ExactReading, exactReadingOf } from '../exact/exact-reading';
import { isClaimed } from '../graph/formula-class';
import type { Graph } from '../graph/graph';
import { PointProver } from './point-prover';

/** Judges the derivatives of one graph. */
export class Prover {
  readonly #reading: ExactReading;
  #claimReading: ClaimReading | undefined;
  readonly #isClaimed: boolean;

  /** @throws DezeroError `no-exact-reading` if a function has no formula */
  constructor(private readonly graph: Graph) {
    this.#reading = exactReadingOf(graph);
    this.#isClaimed = graph.someFunction(isClaimed);
  }

  /** @param x a column for each input */
  at(x: readonly Float64Array[]): PointProver {
    const wanted = { value: true, gradient: x.map(() => true) };
    const exact = this.#reading.columns(x, wanted);
    // Without claims the formula of backprop is right, except for conventions at kinks.
    const equal = this.#isClaimed ? this.#claims().equal(x, exact.gradient) : undefined;
    return new PointProver(x, exact, equal, () => this.#claims());
  }

  /** Made when first needed: without claims that is rare. */
  #claims(): ClaimReading {
    return (this.#claimReading ??= new ClaimReading(this.graph));
  }
}
