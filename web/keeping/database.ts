/** The browser's database in which commands and photographs wait, all of them encrypted for the person they belong to. */

export type Store = 'outgoing' | 'files';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('xiaohao-outbox', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      if (!result.objectStoreNames.contains('outgoing')) result.createObjectStore('outgoing', { keyPath: 'id' });
      result.createObjectStore('files', { keyPath: 'id' });
    };
    request.onsuccess = () => {
      const { result } = request;
      // a newer page of the desk waits for the older ones to let go
      result.onversionchange = () => result.close();
      result.onclose = () => (opening = undefined);
      done(result);
    };
    request.onerror = () => failed(request.error ?? new Error('no IndexedDB'));
    request.onblocked = () => failed(new Error('an older page holds the database'));
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** What `act` asked for, once all of it is on disk; nothing of it is, where it throws. */
export async function inDatabase<T>(
  mode: 'readonly' | 'readwrite',
  act: (store: (name: Store) => IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(['outgoing', 'files'], mode);
    const request = act((name) => transaction.objectStore(name));
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => failed(transaction.error ?? new Error('IndexedDB failed'));
    transaction.onabort = () => failed(transaction.error ?? new Error('IndexedDB is full'));
  });
}
