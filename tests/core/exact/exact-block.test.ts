/** @file The exact results of a block, and the messages about points with none, or with two slopes. */

import { addExactFaults, exactBlock } from '../../../src/core/exact/exact-block';
import type { Fault } from '../../../src/core/text/errors';
import { parseFormula } from '../../../src/functions/parse';

/** The messages as "index: text", in the order of the points. */
function said(text: string, ...x: readonly number[][]) {
  const columns = x.map((numbers) => Float64Array.from(numbers));
  const wanted = { value: true, gradient: x.map(() => true) };
  const block = exactBlock(parseFormula(text), columns, wanted);
  return {
    block,
    faults: [...block.faults].map(([i, { code, message }]) => `${String(i)}: ${code}: ${message}`),
    notices: block.notices.map(({ index, text }) => `${String(index)}: ${text}`),
  };
}

test('a kink is reported with both slopes, and with its variable if there are several', () => {
  const kink = 'a kink of the whole formula: slope -1 on the left, 1 on the right;';
  expect(said('abs(x)', [1, 0]).notices).toEqual([`1: ${kink} exact is 0 by convention`]);
  expect(said('abs(x) + y', [1, 0], [5, 5]).notices).toEqual([
    `1: ${kink} exact_x is 0 by convention`,
  ]);
  const { block } = said('abs(x) + y', [1, 0], [5, 5]);
  expect([block.isPlain(0, 0), block.isPlain(0, 1), block.isPlain(1, 1)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('outside the domain there is no value, and at a jump no derivative', () => {
  expect(said('log(x)', [-1]).faults[0]).toMatch(/^0: outside-domain: /);
  expect(said('log(x*y)', [1], [-1]).faults[0]).toMatch(/^0: outside-domain: /);
  expect(said('floor(x) + y', [0.5, 1], [2, 2]).faults[0]).toMatch(
    /^1: no-derivative: the function has no derivative by x here: /,
  );
  const { block } = said('log(x)', [-1, 1]);
  expect([block.isPlain(0, 0), block.isPlain(0, 1)]).toEqual([false, true]);
});

test('undecided results are reported for the value and for each derivative', () => {
  // The bits that are tried cannot tell this sine from 1.
  const text = 'x + 2^-53 + exp(-4000)';
  expect(said(text, [1]).notices).toEqual([
    '0: exactY is undecided: it lies between 1 and 1.0000000000000002',
  ]);
  expect(said(`(${text})*y`, [1], [1]).notices).toEqual([
    '0: exactValue is undecided: it lies between 1 and 1.0000000000000002',
    '0: exact_y is undecided: it lies between 1 and 1.0000000000000002',
  ]);
});

test('of what is not asked for nothing is said', () => {
  const columns = [Float64Array.of(0), Float64Array.of(0)];
  const wanted = { value: false, gradient: [false, true] };
  const { notices, faults } = exactBlock(parseFormula('abs(x) + abs(y)'), columns, wanted);
  expect(notices.map(({ text }) => text)).toEqual([
    'a kink of the whole formula: slope -1 on the left, 1 on the right; exact_y is 0 by convention',
  ]);
  expect([...faults]).toEqual([]);
});

test('a fault to which the formula has nothing to add is told as it is, as one outside the domain', () => {
  const faults = new Map<number, Fault>([[0, { code: 'outside-domain', message: 'outside' }]]);
  addExactFaults(faults, said('log(x)', [-1]).block);
  expect([...faults.values()].map(({ code, message }) => [code, message])).toEqual([
    ['outside-domain', 'outside'],
  ]);
});

test('a fault of doubles is followed by the value that the formula has there', () => {
  const outside: Fault = { code: 'outside-domain', message: 'outside' };
  const lost: Fault = { code: 'step-lost', message: 'lost' };
  const faults = new Map<number, Fault>([
    [0, outside],
    [1, outside],
    [2, lost],
  ]);
  addExactFaults(faults, said('sin(x)/x', [0, 1, 0, 0]).block);
  expect([...faults.values()].map(({ message }) => message)).toEqual([
    'outside; its limit there is 1, with slope 0',
    'outside; only doubles fail here: exactly, it has the value 0.8414709848078965 and the derivative -0.3011686789397568',
    'lost',
    expect.stringMatching(/its limit there is 1, with slope 0$/) as string,
  ]);
});
