/** @file What must hold for any text, whether it is a formula or not. */

import { DezeroError } from '../../src/core/text/errors';
import { parseFormula } from '../../src/functions/read/formula/parse-formula';
import { printFormula } from '../../src/functions/read/formula/print-formula';
import { readAs } from '../../src/functions/read/read-as';
import { readDefinition } from '../../src/functions/read/read-definition';
import { readNumbers } from '../../src/functions/read/read-numbers';
import type { ParsedFormula, Term } from '../../src/functions/read/formula/term';
import { formulaNames } from './formula-names';

/** A message has at most this many characters, a line of its excerpt too. */
const LONGEST_MESSAGE = 1800;

export function parse(text: string, variables?: readonly string[]): ParsedFormula {
  const names = variables === undefined ? formulaNames : { ...formulaNames, variables };
  return parseFormula({ text, start: 0, end: text.length }, names);
}

/** The terms without their places. */
export function meaning({ terms, variables }: ParsedFormula): string {
  return JSON.stringify([terms.map(withoutPlace), variables]);
}

function withoutPlace(term: Term): unknown {
  switch (term.kind) {
    case 'number':
      return term.text;
    case 'operation':
      return [term.operator, ...term.operands];
    case 'call':
      return [term.name, ...term.operands];
    default:
      return [term.kind, term.name];
  }
}

/** What is wrong with what the parser makes of a text; undefined where nothing is. */
export function faultOf(text: string): { fault?: string; isAccepted: boolean } {
  const started = process.cpuUsage();
  let isAccepted = false;
  let fault: string | undefined;
  try {
    const formula = parse(text);
    isAccepted = true;
    fault = accepted(text, formula);
  } catch (error) {
    // Where there is nothing, nothing can be pointed at.
    fault = refused(error, text.trim() !== '');
  }
  for (const read of [readAs1, readDefinition, readNumbers]) {
    try {
      read(text);
    } catch (error) {
      fault ??= refused(error, read !== readNumbers && text.trim() !== '');
    }
  }
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > 1000) fault ??= `takes ${String(Math.round(milliseconds))} ms`;
  return { ...(fault !== undefined && { fault }), isAccepted };
}

function readAs1(text: string): string {
  return readAs(text, formulaNames);
}

function accepted(text: string, formula: ParsedFormula): string | undefined {
  const printed = printFormula(formula);
  const again = parse(printed);
  if (meaning(again) !== meaning(formula)) return `reads back otherwise: ${printed}`;
  if (printFormula(again) !== printed) return `prints otherwise: ${printed}`;
  const isInside = formula.terms.every(
    ({ start, end }) => 0 <= start && start < end && end <= text.length,
  );
  return isInside ? undefined : 'a term has no place';
}

const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

function refused(error: unknown, hasExcerpt = true): string | undefined {
  if (!(error instanceof DezeroError)) return `throws ${String(error)}`;
  const { message, details } = error;
  for (const line of [message, ...details]) {
    if (UNPRINTABLE.test(line)) return `cannot be printed: ${line}`;
    if (line.length > LONGEST_MESSAGE) return `a line of ${String(line.length)} characters`;
  }
  if (message === '' || !hasExcerpt) return undefined;
  const isMarked = details.length === 2 && /^ *\^+$/.test(details[1] ?? '');
  return isMarked ? undefined : 'has no carets';
}
