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
  const placed = WITH_VALUE.exec(word);
  if (placed !== null) return placed.slice(1);
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
