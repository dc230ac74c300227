/** The border of docs/storage.md: who writes SQL stands there with a reason, and the plain tables are asked through their entities. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { releasedEntities } from '../../src/store/database/migrate.js';

const ROOT = join(__dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'storage.md'), 'utf8');
const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.entity.ts'))
  .sort();
/** Without comments, which may well speak of a JOIN. */
const codeOf = (file: string): string =>
  readFileSync(join(ROOT, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const entities = new Set(releasedEntities());
const tables = getMetadataArgsStorage().tables.filter(({ target }) => entities.has(target as never));
const entityOf = new Map(tables.map(({ name, target }) => [name!, (target as { name: string }).name]));

/** Tables and views that a text of SQL names. */
const NAMED = new RegExp(
  `\\b(?:FROM|JOIN|INTO|UPDATE|COPY|TRUNCATE)\\s+(?:ONLY\\s+)?(${[...entityOf.keys(), 'report_deltas'].join('|')})\\b`,
  'g',
);
/** Statements over a table that is named elsewhere, over the migrations or PostgreSQL's catalogue. */
const UNNAMED = /\b(?:FROM|INTO|UPDATE|COPY|TABLE|TRUNCATE)\s+(?:\$\{|pg_|migrations)/;
const tablesIn = (file: string): string[] => [...new Set([...codeOf(file).matchAll(NAMED)].map(([, name]) => name!))];

/** The rows of a table of the page that follows a heading, cells without their backticks. */
function rowsBelow(heading: string): string[][] {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(heading));
  if (section === undefined) throw new Error(`docs/storage.md has no section "${heading}"`);
  const lines = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const coded = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

const plain = rowsBelow('Through repositories')
  .map(([names]) => coded(names!))
  .flat();
const reasons = rowsBelow('In SQL').flatMap(([names, why]) => coded(names!).map((file) => ({ file, why: why! })));

it('lists every file that writes SQL, each once and with a reason, and no other', () => {
  expect(tables.length).toBeGreaterThan(40);
  const writing = files.filter((file) => tablesIn(file).length > 0 || UNNAMED.test(codeOf(file)));
  expect(reasons.map(({ file }) => file).sort()).toEqual(writing);
  expect(reasons.filter(({ why }) => why.length < 20)).toEqual([]);
});

it('names tables that there are, each with an entity that something imports', () => {
  expect(plain.length).toBeGreaterThan(15);
  const code = files.map(codeOf);
  const imported = (name: string): boolean =>
    code.some((text) => new RegExp(`import (?:[^;]*\\W)?${name}\\b[^;]*\\.entity\\.js'`).test(text));
  expect(plain.filter((table) => !imported(entityOf.get(table) ?? 'nothing'))).toEqual([]);
});

it('leaves the plain tables to repositories, but for the files that say so', () => {
  const allowed = new Map(
    rowsBelow('Plain tables in SQL all the same').map(([file, names]) => [coded(file!)[0]!, coded(names!).sort()]),
  );
  const found = files.flatMap((file) => {
    const met = tablesIn(file)
      .filter((table) => plain.includes(table))
      .sort();
    return met.length === 0 ? [] : [[file, met] as const];
  });
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(allowed));
});

it('keeps statements inside the store', () => {
  expect(reasons.map(({ file }) => file).filter((file) => !file.startsWith('store/'))).toEqual([]);
});
