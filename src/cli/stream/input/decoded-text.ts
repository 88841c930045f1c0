/** @file Bytes of a file as text, in which nothing of them is lost; see report/formats/raw-bytes.ts. */

import { isUtf8 } from 'node:buffer';
import { RAW_BYTE } from '../../../core/text/quote';

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
