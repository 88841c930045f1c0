/**
 * @file The formulas of textbooks and of most frameworks, with JavaScript's Math: what ours is
 * compared with. The derivative gets the output, as theirs do.
 */

/** null where there is no formula: JavaScript has no erf. */
export interface Naive {
  readonly value: ((x: number) => number) | null;
  readonly derivative: ((x: number, y: number) => number) | null;
}

const LAMBDA = 1.0507009873554805;
const ALPHA = 1.6732632423543772;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const FUNCTIONS: Readonly<Record<string, Naive>> = {
  identity: { value: (x) => x, derivative: () => 1 },
  square: { value: (x) => x * x, derivative: (x) => 2 * x },
  cube: { value: (x) => x * x * x, derivative: (x) => 3 * x * x },
  sqrt: { value: Math.sqrt, derivative: (_, y) => 1 / (2 * y) },
  cbrt: { value: Math.cbrt, derivative: (_, y) => 1 / (3 * y * y) },
  rsqrt: { value: (x) => 1 / Math.sqrt(x), derivative: (_, y) => -0.5 * y * y * y },
  reciprocal: { value: (x) => 1 / x, derivative: (_, y) => -y * y },
  neg: { value: (x) => -x, derivative: () => -1 },
  abs: { value: Math.abs, derivative: Math.sign },

  exp: { value: Math.exp, derivative: (_, y) => y },
  exp2: { value: (x) => Math.pow(2, x), derivative: (_, y) => y * Math.LN2 },
  expm1: { value: Math.expm1, derivative: (_, y) => y + 1 },
  log: { value: Math.log, derivative: (x) => 1 / x },
  log2: { value: Math.log2, derivative: (x) => 1 / (x * Math.LN2) },
  log10: { value: Math.log10, derivative: (x) => 1 / (x * Math.LN10) },
  log1p: { value: Math.log1p, derivative: (x) => 1 / (1 + x) },

  sin: { value: Math.sin, derivative: Math.cos },
  cos: { value: Math.cos, derivative: (x) => -Math.sin(x) },
  tan: { value: Math.tan, derivative: (_, y) => 1 + y * y },
  asin: { value: Math.asin, derivative: (x) => 1 / Math.sqrt(1 - x * x) },
  acos: { value: Math.acos, derivative: (x) => -1 / Math.sqrt(1 - x * x) },
  atan: { value: Math.atan, derivative: (x) => 1 / (1 + x * x) },
  sinc: {
    value: (x) => (x === 0 ? 1 : Math.sin(x) / x),
    derivative: (x) => (x === 0 ? 0 : (x * Math.cos(x) - Math.sin(x)) / (x * x)),
  },

  sinh: { value: Math.sinh, derivative: Math.cosh },
  cosh: { value: Math.cosh, derivative: Math.sinh },
  tanh: { value: Math.tanh, derivative: (_, y) => 1 - y * y },
  asinh: { value: Math.asinh, derivative: (x) => 1 / Math.sqrt(x * x + 1) },
  acosh: { value: Math.acosh, derivative: (x) => 1 / Math.sqrt(x * x - 1) },
  atanh: { value: Math.atanh, derivative: (x) => 1 / (1 - x * x) },

  sigmoid: { value: logistic, derivative: (_, y) => y * (1 - y) },
  logsigmoid: { value: (x) => Math.log(logistic(x)), derivative: (x) => 1 - logistic(x) },
  softplus: { value: (x) => Math.log(1 + Math.exp(x)), derivative: logistic },
  relu: { value: (x) => Math.max(x, 0), derivative: (x) => (x > 0 ? 1 : 0) },
  selu: {
    value: (x) => LAMBDA * (x > 0 ? x : ALPHA * (Math.exp(x) - 1)),
    derivative: (x, y) => (x > 0 ? LAMBDA : y + LAMBDA * ALPHA),
  },
  gelu: { value: null, derivative: null },
  silu: {
    value: (x) => x * logistic(x),
    derivative: (x) => logistic(x) * (1 + x * (1 - logistic(x))),
  },
  mish: {
    value: (x) => x * Math.tanh(Math.log(1 + Math.exp(x))),
    derivative: (x) => {
      const t = Math.tanh(Math.log(1 + Math.exp(x)));
      return t + x * logistic(x) * (1 - t * t);
    },
  },
  softsign: {
    value: (x) => x / (1 + Math.abs(x)),
    derivative: (x) => 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
  },
  hardtanh: {
    value: (x) => Math.min(Math.max(x, -1), 1),
    derivative: (x) => (Math.abs(x) < 1 ? 1 : 0),
  },

  erf: { value: null, derivative: (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) },
  erfc: { value: null, derivative: (x) => (-2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) },
  gaussian: { value: (x) => Math.exp(-x * x), derivative: (x, y) => -2 * x * y },
};

const FAMILIES: Readonly<Record<string, (parameter: number) => Naive>> = {
  pow: (p) => ({ value: (x) => Math.pow(x, p), derivative: (x) => p * Math.pow(x, p - 1) }),
  add: (c) => ({ value: (x) => x + c, derivative: () => 1 }),
  scale: (c) => ({ value: (x) => c * x, derivative: () => c }),
  leakyRelu: (a) => ({
    value: (x) => (x > 0 ? x : a * x),
    derivative: (x) => (x > 0 ? 1 : a),
  }),
  elu: (a) => ({
    value: (x) => (x > 0 ? x : a * (Math.exp(x) - 1)),
    derivative: (x, y) => (x > 0 ? 1 : y + a),
  }),
};

/** The naive formulas of a function or of a member of a family; undefined if there are none. */
export function naiveOf(name: string, parameters: readonly number[]): Naive | undefined {
  const [parameter] = parameters;
  return parameter === undefined ? FUNCTIONS[name] : FAMILIES[name]?.(parameter);
}
