// Part of `npm run build`: the modules of a program, with those of its dependencies, in a few files.
//
// A program has its modules in a table, each a function by its path, called when the module is first required. This
// is written here, as bundlers know no modules that wait: of 440 modules a derivative at one point
// needs 180, and to read, compile and evaluate the others would take 7 to 10 ms of each start.
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { transformSync } from 'esbuild';

/**
 * Commander asks for child_process at its top, for commands that are other programs: we have none, and Node
 * would load all of its streams and its net, 5 ms of each start. And as a module, `process` is
 * read as a whole, which opens standard output as a stream.
 */
const SPARED = {
  'node_modules/commander/lib/command.js': {
    'node:child_process': '{}',
    'node:process': 'globalThis.process',
  },
};

/** What esbuild writes for an import of the compiler, and for any other. */
const IMPORTED = /\bconst (\w+_\d+)=require\("([^"]+)"\);/g;
const REQUIRED = /\brequire\("([^"]+)"\)/g;

/**
 * Modules and all that they require, by their paths in the package: the code of each, without comments and in ASCII,
 * and the paths of what it requires. V8 reads ASCII in half of the time, and keeps it in half of the memory.
 *
 * @param root the package
 * @param entries the paths of the first modules
 * @param outside the packages that are not packed, but looked up in node_modules when they are needed
 */
export function modulesOf(root, entries, outside) {
  const modules = new Map();
  const isOutside = (name) =>
    isBuiltin(name) || outside.some((other) => name === other || name.startsWith(`${other}/`));
  const add = (file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    if (modules.has(path)) return path;
    const required = new Map();
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: file.endsWith('.json') ? 'json' : 'js',
      format: 'cjs',
      target: 'node20',
      minifyWhitespace: true,
    });
    const codeOf = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    modules.set(path, { code: code.replace(/[^\0-\x7f]/g, codeOf), required });
    for (const [, name] of code.matchAll(REQUIRED)) {
      const isLeft = isOutside(name) || SPARED[path]?.[name] !== undefined;
      if (!isLeft) required.set(name, add(createRequire(file).resolve(name)));
    }
    return path;
  };
  for (const entry of entries) add(join(root, entry));
  return modules;
}

/**
 * A module as a method of the table.
 *
 * @param isAtHand whether a module that it imports may be evaluated together with it; any other is when
 *   something of it is first used. Not all wait, as streams would take a tenth longer.
 */
function methodOf(path, { code, required }, isAtHand) {
  const waiting = [];
  let text = code.replace(IMPORTED, (statement, alias, name) => {
    if (!required.has(name) || isAtHand(required.get(name))) return statement;
    waiting.push(alias);
    return `let ${alias}_;const ${alias}=()=>${alias}_??=require("${name}");`;
  });
  for (const alias of waiting) {
    text = text
      .replace(new RegExp(`\\bnew ${alias}\\.(\\w+)`, 'g'), `new(${alias}().$1)`)
      .replace(new RegExp(`\\b${alias}\\.`, 'g'), `${alias}().`);
  }
  text = text.replace(REQUIRED, (call, name) => {
    const other = required.get(name);
    return SPARED[path]?.[name] ?? (other === undefined ? call : `load(${JSON.stringify(other)})`);
  });
  return `${JSON.stringify(path)}(exports,module,load){${text}}`;
}

/** The table of some modules. */
export function tableOf(modules, paths, isAtHand) {
  const methods = paths.map((path) => methodOf(path, modules.get(path), isAtHand));
  return `{${methods.join(',\n')}}`;
}

/**
 * A program, which exports what evaluates a module of it: the launcher says which, and how the other files are read.
 *
 * @param table of some modules
 * @param files those that export the tables of the others, read one after the other until they have the
 *   module that is required
 */
export function programOf(table, files = []) {
  return `const modules=${table},loaded=new Map(),files=${JSON.stringify(files)};
function load(path){
let module=loaded.get(path);
if(module===undefined){
loaded.set(path,module={exports:{}});
while(modules[path]===undefined)Object.assign(modules,load.file(files.shift()??'./'+path));
modules[path](module.exports,module,load);
}
return module.exports;
}
load.file=require;
module.exports=load;
`;
}
