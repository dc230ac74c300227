/** A word of the domain stands once, in src/domain/vocabulary: what is written from it is up to date, and nothing says it a second time or in another way. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXPLAINED, glossary, localeFiles, messages, WRITTEN } from '../../bin/write-words.cjs';
import { VOCABULARY } from '../../src/domain/vocabulary/vocabulary.js';

const root = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const below = (folder: string, kinds: RegExp): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return below(path, kinds);
    return kinds.test(name) ? [path] : [];
  });

const words = VOCABULARY.flatMap((group) => Object.entries(group.words));
/** By identifier, each Chinese it has in some list: `visit` is a term, a source and a purpose. */
const chinese = new Map<string, Set<string>>();
for (const [key, word] of words) chinese.set(key, (chinese.get(key) ?? new Set()).add(word['zh-CN']));
const lists = VOCABULARY.map((group) => new Set(Object.keys(group.words)));

it('explains every word in both languages, in Chinese without English and the other way round', () => {
  expect(words.length).toBeGreaterThan(150);
  for (const [key, { 'zh-CN': zh, en, meaning }] of words) {
    expect([key, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en + meaning.en)]).toEqual([key, true, false]);
    expect([key, meaning['zh-CN'].endsWith('。'), meaning.en.endsWith('.')]).toEqual([key, true, true]);
  }
});

it.each(VOCABULARY.map(({ title, words: list }) => [title.en, list] as const))(
  '%s: no two values are called the same',
  (_, list) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const names = Object.values(list).map((word) => word[language]);
      expect(names).toEqual([...new Set(names)]);
    }
  },
);

it('docs/glossary.md says what the vocabulary says: else npm run words', () =>
  expect(read('docs/glossary.md')).toBe(glossary()));

it('docs/messages.md says what the table of src/notify says: else npm run words', () =>
  expect(read('docs/messages.md')).toBe(messages()));

it.each(Object.entries(localeFiles()))('%s says what the vocabulary says: else npm run words', (path, text) =>
  expect(read(path)).toBe(text),
);

it('loads with the pages the meaning of those terms that a page explains', () => {
  const asked = below('web', /\.vue$/).flatMap((path) =>
    [...read(path).matchAll(/<TermTip\b[^>]*?\s:?term="(\w+)"/g)].map(([, term]) => term!),
  );
  expect([...new Set(asked)].sort()).toEqual([...EXPLAINED].sort());
});

describe('no text says a word of a closed list a second time', () => {
  /** Tables by the words of a list that say something else about it, with what they say. */
  const OTHERS: Readonly<Record<string, string>> = {
    'signIn.stage': 'what happens in a stage, as a motto',
    'ledgerImport.remark': 'how many rows became what',
    'meetingDesk.tally': 'how many opinions became what',
    'wall.moved': 'how many cases moved today, as short as the wall needs it',
    'workflows.policy.ladder.replyWithin': 'numbers of a policy',
    'workflows.policy.promises.maxAhead': 'as above',
    'channels.address': 'what an address is called on each channel',
    'channels.setup': 'how each channel is set up',
    'hotline.delivery': 'how an answer to a platform went out, as a sentence for the office',
    'hotline.field': 'fields of a platform’s body',
    'channels.kindHint': 'what to enter for each kind of receiver',
    'cases.trail': 'where a list comes from, as parts of a sentence',
    'report.day': 'what the fields of the report ask for',
  };
  type Texts = { [key: string]: string | Texts };
  const tables = (texts: Texts, path: string): [string, string[]][] => {
    const own = Object.keys(texts).filter((key) => typeof texts[key] === 'string');
    const inner = Object.entries(texts).filter((entry): entry is [string, Texts] => typeof entry[1] !== 'string');
    return [[path, own], ...inner.flatMap(([key, more]) => tables(more, `${path}.${key}`))];
  };
  const isWritten = (path: string): boolean => {
    const [file, key] = path.split('.');
    return WRITTEN[file!]?.[key!] !== undefined;
  };

  it('on the pages', () => {
    const second = below('web/locales/zh-CN', /\.json$/)
      .flatMap((path) => tables(JSON.parse(read(path)) as Texts, /(\w+)\.json$/.exec(path)![1]!))
      .filter(
        ([at, keys]) =>
          // The texts of a page itself are no table of a list.
          at.includes('.') &&
          !isWritten(at) &&
          OTHERS[at] === undefined &&
          lists.slice(1).some((list) => keys.filter((key) => list.has(key)).length > 2),
      );
    expect(second).toEqual([]);
  });

  /** Where an identifier of the vocabulary stands for something else, and for what. */
  const ELSEWHERE: Readonly<Record<string, string>> = {
    'src/cases/event-labels.ts': 'what happened: which order went out',
    'src/domain/next-date-words.ts': 'what comes next on a case, as a step',
    'src/demo/behaviour.ts': 'what invented people say',
    'src/demo/behaviour-since-2.ts': 'as above',
    'src/demo/calls.ts': 'as above',
    'src/demo/comes-back.ts': 'as above',
    'src/demo/demo.ts': 'as above',
    'src/demo/run-demo.ts': 'as above',
    'src/engine/commands.ts': 'names of the fields of a form',
    'src/engine/commands-since-2.ts': 'names of the fields of a form',
    'src/http/example-words.ts': 'examples of the API',
    'src/receipts/receipt-steps.ts': 'what a raiser is told of an end, as a sentence in plain words',
    'src/ledger/export-row.ts': 'the column 整改状态 of ledgers: how far an open case is',
    'src/ledger/reading/header-words.ts': 'what ledgers that come in call their columns',
  };
  const sources = below('src', /\.ts$/).filter(
    (path) => !path.startsWith('src/domain/vocabulary/') && ELSEWHERE[path] === undefined,
  );
  it('in the sources', () => {
    const other = sources.flatMap((path) =>
      [...read(path).matchAll(/\b(\w+): (?:\w+\()?'(\p{Script=Han}[^']*)'/gu)]
        .filter(([, key, text]) => chinese.has(key!) && !chinese.get(key!)!.has(text!))
        .map(([, key, text]) => `${path} ${key}: ${text}`),
    );
    expect(other).toEqual([]);
  });

  it('what stands in the list of other tables is there', () => {
    for (const path of Object.keys(ELSEWHERE)) expect(read(path)).toMatch(/\p{Script=Han}/u);
    for (const path of Object.keys(OTHERS)) expect(read(`web/locales/zh-CN/${path.split('.')[0]}.json`)).toBeTruthy();
  });
});

it('what was once called otherwise is called so no more', () => {
  const GONE = [/非座谈会(?!来源)/, /(?<!巡)巡察(?!巡查督察)/, /远程核查/, /'不采纳'|"不采纳"/, /接管销号/];
  /** Ledgers that come in and files of version 1 keep the words they were written with; a meaning may say them one by one. */
  const KEEPS = /^src\/(ledger\/reading|engine\/names-today|demo|domain\/vocabulary)/;
  const texts = [...below('src', /\.ts$/), ...below('web/locales/zh-CN', /\.json$/)];
  const found = texts
    .filter((path) => !KEEPS.test(path))
    .flatMap((path) => GONE.filter((old) => old.test(read(path))).map((old) => `${path} ${old}`));
  expect(found).toEqual([]);
});
