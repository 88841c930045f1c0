// The world of the suites that one process of jest runs: one context for all of them, so that a module of src
// can be evaluated once a process (jest-runtime.cjs says how). What a suite has added to the global object is
// taken away before the next.
'use strict';

const { TestEnvironment } = require('jest-environment-node');

let environment;
let own;
let exit;

module.exports = class SharedEnvironment {
  constructor(...words) {
    if (environment === undefined) {
      environment = new TestEnvironment(...words);
      environment.teardown = () => Promise.resolve();
      own = new Set(Reflect.ownKeys(environment.global));
      // Where expect keeps its matchers.
      own.add(Symbol.for('$$jest-matchers-object'));
      ({ exit } = environment.global.process);
    }
    const { global } = environment;
    for (const key of Reflect.ownKeys(global)) if (!own.has(key)) delete global[key];
    // Jest wraps it for each suite, to say who has called it.
    global.process.exit = exit;
    return environment;
  }
};
