import {
  type BallBlock,
  ballAt,
  copyWhere,
  dropOthers,
  dropUnknown,
  fillFromDoubles,
  fillWithBall,
  leaveOut,
  nearestOf,
  newBlock,
} from '../../../src/math/double/ball-block';
import { runStep } from '../../../src/math/double/block-arithmetic';
import { DoubleBall } from '../../../src/math/double/double-ball';
import { ballOf } from '../../support/ball-rows';
import { ballRows } from '../../support/fixtures';

/** Balls of ordinary size that are not exact: what a block is for. */
const BALLS = ballRows()
  .filter(([, [hi, , , exponent]]) => exponent === 0 && hi !== 0)
  .map(([, parts]) => ballOf(DoubleBall.of(0), parts))
  .filter(({ exponent, radius, hi }) => exponent === 0 && radius > 0 && hi !== 0)
  .slice(0, 160);
const COUNT = BALLS.length;

function blockOf(balls: readonly DoubleBall[]): BallBlock {
  const block = newBlock(balls.length + 1);
  for (const [i, { hi, lo, radius }] of balls.entries()) {
    [block.hi[i], block.lo[i], block.radius[i]] = [hi, lo, radius];
  }
  return block;
}

const A = BALLS;
const B = BALLS.map((_, i) => BALLS[(7 * i + 3) % COUNT] as DoubleBall);

type Parts = readonly [number, number, number];
const partsAt = ({ hi, lo, radius }: BallBlock, i: number): Parts => [
  hi[i] as number,
  lo[i] as number,
  radius[i] as number,
];

const isSame = (ball: DoubleBall, [hi, lo, radius]: Parts): boolean =>
  ball.hi === hi && ball.lo === lo && ball.radius === radius;

/** What a block keeps of a ball: nothing where that is 0, wider than its size, or not of ordinary size. */
const isKept = ({ hi, radius, exponent }: DoubleBall): boolean =>
  exponent === 0 && hi !== 0 && radius < Infinity;

test.each(['negated', 'abs', 'sqrt', 'exp', 'log', 'sin', 'atan', 'erfc', 'floor'] as const)(
  '%s of a block is that of each ball, or nothing',
  (does) => {
    const blocks = [blockOf(A), newBlock(COUNT + 1)] as const;
    blocks[1].hi.fill(7);
    runStep({ does, a: 0, to: 1 }, blocks, COUNT);
    let known = 0;
    const wrong: unknown[] = [];
    for (const [i, a] of A.entries()) {
      const [hi, lo, radius] = partsAt(blocks[1], i);
      if (Number.isNaN(radius)) continue;
      const ball = a[does]();
      if (!isSame(ball, [hi, lo, radius])) wrong.push([i, a]);
      known++;
    }
    expect(wrong).toEqual([]);
    const mayBeKept = A.filter((a) => {
      const ball = a[does]();
      const isNarrow = a.radius <= 0.01 && ball.radius <= Math.abs(ball.hi);
      return isKept(ball) && (does !== 'exp' || isNarrow);
    });
    const isBeyond = (a: DoubleBall): boolean => does === 'exp' && Math.abs(a.hi) > 137;
    expect(known).toBe(mayBeKept.filter((a) => !isBeyond(a)).length);
    expect(known).toBeGreaterThan(30);
    expect(blocks[1].hi[COUNT]).toBe(7);
  },
);

test.each(['plus', 'times', 'over', 'widened'] as const)(
  '%s of two blocks is that of each two balls, or nothing',
  (does) => {
    const blocks = [blockOf(A), blockOf(B), newBlock(COUNT + 1)] as const;
    blocks[2].hi.fill(7);
    runStep({ does, a: 0, b: 1, to: 2 }, blocks, COUNT);
    const known: number[] = [];
    const expected: number[] = [];
    const wrong: unknown[] = [];
    for (const [i, a] of A.entries()) {
      const [hi, lo, radius] = partsAt(blocks[2], i);
      const ball = a[does](B[i] as DoubleBall);
      if (isKept(ball) && (does === 'widened' || ball.radius <= Math.abs(ball.hi)))
        expected.push(i);
      if (Number.isNaN(radius)) continue;
      known.push(i);
      if (!isSame(ball, [hi, lo, radius])) wrong.push([i, a]);
    }
    expect(wrong).toEqual([]);
    expect(known).toEqual(expected);
    expect(known.length).toBeGreaterThan(30);
    expect(blocks[2].hi[COUNT]).toBe(7);
  },
);

