/**
 * Lets plain node run the sources: `node -r ./test/support/run-typescript.cjs file.ts`. For processes that a test starts and kills, and for
 * jest's globalSetup, which jest compiles but does not resolve ('./x.js' written for './x.ts').
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (request.startsWith('.') && request.endsWith('.js')) {
    try {
      return resolve.call(this, `${request.slice(0, -3)}.ts`, ...rest);
    } catch {
      // a real .js file
    }
  }
  return resolve.call(this, request, ...rest);
};

Module._extensions['.ts'] ??= (module, filename) => {
  const { transformSync } = require('@swc/core');
  const options = JSON.parse(readFileSync(join(__dirname, '..', '..', '.swcrc'), 'utf8'));
  module._compile(
    transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, sourceMaps: 'inline' }).code,
    filename,
  );
};
