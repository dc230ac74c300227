/** How a later version of a ledger differs from what stands: cell by cell against what the earlier import said, and which command carries it. */
import type { Calendar } from '../../domain/calendar.js';
import type { Day } from '../../domain/day.js';
import type { KnownCase } from '../../store/files/ledger.store.js';
import type { LedgerEntry } from '../reading/entry.js';
import type { Choices, Doubt, Said } from '../reading/reading.js';
import { type ChangeStep, closingDeed, type Deciding, type Deed, departureDeed, dueDeed } from './case-deeds.js';
import type { Change, ChangedField } from './row-plan.js';
import type { RowSaid } from './row-said.js';
import { answerTo, option, said } from './said.js';

export interface CaseChanges {
  changes: Change[];
  steps: ChangeStep[];
  /** Lines of one comment, `name：from → to`. */
  comment: string[];
  doubts: Doubt[];
}

export interface Compared {
  line: number;
  entry: LedgerEntry;
  /** What the earlier import of this case said; null where none is on record. */
  before: RowSaid | null;
  present: KnownCase;
  /** Units and category as they are meant now; null where the ledger names none or nobody answered which. */
  lead: { id: string; name: string } | null;
  supporting: { id: string; name: string }[] | null;
  category: { id: string; name: string } | null;
  /** Of ids as the office calls them. */
  nameOf: (id: string) => string;
  /** True where the ledger is an export of ours and the case has moved on since. */
  isOutdated: boolean;
  /** What the commands give as their reason. */
  reason: string;
  /** Who sends them: works for the lead unit, or for any unit of the case. */
  isOfLead: boolean;
  isOfUnits: boolean;
  calendar: Calendar;
  today: Day;
  /** How the ledger says that the issue left without being struck off. */
  drop: 'REJECT' | 'WITHDRAW' | undefined;
}

const NAMES: Record<ChangedField, string> = {
  title: '标题',
  description: '问题描述',
  categoryName: '问题类别',
  unitName: '责任单位',
  supportingUnitNames: '协办单位',
  dueOn: '整改时限',
  measure: '整改措施',
  status: '整改状态',
  closedOn: '完成时间',
};

const CLOSED: Said = said(
  'changedAfterClosing',
  '事项已办结，导入只留言',
  'The case is closed: the import leaves a comment',
);
const WORK: Said = said(
  'progressOfUnit',
  '进展由责任单位的人填报，导入以留言保留',
  'Progress is reported by people of the unit: the import keeps it as a comment',
);
const TEXT: Said = said(
  'textStays',
  '原文不改，新的说法以留言保留',
  'What was said first stays: the new words are kept as a comment',
);

/** The differences that are news: what the ledger says otherwise than its earlier version, or, without one, than what stands. A cell that is empty now
 *  takes nothing away. Where people changed the same since, the row is asked. */
