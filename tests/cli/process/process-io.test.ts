/** Files and descriptors as the program reads them, in this process. */

import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ioOf } from '../../../src/cli/process/process-io';
import { tempFolder } from '../../support/temp-folder';

const directory = tempFolder();

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** Calls `use` with what is read from a file; its descriptor is closed after it. */
function reading<T>(path: string, use: (io: ReturnType<typeof ioOf>) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(ioOf(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

test('a file is read to its end, and its length is known', () => {
  reading(file('numbers', '1\n2\n'), (io) => {
    const buffer = Buffer.alloc(10);
    expect(io.inputBytes()).toBe(4);
    expect([io.readInput(buffer), buffer.toString('utf8', 0, 4)]).toEqual([4, '1\n2\n']);
    expect(io.readInput(buffer)).toBe(0);
    expect(io.isTerminal('input')).toBe(false);
  });
});

test('a device has no length, and is no terminal', () => {
  reading('/dev/null', (io) => {
    expect([io.inputBytes(), io.isTerminal('input')]).toEqual([undefined, false]);
  });
});

test('a descriptor that is closed is no terminal', () => {
  expect(ioOf(1e6).isTerminal('input')).toBe(false);
});

test('a file takes the place of standard input, a folder or nothing does not', () => {
  const path = file('other', '3\n');
  reading(path, (io) => {
    expect(io.openInput(path).inputBytes()).toBe(2);
    expect(() => io.openInput(directory)).toThrow(/^cannot read '.*': EISDIR: it is a directory$/);
    expect(() => io.openInput(join(directory, 'none'))).toThrow(/^cannot read '.*none': ENOENT/);
    expect(() => ioOf(1e6).readInput(Buffer.alloc(1))).toThrow(/^cannot read standard input: /);
  });
});

test('a file is read as a whole', () => {
  // Longer than one piece.
  const text = 'x'.repeat(1_500_000);
  const io = ioOf(0);
  expect(io.readFile(file('long', text)).toString()).toBe(text);
  expect(() => io.readFile(directory)).toThrow(/^cannot read '.*': EISDIR/);
});

test('a file is written as a whole, or it is said why not', async () => {
  const path = join(directory, 'written');
  await ioOf(0).writeFile(path, 'text');
  expect(readFileSync(path, 'utf8')).toBe('text');
  await expect(ioOf(0).writeFile(join(directory, 'none/file'), '')).rejects.toThrow(
    /^cannot write '.*none\/file': ENOENT/,
  );
});

describe('reading without waiting', () => {
  const tryRead = (path: string): unknown =>
    reading(path, (io) => io.threads?.tryReadInput()?.(Buffer.alloc(10)));

  test('has all of a file, and nothing of a device', () => {
    expect(tryRead(file('three', '3\n'))).toBe(2);
    expect(tryRead('/dev/null')).toBeUndefined();
  });

  test('has nothing of a descriptor that is closed', () => {
    expect(ioOf(1e6).threads?.tryReadInput()).toBeUndefined();
  });

  test('has what is in a pipe, and nothing while that is empty', () => {
    const path = join(directory, 'pipe');
    spawnSync('mkfifo', [path]);
    // For reading and writing, so that nobody waits for the other end.
    const descriptor = openSync(path, 'r+');
    const read = ioOf(descriptor).threads?.tryReadInput();
    const buffer = Buffer.alloc(10);
    const isLinux = process.platform === 'linux';
    expect(read === undefined).toBe(!isLinux);
    expect(read?.(buffer)).toBeUndefined();
    writeFileSync(descriptor, '4\n');
    expect(read?.(buffer)).toBe(isLinux ? 2 : undefined);
    closeSync(descriptor);
  });
});

describe('a module', () => {
  test.each([
    ['my-module', /^--module: 'my-module' is no path of a module/],
    ['./none.mjs', /^cannot read the module '\.\/none\.mjs': ENOENT/],
  ])('%s is refused before anything is run', async (path, message) => {
    await expect(ioOf(0).importModule(path)).rejects.toThrow(message);
  });

  test('is no folder', async () => {
    const path = join(directory, 'folder.mjs');
    mkdirSync(path);
    await expect(ioOf(0).importModule(path)).rejects.toThrow(/EISDIR: it is a directory$/);
  });
});
