/** One row of a ledger as one unit of work for the executor: everything the row says happens, or nothing of it. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import type { Collection, Intent, Step } from '../executor/intent.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import type { RaiserStore } from '../store/encrypted/raiser.store.js';
import { inParts, noteFields, noteText, type NoteFields } from './ledger-note.js';
import type { LedgerEntry } from './reading/entry.js';
import { dropOf, type RowMoments } from './row-moments.js';

/** Longest texts of the commands that carry them: COMMENT and ASSIGN.note, see engine/commands.ts. */
export const LONGEST_COMMENT = 4000;

/** A row with everything looked up. */
export interface PlacedRow {
  entry: LedgerEntry;
  identity: string;
  moments: RowMoments;
  leadUnitId: string | undefined;
  supportingUnitIds: string[];
  categoryId: string | undefined;
  /** 立行立改 in the column of due days: the short workflow. */
  isImmediate: boolean;
  /** What found no place: names without a match. */
  kept: NoteFields;
}

export interface IntentMaker {
  actor: Actor;
  officeUnitId: string;
  fileName: string;
  now: number;
  raisers: Pick<RaiserStore, 'encrypted'>;
}

/** Closed: collected on its day and taken over as struck off on its closing day, never counted as visited. Dropped (不予采纳, 撤回,
 *  并案): rejected or withdrawn on its day. Open with a known unit: assigned now, with the ledger's due day even when it is past
 *  (the clock settles now, so no order bears an old date). Open without one: stays collected. */
export function rowIntent(row: PlacedRow, maker: IntentMaker): { caseId: string; intent: Intent } {
  const { entry, moments } = row;
  const caseId = uuid();
  const collection = collectionOf(row, maker, caseId);
  const steps: Step[] = [{ kind: 'collect', collection }];
  const send = (type: string, at: number, payload: Record<string, unknown>): void => {
    const command = { id: uuid(), type, caseId, actor: maker.actor, at, payload };
    steps.push({ kind: 'command', command });
  };
  const comment = (text: string, at: number): void => {
    for (const part of inParts(text, LONGEST_COMMENT)) send('COMMENT', at, { text: part });
  };
  const drop = dropOf(entry);
  /** Keeps what found no place, `more` included, and answers it as text for the history. */
  const noted = (more: NoteFields): string => {
    const note = { fileName: maker.fileName, line: entry.line, fields: noteFields(entry, [...row.kept, ...more]) };
    if (note.fields.length > 0) collection.ledgerNote = note;
    return noteText(note);
  };
  const assignment = {
    leadUnitId: row.leadUnitId,
    supportingUnitIds: row.supportingUnitIds,
    ...(moments.dueOn === null ? {} : { dueOn: moments.dueOn }),
  };
  const measured: NoteFields = entry.measure === undefined ? [] : [['整改措施', entry.measure]];
  if (moments.closedAt !== null && drop !== undefined) {
    send(drop, moments.closedAt, { reason: `台账：${entry.status ?? ''}` });
    const note = noted(measured);
    if (collection.ledgerNote !== undefined) comment(note, moments.closedAt);
  } else if (moments.closedAt !== null) {
    send('TAKE_OVER', moments.closedAt, {
      ...assignment,
      ...(entry.measure === undefined ? {} : { measure: entry.measure }),
      remark: noted(moments.missedAt === null ? [] : [['台账时限', moments.missedAt]]),
    });
  } else {
    const planned: NoteFields = entry.closedOn === undefined ? [] : [['完成时间', entry.closedOn]];
    const undue: NoteFields =
      row.leadUnitId === undefined && moments.dueOn !== null ? [['整改时限', moments.dueOn]] : [];
    const note = noted([...measured, ...planned, ...undue]);
    const fits = note.length <= LONGEST_COMMENT;
    if (row.leadUnitId !== undefined) send('ASSIGN', maker.now, fits ? { ...assignment, note } : assignment);
    if (row.leadUnitId === undefined ? collection.ledgerNote !== undefined : !fits) comment(note, maker.now);
  }
  return { caseId, intent: { steps } };
}

function collectionOf(row: PlacedRow, maker: IntentMaker, caseId: string): Collection {
  const { entry, identity, moments } = row;
  const source = entry.source ?? 'openDoor';
  const raiser = raiserOf(entry, maker, caseId);
  return {
    id: uuid(),
    caseId,
    actor: maker.actor,
    at: moments.raisedAt,
    workflow: row.isImmediate ? 'immediate' : 'rectification',
    title: entry.title,
    description: entry.description,
    source,
    context: {
      officeUnitId: maker.officeUnitId,
      categoryId: row.categoryId ?? null,
      isKey: false,
      raisedOutside: source !== 'selfCheck',
    },
    facts: { externalKey: identity },
    ...(raiser === undefined ? {} : { raiser }),
  };
}

const NAMELESS = /^(匿名|无名|不详|未知|佚名|anonymous)/i;

/** The raiser, encrypted; a ledger that names nobody gives none. A contact without a name is kept: somebody can be reached. */
function raiserOf(
  { raiserName, raiserContact }: LedgerEntry,
  maker: IntentMaker,
  caseId: string,
): EncryptedRaiser | undefined {
  if (raiserName === undefined && raiserContact === undefined) return undefined;
  const anonymous = raiserContact === undefined && NAMELESS.test(raiserName ?? '');
  return maker.raisers.encrypted(caseId, { name: raiserName, contact: raiserContact, anonymous });
}
