import { backprop } from '../../../src/core/engine/backprop';
import { Chain } from '../../../src/core/graph/chain';
import { Variable } from '../../../src/core/engine/variable';
import { Add, Identity, Square, square } from '../../../src/functions/algebraic';
import { Exp } from '../../../src/functions/exponential';
import { runs } from '../../support/portions';

describe('a chain', () => {
  test('applies its functions left to right', () => {
    const y = new Chain([Square, Exp, Square]).call(Variable.of(0.5));
    expect(y.item()).toBe(1.648721270700128);
  });

  test('can be called again and again: each call makes a new graph', () => {
    const chain = new Chain([Square, Square]);
    const x = Variable.of(3);
    expect([chain.call(x).item(), chain.call(x).item()]).toEqual([81, 81]);
  });

  test('without functions is the identity, with the gradient one', () => {
    const x = Variable.of(7);
    const chain = new Chain([]);
    expect(chain.call(x)).toBe(x);
    expect(backprop(x, chain.forward(x))).toEqual(Float64Array.of(1));
  });

  test.each([[square], [null], ['square']])('refuses %p for a class of functions', (f) => {
    expect(() => new Chain([f as never])).toThrow(/a Chain is made of classes of functions/);
  });

  test('is printed as it is written, and as a nested call', () => {
    const chain = new Chain([Square, Add.of(-1), Exp]);
    expect(chain.toString()).toBe('square,add(-1),exp');
    expect(chain.formula).toBe('exp(add(square(x), -1))');
  });
});

describe('manual and automatic backpropagation', () => {
  test('a chain of very many functions runs forward and backward without overflowing the stack', () => {
    const length = runs(200_000, 4);
    const functions = Array.from({ length }, (_, i) => (i === length / 2 ? Square : Identity));
    const x = Variable.of(3);
    const applied = new Chain(functions).forward(x);
    expect(applied.at(-1)?.output.item()).toBe(9);
    expect(backprop(x, applied)).toEqual(Float64Array.of(6));
    x.grad = null;
    applied.at(-1)?.output.backward();
    expect(x.grad).toEqual(Float64Array.of(6));
  });
});
