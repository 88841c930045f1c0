import { answered, type Asking } from '../../../src/core/best/asking';

/** Squares, and which points were asked for together. */
function squares() {
  const asked: number[][] = [];
  const f = (x: Float64Array): Float64Array => {
    asked.push([...x]);
    return x.map((one) => one * one);
  };
  return { asked, f };
}

function* ask(...x: number[]): Asking<number> {
  const [first] = yield Float64Array.from(x);
  return first as number;
}

// oxlint-disable-next-line require-yield -- it asks for nothing
function* without(result: number): Asking<number> {
  return result;
}

test('the points of all computations are asked for together, and each gets its own values', () => {
  const { asked, f } = squares();
  function* once(): Asking<number> {
    return 1 + (yield* ask(3, 4));
  }
  function* twice(): Asking<number> {
    return yield* ask(yield* ask(2));
  }
  expect(answered(f, [without(7), once(), twice()])).toEqual([7, 10, 16]);
  expect(asked).toEqual([[3, 4, 2], [4]]);
});

test('computations that ask for nothing need no values', () => {
  const { asked, f } = squares();
  expect(answered(f, [without(1), without(2)])).toEqual([1, 2]);
  expect(answered(f, [])).toEqual([]);
  expect(asked).toEqual([]);
});

test('an error of one computation is thrown', () => {
  function* failing(): Asking<number> {
    yield Float64Array.of(1);
    throw new RangeError('too large');
  }
  expect(() => answered(squares().f, [failing()])).toThrow(new RangeError('too large'));
});
