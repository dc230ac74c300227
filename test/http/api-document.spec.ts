/** The OpenAPI document is the contract and the source of the web's types: what must hold of it, and of the classes it is made from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const src = join(root, 'src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

it('no two classes bear one name: of two answers of one name the document would show the last', () => {
  const declared = new Map<string, string[]>();
  for (const path of sources) {
    const names = readFileSync(join(src, path), 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm);
    for (const [, name] of names) declared.set(name!, [...(declared.get(name!) ?? []), path]);
  }
  expect(declared.size).toBeGreaterThan(200);
  expect([...declared].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

it('no controller and no service answers with just any object', () => {
  const vague = sources.filter(
    (path) =>
      /\.(controller|service)\.ts$/.test(path) &&
      /Promise<(readonly )?(object|unknown|any)(\[\])?>/.test(readFileSync(join(src, path), 'utf8')),
  );
  expect(vague).toEqual([]);
});

it('the web writes down no shape of an answer: its names stand for the generated ones', () => {
  const lines = readFileSync(join(root, 'web/api/types.ts'), 'utf8').matchAll(/^export (.*?) = ?(.*)$/gm);
  const named = [...lines].map(([, name, is]) => ({ name, is }));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ is }) => !/^(string;|(Pick<|NonNullable<)?(Schemas|operations)\[)/.test(is!))).toEqual([]);
  expect(readFileSync(join(root, 'web/api/types.ts'), 'utf8')).not.toMatch(/interface|\{\s*$/m);
  expect(readFileSync(join(root, 'web/api/client.ts'), 'utf8')).toContain("import type { paths } from './schema.js'");
});
