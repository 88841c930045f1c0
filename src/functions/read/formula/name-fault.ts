/** @file Messages about unknown names in formulas. */

import { inheritedName } from '../../../core/engine/function-name';
import { quote } from '../../../core/text/quote';
import { didYouMean, nearest } from '../../../core/text/suggest';
import { takesOneNumber } from './call-arguments';
import { CONSTANT_NAMES, isConstant } from './constants';
import { foreignFault } from './foreign-functions';
import { type FunctionShape, type Names, usage } from './names';

const wordsFor = (message: string, ...words: readonly string[]) =>
  words.map((word) => [word, message] as const);

/** Words of other languages, which would be read as variables. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', 'write && for "and"'],
  ['or', 'write || for "or"'],
  ['not', 'write ! for "not", as in !(x > 0)'],
  ...wordsFor('a choice is written x > 0 ? x : 0', 'if', 'then', 'else'),
  ...wordsFor('a finite number is needed', 'nan', 'inf', 'infinity'),
  ['factorial', 'there is no factorial in formulas'],
]);

/**
 * Why a name that is no function and no constant cannot be a variable, or undefined where it can.
 *
 * @param plain the names of the formula that stand where only a variable can stand
 */
export function variableFault(
  name: string,
  names: Names,
  plain: ReadonlySet<string>,
): string | undefined {
  if (names.variables !== undefined) return unknownFault(name, names, names.variables);
  const word = WORDS.get(name.toLowerCase());
  if (word !== undefined) return word;
  const inherited = inheritedName(name);
  if (inherited !== undefined) return inherited;
  const cased = casedName(name, names);
  if (cased !== undefined) return `unknown name ${quote(name)}: write ${cased}`;
  return runTogether(name, names, plain);
}

function unknownFault(name: string, names: Names, variables: readonly string[]): string {
  if (name === 'y' && variables.length > 0) {
    return 'y is the value of the function; only its derivative may use it';
  }
  const together = runTogether(name, names, new Set(variables));
  if (together !== undefined) return together;
  const foreign = foreignFault(name);
  if (foreign !== undefined) return foreign;
  const known = [...variables, ...CONSTANT_NAMES, ...names.functions];
  return `unknown name ${quote(name)}.${didYouMean(name, known)}`;
}

/** `PI`, `Sin`: the name that it is but for capital letters. */
function casedName(name: string, names: Names): string | undefined {
  if (name.length === 1) return undefined;
  const small = name.toLowerCase();
  return [...CONSTANT_NAMES, ...names.functions].find((known) => known.toLowerCase() === small);
}

/** How other programs call what takes a derivative. */
const TAKES_DERIVATIVE = /^(?:n?der(?:iv|ive|ivative)?|diff(?:erentiate)?|grad(?:ient)?)$/i;

/** The message about a call of an unknown function. @param canBeProduct whether a factor may stand in the parentheses */
export function callFault(name: string, names: Names, canBeProduct: boolean): string {
  const told = WORDS.get(name.toLowerCase()) ?? foreignFault(name);
  if (told !== undefined) return told;
  if (TAKES_DERIVATIVE.test(name)) {
    return `the derivative is taken of the formula alone: leave out ${name}`;
  }
  const unknown = `unknown function ${quote(name)}`;
  const cased = casedName(name, names);
  if (cased !== undefined) return `${unknown}: write ${cased}`;
  const together = runTogether(name, names, new Set());
  if (together !== undefined) return together;
  const isClosed = names.variables !== undefined;
  if (isClosed || isNearlyFunction(name, names)) {
    return `${unknown}.${didYouMean(name, names.functions) || (names.closedHint ?? '')}`;
  }
  return canBeProduct ? `${unknown}. For a product write ${name}*(...)` : `${unknown}.`;
}

/** The message about a name that is written like a function, and is one elsewhere or nearly one here: `sec x`, `sqaure x`. */
export function slipFault(name: string, names: Names): string | undefined {
  const product = ` For a product write ${name}*...`;
  const foreign = foreignFault(name);
  if (foreign !== undefined) return `${foreign}.${product}`;
  if (!isNearlyFunction(name, names)) return undefined;
  return `unknown function ${quote(name)}.${didYouMean(name, names.functions)}${product}`;
}

