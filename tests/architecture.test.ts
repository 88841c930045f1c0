import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SOURCE = join(__dirname, '../src');

/** Each room may import itself and the rooms after it. */
const ROOMS = ['cli', 'report', 'lesson', 'functions', 'core', 'math'];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort();

/** The files of ours that a file imports or requires, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const paths = [...text.matchAll(/(?:from|require\(|import\()\s*'(\.[^']*)'/g)].map(
    ([, path = '']) => relative(SOURCE, resolve(SOURCE, dirname(file), path)),
  );
  return paths
    .filter((path) => !path.endsWith('.json'))
    .map((path) => (files.includes(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts')));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const roomOf = (file: string): string => file.split('/')[0] ?? '';

test('every import names a file of ours', () => {
  for (const targets of imports.values()) {
    for (const target of targets) expect(files).toContain(target);
  }
  expect([...imports.values()].flat().length).toBeGreaterThan(80);
});

test('imports run cli -> report -> lesson -> functions -> core -> math, never back', () => {
  for (const [file, targets] of imports) {
    if (file === 'index.ts') continue;
    for (const target of targets) {
      expect([file, target, ROOMS.indexOf(roomOf(target)) >= ROOMS.indexOf(roomOf(file))]).toEqual([
        file,
        target,
        true,
      ]);
    }
  }
});

test('imports between the folders of core run in the order that src/README.md gives, never back', () => {
  const [, text = ''] = /The folders of `core` are in an order[^:]*:([^.]*), each above/.exec(
    readFileSync(join(SOURCE, 'README.md'), 'utf8'),
  ) as RegExpExecArray;
  const order = [...text.matchAll(/`([a-z-]+)`/g)].map(([, folder = '']) => folder);
  const folderOf = (file: string): string => file.split('/')[1] ?? '';
  const inCore = files.filter((file) => roomOf(file) === 'core');
  expect(order.toSorted()).toEqual([...new Set(inCore.map(folderOf))].sort());
  for (const file of inCore) {
    const targets = (imports.get(file) ?? []).filter((target) => roomOf(target) === 'core');
    const above = targets.filter(
      (target) => order.indexOf(folderOf(target)) < order.indexOf(folderOf(file)),
    );
    expect([file, above]).toEqual([file, []]);
  }
});

test('the library leads to no command line, and nothing of ours imports the library', () => {
  const rooms = new Set((imports.get('index.ts') ?? []).map(roomOf));
  expect([...rooms].sort()).toEqual(['core', 'functions', 'math']);
  expect([...imports.values()].flat()).not.toContain('index.ts');
});

test('no file imports itself by a detour', () => {
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    expect([file, path.includes(file) ? path : []]).toEqual([file, []]);
    if (finished.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
});

test('only the command line touches the process, descriptors and the packages for terminals', () => {
  for (const file of files.filter((name) => roomOf(name) !== 'cli')) {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    expect([file, /\bprocess\b|'node:|'commander'|'chalk'|\bBuffer\b/.exec(text)?.[0]]).toEqual([
      file,
      undefined,
    ]);
  }
});

test('files are in kebab-case, open with a sentence, and have no default export', () => {
  for (const file of files) {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    expect(file).toMatch(/^([a-z]+(-[a-z]+)*\/)*[a-z]+(-[a-z]+)*\.ts$/);
    expect(file).not.toMatch(/(utils?|types|helpers)\.ts$/);
    expect([file, /^\/\*\*\s+(\* )?@file \S/.test(text)]).toEqual([file, true]);
    expect([file, /export default/.test(text)]).toEqual([file, false]);
  }
});

/** A reader finds a file among so many. */
const MOST_FILES = 20;
const MOST_LINES = 300;

/** What the first column of the table of a page names. */
function foldersIn(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^\|([^|]*)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z/-]+)`/g)])
    .map(([, folder = '']) => folder);
}

test('every folder of tests is described in tests/README.md, unless it mirrors one of src', () => {
  const under = (folder: string): string[] =>
    readdirSync(join(__dirname, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  const folders = under('.').filter((name) => !ROOMS.includes(name));
  expect(foldersIn(join(__dirname, 'README.md')).sort()).toEqual(
    [...folders, ...under('measure')].sort(),
  );
});

test('tests of a room stand in folders that src has, so that npm run mutate finds them by name', () => {
  const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  const folders = tests.filter((name) => name.endsWith('.test.ts')).map((name) => dirname(name));
  const inRooms = [...new Set(folders)].filter((folder) => ROOMS.includes(roomOf(folder)));
  const inSource = new Set(files.flatMap((file) => [dirname(file), roomOf(file)]));
  expect(inRooms.length).toBeGreaterThan(25);
  expect(inRooms.filter((folder) => !inSource.has(folder))).toEqual([]);
});

test('every folder is described in src/README.md, which names no other; none is too large', () => {
  const described = foldersIn(join(SOURCE, 'README.md'));
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((name) => name !== '.');
  expect(described.sort()).toEqual(folders.sort());
  for (const folder of folders) {
    const inside = files.filter((file) => dirname(file) === folder);
    expect([folder, inside.length <= MOST_FILES]).toEqual([folder, true]);
  }
});

test('no file is longer than a reader wants', () => {
  for (const file of files) {
    const lines = readFileSync(join(SOURCE, file), 'utf8').split('\n').length - 1;
    expect([file, lines <= MOST_LINES]).toEqual([file, true]);
  }
});
