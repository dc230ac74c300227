/**
 * Lets plain node run the sources: `node -r ./test/support/run-typescript.cjs file.ts`. For processes that a test starts and kills, for
 * jest's workers (one-process) and for its globalSetup.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const options = JSON.parse(readFileSync(join(__dirname, '..', '..', '.swcrc'), 'utf8'));

/** The script a source becomes, and its map: `{ code, map }`, or the map inside of the code where `sourceMaps` is `'inline'`. */
function compile(filename, sourceMaps) {
  const { transformSync } = require('@swc/core');
  return transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, sourceMaps });
}

// './x.js' is written for './x.ts'
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  if (request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts')) {
    try {
      return resolve.call(this, `${request.slice(0, -3)}.ts`, parent, ...rest);
    } catch {
      // a real .js file
    }
  }
  return resolve.call(this, request, parent, ...rest);
};

// Over whatever is there: jest's own hook, or a Node that takes types out but knows no decorators.
Module._extensions['.ts'] = (module, filename) => module._compile(compile(filename, 'inline').code, filename);

module.exports = { compile };
