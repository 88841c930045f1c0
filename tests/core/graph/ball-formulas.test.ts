/** @file What functions and constants are over balls: numbers with a bound on their error. */

import { defineFunction } from '../../../src/core/engine/define-function';
import { isClaimed } from '../../../src/core/graph/formula-class';
import { ballFormulasOf } from '../../../src/core/graph/ball-formulas';
import type { Constant } from '../../../src/core/graph/vertex';
import { GraphBuilder } from '../../../src/core/graph/graph-builder';
import type { AnyFunctionClass } from '../../../src/core/engine/define-operation';
import { Square } from '../../../src/functions/algebraic';
import { Product, Quotient, Sum } from '../../../src/functions/arithmetic';
import { defineFormula } from '../../../src/functions/parse';
import { catalogue } from '../../../src/functions/catalogue';
import { decimalDigits } from '../../../src/math/digits/decimal-digits';
import { WholeBall } from '../../../src/math/whole/whole-ball';

const of = (x: number): WholeBall => WholeBall.of(x, 200);

/** Thirty digits of a formula over balls, at a point. */
const digits = (ball: WholeBall | undefined): string | undefined => ball && decimalDigits(ball, 30);

const Unknown = defineFunction({ ...Square.definition, name: 'unknown', value: (x) => x * x });

test('a function that a formula defines is all that is inside it, its constants as they are written', () => {
  const f = defineFormula('f(x) = (x + 1/3)*exp(0.1*x)', catalogue);
  // mpmath: (2 + mpf(1)/3)*exp(mpf(1)/5)
  expect(digits(ballFormulasOf(f).value?.(of(2)))).toBe('2.84993976904039627914916798749');
  expect([isClaimed(f), ballFormulasOf(f).partials.length]).toEqual([false, 1]);
});

test('where somebody has given its derivatives, these are they', () => {
  const f = defineFormula('f(x) = x^2; 3*x', catalogue);
  const { value, partials } = ballFormulasOf(f);
  expect([value?.(of(5)), partials[0]?.(of(5), of(25))].map(digits)).toEqual([
    '25.0000000000000000000000000000',
    '15.0000000000000000000000000000',
  ]);
  expect(isClaimed(f)).toBe(true);
});

test('a function of several has a formula for each partial', () => {
  const { partials } = ballFormulasOf(Quotient);
  const [a, b] = [of(1), of(3)];
  expect(partials.map((partial) => digits(partial?.(a, b, a.over(b))))).toEqual([
    '0.333333333333333333333333333333',
    '-0.111111111111111111111111111111',
  ]);
});

test('nothing is known of a function that is its values alone, nor of a formula with one in it', () => {
  const known = catalogue.with([Unknown]);
  const f = defineFormula('f(x) = unknown(x) + 1', known);
  expect([ballFormulasOf(Unknown).value, ballFormulasOf(f).value]).toEqual([undefined, undefined]);
  expect(ballFormulasOf(Unknown).partials[0]).toBe(Square.definition.derivative.ball);
});

describe('a constant that functions make of others', () => {
  const builder = new GraphBuilder(['x']);
  const number = (value: number): number => builder.constant(value, String(value));
  const made = (f: AnyFunctionClass, ...from: number[]): number => builder.apply(f, from);
  const at = (place: number): Constant => builder.at(place) as Constant;
  const digitsAt = (place: number): string | undefined => digits(at(place).real.in(of(0)));

  test('is the number itself, not what doubles make of it', () => {
    const third = made(Quotient, number(1), number(3));
    expect([at(third).value, digitsAt(third)]).toEqual([1 / 3, '0.333333333333333333333333333333']);
    expect(digitsAt(made(Sum, made(Product, third, third), third))).toBe(
      '0.444444444444444444444444444444',
    );
  });

  test('is the double where a function is known by its values alone, also inside another', () => {
    const tenth = made(Unknown, made(Quotient, number(1), number(10)));
    expect(digitsAt(tenth)).toBe('0.0100000000000000019428902930940');
    expect(digitsAt(made(Sum, tenth, number(0.5)))).toBe('0.510000000000000001942890293094');
  });

  test('may be made in a long row, and its text is cut where it is long', () => {
    let place = made(Quotient, number(1), number(7));
    for (let i = 0; i < 20_000; i++) place = made(Product, place, number(1));
    expect(digitsAt(place)).toBe('0.142857142857142857142857142857');
    expect(at(place).text).toBe('mul(…)');
    const [short, long] = ['1'.repeat(37), '1'.repeat(38)].map((text) =>
      made(Sum, builder.constant(1, text), number(3)),
    ) as [number, number];
    expect([at(short).text, at(long).text]).toEqual([`add(${'1'.repeat(37)}, 3)`, 'add(…)']);
  });
});
