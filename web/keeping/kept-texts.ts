/** Texts of the signed-in person in localStorage, encrypted: written before a page can close, and seen by the other tabs at once. */
import { keeper, openedValue, sealedValue } from './person-key.js';

const PREFIX = 'xiaohao.draft.';
/** Drafts that nobody came back to are forgotten after this long, milliseconds. */
const LONGEST = 60 * 86_400_000;

/** Where a text of this name lies. */
export const placeOf = (name: string): string => `${PREFIX}${keeper()}.${name}`;

/** Keeps the value there; false where the browser refuses, or nobody is signed in. */
export function keepText(place: string, value: unknown): boolean {
  try {
    localStorage.setItem(place, `${Date.now()}:${base64(sealedValue(value, place))}`);
    return true;
  } catch {
    return false; // a full or forbidden store: what is typed lives as long as the page
  }
}

/** The value, and when it was written (epoch milliseconds); undefined where there is none that this person may read. */
export function keptText<T>(place: string): { value: T; at: number } | undefined {
  try {
    const [at, text] = (localStorage.getItem(place) ?? '').split(':');
    const value = text === undefined ? undefined : openedValue<T>(bytesOf(text), place);
    return value === undefined ? undefined : { value, at: Number(at) };
  } catch {
    return undefined;
  }
}

/** True where something lies there, readable or not. */
export function isKept(place: string): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}

/** Gone when it returns. */
export function forgetText(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // a forbidden store keeps nothing
  }
}

/** Places of the person's own texts whose name begins so. */
export function placesOf(name: string): string[] {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(placeOf(name)));
  } catch {
    return [];
  }
}

/** Puts away what is too old, and what an earlier version wrote in clear: one's own is encrypted, another's is removed, since whoever
 *  signs in next could read it. */
export function tidyTexts(): void {
  for (const place of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    const text = localStorage.getItem(place) ?? '';
    const at = /^(\d+):/.exec(text)?.[1];
    if (at === undefined) {
      forgetText(place);
      const value = place.startsWith(placeOf('')) ? parsed(text) : undefined;
      if (value !== undefined) keepText(place, { value, files: [] });
    } else if (Date.now() - Number(at) > LONGEST) forgetText(place);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
