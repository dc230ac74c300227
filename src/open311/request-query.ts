/** The filters of a list of requests, read from the address as the standard has them. Pure. */
import { malformed } from '../domain/errors.js';
import { isDay } from '../domain/day.js';

export interface RequestFilter {
  /** Where it is there, nothing else counts. */
  numbers?: string[];
  serviceCodes?: string[];
  /** Epoch milliseconds, both included. */
  from?: number;
  to?: number;
  isOver?: boolean;
}

/** The longest span, and that of a list that names none: the standard's. */
const SPAN_MS = 90 * 86_400_000;
/** Values in one list. */
const MOST_LISTED = 50;
const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** 400 for a date that is none, a span of more than 90 days, another status than open and closed, or more than 50 values in a list. */
export function filterOf(query: Readonly<Record<string, unknown>>, now: number): RequestFilter {
  const numbers = listOf(query, 'service_request_id');
  if (numbers.length > 0) return { numbers };
  const [start, end] = [instantOf(query, 'start_date'), instantOf(query, 'end_date')];
  const to = end ?? (start === undefined ? now : Math.min(start + SPAN_MS, Math.max(now, start)));
  const from = start ?? to - SPAN_MS;
  if (from > to) throw malformed('start_date 不能晚于 end_date', 'start_date must not be after end_date');
  if (to - from > SPAN_MS)
    throw malformed('start_date 和 end_date 最多相隔 90 天', 'start_date and end_date may be 90 days apart at most');
  const serviceCodes = listOf(query, 'service_code');
  const statuses = new Set(listOf(query, 'status'));
  for (const status of statuses)
    if (status !== 'open' && status !== 'closed') throw malformed('status 应为 open 或 closed', 'status must be open or closed'); // prettier-ignore
  return {
    ...{ from, to },
    ...(serviceCodes.length === 0 ? {} : { serviceCodes }),
    ...(statuses.size === 1 ? { isOver: statuses.has('closed') } : {}),
  };
}

function listOf(query: Readonly<Record<string, unknown>>, name: string): string[] {
  const values = textOf(query, name)
    .split(',', MOST_LISTED + 1)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length > MOST_LISTED)
    throw malformed(`${name} 最多 ${MOST_LISTED} 个`, `${name}: at most ${MOST_LISTED} values`);
  return values;
}

function instantOf(query: Readonly<Record<string, unknown>>, name: string): number | undefined {
  // In an address a plus that is not written as %2B is a space.
  const text = textOf(query, name).replace(/ (?=\d\d:\d\d$)/, '+');
  if (text === '') return undefined;
  const at = isDay(INSTANT.exec(text)?.[1]) ? Date.parse(text) : NaN;
  if (Number.isNaN(at))
    throw malformed(
      `${name} 应为带时区的时间，如 2026-03-02T00:00:00+08:00`,
      `${name} must be a moment with its offset, such as 2026-03-02T00:00:00+08:00`,
    );
  return at;
}

function textOf(query: Readonly<Record<string, unknown>>, name: string): string {
  const value = query[name];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  throw malformed(`${name} 只能出现一次`, `${name} may be given once`);
}
