/** The people of the tenant, read once for all pages that name them. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Role } from '../../api/types.js';

export type Person = Omit<components['schemas']['PersonView'], 'roles'> & { roles: { role: Role; unitId: string }[] };

/** The words for roles in the order in which people think of them. */
export const ROLES: readonly Role[] = [
  'clerk',
  'supervisor',
  'visitor',
  'leader',
  'unitLeader',
  'liaison',
  'handler',
  'administrator',
  'auditor',
];

/** Everybody, those who left included. Call in setup. */
export function usePeople(): {
  people: ComputedRef<Person[]>;
  nameOf: (id: string | null | undefined) => string;
  error: ComputedRef<unknown>;
  isPending: ComputedRef<boolean>;
  refetch: () => unknown;
} {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['people'],
    queryFn: async () => (await answer(api.GET('/api/people'))) as Person[],
    staleTime: 60_000,
  });
  const people = computed(() => data.value ?? []);
  const names = computed(() => new Map(people.value.map(({ id, name }) => [id, name])));
  return {
    people,
    nameOf: (id) => (id == null ? '—' : (names.value.get(id) ?? '…')),
    error: computed(() => (data.value === undefined ? error.value : null)),
    isPending: computed(() => isPending.value),
    refetch,
  };
}
