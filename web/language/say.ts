/** Says dates, numbers and the service's own labels in the reader's form. */
import type { Day, Instant, Labels } from '../api/types.js';
import { language } from './current.js';
import { officeZone } from './office-zone.js';

/** The label in the reader's language. */
export const say = (labels: Labels | undefined | null): string => labels?.[language.value] ?? '';

const made = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language.value + JSON.stringify(options);
  let found = made.get(key);
  if (found === undefined)
    made.set(key, (found = new Intl.DateTimeFormat(language.value === 'en' ? 'en-GB' : language.value, options)));
  return found;
}

/** `11月22日` or `22 Nov`; with the year where it is not the present one. A day has no time zone. */
export function sayDay(day: Day | null | undefined): string {
  if (!day) return '—';
  const thisYear = String(new Date().getFullYear()) === day.slice(0, 4);
  return format({ timeZone: 'UTC', month: 'short', day: 'numeric', ...(thisYear ? {} : { year: 'numeric' }) }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** `2026年11月22日` or `22 Nov 2026`: for paper, which is read in another year too. */
export const sayFullDay = (day: Day): string =>
  format({ timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`));

/** `11月22日 周日` or `Sun 22 Nov`. */
export function sayDayOfWeek(day: Day): string {
  const weekday = format({ timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`));
  return language.value === 'en' ? `${weekday} ${sayDay(day)}` : `${sayDay(day)} ${weekday}`;
}

/** `11月22日 09:30`, in the office's time zone, wherever the reader is; with the year where it is not the present one, or `always`. */
export function sayInstant(at: Instant | null | undefined, always = false): string {
  if (!at) return '—';
  const when = new Date(at);
  const sameYear = !always && when.getFullYear() === new Date().getFullYear();
  return format({
    timeZone: officeZone.value,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(when);
}

/** `12,345`. */
export const sayNumber = (value: number): string => new Intl.NumberFormat(language.value).format(value);
/** `96.16 %` as `96.16%`, from a share between 0 and 1. */
export const sayShare = (share: number): string =>
  new Intl.NumberFormat(language.value, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(share);
