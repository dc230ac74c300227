/** The filters of the list of cases live in the address, so that a list can be sent, kept and gone back to. */
import { computed, type ComputedRef } from 'vue';
import { useAddressState } from '../../app/address-state.js';
import type { CaseFilters } from '../../api/types.js';

const NAMES = [
  'q',
  'stage',
  'light',
  'unitId',
  'leadUnitId',
  'categoryId',
  'exactCategoryId',
  'source',
  'meetingId',
  'planId',
  'overdue',
  'outcome',
  'track',
  'measure',
  'asOf',
  'since',
  'from',
  'to',
  'dueFrom',
  'dueTo',
  'closedFrom',
  'closedTo',
  'personId',
  'takenOver',
  'sort',
  'order',
] as const;
export type FilterName = (typeof NAMES)[number];
/** Filters that a figure sets and no control shows: the trail says them. */
export const TRAILED = [
  'measure',
  'asOf',
  'since',
  'leadUnitId',
  'exactCategoryId',
  'meetingId',
  'planId',
  'outcome',
  'track',
  'takenOver',
  ...['from', 'to', 'dueFrom', 'dueTo', 'closedFrom', 'closedTo', 'personId'],
] as FilterName[];
/** How the list runs is no filter. */
const ORDER: readonly FilterName[] = ['sort', 'order'];
export type CaseSort = NonNullable<CaseFilters['sort']>;
export type SortDirection = NonNullable<CaseFilters['order']>;

/** The filters of the address, and a function that changes one; an empty value removes it. */
export function useFilters(): {
  filters: ComputedRef<CaseFilters>;
  textOf: (name: FilterName) => string;
  set: (name: FilterName, value: string | boolean | undefined) => void;
  /** Sorts by this; null: as it is where nobody asked. */
  sortBy: (sorted: { sort: CaseSort; order: SortDirection } | null) => void;
  clear: () => void;
  isFiltered: ComputedRef<boolean>;
} {
  const { textOf, ...address } = useAddressState<FilterName>();
  const filters = computed<CaseFilters>(() => {
    const given = Object.fromEntries(
      NAMES.map((name) => [name, textOf(name)] as const).filter(([, value]) => value !== ''),
    );
    return { ...given, ...(given['overdue'] === undefined ? {} : { overdue: given['overdue'] === 'true' }) };
  });
  const set = (name: FilterName, value: string | boolean | undefined): void => {
    void address.set({ [name]: value === undefined || value === false ? null : String(value) });
  };
  const sortBy = (sorted: { sort: CaseSort; order: SortDirection } | null): void => {
    void address.set({ sort: sorted?.sort ?? null, order: sorted?.order ?? null });
  };
  const clear = (): void => void address.clear();
  const isFiltered = computed(() => NAMES.some((name) => !ORDER.includes(name) && textOf(name) !== ''));
  return { filters, textOf, set, sortBy, clear, isFiltered };
}
