/**
 * Jest's test runner (circus) over node's own `require`: what lies in node_modules, src and migrations is loaded once in the life of a
 * worker, what lies in test anew for each file. Jest's registry loads all of it for each file, two to four seconds of work where a test
 * starts the application. With that go jest.mock and jest.resetModules, which no test here uses.
 */
const hooks = require('node:async_hooks');
const Module = require('node:module');
const { dirname, join, sep } = require('node:path');
const { default: circus } = require('jest-circus/runner');
const { compile } = require('../run-typescript.cjs');

const tests = join(__dirname, '..', '..') + sep;
const isOfTests = (key) => key.startsWith(tests) && key.endsWith('.ts');
const circusInside = join(dirname(require.resolve('jest-circus/package.json')), 'build', 'jestAdapterInit.js');
/** Circus keeps in its modules the tests that a file told it of. */
const isOfCircus = (key) => key.includes(`${sep}jest-circus${sep}`);

/** The map of each source compiled so far, for the lines in the stack of a failure; `current` is where jest looks for those of this file. */
const maps = new Map();
let current = new Map();

Module._extensions['.ts'] = (module, filename) => {
  const { code, map } = compile(filename, true);
  const url = `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
  maps.set(filename, url);
  current.set(filename, url);
  module._compile(code, filename);
};

/** Takes modules out of node's cache, so that the next `require` loads them anew. */
function forget(isStale) {
  for (const key of Object.keys(require.cache)) if (isStale(key)) delete require.cache[key];
  module.children.length = 0;
}

/** What circus remembers the running test by: here one test runs after the other, so that a variable is enough. AsyncLocalStorage makes every
 *  promise of the process dearer, and each file would leave one more behind. */
class OneAtATime {
  run(store, act) {
    const before = this.store;
    this.store = store;
    const done = act();
    if (typeof done?.finally !== 'function') {
      this.store = before;
      return done;
    }
    return done.finally(() => (this.store = before));
  }

  getStore() {
    return this.store;
  }
}

/** Loads circus anew, with a memory of its own for this file. */
function loadCircus() {
  forget(isOfCircus);
  const { AsyncLocalStorage } = hooks;
  hooks.AsyncLocalStorage = OneAtATime;
  try {
    require(circusInside);
  } finally {
    hooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}

module.exports = (globalConfig, config, environment, runtime, testPath, sendMessage) => {
  current = runtime.getSourceMaps();
  for (const [filename, file] of maps) current.set(filename, file);
  globalThis.jest = runtime.requireModuleOrMock(testPath, '@jest/globals').jest;
  const overNode = new Proxy(runtime, {
    get(target, name) {
      if (name === 'requireInternalModule' || name === 'requireModule') return (path) => require(path);
      if (name === 'unstable_shouldLoadAsEsm') return () => false;
      const found = target[name];
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
  loadCircus();
  const done = circus(globalConfig, config, environment, overNode, testPath, sendMessage);
  // not awaited: this function would stand in the stack of each failure
  return new Promise((settle, fail) => done.finally(() => forget(isOfTests)).then(settle, fail));
};
