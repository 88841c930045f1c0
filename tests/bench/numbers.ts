/** @file The same arguments in every run. */

/** Numbers from -2 to 2 in a fixed order, all different for the first 2^32. */
function generator(): () => number {
  let state = 20261123;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 4 - 2 + state / 2 ** 62;
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
