/** What cannot be so once a row is whole: closed without a day, before it was raised, or in the future. */
import type { Day } from '../../domain/day.js';
import type { Choices, Doubt, Option, ReadEntry, RowReading } from './reading.js';
import { rowSaid, said } from './said.js';

/** Days of an issue judged together; what people answered is taken, the rest is asked. */
export function judgeDays(
  row: RowReading,
  how: {
    isDated: boolean;
    asksTerm: boolean;
    choices: Choices;
    today: Day;
    year: number | null;
    dueHeader: string | undefined;
  },
): void {
  const { entry } = row;
  if (entry === null) return;
  const answer = (key: string): string | undefined =>
    how.choices.answers?.[`${key}@${row.line}`] ?? how.choices.answers?.[key];
  if (how.isDated && entry.raisedOn === undefined && !row.doubts.some(({ field }) => field === 'raisedOn'))
    undated(row, entry, answer, how.today);
  judgeTerm(row, entry, answer, how);
  const { meaning } = entry.state;
  // Which day it was may be what a question about a column will say.
  const mayCome = row.doubts.some(
    ({ field, options }) => field === 'closedOn' || options.some(({ value }) => value === 'closedOn'),
  );
  if ((meaning === 'closed' || meaning === 'dropped') && !mayCome) closing(row, entry, answer, how.today);
}

const TODAY: Option = { value: 'today', label: 'The day of the import', labelZh: '导入当天' };

function undated(row: RowReading, entry: ReadEntry, answer: (key: string) => string | undefined, today: Day): void {
  const chosen = answer('undated');
  const day =
    chosen === 'today'
      ? today
      : chosen === 'assigned'
        ? entry.assignedOn
        : chosen === 'closed'
          ? entry.closedOn
          : dayIn(chosen);
  if (day !== undefined) {
    entry.raisedOn = day;
    return;
  }
  const options = [TODAY];
  if (entry.closedOn !== undefined)
    options.unshift({ value: 'closed', label: 'The day it was closed', labelZh: '同完成时间' });
  if (entry.assignedOn !== undefined)
    options.unshift({ value: 'assigned', label: 'The day it was handed out', labelZh: '同交办时间' });
  row.doubts.push({
    ...rowSaid('undated', 'The day it was raised is missing', '缺少反映（提出）日期'),
    key: 'undated',
    field: 'raisedOn',
    shown: '',
    options,
    free: 'day',
  });
}

/** 长期坚持 and the like: a case has a due day, so somebody has to say which. */
function judgeTerm(
  row: RowReading,
  entry: ReadEntry,
  answer: (key: string) => string | undefined,
  {
    asksTerm,
    dueHeader,
    year,
    today,
  }: { asksTerm: boolean; dueHeader: string | undefined; year: number | null; today: Day },
): void {
  const word = dueHeader === undefined ? undefined : entry.extra[dueHeader];
  if (
    !asksTerm ||
    word === undefined ||
    entry.isImmediate ||
    entry.dueOn !== undefined ||
    entry.state.meaning === 'closed' ||
    entry.state.meaning === 'dropped'
  )
    return;
  if (row.doubts.some(({ field }) => field === 'dueOn')) return;
  const key = `due:${word}`;
  const chosen = answer(key);
  const yearEnd = `${year ?? Number(today.slice(0, 4))}-12-31`;
  const day = chosen === 'yearEnd' ? yearEnd : dayIn(chosen);
  if (day !== undefined) {
    entry.dueOn = day;
    entry.dueWhy = said('answered', `“${word}”: answered`, `“${word}”：已由人答复`);
  } else if (chosen === 'immediate') {
    entry.isImmediate = true;
  } else if (chosen === 'calendar') {
    entry.dueWhy = said('byCalendar', `“${word}”: the usual term by the calendar`, `“${word}”：按日历计算的一般时限`);
  } else {
    row.doubts.push({
      ...rowSaid('noDay', `“${word}” is no day: until when?`, `“${word}”不是日期：时限到哪一天？`),
      key,
      field: 'dueOn',
      shown: word,
      options: [
        { value: 'yearEnd', label: yearEnd, labelZh: yearEnd },
        { value: 'calendar', label: 'The usual term', labelZh: '按一般时限计算' },
      ],
      free: 'day',
    });
  }
}

function closing(row: RowReading, entry: ReadEntry, answer: (key: string) => string | undefined, today: Day): void {
  const isDropped = entry.state.meaning === 'dropped';
  const ask = (key: string, why: ReturnType<typeof rowSaid>, options: Option[]): void => {
    const chosen = answer(key);
    const day =
      chosen === 'today'
        ? today
        : chosen === 'due'
          ? entry.dueOn
          : chosen === 'raised'
            ? entry.raisedOn
            : dayIn(chosen);
    if (chosen === 'open') {
      entry.state = { meaning: 'open', why: said('answered', 'Answered: open', '已由人答复：未销号') };
      entry.isClosed = false;
    } else if (day !== undefined && day <= today && (entry.raisedOn === undefined || day >= entry.raisedOn)) {
      entry.closedOn = day;
      delete entry.closedAt;
    } else
      row.doubts.push({
        ...why,
        key,
        field: 'closedOn',
        shown: entry.closedOn ?? '',
        options: [...options, { value: 'open', label: 'Not closed', labelZh: '未销号' }],
        free: 'day',
      } satisfies Doubt);
  };
  const due: Option[] =
    entry.dueOn !== undefined && entry.dueOn <= today
      ? [{ value: 'due', label: 'Its due day', labelZh: '同整改时限' }]
      : [];
  const { closedOn } = entry;
  if (closedOn === undefined) {
    ask(
      'closedUndated',
      rowSaid(
        'closedUndated',
        isDropped ? 'Ended, but without a day' : 'Closed, but without a day',
        isDropped ? '已终结，但没有日期' : '已销号（完成），但没有完成时间',
      ),
      [...due, TODAY],
    );
  } else if (closedOn > today) {
    ask(
      'closedInFuture',
      rowSaid('closedInFuture', `Closed on a day that has not come: ${closedOn}`, `完成时间在今天之后：${closedOn}`),
      [...due, TODAY],
    );
  } else if (isBeforeRaised(entry)) {
    ask(
      'closedBeforeRaised',
      rowSaid(
        'closedBeforeRaised',
        `Closed (${closedOn}) before it was raised (${entry.raisedOn})`,
        `完成时间（${closedOn}）早于反映时间（${entry.raisedOn}）`,
      ),
      [{ value: 'raised', label: 'The day it was raised', labelZh: '同反映时间' }],
    );
  }
}

function isBeforeRaised({ raisedOn, raisedAt, closedOn, closedAt }: ReadEntry): boolean {
  if (raisedAt !== undefined && closedAt !== undefined) return Date.parse(closedAt) < Date.parse(raisedAt);
  return raisedOn !== undefined && closedOn !== undefined && closedOn < raisedOn;
}

function dayIn(answer: string | undefined): Day | undefined {
  return answer !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer : undefined;
}
