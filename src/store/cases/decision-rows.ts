/** What a decision writes, as rows of the commit statement. */
import { v7 as uuid } from 'uuid';
import type { CaseState } from '../../domain/case.js';
import type { Calendar } from '../../domain/calendar.js';
import type { Policy } from '../../domain/policy.js';
import { deltasAlong, daysAfter, shortCallMoves } from '../../domain/fact-moves.js';
import { COUNTED_ONCE, type Delta, type Dimensions } from '../../domain/case-facts.js';
import { alsoTold } from '../../engine/also-told.js';
import type { Decision, EventRecord } from '../../engine/decide.js';
import type { Effect } from '../../engine/effects.js';
import { attachmentsIn } from '../../engine/form.js';
import type { EscalationLevel, OrderStatus } from '../../domain/words.js';
import { changedSeldom, columnsOf, movingColumns } from './case-row.js';
import type { Part, Row, Rows } from './commit-parts.js';
import { chained, genesis, openLines, type OpenLine } from './history-line.js';
import { Later } from './later.js';
import { instant } from '../sql/instant.js';

/** What is known of a case that is collected besides its decision. */
export interface CollectedText {
  title: string;
  description: string;
}

/** A raiser as stored: encrypted bytes as hex, the receipt code only as a hash. */
export interface EncryptedRaiser {
  /** That of the case for whoever raised it first. */
  id: string;
  /** Where they spoke at a meeting. */
  participantId: string | null;
  anonymous: boolean;
  confidential: boolean;
  name: string | null;
  contact: string | null;
  receiptHash: string | null;
  /** Random bytes the code is made of, hex. */
  receiptSalt: string | null;
  /** Keyed hashes by which the person is found, hex, joined by commas. */
  searchKeys: string;
}

/** What the row of a ledger that a case came from said beside what has a place in the case, by name, in the order of the ledger. */
export interface LedgerNote {
  fileName: string;
  line: number;
  fields: readonly (readonly [name: string, value: string])[];
}

/** A row of an imported ledger as it is kept; what it said is encrypted, as hex. */
export interface SealedLedgerRow {
  importId: string;
  line: number;
  /** A word of BECOMES. */
  became: string;
  caseId: string;
  joinsLine: number | null;
  said: string;
}

export interface Write {
  /** The case as it was loaded, null when this batch collects it. */
  before: CaseState | null;
  decision: Decision;
  policy: Policy;
  calendar: Calendar;
  recordedAt: number;
  digests: ReadonlyMap<string, string>;
  text?: CollectedText;
  raiser?: EncryptedRaiser;
  ledgerNote?: LedgerNote;
}

const hex = (bytes: string | null): string | null => (bytes === null ? null : `\\x${bytes}`);

/** A raiser who was taken down at the case, as a row. */
export function raiserRow(caseId: string, raiser: EncryptedRaiser): Record<string, unknown> {
  const { id, participantId, anonymous, confidential, name, contact, receiptHash, receiptSalt, searchKeys } = raiser;
  const encrypted = { name_sealed: hex(name), contact_sealed: hex(contact) };
  const receipt = { receipt_hash: hex(receiptHash), receipt_salt: hex(receiptSalt) };
  return {
    id,
    case_id: caseId,
    participant_id: participantId,
    anonymous,
    confidential,
    ...encrypted,
    ...receipt,
    search_keys: searchKeys,
  };
}

/** The row of a ledger with the version at which it left its case. */
export function ledgerRowOf(
  { importId, line, became, caseId, joinsLine, said }: SealedLedgerRow,
  caseVersion: number,
): Record<string, unknown> {
  return {
    import_id: importId,
    line,
    became,
    case_id: caseId,
    joins_line: joinsLine,
    case_version: caseVersion,
    said: hex(said),
  };
}

/** Adds the rows of one decision to `rows` under group `g`; answers the case with its new head. */
export function addDecision(rows: Rows, g: number, write: Write): CaseState {
  const { decision } = write;
  const lines = openLines(decision.state.id, decision.events, write.recordedAt, write.digests);
  const hashes = chained(decision.state.head, lines);
  const state = { ...remembering(write), head: hashes.at(-1) ?? decision.state.head };
  addRows(rows, g, write, { state, lines, hashes: hashes.map(hex) });
  return state;
}

/** The case with its number and its head. */
export type Numbered = (number: string) => CaseState;

/** The same for a case that is collected, before its number is known: what follows from the number (the hashes of its lines among it) stands in the
 *  rows as `Later` until the answer is called. So the counter of numbers is held for hashing alone, not for making rows. */
