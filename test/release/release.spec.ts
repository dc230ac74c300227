/** A release is one command, tried on a copy of these sources in a repository of its own: it makes everything, or refuses and changes nothing. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readBackupFile } from '../../src/store/backup/backup-file.js';
import { releasedMigrations } from '../../src/store/database/migrate.js';

const root = resolve(__dirname, '../..');
/** What the command itself needs, and what the tenant of a release is made of. */
const COMMAND = ['.swcrc', 'bin/release.cjs', 'package.json', 'package-lock.json', 'test/support/run-typescript.cjs'];
const BUREAU = 'test/fixtures/make-released-tenant.ts';
/** Without the bureaus that are there: one of them may be of the version that is made here. */
const SOURCES = ['migrations', 'src', BUREAU, 'test/support', 'workflows'];
/** Stands for the tenant where only the command is tried: it is made for real once, in the first test. */
const QUICK_BUREAU = `import { writeFileSync } from 'node:fs';
writeFileSync(\`\${__dirname}/released-\${process.argv[2]}.backup\`, '');
`;
const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- 领办。A case can be claimed.

## [0.1.0] - 2026-11-22

- The first.
`;
const NOBODY = { NAME: 'Release Test', EMAIL: 'release@example.org' };
const env = {
  ...process.env,
  ...Object.fromEntries(
    Object.entries(NOBODY).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  ),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

let clone: string;
afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** A copy of the sources in a repository of its own: whole, or just what the command needs. */
function makeClone(paths: readonly string[]): void {
  clone = mkdtempSync(join(tmpdir(), 'xiaohao-release-test-'));
  for (const path of paths) cpSync(join(root, path), join(clone, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  write('package.json', { ...json('package.json'), version: '0.1.0' });
  const lock = json('package-lock.json');
  write('package-lock.json', {
    ...{ ...lock, version: '0.1.0' },
    packages: { ...lock.packages, '': { ...lock.packages['']!, version: '0.1.0' } },
  });
  write('.gitignore', 'node_modules\n');
  write('CHANGELOG.md', CHANGELOG);
  if (!paths.includes(BUREAU)) {
    mkdirSync(join(clone, 'test/fixtures'));
    write(BUREAU, QUICK_BUREAU);
  }
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'As it is');
}

const json = (name: string): { version: string; packages: Record<string, { version: string }> } =>
  JSON.parse(readFileSync(join(clone, name), 'utf8')) as never;
const write = (name: string, content: string | object): void =>
  writeFileSync(join(clone, name), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: clone, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
function release(version: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/release.cjs', version], {
    ...{ cwd: clone, env, encoding: 'utf8' },
  });
  return { status, said: `${stdout}${stderr}` };
}

it('makes changelog, version, the bureau of the upgrade test, commit and tag', async () => {
  makeClone([...COMMAND, ...SOURCES]);
  expect(release('0.2.0')).toMatchObject({ status: 0, said: expect.stringContaining('v0.2.0') });
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '--format=%s')).toBe('Release 0.2.0\nAs it is');
  expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  expect(git('show', '--name-only', '--format=').split('\n').sort()).toEqual([
    'CHANGELOG.md',
    'package-lock.json',
    'package.json',
    'test/fixtures/released-0.2.0.backup',
  ]);
  expect(json('package.json').version).toBe('0.2.0');
  const lock = json('package-lock.json');
  expect([lock.version, lock.packages['']!.version]).toEqual(['0.2.0', '0.2.0']);
  expect(readFileSync(join(clone, 'CHANGELOG.md'), 'utf8')).toMatch(
    /^## \[Unreleased\]\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- 领办。A case can be claimed\.\n\n## \[0\.1\.0\]/m,
  );
  const tables: string[] = [];
  for await (const { kind, body } of readBackupFile(join(clone, 'test/fixtures/released-0.2.0.backup'))) {
    if (kind === 'H') {
      const { migrations } = JSON.parse(String(body)) as { migrations: string[] };
      expect(migrations).toHaveLength(releasedMigrations().length);
    }
    if (kind === 'T') tables.push((JSON.parse(String(body)) as { name: string }).name);
  }
  expect(tables).toContain('rectification_case');
  // The same again would be no news.
  expect(release('0.2.0')).toMatchObject({ status: 1, said: expect.stringContaining('not newer') });
});

it.each<[string, string, () => void, string]>([
  ['a tree with changes', '0.2.0', () => write('CHANGELOG.md', `${CHANGELOG}\n`), 'CHANGELOG.md'],
  ['a file that nobody added', '0.2.0', () => write('note.txt', 'x'), 'note.txt'],
  ['the version that is there', '0.1.0', () => undefined, '0.1.0 is not newer than 0.1.0'],
  ['an older version', '0.0.9', () => undefined, '0.0.9 is not newer than 0.1.0'],
  ['what is no version', 'next', () => undefined, 'three numbers'],
  ['a changelog with nothing in it', '0.2.0', () => committed(CHANGELOG.replace(/- 领办.*\n/, '')), 'Unreleased'],
  ['a changelog without the heading', '0.2.0', () => committed(CHANGELOG.replace('[Unreleased]', 'New')), 'no heading'],
  ['a tag that is there', '0.2.0', () => git('tag', 'v0.2.0'), 'v0.2.0'],
])('refuses %s, and changes nothing', (_what, version, prepare, said) => {
  makeClone(COMMAND);
  prepare();
  const before = [git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')];
  expect(release(version)).toMatchObject({ status: 1, said: expect.stringContaining(said) });
  expect([git('status', '--porcelain'), git('rev-parse', 'HEAD'), git('tag')]).toEqual(before);
});

it('commits nothing where the sources lie in a repository that is not theirs', () => {
  makeClone(COMMAND);
  const outer = mkdtempSync(join(tmpdir(), 'xiaohao-release-outer-'));
  try {
    rmSync(join(clone, '.git'), { recursive: true });
    cpSync(clone, join(outer, 'inner'), { recursive: true });
    rmSync(clone, { recursive: true });
    clone = join(outer, 'inner');
    git('init', '--quiet', outer);
    expect(release('0.2.0')).toMatchObject({ status: 0, said: expect.stringContaining('nothing was committed') });
    expect(json('package.json').version).toBe('0.2.0');
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
});

function committed(changelog: string): void {
  write('CHANGELOG.md', changelog);
  git('commit', '--quiet', '--all', '--message', 'Changelog');
}
