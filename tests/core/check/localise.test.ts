/** @file Verdicts on chains whose functions, each by itself, show more than the whole. */

import type { Graph } from '../../../src/core/graph/graph';
import { parseChain } from '../../../src/functions/parse';
import { checkAt } from '../../support/by-values';
import { functionsOf, chainOf, type OwnFunction, times } from '../../support/chains';

/** A function of the catalogue with its derivative multiplied by this. */
function named(name: string, factor = 1): OwnFunction {
  const definition = functionsOf(parseChain(name))[0]?.definition as OwnFunction;
  return { ...definition, derivative: (x, y) => factor * definition.derivative(x, y) };
}

/** The verdict and the reason, and the verdicts on the functions. */
function conclusionAt(chain: Graph, x: number) {
  const { verdict, reason, functions = [] } = checkAt(chain, x);
  return { verdict, reason, functions: functions.map((found) => found.verdict) };
}

describe('a wrong function', () => {
  test.each([0, 1])('that makes the whole wrong is named in position %p', (index) => {
    const functions = [named('square'), named('exp')];
    functions[index] = named(index === 0 ? 'square' : 'exp', 1.01);
    expect(conclusionAt(chainOf(...functions), 0.7)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index },
    });
  });

  test('that claims 0 is named, although the derivative of the whole is 0 then', () => {
    const chain = chainOf(named('square', 0), named('exp'));
    expect(conclusionAt(chain, 0.7)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });

  test('is named if the whole is undecided, as long as no factor is 0', () => {
    // 1 + x loses half of the digits of x.
    const chain = chainOf(named('add(1)', 1.5), named('add(-1)'), named('square'));
    expect(conclusionAt(chain, 1e-9)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });

  test('is not named if the whole is undecided and another factor is 0', () => {
    // The derivative of tanh at 20 is invisible, and may be 0.
    const chain = chainOf(named('scale(2)', 1.5), named('tanh', 0));
    expect(conclusionAt(chain, 10)).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'undecided-function', index: 1 },
      functions: ['disagree', 'inconclusive'],
    });
  });

  test('is the first one, if there are two', () => {
    const chain = chainOf(named('square', 1.5), named('exp', 1.5));
    expect(checkAt(chain, 0.7).reason).toEqual({ kind: 'wrong-function', index: 0 });
  });
});

describe('a function that cannot be decided', () => {
  test.each<[string, number, number]>([
    // At the edge of its domain, at x itself and after another function.
    ['sqrt,add(1)', 0, 0],
    ['add(1),sqrt', -1, 1],
    // The derivative of tanh exists, but is too small to be visible.
    ['tanh,add(1)', 20, 0],
    ['scale(2),tanh,add(1)', 10, 1],
  ])('leaves the whole undecided: %s at %p, by function %p', (text, x, index) => {
    expect(conclusionAt(parseChain(text), x)).toMatchObject({
      verdict: 'inconclusive',
      reason: { kind: 'undecided-function', index },
    });
  });
});

describe('kinks', () => {
  /** The inverse of leakyRelu(0.01): together they are x. */
  const inverse: OwnFunction = {
    value: (x) => (x > 0 ? x : 100 * x),
    derivative: (x) => (x > 0 ? 1 : 1.5),
  };

  test('that cancel each other excuse a whole that disagrees', () => {
    const chain = chainOf(named('leakyRelu(0.01)'), inverse);
    expect(conclusionAt(chain, 0)).toEqual({
      verdict: 'kink',
      reason: { kind: 'kink-inside', index: 0 },
      functions: ['kink', 'kink'],
    });
    const later = chainOf(named('sin'), named('leakyRelu(0.01)'), inverse);
    expect(checkAt(later, 0)).toMatchObject({
      verdict: 'kink',
      reason: { kind: 'kink-inside', index: 1 },
    });
  });

  test('of the whole remain its finding', () => {
    const { verdict, reason } = checkAt(parseChain('scale(2),abs,add(1)'), 0);
    expect([verdict, reason?.kind]).toEqual(['kink', 'kink']);
  });

  test('do not excuse a whole that is undecided for another reason', () => {
    // Steps of 1e-17 are lost in 1: neither slope is visible, although each function is known.
    const chain = parseChain('scale(1e-16),leakyRelu(0.5),add(1),add(-1)');
    expect(conclusionAt(chain, 0)).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'ill-conditioned' },
      functions: ['agree', 'kink', 'agree', 'agree'],
    });
  });
});

