/** Sorts the rows of a ledger: new ones become intents, known ones join their case, the rest is refused with its reason. */
import type { Calendar } from '../domain/calendar.js';
import type { Intent } from '../executor/intent.js';
import type { KnownCase } from '../store/files/ledger.store.js';
import { OWN_NUMBER, type NoteFields } from './ledger-note.js';
import type { NameResolver } from './name-resolver.js';
import type { ImportedRow, MergedRow } from './reading/account.js';
import type { Problem, RowRefusal } from './reading/cell.js';
import type { LedgerEntry } from './reading/entry.js';
import type { LedgerColumns } from './reading/headers.js';
import { additionOf, saysTheSame, type Addition } from './row-addition.js';
import { rowIntent, type IntentMaker } from './row-intent.js';
import { dropOf, rowMoments, type RowMoments } from './row-moments.js';

/** A row that will be a case, with everything judged that needs no units. */
export interface CandidateRow {
  row: ImportedRow;
  moments: RowMoments;
}

/** A row that joins a case. `to` is the case itself, or the line of the row that becomes it. */
export interface JoiningRow {
  line: number;
  to: { caseId: string; number: string } | { line: number };
  problem: Problem;
  /** Null where it says nothing that the case does not hold. */
  addition: Addition | null;
}

export interface SortedRows {
  candidates: CandidateRow[];
  joining: JoiningRow[];
  refused: RowRefusal[];
}

export interface PlannedRow {
  line: number;
  caseId: string;
  intent: Intent;
  became: 'closed' | 'dropped' | 'assigned' | 'collected';
}

/** The same row is never taken over twice, and nothing is added to a case of an office that the importer is not of, nor its number told. */
const OF_ANOTHER_OFFICE: Problem = {
  code: 'ledger.row.ofAnotherOffice',
  message: 'An issue with this number or content is on record at another office',
  messageZh: '相同编号或内容的事项已由其他整改办登记，不能在此导入',
};

/** New rows in order of the day raised, so that numbers follow time; rows whose number or content a case bears already join it. */
export function sortRows(
  account: { imported: ImportedRow[]; merged: MergedRow[]; refused: RowRefusal[] },
  known: readonly KnownCase[],
  how: {
    calendar: Calendar;
    now: number;
    fileName: string;
    resolver: NameResolver;
    isOwn: (found: KnownCase) => boolean;
  },
): SortedRows {
  const byKey = new Map(known.flatMap((found) => (found.externalKey === null ? [] : [[found.externalKey, found]])));
  const byNumber = new Map(known.map((found) => [found.number, found]));
  const sorted: SortedRows = { candidates: [], joining: [], refused: [...account.refused] };
  const rows = new Map<number, ImportedRow>();
  for (const row of account.imported) {
    const { entry, line, identity } = row;
    rows.set(line, row);
    const present = byKey.get(identity) ?? ownCase(entry, byNumber);
    if (present !== undefined && !how.isOwn(present)) {
      sorted.refused.push({ line, ...OF_ANOTHER_OFFICE });
      continue;
    }
    if (present !== undefined) {
      sorted.joining.push(alreadyThere(row, present, how.fileName));
      continue;
    }
    const moments = rowMoments(entry, how.calendar, how.now);
    const problem = 'problem' in moments ? moments.problem : namesProblem(entry, how.resolver);
    if (problem !== undefined) sorted.refused.push({ line, ...problem });
    else if (!('problem' in moments)) sorted.candidates.push({ row, moments });
  }
  sorted.candidates.sort((a, b) => a.moments.raisedAt - b.moments.raisedAt || a.row.line - b.row.line);
  const there = new Map(sorted.joining.map((joining) => [joining.line, joining.to]));
  for (const merged of account.merged) {
    const { line, into, entry, code, message, messageZh } = merged;
    const first = rows.get(into);
    const news = first === undefined || !saysTheSame(entry, first.entry);
    const addition = news ? additionOf(entry, first?.identity ?? `line:${into}`, how.fileName) : null;
    sorted.joining.push({
      line,
      to: there.get(into) ?? { line: into },
      problem: { code, message, messageZh },
      addition,
    });
  }
  return sorted;
}

/** A row of an export that comes back to the tenant it left: our number, and our title or our words (the other may have been edited
 *  in Excel). Another tenant's case may bear the same number, so the number alone proves nothing. */
