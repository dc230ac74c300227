/** Carries a plan out, in portions: through the executor, or as a rehearsal that writes nothing and decides the same. */
import { v7 as uuid } from 'uuid';
import { Refused } from '../domain/errors.js';
import { isLateOn } from '../domain/account.js';
import type { CaseState } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import type { ReferenceData } from '../engine/env.js';
import type { Workflows } from '../engine/workflow.js';
import { decideBatch } from '../executor/batch.js';
import type { Done, Intent } from '../executor/intent.js';
import type { SealedLedgerRow } from '../store/cases/decision-rows.js';
import { additionIntent } from './row-addition.js';
import type { Joins, NewCase, PlannedRow } from './plan/ledger-plan.js';
import { said } from './plan/said.js';
import type { Said } from './reading/reading.js';
import { type IntentMaker, rowIntent } from './row-intent.js';

export type Outcome = Done[] | Refused;
export type Execute = (intents: Intent[]) => Promise<Outcome[]>;

/** What became of a row that was sent. */
export interface RowDone {
  line: number;
  /** The case it is or belongs to; null where it was refused. */
  caseId: string | null;
  /** The case as this row left it; null where it wrote nothing. */
  after: CaseAfter | null;
  refused: Said | null;
  /** Another import took the same issue over at this moment. */
  raced: boolean;
  /** Lines of history it wrote into a case that was there. */
  added: number;
}

/** What is told of a case afterwards; not the whole of it, for a ledger can have tens of thousands. */
export interface CaseAfter {
  version: number;
  isOpen: boolean;
  isLate: boolean;
  isProvisional: boolean;
  dueOn: Day | null;
}

export interface Carrying {
  execute: Execute;
  maker: IntentMaker;
  /** Ids of units to be made, by the placeholders of the plan. */
  idOf: (placeholder: string) => string;
  /** Those of the command ids that history has already. */
  known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  today: Day;
  /** Rows sent in one go. */
  together: number;
  /** What is kept of a row together with what it does to its case. */
  rowOf?: (line: number, caseId: string) => SealedLedgerRow;
  /** Asked before each portion; false ends it there. */
  before?: () => Promise<boolean>;
  /** Told of each portion once it is written. */
  after?: (portion: RowDone[]) => Promise<void>;
}

/** Rows rehearsed in one go: whoever asks in between waits for so many decisions. */
export const TOGETHER = 500;

/** Portions on their way at once: a person's command that comes in between waits for these. */
const IN_HAND = 2;

type New = PlannedRow & { act: NewCase };
type Joining = PlannedRow & { act: Joins };

/** What became of each row that has something to send, new cases in order of the day raised, so that numbers follow time; then what joins them. */
export async function carryOut(rows: readonly PlannedRow[], how: Carrying): Promise<Map<number, RowDone>> {
  const done = new Map<number, RowDone>();
  const fresh = rows.filter((row): row is New => row.act?.kind === 'new' && row.becomes === 'new');
  fresh.sort((a, b) => a.act.moments.raisedAt - b.act.moments.raisedAt || a.line - b.line);
  const isWhole = await send(
    fresh.length,
    (from, to) =>
      fresh.slice(from, to).map((row) => {
        const { entry, identity, act } = row;
        return { line: row.line, ...rowIntent({ entry: entry!, identity: identity!, act }, how.maker) };
      }),
    ({ line, caseId }, outcome) => newDone(line, caseId, outcome, how.today),
    done,
    how,
  );
  if (!isWhole) return done;
  await joinAll(
    rows.filter((row): row is Joining => row.act?.kind === 'joins' && ['joined', 'changed'].includes(row.becomes)),
    done,
    how,
  );
  return done;
}

interface Sent {
  line: number;
  caseId: string;
  intent: Intent;
}

/** Sends so many rows portion by portion: while one is written, the next is made and decided. False where it was ended before the last. */
async function send(
  rows: number,
  made: (from: number, to: number) => Sent[],
  settled: (sent: Sent, outcome: Outcome) => RowDone,
  done: Map<number, RowDone>,
  how: Carrying,
): Promise<boolean> {
  const inHand: Promise<void>[] = [];
  const write = async (portion: Sent[]): Promise<void> => {
    const outcomes = await how.execute(portion.map(({ intent }) => intent));
    const results = portion.map((each, at) => settled(each, outcomes[at]!));
    for (const result of results) done.set(result.line, result);
    await how.after?.(results);
  };
  try {
    for (let from = 0; from < rows; from += how.together) {
      if ((await how.before?.()) === false) return false;
      const portion = made(from, from + how.together);
      for (const { line, caseId, intent } of portion) {
        const row = how.rowOf?.(line, caseId);
        if (row !== undefined) intent.ledgerRow = row;
      }
      if (inHand.length === IN_HAND) await inHand.shift();
      const writing = write(portion);
      // It is waited for below; until then its fault is nobody's surprise.
      writing.catch(() => undefined);
      inHand.push(writing);
    }
  } finally {
    await Promise.all(inHand);
  }
  return true;
}

