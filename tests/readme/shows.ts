/** @file The tests of one page: each example is run, and prints what the page shows. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';
import { checkedSvg } from '../support/svg';
import { examplesOf, readPage } from './page';
import { isRunnable, missingFor, PageRunner } from './run';

export function showsWhatIsPrinted(path: string): void {
  const page = readPage(path);
  const blocks = examplesOf(page);
  if (blocks.length === 0) test.skip('has no examples', () => undefined);

  let runner: PageRunner;

  beforeAll(() => {
    runner = new PageRunner(page);
  });

  afterAll(() => {
    runner.end();
  });

  test.each(blocks.map((block) => [block[0]?.command ?? '', block] as const))(
    'shows what the program prints: %s',
    async (_, block) => {
      const { outputs, pictures } = await runner.run(block);
      for (const [i, example] of block.entries()) {
        if (!isRunnable(example)) continue;
        expect(`$ ${example.command}\n${outputs[i] ?? ''}`).toBe(
          `$ ${example.command}\n${example.output}`,
        );
      }
      for (const [name, picture] of pictures) {
        expect(page).toMatch(new RegExp(`!\\[[^\\]]+\\]\\((?:docs/)?${name}\\)`));
        expect(readFileSync(join(REPOSITORY, 'docs', name), 'utf8')).toBe(picture);
        checkedSvg(picture);
      }
    },
  );

  for (const example of blocks.flat().filter((example) => !isRunnable(example))) {
    test.skip(`${example.command} (needs ${missingFor(example).join(', ')})`, () => undefined);
  }
}
