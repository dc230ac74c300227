/** Moves the open cases of a workflow to another of its versions, batch by batch, each with a line in its history. */
import { v7 as uuid } from 'uuid';
import { substateOf, type CaseState } from '../domain/case.js';
import { SYSTEM, type Command } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { MIGRATE, migrateCase } from '../engine/migrate-case.js';
import type { Workflow } from '../engine/workflow.js';
import type { CaseFault } from '../store/audit/check-case.js';
import { checkThese } from '../store/audit/check-cases.js';
import type { CommandExecutor } from './command-executor.js';
import { commandIntent } from './intent.js';
import type { Dependencies } from './run-batch.js';

/** What is to be moved, who decided it, and when. */
export interface Migration {
  name: string;
  from: number;
  to: number;
  by: { id: string | null; name: string };
  /** Epoch milliseconds. */
  at: number;
  /** True: says what would happen, and writes nothing. */
  dryRun: boolean;
  /** Cases after this id only; absent: from the first. */
  after?: string | undefined;
  /** At most so many cases; the rest is for the next call. */
  limit?: number | undefined;
}

/** A case that stays on its version, with the reason. */
export interface Staying {
  caseId: string;
  number: string;
  /** The innermost state it is in. */
  place: string;
  code: string;
  message: string;
  messageZh: string;
}

/** How many cases went from one state to another. */
export interface Moved {
  from: string;
  to: string;
  cases: number;
}

export interface Migrated {
  looked: number;
  moved: Moved[];
  staying: Staying[];
  /** What does not hold of the cases that were moved; none: their timers, their ladder and their history are right. */
  faults: CaseFault[];
  /** The case to go on after, null where none is left. */
  next: string | null;
}

const BATCH = 200;

/** One case after it was asked about. */
interface Asked {
  state: CaseState;
  outcome: CaseState | Refused;
}

/**
 * The open cases that went over and those that stay. Every batch is committed by itself: interrupted, it has moved whole cases, and called
 * again it goes on with those that are left. A batch is proven right as soon as it is written. 404 for a version that is not known here, 422
 * where `to` does not say how cases come to it, or is withdrawn.
 */
export async function migrateCases(
  executor: CommandExecutor,
  dependencies: Dependencies,
  migration: Migration,
): Promise<Migrated> {
  const { name, from, to, after, limit } = migration;
  const old = versionOf(dependencies, name, from);
  const next = versionOf(dependencies, name, to);
  if (!next.migratesFrom.some(({ version }) => version === from)) {
    throw new Refused(
      422,
      'migrate.noMapping',
      `第 ${to} 版没有写明如何从第 ${from} 版转入`,
      `Version ${to} does not say how cases of version ${from} come to it`,
    );
  }
  if (dependencies.workflows.isWithdrawn(next)) {
    throw new Refused(
      422,
      'migrate.withdrawn',
      `第 ${to} 版已停用，事项不能再转入`,
      `Version ${to} is withdrawn: no case comes to it any more`,
    );
  }
  const ids = await dependencies.cases.openOn(name, from, after, limit === undefined ? undefined : limit + 1);
  const own = limit === undefined ? ids : ids.slice(0, limit);
  const told: Migrated = { looked: own.length, moved: [], staying: [], faults: [], next: null };
  for (let at = 0; at < own.length; at += BATCH) {
    const batch = own.slice(at, at + BATCH);
    const asked = await (migration.dryRun
      ? wouldMove(dependencies, old, next, migration, batch)
      : move(executor, dependencies, migration, batch));
    for (const one of asked) count(told, one);
    const moved = asked.flatMap(({ outcome }) => (outcome instanceof Refused ? [] : [outcome.id]));
    if (migration.dryRun || moved.length === 0) continue;
    const { workflows, referenceData } = dependencies;
    told.faults.push(
      ...(await dependencies.cases.reading((on) => checkThese(on, moved, workflows, referenceData.current()))),
    );
  }
  return { ...told, next: ids.length > own.length ? (own.at(-1) ?? null) : null };
}

function versionOf({ workflows }: Dependencies, name: string, version: number): Workflow {
  const found = workflows.version(name, version);
  if (found === undefined) throw notFound('workflow', '整改流程', `${name} v${version}`.slice(0, 80));
  return found;
}

function commandOf({ from, to, by, at }: Migration, caseId: string): Command {
  const payload = { from, to, orderedBy: by.name, ...(by.id === null ? {} : { orderedById: by.id }) };
  return { id: uuid(), type: MIGRATE, caseId, actor: SYSTEM, at, payload };
}

/** The cases of a batch as far as they are still open on the old version, and those that must not be touched. */
async function present(
  dependencies: Dependencies,
  ids: readonly string[],
): Promise<{ states: CaseState[]; parked: Set<string> }> {
  const loaded = await dependencies.cases.load(ids);
  if (loaded.refs !== undefined && loaded.refs !== dependencies.referenceData.version())
    await dependencies.referenceData.refresh(loaded.refs);
  const parked = await dependencies.cases.withParkedTimer(ids);
  return { states: ids.flatMap((id) => loaded.cases.get(id) ?? []), parked };
}

function timerParked(): Refused {
  return new Refused(
    422,
    'migrate.timerParked',
    '事项有定时出错停放，须先处理',
    'A timer of the case has failed: see to it first',
  );
}

async function move(
  executor: CommandExecutor,
  dependencies: Dependencies,
  migration: Migration,
  ids: readonly string[],
): Promise<Asked[]> {
  const { states, parked } = await present(dependencies, ids);
  const going = states.filter(({ id }) => !parked.has(id));
  const outcomes = await executor.executeAll(going.map(({ id }) => commandIntent(commandOf(migration, id))));
  const asked = going.map((state, at): Asked => {
    const outcome = outcomes[at]!;
    return { state, outcome: outcome instanceof Refused ? outcome : outcome.at(-1)!.state };
  });
  return [...asked, ...stayingOf(states, parked)];
}

async function wouldMove(
  dependencies: Dependencies,
  from: Workflow,
  to: Workflow,
  migration: Migration,
  ids: readonly string[],
): Promise<Asked[]> {
  const { states, parked } = await present(dependencies, ids);
  const refs = dependencies.referenceData.current();
  const asked = states
    .filter(({ id }) => !parked.has(id))
    .map((state): Asked => {
      const decided = migrateCase(from, to, state, commandOf(migration, state.id), refs);
      return { state, outcome: decided instanceof Refused ? decided : decided.state };
    });
  return [...asked, ...stayingOf(states, parked)];
}

function stayingOf(states: readonly CaseState[], parked: ReadonlySet<string>): Asked[] {
  return states.filter(({ id }) => parked.has(id)).map((state) => ({ state, outcome: timerParked() }));
}

function count(told: Migrated, { state, outcome }: Asked): void {
  const place = substateOf(state.value);
  if (outcome instanceof Refused) {
    const { code, message, messageZh } = outcome;
    told.staying.push({ caseId: state.id, number: state.facts.number, place, code, message, messageZh });
    return;
  }
  const to = substateOf(outcome.value);
  const known = told.moved.find((one) => one.from === place && one.to === to);
  if (known === undefined) told.moved.push({ from: place, to, cases: 1 });
  else known.cases += 1;
}
