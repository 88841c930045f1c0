// How jest runs a module: every suite loads its modules anew, in a context of its own, and jest compiles
// them for each again. What V8 has compiled is kept here for the suites that follow in the same process,
// which saves 0.1 s of each. Node forgets it otherwise, as jest passes a callback for `import()`, which
// works in tests with --experimental-vm-modules only, and then not here.
//
// What follows tests through their promises, an AsyncLocalStorage, jest makes for each suite and never
// ends: before Node 24 each promise of a suite is handed through those of all suites before it in the same
// process, which took a sixth of the processor time of a hundred small ones. They end with their suite here.
'use strict';

const { statSync } = require('node:fs');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** By the name of the file; with its text, which `--coverage` and `--watch` change. */
const compiled = new Map();

function compile(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  // The text begins in its second line, so that the lines of stack traces are right.
  const wrapped = `(function (${parameters.join(', ')}) {\n${source}\n})`;
  const script = new Script(wrapped, { filename, lineOffset: -1 });
  compiled.set(filename, { source, script });
  return script;
}

/** What a file was transformed to, by its name; anew where the file has changed, as `--watch` sees. */
const transformed = new Map();

function keepTransforms(cache) {
  const anew = cache.transform.bind(cache);
  cache.transform = (filename, options) => {
    const { mtimeMs, size } = statSync(filename);
    const known = transformed.get(filename);
    if (known?.mtimeMs !== mtimeMs || known.size !== size) {
      const code = anew(filename, options);
      transformed.set(filename, { mtimeMs, size, code, entry: cache.transforms.get(filename) });
      return code;
    }
    if (known.entry !== undefined) cache.transforms.set(filename, known.entry);
    const map = known.entry?.sourceMapPath;
    if (map) cache.sourceMaps.set(filename, map);
    return known.code;
  };
}

class KeepingRuntime extends Runtime {
  /** Those that the suite and jest within it have made. */
  #storages = [];

  constructor(...words) {
    super(...words);
    const { coreModule, executor, transformCache } = this;
    keepTransforms(transformCache);
    const required = coreModule.require.bind(coreModule);
    coreModule.require = (name) =>
      /^(?:node:)?async_hooks$/.test(name) ? this.#watched(required(name)) : required(name);
    const anew = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      try {
        return compile(source, filename, executor.injectedModuleParameters).runInContext(context);
      } catch {
        // Jest says what is wrong with the text, or that the suite has ended already.
        return anew(source, filename);
      }
    };
  }

  #watched(hooks) {
    const storages = this.#storages;
    class Watched extends hooks.AsyncLocalStorage {
      constructor(...options) {
        super(...options);
        storages.push(this);
      }
    }
    return { ...hooks, AsyncLocalStorage: Watched };
  }

  teardown() {
    super.teardown();
    for (const storage of this.#storages) storage.disable();
  }
}

exports.default = KeepingRuntime;
exports.__esModule = true;
