/** @file How people and other languages write formulas and claims, and how these are written here. */

import { catalogue } from '../functions/catalogue';

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

/** `30°`, `x°` or `2x°`: in parentheses of its own it stays one argument, as in `sin 30°`, and one divisor. */
const DEGREES = '((?<![\\w.])(?:\\d*\\.?\\d+[a-z]?|[a-z]))\\s*[°º\u02da]';

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
  [/(?<=[A-Za-z])\\(?=[a-z])/g, ' '],
  [/\\(?=[a-z])/g, ''],
  [new RegExp(`\\(${DEGREES}\\)|${DEGREES}`, 'g'), '($1$2*pi/180)'],
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
