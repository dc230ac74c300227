/** CONTRIBUTING.md says what is there: files, names and commands of its steps exist, and no list is longer than eight steps. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

/** Steps by the heading they stand under. */
const lists = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.split('\n')[0]!, [...part.matchAll(/^\d+\. (.+)$/gm)].map(([, step]) => step!)] as const),
);
const steps = [...lists.values()].flat();

/** What stands between backticks: paths, names and commands. `<name>` in a path stands for any. */
const quoted = (line: string): string[] => [...line.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
const isPath = (word: string): boolean =>
  /^[\w.-]+(\/[\w.<> -]+)+$/.test(word) || /^[.\w-]+\.(md|json|nvmrc)$/.test(word) || word === '.nvmrc';
const isName = (word: string): boolean => /^[A-Za-z_]\w+$/.test(word);

/** Files and folders that a path with `<…>` stands for. */
function matching(path: string): string[] {
  return path.split('/').reduce<string[]>(
    (found, part) => {
      const fits = new RegExp(`^${part.replace(/[.]/g, '\\.').replace(/<[^>]+>/g, '[\\w.-]+')}$`);
      return found.flatMap((at) =>
        existsSync(join(root, at)) && statSync(join(root, at)).isDirectory()
          ? readdirSync(join(root, at))
              .filter((name) => fits.test(name))
              .map((name) => join(at, name))
          : [],
      );
    },
    ['.'],
  );
}

function everythingIn(path: string): string {
  if (!statSync(join(root, path)).isDirectory()) return readFileSync(join(root, path), 'utf8');
  return readdirSync(join(root, path))
    .map((name) => `${name}\n${everythingIn(join(path, name))}`)
    .join('\n');
}

it('has a list of at most eight steps for each thing one adds', () => {
  const adding = [...lists].filter(([heading]) => heading.startsWith('To add'));
  expect(adding.map(([heading]) => heading)).toEqual(
    ['a command', 'a rule', 'a word', 'a page', 'a measure', 'a migration'].map((thing) => `To add ${thing}`),
  );
  for (const [heading, list] of adding) expect([heading, list.length > 3 && list.length <= 8]).toEqual([heading, true]);
});

const paths = [...new Set(text.split('\n').flatMap(quoted).filter(isPath))];
it('names files', () => expect(paths.length).toBeGreaterThan(50));
it.each(paths)('%s is there', (path) => {
  // The fixture of a release is made by the release, the test of a page by who adds it.
  expect(matching(path).length).toBeGreaterThan(0);
});

/** Keys and kinds of what is written into the files, not names that stand in them already. */
const WRITTEN = ['title', 'up', 'down'];
it.each(steps)('%s', (step) => {
  const words = quoted(step);
  const files = words.filter(isPath).flatMap(matching);
  const here = files.map(everythingIn).join('\n');
  for (const name of words.filter(isName)) {
    if (files.length === 0 || WRITTEN.includes(name)) continue;
    expect([name, new RegExp(`\\b${name}\\b`).test(here)]).toEqual([name, true]);
  }
});

it('names commands that are there', () => {
  const commands = [...text.matchAll(/npm run ([\w:]+)|npx jest ([\w/ -]+)/g)];
  expect(commands.length).toBeGreaterThan(15);
  for (const [, script, places] of commands) {
    if (script !== undefined) expect([script, scripts[script] !== undefined]).toEqual([script, true]);
    for (const place of places?.trim().split(/\s+/) ?? []) {
      const [folder, start] = [place.slice(0, place.lastIndexOf('/')), place.slice(place.lastIndexOf('/') + 1)];
      const found = readdirSync(join(root, folder)).filter((name) => name.startsWith(start));
      expect([place, found.length > 0]).toEqual([place, true]);
    }
  }
});

it('asks for the Node of package.json', () => {
  const least = engines.node.replace('>=', '');
  expect(readFileSync(join(root, '.nvmrc'), 'utf8').trim()).toBe(least);
  expect(text).toContain(`Node ${least} or later`);
});
