/** `npm test`: what `npm run check` covers, and every test. With names, only the tests of those projects and paths: `npm test -- pure`,
 *  `npm test -- test/orders`. */
const { spawn } = require('node:child_process');
const { constants, setPriority } = require('node:os');
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const names = projects.map(({ displayName }) => displayName);
const given = process.argv.slice(2);
const chosen = given.filter((word) => names.includes(word));
const rest = given.filter((word) => !names.includes(word));
const args = [...rest, ...(chosen.length === 0 ? [] : ['--selectProjects', ...chosen])];

/** Tests make much that is soon forgotten: with room for it, less is copied about; and most of what they call is called too seldom to be worth
 *  an optimized version, so that it has to be called oftener before it gets one. Jest hands both on to its workers. */
const SETTINGS = ['--max-semi-space-size=64', '--interrupt-budget=1000000'];

/** Runs a script of Node to its end; its exit code, which is 1 where a signal ended it. `beside`: with what the others leave of the processors. */
function run(script, words = [], { settings = [], beside = false } = {}) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [...settings, join(__dirname, script), ...words], { stdio: 'inherit' });
    if (beside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    child.once('exit', (code, signal) => settle(signal === null ? (code ?? 1) : 1));
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  });
}

async function main() {
  // Tests wait for a browser or a database now and then: the check is done with what they leave. What it finds is told at once, and once more below.
  const checking = given.length === 0 ? run('check.cjs', ['--beside'], { beside: true }) : 0;
  const tested = await run('../node_modules/jest/bin/jest.js', args, { settings: SETTINGS });
  const checked = await checking;
  if (checked !== 0) process.stderr.write('\nnpm run check failed: see among the tests above\n');
  process.exitCode = checked || tested;
}
void main();
