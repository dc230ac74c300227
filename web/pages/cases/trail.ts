/** What the filters say that no control of the list shows, in words: the unit, the figure, the day. */
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { answer, api } from '../../api/client.js';
import { sayDay } from '../../language/say.js';
import { useCategories, useUnits } from '../../reference-data/reference-data.js';
import { useFilters, type FilterName } from './filters.js';

/** Measures that have no name of their own: the parts of a rate, with the rate. */
const OF_RATES: Record<string, readonly ['numerator' | 'denominator', string]> = {
  dueAndClosed: ['numerator', 'dueAndClosedRate'],
  due: ['denominator', 'dueAndClosedRate'],
  strictResolved: ['numerator', 'strictClosureRate'],
  strict: ['denominator', 'strictClosureRate'],
  strictOnTime: ['numerator', 'strictOnTimeRate'],
  strictDue: ['denominator', 'strictOnTimeRate'],
  signedInTime: ['numerator', 'signedInTimeRate'],
  signDue: ['denominator', 'signedInTimeRate'],
  promiseKept: ['numerator', 'promiseKeptRate'],
  promiseDue: ['denominator', 'promiseKeptRate'],
  visitFixed: ['numerator', 'resolvedRate'],
  visitAnswered: ['numerator', 'contactRate'],
  visitDue: ['denominator', 'contactRate'],
  visitSatisfied: ['numerator', 'satisfaction'],
  visitRated: ['denominator', 'satisfaction'],
  ownSatisfied: ['numerator', 'ownSatisfaction'],
  ownRated: ['denominator', 'ownSatisfaction'],
  reopened: ['numerator', 'reopenedRate'],
  returned: ['numerator', 'returnedRate'],
  extended: ['numerator', 'extendedRate'],
};

export interface TrailPart {
  /** The filters that go when this part is taken away. */
  names: FilterName[];
  text: string;
}

/** The parts in the order in which they are read; empty where no figure opened the list. Call in setup. */
export function useTrail(): ComputedRef<TrailPart[]> {
  const { t, te } = useI18n();
  const { textOf } = useFilters();
  const unit = useUnits().nameOf;
  const category = useCategories().nameOf;
  const { data: people } = useQuery({
    queryKey: ['people'],
    queryFn: () => answer(api.GET('/api/people', {})),
    enabled: () => textOf('personId') !== '',
  });
  const measureName = (measure: string): string => {
    const own = [`cases.trailCount.${measure}`, `cases.trailSign.${measure}`, `cases.trail.${measure}`].find((key) =>
      te(key, 'zh-CN'),
    );
    if (own !== undefined) return t(own);
    const [part, rate] = OF_RATES[measure] ?? [];
    return part === undefined ? measure : t(`cases.trail.${part}`, { name: t(`cases.trailRate.${rate!}`) });
  };
  const says: Partial<Record<FilterName, (value: string) => string>> = {
    leadUnitId: (id) => (id === 'none' ? t('cases.trail.noUnit') : unit(id)),
    exactCategoryId: (id) => (id === 'none' ? t('cases.trail.noCategory') : category(id)),
    meetingId: (id) => t(id === 'none' ? 'cases.trail.noMeeting' : 'cases.trail.ofMeeting'),
    planId: () => t('cases.trail.ofPlan'),
    personId: (id) => t('cases.trail.ofPerson', { name: people.value?.find((one) => one.id === id)?.name ?? '…' }),
    measure: measureName,
    outcome: (outcome) => t(`cases.outcomes.${outcome}`),
    track: (track) => t(`cases.trailTrack.${track}`),
    takenOver: (how) => t(`cases.trail.takenOver.${how}`),
    since: (day) => t('cases.askedSince', { day: sayDay(day) }),
    asOf: (day) => t('cases.trail.asOf', { day: sayDay(day) }),
  };
  /** Between two days, or from or until one. */
  const days = (name: string, from: FilterName, to: FilterName): TrailPart[] => {
    const between = [
      ...(textOf(from) === '' ? [] : [t('cases.since', { name: sayDay(textOf(from)) })]),
      ...(textOf(to) === '' ? [] : [t('cases.until', { name: sayDay(textOf(to)) })]),
    ];
    return between.length === 0 ? [] : [{ names: [from, to], text: `${t(`cases.${name}`)} ${between.join(' ')}` }];
  };
  return computed(() => [
    ...(Object.keys(says) as FilterName[])
      .filter((name) => textOf(name) !== '')
      // a day of the report means nothing without its figure
      .map((name) => ({
        names: name === 'measure' ? (['measure', 'asOf', 'since'] as FilterName[]) : [name],
        text: says[name]!(textOf(name)),
      })),
    ...days('collectedBetween', 'from', 'to'),
    ...days('dueBetween', 'dueFrom', 'dueTo'),
    ...days('closedBetween', 'closedFrom', 'closedTo'),
  ]);
}
