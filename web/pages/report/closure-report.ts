/** The closure report as this page asks for it: what is in the address is what is shown, so a report can be sent and kept. */
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useAddressState } from '../../app/address-state.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Day } from '../../api/types.js';

export type Report = components['schemas']['ClosureReport'];
export type ReportRow = Report['rows'][number];
export type Rate = ReportRow['measures']['closureRate'];
export type RateName = keyof ReportRow['measures'];
export const SPLITS = ['unit', 'category', 'source', 'meeting', 'month'] as const;
export type Split = (typeof SPLITS)[number];

export const NAMES = ['asOf', 'from', 'to', 'unitId', 'by', 'compare', 'takenOver'] as const;
export type QueryName = (typeof NAMES)[number];

/** The question in the address, and a function that changes parts of it; null removes. */
export function useQuestion(): {
  textOf: (name: QueryName) => string;
  by: ComputedRef<Split>;
  set: (changed: Partial<Record<QueryName, string | null>>) => void;
} {
  const { textOf, set } = useAddressState<QueryName>();
  return {
    textOf,
    by: computed(() => SPLITS.find((split) => split === textOf('by')) ?? 'unit'),
    set: (changed) => void set(changed),
  };
}

interface Asked {
  asOf?: string;
  from?: string;
  to?: string;
  unitId?: string;
  takenOver?: 'include';
  by: Split;
}
const read = (query: Asked): Promise<Report> => answer(api.GET('/api/reports/closure', { params: { query } }));
const given = (parts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));

/** Cases taken over as closed are left out unless the address says so. */
export const takenOver = ({ textOf }: ReturnType<typeof useQuestion>): Pick<Asked, 'takenOver'> =>
  textOf('takenOver') === 'include' ? { takenOver: 'include' } : {};

/** The report, and the one it is compared with; undefined until they are there. Call in setup. */
export function useReport(question: ReturnType<typeof useQuestion>): {
  report: ComputedRef<Report | undefined>;
  earlier: ComputedRef<Report | undefined>;
  error: ComputedRef<unknown>;
  isOld: ComputedRef<boolean>;
  reload: () => Promise<unknown>;
} {
  const asked = (asOf: string): Asked => ({
    ...given({ asOf, from: question.textOf('from'), to: question.textOf('to'), unitId: question.textOf('unitId') }),
    ...takenOver(question),
    by: question.by.value,
  });
  const now = useQuery({
    queryKey: computed(() => ['report', asked(question.textOf('asOf'))]),
    queryFn: () => read(asked(question.textOf('asOf'))),
    placeholderData: keepPreviousData,
  });
  const compare = computed(() => question.textOf('compare'));
  const then = useQuery({
    queryKey: computed(() => ['report', asked(compare.value)]),
    queryFn: () => read(asked(compare.value)),
    enabled: computed(() => compare.value !== ''),
  });
  return {
    report: computed(() => now.data.value),
    earlier: computed(() => (compare.value === '' ? undefined : then.data.value)),
    error: computed(() => now.error.value ?? (compare.value === '' ? null : then.error.value)),
    isOld: computed(() => now.isPlaceholderData.value),
    reload: () => Promise.all([now.refetch(), ...(compare.value === '' ? [] : [then.refetch()])]),
  };
}

export type TrendPoint = components['schemas']['ClosureTrend']['points'][number];

/** The totals as of the ends of the last twelve months and of the day of the report, in one answer. */
export function useTrend(
  question: ReturnType<typeof useQuestion>,
  asOf: ComputedRef<Day | undefined>,
): ComputedRef<TrendPoint[]> {
  const query = computed(() => ({
    ...given({ from: question.textOf('from'), to: question.textOf('to'), unitId: question.textOf('unitId') }),
    ...takenOver(question),
    ...(asOf.value === undefined ? {} : { asOf: asOf.value }),
  }));
  const { data } = useQuery({
    queryKey: computed(() => ['report', 'trend', query.value]),
    queryFn: () => answer(api.GET('/api/reports/closure/trend', { params: { query: query.value } })),
    enabled: computed(() => asOf.value !== undefined),
  });
  return computed(() => data.value?.points.filter(({ closureRate }) => closureRate.denominator > 0) ?? []);
}

/** The page of the cases behind a figure, from the address the service names. */
export const casesPage = (href: string): string => href.replace(/^\/api\/cases/, '/cases');
