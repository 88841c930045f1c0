/** @file Proposes, for a command line that is refused, one that does what it seems to mean. */

import type { Option } from 'commander';
import type { Graph } from '../core/graph/graph';
import {
  ASKS_HELP,
  corrected,
  isFunction,
  isValue,
  commandMeant,
  FILLERS,
  flagMeant,
  graphOf,
  isFlag,
  isNumber,
  plain,
  regrouped,
} from './meant';
import { isInWords, respelled } from './spellings';
import { mayBeTwo, ungrouped } from '../core/text/grouped-digits';
import { readNumber } from '../core/text/parse-number';
import { catalogue } from '../functions/catalogue';
import { orderOfDifferentials } from '../functions/read/read-definition';
import { nearest } from '../core/text/suggest';
import { COMMAND_NAMES, type CommandName, optionsOf } from './commands';
import { isCalled, mayBeProposed } from './options/choice-option';

/** Longer command lines are not typed by hand, and nothing is proposed for them. */
const LONGEST = 200;
/** The value of a variable that is given none. */
const EXAMPLE = '1';
/** The number of steps in a range without a step. */
const STEPS = 10;

/** What a command line asks for, whatever its spelling. */
interface Intent {
  readonly command: CommandName;
  readonly formulas: string[];
  readonly numbers: string[];
  readonly values: Map<string, string>;
  readonly range: { from?: string; to?: string };
  /** Options that the command has, and those that replace other options. */
  readonly kept: string[];
  /** Whether one of the numbers may be meant as one with a decimal comma. */
  hasComma?: boolean;
}

/** @returns the words of a command line; undefined where it is not clear what is meant */
export function proposalFor(args: readonly string[]): readonly string[] | undefined {
  const [first] = args as [string];
  if (args.join(' ').length > LONGEST || first === 'help') return undefined;
  if (/^(?:-v|-?version)$/.test(first)) return ['--version'];
  if (args.length <= 2 && args.some((word) => ASKS_HELP.test(word))) {
    return [...COMMAND_NAMES.filter((name) => args.includes(name)), '--help'];
  }
  const intent = intentOf(args);
  if (intent === undefined || intent.command === 'completion') return undefined;
  const { command, formulas, kept } = intent;
  if (command === 'functions') {
    const [name] = formulas;
    return name === undefined || isFunction(name) ? [command, ...formulas.slice(0, 1)] : undefined;
  }
  if (command === 'steps') return [command, ...intent.numbers.slice(0, 1), ...kept];
  const isAlong = intent.range.from !== undefined && (command === 'sweep' || command === 'graph');
  if (isAlong) return proposalFor(['plot', ...args.slice(1)]);
  const formula = formulaText(intent);
  const graph = formula === undefined ? undefined : graphOf(formula);
  if (formula === undefined || graph === undefined) return undefined;
  const place = placeWords(intent, graph);
  return place && [command, formula, ...place, ...kept];
}

/** The command that the first word is or means; before a formula, also a command that it nearly is. */
function commandOfWord(word: string, others: readonly string[]): CommandName | undefined {
  const known = COMMAND_NAMES.find((name) => name === word) ?? commandMeant(word);
  const [next] = others;
  if (known !== undefined || isFunction(word) || next === undefined || isFlag(next)) return known;
  // Before a number it may be a misspelt function instead.
  const names = isNumber(next) ? [...COMMAND_NAMES, ...catalogue.allNames] : COMMAND_NAMES;
  const near = nearest(word, names);
  return COMMAND_NAMES.find((name) => name === near);
}

function intentOf(args: readonly string[]): Intent | undefined {
  const [first] = args as [string];
  const meant = commandOfWord(first, args.slice(1));
  const intent: Intent = {
    command: meant ?? 'diff',
    formulas: [],
    numbers: [],
    values: new Map(),
    range: {},
    kept: [],
  };
  const options = optionsOf(intent.command);
  const words = regrouped(args.slice(meant === undefined ? 0 : 1));
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const taken = isFlag(word) ? takeFlag(intent, options, words, i) : takeWord(intent, word);
    if (taken === undefined) return undefined;
    i += taken;
  }
  return intent;
}

/** Options that are written anew; all others that the command has are kept as they are. */
const WRITTEN_ANEW: readonly (string | undefined)[] = ['--chain', '--x', '--at'];

/** @returns the number of further words that belong to the flag; undefined if it is not understood */
function takeFlag(
  intent: Intent,
  options: readonly Option[],
  words: readonly string[],
  i: number,
): number | undefined {
  const [typed, ...rest] = (words[i] as string).split('=') as [string, ...string[]];
  const flag = /^-[a-z]{3,}$/.test(typed) ? `-${typed}` : typed;
  const inline = rest.length > 0 ? rest.join('=') : undefined;
  const value = inline ?? words[i + 1];
  const taken = inline === undefined ? 1 : 0;
  const option = options.find((one) => isCalled(one, flag));
  const known = option ?? COMMAND_NAMES.flatMap(optionsOf).find((one) => isCalled(one, flag));
  if (known !== undefined && !mayBeProposed(known)) return undefined;
  if (option !== undefined && !WRITTEN_ANEW.includes(option.long)) {
    const hasValue = option.required || option.optional;
    if (hasValue && value === undefined) return undefined;
    intent.kept.push(flag, ...(hasValue ? [value as string] : []));
    return hasValue ? taken : 0;
  }
  const meaning = flagMeant(flag);
  if (meaning === 'format') intent.kept.push('--format', flag.slice(2));
  if (meaning === 'svg') intent.kept.push('-o', `${intent.command}.svg`);
  if (meaning === 'trace') intent.kept.push('--trace');
  if (meaning === 'format' || meaning === 'svg' || meaning === 'trace') return 0;
  // `--x` with nothing behind it says that a number is wanted.
  if (value === undefined) return meaning === 'numbers' ? 0 : undefined;
  switch (meaning) {
    case 'formula':
    case 'claim':
      intent.formulas.push(value);
      return taken;
    case 'from':
    case 'to':
      intent.range[meaning] = value;
      return taken;
    case 'range':
    case 'numbers':
      return takeWord(intent, value) === undefined ? undefined : taken;
    default:
      if (!/^--[A-Za-z]$/.test(flag) || !isNumber(value)) return undefined;
      intent.values.set(flag.replace(/^-+/, ''), value);
      return taken;
  }
}

