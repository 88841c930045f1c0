/**
 * @file Mutants that no test can or need notice, in left.txt: a reason, below it the files it holds in, and below
 * each the lines, as they stand there, with what the mutant has in a place: «before → after». They are judged like
 * all others; what is listed is only not named again.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants';

/** A mutant that is listed, by the text of its line. */
export interface Left extends Omit<Mutant, 'line'> {
  readonly line: string;
}

const MARK = /«([^»]*)»/g;
/** What a mark holds, and what may stand in its place. */
const partsOf = (mark: string): string[] => mark.split(/ → ?/);

function listed(text: string): readonly Left[] {
  let file = '';
  return text.split('\n').flatMap((row) => {
    const [indent = ''] = /^ */.exec(row) ?? [];
    if (indent.length === 2) file = row.trim();
    if (indent.length < 4) return [];
    const line = row.trim().replaceAll(MARK, (_, mark: string) => partsOf(mark)[0] ?? '');
    return [...row.matchAll(MARK)].flatMap(([, mark = '']) => {
      const [before = '', ...others] = partsOf(mark);
      return others.map((after) => ({ file, line, before, after }));
    });
  });
}

export const LEFT = listed(readFileSync(join(__dirname, 'left.txt'), 'utf8'));
