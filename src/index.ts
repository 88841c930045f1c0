/** @file The library's face: what a program may import from 'dezero-cli'. */

export { backprop } from './core/engine/backprop';
export type { Finding } from './core/best/finding';
export type { BestDerivative } from './core/best/best-at';
export { bestOfGraph } from './core/best/best-of-graph';
export { Catalogue } from './core/engine/catalogue';
export { Chain } from './core/graph/chain';
export { check, type CheckOptions } from './core/check/check';
export {
  type CheckedGradient,
  type CheckedGradients,
  type CheckedPartial,
  checkSeveral,
} from './core/check/check-several';
export { type Column, COLUMNS } from './core/differentiate/columns';
export type { CheckedBlock, CheckedFunction, CheckedPoint, Reason } from './core/check/checked';
export type { Verdict } from './core/best/judge';
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
} from './core/engine/define-function';
export {
  defineOperation,
  type OperationClass,
  type OperationDefinition,
} from './core/engine/define-operation';
export type { Notice } from './core/explain/notice';
export type {
  AllDerivatives,
  AllPartials,
  Derivatives,
  DifferentiateOptions,
  Partials,
  Problem,
} from './core/differentiate/derivatives';
export { differentiate } from './core/differentiate/differentiate';
export { gradient } from './core/differentiate/gradient';
export type { ErrorTheory } from './core/differentiate/error-theory';
export { DezeroError, type ErrorCode, type Fault } from './core/text/errors';
export { Function } from './core/engine/function';
export { Graph } from './core/graph/graph';
export type { Constant, Input, Node, Vertex } from './core/graph/vertex';
export { GraphBuilder } from './core/graph/graph-builder';
export { type Method, METHODS } from './math/finite-differences';
export { DEFAULT_EPS, numericalDiff } from './core/differentiate/numerical-diff';
export { sweep, type Sweep, type SweepOptions, type SweepRow } from './core/differentiate/sweep';
export type { Break, BreakKind, Curve, Piece } from './core/plot/curve';
export { plot, type Plot, type PlotOptions } from './core/plot/plot';
export type { TraceStep } from './core/graph/trace';
export { type Creator, Variable } from './core/engine/variable';
export type { Regime } from './core/differentiate/yardstick';
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
