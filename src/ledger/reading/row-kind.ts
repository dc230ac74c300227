/** What a row below the header is: an issue, more of the issue above, or part of the paper. */
import { cellText, type RawRow } from './cell.js';
import type { Column } from './column.js';
import { lineText } from './plain-text.js';
import type { Choices, Doubt, Option, RowKind, RowReading, Said, Sureness } from './reading.js';
import { AS_WRITTEN, CHOSEN, said } from './said.js';

export type KindReading = Pick<RowReading, 'kind' | 'sure' | 'why'> & { doubt?: Doubt; left?: boolean };

const TOTAL = /^(合计|总计|小计|共计|累计|总数|合 计|计|total|subtotal|sum)(数|件数)?[:：]?\d*$/i;
const TOTAL_TEXT =
  /^(合计|总计|小计|共计|累计|共有?|总数|以上共|本表共|本页共|其中)[:：]?[^\d]{0,8}\d+\s*(件|项|条|个|起|宗|笔|户)/;
/** `8件`, `8件（已完成2件）`, `8件，已完成2件，完成率25%`. */
const COUNT =
  /^[\d.]*\s*(件|项|条|个|起|宗|笔|户|%)?([（(][^（()）]*[)）])?([，,、；;]\s*[^\d，,、；;]{0,8}[\d.]+\s*(件|项|条|个|起|宗|笔|户|%)?)*([（(].*[)）])?[。]?$/;
