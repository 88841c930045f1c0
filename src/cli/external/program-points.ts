/** @file The points of a program: numbers in its order, on the command line or in lines of input. */

import { counted } from '../../core/text/format-number';
import { firstRepeated } from '../../core/text/lists';
import { numberFault, readNumber } from '../../core/text/parse-number';
import { quote } from '../../core/text/quote';
import { UsageError } from '../errors';
import { readAll } from '../process/descriptor';
import type { Io } from '../process/io';
import { splitAtCommas } from '../options/named-points';
import { onlyOne, type Options } from '../options/given';
import { number, numbers, once } from '../options/options';
import { isStandardInput } from '../options/place-option';
import { textOfFile } from '../stream/input/other-formats';
import { pointHint, wordsOf } from '../stream/input/forms';
import { openInput } from '../stream/input/source';
import { MOST_IN_FULL } from '../stream/rows';

export interface ProgramPoints {
  readonly points: readonly Float64Array[];
  /** One for each variable, where there are any. */
  readonly names: readonly string[] | undefined;
  readonly isInput: boolean;
  /** A message for each line of input that is no point; empty after the first ten. */
  readonly bad: readonly string[];
  /** Whether to go on after a bad line or point. */
  readonly keepGoing: boolean;
}

/** The longest input in bytes: it is kept in memory. */
const MOST_BYTES = 268435456;
/** More names would hardly fit into memory. */
const MOST_NAMES = 1000000;

/** @throws UsageError, IoError, or the DezeroError of a number */
export function programPointsOf(options: Options, io: Io): ProgramPoints {
  const keepGoing = options.keepGoing === true;
  const { at, x, input } = options;
  const path = once('--input', input);
  const names = namesOf(once('--names', options.names));
  const [flag, values = []] = onlyOne({ '--at': at, '--x': x, '--input': input }) ?? [];
  if (flag === undefined) {
    throw new UsageError(
      '--at is missing: the numbers of a point in the order of the program, for example --at 0.5,2',
    );
  }
  if (path !== undefined || isStandardInput(flag, values)) {
    return pointsIn(inputText(path, io), names, keepGoing);
  }
  const points =
    flag === '--at'
      ? values.map((text) => pointOfText(text, names))
      : values.flatMap((text) => numbers('--x', text)).map((one) => Float64Array.of(one));
  const size = points[0]?.length ?? 0;
  const other = points.findIndex((point) => point.length !== size);
  if (other >= 0) {
    throw new UsageError(
      `--at: point ${String(other + 1)} has ${counted(points[other]?.length ?? 0, 'number')}, and the first one ${String(size)}`,
    );
  }
  requireCount(names, size);
  return { points, names, isInput: false, bad: [], keepGoing };
}

/** `w,b` or `w[3],b`: w[0], w[1], w[2] and b. @throws UsageError */
function namesOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').flatMap((part) => {
    const [, name, size] = /^\s*([\p{L}_][\p{L}\p{N}_.]*)(?:\[(\d+)\])?\s*$/u.exec(part) ?? [];
    if (name === undefined) {
      throw new UsageError(`--names: ${quote(part)} is no name; names are such as w,b or w[10],b`);
    }
    if (size === undefined) return [name];
    const count = readNumber(size);
    if (!(count >= 1 && count <= MOST_NAMES)) {
      throw new UsageError(`--names: ${quote(part)} stands for no usable number of names`);
    }
    return Array.from({ length: count }, (_, i) => `${name}[${String(i)}]`);
  });
  const repeated = firstRepeated(names);
  if (repeated !== undefined) throw new UsageError(`--names: ${repeated} is named twice`);
  return names;
}

