/** @file The book's steps 15 and 16: in which order functions run backward, and what a second run does. */

import { backprop } from '../../src/core/engine/backprop';
import type { Function } from '../../src/core/engine/function';
import { Variable } from '../../src/core/engine/variable';
import { Cube, Square, square } from '../../src/functions/algebraic';
import { Product, Sum } from '../../src/functions/arithmetic';
import { Exp, exp } from '../../src/functions/exponential';
import { Sin, sin } from '../../src/functions/trigonometric';
import { gradientsOf, numbersOf, Tape } from '../support/tape';

describe('functions run backward', () => {
  /** Applies what it is told and says so when it is run backward. */
  function spyOn(
    seen: string[],
    F: new () => Function,
  ): (name: string, ...x: readonly Variable[]) => Variable {
    return (name, ...x) => {
      const f = new F();
      const back = f.backward.bind(f);
      f.backward = (gy: Float64Array) => {
        seen.push(name);
        return back(gy);
      };
      return f.call(...x);
    };
  }

  test('once each, the last one made first, whichever way leads there (step 15)', () => {
    const seen: string[] = [];
    const [one, two] = [spyOn(seen, Square), spyOn(seen, Sum)];
    const x = Variable.of(2);
    const a = one('A', x);
    const [b, c] = [one('B', a), one('C', a)];
    const y = two('D', b, c);
    y.backward();
    // From the end of a list of functions to visit, the book's step 15 takes D, C, A, B, A: wrong.
    expect(seen).toEqual(['D', 'C', 'B', 'A']);
    expect(numbersOf(x.grad)).toEqual([64]);
  });

  test('after all functions that use their output, along a short and a long way', () => {
    const seen: string[] = [];
    const [one, two] = [spyOn(seen, Square), spyOn(seen, Sum)];
    const x = Variable.of(1.5);
    const a = one('A', x);
    const long = one('D', one('C', one('B', a)));
    const y = two('F', two('E', a, long), a);
    y.backward();
    expect(seen.join('')).toBe('FEDCBA');
    // x^2 + x^16 + x^2
    expect(numbersOf(x.grad)).toEqual([4 * 1.5 + 16 * 1.5 ** 15]);
  });

  test('by the order in which they were called, not in which they were constructed', () => {
    const [first, second] = [new Square(), new Exp()];
    const x = Variable.of(0.5);
    const y = first.call(second.call(x));
    expect(second.order).toBeLessThan(first.order);
    y.backward();
    expect(numbersOf(x.grad)).toEqual([2 * Math.exp(0.5) * Math.exp(0.5)]);
  });

  test('not at all where they do not lead to the output, and those get no gradient', () => {
    const [tape, x, other] = [new Tape(), Variable.of(2), Variable.of(5)];
    const a = tape.apply(Square, x);
    const beside = tape.apply(Product, a, other);
    tape.apply(Cube, a);
    expect(gradientsOf([x, a, beside, other], tape.applied)).toEqual([[192], [48], null, null]);
  });

  test('by hand for an input that has no part in the output gives 0', () => {
    const [tape, x, other] = [new Tape(), Variable.of(2, 3), Variable.of(5, 6)];
    tape.apply(Square, x);
    tape.apply(Exp, other);
    expect(numbersOf(backprop(x, tape.applied))).toEqual([0, 0]);
    expect(other.grad).not.toBeNull();
  });

  test('a hundred thousand of them, of which half wait for the other half, in a loop', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    const terms = Array.from({ length: 50_000 }, () => tape.apply(Square, x));
    const y = terms.reduce((sum, term) => tape.apply(Sum, sum, term));
    y.backward();
    expect(numbersOf(x.grad)).toEqual([300_000]);
    expect(numbersOf(backprop(x, tape.applied))).toEqual([300_000]);
  });
});

describe('a second backward()', () => {
  test('of another output of the same graph forgets the first, also where both share Variables', () => {
    const x = Variable.of(0.5);
    const a = square(x);
    const [y, z] = [exp(a), sin(a)];
    y.backward();
    z.backward();
    expect(numbersOf(a.grad)).toEqual([Math.cos(0.25)]);
    expect(numbersOf(x.grad)).toEqual([2 * 0.5 * Math.cos(0.25)]);
  });

  test('by hand forgets what another output of the same functions has from before', () => {
    const [tape, x] = [new Tape(), Variable.of(0.5)];
    const a = tape.apply(Square, x);
    const y = tape.apply(Exp, a);
    y.backward();
    tape.apply(Sin, a);
    expect(numbersOf(backprop(x, tape.applied))).toEqual([2 * 0.5 * Math.cos(0.25)]);
    expect(y.grad).toBeNull();
  });

  test('by hand starts anew too', () => {
    const [tape, x] = [new Tape(), Variable.of(3)];
    tape.apply(Product, tape.apply(Square, x), x);
    expect(numbersOf(backprop(x, tape.applied))).toEqual([27]);
    expect(numbersOf(backprop(x, tape.applied))).toEqual([27]);
  });
});
