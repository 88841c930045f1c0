/** @file Blocks printed by the writer of a format, as a string. */

import { Output } from '../../src/cli/stream/output';
import type { Block, Writer } from '../../src/report/formats/format';
import { TextBuffer } from '../../src/report/formats/text-buffer';

export function printBlocks(writer: Writer, ...blocks: readonly Block[]): string {
  let printed = '';
  const output = new Output(writer, {
    writeOutput: (bytes) => void (printed += Buffer.from(bytes as Uint8Array).toString()),
  });
  const text = new TextBuffer();
  for (const block of blocks) {
    writer.rows(block, text);
    output.write({ rows: text.bytes, rowCount: block.length });
    text.clear();
  }
  output.end();
  return printed;
}