describe('a derivative below the smallest double', () => {
  test('makes backprop 0 although the whole is not: no function is wrong', () => {
    // d/dx of 2^900 / x at 2^600 is -2^-300, as the values show; backprop multiplies 0 by 2^900.
    const chain = chainOf(named('reciprocal'), times(2 ** 900));
    const found = checkAt(chain, 2 ** 600);
    expect(found.numerical).toBeCloseTo(-(2 ** -300) / 1, 100);
    expect([found.verdict, found.reason]).toEqual([
      'inconclusive',
      { kind: 'underflow', index: 0 },
    ]);
  });

  test.each([
    [1e-290, { kind: 'underflow', index: 0 }],
    [1e-200, { kind: 'ill-conditioned' }],
  ])('must certainly be no normal double: with %p (x - 1)^2 at 1', (factor, reason) => {
    // It is 0 to within a tiny part of the factor. The third function is too rough to confirm a whole
    // of 0, but not its own slope of 1: three times 2e-5 over a step of 1/8.
    const parabola: OwnFunction = {
      value: (x) => factor * (x - 1) * (x - 1),
      derivative: (x) => 2 * factor * (x - 1),
    };
    const chain = chainOf(parabola, times(1 / factor), times(1, { roundOff: () => 1e-5 }));
    expect(conclusionAt(chain, 1)).toEqual({
      verdict: 'inconclusive',
      reason,
      functions: ['agree', 'agree', 'agree'],
    });
  });

  test('is not the reason if the product of two others is too small', () => {
    // 1e-310 is a double, of fewer digits; 1e-310 * 1e-20 is none, and the whole slope is 1e-30.
    const chain = chainOf(times(1e300), times(1e-310), times(1e-20));
    expect(conclusionAt(chain, 1)).toEqual({
      verdict: 'inconclusive',
      reason: { kind: 'ill-conditioned' },
      functions: ['agree', 'agree', 'agree'],
    });
  });

  test('is distinguished from a derivative of exactly 0 and from a normal double', () => {
    // tanh(x) at 300 is flat for the values; that of 1e-300 x is claimed to be 0, which is wrong.
    const tiny = chainOf(times(1e-300, { derivative: () => 0 }), times(1e300));
    expect(checkAt(tiny, 1)).toMatchObject({
      verdict: 'disagree',
      reason: { kind: 'wrong-function', index: 0 },
    });
  });
});

describe('functions that all agree although the whole does not', () => {
  test('prove that the whole is ill-conditioned, if they are known precisely enough', () => {
    const { verdict, reason, functions } = conclusionAt(parseChain('add(1),add(-1),square'), 1e-9);
    expect(functions).toEqual(['agree', 'agree', 'agree']);
    expect([verdict, reason]).toEqual(['inconclusive', { kind: 'ill-conditioned' }]);
  });

  /**
   * 1000 x, then lines of slope 1 that claim a little more. Each of them is known by its own steps,
   * up to 1/4, to 48 times the round-off of its values; the whole, whose steps are a thousand times
   * as long, far better.
   */
  const loose = (claim: number, roundOff = 1e-6): OwnFunction =>
    times(1, { derivative: () => claim, roundOff: () => roundOff });

  test('do not prove it if one is less precise than the disagreement', () => {
    const { verdict, reason, functions } = conclusionAt(
      chainOf(times(1000), loose(1.00004)),
      0.001,
    );
    expect(functions).toEqual(['agree', 'agree']);
    expect([verdict, reason]).toEqual(['disagree', undefined]);
  });

  test('do not prove it if two together are less precise than the disagreement', () => {
    const chain = chainOf(times(1000), loose(1.00004), loose(1.00004));
    const { verdict, reason, functions } = conclusionAt(chain, 0.001);
    expect(functions).toEqual(['agree', 'agree', 'agree']);
    expect([verdict, reason]).toEqual(['disagree', undefined]);
  });

  test('prove it by their relative bounds, not the absolute ones', () => {
    // Slopes of 1/1000 and 1000: what counts is the bound relative to the slope.
    const steep: OwnFunction = times(1000, { derivative: () => 1000.04, roundOff: () => 1e-3 });
    const gentle: OwnFunction = times(1 / 1000, {
      derivative: () => 1.00004 / 1000,
      roundOff: () => 1e-9,
    });
    for (const f of [steep, gentle]) {
      const { verdict, reason, functions } = conclusionAt(chainOf(times(1000), f), 0.001);
      expect(functions).toEqual(['agree', 'agree']);
      expect([verdict, reason]).toEqual(['disagree', undefined]);
    }
  });
});
