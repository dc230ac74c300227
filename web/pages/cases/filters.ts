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
  'takenOver',
  'sort',
] as const;
export type FilterName = (typeof NAMES)[number];

/** The filters of the address, and a function that changes one; an empty value removes it. */
export function useFilters(): {
  filters: ComputedRef<CaseFilters>;
  textOf: (name: FilterName) => string;
  set: (name: FilterName, value: string | boolean | undefined) => void;
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
  const clear = (): void => void address.clear();
  const isFiltered = computed(() => NAMES.some((name) => name !== 'sort' && textOf(name) !== ''));
  return { filters, textOf, set, clear, isFiltered };
}
