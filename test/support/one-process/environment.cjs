/**
 * Jest environment: the test file runs in node's own realm, as the program does, instead of in a copy of it made for each file. Whatever a
 * file changes of the process (variables of the environment, listeners, the folder) is put back when it ends.
 */
const { ModuleMocker } = require('jest-mock');

/** What jest's worker and test runner put on the global object and the process for one file. */
const PUT_BACK = ['console', 'jest', ...['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'].map((name) => Symbol.for(name))];
const PUT_BACK_OF_PROCESS = ['exit', 'getBuiltinModule'];

const kept = (object, keys) => keys.map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]);
function putBack(object, descriptors) {
  for (const [key, was] of descriptors) {
    if (was === undefined) delete object[key];
    else Object.defineProperty(object, key, was);
  }
}

module.exports = class OneProcess {
  constructor() {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.globals = kept(globalThis, PUT_BACK);
    this.ofProcess = kept(process, PUT_BACK_OF_PROCESS);
    this.env = { ...process.env };
    this.folder = process.cwd();
    this.listeners = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));
  }

  async setup() {}

  async teardown() {
    putBack(globalThis, this.globals);
    putBack(process, this.ofProcess);
    for (const name of Object.keys(process.env)) if (!(name in this.env)) delete process.env[name];
    Object.assign(process.env, this.env);
    process.chdir(this.folder);
    for (const name of process.eventNames()) {
      const known = this.listeners.get(name) ?? [];
      for (const one of process.rawListeners(name)) if (!known.includes(one)) process.removeListener(name, one);
    }
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks for it; nothing here runs in a context of its own. */
  getVmContext() {
    return null;
  }
};
