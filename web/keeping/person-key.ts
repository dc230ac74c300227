/** The key of the person who is signed in, in memory only: what they keep on this device is unreadable once they have left. */

/** Fetched beside the question who is signed in: what asks it, the page's first script, stays small. */
let cipher: typeof import('./cipher.js') | undefined;
let held: { personId: string; key: Uint8Array } | undefined;

/** Resolves once things can be encrypted and opened; rejects where the cipher cannot be fetched. To be awaited before `holdKey`. */
export async function readyToKeep(): Promise<void> {
  cipher ??= await import('./cipher.js');
}

/** From now on what is kept is this person's. `key` is 32 bytes in base64, as the service tells it after signing in; without one nothing
 *  can be kept beyond the page. */
export function holdKey(personId: string, key: string): void {
  const bytes = key === '' ? undefined : Uint8Array.from(atob(key), (one) => one.charCodeAt(0));
  held = bytes?.length === 32 ? { personId, key: bytes } : undefined;
}

/** Whose things can be kept and read; empty when nobody is signed in. */
export const keeper = (): string => held?.personId ?? '';

/** The bytes as they may lie on this device. `place` is where: moved elsewhere they cannot be opened. Throws when there is no key. */
export function sealed(bytes: Uint8Array, place: string): Uint8Array {
  if (held === undefined || cipher === undefined) throw new Error('nobody is signed in');
  return cipher.encrypted(held.key, bytes, new TextEncoder().encode(place));
}

/** The bytes again; undefined where they are somebody else's, or damaged. */
export function opened(bytes: Uint8Array, place: string): Uint8Array | undefined {
  if (held === undefined || cipher === undefined) return undefined;
  return cipher.decrypted(held.key, bytes, new TextEncoder().encode(place));
}

/** A value, written as JSON and encrypted. */
export const sealedValue = (value: unknown, place: string): Uint8Array =>
  sealed(new TextEncoder().encode(JSON.stringify(value)), place);

/** The value again; undefined as `opened` has it. */
export function openedValue<T>(bytes: Uint8Array, place: string): T | undefined {
  const text = opened(bytes, place);
  return text === undefined ? undefined : (JSON.parse(new TextDecoder().decode(text)) as T);
}
