/** @file Messages about unknown names in formulas. */

import { inheritedName } from '../../../core/engine/function-name';
import { quote } from '../../../core/text/quote';
import { didYouMean, nearest } from '../../../core/text/suggest';
import { takesOneNumber } from './call-arguments';
import { CONSTANT_NAMES, isConstant } from './constants';
import { type Names, usage } from './names';

const wordsFor = (message: string, ...words: readonly string[]) =>
  words.map((word) => [word, message] as const);

/** Words of other languages, which would be read as variables. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['and', 'write && for "and"'],
  ['or', 'write || for "or"'],
  ['not', 'write ! for "not", as in !(x > 0)'],
  ...wordsFor('a choice is written x > 0 ? x : 0', 'if', 'then', 'else'),
  ...wordsFor('a finite number is needed', 'nan', 'inf', 'infinity'),
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
  return inheritedName(name) ?? casedName(name, names) ?? runTogether(name, names, plain);
}

function unknownFault(name: string, names: Names, variables: readonly string[]): string {
  if (name === 'y' && variables.length > 0) {
    return 'y is the value of the function; only its derivative may use it';
  }
  const together = runTogether(name, names, new Set(variables));
  if (together !== undefined) return together;
  const known = [...variables, ...CONSTANT_NAMES, ...names.functions];
  return `unknown name ${quote(name)}.${didYouMean(name, known)}`;
}

/** `PI`, `Sin`: the name that it is but for capital letters. */
function casedName(name: string, names: Names): string | undefined {
  if (name.length === 1) return undefined;
  const small = name.toLowerCase();
  const meant = [...CONSTANT_NAMES, ...names.functions].find(
    (known) => known.toLowerCase() === small,
  );
  return meant === undefined ? undefined : `unknown name ${quote(name)}: write ${meant}`;
}

/** Functions of other books and languages, as they are written here of x. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['cot', '1/tan(x)'],
  ['ctg', '1/tan(x)'],
  ['sec', '1/cos(x)'],
  ['csc', '1/sin(x)'],
  ['cosec', '1/sin(x)'],
  ['coth', '1/tanh(x)'],
  ['sech', '1/cosh(x)'],
  ['csch', '1/sinh(x)'],
  ['tg', 'tan(x)'],
  ['arctg', 'atan(x)'],
  ['arcctg', 'pi/2 - atan(x)'],
  ['lg', 'log10(x)'],
  ['lb', 'log2(x)'],
  ['sh', 'sinh(x)'],
  ['ch', 'cosh(x)'],
  ['th', 'tanh(x)'],
  ['sgn', 'sign(x)'],
  ['trunc', 'sign(x)*floor(abs(x))'],
  ['root', 'sqrt(x)'],
  ['fabs', 'abs(x)'],
]);

/** The message about a call of an unknown function. */
export function callFault(name: string, names: Names): string {
  const unknown = `unknown function ${quote(name)}`;
  const [, base] = /^log_?(\d+)$/.exec(name) ?? [];
  const written = base ? `log(x)/log(${base})` : FUNCTIONS.get(name.toLowerCase());
  if (written !== undefined) return `${unknown}: write ${written}`;
  const together =
    casedName(name, names) === undefined ? runTogether(name, names, new Set()) : undefined;
  if (together !== undefined) return together;
  const isClosed = names.variables !== undefined;
  if (isClosed || isNearlyFunction(name, names)) {
    return `${unknown}.${didYouMean(name, names.functions) || (names.closedHint ?? '')}`;
  }
  return `${unknown}. For a product write ${name}*(...)`;
}

/** The message about a name that is written like a function, `sqaure x`, and is nearly one. */
export function slipFault(name: string, names: Names): string | undefined {
  if (!isNearlyFunction(name, names)) return undefined;
  const hint = didYouMean(name, names.functions);
  return `unknown function ${quote(name)}.${hint} For a product write ${name}*...`;
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
  const split =
    splitName(name, (part) => part.length > 1 && names.shapeOf(part) !== undefined, plain) ??
    splitName(name, isConstant, plain);
  if (split === undefined) return undefined;
  const written = spelledOut(split, names);
  return `the names in ${quote(name)} run together: write ${written}`;
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

function spelledOut(parts: readonly string[], names: Names): string {
  const [first, ...rest] = parts as readonly [string, ...string[]];
  const shape = names.shapeOf(first);
  if (shape === undefined) {
    return parts
      .map((part) => {
        const inner = names.shapeOf(part);
        return inner === undefined ? part : usage(part, inner);
      })
      .join('*');
  }
  if (parts.every((part) => takesOneNumber(names.shapeOf(part)))) {
    return parts.reduceRight((inner, name) => `${name}(${inner})`, 'x');
  }
  const isFunction = (part: string): boolean => names.shapeOf(part) !== undefined;
  const isApplied = takesOneNumber(shape) && !rest.some(isFunction);
  return isApplied ? `${first}(${rest.join('*')})` : usage(first, shape);
}
