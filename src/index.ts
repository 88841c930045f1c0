/** @file The library's face: what a program may import from 'dezero-cli'. */

export { backprop } from './core/backprop';
export type { Finding } from './core/best/finding';
export type { BestDerivative } from './core/best/place';
export { bestOfGraph } from './core/best/best-of-graph';
export { Catalogue } from './core/catalogue';
export { Chain } from './core/chain';
export { check } from './core/check/check';
export {
  type CheckedGradient,
  type CheckedGradients,
  type CheckedPartial,
  checkSeveral,
} from './core/check/check-several';
export { type Column, COLUMNS } from './core/columns';
export type { CheckedBlock, CheckedFunction, CheckedPoint, Reason } from './core/check/checked';
export type { Verdict } from './core/check/judge';
export {
  defineFamily,
  defineFunction,
  type Domain,
  type Entry,
  everywhere,
  type FamilyDefinition,
  type FunctionClass,
  type FunctionDefinition,
  type FunctionFamily,
  type Singularity,
  type Kink,
} from './core/define-function';
export {
  defineOperation,
  type OperationClass,
  type OperationDefinition,
} from './core/define-operation';
export type { Notice } from './core/explain/figures';
export type {
  AllDerivatives,
  AllPartials,
  Derivatives,
  DifferentiateOptions,
  Partials,
  Problem,
} from './core/derivatives';
export { differentiate } from './core/differentiate';
export { gradient } from './core/gradient';
export type { ErrorTheory } from './core/error-theory';
export { DezeroError, type ErrorCode, type Fault } from './core/errors';
export { Function } from './core/function';
export { type Constant, Graph, type Input, type Node, type Vertex } from './core/graph';
export { GraphBuilder } from './core/graph-builder';
export { DEFAULT_EPS, type Method, METHODS, numericalDiff } from './core/numerical-diff';
export { sweep, type Sweep, type SweepOptions, type SweepRow } from './core/sweep';
export type { Break, BreakKind, Curve, Piece } from './core/plot/curve';
export { plot, type Plot, type PlotOptions } from './core/plot/plot';
export type { TraceStep } from './core/trace';
export { type Creator, Variable } from './core/variable';
export type { Regime } from './core/yardstick';
export { catalogue } from './functions/catalogue';
export { defineFormula, parseChain, parseFormula } from './functions/parse';
export * from './functions/algebraic';
export * from './functions/arithmetic';
export * from './functions/extremes';
export * from './functions/polar';
export * from './functions/rounding';
export * from './functions/exponential';
export * from './functions/trigonometric';
export * from './functions/hyperbolic';
export * from './functions/activation';
export * from './functions/gaussian';
