/**
 * @file Whether every function has the same bits under every version of Node: npm run measure -- versions. Each
 * version is installed as a package; the exit status is 1 if two versions differ.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/program';

const VERSIONS = ['20', '22', '24'];
const CACHE = join(REPOSITORY, 'node_modules/.cache/versions');
const TS_NODE = ['node_modules/ts-node/dist/bin.js', '-T', '-P', 'tests/tsconfig.json'];

/** The path of a Node of that version, undefined where the package cannot be had. */
function install(version: string): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(CACHE, version);
  const path = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(path)) {
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    spawnSync('npm', [...args, `${name}@${version}`], { stdio: 'ignore' });
  }
  return existsSync(path) ? path : undefined;
}

function output(node: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: REPOSITORY, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${node} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The digest of each function, by name. */
function digests(node: string): Map<string, string> {
  const lines = output(node, [...TS_NODE, 'tests/measure/versions/digest.ts'])
    .trimEnd()
    .split('\n');
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}

const nodes = [
  process.execPath,
  ...VERSIONS.flatMap((version) => {
    const node = install(version);
    if (node === undefined) console.log(`Node ${version} is not to be had here; it is left out`);
    return node ?? [];
  }),
];
const found = new Map(nodes.map((node) => [output(node, ['--version']).trim(), digests(node)]));
const [first = new Map<string, string>()] = found.values();
for (const [version, own] of found) {
  const different = [...first].filter(([name, digest]) => own.get(name) !== digest);
  const names = different.map(([name]) => name).join(' ');
  console.log(
    `Node ${version}: ${String(own.size)} functions, ` +
      (different.length === 0 ? 'all bits the same' : `other bits in ${names}`),
  );
  if (different.length > 0 || own.size === 0) process.exitCode = 1;
}
if (found.size === 1) {
  console.log('only one version of Node: nothing was compared');
  process.exitCode = 1;
}
