/** @file The catalogue: every function that the families' files export. */

import { Catalogue } from '../core/engine/catalogue';
import type { Entry } from '../core/engine/define-function';
import type { OperationClass } from '../core/engine/define-operation';
import * as activation from './activation';
import * as algebraic from './algebraic';
import * as arithmetic from './arithmetic';
import * as exponential from './exponential';
import * as extremes from './extremes';
import * as gaussian from './gaussian';
import * as hyperbolic from './hyperbolic';
import * as polar from './polar';
import * as rounding from './rounding';
import * as trigonometric from './trigonometric';

function isFunction(exported: unknown): exported is Entry | OperationClass {
  return exported !== null && exported !== undefined && Object.hasOwn(exported, 'definition');
}

const byName = (a: Entry | OperationClass, b: Entry | OperationClass): number =>
  a.definition.name < b.definition.name ? -1 : 1;

/** All functions, by family and name. A new one is found here by itself. */
export const catalogue = new Catalogue([]).with(
  [
    algebraic,
    exponential,
    trigonometric,
    hyperbolic,
    activation,
    gaussian,
    rounding,
    arithmetic,
    extremes,
    polar,
  ].flatMap((family) => Object.values(family).filter(isFunction).sort(byName)),
);
