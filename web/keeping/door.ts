/** What lets a person open on this device, without the service, what is kept here for them: their key under a lock that no script can read out. It
 *  is here no longer than the service would keep an unused session, and goes before that when they leave. */
import type { Me } from '../api/types.js';
import { onDevice, theDoor, type Door } from './device-database.js';

/** An unused session ends at the service after this long (SESSION_IDLE_MS); milliseconds. */
const LONGEST = 12 * 3_600_000;
/** A device whose clock was put back further than this since is not believed; milliseconds. */
const BACK = 10 * 60_000;

/** Kept with its lock on this device. What another person kept here is gone then. Rejects where the browser has no locks (plain HTTP). */
export async function makeDoor(me: Me): Promise<void> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(me));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, lock, plain);
  const made: Door = { id: 'door', personId: me.user.id, seen: Date.now(), lock, nonce, sealed };
  await onDevice('readwrite', (store) => {
    const before: IDBRequest<Door | undefined> = store('door').get('door');
    before.onsuccess = () => {
      if (before.result?.personId !== me.user.id) store('answers').clear();
      store('door').put(made);
    };
    return before;
  });
}

/** Who may read here without the service; undefined where nobody may, or may no longer, whose things are gone then. */
export async function openDoor(now = Date.now()): Promise<Me | undefined> {
  const door = await theDoor();
  if (door === undefined) return undefined;
  if (now - door.seen > LONGEST || now < door.seen - BACK) {
    await closeDoor();
    return undefined;
  }
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: door.nonce as BufferSource },
      door.lock,
      door.sealed,
    );
    return JSON.parse(new TextDecoder().decode(plain)) as Me;
  } catch {
    return undefined;
  }
}

/** The lock and all that is kept behind it are gone; those of `personId` alone, where it is named: somebody else may have signed in meanwhile. */
export async function closeDoor(personId?: string): Promise<void> {
  await onDevice('readwrite', (store) => {
    const door: IDBRequest<Door | undefined> = store('door').get('door');
    door.onsuccess = () => {
      if (personId !== undefined && door.result !== undefined && door.result.personId !== personId) return;
      store('door').delete('door');
      store('answers').clear();
    };
    return door;
  }).catch(() => undefined);
}
