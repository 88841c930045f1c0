/**
 * @file Bytes that are not UTF-8, kept through a string: each becomes a lone surrogate, U+DC80 to
 * U+DCFF, which no text in UTF-8 has, and a byte again (PEP 383).
 */

import { isUtf8 } from 'node:buffer';
import { RAW_BYTE } from '../../core/text/quote';

/** With the flag u these match lone surrogates only, not halves of pairs. */
const RAW_BYTES = /[\udc80-\udcff]/u;
const EACH_RAW_BYTE = /[\udc80-\udcff]/gu;

export function hasRawBytes(text: string): boolean {
  return RAW_BYTES.test(text);
}

/** A character in UTF-8, or else one byte, of bytes as Latin-1. */
const CHARACTER =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** The text, in which nothing of the bytes is lost. */
export function decodedText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes.toString('latin1').replace(CHARACTER, (character) => {
    const isRaw = character.length === 1 && character > '\x7f';
    if (isRaw) return String.fromCharCode(RAW_BYTE + character.charCodeAt(0));
    return Buffer.from(character, 'latin1').toString('utf8');
  });
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

/** The text with the replacement character for each raw byte. */
export function withoutRawBytes(text: string): string {
  return text.replace(EACH_RAW_BYTE, '\ufffd');
}
