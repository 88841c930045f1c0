import { bytesBeforeText, textOfFile } from '../../../../src/cli/stream/input/other-formats';

const before = (bytes: readonly number[]): number | undefined =>
  bytesBeforeText(Uint8Array.from(bytes), bytes.length);

test.each([
  [[], undefined],
  [[0x31], undefined],
  [[0x31, 0x0a], 0],
  [[0x31, 0x32, 0x33, 0x34], 0],
  [[0xef], undefined],
  [[0xef, 0xbb], undefined],
  [[0xef, 0xbb, 0xbf], 3],
  [[0xef, 0xbb, 0xbf, 0x31], 3],
  [[0xef, 0xbb, 0x31], 0],
  [[0x50, 0x4b], undefined],
  [[0x50, 0x4b, 0x31, 0x0a], 0],
  [[0x1f], undefined],
  [[0x31, 0, 0x32], undefined],
  [[0x31, 0, 0x32, 0x32], 0],
  [[0, 0, 0, 0], 0],
])('before the text in %p come %p bytes', (bytes, expected) => {
  expect(before(bytes)).toBe(expected);
});

// The signatures are those of the Unicode standard (23.8), RFC 1952 and the ZIP specification (4.3.7).
test.each([
  ['UTF-16', Buffer.from('\ufeff1\n', 'utf16le'), 'the input is UTF-16, .*iconv -f UTF-16 -t'],
  ['UTF-16', Buffer.from('\ufeff1\n', 'utf16le').swap16(), 'iconv -f UTF-16 -t'],
  ['UTF-16LE', Buffer.from('1\n', 'utf16le'), 'iconv -f UTF-16LE -t UTF-8 FILE > NEW_FILE$'],
  ['UTF-16BE', Buffer.from('1\n', 'utf16le').swap16(), 'iconv -f UTF-16BE -t UTF-8'],
  ['gzip', Buffer.of(0x1f, 0x8b, 8), 'compressed: gunzip -c FILE > NEW_FILE'],
  ['ZIP', Buffer.from('PK\u0003\u0004'), 'a ZIP archive, as spreadsheets are: save .* as CSV'],
])('%s is told, with how to make it text', (_, bytes, message) => {
  expect(() => bytesBeforeText(bytes, bytes.length)).toThrow(new RegExp(`^line 1: .*${message}`));
});

test('the text of a file is without its byte order mark', () => {
  expect(textOfFile(Buffer.from('\ufeffx'))).toBe('x');
  expect(textOfFile(Buffer.from('xyz'))).toBe('xyz');
  expect(textOfFile(Buffer.from(''))).toBe('');
});
