#!/usr/bin/env node
/** `npm start`: builds what is stale, then runs the service in this process. `--watch` builds and starts anew after every change. */
const { spawn } = require('node:child_process');
const { existsSync, watch } = require('node:fs');
const { join } = require('node:path');
const { build } = require('./build.cjs');

const root = join(__dirname, '..');
/** How web/tools/build.mjs ends where a page carries more script than it may: a developer's matter, the pages are there. */
const OVER_BUDGET = 3;

async function start() {
  process.env.NODE_NO_WARNINGS ??= '1';
  await build((files) => process.stdout.write(`正在编译 ${files} 个文件 / compiling ${files} files …\n`));
  await buildPages();
  await require('../dist/src/main.js').main();
}

/** Builds the web pages where they are stale. Where their build tools were left out they come built; a page that does not
 *  build must not keep the service down, so it is said and the pages built before are served. */
async function buildPages() {
  const tool = join(root, 'web/tools/build.mjs');
  const serves = (process.env.RUN ?? 'http').includes('http');
  if (!serves || !existsSync(tool) || !existsSync(join(root, 'node_modules/vite'))) return;
  const child = spawn(process.execPath, [tool, '--say-begun'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let ticking;
  child.stdout.once(
    'data',
    () => (ticking = tick('正在构建网页，约需半分钟 / building the web pages, about half a minute')),
  );
  child.stdout.resume();
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  ticking?.();
  if (code !== 0 && code !== OVER_BUDGET)
    process.stderr.write(`网页没有构建成功 / the web pages could not be built\n${said}\n`);
}

/** Says what is under way, on a terminal with the seconds that pass; ends with the function that it gives back. */
function tick(what) {
  if (!process.stdout.isTTY) {
    process.stdout.write(`${what} …\n`);
    return () => undefined;
  }
  const since = Date.now();
  const draw = () => process.stdout.write(`\r${what} … ${Math.round((Date.now() - since) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return () => {
    clearInterval(timer);
    draw();
    process.stdout.write('\n');
  };
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
