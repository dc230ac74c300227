/** The browser's database for what lies on this device only as long as its person is signed in. Read by the service worker too. */

/** The person of this device and what opens for them; there is one at most, and without it nothing is written. */
export interface Door {
  id: 'door';
  personId: string;
  /** When the service last answered, epoch milliseconds by this device. */
  seen: number;
  /** Cannot be read out by any script, only used; it opens `sealed`. */
  lock: CryptoKey;
  nonce: Uint8Array;
  /** Who they are and the key of what they keep, encrypted. */
  sealed: ArrayBuffer;
}

export type DeviceStore = 'door' | 'answers';

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('xiaohao-device', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('door', { keyPath: 'id' });
      request.result.createObjectStore('answers', { keyPath: 'id' }).createIndex('at', 'at');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => failed(request.error ?? new Error('no IndexedDB'));
    request.onblocked = () => failed(new Error('another page holds the database'));
  });
}

/** What `act` asked for, once all of it is on disk. Rejects where the browser keeps nothing. */
export async function onDevice<T>(
  mode: 'readonly' | 'readwrite',
  act: (store: (name: DeviceStore) => IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = database.transaction(['door', 'answers'], mode);
      const request = act((name) => transaction.objectStore(name));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error ?? new Error('IndexedDB is full'));
      transaction.onerror = () => failed(transaction.error ?? new Error('IndexedDB failed'));
    });
  } finally {
    database.close();
  }
}

/** The door of this device; undefined where nobody keeps anything here. */
export const theDoor = (): Promise<Door | undefined> =>
  onDevice<Door | undefined>('readonly', (store) => store('door').get('door')).catch(() => undefined);

/** Whose messages are shown on this device; `isIn` while their session is not known to have ended. */
export interface Reader {
  id: 'reader';
  personId: string;
  isIn: boolean;
  /** Under which the service knows this browser. */
  subscriptionId: string;
}

/** Undefined where nobody asked for messages on this device. */
export const theReader = (): Promise<Reader | undefined> =>
  onDevice<Reader | undefined>('readonly', (store) => store('door').get('reader')).catch(() => undefined);