export function caseChanges(compared: Compared, choices: Pick<Choices, 'answers'>): CaseChanges {
  const out: CaseChanges = { changes: [], steps: [], comment: [], doubts: [] };
  const { entry, before, present, lead, supporting, category, nameOf, reason } = compared;
  const isOpen = present.outcome === null;
  const commands = isOpen && present.workflowVersion >= 2;
  const isCollected = present.stage === 'collected';

  const news = (field: ChangedField, cell: Cell): boolean => {
    if (cell.to === null || isSame(cell.before, cell.to) || isSame(cell.now, cell.to)) return false;
    const moved =
      cell.before === undefined ? compared.isOutdated : cell.now !== undefined && !isSame(cell.now, cell.before);
    if (!moved) return true;
    const key = `conflict:${field}`;
    const answer = answerTo(choices, key, compared.line);
    if (answer === 'here') return false;
    if (answer === 'ledger') return true;
    const doubt = conflict(field, cell, key, present.number);
    out.doubts.push(doubt);
    const { code, message, messageZh } = doubt;
    out.changes.push(change(field, cell, null, null, { code, message, messageZh }));
    return false;
  };
  const comment = (field: ChangedField, cell: Cell, why: Said): void => {
    out.changes.push(change(field, cell, 'COMMENT', why, null));
    out.comment.push(`${NAMES[field]}：${cell.shownFrom === null ? '' : `${cell.shownFrom} → `}${cell.shownTo ?? ''}`);
  };

  const deciding: Deciding = { ...compared, choices };
  /** By its command where there is one for this person; one that is asked about waits. */
  const carry = (field: ChangedField, cell: Cell, deed: Deed): void => {
    if ('step' in deed) {
      out.changes.push(change(field, cell, deed.step.type, deed.why, null));
      out.steps.push(deed.step);
    } else if ('doubt' in deed) {
      const { code, message, messageZh } = deed.doubt;
      out.changes.push(change(field, cell, null, { code, message, messageZh }, null));
      out.doubts.push(deed.doubt);
    } else comment(field, cell, deed.why);
  };

  const corrected: Record<string, unknown> = {};
  const correct = (field: ChangedField, cell: Cell, payload: Record<string, unknown>): void => {
    if (!commands) return comment(field, cell, isOpen ? TEXT : CLOSED);
    out.changes.push(change(field, cell, 'CORRECT', null, null));
    Object.assign(corrected, payload);
  };

  const title = cellOf(entry.title, before?.title, present.title);
  if (news('title', title)) correct('title', title, { title: entry.title });
  const text = cellOf(entry.description, before?.description, present.description);
  if (news('description', text)) comment('description', text, TEXT);

  if (category !== null) {
    const cell = idCell(
      category,
      before === null ? undefined : before.categoryName,
      present.categoryId,
      nameOf,
      entry.categoryName,
    );
    if (news('categoryName', cell)) correct('categoryName', cell, { categoryId: category.id });
  }

  let assigns: Record<string, unknown> | undefined;
  if (lead !== null) {
    const cell = idCell(
      lead,
      before?.leadUnitId ?? (before === null ? undefined : before.unitName),
      present.leadUnitId,
      nameOf,
      entry.unitName,
    );
    if (news('unitName', cell)) {
      const supportingUnitIds = (supporting ?? []).map(({ id }) => id).filter((id) => id !== lead.id);
      if (isCollected && isOpen) {
        out.changes.push(change('unitName', cell, 'ASSIGN', null, null));
        const due = entry.dueOn === undefined ? {} : { dueOn: entry.dueOn };
        assigns = { leadUnitId: lead.id, supportingUnitIds, ...due, note: reason };
        out.steps.push({ type: 'ASSIGN', payload: assigns });
      } else if (commands) {
        out.changes.push(change('unitName', cell, 'TRANSFER', null, null));
        assigns = { leadUnitId: lead.id, supportingUnitIds, reason };
        out.steps.push({ type: 'TRANSFER', payload: assigns });
      } else comment('unitName', cell, CLOSED);
    }
  }

  if (supporting !== null && assigns === undefined) {
    const cell: Cell = {
      to: key(supporting.map(({ id }) => id)),
      before: before === null ? undefined : key(before.supportingUnitIds ?? []),
      now: key(present.supportingUnitIds),
      shownFrom: present.supportingUnitIds.map(nameOf).join('、') || null,
      shownTo: supporting.map(({ name }) => name).join('、'),
    };
    if (!isCollected && news('supportingUnitNames', cell))
      correct('supportingUnitNames', cell, { supportingUnitIds: supporting.map(({ id }) => id) });
  }
  if (Object.keys(corrected).length > 0) out.steps.push({ type: 'CORRECT', payload: { ...corrected, reason } });

  const due = cellOf(entry.dueOn ?? null, before === null ? undefined : (before.dueOn ?? null), present.dueOn);
  if (news('dueOn', due)) {
    if (assigns?.['dueOn'] !== undefined) out.changes.push(change('dueOn', due, 'ASSIGN', null, null));
    // Of a unit that gets the case by this very row nobody has asked for anything yet.
    else if (!commands) comment('dueOn', due, CLOSED);
    else carry('dueOn', due, dueDeed(assigns === undefined ? deciding : { ...deciding, isOfLead: false }));
  }
  // What stands of these is said in many lines of history: only another version of the ledger can be compared with.
  const progress: string[] = [];
  for (const field of ['measure', 'status'] as const) {
    if (before === null) continue;
    const cell = cellOf(entry[field] ?? null, before[field] ?? null, undefined);
    if (!news(field, cell)) continue;
    if (field === 'status' && compared.drop !== undefined && commands) {
      carry(field, cell, departureDeed(deciding, compared.drop));
    } else if (commands && compared.isOfUnits && present.stage === 'deadline' && assigns === undefined) {
      out.changes.push(change(field, cell, 'PROGRESS', null, null));
      progress.push(`${NAMES[field]}：${cell.shownTo ?? ''}`);
    } else comment(field, cell, isOpen ? WORK : CLOSED);
  }
  if (progress.length > 0) out.steps.push({ type: 'PROGRESS', payload: { text: progress.join('\n') } });
  const closing = cellOf(
    entry.isClosed ? (entry.closedOn ?? null) : null,
    before === null ? undefined : (before.closedOn ?? null),
    present.closedOn,
  );
  if (news('closedOn', closing)) {
    const isNew = assigns !== undefined;
    if (!isOpen) comment('closedOn', closing, CLOSED);
    else carry('closedOn', closing, closingDeed(isNew || !commands ? { ...deciding, isOfLead: false } : deciding));
  }
  return out;
}

