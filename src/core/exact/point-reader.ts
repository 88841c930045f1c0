/** @file The exact reading at one point: more and more bits, until each result is rounded to one double. */

import { isCertain } from '../../math/ball';
import { memoized } from '../../math/memoized';
import { type Real, realOfDouble } from '../../math/real';
import type { WholeBall } from '../../math/whole/whole-ball';
import { type BackwardPlan, backwardPlan } from './backward-plan';
import { gradientAtSingularity } from './singularities/gradient-at-singularity';
import { decided, figureOf, NOTHING_KNOWN, type RoundedBall } from './figures';
import type { ExactPoint, Figure, NoNumber, Sides, Wanted } from './outcome';
import { type Pass, TapePasses } from './pass';
import { BlockReader } from './block-reader';
import { bitsOf, FIRST_BITS } from './precision';
import type { Tape } from './tape';
import { formatNumber } from '../text/format-number';
import type { Graph } from '../graph/graph';
import { reachedFrom } from '../graph/vertex';
import { firstWithout, singularitiesHit, whyNoValue } from './singularities/used';

/** The results that are asked for, as far as they are decided; undefined where one is not. */
interface Known {
  value: Figure | NoNumber | undefined;
  readonly gradient: (Figure | NoNumber | undefined)[];
  /** Made where there are some. */
  sides?: (Sides | undefined)[];
}

/** Reads single points, keeping the passes for each number of bits. */
export class PointReader {
  readonly passes: TapePasses;
  readonly #plans = new Map<string, BackwardPlan>();
  #last: { readonly wanted: readonly boolean[]; readonly plan: BackwardPlan } | undefined;
  readonly #only = memoized((k: number) => this.tape.graph.inputs.map((_, at) => at === k));
  readonly #blocks = memoized((plan: BackwardPlan) => new BlockReader(this.tape, plan));

  constructor(readonly tape: Tape) {
    this.passes = new TapePasses(tape);
  }

