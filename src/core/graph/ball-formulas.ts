/**
 * @file The formulas of a function over balls: its own, or the derivatives that were claimed for it; and the number
 * that one makes of constants.
 */

import type { Ball, BallFormula, Kernel } from '../../math/ball';
import { type Real, realOfDouble } from '../../math/real';
import { type AnyFunctionClass, isOperation } from '../engine/define-operation';
import { isFormula } from './formula-class';
import type { Graph } from './graph';
import { type Constant, madeForward, withParts } from './vertex';

/** The formulas of a function; undefined where it is known by its values only. */
interface BallFormulas {
  readonly value: BallFormula | undefined;
  /** By argument; each formula takes the arguments followed by the value. */
  readonly partials: readonly (BallFormula | undefined)[];
}

/** The formulas of a function; claimed derivatives take precedence. */
export function ballFormulasOf(f: AnyFunctionClass): BallFormulas {
  if (isFormula(f) && f.claims.length > 0) {
    return { value: ballFormulaOf(f), partials: f.claims.map(formulaOf) };
  }
  const partials = isOperation(f) ? f.definition.partials : [f.definition.derivative];
  return { value: ballFormulaOf(f), partials: partials.map((partial) => partial.ball) };
}

/** The formula of a function's value; for a definition, that of the graph inside it. */
function ballFormulaOf(f: AnyFunctionClass): BallFormula | undefined {
  return isFormula(f) ? formulaOf(f.inside) : (f.definition.value as Kernel).ball;
}

/** A graph as a single formula; undefined if a function in it is known by its values only. */
function formulaOf(graph: Graph): BallFormula | undefined {
  const formulas = graph.vertices.map((vertex) =>
    vertex.kind === 'node' ? ballFormulaOf(vertex.f) : undefined,
  );
  const isMissing = graph.vertices.some(({ kind }, at) => kind === 'node' && !formulas[at]);
  if (isMissing) return undefined;
  return <T extends Ball<T>>(...x: readonly T[]): T =>
    madeForward<T>(graph.vertices, {
      input: (at) => x[at] as T,
      constant: ({ real }) => real.in(x[0] as T),
      node: (_, given, at) => (formulas[at] as BallFormula)(...given),
    }).at(-1) as T;
}

type Made = NonNullable<Constant['made']>;

/**
 * The number that a function makes of constants: by its formula, or else the double that it gives.
 *
 * @param value its value in doubles
 */
export function realOfMade(made: Made, value: number): Real {
  if (ballFormulaOf(made.f) === undefined) return realOfDouble(value);
  return { nearest: value, in: (like) => evaluated(made, like) };
}

function evaluated<T extends Ball<T>>(last: Made, like: T): T {
  const balls = new Map<Constant, T>();
  const ballOf = (made: Made | undefined): T | undefined => {
    const formula = made && ballFormulaOf(made.f);
    return formula?.(...(made as Made).from.map((part) => balls.get(part) as T));
  };
  for (const part of withParts(last.from)) balls.set(part, ballOf(part.made) ?? part.real.in(like));
  return ballOf(last) as T;
}
