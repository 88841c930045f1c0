import { answered } from '../../../src/core/partials/answered';

/** Runs computations of squares, and records which questions were asked together. */
function squares() {
  const asked: [number, number[]][][] = [];
  const answer = (
    questions: readonly { readonly index: number; readonly x: Float64Array }[],
  ): Promise<Float64Array[]> => {
    asked.push(questions.map(({ index, x }) => [index, [...x]]));
    return Promise.resolve(questions.map(({ x }) => x.map((one) => one * one)));
  };
  return { asked, answer };
}

type Computation = (f: (x: Float64Array) => Float64Array) => number;

const first = (x: Float64Array): number => x[0] as number;

test('the questions of all computations are asked together, and each gets its own answers', async () => {
  const { asked, answer } = squares();
  const none: Computation = () => 7;
  const once: Computation = (f) => 1 + first(f(Float64Array.of(3, 4)));
  const twice: Computation = (f) => first(f(f(Float64Array.of(2))));
  expect(await answered([none, once, twice], answer)).toEqual([7, 10, 16]);
  expect(asked).toEqual([
    [
      [1, [3, 4]],
      [2, [2]],
    ],
    [[2, [4]]],
  ]);
});

test('computations without questions need no answers', async () => {
  const { asked, answer } = squares();
  expect(await answered([() => 1, () => 2], answer)).toEqual([1, 2]);
  expect(await answered([], answer)).toEqual([]);
  expect(asked).toEqual([]);
});

test('an error of one computation is thrown', async () => {
  const failing: Computation = (f) => {
    f(Float64Array.of(1));
    throw new RangeError('too large');
  };
  await expect(answered([failing], squares().answer)).rejects.toThrow(new RangeError('too large'));
});