  read(point: readonly (number | Real)[], wanted: Wanted): ExactPoint {
    const none = notFinite(this.tape.graph, point);
    if (none !== undefined) return { value: none, gradient: point.map(() => none) };
    const known: Known = {
      value: wanted.value ? undefined : NOTHING_KNOWN,
      gradient: wanted.gradient.map((isWanted) => (isWanted ? undefined : NOTHING_KNOWN)),
    };
    if (this.#settle(this.passes.double, point, wanted, known)) return pointOf(known);
    let pass: Pass<WholeBall> | undefined;
    for (const bits of bitsOf(this.tape.nodes.length)) {
      pass = this.passes.ofBits(bits);
      if (this.#settle(pass, point, wanted, known)) return pointOf(known);
      // Balls of any number of bits around what lies in the middle between two doubles hold numbers on both sides.
      const isFirst = bits === FIRST_BITS;
      if (isFirst && this.#settle(this.passes.mixed(bits), point, wanted, known)) {
        return pointOf(known);
      }
      if (isHopeless(pass, known)) break;
    }
    return pointOf(known, pass);
  }

  /** The reader of blocks for the gradients that are asked for. */
  blocks(wanted: readonly boolean[]): BlockReader {
    return this.#blocks(this.planOf(wanted));
  }

  /**
   * One derivative with FIRST_BITS, for a point without a singularity where double-double balls know it but
   * do not decide the nearest double. Only the nodes that it depends on are computed.
   *
   * @returns undefined if that is still undecided
   */
  refined(point: readonly number[], k: number): number | undefined {
    const [bits] = bitsOf(this.tape.nodes.length);
    if (bits === undefined) return undefined;
    const pass = this.passes.ofBits(bits);
    const plan = this.planOf(this.#only(k));
    pass.bothAt(point, plan, plan.nodes);
    const figure = decided(pass.gradient(k));
    return figure?.kind === 'nearest' ? figure.value : undefined;
  }

  /** The plan for the gradients that are asked for. */
  planOf(wanted: readonly boolean[]): BackwardPlan {
    // Mostly one point after the other asks for the same.
    if (this.#last?.wanted === wanted) return this.#last.plan;
    const key = wanted.join();
    const plan = this.#plans.get(key) ?? backwardPlan(this.tape, wanted);
    this.#plans.set(key, plan);
    this.#last = { wanted, plan };
    return plan;
  }

  /** Runs a pass and keeps the results that it decides. @returns whether all are decided now */
  #settle<T extends RoundedBall<T>>(
    pass: Pass<T>,
    point: readonly (number | Real)[],
    wanted: Wanted,
    known: Known,
  ): boolean {
    const { tape } = this;
    pass.forwardAt(point);
    const isKnown = pass.output.doubt === undefined;
    known.value ??= decided(pass.output);
    const asks = known.gradient.includes(undefined);
    if (isKnown && !asks) return isSettled(known);

    const fault = isKnown ? undefined : firstWithout(tape, pass.values);
    const none = fault === undefined ? undefined : whyNoValue(tape.graph, fault, pass.values);
    if (none !== undefined) known.value = none;
    else if (!isKnown) return false;
    const hit = singularitiesHit(tape, pass.values);
    const isOutside = none !== undefined && pass.values[none.at]?.doubt === 'outside';
    const isPlain = hit.length === 0 && none === undefined;
    pass.backward(this.planOf(wanted.gradient));
    for (let k = 0; k < known.gradient.length; k++) {
      if (known.gradient[k] !== undefined) continue;
      const convention = pass.gradient(k);
      if (isPlain && !isCertain(convention.doubt)) {
        known.gradient[k] = decided(convention);
        continue;
      }
      // Where a variable does not lead to a singularity, moving it does not leave that.
      const isMoved = reachedFrom(tape.graph, [k]);
      const hitAlong = hit.filter(({ at }) => isMoved[at] === 1);
      const staysOutside = none !== undefined && (isOutside || isMoved[none.at] === 0);
      if (staysOutside && hitAlong.length === 0) known.gradient[k] = none;
      else if (hitAlong.length > 0 || isCertain(convention.doubt) || none !== undefined) {
        const reals = point.map((x) => (typeof x === 'number' ? realOfDouble(x) : x));
        const at = { tape, reals, k, convention, fault: none, hit: hitAlong };
        const found = gradientAtSingularity(at);
        known.gradient[k] = found.gradient;
        if (found.sides !== undefined) {
          known.sides ??= known.gradient.map(() => undefined);
          known.sides[k] = found.sides;
        }
      } else known.gradient[k] = decided(convention);
    }
    return isSettled(known);
  }
}

/** Why there is no number, if a coordinate is NaN or infinite. */
function notFinite({ inputs }: Graph, point: readonly (number | Real)[]): NoNumber | undefined {
  const at = point.findIndex((x) => typeof x === 'number' && !Number.isFinite(x));
  if (at < 0) return undefined;
  const why = `${inputs[at] as string} is ${formatNumber(point[at] as number)}, which is no number`;
  return { kind: 'none', at, why };
}

function isSettled({ value, gradient }: Known): boolean {
  return value !== undefined && !gradient.includes(undefined);
}

/** Whether all undecided results overflow the range of balls, so that more bits are useless. */
function isHopeless(pass: Pass<WholeBall>, { value, gradient }: Known): boolean {
  const isBeyond = (ball: WholeBall): boolean => ball.doubt === 'overflow';
  return (
    (value !== undefined || isBeyond(pass.output)) &&
    gradient.every((figure, k) => figure !== undefined || isBeyond(pass.gradient(k)))
  );
}

/** The outcome, with neighbours for results that are undecided. @param pass the last one, if there are such */
function pointOf(known: Known, pass?: Pass<WholeBall>): ExactPoint {
  const isKnown = pass !== undefined && pass.output.doubt === undefined;
  known.value ??= pass === undefined ? NOTHING_KNOWN : figureOf(pass.output);
  for (let k = 0; k < known.gradient.length; k++) {
    known.gradient[k] ??= isKnown ? figureOf(pass.gradient(k)) : NOTHING_KNOWN;
  }
  return known as ExactPoint;
}
