/** Reads a year in the holiday-cn format ({year, papers, days: [{name, date, isOffDay}]}), the form in which a year is loaded. */
import type { CalendarYear, NamedDay } from './calendar.js';
import { isDay } from './day.js';
import { Refused } from './errors.js';

/** 400 for a file that is not a holiday-cn year; `field` is the place in it, such as `days[3].date`. */
export class HolidayCnError extends Refused {
  constructor(
    readonly field: string,
    reason: string,
    reasonZh: string,
  ) {
    super(400, 'calendar.fileInvalid', `节假日文件有误：${field} ${reasonZh}`, `${field}: ${reason}`, { field });
    this.name = 'HolidayCnError';
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A decree cannot name more days than its year and the December before have; the limit keeps a hostile file short. */
const MOST_DAYS = 366 + 31;
const LONGEST_NAME = 100;

function parseDay(json: unknown, field: string, year: number): NamedDay & { isOffDay: boolean } {
  if (!isObject(json)) throw new HolidayCnError(field, 'must be an object', '应为对象');
  const { name, date, isOffDay } = json;
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) {
    throw new HolidayCnError(`${field}.name`, `must be a text of 1 to ${LONGEST_NAME} characters`, '应为节日名称');
  }
  if (!isDay(date))
    throw new HolidayCnError(`${field}.date`, 'must be a day that exists, YYYY-MM-DD', '应为有效日期 YYYY-MM-DD');
  const inDecemberBefore = Number(date.slice(0, 4)) === year - 1 && date.slice(5, 7) === '12';
  if (Number(date.slice(0, 4)) !== year && !inDecemberBefore) {
    throw new HolidayCnError(
      `${field}.date`,
      `${date} is neither in ${year} nor in the December before`,
      `${date} 不在 ${year} 年,也不在上年12月`,
    );
  }
  if (typeof isOffDay !== 'boolean')
    throw new HolidayCnError(`${field}.isOffDay`, 'must be true or false', '应为 true 或 false');
  return { day: date, name: name.trim(), isOffDay };
}

/** The year of a parsed holiday-cn JSON file. A file without days (published before the decree) is a year not announced.
 *  Refuses, with a HolidayCnError naming the field, another shape, days outside the year and the December before, a day
 *  named twice, and another year than `year` where that is given. */
export function parseHolidayCn(json: unknown, year?: number): CalendarYear {
  if (!isObject(json)) throw new HolidayCnError('file', 'must be a JSON object', '应为 JSON 对象');
  const fileYear = json['year'];
  if (typeof fileYear !== 'number' || !Number.isInteger(fileYear) || fileYear < 1 || fileYear > 9999) {
    throw new HolidayCnError('year', 'must be a year, such as 2026', '应为年份，如 2026');
  }
  if (year !== undefined && fileYear !== year) {
    throw new HolidayCnError('year', `is ${fileYear}, not ${year}`, `是 ${fileYear} 年，不是 ${year} 年`);
  }
  const papers = json['papers'];
  if (papers !== undefined && !(Array.isArray(papers) && papers.every((paper) => typeof paper === 'string'))) {
    throw new HolidayCnError('papers', 'must be a list of texts', '应为文本列表');
  }
  const days = json['days'];
  if (!Array.isArray(days)) throw new HolidayCnError('days', 'must be a list', '应为列表');
  if (days.length > MOST_DAYS) throw new HolidayCnError('days', `has more than ${MOST_DAYS} entries`, '条目过多');

  const seen = new Set<string>();
  const offDays: NamedDay[] = [];
  const workDays: NamedDay[] = [];
  days.forEach((entry: unknown, i) => {
    const { day, name, isOffDay } = parseDay(entry, `days[${i}]`, fileYear);
    if (seen.has(day)) throw new HolidayCnError(`days[${i}].date`, `${day} stands there twice`, `${day} 重复`);
    seen.add(day);
    (isOffDay ? offDays : workDays).push({ day, name });
  });
  return { year: fileYear, announced: days.length > 0, offDays, workDays };
}
