/** Keeps what could not be sent yet in the browser's IndexedDB, photographs included, also when the page is closed. */
import type { Said } from '../api/problem.js';
import type { Labels } from '../api/types.js';

export interface Outgoing {
  /** The command's id: the same for every attempt, so the service does it once. */
  id: string;
  /** Who wrote it; nobody else's session sends it. */
  ownerId: string;
  caseId: string;
  /** For the person: which case, which action. */
  caseNumber: string;
  labels: Labels;
  type: string;
  expectedVersion?: number;
  payload: Record<string, unknown>;
  /** Files to send first; their ids then go into `payload[field]`. */
  files: { field: string; name: string; blob: Blob }[];
  /** Epoch milliseconds. */
  writtenAt: number;
  /** Set when the service refused it while nobody was looking. */
  refused?: Said;
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open('xiaohao-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('outgoing', { keyPath: 'id' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('no IndexedDB'));
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction('outgoing', mode);
    const request = act(transaction.objectStore('outgoing'));
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => failed(transaction.error ?? new Error('IndexedDB failed'));
    transaction.onabort = () => failed(transaction.error ?? new Error('IndexedDB is full'));
  });
}

/** All that waits, oldest first. */
export const kept = async (): Promise<Outgoing[]> =>
  (await run<Outgoing[]>('readonly', (store) => store.getAll())).sort((a, b) => a.writtenAt - b.writtenAt);
/** Keeps one; resolves when it is on disk. */
export const keep = (one: Outgoing): Promise<unknown> => run('readwrite', (store) => store.put(one));
/** Forgets one. */
export const forget = (id: string): Promise<unknown> => run('readwrite', (store) => store.delete(id));
