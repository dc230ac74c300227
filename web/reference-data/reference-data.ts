/** Units and categories by id, read once and kept: nearly every page names them. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../api/client.js';
import type { Category, Unit } from '../api/types.js';
import { say } from '../language/say.js';

const KEPT = 10 * 60_000;
const unitQuery = { queryKey: ['units'], queryFn: () => answer(api.GET('/api/units')), staleTime: KEPT };
const categoryQuery = { queryKey: ['categories'], queryFn: () => answer(api.GET('/api/categories')), staleTime: KEPT };

/** All units, in the order of the organisation. Call in setup. */
export function useUnits(): { units: ComputedRef<Unit[]>; nameOf: (id: string | null | undefined) => string } {
  const { data } = useQuery(unitQuery);
  const units = computed(() => inTreeOrder(data.value ?? []));
  const names = computed(() => new Map(units.value.map(({ id, name }) => [id, name])));
  return { units, nameOf: (id) => (id == null ? '—' : (names.value.get(id) ?? '…')) };
}

/** All categories, parents before their children. Call in setup. */
export function useCategories(): {
  categories: ComputedRef<Category[]>;
  nameOf: (id: string | null | undefined) => string;
} {
  const { data } = useQuery(categoryQuery);
  const categories = computed(() => inTreeOrder(data.value ?? []));
  const labels = computed(() => new Map(categories.value.map((one) => [one.id, one.labels])));
  return { categories, nameOf: (id) => (id == null ? '—' : say(labels.value.get(id)) || '…') };
}

interface Node {
  id: string;
  parentId: string | null;
  sort: number;
}

/** Depth first, siblings by `sort`; nodes whose parent is not in the list come first. */
export function inTreeOrder<T extends Node>(nodes: readonly T[]): T[] {
  const known = new Set(nodes.map(({ id }) => id));
  const below = (parent: string | null): T[] =>
    nodes
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .sort((a, b) => a.sort - b.sort)
      .flatMap((node) => [node, ...below(node.id)]);
  return below(null);
}
