#!/usr/bin/env node
/** `npm start`: builds what is stale, then runs the service in this process. `--watch` builds and starts anew after every change. */
const { spawn } = require('node:child_process');
const { watch } = require('node:fs');
const { join } = require('node:path');
const { build } = require('./build.cjs');

const root = join(__dirname, '..');

async function start() {
  process.env.NODE_NO_WARNINGS ??= '1';
  await build();
  await require('../dist/src/main.js').main();
}

/** Keeps one child running on the newest sources; a build that fails leaves it as it is. */
async function startAndWatch() {
  let child;
  const restart = async () => {
    try {
      await build();
    } catch (error) {
      console.error(error.message);
      return;
    }
    const old = child;
    if (old !== undefined && old.exitCode === null) {
      const gone = new Promise((resolve) => old.once('exit', resolve));
      old.kill('SIGTERM');
      await gone;
    }
    child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/src/main.js')], { stdio: 'inherit' });
  };
  let timer;
  let queue = restart();
  for (const folder of ['src', 'migrations', 'workflows']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => (queue = queue.then(restart)), 150);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (child === undefined || child.exitCode !== null) process.exit(0);
      child.once('exit', (code) => process.exit(code ?? 0));
      child.kill('SIGTERM');
    });
  }
  await queue;
}

(process.argv.includes('--watch') ? startAndWatch() : start()).catch((error) => {
  console.error(error.stack ?? error);
  process.exit(1);
});
