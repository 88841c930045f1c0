/** @file The form of lines with points, and the words of such a line. */

import { numberFault, readNumber } from '../../../core/text/parse-number';
import { asReadable } from './decoded-text';

/** Lines with a number for each variable, separated by white space or a comma. */
export interface LineShape {
  readonly variables: readonly string[];
  /** The index of the variable of each number on a line. */
  readonly order: readonly number[];
}

/** The numbers of a line as they are separated. */
export function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*|\s+/);
}

/** @returns how to say what is wrong with what should be a number for each variable */
export function faultOfWords(
  words: readonly string[],
  variables: readonly string[],
): (() => string) | undefined {
  if (words.length !== variables.length) {
    return () => {
      const found = words.length === 1 ? 'is 1 number' : `are ${String(words.length)} numbers`;
      return `there ${found} here, and there are ${String(variables.length)} variables: ${variables.join(', ')}`;
    };
  }
  const wrong = words.find((word) => !Number.isFinite(readNumber(word)));
  return wrong === undefined ? undefined : () => numberFault(asReadable(wrong)).message;
}