const FOOTER =
  /^[（(]?((填|制|汇总|统计|登记|整理|录入|报送|上报|校对|核对|记录|联络|经手|编制)(表|报)?(人|人员|单位|部门)|填表人|填报人|制表人|制表|填表|审核人|审核|审批人|审签|复核|经办人|填表单位|填报单位|报送单位|单位[（(]盖章|填报日期|填表日期|填报时间|制表日期|报送时间|日期|联系电话|联系人|电话|主要领导|分管领导|单位负责人|负责人|签字|签名|盖章|主要负责同志|领导签字|党委书记|局长|抄送|附件|附|prepared by|reviewed by|approved by|checked by|signed|note|notes|注|备注|说明|填表说明|填写说明|注意|备注说明)(签字|签名|签章|[（(].{0,8}[)）])?\s*\d?\s*[:：]/i;
const SECTION =
  /^(第?[一二三四五六七八九十百]{1,3}([、.．,，:：章节部批]|季度|是)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[ⅠⅡⅢⅣⅤⅥⅦⅧ]+[、.．]?|\d{1,2}月份?$|(19|20)\d\d年|part|section)/i;
const SECTION_END = /(方面|类|部分|领域|季度|月份|一览|清单|台账|批次|问题[（(].{0,12}[)）])(问题)?[:：]?$/;

interface Own {
  column: Column;
  text: string;
}

/** The kind of `row`. `hasIssue`: an issue stands above it, without a heading between. */
export function rowKind(row: RawRow, columns: readonly Column[], hasIssue: boolean, choices: Choices): KindReading {
  const chosen = choices.rows?.[row.line];
  if (chosen !== undefined) return chosenKind(chosen);
  const own = ownCells(row, columns);
  const [first] = own;
  if (row.problem) return of('issue', 'sure', AS_WRITTEN);
  if (first === undefined) return of('blank', 'sure', said('blankRow', 'Holds nothing', '空行'));
  const furniture = headerAgain(own) ?? total(own) ?? footer(own);
  if (furniture) return answeredKind(furniture, row.line, choices);
  const isFilled = (fields: readonly string[]): boolean =>
    columns.some((column) => fields.includes(column.field ?? '') && row.filled?.includes(column.column) === true);
  const has = (...fields: string[]): boolean => own.some(({ column }) => fields.includes(column.field ?? ''));
  const mapped = columns.filter(({ field }) => field !== null).length;
  const says = has('description', 'title');
  const numbered = has('serial', 'externalId');
  if (own.length === 1 || own.every(({ text }) => text === first.text)) {
    const alone = lonely(first, says, mapped, columns);
    if (alone) return answeredKind(alone, row.line, choices);
  }
  if (own.every(({ column, text }) => column.field === 'serial' && /^\d+$/.test(text))) {
    return of('blank', 'likely', said('onlySerial', 'Only a serial number', '只有序号，没有内容'));
  }
  if (!says) {
    if (numbered) {
      if (!isFilled(['description', 'title'])) return of('issue', 'sure', AS_WRITTEN);
      return answeredKind(
        asked(
          'mergedText',
          first.text,
          'continuation',
          'Its text is merged with the row above, its number is its own',
          '问题描述与上一行合并，但序号各自独立',
        ),
        row.line,
        choices,
      );
    }
    if (!hasIssue) return of('issue', 'sure', AS_WRITTEN);
    return isFilled(['description', 'title'])
      ? of('continuation', 'sure', said('mergedRow', 'Merged with the issue above', '与上一行合并单元格，属同一问题'))
      : of(
          'continuation',
          'likely',
          said(
            'noTextOfItsOwn',
            'No number and no text of its own: more of the issue above',
            '没有序号和问题描述，视为上一问题的续行',
          ),
        );
  }
  if (!numbered && isFilled(['serial', 'externalId']) && hasIssue) {
    return answeredKind(
      asked(
        'mergedNumber',
        first.text,
        'issue',
        'Its number is merged with the row above, its text is its own',
        '序号与上一行合并，但问题描述各自独立',
      ),
      row.line,
      choices,
    );
  }
  return of('issue', 'sure', AS_WRITTEN);
}

/** Cells that hold something of their own: merged ones belong to the row where they begin. */
export function ownCells(row: RawRow, columns: readonly Column[]): Own[] {
  const own: Own[] = [];
  for (const column of columns) {
    const cell = row.cells[column.column];
    if (cell === undefined || column.isSide || row.filled?.includes(column.column)) continue;
    const text = lineText(cellText(cell));
    if (text !== '') own.push({ column, text });
  }
  return own;
}

function headerAgain(own: Own[]): KindReading | undefined {
  const again = own.filter(({ column, text }) => {
    if (text.length > 60) return false;
    const bare = text.replace(/[\s*]/g, '');
    return [column.name, column.group, column.header].some(
      (each) => each !== '' && each.replace(/[\s*]/g, '') === bare,
    );
  });
  if (again.length >= 2 && again.length * 2 > own.length) {
    return of('header', 'sure', said('headerAgain', 'The header again', '重复的表头'));
  }
  const numbers = own.map(({ text }) => Number(text));
  if (own.length >= 3 && own[0]!.column.column <= 1 && numbers.every((number, at) => number === at + 1)) {
    return of('header', 'likely', said('columnNumbers', 'The numbers of the columns', '列号行'));
  }
  return undefined;
}

function total(own: Own[]): KindReading | undefined {
  const says = own.slice(0, 3).some(({ text }) => text.length < 12 && TOTAL.test(text.replace(/\s/g, '')));
  const texts = own.filter(({ column }) => column.field === 'description' || column.field === 'title');
  if (
    says &&
    texts.every(({ text }) => COUNT.test(text) || TOTAL.test(text.replace(/\s/g, '')) || TOTAL_TEXT.test(text))
  ) {
    return of('total', 'sure', said('total', 'A line of totals', '合计行'));
  }
  // 合计 where an issue would say its number or its name, and a text that counts nothing: neither is taken for granted.
  if (says)
    return asked(
      'maybeTotal',
      texts[0]?.text ?? own[0]!.text,
      'total',
      'Begins as a line of totals and says more',
      '像是合计行，但还写了别的内容',
    );
  const [first] = own;
  const isSum =
    first !== undefined &&
    own.length <= 4 &&
    (TOTAL_TEXT.test(first.text) || (/^\d+\s*(件|项|条)$/.test(first.text) && own.length <= 2));
  const isNumbered = own.some(({ column, text }) => column.field === 'serial' && /^\d+$/.test(text));
  return isSum && !isNumbered ? of('total', 'likely', said('total', 'A line of totals', '合计行')) : undefined;
}

function footer(own: Own[]): KindReading | undefined {
  const [first] = own;
  if (first === undefined || own.length > 6 || !FOOTER.test(first.text)) return undefined;
  // 电话：未公示 as a text that a unit is to answer for is an issue.
  const isText = first.column.field === 'description' || first.column.field === 'title';
  if (isText && own.some(({ column }) => OF_ISSUES.includes(column.field ?? ''))) return undefined;
  const others = own.slice(1).filter(({ column }) => column.field === 'description' || column.field === 'title');
  if (others.some(({ text }) => !/[:：]/.test(text))) return undefined;
  return of('footer', 'sure', said('footer', 'A note or a signature below the table', '表尾的注释或签字'));
}

const OF_ISSUES: readonly string[] = [
  'serial',
  'externalId',
  'unitName',
  'raisedOn',
  'dueOn',
  'closedOn',
  'isClosed',
  'status',
];

/** A single text in a row: a heading, a row of a form not filled in, or a question. */
function lonely(
  { column, text }: Own,
  says: boolean,
  mapped: number,
  columns: readonly Column[],
): KindReading | undefined {
  if (mapped < 3) return undefined;
  if (/^[\d.]+$/.test(text)) return undefined;
  const heading = said('heading', 'A heading: rows below it stand under it', '小标题：其下各行归入此标题');
  const isFirst = columns.find(({ isSide }) => !isSide)?.column === column.column;
  const isSection = SECTION.test(text) || (SECTION_END.test(text) && text.length <= 30);
  if (isFirst && (column.field === 'serial' || isSection || column.field === null))
    return of('heading', isSection ? 'sure' : 'likely', heading);
  if (column.field === 'serial' || column.field === 'externalId') return of('heading', 'likely', heading);
  if (!says) return isSection && isFirst ? of('heading', 'likely', heading) : undefined;
  if (isSection && text.length <= 40) return of('heading', 'likely', heading);
  const numbers = columns.some(({ field }) => field === 'serial' || field === 'externalId');
  return numbers
    ? asked(
        'onlyText',
        text,
        'issue',
        'Only a text, without a number: an issue or a heading?',
        '只有一段文字，没有序号：是问题还是小标题？',
      )
    : undefined;
}

const KIND_OPTIONS: Option[] = [
  { value: 'issue', label: 'An issue of its own', labelZh: '单独的问题' },
  { value: 'continuation', label: 'More of the issue above', labelZh: '上一问题的续行' },
  { value: 'heading', label: 'A heading', labelZh: '小标题' },
  { value: 'total', label: 'A line of totals', labelZh: '合计行' },
  { value: 'leave', label: 'Leave it out', labelZh: '不导入' },
];

function asked(code: string, shown: string, suggested: RowKind, message: string, messageZh: string): KindReading {
  const why = said(code, message, messageZh);
  return {
    kind: suggested,
    sure: 'unsure',
    why,
    doubt: { ...why, key: `row:${code}`, field: null, shown, options: KIND_OPTIONS, suggested },
  };
}

function answeredKind(reading: KindReading, line: number, choices: Choices): KindReading {
  if (reading.doubt === undefined) return reading;
  const answer = choices.answers?.[`${reading.doubt.key}@${line}`] ?? choices.answers?.[reading.doubt.key];
  const known = KIND_OPTIONS.find(({ value }) => value === answer)?.value as RowKind | 'leave' | undefined;
  return known === undefined ? reading : chosenKind(known);
}

function chosenKind(chosen: RowKind | 'leave'): KindReading {
  return chosen === 'leave' ? { kind: 'issue', sure: 'sure', why: CHOSEN, left: true } : of(chosen, 'sure', CHOSEN);
}

function of(kind: RowKind, sure: Sureness, why: Said): KindReading {
  return { kind, sure, why };
}
