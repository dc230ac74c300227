/** Reads everything that a page's origin keeps in the browser, as text, for tests that look for what must not be there. */
import type { Page } from 'playwright-core';

/** One text for each entry of localStorage, sessionStorage, IndexedDB (bytes and blobs read as UTF-8 and as UTF-16) and the caches. */
export function everythingKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const store of [localStorage, sessionStorage]) {
      for (const key of Object.keys(store)) found.push(`${key}=${store.getItem(key)}`);
    }
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error ?? new Error('IndexedDB failed'));
      });
    const bytes = (buffer: ArrayBuffer | ArrayBufferView): string =>
      `${new TextDecoder().decode(buffer)} ${new TextDecoder('utf-16le').decode(buffer)}`;
    async function words(value: unknown): Promise<string> {
      if (value instanceof Blob) return bytes(await value.arrayBuffer());
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return bytes(value);
      if (typeof value !== 'object' || value === null) return String(value);
      const parts = await Promise.all(Object.entries(value).map(async ([key, one]) => `${key}:${await words(one)}`));
      return `{${parts.join(',')}}`;
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const all = await asked(database.transaction(store).objectStore(store).getAll());
        for (const one of all) found.push(`${name}/${store} ${await words(one)}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(`${request.url} ${await (await cache.match(request))!.text()}`);
      }
    }
    return found;
  });
}
