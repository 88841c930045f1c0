/** @file Numbers whose digits people group in thousands: `1'234.5`, `1 000`, `1.234,5`. */

/** Signs that stand between thousands, and not between numbers. */
const BETWEEN_THOUSANDS = "['\\u2019\\u00a0\\u2009\\u202f]";

/** Each with its decimals, if there are any, as a group. */
const GROUPED: readonly RegExp[] = [
  new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${BETWEEN_THOUSANDS}\\d{3})+(?:[.,](\\d+))?$`),
  // With blanks these may be several numbers, but none of those begins with 0.
  /^[+-]?[1-9]\d{0,2}(?: \d{3})*? 0\d\d(?: \d{3})*(?:[.,](\d+))?$/,
  /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.(\d+)$/,
  /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,(\d+)$/,
  /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
];

/** The number without what separates its thousands, and with a decimal point; undefined where it has no such groups. */
export function ungrouped(text: string): string | undefined {
  for (const grouped of GROUPED) {
    const match = grouped.exec(text);
    if (match === null) continue;
    const [, decimals] = match;
    const whole = decimals === undefined ? text : text.slice(0, -decimals.length - 1);
    return whole.replace(/[^\d+-]/g, '') + (decimals === undefined ? '' : `.${decimals}`);
  }
  return undefined;
}

/** Whether a number with groups may be two numbers with a comma between them, `1,200.5`. */
export function mayBeTwo(text: string): boolean {
  return /^[+-]?\d+,\d+\.\d+$/.test(text);
}

/** How to write a number with one comma, `0,5` or `1,000`. */
export function withoutComma(text: string): string {
  const mayBeThousands = /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text);
  const point = 'use a point for the decimals, as in 0.5';
  return mayBeThousands ? `${point}, and nothing between thousands` : point;
}
