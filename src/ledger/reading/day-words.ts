/** Days as people write them: 3月底前, 上半年, 第三季度, 26.3.16, 3月15日 without a year, 立行立改. */
import { addDays, type Day, dayNumber, isDay } from '../../domain/day.js';
import { type CellValue, cellText } from './cell.js';
import { readDate } from './dates.js';
import type { DateField } from './entry.js';
import type { Said, StatusMeaning, Sureness } from './reading.js';
import { AS_WRITTEN, rowSaid, said } from './said.js';
import { statusOf } from './status-words.js';

export interface DayContext {
  /** The ledger's year, for days without one. */
  year: number | null;
  zone?: string | undefined;
  dateOrder?: 'YMD' | 'MDY' | 'DMY' | undefined;
  /** Bare numbers count days from 1904 (old Mac workbooks). */
  date1904?: boolean;
}

/** Days between the two beginnings of counting, 1900 and 1904. */
const DAYS_TO_1904 = 1462;

export type DayMeaning =
  | { kind: 'day'; day: Day; instant?: string; sure: Sureness; why: Said; usesYear?: boolean }
  | { kind: 'none' }
  /** 立行立改: at once. */
  | { kind: 'immediate' }
  /** 长期坚持, 15个工作日内: a term that is no day. */
  | { kind: 'term' }
  /** 已完成 where a day was due. */
  | { kind: 'status'; meaning: StatusMeaning }
  | { kind: 'noYear' }
  | { kind: 'unread'; why: Said; days: Day[] };

const NO_DAY = /^([-—–/\\.无]+|暂无|待定|未定|n\/?a|tb[acd]|null|none|nil|不限|不涉及)$/i;
const AT_ONCE =
  /^(立行立改|即知即改|立改立行|立查立改|即查即改|即行即改|边查边改|立即(整改|执行|落实|办理|完成)?|立整立改|马上就办|马上(整改)?|即时(整改)?|即刻(整改)?|立即改|即日|立改|即改|当场整改|现场整改|immediately|atonce|asap|assoonaspossible|now|urgent)$/i;
const ONGOING =
  /^(每.{1,6}|贯穿全年|任期内|(并)?(长期|持续|常态化?|经常性?|始终|一直|坚持|不断|动态)(坚持|整改|推进|抓好|落实|开展|保持|执行|完善|长效|管理|跟进|更新|进行|改进|加强|实施|规范|巩固|化|性|任务|工作|并|、)*)$/;
const LASTING =
  /^(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})((个)?(工作日|天|日|周|年|小时|个月)(内|之内|以内|左右)?|月(内|之内|以内))(完成|办结)?$/;
const ONE_ORDER = said('oneOrder', 'There is no thirteenth month', '只有一种读法');
const WEEKDAY = /[[(【]?(?:星期|周|礼拜)([一二三四五六日天])[\])】]?/;
const DIGITS: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** The meaning of a cell of days. 'sure' is a whole date; 'likely' one that needed the ledger's year, the end of a month and the like. */
export function dayMeaning(written: CellValue, field: DateField, context: DayContext): DayMeaning {
  const isSerial1904 = context.date1904 === true && typeof written === 'number' && written > 0 && written < 80_000;
  const value = isSerial1904 ? written + DAYS_TO_1904 : written;
  const whole = readDate(value, {
    ...(context.zone === undefined ? {} : { zone: context.zone }),
    ...(context.dateOrder === undefined ? {} : { dateFormat: context.dateOrder }),
  });
  if (whole === undefined) return { kind: 'none' };
  const text = cellText(value).normalize('NFKC').trim();
  if (!('problem' in whole)) {
    const isSerial = typeof value === 'number' && !/^\d{8}$/.test(text);
    const why = isSerial ? said('serialDay', 'A day written as its number', '未设日期格式的日期序号') : AS_WRITTEN;
    return { kind: 'day', ...whole, sure: isSerial ? 'likely' : 'sure', why };
  }
  if (typeof value === 'number' && !Number.isInteger(value)) {
    // 3.10 typed as a number is 3.1.
    const month = Math.trunc(value);
    const digits = text.split('.')[1] ?? '';
    if (digits.length === 1 && month >= 1 && month <= 12)
      return unread(text, 'may be the first or the tenth', '可能是1日，也可能是10日');
    // And 2026.10 is 2026.1.
    if (digits === '1' && month >= 1990 && month <= 2100)
      return {
        ...unread(text, 'may be January or October', '可能是1月，也可能是10月'),
        days: [lastDay(month, 1), lastDay(month, 10)],
      };
  } else if (typeof value === 'boolean' || typeof value === 'object') {
    return { kind: 'unread', why: whole.problem, days: [] };
  }
  return textMeaning(text, field, context, whole.problem);
}

