/** @file The words of a command line as they were meant: those of other tools, and where blanks or quotes stand in the wrong place. */

import type { Graph } from '../core/graph/graph';
import { readNumber } from '../core/text/parse-number';
import { parseGraph } from '../functions/read/parse-graph';
import type { CommandName } from './commands';
import { nearest } from '../core/text/suggest';
import { catalogue } from '../functions/catalogue';
import { writtenHere } from '../functions/read/formula/foreign-functions';
import { takenApart } from '../functions/read/formula/name-fault';
import { catalogueNames } from '../functions/read/formula/names';

const WORDS: Readonly<Record<CommandName, string>> = {
  diff:
    'derive derivative derivatives differentiate d d/dx dx eval evaluate calc calculate compute run ' +
    'grad gradient backprop backward forward numerical value at solve',
  check: 'verify validate test gradcheck gradient-check compare prove',
  plot: 'draw chart curve figure show',
  graph: 'tree dot network diagram mermaid',
  functions: 'list ls function catalogue catalog',
  sweep: 'eps step-size convergence error errors',
  steps: 'step lesson tutorial book demo',
  completion: 'completions',
};

export function commandMeant(word: string): CommandName | undefined {
  return meaningOf(word.toLowerCase(), WORDS);
}

function meaningOf<Meaning extends string>(
  word: string,
  meanings: Readonly<Record<Meaning, string>>,
): Meaning | undefined {
  const found = Object.entries<string>(meanings).find(([, words]) =>
    words.split(' ').includes(word),
  );
  return found?.[0] as Meaning | undefined;
}

/** Options of other tools by what they mean. */
const FLAGS = {
  formula: '--formula --function --func --expr --expression --chain -c -f -e --fn',
  from: '--from --start --min --begin',
  to: '--to --end --stop --max',
  range: '--range --interval --domain --xlim --xrange',
  numbers: '--x -x --at --point --value',
  claim: '--derivative --claim --expected --gradient --grad',
  format: '--csv --tsv --jsonl',
  svg: '--svg',
  trace: '--verbose --steps --all',
};

export function flagMeant(flag: string): keyof typeof FLAGS | undefined {
  return meaningOf(flag, FLAGS);
}

/** Words that stand between a formula and a number, and are skipped. */
export const FILLERS = 'at for where of in when by wrt ='.split(' ');

type Spelling = readonly [from: RegExp, to: string | ((...found: string[]) => string)];

const LATEX_FRACTION: Spelling = [
  /\\[dt]?frac\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g,
  '(($1)/($2))',
];

/** What is differentiated, of what stands behind d/dx: `x^2` of `(x^2)` or `[x^2, x]`, `(x+1)(x-1)` as it is. */
function argumentOf(_: string, behind = ''): string {
  const rest = behind.trim();
  const [, inside = ''] = /^[([](.*?)(?:,\s*[a-z]\s*)?[)\]]$/.exec(rest) ?? [];
  let depth = 0;
  const closes = inside.split('').some((sign) => {
    if ('(['.includes(sign)) depth++;
    else if (')]'.includes(sign)) depth--;
    return depth < 0;
  });
  return inside === '' || closes ? rest : inside.trim();
}

/** Text in which parentheses are closed, up to this deep. */
function closed(depth: number): string {
  return depth === 0 ? '[^()]*' : `(?:[^()]|\\(${closed(depth - 1)}\\))*`;
}

/** `sin(x)^2` for `sin^2 x`; a power of a variable stays as it is. */
function powerOfCall(written: string, name = '', exponent = '', inside?: string, word?: string) {
  return catalogue.find(name) === undefined
    ? written
    : `${name}(${inside ?? word ?? ''})^${exponent}`;
}

/**
 * How other languages write a formula, and how it is written here: each is replaced in what those before it have left.
 * First go signs that mean nothing here, then what stands around a whole formula, as d/dx, and then its parts.
 */
