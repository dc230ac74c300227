/** What the service answered for My work and the cases that were opened, encrypted for its person, to be read without a network. */
import { onDevice, type Door } from './device-database.js';
import { keeper, openedValue, sealedValue } from './person-key.js';

interface Row {
  /** The name of the question. */
  id: string;
  ownerId: string;
  /** When the service answered, epoch milliseconds. */
  at: number;
  sealed: Uint8Array;
}

/** Answers kept at most; the oldest go first. */
const MOST = 240;

const place = (id: string): string => `answer ${id}`;

/**
 * The name under which the answer to a question is kept; undefined where it is not: nothing is, but what is listed here. Who spoke and how they
 * are reached is asked with other questions. Of what belongs to a version of a case only the last is kept, as `of` says.
 */
export function nameOf(question: readonly unknown[]): { id: string; of: string } | undefined {
  const [what, id, part, version] = question;
  if (question.length === 1 && (what === 'work' || what === 'briefing' || what === 'units' || what === 'categories'))
    return { id: what, of: what };
  if (what === 'case' && question.length === 2) return { id: `case ${String(id)}`, of: `case ${String(id)}` };
  if (what === 'case' && part === 'history' && question.length === 4)
    return { id: `history ${String(id)} ${String(version)}`, of: `history ${String(id)}` };
  return undefined;
}

/** Keeps it, where the device has a door of this person; else nothing. */
export async function keepAnswer({ id, of }: { id: string; of: string }, value: unknown, at: number): Promise<void> {
  const ownerId = keeper();
  if (ownerId === '') return;
  const row: Row = { id, ownerId, at, sealed: sealedValue(value, place(id)) };
  await onDevice('readwrite', (store) => {
    const answers = store('answers');
    const door: IDBRequest<Door | undefined> = store('door').get('door');
    door.onsuccess = () => {
      // whoever left meanwhile keeps nothing
      if (door.result?.personId !== ownerId) return;
      store('door').put({ ...door.result, seen: Date.now() });
      answers.delete(IDBKeyRange.bound(of, `${of} \uffff`));
      answers.put(row);
      const count = answers.count();
      count.onsuccess = () => count.result > MOST && dropOldest(answers, count.result - MOST);
    };
    return door;
  });
}

function dropOldest(answers: IDBObjectStore, count: number): void {
  let left = count;
  const walk = answers.index('at').openCursor();
  walk.onsuccess = () => {
    if (walk.result === null || left-- <= 0) return;
    walk.result.delete();
    walk.result.continue();
  };
}

/** The answer and when it was given; undefined where none is kept that this person may read. */
export async function keptAnswer<T>(id: string): Promise<{ value: T; at: number } | undefined> {
  const row = await onDevice<Row | undefined>('readonly', (store) => store('answers').get(id)).catch(() => undefined);
  if (row === undefined || row.ownerId !== keeper()) return undefined;
  const value = openedValue<T>(row.sealed, place(id));
  return value === undefined ? undefined : { value, at: row.at };
}

/** Forgets one that the person may see no longer. */
export const forgetAnswer = (id: string): Promise<unknown> =>
  onDevice('readwrite', (store) => store('answers').delete(id)).catch(() => undefined);
