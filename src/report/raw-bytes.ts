/**
 * @file Bytes that are not UTF-8, kept through a string: each becomes a lone surrogate, U+DC80 to
 * U+DCFF, which no text in UTF-8 has, and a byte again (PEP 383).
 */

import { isAscii, isUtf8 } from 'node:buffer';

const RAW = 0xdc00;
/** With the flag u none of these is half of a pair. */
const RAW_BYTES = /[\udc80-\udcff]/u;
const EACH_RAW_BYTE = /[\udc80-\udcff]/gu;

/** A character in UTF-8, or else one byte, of bytes as Latin-1. */
const CHARACTER =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** The text, in which nothing of the bytes is lost. */
export function decodedText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes.toString('latin1').replace(CHARACTER, (character) => {
    const isRaw = character.length === 1 && character > '\x7f';
    if (isRaw) return String.fromCharCode(RAW + character.charCodeAt(0));
    return Buffer.from(character, 'latin1').toString('utf8');
  });
}

/** The text of each piece of some bytes, in which nothing of them is lost. */
export function piecesOf(bytes: Buffer): (start: number, end: number) => string {
  if (!isAscii(bytes)) return (start, end) => decodedText(bytes.subarray(start, end));
  const text = bytes.toString('latin1');
  return (start, end) => text.slice(start, end);
}

export function hasRawBytes(text: string): boolean {
  return RAW_BYTES.test(text);
}

/** The bytes that the text was decoded from. */
export function encodedText(text: string): Buffer {
  if (!hasRawBytes(text)) return Buffer.from(text);
  const pieces: Buffer[] = [];
  let start = 0;
  for (const { index } of text.matchAll(EACH_RAW_BYTE)) {
    pieces.push(Buffer.from(text.slice(start, index)), Buffer.of(text.charCodeAt(index) - RAW));
    start = index + 1;
  }
  return Buffer.concat([...pieces, Buffer.from(text.slice(start))]);
}

/** For who cannot have them: the sign for what cannot be read in the place of each. */
export function withoutRawBytes(text: string): string {
  return text.replace(EACH_RAW_BYTE, '\ufffd');
}
