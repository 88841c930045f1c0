// How jest runs a module: every suite loads its modules anew, in a context of its own, and jest compiles
// them for each again. What V8 has compiled is kept here for the suites that follow in the same process,
// which saves 0.1 s of each. Node forgets it otherwise, as jest passes a callback for `import()`, which
// works in tests with --experimental-vm-modules only, and then not here.
'use strict';

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

class KeepingRuntime extends Runtime {
  constructor(...words) {
    super(...words);
    const { executor } = this;
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
}

exports.default = KeepingRuntime;
exports.__esModule = true;
