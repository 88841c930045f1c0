/** @file From a command line that is refused to one that does what it seems to mean. */

import { Command } from 'commander';
import type { Graph } from '../core/graph/graph';
import { readNumber } from '../core/text/parse-number';
import { catalogue } from '../functions/catalogue';
import { parseGraph } from '../functions/read/parse-graph';
import { nearest } from '../core/text/suggest';
import { COMMAND_NAMES, type CommandName, commandOf } from './commands';
import { commandMeant, FILLERS, flagMeant, isInWords, isNumber, plain, respelled } from './meant';
import { regrouped } from './regrouped';

/** Longer ones are not typed by hand. */
const LONGEST = 200;
const EXAMPLE = '1';
/** Of a range that has no step. */
const STEPS = 10;

/** What a command line says, whatever its spelling. */
interface Intent {
  readonly command: CommandName;
  readonly formulas: string[];
  readonly numbers: string[];
  readonly values: Map<string, string>;
  readonly range: { from?: string; to?: string };
  /** Options that the command has, and what replaces others. */
  readonly kept: string[];
  /** Whether one of the numbers may be meant as one with a decimal comma. */
  hasComma?: boolean;
}

/** @returns the words of a command line; undefined where it is not clear what is meant */
export function proposalFor(args: readonly string[]): readonly string[] | undefined {
  const [first] = args as [string];
  if (args.join(' ').length > LONGEST || first === 'help') return undefined;
  if (/^(?:-v|-?version)$/.test(first)) return ['--version'];
  const said = intentOf(args);
  if (said === undefined) return undefined;
  const { command, formulas, kept } = said;
  if (command === 'completion') return undefined;
  if (command === 'functions') {
    const [name] = formulas;
    return name === undefined || isFunction(name) ? [command, ...formulas.slice(0, 1)] : undefined;
  }
  if (command === 'steps') return [command, ...said.numbers.slice(0, 1), ...kept];
  const isAlong = said.range.from !== undefined && (command === 'sweep' || command === 'graph');
  if (isAlong) return proposalFor(['plot', ...args.slice(1)]);
  const formula = formulaText(said);
  const graph = formula === undefined ? undefined : graphOf(formula);
  if (formula === undefined || graph === undefined) return undefined;
  const place = placeWords(said, graph);
  return place && [command, formula, ...place, ...kept];
}

/** The command that the first word is, or means; one nearly is where a formula follows. */
function commandOfWord(word: string, others: readonly string[]): CommandName | undefined {
  const known = COMMAND_NAMES.find((name) => name === word) ?? commandMeant(word);
  const [next] = others;
  if (known !== undefined || isFunction(word) || next === undefined || isFlag(next)) return known;
  // A number may follow a function, too.
  const names = isNumber(next) ? [...COMMAND_NAMES, ...catalogue.allNames] : COMMAND_NAMES;
  const near = nearest(word, names);
  return COMMAND_NAMES.find((name) => name === near);
}

function intentOf(args: readonly string[]): Intent | undefined {
  const [first] = args as [string];
  const meant = commandOfWord(first, args.slice(1));
  const said: Intent = {
    command: meant ?? 'diff',
    formulas: [],
    numbers: [],
    values: new Map(),
    range: {},
    kept: [],
  };
  const command = new Command(said.command);
  commandOf(said.command).describe(command);
  const isFormula = (text: string): boolean => graphOf(text) !== undefined;
  const behind = args.slice(meant === undefined ? 0 : 1);
  const words = regrouped(behind, { isFlag, isFunction, isNumber, isFormula });
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const taken = isFlag(word) ? takeFlag(said, command, words, i) : takeWord(said, word);
    if (taken === undefined) return undefined;
    i += taken;
  }
  return said;
}

/** What points to code, files or other functions is not ours to write anew. */
const OUT_OF_REACH =
  /^--(?:module|define|program|input|column|chain-file|formula-file|output|wrt)$/;

/** Options whose values are put together anew; all others that the command has stay as they are. */
const WRITTEN_ANEW: readonly (string | undefined)[] = ['--chain', '--x', '--at'];

