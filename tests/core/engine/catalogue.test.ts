import { Catalogue } from '../../../src/core/engine/catalogue';
import { defineOperation } from '../../../src/core/engine/define-operation';
import { Cbrt, Pow, Scale, Square } from '../../../src/functions/algebraic';
import { Sign } from '../../../src/functions/rounding';
import { defineFunction, type FunctionClass } from '../../../src/core/engine/define-function';
import { Difference, Power } from '../../../src/functions/arithmetic';
import { Maximum } from '../../../src/functions/extremes';
import { realOfDouble } from '../../../src/math/real';

const few = new Catalogue([Square, Pow], [Maximum]);

describe('a catalogue', () => {
  test('gives functions of one argument and of several by name and by alias', () => {
    const all = new Catalogue([Square, Pow, Cbrt], [Maximum, Power]);
    expect([all.find('square'), all.find('cbrt'), all.find('max')]).toEqual([
      Square,
      Cbrt,
      undefined,
    ]);
    expect([all.operation('max'), all.operation('square')]).toEqual([Maximum, undefined]);
    for (const alias of Cbrt.definition.aliases ?? []) expect(all.find(alias)).toBe(Cbrt);
  });

  test('names each name once, also where two functions share it', () => {
    const both = new Catalogue([Square, Pow], [Maximum, Power]);
    expect(few.names).toEqual(['square', 'pow', 'power']);
    expect(few.allNames).toEqual(['square', 'pow', 'power', 'max']);
    expect(both.allNames.filter((name) => name === 'pow')).toEqual(['pow']);
  });

  test('with more functions has these behind its own, and is left as it was', () => {
    const more = few.with([Cbrt, Difference]);
    expect([more.entries, more.operations]).toEqual([
      [Square, Pow, Cbrt],
      [Maximum, Difference],
    ]);
    expect([few.entries.length, few.operations.length]).toEqual([2, 1]);
  });

  test('gives way to functions of the user where an entry yields, and only there', () => {
    const all = new Catalogue([Square, Sign], [Maximum, Power]);
    const own = { ...Square, definition: { ...Square.definition, name: 'sign' } } as FunctionClass;
    const known = all.withOwn([own]);
    expect([known.entries, known.operations]).toEqual([
      [Square, own],
      [Maximum, Power],
    ]);
    expect([all.namesMissingIn(known), known.namesMissingIn(known)]).toEqual([['sign'], []]);
    expect(all.takenNames).toEqual(['square', 'pow', 'power']);
    // The user's own function does not yield to another of the same name.
    expect(known.takenNames).toContain('sign');
    expect(() => all.withOwn([Square])).toThrow(/two functions have the name 'square'/);
  });

  test('takes a family only when a name is in none of those before it', () => {
    const taken: string[] = [];
    const all = Catalogue.ofFamilies(
      (function* () {
        taken.push('algebraic');
        yield [Square, Pow];
        taken.push('arithmetic');
        yield [Maximum, Power];
        taken.push('rounding');
        yield [Sign];
      })(),
    );
    expect(taken).toEqual([]);
    expect([all.find('square'), taken]).toEqual([Square, ['algebraic']]);
    expect([all.operation('max'), taken.at(-1)]).toEqual([Maximum, 'arithmetic']);
    expect([all.find('none'), taken.at(-1)]).toEqual([undefined, 'rounding']);
    expect([all.names, all.operations]).toEqual([
      ['square', 'pow', 'power', 'sign'],
      [Maximum, Power],
    ]);
  });

  test.each<(all: Catalogue) => unknown>([
    (all) => all.entries.length,
    (all) => all.names.length,
    (all) => all.allNames.length,
    (all) => all.classes.length,
    (all) => all.with([]).entries.length,
  ])('has all its families where all are asked for: %s', (count) => {
    expect(count(Catalogue.ofFamilies([[Square], [Cbrt]]))).toBe(
      count(new Catalogue([Square, Cbrt])),
    );
  });

  test('has of a family the classes of its examples', () => {
    const names = few.classes.map(({ definition }) => definition.name);
    expect(names).toEqual(['square', ...Pow.definition.examples.map(([p]) => `pow(${String(p)})`)]);
  });
});

const Four = defineOperation({
  ...Maximum.definition,
  name: 'four',
  arguments: ['a', 'b', 'c', 'd'],
});
const ones = (count: number): string[] => Array.from({ length: count }, () => '1');
const NEEDS = /^pow needs a number in parentheses, pow\(p\)/;

test.each<[string, () => unknown, string | RegExp]>([
  ['wrong-type', () => few.with(1 as never), 'with takes a list of functions, not a number'],
  ['wrong-type', () => new Catalogue(1 as never), 'a Catalogue takes a list of functions'],
  ['wrong-type', () => new Catalogue([], 1 as never), 'a Catalogue takes a list of functions'],
  ['wrong-type', () => new Catalogue([], [1 as never]), 'use new Catalogue([f], [g])'],
  ['wrong-type', () => few.entry(1 as never), 'entry takes the name of a function, not a number'],
  ['duplicate-name', () => few.with([Square]), "two functions have the name 'square'"],
  [
    'duplicate-name',
    () => few.with([defineFunction({ ...Cbrt.definition, aliases: ['square'] })]),
    "two functions have the name 'square'",
  ],
  ['duplicate-name', () => few.with([Maximum]), "two functions have the name 'max'"],
  ['unknown-function', () => few.entry('max'), 'write a formula, as max(x, 1)'],
  ['unknown-function', () => few.with([Four]).entry('four'), 'as four(x, 1, 2, 3)'],
  [
    'unknown-function',
    () => few.entry('x^2'),
    "'x^2'; a chain is made of names, so give a formula",
  ],
  ['unknown-function', () => few.entry('3x'), "'3x'; a chain is made of names, so give a formula"],
  ['unknown-function', () => few.entry('square pow'), "'square pow': separate names with , or |"],
  ['unknown-function', () => few.entry('square;pow'), 'separate names with , or |'],
  ['unknown-function', () => few.entry('squar'), "'squar'. Did you mean 'square'?"],
  ['bad-parameter', () => few.resolve('square', []), 'square takes no parameters: write square'],
  ['bad-parameter', () => few.resolve('pow'), NEEDS],
  [
    'bad-parameter',
    () => few.resolve('pow', ['2', '5']),
    'with a point for the decimals: pow(2.5)',
  ],
  [
    'bad-parameter',
    () => few.resolve('pow', ['-2', '+5']),
    'takes one parameter, and -2,+5 are two',
  ],
  ['bad-parameter', () => few.resolve('pow', ['2.5', '5']), NEEDS],
  ['bad-parameter', () => few.resolve('pow', ['2', '5x']), "parameter of pow: not a number: '5x'"],
  ['bad-parameter', () => few.resolve('pow', ones(1000)), NEEDS],
  ['bad-parameter', () => few.resolve('pow', ones(1001)), 'gets 1001 parameters, and takes 1'],
])('%s: what is wrong is said, with what to write', (code, call, message) => {
  expect(call).toThrow(message);
  expect(call).toThrow(expect.objectContaining({ code }) as Error);
});

test('a parameter is read as whoever asks reads numbers, and what goes wrong there is told', () => {
  const broken = new RangeError('broken');
  const fails = (): never => {
    throw broken;
  };
  expect(few.resolve('pow', ['3']).definition.name).toBe('pow(3)');
  const half = realOfDouble(0.5);
  expect(new Catalogue([Scale]).resolve('scale', ['half'], () => half).definition.name).toBe(
    'scale(0.5)',
  );
  expect(() => few.resolve('pow', ['3'], fails)).toThrow(broken);
});
