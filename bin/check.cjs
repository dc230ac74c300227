/** `npm run check`: every script of package.json whose name begins with `check:`, two at a time, the slowest first. Each tells what it has
 *  to say once it is done; fails where one of them does, after all have been heard. `--beside` other work: one at a time, the quickest first. */
const { spawn } = require('node:child_process');
const { scripts } = require('../package.json');

/** Longest first, so that none is left alone at the end; what is not named here comes last. */
const SLOWEST = ['check:web', 'check:lint-web', 'check:types'];
const rank = (name) => (SLOWEST.includes(name) ? SLOWEST.indexOf(name) : SLOWEST.length);
const waiting = Object.keys(scripts)
  .filter((name) => name.startsWith('check:'))
  .sort((a, b) => rank(a) - rank(b));
const beside = process.argv.includes('--beside');
if (beside) waiting.reverse();

/** Runs one script to its end and prints what it said; whether it failed. */
function run(name) {
  const begun = Date.now();
  return new Promise((settle) => {
    const said = [];
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    child.once('error', (error) => said.push(Buffer.from(`${error}\n`)));
    child.once('close', (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(0);
      process.stdout.write(`${name}: ${code === 0 ? 'clean' : 'FAILED'}, ${seconds} s\n${Buffer.concat(said)}`);
      settle(code !== 0);
    });
  });
}

async function lane() {
  let failed = false;
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) failed = (await run(name)) || failed;
  return failed;
}

Promise.all(beside ? [lane()] : [lane(), lane()]).then((failed) => {
  process.exitCode = failed.includes(true) ? 1 : 0;
});