function textMeaning(text: string, field: DateField, context: DayContext, problem: Said): DayMeaning {
  const points = /^(\d{4})、(\d{1,2})、(\d{1,2})日?$/.exec(text);
  if (points) return dated(Number(points[1]), Number(points[2]), Number(points[3]), AS_WRITTEN, text);
  // 30/06/2026 has one reading, 3/5/2026 two.
  const [, first = 0, second = 0, year = 0] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []).map(Number);
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return dated(year, second, first, ONE_ORDER, text);
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return dated(year, first, second, ONE_ORDER, text);
  const weekday = WEEKDAY.exec(text);
  if (weekday) {
    const found = textMeaning(text.replace(WEEKDAY, ''), field, context, problem);
    if (found.kind !== 'day') return found;
    const named = '日一二三四五六'.indexOf((weekday[1] ?? '').replace('天', '日'));
    // 1970-01-01 was a Thursday.
    if ((((dayNumber(found.day) + 4) % 7) + 7) % 7 === named) return found;
    return {
      kind: 'unread',
      days: [found.day],
      why: rowSaid('badDate', `“${text}”: that day is not this weekday`, `“${text}”日期与星期不符`),
    };
  }
  const bare = arabic(
    text
      .replace(/\s+/g, '')
      .replace(/[。;.]$/, '')
      .replace(/(?<=\d[日号])(2[0-4]|1?[1-9]|10)[时点:](\d{1,2}分?)?(?=前|之前|以前|$)/, '')
      .replace(/(?<=\d.*)(并|且|后|，|,)?(长期坚持|持续推进|持续整改|持续巩固|常态化.{0,6})$/, ''),
  )
    .replace(
      /^(即日起至?|已于|已|截止到?|截至|于|在|原则上|力争|确保|最迟|计划|预计|拟|至|到)+(?=\d|年|上|下|第|今|本|明)/,
      '',
    )
    .replace(
      /(之前|以前|前|之内|内)?(全面|全部)?(已完成|完成|整改完成|完成整改|整改完毕|完毕|整改到位|办结|销号|到位|落实到位|见效|整改)$/,
      '$1',
    )
    .replace(/(之前|以前|前)$/, '');
  if (AT_ONCE.test(bare)) return { kind: 'immediate' };
  if (ONGOING.test(bare) || LASTING.test(bare)) return { kind: 'term' };
  const english = inEnglish(text, context);
  if (english) return english;
  const status = /\d/.test(text) || NO_DAY.test(text) ? undefined : statusOf(text);
  if (status) return { kind: 'status', meaning: status.meaning };
  if (bare === '' || NO_DAY.test(bare)) return { kind: 'none' };
  const clauses = text.split(/[,，;;、\n]/).filter((each) => each.trim() !== '');
  if (clauses.length > 1) return ofClauses(clauses, text, field, context, problem);
  const again = readDate(bare, {
    dateFormat: context.dateOrder ?? 'YMD',
    ...(context.zone === undefined ? {} : { zone: context.zone }),
  });
  if (again !== undefined && !('problem' in again) && !/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(bare)) {
    return { kind: 'day', ...again, sure: bare === text.replace(/\s+/g, '') ? 'sure' : 'likely', why: AS_WRITTEN };
  }
  const range = /^(.*\d[年月日号]?)(?:-|—|–|~|至|到)+(.*\d[年月日号]?.*)$/.exec(bare);
  return (
    worded(bare, field, context) ??
    (range && ofRange(range[1] ?? '', range[2] ?? '', field, context)) ?? { kind: 'unread', why: problem, days: [] }
  );
}

