/** @file What people who come from other tools mean: their words for our commands and options. */

import { readNumber } from '../core/text/parse-number';
import type { CommandName } from './commands';

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

/** How other languages write a formula, and how it is written here. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^[\s$]+|[\s$,;]+$/g, ''],
  [
    /^\s*(?:d\s*\/\s*d[a-z]|∂(?:\s*\/\s*∂[a-z])?|(?:derivative|gradient)(?: of)?|diff|D)\s*[([]?\s*(.*?)\s*(?:,\s*[a-z]\s*)?[)\]]?\s*$/,
    '$1',
  ],
  [/^\s*d\s*(?:\((.*)\)|([a-z](?:\^?\d|[²³])))\s*\/\s*d[a-z]\s*$/, '$1$2'],
  [/^\s*lambda\s+[\w,\s]+:\s*/, ''],
  [/^\s*\(?[\w,\s]+\)?\s*=>\s*/, ''],
  [/\b(?:math|Math|np|numpy|torch|jnp)\./g, ''],
  [/\\(?:left|right)\b/g, ''],
  [/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '(($1)/($2))'],
  [/\\cdot\b|\\times\b/g, '*'],
  [/\\(?=[a-z])/g, ''],
  [/\\[,;! ]/g, ' '],
  [/\bsqrt\[3\]/g, 'cbrt'],
  // Brackets between a name and its argument have no argument in them: log[2](x) stays as it is.
  [/[[{](?![^[\]]*\]\s*[({])/g, '('],
  [/[\]}]/g, ')'],
];

/** How people write a claim behind a formula. */
const CLAIM_SPELLINGS: typeof SPELLINGS = [
  [/^([^;]*)[,:]\s*([^,:;]*)$/, '$1; $2'],
  [/\bd\w+\s*\/\s*d([a-z])\s*=/g, 'd$1 ='],
  [/∂(?:\w+\s*\/\s*∂)?([a-z]\w*)\s*=/g, 'd$1 ='],
  [/;\s*(?:y['′’]?|f['′’]?(?:\([a-z]\))?)\s*=\s*/g, '; '],
];

/** Whether a text says in words what is to be done, though it could be read as a product. */
export function isInWords(text: string): boolean {
  return /^\s*(?:derivative|gradient) of\b/.test(text);
}

/** The formula in our spelling, as far as one can tell. @param hasClaim whether a claim may follow it */
export function respelled(formula: string, hasClaim: boolean): string {
  const spellings = hasClaim ? [...CLAIM_SPELLINGS, ...SPELLINGS] : SPELLINGS;
  return spellings.reduce((text, [from, to]) => text.replace(from, to), formula);
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
