/** @file The products of a backward pass: only those on a way to a gradient that is asked for. */

import { backwardPlan } from '../../../src/core/exact/backward-plan';
import { tapeOf } from '../../../src/core/exact/tape';
import { catalogue } from '../../../src/functions/catalogue';
import { parseGraph } from '../../../src/functions/read/parse-graph';

/** The ways back as "of => by", with the slopes that are the same everywhere, and the nodes that are computed. */
function planned(text: string, ...wanted: readonly boolean[]) {
  const tape = tapeOf(parseGraph(text, catalogue));
  const { from, to, slopes, nodes, isOfChoice } = backwardPlan(tape, wanted);
  const nameOf = (at: number): string => {
    const vertex = tape.graph.vertices[at];
    return vertex?.kind === 'input' ? vertex.name : (vertex?.text ?? '');
  };
  const ways = Array.from(from, (of, entry) => {
    const slope = slopes[entry] as number;
    const known = Number.isNaN(slope) ? '' : `: ${String(slope)}`;
    return `${nameOf(of)} => ${nameOf(to[entry] as number)}${known}`;
  });
  return { ways, nodes: Array.from(nodes, nameOf), isOfChoice };
}

const TEXT = 'x*exp(y)-z';

test.each<[boolean[], string[], string[]]>([
  [
    [true, false, false],
    [`${TEXT} => x*exp(y): 1`, 'x*exp(y) => x'],
    ['exp(y)', 'x*exp(y)'],
  ],
  [
    [false, true, false],
    [`${TEXT} => x*exp(y): 1`, 'x*exp(y) => exp(y)', 'exp(y) => y'],
    ['exp(y)', 'x*exp(y)'],
  ],
  [[false, false, true], [`${TEXT} => z: -1`], []],
  [[false, false, false], [], []],
])('by %j of x, y and z', (wanted, ways, nodes) => {
  expect(planned(TEXT, ...wanted)).toMatchObject({ ways, nodes });
});

test('a slope of 0 leads nowhere', () => {
  expect(planned('floor(x)*x', true).ways).toEqual(['floor(x)*x => floor(x)', 'floor(x)*x => x']);
});

test('the arguments of a choice are marked, of which not all count', () => {
  const { ways, isOfChoice } = planned('(x > 4 ? y : z)*x', true, true, true);
  const marked = ways.filter((_, entry) => isOfChoice[entry]);
  expect(marked.map((way) => way.split(' => ')[1])).toEqual(['y', 'z']);
});
