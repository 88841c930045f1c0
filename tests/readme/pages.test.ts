/** README.md, CONTRIBUTING.md and docs as a whole: their length, their links, what is generated. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';
import { runMain, words } from '../support/run-main';
import { TABLE_PAGE, withTable } from './function-table';
import { anchorsOf, examplesOf, linksOf, PAGES, readPage } from './page';

/** A page that is read in one go; docs have the rest. */
const README_LINES = 300;

/** The columns of the table of checkers; tests/measure/checkers/checkers.py has one more, the right square. */
const COMPARED = [
  '--define f(x)=x*exp(-x);exp(-x)*(1-x)*1.001 --chain f --x 0.5',
  '--define f(x)=x*exp(-x);exp(-x)*(1-x)*1.000001 --chain f --x 0.5',
  '--define f(x)=exp(x*x)^2;4*x*exp(2*x*x) --chain f --x 1e-12',
  '--define f(x)=x*x;3*x --chain f --x 1e-12',
  '--chain relu --x 0',
  '--define f(x)=log(x);1/x --chain f --x -1',
  '--define f(x)=tanh(x);1-tanh(x)^2 --chain f --x 20',
];

test("README.md is short, and has the newcomer's two commands", () => {
  const readme = readPage('README.md');
  expect(readme.split('\n').length - 1).toBeLessThanOrEqual(README_LINES);
  expect(readme).toContain('npm install && npx dezero-cli diff --chain square,exp,square --x 0.5');
  expect(readme).toMatch(/^npm cit\b/m);
  expect(examplesOf(readme).length).toBeGreaterThanOrEqual(8);
});

test('README.md leads to every page', () => {
  const linked = new Set(linksOf('README.md').map(({ path }) => path));
  expect(PAGES.filter((path) => path !== 'README.md' && !linked.has(path))).toEqual([]);
});

test('every page with examples has a test of its own, so that they run side by side', () => {
  const untested = PAGES.filter((path) => examplesOf(readPage(path)).length > 0).filter((path) => {
    const name = path.replace(/^docs\//, '').replace(/\.md$/, '');
    return !existsSync(join(__dirname, `${name}.test.ts`));
  });
  expect(untested).toEqual([]);
});

test.each(PAGES)('%s links to files and headings that are there', (page) => {
  const broken = linksOf(page).filter(({ path, anchor }) => {
    if (!existsSync(join(REPOSITORY, path))) return true;
    if (anchor === '') return false;
    return statSync(join(REPOSITORY, path)).isDirectory() || !anchorsOf(path).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test('each page of docs opens with what it is for, and lists its headings', () => {
  for (const page of PAGES.filter((path) => path.startsWith('docs/'))) {
    const text = readPage(page);
    expect(text).toMatch(/^# .+\n\n[^#\s-]/);
    const listed = linksOf(page)
      .filter(({ path, anchor }) => path === page && anchor !== '')
      .map(({ anchor }) => anchor);
    const headings = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^## /gm)];
    if (headings.length > 3) expect(new Set(listed).size).toBeGreaterThanOrEqual(headings.length);
  }
});

test('the list of functions is that of the catalogue', () => {
  const page = readPage(TABLE_PAGE);
  expect(page).toContain('<!-- functions: ');
  expect(page).toBe(withTable(page));
});

test('the table of checkers has the verdicts that check gives', async () => {
  const verdicts = [];
  for (const line of COMPARED) {
    const { stdout } = await runMain([...words('check --only verdict'), ...words(line)]);
    verdicts.push(stdout.trimEnd());
  }
  expect(readPage('docs/check.md')).toContain(`| dezero-cli check | ${verdicts.join(' | ')} |`);
});
