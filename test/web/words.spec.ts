/** Every page loads the files of words that it, and whatever it is built of, speaks from: a key of another file would stand there untranslated. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, resolve } from 'node:path';

const web = resolve(__dirname, '../../web');
const FILES = new Set(readdirSync(join(web, 'locales/zh-CN')).map((file) => basename(file, '.json')));
/** Loaded with every page. */
const EVERYWHERE = ['shell', 'values'];
const ROUTE = /name: '(\w+)',\s*page: \(\) => import\('\.\/(\w+\.vue)'\),(?:\s*words: \[([^\]]*)\])?/g;
/** `t('file.key')`, and the keys of a choice: `a ? 'file.key' : 'file.other'`. */
const SPOKEN = /\bte?\(\s*(?:[^'"`()]*\?\s*)?['`](\w+)\.|[:?]\s*'(\w+)\.\w/g;
const textOf = (file: string): string => readFileSync(file, 'utf8');
const wordsIn = (list = ''): string[] => list.match(/\w+/g) ?? [];

/** The file and all it is built of. The frame around the pages brings its own words. */
function builtOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file) || file.startsWith(join(web, 'app'))) return seen;
  seen.add(file);
  for (const [, path] of textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
    builtOf(normalize(join(dirname(file), path!)).replace(/\.js$/, '.ts'), seen);
  return seen;
}

const pages = readdirSync(join(web, 'pages'))
  .map((folder) => join(web, 'pages', folder, 'route.ts'))
  .flatMap((route) =>
    [...textOf(route).matchAll(ROUTE)].map(([, name, page, words]) => ({
      name: name!,
      page: join(dirname(route), page!),
      words: words === undefined ? [name!] : wordsIn(words),
    })),
  );

it('finds the pages', () => expect(pages.length).toBeGreaterThan(15));

it.each(pages)('$name loads all the words it speaks', ({ page, words }) => {
  const files = [...builtOf(page)];
  /** Some parts load their words when they are opened. */
  const later = files.flatMap((file) =>
    [...textOf(file).matchAll(/loadWords\(([^)]*)\)/g)].flatMap(([, given]) => wordsIn(given)),
  );
  const known = new Set([...EVERYWHERE, ...words, ...later]);
  const lacking = files.flatMap((file) =>
    [...textOf(file).matchAll(SPOKEN)]
      .map(([, called, chosen]) => called ?? chosen ?? '')
      .filter((name) => FILES.has(name) && !known.has(name))
      .map((name) => `${relative(web, file)}: ${name}`),
  );
  expect([...new Set(lacking)]).toEqual([]);
});

it('writes no mark of Chinese itself: an English page would show it', () => {
  const sources = [...new Set(pages.flatMap(({ page }) => [...builtOf(page)]))];
  const marked = sources.flatMap((file) =>
    textOf(file)
      .replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/ .*|\/(?:\\.|\[[^\]]*\]|[^/\n])+\/[a-z]*/g, '')
      // a fault brings its sentence in both languages
      .replace(/(['`])(?:(?!\1).)*\p{Script=Han}(?:(?!\1).)*\1/gu, '')
      .split('\n')
      .filter((line) => /[：；，。、（）「」]/.test(line))
      .map((line) => `${relative(web, file)}: ${line.trim()}`),
  );
  expect(marked).toEqual([]);
});
