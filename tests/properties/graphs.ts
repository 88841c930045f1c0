/** @file Random graphs, with shared parts, constants, and parts that lead nowhere; and points for them. */

import fc, { type Arbitrary } from 'fast-check';
import type { AnyFunctionClass } from '../../src/core/engine/define-operation';
import { Graph } from '../../src/core/graph/graph';
import type { Vertex } from '../../src/core/graph/vertex';
import { Pow } from '../../src/functions/algebraic';
import { Difference, Mod, Power, Product, Quotient, Sum } from '../../src/functions/arithmetic';
import { Maximum, Minimum } from '../../src/functions/extremes';
import { Choice, TESTS } from '../../src/functions/logic';
import { Atan2, Hypot } from '../../src/functions/polar';
import { realOfDecimal } from '../../src/math/real';
import { anyDouble, anyFunction, doubleBetweenPowers } from '../support/arbitraries';

/** A graph and a point to differentiate it at. */
export interface GraphPoint {
  readonly graph: Graph;
  readonly point: readonly number[];
}

/** One step of a recipe: a function, and where to look for what it is applied to. */
interface Step {
  readonly f: AnyFunctionClass;
  readonly from: readonly number[];
}

const arityOf = (f: AnyFunctionClass): number =>
  'partials' in f.definition ? f.definition.arguments.length : 1;

const NAMES = ['u', 'v', 'w'];

/** What the vertices after the inputs are: numbers, and functions of what is there already. */
function graphOfRecipe(
  inputs: number,
  constants: readonly number[],
  steps: readonly Step[],
): Graph {
  const vertices: Vertex[] = NAMES.slice(0, inputs).map((name) => ({ kind: 'input', name }));
  for (const value of constants) {
    const text = String(value);
    vertices.push({ kind: 'constant', value, real: realOfDecimal(text, value), text });
  }
  for (const { f, from } of steps) {
    // Half of all arguments are among the last vertices, so that graphs are deep as well as wide.
    const places = from
      .slice(0, arityOf(f))
      .map((n) =>
        n % 2 === 0
          ? vertices.length - 1 - ((n >> 1) % Math.min(3, vertices.length))
          : (n >> 1) % vertices.length,
      );
    vertices.push({ kind: 'node', f, inputs: places });
  }
  return new Graph(vertices, { formula: () => describe(vertices), text: () => describe(vertices) });
}

/** `u v 2 mul(0,2) exp(3)`: the vertices, with the places of what they are applied to. */
function describe(vertices: readonly Vertex[]): string {
  return vertices
    .map((vertex) => {
      if (vertex.kind === 'input') return vertex.name;
      if (vertex.kind === 'constant') return vertex.text;
      return `${vertex.f.definition.name}(${vertex.inputs.join()})`;
    })
    .join(' ');
}

/** Graphs of these functions, of one to three variables, at points of these numbers. */
export function graphPoints(
  f: Arbitrary<AnyFunctionClass>,
  numbers: Arbitrary<number>,
  most = 14,
): Arbitrary<GraphPoint> {
  const step = fc.record({ f, from: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }) });
  return fc
    .tuple(
      fc.array(numbers, { minLength: 1, maxLength: NAMES.length }),
      fc.array(numbers, { maxLength: 2 }),
      fc.array(step, { minLength: 1, maxLength: most }),
    )
    .map(([point, constants, steps]) => {
      const graph = graphOfRecipe(point.length, constants, steps);
      const text = (): string => `${graph.formula} at ${point.join(', ')}`;
      return { graph, point, [fc.toStringMethod]: text };
    });
}

export const ARITHMETIC = [Sum, Difference, Product, Quotient] as const;

/** The functions of two arguments that have partial derivatives. */
export const OPERATIONS = [...ARITHMETIC, Power, Maximum, Minimum, Hypot, Atan2, Mod] as const;

/** Whatever the catalogue and formulas have. */
export const anyNode: Arbitrary<AnyFunctionClass> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<AnyFunctionClass>(...ARITHMETIC) },
  { weight: 3, arbitrary: fc.constantFrom<AnyFunctionClass>(...OPERATIONS) },
  { weight: 4, arbitrary: anyFunction },
  { weight: 1, arbitrary: fc.constantFrom<AnyFunctionClass>(Pow.of(2), Pow.of(-1), Pow.of(0.5)) },
);

/** Choices and their conditions too. */
export const anyNodeOrChoice: Arbitrary<AnyFunctionClass> = fc.oneof(
  { weight: 3, arbitrary: anyNode },
  { weight: 1, arbitrary: fc.constant(Choice) },
  { weight: 1, arbitrary: fc.constantFrom<AnyFunctionClass>(...TESTS.values()) },
);

/** Points at which graphs meet whatever there is: infinities, NaN, zeros, edges of domains. */
export const wildNumber = fc.oneof(
  { weight: 6, arbitrary: anyDouble },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, Infinity, -Infinity, NaN) },
);

export const ordinaryNumber = doubleBetweenPowers(-4, 4);