/** Whether a name is nearly that of a function: a slip rather than a name of its own. */
export function isNearlyFunction(name: string, { functions }: Names): boolean {
  return name.length > 2 && nearest(name, functions) !== undefined;
}

/**
 * The hint for known names that run together: `sinx`, `xexp`, `pix`, `sin2x`. Names of variables
 * that happen to begin like a function (`cost`, `signal`, `max1`) are left alone: all parts must be
 * functions, constants, x, or variables of one letter that the formula has elsewhere; numbers may
 * stand between them.
 */
function runTogether(name: string, names: Names, plain: ReadonlySet<string>): string | undefined {
  const written = takenApart(name, names, plain);
  if (written === undefined) return undefined;
  return foreignFault(name) ?? `the names in ${quote(name)} run together: write ${written}`;
}

/** `sin(2*x)` for `sin2x`; undefined if the name is not made of known names. @param plain variables of one letter */
export function takenApart(
  name: string,
  names: Names,
  plain: ReadonlySet<string>,
): string | undefined {
  const split =
    splitName(name, (part) => part.length > 1 && names.shapeOf(part) !== undefined, plain) ??
    splitName(name, isConstant, plain);
  // `erfinv` is the inverse function of erf, not erf of 1/x.
  if (split === undefined || split.indexOf('inv') > 0) return undefined;
  return spelledOut(split, names);
}

/** Whether all of it is parts, at least one of them known, and not only one. */
function splitName(
  name: string,
  isKnown: (part: string) => boolean,
  plain: ReadonlySet<string>,
): string[] | undefined {
  const isLetter = (part: string): boolean =>
    part === 'x' || (part.length === 1 && plain.has(part));
  const isPart = (part: string): boolean =>
    // No letter alone: it would split many a name.
    isKnown(part) || (part.length > 1 && isConstant(part)) || isLetter(part) || /^\d+$/.test(part);
  // For each place the last part of a split that ends there; the longest known names first.
  const lastPart: (string | undefined)[] = [''];
  for (let end = 1; end <= name.length; end++) {
    for (let start = 0; start < end; start++) {
      const part = name.slice(start, end);
      if (lastPart[start] === undefined || !isPart(part)) continue;
      lastPart[end] = part;
      break;
    }
  }
  const parts: string[] = [];
  for (let end = name.length; end > 0;) {
    const part = lastPart[end];
    if (part === undefined) return undefined;
    parts.unshift(part);
    end -= part.length;
  }
  const wordCount = parts.filter((part) => !/^\d+$/.test(part)).length;
  return wordCount > 1 && parts.some(isKnown) ? parts : undefined;
}

/** `x*ln(sin(2*x))`: functions are applied to each other and to what stands before the next ones, or to x. */
function spelledOut(parts: readonly string[], names: Names): string {
  const isUnary = (part: string): boolean => takesOneNumber(names.shapeOf(part));
  const first = parts[0] as string;
  const shape = names.shapeOf(first);
  if (shape !== undefined && !isUnary(first)) return usage(first, shape);
  const factors: string[] = [];
  let i = 0;
  const takeWhile = (isWanted: (part: string) => boolean): readonly string[] => {
    const start = i;
    while (i < parts.length && isWanted(parts[i] as string)) i++;
    return parts.slice(start, i);
  };
  while (i < parts.length) {
    const applied = takeWhile(isUnary);
    const others = takeWhile((part) => names.shapeOf(part) === undefined);
    if (applied.length > 0) {
      const argument = others.join('*') || 'x';
      factors.push(applied.reduceRight((inner, name) => `${name}(${inner})`, argument));
    } else if (others.length > 0) {
      factors.push(...others);
    } else {
      const name = parts[i++] as string;
      factors.push(usage(name, names.shapeOf(name) as FunctionShape));
    }
  }
  return factors.join('*');
}
