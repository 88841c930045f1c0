/** @file What is said of input in formats that are not read. */

import { UsageError } from '../../errors';

/** Any byte but 0: what every second byte of Latin letters and digits is in UTF-16. */
const NOT_ZERO = -1;

interface Signature {
  readonly bytes: readonly number[];
  /** The error message; without it these bytes are skipped. */
  readonly message?: string;
}

/** The text of a whole file. @throws UsageError where it is in another encoding, or no text */
export function textOfFile(bytes: Buffer): string {
  return bytes.toString('utf8', bytesBeforeText(bytes, bytes.length));
}

const ICONV = (encoding: string): string =>
  `the input is UTF-16, and UTF-8 is read: iconv -f ${encoding} -t UTF-8 FILE > NEW_FILE`;

const SIGNATURES: readonly Signature[] = [
  { bytes: [0xef, 0xbb, 0xbf] },
  { bytes: [0xff, 0xfe], message: ICONV('UTF-16') },
  { bytes: [0xfe, 0xff], message: ICONV('UTF-16') },
  { bytes: [NOT_ZERO, 0, NOT_ZERO, 0], message: ICONV('UTF-16LE') },
  { bytes: [0, NOT_ZERO, 0, NOT_ZERO], message: ICONV('UTF-16BE') },
  { bytes: [0x1f, 0x8b], message: 'the input is compressed: gunzip -c FILE > NEW_FILE' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    message: 'the input is a ZIP archive, as spreadsheets are: save the table as CSV',
  },
];

/**
 * How many bytes come before the text: a byte order mark, or none. Undefined where that takes more
 * bytes than there are.
 *
 * @throws UsageError where it is another encoding, or no text
 */
export function bytesBeforeText(bytes: Uint8Array, length: number): number | undefined {
  let isDecided = true;
  for (const { bytes: signature, message } of SIGNATURES) {
    const known = Math.min(length, signature.length);
    const fits = (wanted: number, i: number): boolean =>
      wanted === NOT_ZERO ? bytes[i] !== 0 : bytes[i] === wanted;
    if (!signature.slice(0, known).every(fits)) continue;
    if (known < signature.length) {
      isDecided = false;
    } else if (message === undefined) {
      return signature.length;
    } else {
      throw new UsageError(`line 1: ${message}`);
    }
  }
  return isDecided ? 0 : undefined;
}

/** A hint if a first line is that of JSON: of an array of objects, or of an object a line. @param names what is wanted */
export function jsonHint(names: readonly string[], line: string): string | undefined {
  const isArray = /^\[\s*(?:\{|$)/.test(line);
  const [brackets] = /^\[\s*\[?(?=\s*[-\d])/.exec(line) ?? [];
  if (brackets !== undefined && names.length === 1) {
    return " The input is JSON: jq '.[]' FILE makes of it a number a line, for --x -";
  }
  if (brackets !== undefined) {
    const each = brackets.endsWith('[') && brackets.length > 1 ? '.[] | ' : '';
    return ` The input is JSON: jq -r '${each}@tsv' FILE makes of it a point a line, for --at -`;
  }
  if (!isArray && !line.startsWith('{"')) return undefined;
  const keys = names.map((name) => (/^[A-Za-z]\w*$/.test(name) ? `.${name}` : '.NAME'));
  const each = isArray ? '.[] | ' : '';
  const made =
    keys.length === 1
      ? `jq '${isArray ? '.[]' : ''}${keys.join()}' FILE makes of it a number a line, for --x -`
      : `jq -r '${each}[${keys.join(', ')}] | @tsv' FILE makes of it a point a line, for --at -`;
  return ` The input is JSON, and a table is CSV or TSV: ${made}`;
}

/** Separators that other tables have, and the arguments of `tr` that make tabs of them. */
const SEPARATORS: readonly (readonly [sign: string, name: string, tr: string])[] = [
  [';', 'semicolons', "tr ';' '\\t'"],
  ['|', 'bars', "tr '|' '\\t'"],
  [' ', 'blanks', "tr -s ' ' '\\t'"],
  [':', 'colons', "tr ':' '\\t'"],
];

/**
 * A hint if cells seem to be separated by something else than commas and tabs.
 *
 * @param wanted a column: a name may have blanks and colons in it, unless this is one of the pieces between them
 */
export function separatorHint(
  [name = '', second]: readonly string[],
  wanted = '',
): string | undefined {
  if (second !== undefined) return undefined;
  const separates = ([sign]: (typeof SEPARATORS)[number]): boolean => {
    const pieces = name.trim().split(sign);
    return pieces.length > 1 && (';|'.includes(sign) || pieces.includes(wanted));
  };
  const found = SEPARATORS.find(separates);
  if (found === undefined) return undefined;
  const [sign, signs, tr] = found;
  const decimals = sign === ';' ? "; with decimal commas tr ';,' '\\t.'" : '';
  return ` Cells are separated by commas or tabs, these by ${signs}: ${tr} < FILE > NEW_FILE${decimals}`;
}

/** A hint if the first line is none with names: empty, a comment, or one for spreadsheets. */
export function leadingLineHint(line: string): string | undefined {
  if (line.trim() === '') return ' Line 1 is empty: grep . FILE > NEW_FILE leaves such lines out';
  if (/^\s*#/.test(line)) {
    return " Line 1 is a comment: grep -v '^#' FILE > NEW_FILE leaves such lines out";
  }
  return /^"?sep=.?"?\s*$/i.test(line)
    ? ' Line 1 is for spreadsheets only: tail -n +2 FILE > NEW_FILE leaves it out'
    : undefined;
}

/** A hint if a name that is no ASCII is looked for in a text that is not in UTF-8, as `decodedText` reads it. */
export function encodingHint(name: string, text: string): string | undefined {
  if (!/[^\0-\x7f]/.test(name) || !/[\udc80-\udcff]/u.test(text)) return undefined;
  return ' The table is not in UTF-8; if it comes from Windows: iconv -f CP1252 -t UTF-8 FILE > NEW_FILE';
}
