// How jest runs a module: every suite loads its modules anew, and jest compiles them for each again. The modules
// of src stay here for the suites that follow in the same process, and of all others what V8 has compiled. Node
// forgets it otherwise, as jest passes a callback for `import()`, which works in tests with
// --experimental-vm-modules only, and then not here.
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

/**
 * Modules that a suite has evaluated, by their paths, for those that follow in the same process: neither their
 * evaluation nor what V8 has learned of their functions is wanted again, a third of the processor time of all
 * suites. So what these modules keep is kept between suites too; what a suite spies upon is restored at its end,
 * and `jest.mock` does not reach into them. Not where their files or what counts their lines change: in `--watch`
 * and `--coverage`.
 */
const evaluated = {
  /** Of src and of packages. */
  tested: new Map(),
  /** Of jest within the context, as expect; not what knows the suite and its tests. */
  testing: new Map(),
};
const isKept = {
  tested: (path) => /\/(?:src|node_modules)\//.test(path),
  testing: (path) => !path.includes('/jest-circus/'),
};
/** The one of the suite that is running; modules that are kept ask it for what they load later. */
let running;

class KeepingRuntime extends Runtime {
  /** Those that the suite and jest within it have made. */
  #storages = [];

  #keepsModules;

  constructor(...words) {
    super(...words);
    const { collectCoverage, watch, watchAll } = words.at(-1);
    this.#keepsModules = !(collectCoverage || watch || watchAll);
    running = this;
    const { coreModule, executor, requireBuilder, transformCache } = this;
    requireBuilder.requireDispatch = (from, name) => running.requireModuleOrMock(from, name);
    requireBuilder.requireInternal = (from, name) => running.requireInternalModule(from, name);
    for (const [kind, registry] of this.#registries()) {
      for (const [path, module] of evaluated[kind]) registry.set(path, module);
    }
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

  #registries() {
    const { registries } = this;
    return Object.entries({
      tested: registries.getActiveCjsRegistry(),
      testing: registries.getInternalCjsRegistry(),
    });
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
    if (this.#keepsModules) {
      for (const [kind, registry] of this.#registries()) {
        for (const [path, module] of registry) {
          if (isKept[kind](path)) evaluated[kind].set(path, module);
        }
      }
    }
    super.teardown();
    for (const storage of this.#storages) storage.disable();
  }
}

exports.default = KeepingRuntime;
exports.__esModule = true;
