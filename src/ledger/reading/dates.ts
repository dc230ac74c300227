/** Dates as offices write them to days, and dates with times to instants; what cannot be read for certain is refused. */
import { type Day, dayNumber, isDay, yearOf } from '../../domain/day.js';
import { OfficeClock } from '../../domain/office-clock.js';
import type { CellMoment, CellValue, Problem } from './cell.js';
import { serialMoment } from './excel-serial.js';
import type { LedgerMapping } from './mapping.js';

export interface ReadDate {
  day: Day;
  /** ISO 8601 in UTC; only when the cell holds a time and its offset or zone is known. */
  instant?: string;
}

/** What a cell of dates may say instead of a date when there is none. */
const NO_DATE = /^([-—–/\\.无]+|暂无|待定|n\/?a|null|none|nil)$/i;

const YMD = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:号)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const OTHER_ORDER = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const TIME = /^(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** The day (and instant) in a cell, undefined when the cell says that there is none, or why it cannot be read.
 *  Reads date cells, serials of unformatted cells, 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, full-width digits, a time
 *  behind a blank or T (a midnight without an offset is no time), and a closing 前. Refuses days that do not exist, texts without a day, 3/5/2024 without `dateFormat`, and
 *  years before 1990 or after 2100. */
export function readDate(
  value: CellValue | undefined,
  how: Pick<LedgerMapping, 'dateFormat' | 'zone'> = {},
): ReadDate | { problem: Problem } | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && 'error' in value) return bad(value.error);
  if (typeof value === 'boolean') return bad(String(value));
  if (typeof value === 'object') return momentDate(value, undefined, how.zone, value.day);
  const text = String(value).normalize('NFKC').trim();
  if (text === '' || NO_DATE.test(text)) return undefined;
  if (typeof value === 'number' && !COMPACT.test(text)) {
    const moment = serialMoment(value, false);
    return moment ? momentDate(moment, undefined, how.zone, text) : bad(text);
  }
  return textDate(text, how);
}

/** The day in a cell alone; otherwise as `readDate`. */
export function parseDay(value: CellValue | undefined): Day | undefined | { problem: Problem } {
  const read = readDate(value);
  return read === undefined || 'problem' in read ? read : read.day;
}

function textDate(text: string, how: Pick<LedgerMapping, 'dateFormat' | 'zone'>): ReadDate | { problem: Problem } {
  const bare = text.replace(/(之前|以前|前)$/, '').trim();
  const [, dayText = bare, timeText] = /^(.*?\d[日号]?)(?:\s+|T|(?<=[日号]))(\d{1,2}[:时].*)$/i.exec(bare) ?? [];
  const parts = numbers(dayText.replace(/\s+/g, ''), how.dateFormat);
  if ('problem' in parts) return parts;
  const [year, month, date] = parts.ymd;
  const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (!isDay(day)) return bad(text, 'no such day', '没有这一天');
  if (timeText === undefined) return momentDate({ day }, undefined, how.zone, text);
  const [, hourText, minute, second = '0', half, offset] = TIME.exec(timeText.trim()) ?? [];
  const hour = half === undefined ? Number(hourText) : (Number(hourText) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  if (hourText === undefined || !(hour <= 23) || Number(minute) > 59 || Number(second) > 59) return bad(text);
  const time = [hour, minute, second].map((each) => String(each).padStart(2, '0')).join(':');
  // Systems that know only days export them with a midnight; a midnight without an offset is therefore no time.
  return momentDate(time === '00:00:00' && offset === undefined ? { day } : { day, time }, offset, how.zone, text);
}

function numbers(text: string, order: LedgerMapping['dateFormat']): { ymd: number[] } | { problem: Problem } {
  const ymd = YMD.exec(text);
  const sameMarks = ymd !== null && (ymd[2] === '年') === (ymd[4] === '月') && (ymd[2] === '年' || ymd[2] === ymd[4]);
  if (sameMarks) return { ymd: [Number(ymd[1]), Number(ymd[3]), Number(ymd[5])] };
  const compact = COMPACT.exec(text);
  if (compact) return { ymd: compact.slice(1).map(Number) };
  const other = OTHER_ORDER.exec(text);
  if (other) {
    const [first = 0, second = 0, year = 0] = other.slice(1).map(Number);
    if (order === 'MDY') return { ymd: [year, first, second] };
    if (order === 'DMY') return { ymd: [year, second, first] };
    return bad(
      text,
      'day and month could be exchanged; give dateFormat in the mapping',
      '日月次序不明，请在列对应关系中给出 dateFormat',
    );
  }
  if (/^\d{4}[-/.年]\d{1,2}月?(底|末|份|初|中旬|上旬|下旬)?$/.test(text)) return bad(text, 'no day', '缺少日');
  return bad(text);
}

function momentDate(
  moment: CellMoment,
  offset: string | undefined,
  zone: string | undefined,
  text: string,
): ReadDate | { problem: Problem } {
  const year = yearOf(moment.day);
  if (year < 1990 || year > 2100) return bad(text, 'not between 1990 and 2100', '不在 1990 至 2100 年之间');
  if (moment.time === undefined) return { day: moment.day };
  if (offset !== undefined) {
    const instant = offsetInstant(moment, offset);
    return Number.isNaN(instant) ? bad(text) : { day: moment.day, instant: isoSeconds(instant) };
  }
  return zone === undefined
    ? { day: moment.day }
    : { day: moment.day, instant: isoSeconds(zonedInstant(moment, zone)) };
}

function offsetInstant({ day, time }: CellMoment, offset: string): number {
  return Date.parse(`${day}T${time}${offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
}

const CLOCKS = new Map<string, OfficeClock>();

/** A time that clocks jump over moves forward by the jump; of one that comes twice, the first. */
function zonedInstant({ day, time = '' }: CellMoment, zone: string): number {
  const clock = CLOCKS.get(zone) ?? new OfficeClock(zone);
  CLOCKS.set(zone, clock);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return clock.at(dayNumber(day), hour, minute) + second * 1000;
}

function isoSeconds(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function bad(text: string, why = 'not a date that can be read', whyZh = '不是可识别的日期'): { problem: Problem } {
  const shown = text.slice(0, 40);
  return {
    problem: {
      code: 'ledger.row.badDate',
      message: `“${shown}”: ${why}`,
      messageZh: `“${shown}”${whyZh}`,
    },
  };
}
