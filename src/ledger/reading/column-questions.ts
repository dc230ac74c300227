/** What has to be asked about the columns of a ledger. */
import type { Field } from './entry.js';
import type { Column, LedgerColumnsRead } from './column.js';
import type { Choices, Doubt, Option } from './reading.js';
import { CHOSEN, said } from './said.js';

const DAY_OPTIONS: Option[] = [
  { value: 'dueOn', label: 'Due day', labelZh: '整改时限' },
  { value: 'closedOn', label: 'Day it was done', labelZh: '完成（销号）时间' },
];
const NOTE_OPTION: Option = { value: 'none', label: 'Keep it in the note', labelZh: '记入备注' };

/** What has to be asked about columns: days, units, statuses and texts under headers nobody knows, where a ledger's own column of the
 *  kind is missing. */
export function columnQuestions(columns: Column[], choices: Choices): LedgerColumnsRead['doubts'] {
  const has = (...fields: Field[]): boolean => columns.some(({ field }) => fields.includes(field as Field));
  const doubts: LedgerColumnsRead['doubts'] = [];
  const ask = (column: Column, message: string, messageZh: string, options: Option[], suggested?: string): void => {
    column.sure = 'unsure';
    const doubt: Doubt = {
      ...said('columnAsked', message, messageZh),
      key: `column:${column.column}`,
      field: null,
      shown: column.header,
      options: [...options, NOTE_OPTION],
      ...(suggested === undefined ? {} : { suggested }),
    };
    column.why = { code: doubt.code, message, messageZh };
    doubts.push({ column: column.column, doubt });
  };
  const noDescription = !has('description', 'title');
  const open = columns.filter(
    (column) =>
      column.field === null &&
      column.why !== CHOSEN &&
      !column.isSide &&
      column.profile.filled > 0 &&
      choices.answers?.[`column:${column.column}`] === undefined &&
      column.why.code === 'ledger.read.unknownHeader',
  );
  for (const column of open) {
    const { days, units, statuses, meanLength } = column.profile;
    const { header } = column;
    if (days >= 0.6 && (!has('dueOn') || !has('closedOn'))) {
      const raised: Option = { value: 'raisedOn', label: 'Day it was raised', labelZh: '反映时间' };
      ask(
        column,
        `What days stand under “${header}”?`,
        `“${header}”列的日期是什么？`,
        has('raisedOn') ? DAY_OPTIONS : [...DAY_OPTIONS, raised],
      );
    } else if (units >= 0.6 && !has('unitName')) {
      ask(
        column,
        `Is “${header}” the unit responsible?`,
        `“${header}”列是责任单位吗？`,
        [
          { value: 'unitName', label: 'The unit responsible', labelZh: '责任单位' },
          { value: 'supportingUnitNames', label: 'Supporting units', labelZh: '协办单位' },
        ],
        'unitName',
      );
    } else if (statuses >= 0.6 && !has('status', 'isClosed') && meanLength <= 8) {
      ask(
        column,
        `Does “${header}” say how far it is?`,
        `“${header}”列是整改状态吗？`,
        [{ value: 'status', label: 'Its status', labelZh: '整改状态' }],
        'status',
      );
    }
  }
  if (noDescription) {
    const longest = columns
      .filter(
        ({ field, isSide, profile }) =>
          (field === null || field === 'remark' || field === 'measure') && !isSide && profile.filled > 0,
      )
      .sort((a, b) => b.profile.meanLength - a.profile.meanLength)[0];
    if (longest !== undefined) {
      for (const each of doubts.splice(0)) if (each.column !== longest.column) doubts.push(each);
      ask(
        longest,
        'Which column says what the issue is?',
        '哪一列是问题描述？',
        [{ value: 'description', label: 'The issue', labelZh: '问题描述' }],
        'description',
      );
    }
  }
  return doubts;
}
