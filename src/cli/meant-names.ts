/** @file Single words of a command line as they were meant: functions, values of variables, questions for help. */

import { nearest } from '../core/text/suggest';
import { catalogue } from '../functions/catalogue';
import { writtenHere } from '../functions/read/formula/foreign-functions';
import { takenApart } from '../functions/read/formula/name-fault';
import { catalogueNames } from '../functions/read/formula/names';
import { isNumber } from './meant';

/** How other programs are asked for help. */
export const ASKS_HELP = /^(?:[-/]?\?|-?-?(?:help|usage|man|manual))$/;

export function isFunction(name: string): boolean {
  return catalogue.allNames.includes(name);
}

/** The formula or function that a name was meant for: `1/tan(x)` for `cot`, `sin(x)` for `sinx`, `square` for `sqaure`. */
export function corrected(text: string): string {
  if (!/^[A-Za-z]\w+$/.test(text) || isFunction(text)) return text;
  const formula = writtenHere(text) ?? takenApart(text, catalogueNames(catalogue), new Set());
  if (formula !== undefined || text.length === 2) return formula ?? text;
  return nearest(text, catalogue.allNames) ?? text;
}

/** Whether the pieces around = are a variable and its value. */
export function isValue([name = '', value = '', ...others]: readonly string[]): boolean {
  return /^[A-Za-z]\w*$/.test(name) && isNumber(value) && others.length === 0;
}