export function addUnnumbered(rows: Rows, g: number, write: Write): Numbered {
  const { id } = write.decision.state;
  const lines = openLines(id, write.decision.events, write.recordedAt, write.digests);
  const state = remembering(write);
  const later = { number: new Later(), head: new Later() };
  const hashes = lines.map(() => new Later());
  addRows(rows, g, write, { state, lines, hashes, later });
  return (number) => {
    const made = chained(genesis(id, number), lines);
    made.forEach((hash, at) => (hashes[at]!.value = hex(hash)));
    const head = made.at(-1)!;
    later.number.value = number;
    later.head.value = hex(head);
    return { ...state, facts: { ...state.facts, number }, head };
  };
}

/** The case with the days that reports remember. */
function remembering({ before, decision, calendar }: Write): CaseState {
  return { ...decision.state, ...daysAfter(before, decision.events, calendar) };
}

interface Chain {
  state: CaseState;
  lines: readonly OpenLine[];
  /** Of each line, as PostgreSQL takes bytes. */
  hashes: readonly (string | null | Later)[];
  later?: { number: Later; head: Later };
}

function addRows(rows: Rows, g: number, write: Write, { state, lines, hashes, later }: Chain): void {
  const { before, decision, policy, calendar } = write;
  const caseId = state.id;
  const add = (part: Part, row: Record<string, unknown>): void => {
    row['g'] = g;
    (rows[part] ??= []).push(row as Row);
  };
  if (decision.events.length > 0) {
    if (before === null) add('created', Object.assign(columnsOf(state, policy, calendar), later));
    else if (before.workflow.hash !== state.workflow.hash) add('migrated', columnsOf(state, policy, calendar));
    else if (changedSeldom(before.context, state.context)) add('changed', columnsOf(state, policy, calendar));
    else add('moved', movingColumns(state, policy, calendar));
  }
  lines.forEach((line, at) => {
    add('events', {
      case_id: caseId,
      seq: line.seq,
      type: line.type,
      at: instant(line.at),
      recorded_at: instant(line.recordedAt),
      actor_id: line.actorId,
      actor_name: line.actorName,
      actor_unit_id: line.actorUnitId,
      via: line.via,
      command_id: line.commandId,
      command_digest: hex(line.digest),
      body: line.body,
      hash: hashes[at],
    });
  });
  if (write.text) add('texts', { case_id: caseId, ...write.text });
  if (write.ledgerNote) {
    const { fileName, line, fields } = write.ledgerNote;
    add('ledgerNotes', { case_id: caseId, file_name: fileName, line, fields: JSON.stringify(fields) });
  }
  if (write.raiser) add('raisers', raiserRow(caseId, write.raiser));
  addTimers(add, before, state, write);
  addEffects(add, caseId, decision.events, write.recordedAt);
  for (const { topic, role, unitId, deliverAt, not } of alsoTold(decision.events, state.context, calendar)) {
    add('alsoTold', {
      ...{ id: uuid(), case_id: caseId, topic, role, unit_id: unitId },
      ...{ deliver_at: instant(deliverAt), created_at: instant(write.recordedAt), facts: JSON.stringify({ not }) },
    });
  }
  for (const event of decision.events) {
    for (const id of new Set(attachmentsIn(event.type, event.payload))) {
      add('evidence', { case_id: caseId, seq: event.seq, attachment_id: id });
    }
  }
  addFigures(add, caseId, deltasAlong(before, state, decision.events, calendar));
  for (const { day, what, ...dims } of shortCallMoves(before, state, decision.events, calendar)) {
    // The statement sees the calls that are stored; those made by this very decision come on top.
    const plus = rows.calls?.filter((row) => row['case_id'] === caseId && row['sign'] === 0).length ?? 0;
    const sign = { made: 0, left: -1, come: 1 }[what];
    add('calls', { day, sign, plus, case_id: caseId, ...propertiesOf(dims) });
  }
}

/** The properties under which a case is counted, as columns. */
const propertiesOf = (dims: Dimensions): Record<string, unknown> => ({
  unit_id: dims.unitId,
  office_unit_id: dims.officeUnitId,
  category_id: dims.categoryId,
  source: dims.source,
  track: dims.track,
  meeting_id: dims.meetingId,
  collected_on: dims.collectedOn,
  taken_over: dims.takenOver,
});

type Add = (part: Part, row: Record<string, unknown>) => void;

/** Deltas of one day under one set of properties as one row; what is taken back under the bucket it was once counted with has a row of its own. */
function addFigures(add: Add, caseId: string, deltas: readonly Delta[]): void {
  const together = new Map<string, { measures: string[]; buckets: number[]; deltas: number[] }>();
  for (const { day, measure, bucket, delta, caseId: _, beside, ...dims } of deltas) {
    const charged = beside.length === 0 ? {} : { beside };
    if (delta < 0 && COUNTED_ONCE.includes(measure)) {
      add('deltas', { day, measure, bucket, delta, case_id: caseId, ...propertiesOf(dims), ...charged });
      continue;
    }
    const key = [day, beside.join(), ...Object.values(dims)].join('|');
    let row = together.get(key);
    if (row === undefined) {
      row = { measures: [], buckets: [], deltas: [] };
      together.set(key, row);
      add('figures', Object.assign({ day, case_id: caseId }, row, propertiesOf(dims), charged));
    }
    row.measures.push(measure);
    row.buckets.push(bucket);
    row.deltas.push(delta);
  }
}

