/** Whether this device keeps what its person read: a telephone and an installed desk do, a computer that others may use only where it was said. */
import { recall, remember } from '../keeping/remember.js';

const CHOICE = 'xiaohao.keeps';

/** Whether the browser could: locks exist over HTTPS only. */
export const canKeep = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in window && crypto.subtle !== undefined;

/** Opened from its icon, not in a tab. */
export const isInstalled = (): boolean =>
  window.matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true;

/** As it was said on this device, else as devices of its kind do. */
export function keepsOnDevice(): boolean {
  if (!canKeep()) return false;
  const said = recall(CHOICE);
  return said === null ? isInstalled() || window.matchMedia('(pointer: coarse)').matches : said === 'yes';
}

/** From now on it does, or does not. */
export const chooseKeeping = (keeps: boolean): void => remember(CHOICE, keeps ? 'yes' : 'no');
