/** @file The arrows of a graph for DOT and Mermaid, by the names of the nodes: v0, v1, ... and f1, f2, ... */

import type { DrawnGraph } from '../../core/graph/drawn-graph';

/** A path: names in a row, each with an arrow to the next. */
interface Way {
  readonly names: readonly string[];
  /** The role of an input in its function, where that matters. */
  readonly role?: string;
}

/** Whether both passes have been run, so that there are gradients to show. */
export function hasFigures({ variables }: DrawnGraph): boolean {
  return variables.some(({ figures }) => figures !== undefined);
}

/** The paths from the first input of each function through it to its output, then those from its other inputs. */
export function forwardWays({ functions }: DrawnGraph): Way[] {
  return functions.flatMap(({ inputs, output, roles }, i): Way[] => {
    const f = functionName(i);
    const y = variableName(output);
    if (roles !== undefined) {
      const ways = inputs.map((at, k) => ({
        names: [variableName(at), f],
        role: roles[k] as string,
      }));
      return [...ways, { names: [f, y] }];
    }
    const [first, ...others] = inputs.map(variableName) as [string, ...string[]];
    return [{ names: [first, f, y] }, ...others.map((other) => ({ names: [other, f] }))];
  });
}

/** The same backwards; constants have no gradient. */
export function backwardWays({ variables, functions }: DrawnGraph): Way[] {
  return functions.flatMap(({ inputs, output }, i): Way[] => {
    const f = functionName(i);
    const [first, ...others] = inputs
      .filter((at) => variables[at]?.isConstant === false)
      .map(variableName);
    const start = first === undefined ? [] : [{ names: [variableName(output), f, first] }];
    return [...start, ...others.map((other) => ({ names: [f, other] }))];
  });
}

/**
 * The number of functions that all links pass in total, if each node is placed as far to the left as possible
 * and inputs right before the first function that needs them.
 */
export function lengthOfLinks({ variables, functions }: DrawnGraph): number {
  const depths: (number | undefined)[] = variables.map(() => undefined);
  const places = functions.map(({ inputs, output }) => {
    const place = 1 + Math.max(0, ...inputs.map((at) => depths[at] ?? 0));
    depths[output] = place;
    return place;
  });
  for (const [i, { inputs }] of functions.entries()) {
    for (const at of inputs) depths[at] ??= (places[i] as number) - 1;
  }
  const lengths = functions.flatMap(({ inputs }, i) =>
    inputs.map((at) => (places[i] as number) - (depths[at] as number)),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

export function variableName(place: number): string {
  return `v${String(place)}`;
}

export function functionName(index: number): string {
  return `f${String(index + 1)}`;
}