interface Cell {
  /** Null: the ledger says nothing. Undefined: not known. */
  to: string | null;
  before: string | null | undefined;
  now: string | null | undefined;
  shownFrom: string | null;
  shownTo: string | null;
}

function cellOf(to: string | null, before: string | null | undefined, now: string | null | undefined): Cell {
  return { to, before, now, shownFrom: (now === undefined ? before : now) ?? null, shownTo: to };
}

/** By the ids, and by the words where the earlier ledger had no id for them. */
function idCell(
  to: { id: string; name: string },
  before: string | undefined,
  now: string | null,
  nameOf: (id: string) => string,
  written: string | undefined,
): Cell {
  const isSameWord = before !== undefined && (before === to.id || before === written);
  return {
    to: to.id,
    before: isSameWord ? to.id : before,
    now: now ?? (before === undefined ? null : before),
    shownFrom: now === null ? null : nameOf(now),
    shownTo: to.name,
  };
}

/** Blanks and line ends do not count: spreadsheets change them. */
function isSame(a: string | null | undefined, b: string | null | undefined): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.replace(/\s/g, '') === b.replace(/\s/g, ''));
}

const key = (ids: readonly string[]): string => [...ids].sort().join();

function change(
  field: ChangedField,
  cell: Cell,
  command: string | null,
  why: Said | null,
  conflict: Said | null,
): Change {
  return { field, from: cell.shownFrom, to: cell.shownTo, command, why, conflict };
}

function conflict(field: ChangedField, cell: Cell, key: string, number: string): Doubt {
  const [from, to] = [cell.shownFrom ?? '—', cell.shownTo ?? '—'];
  return {
    key,
    field,
    shown: to,
    code: 'ledger.row.changedSince',
    message: `${number} was changed here since: it says “${from}”, the ledger “${to}”`,
    messageZh: `${number} 的${NAMES[field]}此后已在系统中改为“${from}”，台账为“${to}”`,
    options: [
      option('here', `保留系统中的“${from}”`, `Keep “${from}” as it stands here`),
      option('ledger', `改为台账的“${to}”`, `Change it to “${to}” as the ledger has it`),
    ],
    suggested: 'here',
  };
}