/** @returns 0, as no further words belong to it; undefined if it has two meanings, or a second value of a variable */
function takeWord(intent: Intent, word: string): number | undefined {
  if (FILLERS.includes(word)) return 0;
  const joined = ungrouped(word);
  if (joined !== undefined && mayBeTwo(word)) return undefined;
  const pieces = (joined ?? word)
    .replace(/\s*=\s*/g, '=')
    .replace(/^[[({]|[\])}]$/g, '')
    .split(/[\s,;]+|:(?=[A-Za-z]\w*[=:])/)
    .filter((piece) => piece !== '')
    .map(plain);
  // Of `1 000 2 000` nothing tells which digits belong together.
  if (pieces.some((piece) => /^[-+]?0\d/.test(piece))) return undefined;
  const values = pieces.map((piece) => piece.split(/[=:]/) as [string, ...string[]]);
  const [from, to = '', step] = word.split(/:|\.\./) as [string, ...string[]];
  if (isNumber(from) && isNumber(to) && step === undefined) {
    Object.assign(intent.range, { from, to });
  } else if (pieces.every(isNumber)) {
    intent.numbers.push(...pieces);
    intent.hasComma ||= /^[-+]?\d+,\d+$/.test(word);
  } else if (values.every(isValue)) {
    for (const [name, value] of values) {
      if (intent.values.has(name)) return undefined;
      intent.values.set(name, value as string);
    }
  } else {
    intent.formulas.push(word);
  }
  return 0;
}

/** The chain or formula to differentiate, with its claim for check; undefined if there is not just one. */
function formulaText({ command, formulas, numbers }: Intent): string | undefined {
  if (formulas.some((text) => orderOfDifferentials(text) === 'higher')) return undefined;
  const texts = formulas.map((text) => {
    const isFormula = !isInWords(text) && orderOfDifferentials(text) === undefined;
    const isRead = isFormula && graphOf(text) !== undefined;
    const read = isRead ? text : respelled(text, command === 'check').trim();
    return numbers.length > 0 ? corrected(read) : read;
  });
  const names = texts.flatMap((text) => text.split(/\s*(?:->|→|>)\s*|\s+/));
  if (names.length > 1 && names.every(isFunction)) return names.join(',');
  const isClaimed = command === 'check' && texts.length === 2;
  return isClaimed || texts.length === 1 ? texts.join('; ') : undefined;
}

/** The options for the points; undefined if the values do not fit the variables. */
function placeWords(intent: Intent, { inputs }: Graph): string[] | undefined {
  const { command, numbers, values, range, hasComma } = intent;
  if (inputs.length > 1) return pointWords(intent, inputs);
  if (command === 'plot') return intervalWords(intent);
  const isOther = [...values.keys()].some((name) => name !== 'x' && name !== inputs[0]);
  if (hasComma || isOther || values.size > 1) return undefined;
  const points = [...numbers, ...values.values(), ...rangeWords(range)];
  const isNeeded = command === 'diff' || command === 'sweep';
  if (points.length === 0) return isNeeded ? ['--x', EXAMPLE] : [];
  const isSingle = command === 'sweep' || command === 'graph';
  return ['--x', ...(isSingle ? points.slice(0, 1) : points)];
}

/** --at with a value for each variable; those that are not given get an example. */
function pointWords(
  { command, numbers, values }: Intent,
  inputs: readonly string[],
): string[] | undefined {
  const isOther = [...values.keys()].some((name) => !inputs.includes(name));
  if (isOther || command === 'plot' || command === 'sweep') return undefined;
  if (command !== 'diff' && numbers.length + values.size === 0) return [];
  const isByOrder = numbers.length === inputs.length;
  const texts = inputs.map((name, k) => {
    const first = k === 0 ? numbers[0] : undefined;
    return `${name}=${(isByOrder ? numbers[k] : (values.get(name) ?? first)) ?? EXAMPLE}`;
  });
  return ['--at', texts.join(',')];
}

/** The range between two ends. */
function rangeWords({ from, to }: Intent['range']): string[] {
  if (from === undefined || to === undefined) return [];
  const step = (readNumber(to) - readNumber(from)) / STEPS;
  return step > 0 ? [`${from}:${to}:${String(step)}`] : [];
}

function intervalWords({ range, numbers }: Intent): string[] | undefined {
  if (numbers.length === 1) return undefined;
  const { from = numbers[0], to = numbers[1] } = range;
  if (from === undefined || to === undefined) return [];
  return readNumber(from) < readNumber(to) ? ['--from', from, '--to', to] : undefined;
}
