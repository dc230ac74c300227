/** A release as a folder from which its servers are started: an earlier one out of git's history, this one as its files stand. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
/** What a server is made of; pages are left out, since the drill calls the API alone. */
const PARTS = ['.swcrc', 'bin', 'migrations', 'package.json', 'src', 'workflows'];

function run(command: string, args: readonly string[], input?: Buffer): Buffer {
  const done = spawnSync(command, args, { cwd: root, maxBuffer: 2 ** 28, ...(input === undefined ? {} : { input }) });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${String(done.stderr)}`);
  return done.stdout;
}

/** The commit whose release left `test/fixtures/released-<version>.backup`: the last one that touched it. */
export const releaseOf = (version: string): string =>
  String(run('git', ['log', '-1', '--format=%H', '--', `test/fixtures/released-${version}.backup`])).trim();

/** Unpacks and builds a commit, or the files as they stand where none is named, in `folder`, with the packages that are installed here. */
export function releaseTree(folder: string, commit?: string): string {
  mkdirSync(folder);
  if (commit === undefined) for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  else run('tar', ['-x', '-C', folder], run('git', ['archive', '--format=tar', commit, ...PARTS]));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  build(folder);
  return folder;
}

/** Compiles what is stale in a tree. */
export const build = (tree: string): void => void run(process.execPath, [join(tree, 'bin', 'build.cjs')]);

/** Files of migrations that the newer tree has and the older has not, and whether one of them breaks what the older relies on. */
export function migrationsBetween(older: string, newer: string): { count: number; breaks: boolean } {
  const lacking = readdirSync(join(newer, 'migrations')).filter((file) => !existsSync(join(older, 'migrations', file)));
  const isBreaking = (file: string): boolean =>
    !/breaks = false/.test(readFileSync(join(newer, 'migrations', file), 'utf8'));
  return { count: lacking.length, breaks: lacking.some(isBreaking) };
}