/** A point of --at: numbers in order, or each with its name. @throws UsageError */
function pointOfText(text: string, names: readonly string[] | undefined): Float64Array {
  const parts = splitAtCommas(text);
  const assigned = parts.map((part) => /^\s*([^=\s]+)\s*=(?!=)(.*)$/s.exec(part));
  if (assigned.every((match) => match === null)) {
    return Float64Array.from(parts, (part) => number('--at', part.trim()));
  }
  if (names === undefined) {
    throw new UsageError(
      `--at ${quote(text)}: names need --names, which says their order; or give the numbers alone`,
    );
  }
  const point = new Map<string, number>();
  for (const [i, match] of assigned.entries()) {
    const [, name, value = ''] = match ?? [];
    if (name === undefined) {
      throw new UsageError(`--at ${quote(text)}: ${quote(parts[i] ?? '')} has no name`);
    }
    if (!names.includes(name)) {
      throw new UsageError(`--at ${quote(text)}: ${quote(name)} is none of --names`);
    }
    if (point.has(name)) throw new UsageError(`--at ${quote(text)}: ${name} is given twice`);
    point.set(name, number(`--at: ${name}`, value.trim()));
  }
  return Float64Array.from(names, (name) => {
    const value = point.get(name);
    if (value !== undefined) return value;
    throw new UsageError(`--at ${quote(text)}: ${name} has no value`);
  });
}

function requireCount(names: readonly string[] | undefined, size: number): void {
  if (names === undefined || names.length === size) return;
  throw new UsageError(
    `--names: ${counted(names.length, 'name')} for ${counted(size, 'number')}; each number of a point needs one`,
  );
}

function inputText(path: string | undefined, programIo: Io): string {
  const io = openInput(programIo, path, 'points from standard input, one a line');
  const bytes = readAll((piece) => io.readInput(piece), MOST_BYTES);
  if (bytes === undefined) throw new UsageError('the input is too long for a program');
  return textOfFile(bytes);
}

/** Numbers separated by commas or white space; the first line may name them. */
function pointsIn(
  text: string,
  wanted: readonly string[] | undefined,
  keepGoing: boolean,
): ProgramPoints {
  const points: Float64Array[] = [];
  const bad: string[] = [];
  let names = wanted;
  let columns: readonly number[] | undefined;
  let width: number | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    let hint = '';
    if (width === undefined) {
      width = words.length;
      const hasNumbers = words.some((word) => !Number.isNaN(readNumber(word)));
      // Names may have other signs in them, but not be these.
      const mayBeOther = words.length === 1 || /^(?:[#|]$|[[{]|"?sep=)/.test(words[0] as string);
      if (!hasNumbers && mayBeOther) hint = pointHint(line, names ?? words);
      const isHeader = !hasNumbers && hint === '';
      if (isHeader) {
        const header = words.map((word) => word.replace(/^"(.*)"$/, '$1'));
        columns = wanted?.map((name) => columnOf(name, header));
        names ??= header;
        continue;
      }
      if (hint === '') requireCount(names, width);
    }
    const point = pointIn(words, width, columns);
    if (typeof point !== 'function') {
      points.push(point);
      continue;
    }
    bad.push(bad.length < MOST_IN_FULL ? `line ${String(i + 1)}: ${point()}${hint}` : '');
    if (!keepGoing) break;
  }
  return { points, names, isInput: true, bad, keepGoing };
}

function columnOf(name: string, header: readonly string[]): number {
  const column = header.indexOf(name);
  if (column >= 0) return column;
  throw new UsageError(
    `the table has no column ${quote(name)}; it has ${header.slice(0, 5).join(', ')}${header.length > 5 ? ', …' : ''}`,
  );
}

/** @returns for a bad line a function that makes the message: on a word first, then on their number */
function pointIn(
  words: readonly string[],
  width: number,
  columns: readonly number[] | undefined,
): Float64Array | (() => string) {
  const isWhole = words.length === width;
  const chosen = isWhole && columns ? columns.map((column) => words[column] as string) : words;
  const point = Float64Array.from(chosen, readNumber);
  const wrong = point.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) return () => numberFault(chosen[wrong] as string).message;
  if (isWhole) return point;
  return () => `${counted(words.length, 'number')}, and the lines before it have ${String(width)}`;
}
