/** @file A user's module, loaded from an explicit path and from nowhere else. */

import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DezeroError } from '../../core/text/errors';
import { quote } from '../../core/text/quote';
import { UsageError } from '../errors';
import { prepareForForeignCode } from './foreign-code';
import { attempt, errorCode, type Io, IS_DIRECTORY } from './io';
import { loadFailure } from './load-failure';

type Exports = Readonly<Record<string, unknown>>;

const EXTENSIONS = ['.mjs', '.js', '.cjs', '.ts'];

/** As `Io.importModule` promises. */
export async function importModule(path: string, io: Io): Promise<Exports> {
  const extension = extname(path);
  if (!EXTENSIONS.includes(extension)) {
    throw new UsageError(
      `--module: ${quote(path)} is no path of a module, a file that ends in ${EXTENSIONS.join(', ')}`,
    );
  }
  const file = resolve(path);
  checkFile(path, file);
  prepareForForeignCode(io);
  const tsNode = extension === '.ts' ? findTsNode(file) : undefined;
  if (extension === '.ts' && tsNode === undefined && !hasTypeScript()) {
    throw new UsageError(NEEDS_TS_NODE);
  }
  try {
    if (tsNode !== undefined) return requireTypeScript(file, tsNode);
    return (await import(pathToFileURL(file).href)) as Exports;
  } catch (error) {
    throw new DezeroError('bad-module', `the module ${quote(path)} ${loadFailure(error, path)}`);
  }
}

/** @throws IoError unless it is a file */
function checkFile(path: string, file: string): void {
  attempt(`cannot read the module ${quote(path)}`, () => {
    if (statSync(file).isDirectory()) throw new Error(IS_DIRECTORY);
  });
}

const NEEDS_TS_NODE =
  '--module: this Node cannot read TypeScript by itself: npm install ts-node typescript@6';

/** Whether this Node strips types itself, as it does from 22.18 on. */
function hasTypeScript(): boolean {
  const { features } = globalThis.process as { features: { typescript?: unknown } };
  return Boolean(features.typescript);
}

interface TsNode {
  readonly register: (options: object) => void;
}

/** The ts-node beside the module, or else beside us; the user's choice is the nearer one. */
function findTsNode(file: string): TsNode | undefined {
  for (const place of [file, __filename]) {
    try {
      return createRequire(place)('ts-node') as TsNode;
    } catch (error) {
      if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** Types are not checked: that is for the user's editor. */
function requireTypeScript(file: string, tsNode: TsNode): Exports {
  tsNode.register({
    transpileOnly: true,
    skipProject: true,
    compilerOptions: { module: 'CommonJS', target: 'ES2022', esModuleInterop: true },
    // TypeScript 6 warns of what ts-node itself sets.
    ignoreDiagnostics: [5101, 5107],
    moduleTypes: { '**/*': 'cjs' },
  });
  return createRequire(file)(file) as Exports;
}
