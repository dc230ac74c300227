/** What a page keeps in its address, so that it can be sent, kept and gone back to. */
import { useRoute, useRouter } from 'vue-router';

export interface AddressState<Name extends string> {
  /** What the address says under the name; empty where it says nothing. */
  textOf: (name: Name) => string;
  /** Changes what is named and keeps the rest; null and the empty text take a name away. Resolves when the address is the new one. */
  set: (changed: Partial<Record<Name, string | null>>) => Promise<unknown>;
  /** Takes everything away. */
  clear: () => Promise<unknown>;
}

/** The state in the address of the page that is open. Call in setup; parts of a page may call it again, it is one address. */
export function useAddressState<Name extends string>(): AddressState<Name> {
  const route = useRoute();
  const router = useRouter();
  return {
    textOf: (name) => String(route.query[name] ?? ''),
    set: (changed) => {
      const query = Object.entries({ ...route.query, ...changed }).filter(
        ([, value]) => value !== null && value !== '',
      );
      return router.replace({ query: Object.fromEntries(query) as Record<string, string> });
    },
    clear: () => router.replace({ query: {} }),
  };
}