/** One clause that names a day beside others that do not (2026年3月底前，长期坚持): that day. Several days: a question. */
function ofClauses(clauses: string[], text: string, field: DateField, context: DayContext, problem: Said): DayMeaning {
  const read = clauses.map((each) => textMeaning(each.trim(), field, context, problem));
  const days = [...new Set(read.flatMap((each) => (each.kind === 'day' ? [each.day] : [])))];
  const [only] = days;
  if (read.some(({ kind }) => kind === 'noYear')) return { kind: 'noYear' };
  if (days.length === 1 && only !== undefined && read.every(({ kind }) => kind !== 'unread')) {
    return {
      kind: 'day',
      day: only,
      sure: 'likely',
      why: said('oneDayOfSeveralWords', `The one day in “${text}”`, `“${text}”中唯一的日期`),
    };
  }
  if (days.length > 1)
    return { kind: 'unread', days, why: rowSaid('badDate', `“${text}” names several days`, `“${text}”有多个日期`) };
  return read.find(({ kind }) => kind === 'immediate' || kind === 'term') ?? { kind: 'unread', why: problem, days: [] };
}

/** Of a time from one day to another the last day where it is a term, else a question. */
function ofRange(from: string, to: string, field: DateField, context: DayContext): DayMeaning | undefined {
  const year = /^(\d{4}|\d{2}(?=[年.]\d{1,2}[月.]\d))(?=[年.\-/])/.exec(from)?.[1];
  const month = /^(?:\d{2,4}[年.\-/])?(\d{1,2})[月.\-/]/.exec(from)?.[1];
  const whole = /^\d{1,2}[日号]?$/.test(to) && month !== undefined ? `${month}月${to.replace(/[日号]/, '')}日` : to;
  const known = year === undefined ? context.year : Number(year.length === 2 ? `20${year}` : year);
  const last = textMeaning(
    whole,
    field,
    { ...context, year: known },
    rowSaid('badDate', `“${to}” is no day`, `“${to}”不是日期`),
  );
  if (last.kind !== 'day') return last.kind === 'noYear' ? last : undefined;
  const why = said('lastOfRange', 'The last day of that time', '该时段的最后一天');
  return field === 'dueOn' || field === 'closedOn'
    ? { ...last, sure: 'likely', why }
    : {
        kind: 'unread',
        days: [last.day],
        why: rowSaid('badDate', `“${from}-${to}” is no single day`, `“${from}-${to}”不是一天`),
      };
}

