/** Choices that this browser remembers for whoever uses it: nothing personal. One that forbids or has no room for it remembers nothing. */

/** What was remembered; null where nothing was. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers it; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // it is asked for again the next time
  }
}
