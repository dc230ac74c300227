/** `npm test`: every test, or those of the projects and paths that are named: `npm test -- pure`, `npm test -- test/orders`. */
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { projects } = require('../jest.config.cjs');

const names = projects.map(({ displayName }) => displayName);
const given = process.argv.slice(2);
const chosen = given.filter((word) => names.includes(word));
const rest = given.filter((word) => !names.includes(word));
const args = [...rest, ...(chosen.length === 0 ? [] : ['--selectProjects', ...chosen])];

const jest = spawn(process.execPath, [join(__dirname, '../node_modules/jest/bin/jest.js'), ...args], {
  stdio: 'inherit',
});
jest.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