test('a point of which nothing is known is passed by', () => {
  const blocks = [blockOf(A), blockOf(B), newBlock(COUNT)] as const;
  blocks[0].radius[0] = NaN;
  blocks[1].radius[1] = NaN;
  for (const does of ['plus', 'times', 'over', 'widened'] as const) {
    blocks[2].radius.fill(5);
    runStep({ does, a: 0, b: 1, to: 2 }, blocks, COUNT);
    expect(Array.from(blocks[2].radius.slice(0, 2))).toEqual([NaN, NaN]);
  }
  for (const does of ['negated', 'exp', 'sqrt', 'sin'] as const) {
    blocks[2].radius.fill(5);
    runStep({ does, a: 0, to: 2 }, blocks, COUNT);
    expect(blocks[2].radius[0]).toBeNaN();
  }
});

test('doubles fill a block from a place on: 0, and what is not of ordinary size, is nothing', () => {
  const x = Float64Array.of(9, 1.5, 0, -2, 2 ** -199, 2 ** -198, 2 ** 198, 2 ** 199, NaN, Infinity);
  const block = newBlock(10);
  fillFromDoubles(block, x, 1, 8);
  expect([...block.hi]).toEqual([...x.slice(1, 9), 0, 0]);
  const nothing = [...block.radius].map((radius) => Number.isNaN(radius));
  expect(nothing).toEqual([false, true, false, true, false, false, true, true, false, false]);
});

test('one ball fills all points, 0 too, but not one that is in doubt, or not of ordinary size', () => {
  const block = newBlock(3);
  const third = DoubleBall.of(1).over(3);
  fillWithBall(block, third);
  for (const i of [0, 1, 2]) expect(partsAt(block, i)).toEqual([third.hi, third.lo, third.radius]);
  expect(ballAt(block, 2)).toEqual(third);
  fillWithBall(block, DoubleBall.of(0));
  expect(partsAt(block, 1)).toEqual([0, 0, 0]);
  for (const ball of [DoubleBall.of(0).log(), DoubleBall.of(1000).exp()]) {
    fillWithBall(block, ball);
    expect(block.radius[2]).toBeNaN();
  }
});

describe('points that are asked for', () => {
  const block = (): BallBlock => ({
    hi: Float64Array.of(1, 0, -1, 2, 3, 4),
    lo: Float64Array.of(1e-20, 0, 0, 0, 0, 0),
    radius: Float64Array.of(0.5, 0.5, 0.5, NaN, 4, 0.5),
  });

  test('are no longer where they are 0 or nothing', () => {
    const asked = new Uint8Array(6).fill(1);
    dropUnknown(block(), asked, 5);
    expect([...asked]).toEqual([1, 0, 1, 0, 1, 1]);
    const first = new Uint8Array(6).fill(1);
    dropUnknown(block(), first, 1);
    expect([...first]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('are no longer where they have not the sign for certain', () => {
    const asked = new Uint8Array(6).fill(1);
    dropOthers(block(), 1, asked, 5);
    expect([...asked]).toEqual([1, 0, 0, 0, 0, 1]);
    const below = new Uint8Array(6).fill(1);
    dropOthers(block(), -1, below, 5);
    expect([...below]).toEqual([0, 0, 1, 0, 0, 1]);
  });

  test('are left in, and taken over, alone', () => {
    const asked = Uint8Array.of(1, 0, 1, 0, 0, 1);
    const left = block();
    leaveOut(left, asked, 5);
    expect([...left.radius]).toEqual([0.5, NaN, 0.5, NaN, NaN, 0.5]);
    const to = newBlock(6);
    copyWhere(to, block(), asked, 5);
    expect([...to.hi]).toEqual([1, 0, -1, 0, 0, 0]);
    expect([...to.lo]).toEqual([1e-20, 0, 0, 0, 0, 0]);
    expect([...to.radius]).toEqual([0.5, 0, 0.5, 0, 0, 0]);
  });
});

test('the nearest double is given where both ends of a ball round to it, and 0 has no sign', () => {
  const block: BallBlock = {
    hi: Float64Array.of(1, 1, 1, -0, 5),
    lo: Float64Array.of(1e-20, 2 ** -53, 2 ** -54, -0, 0),
    radius: Float64Array.of(1e-20, 1e-20, 2 ** -54, 0, 0),
  };
  const into = Float64Array.of(9, 9, 9, 9, 9);
  nearestOf(block, into, 4);
  expect([...into]).toEqual([1, NaN, 1, 0, 9]);
});