function newDone(line: number, caseId: string, outcome: Outcome, today: Day): RowDone {
  const done: RowDone = { line, caseId: null, after: null, refused: null, raced: false, added: 0 };
  if (!(outcome instanceof Refused)) return { ...done, caseId, after: afterOf(outcome.at(-1)!.state, today) };
  if (outcome.code === 'case.alreadyTakenOver') {
    return { ...done, raced: true };
  }
  const { code, message, messageZh } = outcome;
  return { ...done, refused: { code, message, messageZh } };
}

function afterOf({ version, context }: CaseState, today: Day): CaseAfter {
  const isOpen = context.outcome === null;
  return {
    version,
    isOpen,
    isLate: isOpen && isLateOn(context, today),
    isProvisional: isOpen && context.dueProvisional,
    dueOn: context.dueOn,
  };
}

/** Writes what joining rows add, in the order of the file; rows whose first row was refused are refused with it. */
async function joinAll(rows: readonly Joining[], done: Map<number, RowDone>, how: Carrying): Promise<void> {
  const known = await how.known(rows.flatMap(({ act }) => act.addition?.ids ?? []));
  const sent = new Set<string>();
  const adding: Sent[] = [];
  for (const { line, act } of rows) {
    const first = 'line' in act.to ? done.get(act.to.line) : undefined;
    const caseId = 'caseId' in act.to ? act.to.caseId : (first?.caseId ?? null);
    const id = act.addition?.ids[0];
    const isNews = id !== undefined && !known.has(id) && !sent.has(id);
    const result: RowDone = { line, caseId, after: null, refused: null, raced: false, added: 0 };
    if (caseId === null && !(first?.raced === true && !isNews)) {
      const into = 'line' in act.to ? act.to.line : line;
      done.set(line, { ...result, refused: joinsRefused(into) });
    } else if (caseId === null || (!isNews && act.steps.length === 0)) done.set(line, result);
    else {
      if (isNews) sent.add(id);
      adding.push({ line, caseId, intent: changeIntent(act, isNews, caseId, how) });
    }
  }
  await send(
    adding.length,
    (from, to) => adding.slice(from, to),
    ({ line, caseId, intent }, outcome): RowDone => {
      const result = newDone(line, caseId, outcome, how.today);
      return outcome instanceof Refused ? { ...result, raced: false } : { ...result, added: intent.steps.length };
    },
    done,
    how,
  );
}

function changeIntent({ addition, steps }: Joins, isNews: boolean, caseId: string, how: Carrying): Intent {
  const { actor, now } = how.maker;
  const commands = steps.map(({ type, payload }) => ({
    kind: 'command' as const,
    command: { id: uuid(), type, caseId, actor, at: now, payload: withIds(payload, how.idOf) },
  }));
  const words = addition !== null && isNews ? additionIntent(addition, caseId, actor, now).steps : [];
  return { steps: [...commands, ...words] };
}

function withIds(payload: Record<string, unknown>, idOf: Carrying['idOf']): Record<string, unknown> {
  const real = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(real) : typeof value === 'string' ? idOf(value) : value;
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, /UnitIds?$/.test(key) ? real(value) : value]),
  );
}

const joinsRefused = (into: number): Said =>
  said('joinsRefused', `与第 ${into} 行重复，而该行未能导入`, `Repeats line ${into}, which was not imported`);

/** The executor without the commit: the same decisions over the same cases, each run on top of the ones before it. */
export function rehearsal(cases: Map<string, CaseState>, workflows: Workflows, refs: ReferenceData): Execute {
  return async (intents) => {
    // Others are served between two chunks, however large the ledger.
    await new Promise((next) => setImmediate(next));
    const { results, touched } = decideBatch(intents, cases, workflows, refs);
    for (const [id, { decision }] of touched) cases.set(id, decision.state);
    return results;
  };
}