/** @returns how many words after it are taken with it; undefined where it says nothing */
function takeFlag(
  said: Intent,
  command: Command,
  words: readonly string[],
  i: number,
): number | undefined {
  const [typed, ...rest] = (words[i] as string).split('=') as [string, ...string[]];
  const flag = /^-[a-z]{3,}$/.test(typed) ? `-${typed}` : typed;
  const inline = rest.length > 0 ? rest.join('=') : undefined;
  const value = inline ?? words[i + 1];
  const taken = inline === undefined ? 1 : 0;
  const option = command.options.find(({ short, long }) => flag === short || flag === long);
  if (OUT_OF_REACH.test(option?.long ?? flag)) return undefined;
  if (option !== undefined && !WRITTEN_ANEW.includes(option.long)) {
    const hasValue = option.required || option.optional;
    if (hasValue && value === undefined) return undefined;
    said.kept.push(flag, ...(hasValue ? [value as string] : []));
    return hasValue ? taken : 0;
  }
  const meaning = flagMeant(flag);
  if (meaning === 'format') said.kept.push('--format', flag.slice(2));
  if (meaning === 'svg') said.kept.push('-o', `${said.command}.svg`);
  if (meaning === 'trace') said.kept.push('--trace');
  if (meaning === 'format' || meaning === 'svg' || meaning === 'trace') return 0;
  // `--x` with nothing behind it says that a number is wanted.
  if (value === undefined) return meaning === 'numbers' ? 0 : undefined;
  switch (meaning) {
    case 'formula':
    case 'claim':
      said.formulas.push(value);
      return taken;
    case 'from':
    case 'to':
      said.range[meaning] = value;
      return taken;
    case 'range':
    case 'numbers':
      return takeWord(said, value) === undefined ? undefined : taken;
    default:
      if (!/^--[A-Za-z]$/.test(flag) || !isNumber(value)) return undefined;
      said.values.set(flag.replace(/^-+/, ''), value);
      return taken;
  }
}

/** @returns how many words after it are taken with it: none; undefined where it is one point too many */
function takeWord(said: Intent, word: string): number | undefined {
  if (FILLERS.includes(word)) return 0;
  const pieces = word
    .replace(/^[[({]|[\])}]$/g, '')
    .split(/[\s,;]+/)
    .filter((piece) => piece !== '')
    .map(plain);
  const values = pieces.map((piece) => piece.split(/[=:]/) as [string, ...string[]]);
  const [from, to = '', step] = word.split(/:|\.\./) as [string, ...string[]];
  if (isNumber(from) && isNumber(to) && step === undefined) {
    Object.assign(said.range, { from, to });
  } else if (pieces.every(isNumber)) {
    said.numbers.push(...pieces);
    said.hasComma ||= /^[-+]?\d+,\d+$/.test(word);
  } else if (values.every(([name, value = '']) => /^[A-Za-z]\w*$/.test(name) && isNumber(value))) {
    for (const [name, value] of values) {
      if (said.values.has(name)) return undefined;
      said.values.set(name, value as string);
    }
  } else {
    said.formulas.push(word);
  }
  return 0;
}

function isFlag(word: string): boolean {
  return /^--?[A-Za-z]/.test(word) && !/[*^/+(]/.test(word);
}

function isFunction(name: string): boolean {
  return catalogue.allNames.includes(name);
}

/** A misspelt function as it was meant, where a number says that it is one. */
function corrected(text: string): string {
  if (!/^[A-Za-z]\w{2,}$/.test(text) || isFunction(text)) return text;
  return nearest(text, catalogue.allNames) ?? text;
}

/** One text of what is to be differentiated: a chain of names, a formula, with its claim for check. */
function formulaText({ command, formulas, numbers }: Intent): string | undefined {
  const texts = formulas.map((text) => {
    const isRead = graphOf(text) !== undefined && !isInWords(text);
    const read = isRead ? text : respelled(text, command === 'check').trim();
    return numbers.length > 0 ? corrected(read) : read;
  });
  const names = texts.flatMap((text) => text.split(/\s*(?:->|→|>)\s*|\s+/));
  if (names.length > 1 && names.every(isFunction)) return names.join(',');
  const isClaimed = command === 'check' && texts.length === 2;
  return isClaimed || texts.length === 1 ? texts.join('; ') : undefined;
}

function graphOf(text: string): Graph | undefined {
  try {
    return parseGraph(text, catalogue);
  } catch {
    return undefined;
  }
}

/** The options that say where; undefined where that does not fit the variables. */
function placeWords(said: Intent, { inputs }: Graph): string[] | undefined {
  const { command, numbers, values, range, hasComma } = said;
  if (inputs.length > 1) return pointWords(said, inputs);
  if (command === 'plot') return intervalWords(said);
  if (hasComma || values.size > 1) return undefined;
  const points = [...numbers, ...values.values(), ...rangeWords(range)];
  const isNeeded = command === 'diff' || command === 'sweep';
  if (points.length === 0) return isNeeded ? ['--x', EXAMPLE] : [];
  const isSingle = command === 'sweep' || command === 'graph';
  return ['--x', ...(isSingle ? points.slice(0, 1) : points)];
}

/** A value for each variable, those that are not given by example. */
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

/** Points between two ends. */
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
