/** A case as a row of an exported ledger: the headers are those that the import understands. */
import type { Calendar } from '../domain/calendar.js';
import type { Day } from '../domain/day.js';
import { OUTCOME_WORDS, SOURCE_WORDS } from '../domain/vocabulary/case-words.js';
import type { Stage } from '../domain/words.js';
import type { RowSaid } from './plan/row-said.js';
import type { LedgerCase } from '../store/files/ledger.store.js';
import { inBrackets, OWN_NUMBER, OWN_VERSION } from './ledger-note.js';
import { sourceOf } from './reading/source-words.js';

export const EXPORT_HEADERS = [
  '序号',
  OWN_NUMBER,
  '编号',
  '标题',
  '问题描述',
  '问题来源',
  '问题类别',
  '责任单位',
  '协办单位',
  '责任领导',
  '责任人',
  '反映时间',
  '交办时间',
  '整改时限',
  '完成时间',
  '是否销号',
  '整改状态',
  '整改措施',
  '备注',
  OWN_VERSION,
] as const;
export type ExportHeader = (typeof EXPORT_HEADERS)[number];

/** Headers whose cells are days. */
export const DAY_HEADERS: readonly ExportHeader[] = ['反映时间', '交办时间', '整改时限', '完成时间'];

/** Cells by header; days as 'YYYY-MM-DD', an absent one is empty. */
export type ExportRow = Partial<Record<ExportHeader, string | number>>;

/** The column 整改状态 of ledgers: how far an open case is, in words that the import knows again. */
const PROGRESS_WORDS: Record<Stage, string> = {
  collected: '已收集',
  assigned: '待签收',
  deadline: '整改中',
  followUpVisit: '待回访',
  closed: '已销号',
};
/** Fields of a note that have columns of their own or say nothing about the issue. */
const PLACED = new Set<string>([...EXPORT_HEADERS, '台账时限']);

/** The row of a case; `serial` counts from 1 within the file. The raiser is encrypted and in no ledger. */
export function exportRow(found: LedgerCase, serial: number, calendar: Calendar): ExportRow {
  const { number, externalKey, title, description, source, outcome, stage, said } = found;
  const note = new Map(found.note);
  const measure = said.map(({ payload }) => payload['measure']).findLast((text) => typeof text === 'string');
  const isStruckOff = outcome === 'resolved' || outcome === 'unverified';
  const sourceText = note.get('问题来源');
  const keepsSource = sourceText !== undefined && sourceOf(sourceText) === source;
  const rest = [...note].filter(([name]) => !PLACED.has(name)).map(([name, value]) => `${inBrackets(name)}${value}`);
  if (sourceText !== undefined && !keepsSource) rest.push(`${inBrackets('来源')}${sourceText}`);
  const assigned = note.get('交办时间') ?? (found.takenOver ? undefined : dayOf(found.assignedAt, calendar));
  const row: Record<ExportHeader, string | number | null | undefined> = {
    序号: serial,
    系统编号: number,
    系统版本: found.version,
    编号: externalKey?.startsWith('id:') === true ? externalKey.slice(3) : number,
    标题: title,
    问题描述: description,
    问题来源: keepsSource ? sourceText : SOURCE_WORDS[source]['zh-CN'],
    问题类别: note.get('问题类别') ?? found.categoryZh,
    责任单位: found.leadUnit ?? note.get('责任单位'),
    协办单位: [...found.supportingUnits, ...(note.get('协办单位')?.split('、') ?? [])].join('、'),
    责任领导: note.get('责任领导'),
    责任人: note.get('责任人'),
    反映时间: found.collectedOn,
    交办时间: assigned?.slice(0, 10),
    整改时限: found.dueOn ?? note.get('整改时限'),
    完成时间: found.closedOn ?? note.get('完成时间'),
    是否销号: isStruckOff ? '是' : '否',
    整改状态: outcome === null ? PROGRESS_WORDS[stage] : OUTCOME_WORDS[outcome]['zh-CN'],
    整改措施: measure ?? note.get('整改措施'),
    备注: [...(note.get('备注') === undefined ? [] : [note.get('备注')]), ...rest].join('\n'),
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value != null && value !== '')) as ExportRow;
}

/** What the row of a case says, to hold an export that comes home against. */
export function exportSaid(found: LedgerCase, calendar: Calendar): RowSaid {
  const row = exportRow(found, 1, calendar);
  const text = (header: ExportHeader): string | undefined =>
    row[header] === undefined ? undefined : String(row[header]);
  const supporting = text('协办单位')?.split('、');
  const said = {
    title: found.title,
    description: found.description,
    categoryName: text('问题类别'),
    unitName: text('责任单位'),
    leadUnitId: found.leadUnitId ?? undefined,
    supportingUnitNames: supporting,
    supportingUnitIds: found.supportingUnitIds,
    dueOn: text('整改时限'),
    measure: text('整改措施'),
    status: text('整改状态'),
    closedOn: found.outcome === null ? undefined : text('完成时间'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as unknown as RowSaid;
}

function dayOf(at: number | null, calendar: Calendar): Day | undefined {
  return at === null ? undefined : calendar.dayOf(at);
}
