/** Writing of files, on real ones. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { IoError } from '../../../src/cli/process/io';
import { processIo } from '../../../src/cli/process/process-io';
import { testWith } from '../../support/machine';
import { tempFolder } from '../../support/temp-folder';

const folder = tempFolder();
let directory: string;
const at = (...names: string[]): string => join(directory, ...names);

beforeEach(() => {
  directory = mkdtempSync(join(folder, 'one-'));
});

afterEach(() => {
  const left = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.includes('.tmp'))).toEqual([]);
});

describe('writeFile', () => {
  test('makes a new file, with the permissions that the user wants of new files', async () => {
    await processIo.writeFile(at('new.svg'), 'é\n');
    expect(readFileSync(at('new.svg'), 'utf8')).toBe('é\n');
    writeFileSync(at('usual'), '');
    expect(statSync(at('new.svg')).mode).toBe(statSync(at('usual')).mode);
  });

  test('replaces a file, keeps its mode, and leaves what another name of it has', async () => {
    writeFileSync(at('a.svg'), 'old, and longer');
    chmodSync(at('a.svg'), 0o640);
    linkSync(at('a.svg'), at('b.svg'));
    await processIo.writeFile(at('a.svg'), 'new');
    expect(readFileSync(at('a.svg'), 'utf8')).toBe('new');
    expect(statSync(at('a.svg')).mode & 0o7777).toBe(0o640);
    expect(readFileSync(at('b.svg'), 'utf8')).toBe('old, and longer');
  });

  test('writes a megabyte and an empty text whole', async () => {
    const text = 'x'.repeat(1 << 20);
    await processIo.writeFile(at('large'), text);
    expect(statSync(at('large')).size).toBe(text.length);
    await processIo.writeFile(at('large'), '');
    expect(statSync(at('large')).size).toBe(0);
  });

  test('follows symbolic links, also of links, and those that lead to no file yet', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('folder', 'there'), 'old');
    symlinkSync('folder/there', at('link'));
    symlinkSync('link', at('link-to-link'));
    symlinkSync('folder/not-yet', at('dangling'));
    for (const [link, target] of [
      ['link-to-link', 'there'],
      ['dangling', 'not-yet'],
    ] as const) {
      await processIo.writeFile(at(link), `through ${link}`);
      expect(readFileSync(at('folder', target), 'utf8')).toBe(`through ${link}`);
      expect(lstatSync(at(link)).isSymbolicLink()).toBe(true);
    }
    expect(readlinkSync(at('link-to-link'))).toBe('link');
  });

  test('removes what killed runs of this machine have left, and nothing of runs that go on, or of others', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '0']);
    const nameOf = (host: string, pid: number, i = 1): string =>
      `.dezero-cli-${host}-${String(pid)}-${String(i)}.tmp`;
    const killed = [nameOf(hostname(), dead, 1), nameOf(hostname(), dead, 2)];
    const others = [
      nameOf('elsewhere', dead),
      nameOf(hostname(), process.ppid),
      `x${nameOf(hostname(), dead)}`,
    ];
    for (const name of [...killed, ...others]) writeFileSync(at(name), 'half');
    await processIo.writeFile(at('a.svg'), 'whole');
    expect(readdirSync(directory).sort()).toEqual([...others, 'a.svg'].sort());
    for (const name of others) rmSync(at(name));
  });

  test('passes by names that are taken', async () => {
    const left = at(`.dezero-cli-${hostname()}-${String(process.pid)}-1.tmp`);
    writeFileSync(left, 'half');
    await processIo.writeFile(at('a.svg'), 'whole');
    expect([readFileSync(at('a.svg'), 'utf8'), readFileSync(left, 'utf8')]).toEqual([
      'whole',
      'half',
    ]);
    rmSync(left);
  });

  test('takes away the listeners to signals that it needs', async () => {
    const count = (): number => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const before = count();
    await processIo.writeFile(at('a.svg'), 'text');
    await expect(processIo.writeFile(at('none/a.svg'), 'text')).rejects.toThrow(IoError);
    expect(count()).toBe(before);
  });

  const fails = async (path: string, reason: string): Promise<void> => {
    const failure = await processIo.writeFile(path, 'text').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(IoError);
    expect((failure as IoError).message).toBe(`cannot write '${path}': ${reason}`);
  };

  test('says what is wrong with a place', async () => {
    mkdirSync(at('folder'));
    symlinkSync('loop', at('loop'));
    writeFileSync(at('file'), '');
    await fails(at('none/a.svg'), 'ENOENT: no such file or directory');
    await fails(at('folder'), 'EISDIR: illegal operation on a directory');
    await fails(at('file/a.svg'), 'ENOTDIR: not a directory');
    await fails(at('a.svg/'), 'ENOTDIR: not a directory');
    await fails(at('loop'), 'ELOOP: too many symbolic links encountered');
    expect(existsSync(at('a.svg'))).toBe(false);
  });

  testWith('/dev/full')('writes to a device, and says when it is full', async () => {
    await processIo.writeFile('/dev/null', 'text');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    await fails('/dev/full', 'ENOSPC: no space left on device');
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});
