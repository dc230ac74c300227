/** The words of the desk: both languages say the same things, and nothing is left untranslated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'web', 'locales');
type Words = { [key: string]: string | Words };

const read = (language: string, file: string): Words =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Words;
const filesOf = (language: string): string[] => readdirSync(join(folder, language)).sort();

function entries(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entries(value, `${path}${key}.`),
  );
}
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test('both languages have the same files of words', () => {
  expect(filesOf('en')).toEqual(filesOf('zh-CN'));
  expect(filesOf('en').length).toBeGreaterThan(5);
});

/** Said only where there is more than one: a choice among several, a length that is fixed, what lies behind a first page. */
const ALWAYS_MANY = ['archived', 'partly', 'forMany', 'passwordOf', 'which'];
describe.each(filesOf('zh-CN'))('%s', (file) => {
  const zh = new Map(entries(read('zh-CN', file)));
  const en = new Map(entries(read('en', file)));

  test('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  test('says something under every key', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('fills in the same values in both languages', () => {
    const differing = [...zh].filter(([key, text]) => {
      // a singular such as "once" may leave the number out, the plural may not
      const plural = (en.get(key) ?? '').split('|').at(-1)!;
      return placeholders(text).join() !== placeholders(plural).join();
    });
    expect(differing).toEqual([]);
  });

  test('says one thing and several things each in its own words', () => {
    const counted = /\{(n|count|days|visits|refused)\}( \w+)? (?!this|was|is|as|less)\w+s\b/;
    expect([...en].filter(([key, text]) => counted.test(text) && !text.includes('|') && !ALWAYS_MANY.includes(key))).toEqual([]); // prettier-ignore
  });

  test('has no Chinese left in the English words', () => {
    expect([...en].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
