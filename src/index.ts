/** @file The library's face: what a program may import from 'dezero-cli'. */

export { backprop } from './core/backprop';
export type { BestDerivative, Finding } from './core/best/best-derivative';
export { bestOfChain } from './core/best/best-of-chain';
export { Catalogue } from './core/catalogue';
export { Chain } from './core/chain';
export { check } from './core/check/check';
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
  type Kink,
} from './core/define-function';
export type { Notice } from './core/diagnose';
export {
  type AllDerivatives,
  type Column,
  COLUMNS,
  type Derivatives,
  differentiate,
  type DifferentiateOptions,
  type Problem,
} from './core/differentiate';
export type { ErrorTheory } from './core/error-theory';
export { DezeroError, type ErrorCode, type Fault } from './core/errors';
export { Function } from './core/function';
export { DEFAULT_EPS, type Method, METHODS, numericalDiff } from './core/numerical-diff';
export { type Regime, sweep, type Sweep, type SweepOptions, type SweepRow } from './core/sweep';
export type { Break, BreakKind, Curve, Piece } from './core/plot/curve';
export { plot, type Plot, type PlotOptions } from './core/plot/plot';
export type { TraceStep } from './core/trace';
export { type Creator, Variable } from './core/variable';
export { catalogue, parseChain } from './functions/catalogue';
export { defineFormula } from './functions/formula/define';
export * from './functions/algebraic';
export * from './functions/exponential';
export * from './functions/trigonometric';
export * from './functions/hyperbolic';
export * from './functions/activation';
export * from './functions/gaussian';