/** A timer is either removed or (re)armed, never both, since one statement may touch a row once. */
function addTimers(add: Add, before: CaseState | null, after: CaseState, { decision, recordedAt }: Write): void {
  const was = new Map((before?.timers ?? []).map((timer) => [timer.id, timer.dueAt]));
  const is = new Map(after.timers.map((timer) => [timer.id, timer.dueAt]));
  const deadLettered = new Set(decision.deadLettered.map(({ timerId }) => timerId));
  for (const id of was.keys()) {
    if (!is.has(id) && !deadLettered.has(id)) add('disarmed', { case_id: after.id, timer_id: id });
  }
  for (const [id, dueAt] of is) {
    if (was.get(id) !== dueAt) add('armed', { case_id: after.id, timer_id: id, due_at: instant(dueAt) });
  }
  // A timer that was armed and failed within this very decision is dead-lettered too; one that was armed anew afterwards is not.
  const parked = new Map(decision.deadLettered.map((one) => [one.timerId, one]));
  for (const { timerId, dueAt, error } of parked.values()) {
    if (is.has(timerId)) continue;
    add('deadLettered', {
      case_id: after.id,
      timer_id: timerId,
      due_at: instant(dueAt),
      error,
      at: instant(recordedAt),
    });
  }
}

const STATUS = { replied: 'replied', signed: 'signed', waived: 'waived', instructed: null } as const;

function addEffects(add: Add, caseId: string, events: readonly EventRecord[], recordedAt: number): void {
  /** Orders issued by this very decision: the statement cannot see them yet, so acts on them are merged in here. */
  const fresh = new Map<string, Record<string, unknown>>();
  const key = (order: { period: number; rung: string }): string => `${order.period}/${order.rung}`;
  /** Of an order of before only the last status is written: one statement may touch a row once. */
  const statuses = new Map<string, Record<string, unknown>>();
  const setStatus = (of: { period: number; rung: EscalationLevel }, status: OrderStatus): void => {
    const issued = fresh.get(key(of));
    if (issued !== undefined) issued['status'] = status;
    else statuses.set(key(of), { case_id: caseId, period: of.period, rung: of.rung, status });
  };
  const one = (effect: Effect): void => {
    if (effect.kind === 'orderAgain') setStatus(effect, effect.status);
    else if (effect.kind === 'talk') setStatus({ period: effect.period, rung: 'talk' }, 'signed');
    else if (effect.kind === 'retitle') add('retitled', { case_id: caseId, title: effect.title });
    else if (effect.kind === 'order') {
      const { period, rung, status, issuedAt, replyDueOn, unitId, to, copyTo } = effect;
      const row: Record<string, unknown> = {
        id: uuid(),
        case_id: caseId,
        period,
        rung,
        status,
        issued_at: instant(issuedAt),
        reply_due_on: replyDueOn,
        unit_id: unitId,
        to_role: to,
        copy_role: copyTo,
      };
      fresh.set(key(effect), row);
    } else if (effect.kind === 'orderAct') {
      const { period, rung, act, at, by, text } = effect;
      const issued = fresh.get(key(effect));
      const status = STATUS[act];
      if (status !== null) setStatus(effect, status);
      const order_id = issued?.['id'] ?? null;
      add('orderActs', {
        id: uuid(),
        order_id,
        case_id: caseId,
        period,
        rung,
        act,
        at: instant(at),
        person_id: by,
        text,
      });
    } else if (effect.kind === 'visit') {
      const { round, at, by, method, outcome, satisfaction, ratings, durationSeconds, note } = effect;
      add('visits', {
        id: uuid(),
        case_id: caseId,
        round,
        at: instant(at),
        person_id: by,
        method,
        outcome,
        satisfaction,
        ratings: ratings === null ? null : JSON.stringify(ratings),
        duration_seconds: durationSeconds,
        note,
        next_attempt_on: effect.nextAttemptOn,
        raiser_id: effect.raiserId ?? null,
      });
    } else if (effect.kind === 'message') {
      const { topic, role, unitId, deliverAt } = effect;
      const row = { topic, role, unit_id: unitId, deliver_at: instant(deliverAt), created_at: instant(recordedAt) };
      add('messages', { id: uuid(), case_id: caseId, ...row });
    }
  };
  for (const event of events) event.effects.forEach(one);
  for (const row of fresh.values()) add('orders', row);
  for (const row of statuses.values()) add('orderStatuses', row);
}
