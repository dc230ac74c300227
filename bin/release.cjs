#!/usr/bin/env node
/** `npm run release -- 0.2.0`: makes a release in one go, or refuses and changes nothing: the bureau of the upgrade test, changelog, version, commit and tag. */
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, realpathSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const UNRELEASED = /^## \[Unreleased\]\n([\s\S]*?)(?=^## |(?![\s\S]))/m;

class Refusal extends Error {}

function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr || stdout}`);
  return stdout.trim();
}

/** Whether these sources are a git repository of their own: a copy that lies inside another one is not committed there. */
function isRepository() {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--show-toplevel'], { cwd: root, encoding: 'utf8' });
  return status === 0 && realpathSync(stdout.trim()) === realpathSync(root);
}

const numbersOf = (version) => version.split('.').map(Number);

/** Whether `version` comes after `before`, both of three numbers. */
function isNewer(version, before) {
  const [a, b] = [numbersOf(version), numbersOf(before)];
  const at = a.findIndex((number, place) => number !== b[place]);
  return at >= 0 && a[at] > b[at];
}

/** The changelog with what was unreleased under the number and the day. */
function releasedChangelog(text, version, day) {
  const said = UNRELEASED.exec(text)?.[1];
  if (said === undefined) throw new Refusal('CHANGELOG.md has no heading “## [Unreleased]”');
  if (!/^- \S/m.test(said))
    throw new Refusal('CHANGELOG.md says nothing under Unreleased: say what changes for those who use it');
  if (text.includes(`## [${version}]`)) throw new Refusal(`CHANGELOG.md has ${version} already`);
  return text.replace(UNRELEASED, (found) =>
    found.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${day}\n`),
  );
}

/** The day where this is run, as YYYY-MM-DD. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function release(version) {
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const manifest = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  const tag = `v${version}`;
  const fixture = `test/fixtures/released-${version}.backup`;
  const inGit = isRepository();
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version))
    throw new Refusal(`npm run release -- <version of three numbers>, not “${version}”`);
  if (!isNewer(version, manifest.version)) throw new Refusal(`${version} is not newer than ${manifest.version}`);
  if (existsSync(join(root, fixture)))
    throw new Refusal(`${fixture} is there already: the bureau of a release is made once`);
  const changes = inGit ? run('git', 'status', '--porcelain') : '';
  if (changes !== '') throw new Refusal(`Commit first; these are not:\n${changes}`);
  if (inGit && run('git', 'tag', '--list', tag) !== '') throw new Refusal(`The tag ${tag} is there already`);
  const changelog = releasedChangelog(read('CHANGELOG.md'), version, today());

  // What takes long and may fail comes first: until it is there, nothing else is written.
  run(process.execPath, '-r', './test/support/run-typescript.cjs', 'test/fixtures/make-released-tenant.ts', version);
  manifest.version = version;
  lock.version = version;
  lock.packages[''].version = version;
  const written = { 'package.json': manifest, 'package-lock.json': lock };
  for (const [name, content] of Object.entries(written))
    writeFileSync(join(root, name), `${JSON.stringify(content, null, 2)}\n`);
  writeFileSync(join(root, 'CHANGELOG.md'), changelog);
  if (!inGit) return `${version} is made. This is no git repository of its own, so nothing was committed.`;
  run('git', 'add', '--', ...Object.keys(written), 'CHANGELOG.md', fixture);
  run('git', 'commit', '--message', `Release ${version}`);
  run('git', 'tag', '--annotate', tag, '--message', `Release ${version}`);
  return `${version} is committed and tagged ${tag}. Push both when you are ready: git push --follow-tags`;
}

try {
  console.log(release(process.argv[2] ?? ''));
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error.stack);
  process.exitCode = 1;
}
