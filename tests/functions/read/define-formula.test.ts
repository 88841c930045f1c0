import { catalogue } from '../../../src/functions/catalogue';
import type { DezeroError } from '../../../src/core/text/errors';
import { Variable } from '../../../src/core/engine/variable';
import { parseFormula } from '../../../src/functions/parse';
import { defineFormula, withDefinitions } from '../../../src/functions/read/define-formula';

const define = (text: string) => defineFormula(text, catalogue).definition;

function refusal(text: string): Pick<DezeroError, 'code' | 'message' | 'details'> {
  try {
    define(text);
  } catch (error) {
    const { code, message, details } = error as DezeroError;
    return { code, message, details };
  }
  throw new Error(`${text} is accepted`);
}

test('a definition has a name, a value and a derivative', () => {
  const { name, formula, derivativeFormula, value, derivative } = define(
    'bump(x) = x*exp(-x);  exp(-x) *\n(1-x)',
  );
  expect({ name, formula, derivativeFormula }).toEqual({
    name: 'bump',
    formula: 'x*exp(-x)',
    derivativeFormula: 'exp(-x) * (1-x)',
  });
  // exp(-1) is 0.36787944117144232159... and the derivative is 0 there
  expect([value(1), derivative(1, value(1))]).toEqual([0.36787944117144233, 0]);
});

test('a definition cannot use itself, and is told so', () => {
  const { message } = refusal('f(x) = x*f(x-1)');
  expect(message).toBe("unknown function 'f'. A definition uses those that come before it");
});

test('the derivative may use y, the value', () => {
  const { value, derivative } = define('own(x) = 1/(1+exp(-x)); y*(1-y)');
  expect(derivative(0, value(0))).toBe(0.25);
});

test('a name may have 40 characters', () => {
  expect(define(`${'f'.repeat(40)}(x) = x`).name).toBe('f'.repeat(40));
});

test('spaces do not matter', () => {
  expect(define('  f ( x )  =  x ;  1  ').name).toBe('f');
});

test('it is defined where its value is a number', () => {
  const { domain } = define('f(x) = log(x); 1/x');
  expect([-1, 0, 2].map((x) => domain.contains(x))).toEqual([false, true, true]);
});

test('a further one may use those before it, and not the other way round', () => {
  const texts = ['twice(x) = 2*x; 2', 'more(x) = twice(x) + 1; 2'];
  const entry = withDefinitions(catalogue, texts).entry('more');
  expect((entry.definition as { value: (x: number) => number }).value(5)).toBe(11);
  expect(() => withDefinitions(catalogue, [...texts].reverse())).toThrow(
    "unknown function 'twice'.",
  );
  expect(catalogue.names).not.toContain('twice');
});

test.each([
  ['sin(x) = 1; 2', 'duplicate-name', 'sin', /already a function 'sin'/],
  ['ln(x) = 1; 2', 'duplicate-name', 'ln', /already a function 'ln'/],
  ['pi(x) = 1; 2', 'bad-name', 'pi', /in formulas it is a number/],
  ['f(x, z) = x; 1; 0', 'bad-formula', 'z', /one variable is needed here/],
  ['f(x, z) = x; 1', 'bad-formula', '', /a derivative by z is missing/],
  ['f(x) = t', 'bad-formula', 't', /unknown name 't'/],
  ['f(x) = x; dt = 1', 'bad-formula', 'dt', /has no variable t; it has x/],
  ['f(x) = x; 1; 2', 'bad-formula', ';', /one derivative is all that a formula of x has/],
  ['f(x, z) = x*z; 1; 2; 3', 'bad-formula', ';', /2 derivatives is all that a formula of x, z has/],
  ['f(x, z) = x; dx = 1', 'bad-formula', '', /the derivative by z is missing: write dz = ...$/],
  ['x*exp(-x); 1', 'bad-formula', 'x*exp(-x); 1', /a name, its variables and a formula/],
])('%p is refused', (text, code, marked, message) => {
  const found = refusal(text);
  expect(found).toMatchObject({ code, message: expect.stringMatching(message) as string });
  const [line = '', carets = ''] = found.details;
  expect(line).toBe(text);
  expect(line.slice(carets.indexOf('^'), carets.length)).toBe(marked);
});

test('an escape sequence is shown, not sent', () => {
  const { message, details } = refusal('f\u001b[31m(x) = x; 1');
  expect([message, ...details].join('\n')).not.toContain('\u001b');
  expect(details[0]).toContain('\\u{1b}');
});

test('derivatives of several variables are taken in the order of these, as they are named', () => {
  const known = withDefinitions(catalogue, ['f(w, b) = w^2*b; db = w; dw = 3*w*b']);
  const { definition } = known.operation('f') ?? {};
  expect(definition?.partialFormulas).toEqual(['3*w*b', 'w']);
  // As they are given, right or not.
  expect(definition?.partials.map((partial) => partial(3, 5, 45))).toEqual([45, 3]);
  const plain = withDefinitions(catalogue, ['g(w, b) = w^2*b']).operation('g')?.definition;
  expect(plain?.partialFormulas).toEqual(['by backprop', 'by backprop']);
  expect(plain?.partials.map((partial) => partial(3, 5, 45))).toEqual([30, 9]);
  expect([plain?.value(3, 5), plain?.domain.text]).toEqual([45, 'wherever it has a value']);
});

test('a function of that name is replaced where the name came to the catalogue later', () => {
  const known = withDefinitions(catalogue, ['sign(x) = x', 'max(a, b) = a']);
  const at = (text: string): number => parseFormula(text, known).valuesAt(7).at(-1) as number;
  expect([at('sign(x)'), at('max(x, 9)')]).toEqual([7, 7]);
  expect(catalogue.namesMissingIn(known)).toEqual(['sign', 'max']);
});

test('a value is off by what its formula loses, and many numbers go through at once', () => {
  const f = defineFormula('f(x) = (x + 1e16) - 1e16', catalogue);
  expect(f.definition.roundOff?.(1)).toBeGreaterThanOrEqual(1);
  const g = defineFormula('g(x) = x^2; 2*x + y - y', catalogue);
  const applied = new g();
  const y = applied.call(Variable.of(3, 4));
  expect([y.data, applied.backward(Float64Array.of(1, 10))]).toEqual([
    Float64Array.of(9, 16),
    Float64Array.of(6, 80),
  ]);
  expect(g.definition.derivativeRoundOff?.(3, 9)).toBeGreaterThan(0);
  expect([g.claims.length, f.claims.length, f.definition.summary]).toEqual([
    1,
    0,
    'defined on the command line',
  ]);
  const ofValue = defineFormula('h(x) = x^3', catalogue);
  const cube = new ofValue();
  cube.call(Variable.of(2, 3));
  expect(cube.backward(Float64Array.of(1, 2))).toEqual(Float64Array.of(12, 54));
  expect([ofValue.definition.derivative(2, 8), ofValue.definition.derivativeFormula]).toEqual([
    12,
    'by backprop',
  ]);
});

test('a function of three variables is told how many it has', () => {
  const known = withDefinitions(catalogue, ['f(a, b, c) = a*b*c']);
  expect(parseFormula('f(2, x, x)', known).valuesAt(3).at(-1)).toBe(18);
  expect(() => parseFormula('f(2, x)', known)).toThrow('f takes 3 arguments: f(a, b, c)');
  expect(() => parseFormula('f()', known)).toThrow('f needs 3 arguments: f(a, b, c)');
});
