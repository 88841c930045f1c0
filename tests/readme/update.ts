/**
 * @file Writes what the program prints and draws now into README.md and docs: npm run readme. With
 * words, only into the pages whose paths have one of them.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';
import { withTable } from './function-table';
import { PAGES, readPage } from './page';
import { withOutputs } from './run';

async function update(words: readonly string[]): Promise<void> {
  for (const path of PAGES) {
    if (words.length > 0 && !words.some((word) => path.includes(word))) continue;
    const { text, pictures } = await withOutputs(withTable(readPage(path)));
    writeFileSync(join(REPOSITORY, path), text);
    for (const [name, picture] of pictures) writeFileSync(join(REPOSITORY, 'docs', name), picture);
  }
}

void update(process.argv.slice(2));
