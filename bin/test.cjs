/** `npm test`: what `npm run check` covers, then every test. With names, only the tests of those projects and paths: `npm test -- pure`,
 *  `npm test -- test/orders`. */
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const names = projects.map(({ displayName }) => displayName);
const given = process.argv.slice(2);
const chosen = given.filter((word) => names.includes(word));
const rest = given.filter((word) => !names.includes(word));
const args = [...rest, ...(chosen.length === 0 ? [] : ['--selectProjects', ...chosen])];

/** Tests make much that is soon forgotten: with room for it, less is copied about. Jest hands it on to its workers. */
const ROOMY = ['--max-semi-space-size=64'];

/** Runs a script of Node to its end; its exit code, which is 1 where a signal ended it. */
function run(script, words = [], settings = []) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [...settings, join(__dirname, script), ...words], { stdio: 'inherit' });
    child.once('exit', (code, signal) => settle(signal === null ? (code ?? 1) : 1));
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  });
}

async function main() {
  // A fault that the compiler knows is told within two minutes; the tests run all the same, so that one run tells everything.
  const checked = given.length === 0 ? await run('check.cjs') : 0;
  const tested = await run('../node_modules/jest/bin/jest.js', args, ROOMY);
  if (checked !== 0) process.stderr.write('\nnpm run check failed: see above the tests\n');
  process.exitCode = checked || tested;
}
void main();
