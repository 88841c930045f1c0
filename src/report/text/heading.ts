/** @file What stands above a page: what it is about, and where. */

import type { Paint } from '../formats/format';
import { proseWidth, wrapped } from './paragraph';
import { shortCall } from './shorten';

/**
 * `square(x) at x = 2, central difference`, broken between words where a terminal is too narrow.
 *
 * @param at the point; without one there is only the name
 * @param rest what else there is to say, which is not highlighted
 */
export function pageHeading(
  { formula, functionCount }: { readonly formula: string; readonly functionCount: number },
  at: string,
  paint: Paint,
  rest = '',
): string {
  const width = proseWidth(paint);
  const name = shortCall(formula, functionCount, '…', width);
  const place = at === '' ? '' : ` at ${at}`;
  const whole = `${name}${place}${rest}`;
  const isBroken = paint.width !== undefined && whole.length > paint.width;
  if (isBroken)
    return wrapped(whole, width)
      .map((line) => `${paint.heading(line)}\n`)
      .join('');
  const painted = at === '' ? '' : ` at ${paint.heading(at)}`;
  return `${paint.heading(name)}${painted}${rest}\n`;
}