/** Dates that lack the year, the day or both. Undefined where nothing is recognised. */
function worded(bare: string, field: DateField, context: DayContext): DayMeaning | undefined {
  const short = /^(\d{2})([年.\-/])(\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(bare);
  if (short && Number(short[1]) >= 15 && Number(short[1]) <= 45) {
    return dated(
      2000 + Number(short[1]),
      Number(short[3]),
      Number(short[4]),
      said('shortYear', 'A year of two digits', '两位数年份'),
      bare,
    );
  }
  const next = /^(明年|来年|次年)(.*)$/.exec(bare);
  if (next !== null && context.year !== null)
    return worded(`${context.year + 1}年${next[2] === '' ? '底' : next[2]}`, field, context);
  const yearless = bare.replace(/^(今年|本年度?|当年)/, '');
  const withYear = /^(\d{4})(?:年度?|[.\-/])(.*)$/.exec(bare) ?? /^(\d{2})(?:年)(.*)$/.exec(bare);
  const year = withYear ? Number((withYear[1] ?? '').padStart(4, '20')) : context.year;
  const rest = withYear ? (withYear[2] ?? '') : yearless;
  const part = partOfYear(rest);
  if (part === undefined) return undefined;
  if (year === null || year === undefined) return { kind: 'noYear' };
  const usesYear = withYear === null;
  const why = usesYear
    ? said('ledgersYear', `In the ledger’s year ${year}`, `按台账年份${year}年`)
    : said('endOfPart', 'The last day of what is named', '所述时段的最后一天');
  if (part.day === undefined && field !== 'dueOn' && field !== 'closedOn') {
    const last = lastDay(year, part.month, part.until);
    return {
      kind: 'unread',
      days: [`${year}-${two(part.month)}-01`, last],
      why: rowSaid('badDate', `“${bare}” names no day`, `“${bare}”没有写明哪一天`),
    };
  }
  const date = part.day ?? Number(lastDay(year, part.month, part.until).slice(8));
  const found = dated(year, part.month, date, why, bare);
  return found.kind === 'day' ? { ...found, usesYear } : found;
}

/** Month and day in what stands behind the year; `until` is the last day of a third of a month. */
function partOfYear(rest: string): { month: number; day?: number; until?: number } | undefined {
  if (/^(年?底|年?末|年内|全年|底前|末前|下半年|后半年|四季度末?)?$/.test(rest)) return { month: 12 };
  if (/^(上半年|年中|前半年)(末|底)?$/.test(rest)) return { month: 6 };
  const quarter = /^第?([1-4])季度?(末|底)?$/.exec(rest);
  if (quarter) return { month: Number(quarter[1]) * 3 };
  const whole = /^(\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(rest);
  if (whole) return inMonth(Number(whole[1]), Number(whole[2]));
  const third = /^(\d{1,2})月?份?(上旬|中旬|下旬|初|中|底|末|份|月底|月末)?$/.exec(rest);
  if (!third) return undefined;
  const until = { 上旬: 10, 初: 10, 中旬: 20, 中: 20 }[third[2] ?? ''];
  return inMonth(Number(third[1]), undefined, until);
}

function inMonth(month: number, day?: number, until?: number) {
  return month < 1 || month > 12
    ? undefined
    : { month, ...(day === undefined ? {} : { day }), ...(until === undefined ? {} : { until }) };
}

function dated(year: number, month: number, date: number, why: Said, text: string): DayMeaning {
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  if (isDay(day) && year >= 1990 && year <= 2100) return { kind: 'day', day, sure: 'likely', why };
  return unread(text, 'no such day', '没有这一天');
}

function lastDay(year: number, month: number, until?: number): Day {
  if (until !== undefined) return `${year}-${two(month)}-${two(until)}`;
  return addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`, -1);
}

/** 三月 as 3月, 二〇二六年 as 2026年, 第三季度 as 第3季度. */
function arabic(text: string): string {
  return text.replace(/(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]+(?=[年月日号季])/g, (word) => {
    if (!word.includes('十')) return [...word].map((each) => DIGITS[each]).join('');
    const [tens = '', ones = ''] = word.split('十');
    return String((tens === '' ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGITS[ones] ?? 0)));
  });
}

function unread(text: string, why: string, whyZh: string): Extract<DayMeaning, { kind: 'unread' }> {
  return { kind: 'unread', days: [], why: rowSaid('badDate', `“${text}”: ${why}`, `“${text}”${whyZh}`) };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[- ]${MONTH},?[- ](\\d{4}|\\d{2})$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
const MONTH_END = new RegExp(`^(?:by )?(?:the )?(?:end of |late )?${MONTH},?[- ](\\d{4})$`, 'i');

/** 31 Mar 2026, Mar 5, 2026, End of June 2026. */
function inEnglish(text: string, context: DayContext): DayMeaning | undefined {
  if (!/[a-z]{3}/i.test(text)) return undefined;
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by|before|due|on|mon|tue|wed|thu|fri|sat|sun)[a-z]*[, ]+/i, '');
  const why = said('namedMonth', 'A month by its name', '按月份名称');
  const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const [, day, month, year = ''] = DAY_FIRST.exec(words) ?? [];
  if (day !== undefined) return dated(Number(year.padStart(4, '20')), monthOf(month), Number(day), why, text);
  const [, name, date, of] = MONTH_FIRST.exec(words) ?? [];
  if (name !== undefined) return dated(Number(of), monthOf(name), Number(date), why, text);
  const [, last, lastYear] = MONTH_END.exec(words) ?? [];
  if (last === undefined) return undefined;
  return worded(`${lastYear}年${monthOf(last)}月底`, 'dueOn', context);
}

const two = (number: number): string => String(number).padStart(2, '0');
