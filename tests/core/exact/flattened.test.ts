/** @file Definitions put in the place of what they define. */

import { exactReadingOf } from '../../../src/core/exact/exact-reading';
import { flattened } from '../../../src/core/exact/flattened';
import { catalogue } from '../../../src/functions/catalogue';
import { isClaimed, isPart } from '../../../src/core/graph/formula-class';
import { Chain } from '../../../src/core/graph/chain';
import { ownFunction, times } from '../../support/chains';
import { thrownBy } from '../../support/refusal';
import { defineFormula, parseFormula } from '../../../src/functions/parse';

/** Definitions with claims, which stay nodes of the graphs that use them: each is the one before, twice. */
function doubled(count: number): typeof catalogue {
  let known = catalogue.with([defineFormula('f0(x) = x/2 + 1; 1/2')]);
  for (let i = 1; i <= count; i++) {
    const before = `f${String(i - 1)}`;
    known = known.with([defineFormula(`f${String(i)}(x) = ${before}(${before}(x)); 7`, known)]);
  }
  return known;
}

test('definitions in definitions are read through, and no claim of theirs counts', () => {
  // Eight times x/2 + 1: x/256 + 2 - 1/128.
  const { value, gradient } = exactReadingOf(parseFormula('f3(x)', doubled(3))).at([256]);
  expect([value, ...gradient]).toEqual([
    { kind: 'nearest', value: 3 - 1 / 128 },
    { kind: 'nearest', value: 1 / 256 },
  ]);
});

test('those that are too long together are refused with their length', () => {
  const One = ownFunction(times(2));
  const inside = new Chain(Array.from({ length: 49_999 }, () => One));
  const long = Object.assign(ownFunction(times(1)), { inside, claims: [] });
  // With x they are 50,000 vertices.
  expect(flattened(new Chain([long, One])).vertices).toHaveLength(50_001);
  expect(thrownBy(() => flattened(new Chain([long, One, One])))).toMatchObject({
    code: 'no-exact-reading',
    message: expect.stringMatching(
      /put together are too long .*: more than 50000 parts$/,
    ) as string,
  });
});

test('of definitions some alone may be replaced', () => {
  const plain = defineFormula('half(x) = x/2');
  const claimed = defineFormula('twice(x) = 2*x; 3');
  const { vertices } = flattened(new Chain([plain, claimed]), isPart);
  const functions = vertices.flatMap((vertex) => (vertex.kind === 'node' ? [vertex.f] : []));
  expect(functions.map((f) => f.definition.name)).toEqual(['div', 'twice']);
  expect(functions.map(isClaimed)).toEqual([false, true]);
});
