/** One idiom of providing stores: each is a class that Nest makes of the open database, once in a process, for whoever names it. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import { MODULE_METADATA, PARAMTYPES_METADATA, SELF_DECLARED_DEPS_METADATA } from '@nestjs/common/constants.js';
import { Test } from '@nestjs/testing';
import { Workflows } from '../../src/engine/workflow.js';
import type { ArchivedHistory } from '../../src/store/archive/archived-history.js';
import type { Database } from '../../src/store/database/database.js';
import { DATABASE } from '../../src/store/database/database-token.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { STORES, StoreModule } from '../../src/store/store.module.js';

const SRC = join(__dirname, '..', '..', 'src');
const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts')).sort();
const load = createRequire(__filename);
const classesOf = (file: string): Type[] =>
  Object.values(load(join(SRC, file)) as Record<string, unknown>).filter(
    (one): one is Type => typeof one === 'function' && /^class\s/.test(String(one)),
  );
const names = (classes: readonly Type[]): string[] => classes.map(({ name }) => name).sort();

it('lists every store of every wing', () => {
  const written = files.filter((file) => /^store[\\/].*\.store\.ts$/.test(file)).flatMap(classesOf);
  const stores = written.filter(({ name }) => name.endsWith('Store') && name !== ReferenceDataStore.name);
  expect(stores.length).toBeGreaterThan(20);
  expect(names(STORES)).toEqual(names(stores));
});

it('gives each the open database first, or the reference data that was read from it', () => {
  type Declared = { index: number; param: unknown }[];
  const firstOf = (store: Type): unknown => {
    const declared = (Reflect.getMetadata(SELF_DECLARED_DEPS_METADATA, store) ?? []) as Declared;
    const [type] = (Reflect.getMetadata(PARAMTYPES_METADATA, store) ?? []) as unknown[];
    return declared.find(({ index }) => index === 0)?.param ?? type;
  };
  expect(names(STORES.filter((store) => firstOf(store) === ReferenceDataStore))).toEqual(['UnitStore']);
  expect(STORES.filter((store) => firstOf(store) === DATABASE).length).toBe(STORES.length - 1);
});

it('makes each of them once, from what is open', async () => {
  const module = await Test.createTestingModule({
    imports: [
      StoreModule.of({
        database: {} as Database,
        workflows: new Workflows([]),
        referenceData: Object.create(ReferenceDataStore.prototype) as ReferenceDataStore,
        cipher: new Cipher(Buffer.alloc(32, 7)),
        archived: {} as ArchivedHistory,
      }),
    ],
  }).compile();
  for (const store of STORES) {
    expect(module.get(store)).toBeInstanceOf(store);
    expect(module.get(store)).toBe(module.get(store));
  }
});

it('no other module lists a store, and nothing that Nest makes builds one for itself', () => {
  const modules = files.filter((file) => file.endsWith('.module.ts') && !file.startsWith('store')).flatMap(classesOf);
  expect(modules.length).toBeGreaterThan(10);
  for (const module of modules) {
    const provided = (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as Provider[];
    const tokens = provided.map((one) => (typeof one === 'function' ? one : one.provide));
    const stores = names(STORES.filter((store) => tokens.includes(store)));
    expect({ module: module.name, stores }).toEqual({ module: module.name, stores: [] });
  }
  // The console and the invented bureau work without Nest.
  const built = files.filter((file) => !/^(store|console|demo)[\\/]/.test(file));
  expect(built.filter((file) => /new \w+Store\(/.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});
