/** @file The same arguments in every run. */

import { randomWords } from '../../support/random';

/** Numbers from -2 to 2 in a fixed order, all different for the first 2^32. */
function generator(): () => number {
  const word = randomWords(20261123);
  return () => {
    const each = word();
    return (each / 2 ** 32) * 4 - 2 + each / 2 ** 62;
  };
}

export function numbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, generator());
}

function significantDigits(text: string): number {
  return text.replace(/e.*|[-.]/g, '').replace(/^0+/, '').length;
}

/** Numbers whose shortest text has 16 or 17 digits, one a line: the most there is to read and write. */
export function longNumberLines(count: number): string {
  const next = generator();
  const lines: string[] = [];
  while (lines.length < count) {
    const text = String(next());
    if (significantDigits(text) >= 16) lines.push(text);
  }
  return `${lines.join('\n')}\n`;
}
