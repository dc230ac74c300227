/** Messages to this device while the desk is closed (Web Push): asked for by a click, for one person, and gone when they leave. */
import { answer, api } from '../api/client.js';
import { onDevice, theReader, type Reader } from '../keeping/device-database.js';

/** Why this device can be woken by no message, in one word; `fine` where it can. */
export type Reach = 'fine' | 'insecure' | 'install' | 'unsupported' | 'refused';

/** Whoever signs out on a bad line does not wait longer for the service to hear of it; milliseconds. */
const PATIENCE = 3_000;

export function reachOf(): Reach {
  if (!window.isSecureContext) return 'insecure';
  const hasPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  // iPhones have it for installed desks only
  if (!hasPush) return /iPhone|iPad/.test(navigator.userAgent) ? 'install' : 'unsupported';
  return Notification.permission === 'denied' ? 'refused' : 'fine';
}

/** What the browser holds; null where it has not subscribed. */
export async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Subscribes this browser for the person. Call on a click: the browser asks for permission. False where it was not given. Rejects where the
 *  browser reaches no push service, throws a Problem where the service refuses. */
export async function subscribe(personId: string, publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { pushManager } = await navigator.serviceWorker.ready;
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  try {
    await tellService(made, personId);
  } catch (error) {
    await made.unsubscribe();
    throw error;
  }
  return true;
}

async function tellService(made: PushSubscription, personId: string): Promise<void> {
  const { endpoint = '', keys = {} } = made.toJSON();
  const { p256dh = '', auth = '' } = keys;
  const { id } = await answer(api.POST('/api/me/push', { body: { endpoint, keys: { p256dh, auth } } }));
  await write({ id: 'reader', personId, isIn: true, subscriptionId: id });
}

const write = (reader: Reader): Promise<unknown> => onDevice('readwrite', (store) => store('door').put(reader));

/** This person is here: their own subscription says again what its messages are about, another's is gone. */
export async function cameReader(personId: string): Promise<void> {
  const reader = await theReader();
  if (reader === undefined) return;
  const made = await subscription();
  if (reader.personId !== personId || made === null) return forgetReader();
  // the browser may have changed its address, and the service may have forgotten it
  await tellService(made, personId).catch(() => write({ ...reader, isIn: true }));
}

/** Messages say no longer what they are about: the session of this person has ended. */
export async function quietReader(personId: string | undefined): Promise<void> {
  const reader = await theReader();
  if (reader !== undefined && (personId === undefined || reader.personId === personId))
    await write({ ...reader, isIn: false }).catch(() => undefined);
}

/** This device is woken no more, whether or not the service can be told: its push service answers that nobody is there. */
export async function forgetReader(): Promise<void> {
  const reader = await theReader();
  if (reader === undefined) return;
  await onDevice('readwrite', (store) => store('door').delete('reader'));
  await (await subscription())?.unsubscribe();
  const path = { id: reader.subscriptionId };
  const told = answer(api.DELETE('/api/me/push/{id}', { params: { path } })).catch(() => undefined);
  await Promise.race([told, new Promise((done) => setTimeout(done, PATIENCE))]);
}
