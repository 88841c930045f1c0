/**
 * @file Bytes that are not UTF-8, kept through a string: each becomes a lone surrogate, U+DC80 to
 * U+DCFF, which no text in UTF-8 has, and a byte again (PEP 383).
 */

import { RAW_BYTE } from '../../core/text/quote';

/** With the flag u these match lone surrogates only, not halves of pairs. */
const RAW_BYTES = /[\udc80-\udcff]/u;
/** Each by itself. */
export const EACH_RAW_BYTE = /[\udc80-\udcff]/gu;

export function hasRawBytes(text: string): boolean {
  return RAW_BYTES.test(text);
}

/** The bytes that the text was decoded from. */
export function encodedText(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!hasRawBytes(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    if (hasRawBytes(character)) bytes.push(character.charCodeAt(0) - RAW_BYTE);
    else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}
