/** Every page of the documents is found by links from the README, no link leads nowhere, and what is drawn or listed from other files is up to date. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { architecture, decisionIndex, operations, folderImports, wingImports } from '../../bin/write-docs.cjs';

const root = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pagesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pagesBelow(path) : entry.name.endsWith('.md') ? [path] : [];
  });
const PAGES = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...pagesBelow('docs')];

/** Links of a page to files of this repository: path from the root, and the heading behind `#`. Code is no link. */
function linksOf(page: string): { path: string; anchor: string | undefined }[] {
  const text = read(page)
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file, anchor] = target.split('#');
      return { path: file === '' ? page : normalize(join(dirname(page), file!)), anchor };
    });
}

/** The anchors of a page as GitHub makes them of its headings. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );

it('finds the pages', () => expect(PAGES.length).toBeGreaterThan(45));

it('leads from the README to every page', () => {
  const found = new Set(['README.md']);
  for (const page of found) for (const { path } of linksOf(page)) if (path.endsWith('.md')) found.add(path);
  expect(PAGES.filter((page) => !found.has(page))).toEqual([]);
});

it.each(PAGES)('%s has no link that leads nowhere', (page) => {
  const broken = linksOf(page).filter(({ path, anchor }) => {
    if (!existsSync(join(root, path))) return true;
    if (anchor === undefined || !path.endsWith('.md')) return false;
    return statSync(join(root, path)).isDirectory() || !anchorsOf(path).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it('gives every decision a number of its own, and lists them all: else npm run docs', () => {
  const pages = readdirSync(join(root, 'docs/decisions')).filter((name) => name !== 'README.md');
  const numbers = pages.map((name) => /^(\d{3})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(pages.length);
  expect(read('docs/decisions/README.md')).toBe(decisionIndex());
});

it('lists the alarms that ship: else npm run docs', () => {
  expect(read('docs/operations.md')).toBe(operations());
});

it('draws the house and its wings as the import law has them: else npm run docs', () => {
  expect(read('docs/architecture.md')).toBe(architecture());
  expect([...folderImports().keys()]).toEqual(expect.arrayContaining(['domain', 'store', 'executor', 'jobs']));
  expect(wingImports().get('audit')).toEqual(['database', 'cases', 'archive', 'reports']);
});

/** Rows of the tables in docs/architecture.md: the name in the first cell, the names in the last. */
const rows = [...read('docs/architecture.md').matchAll(/^\| `(src\/)?([a-z-]+)` \|.*\|([^|]*)\|$/gm)].map(
  ([, folder, name, last]) => ({
    isFolder: folder !== undefined,
    name: name!,
    allowed: last!
      .split(';')[0]!
      .split(',')
      .map((word) => word.trim())
      .filter((word) => !['', 'clock', name].includes(word)),
  }),
);

it('says in the tables of folders and wings what the law says', () => {
  const folders = folderImports();
  const wings = wingImports();
  const governed = rows.filter(({ isFolder, name }) => (isFolder ? folders : wings).has(name));
  expect(governed.filter(({ isFolder }) => !isFolder).map(({ name }) => name)).toEqual([...wings.keys()]);
  for (const { isFolder, name, allowed } of governed) {
    const lawful = (isFolder ? folders : wings).get(name)!;
    expect([name, allowed.sort()]).toEqual([name, lawful.sort()]);
  }
});

it('has a folder for everything the law names', () => {
  const named = [...folderImports()].flatMap(([from, to]) => [from, ...to]).flatMap((all) => all.split('|'));
  expect(new Set(named).size).toBeGreaterThan(15);
  for (const folder of new Set(named)) expect([folder, existsSync(join(root, 'src', folder))]).toEqual([folder, true]);
});
