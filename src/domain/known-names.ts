/** Records that are asked for names from outside: they know their own entries and nothing that every object of JavaScript has. */

/** The entries without a prototype, so that `constructor`, `toString` and `__proto__` name nothing in them. */
export function knownNames<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
