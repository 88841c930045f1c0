/** @file README.md and the pages of docs: their examples, the files that they show, their links. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { REPOSITORY } from '../support/program';

/** The pages by their paths in the repository; their examples are all run. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(REPOSITORY, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export function readPage(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

/** One command of a console block, with the output that the page shows. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

export const CONSOLE_BLOCK = /```console\n([\s\S]*?)```/g;
const SOURCE_BLOCK =
  /```(?:js|ts|python|cpp|rust|r|awk|make|yaml)\n(?:\/\/|#) (\S+)\n([\s\S]*?)```/g;
const ANY_BLOCK = /^```[\s\S]*?^```/gm;

/** The examples of each console block. */
export function examplesOf(page: string): Example[][] {
  return [...page.matchAll(CONSOLE_BLOCK)].map(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const end = text.indexOf('\n');
        return { command: text.slice(0, end), output: text.slice(end + 1) };
      }),
  );
}

/** The files that the page shows, by the name in their first line. */
export function filesOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(SOURCE_BLOCK)].map(([, name = '', text = '']) => [name, text]));
}

/** Where a link leads: a path in the repository, and what stands behind # in it. */
export interface Link {
  readonly path: string;
  readonly anchor: string;
}

/** The links of a page to files of the repository and to headings, its own too. */
export function linksOf(path: string): Link[] {
  const text = readPage(path).replaceAll(ANY_BLOCK, '');
  return [...text.matchAll(/\]\(([^)#:\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, target = '', anchor = '']) => ({
      path: target === '' ? path : normalize(join(dirname(path), target)),
      anchor,
    }),
  );
}

/** The anchors that GitHub makes of the headings of a page. */
export function anchorsOf(path: string): string[] {
  const text = readPage(path).replaceAll(ANY_BLOCK, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