const SPELLINGS: readonly Spelling[] = [
  [/\p{Cf}/gu, ''],
  [/^[\s$"'`\u201c\u201d\u201e«»]+|[\s$,;"`\u201c\u201d»]+$/g, ''],
  [/^:?=/, ''],
  [/\\(?:left|right|[bB]igg?[lr]?)(?![A-Za-z])/g, ''],
  [/\\[dt]?frac\s*\{d\}\s*\{d([a-z])\}/g, 'd/d$1 '],
  [/\\l(floor|ceil)\b/g, '$1('],
  [/\\r(?:floor|ceil)\b/g, ')'],
  [
    /^\s*(?:d\s*\/\s*d[a-z]|∂(?:\s*\/\s*∂[a-z])?|(?:n?[dD]er(?:iv|ive|ivative)?|[gG]rad(?:ient)?)(?: of)?|diff(?:erentiate)?|D)(?![A-Za-z])(.*)$/,
    argumentOf,
  ],
  [/^\s*d\s*(?:\((.*)\)|([a-z](?:\^?\d|[²³])))\s*\/\s*d[a-z]\s*$/, '$1$2'],
  [/^\s*lambda\s+[\w,\s]+:\s*/, ''],
  [/^\s*\(?[\w,\s]+\)?\s*=>\s*/, ''],
  [/\b(?:math|Math|np|numpy|torch|jnp)\./g, ''],
  [/\\(?:operatorname|mathrm|mathit|text)\s*\{([^{}]*)\}/g, '$1'],
  // Of nested fractions, and what stands in their braces, three deep.
  ...Array.from({ length: 3 }, () => LATEX_FRACTION),
  [/\\[dt]?frac\s*(\w)\s*(\w)/g, '($1/$2)'],
  [/\\sqrt\s*(\w)/g, 'sqrt($1)'],
  [/\\(?:cdot|times)\b/g, '*'],
  [/\\div\b/g, '/'],
  [/\\leq?\b/g, '<='],
  [/\\geq?\b/g, '>='],
  [/\\neq?\b/g, '!='],
  [/\\[lr]vert\b/g, '|'],
  [/\\?\blog_\{?(2|10)\}?/g, 'log$1'],
  [/_\{(\w+)\}/g, '_$1'],
  [/\\(?=[a-z])/g, ''],
  [/(\d|(?<![A-Za-z_])[a-z])\s*[°º\u02da]/g, '$1*pi/180'],
  [/\\[,;! ]/g, ' '],
  [/\bsqrt\[3\]/g, 'cbrt'],
  // Brackets between a name and its argument have no argument in them: log[2](x) stays as it is.
  [/[[{](?![^[\]]*\]\s*[({])/g, '('],
  [/[\]}]/g, ')'],
  // Sin[x]
  [/\b[A-Z][A-Za-z]+(?=\()/g, (name) => name.toLowerCase()],
  // A power of a function: sin^2 x, sin^{2}(x).
  [
    new RegExp(`\\b([a-z]+)\\^\\(?(\\d)\\)?\\s*(?:\\((${closed(5)})\\)|([a-z]\\w*))`, 'g'),
    powerOfCall,
  ],
];

/** How people write a claim behind a formula. */
const CLAIM_SPELLINGS: typeof SPELLINGS = [
  [/^([^;]*)[,:]\s*([^,:;]*)$/, '$1; $2'],
  [/^([^;]*\S)\s*(?:[-=]>|→|(?<![<>=!])=(?!=))\s*([^;=]*)$/, '$1; $2'],
  [/\bd\w+\s*\/\s*d([a-z])\s*=/g, 'd$1 ='],
  [/∂(?:\w+\s*\/\s*∂)?([a-z]\w*)\s*=/g, 'd$1 ='],
  [/;\s*(?:y['′’]?|f['′’]?(?:\([a-z]\))?)\s*=\s*/g, '; '],
];

/** Whether a text says in words what is to be done, though it could be read as a product. */
export function isInWords(text: string): boolean {
  return /^\s*(?:derivative|gradient) of\b/i.test(text);
}

/** The formula in our spelling, as far as one can tell. @param hasClaim whether a claim may follow it */
export function respelled(formula: string, hasClaim: boolean): string {
  const spellings = hasClaim ? [...CLAIM_SPELLINGS, ...SPELLINGS] : SPELLINGS;
  return spellings.reduce((text, [from, to]) => text.replace(from, to as string), formula);
}

/** Whether a text is a number, a range or an angle in degrees. */
export function isNumber(text: string): boolean {
  const parts = plain(text).split(':');
  return (
    parts.length <= 3 &&
    parts.every((part) => Number.isFinite(readNumber(part)) || /^-?(?:pi|\d+\*pi\/180)$/.test(part))
  );
}

/** The number in our spelling: `90*pi/180` for `90deg`, `-3` for `−3` with a typographic minus. */
export function plain(text: string): string {
  return text.replace(/^\u2212/, '-').replace(/^(-?\d+)(?:deg|degrees|°)$/, '$1*pi/180');
}

/** How other programs are asked for help. */
export const ASKS_HELP = /^(?:[-/]?\?|-?-?(?:help|usage|man|manual))$/;

export function isFunction(name: string): boolean {
  return catalogue.allNames.includes(name);
}

export function isFlag(word: string): boolean {
  return /^--?[A-Za-z]/.test(word) && !/[*^/+(]/.test(word);
}

/** The graph of a chain or a formula; undefined if it is none. */
export function graphOf(text: string): Graph | undefined {
  try {
    return parseGraph(text, catalogue);
  } catch {
    return undefined;
  }
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

/** An operator that is a word of its own, in a formula without quotes. */
const OPERATOR = /^(?:[-+*/^×·÷−]|\*\*)$/;
/** The words before the ends of an interval. */
const ENDS = ['from', 'to'];

/**
 * `x ^ 2` and `sin x` as one word, `'x^2 --x 3'` as three, `from -1 to 1` as options.
 *
 * @param words behind the command
 */
export function regrouped(words: readonly string[]): string[] {
  const loose = words.flatMap(unquoted);
  const flag = loose.findIndex(isFlag);
  const end = flag < 0 ? loose.length : flag;
  const first = loose.slice(0, end);
  const others = loose.slice(end);
  if (isSpread(first)) return [first.join(' '), ...others];
  return [
    ...first.map((word, i) => {
      const isEnd = ENDS.includes(word) && isNumber(first[i + 1] ?? '');
      return isEnd ? `--${word}` : word;
    }),
    ...others,
  ];
}

/** `x^2, x = 3`, `x^2 at x=3`: a formula with a value of its variable. */
const WITH_VALUE = /^(.*\S)(?:\s*[,|@]\s*|\s+(?:at|for|where|when)\s+)([a-z]\s*=\s*\S+)\s*$/;

/** A word that has options or a value in it, as the words that it would be without quotes. */
function unquoted(word: string): string[] {
  const [, before, value] = WITH_VALUE.exec(word) ?? [];
  if (before !== undefined && value !== undefined) return [before, value];
  const [formula, ...options] = word.split(/\s+(?=--[a-z])/) as [string, ...string[]];
  return [formula, ...options.flatMap((option) => option.split(/\s+/))];
}

/** Whether the words are one formula: operators stand among them, or a function before a letter. */
function isSpread(words: readonly string[]): boolean {
  const [name = '', argument = '', third] = words;
  const isCall = third === undefined && isFunction(name) && /^[a-z]$/.test(argument);
  const isOperation = words.slice(1, -1).some((word) => OPERATOR.test(word));
  return (isCall || isOperation) && graphOf(words.join(' ')) !== undefined;
}