function ownCase(entry: LedgerEntry, byNumber: ReadonlyMap<string, KnownCase>): KnownCase | undefined {
  const found = byNumber.get(entry.extra[OWN_NUMBER] ?? entry.externalId ?? '');
  const isOurs = found?.title === entry.title || found?.description === entry.description;
  return isOurs ? found : undefined;
}

function alreadyThere({ line, entry, identity }: ImportedRow, present: KnownCase, fileName: string): JoiningRow {
  const { id: caseId, number, title, description, stage } = present;
  const same = title === entry.title && description === entry.description;
  const closes = entry.isClosed && stage !== 'closed';
  const en = [
    same ? '' : '; its text differs and is kept with it',
    closes ? '; it is still open here and stays so' : '',
  ];
  const zh = [same ? '' : '；内容不同，随之保留', closes ? '；系统中尚未办结，不因导入而销号' : ''];
  return {
    line,
    to: { caseId, number },
    problem: {
      code: 'ledger.row.alreadyThere',
      message: `Is there already as ${number}${en.join('')}`,
      messageZh: `已有事项 ${number}${zh.join('')}`,
    },
    addition: same ? null : additionOf(entry, identity, fileName),
  };
}

function namesProblem(entry: LedgerEntry, resolver: NameResolver): Problem | undefined {
  if (entry.isClosed && entry.unitName === undefined) {
    return {
      code: 'ledger.row.noUnit',
      message: 'Closed, but no unit is named; give constants.unitName in the mapping if all rows are of one unit',
      messageZh: '已销号，但没有责任单位；如全部属同一单位，可在列对应关系中给出 constants.unitName',
    };
  }
  if (entry.isClosed || dropOf(entry) === undefined) {
    for (const name of [entry.unitName, ...(entry.supportingUnitNames ?? [])]) {
      const problem = name === undefined ? undefined : resolver.want(name);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** 整改时限 that ask for it at once. */
const AT_ONCE = /立行立改|即知即改|立改立行|立整立改|立即/;

/** The intents of the rows, once it is known which units there are. A closed row whose unit is unknown is refused. */
export function planRows(
  candidates: readonly CandidateRow[],
  columns: LedgerColumns,
  resolver: NameResolver,
  maker: IntentMaker,
): { planned: PlannedRow[]; refused: RowRefusal[] } {
  const planned: PlannedRow[] = [];
  const refused: RowRefusal[] = [];
  const dueHeader = columns.dueOn?.[0];
  for (const { row, moments } of candidates) {
    const { entry, identity, line } = row;
    const kept: NoteFields = [];
    const leadUnitId = entry.unitName === undefined ? undefined : resolver.unitId(entry.unitName);
    const isDropped = dropOf(entry) !== undefined;
    if (entry.unitName !== undefined && (leadUnitId === undefined || isDropped)) {
      if (entry.isClosed) {
        refused.push({
          line,
          code: 'ledger.row.unknownUnit',
          message: `“${entry.unitName}” is no unit of this office`,
          messageZh: `没有“${entry.unitName}”这个单位`,
        });
        continue;
      }
      kept.push(['责任单位', entry.unitName]);
    }
    const isAssigned = leadUnitId !== undefined && !isDropped;
    const supporting = (entry.supportingUnitNames ?? []).map((name) => ({
      name,
      id: isAssigned ? resolver.unitId(name) : undefined,
    }));
    const supportingUnitIds = [...new Set(supporting.flatMap(({ id }) => id ?? []))].filter((id) => id !== leadUnitId);
    const lost = supporting.filter(({ id }) => id === undefined).map(({ name }) => name);
    if (lost.length > 0) kept.push(['协办单位', lost.join('、')]);
    const category = resolver.categoryId(entry.categoryName);
    if (!category.known && entry.categoryName !== undefined) kept.push(['问题类别', entry.categoryName]);
    const isImmediate = dueHeader !== undefined && AT_ONCE.test(entry.extra[dueHeader] ?? '');
    const placed = {
      entry,
      identity,
      moments,
      leadUnitId,
      supportingUnitIds,
      categoryId: category.id,
      isImmediate,
      kept,
    };
    const became = isDropped
      ? 'dropped'
      : entry.isClosed
        ? 'closed'
        : leadUnitId === undefined
          ? 'collected'
          : 'assigned';
    planned.push({ line, became, ...rowIntent(placed, maker) });
  }
  return { planned, refused };
}
