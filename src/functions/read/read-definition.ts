/** @file Splits a formula from a header before it and derivatives after it. */

import { inheritedName } from '../../core/engine/function-name';
import { quote } from '../../core/text/quote';
import { badFormula, type Excerpted, type Span } from './formula/bad-formula';
import { isConstant } from './formula/constants';

/** A name with its place. */
export interface PlacedName extends Span {
  readonly name: string;
}

/** A claimed derivative. */
export interface Claim {
  /** The variable of a claim such as `dx = 2*x`, with the place of `dx`. */
  readonly variable?: PlacedName;
  readonly part: Excerpted;
}

/** The parts of a text such as `f(x) = x^2; 2*x`. */
export interface Definition {
  /** The name as written, unchecked: what is allowed depends on what is defined. */
  readonly name?: PlacedName;
  /** The names in the parentheses of the header; undefined without parentheses, as in `y = x^2`. */
  readonly parameters?: readonly PlacedName[];
  readonly body: Excerpted;
  readonly claims: readonly Claim[];
}

const NAME = /^[A-Za-z_]\w*$/;
/** No two parts of these expressions match the same spaces, so they take time proportional to the text. */
const CALL_HEADER = /^\s*([^\s(=;]+)\s*\(([^)=;]*)\)\s*:?=(?!=)/;
const NAME_HEADER = /^\s*([A-Za-z_]\w*)\s*:?=(?!=)/;
/** `= x^2`, as in the cell of a spreadsheet. */
const NO_NAME_HEADER = /^\s*:?=(?!=)/;
/** A choice before which there is no comparison. */
const CHOICE_OF_NONE = /^[^<>=!≤≥≠?]*\?/;
/** `f'(x) = `, `y'' =`, `dy/dx =`, `df(x)/dx =`. */
const DERIVATIVE_HEADER =
  /^\s*(?:\w+\s*['"\u2019\u2032\u2033]+\s*(?:\([^)=;]*\)\s*)?|d\w*\s*(?:\([^)=;]*\)\s*)?\/\s*d\w*\s*)=(?!=)/;

const DIFFERENTIALS =
  /^\s*d(\^?[2-9]|[²³])?\s*(?:\(.*\)|[a-z](?:\^?\d|[²³])?)\s*\/\s*d[a-z](?:\^?[2-9]|[²³])?\s*$/;

/** Of a text that is a derivative in the notation of Leibniz: `dy/dx`, `d(x^3)/dx`, `d^2(x^3)/dx^2`. */
export function orderOfDifferentials(text: string): 'first' | 'higher' | undefined {
  const found = DIFFERENTIALS.exec(text);
  return found === null ? undefined : found[1] === undefined ? 'first' : 'higher';
}

/**
 * Splits a formula: `x^2`, `x^2; 2*x`, `y = x^2`, `f(w, b) = w*b; dw = b; db = w`.
 *
 * @throws DezeroError `bad-formula`, with the place
 */
export function readDefinition(text: string): Definition {
  const [first, ...others] = partsOf(text);
  const { name, parameters, body } = headed(first as Excerpted);
  const claims = others.map(claimOf);
  requireLikeClaims(text, claims);
  return {
    ...(name !== undefined && { name }),
    ...(parameters !== undefined && { parameters }),
    body,
    claims,
  };
}

/** The parts between semicolons, which no formula contains. */
function partsOf(text: string): Excerpted[] {
  const parts: Excerpted[] = [];
  for (let start = 0; ;) {
    const semicolon = text.indexOf(';', start);
    const end = semicolon < 0 ? text.length : semicolon;
    if (parts.length > 0 && text.slice(start, end).trim() === '') {
      const message = 'there is no derivative after this semicolon: write one, or leave it out';
      throw badFormula(text, { start: start - 1, end: start }, message);
    }
    parts.push({ text, start, end });
    if (semicolon < 0) return parts;
    start = semicolon + 1;
  }
}

function headed(part: Excerpted): Pick<Definition, 'name' | 'parameters' | 'body'> {
  const { text, start, end } = part;
  const written = text.slice(start, end);
  refuseDerivative(part, written, 'after a semicolon, as in f(x) = x^2; 2*x');
  const [nameless] = NO_NAME_HEADER.exec(written) ?? [];
  if (nameless !== undefined) {
    const place = { start: start + nameless.search(/\S/), end: start + nameless.length };
    throw badFormula(text, place, 'a name stands before =, as in f(x) = x^2, or leave it out');
  }
  const header = CALL_HEADER.exec(written) ?? NAME_HEADER.exec(written);
  if (header === null) return { body: part };
  const [head, name = '', inside] = header;
  if (CHOICE_OF_NONE.test(written.slice(head.length))) {
    const place = { start: start + head.length - 1, end: start + head.length };
    throw badFormula(text, place, 'write == to compare');
  }
  const at = start + head.indexOf(name);
  const placed = { name, start: at, end: at + name.length };
  const body = behind(part, head);
  if (inside === undefined) return { name: placed, body };
  const opening = start + head.indexOf('(', head.indexOf(name) + name.length);
  return { name: placed, parameters: parametersOf(text, opening + 1, inside), body };
}

/** The names between the parentheses of a header. */
function parametersOf(text: string, start: number, inside: string): PlacedName[] {
  if (inside.trim() === '') {
    const at = start + inside.length;
    const message = 'a variable is missing in the parentheses, as in f(x) = x^2';
    throw badFormula(text, { start: at, end: at + 1 }, message);
  }
  const known = new Set<string>();
  let at = start;
  return inside.split(',').map((piece) => {
    const name = piece.trim();
    const from = at + piece.indexOf(name);
    const place = { start: from, end: Math.max(from + 1, from + name.length) };
    at += piece.length + 1;
    const fault = parameterFault(name, known);
    if (fault !== undefined) throw badFormula(text, place, fault);
    known.add(name);
    return { name, ...place };
  });
}

function parameterFault(name: string, known: ReadonlySet<string>): string | undefined {
  if (name === '') return 'a variable is missing between two commas';
  if (!NAME.test(name)) {
    return `the variables of a function are names of letters, digits and _, not ${quote(name)}`;
  }
  if (isConstant(name)) return `${name} is a number: give the variable another name`;
  const repeated = known.has(name) ? `two variables have the name ${quote(name)}` : undefined;
  return inheritedName(name) ?? repeated;
}

function claimOf(part: Excerpted): Claim {
  const { text, start, end } = part;
  const written = text.slice(start, end);
  refuseDerivative(part, written, 'by itself, or after the name of its variable: dx = ...');
  const header = NAME_HEADER.exec(written) ?? CALL_HEADER.exec(written);
  if (header === null) return { part };
  const [head, name = ''] = header;
  const at = start + head.indexOf(name);
  const place = { start: at, end: at + name.length };
  if (!/^d[A-Za-z_]\w*$/.test(name) || header.length > 2) {
    const message = `a derivative is named by its variable, as in dx = ..., not ${quote(name)}`;
    throw badFormula(text, place, message);
  }
  return { variable: { name: name.slice(1), ...place }, part: behind(part, head) };
}

/** The part after its header. @throws DezeroError `bad-formula` if it is empty */
function behind({ text, start: before, end }: Excerpted, head: string): Excerpted {
  const start = before + head.length;
  if (text.slice(start, end).trim() !== '') return { text, start, end };
  throw badFormula(text, { start: start - 1, end: start }, 'the formula is missing');
}

/** @throws DezeroError if a derivative has a header in a notation that is not supported */
function refuseDerivative(part: Excerpted, written: string, instead: string): void {
  const [head] = DERIVATIVE_HEADER.exec(written) ?? [];
  if (head === undefined) return;
  const start = part.start + (head.length - head.trimStart().length);
  const place = { start, end: part.start + head.length };
  throw badFormula(part.text, place, `a derivative is written ${instead}`);
}

/** Requires that either all claims are named, each variable once, or none. */
function requireLikeClaims(text: string, claims: readonly Claim[]): void {
  const known = new Set<string>();
  const isNamed = claims[0]?.variable !== undefined;
  for (const { variable, part } of claims) {
    if ((variable !== undefined) !== isNamed) {
      throw badFormula(text, variable ?? part, 'name each derivative, dx = ..., or none of them');
    }
    if (variable === undefined) continue;
    if (known.has(variable.name)) {
      throw badFormula(text, variable, `d${variable.name} is there twice`);
    }
    known.add(variable.name);
  }
}
