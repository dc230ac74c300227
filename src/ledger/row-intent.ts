/** One row of a ledger as one unit of work for the executor: everything the row says happens, or nothing of it. */
import { v7 as uuid } from 'uuid';
import { SYSTEM, type Actor } from '../domain/command.js';
import type { Collection, Intent, Step } from '../executor/intent.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import type { RaiserStore } from '../store/encrypted/raiser.store.js';
import { inParts, LONGEST_COMMENT, noteFields, noteText, type NoteFields } from './ledger-note.js';
import { measuresText } from './plan/case-measures.js';
import type { NewCase } from './plan/ledger-plan.js';
import type { ReadEntry } from './reading/reading.js';
import { dropOf } from './row-moments.js';

export interface IntentMaker {
  actor: Actor;
  officeUnitId: string;
  fileName: string;
  now: number;
  raisers: Pick<RaiserStore, 'encrypted'>;
  /** Persons' texts that name no complainant are left out, not sealed. */
  leavesPersonal: boolean;
}

interface RowOfCase {
  entry: ReadEntry;
  identity: string;
  act: NewCase;
}

/** Closed: collected on its day and taken over as struck off on its closing day, never counted as visited. Dropped (不予采纳, 撤回,
 *  并案): rejected or withdrawn on its day. Open with a known unit: assigned now, with the ledger's due day even when it is past
 *  (the clock settles now, so no order bears an old date). Open without one: stays collected. */
export function rowIntent(row: RowOfCase, maker: IntentMaker): { caseId: string; intent: Intent } {
  const { entry, act } = row;
  const { moments, milestones } = act;
  const caseId = uuid();
  const collection = collectionOf(row, maker, caseId);
  const steps: Step[] = [{ kind: 'collect', collection }];
  const send = (type: string, at: number, payload: Record<string, unknown>, actor = maker.actor): void => {
    const command = { id: uuid(), type, caseId, actor, at, payload };
    steps.push({ kind: 'command', command });
  };
  const comment = (text: string, at: number): void => {
    for (const part of inParts(text, LONGEST_COMMENT)) send('COMMENT', at, { text: part });
  };
  const others = otherRaisers(entry, maker, caseId);
  if (others.length > 0) {
    const { name, userId } = maker.actor;
    const by = { addedBy: name, ...(userId === null ? {} : { addedById: userId }) };
    send('JOIN', moments.raisedAt, { raisers: others.map(({ raiser }) => raiser.id), ...by }, SYSTEM);
  }
  const drop = dropOf(entry);
  /** Keeps what found no place, `more` included, and answers it as text for the history. */
  const noted = (more: NoteFields): string => {
    const note = { fileName: maker.fileName, line: entry.line, fields: noteFields(entry, [...act.kept, ...more]) };
    if (note.fields.length > 0) collection.ledgerNote = note;
    return noteText(note);
  };
  const lead = act.lead?.id ?? undefined;
  const assignment = {
    leadUnitId: lead,
    supportingUnitIds: act.supporting.flatMap(({ id }) => (id === null || id === lead ? [] : [id])),
    ...(milestones.length > 0 ? { milestones } : moments.dueOn === null ? {} : { dueOn: moments.dueOn }),
  };
  const measure = measuresText(entry);
  const measured: NoteFields = measure === undefined ? [] : [['整改措施', measure]];
  if (moments.closedAt !== null && drop !== undefined) {
    send(drop, moments.closedAt, { reason: `台账：${entry.status ?? ''}` });
    const note = noted(measured);
    if (collection.ledgerNote !== undefined) comment(note, moments.closedAt);
  } else if (moments.closedAt !== null) {
    send('TAKE_OVER', moments.closedAt, {
      ...assignment,
      ...(measure === undefined ? {} : { measure }),
      remark: noted(moments.missedAt === null ? [] : [['台账时限', moments.missedAt]]),
    });
  } else {
    const planned: NoteFields = entry.closedOn === undefined ? [] : [['完成时间', entry.closedOn]];
    const undue: NoteFields = lead === undefined && moments.dueOn !== null ? [['整改时限', moments.dueOn]] : [];
    const note = noted([...measured, ...planned, ...undue]);
    const fits = note.length <= LONGEST_COMMENT;
    if (lead !== undefined) send('ASSIGN', maker.now, fits ? { ...assignment, note } : assignment);
    if (lead === undefined ? collection.ledgerNote !== undefined : !fits) comment(note, maker.now);
  }
  return { caseId, intent: { steps, ...(others.length === 0 ? {} : { raisers: others }) } };
}

function collectionOf({ entry, identity, act }: RowOfCase, maker: IntentMaker, caseId: string): Collection {
  const source = entry.source ?? 'openDoor';
  const raiser = firstRaiser(entry, maker, caseId);
  return {
    id: uuid(),
    caseId,
    actor: maker.actor,
    at: act.moments.raisedAt,
    workflow: act.workflow,
    title: entry.title,
    description: entry.description,
    source,
    context: {
      officeUnitId: maker.officeUnitId,
      categoryId: act.categoryId ?? null,
      isKey: false,
      raisedOutside: source !== 'selfCheck',
    },
    facts: { externalKey: identity },
    ...(raiser === undefined ? {} : { raiser }),
  };
}

const NAMELESS = /^(匿名|无名|不详|未知|佚名|anonymous)/i;
/** Longest contact that is kept, characters. */
const LONGEST_CONTACT = 4000;

/** The raiser, encrypted, with everything else the row says of persons; a ledger that names nobody gives none. A contact without a name is
 *  kept: somebody can be reached. */
function firstRaiser(
  { raisers, personal }: ReadEntry,
  maker: IntentMaker,
  caseId: string,
): EncryptedRaiser | undefined {
  const [first = {}] = raisers;
  const more = maker.leavesPersonal ? [] : personal.map(({ label, text }) => `${label}：${text}`);
  const contact = [first.contact, ...more].filter(Boolean).join('；').slice(0, LONGEST_CONTACT) || undefined;
  if (first.name === undefined && contact === undefined) return undefined;
  const anonymous = contact === undefined && NAMELESS.test(first.name ?? '');
  return maker.raisers.encrypted(caseId, { name: first.name, contact, anonymous });
}

/** Everybody else who raised it, each encrypted under an id of their own. */
function otherRaisers(
  { raisers }: ReadEntry,
  maker: IntentMaker,
  caseId: string,
): { caseId: string; raiser: EncryptedRaiser }[] {
  return raisers.slice(1).map(({ name, contact }) => {
    const anonymous = contact === undefined && NAMELESS.test(name ?? '');
    return { caseId, raiser: maker.raisers.encrypted(uuid(), { name, contact, anonymous }) };
  });
}
