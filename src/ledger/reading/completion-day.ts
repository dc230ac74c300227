/** Whether 完成时间 is when it is to be done or when it was: the header alone does not say. */
import type { Day } from '../../domain/day.js';
import { cellText, type RawRow } from './cell.js';
import { type DayContext, dayMeaning } from './day-words.js';
import type { Column, LedgerColumnsRead } from './column.js';
import { lineText } from './plain-text.js';
import type { Choices, Doubt } from './reading.js';
import { CHOSEN, said } from './said.js';
import { isTicked, statusInProse, statusOf } from './status-words.js';

/** Decides the column, in place: beside a column of due days it is the day of doing; with days ahead, or where open rows have one as a
 *  rule, it is the due day; where only closed rows have one, the day of doing. Where nothing tells, the question. */
export function completionDay(
  read: LedgerColumnsRead,
  rows: readonly RawRow[],
  how: { choices: Choices; days: DayContext; today: Day },
): { column: number; doubt: Doubt } | null {
  const [column] = read.byField.get('closedOn') ?? [];
  if (column === undefined || column.why === CHOSEN) return null;
  const isEither = column.role === 'eitherDay';
  if (!isEither && read.byField.has('dueOn')) return null;
  if (read.byField.has('dueOn')) {
    decide(
      column,
      read,
      'closedOn',
      said('doneBesideDue', 'Beside a column of due days: when it was done', '另有时限列：此列为实际完成时间'),
    );
    return null;
  }
  const counts = { ahead: 0, days: 0, openWith: 0, openWithout: 0, closedWith: 0, said: 0 };
  for (const row of rows) {
    const state = roughState(row, read.columns, how.choices);
    if (state !== undefined) counts.said += 1;
    const cell = row.cells[column.column];
    const day = cell === undefined ? undefined : dayMeaning(cell, 'dueOn', how.days);
    const hasDay = day?.kind === 'day' || day?.kind === 'noYear' || day?.kind === 'immediate' || day?.kind === 'term';
    if (day?.kind === 'day' && day.day > how.today) counts.ahead += 1;
    if (day?.kind === 'immediate' || day?.kind === 'term') counts.ahead += 1;
    if (hasDay) counts.days += 1;
    if (state === 'open') counts[hasDay ? 'openWith' : 'openWithout'] += 1;
    if (state === 'closed' && hasDay) counts.closedWith += 1;
  }
  if (counts.days === 0) return null;
  // 办结时间 says that it was done, unless most of what stands there lies ahead: one such day is a slip.
  if (!isEither && (counts.ahead < 2 || counts.ahead * 2 < counts.days)) return null;
  if (counts.ahead > 0) {
    decide(
      column,
      read,
      'dueOn',
      said('plannedAhead', 'Some of its days lie ahead: when it is to be done', '其中有将来的日期：此列为整改时限'),
    );
  } else if (counts.openWith > counts.openWithout) {
    decide(
      column,
      read,
      'dueOn',
      said(
        'plannedOfOpen',
        'Rows that are open have a day too: when it is to be done',
        '未完成的行也有日期：此列为整改时限',
      ),
    );
  } else if (counts.closedWith > 0 && counts.said > 0) {
    decide(
      column,
      read,
      'closedOn',
      said('doneOfClosed', 'Rows that are closed have a day: when it was done', '已完成的行才有日期：此列为完成时间'),
    );
  } else {
    return { column: column.column, doubt: asked(column) };
  }
  return null;
}

function decide(column: Column, read: LedgerColumnsRead, field: 'dueOn' | 'closedOn', why: Column['why']): void {
  column.sure = 'likely';
  column.why = why;
  column.role = 'plain';
  if (field === column.field) return;
  column.field = field;
  read.byField.set(
    'closedOn',
    (read.byField.get('closedOn') ?? []).filter((each) => each !== column),
  );
  read.byField.set(field, [column]);
}

function roughState(row: RawRow, columns: readonly Column[], { words }: Choices): 'open' | 'closed' | undefined {
  for (const { column, field, role, name } of columns) {
    const cell = row.cells[column];
    if (cell === undefined || (field !== 'status' && field !== 'isClosed' && role !== 'progress')) continue;
    const text = lineText(cellText(cell));
    const tick = role === 'tick' && isTicked(text) === true ? statusOf(name)?.meaning : undefined;
    const meaning =
      role === 'tick'
        ? tick
        : (field === 'measure' ? statusInProse(text, words?.status) : statusOf(text, words?.status))?.meaning;
    if (meaning === 'open' || meaning === 'closed') return meaning;
  }
  return undefined;
}

function asked(column: Column): Doubt {
  const doubt: Doubt = {
    ...said(
      'completionAsked',
      `“${column.header}”: when it is to be done, or when it was?`,
      `“${column.header}”是计划完成的时间，还是实际完成的时间？`,
    ),
    key: `completion:${column.column}`,
    field: 'closedOn',
    shown: column.header,
    options: [
      { value: 'dueOn', label: 'When it is to be done', labelZh: '计划完成（整改时限）' },
      { value: 'closedOn', label: 'When it was done', labelZh: '实际完成（已完成）' },
    ],
  };
  column.sure = 'unsure';
  column.why = { code: doubt.code, message: doubt.message, messageZh: doubt.messageZh };
  return doubt;
}
