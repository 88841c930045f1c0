/**
 * @file A file that is written as a whole: whatever happens, it is the old one or the new one, never a part.
 *
 * By hand in 170 lines: write-file-atomic, with what it needs 370 lines, puts a file in the place of a
 * pipe or a device, and replaces a file that the user may not write. Loaded only where --output is given.
 */

import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readNumber } from '../../core/text/parse-number';
import { writeAll } from './descriptor';
import { beforeEndingSignals } from './ending-signals';
import { errorCode } from './io';

// The global, never an import of node:process: that would open stdout as a stream.
const { process } = globalThis;

/**
 * Writes the text into a temporary file beside the target, which then takes the target's place, its
 * mode and, where that is allowed, its owner. A symbolic link is followed; a device or a pipe, which
 * cannot be replaced, is written to.
 *
 * @throws the error of the system
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old !== undefined && !old.isFile()) {
    writeDirectly(path, text);
    return;
  }
  // To rename onto a file needs no permission to write it, but the user expects that it does.
  if (old !== undefined) accessSync(path, constants.W_OK);
  const target = followed(path);
  await beforeSignals(() => {
    removeLeftBehind(dirname(target));
    const temporary = openTemporary(dirname(target));
    try {
      fill(temporary.descriptor, text, old);
      renameSync(temporary.path, target);
    } catch (error) {
      rmSync(temporary.path, { force: true });
      throw error;
    }
  });
}

/** The target of symbolic links, also of those that lead to no file yet. */
function followed(path: string): string {
  for (let place = path; ; place = resolve(realpathSync(dirname(place)), readlinkSync(place))) {
    try {
      return realpathSync(place);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      const isLink = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
      if (!isLink) return place;
    }
  }
}

function writeDirectly(path: string, text: string): void {
  const descriptor = openSync(path, 'w');
  try {
    writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** The names to try: if so many are taken, others would be too. */
const MOST_NAMES = 1000;
/** The name has the machine, as others may write into the same folder, and the process, which may still be running. */
const TEMPORARY = /^\.dezero-cli-(.*)-(\d+)-\d+\.tmp$/;

/** Removes files of runs on this machine that were killed before they could clean up. */
function removeLeftBehind(directory: string): void {
  const ours = hostname();
  for (const name of readableNames(directory)) {
    const [, host, owner = ''] = TEMPORARY.exec(name) ?? [];
    if (host !== ours || isRunning(readNumber(owner))) continue;
    try {
      rmSync(join(directory, name), { force: true });
    } catch {
      // The file belongs to another user; the target can be written all the same.
    }
  }
}

/** The names in a folder; none in one that may be written but not read. */
function readableNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** A new file of our own. */
function openTemporary(directory: string): { path: string; descriptor: number } {
  for (let i = 1; ; i++) {
    const name = `.dezero-cli-${hostname()}-${String(process.pid)}-${String(i)}.tmp`;
    const path = join(directory, name);
    try {
      return { path, descriptor: openSync(path, 'wx') };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || i === MOST_NAMES) throw error;
    }
  }
}

/** Writes all of it to the disk, and closes the descriptor. */
function fill(descriptor: number, text: string, old: Stats | undefined): void {
  try {
    writeAll(descriptor, text);
    if (old !== undefined) {
      keepOwner(descriptor, old);
      fchmodSync(descriptor, old.mode & 0o7777);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only root may give a file away; everyone else's new file is their own. */
function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  const ours = fstatSync(descriptor);
  if (ours.uid === uid && ours.gid === gid) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error;
  }
}

/**
 * Runs the action; a signal that comes meanwhile ends the process afterwards. Signals reach Node between its turns: two of
 * them are waited for, as the first may have begun already.
 */
async function beforeSignals(action: () => void): Promise<void> {
  const release = beforeEndingSignals(() => undefined);
  try {
    action();
  } finally {
    for (let turn = 0; turn < 2; turn++) await new Promise((done) => setImmediate(done));
    release();
  }
}
