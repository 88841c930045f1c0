/** @file How points stand in lines and in records of a table, and what is said of those that are none. */

import { numberFault, readNumber } from '../../../core/text/parse-number';
import { cellsOf } from './csv-records';
import { isConstant } from '../../../functions/read/formula/constants';
import { jsonHint, leadingLineHint, separatorHint } from './other-formats';
import { cellScanner, type RecordScanner, scanLine } from './scan';
import type { LineShape, Table } from './table';

type Fault = (() => string) | undefined;

/** How points stand in the input. */
export interface Form {
  /** The number of cells in a record. */
  readonly width: number;
  /** The place of each variable among them. */
  readonly places: readonly number[];
  /** What rows begin with, as `Table` says. */
  readonly kept?: Table['kept'];
  readonly scan: RecordScanner;
  /** What its bytes are: of numbers Latin-1, so that a byte that is no digit is found on its own line. */
  readonly encoding: 'latin1' | 'utf8';
  /** @param text with its line end */
  readonly cellsOf: (text: string) => readonly string[];
  /** @returns how to say what is wrong with a record, if anything is */
  readonly faultOf: (cells: readonly string[], text: string, isFirst: boolean) => Fault;
  /** What a line that is too long is, as the beginning of a message. */
  readonly tooLong: string;
}

/** The numbers of a line as they are separated. */
export function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*|\s+/);
}

const ONE_NUMBER: LineShape = { variables: ['x'], order: [0] };

/** How lines are read. @param shape without it there is one number on a line */
export function lineForm({ variables, order }: LineShape = ONE_NUMBER): Form {
  const isOne = variables.length === 1;
  return {
    width: order.length,
    places: variables.map((_, variable) => order.indexOf(variable)),
    scan: scanLine,
    encoding: 'latin1',
    cellsOf: (text) => (isOne ? [text.replace(/\r?\n$/, '')] : wordsOf(text)),
    faultOf(words, text, isFirst) {
      const fault = faultOfWords(words, variables);
      const hint = isOne ? tableHint : pointHint;
      return fault && (() => fault() + (isFirst ? hint(text, variables) : ''));
    },
    tooLong: 'not a number:',
  };
}

/** How the records are read, if rows begin with them as the table says. */
export function tableForm(table: Table): Form {
  const { names, places, delimiter, kept } = table;
  return {
    width: names.length,
    places,
    kept,
    scan: cellScanner(delimiter),
    encoding: 'utf8',
    cellsOf: (text) => cellsOf(text, delimiter),
    faultOf: (cells) => faultOfCells(cells, table),
    tooLong: 'a record is',
  };
}

/** @returns how to say what is wrong with a record */
function faultOfCells(cells: readonly string[], { names, places }: Table): Fault {
  if (cells.length !== names.length) {
    if (cells.length === 1 && cells[0]?.trim() === '') return () => 'this line is empty';
    const [verb, found] =
      cells.length === 1 ? ['is', '1 cell'] : ['are', `${String(cells.length)} cells`];
    const columns = names.length === 1 ? '1 column' : `${String(names.length)} columns`;
    return () => `there ${verb} ${found} here, and the table has ${columns}`;
  }
  const wrong = places.find((place) => !Number.isFinite(readNumber(cells[place] as string)));
  if (wrong === undefined) return undefined;
  const where = places.length === 1 ? '' : `in the column ${names[wrong] as string}: `;
  return () => where + numberFault(cells[wrong] as string).message;
}

/** @returns how to say what is wrong with what should be a number for each variable */
function faultOfWords(words: readonly string[], variables: readonly string[]): Fault {
  if (words.length !== variables.length) {
    if (words.length === 0) return () => 'this line is empty';
    return () => {
      const found = words.length === 1 ? 'is 1 number' : `are ${String(words.length)} numbers`;
      return `there ${found} here, and there are ${String(variables.length)} variables: ${variables.join(', ')}`;
    };
  }
  const wrong = words.find((word) => !Number.isFinite(readNumber(word)));
  return wrong === undefined ? undefined : () => numberFault(asReadable(wrong)).message;
}

/** A hint if the first line looks like that of a table or of JSON. */
function tableHint(line: string, variables: readonly string[]): string {
  const json = jsonHint(variables, line);
  if (json !== undefined) return `.${json}`;
  if (/\r(?!\n|$)/.test(line)) {
    return ". Lines end with LF, and this one has a CR in it: tr '\\r' '\\n' < FILE > NEW_FILE";
  }
  const leading = line.trim() === '' ? undefined : leadingLineHint(line);
  if (leading !== undefined) return `.${leading}`;
  const names = line.split(/[,;\t]/).map((cell) => cell.trim());
  const [first, second] = names as [string, string?];
  const isName = /^"?[A-Za-z_]/.test(first);
  if (second === undefined && isConstant(first)) {
    return '; in files and pipes numbers are plain decimals';
  }
  // As of nan, of which it is said already that it is no finite number.
  if (second === undefined && numberFault(first).message.includes('; ')) return '';
  if (!isName && second === undefined) return '';
  const some = /^\w{1,30}$/.test(first) && isName ? first : '1';
  const column = variables.find((name) => names.includes(name)) ?? some;
  return `; of a table say which column x is, as in --column ${column}`;
}

/** A hint if the first of several points looks like something else; empty if it does not. */
export function pointHint(line: string, variables: readonly string[]): string {
  const isEmpty = line.trim() === '';
  const hint = jsonHint(variables, line) ?? (isEmpty ? undefined : leadingLineHint(line));
  const found = hint ?? separatorHint([line.trim()]);
  return found === undefined ? '' : `.${found}`;
}

/** The bytes as UTF-8 where they are that, for a message. */
function asReadable(latin1: string): string {
  const utf8 = Buffer.from(latin1, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? latin1 : utf8;
}
